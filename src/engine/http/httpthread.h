#pragma once

#include "engine/http/httpclient.h"

#include <QHash>
#include <QSet>
#include <QThread>

#include <memory>
#include <optional>
#include <vector>

namespace engine {

/// HttpClient in a thread of its own, so that the network goes on while the engine writes to the disk. Requests and
/// answers cross in batches. Lives, is called and answers in the engine's thread. Destroying it drops what is in flight
/// without calling back, and waits for its thread to close the sockets.
class HttpThread final : public QObject, public Transport
{
public:
    explicit HttpThread(HttpClientOptions options = {}, QObject *parent = nullptr);
    ~HttpThread() override;

    void send(domain::HttpRequest request, Done done) override;
    void exchange(Exchange exchange, Ended ended) override;
    /// What has been handed to the thread may be on the wire: RequestPartial, since nothing surer is known here.
    void cancelAll() override;
    [[nodiscard]] int inFlight() const override { return static_cast<int>(m_open.size()); }

private:
    class Far;
    using Shared = std::shared_ptr<const Exchange>; ///< both threads read answers with it
    struct Going
    {
        quint64 number = 0;
        domain::HttpRequest request; ///< unless there is an exchange
        Shared exchange;
    };
    struct Back
    {
        quint64 number = 0;
        domain::HttpResponse response;         ///< of an exchange status and latency alone
        std::optional<domain::Outcome> outcome; ///< of an exchange
    };
    struct Open
    {
        Done done;
        Shared exchange;
        Ended ended;
    };

    void add(Going going, Open open);
    void handOver();
    void take(std::vector<Back> answers);

    QHash<quint64, Open> m_open;
    std::vector<Going> m_waiting; ///< for the end of what the engine does now
    quint64 m_last = 0;
    bool m_isWaking = false;
    QThread m_thread;
    Far *m_far; ///< lives in m_thread, deleted when that ends
};

} // namespace engine

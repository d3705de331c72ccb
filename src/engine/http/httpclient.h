#pragma once

#include "engine/http/transport.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <memory>
#include <vector>

namespace engine {

class Transfer;

struct HttpClientOptions
{
    int connectionsPerHost = 512; ///< requests beyond wait in order
    int connectingPerHost = 64;   ///< connections in the making at once (name look-ups and handshakes)
    qsizetype maxBodyBytes = 8 * 1024 * 1024;
    domain::Millis connectTimeout{10'000}; ///< never longer than the request's own
    QByteArray caFile;                     ///< trusted certificates (PEM) in place of the system's
};

/// The real Transport: HTTP/1.1 through libcurl's multi interface on the event loop of the thread it was made in.
/// Connections are kept for what follows. A request's time-out runs from when it leaves the queue. Destroying it drops
/// what is in flight without calling back; must not happen within a callback.
class HttpClient : public QObject, public Transport
{
public:
    explicit HttpClient(HttpClientOptions options = {}, QObject *parent = nullptr);
    ~HttpClient() override;

    void send(domain::HttpRequest request, Done done) override;
    void cancelAll() override;
    [[nodiscard]] int inFlight() const override { return m_inFlight; }

private:
    struct Waiting
    {
        domain::HttpRequest request;
        Done done;
    };
    struct Host
    {
        int active = 0;
        int connecting = 0;
        std::deque<Waiting> waiting;
    };
    struct Finished
    {
        Done done;
        domain::HttpResponse response;
    };
    struct Private;

    void turn();
    void pump();
    void pump(const QByteArray &name, Host &host);
    void start(const QByteArray &name, Host &host, Waiting next);
    void collect();
    void retire(Transfer *transfer);
    void deliver();
    void connectedOne(Transfer &transfer);

    std::unique_ptr<Private> d;
    QHash<QByteArray, Host> m_hosts;
    std::deque<Finished> m_finished;
    std::vector<std::unique_ptr<Transfer>> m_idle;
    std::vector<std::unique_ptr<Transfer>> m_active;
    int m_inFlight = 0;
};

} // namespace engine

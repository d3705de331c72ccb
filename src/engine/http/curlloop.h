#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

#include <curl/curl.h>

namespace engine {

class SocketWatch;

/// libcurl's multi interface on the event loop of the thread it was made in. `turn` is called outside of libcurl's own
/// calls, whenever something may have happened or wake() was asked for; there its owner calls runTimers(), reads what
/// is done, and calls arm() at the end. Owned by HttpClient or MailClient.
class CurlLoop : public QObject
{
public:
    explicit CurlLoop(std::function<void()> turn);
    ~CurlLoop() override;

    [[nodiscard]] CURLM *multi() const { return m_multi; }

    /// What is reached without a proxy whatever the environment says: this machine.
    [[nodiscard]] static const QByteArray &noProxyFor();

    /// turn() with the event loop's next turn, once for any number of calls.
    void wake();
    /// What is due at libcurl; `between` after each round.
    void runTimers(const std::function<void()> &between);
    /// Calls turn() again when libcurl's next time-out is due.
    void arm();

private:
    static int onSocket(CURL *, curl_socket_t fd, int what, void *self, void *known);
    static int onTimer(CURLM *, long milliseconds, void *self);
    void ready(int fd, unsigned what);

    std::function<void()> m_turn;
    CURLM *m_multi = nullptr;
    std::unique_ptr<SocketWatch> m_sockets;
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_deadline = -1; ///< of libcurl, on m_clock, in ms; -1: none
    qint64 m_timerFiresAt = 0;
    bool m_isAwake = false;
};

} // namespace engine

#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

/// A certificate signed by itself for one host name or address, made when asked for.
struct TestCertificate
{
    QByteArray certificate;                                                         ///< PEM
    QByteArray key;                                                                 ///< PEM
    [[nodiscard]] static TestCertificate forName(const QByteArray &subjectAltName); ///< "IP:127.0.0.1", "DNS:x.test"
};

/// A server on loopback that does what a script says with each connection, in a thread of its own. Requests are kept
/// as they came, so that a test can count them.
class ScriptedServer
{
public:
    class Peer
    {
    public:
        Peer(ScriptedServer &server, int fd, SSL *tls) : m_server(server), m_fd(fd), m_tls(tls) {}
        ~Peer();
        Peer(const Peer &) = delete;
        Peer &operator=(const Peer &) = delete;

        /// Reads one request with its body and keeps it; false where the other side closed first.
        bool readRequest();
        /// Reads one line without its end; empty where the other side closed first.
        std::optional<QByteArray> readLine();
        /// The TLS handshake, on a connection that began without.
        bool startTls();
        /// Reads up to that many bytes of whatever comes.
        void readSome(int bytes);
        void write(const QByteArray &bytes);
        void answer(int status, const QByteArray &body, const QByteArray &headers = {});
        /// Until the other side closes or the test ends.
        void waitForClose();
        /// Drops the connection with a reset rather than a close.
        void reset();

    private:
        qsizetype receive(char *to, int room);
        ScriptedServer &m_server;
        int m_fd;
        SSL *m_tls;
        QByteArray m_rest;
    };
    using Script = std::function<void(Peer &peer, int connection)>; ///< connections count from 1

    /// `tlsLater`: connections begin in the clear, and a script calls Peer::startTls.
    explicit ScriptedServer(Script script, const TestCertificate *tls = nullptr, bool tlsLater = false);
    ~ScriptedServer();

    [[nodiscard]] QByteArray url(const QByteArray &path = "/") const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] QByteArrayList requests() const;

private:
    void accept();

    Script m_script;
    SSL_CTX *m_context = nullptr;
    bool m_isTlsLater = false;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<bool> m_stop = false;
    mutable std::mutex m_mutex;
    QByteArrayList m_requests;
    std::vector<int> m_open;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

/// A port that takes no connection but does not refuse one either: a queue for one that is full.
class DeafPort
{
public:
    DeafPort();
    ~DeafPort();
    [[nodiscard]] QByteArray url() const;

private:
    std::vector<int> m_sockets;
    quint16 m_port = 0;
};

/// A port nobody listens at.
[[nodiscard]] quint16 closedPort();

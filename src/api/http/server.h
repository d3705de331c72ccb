#pragma once

#include "api/http/connection.h"
#include "engine/hooks/hookserver.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <thread>
#include <unordered_map>

namespace api {

/// An HTTP/1.1 server, with or without TLS, in a thread of its own between start() and stop(). Every connection is
/// bounded in bytes and time; where there are too many, the one that has been silent for longest goes, so that honest
/// clients are answered whoever else holds connections open.
class HttpServer final : private Host
{
public:
    HttpServer(Limits limits, Handler &handler);
    ~HttpServer() override; ///< stops

    /// The errors of engine::HookServer::start. Whoever connects waits until serve().
    [[nodiscard]] domain::Result<quint16> start(const engine::HookListen &listen);
    /// Server's thread; again: nothing.
    void serve();
    /// Closes everything and waits for the thread, which waits for nobody.
    void stop();
    /// Runs `work` in the server's thread, later. Any thread.
    void post(std::function<void()> work);
    /// Of a request that was handled without one; nothing where its connection has gone. Server's thread.
    void answer(quint64 ticket, const Answer &answer);

private:
    [[nodiscard]] const Limits &limits() const override { return m_limits; }
    [[nodiscard]] Handler &handler() override { return m_handler; }
    void waits(Connection &connection) override;
    void works(Connection &connection) override;
    [[nodiscard]] quint64 newTicket(Connection &connection) override;
    void endTicket(Connection &connection) override;
    void forget(Connection &connection) override;

    [[nodiscard]] domain::Result<void> open(const engine::HookListen &listen);
    void accept();
    void admit(boost::asio::ip::tcp::socket socket);
    void sweep();

    const Limits m_limits;
    Handler &m_handler;
    boost::asio::io_context m_context{1};
    boost::asio::ip::tcp::acceptor m_acceptor{m_context};
    boost::asio::steady_timer m_sweep{m_context};
    boost::asio::steady_timer m_pause{m_context};
    std::unique_ptr<boost::asio::ssl::context> m_tls;
    std::unordered_map<Connection *, std::shared_ptr<Connection>> m_connections;
    std::list<Connection *> m_waiting; ///< the longest silent first
    std::unordered_map<quint64, Connection *> m_tickets;
    quint64 m_lastTicket = 0;
    bool m_serves = false;
    std::thread m_thread;
};

} // namespace api

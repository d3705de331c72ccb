#include "api/http/server.h"

#include "api/http/tls.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace api {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr auto sweepEvery = 250ms;
constexpr auto breath = 50ms; ///< after the system had no descriptor left

domain::Error bindError(const error_code &error, const engine::HookListen &listen)
{
    if (error == asio::error::address_in_use)
        return {ErrorCode::Conflict, u"another program listens on port %1 already"_s.arg(listen.port), u"port"_s};
    if (error == asio::error::access_denied)
        return {ErrorCode::NotAllowed, u"the system keeps port %1 for others: take one above 1023"_s.arg(listen.port),
                u"port"_s};
    if (error.value() == EADDRNOTAVAIL)
        return {ErrorCode::InvalidInput, u"this machine does not have the address "_s + listen.address, u"address"_s};
    return {ErrorCode::Network, QString::fromStdString(error.message()), u"address"_s};
}

} // namespace

HttpServer::HttpServer(Limits limits, Handler &handler) : m_limits(limits), m_handler(handler) {}

HttpServer::~HttpServer() { stop(); }

domain::Result<void> HttpServer::open(const engine::HookListen &listen)
{
    error_code error;
    const auto address = asio::ip::make_address(listen.address.toStdString(), error);
    if (error)
        return fail(ErrorCode::InvalidInput, u"an address is a number such as 127.0.0.1"_s, u"address"_s);
    if (listen.certificate.isEmpty()) {
        if (!address.is_loopback())
            return fail(ErrorCode::NotAllowed, u"only loopback is served without a certificate"_s, u"certificate"_s);
    } else {
        auto tls = tlsContext(listen.certificate, listen.key);
        if (!tls)
            return tl::unexpected(tls.error());
        m_tls = std::move(*tls);
    }
    const tcp::endpoint endpoint(address, listen.port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error)
        return {};
    error_code ignored;
    m_acceptor.close(ignored);
    return tl::unexpected(bindError(error, listen));
}

domain::Result<quint16> HttpServer::start(const engine::HookListen &listen)
{
    if (auto opened = open(listen); !opened)
        return tl::unexpected(opened.error());
    const quint16 port = m_acceptor.local_endpoint().port();
    sweep();
    m_thread = std::thread([this] {
        const auto work = asio::make_work_guard(m_context);
        m_context.run();
    });
    return port;
}

void HttpServer::stop()
{
    if (!m_thread.joinable())
        return;
    asio::post(m_context, [this] {
        error_code ignored;
        m_acceptor.close(ignored);
        m_sweep.cancel();
        m_pause.cancel();
        for (const auto &[key, connection] : decltype(m_connections)(m_connections))
            connection->cut();
        // The cut ones' handlers run out first: each owns its connection.
        asio::post(m_context, [this] { m_context.stop(); });
    });
    m_thread.join();
    m_context.restart();
    m_context.poll();
}

void HttpServer::serve()
{
    if (!std::exchange(m_serves, true))
        accept();
}

void HttpServer::post(std::function<void()> work) { asio::post(m_context, std::move(work)); }

void HttpServer::answer(quint64 ticket, const Answer &answer)
{
    const auto found = m_tickets.find(ticket);
    if (found == m_tickets.end())
        return;
    found->second->answer(answer);
}

// ---- connections

void HttpServer::accept()
{
    m_acceptor.async_accept([this](error_code error, tcp::socket socket) {
        if (!m_acceptor.is_open())
            return;
        if (!error) {
            admit(std::move(socket));
            accept();
            return;
        }
        // No descriptor left: one that is silent makes room, and a moment passes before the next.
        if (!m_waiting.empty())
            m_waiting.front()->cut();
        m_pause.expires_after(breath);
        m_pause.async_wait([this](error_code stopped) {
            if (!stopped)
                accept();
        });
    });
}

void HttpServer::admit(tcp::socket socket)
{
    if (m_connections.size() >= m_limits.connections) {
        if (m_waiting.empty())
            return; // all of them are being served: this one is closed
        m_waiting.front()->cut();
    }
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto connection = makeConnection(std::move(socket), *this, m_tls.get());
    m_connections.emplace(connection.get(), connection);
    connection->begin();
}

void HttpServer::waits(Connection &connection)
{
    works(connection);
    if (m_connections.contains(&connection))
        connection.place = m_waiting.insert(m_waiting.end(), &connection);
}

void HttpServer::works(Connection &connection)
{
    if (const auto place = std::exchange(connection.place, std::nullopt))
        m_waiting.erase(*place);
}

quint64 HttpServer::newTicket(Connection &connection)
{
    connection.ticket = ++m_lastTicket;
    if (m_connections.contains(&connection)) // else it was cut with its request read already
        m_tickets.emplace(connection.ticket, &connection);
    return connection.ticket;
}

void HttpServer::endTicket(Connection &connection) { m_tickets.erase(std::exchange(connection.ticket, 0)); }

void HttpServer::forget(Connection &connection)
{
    works(connection);
    endTicket(connection);
    m_connections.erase(&connection);
}

void HttpServer::sweep()
{
    m_sweep.expires_after(sweepEvery);
    m_sweep.async_wait([this](error_code stopped) {
        if (stopped)
            return;
        const auto now = std::chrono::steady_clock::now();
        std::vector<std::shared_ptr<Connection>> late;
        for (const auto &[key, connection] : m_connections)
            if (connection->deadline < now)
                late.push_back(connection);
        for (const auto &connection : late)
            connection->timeOut();
        m_handler.tick();
        sweep();
    });
}

} // namespace api

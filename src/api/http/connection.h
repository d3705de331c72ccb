#pragma once

#include "api/http/handler.h"
#include "api/http/limits.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <chrono>
#include <list>
#include <memory>

namespace api {

class Connection;

/// What a connection needs of its server; in the server's thread.
class Host
{
public:
    virtual ~Host() = default;
    [[nodiscard]] virtual const Limits &limits() const = 0;
    [[nodiscard]] virtual Handler &handler() = 0;
    /// It has nothing of ours to do: the first to go where there are too many.
    virtual void waits(Connection &connection) = 0;
    virtual void works(Connection &connection) = 0;
    [[nodiscard]] virtual quint64 newTicket(Connection &connection) = 0;
    virtual void endTicket(Connection &connection) = 0;
    virtual void forget(Connection &connection) = 0;
};

/// One client: reads a request, answers it, reads the next. Lives in the server's thread; the server keeps it until it
/// is cut (shared: its pending operations end a little later).
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    using Time = std::chrono::steady_clock::time_point;

    virtual ~Connection() = default;
    virtual void begin() = 0;
    /// At once, whatever it does.
    virtual void cut() = 0;
    /// Of the request that has a ticket.
    virtual void answer(const Answer &answer) = 0;
    /// Its time is over.
    virtual void timeOut() = 0;

    Time deadline = Time::max();
    std::optional<std::list<Connection *>::iterator> place; ///< among those that wait; the server's
    quint64 ticket = 0;                                     ///< of the request that waits for its answer; the server's
};

/// `tls` null: plain HTTP.
[[nodiscard]] std::shared_ptr<Connection> makeConnection(boost::asio::ip::tcp::socket socket, Host &host,
                                                         boost::asio::ssl::context *tls);

} // namespace api

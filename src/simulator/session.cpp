#include "simulator/session.h"

#include "simulator/core.h"
#include "simulator/text.h"
#include "simulator/twilioapi.h"

#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

namespace simulator {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr quint32 headerLimit = 16 * 1024;
constexpr quint64 bodyLimit = 256 * 1024;

std::string_view viewOf(boost::beast::string_view text) { return {text.data(), text.size()}; }

std::string_view reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 422:
        return "Unprocessable Entity";
    case 429:
        return "Too Many Requests";
    default:
        return "Internal Server Error";
    }
}

} // namespace

Session::Session(asio::ip::tcp::socket socket, Core &core)
    : m_socket(std::move(socket)), m_core(core), m_timer(m_socket.get_executor())
{
    m_core.add(this);
}

Session::~Session()
{
    m_core.sendEnded(m_counted);
    m_core.remove(this);
}

void Session::close()
{
    error_code ignored;
    m_timer.cancel();
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
    m_socket.close(ignored);
}

void Session::read()
{
    m_idle = true;
    m_parser.emplace();
    m_parser->header_limit(headerLimit);
    m_parser->body_limit(bodyLimit);
    http::async_read(m_socket, m_buffer, *m_parser, [self = shared_from_this()](error_code error, size_t) {
        if (!error)
            self->handle();
        else if (error.category() == http::make_error_code(http::error::end_of_stream).category() &&
                 error != http::error::end_of_stream && error != http::error::partial_message)
            self->answerMalformed();
        else
            self->close();
    });
}

void Session::answerMalformed()
{
    m_keepAlive = false;
    m_reply = {};
    setError(m_reply, 400, 20001, "Malformed request");
    write();
}

void Session::handle()
{
    const auto &request = m_parser->get();
    m_idle = false;
    m_keepAlive = request.keep_alive();
    m_reply.action = Reply::Action::Answer;
    m_reply.status = 200;
    m_reply.body.clear();
    m_reply.type = "application/json";
    m_reply.retryAfterSeconds = -1;
    m_reply.delay = {};

    const std::string_view target = viewOf(request.target());
    const size_t mark = target.find('?');
    const Question question{viewOf(request.method_string()),
                            target.substr(0, mark),
                            mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1),
                            viewOf(request[http::field::authorization]),
                            request.body(),
                            [&request](std::string_view name) {
                                return viewOf(request[boost::beast::string_view(name.data(), name.size())]);
                            },
                            target};
    m_counted = m_core.answer(question, m_reply);
    if (m_reply.delay.count() <= 0)
        return deliver();
    m_timer.expires_after(m_reply.delay);
    m_timer.async_wait([self = shared_from_this()](error_code error) {
        if (!error)
            self->deliver();
    });
}

void Session::deliver()
{
    switch (m_reply.action) {
    case Reply::Action::Answer:
        return write();
    case Reply::Action::Hang:
        return waitForTheEnd();
    case Reply::Action::Drop:
        return close();
    }
}

void Session::write()
{
    m_head = "HTTP/1.1 ";
    appendNumber(m_head, m_reply.status);
    m_head += ' ';
    m_head += reasonOf(m_reply.status);
    m_head += "\r\nContent-Type: ";
    m_head += m_reply.type;
    m_head += "\r\nContent-Length: ";
    appendNumber(m_head, qint64(m_reply.body.size()));
    if (m_reply.retryAfterSeconds >= 0) {
        m_head += "\r\nRetry-After: ";
        appendNumber(m_head, m_reply.retryAfterSeconds);
    }
    m_head += m_keepAlive ? "\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
    const std::array<asio::const_buffer, 2> parts{asio::buffer(m_head), asio::buffer(m_reply.body)};
    asio::async_write(m_socket, parts, [self = shared_from_this()](error_code error, size_t) {
        self->m_core.sendEnded(std::exchange(self->m_counted, false));
        if (error || !self->m_keepAlive || self->m_core.isRefusing())
            self->close();
        else
            self->read();
    });
}

void Session::waitForTheEnd()
{
    m_socket.async_read_some(asio::buffer(m_rest), [self = shared_from_this()](error_code error, size_t) {
        if (error)
            self->close();
        else
            self->waitForTheEnd();
    });
}

} // namespace simulator

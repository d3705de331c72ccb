#include "api/http/connection.h"

#include "api/http/framing.h"

#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>

namespace api {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

using Plain = tcp::socket;
using Tls = asio::ssl::stream<tcp::socket>;

constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";

/// What to say to whom the parser did not understand; empty: nobody is there to hear it.
std::optional<Answer> answerTo(const error_code &error)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return plainAnswer(431);
    if (error == http::error::body_limit)
        return plainAnswer(413);
    if (error == http::error::end_of_stream || error == http::error::partial_message ||
        error.category() != http::make_error_code(http::error::end_of_stream).category())
        return std::nullopt;
    return plainAnswer(400);
}

template <class Stream>
class Session final : public Connection
{
public:
    Session(tcp::socket socket, Host &host, asio::ssl::context *tls)
        : m_stream(make(std::move(socket), tls)), m_host(host),
          m_buffer(static_cast<std::size_t>(host.limits().headerBytes) + 1024)
    {}

    void begin() override
    {
        m_host.waits(*this);
        if constexpr (std::is_same_v<Stream, Tls>) {
            within(m_host.limits().handshake);
            m_stream.async_handshake(asio::ssl::stream_base::server, [self = self()](error_code error) {
                if (error)
                    self->cut();
                else
                    self->readHead();
            });
        } else {
            readHead();
        }
    }

    void cut() override
    {
        const auto kept = self();
        m_host.forget(*this);
        error_code ignored;
        socket().close(ignored);
    }

    void answer(const Answer &answer) override { write(answer); }

    void timeOut() override
    {
        if (ticket == 0) {
            cut();
            return;
        }
        m_keepAlive = false;
        Answer late = plainAnswer(503);
        late.headers.emplaceBack("Retry-After", "5");
        write(late);
    }

private:
    static Stream make(tcp::socket socket, asio::ssl::context *tls)
    {
        if constexpr (std::is_same_v<Stream, Tls>)
            return Tls(std::move(socket), *tls);
        else
            return socket;
    }

    std::shared_ptr<Session> self() { return std::static_pointer_cast<Session>(shared_from_this()); }
    tcp::socket &socket()
    {
        if constexpr (std::is_same_v<Stream, Tls>)
            return m_stream.next_layer();
        else
            return m_stream;
    }
    void within(std::chrono::milliseconds time) { deadline = std::chrono::steady_clock::now() + time; }

    void readHead()
    {
        m_parser.emplace();
        m_parser->header_limit(m_host.limits().headerBytes);
        m_parser->body_limit(m_host.limits().bodyBytes);
        within(m_host.limits().head);
        http::async_read_header(m_stream, m_buffer, *m_parser, [self = self()](error_code error, std::size_t) {
            if (error)
                self->failed(error);
            else
                self->headRead();
        });
    }

    void headRead()
    {
        const auto &request = m_parser->get();
        if (const auto fault = framingFault(request)) {
            refuse(*fault);
            return;
        }
        m_head = headOf(request);
        m_keepAlive = request.keep_alive() && request.version() == 11;
        if (const auto no = m_host.handler().screen(m_head)) {
            refuse(*no);
            return;
        }
        within(m_host.limits().body);
        if (m_parser->is_done())
            handle();
        else if (request.count(http::field::expect) > 0)
            asio::async_write(m_stream, asio::buffer(goOn), [self = self()](error_code error, std::size_t) {
                if (error)
                    self->cut();
                else
                    self->readBody();
            });
        else
            readBody();
    }

    void readBody()
    {
        http::async_read(m_stream, m_buffer, *m_parser, [self = self()](error_code error, std::size_t) {
            if (error)
                self->failed(error);
            else
                self->handle();
        });
    }

    void handle()
    {
        const std::string &body = m_parser->get().body();
        m_host.works(*this);
        within(m_host.limits().answer);
        const auto now = m_host.handler().handle(m_host.newTicket(*this), m_head,
                                                 {body.data(), static_cast<qsizetype>(body.size())});
        if (now)
            write(*now);
    }

    void failed(error_code error)
    {
        if (const auto said = answerTo(error))
            refuse(*said);
        else
            cut();
    }

    /// Whoever sent something we do not want to read on says nothing more on this connection.
    void refuse(const Answer &answer)
    {
        m_keepAlive = false;
        m_lingers = true;
        m_host.works(*this);
        write(answer);
    }

    void write(const Answer &answer)
    {
        m_out = headText(answer, m_keepAlive);
        if (m_head.method != "HEAD")
            m_out += answer.body;
        m_parser.reset(); // and the body with it
        m_host.endTicket(*this);
        within(m_host.limits().write);
        asio::async_write(m_stream, asio::buffer(m_out.constData(), static_cast<std::size_t>(m_out.size())),
                          [self = self()](error_code error, std::size_t) {
                              if (error)
                                  self->cut();
                              else
                                  self->written();
                          });
    }

    void written()
    {
        m_out.clear();
        m_head = {};
        m_host.waits(*this);
        if (m_keepAlive) {
            readHead();
            return;
        }
        within(m_host.limits().linger);
        if (m_lingers)
            hearOut();
        else
            sayGoodbye();
    }

    /// A close with something unread resets the connection, and the answer with it: what still comes is thrown away.
    void hearOut()
    {
        error_code ignored;
        socket().shutdown(tcp::socket::shutdown_send, ignored);
        discard();
    }

    void discard()
    {
        socket().async_read_some(asio::buffer(m_rest), [self = self()](error_code error, std::size_t read) {
            self->m_discarded += read;
            if (error || self->m_discarded > self->m_host.limits().lingerBytes)
                self->cut();
            else
                self->discard();
        });
    }

    void sayGoodbye()
    {
        if constexpr (std::is_same_v<Stream, Tls>)
            m_stream.async_shutdown([self = self()](error_code) { self->cut(); });
        else
            cut();
    }

    Stream m_stream;
    Host &m_host;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    Head m_head;
    QByteArray m_out;
    std::array<char, 1024> m_rest{};
    quint64 m_discarded = 0;
    bool m_keepAlive = true;
    bool m_lingers = false;
};

} // namespace

std::shared_ptr<Connection> makeConnection(tcp::socket socket, Host &host, asio::ssl::context *tls)
{
    if (tls)
        return std::make_shared<Session<Tls>>(std::move(socket), host, tls);
    return std::make_shared<Session<Plain>>(std::move(socket), host, tls);
}

} // namespace api

#include "simulator/mailsession.h"

#include "simulator/core.h"

#include <boost/asio/write.hpp>

namespace simulator {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::chrono::minutes patience{5}; // RFC 5321, 4.5.3.2.7
constexpr std::string_view contentEnd = "\r\n.\r\n";

} // namespace

MailSession::MailSession(asio::ip::tcp::socket socket, Core &core, bool isOneTooMany)
    : m_socket(std::move(socket)), m_core(core), m_peer(core.world(), core.accounts()), m_isOneTooMany(isOneTooMany),
      m_timer(m_socket.get_executor()), m_patience(m_socket.get_executor())
{
    m_core.add(this);
}

MailSession::~MailSession() { m_core.remove(this); }

void MailSession::begin()
{
    if (m_isOneTooMany)
        carryOut({"421 4.3.2 too many connections\r\n", MailPeer::Then::Quit, {}});
    else
        carryOut(m_peer.greeting());
}

void MailSession::close()
{
    error_code ignored;
    m_timer.cancel();
    m_patience.cancel();
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
    m_socket.close(ignored);
}

void MailSession::advance()
{
    if (m_isInContent) {
        if (!advanceContent())
            read();
        return;
    }
    const size_t end = m_buffer.find('\n');
    if (end == std::string::npos && m_buffer.size() <= MailPeer::longestLine)
        return read();
    if (end == std::string::npos || end > MailPeer::longestLine)
        return carryOut({"500 5.5.6 too long a line\r\n", MailPeer::Then::Quit, {}});
    std::string line = m_buffer.substr(0, end);
    m_buffer.erase(0, end + 1);
    if (line.ends_with('\r'))
        line.pop_back();
    carryOut(m_peer.line(line));
}

// The buffer begins with the line's end of DATA, so that an empty content ends like any other.
bool MailSession::advanceContent()
{
    const size_t end = m_buffer.find(contentEnd, m_searched);
    if (end == std::string::npos) {
        if (m_buffer.size() > MailPeer::longestMail) {
            m_isTooLong = true;
            m_buffer.erase(0, m_buffer.size() - contentEnd.size());
        }
        m_searched = m_buffer.size() - std::min(m_buffer.size(), contentEnd.size());
        return false;
    }
    const std::string content = m_buffer.substr(2, end > 0 ? end : 0);
    m_buffer.erase(0, end + contentEnd.size());
    m_isInContent = false;
    m_searched = 0;
    carryOut(m_peer.content(content, std::exchange(m_isTooLong, false)));
    return true;
}

void MailSession::read()
{
    m_patience.expires_after(patience);
    m_patience.async_wait([self = shared_from_this()](error_code error) {
        if (!error)
            self->close();
    });
    m_socket.async_read_some(asio::buffer(m_bytes), [self = shared_from_this()](error_code error, size_t count) {
        self->m_patience.cancel();
        if (error)
            return self->close();
        self->m_buffer.append(self->m_bytes.data(), count);
        self->advance();
    });
}

void MailSession::carryOut(MailPeer::Step step)
{
    m_step = std::move(step);
    if (m_step.delay.count() <= 0)
        return write();
    m_timer.expires_after(m_step.delay);
    m_timer.async_wait([self = shared_from_this()](error_code error) {
        if (!error)
            self->write();
    });
}

void MailSession::write()
{
    if (m_step.then == MailPeer::Then::Hang)
        return waitForTheEnd();
    if (m_step.then == MailPeer::Then::Drop)
        return close();
    asio::async_write(m_socket, asio::buffer(m_step.words), [self = shared_from_this()](error_code error, size_t) {
        if (error || self->m_step.then == MailPeer::Then::Quit || (self->m_core.isRefusing() && self->isIdle()))
            return self->close();
        if (self->m_step.then == MailPeer::Then::Content) {
            self->m_isInContent = true;
            self->m_buffer.insert(0, "\r\n");
        }
        self->advance();
    });
}

void MailSession::waitForTheEnd()
{
    m_socket.async_read_some(asio::buffer(m_bytes), [self = shared_from_this()](error_code error, size_t) {
        if (error)
            self->close();
        else
            self->waitForTheEnd();
    });
}

} // namespace simulator

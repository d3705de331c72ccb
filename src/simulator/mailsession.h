#pragma once

#include "simulator/mailpeer.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <memory>

namespace simulator {

class Core;

/// One connection to the mail server: cuts what comes into lines and contents, however many come at once, and lets
/// MailPeer answer one after the other. What is kept of a line or a mail is bounded, and so is the time for it. Lives
/// in the server's thread, kept alive by its own pending operations; the core knows it as long as it lives.
class MailSession : public std::enable_shared_from_this<MailSession>
{
public:
    /// `isOneTooMany`: it is told so and closed.
    MailSession(boost::asio::ip::tcp::socket socket, Core &core, bool isOneTooMany);
    ~MailSession();
    MailSession(const MailSession &) = delete;
    MailSession &operator=(const MailSession &) = delete;

    void begin();
    void close();
    [[nodiscard]] bool isIdle() const { return m_peer.isIdle() && !m_isInContent; }

private:
    void advance();
    [[nodiscard]] bool advanceContent();
    void read();
    void carryOut(MailPeer::Step step);
    void write();
    void waitForTheEnd();

    boost::asio::ip::tcp::socket m_socket;
    Core &m_core;
    MailPeer m_peer;
    bool m_isOneTooMany;
    boost::asio::steady_timer m_timer; ///< for what is answered later
    boost::asio::steady_timer m_patience;
    std::array<char, 16 * 1024> m_bytes{};
    std::string m_buffer;
    bool m_isInContent = false;
    bool m_isTooLong = false;
    size_t m_searched = 0; ///< of the buffer, for the content's end
    MailPeer::Step m_step;
};

} // namespace simulator

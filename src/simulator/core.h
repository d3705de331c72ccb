#pragma once

#include "domain/core/result.h"
#include "simulator/control.h"
#include "simulator/dialect.h"
#include "simulator/webhooks.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <thread>
#include <unordered_set>

namespace simulator {

class MailSession;
class Session;

/// What Server keeps to itself: the listening socket, the connections, and the world they speak of. Everything but
/// start(), stop() and ask() runs in its thread.
class Core
{
public:
    explicit Core(Options options);
    ~Core();
    Core(const Core &) = delete;
    Core &operator=(const Core &) = delete;

    [[nodiscard]] domain::Result<quint16> start();
    void stop();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] quint16 mailPort() const { return m_mailPort; }
    [[nodiscard]] const std::vector<Account> &accounts() const { return m_options.accounts; }
    [[nodiscard]] std::vector<std::string_view> dialectNames() const;
    /// Runs `work` in the server's thread, or here when it is not running, and waits for it.
    void ask(const std::function<void()> &work);

    void add(Session *session);
    void remove(Session *session);
    void add(MailSession *session);
    void remove(MailSession *session);
    /// Fills the reply; true if it is a send that counts as in flight until sendEnded().
    [[nodiscard]] bool answer(Question question, Reply &reply);
    void sendEnded(bool counted) { m_sendsInFlight -= counted; }
    [[nodiscard]] bool isRefusing() const { return m_world.faults.refuse; }
    /// After the faults have changed: listens or stops listening.
    void applyRefusal();

    [[nodiscard]] World &world() { return m_world; }
    [[nodiscard]] Webhooks &webhooks() { return m_webhooks; }

private:
    [[nodiscard]] boost::system::error_code listen();
    [[nodiscard]] boost::system::error_code listen(boost::asio::ip::tcp::acceptor &acceptor, quint16 &port);
    void accept();
    void acceptMail();
    [[nodiscard]] bool isReset(boost::asio::ip::tcp::socket &socket);
    void countConnections();
    /// The dialect a path belongs to; takes its prefix off.
    [[nodiscard]] Dialect &dialectOf(std::string_view &path);
    /// The dialect of a kind; null where there is none.
    [[nodiscard]] const Dialect *dialectNamed(std::string_view kind) const;

    boost::asio::io_context m_context{1};
    Options m_options;
    World m_world;
    std::vector<std::unique_ptr<Dialect>> m_dialects; ///< the first also answers what has no prefix
    Webhooks m_webhooks;
    Control m_control;
    boost::asio::ip::tcp::acceptor m_acceptor{m_context};
    boost::asio::ip::tcp::acceptor m_mailAcceptor{m_context};
    boost::asio::steady_timer m_refusal{m_context};
    std::unordered_set<Session *> m_sessions;
    std::unordered_set<MailSession *> m_mailSessions;
    qint64 m_sendsInFlight = 0;
    quint16 m_port = 0;
    quint16 m_mailPort = 0;
    std::thread m_thread;
};

} // namespace simulator

#include "simulator/core.h"

#include "simulator/birdapi.h"
#include "simulator/flashchatapi.h"
#include "simulator/gatewayapi.h"
#include "simulator/mailsession.h"
#include "simulator/messagebirdapi.h"
#include "simulator/session.h"
#include "simulator/snsapi.h"
#include "simulator/twilioapi.h"
#include "simulator/vonageapi.h"
#include "simulator/whatsappapi.h"

#include <boost/asio/post.hpp>

#include <future>

using namespace Qt::StringLiterals;

namespace simulator {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {
constexpr size_t mostMailSessions = 20; // each may hold a whole mail
}

Core::Core(Options options)
    : m_options(std::move(options)), m_world(m_options),
      m_webhooks(m_context, m_world, [this](std::string_view kind) { return dialectNamed(kind); }),
      m_control(
          m_world, m_webhooks, [this] { applyRefusal(); }, [this] { return m_mailPort; }),
      m_port(m_options.port), m_mailPort(m_options.mailPort)
{
    m_dialects.push_back(std::make_unique<TwilioApi>(m_world, m_options.accounts));
    m_dialects.push_back(std::make_unique<GatewayApi>(m_world));
    m_dialects.push_back(std::make_unique<FlashChatApi>(m_world));
    m_dialects.push_back(std::make_unique<MessageBirdApi>(m_world, m_options.accounts));
    m_dialects.push_back(std::make_unique<BirdApi>(m_world, m_options.accounts));
    m_dialects.push_back(std::make_unique<VonageApi>(m_world, m_options.accounts));
    m_dialects.push_back(std::make_unique<SnsApi>(m_world, m_options.accounts));
    m_dialects.push_back(std::make_unique<WhatsAppApi>(m_world, m_options.accounts));
}

Core::~Core() { stop(); }

std::vector<std::string_view> Core::dialectNames() const
{
    std::vector<std::string_view> names;
    for (const auto &dialect : m_dialects)
        names.push_back(dialect->name());
    return names;
}

error_code Core::listen(tcp::acceptor &acceptor, quint16 &port)
{
    error_code error;
    const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        error_code ignored;
        acceptor.close(ignored);
        return error;
    }
    port = acceptor.local_endpoint().port();
    return {};
}

error_code Core::listen()
{
    if (const error_code error = listen(m_acceptor, m_port))
        return error;
    if (const error_code error = listen(m_mailAcceptor, m_mailPort)) {
        error_code ignored;
        m_acceptor.close(ignored);
        return error;
    }
    accept();
    acceptMail();
    return {};
}

domain::Result<quint16> Core::start()
{
    if (!m_world.hasLog())
        return domain::fail(domain::ErrorCode::FileNotWritable, u"the log cannot be opened"_s, m_options.logFile);
    if (const error_code error = listen())
        return domain::fail(error == asio::error::address_in_use ? domain::ErrorCode::Conflict
                                                                 : domain::ErrorCode::Network,
                            QString::fromStdString(error.message()));
    m_thread = std::thread([this] {
        const auto work = asio::make_work_guard(m_context);
        m_context.run();
    });
    if (m_world.faults.refuse)
        ask([this] { applyRefusal(); });
    return m_port;
}

void Core::stop()
{
    if (!m_thread.joinable())
        return;
    ask([this] {
        error_code ignored;
        m_acceptor.close(ignored);
        m_mailAcceptor.close(ignored);
        m_refusal.cancel();
        m_webhooks.stop();
        for (Session *session : std::vector(m_sessions.begin(), m_sessions.end()))
            session->close();
        for (MailSession *session : std::vector(m_mailSessions.begin(), m_mailSessions.end()))
            session->close();
    });
    // The closed sessions' handlers run out first: each owns its session.
    asio::post(m_context, [this] { m_context.stop(); });
    m_thread.join();
    m_context.restart();
    m_context.poll();
}

void Core::ask(const std::function<void()> &work)
{
    if (!m_thread.joinable() || m_thread.get_id() == std::this_thread::get_id())
        return work();
    std::promise<void> done;
    asio::post(m_context, [&] {
        work();
        done.set_value();
    });
    done.get_future().wait();
}

void Core::add(Session *session)
{
    m_sessions.insert(session);
    ++m_world.counted.connectionsEver;
    countConnections();
}

void Core::remove(Session *session)
{
    m_sessions.erase(session);
    countConnections();
}

void Core::add(MailSession *session)
{
    m_mailSessions.insert(session);
    ++m_world.counted.connectionsEver;
    countConnections();
}

void Core::remove(MailSession *session)
{
    m_mailSessions.erase(session);
    countConnections();
}

void Core::countConnections() { m_world.counted.connections = qint64(m_sessions.size() + m_mailSessions.size()); }

bool Core::isReset(tcp::socket &socket)
{
    error_code ignored;
    if (!m_world.strikes(m_world.faults.reset)) {
        socket.set_option(tcp::no_delay(true), ignored);
        return false;
    }
    socket.set_option(asio::socket_base::linger(true, 0), ignored);
    socket.close(ignored);
    return true;
}

void Core::accept()
{
    m_acceptor.async_accept([this](error_code error, tcp::socket socket) {
        if (!m_acceptor.is_open())
            return;
        if (!error && !isReset(socket))
            std::make_shared<Session>(std::move(socket), *this)->read();
        accept();
    });
}

void Core::acceptMail()
{
    m_mailAcceptor.async_accept([this](error_code error, tcp::socket socket) {
        if (!m_mailAcceptor.is_open())
            return;
        if (!error && !isReset(socket))
            std::make_shared<MailSession>(std::move(socket), *this, m_mailSessions.size() >= mostMailSessions)->begin();
        acceptMail();
    });
}

Dialect &Core::dialectOf(std::string_view &path)
{
    for (const auto &dialect : m_dialects) {
        const std::string_view name = dialect->name();
        if (path.size() > name.size() + 1 && path[0] == '/' && path.substr(1).starts_with(name) &&
            path[name.size() + 1] == '/') {
            path.remove_prefix(name.size() + 1);
            return *dialect;
        }
    }
    return *m_dialects.front();
}

const Dialect *Core::dialectNamed(std::string_view kind) const
{
    for (const auto &dialect : m_dialects)
        if (dialect->name() == kind)
            return dialect.get();
    return nullptr;
}

bool Core::answer(Question question, Reply &reply)
{
    if (question.path.starts_with("/_sim/")) {
        m_control.answer(question, reply);
        return false;
    }
    ++m_world.counted.requests;
    reply.delay = m_world.draw(m_world.network.latency);
    Dialect &dialect = dialectOf(question.path);
    const bool isSend = dialect.isSend(question);
    const int limit = m_world.network.concurrency;
    if (isSend && limit > 0 && m_sendsInFlight >= limit) {
        ++m_world.counted.sends;
        dialect.setTrouble(reply, Dialect::Trouble::TooManyInFlight);
        return false;
    }
    dialect.answer(question, reply);
    m_sendsInFlight += isSend;
    return isSend;
}

void Core::applyRefusal()
{
    m_refusal.cancel();
    if (!m_world.faults.refuse) {
        // A port that is gone stays refused: there is nobody to tell but the one who connects.
        if (!m_acceptor.is_open())
            (void)listen();
        return;
    }
    error_code ignored;
    m_acceptor.close(ignored);
    m_mailAcceptor.close(ignored);
    for (Session *session : std::vector(m_sessions.begin(), m_sessions.end()))
        if (session->isIdle())
            session->close();
    for (MailSession *session : std::vector(m_mailSessions.begin(), m_mailSessions.end()))
        if (session->isIdle())
            session->close();
    if (m_world.faults.refuseFor.count() <= 0)
        return;
    m_refusal.expires_after(m_world.faults.refuseFor);
    m_refusal.async_wait([this](error_code error) {
        if (error)
            return;
        m_world.faults.refuse = false;
        applyRefusal();
    });
}

} // namespace simulator

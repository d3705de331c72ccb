#include "engine/http/curlloop.h"

#include "engine/http/socketwatch.h"

using namespace Qt::StringLiterals;

namespace engine {

namespace {

void initializeOnce()
{
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_ASSERT(done == CURLE_OK);
    Q_UNUSED(done)
}

} // namespace

CurlLoop::CurlLoop(std::function<void()> turn) : m_turn(std::move(turn))
{
    initializeOnce();
    m_clock.start();
    m_sockets = std::make_unique<SocketWatch>([this](int fd, unsigned what) { ready(fd, what); }, [this] { m_turn(); });
    m_multi = curl_multi_init();
    Q_ASSERT(m_multi);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_NOTHING));
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_turn(); });
}

CurlLoop::~CurlLoop() { curl_multi_cleanup(m_multi); }

const QByteArray &CurlLoop::noProxyFor()
{
    static const QByteArray list = [] {
        const QByteArray given = qgetenv("no_proxy").isEmpty() ? qgetenv("NO_PROXY") : qgetenv("no_proxy");
        return given.isEmpty() ? "localhost,127.0.0.1,::1"_ba : given + ",localhost,127.0.0.1,::1";
    }();
    return list;
}

int CurlLoop::onSocket(CURL *, curl_socket_t fd, int what, void *self, void *known)
{
    auto *loop = static_cast<CurlLoop *>(self);
    if (what == CURL_POLL_REMOVE) {
        loop->m_sockets->remove(fd);
        return 0;
    }
    unsigned wishes = SocketWatch::Nothing;
    if (what & CURL_POLL_IN)
        wishes |= SocketWatch::Read;
    if (what & CURL_POLL_OUT)
        wishes |= SocketWatch::Write;
    if (known) {
        loop->m_sockets->change(fd, wishes);
    } else {
        loop->m_sockets->add(fd, wishes);
        curl_multi_assign(loop->m_multi, fd, self);
    }
    return 0;
}

int CurlLoop::onTimer(CURLM *, long milliseconds, void *self)
{
    auto *loop = static_cast<CurlLoop *>(self);
    loop->m_deadline = milliseconds < 0 ? -1 : loop->m_clock.elapsed() + milliseconds;
    return 0;
}

void CurlLoop::ready(int fd, unsigned what)
{
    int mask = 0;
    if (what & SocketWatch::Read)
        mask |= CURL_CSELECT_IN;
    if (what & SocketWatch::Write)
        mask |= CURL_CSELECT_OUT;
    if (what & SocketWatch::Failed)
        mask |= CURL_CSELECT_ERR;
    int running = 0;
    curl_multi_socket_action(m_multi, fd, mask, &running);
}

void CurlLoop::wake()
{
    if (std::exchange(m_isAwake, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isAwake = false;
            m_turn();
        },
        Qt::QueuedConnection);
}

void CurlLoop::runTimers(const std::function<void()> &between)
{
    // Starting a transfer makes libcurl ask for 'now' again; a few rounds bring all of them onto the wire.
    for (int round = 0; round < 8 && m_deadline >= 0 && m_deadline <= m_clock.elapsed(); ++round) {
        m_deadline = -1;
        int running = 0;
        curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
        between();
    }
}

void CurlLoop::arm()
{
    if (m_deadline < 0 || (m_timer.isActive() && m_timerFiresAt <= m_deadline))
        return; // firing too early costs less than setting it anew each time
    const qint64 wait = std::max<qint64>(0, m_deadline - m_clock.elapsed());
    m_timerFiresAt = m_deadline;
    m_timer.start(static_cast<int>(wait));
}

} // namespace engine

#include "engine/mail/mailline.h"

#include <QUrl>

using namespace Qt::StringLiterals;
using namespace domain;

namespace engine {

namespace {

constexpr qsizetype mostAtOnce = 64 * 1024;

/// A certificate or a protection we insist on, as opposed to a handshake that broke off.
bool isUnsafe(CURLcode code)
{
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CERTPROBLEM:
        return true;
    default:
        return false;
    }
}

QByteArray urlOf(const MailServer &server, MailLine::Protocol protocol)
{
    const bool isSmtp = protocol == MailLine::Protocol::Smtp;
    QByteArray url = isSmtp ? "smtp" : "imap";
    if (server.security == MailSecurity::Tls)
        url += 's';
    url += "://" + server.host.toUtf8() + ':' + QByteArray::number(server.port) + '/';
    if (isSmtp)
        url += QUrl::toPercentEncoding(QString::fromUtf8(server.helloName), "[]:");
    return url;
}

} // namespace

MailLine::MailLine(CurlLoop &loop, MailServer server, Options options)
    : m_loop(loop), m_server(std::move(server)), m_options(std::move(options)), m_caFile(m_server.caFile.toUtf8()),
      m_handle(curl_easy_init())
{
    Q_ASSERT(m_handle);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MailLine::timeOut);
    setUp();
    curl_multi_add_handle(m_loop.multi(), m_handle);
}

MailLine::~MailLine()
{
    m_readable.reset();
    m_writable.reset();
    // Removing it closes the connection; libcurl says no good-bye of its own then.
    curl_multi_remove_handle(m_loop.multi(), m_handle);
    curl_easy_cleanup(m_handle);
}

void MailLine::setUp()
{
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_handle, option, value); };
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_ERRORBUFFER, m_error.data());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // a name look-up that hangs must not hold the thread
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps,imap,imaps");
    set(CURLOPT_NOPROXY, CurlLoop::noProxyFor().constData());
    set(CURLOPT_URL, urlOf(m_server, m_options.protocol).constData());
    set(CURLOPT_CONNECT_ONLY, 1L);
    set(CURLOPT_FRESH_CONNECT, 1L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    const bool startsTls = m_server.security == MailSecurity::StartTls;
    set(CURLOPT_USE_SSL, static_cast<long>(startsTls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    if (!m_caFile.isEmpty()) {
        set(CURLOPT_CAINFO, m_caFile.constData());
        set(CURLOPT_CAPATH, static_cast<const char *>(nullptr));
    }
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_options.openTimeout.count()));
    set(CURLOPT_HEADERFUNCTION, &MailLine::onHeader);
    set(CURLOPT_HEADERDATA, this);
    // Where an opening fails, libcurl says QUIT and waits for the answer, with the thread. It is not let wait.
    set(CURLOPT_VERBOSE, 1L);
    set(CURLOPT_DEBUGFUNCTION, &MailLine::onDebug);
    set(CURLOPT_DEBUGDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &MailLine::onProgress);
    set(CURLOPT_XFERINFODATA, this);
}

MailLine *MailLine::of(CURL *handle)
{
    char *self = nullptr;
    curl_easy_getinfo(handle, CURLINFO_PRIVATE, &self);
    return static_cast<MailLine *>(static_cast<void *>(self));
}

size_t MailLine::onHeader(char *data, size_t size, size_t count, void *self)
{
    auto *line = static_cast<MailLine *>(self);
    if (line->m_options.protocol == Protocol::Smtp) {
        line->m_greeting.add(QByteArray(data, static_cast<qsizetype>(size * count)));
        bool isBroken = false;
        while (const auto reply = line->m_greeting.next(isBroken)) {
            line->m_lastReply = *reply;
            if (reply->code == 250)
                line->m_helloLines = line->m_greeting.lines();
            else if (reply->code == 220)
                line->m_helloLines.clear(); // what was said before STARTTLS counts no more
        }
    }
    return size * count;
}

int MailLine::onDebug(CURL *, curl_infotype type, char *data, size_t size, void *self)
{
    const QByteArrayView said(data, static_cast<qsizetype>(size));
    if (type == CURLINFO_HEADER_OUT && (said.startsWith("QUIT") || said.indexOf(" LOGOUT") >= 0))
        static_cast<MailLine *>(self)->m_isLeaving = true;
    return 0;
}

int MailLine::onProgress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<MailLine *>(self)->m_isLeaving ? 1 : 0;
}

void MailLine::opened(CURLcode code)
{
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (code == CURLE_OK && curl_easy_getinfo(m_handle, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK &&
        socket != CURL_SOCKET_BAD) {
        m_state = State::Open;
        m_readable = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
        m_writable = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Write);
        m_writable->setEnabled(false);
        connect(m_readable.get(), &QSocketNotifier::activated, this, &MailLine::receive);
        connect(m_writable.get(), &QSocketNotifier::activated, this, &MailLine::flush);
        age.start();
        idle.start();
        return;
    }
    m_failure = failureOf(code);
    m_state = State::Closed;
}

SmtpAbilities MailLine::abilities() const { return SmtpAbilities::from(m_helloLines); }

MailResponse MailLine::failureOf(CURLcode code) const
{
    MailResponse failure;
    failure.text = m_error[0] ? QString::fromUtf8(m_error.data()) : QString::fromUtf8(curl_easy_strerror(code));
    long peer = 0;
    curl_easy_getinfo(m_handle, CURLINFO_PRIMARY_PORT, &peer); // known once the socket is connected
    if (code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_RESOLVE_PROXY) {
        failure.step = MailStep::Name;
    } else if (isUnsafe(code)) {
        failure.step = MailStep::Tls;
        failure.end = MailEnd::Unable;
    } else if (code == CURLE_SSL_CONNECT_ERROR) {
        failure.step = MailStep::Tls;
    } else if (peer == 0 || code == CURLE_COULDNT_CONNECT) {
        failure.step = MailStep::Connect;
    } else if (m_lastReply.code >= 400) {
        failure = {MailStep::Greeting, MailEnd::Replied, m_lastReply.code, m_lastReply.text, {}};
    } else {
        failure.step = MailStep::Greeting;
    }
    return failure;
}

void MailLine::say(const QByteArray &bytes)
{
    if (m_state != State::Open)
        return;
    idle.restart();
    m_out += bytes;
    flush();
}

void MailLine::flush()
{
    while (m_state == State::Open && !m_out.isEmpty()) {
        size_t sent = 0;
        const auto room = static_cast<size_t>(std::min(m_out.size(), mostAtOnce));
        const CURLcode code = curl_easy_send(m_handle, m_out.constData(), room, &sent);
        if (code == CURLE_AGAIN)
            break;
        if (code != CURLE_OK) {
            receive(); // what the server said before it closed counts more
            drop(u"the connection dropped"_s);
            return;
        }
        m_out.remove(0, static_cast<qsizetype>(sent));
        if (m_out.isEmpty() && m_dialogue)
            m_out = m_dialogue->written();
    }
    if (m_state != State::Open)
        return;
    m_writable->setEnabled(!m_out.isEmpty());
    if (m_dialogue && m_dialogue->isOpen())
        m_timer.start(static_cast<int>(m_options.patience.value_or(m_dialogue->patience()).count()));
    else
        m_timer.stop();
}

void MailLine::receive()
{
    std::array<char, mostAtOnce> buffer;
    while (m_state == State::Open) {
        size_t got = 0;
        const CURLcode code = curl_easy_recv(m_handle, buffer.data(), buffer.size(), &got);
        if (code == CURLE_AGAIN)
            return;
        if (code != CURLE_OK || got == 0) {
            drop(u"the connection dropped"_s);
            return;
        }
        if (!m_dialogue)
            continue;
        const QByteArray answer = m_dialogue->received(QByteArray(buffer.data(), static_cast<qsizetype>(got)));
        if (!m_dialogue->isOpen())
            m_out.clear(); // it has ended, whatever was still to be said
        m_out += answer;
        idle.restart();
        flush();
        tell();
    }
}

void MailLine::timeOut() { drop(u"no answer within the time allowed"_s); }

void MailLine::drop(const QString &why)
{
    if (m_state != State::Open)
        return;
    m_state = State::Closed;
    m_readable->setEnabled(false);
    m_writable->setEnabled(false);
    m_timer.stop();
    if (m_dialogue)
        m_dialogue->lost(why);
    tell();
}

void MailLine::close(const QString &why)
{
    if (m_state == State::Open && m_dialogue && !m_dialogue->isOpen()) {
        const QByteArray farewell = m_dialogue->farewell();
        size_t sent = 0;
        curl_easy_send(m_handle, farewell.constData(), static_cast<size_t>(farewell.size()), &sent);
    }
    m_options.moved = nullptr;
    drop(why);
    m_state = State::Closed;
}

void MailLine::tell()
{
    if (m_options.moved)
        m_options.moved(*this);
}

} // namespace engine

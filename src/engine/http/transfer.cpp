#include "engine/http/transfer.h"

#include "engine/http/curlloop.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace domain;

namespace engine {

namespace {

bool breaksLine(const QByteArray &text) { return text.contains('\r') || text.contains('\n') || text.contains('\0'); }

bool isOfTls(CURLcode code)
{
    switch (code) {
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_ENGINE_INITFAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_SHUTDOWN_FAILED:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CLIENTCERT:
        return true;
    default:
        return false;
    }
}

} // namespace

Transfer::Transfer(const Limits &limits) : m_limits(limits), m_handle(curl_easy_init())
{
    Q_ASSERT(m_handle);
    curl_easy_setopt(m_handle, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_handle, CURLOPT_ERRORBUFFER, m_error.data());
    curl_easy_setopt(m_handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_handle, CURLOPT_QUICK_EXIT, 1L); // a name look-up that hangs must not hold the thread
    curl_easy_setopt(m_handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(m_handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(m_handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(m_handle, CURLOPT_NOPROXY, CurlLoop::noProxyFor().constData());
    curl_easy_setopt(m_handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    if (!limits.caFile.isEmpty())
        curl_easy_setopt(m_handle, CURLOPT_CAINFO, limits.caFile.constData());
    // A connection that was idle for long may be closed by the server while the next request is on its way, and that
    // request would be in doubt.
    curl_easy_setopt(m_handle, CURLOPT_MAXAGE_CONN, 15L);
    // A request and its answer are a kilobyte or two, and several hundred are open at once: not 16 and 64 kB for each.
    curl_easy_setopt(m_handle, CURLOPT_BUFFERSIZE, 8L * 1024);
    curl_easy_setopt(m_handle, CURLOPT_UPLOAD_BUFFERSIZE, 16L * 1024);
    curl_easy_setopt(m_handle, CURLOPT_PREREQFUNCTION, &Transfer::onConnected);
    curl_easy_setopt(m_handle, CURLOPT_PREREQDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    curl_easy_setopt(m_handle, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    curl_easy_setopt(m_handle, CURLOPT_WRITEDATA, this);
}

Transfer::~Transfer()
{
    curl_easy_cleanup(m_handle);
    curl_slist_free_all(m_headers);
}

Transfer *Transfer::of(CURL *handle)
{
    char *self = nullptr;
    curl_easy_getinfo(handle, CURLINFO_PRIVATE, &self);
    return static_cast<Transfer *>(static_cast<void *>(self));
}

bool Transfer::prepare(HttpRequest request, Transport::Done done)
{
    m_done = std::move(done);
    m_response = {};
    m_headerBytes = 0;
    m_isConnected = false;
    m_tooLarge = false;
    m_isDropped = false;
    m_isHeaderWhole = false;
    m_error[0] = '\0';

    bool sound = !breaksLine(request.method) && !breaksLine(request.url);
    for (const auto &[name, value] : std::as_const(request.headers))
        sound = sound && !breaksLine(name) && !breaksLine(value) && !name.isEmpty();
    m_request = std::move(request);
    if (!sound)
        return false;

    setHeaders(m_request);
    setMethodAndBody();
    curl_easy_setopt(m_handle, CURLOPT_URL, m_request.url.constData());
    const auto timeout = std::max<qint64>(1, m_request.timeout.count());
    curl_easy_setopt(m_handle, CURLOPT_TIMEOUT_MS, static_cast<long>(timeout));
    curl_easy_setopt(m_handle, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(std::min<qint64>(timeout, m_limits.connectTimeout.count())));
    return true;
}

void Transfer::setHeaders(const HttpRequest &request)
{
    if (m_headers && request.headers == m_headersAsked && request.basicAuth == m_authAsked)
        return; // a campaign's requests differ in their bodies alone
    curl_slist_free_all(m_headers);
    m_headers = nullptr;
    const auto add = [this](const QByteArray &line) { m_headers = curl_slist_append(m_headers, line.constData()); };
    bool hasType = false;
    for (const auto &[name, value] : request.headers) {
        add(value.isEmpty() ? name + ";" : name + ": " + value);
        hasType = hasType || name.compare("Content-Type", Qt::CaseInsensitive) == 0;
    }
    if (!request.basicAuth.isEmpty())
        add("Authorization: Basic " + request.basicAuth.toBase64());
    if (!hasType)
        add("Content-Type:"); // libcurl would call every body a form
    add("Expect:");
    m_headersAsked = request.headers;
    m_authAsked = request.basicAuth;
    curl_easy_setopt(m_handle, CURLOPT_HTTPHEADER, m_headers);
}

void Transfer::setMethodAndBody()
{
    const QByteArray &method = m_request.method;
    const bool hasBody = !m_request.body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH";
    if (hasBody) {
        curl_easy_setopt(m_handle, CURLOPT_POST, 1L);
        curl_easy_setopt(m_handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        curl_easy_setopt(m_handle, CURLOPT_POSTFIELDS, m_request.body.constData());
    } else {
        curl_easy_setopt(m_handle, CURLOPT_HTTPGET, 1L);
    }
    if (method == "HEAD")
        curl_easy_setopt(m_handle, CURLOPT_NOBODY, 1L);
    const bool asIs = method == "HEAD" || method == (hasBody ? "POST" : "GET");
    curl_easy_setopt(m_handle, CURLOPT_CUSTOMREQUEST, asIs ? nullptr : method.constData());
}

// libcurl calls this each time a request is about to leave, also when it repeats one by itself after a reused
// connection dropped. What has been on the wire once is never put there again: whether the other side acted on it
// cannot be known from here.
int Transfer::onConnected(void *self, char *, char *, int, int)
{
    auto *transfer = static_cast<Transfer *>(self);
    if (transfer->m_isConnected) {
        transfer->m_isDropped = true;
        return CURL_PREREQFUNC_ABORT;
    }
    transfer->m_isConnected = true;
    transfer->m_limits.connected(*transfer, transfer->m_limits.owner);
    return CURL_PREREQFUNC_OK;
}

size_t Transfer::onHeader(char *data, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    const auto length = static_cast<qsizetype>(size * count);
    transfer->m_headerBytes += length;
    if (transfer->m_headerBytes > transfer->m_limits.headerBytes) {
        transfer->m_tooLarge = true;
        return 0;
    }
    const QByteArrayView line = QByteArrayView(data, length).trimmed();
    if (line.isEmpty())
        transfer->m_isHeaderWhole = true;
    const qsizetype colon = line.indexOf(':');
    if (line.startsWith("HTTP/")) {
        transfer->m_response.headers.clear(); // of an interim answer
        transfer->m_isHeaderWhole = false;
    } else if (colon > 0)
        transfer->m_response.headers.emplace_back(line.first(colon).trimmed().toByteArray(),
                                                  line.sliced(colon + 1).trimmed().toByteArray());
    return size * count;
}

size_t Transfer::onBody(char *data, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    const auto length = static_cast<qsizetype>(size * count);
    if (transfer->m_response.body.size() + length > transfer->m_limits.bodyBytes) {
        transfer->m_tooLarge = true;
        return 0;
    }
    transfer->m_response.body.append(data, length);
    return size * count;
}

HttpResponse Transfer::finish(CURLcode code)
{
    if (code == CURLE_OK && !m_isHeaderWhole)
        code = CURLE_RECV_ERROR; // libcurl is content with a status line
    long status = 0;
    curl_easy_getinfo(m_handle, CURLINFO_RESPONSE_CODE, &status);
    curl_off_t microseconds = 0;
    curl_easy_getinfo(m_handle, CURLINFO_TOTAL_TIME_T, &microseconds);

    m_response.latency = std::chrono::duration_cast<Millis>(std::chrono::microseconds(microseconds));
    m_response.status = status >= 200 && m_isConnected ? static_cast<int>(status) : 0;
    m_response.reached = reached(code);
    m_response.nameUnknown = code == CURLE_COULDNT_RESOLVE_HOST && m_response.reached == Reached::NotConnected;
    if (code != CURLE_OK)
        m_response.error = words(code);
    m_response.url = std::move(m_request.url);
    m_request = {};
    return std::move(m_response);
}

Reached Transfer::reached(CURLcode code) const
{
    if (code == CURLE_OK)
        return Reached::ResponseComplete;
    if (m_isDropped)
        return Reached::RequestWritten; // how much of the body had left is forgotten by then: the graver of the two
    if (!m_isConnected) {
        long peer = 0;
        curl_easy_getinfo(m_handle, CURLINFO_PRIMARY_PORT, &peer); // known once the socket is connected
        const bool inHandshake = peer > 0 && m_request.url.startsWith("https:");
        return isOfTls(code) || inHandshake ? Reached::TlsFailed : Reached::NotConnected;
    }
    if (m_response.status != 0)
        return Reached::ResponsePartial;
    if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_WEIRD_SERVER_REPLY)
        return Reached::ResponsePartial; // something came back, but it was not HTTP
    return reachedOnTheWire();
}

Reached Transfer::reachedOnTheWire() const
{
    long requestBytes = 0;
    curl_easy_getinfo(m_handle, CURLINFO_REQUEST_SIZE, &requestBytes);
    curl_off_t bodyBytes = 0;
    curl_easy_getinfo(m_handle, CURLINFO_SIZE_UPLOAD_T, &bodyBytes);
    return requestBytes > 0 && bodyBytes >= m_request.body.size() ? Reached::RequestWritten : Reached::RequestPartial;
}

QString Transfer::words(CURLcode code) const
{
    if (m_tooLarge)
        return u"the answer is larger than %1 bytes"_s.arg(m_limits.bodyBytes);
    if (m_isDropped)
        return u"the connection dropped before an answer came"_s;
    return m_error[0] ? QString::fromUtf8(m_error.data()) : QString::fromUtf8(curl_easy_strerror(code));
}

} // namespace engine

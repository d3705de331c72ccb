#pragma once

#include "engine/http/transport.h"

#include <array>

#include <curl/curl.h>

namespace engine {

/// One request on its way and what came back, around a libcurl handle that is used again for the next one.
/// Owned by HttpClient, same thread.
class Transfer
{
public:
    struct Limits
    {
        qsizetype bodyBytes = 0;
        qsizetype headerBytes = 256 * 1024;
        domain::Millis connectTimeout{10'000};
        QByteArray caFile;                                            ///< empty: the system's
        void (*connected)(Transfer &transfer, void *owner) = nullptr; ///< a connection is there, the request leaves now
        void *owner = nullptr;
    };

    explicit Transfer(const Limits &limits);
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    /// Makes the handle ready. False where the request cannot be put on the wire (a line break in a header): the
    /// response says so.
    [[nodiscard]] bool prepare(domain::HttpRequest request, Transport::Done done);
    /// What became of it; the transfer may be prepared again afterwards.
    [[nodiscard]] domain::HttpResponse finish(CURLcode code);
    [[nodiscard]] Transport::Done takeDone() { return std::move(m_done); }

    [[nodiscard]] CURL *handle() const { return m_handle; }
    [[nodiscard]] static Transfer *of(CURL *handle);

    QByteArray host;         ///< the queue it belongs to
    size_t place = 0;        ///< among the active ones
    bool connecting = false; ///< holds one of the host's places for connections in the making

private:
    void setHeaders(const domain::HttpRequest &request);
    void setMethodAndBody();
    [[nodiscard]] domain::Reached reached(CURLcode code) const;
    [[nodiscard]] domain::Reached reachedOnTheWire() const;
    [[nodiscard]] QString words(CURLcode code) const;

    static int onConnected(void *self, char *, char *, int, int);
    static size_t onHeader(char *data, size_t size, size_t count, void *self);
    static size_t onBody(char *data, size_t size, size_t count, void *self);

    const Limits &m_limits;
    CURL *m_handle;
    curl_slist *m_headers = nullptr;
    domain::HttpHeaders m_headersAsked; ///< what m_headers was made from
    QByteArray m_authAsked;
    domain::HttpRequest m_request;
    domain::HttpResponse m_response;
    Transport::Done m_done;
    qsizetype m_headerBytes = 0;
    bool m_isConnected = false;
    bool m_tooLarge = false;
    bool m_isHeaderWhole = false;
    bool m_isDropped = false; ///< libcurl wanted to repeat
    std::array<char, CURL_ERROR_SIZE> m_error{};
};

} // namespace engine

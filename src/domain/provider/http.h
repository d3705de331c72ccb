#pragma once

#include "domain/core/types.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace domain {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// What a provider wants to be asked. The engine's transport carries it out once and never repeats it.
struct HttpRequest
{
    QByteArray method = "GET";
    QByteArray url;
    HttpHeaders headers; ///< without Host and Content-Length
    QByteArray body;
    Millis timeout{30'000};
    /// user:password for HTTP Basic, kept apart from the headers so that nothing logs it.
    QByteArray basicAuth;
    /// A provider's note to itself, never sent: it stands in the answer to this request (which page of which list).
    QByteArray tag;
};

/// How far a request got. Anything up to and including TlsFailed surely had no effect at the other side.
enum class Reached {
    NotConnected,    ///< name not resolved, refused, unreachable
    TlsFailed,       ///< certificate or handshake
    RequestPartial,  ///< some of the request may have left
    RequestWritten,  ///< all of it left, no answer came
    ResponsePartial, ///< the answer broke off
    ResponseComplete,
};

struct HttpResponse
{
    Reached reached = Reached::NotConnected;
    int status = 0; ///< 0 where there is none
    HttpHeaders headers;
    QByteArray body;
    QString error;            ///< the transport's words, English, for the log; empty when complete
    bool nameUnknown = false; ///< with NotConnected: there is no address to the host's name
    Millis latency{0};
    QByteArray url; ///< what was asked, for lists that go on from there
    QByteArray tag; ///< the request's; set by who asked

    /// The first header of that name, compared without case; empty if absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

} // namespace domain

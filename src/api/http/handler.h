#pragma once

#include "domain/provider/http.h"

#include <optional>

namespace api {

/// What comes before a body. The method is one of GET, HEAD and POST, the target begins with a slash.
struct Head
{
    QByteArray method;
    QByteArray target; ///< path and query as they came
    domain::HttpHeaders headers;
};

struct Answer
{
    int status = 200;
    QByteArray type = "text/plain; charset=utf-8";
    QByteArray body;
    domain::HttpHeaders headers; ///< besides type and length
};

/// What stands behind a server. Called in its thread.
class Handler
{
public:
    virtual ~Handler() = default;
    /// Before the body is read: an answer here ends the connection with it.
    [[nodiscard]] virtual std::optional<Answer> screen(const Head &head) = 0;
    /// The whole request. Without an answer HttpServer::answer() gives it later, under the ticket.
    [[nodiscard]] virtual std::optional<Answer> handle(quint64 ticket, const Head &head, const QByteArray &body) = 0;
    /// A few times a second.
    virtual void tick() = 0;
};

} // namespace api

#pragma once

#include "api/http/handler.h"

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>

namespace api {

using RequestHead = boost::beast::http::header<true, boost::beast::http::fields>;

/// Why a head the parser let pass is not served: anything another server between us could read differently (RFC 9112,
/// sections 3.2, 6.1 and 6.3), and methods nobody needs here. Empty: it will do.
[[nodiscard]] std::optional<Answer> framingFault(const RequestHead &head);

[[nodiscard]] Head headOf(const RequestHead &head);
/// Status line and headers of an answer, with the length of its body.
[[nodiscard]] QByteArray headText(const Answer &answer, bool keepAlive);
[[nodiscard]] Answer plainAnswer(int status);

} // namespace api

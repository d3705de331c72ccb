#pragma once

#include "domain/core/types.h"
#include "domain/provider/http.h"

#include <QJsonValue>
#include <QList>

#include <optional>

namespace providers {

/// Names and values of a form in the order of the wire; a name may come more than once.
using Form = QList<std::pair<QString, QString>>;

/// application/x-www-form-urlencoded, UTF-8, everything but unreserved characters percent-encoded.
[[nodiscard]] QByteArray formEncoded(const Form &form);
[[nodiscard]] Form formDecoded(const QByteArray &body);
/// The first value of that name; null if absent.
[[nodiscard]] QString value(const Form &form, QStringView name);

/// "-0.00750" → -7500. Rounded half away from zero beyond six decimals; empty for anything that is no decimal number
/// or does not fit.
[[nodiscard]] std::optional<qint64> microsFromDecimal(QStringView text);

/// Retry-After in seconds or as a date, the latter against the same response's Date. Empty if absent or unreadable.
[[nodiscard]] std::optional<domain::Millis> retryAfter(const domain::HttpResponse &response);

/// "Fri, 20 Nov 2026 21:30:00 +0000" (RFC 2822) or with "GMT" (RFC 9110).
[[nodiscard]] std::optional<domain::Instant> instantFromRfc2822(const QString &text);

/// "2026-11-20T21:30:00+00:00", with or without milliseconds, "Z" or "+0000"; without an offset it is UTC.
[[nodiscard]] std::optional<domain::Instant> instantFromIso8601(const QString &text);
/// "2026-11-20T21:30:00Z".
[[nodiscard]] QString iso8601(domain::Instant at);

/// The amount as it stands in JSON, as a number or as a decimal string.
[[nodiscard]] std::optional<qint64> microsFromJson(const QJsonValue &value);

/// "+31612345678" → "31612345678"; anything else as it is.
[[nodiscard]] QString withoutPlus(const QString &number);
/// "31612345678" → "+31612345678"; short codes and names as they are.
[[nodiscard]] QString withPlus(const QString &digits);

} // namespace providers

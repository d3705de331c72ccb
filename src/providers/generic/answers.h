#pragma once

#include "providers/generic/profile.h"

namespace providers::generic {

/// What an answer to a send means (generic_http.md, section 3): the success rules, then the error rules in their
/// order, then the defaults. Where it may have been accepted without our knowing it is Unknown.
[[nodiscard]] domain::Outcome outcomeOf(const Profile &profile, const domain::HttpResponse &response);

/// A row of a list, the answer about one message, or a webhook's event. Without a status of its own: accepted.
[[nodiscard]] domain::StatusReport reportFrom(const Profile &profile, const RowShape &shape, const Answer &row);
[[nodiscard]] std::optional<domain::InboundMessage> inboundFrom(const RowShape &shape, const Answer &row,
                                                                domain::Channel channel);
/// All of them hold.
[[nodiscard]] bool holds(const QList<Test> &tests, const Answer &answer);

/// Seconds or milliseconds since 1970, ISO 8601, "2026-11-20 21:30:00" or RFC 2822; with a format, that one in UTC.
[[nodiscard]] std::optional<domain::Instant> timeFrom(const QString &text, const QString &format);

/// "0044 20…", "44 20…" → "+4420…"; anything that is no number of that kind stays as it is.
[[nodiscard]] QString normalNumber(const QString &text);

} // namespace providers::generic

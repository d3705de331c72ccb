#pragma once

#include "domain/provider/provider.h"
#include "providers/twilio/record.h"

namespace providers::twilio {

/// Twilio's clock and ours may differ by this much before a match is doubted.
inline constexpr std::chrono::minutes clockTolerance{2};
/// How far back a record still blocks a clean 'absent': our clock may be wrong by hours, our money is not.
inline constexpr std::chrono::hours doubtHorizon{24};

/// A page of the message list, newest first.
struct RecordPage
{
    QList<Record> records;
    QByteArray next; ///< next_page_uri as it stands; empty for the last

    /// Every record is older than `since` by more than the tolerance, so nothing newer can follow.
    [[nodiscard]] bool isAllBefore(domain::Instant since) const;
};

/// Empty where `body` is no list of messages: such a page must not count as an empty one.
[[nodiscard]] std::optional<RecordPage> recordPageFrom(const QByteArray &body);

/// What an attempt was sent from when it named no sender itself.
struct DefaultSender
{
    QString from;
    QString messagingServiceSid;
};

/// twilio.md, section 10: same recipient, sender and text, outbound, created in the window, bound to no other
/// attempt. One is the message; several, or one that only might be it, are for a person.
[[nodiscard]] domain::Evidence evidenceIn(const std::vector<RecordPage> &pages, const domain::Doubt &doubt,
                                          const DefaultSender &defaults, const QSet<QString> &boundIds);

} // namespace providers::twilio

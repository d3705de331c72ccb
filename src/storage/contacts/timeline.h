#pragma once

#include "domain/core/types.h"
#include "storage/core/connection.h"

namespace storage {

/// Something that happened with a contact.
struct TimelineRow
{
    enum class Kind { Message, Inbound, Record, Consent, Change };
    Kind kind = Kind::Message;
    qint64 id = 0;
    domain::Instant at{};
    QString title;
    QString text;
    QString state;
    domain::Channel channel = domain::Channel::Sms;
    std::optional<domain::Money> amount;
};

struct TimelinePage
{
    QList<TimelineRow> rows; ///< newest first
    QString next;
};

/// Messages, replies, records, consents and changes of one contact, in one stream.
[[nodiscard]] domain::Result<TimelinePage> readTimeline(Connection &connection, domain::ContactId contact,
                                                        const QString &cursor, int limit);

/// How often each value occurs among the live contacts, by name.
enum class ContactProperty { Tag, Group, Territory };
[[nodiscard]] domain::Result<QList<std::pair<QString, qint64>>> countContactsBy(Connection &connection,
                                                                                ContactProperty property);
/// Keys of custom attributes among the newest contacts that have any (at most 2,000 are looked at), sorted.
[[nodiscard]] domain::Result<QStringList> attributeNames(Connection &connection);

} // namespace storage

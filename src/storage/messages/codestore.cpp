#include "storage/messages/codestore.h"

namespace storage {

using domain::Instant;
using domain::MessageState;
using domain::Result;

Instant OneTimeCode::validUntil() const { return leftAt.value_or(queuedAt + validity) + validity; }

bool OneTimeCode::isOpen(Instant now) const
{
    switch (state) {
    case MessageState::Rejected:
    case MessageState::Undelivered:
    case MessageState::Skipped:
    case MessageState::Cancelled:
    case MessageState::Expired:
        return false;
    default:
        return !verifiedAt && now < validUntil();
    }
}

Result<void> CodeStore::add(domain::MessageId message, std::chrono::seconds validity)
{
    return m_connection.statement("INSERT INTO one_time_code (message_id, validity_s) VALUES (?, ?)")
        .bind(1, message.value)
        .bind(2, qint64(validity.count()))
        .exec();
}

std::optional<std::chrono::seconds> CodeStore::validityOf(domain::MessageId message)
{
    Statement &s = m_connection.statement("SELECT validity_s FROM one_time_code WHERE message_id = ?");
    s.bind(1, message.value);
    const auto validity = s.next() ? std::optional(std::chrono::seconds(s.integer(0))) : std::nullopt;
    s.finish();
    return validity;
}

Result<QList<OneTimeCode>> CodeStore::read(Statement &statement)
{
    QList<OneTimeCode> codes;
    while (statement.next()) {
        OneTimeCode &code = codes.emplaceBack();
        code.message = domain::MessageId{statement.integer(0)};
        code.provider = domain::ProviderId{statement.integer(1)};
        code.addressIndex = statement.blob(2);
        code.state = domain::messageStateFromText(statement.text(3)).value_or(MessageState::Uncertain);
        code.validity = std::chrono::seconds(statement.integer(4));
        code.queuedAt = domain::fromMillis(statement.integer(5));
        if (const auto left = statement.optionalInteger(6))
            code.leftAt = domain::fromMillis(*left);
        code.tries = int(statement.integer(7));
        if (const auto verified = statement.optionalInteger(8))
            code.verifiedAt = domain::fromMillis(*verified);
    }
    if (statement.failed())
        return tl::unexpected(m_connection.lastError());
    return codes;
}

Result<std::optional<OneTimeCode>> CodeStore::newestTo(const QByteArray &addressIndex, domain::Channel channel)
{
    Statement &s = m_connection.statement(
        "SELECT m.id, m.provider_id, m.address_index, m.state, c.validity_s, m.created_at, m.claimed_at, c.tries,"
        " c.verified_at FROM one_time_code c CROSS JOIN message m ON m.id = c.message_id"
        " WHERE m.address_index = ?1 AND m.claimed_at IS NOT NULL AND m.channel = ?2"
        " ORDER BY c.message_id DESC LIMIT 1");
    s.bind(1, addressIndex).bind(2, domain::toText(channel));
    const auto codes = read(s);
    if (!codes)
        return tl::unexpected(codes.error());
    return codes->isEmpty() ? std::nullopt : std::optional(codes->first());
}

Result<QList<OneTimeCode>> CodeStore::unverified(domain::ProviderId provider, Instant since)
{
    Statement &s = m_connection.statement(
        "SELECT m.id, m.provider_id, m.address_index, m.state, c.validity_s, m.created_at, m.claimed_at, c.tries,"
        " c.verified_at FROM one_time_code c JOIN message m ON m.id = c.message_id"
        " WHERE c.verified_at IS NULL AND m.provider_id = ?1 AND m.created_at >= ?2 ORDER BY c.message_id DESC");
    s.bind(1, provider.value).bind(2, domain::toMillis(since));
    return read(s);
}

Result<void> CodeStore::countTry(domain::MessageId message)
{
    return m_connection.statement("UPDATE one_time_code SET tries = tries + 1 WHERE message_id = ?")
        .bind(1, message.value)
        .exec();
}

Result<bool> CodeStore::setVerified(domain::MessageId message, Instant at)
{
    Statement &s = m_connection.statement(
        "UPDATE one_time_code SET verified_at = ?2 WHERE message_id = ?1 AND verified_at IS NULL");
    s.bind(1, message.value).bind(2, domain::toMillis(at));
    if (auto done = s.exec(); !done)
        return tl::unexpected(done.error());
    return s.changes() > 0;
}

} // namespace storage

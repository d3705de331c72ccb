// Which message is meant, and which ones wait to be looked at.
#include "storage/messages/messagestore.h"

#include "domain/message/parts.h"
#include "domain/message/reference.h"
#include "storage/core/connection.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace storage {

using domain::fromMillis;
using domain::Instant;
using domain::MessageId;
using domain::MessageState;
using domain::Result;
using domain::toMillis;

MessageId MessageStore::find(const Settlement &settlement)
{
    if (settlement.message.isValid())
        return settlement.message;
    const auto *learnt = std::get_if<domain::StatusLearnt>(&settlement.event);
    if (!learnt)
        return {};
    if (!learnt->report.providerMessageId.isEmpty()) {
        if (const MessageId id = calledSo(settlement.provider, learnt->report.providerMessageId); id.isValid())
            return id;
    }
    const QString reference = domain::withoutParts(learnt->report.reference);
    const MessageId named = domain::messageOfReference(reference);
    if (!named.isValid())
        return {};
    auto &s =
        m_connection.statement("SELECT 1 FROM attempt WHERE message_id = ? AND reference = ? AND provider_id = ?");
    s.bind(1, named.value).bind(2, reference).bind(3, settlement.provider.value);
    const bool ours = s.next();
    s.finish();
    return ours ? named : MessageId{};
}

bool MessageStore::isCalled(MessageId id, domain::ProviderId provider, const QString &providerMessageId)
{
    auto &s = m_connection.statement(
        "SELECT 1 FROM message WHERE id = ? AND provider_id = ? AND provider_message_id = ?");
    s.bind(1, id.value).bind(2, provider.value).bind(3, providerMessageId);
    const bool is = s.next();
    s.finish();
    return is;
}

MessageId MessageStore::calledSo(domain::ProviderId provider, const QString &providerMessageId)
{
    const QList<MessageId> candidates = m_index.named(provider, providerMessageId);
    for (const MessageId candidate : candidates)
        if (isCalled(candidate, provider, providerMessageId))
            return candidate;
    return {};
}

bool MessageStore::isTaken(domain::ProviderId provider, const QString &providerMessageId, MessageId by)
{
    const QList<MessageId> candidates = m_index.lastNamed(provider, providerMessageId);
    return std::any_of(candidates.cbegin(), candidates.cend(), [&](MessageId other) {
        return other.value != by.value && isCalled(other, provider, providerMessageId);
    });
}

Result<QList<Settlement>> MessageStore::openAttempts(int limit)
{
    auto &s = m_connection.statement(
        "SELECT id, message_id, provider_id FROM attempt WHERE finished_at IS NULL ORDER BY id LIMIT ?");
    s.bind(1, limit);
    QList<Settlement> lost;
    while (s.next()) {
        Settlement &one = lost.emplaceBack();
        one.attempt.value = s.integer(0);
        one.message.value = s.integer(1);
        one.provider.value = s.integer(2);
        one.event = domain::AttemptLost{};
        one.source = domain::EventSource::Engine;
    }
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return lost;
}

Result<QList<LookDue>> MessageStore::looksDue(Instant now, int limit, const LookDue *after)
{
    auto &s = m_connection.statement(
        "SELECT m.id, m.state, m.provider_id, m.provider_message_id, m.channel, m.look_at, m.accepted_at, a.id,"
        " a.reference, a.started_at, m.address_cipher, m.body, a.sender"
        " FROM message m LEFT JOIN attempt a ON a.message_id = m.id AND a.number = m.attempts"
        " WHERE (m.look_at, m.id) > (?, ?) AND m.look_at <= ? AND m.look_at IS NOT NULL"
        " ORDER BY m.look_at, m.id LIMIT ?");
    s.bind(1, after ? toMillis(after->at) : std::numeric_limits<qint64>::min()).bind(2, after ? after->id.value : 0);
    s.bind(3, toMillis(now)).bind(4, limit);
    QList<LookDue> rows;
    while (s.next()) {
        LookDue &r = rows.emplaceBack();
        r.id.value = s.integer(0);
        r.state = domain::messageStateFromText(s.text(1)).value_or(MessageState::Accepted);
        r.provider.value = s.integer(2);
        r.providerMessageId = s.text(3);
        r.channel = domain::channelFromText(s.text(4)).value_or(domain::Channel::Sms);
        r.at = fromMillis(s.integer(5));
        if (!s.isNull(6))
            r.acceptedAt = fromMillis(s.integer(6));
        r.attempt = s.isNull(7) ? 0 : s.integer(7);
        if (r.state != MessageState::Uncertain)
            continue;
        r.reference = s.text(8);
        r.startedAt = fromMillis(s.integer(9));
        r.addressCipher = s.blob(10);
        r.body = s.text(11);
        r.sender = s.text(12);
    }
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return rows;
}

std::optional<Instant> MessageStore::nextLook()
{
    auto &s = m_connection.statement("SELECT look_at FROM message WHERE look_at IS NOT NULL ORDER BY look_at LIMIT 1");
    if (!s.next())
        return std::nullopt;
    const Instant at = fromMillis(s.integer(0));
    s.finish();
    return at;
}

QString MessageStore::firstReference(MessageId message)
{
    auto &s = m_connection.statement("SELECT reference FROM attempt WHERE message_id = ? ORDER BY number LIMIT 1");
    s.bind(1, message.value);
    const QString reference = s.next() ? s.text(0) : QString();
    s.finish();
    return reference;
}

qint64 MessageStore::lastAttempt()
{
    auto &s = m_connection.statement("SELECT max(id) FROM attempt");
    const qint64 last = s.next() && !s.isNull(0) ? s.integer(0) : 0;
    s.finish();
    return last;
}

qint64 MessageStore::sendingCount()
{
    auto &s = m_connection.statement("SELECT count(*) FROM attempt WHERE finished_at IS NULL");
    const qint64 count = s.next() ? s.integer(0) : 0;
    s.finish();
    return count;
}

bool MessageStore::isSending(domain::CampaignId campaign)
{
    // The few that are open, whatever the campaign's size.
    auto &s = m_connection.statement("SELECT 1 FROM attempt a JOIN message m ON m.id = a.message_id"
                                     " WHERE a.finished_at IS NULL AND m.campaign_id = ? LIMIT 1");
    s.bind(1, campaign.value);
    const bool is = s.next();
    s.finish();
    return is;
}

qint64 MessageStore::uncertainCount(qint64 atMost)
{
    auto &s = m_connection.statement(
        "SELECT count(*) FROM (SELECT 1 FROM message INDEXED BY message_seldom WHERE state = 'uncertain' LIMIT ?)");
    s.bind(1, atMost);
    const qint64 count = s.next() ? s.integer(0) : 0;
    s.finish();
    return count;
}

QByteArray MessageStore::addressOf(domain::ProviderId provider, const QString &reference)
{
    auto &s = m_connection.statement("SELECT m.address_cipher FROM attempt a JOIN message m ON m.id = a.message_id"
                                     " WHERE a.message_id = ? AND a.reference = ? AND a.provider_id = ?");
    s.bind(1, domain::messageOfReference(reference).value).bind(2, reference).bind(3, provider.value);
    QByteArray cipher;
    if (s.next()) {
        cipher = s.blob(0);
        s.finish();
    }
    return cipher;
}

QSet<QString> MessageStore::boundIds(domain::ProviderId provider, const QStringList &ids)
{
    QSet<QString> bound;
    for (const QString &id : ids)
        if (calledSo(provider, id).isValid())
            bound.insert(id);
    return bound;
}

} // namespace storage

#include "storage/workspace/providerstore.h"

#include <QJsonDocument>

namespace storage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::ProviderId;
using domain::Result;

namespace {

QString wordsOf(const QList<domain::Channel> &channels)
{
    QStringList words;
    for (const domain::Channel channel : channels)
        words << domain::toText(channel);
    return words.join(u',');
}

QList<domain::Channel> channelsOf(const QString &words)
{
    QList<domain::Channel> channels;
    const auto parts = QStringView(words).split(u',', Qt::SkipEmptyParts);
    for (const QStringView word : parts)
        if (const auto channel = domain::channelFromText(word))
            channels << *channel;
    return channels;
}

ProviderRecord recordOf(const Statement &s)
{
    ProviderRecord r;
    r.id = ProviderId{s.integer(0)};
    r.kind = s.text(1);
    r.name = s.text(2);
    r.settings = QJsonDocument::fromJson(s.text(3).toUtf8()).object();
    r.channels = channelsOf(s.text(4));
    r.enabled = s.integer(5) != 0;
    r.pausedReason = s.text(6);
    r.pausedDetail = s.text(7);
    if (!s.isNull(8))
        r.pausedAt = domain::fromMillis(s.integer(8));
    r.ratePerSecond = s.real(9);
    r.inFlight = static_cast<int>(s.integer(10));
    r.position = static_cast<int>(s.integer(11));
    r.pollCursor = s.integer(12);
    r.createdAt = domain::fromMillis(s.integer(13));
    r.updatedAt = domain::fromMillis(s.integer(14));
    r.hasSecret = s.integer(15) != 0;
    return r;
}

Result<void> oneChanged(Result<void> done, const Statement &s)
{
    if (done && s.changes() != 1)
        return domain::fail(ErrorCode::NotFound, u"no such provider"_s);
    return done;
}

} // namespace

Result<QList<ProviderRecord>> ProviderStore::all()
{
    Statement &s = m_connection.statement(
        "SELECT id, kind, name, settings, channels, enabled, paused_reason, paused_detail, paused_at, rate_per_second,"
        " in_flight, position, poll_cursor, created_at, updated_at, has_secret FROM provider ORDER BY position, id");
    QList<ProviderRecord> records;
    while (s.next())
        records << recordOf(s);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return records;
}

Result<ProviderRecord> ProviderStore::provider(ProviderId id)
{
    Statement &s = m_connection.statement(
        "SELECT id, kind, name, settings, channels, enabled, paused_reason, paused_detail, paused_at, rate_per_second,"
        " in_flight, position, poll_cursor, created_at, updated_at, has_secret FROM provider WHERE id = ?");
    s.bind(1, id.value);
    if (!s.next())
        return s.failed() ? Result<ProviderRecord>(tl::unexpected(m_connection.lastError()))
                          : Result<ProviderRecord>(domain::fail(ErrorCode::NotFound, u"no such provider"_s));
    ProviderRecord record = recordOf(s);
    s.finish();
    return record;
}

Result<ProviderId> ProviderStore::save(const ProviderRecord &record, domain::Instant now)
{
    const bool isNew = !record.id.isValid();
    Statement &s = m_connection.statement(
        isNew ? "INSERT INTO provider (kind, name, settings, channels, enabled, rate_per_second, in_flight, updated_at,"
                " created_at, has_secret, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9,"
                " (SELECT coalesce(max(position) + 1, 0) FROM provider))"
              : "UPDATE provider SET kind = ?1, name = ?2, settings = ?3, channels = ?4, enabled = ?5,"
                " rate_per_second = ?6, in_flight = ?7, updated_at = ?8, has_secret = ?9 WHERE id = ?10");
    s.bind(1, record.kind)
        .bind(2, record.name)
        .bindUtf8(3, QJsonDocument(record.settings).toJson(QJsonDocument::Compact))
        .bind(4, wordsOf(record.channels))
        .bind(5, record.enabled ? 1 : 0)
        .bind(6, record.ratePerSecond)
        .bind(7, record.inFlight)
        .bind(8, domain::toMillis(now))
        .bind(9, record.hasSecret ? 1 : 0);
    if (!isNew)
        s.bind(10, record.id.value);
    if (auto done = oneChanged(s.exec(), s); !done)
        return tl::unexpected(done.error());
    return isNew ? ProviderId{m_connection.lastInsertId()} : record.id;
}

Result<void> ProviderStore::setOrder(const QList<ProviderId> &order, domain::Instant now)
{
    const auto records = all();
    if (!records)
        return tl::unexpected(records.error());
    QList<ProviderId> whole = order;
    for (const ProviderRecord &record : *records)
        if (!whole.contains(record.id))
            whole << record.id;
    if (whole.size() != records->size())
        return domain::fail(ErrorCode::NotFound, u"no such provider"_s);
    Statement &s = m_connection.statement("UPDATE provider SET position = ?, updated_at = ? WHERE id = ?");
    for (qsizetype i = 0; i < whole.size(); ++i)
        if (auto done = oneChanged(s.bind(1, i).bind(2, domain::toMillis(now)).bind(3, whole[i].value).exec(), s);
            !done)
            return done;
    return {};
}

Result<QStringList> ProviderStore::campaignsBy(ProviderId id, int limit)
{
    Statement &s = m_connection.statement("SELECT name FROM campaign WHERE provider_id = ?"
                                          " AND state IN ('draft', 'scheduled', 'sending', 'paused')"
                                          " ORDER BY name LIMIT ?");
    s.bind(1, id.value).bind(2, limit);
    QStringList names;
    while (s.next())
        names << s.text(0);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return names;
}

Result<bool> ProviderStore::isNeeded(ProviderId id)
{
    // The counters say at once whether it has any such message; only then are those that wait for a look gone through.
    // Queued messages of a campaign find another way.
    Statement &s = m_connection.statement(
        "SELECT EXISTS (SELECT 1 FROM campaign WHERE provider_id = ?1 AND state IN ('scheduled', 'sending', 'paused'))"
        " OR EXISTS (SELECT 1 FROM attempt WHERE finished_at IS NULL AND provider_id = ?1)"
        " OR (EXISTS (SELECT 1 FROM counter WHERE provider_id = ?1 AND messages > 0"
        " AND state IN ('accepted', 'sent', 'uncertain'))"
        " AND EXISTS (SELECT 1 FROM message WHERE look_at IS NOT NULL AND provider_id = ?1))"
        " OR EXISTS (SELECT 1 FROM message WHERE state = 'queued' AND priority IN (0, 1, 2) AND campaign_id = 0"
        " AND provider_id = ?1)");
    s.bind(1, id.value);
    if (!s.next())
        return tl::unexpected(m_connection.lastError());
    const bool needed = s.integer(0) != 0;
    s.finish();
    return needed;
}

Result<void> ProviderStore::remove(ProviderId id)
{
    Statement &forget = m_connection.statement("UPDATE campaign SET provider_id = NULL WHERE provider_id = ?"
                                               " AND state IN ('draft', 'completed', 'cancelled')");
    if (auto done = forget.bind(1, id.value).exec(); !done)
        return done;
    Statement &s = m_connection.statement("DELETE FROM provider WHERE id = ?");
    return oneChanged(s.bind(1, id.value).exec(), s);
}

Result<void> ProviderStore::pause(ProviderId id, const QString &reason, const QString &detail, domain::Instant now)
{
    Statement &s = m_connection.statement("UPDATE provider SET paused_reason = ?, paused_detail = ?, paused_at = ?"
                                          " WHERE id = ?");
    return oneChanged(s.bind(1, reason).bind(2, detail).bind(3, domain::toMillis(now)).bind(4, id.value).exec(), s);
}

Result<void> ProviderStore::resume(ProviderId id, domain::Instant now)
{
    Statement &s =
        m_connection.statement("UPDATE provider SET paused_reason = '', paused_detail = '', paused_at = NULL,"
                               " updated_at = ? WHERE id = ?");
    return oneChanged(s.bind(1, domain::toMillis(now)).bind(2, id.value).exec(), s);
}

Result<void> ProviderStore::setPollCursor(ProviderId id, qint64 cursor)
{
    Statement &s = m_connection.statement("UPDATE provider SET poll_cursor = max(poll_cursor, ?) WHERE id = ?");
    return oneChanged(s.bind(1, cursor).bind(2, id.value).exec(), s);
}

Result<domain::MailboxCursor> ProviderStore::mailboxCursor(ProviderId id)
{
    Statement &s = m_connection.statement("SELECT mailbox_validity, mailbox_uid FROM provider WHERE id = ?");
    if (!s.bind(1, id.value).next())
        return s.failed() ? Result<domain::MailboxCursor>(tl::unexpected(m_connection.lastError()))
                          : Result<domain::MailboxCursor>(domain::fail(ErrorCode::NotFound, u"no such provider"_s));
    const domain::MailboxCursor cursor{static_cast<quint32>(s.integer(0)), static_cast<quint32>(s.integer(1))};
    s.finish();
    return cursor;
}

Result<void> ProviderStore::setMailboxCursor(ProviderId id, const domain::MailboxCursor &cursor)
{
    Statement &s = m_connection.statement("UPDATE provider SET mailbox_validity = ?, mailbox_uid = ? WHERE id = ?");
    s.bind(1, qint64{cursor.validity}).bind(2, qint64{cursor.uid}).bind(3, id.value);
    return oneChanged(s.exec(), s);
}

} // namespace storage

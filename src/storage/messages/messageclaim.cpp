#include "storage/messages/messagestore.h"

#include "storage/core/connection.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace storage {

using domain::fromMillis;
using domain::Instant;
using domain::MessageId;
using domain::MessageState;
using domain::Result;
using domain::toMillis;
using domain::toText;

Result<QList<DueMessage>> MessageStore::due(int priority, domain::CampaignId lane, Instant now, int limit)
{
    auto &s = m_connection.statement(
        "SELECT m.id, m.contact_id, m.campaign_id, m.template_id, m.version_id, m.provider_id, m.channel, m.category,"
        " m.origin, m.reason, m.address_cipher, m.address_index, m.country, m.subject,"
        " iif(m.template_id = 0, m.body, ''), m.due_at, m.expires_at, m.attempts,"
        " EXISTS (SELECT 1 FROM suppression s WHERE s.address_index = m.address_index AND s.channel = m.channel"
        " AND s.category IN ('', m.category)), c.id IS NULL OR c.deleted_at IS NOT NULL,"
        " coalesce(c.do_not_disturb, 0), coalesce(c.language, ''), coalesce(c.time_zone, ''),"
        " CASE WHEN m.occurrence > 0 AND m.campaign_id <> 0 THEN EXISTS (SELECT 1 FROM message e INDEXED BY"
        " message_by_contact WHERE e.contact_id = m.contact_id AND e.origin = 'campaign' AND e.origin_id = m.origin_id"
        " AND e.occurrence < m.occurrence AND e.state IN ('sending', 'accepted', 'sent', 'delivered', 'read',"
        " 'uncertain')) ELSE 0 END, m.day, m.segments, m.cost_micros, m.cost_currency"
        " FROM message m LEFT JOIN contact c ON c.id = m.contact_id"
        " WHERE m.state = 'queued' AND m.priority = ? AND m.campaign_id = ? AND m.due_at <= ?"
        " ORDER BY m.due_at, m.id LIMIT ?");
    s.bind(1, priority).bind(2, lane.value).bind(3, toMillis(now)).bind(4, limit);
    QList<DueMessage> rows;
    while (s.next()) {
        DueMessage &r = rows.emplaceBack();
        r.id.value = s.integer(0);
        r.contact.value = s.integer(1);
        r.campaign.value = s.integer(2);
        r.templateId.value = s.integer(3);
        r.version.value = s.integer(4);
        r.provider.value = s.integer(5);
        r.channel = domain::channelFromText(s.text(6)).value_or(domain::Channel::Sms);
        r.category = domain::categoryFromText(s.text(7)).value_or(domain::Category::Marketing);
        r.origin = s.text(8);
        r.reason = s.text(9);
        r.addressCipher = s.blob(10);
        r.addressIndex = s.blob(11);
        r.country = s.text(12);
        r.subject = s.text(13);
        r.body = s.text(14);
        r.dueAt = fromMillis(s.integer(15));
        if (!s.isNull(16))
            r.expiresAt = fromMillis(s.integer(16));
        r.attempts = static_cast<int>(s.integer(17));
        r.suppressed = s.integer(18) != 0;
        r.contactGone = r.contact.isValid() && s.integer(19) != 0;
        r.doNotDisturb = s.integer(20) != 0;
        r.language = s.text(21);
        r.timeZone = s.text(22);
        r.reachedBefore = s.integer(23) != 0;
        r.counted = {{s.integer(24), r.campaign.value, r.provider.value, r.templateId.value, toText(r.channel),
                      toText(r.category), u"queued"_s, s.text(27)},
                     static_cast<int>(s.integer(25)),
                     s.integer(26)};
    }
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return rows;
}

std::optional<Instant> MessageStore::nextDue(int priority, domain::CampaignId lane)
{
    auto &s =
        m_connection.statement("SELECT due_at FROM message WHERE state = 'queued' AND priority = ? AND campaign_id = ?"
                               " ORDER BY due_at LIMIT 1");
    s.bind(1, priority).bind(2, lane.value);
    if (!s.next())
        return std::nullopt;
    const Instant at = fromMillis(s.integer(0));
    s.finish();
    return at;
}

qint64 MessageStore::dueCount(int priority, domain::CampaignId lane, Instant now, qint64 atMost)
{
    auto &s = m_connection.statement(
        "SELECT count(*) FROM (SELECT 1 FROM message WHERE state = 'queued' AND priority = ? AND campaign_id = ?"
        " AND due_at <= ? LIMIT ?)");
    s.bind(1, priority).bind(2, lane.value).bind(3, toMillis(now)).bind(4, atMost);
    const qint64 count = s.next() ? s.integer(0) : 0;
    s.finish();
    return count;
}

bool MessageStore::hasWaiting(int priority, domain::CampaignId lane) { return nextDue(priority, lane).has_value(); }

QList<RecentMessage> MessageStore::recentTo(const QByteArray &addressIndex, Instant since, MessageId except)
{
    QList<RecentMessage> rows;
    const QList<MessageId> candidates = m_index.leftTo(addressIndex, since);
    for (const MessageId candidate : candidates) {
        if (candidate.value == except.value)
            continue;
        auto &s = m_connection.statement("SELECT claimed_at, text_hash, state IN ('sending', 'accepted', 'sent',"
                                         " 'delivered', 'read', 'uncertain'), category FROM message WHERE id = ?"
                                         " AND address_index = ? AND claimed_at > ?");
        s.bind(1, candidate.value).bind(2, addressIndex).bind(3, toMillis(since));
        if (s.next())
            rows.append({fromMillis(s.integer(0)), s.blob(1), s.integer(2) != 0,
                         domain::categoryFromText(s.text(3)).value_or(domain::Category::Marketing)});
        s.finish();
    }
    std::sort(rows.begin(), rows.end(),
              [](const RecentMessage &a, const RecentMessage &b) { return a.claimedAt > b.claimedAt; });
    return rows;
}

domain::CampaignId MessageStore::campaignOf(MessageId id)
{
    auto &s = m_connection.statement("SELECT campaign_id FROM message WHERE id = ?");
    s.bind(1, id.value);
    const domain::CampaignId campaign{s.next() ? s.integer(0) : 0};
    s.finish();
    return campaign;
}

std::optional<domain::Contact> MessageStore::recipient(domain::ContactId id)
{
    auto &s = m_connection.statement(
        "SELECT external_id, kind, first_name, last_name, company, display_name, language, time_zone, country,"
        " contact_group, territory, vip, lead_source, lead_stage, loyalty_tier, birthday, anniversary, customer_since,"
        " last_purchase_on, last_purchase_micros, do_not_disturb, notes, attributes FROM contact WHERE id = ?");
    s.bind(1, id.value);
    if (!s.next())
        return std::nullopt;
    const auto date = [&s](int column) { return QDate::fromString(s.text(column), Qt::ISODate); };
    domain::Contact c;
    c.id = id;
    c.externalId = s.text(0);
    c.kind = s.text(1) == u"company" ? domain::Contact::Kind::Company : domain::Contact::Kind::Person;
    c.firstName = s.text(2);
    c.lastName = s.text(3);
    c.company = s.text(4);
    c.displayName = s.text(5);
    c.language = s.text(6);
    c.timeZone = s.text(7);
    c.country = s.text(8);
    c.group = s.text(9);
    c.territory = s.text(10);
    c.vip = s.integer(11) != 0;
    c.leadSource = s.text(12);
    c.leadStage = s.text(13);
    c.loyaltyTier = s.text(14);
    c.birthday = date(15);
    c.anniversary = date(16);
    c.customerSince = date(17);
    c.lastPurchaseOn = date(18);
    c.lastPurchaseMicros = s.optionalInteger(19);
    c.doNotDisturb = s.integer(20) != 0;
    c.notes = s.text(21);
    if (const QByteArray attributes = s.text(22).toUtf8(); attributes.size() > 2)
        c.attributes = QJsonDocument::fromJson(attributes).object();
    s.finish();
    return c;
}

Result<void> MessageStore::claim(QList<Claim> &leaving, const QList<Held> &held, Instant now,
                                 const domain::SendingPolicy &policy)
{
    if (leaving.isEmpty() && held.isEmpty())
        return {};
    domain::Standing queued;
    queued.state = MessageState::Queued;
    const domain::Move move = domain::nextState(queued, domain::Claimed{}, now, policy);
    const QByteArray sending = toText(move.state).toUtf8();
    const auto work = [&]() -> Result<void> {
        CounterBatch counters;
        for (Claim &c : leaving) {
            auto &m = m_connection.statement(
                "UPDATE message SET state = ?, reason = '', provider_id = ?, subject = ?, body = ?, text_hash = ?,"
                " encoding = ?, segments = ?, cost_micros = ?, cost_currency = ?, cost_source = ?, day = ?,"
                " attempts = ?, claimed_at = ?, error_code = '', error_text = '' WHERE id = ? AND state = 'queued'"
                " AND day = ? AND provider_id = ? AND segments = ? AND cost_micros = ? AND cost_currency = ?");
            m.bindUtf8(1, sending).bind(2, c.provider.value).bind(3, c.subject).bind(4, c.body).bind(5, c.textHash);
            m.bind(6, c.encoding).bind(7, c.segments).bind(8, c.estimate.micros).bind(9, c.estimate.currency);
            m.bind(10, c.estimate.currency.isEmpty() ? QString() : u"estimate"_s).bind(11, c.day);
            m.bind(12, c.number).bind(13, toMillis(now)).bind(14, c.message.value);
            CounterKey key = c.counted.key;
            m.bind(15, key.day).bind(16, key.provider).bind(17, c.counted.segments).bind(18, c.counted.costMicros);
            m.bind(19, key.currency);
            if (auto done = m.exec(); !done)
                return done;
            if (m.changes() == 0) { // another program's command came in between
                c.attempt = {};
                continue;
            }
            counters.add(key, -1, -c.counted.segments, -c.counted.costMicros);
            auto &a = m_connection.statement("INSERT INTO attempt (message_id, number, provider_id, reference,"
                                             " started_at, sender) VALUES (?, ?, ?, ?, ?, ?)");
            a.bind(1, c.message.value).bind(2, c.number).bind(3, c.provider.value).bind(4, c.reference);
            a.bind(5, toMillis(now)).bind(6, c.sender);
            if (auto done = a.exec(); !done)
                return done;
            c.attempt.value = m_connection.lastInsertId();
            m_index.noteLeft(c.addressIndex, now, c.message);
            key.day = c.day;
            key.provider = c.provider.value;
            key.state = toText(move.state);
            key.currency = c.estimate.currency;
            counters.add(key, 1, c.segments, c.estimate.micros);
            c.counted = {key, c.segments, c.estimate.micros};
        }
        for (const Held &h : held) {
            const Settlement settlement{h.message, {}, h.event, domain::EventSource::Engine, {}, 0, {}, h.detail, {}, {}};
            if (auto done = settleOne(settlement, now, policy, counters); !done)
                return tl::unexpected(done.error());
        }
        return counters.flush(m_connection);
    };
    return m_connection.transaction(!leaving.isEmpty(), work);
}

} // namespace storage

#include "storage/messages/messagestore.h"

#include "storage/core/connection.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace storage {

using domain::MessageState;
using domain::Result;
using domain::toMillis;
using domain::toText;

namespace {

std::optional<qint64> millis(const std::optional<domain::Instant> &at)
{
    return at ? std::optional(toMillis(*at)) : std::nullopt;
}

Result<qint64> number(Statement &statement, Connection &connection)
{
    if (!statement.next()) {
        if (statement.failed())
            return tl::unexpected(connection.lastError());
        return 0;
    }
    const qint64 value = statement.integer(0);
    statement.finish();
    return value;
}

// Bound at the front of every INSERT … SELECT below: what the messages of a round share.
void bindShared(Statement &s, const CampaignPlan &plan, domain::Instant now)
{
    s.bind(1, plan.campaign.value).bind(2, plan.round).bind(3, plan.templateId.value).bind(4, plan.version.value);
    s.bind(5, toText(plan.channel)).bind(6, toText(plan.category)).bind(7, priorityOf(plan.category));
    s.bind(8, toMillis(plan.dueAt)).bindOptional(9, millis(plan.expiresAt)).bind(10, plan.day);
    s.bind(11, toMillis(now));
}

} // namespace

MessageStore::MessageStore(Connection &connection) : m_connection(connection), m_index(connection) {}

Result<PlanStep> MessageStore::planNext(const CampaignPlan &plan, qint64 after, int contacts)
{
    PlanStep step;
    const auto work = [&]() -> Result<void> {
        auto &end =
            m_connection.statement("SELECT max(id) FROM (SELECT id FROM contact WHERE id > ? ORDER BY id LIMIT ?)");
        end.bind(1, after).bind(2, contacts);
        const auto reached = number(end, m_connection);
        if (!reached)
            return tl::unexpected(reached.error());
        step.finished = *reached == 0;
        step.reached = step.finished ? after : *reached;
        if (!step.finished) {
            const auto last = number(m_connection.statement("SELECT max(id) FROM message"), m_connection);
            if (!last)
                return tl::unexpected(last.error());
            auto &s = m_connection.statement(
                u"INSERT INTO message (origin, origin_id, occurrence, campaign_id, contact_id, template_id, version_id,"
                " channel, category, priority, state, reason, address_cipher, address_index, address_tail, country,"
                " due_at, expires_at, day, created_at, final_at)"
                " SELECT 'campaign', ?1, ?2, ?1, c.id, ?3, ?4, ?5, ?6, ?7, iif(a.usable = 1, 'queued', 'skipped'),"
                " CASE WHEN a.usable IS NULL THEN 'no_address' WHEN a.usable = 0 THEN 'unusable_address' ELSE '' END,"
                " a.address_cipher, a.address_index, coalesce(a.address_tail, ''), coalesce(a.country, c.country),"
                " ?8, ?9, ?10, ?11, iif(a.usable = 1, NULL, ?11)"
                " FROM contact c LEFT JOIN contact_address a ON a.contact_id = c.id AND a.channel = ?5"
                " WHERE c.id > ?12 AND c.id <= ?13 AND c.deleted_at IS NULL AND c.created_at <= ?14 AND (%1)"
                " ORDER BY c.id"
                " ON CONFLICT DO NOTHING"_s.arg(plan.audience.where));
            bindShared(s, plan, plan.dueAt);
            s.bind(12, after).bind(13, step.reached);
            s.bind(14, millis(plan.launchedAt).value_or(std::numeric_limits<qint64>::max()));
            for (int i = 0; i < plan.audience.values.size(); ++i)
                s.bind(15 + i, plan.audience.values[i]);
            if (auto done = s.exec(); !done)
                return done;
            if (auto counted = countPlanned(plan, *last, step); !counted)
                return counted;
        }
        auto &mark = m_connection.statement("UPDATE campaign SET expanded_to = ?, expanded = ? WHERE id = ?");
        mark.bind(1, step.reached).bind(2, step.finished ? 1 : 0).bind(3, plan.campaign.value);
        return mark.exec();
    };
    if (auto done = m_connection.transaction(false, work); !done)
        return tl::unexpected(done.error());
    return step;
}

Result<PlanStep> MessageStore::planRetryNext(const CampaignPlan &plan, qint64 after, int messages)
{
    PlanStep step;
    const auto work = [&]() -> Result<void> {
        auto &end = m_connection.statement(
            "SELECT max(id) FROM (SELECT id FROM message WHERE campaign_id = ? AND campaign_id <> 0 AND id > ?"
            " AND occurrence < ? ORDER BY id LIMIT ?)");
        end.bind(1, plan.campaign.value).bind(2, after).bind(3, plan.round).bind(4, messages);
        const auto reached = number(end, m_connection);
        if (!reached)
            return tl::unexpected(reached.error());
        step.finished = *reached == 0;
        step.reached = step.finished ? after : *reached;
        if (!step.finished) {
            const auto last = number(m_connection.statement("SELECT max(id) FROM message"), m_connection);
            if (!last)
                return tl::unexpected(last.error());
            // The address as it is today: it may have been corrected since.
            auto &s = m_connection.statement(
                "INSERT INTO message (origin, origin_id, occurrence, campaign_id, contact_id, template_id, version_id,"
                " channel, category, priority, state, reason, address_cipher, address_index, address_tail, country,"
                " due_at, expires_at, day, created_at, final_at)"
                " SELECT 'campaign', ?1, ?2, ?1, c.id, ?3, ?4, ?5, ?6, ?7, iif(a.usable = 1, 'queued', 'skipped'),"
                " CASE WHEN a.usable IS NULL THEN 'no_address' WHEN a.usable = 0 THEN 'unusable_address' ELSE '' END,"
                " a.address_cipher, a.address_index, coalesce(a.address_tail, ''), coalesce(a.country, c.country),"
                " ?8, ?9, ?10, ?11, iif(a.usable = 1, NULL, ?11)"
                " FROM message m JOIN contact c ON c.id = m.contact_id AND c.deleted_at IS NULL"
                " LEFT JOIN contact_address a ON a.contact_id = c.id AND a.channel = ?5"
                " WHERE m.campaign_id = ?1 AND m.campaign_id <> 0 AND m.id > ?12 AND m.id <= ?13"
                " AND m.occurrence = ?2 - 1 AND m.state IN ('rejected', 'undelivered', 'expired') ORDER BY m.id"
                " ON CONFLICT DO NOTHING");
            bindShared(s, plan, plan.dueAt);
            s.bind(12, after).bind(13, step.reached);
            if (auto done = s.exec(); !done)
                return done;
            if (auto counted = countPlanned(plan, *last, step); !counted)
                return counted;
        }
        auto &mark = m_connection.statement("UPDATE campaign SET expanded_to = ?, expanded = ? WHERE id = ?");
        mark.bind(1, step.reached).bind(2, step.finished ? 1 : 0).bind(3, plan.campaign.value);
        return mark.exec();
    };
    if (auto done = m_connection.transaction(false, work); !done)
        return tl::unexpected(done.error());
    return step;
}

qint64 MessageStore::expandedTo(domain::CampaignId campaign)
{
    auto &s = m_connection.statement("SELECT expanded_to FROM campaign WHERE id = ?");
    s.bind(1, campaign.value);
    const qint64 reached = s.next() ? s.integer(0) : 0;
    s.finish();
    return reached;
}

Result<void> MessageStore::countPlanned(const CampaignPlan &plan, qint64 afterMessage, PlanStep &step)
{
    auto &s = m_connection.statement("SELECT count(*), sum(state = 'queued') FROM message WHERE id > ?");
    s.bind(1, afterMessage);
    if (!s.next())
        return tl::unexpected(m_connection.lastError());
    const qint64 queued = s.integer(1);
    const qint64 skipped = s.integer(0) - queued;
    s.finish();
    step.queued += queued;
    step.skipped += skipped;
    CounterBatch counters;
    CounterKey key{plan.day,
                   plan.campaign.value,
                   0,
                   plan.templateId.value,
                   toText(plan.channel),
                   toText(plan.category),
                   toText(MessageState::Queued),
                   {}};
    counters.add(key, queued, 0, 0);
    key.state = toText(MessageState::Skipped);
    counters.add(key, skipped, 0, 0);
    return counters.flush(m_connection);
}

Result<domain::MessageId> MessageStore::add(const SingleMessage &m, domain::Instant now)
{
    domain::MessageId id;
    const auto work = [&]() -> Result<void> {
        return addWithin(m, now).map([&](domain::MessageId added) { id = added; });
    };
    if (auto done = m_connection.transaction(false, work); !done)
        return tl::unexpected(done.error());
    return id;
}

Result<domain::MessageId> MessageStore::addWithin(const SingleMessage &m, domain::Instant now)
{
    auto &s = m_connection.statement(
        "INSERT INTO message (origin, origin_id, occurrence, contact_id, channel, category, priority, state,"
        " address_cipher, address_index, address_tail, country, due_at, expires_at, day, provider_id, subject,"
        " body, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    s.bind(1, m.origin).bind(2, m.originId).bind(3, m.occurrence).bind(4, m.contact.value);
    s.bind(5, toText(m.channel)).bind(6, toText(m.category)).bind(7, priorityOf(m.category));
    s.bind(8, m.addressCipher).bind(9, m.addressIndex).bind(10, m.addressTail).bind(11, m.country);
    s.bind(12, toMillis(m.dueAt)).bindOptional(13, millis(m.expiresAt)).bind(14, m.day);
    s.bind(15, m.provider.value).bind(16, m.subject).bind(17, m.body).bind(18, toMillis(now));
    if (auto done = s.exec(); !done)
        return tl::unexpected(done.error());
    const domain::MessageId id{m_connection.lastInsertId()};
    CounterBatch counters;
    counters.add({m.day, 0, m.provider.value, 0, toText(m.channel), toText(m.category), u"queued"_s, {}}, 1, 0, 0);
    if (auto done = counters.flush(m_connection); !done)
        return tl::unexpected(done.error());
    return id;
}

domain::MessageId MessageStore::singleOf(const SingleMessage &m)
{
    auto &s = m_connection.statement("SELECT id FROM message WHERE origin = ? AND origin_id = ? AND occurrence = ?");
    s.bind(1, m.origin).bind(2, m.originId).bind(3, m.occurrence);
    const domain::MessageId id{s.next() ? s.integer(0) : 0};
    s.finish();
    return id;
}

Result<qint64> MessageStore::endWaiting(domain::CampaignId campaign, domain::Category category,
                                        const domain::MessageEvent &event, domain::Instant now, int limit)
{
    domain::Standing standing;
    standing.state = MessageState::Queued;
    const domain::Move move = domain::nextState(standing, event, now, {});
    Q_ASSERT(move.applies && isFinal(move.state));
    qint64 ended = 0;
    const auto work = [&]() -> Result<void> {
        CounterBatch counters;
        auto &s = m_connection.statement(
            "UPDATE message SET state = ?, reason = ?, final_at = ? WHERE id IN (SELECT id FROM message"
            " WHERE state = 'queued' AND priority = ? AND campaign_id = ? LIMIT ?)"
            " RETURNING day, campaign_id, provider_id, template_id, channel, category, cost_currency, segments,"
            " cost_micros");
        s.bind(1, toText(move.state)).bind(2, move.reason).bind(3, toMillis(now));
        s.bind(4, priorityOf(category)).bind(5, campaign.value).bind(6, limit);
        while (s.next()) {
            ++ended;
            CounterKey key{s.integer(0), s.integer(1), s.integer(2), s.integer(3),
                           s.text(4),    s.text(5),    u"queued"_s,  s.text(6)};
            counters.add(key, -1, -s.integer(7), -s.integer(8));
            key.state = toText(move.state);
            counters.add(key, 1, s.integer(7), s.integer(8));
        }
        if (s.failed())
            return tl::unexpected(m_connection.lastError());
        return counters.flush(m_connection);
    };
    if (auto done = m_connection.transaction(false, work); !done)
        return tl::unexpected(done.error());
    return ended;
}

} // namespace storage

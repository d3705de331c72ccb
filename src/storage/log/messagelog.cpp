#include "storage/log/messagelog.h"

#include "storage/messages/messageindex.h"

#include <QElapsedTimer>
#include <QVariant>

#include <algorithm>

namespace storage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Instant;
using domain::MessageId;
using domain::MessageState;
using domain::Result;

namespace {

constexpr qint64 firstStretch = 8'192; // ids
constexpr qint64 pageBudgetMs = 50;
constexpr qint64 dayMs = 86'400'000;

#define MESSAGE_COLUMNS                                                                                                \
    "m.id, m.contact_id, m.campaign_id, m.template_id, m.provider_id, m.origin, m.channel, m.category, m.state,"       \
    " m.reason, m.address_cipher, m.address_tail, m.subject, m.body, m.encoding, m.segments, m.attempts,"              \
    " m.cost_micros, m.cost_currency, m.cost_source, m.error_code, m.error_text, m.provider_message_id, m.created_at," \
    " m.due_at, m.expires_at, m.claimed_at, m.accepted_at, m.sent_at, m.delivered_at, m.read_at, m.final_at,"          \
    " m.look_at"

std::optional<Instant> instantOf(const Statement &s, int column)
{
    return s.isNull(column) ? std::nullopt : std::optional(domain::fromMillis(s.integer(column)));
}

MessageLogRow rowOf(const Statement &s)
{
    MessageLogRow r;
    r.id = MessageId{s.integer(0)};
    r.contact = domain::ContactId{s.integer(1)};
    r.campaign = domain::CampaignId{s.integer(2)};
    r.templateId = domain::TemplateId{s.integer(3)};
    r.provider = domain::ProviderId{s.integer(4)};
    r.origin = s.text(5);
    r.channel = domain::channelFromText(s.text(6)).value_or(domain::Channel::Sms);
    r.category = domain::categoryFromText(s.text(7)).value_or(domain::Category::Marketing);
    r.state = domain::messageStateFromText(s.text(8)).value_or(MessageState::Uncertain);
    r.reason = s.text(9);
    r.addressCipher = s.blob(10);
    r.addressTail = s.text(11);
    r.subject = s.text(12);
    r.body = s.text(13);
    r.encoding = s.text(14);
    r.segments = static_cast<int>(s.integer(15));
    r.attempts = static_cast<int>(s.integer(16));
    r.cost = {s.integer(17), s.text(18)};
    r.costIsEstimate = s.text(19) != u"provider";
    r.errorCode = s.text(20);
    r.errorText = s.text(21);
    r.providerMessageId = s.text(22);
    r.createdAt = domain::fromMillis(s.integer(23));
    r.dueAt = domain::fromMillis(s.integer(24));
    r.expiresAt = instantOf(s, 25);
    r.claimedAt = instantOf(s, 26);
    r.acceptedAt = instantOf(s, 27);
    r.sentAt = instantOf(s, 28);
    r.deliveredAt = instantOf(s, 29);
    r.readAt = instantOf(s, 30);
    r.finalAt = instantOf(s, 31);
    r.lookAt = instantOf(s, 32);
    return r;
}

// As the index message_seldom has it, word for word: else SQLite does not see that it fits.
constexpr auto seldom =
    "(m.state = 'read' OR m.state = 'undelivered' OR m.state = 'rejected' OR m.state = 'uncertain' OR m.state = 'skipped'"
    " OR m.state = 'cancelled' OR m.state = 'expired')";

bool isSeldom(MessageState state)
{
    switch (state) {
    case MessageState::Read:
    case MessageState::Undelivered:
    case MessageState::Rejected:
    case MessageState::Uncertain:
    case MessageState::Skipped:
    case MessageState::Cancelled:
    case MessageState::Expired:
        return true;
    case MessageState::Planned:
    case MessageState::Queued:
    case MessageState::Sending:
    case MessageState::Accepted:
    case MessageState::Sent:
    case MessageState::Delivered:
        return false;
    }
    return false;
}

QString stateList(const QList<MessageState> &states)
{
    QStringList words; // from the enumeration, never from data
    for (const MessageState state : states)
        words << u'\'' + domain::toText(state) + u'\'';
    return words.join(u", "_s);
}

// Values for stretchSql behind low and high, in its order.
QList<QVariant> valuesOf(const MessageFilter &f)
{
    QList<QVariant> values;
    if (!f.addressIndex.isEmpty())
        values << f.addressIndex << f.addressIndex;
    if (f.contact.isValid())
        values << f.contact.value;
    if (f.campaign.isValid())
        values << f.campaign.value;
    if (f.templateId.isValid())
        values << f.templateId.value;
    if (f.provider.isValid())
        values << f.provider.value;
    if (f.channel)
        values << domain::toText(*f.channel);
    if (f.from)
        values << domain::toMillis(*f.from);
    if (f.to)
        values << domain::toMillis(*f.to);
    return values;
}

} // namespace

QString MessageLog::stretchSql(const MessageFilter &f)
{
    QString from = u"message m"_s;
    QStringList tests{u"m.id >= ?1"_s, u"m.id < ?2"_s};
    int next = 4; // ?3 is the limit
    const auto value = [&next] { return u'?' + QString::number(next++); };
    const bool allSeldom = !f.states.isEmpty() && std::all_of(f.states.begin(), f.states.end(), isSeldom);
    if (!f.addressIndex.isEmpty()) {
        // What left is found by its address, the latest among the attempts the index does not have yet
        // (MessageIndex); what waits or was skipped is found through who has it now.
        const QString first = value();
        const QString second = value();
        from = u"(%3 UNION SELECT w.id FROM"
               " address_lookup l CROSS JOIN message w INDEXED BY message_by_contact ON w.contact_id = l.contact_id"
               " WHERE l.address_index = %1 AND w.address_index = %2) x CROSS JOIN message m ON m.id = x.id"_s.arg(
                   first, second, leftToSql(first));
    } else if (f.contact.isValid()) {
        from += u" INDEXED BY message_by_contact"_s;
    } else if (allSeldom) {
        from += u" INDEXED BY message_seldom"_s;
        tests << QString::fromLatin1(seldom);
    } else if (f.campaign.isValid()) {
        from += u" INDEXED BY message_by_campaign"_s;
        tests << u"m.campaign_id <> 0"_s;
    } else {
        from += u" NOT INDEXED"_s; // along the ids, a stretch at a time
    }
    if (f.contact.isValid())
        tests << u"m.contact_id = "_s + value();
    if (f.campaign.isValid())
        tests << u"m.campaign_id = "_s + value();
    if (f.templateId.isValid())
        tests << u"m.template_id = "_s + value();
    if (f.provider.isValid())
        tests << u"m.provider_id = "_s + value();
    if (f.channel)
        tests << u"m.channel = "_s + value();
    if (f.from)
        tests << u"m.created_at >= "_s + value();
    if (f.to)
        tests << u"m.created_at < "_s + value();
    if (!f.states.isEmpty())
        tests << u"m.state IN (%1)"_s.arg(stateList(f.states));
    return u"SELECT " MESSAGE_COLUMNS
           " FROM %1 WHERE %2 ORDER BY m.id DESC LIMIT ?3"_s.arg(from, tests.join(u" AND "_s));
}

Result<std::pair<qint64, qint64>> MessageLog::numbers(Statement &s)
{
    if (!s.next())
        return tl::unexpected(s.failed() ? m_connection.lastError() : domain::Error{});
    const std::pair<qint64, qint64> both{s.integer(0), s.integer(1)};
    s.finish();
    return both;
}

Result<qint64> MessageLog::firstIdSince(Instant at)
{
    Statement &ends = m_connection.statement("SELECT (SELECT min(id) FROM message), (SELECT max(id) FROM message)");
    const auto both = numbers(ends);
    if (!both)
        return tl::unexpected(both.error());
    qint64 low = both->first;
    qint64 high = both->second + 1;
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        Statement &s = m_connection.statement("SELECT id, created_at FROM message WHERE id >= ? ORDER BY id LIMIT 1");
        s.bind(1, middle);
        const auto found = numbers(s);
        if (!found)
            return tl::unexpected(found.error());
        if (found->second >= domain::toMillis(at))
            high = middle;
        else
            low = found->first + 1;
    }
    return low;
}

// The last day on which the counters know such a message; -1: there was none.
Result<qint64> MessageLog::newestDay(const MessageFilter &f)
{
    QStringList tests{u"messages > 0"_s};
    QList<qint64> ids;
    const auto equals = [&](const QString &column, qint64 id) {
        tests << column + u" = ?"_s;
        ids << id;
    };
    if (f.campaign.isValid())
        equals(u"campaign_id"_s, f.campaign.value);
    if (f.templateId.isValid())
        equals(u"template_id"_s, f.templateId.value);
    if (f.provider.isValid())
        equals(u"provider_id"_s, f.provider.value);
    if (f.channel)
        tests << u"channel = '%1'"_s.arg(domain::toText(*f.channel));
    if (!f.states.isEmpty())
        tests << u"state IN (%1)"_s.arg(stateList(f.states));
    Statement &s =
        m_connection.statement(u"SELECT coalesce(max(day), -1), 0 FROM counter WHERE %1"_s.arg(tests.join(u" AND "_s)));
    for (qsizetype i = 0; i < ids.size(); ++i)
        s.bind(static_cast<int>(i) + 1, ids[i]);
    return numbers(s).map([](const std::pair<qint64, qint64> &both) { return both.first; });
}

// Where in the ids such messages can be, so that the stretches before and behind are not looked at.
Result<MessageLog::Span> MessageLog::spanOf(const MessageFilter &f)
{
    Statement &ends =
        m_connection.statement("SELECT coalesce((SELECT min(id) FROM message), 0), coalesce((SELECT max(id) FROM"
                               " message), 0)");
    const auto all = numbers(ends);
    if (!all)
        return tl::unexpected(all.error());
    Span span{all->first, all->second + 1};
    if (f.campaign.isValid()) {
        Statement &s = m_connection.statement(
            "SELECT coalesce((SELECT min(id) FROM message WHERE campaign_id = ?1 AND campaign_id <> 0), 0),"
            " coalesce((SELECT max(id) FROM message WHERE campaign_id = ?1 AND campaign_id <> 0), 0)");
        s.bind(1, f.campaign.value);
        const auto campaign = numbers(s);
        if (!campaign)
            return tl::unexpected(campaign.error());
        span = {std::max(span.low, campaign->first), std::min(span.high, campaign->second + 1)};
    }
    const bool byPerson = f.contact.isValid() || !f.addressIndex.isEmpty();
    if (!byPerson && (f.templateId.isValid() || f.provider.isValid() || f.channel || !f.states.isEmpty())) {
        const auto day = newestDay(f);
        if (!day)
            return tl::unexpected(day.error());
        if (*day < 0)
            return Span{1, 1};
        // A message is created no later than on the day it leaves or is due; a day more for the workspace's zone.
        const auto behind = firstIdSince(domain::fromMillis((*day + 2) * dayMs));
        if (!behind)
            return tl::unexpected(behind.error());
        span.high = std::min(span.high, *behind);
    }
    if (f.from) {
        const auto low = firstIdSince(*f.from);
        if (!low)
            return tl::unexpected(low.error());
        span.low = std::max(span.low, *low);
    }
    if (f.to) {
        const auto high = firstIdSince(*f.to);
        if (!high)
            return tl::unexpected(high.error());
        span.high = std::min(span.high, *high);
    }
    return span;
}

Result<MessageLogPage> MessageLog::page(const MessageFilter &filter, qint64 below, int limit)
{
    const auto span = spanOf(filter);
    if (!span)
        return tl::unexpected(span.error());
    // A person's messages are few and found by an index: one stretch.
    const bool byPerson = filter.contact.isValid() || !filter.addressIndex.isEmpty();
    const QString sql = stretchSql(filter);
    const QList<QVariant> values = valuesOf(filter);
    qint64 high = below > 0 ? std::min(span->high, below) : span->high;
    qint64 stretch = byPerson ? span->high : firstStretch;
    MessageLogPage page;
    QElapsedTimer watch;
    watch.start();
    while (high > span->low && page.rows.size() < limit && watch.elapsed() < pageBudgetMs) {
        const qint64 before = watch.elapsed();
        const qint64 low = std::max(span->low, high - stretch);
        Statement &s = m_connection.statement(sql);
        s.bind(1, low).bind(2, high).bind(3, static_cast<qint64>(limit - page.rows.size()));
        for (qsizetype i = 0; i < values.size(); ++i)
            s.bind(static_cast<int>(i) + 4, values[i]);
        while (s.next())
            page.rows << rowOf(s);
        if (s.failed())
            return tl::unexpected(m_connection.lastError());
        high = page.rows.size() < limit ? low : page.rows.last().id.value;
        if (watch.elapsed() - before < pageBudgetMs / 8)
            stretch *= 2;
    }
    if (high > span->low)
        page.next = high;
    return page;
}

Result<MessageLogRow> MessageLog::message(MessageId id)
{
    Statement &s = m_connection.statement("SELECT " MESSAGE_COLUMNS " FROM message m WHERE m.id = ?");
    if (!s.bind(1, id.value).next())
        return s.failed() ? Result<MessageLogRow>(tl::unexpected(m_connection.lastError()))
                          : Result<MessageLogRow>(domain::fail(ErrorCode::NotFound, u"no such message"_s));
    MessageLogRow row = rowOf(s);
    s.finish();
    return row;
}

#undef MESSAGE_COLUMNS

Result<QList<AttemptLogRow>> MessageLog::attempts(MessageId id)
{
    Statement &s = m_connection.statement("SELECT number, provider_id, reference, started_at, finished_at, outcome,"
                                          " http_status, latency_ms, code, detail, provider_message_id FROM attempt"
                                          " WHERE message_id = ? ORDER BY number");
    s.bind(1, id.value);
    QList<AttemptLogRow> rows;
    while (s.next())
        rows.append({static_cast<int>(s.integer(0)), domain::ProviderId{s.integer(1)}, s.text(2),
                     domain::fromMillis(s.integer(3)), instantOf(s, 4), s.text(5), static_cast<int>(s.integer(6)),
                     static_cast<int>(s.integer(7)), s.text(8), s.text(9), s.text(10)});
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return rows;
}

Result<QList<StatusLogRow>> MessageLog::statuses(MessageId id)
{
    Statement &s = m_connection.statement("SELECT at, said_at, state, source, code, detail FROM status_event"
                                          " WHERE message_id = ? ORDER BY id");
    s.bind(1, id.value);
    QList<StatusLogRow> rows;
    while (s.next())
        rows.append({domain::fromMillis(s.integer(0)), instantOf(s, 1),
                     domain::messageStateFromText(s.text(2)).value_or(MessageState::Uncertain), s.text(3), s.text(4),
                     s.text(5)});
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return rows;
}

} // namespace storage

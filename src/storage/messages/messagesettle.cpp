#include "storage/messages/messagestore.h"

#include "storage/core/connection.h"
#include "storage/messages/messageparts.h"

#include <array>

using namespace Qt::StringLiterals;

namespace storage {

using domain::fromMillis;
using domain::Instant;
using domain::MessageId;
using domain::MessageState;
using domain::Result;
using domain::toMillis;
using domain::toText;

struct MessageStore::Row
{
    domain::Standing standing;
    CounterKey key;
    int segments = 0;
    qint64 costMicros = 0;
    QString costSource;
    QString providerMessageId;
    QString errorCode;
    QString errorText;
    std::optional<qint64> lookAt;
    std::optional<qint64> finalAt;
    bool isAssumed = false; ///< as the claim left it

    static Row by(const Counted &claimed, std::optional<Instant> expiresAt)
    {
        Row row;
        row.standing.state = MessageState::Sending;
        row.standing.expiresAt = expiresAt;
        row.key = claimed.key;
        row.segments = claimed.segments;
        row.costMicros = claimed.costMicros;
        row.costSource = claimed.key.currency.isEmpty() ? QString() : u"estimate"_s;
        row.isAssumed = true;
        return row;
    }
};

// What an event says beside the state: the provider's id, price, words.
struct MessageStore::Said
{
    QString providerMessageId;
    std::optional<int> segments;
    std::optional<domain::Money> price; ///< nothing in no currency: free
    QString code;
    QString text;
    std::optional<Instant> at;
    QString outcome; ///< of an attempt

    static Said by(const domain::MessageEvent &event);
};

namespace {

// The code of an attempt that was written but never made: it counts for no limit.
constexpr QLatin1StringView givenBack("given_back");

// The moves that no other row tells: an attempt's end tells its own.
bool isTold(const domain::MessageEvent &event, const domain::Move &move)
{
    if (std::holds_alternative<domain::DoubtLooked>(event) || std::holds_alternative<domain::DoubtDecided>(event))
        return true;
    return std::holds_alternative<domain::StatusLearnt>(event) && move.applies;
}

QString findingOf(const domain::MessageEvent &event)
{
    if (const auto *looked = std::get_if<domain::DoubtLooked>(&event)) {
        switch (looked->finding) {
        case domain::DoubtFinding::Absent:
            return u"absent"_s;
        case domain::DoubtFinding::Several:
            return u"several_candidates"_s;
        case domain::DoubtFinding::Inconclusive:
            return u"inconclusive"_s;
        }
    }
    return {};
}

// The UPDATE of a move. Columns that keep their value are left out where an index has them: SQLite would take the row
// out of the index and put it back.
enum Touched : unsigned { DueAt = 1, ProviderId = 2, ClaimedAt = 4, IfClaimed = 8 };

QByteArray updateOf(unsigned touched)
{
    QByteArray sql = "UPDATE message SET state = ?1, reason = ?2, look_at = ?3, looks = ?4, segments = ?5,"
                     " cost_micros = ?6, cost_currency = ?7, cost_source = ?8, error_code = ?9, error_text = ?10,"
                     " accepted_at = coalesce(accepted_at, ?11), sent_at = coalesce(sent_at, ?12),"
                     " delivered_at = coalesce(delivered_at, ?13), read_at = coalesce(read_at, ?14), final_at = ?15";
    if (touched & DueAt)
        sql += ", due_at = ?17";
    if (touched & ProviderId)
        sql += ", provider_message_id = ?18";
    if (touched & ClaimedAt)
        sql += ", claimed_at = NULL";
    sql += " WHERE id = ?16";
    if (touched & IfClaimed)
        sql += " AND state = 'sending' AND attempts = 1";
    return sql;
}

} // namespace

MessageStore::Said MessageStore::Said::by(const domain::MessageEvent &event)
{
    Said said;
    if (const auto *answered = std::get_if<domain::Answered>(&event)) {
        said.outcome = domain::outcomeName(answered->outcome);
        if (const auto *a = std::get_if<domain::Accepted>(&answered->outcome)) {
            said.providerMessageId = a->providerMessageId;
            said.segments = a->segments;
            said.price = a->price;
        } else if (const auto *r = std::get_if<domain::Rejected>(&answered->outcome)) {
            said.code = r->code;
            said.text = r->text;
        } else if (const auto *t = std::get_if<domain::Throttled>(&answered->outcome)) {
            said.code = t->code;
            said.text = t->text;
        } else if (const auto *n = std::get_if<domain::NotSent>(&answered->outcome)) {
            said.code = n->code;
            said.text = n->text;
        } else if (const auto *u = std::get_if<domain::Unknown>(&answered->outcome)) {
            said.text = u->text;
        }
    } else if (const auto *learnt = std::get_if<domain::StatusLearnt>(&event)) {
        const domain::StatusReport &r = learnt->report;
        said = {r.providerMessageId, r.segments, r.price, r.code, r.text, r.at, {}};
        if (r.isFree && !said.price)
            said.price = domain::Money{0, {}};
    } else if (std::holds_alternative<domain::GivenBack>(event)) {
        said.outcome = u"not_sent"_s;
        said.code = givenBack;
    } else if (std::holds_alternative<domain::AttemptLost>(event)) {
        said.outcome = u"unknown"_s;
        said.text = u"the program ended before the answer"_s;
    }
    return said;
}

std::optional<MessageStore::Row> MessageStore::row(MessageId id)
{
    auto &s = m_connection.statement(
        "SELECT state, reason, day, campaign_id, provider_id, template_id, channel, category, cost_currency, segments,"
        " cost_micros, cost_source, looks, accepted_at, expires_at, provider_message_id, error_code, error_text,"
        " look_at, final_at FROM message WHERE id = ?");
    s.bind(1, id.value);
    if (!s.next())
        return std::nullopt;
    Row r;
    const QString state = s.text(0);
    r.standing.state = domain::messageStateFromText(state).value_or(MessageState::Skipped);
    r.standing.reason = s.text(1);
    r.key = {s.integer(2), s.integer(3), s.integer(4), s.integer(5), s.text(6), s.text(7), state, s.text(8)};
    r.segments = static_cast<int>(s.integer(9));
    r.costMicros = s.integer(10);
    r.costSource = s.text(11);
    r.standing.looks = static_cast<int>(s.integer(12));
    if (!s.isNull(13))
        r.standing.acceptedAt = fromMillis(s.integer(13));
    if (!s.isNull(14))
        r.standing.expiresAt = fromMillis(s.integer(14));
    r.providerMessageId = s.text(15);
    r.errorCode = s.text(16);
    r.errorText = s.text(17);
    r.lookAt = s.optionalInteger(18);
    r.finalAt = s.optionalInteger(19);
    s.finish();
    return r;
}

Result<void> MessageStore::closeAttempt(const Settlement &settlement, const Said &said, Instant now)
{
    auto &s = m_connection.statement(
        "UPDATE attempt SET finished_at = ?, outcome = ?, http_status = ?, latency_ms = ?, code = ?, detail = ?,"
        " provider_message_id = ? WHERE id = ? AND finished_at IS NULL");
    s.bind(1, toMillis(now)).bind(2, said.outcome).bind(3, settlement.httpStatus);
    s.bind(4, static_cast<qint64>(settlement.latency.count())).bind(5, said.code);
    s.bind(6, settlement.detail.isEmpty() ? said.text : settlement.detail);
    if (said.providerMessageId.isEmpty())
        s.bindNull(7);
    else
        s.bind(7, said.providerMessageId);
    s.bind(8, settlement.attempt.value);
    return s.exec();
}

Result<bool> MessageStore::write(MessageId id, const Row &before, const Settlement &settlement, const Said &said,
                                 const domain::Move &move, bool bindsId, bool pays, Instant now)
{
    const bool polled = std::holds_alternative<domain::DoubtLooked>(settlement.event) ||
                        std::holds_alternative<domain::StatusUnchanged>(settlement.event);
    const bool moved = move.applies && move.state != before.standing.state;
    const bool saysWhy = moved && !std::holds_alternative<domain::GivenBack>(settlement.event) &&
                         (!said.code.isEmpty() || !said.text.isEmpty());
    const bool refused = std::holds_alternative<domain::Refused>(settlement.event);
    const auto when = [](bool is, qint64 value) { return is ? std::optional(value) : std::nullopt; };
    const auto millis = [](const std::optional<Instant> &t) { return t ? std::optional(toMillis(*t)) : std::nullopt; };
    const qint64 at = toMillis(now);
    const qint64 saidAt = said.at ? toMillis(*said.at) : at;
    static const std::array<QByteArray, 16> updates = [] {
        std::array<QByteArray, 16> all;
        for (unsigned touched = 0; touched < all.size(); ++touched)
            all[touched] = updateOf(touched);
        return all;
    }();
    const unsigned touched = (move.dueAt ? DueAt : 0U) | (bindsId ? ProviderId : 0U) |
                             (move.rejoinsQueue ? ClaimedAt : 0U) | (before.isAssumed ? IfClaimed : 0U);
    auto &s = m_connection.statement(updates[touched].constData());
    const bool through = domain::statusRank(move.state) >= 10 && move.state != MessageState::Rejected &&
                         move.state != MessageState::Expired && move.state != MessageState::Cancelled;
    s.bind(1, toText(move.state)).bind(2, move.reason);
    s.bindOptional(3, move.applies ? millis(move.lookAt) : before.lookAt);
    s.bind(4, polled ? before.standing.looks + 1 : moved ? 0 : before.standing.looks);
    s.bind(5, said.segments && *said.segments > 0 ? *said.segments : before.segments);
    s.bind(6, pays ? said.price->micros : before.costMicros);
    s.bind(7, pays ? said.price->currency : before.key.currency).bind(8, pays ? u"provider"_s : before.costSource);
    s.bind(9, saysWhy ? said.code : before.errorCode);
    s.bind(10, refused ? settlement.detail : saysWhy ? said.text : before.errorText);
    s.bindOptional(11, when(through, at));
    s.bindOptional(12, when(move.state == MessageState::Sent, saidAt));
    s.bindOptional(13, when(move.state == MessageState::Delivered || move.state == MessageState::Read, saidAt));
    s.bindOptional(14, when(move.state == MessageState::Read, saidAt));
    s.bindOptional(15, when(isFinal(move.state), before.finalAt.value_or(at))).bind(16, id.value);
    if (move.dueAt)
        s.bind(17, toMillis(*move.dueAt));
    if (bindsId)
        s.bind(18, said.providerMessageId);
    return s.exec().map([&s] { return s.changes() > 0; });
}

Result<Settled> MessageStore::settleOne(const Settlement &settlement, Instant now, const domain::SendingPolicy &policy,
                                        CounterBatch &counters)
{
    const MessageId id = find(settlement);
    if (!id.isValid())
        return Settled{};
    std::optional<Row> before =
        settlement.claimed ? Row::by(*settlement.claimed, settlement.expiresAt) : row(id);
    if (!before)
        return Settled{};
    if (settlement.attempt.isValid())
        if (auto closed = closeAttempt(settlement, Said::by(settlement.event), now); !closed)
            return tl::unexpected(closed.error());
    domain::Standing &standing = before->standing;
    const bool looked = std::holds_alternative<domain::DoubtLooked>(settlement.event);
    if (looked) {
        auto &s = m_connection.statement("SELECT min(at) FROM status_event WHERE message_id = ?"
                                         " AND source = 'reconciliation' AND detail = 'absent'");
        s.bind(1, id.value);
        if (s.next() && !s.isNull(0))
            standing.firstAbsentAt = fromMillis(s.integer(0));
        s.finish();
    }
    const auto *answered = std::get_if<domain::Answered>(&settlement.event);
    if (answered && std::holds_alternative<domain::NotSent>(answered->outcome)) {
        // This attempt is closed already, hence the one less.
        auto &s = m_connection.statement(
            "SELECT count(*) - 1 FROM attempt WHERE message_id = ? AND outcome = 'not_sent' AND code <> 'given_back'");
        s.bind(1, id.value);
        standing.failedAttempts = s.next() ? static_cast<int>(qMax(qint64(0), s.integer(0))) : 0;
        s.finish();
    }
    const auto whole = wholeOf(m_connection, id, settlement.event);
    if (!whole)
        return tl::unexpected(whole.error());
    const domain::Move move = domain::nextState(standing, *whole, now, policy);
    const Said said = Said::by(*whole);
    Settled settled{id, standing.state, move.state, move.applies};

    // A price, a segment count or the provider's id is worth keeping even where the state stays.
    // The provider gave one id twice: the first message keeps it, this one stands without.
    const domain::ProviderId provider{before->key.provider};
    const bool bindsId = !said.providerMessageId.isEmpty() && before->providerMessageId.isEmpty() &&
                         !isTaken(provider, said.providerMessageId, id);
    const bool pays = said.price && (said.price->micros != 0 || said.price->currency.isEmpty()) &&
                      (before->costSource != u"provider" || before->costMicros != said.price->micros ||
                       before->key.currency != said.price->currency);
    if (!move.applies && !bindsId && !pays)
        return settled;

    const auto written = write(id, *before, settlement, said, move, bindsId, pays, now);
    if (!written)
        return tl::unexpected(written.error());
    if (!*written && before->isAssumed) {
        Settlement read = settlement;
        read.claimed.reset();
        return settleOne(read, now, policy, counters);
    }
    if (bindsId)
        if (auto noted = m_index.noteNamed(provider, said.providerMessageId, id,
                                           answered ? settlement.attempt : domain::AttemptId{});
            !noted)
            return tl::unexpected(noted.error());
    CounterKey key = before->key;
    counters.add(key, -1, -before->segments, -before->costMicros);
    if (pays)
        key.currency = said.price->currency;
    key.state = toText(move.state);
    counters.add(key, 1, said.segments && *said.segments > 0 ? *said.segments : before->segments,
                 pays ? said.price->micros : before->costMicros);
    if (isTold(settlement.event, move)) {
        auto &e = m_connection.statement("INSERT INTO status_event (message_id, at, said_at, state, source, code,"
                                         " detail) VALUES (?, ?, ?, ?, ?, ?, ?)");
        const QString finding = findingOf(settlement.event);
        e.bind(1, id.value).bind(2, toMillis(now));
        if (said.at)
            e.bind(3, toMillis(*said.at));
        else
            e.bindNull(3);
        e.bind(4, key.state).bind(5, toText(settlement.source)).bind(6, said.code);
        e.bind(7, !finding.isEmpty() ? finding : settlement.detail.isEmpty() ? said.text : settlement.detail);
        if (auto done = e.exec(); !done)
            return tl::unexpected(done.error());
    }
    return settled;
}

Result<QList<Settled>> MessageStore::settle(const QList<Settlement> &batch, Instant now,
                                            const domain::SendingPolicy &policy, bool durable)
{
    QList<Settled> all;
    all.reserve(batch.size());
    if (batch.isEmpty())
        return all;
    const auto work = [&]() -> Result<void> {
        CounterBatch counters;
        for (const Settlement &settlement : batch) {
            auto one = settleOne(settlement, now, policy, counters);
            if (!one)
                return tl::unexpected(one.error());
            all.append(*one);
        }
        return counters.flush(m_connection);
    };
    if (auto done = m_connection.transaction(durable, work); !done)
        return tl::unexpected(done.error());
    return all;
}

} // namespace storage

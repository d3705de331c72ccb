#include "storage/messages/earlystatus.h"

using namespace Qt::StringLiterals;

namespace storage {

using domain::Result;

Result<void> EarlyStatusStore::add(domain::ProviderId provider, const domain::StatusReport &report,
                                   domain::Instant tryAt)
{
    // The ids are dense but for what was placed since: near enough for a bound.
    Statement &s = m_connection.statement(
        "INSERT INTO early_status (provider_id, provider_message_id, reference, state, reason, repeatable, code,"
        " detail, said_at, cost_micros, cost_currency, segments, opted_out_of, is_free, try_at)"
        " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
        " WHERE (SELECT coalesce(max(id) - min(id), 0) FROM early_status) < ? ON CONFLICT DO NOTHING");
    s.bind(1, provider.value).bind(2, report.providerMessageId).bind(3, report.reference);
    s.bind(4, toText(report.state)).bind(5, report.reason ? toText(*report.reason) : QString());
    s.bind(6, report.repeatable ? 1 : 0).bind(7, report.code).bind(8, report.text);
    s.bindOptional(9, report.at ? std::optional(domain::toMillis(*report.at)) : std::nullopt);
    s.bindOptional(10, report.price ? std::optional(report.price->micros) : std::nullopt);
    s.bind(11, report.price ? report.price->currency : QString());
    s.bindOptional(12, report.segments ? std::optional<qint64>(*report.segments) : std::nullopt);
    s.bind(13, report.optedOutOf ? toText(*report.optedOutOf) : QString()).bind(14, report.isFree ? 1 : 0);
    s.bind(15, domain::toMillis(tryAt)).bind(16, atMost);
    return s.exec();
}

Result<QList<EarlyStatus>> EarlyStatusStore::due(domain::Instant now, int limit)
{
    Statement &s = m_connection.statement(
        "SELECT id, provider_id, provider_message_id, reference, state, reason, repeatable, code, detail, said_at,"
        " cost_micros, cost_currency, segments, tries, opted_out_of, is_free FROM early_status WHERE try_at <= ? ORDER "
        "BY try_at, id LIMIT ?");
    s.bind(1, domain::toMillis(now)).bind(2, limit);
    QList<EarlyStatus> rows;
    while (s.next()) {
        EarlyStatus &row = rows.emplaceBack();
        row.id = s.integer(0);
        row.provider.value = s.integer(1);
        row.report.providerMessageId = s.text(2);
        row.report.reference = s.text(3);
        row.report.state = domain::messageStateFromText(s.text(4)).value_or(domain::MessageState::Accepted);
        row.report.reason = domain::rejectReasonFromText(s.text(5));
        row.report.repeatable = s.integer(6) != 0;
        row.report.code = s.text(7);
        row.report.text = s.text(8);
        if (!s.isNull(9))
            row.report.at = domain::fromMillis(s.integer(9));
        if (!s.isNull(10))
            row.report.price = domain::Money{s.integer(10), s.text(11)};
        if (!s.isNull(12))
            row.report.segments = static_cast<int>(s.integer(12));
        row.tries = static_cast<int>(s.integer(13));
        row.report.optedOutOf = domain::categoryFromText(s.text(14));
        row.report.isFree = s.integer(15) != 0;
    }
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return rows;
}

std::optional<domain::Instant> EarlyStatusStore::nextTry()
{
    Statement &s = m_connection.statement("SELECT try_at FROM early_status ORDER BY try_at LIMIT 1");
    if (!s.next())
        return std::nullopt;
    const domain::Instant at = domain::fromMillis(s.integer(0));
    s.finish();
    return at;
}

Result<void> EarlyStatusStore::postpone(qint64 id, domain::Instant tryAt)
{
    return m_connection.statement("UPDATE early_status SET tries = tries + 1, try_at = ? WHERE id = ?")
        .bind(1, domain::toMillis(tryAt))
        .bind(2, id)
        .exec();
}

Result<void> EarlyStatusStore::remove(qint64 id)
{
    return m_connection.statement("DELETE FROM early_status WHERE id = ?").bind(1, id).exec();
}

} // namespace storage

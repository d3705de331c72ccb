#include "storage/workspace/recordcheck.h"

#include "storage/consent/consentstore.h"
#include "storage/workspace/auditlog.h"

namespace storage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

// Empty: every counter is what the messages say, and the other way round.
Result<QString> firstWrongCounter(Connection &connection)
{
    Statement &s = connection.statement(
        "WITH truth AS (SELECT day, campaign_id, provider_id, template_id, channel, category, state,"
        " cost_currency AS currency, count(*) AS messages, sum(segments) AS segments, sum(cost_micros) AS cost_micros"
        " FROM message GROUP BY 1, 2, 3, 4, 5, 6, 7, 8),"
        " kept AS (SELECT day, campaign_id, provider_id, template_id, channel, category, state, currency, messages,"
        " segments, cost_micros FROM counter WHERE messages <> 0)"
        " SELECT day, campaign_id, state FROM (SELECT * FROM truth EXCEPT SELECT * FROM kept)"
        " UNION ALL SELECT day, campaign_id, state FROM (SELECT * FROM kept EXCEPT SELECT * FROM truth) LIMIT 1");
    QString wrong;
    if (s.next())
        wrong = u"day %1, campaign %2, %3"_s.arg(s.integer(0)).arg(s.integer(1)).arg(s.text(2));
    if (s.failed())
        return tl::unexpected(connection.lastError());
    s.finish();
    return wrong;
}

} // namespace

Result<void> checkRecords(Connection &connection, const Vault &vault)
{
    const auto audit = AuditLog(connection, vault).firstBroken();
    if (!audit)
        return tl::unexpected(audit.error());
    if (*audit != 0)
        return fail(ErrorCode::Damaged, u"row %1 of the audit log does not fit"_s.arg(*audit), connection.path());
    const auto consent = ConsentStore(connection, vault).firstBroken();
    if (!consent)
        return tl::unexpected(consent.error());
    if (*consent != 0)
        return fail(ErrorCode::Damaged, u"row %1 of the consent ledger does not fit"_s.arg(*consent),
                    connection.path());
    const auto counter = firstWrongCounter(connection);
    if (!counter)
        return tl::unexpected(counter.error());
    if (!counter->isEmpty())
        return fail(ErrorCode::Damaged, u"a counter is not what the messages say: %1"_s.arg(*counter),
                    connection.path());
    return {};
}

} // namespace storage

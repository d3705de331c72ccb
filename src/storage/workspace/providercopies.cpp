#include "storage/workspace/providercopies.h"

using namespace Qt::StringLiterals;

namespace storage {

using domain::Result;

namespace {

QString wordOf(ProviderCopy what) { return what == ProviderCopy::Templates ? u"templates"_s : u"opt_outs"_s; }

} // namespace

Result<QList<ProviderCopyState>> ProviderCopies::all()
{
    Statement &s = m_connection.statement("SELECT provider_id, what, read_at, tried_at, problem FROM provider_copy");
    QList<ProviderCopyState> states;
    while (s.next()) {
        ProviderCopyState &state = states.emplaceBack();
        state.provider = domain::ProviderId{s.integer(0)};
        state.what = s.text(1) == wordOf(ProviderCopy::Templates) ? ProviderCopy::Templates : ProviderCopy::OptOuts;
        if (!s.isNull(2))
            state.readAt = domain::fromMillis(s.integer(2));
        state.triedAt = domain::fromMillis(s.integer(3));
        state.problem = s.text(4);
    }
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return states;
}

Result<void> ProviderCopies::note(domain::ProviderId provider, ProviderCopy what, domain::Instant at,
                                  const QString &problem)
{
    Statement &s = m_connection.statement(
        "INSERT INTO provider_copy (provider_id, what, read_at, tried_at, problem) VALUES (?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT DO UPDATE SET read_at = coalesce(excluded.read_at, read_at), tried_at = excluded.tried_at,"
        " problem = excluded.problem");
    s.bind(1, provider.value).bind(2, wordOf(what));
    if (problem.isEmpty())
        s.bind(3, domain::toMillis(at));
    else
        s.bindNull(3);
    return s.bind(4, domain::toMillis(at)).bind(5, problem).exec();
}

Result<void> ProviderCopies::forget(domain::ProviderId provider)
{
    for (const char *sql :
         {"DELETE FROM provider_copy WHERE provider_id = ?", "DELETE FROM provider_template WHERE provider_id = ?",
          "DELETE FROM provider_opt_out WHERE provider_id = ?"})
        if (auto done = m_connection.statement(sql).bind(1, provider.value).exec(); !done)
            return done;
    return {};
}

} // namespace storage

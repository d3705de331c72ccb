#include "storage/workspace/detourstore.h"

namespace storage {

using domain::fromMillis;
using domain::Result;
using domain::toMillis;

Result<std::map<qint64, ProviderDetour>> DetourStore::all()
{
    std::map<qint64, ProviderDetour> detours;
    Statement &outages = m_connection.statement("SELECT provider_id, since FROM provider_outage");
    while (outages.next())
        detours[outages.integer(0)].downSince = fromMillis(outages.integer(1));
    if (outages.failed())
        return tl::unexpected(m_connection.lastError());
    Statement &taken = m_connection.statement("SELECT provider_id, instead_id, since, messages FROM provider_detour");
    while (taken.next())
        detours[taken.integer(0)].instead[taken.integer(1)] = {fromMillis(taken.integer(2)), taken.integer(3)};
    if (taken.failed())
        return tl::unexpected(m_connection.lastError());
    return detours;
}

Result<void> DetourStore::write(domain::ProviderId provider, const ProviderDetour &detour)
{
    for (const char *sql :
         {"DELETE FROM provider_outage WHERE provider_id = ?", "DELETE FROM provider_detour WHERE provider_id = ?"})
        if (auto done = m_connection.statement(sql).bind(1, provider.value).exec(); !done)
            return done;
    if (detour.downSince) {
        Statement &s = m_connection.statement(
            "INSERT INTO provider_outage (provider_id, since) SELECT id, ?2 FROM provider WHERE id = ?1");
        if (auto done = s.bind(1, provider.value).bind(2, toMillis(*detour.downSince)).exec(); !done)
            return done;
    }
    for (const auto &[id, instead] : detour.instead) {
        Statement &s = m_connection.statement("INSERT INTO provider_detour (provider_id, instead_id, since, messages)"
                                              " SELECT p.id, i.id, ?3, ?4 FROM provider p, provider i WHERE p.id = ?1"
                                              " AND i.id = ?2");
        s.bind(1, provider.value).bind(2, id).bind(3, toMillis(instead.since)).bind(4, instead.messages);
        if (auto done = s.exec(); !done)
            return done;
    }
    return {};
}

} // namespace storage

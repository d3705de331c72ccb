#include "storage/consent/provideroptouts.h"

using namespace Qt::StringLiterals;

namespace storage {

using domain::Channel;
using domain::Instant;
using domain::ProviderId;
using domain::Result;

namespace {

const QString source = u"provider"_s;

} // namespace

Result<qint64> ProviderOptOuts::add(ProviderId provider, Channel channel, const QStringList &addresses, Instant begunAt,
                                    Instant now)
{
    ConsentStore consents(m_connection, m_vault);
    qint64 added = 0;
    for (const QString &address : addresses) {
        const QByteArray index = m_vault.indexOf(domain::Address{channel, address});
        Statement &seen =
            m_connection.statement("INSERT INTO provider_opt_out (provider_id, address_index, seen_at) VALUES (?, ?, ?)"
                                   " ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at");
        seen.bind(1, provider.value).bind(2, index).bind(3, domain::toMillis(begunAt));
        if (auto done = seen.exec(); !done)
            return tl::unexpected(done.error());
        if (isSuppressed(index, channel))
            continue;
        ConsentEvent event;
        event.at = now;
        event.address = address;
        event.channel = channel;
        event.source = source;
        event.evidence = u"on the provider's list of opt-outs"_s;
        event.contact = consents.contactOf(address);
        if (auto done = consents.append(event); !done)
            return tl::unexpected(done.error());
        ++added;
    }
    return added;
}

bool ProviderOptOuts::isSuppressed(const QByteArray &index, Channel channel)
{
    Statement &s =
        m_connection.statement("SELECT 1 FROM suppression WHERE address_index = ? AND channel = ? AND category = ''");
    const bool is = s.bind(1, index).bind(2, domain::toText(channel)).next();
    s.finish();
    return is;
}

Result<qint64> ProviderOptOuts::letBack(ProviderId provider, Channel channel, Instant begunAt, Instant now, int limit)
{
    Statement &s = m_connection.statement(
        "SELECT address_index FROM provider_opt_out WHERE provider_id = ? AND seen_at < ? LIMIT ?");
    s.bind(1, provider.value).bind(2, domain::toMillis(begunAt)).bind(3, limit);
    QList<QByteArray> gone;
    while (s.next())
        gone << s.blob(0);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    for (const QByteArray &index : std::as_const(gone)) {
        Statement &forget =
            m_connection.statement("DELETE FROM provider_opt_out WHERE provider_id = ? AND address_index = ?");
        if (auto done = forget.bind(1, provider.value).bind(2, index).exec(); !done)
            return tl::unexpected(done.error());
        if (auto done = letBackOne(index, channel, now); !done)
            return tl::unexpected(done.error());
    }
    return gone.size();
}

Result<void> ProviderOptOuts::letBackOne(const QByteArray &index, Channel channel, Instant now)
{
    // Another account's list still has them, or they said no in another way since they last said yes.
    Statement &s = m_connection.statement(
        "SELECT e.address_cipher FROM consent_event e WHERE e.address_index = ?1 AND e.channel = ?2"
        " AND NOT EXISTS (SELECT 1 FROM provider_opt_out o WHERE o.address_index = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM consent_event n WHERE n.address_index = ?1 AND n.channel = ?2"
        " AND n.action = 'opt_out' AND n.source <> ?3 AND n.id > coalesce((SELECT max(y.id) FROM consent_event y"
        " WHERE y.address_index = ?1 AND y.channel = ?2 AND y.action = 'opt_in' AND y.category = ''), 0))"
        " ORDER BY e.id DESC LIMIT 1");
    s.bind(1, index).bind(2, domain::toText(channel)).bind(3, source);
    if (!s.next())
        return s.failed() ? Result<void>(tl::unexpected(m_connection.lastError())) : Result<void>();
    const auto address = m_vault.open(s.blob(0));
    s.finish();
    if (!address)
        return tl::unexpected(address.error());
    ConsentStore consents(m_connection, m_vault);
    ConsentEvent event;
    event.at = now;
    event.address = *address;
    event.channel = channel;
    event.optOut = false;
    event.source = source;
    event.evidence = u"no longer on the provider's list of opt-outs"_s;
    event.contact = consents.contactOf(*address);
    return consents.append(event);
}

} // namespace storage

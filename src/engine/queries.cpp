#include "engine/client/queries.h"

#include "engine/counterday.h"
#include "engine/rehearsal/rehearsal.h"
#include "engine/routing/secretbook.h"
#include "engine/sending/limits.h"
#include "storage/contacts/contactlist.h"
#include "storage/core/workspacefile.h"
#include "storage/log/counterreader.h"
#include "storage/workspace/providerstore.h"
#include "storage/workspace/routestore.h"
#include "storage/workspace/recordcheck.h"

#include <QFileInfo>

namespace engine {

using domain::Result;

Queries::Queries(storage::Connection &connection, const storage::Vault &vault, domain::Instant now)
    : m_connection(connection), m_vault(vault), m_now(now)
{}

Result<void> Queries::checkRecords() { return storage::checkRecords(m_connection, m_vault); }

Result<WorkspaceInfo> Queries::workspace()
{
    const auto settings = storage::readWorkspaceSettings(m_connection);
    if (!settings)
        return tl::unexpected(settings.error());
    WorkspaceInfo info;
    const QString file = m_connection.path();
    info.path = workspaceOf(file);
    info.isRehearsal = isRehearsalPath(file);
    info.name = settings->name;
    info.country = settings->country;
    info.timeZone = settings->timeZone;
    info.currency = settings->currency;
    info.isDemo = settings->isDemo;
    const auto contacts = contactCount({});
    if (!contacts)
        return tl::unexpected(contacts.error());
    info.contacts = *contacts;
    const auto messages = storage::CounterReader(m_connection).allMessages();
    if (!messages)
        return tl::unexpected(messages.error());
    info.messages = *messages;
    info.fileBytes = QFileInfo(file).size() + QFileInfo(file + QStringLiteral("-wal")).size();
    return info;
}

Result<QList<ProviderRow>> Queries::providers()
{
    return storage::ProviderStore(m_connection).all().map([](const QList<storage::ProviderRecord> &records) {
        QList<ProviderRow> rows;
        for (const auto &r : records) {
            ProviderRow row;
            row.id = r.id;
            row.kind = r.kind;
            row.name = r.name;
            row.settings = r.settings;
            row.channels = r.channels;
            row.enabled = r.enabled;
            row.pausedReason = r.pausedReason;
            row.pausedDetail = r.pausedDetail;
            row.ratePerSecond = r.ratePerSecond;
            row.inFlight = r.inFlight;
            row.position = r.position;
            row.secretNames = SecretBook::namesIn(r.settings);
            rows << row;
        }
        return rows;
    });
}

Result<QList<ProviderHealth>> Queries::providerHealth()
{
    constexpr int days = 7;
    const auto settings = storage::readWorkspaceSettings(m_connection);
    if (!settings)
        return tl::unexpected(settings.error());
    const auto rows = storage::CounterReader(m_connection).byProvider(dayOf(m_now, settings->timeZone) - days + 1);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<ProviderHealth> health;
    for (const auto &row : *rows) {
        if (health.isEmpty() || health.constLast().id != row.provider)
            health.append({row.provider, {}});
        health.last().counts.byState[static_cast<size_t>(row.state)] += row.messages;
    }
    return health;
}

Result<ProviderUse> Queries::providerUse(domain::ProviderId id)
{
    constexpr int mostNamed = 5;
    storage::ProviderStore store(m_connection);
    const auto campaigns = store.campaignsBy(id, mostNamed);
    if (!campaigns)
        return tl::unexpected(campaigns.error());
    const auto routes = storage::RouteStore(m_connection).routesBy(id);
    if (!routes)
        return tl::unexpected(routes.error());
    return store.isNeeded(id).map([&](bool needed) { return ProviderUse{*campaigns, needed, *routes}; });
}

Result<SendingLimits> Queries::limits() { return readLimits(m_connection); }

} // namespace engine

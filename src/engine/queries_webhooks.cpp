#include "engine/client/queries.h"

#include "engine/hooks/hooksettings.h"
#include "storage/workspace/settingstore.h"

using namespace Qt::StringLiterals;

namespace engine {

using domain::Result;

Result<WebhookStatus> Queries::webhooks()
{
    const auto settings = readWebhookSettings(m_connection);
    if (!settings)
        return tl::unexpected(settings.error());
    const auto state = storage::SettingStore(m_connection).read(u"webhook_state"_s);
    if (!state)
        return tl::unexpected(state.error());
    const auto records = storage::ProviderStore(m_connection).all();
    if (!records)
        return tl::unexpected(records.error());
    WebhookStatus status;
    status.settings = *settings;
    const QString word = (*state)[u"state"].toString();
    if (word == u"listening")
        status.state = WebhookStatus::State::Listening;
    else if (word == u"failed")
        status.state = WebhookStatus::State::Failed;
    status.problem = (*state)[u"problem"].toString();
    status.problemDetail = (*state)[u"detail"].toString();
    status.problemPlace = (*state)[u"place"].toString();
    status.port = (*state)[u"port"].toInt();
    if (const qint64 since = (*state)[u"since"].toInteger(); since > 0)
        status.since = domain::fromMillis(since);
    status.optOuts = (*state)[u"opt_outs"].toInteger();
    const QJsonObject counts = (*state)[u"providers"].toObject();
    for (const storage::ProviderRecord &record : *records) {
        const QJsonObject count = counts[QString::number(record.id.value)].toObject();
        WebhookStatus::Provider one{record.id, record.name, record.kind, count[u"takes"].toBool(), {}, 0, 0, {}, 0, {}};
        one.url =
            QString::fromUtf8(hookUrl(*settings, status.port > 0 ? status.port : settings->port, m_vault, record));
        one.accepted = count[u"accepted"].toInteger();
        one.refused = count[u"refused"].toInteger();
        if (const qint64 last = count[u"last"].toInteger(); last > 0)
            one.lastAt = domain::fromMillis(last);
        one.unreadable = count[u"unreadable"].toInteger();
        if (const qint64 last = count[u"last_refused"].toInteger(); last > 0)
            one.lastRefusedAt = domain::fromMillis(last);
        status.providers << one;
    }
    return status;
}

} // namespace engine

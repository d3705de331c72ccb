#include "app/desktop/announcer.h"

#include "gui/dashboard/dashboardfigures.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int pauseMs = 1000;
const QString campaignTag = QStringLiteral("campaign:");
const QString providerTag = QStringLiteral("provider:");

} // namespace

Announcer::Announcer(engine::EngineClient &client, platform::Notifier &notifier, QObject *parent)
    : QObject(parent), m_client(client), m_notifier(notifier)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &Announcer::ask);
    connect(&client, &engine::EngineClient::changed, this, [this](engine::Topics topics) {
        const bool concerns = topics & (engine::Topics(engine::Topic::Campaigns) | engine::Topic::Providers);
        if (concerns && !m_pause.isActive())
            m_pause.start();
    });
    ask();
}

void Announcer::ask()
{
    m_client.ask([](engine::Queries &queries) { return queries.campaigns(); }, this,
                 [this](const domain::Result<QList<engine::CampaignRow>> &rows) {
                     if (rows)
                         takeCampaigns(*rows);
                 });
    m_client.ask([](engine::Queries &queries) { return queries.providers(); }, this,
                 [this](const domain::Result<QList<engine::ProviderRow>> &rows) {
                     if (rows)
                         takeProviders(*rows);
                 });
}

void Announcer::takeCampaigns(const QList<engine::CampaignRow> &rows)
{
    QSet<qint64> through;
    for (const engine::CampaignRow &row : rows) {
        const qint64 id = row.campaign.id.value;
        const bool isCompleted = row.campaign.state == domain::CampaignState::Completed;
        if (!isCompleted && row.campaign.state != domain::CampaignState::Cancelled)
            continue;
        through.insert(id);
        if (!m_knowsCampaigns || m_through.contains(id) || !isCompleted) // a person cancels, and knows
            continue;
        const gui::FamilyCounts counts = gui::familiesOf(row.counts);
        QStringList words{tr("%1 sent").arg(gui::number(counts.sent))};
        words << (counts.onTheWay > 0 ? tr("%1 delivered so far").arg(gui::number(counts.delivered))
                                      : tr("%1 delivered").arg(gui::number(counts.delivered)));
        if (counts.failed > 0)
            words << tr("%1 failed").arg(gui::number(counts.failed));
        if (counts.doubt > 0)
            words << tr("%1 in doubt").arg(gui::number(counts.doubt));
        m_notifier.show(
            {campaignTag + QString::number(id), tr("“%1” is sent").arg(row.campaign.name), words.join(u", "_s) + u'.'});
    }
    m_through = through;
    m_knowsCampaigns = true;
}

void Announcer::takeProviders(const QList<engine::ProviderRow> &rows)
{
    QSet<qint64> stopped;
    for (const engine::ProviderRow &row : rows) {
        if (row.pausedReason.isEmpty())
            continue;
        stopped.insert(row.id.value);
        if (m_knowsProviders && !m_stopped.contains(row.id.value))
            m_notifier.show({providerTag + QString::number(row.id.value), tr("%1 sends nothing now").arg(row.name),
                             gui::reasonSentence(row.pausedReason)});
    }
    m_stopped = stopped;
    m_knowsProviders = true;
}

std::pair<QString, QVariant> Announcer::placeOf(const QString &tag)
{
    if (tag.startsWith(campaignTag))
        return {u"campaigns"_s, tag.sliced(campaignTag.size()).toLongLong()};
    if (tag.startsWith(providerTag))
        return {u"settings"_s, u"providers"_s};
    return {};
}

} // namespace app

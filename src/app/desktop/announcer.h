#pragma once

#include "engine/client/client.h"
#include "platform/desktop/notifier.h"

#include <QSet>
#include <QTimer>

namespace app {

/// Says what a person who looks elsewhere would want to know: a campaign is through, a provider refuses its account.
/// One for each open workspace; GUI thread, owned by Desktop.
class Announcer : public QObject
{
    Q_OBJECT

public:
    /// All borrowed.
    Announcer(engine::EngineClient &client, platform::Notifier &notifier, QObject *parent = nullptr);

    /// Page and value a notification's tag leads to ("campaigns", id); an empty page: only raise the window.
    [[nodiscard]] static std::pair<QString, QVariant> placeOf(const QString &tag);

private:
    void ask();
    void takeCampaigns(const QList<engine::CampaignRow> &rows);
    void takeProviders(const QList<engine::ProviderRow> &rows);

    engine::EngineClient &m_client;
    platform::Notifier &m_notifier;
    QTimer m_pause;
    bool m_knowsCampaigns = false;
    bool m_knowsProviders = false;
    QSet<qint64> m_through; ///< campaigns that were over when last seen
    QSet<qint64> m_stopped; ///< providers that were paused when last seen
};

} // namespace app

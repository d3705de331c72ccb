#pragma once

#include "engine/client/commands.h"
#include "gui/frame/page.h"

class QStackedWidget;

namespace gui {

class ChoiceList;
class LimitsSection;
class ProviderActions;
class RehearsalSection;
class RouteActions;
class RoutesSection;
class PriceActions;
class PricesSection;
class ProvidersSection;
class WebhookActions;
class WebhooksSection;
class WorkspaceSection;

/// What can be set, by section. GUI thread.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const PageContext &context, QWidget *parent = nullptr);

    /// What open() takes, with its title, in their order.
    [[nodiscard]] static QList<std::pair<QString, QString>> sections();
    void showWorkspace(const engine::WorkspaceInfo &info);
    void showProviders(const QList<engine::ProviderRow> &providers);
    void showHealth(const QList<engine::ProviderHealth> &health);
    void showKinds(const QList<domain::ProviderKind> &kinds);
    void showLimits(const engine::SendingLimits &limits);
    void showSection(int index);

    void activated() override;
    /// "workspace", "providers", "routes", "prices", "webhooks", "limits", "rehearsal" or "appearance".
    void open(const QVariant &what) override;
    [[nodiscard]] bool mayLeave(std::function<void()> go) override;

private:
    /// A wide one takes what room there is, as tables do.
    void addSection(const QString &id, QWidget *section, bool isWide = false);
    void connectProviders();
    void fetch();
    void saveWorkspace();
    void saveLimits();
    void backup();
    void told(const domain::Result<void> &done, const QString &words);

    ChoiceList *m_sections;
    QStackedWidget *m_stack;
    WorkspaceSection *m_workspace;
    ProvidersSection *m_providers;
    RoutesSection *m_routes;
    PricesSection *m_prices;
    WebhooksSection *m_webhooks;
    LimitsSection *m_limits;
    RehearsalSection *m_rehearsal;
    ProviderActions *m_actions;
    RouteActions *m_routeActions;
    PriceActions *m_priceActions;
    WebhookActions *m_webhookActions;
};

} // namespace gui

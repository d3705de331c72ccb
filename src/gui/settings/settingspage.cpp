#include "gui/settings/settingspage.h"

#include "engine/client/client.h"
#include "gui/kit/choicelist.h"
#include "gui/kit/confirmdialog.h"
#include "gui/kit/errortext.h"
#include "gui/kit/files.h"
#include "gui/kit/pageheader.h"
#include "gui/settings/priceactions.h"
#include "gui/settings/pricessection.h"
#include "gui/settings/provideractions.h"
#include "gui/settings/providerssection.h"
#include "gui/settings/routeactions.h"
#include "gui/settings/routessection.h"
#include "gui/settings/sections.h"
#include "gui/settings/webhookactions.h"
#include "gui/settings/webhookssection.h"
#include "gui/theme/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int sectionsWidth = 216;
constexpr int wideSection = 900;
} // namespace

SettingsPage::SettingsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_sections(new ChoiceList(u"settingsSections"_s)), m_stack(new QStackedWidget),
      m_workspace(new WorkspaceSection), m_providers(new ProvidersSection), m_routes(new RoutesSection),
      m_prices(new PricesSection), m_webhooks(new WebhooksSection), m_limits(new LimitsSection),
      m_rehearsal(new RehearsalSection), m_actions(new ProviderActions(this->context(), this)),
      m_routeActions(new RouteActions(this->context(), m_routes)),
      m_priceActions(new PriceActions(this->context(), m_prices)),
      m_webhookActions(new WebhookActions(this->context(), m_webhooks))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PageHeader(tr("Settings")));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::l, space::s, space::xl, 0);
    row->setSpacing(space::xl);
    m_sections->setFixedWidth(sectionsWidth);
    m_sections->setAccessibleName(tr("Sections"));
    row->addWidget(m_sections);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    addSection(u"workspace"_s, m_workspace);
    addSection(u"providers"_s, m_providers);
    addSection(u"routes"_s, m_routes, true);
    addSection(u"prices"_s, m_prices, true);
    addSection(u"webhooks"_s, m_webhooks);
    addSection(u"limits"_s, m_limits);
    addSection(u"rehearsal"_s, m_rehearsal);
    addSection(u"appearance"_s, new AppearanceSection(context));
    connect(m_sections, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_sections->setCurrentRow(0);
    connect(m_workspace, &WorkspaceSection::saveWanted, this, &SettingsPage::saveWorkspace);
    connect(m_workspace, &WorkspaceSection::backupWanted, this, &SettingsPage::backup);
    connect(m_limits, &LimitsSection::saveWanted, this, &SettingsPage::saveLimits);
    connect(m_rehearsal, &RehearsalSection::changeWanted, this, [this](bool on) {
        if (this->context().shell)
            this->context().shell->changeRehearsal(on);
    });
    connectProviders();
    if (client())
        client()->command(
            [](engine::Commands &commands) -> domain::Result<QList<domain::ProviderKind>> {
                return commands.providerKinds();
            },
            this,
            [this](const domain::Result<QList<domain::ProviderKind>> &kinds) {
                if (kinds)
                    showKinds(*kinds);
            });
    if (client())
        connect(client(), &engine::EngineClient::changed, this, [this](engine::Topics topics) {
            if (isVisible() && (topics & (engine::Topics(engine::Topic::Providers) | engine::Topic::Settings)))
                fetch();
            else if (isVisible() && topics.testFlag(engine::Topic::Webhooks))
                m_webhookActions->fetch();
        });
}

QList<std::pair<QString, QString>> SettingsPage::sections()
{
    return {{u"workspace"_s, tr("Workspace")}, {u"providers"_s, tr("Providers")},
            {u"routes"_s, tr("Routes")},       {u"prices"_s, tr("Prices")},
            {u"webhooks"_s, tr("Webhooks")},   {u"limits"_s, tr("Limits and quiet hours")},
            {u"rehearsal"_s, tr("Rehearsal")}, {u"appearance"_s, tr("Language, appearance")}};
}

void SettingsPage::addSection(const QString &id, QWidget *section, bool isWide)
{
    QString title;
    for (const auto &[known, words] : sections())
        if (known == id)
            title = words;
    QListWidgetItem *item = m_sections->addChoice(title);
    item->setData(Qt::UserRole, id);
    auto *scroll = new QScrollArea;
    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(1, 0, space::m, space::xl);
    section->setMaximumWidth(isWide ? wideSection : size::formWidth);
    auto *row = new QHBoxLayout; // a row asks for the height at the width it gives, a column at its own
    row->addWidget(section, 1000);
    row->addStretch(1);
    column->addLayout(row, isWide ? 1 : 0);
    if (!isWide)
        column->addStretch(1);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(scroll);
}

void SettingsPage::connectProviders()
{
    const auto wanted = [this](auto signal, auto act) { connect(m_providers, signal, m_actions, act); };
    connect(m_providers, &ProvidersSection::addWanted, this, [this] { m_actions->add(m_providers->names()); });
    connect(m_providers, &ProvidersSection::duplicateWanted, this,
            [this](const engine::ProviderRow &row) { m_actions->duplicate(row, m_providers->names()); });
    wanted(&ProvidersSection::editWanted, &ProviderActions::edit);
    wanted(&ProvidersSection::resumeWanted, &ProviderActions::resume);
    wanted(&ProvidersSection::enableWanted, &ProviderActions::setEnabled);
    wanted(&ProvidersSection::removeWanted, &ProviderActions::remove);
    wanted(&ProvidersSection::testWanted, &ProviderActions::test);
    wanted(&ProvidersSection::testMessageWanted, &ProviderActions::sendTest);
    wanted(&ProvidersSection::orderWanted, &ProviderActions::order);
    connect(m_actions, &ProviderActions::tested, m_providers, &ProvidersSection::showReport);
    connect(m_actions, &ProviderActions::notTested, m_providers, &ProvidersSection::showTestError);
    connect(m_actions, &ProviderActions::done, this, &SettingsPage::fetch);
    connect(m_routes, &RoutesSection::providersWanted, this, [this] { open(u"providers"_s); });
    connect(m_webhooks, &WebhooksSection::editWanted, m_actions, &ProviderActions::edit);
}

void SettingsPage::showWorkspace(const engine::WorkspaceInfo &info)
{
    m_workspace->showWorkspace(info);
    m_rehearsal->showWorkspace(info);
}
void SettingsPage::showProviders(const QList<engine::ProviderRow> &rows) { m_providers->showProviders(rows); }
void SettingsPage::showHealth(const QList<engine::ProviderHealth> &health) { m_providers->showHealth(health); }

void SettingsPage::showKinds(const QList<domain::ProviderKind> &kinds)
{
    m_actions->setKinds(kinds);
    m_providers->setKinds(kinds);
}
void SettingsPage::showSection(int index) { m_sections->setCurrentRow(index); }

void SettingsPage::showLimits(const engine::SendingLimits &limits)
{
    if (!m_limits->isChanged())
        m_limits->showLimits(limits);
}

void SettingsPage::activated()
{
    fetch();
    m_sections->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::open(const QVariant &what)
{
    for (int i = 0; i < m_sections->count(); ++i)
        if (m_sections->item(i)->data(Qt::UserRole) == what)
            showSection(i);
}

bool SettingsPage::mayLeave(std::function<void()> go)
{
    if (!m_workspace->isChanged() && !m_limits->isChanged() && !m_webhooks->isChanged())
        return true;
    auto *question = new ConfirmDialog(tr("Leave without saving?"), tr("What you changed in Settings is lost."),
                                       tr("Discard the changes"), ConfirmDialog::Kind::Dangerous, this);
    connect(question, &QDialog::accepted, this, [this, go = std::move(go)] {
        m_workspace->saved(); // what stands there counts as seen, and is replaced by the next answer
        m_limits->saved();
        m_webhooks->saved();
        fetch();
        go();
    });
    question->open();
    return false;
}

void SettingsPage::fetch()
{
    if (!client())
        return;
    m_routeActions->fetch();
    m_priceActions->fetch();
    m_webhookActions->fetch();
    client()->ask([](engine::Queries &queries) { return queries.workspace(); }, this,
                  [this](const domain::Result<engine::WorkspaceInfo> &info) {
                      if (info)
                          showWorkspace(*info);
                  });
    client()->ask([](engine::Queries &queries) { return queries.providers(); }, this,
                  [this](const domain::Result<QList<engine::ProviderRow>> &rows) {
                      if (rows)
                          showProviders(*rows);
                  });
    client()->ask([](engine::Queries &queries) { return queries.providerHealth(); }, this,
                  [this](const domain::Result<QList<engine::ProviderHealth>> &health) {
                      if (health)
                          showHealth(*health);
                  });
    client()->ask([](engine::Queries &queries) { return queries.limits(); }, this,
                  [this](const domain::Result<engine::SendingLimits> &limits) {
                      if (limits)
                          showLimits(*limits);
                  });
}

void SettingsPage::told(const domain::Result<void> &done, const QString &words)
{
    fetch();
    if (!context().shell)
        return;
    if (done)
        context().shell->toast(words);
    else
        context().shell->showError(done.error());
}

void SettingsPage::saveWorkspace()
{
    if (!client())
        return;
    client()->command(
        [w = m_workspace->workspace()](engine::Commands &commands) {
            return commands.saveWorkspace(w.name, w.country, w.timeZone, w.currency);
        },
        this,
        [this](const domain::Result<void> &done) {
            if (!done)
                return m_workspace->showError(done.error());
            m_workspace->saved();
            told(done, tr("Workspace saved."));
        });
}

void SettingsPage::saveLimits()
{
    if (!client())
        return;
    // The countries among them are set with the routes, perhaps a moment ago.
    client()->ask([](engine::Queries &queries) { return queries.limits(); }, this,
                  [this](const domain::Result<engine::SendingLimits> &now) {
                      if (!now)
                          return m_limits->showError(now.error());
                      engine::SendingLimits limits = m_limits->limits();
                      limits.allowedCountries = now->allowedCountries;
                      client()->command([limits](engine::Commands &commands) { return commands.saveLimits(limits); },
                                        this,
                                        [this](const domain::Result<void> &done) {
                                            if (!done)
                                                return m_limits->showError(done.error());
                                            m_limits->saved();
                                            told(done, tr("Limits saved. They hold for every message from now on."));
                                        });
                  });
}

void SettingsPage::backup()
{
    auto *dialog = new QFileDialog(this, tr("Back up the workspace"), filesFolder(), tr("Workspaces (*.heliograph)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"heliograph"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (client())
            client()->command(
                [path](engine::Commands &commands) { return commands.backup(path); }, this,
                [this, path](const domain::Result<void> &done) { told(done, tr("Backup written to %1.").arg(path)); });
    });
    dialog->open();
}

void addSettingsPage(PageRegistry &pages)
{
    pages.add(
        {u"settings"_s,
         SettingsPage::tr("Settings"),
         u"configure"_s,
         PageGroup::System,
         90,
         {},
         [](const PageContext &context, QWidget *parent) -> Page * { return new SettingsPage(context, parent); }});
}

} // namespace gui

#include "app/shots/shooter.h"

#include "gui/contacts/contactfilter.h"
#include "gui/contacts/contactspage.h"
#include "gui/contacts/import/importfilepage.h"
#include "gui/contacts/import/importwizard.h"
#include "gui/dashboard/dashboardpage.h"
#include "gui/frame/aboutdialog.h"
#include "gui/frame/commandpalette.h"
#include "gui/inbox/inboxpage.h"
#include "gui/kit/filterbar.h"
#include "gui/messages/messagespage.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace app {

void Shooter::addPages()
{
    const gui::PageRegistry registry = gui::allPages();
    for (const gui::PageInfo &info : registry.pages())
        add(info.id, [this, id = info.id] { window().openPage(id); });
    add(u"palette"_s, [this] {
        window().commandPalette()->open();
        window().commandPalette()->findChild<QLineEdit *>()->setText(u"an"_s);
    });
    add(u"messages-story"_s, [this] {
        window().commandPalette()->close();
        window().openPage(u"messages"_s, m_ids.message);
    });
    go(u"messages-story-closed"_s, [this] { press(u"closeDetail"_s); });
    add(u"about"_s, [this] { (new gui::AboutDialog(&window()))->open(); });
    add(u"shortcuts"_s, [this] {
        closeDialogs();
        (new gui::ShortcutsDialog(&window()))->open();
    });
    go(u"shortcuts-closed"_s, [] { closeDialogs(); });
}

void Shooter::addContacts()
{
    using gui::ImportWizard;
    const auto goesOn = when<ImportWizard>([](const ImportWizard &wizard) { return wizard.nextButton()->isEnabled(); });
    add(
        u"contacts-detail"_s, [this] { window().openPage(u"contacts"_s, m_ids.contact); },
        [] { return shownButton(u"closeDetail"_s) != nullptr; });
    add(u"contacts-new"_s, [this] {
        press(u"closeDetail"_s);
        window().openPage(u"contacts"_s, u"new"_s);
    });
    add(
        u"import-1"_s,
        [this] {
            closeDialogs();
            window().openPage(u"contacts"_s, u"import"_s);
        },
        opened<ImportWizard>());
    add(u"import-2"_s, with<ImportWizard>([this](ImportWizard &wizard) {
            wizard.filePage()->setFile(m_wish.scratch + u"/customers.csv"_s);
        }),
        goesOn);
    for (int step = 1; step < 4; ++step)
        add(u"import-%1"_s.arg(step + 2), with<ImportWizard>([step](ImportWizard &wizard) { wizard.goTo(step); }),
            goesOn);
    go(u"import-closed"_s, [] { closeDialogs(); });
}

void Shooter::addInbox()
{
    const auto show = [this](qsizetype at) {
        return [this, at] { window().openPage(u"inbox"_s, m_ids.conversations.value(at)); };
    };
    const auto search = [this](const QString &words) {
        auto *bar = window().page(u"inbox"_s)->findChild<gui::FilterBar *>();
        bar->setSearchText(words);
        Q_EMIT bar->searchChanged(words);
    };
    add(u"inbox-thread"_s, show(1));
    go(u"inbox-link-opened"_s, show(3));
    add(u"inbox-link"_s, [this] {
        window()
            .findChild<QPlainTextEdit *>(u"replyText"_s)
            ->setPlainText(u"Of course. It is kept for you until Friday evening. Sunrise Studio"_s);
    });
    add(u"inbox-opted-out"_s, [this, show] {
        window().findChild<QPlainTextEdit *>(u"replyText"_s)->clear();
        show(2)();
    });
    add(u"inbox-opt-outs"_s, [this] { window().findChild<QTabBar *>(u"inboxTabs"_s)->setCurrentIndex(2); });
    add(u"inbox-search"_s, [this, search] {
        window().findChild<QTabBar *>(u"inboxTabs"_s)->setCurrentIndex(0);
        search(u"Friday"_s);
    });
    add(u"inbox-search-none"_s, [search] { search(u"wheelbarrow"_s); });
    go(u"inbox-closed"_s, [search] { search({}); });
}

void Shooter::addSegments()
{
    const QByteArray condition = R"({"last_purchase_on": {">=": {"$rel": "today-90d"}}, )"
                                 R"("$or": [{"territory": {"in": ["California", "New York"]}}, {"vip": true}]})";
    add(u"segments-editor"_s, [this, condition] { window().openPage(u"segments"_s, condition); });
    add(u"segments-json"_s, [this] { window().findChild<QTabBar *>(u"conditionFaces"_s)->setCurrentIndex(1); });
    add(u"segments-error"_s, [this] {
        window().findChild<QTabBar *>(u"conditionFaces"_s)->setCurrentIndex(2);
        window()
            .findChild<QPlainTextEdit *>(u"conditionExpression"_s)
            ->setPlainText(u"doc.vip and doc.teritory == \"California\""_s);
    });
    go(u"segments-closed"_s, [this] {
        window().findChild<QToolButton *>(u"undoCondition"_s)->click();
        press(u"back"_s);
        window().openPage(u"contacts"_s);
        Q_EMIT window().findChild<gui::ContactFilter *>()->conditionWanted(u"{\"vip\": true}"_s);
    });
    add(u"contacts-condition"_s, [] {});
    go(u"contacts-condition-closed"_s, [] { closeDialogs(); });
}

// The figures of the demo, and two accounts that others stand in for.
void Shooter::addDetour()
{
    go(
        u"dashboard-read"_s,
        [this] {
            m_dashboard.reset();
            m_desktop.client()->ask([](engine::Queries &queries) { return queries.dashboard(30); }, this,
                                    [this](const domain::Result<engine::Dashboard> &found) {
                                        if (found)
                                            m_dashboard = *found;
                                    });
        },
        [this] { return m_dashboard.has_value(); });
    add(u"dashboard-detour"_s, [this] {
        const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
        engine::Detour silent;
        silent.provider = {1};
        silent.name = u"Main account"_s;
        silent.since = now - std::chrono::minutes(42);
        silent.instead = {{u"Second account"_s, 3'340}, {u"Gateway of the town"_s, 12}};
        engine::Detour paused;
        paused.provider = {2};
        paused.name = u"WhatsApp Cloud"_s;
        paused.since = now - std::chrono::minutes(3);
        paused.isPaused = true;
        m_dashboard->detours = {silent, paused};
        m_empty->openPage(u"dashboard"_s);
        qobject_cast<gui::DashboardPage *>(m_empty->page(u"dashboard"_s))->showDashboard(*m_dashboard);
    });
}

void Shooter::addEmptyPages()
{
    go(u"empty"_s, [this] {
        gui::PageContext context;
        context.settings = &m_settings;
        context.theme = &m_theme;
        m_empty = std::make_unique<gui::MainWindow>(context, gui::allPages());
        m_empty->setWorkspace({{}, u"Corner Bakery"_s, {}, {}, {}, false, false, 0, 0, 0});
        m_empty->resize(window().size());
        m_empty->show();
    });
    addDetour();
    add(u"rehearsal"_s, [this] {
        m_empty->setWorkspace({{}, u"Corner Bakery"_s, {}, {}, {}, false, true, 0, 0, 0});
        m_empty->openPage(u"settings"_s, u"rehearsal"_s);
    });
    add(u"rehearsal-begin"_s, [this] { m_empty->changeRehearsal(true); });
    go(u"rehearsal-ended"_s, [this] {
        closeDialogs();
        m_empty->setWorkspace({{}, u"Corner Bakery"_s, {}, {}, {}, false, false, 0, 0, 0});
    });
    const gui::PageRegistry registry = gui::allPages();
    for (const gui::PageInfo &info : registry.pages())
        if (info.group != gui::PageGroup::System)
            add(u"empty-"_s + info.id, [this, id = info.id] {
                m_empty->openPage(id);
                if (auto *dashboard = qobject_cast<gui::DashboardPage *>(m_empty->page(id)))
                    dashboard->showDashboard({});
                else if (auto *contacts = qobject_cast<gui::ContactsPage *>(m_empty->page(id))) {
                    contacts->showRows({});
                    contacts->showCount(0);
                } else if (auto *log = qobject_cast<gui::MessagesPage *>(m_empty->page(id)))
                    log->showRows({});
                else if (auto *inbox = qobject_cast<gui::InboxPage *>(m_empty->page(id)))
                    inbox->showRows({});
            });
    go(u"empty-closed"_s, [this] { m_empty.reset(); });
}

} // namespace app

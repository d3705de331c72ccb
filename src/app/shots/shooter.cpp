#include "app/shots/shooter.h"

#include "gui/campaigns/campaignspage.h"
#include "gui/campaigns/campaignwizard.h"
#include "gui/campaigns/reviewstep.h"
#include "gui/contacts/contactfilter.h"
#include "gui/contacts/contactspage.h"
#include "gui/contacts/import/importfilepage.h"
#include "gui/contacts/import/importwizard.h"
#include "gui/dashboard/dashboardpage.h"
#include "gui/frame/aboutdialog.h"
#include "gui/frame/commandpalette.h"
#include "gui/inbox/inboxpage.h"
#include "gui/kit/datatable.h"
#include "gui/messages/messagespage.h"
#include "gui/settings/priceimportdialog.h"
#include "gui/settings/providerdialog.h"
#include "gui/settings/settingspage.h"
#include "gui/templates/templateeditor.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTextStream>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int lookEveryMs = 50;
constexpr int settleLooks = 6; // layouts, answers and charts settle
constexpr int mostLooks = 400;

constexpr char people[] =
    "Customer no;First name;Last name;Mobile;E-mail;Town;Tags;Birthday\n"
    "1001;Anna;Miller;(212) 555-0134;anna@example.org;New York;newsletter;1984-03-12\n"
    "1002;Björn;Åkesson;+1 213 555 0188;bjorn@example.org;Los Angeles;newsletter, vip;12/01/1990\n"
    "1003;Carla;\"Diaz, Jr.\";3125550143;;Chicago;;\n"
    "1004;Dan;Okafor;not a number;dan@example;Boston;;1990-13-40\n"
    "1005;Eve;Adams;+14045550122;eve@example.org;Atlanta;vip;\n"
    "1001;Anna;Miller;(212) 555-0134;anna@example.org;New York;newsletter;1984-03-12\n"
    "1006;Frank;Li;+1 415 555 0177;;San Francisco;newsletter;\n";

} // namespace

template <class Dialog>
Dialog *Shooter::front()
{
    return qobject_cast<Dialog *>(QApplication::activeModalWidget());
}

Shooter::Shooter(Desktop &desktop, gui::Theme &theme, QSettings &settings, QString folder, QString scratch)
    : m_desktop(desktop), m_theme(theme), m_settings(settings), m_folder(std::move(folder)),
      m_scratch(std::move(scratch))
{
    using enum gui::Appearance;
    m_steps.push_back({{}, [this] { m_desktop.openDemo(); }, [this] { return m_desktop.window() != nullptr; }});
    m_steps.push_back({{}, [this] { findIds(); }, [this] { return m_ids.message != 0 && !m_ids.templates.isEmpty(); }});
    int round = 0;
    for (const QSize &size : {QSize(1440, 900), QSize(1024, 700)}) {
        addRound(Light, u"light"_s, size, round++);
        addRound(Dark, u"dark"_s, size, round++);
    }
    connect(&m_timer, &QTimer::timeout, this, &Shooter::wait);
    m_timer.setInterval(lookEveryMs);
}

Shooter::~Shooter() = default;

void Shooter::start()
{
    QFile file(m_scratch + u"/customers.csv"_s);
    m_failed = !file.open(QIODevice::WriteOnly) || file.write(people) < 0;
    next();
}

void Shooter::add(const QString &name, std::function<void()> prepare, std::function<bool()> ready)
{
    m_steps.push_back({name.isEmpty() ? name : name + m_suffix, std::move(prepare), std::move(ready)});
}

void Shooter::addRound(gui::Appearance appearance, const QString &look, const QSize &size, int round)
{
    m_suffix = u"-%1-%2x%3.png"_s.arg(look).arg(size.width()).arg(size.height());
    add({}, [this, appearance, size] {
        m_theme.setAppearance(appearance);
        m_settings.remove(u"columns"_s);
        window().resize(size);
    });
    if (size.width() > 1100) {
        add(u"welcome"_s, [this] { m_desktop.showWelcome(); });
        add({}, [this] { m_desktop.welcome()->hide(); });
    }
    addCampaigns(round); // first, so that the other pages have something to show
    addPages();
    addInbox();
    addContacts();
    addSegments();
    addTemplates();
    addSettings();
    addEmptyPages();
}

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
    add({}, [] { press(u"closeDetail"_s); });
    add(u"about"_s, [this] { (new gui::AboutDialog(&window()))->open(); });
    add(u"shortcuts"_s, [this] {
        closeDialogs();
        (new gui::ShortcutsDialog(&window()))->open();
    });
    add({}, [] { closeDialogs(); });
}

void Shooter::addContacts()
{
    add(u"contacts-detail"_s, [this] { window().openPage(u"contacts"_s, m_ids.contact); });
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
        [] { return front<gui::ImportWizard>() != nullptr; });
    add(
        u"import-2"_s, [this] { front<gui::ImportWizard>()->filePage()->setFile(m_scratch + u"/customers.csv"_s); },
        [] { return front<gui::ImportWizard>()->nextButton()->isEnabled(); });
    for (int step = 1; step < 4; ++step)
        add(
            u"import-%1"_s.arg(step + 2), [step] { front<gui::ImportWizard>()->goTo(step); },
            [] { return front<gui::ImportWizard>()->nextButton()->isEnabled(); });
    add({}, [] { closeDialogs(); });
}

void Shooter::addInbox()
{
    const auto show = [this](qsizetype at) {
        return [this, at] { window().openPage(u"inbox"_s, m_ids.conversations.value(at)); };
    };
    add(u"inbox-thread"_s, show(1));
    add({}, show(3));
    add(u"inbox-link"_s, [this] {
        window()
            .findChild<QPlainTextEdit *>(u"replyText"_s)
            ->setPlainText(u"Of course. It is kept for you until Friday evening. Sunrise Studio"_s);
    });
    add(u"inbox-opted-out"_s, [this, show] {
        window().findChild<QPlainTextEdit *>(u"replyText"_s)->clear();
        show(2)();
    });
    add({}, [this] { window().findChild<QTabBar *>(u"inboxTabs"_s)->setCurrentIndex(2); });
    add(u"inbox-opt-outs"_s, [] {});
    add({}, [this] { window().findChild<QTabBar *>(u"inboxTabs"_s)->setCurrentIndex(0); });
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
    add({}, [this] {
        window().findChild<QToolButton *>(u"undoCondition"_s)->click();
        press(u"back"_s);
        window().openPage(u"contacts"_s);
        Q_EMIT window().findChild<gui::ContactFilter *>()->conditionWanted(u"{\"vip\": true}"_s);
    });
    add(u"contacts-condition"_s, [] {});
    add({}, [] { closeDialogs(); });
}

void Shooter::addTemplates()
{
    add(u"templates-editor"_s, [this] { window().openPage(u"templates"_s, m_ids.templates.constFirst().value); });
    add(u"templates-versions"_s, [] { press(u"templateVersions"_s); });
    add({}, [] { closeDialogs(); });
    add(u"templates-test"_s, [] { press(u"testTemplate"_s); });
    add(u"templates-mail"_s, [this] {
        closeDialogs();
        auto *editor = window().findChild<gui::TemplateEditor *>();
        domain::TemplateRecord mail = editor->record();
        mail.channel = domain::Channel::Email;
        mail.current.first().subject = u"{{ first_name }}, your appointment at {{ workspace.name }}"_s;
        mail.current.first().html =
            u"<h2>See you soon, {{ first_name }}!</h2>\n<p>Your appointment is <b>tomorrow at ten</b>.<br>\n"
            "If you cannot come, <a href=\"https://example.org/change\">choose another time</a>.</p>\n"_s;
        editor->showRecord(mail);
        editor->findChild<QTabBar *>(u"mailParts"_s)->setCurrentIndex(1);
    });
    add(u"templates-whatsapp"_s, [this] {
        auto *editor = window().findChild<gui::TemplateEditor *>();
        domain::TemplateRecord text = editor->record();
        text.channel = domain::Channel::WhatsApp;
        editor->showRecord(text);
        editor->findChild<QTabBar *>(u"mailParts"_s)->setCurrentIndex(2);
    });
    add({}, [] {
        closeDialogs();
        press(u"back"_s);
    });
}

void Shooter::addCampaigns(int round)
{
    add({}, [this] {
        window().openPage(u"campaigns"_s);
        domain::Campaign draft;
        draft.name = u"Winter check-up"_s;
        qobject_cast<gui::CampaignsPage *>(window().page(u"campaigns"_s))->edit(draft);
    });
    const auto wizard = [] { return front<gui::CampaignWizard>(); };
    const auto goesOn = [wizard] { return wizard()->nextButton()->isEnabled(); };
    add(
        u"campaign-wizard-1"_s, [wizard] { wizard()->goTo(0); }, goesOn);
    add(
        u"campaign-wizard-2"_s,
        [wizard] {
            wizard()->goTo(1);
            wizard()->findChild<QListWidget *>(u"templateList"_s)->setCurrentRow(1);
        },
        goesOn);
    add(
        u"campaign-wizard-3"_s, [wizard] { wizard()->goTo(2); }, goesOn);
    add(
        u"campaign-wizard-4"_s, [wizard] { wizard()->goTo(3); }, goesOn);
    add({}, [] { closeDialogs(); });
    add(
        {}, [this, round] { launch(m_ids.templates.at(round), round); }, [this] { return m_launched.isValid(); });
    add(
        u"campaigns-progress"_s, [this] { window().openPage(u"campaigns"_s, m_launched.value); },
        [this, beats = 0]() mutable { return ++beats > 140; }); // some seconds of sending
    add({}, [] { press(u"backToCampaigns"_s); });
    if (round < 2)
        add(
            u"phones"_s, [this] { m_desktop.showPhones(); }, [beats = 0]() mutable { return ++beats > 40; });
    add({}, [this] {
        if (m_desktop.phones())
            m_desktop.phones()->hide();
    });
}

void Shooter::addSettings()
{
    for (const QString &section : {u"workspace"_s, u"providers"_s, u"routes"_s, u"prices"_s, u"webhooks"_s, u"limits"_s,
                                   u"rehearsal"_s, u"appearance"_s})
        add(u"settings-"_s + section, [this, section] { window().openPage(u"settings"_s, section); });
    addRoutes();
    add(u"settings-kinds"_s, [this] {
        window().openPage(u"settings"_s, u"providers"_s);
        press(u"addProvider"_s);
    });
    for (const domain::ProviderKind &kind : m_desktop.kinds())
        for (const bool advanced : {false, true})
            add(u"settings-provider-"_s + kind.key + (advanced ? u"-advanced"_s : QString()), [this, kind, advanced] {
                closeDialogs();
                engine::ProviderRow fresh;
                fresh.kind = kind.key;
                fresh.name = kind.name;
                auto *dialog = new gui::ProviderDialog(kind, fresh, {}, &window());
                dialog->showAdvanced(advanced);
                dialog->open();
            });
    add({}, [] { closeDialogs(); });
}

void Shooter::addRoutes()
{
    add(u"settings-routes-try"_s, [this] {
        window().openPage(u"settings"_s, u"routes"_s);
        window().findChild<QLineEdit *>(u"tryTo"_s)->setText(u"+49 151 23456789"_s);
        press(u"tryRoute"_s);
    });
    add(u"settings-route"_s, [this] {
        window().findChild<gui::DataTable *>(u"routes"_s)->selectRow(0);
        press(u"editRoute"_s);
    });
    add(u"settings-countries"_s, [] {
        closeDialogs();
        press(u"changeCountries"_s);
    });
    add(u"settings-prices-import"_s, [this] {
        closeDialogs();
        window().openPage(u"settings"_s, u"prices"_s);
        const QByteArray file = "provider,channel,country,unit,price,currency\n"
                                "Nobody,sms,GB,segment,0.04,USD\n"
                                "Simulated phones,sms,DE,segment,\"0,08\",USD\n";
        const auto checked = gui::checkPriceFile(file, {}, {});
        (new gui::PriceImportDialog(u"price list.csv"_s, *checked, &window()))->open();
    });
    add(u"settings-webhooks-direct"_s, [this] {
        closeDialogs();
        window().openPage(u"settings"_s, u"webhooks"_s);
        window().findChild<QComboBox *>(u"hookMode"_s)->setCurrentIndex(1);
    });
    add({}, [this] { window().findChild<QComboBox *>(u"hookMode"_s)->setCurrentIndex(0); });
}

void Shooter::addEmptyPages()
{
    add({}, [this] {
        gui::PageContext context;
        context.settings = &m_settings;
        context.theme = &m_theme;
        m_empty = std::make_unique<gui::MainWindow>(context, gui::allPages());
        m_empty->setWorkspace({{}, u"Corner Bakery"_s, {}, {}, {}, false, false, 0, 0, 0});
        m_empty->resize(window().size());
        m_empty->show();
    });
    add(u"rehearsal"_s, [this] {
        m_empty->setWorkspace({{}, u"Corner Bakery"_s, {}, {}, {}, false, true, 0, 0, 0});
        m_empty->openPage(u"settings"_s, u"rehearsal"_s);
    });
    add(u"rehearsal-begin"_s, [this] { m_empty->changeRehearsal(true); });
    add({}, [this] {
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
    add({}, [this] { m_empty.reset(); });
}

void Shooter::findIds()
{
    engine::EngineClient &client = *m_desktop.client();
    client.ask([](engine::Queries &queries) { return queries.templates(); }, this,
               [this](const domain::Result<QList<engine::TemplateRow>> &rows) {
                   for (const engine::TemplateRow &row : rows.value_or(QList<engine::TemplateRow>()))
                       if (row.category == domain::Category::Transactional)
                           m_ids.templates.append(row.id);
               });
    client.ask([](engine::Queries &queries) { return queries.conversations({}, {}, 5); }, this,
               [this](const domain::Result<engine::Page<engine::ConversationRow>> &page) {
                   if (page)
                       for (const engine::ConversationRow &row : page->rows)
                           m_ids.conversations.append(row.id.value);
               });
    engine::MessageQuery delivered;
    delivered.states = {domain::MessageState::Delivered};
    client.ask([delivered](engine::Queries &queries) { return queries.messages(delivered, {}, 1); }, this,
               [this](const domain::Result<engine::Page<engine::MessageRow>> &page) {
                   if (!page || page->rows.isEmpty())
                       return;
                   m_ids.message = page->rows.constFirst().id.value;
                   m_ids.contact = page->rows.constFirst().contactId.value;
               });
}

void Shooter::launch(domain::TemplateId id, int round)
{
    m_launched = {};
    domain::Campaign campaign;
    campaign.name = u"Winter check-up %1"_s.arg(round + 1);
    campaign.templateId = id;
    campaign.category = domain::Category::Transactional;
    m_desktop.client()->command(
        [campaign](engine::Commands &commands) -> domain::Result<domain::CampaignId> {
            const auto made = commands.saveCampaign(campaign);
            if (made)
                if (const auto launched = commands.launchCampaign(*made); !launched)
                    return tl::unexpected(launched.error());
            return made;
        },
        this,
        [this](const domain::Result<domain::CampaignId> &made) {
            if (made)
                m_launched = *made;
        });
}

void Shooter::closeDialogs()
{
    while (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
        dialog->done(QDialog::Rejected);
}

void Shooter::press(const QString &objectName)
{
    for (QWidget *widget : QApplication::allWidgets())
        if (auto *button = qobject_cast<QAbstractButton *>(widget);
            button && button->objectName() == objectName && button->isVisible()) {
            button->click();
            return;
        }
}

void Shooter::next()
{
    if (m_steps.empty()) {
        QTextStream(stdout) << m_written << " pictures in " << m_folder << '\n';
        QApplication::exit(m_failed ? 1 : 0);
        return;
    }
    m_steps.front().prepare();
    m_waited = 0;
    m_timer.start();
}

void Shooter::wait()
{
    Step &step = m_steps.front();
    ++m_waited;
    if (step.ready && m_waited < mostLooks) {
        if (!step.ready())
            return;
        step.ready = {};
        m_waited = 0;
    } else if (step.ready) {
        QTextStream(stderr) << "waited in vain for " << step.file << '\n';
        m_failed = true;
    }
    if (m_waited < settleLooks && !step.file.isEmpty())
        return;
    m_timer.stop();
    take();
    m_steps.pop_front();
    next();
}

QWidget *Shooter::pictured() const
{
    if (QWidget *dialog = QApplication::activeModalWidget())
        return dialog;
    if (m_empty)
        return m_empty.get();
    if (m_desktop.phones() && m_desktop.phones()->isVisible())
        return m_desktop.phones();
    if (m_desktop.welcome() && m_desktop.welcome()->isVisible())
        return m_desktop.welcome();
    return m_desktop.window();
}

void Shooter::take()
{
    const QString &file = m_steps.front().file;
    if (file.isEmpty())
        return;
    m_failed = !pictured()->grab().save(m_folder + u'/' + file) || m_failed;
    ++m_written;
}

} // namespace app

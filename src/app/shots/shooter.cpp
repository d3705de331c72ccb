#include "app/shots/shooter.h"

#include <QAbstractButton>
#include <QDialog>
#include <QTextStream>

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

Shooter::Shooter(Desktop &desktop, gui::Theme &theme, QSettings &settings, Wish wish)
    : m_desktop(desktop), m_theme(theme), m_settings(settings), m_wish(std::move(wish))
{
    using enum gui::Appearance;
    go(
        u"demo"_s, [this] { m_desktop.openDemo(); }, [this] { return m_desktop.window() != nullptr; });
    go(
        u"demo-content"_s, [this] { findIds(); },
        [this] { return m_ids.message != 0 && !m_ids.templates.isEmpty() && !m_ids.conversations.isEmpty(); });
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
    QFile file(m_wish.scratch + u"/customers.csv"_s);
    m_failed = !file.open(QIODevice::WriteOnly) || file.write(people) < 0 ||
               !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // as a certificate's key has to be
    next();
}

void Shooter::add(const QString &name, std::function<void()> prepare, std::function<bool()> ready)
{
    m_steps.push_back({name + m_suffix, true, std::move(prepare), std::move(ready)});
}

void Shooter::go(const QString &name, std::function<void()> prepare, std::function<bool()> ready)
{
    m_steps.push_back({name + m_suffix, false, std::move(prepare), std::move(ready)});
}

void Shooter::addRound(gui::Appearance appearance, const QString &look, const QSize &size, int round)
{
    m_suffix = u"-%1-%2x%3"_s.arg(look).arg(size.width()).arg(size.height());
    if (!m_suffix.contains(m_wish.rounds))
        return;
    go(u"begin"_s, [this, appearance, size] {
        m_theme.setAppearance(appearance);
        m_settings.remove(u"columns"_s);
        window().resize(size);
    });
    if (size.width() > 1100) {
        add(u"welcome"_s, [this] { m_desktop.showWelcome(); });
        go(u"welcome-closed"_s, [this] { m_desktop.welcome()->hide(); });
    }
    addCampaigns(round); // first, so that the other pages have something to show
    addPages();
    addInbox();
    addContacts();
    addSegments();
    addTemplates();
    addProviderTemplates();
    addSettings();
    addRoutes();
    addPrices();
    addWebhooks();
    addEmptyPages();
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

void Shooter::closeDialogs()
{
    while (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
        dialog->done(QDialog::Rejected);
}

QAbstractButton *Shooter::shownButton(const QString &objectName)
{
    for (QWidget *widget : QApplication::allWidgets())
        if (auto *button = qobject_cast<QAbstractButton *>(widget);
            button && button->objectName() == objectName && button->isVisible())
            return button;
    return nullptr;
}

void Shooter::press(const QString &objectName)
{
    if (QAbstractButton *button = shownButton(objectName))
        button->click();
    else
        miss(u"the button "_s + objectName);
}

void Shooter::miss(const QString &what)
{
    if (m_ended)
        return;
    const QWidget *dialog = QApplication::activeModalWidget();
    QTextStream(stderr) << "step " << m_steps.front().name << ": " << what << " is not there"
                        << (dialog ? u"; in front is “%1”"_s.arg(dialog->windowTitle()) : QString()) << '\n';
    m_ended = true;
    QApplication::exit(1);
}

void Shooter::next()
{
    if (m_steps.empty()) {
        QTextStream(stdout) << m_written << " pictures in " << m_wish.folder << '\n';
        QApplication::exit(m_failed ? 1 : 0);
        return;
    }
    m_steps.front().prepare();
    m_waited = 0;
    if (!m_ended)
        m_timer.start();
}

void Shooter::wait()
{
    Step &step = m_steps.front();
    ++m_waited;
    if (step.ready) {
        if (!step.ready()) {
            if (m_waited >= mostLooks) {
                m_timer.stop();
                miss(u"what it waits for"_s);
            }
            return;
        }
        step.ready = {};
        m_waited = 0;
    }
    if (m_waited < settleLooks && step.isPictured)
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
    const Step &step = m_steps.front();
    if (!step.isPictured)
        return;
    m_failed = !pictured()->grab().save(m_wish.folder + u'/' + step.name + u".png"_s) || m_failed;
    ++m_written;
}

} // namespace app

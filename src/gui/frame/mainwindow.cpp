#include "gui/frame/mainwindow.h"

#include "engine/client/client.h"
#include "gui/frame/aboutdialog.h"
#include "gui/frame/commandpalette.h"
#include "gui/frame/modebanner.h"
#include "gui/frame/palettesources.h"
#include "gui/frame/sidebar.h"
#include "gui/frame/statusstrip.h"
#include "gui/frame/tray.h"
#include "gui/kit/confirmdialog.h"
#include "gui/kit/errortext.h"
#include "gui/kit/toast.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gui {

MainWindow::MainWindow(const PageContext &context, const PageRegistry &pages, QWidget *parent)
    : QMainWindow(parent), m_context(context), m_registry(pages), m_banner(new ModeBanner(this)),
      m_sidebar(new Sidebar(pages, this)), m_stack(new QStackedWidget(this)), m_strip(new StatusStrip(this))
{
    m_context.shell = this;
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Heliograph"_s);
    setWindowIcon(brandIcon());
    setMinimumSize(900, 600);
    resize(1280, 800);

    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addWidget(m_stack, 1);
    column->addWidget(m_banner);
    column->addLayout(row, 1);
    column->addWidget(m_strip);
    setCentralWidget(centre);
    m_toast = new Toast(centre);
    m_palette = new CommandPalette(centre);

    connect(m_sidebar, &Sidebar::chosen, this, [this](const QString &id) { openPage(id); });
    connect(m_sidebar, &Sidebar::collapsedChanged, this, [this](bool folded) {
        m_foldedByPerson = folded;
        m_context.settings->setValue(u"window/folded"_s, folded);
    });
    connect(m_banner, &ModeBanner::phonesWanted, this, &MainWindow::phonesWanted);
    connect(m_banner, &ModeBanner::endWanted, this, [this] { changeRehearsal(false); });
    connect(m_strip, &StatusStrip::pauseWanted, this, &MainWindow::setSendingPaused);
    connect(m_strip, &StatusStrip::doubtsWanted, this, [this] { openPage(u"messages"_s, u"doubts"_s); });
    connect(m_strip, &StatusStrip::problemWanted, this,
            [this] { openPage(m_registry.find(u"settings"_s) ? u"settings"_s : u"dashboard"_s, u"providers"_s); });
    if (m_context.client) {
        connect(m_context.client, &engine::EngineClient::statusChanged, this, &MainWindow::showStatus);
        showStatus(m_context.client->status());
    }
    buildActions();
    buildPalette();
    fillWorkspaceMenu();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildActions()
{
    const auto shortcut = [this](const QKeySequence &keys, auto action) {
        auto *made = new QShortcut(keys, this);
        connect(made, &QShortcut::activated, this, action);
    };
    const QList<PageInfo> &pages = m_registry.pages();
    for (int i = 0; i < std::min<int>(9, static_cast<int>(pages.size())); ++i)
        shortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)),
                 [this, id = pages.at(i).id] { openPage(id); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_palette->open(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (!m_current.isEmpty())
            page(m_current)->newHere();
    });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        if (!m_current.isEmpty())
            page(m_current)->filter();
    });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), [this] {
        m_quitting = true;
        close();
    });
    // With Shift held, many layouts give another character than the full stop.
    for (const Qt::Key key : {Qt::Key_Period, Qt::Key_Greater, Qt::Key_Colon})
        shortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | key), [this] { setSendingPaused(true); });
}

void MainWindow::buildPalette()
{
    QList<PaletteItem> items;
    int number = 1;
    for (const PageInfo &info : m_registry.pages()) {
        const QString keys =
            number < 10
                ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)).toString(QKeySequence::NativeText)
                : QString();
        ++number;
        items.append({info.title, keys.isEmpty() ? tr("Page") : tr("Page · %1").arg(keys), info.iconName,
                      [this, id = info.id] { openPage(id); }});
    }
    for (const PageInfo &info : m_registry.pages())
        if (!info.newText.isEmpty())
            items.append({info.newText, tr("Action"), u"list-add"_s, [this, id = info.id] {
                              openPage(id);
                              page(id)->newHere();
                          }});
    items.append({tr("Stop all sending"), tr("Action · Ctrl+Shift+."), u"media-playback-pause"_s,
                  [this] { setSendingPaused(true); }});
    items.append({tr("Resume sending"), tr("Action"), u"media-playback-start"_s, [this] { setSendingPaused(false); }});
    items.append({tr("Open or create a workspace"), tr("Action"), u"document-open"_s,
                  [this] { Q_EMIT workspaceChangeWanted(); }});
    items.append(
        {tr("Keyboard shortcuts"), tr("Help"), u"input-keyboard"_s, [this] { (new ShortcutsDialog(this))->open(); }});
    items.append({tr("About Heliograph"), tr("Help"), u"help-about"_s, [this] { (new AboutDialog(this))->open(); }});
    m_palette->setFixedItems(std::move(items));
    if (m_registry.find(u"settings"_s))
        m_palette->addSource(settingsSource(*this));
    if (m_context.client)
        for (PaletteSource &source : paletteSources(*m_context.client, *this, m_registry, this))
            m_palette->addSource(std::move(source));
}

void MainWindow::fillWorkspaceMenu()
{
    QMenu *menu = m_sidebar->workspaceMenu();
    menu->addAction(icon(u"document-open"_s), tr("Open or create a workspace…"), this,
                    &MainWindow::workspaceChangeWanted);
    m_rehearse = menu->addAction(icon(u"view-presentation"_s), tr("Begin a rehearsal…"), this,
                                 [this] { changeRehearsal(m_banner->mode() != ModeBanner::Mode::Rehearsal); });
    if (Theme *theme = m_context.theme) {
        QMenu *looks = menu->addMenu(icon(u"contrast"_s), tr("Appearance"));
        auto *group = new QActionGroup(looks);
        const QList<QPair<QString, Appearance>> choices{{tr("As the system"), Appearance::System},
                                                        {tr("Light"), Appearance::Light},
                                                        {tr("Dark"), Appearance::Dark}};
        for (const auto &[text, appearance] : choices) {
            QAction *action = looks->addAction(text);
            action->setCheckable(true);
            group->addAction(action);
            connect(action, &QAction::triggered, this, [this, theme, chosen = appearance] {
                theme->setAppearance(chosen);
                m_context.settings->setValue(u"appearance"_s, static_cast<int>(chosen));
            });
            connect(looks, &QMenu::aboutToShow, action,
                    [action, theme, shown = appearance] { action->setChecked(theme->appearance() == shown); });
        }
    }
    menu->addSeparator();
    menu->addAction(icon(u"input-keyboard"_s), tr("Keyboard shortcuts"), this,
                    [this] { (new ShortcutsDialog(this))->open(); });
    menu->addAction(icon(u"help-about"_s), tr("About Heliograph"), this, [this] { (new AboutDialog(this))->open(); });
    menu->addSeparator();
    QAction *quit = menu->addAction(icon(u"application-exit"_s), tr("Quit"), this, [this] {
        m_quitting = true;
        close();
    });
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setShortcutContext(Qt::WidgetShortcut); // shown here; the window's own shortcut acts
}

void MainWindow::setWorkspace(const engine::WorkspaceInfo &info)
{
    m_sidebar->setWorkspace(info.name, info.isDemo);
    m_banner->setMode(info.isRehearsal ? ModeBanner::Mode::Rehearsal
                      : info.isDemo    ? ModeBanner::Mode::Demo
                                       : ModeBanner::Mode::Real);
    m_rehearse->setVisible(!info.isDemo);
    m_rehearse->setText(info.isRehearsal ? tr("End the rehearsal…") : tr("Begin a rehearsal…"));
    m_strip->setRehearsal(info.isRehearsal);
    setWindowTitle(tr("%1 – Heliograph", "window title: name of the workspace").arg(info.name));
}

void MainWindow::restore()
{
    restoreGeometry(m_context.settings->value(u"window/geometry"_s).toByteArray());
    m_foldedByPerson = m_context.settings->value(u"window/folded"_s, false).toBool();
    m_sidebar->setCollapsed(m_foldedByPerson);
    const QString last = m_context.settings->value(u"window/page"_s).toString();
    if (m_registry.find(last))
        openPage(last);
    else if (!m_registry.pages().isEmpty())
        openPage(m_registry.pages().first().id);
    show();
}

void MainWindow::changeRehearsal(bool on)
{
    auto *question =
        on ? new ConfirmDialog(
                 tr("Begin a rehearsal?"),
                 tr("Heliograph makes a copy of the workspace and works in it. Everything is sent to "
                    "simulated phones and mailboxes; nothing reaches your customers or your providers. The workspace "
                    "itself rests: nothing is sent, and no receipt or reply is fetched. What you do or "
                    "change during the rehearsal is thrown away at its end."),
                 tr("Begin the rehearsal"), ConfirmDialog::Kind::Spending, this)
           : new ConfirmDialog(tr("End the rehearsal?"),
                               tr("Its messages, and whatever was changed meanwhile, are thrown away. The workspace is "
                                  "as it was before, and what is sent reaches people again."),
                               tr("End the rehearsal"), ConfirmDialog::Kind::Dangerous, this);
    connect(question, &QDialog::accepted, this, [this, on] { Q_EMIT rehearsalWanted(on); });
    question->open();
}

void MainWindow::showRehearsalError(const domain::Error &error)
{
    if (error.code != domain::ErrorCode::Conflict)
        showError(error);
    else if (!error.place.isEmpty())
        m_toast->showText(
            tr("'%1' is being sent. Pause it or let it finish, then begin the rehearsal.").arg(error.place));
    else
        m_toast->showText(tr("Messages are on their way, or another program has the workspace open. Try again once "
                             "that is over."));
}

Page *MainWindow::page(const QString &id)
{
    if (Page *made = m_pages.value(id))
        return made;
    const PageInfo *info = m_registry.find(id);
    if (!info)
        return nullptr;
    Page *made = info->make(m_context, this);
    made->setObjectName(u"page-"_s + id);
    made->setAccessibleName(info->title);
    m_pages.insert(id, made);
    m_stack->addWidget(made);
    connect(made, &Page::badgeChanged, this, [this, id](qint64 number) { m_sidebar->setBadge(id, number); });
    return made;
}

void MainWindow::openPage(const QString &id, const QVariant &what)
{
    Page *wanted = page(id);
    if (!wanted)
        return;
    const auto go = [this, id, what, wanted] {
        m_current = id;
        m_stack->setCurrentWidget(wanted);
        m_sidebar->setCurrent(id);
        m_context.settings->setValue(u"window/page"_s, id);
        wanted->setFocus(Qt::OtherFocusReason); // pages with a better place for it move it on
        wanted->activated();
        if (what.isValid())
            wanted->open(what);
    };
    if (id != m_current && !m_current.isEmpty() && !page(m_current)->mayLeave(go)) {
        m_sidebar->setCurrent(m_current);
        return;
    }
    go();
}

void MainWindow::toast(const QString &text, std::function<void()> undo) { m_toast->showText(text, std::move(undo)); }

void MainWindow::showError(const domain::Error &error) { m_toast->showText(sentenceFor(error)); }

void MainWindow::showStatus(const engine::EngineStatus &status)
{
    m_status = status;
    m_strip->showStatus(status);
    m_sidebar->setBadge(u"messages"_s, status.uncertain);
    m_sidebar->setBadge(u"inbox"_s, status.unread);
    if (m_tray)
        m_tray->showStatus(status);
}

void MainWindow::setSendingPaused(bool paused)
{
    if (!m_context.client)
        return;
    m_context.client->command([paused](engine::Commands &commands) { return commands.setPaused(paused); }, this,
                              [this, paused](const domain::Result<void> &done) {
                                  if (!done)
                                      showError(done.error());
                                  else if (paused)
                                      m_toast->showText(
                                          tr("Sending is stopped. What waits is kept."),
                                          [this] { setSendingPaused(false); }, tr("Resume"));
                                  else
                                      toast(tr("Sending goes on."));
                              });
}

void MainWindow::useTray(Tray *tray)
{
    m_tray = tray;
    QApplication::setQuitOnLastWindowClosed(false);
    connect(tray, &Tray::openWanted, this, [this] {
        showNormal();
        raise();
        activateWindow();
    });
    connect(tray, &Tray::pauseWanted, this, &MainWindow::setSendingPaused);
    connect(tray, &Tray::quitWanted, this, [this] {
        m_quitting = true;
        if (!isVisible())
            showNormal(); // for what it may have to ask
        close();
    });
}

void MainWindow::rememberPlace() { m_context.settings->setValue(u"window/geometry"_s, saveGeometry()); }

void MainWindow::closeEvent(QCloseEvent *event)
{
    rememberPlace();
    const auto again = [this, quitting = m_quitting] {
        m_quitting = quitting;
        close();
    };
    if (!m_current.isEmpty() && !page(m_current)->mayLeave(again)) {
        m_quitting = false;
        event->ignore();
        return;
    }
    const bool toTray = !m_quitting && m_tray;
    if (!toTray && isSending() && !m_quitAgreed) {
        m_quitting = false;
        event->ignore();
        askToQuit();
        return;
    }
    event->accept();
    if (toTray) {
        hide();
        if (!m_context.settings->value(u"window/trayTold"_s, false).toBool()) {
            m_tray->notify(tr("Heliograph goes on in the tray"),
                           tr("Sending goes on. Quit from the icon's menu, or with Ctrl+Q."));
            m_context.settings->setValue(u"window/trayTold"_s, true);
        }
        return;
    }
    Q_EMIT quitWanted();
}

bool MainWindow::isSending() const
{
    return m_status.inFlight > 0 || (m_status.running && !m_status.paused && m_status.queued > 0);
}

void MainWindow::askToQuit()
{
    auto *question = new ConfirmDialog(
        tr("Quit while messages are being sent?"),
        tr("Nothing is lost: what still waits leaves when Heliograph runs again. Until then nothing is sent."),
        tr("Quit"), ConfirmDialog::Kind::Dangerous, this);
    connect(question, &QDialog::accepted, this, [this] {
        m_quitting = m_quitAgreed = true;
        close();
    });
    question->open();
}

// In a narrow window the sidebar folds by itself, and unfolds again unless the person folded it.
void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_sidebar->setCollapsed(m_foldedByPerson || width() < 960);
}

} // namespace gui

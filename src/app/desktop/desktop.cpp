#include "app/desktop/desktop.h"

#include "app/common/currency.h"
#include "gui/welcome/passphrasedialog.h"
#include "storage/core/workspacefile.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace app {

namespace {

constexpr int recentKept = 10;
constexpr domain::Millis quitGrace{10'000};
// Made-up people only: the passphrase protects nothing and is no secret.
const QByteArray demoPassphrase = "demo"_ba;
constexpr char demoAccount[] = "AC00000000000000000000000000000001";
constexpr char demoToken[] = "0123456789abcdef0123456789abcdef";

simulator::Options demoNetwork()
{
    simulator::Options options;
    options.network.latency = {domain::Millis{40}, domain::Millis{160}};
    options.network.delivery = {domain::Millis{800}, domain::Millis{5000}};
    options.network.failures = {{30005, 0.012}, {30003, 0.006}};
    options.network.stopShare = 0.004;
    return options;
}

engine::ProviderDraft demoProvider(const QList<engine::ProviderRow> &there, const QString &url)
{
    engine::ProviderDraft draft;
    if (!there.isEmpty())
        draft.id = there.constFirst().id;
    draft.kind = u"twilio"_s;
    draft.name = u"Simulated phones"_s;
    draft.settings = {
        {u"accountSid"_s, QString::fromLatin1(demoAccount)}, {u"from"_s, u"+15005550006"_s}, {u"baseUrl"_s, url}};
    draft.secrets = {{u"authToken"_s, QString::fromLatin1(demoToken)}};
    draft.ratePerSecond = 100; // a campaign to everybody is delivered within a minute
    draft.inFlight = 64;
    return draft;
}

/// What the workspace's passphrase is, where whoever starts the program says it this way.
std::optional<QByteArray> fromEnvironment()
{
    const QByteArray given = qgetenv("HELIOGRAPH_PASSPHRASE");
    return given.isEmpty() ? std::nullopt : std::optional(given);
}

} // namespace

Desktop::Desktop(gui::Theme &theme, QSettings &settings)
    : m_theme(theme), m_settings(settings), m_notifier(u"Heliograph"_s)
{
    connect(&m_notifier, &platform::Notifier::activated, this, &Desktop::openFromNotification);
    connect(&m_notifier, &platform::Notifier::notShown, this, [this](const platform::Notification &notification) {
        if (m_tray)
            m_tray->notify(notification.title, notification.text);
    });
}

Desktop::~Desktop()
{
    m_phonesWindow.reset();
    m_window.reset();
    m_announcer.reset();
    m_session.reset();
}

QString Desktop::demoPath() const
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder + u"/demo.heliograph"_s;
}

// The open workspace goes on until the next one is there.
engine::WorkspaceSession &Desktop::newSession()
{
    m_next = m_composition.makeSession();
    return *m_next;
}

void Desktop::dropNext()
{
    if (m_next)
        m_next.release()->deleteLater(); // it may be the one that is speaking
}

void Desktop::showWelcome()
{
    if (!m_welcome) {
        m_welcome = std::make_unique<gui::WelcomeWindow>();
        connect(m_welcome.get(), &gui::WelcomeWindow::openWanted, this, &Desktop::openFile);
        connect(m_welcome.get(), &gui::WelcomeWindow::createWanted, this, &Desktop::create);
        connect(m_welcome.get(), &gui::WelcomeWindow::demoWanted, this, &Desktop::openDemo);
    }
    m_welcome->setRecent(m_settings.value(u"recent"_s).toStringList());
    m_welcome->setBusy({});
    m_welcome->show();
    m_welcome->raise();
    m_welcome->activateWindow();
}

bool Desktop::isOpen(const QString &path) const
{
    return m_session && !m_path.isEmpty() && QFileInfo(path) == QFileInfo(m_path);
}

void Desktop::openFile(const QString &path)
{
    if (QFileInfo(path) == QFileInfo(demoPath()))
        openDemo();
    else
        open(path, fromEnvironment());
}

void Desktop::open(const QString &path, const std::optional<QByteArray> &passphrase)
{
    if (isOpen(path)) {
        raiseWindow();
        return;
    }
    if (m_welcome)
        m_welcome->setBusy(tr("Opening %1…").arg(QFileInfo(path).completeBaseName()));
    newSession().open(path, passphrase, engine::SessionMode::Engine, [this, path, passphrase](Result<void> opened) {
        if (opened) {
            m_passphrase = passphrase;
            showWindow(path);
            return;
        }
        dropNext();
        const bool isWrong = opened.error().code == ErrorCode::WrongPassphrase;
        if (isWrong || opened.error().code == ErrorCode::KeyUnavailable)
            askPassphrase(path, isWrong && passphrase);
        else
            failed(opened.error());
    });
}

void Desktop::failed(const domain::Error &error)
{
    dropNext();
    showWelcome();
    m_welcome->showError(error);
}

void Desktop::askPassphrase(const QString &path, bool isWrong)
{
    showWelcome();
    auto *dialog = new gui::PassphraseDialog(gui::PassphraseDialog::Kind::Existing, QFileInfo(path).completeBaseName(),
                                             m_welcome.get());
    if (isWrong)
        dialog->showWrong();
    connect(dialog, &gui::PassphraseDialog::entered, this,
            [this, path](const QByteArray &passphrase) { open(path, passphrase); });
    dialog->open();
}

void Desktop::create(const gui::NewWorkspace &wanted) { createWith(wanted, fromEnvironment()); }

void Desktop::createWith(const gui::NewWorkspace &wanted, const std::optional<QByteArray> &passphrase)
{
    m_welcome->setBusy(tr("Creating %1…").arg(wanted.name));
    storage::WorkspaceSettings settings;
    settings.name = wanted.name;
    settings.country = wanted.country;
    settings.timeZone = wanted.timeZone;
    settings.currency = currencyOf(wanted.country);
    newSession().create(wanted.path, settings, passphrase, engine::SessionMode::Engine,
                        [this, wanted, passphrase](Result<void> made) {
                            if (made) {
                                m_passphrase = passphrase;
                                showWindow(wanted.path);
                                return;
                            }
                            dropNext();
                            m_welcome->setBusy({});
                            if (passphrase || made.error().code != ErrorCode::KeyUnavailable)
                                m_welcome->showError(made.error());
                            else // no key store: the workspace is sealed with a passphrase instead
                                choosePassphrase(wanted);
                        });
}

void Desktop::choosePassphrase(const gui::NewWorkspace &wanted)
{
    auto *dialog = new gui::PassphraseDialog(gui::PassphraseDialog::Kind::New, wanted.name, m_welcome.get());
    connect(dialog, &gui::PassphraseDialog::entered, this,
            [this, wanted](const QByteArray &passphrase) { createWith(wanted, passphrase); });
    dialog->open();
}

void Desktop::openDemo()
{
    const QString path = demoPath();
    if (isOpen(path)) {
        raiseWindow();
        return;
    }
    if (m_welcome)
        m_welcome->setBusy(tr("Preparing the demo…"));
    if (!m_simulator) {
        m_simulator = std::make_unique<simulator::Server>(demoNetwork());
        if (const auto port = m_simulator->start(); !port) {
            m_simulator.reset();
            failed(port.error());
            return;
        }
    }
    const bool isNew = !QFileInfo::exists(path);
    const auto then = [this](Result<void> opened) {
        if (opened)
            prepareDemo();
        else
            failed(opened.error());
    };
    if (!isNew) {
        newSession().open(path, demoPassphrase, engine::SessionMode::Engine, then);
        return;
    }
    QFile::remove(path + u".keys"_s); // of a demo whose file somebody deleted
    storage::WorkspaceSettings settings;
    settings.name = u"Sunrise Studio"_s;
    settings.country = u"US"_s;
    settings.timeZone = u"America/New_York"_s;
    settings.currency = u"USD"_s;
    settings.isDemo = true;
    newSession().create(path, settings, demoPassphrase, engine::SessionMode::Engine, then);
}

// The simulator listens on another port each time: its provider is told.
void Desktop::prepareDemo()
{
    m_next->ask([](engine::Queries &queries) { return queries.providers(); }, this,
                [this](const Result<QList<engine::ProviderRow>> &providers) {
                    if (!providers) {
                        failed(providers.error());
                        return;
                    }
                    const engine::ProviderDraft draft = demoProvider(*providers, m_simulator->url());
                    m_next->call<domain::ProviderId>(
                        [draft](engine::Commands &commands, engine::Reply<domain::ProviderId> done) {
                            commands.saveProvider(draft, std::move(done));
                        },
                        this,
                        [this](Result<domain::ProviderId> saved) {
                            if (saved)
                                fillDemo(*saved);
                            else
                                failed(saved.error());
                        });
                });
}

void Desktop::fillDemo(domain::ProviderId provider)
{
    m_next->command([provider](engine::Commands &commands) { return commands.fillDemo(provider); }, this,
                    [this](const Result<void> &filled) {
                        if (filled || filled.error().code == ErrorCode::Conflict) // it was filled by an earlier start
                            showWindow(demoPath());
                        else
                            failed(filled.error());
                    });
}

void Desktop::changeRehearsal(bool on)
{
    const auto refused = [this](const Result<void> &done) {
        if (!done && m_window)
            m_window->showRehearsalError(done.error());
        return !done;
    };
    if (on)
        m_session->beginRehearsal([this, refused](const Result<void> &begun) {
            if (!refused(begun))
                reopen(); // the workspace rests as soon as the copy is open
        });
    else
        m_session->endRehearsal([this, refused](const Result<void> &ended) {
            if (!refused(ended))
                m_session->close(quitGrace, [this] { reopen(); });
        });
}

void Desktop::reopen()
{
    newSession().open(m_path, m_passphrase, engine::SessionMode::Engine, [this](const Result<void> &opened) {
        if (opened) {
            showWindow(m_path);
            return;
        }
        m_window.reset(); // what it showed is not there any more
        failed(opened.error());
    });
}

void Desktop::retire(std::unique_ptr<engine::WorkspaceSession> session)
{
    if (!session)
        return;
    auto *old = session.release();
    old->setParent(this);
    old->close(quitGrace, [old] { old->deleteLater(); });
}

void Desktop::showWindow(const QString &path)
{
    m_phonesWindow.reset();
    m_window.reset();
    m_announcer.reset();
    retire(std::exchange(m_session, std::move(m_next)));
    m_path = path;
    QStringList recent = m_settings.value(u"recent"_s).toStringList();
    recent.removeAll(m_path);
    recent.prepend(m_path);
    m_settings.setValue(u"recent"_s, QStringList(recent.mid(0, recentKept)));

    gui::PageContext context;
    context.client = m_session.get();
    context.settings = &m_settings;
    context.theme = &m_theme;
    context.clock = &m_composition.clock();
    m_window = std::make_unique<gui::MainWindow>(context, gui::allPages());
    connect(m_window.get(), &gui::MainWindow::quitWanted, this, &Desktop::quit);
    connect(m_window.get(), &gui::MainWindow::workspaceChangeWanted, this, &Desktop::showWelcome);
    connect(m_window.get(), &gui::MainWindow::phonesWanted, this, &Desktop::showPhones);
    connect(m_window.get(), &gui::MainWindow::rehearsalWanted, this, &Desktop::changeRehearsal);
    m_announcer = std::make_unique<Announcer>(*m_session, m_notifier);
    if (!m_tray && gui::Tray::isAvailable())
        m_tray = std::make_unique<gui::Tray>();
    if (m_tray)
        m_window->useTray(m_tray.get());
    showName();
    connect(m_session.get(), &engine::EngineClient::changed, m_window.get(), [this](engine::Topics topics) {
        if (topics.testFlag(engine::Topic::Settings))
            showName();
    });
    if (m_welcome)
        m_welcome->hide();
    m_window->restore();
}

void Desktop::showName()
{
    m_session->ask([](engine::Queries &queries) { return queries.workspace(); }, m_window.get(),
                   [this](const Result<engine::WorkspaceInfo> &info) {
                       if (info)
                           m_window->setWorkspace(*info);
                   });
}

void Desktop::openFromNotification(const QString &tag)
{
    raiseWindow();
    const auto [page, what] = Announcer::placeOf(tag);
    if (m_window && !page.isEmpty())
        m_window->openPage(page, what);
}

void Desktop::raiseWindow()
{
    QWidget *window = m_window ? static_cast<QWidget *>(m_window.get()) : m_welcome.get();
    if (!window)
        return;
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

void Desktop::showPhones()
{
    const bool isDemo = m_simulator && isOpen(demoPath());
    const QString url = isDemo ? m_simulator->url() : m_composition.rehearsalUrl();
    if (url.isEmpty())
        return;
    if (!m_phonesWindow) {
        m_phones = std::make_unique<SimulatedPhones>(url);
        m_phonesWindow = std::make_unique<gui::PhonesWindow>(*m_phones);
        m_phonesWindow->setAttribute(Qt::WA_QuitOnClose, false); // the program ends with its own window
    }
    m_phonesWindow->show();
    m_phonesWindow->raise();
    m_phonesWindow->activateWindow();
}

void Desktop::asked(const QString &wish)
{
    if (wish == demoWish)
        openDemo();
    else if (!wish.isEmpty())
        openFile(wish);
    raiseWindow();
}

void Desktop::windowsClosed()
{
    if (!m_window && !m_next)
        quit();
}

void Desktop::quit()
{
    m_phonesWindow.reset();
    if (m_window) {
        m_window->rememberPlace();
        m_window->hide();
    }
    if (m_session)
        m_session->close(quitGrace, [] { QApplication::quit(); });
    else
        QApplication::quit();
}

} // namespace app

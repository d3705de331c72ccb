#include "app/desktop/desktop.h"

#include "app/common/currency.h"
#include "storage/core/workspacefile.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QInputDialog>
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

} // namespace

Desktop::Desktop(gui::Theme &theme, QSettings &settings) : m_theme(theme), m_settings(settings) {}

Desktop::~Desktop()
{
    m_window.reset();
    m_session.reset();
}

QString Desktop::demoPath() const
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder + u"/demo.heliograph"_s;
}

void Desktop::newSession()
{
    m_session.reset();
    m_session = m_composition.makeSession();
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
}

void Desktop::openFile(const QString &path)
{
    if (QFileInfo(path) == QFileInfo(demoPath())) {
        openDemo();
        return;
    }
    m_isDemo = false;
    open(path, std::nullopt);
}

void Desktop::open(const QString &path, const std::optional<QByteArray> &passphrase)
{
    m_path = path;
    newSession();
    if (m_welcome)
        m_welcome->setBusy(tr("Opening %1…").arg(QFileInfo(path).completeBaseName()));
    m_session->open(path, passphrase, engine::SessionMode::Engine, [this, path](Result<void> opened) {
        if (!opened)
            failed(path, opened.error());
        else
            showWindow();
    });
}

void Desktop::failed(const QString &path, const domain::Error &error)
{
    const bool isWrong = error.code == ErrorCode::WrongPassphrase;
    if (!m_isDemo && (isWrong || error.code == ErrorCode::KeyUnavailable)) {
        askPassphrase(path, isWrong);
        return;
    }
    showWelcome();
    m_welcome->showError(error);
}

void Desktop::askPassphrase(const QString &path, bool isWrong)
{
    showWelcome();
    auto *dialog = new QInputDialog(m_welcome.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Passphrase"));
    const QString name = QFileInfo(path).completeBaseName();
    dialog->setLabelText(isWrong ? tr("This passphrase does not open %1. Try another one:").arg(name)
                                 : tr("No key store of the system can be reached. The passphrase of %1:").arg(name));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, path](const QString &text) { open(path, text.toUtf8()); });
    dialog->open();
}

void Desktop::create(const gui::NewWorkspace &wanted)
{
    m_isDemo = false;
    m_path = wanted.path;
    newSession();
    m_welcome->setBusy(tr("Creating %1…").arg(wanted.name));
    storage::WorkspaceSettings settings;
    settings.name = wanted.name;
    settings.country = wanted.country;
    settings.timeZone = wanted.timeZone;
    settings.currency = app::currencyOf(wanted.country);
    const auto make = [this, settings](const std::optional<QByteArray> &passphrase, const auto &again) -> void {
        m_session->create(
            m_path, settings, passphrase, engine::SessionMode::Engine, [this, passphrase, again](Result<void> made) {
                if (made) {
                    showWindow();
                    return;
                }
                if (passphrase || made.error().code != ErrorCode::KeyUnavailable) {
                    m_welcome->showError(made.error());
                    return;
                }
                // No key store: the workspace is sealed with a passphrase instead.
                auto *dialog = new QInputDialog(m_welcome.get());
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                dialog->setWindowTitle(tr("Passphrase"));
                dialog->setLabelText(tr("No key store of the system can be reached. Choose a passphrase; without it "
                                        "nobody can open the workspace:"));
                dialog->setTextEchoMode(QLineEdit::Password);
                connect(dialog, &QInputDialog::textValueSelected, this, [this, again](const QString &text) {
                    if (text.isEmpty())
                        return;
                    newSession();
                    again(text.toUtf8(), again);
                });
                connect(dialog, &QInputDialog::rejected, this, [this] { m_welcome->setBusy({}); });
                dialog->open();
            });
    };
    make(std::nullopt, make);
}

void Desktop::openDemo()
{
    m_isDemo = true;
    m_path = demoPath();
    if (m_welcome)
        m_welcome->setBusy(tr("Preparing the demo…"));
    if (!m_simulator) {
        m_simulator = std::make_unique<simulator::Server>(demoNetwork());
        if (const auto port = m_simulator->start(); !port) {
            m_simulator.reset();
            failed(m_path, port.error());
            return;
        }
    }
    newSession();
    const bool isNew = !QFileInfo::exists(m_path);
    const auto then = [this, isNew](Result<void> opened) {
        if (!opened)
            failed(m_path, opened.error());
        else
            prepareDemo(isNew);
    };
    if (!isNew) {
        m_session->open(m_path, demoPassphrase, engine::SessionMode::Engine, then);
        return;
    }
    QFile::remove(m_path + u".keys"_s); // of a demo whose file somebody deleted
    storage::WorkspaceSettings settings;
    settings.name = u"Sunrise Studio"_s;
    settings.country = u"US"_s;
    settings.timeZone = u"America/New_York"_s;
    settings.currency = u"USD"_s;
    settings.isDemo = true;
    m_session->create(m_path, settings, demoPassphrase, engine::SessionMode::Engine, then);
}

// The simulator listens on another port each time: its provider is told.
void Desktop::prepareDemo(bool isNew)
{
    m_session->ask([](engine::Queries &queries) { return queries.providers(); }, this,
                   [this, isNew](Result<QList<engine::ProviderRow>> providers) {
                       if (!providers) {
                           failed(m_path, providers.error());
                           return;
                       }
                       engine::ProviderDraft draft;
                       if (!providers->isEmpty())
                           draft.id = providers->constFirst().id;
                       draft.kind = u"twilio"_s;
                       draft.name = u"Simulated phones"_s;
                       draft.settings = {{u"accountSid"_s, QString::fromLatin1(demoAccount)},
                                         {u"from"_s, u"+15005550006"_s},
                                         {u"baseUrl"_s, m_simulator->url()}};
                       draft.secrets = {{u"authToken"_s, QString::fromLatin1(demoToken)}};
                       draft.ratePerSecond = 40;
                       draft.inFlight = 32;
                       m_session->call<domain::ProviderId>(
                           [draft](engine::Commands &commands, engine::Reply<domain::ProviderId> done) {
                               commands.saveProvider(draft, std::move(done));
                           },
                           this,
                           [this, isNew](Result<domain::ProviderId> saved) {
                               if (!saved)
                                   failed(m_path, saved.error());
                               else if (isNew)
                                   fillDemo(*saved);
                               else
                                   showWindow();
                           });
                   });
}

void Desktop::fillDemo(domain::ProviderId provider)
{
    m_session->command([provider](engine::Commands &commands) { return commands.fillDemo(provider); }, this,
                       [this](Result<void> filled) {
                           if (!filled)
                               failed(m_path, filled.error());
                           else
                               showWindow();
                       });
}

void Desktop::showWindow()
{
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
    m_window->setAttribute(Qt::WA_DeleteOnClose, false);
    connect(m_session.get(), &engine::EngineClient::statusChanged, m_window.get(), &gui::MainWindow::showStatus);
    connect(m_window.get(), &gui::MainWindow::quitWanted, this, &Desktop::quit);
    connect(m_window.get(), &gui::MainWindow::workspaceChangeWanted, this, &Desktop::showWelcome);
    if (gui::Tray::isAvailable()) {
        m_tray = std::make_unique<gui::Tray>();
        m_window->useTray(m_tray.get());
        connect(m_tray.get(), &gui::Tray::openWanted, this, &Desktop::raiseWindow);
        connect(m_tray.get(), &gui::Tray::quitWanted, this, &Desktop::quit);
    }
    m_session->ask([](engine::Queries &queries) { return queries.workspace(); }, m_window.get(),
                   [this](const Result<engine::WorkspaceInfo> &info) {
                       if (info)
                           m_window->setWorkspace(*info);
                   });
    if (m_welcome)
        m_welcome->hide();
    m_window->restore();
}

void Desktop::raiseWindow()
{
    QWidget *window = m_window ? static_cast<QWidget *>(m_window.get()) : m_welcome.get();
    if (!window)
        return;
    window->show();
    window->raise();
    window->activateWindow();
}

void Desktop::windowsClosed()
{
    if (!m_window)
        quit();
}

void Desktop::quit()
{
    if (m_window)
        m_window->hide();
    if (m_session)
        m_session->close(quitGrace, [] { QApplication::quit(); });
    else
        QApplication::quit();
}

} // namespace app

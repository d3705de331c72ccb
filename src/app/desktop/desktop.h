#pragma once

#include "app/composition/composition.h"
#include "app/desktop/announcer.h"
#include "app/desktop/simulatedphones.h"
#include "gui/frame/mainwindow.h"
#include "gui/frame/tray.h"
#include "gui/phones/phoneswindow.h"
#include "gui/welcome/welcomewindow.h"
#include "platform/desktop/notifier.h"
#include "simulator/server.h"

#include <QSettings>

namespace app {

/// The desktop program from the first window to the last: which workspace is open, its session and its window. Main
/// thread; owned by main().
class Desktop : public QObject
{
    Q_OBJECT

public:
    static inline const QString demoWish = QStringLiteral("--demo");

    Desktop(gui::Theme &theme, QSettings &settings);
    ~Desktop() override;

    [[nodiscard]] gui::MainWindow *window() const { return m_window.get(); } ///< null before a workspace is open
    /// The open workspace's; null before one is open.
    [[nodiscard]] engine::EngineClient *client() const { return m_session.get(); }
    [[nodiscard]] gui::PhonesWindow *phones() const { return m_phonesWindow.get(); } ///< null before they are wanted
    [[nodiscard]] gui::WelcomeWindow *welcome() const { return m_welcome.get(); }    ///< null before it is wanted

    /// Every kind of account there can be.
    [[nodiscard]] const QList<domain::ProviderKind> &kinds() const { return m_composition.providers().kinds(); }

    void showWelcome();
    void openFile(const QString &path);
    /// Opens the demo workspace, making it and its simulator where there is none.
    void openDemo();
    void raiseWindow();
    /// The phones of the simulator, while there is one.
    void showPhones();
    /// A later start hands over what it was asked for: a path, `demoWish`, or nothing.
    void asked(const QString &wish);
    /// The last window was closed: without a workspace's window that is the end.
    void windowsClosed();
    /// Lets what is in flight come back, then ends the program.
    void quit();

private:
    void create(const gui::NewWorkspace &wanted);
    void createWith(const gui::NewWorkspace &wanted, const std::optional<QByteArray> &passphrase);
    void choosePassphrase(const gui::NewWorkspace &wanted);
    void open(const QString &path, const std::optional<QByteArray> &passphrase);
    void askPassphrase(const QString &path, bool isWrong);
    void failed(const domain::Error &error);
    void changeRehearsal(bool on);
    /// The same path again: the workspace, or the rehearsal's copy of it.
    void reopen();
    void prepareDemo();
    void fillDemo(domain::ProviderId provider);
    void showWindow(const QString &path);
    void showName();
    void openFromNotification(const QString &tag);
    void retire(std::unique_ptr<engine::WorkspaceSession> session);
    engine::WorkspaceSession &newSession();
    void dropNext();
    [[nodiscard]] bool isOpen(const QString &path) const;
    [[nodiscard]] QString demoPath() const;

    gui::Theme &m_theme;
    QSettings &m_settings;
    Composition m_composition;
    platform::Notifier m_notifier;
    std::unique_ptr<simulator::Server> m_simulator; ///< of the demo; outlives the sessions
    std::unique_ptr<SimulatedPhones> m_phones;
    std::unique_ptr<gui::PhonesWindow> m_phonesWindow;
    std::unique_ptr<engine::WorkspaceSession> m_session;
    std::unique_ptr<engine::WorkspaceSession> m_next; ///< being opened
    std::unique_ptr<gui::WelcomeWindow> m_welcome;
    std::unique_ptr<gui::Tray> m_tray;
    std::unique_ptr<Announcer> m_announcer;
    std::unique_ptr<gui::MainWindow> m_window;
    std::optional<QByteArray> m_passphrase; ///< of the open workspace, where it was opened with one
    QString m_path;                         ///< of the open workspace
};

} // namespace app

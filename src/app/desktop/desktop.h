#pragma once

#include "app/composition/composition.h"
#include "gui/frame/mainwindow.h"
#include "gui/frame/tray.h"
#include "gui/welcome/welcomewindow.h"
#include "simulator/server.h"

#include <QSettings>

namespace app {

/// The desktop program from the first window to the last: which workspace is open, its session and its window. Main
/// thread; owned by main().
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(gui::Theme &theme, QSettings &settings);
    ~Desktop() override;

    void showWelcome();
    void openFile(const QString &path);
    /// Opens the demo workspace, making it and its simulator where there is none.
    void openDemo();
    void raiseWindow();
    /// The last window was closed: without a workspace's window that is the end.
    void windowsClosed();
    /// Lets what is in flight come back, then ends the program.
    void quit();

private:
    void create(const gui::NewWorkspace &wanted);
    void open(const QString &path, const std::optional<QByteArray> &passphrase);
    void askPassphrase(const QString &path, bool isWrong);
    void failed(const QString &path, const domain::Error &error);
    void prepareDemo(bool isNew);
    void fillDemo(domain::ProviderId provider);
    void showWindow();
    void newSession();
    [[nodiscard]] QString demoPath() const;

    gui::Theme &m_theme;
    QSettings &m_settings;
    Composition m_composition;
    std::unique_ptr<simulator::Server> m_simulator; ///< of the demo; outlives the session
    std::unique_ptr<engine::WorkspaceSession> m_session;
    std::unique_ptr<gui::WelcomeWindow> m_welcome;
    std::unique_ptr<gui::Tray> m_tray;
    std::unique_ptr<gui::MainWindow> m_window;
    QString m_path;
    bool m_isDemo = false;
};

} // namespace app

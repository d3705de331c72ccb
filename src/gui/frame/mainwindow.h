#pragma once

#include "engine/client/models.h"
#include "gui/frame/page.h"

#include <QMainWindow>

class QStackedWidget;

namespace gui {

class CommandPalette;
class ModeBanner;
class Sidebar;
class StatusStrip;
class Toast;
class Tray;

/// The window: switches pages and owns the actions, nothing else. GUI thread, owned by `app`.
class MainWindow : public QMainWindow, public Shell
{
    Q_OBJECT

public:
    /// `context.shell` is set to this window; `settings` must be there, `client` and `theme` may be null.
    MainWindow(const PageContext &context, const PageRegistry &pages, QWidget *parent = nullptr);
    ~MainWindow() override;

    void setWorkspace(const engine::WorkspaceInfo &info);
    /// Shows the window where it was, on the page it was.
    void restore();
    /// Keeps where the window is, for the next start.
    void rememberPlace();

    void openPage(const QString &id, const QVariant &what = {}) override;
    void toast(const QString &text, std::function<void()> undo = {}) override;
    void showError(const domain::Error &error) override;
    void changeRehearsal(bool on) override;
    /// Why it cannot begin or end.
    void showRehearsalError(const domain::Error &error);

    [[nodiscard]] QString currentPage() const { return m_current; }
    /// Made on the first call.
    [[nodiscard]] Page *page(const QString &id);
    [[nodiscard]] CommandPalette *commandPalette() const { return m_palette; }
    /// The tray icon, if there is a tray: closing the window then leaves sending to go on.
    void useTray(Tray *tray); ///< borrowed

public Q_SLOTS:
    void showStatus(const engine::EngineStatus &status);

Q_SIGNALS:
    /// The program is to end; the window is closed already.
    void quitWanted();
    /// Another workspace is to be opened or created.
    void workspaceChangeWanted();
    /// The simulated phones are to be shown.
    void phonesWanted();
    /// A rehearsal is to begin or to end; the person has agreed.
    void rehearsalWanted(bool on);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildActions();
    void buildPalette();
    void fillWorkspaceMenu();
    void setSendingPaused(bool paused);
    [[nodiscard]] bool isSending() const;
    void askToQuit();

    PageContext m_context;
    PageRegistry m_registry;
    ModeBanner *m_banner;
    QAction *m_rehearse = nullptr;
    Sidebar *m_sidebar;
    QStackedWidget *m_stack;
    StatusStrip *m_strip;
    Toast *m_toast;
    CommandPalette *m_palette;
    Tray *m_tray = nullptr;
    QHash<QString, Page *> m_pages;
    QString m_current;
    bool m_foldedByPerson = false;
    engine::EngineStatus m_status;
    bool m_quitting = false;
    bool m_quitAgreed = false; ///< though messages are being sent
};

} // namespace gui

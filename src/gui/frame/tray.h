#pragma once

#include "engine/client/models.h"

#include <QObject>
#include <QSystemTrayIcon>

class QMenu;

namespace gui {

/// The icon in the system's tray: opens the window, stops and resumes sending, quits. GUI thread.
class Tray : public QObject
{
    Q_OBJECT

public:
    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    [[nodiscard]] static bool isAvailable();
    void showStatus(const engine::EngineStatus &status);
    void notify(const QString &title, const QString &text);

Q_SIGNALS:
    void openWanted();
    void pauseWanted(bool paused);
    void quitWanted();

private:
    QSystemTrayIcon m_icon;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_pause;
    bool m_paused = false;
};

} // namespace gui

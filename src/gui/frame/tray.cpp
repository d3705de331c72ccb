#include "gui/frame/tray.h"

#include "gui/kit/formats.h"
#include "gui/theme/icons.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace gui {

Tray::Tray(QObject *parent) : QObject(parent), m_icon(brandIcon()), m_menu(std::make_unique<QMenu>())
{
    m_menu->addAction(tr("Open Heliograph"), this, &Tray::openWanted);
    m_pause = m_menu->addAction(tr("Stop sending"), this, [this] { Q_EMIT pauseWanted(!m_paused); });
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, &Tray::quitWanted);
    m_icon.setContextMenu(m_menu.get());
    m_icon.setToolTip(u"Heliograph"_s);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openWanted();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::openWanted);
    m_icon.show();
}

Tray::~Tray() = default;

bool Tray::isAvailable() { return QSystemTrayIcon::isSystemTrayAvailable(); }

void Tray::showStatus(const engine::EngineStatus &status)
{
    m_paused = status.paused;
    m_pause->setText(status.paused ? tr("Resume sending") : tr("Stop sending"));
    m_icon.setToolTip(status.queued > 0 ? tr("Heliograph: %1 messages waiting").arg(number(status.queued))
                                        : tr("Heliograph"));
}

void Tray::notify(const QString &title, const QString &text) { m_icon.showMessage(title, text, brandIcon()); }

} // namespace gui

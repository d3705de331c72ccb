#include "platform/desktop/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace platform {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

Notifier::Notifier(QString applicationName, QObject *parent)
    : QObject(parent), m_applicationName(std::move(applicationName))
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(closed(uint, uint)));
}

void Notifier::show(const Notification &notification)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    call << m_applicationName << m_ids.value(notification.tag) << u"heliograph"_s << notification.title
         << notification.text.toHtmlEscaped() // servers take markup
         << QStringList{u"default"_s, QString()} << QVariantMap{{u"desktop-entry"_s, u"heliograph"_s}} << -1;
    ++m_asked;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            Q_EMIT notShown(notification);
        else if (!m_gone.contains(reply.value()))
            m_ids.insert(notification.tag, reply.value());
        if (--m_asked == 0)
            m_gone.clear();
    });
}

void Notifier::actionInvoked(uint id, const QString &)
{
    const QString tag = m_ids.key(id);
    if (!tag.isNull())
        Q_EMIT activated(tag);
}

void Notifier::closed(uint id, uint)
{
    m_ids.remove(m_ids.key(id));
    if (m_asked > 0)
        m_gone.insert(id);
}

} // namespace platform

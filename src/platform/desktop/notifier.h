#pragma once

#include <QHash>
#include <QObject>
#include <QSet>

namespace platform {

/// A short word to the person, who may be looking elsewhere. Plain text, translated already.
struct Notification
{
    QString tag; ///< what it is about; a later one of the same tag takes the place of the first
    QString title;
    QString text;

    friend bool operator==(const Notification &, const Notification &) = default;
};

/// The desktop's notifications (org.freedesktop.Notifications). Never waits for them. GUI thread.
class Notifier : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QString applicationName, QObject *parent = nullptr);

    void show(const platform::Notification &notification);

Q_SIGNALS:
    /// The person clicked it.
    void activated(const QString &tag);
    /// No desktop takes notifications here: say it in another way (the tray, the window).
    void notShown(const platform::Notification &notification);

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void closed(uint id, uint reason);

private:
    QString m_applicationName;
    QHash<QString, uint> m_ids; ///< of what is on the screen, by tag
    int m_asked = 0;            ///< calls whose answer is not here yet
    QSet<uint> m_gone; ///< closed while calls were open: an answer may be heard after the closing that followed it
};

} // namespace platform

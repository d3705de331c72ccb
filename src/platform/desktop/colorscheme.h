#pragma once

#include <QObject>

class QDBusVariant;

namespace platform {

/// Whether the desktop shows itself light or dark, as the desktop portal says it (org.freedesktop.appearance). Says
/// nothing where there is no portal. Never waits for it. GUI thread.
class ColorScheme : public QObject
{
    Q_OBJECT

public:
    explicit ColorScheme(QObject *parent = nullptr);

Q_SIGNALS:
    /// Soon after the start where the person prefers one, and whenever that changes.
    void changed(bool dark);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace platform

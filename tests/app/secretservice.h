#pragma once

#include <QProcess>
#include <QTemporaryDir>

/// A session bus of its own with GNOME's keyring on it, unlocked, empty and in a folder of its own: a desktop's Secret
/// Service without the desktop. Every step blocks until it is done.
class SecretService
{
public:
    ~SecretService()
    {
        for (QProcess *one : {&m_keyring, &m_bus}) {
            one->kill();
            one->waitForFinished();
        }
    }

    /// Empty, or what went wrong.
    [[nodiscard]] QString start()
    {
        using namespace Qt::StringLiterals;
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        for (const QString &name :
             {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
            env.insert(name, m_folder.path());
        m_bus.setProcessEnvironment(env);
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!m_bus.waitForReadyRead())
            return u"no D-Bus daemon: "_s + m_bus.errorString();
        m_address = QString::fromLatin1(m_bus.readLine()).trimmed();
        env.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
        m_keyring.setProcessEnvironment(env);
        m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s,
                                                    u"--control-directory="_s + m_folder.filePath(u"control"_s)});
        if (!m_keyring.waitForStarted())
            return u"no keyring daemon: "_s + m_keyring.errorString();
        m_keyring.write("the desktop's password");
        m_keyring.closeWriteChannel();
        // The name is there as soon as the daemon has read its password.
        for (int i = 0; i < 100 && !hasName(env); ++i)
            m_keyring.waitForReadyRead(50);
        return hasName(env) ? QString() : u"the keyring does not answer: "_s + QString::fromUtf8(m_keyring.readAll());
    }

    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    [[nodiscard]] static bool hasName(const QProcessEnvironment &env)
    {
        using namespace Qt::StringLiterals;
        QProcess asking;
        asking.setProcessEnvironment(env);
        asking.start(u"dbus-send"_s,
                     {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                      u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
        asking.waitForFinished();
        return asking.readAllStandardOutput().contains("boolean true");
    }

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
    QString m_address;
};

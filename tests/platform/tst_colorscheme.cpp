#include "platform/desktop/colorscheme.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using platform::ColorScheme;

/// The portal's side of it.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;
    int asked = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &)
    {
        ++asked;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

/// On a session bus of its own.
class ColorSchemeTest : public QObject
{
    Q_OBJECT

    QProcess m_bus;
    FakePortal m_portal;

private Q_SLOTS:
    void initTestCase()
    {
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!m_bus.waitForReadyRead(5000))
            QSKIP("no D-Bus daemon on this machine");
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
    }
    void cleanupTestCase()
    {
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void aPreferenceIsSaidAtTheStart()
    {
        m_portal.scheme = 1;
        ColorScheme scheme;
        QSignalSpy changed(&scheme, &ColorScheme::changed);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toBool(), true);
    }

    void noPreferenceSaysNothingButAChangeIsFollowed()
    {
        m_portal.scheme = 0;
        m_portal.asked = 0;
        ColorScheme scheme;
        QSignalSpy changed(&scheme, &ColorScheme::changed);
        QTRY_COMPARE(m_portal.asked, 1);
        Q_EMIT m_portal.SettingChanged(u"org.freedesktop.appearance"_s, u"accent-color"_s, QDBusVariant(1U));
        Q_EMIT m_portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(1U));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toBool(), true);
        Q_EMIT m_portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(2U));
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(changed[1][0].toBool(), false);
    }
};

QTEST_GUILESS_MAIN(ColorSchemeTest)
#include "tst_colorscheme.moc"

#include "platform/desktop/notifier.h"

#include <QDBusConnection>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using platform::Notification;
using platform::Notifier;

/// A desktop's side of it: takes notifications and lets the test click them.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList texts;
    QList<uint> replaced;
    uint last = 0;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &, const QVariantMap &, int)
    {
        texts << title + u'|' + text;
        replaced << replaces;
        last = replaces != 0 ? replaces : last + 1;
        return last;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

/// On a session bus of its own.
class NotifierTest : public QObject
{
    Q_OBJECT

    QProcess m_bus;

private Q_SLOTS:
    void initTestCase()
    {
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!m_bus.waitForReadyRead(5000))
            QSKIP("no D-Bus daemon on this machine");
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    }
    void cleanupTestCase()
    {
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void whereNobodyTakesThemTheyComeBack()
    {
        Notifier notifier(u"Heliograph"_s);
        QSignalSpy notShown(&notifier, &Notifier::notShown);
        const Notification one{u"campaign:1"_s, u"Done"_s, u"All were delivered."_s};
        notifier.show(one);
        QTRY_COMPARE(notShown.size(), 1);
        QCOMPARE(notShown[0][0].value<Notification>(), one);
    }

    void aClickNamesWhatItWasAbout()
    {
        FakeDesktop desktop;
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &desktop,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
        Notifier notifier(u"Heliograph"_s);
        QSignalSpy activated(&notifier, &Notifier::activated);
        QSignalSpy notShown(&notifier, &Notifier::notShown);
        notifier.show({u"campaign:1"_s, u"Spring"_s, u"3 < 4"_s});
        QTRY_COMPARE(desktop.texts.size(), 1);
        QCOMPARE(desktop.texts[0], u"Spring|3 &lt; 4"_s);
        notifier.show({u"campaign:2"_s, u"Summer"_s, u"x"_s});
        QTRY_COMPARE(desktop.texts.size(), 2);
        QTRY_VERIFY([&] { // ids come back with the answers
            Q_EMIT desktop.ActionInvoked(1, u"default"_s);
            QTest::qWait(1);
            return !activated.isEmpty();
        }());
        QCOMPARE(activated[0][0].toString(), u"campaign:1"_s);
        notifier.show({u"campaign:1"_s, u"Spring"_s, u"again"_s});
        QTRY_COMPARE(desktop.texts.size(), 3);
        QCOMPARE(desktop.replaced[2], 1u); // the same subject takes the place of the first
        Q_EMIT desktop.NotificationClosed(1, 2);
        Q_EMIT desktop.ActionInvoked(2, u"default"_s); // once this is heard, so is what was said before
        QTRY_VERIFY(activated.contains(QVariantList{u"campaign:2"_s}));
        notifier.show({u"campaign:1"_s, u"Spring"_s, u"third"_s});
        QTRY_COMPARE(desktop.texts.size(), 4);
        QCOMPARE(desktop.replaced[3], 0u); // what was closed is not replaced
        QVERIFY(notShown.isEmpty());
    }
};

QTEST_GUILESS_MAIN(NotifierTest)
#include "tst_notifier.moc"

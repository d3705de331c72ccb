#include "platform/desktop/singleinstance.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using platform::SingleInstance;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8()); }

    void aSecondStartRaisesTheFirst()
    {
        SingleInstance first(u"helio"_s);
        QVERIFY(first.isFirst());
        QSignalSpy asked(&first, &SingleInstance::asked);
        {
            const SingleInstance second(u"helio"_s);
            QVERIFY(!second.isFirst());
            QVERIFY(second.handOver(u"/tmp/Geschäft.heliograph"_s));
            QVERIFY(second.handOver({}));
        }
        QTRY_COMPARE(asked.size(), 2);
        QCOMPARE(asked[0][0].toString(), u"/tmp/Geschäft.heliograph"_s);
        QCOMPARE(asked[1][0].toString(), QString());
        const SingleInstance other(u"another"_s);
        QVERIFY(other.isFirst());
    }

    void afterItsEndTheNextIsFirst()
    {
        {
            const SingleInstance first(u"helio"_s);
            QVERIFY(first.isFirst());
        }
        QFile leftover(m_folder.filePath(u"helio.socket"_s)); // of a crash
        QVERIFY(leftover.open(QIODevice::WriteOnly));
        leftover.close();
        SingleInstance next(u"helio"_s);
        QVERIFY(next.isFirst());
        QSignalSpy asked(&next, &SingleInstance::asked);
        const SingleInstance second(u"helio"_s);
        QVERIFY(second.handOver(u"x"_s));
        QTRY_COMPARE(asked.size(), 1);
    }

    void someoneWhoSendsTooMuchIsCutOff()
    {
        SingleInstance first(u"helio"_s);
        QSignalSpy asked(&first, &SingleInstance::asked);
        QLocalSocket rude;
        QSignalSpy gone(&rude, &QLocalSocket::disconnected);
        rude.connectToServer(m_folder.filePath(u"helio.socket"_s));
        QCOMPARE(rude.state(), QLocalSocket::ConnectedState);
        rude.write(QByteArray(1'000'000, 'x'));
        QTRY_VERIFY(!gone.isEmpty());
        QVERIFY(asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"

#include "engine/threads/changehub.h"

#include <QSignalSpy>
#include <QTest>

using namespace engine;

class ChangeHubTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstIsSaidAtOnceAndTheRestTogether()
    {
        ChangeHub hub(domain::Millis{100});
        QSignalSpy changed(&hub, &ChangeHub::changed);
        hub.note(Topic::Contacts);
        QCOMPARE(changed.size(), 1);
        for (int i = 0; i < 1000; ++i)
            hub.note(i % 2 ? Topic::Messages : Topic::Campaigns);
        QCOMPARE(changed.size(), 1);
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(changed[1][0].value<Topics>() == (Topic::Messages | Topic::Campaigns));
        QTest::qWait(250); // nothing new: nothing is said
        QCOMPARE(changed.size(), 2);
        hub.note(Topic::Inbox);
        QCOMPARE(changed.size(), 3);
    }

    void aStreamIsThinnedOut()
    {
        ChangeHub hub(domain::Millis{50});
        QSignalSpy changed(&hub, &ChangeHub::changed);
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 300) {
            hub.note(Topic::Messages);
            QTest::qWait(1);
        }
        QVERIFY2(changed.size() >= 2 && changed.size() <= 7, qPrintable(QString::number(changed.size())));
    }
};

QTEST_GUILESS_MAIN(ChangeHubTest)
#include "tst_changehub.moc"

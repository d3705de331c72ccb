#include "engine/tracking/listreach.h"

#include <QTest>

#include <vector>

using engine::cheaperOneByOne;
using engine::rowsForOne;

/// Lists for the many and the young, single questions for the few and the old.
class ListReachTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyWaits() { QCOMPARE(cheaperOneByOne({}), 0); }

    void aCampaignThatHasJustLeftIsReadByTheList()
    {
        std::vector<qint64> rows;
        for (qint64 i = 0; i < 20'000; ++i)
            rows.push_back(20'000 - i);
        QCOMPARE(cheaperOneByOne(rows), 0);
        // Also while every second one has its receipt already.
        for (qint64 i = 0; i < 20'000; ++i)
            rows[size_t(i)] = 2 * (20'000 - i);
        QCOMPARE(cheaperOneByOne(rows), 0);
    }

    void theFewOfDaysAgoAreAskedForAlone()
    {
        // Some of the last quarter of an hour, and a few among the hundred thousand of three days.
        std::vector<qint64> rows{100'000, 90'000, 40'000, 8'000};
        for (qint64 i = 0; i < 300; ++i)
            rows.push_back(350 - i);
        QCOMPARE(cheaperOneByOne(rows), 4);
    }

    void theCheapestOfAllWaysIsFound()
    {
        std::vector<qint64> rows;
        for (qint64 i = 0; i < 200; ++i)
            rows.push_back((200 - i) * (200 - i) / 10);
        const auto costOf = [&](size_t alone) {
            return qint64(alone) * rowsForOne + (alone < rows.size() ? rows[alone] : 0);
        };
        const auto found = size_t(cheaperOneByOne(rows));
        for (size_t i = 0; i <= rows.size(); ++i)
            QVERIFY(costOf(found) <= costOf(i));
        QVERIFY(found > 0 && found < rows.size());
    }
};

QTEST_APPLESS_MAIN(ListReachTest)
#include "tst_listreach.moc"

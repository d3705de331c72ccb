#include "engine/pacing/pace.h"

#include <QTest>

#include <climits>

using namespace engine;
using namespace std::chrono_literals;

namespace {
const Ticks start{1000h};
const auto half = [] { return 0.5; };
} // namespace

class PaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRateIsKeptWhateverTheRhythm_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<int>("stepMs");
        for (const double rate : {0.2, 1.0, 10.0, 33.3, 1000.0, 5120.0})
            for (const int step : {1, 7, 50})
                QTest::addRow("%g a second, asked every %d ms", rate, step) << rate << step;
    }
    void theRateIsKeptWhateverTheRhythm()
    {
        QFETCH(double, perSecond);
        QFETCH(int, stepMs);
        Pace pace({perSecond, 0});
        int sent = 0;
        for (int ms = 0; ms < 60'000; ms += stepMs) {
            const int room = pace.room(start + std::chrono::milliseconds{ms});
            pace.take(room);
            sent += room;
        }
        const double expected = perSecond * 60;
        QVERIFY2(sent <= expected + 1 + perSecond / 10 + 1e-6, qPrintable(QString::number(sent)));
        QVERIFY2(sent >= expected * 0.98 - 1, qPrintable(QString::number(sent)));
    }

    void aRestGathersNoGust()
    {
        Pace pace({50, 0});
        pace.take(pace.room(start));
        QCOMPARE(pace.room(start + 1h), 6); // one and a tenth of a second's worth
        Pace slow({0.1, 0});
        slow.take(slow.room(start));
        QCOMPARE(slow.room(start + 1h), 1);
    }

    void saysWhenToAskAgain()
    {
        Pace pace(Pace::perMinute(30));
        QCOMPARE(pace.room(start), 1);
        pace.take(1);
        QCOMPARE(pace.room(start), 0);
        const Ticks next = pace.nextRoomAt(start).value();
        QVERIFY(next > start + 1990ms && next <= start + 2001ms);
        QCOMPARE(pace.room(next - 1ms), 0);
        QCOMPARE(pace.room(next), 1);
    }

    void aClockThatStandsOrGoesBackGivesNothing()
    {
        Pace pace({1, 0});
        pace.take(pace.room(start));
        QCOMPARE(pace.room(start - 1h), 0);
        QCOMPARE(pace.room(start), 0);
        QCOMPARE(pace.room(start + 1s), 1);
    }

    void withoutLimitsThereIsAlwaysRoom()
    {
        Pace pace({0, 0});
        QCOMPARE(pace.room(start), INT_MAX);
        pace.take(1'000'000);
        QCOMPARE(pace.room(start), INT_MAX);
        QCOMPARE(pace.nextRoomAt(start), start);
    }

    void noMoreAreOpenThanAllowed()
    {
        Pace pace({0, 16});
        QCOMPARE(pace.room(start), 16);
        pace.take(16);
        QCOMPARE(pace.room(start), 0);
        QVERIFY(!pace.nextRoomAt(start)); // an answer must come first
        QVERIFY(!pace.hasPlace(0, start));
        pace.finished(20ms, false);
        QVERIFY(pace.hasPlace(0, start));
        QCOMPARE(pace.inFlight(), 15);
        pace.giveBack(5);
        QCOMPARE(pace.room(start), 6);
    }

    // What an answer's place is taken by at once is claimed before the answer comes.
    void someAreReadyForThePlacesOfTheNextAnswers_data()
    {
        QTest::addColumn<int>("latencyMs");
        QTest::addColumn<int>("ready");
        QTest::newRow("at once") << 0 << 16;
        QTest::newRow("100 ms") << 100 << 16;
        QTest::newRow("1 s") << 1'000 << 3;
        QTest::newRow("so slow that they would grow old") << 10'000 << 0;
    }
    void someAreReadyForThePlacesOfTheNextAnswers()
    {
        QFETCH(const int, latencyMs);
        QFETCH(const int, ready);
        Pace pace({0, 64});
        for (int i = 0; i < 64; ++i) {
            pace.take(1);
            pace.finished(std::chrono::milliseconds(latencyMs), false);
        }
        QCOMPARE(pace.room(start), 64 + ready);
        pace.take(64 + ready);
        QCOMPARE(pace.room(start), 0);
        QVERIFY(!pace.hasPlace(ready, start));
        if (ready == 0)
            return;
        QVERIFY(pace.hasPlace(ready + 1, start));
        // Nothing came back for so long that they were given back: no others until an answer comes.
        pace.giveBack(ready);
        QCOMPARE(pace.room(start), 0);
        pace.finished(std::chrono::milliseconds(latencyMs), false);
        QCOMPARE(pace.room(start), 1 + ready);
    }

    void aTokenGivenBackIsThereAgain()
    {
        Pace pace({10, 8});
        pace.take(pace.room(start));
        QCOMPARE(pace.room(start), 0);
        pace.giveBack(1);
        QCOMPARE(pace.room(start), 1);
    }

    void refusalsHalveAndAnswersBringBack()
    {
        InFlightLimit limit(64);
        limit.take(64);
        limit.finished(20ms, true);
        QCOMPARE(limit.limit(), 32);
        for (int i = 0; i < 63; ++i) // the rest of the same gust
            limit.finished(20ms, true);
        QCOMPARE(limit.limit(), 32);
        limit.take(32);
        limit.finished(20ms, true);
        QCOMPARE(limit.limit(), 16);
        for (int i = 0; i < 31; ++i)
            limit.finished(20ms, false);
        int answers = 0;
        while (limit.limit() < 64) {
            limit.take(1);
            limit.finished(20ms, false);
            ++answers;
            QVERIFY(answers < 10'000);
        }
        QVERIFY2(answers > 1000, qPrintable(QString::number(answers))); // one by one, not at once
    }

    void neverLessThanOne()
    {
        InFlightLimit limit(4);
        for (int i = 0; i < 20; ++i) {
            limit.take(1);
            limit.finished(20ms, true);
        }
        QCOMPARE(limit.limit(), 1);
    }

    void latencyThatPilesUpShrinksItAndAJitteryServerDoesNot()
    {
        InFlightLimit jittery(64);
        for (int i = 0; i < 5000; ++i) {
            jittery.take(1);
            jittery.finished(std::chrono::milliseconds{(i % 10) == 0 ? 900 : 5}, false);
        }
        QCOMPARE(jittery.limit(), 64);
        InFlightLimit piling(64);
        for (int i = 0; i < 200; ++i) {
            piling.take(1);
            piling.finished(50ms, false);
        }
        for (int i = 0; i < 200; ++i) {
            piling.take(1);
            piling.finished(5000ms, false);
        }
        QVERIFY2(piling.limit() < 32, qPrintable(QString::number(piling.limit())));
    }

    void aNewCeilingHoldsAtOnce()
    {
        Pace pace({0, 16});
        pace.take(16);
        pace.setLimits({0, 4});
        QCOMPARE(pace.room(start), 0);
        for (int i = 0; i < 12; ++i)
            pace.finished(20ms, false);
        QVERIFY(!pace.hasPlace(0, start));
        pace.finished(20ms, false);
        QVERIFY(pace.hasPlace(0, start));
        QCOMPARE(pace.room(start), 1 + 1); // and the one that is ready for the next place
        pace.setLimits({0, 32});
        QCOMPARE(pace.room(start), 29 + 8);
    }

    void retryAfterIsObeyed()
    {
        Pace pace({0, 8});
        pace.take(1);
        pace.throttled(start, 20ms, 7s);
        QCOMPARE(pace.room(start + 6999ms), 0);
        QCOMPARE(pace.nextRoomAt(start).value(), start + 7s);
        QVERIFY(pace.room(start + 7s) > 0);
        pace.pauseUntil(start + 3s); // an earlier end changes nothing
        QVERIFY(pace.isPaused(start + 6s));
    }

    void refusalsWithoutATimeWaitTwiceAsLongEachTime()
    {
        Pace pace({0, 8}, half);
        Ticks now = start;
        for (const auto expected : {750ms, 1500ms, 3000ms, 6000ms}) {
            pace.take(2);
            pace.throttled(now, 20ms, {});
            pace.throttled(now + 1ms, 20ms, {}); // of the same gust: does not count again
            QCOMPARE(pace.nextRoomAt(now).value(), now + expected);
            now += expected;
        }
        for (int i = 0; i < 20; ++i) {
            pace.take(1);
            pace.throttled(now, 20ms, {});
            now = pace.nextRoomAt(now).value();
        }
        pace.take(1);
        pace.throttled(now, 20ms, {});
        QCOMPARE(pace.nextRoomAt(now).value(), now + 225s); // three quarters of five minutes
        now += 225s;
        pace.take(1);
        pace.finished(20ms, false);
        pace.take(1);
        pace.throttled(now, 20ms, {});
        QCOMPARE(pace.nextRoomAt(now).value(), now + 750ms); // an answer ends the row
    }
};

QTEST_APPLESS_MAIN(PaceTest)
#include "tst_pace.moc"

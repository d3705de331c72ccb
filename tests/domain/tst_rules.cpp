#include "domain/schedule/holidays.h"
#include "domain/schedule/rules.h"
#include "domain/schedule/rulesjson.h"
#include "domain/schedule/zonetime.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

Instant at(const QString &iso) { return fromMillis(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch()); }

// Zones with every oddity: negative daylight saving, half hours, two hours, missing midnights, a skipped date.
const QList<QByteArray> oddZones{"America/New_York",  "Europe/Dublin",     "Australia/Lord_Howe", "Antarctica/Troll",
                                 "America/Santiago",  "America/Havana",    "Africa/Casablanca",   "Pacific/Apia",
                                 "Asia/Kathmandu",    "Asia/Tehran",       "Asia/Gaza",           "America/Asuncion",
                                 "Europe/Istanbul",   "Asia/Pyongyang",    "America/Caracas",     "Europe/Volgograd",
                                 "America/Sao_Paulo", "Pacific/Kiritimati"};

} // namespace

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Every quarter of an hour for two days around every change of 2011 to 2030, against a search through instants: the
    // first that shows the wall time, or in a gap the instant by the offset before it.
    void wallTimeIsResolvedAsBruteForceDoes_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const QByteArray &zone : oddZones)
            QTest::newRow(zone.constData()) << zone;
    }

    void wallTimeIsResolvedAsBruteForceDoes()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone tz(zone);
        const Instant from = at(u"2011-01-01T00:00:00Z"_s);
        const Instant to = at(u"2030-12-31T00:00:00Z"_s);
        constexpr Millis step = std::chrono::minutes(15);
        for (Instant day = from; day < to; day += std::chrono::days(1)) {
            if (offsetAt(day, tz) == offsetAt(day + std::chrono::days(1), tz))
                continue;
            QHash<qint64, Instant> first; // local milliseconds -> the first instant that shows it
            const Instant begin = day - std::chrono::days(3);
            const Instant end = day + std::chrono::days(4);
            for (Instant t = begin; t < end; t += step) {
                const qint64 local = toMillis(t + offsetAt(t, tz));
                if (!first.contains(local))
                    first.insert(local, t);
            }
            for (Instant local = day - std::chrono::days(1); local < day + std::chrono::days(2); local += step) {
                const QDateTime wall = QDateTime::fromMSecsSinceEpoch(toMillis(local), Qt::UTC);
                const auto known = first.constFind(toMillis(local));
                const Instant wanted = known != first.cend() ? *known : local - offsetAt(begin, tz);
                const Instant found = resolveLocal(wall.date(), wall.time(), tz);
                QVERIFY2(found == wanted, qPrintable(wall.toString(Qt::ISODate)));
            }
        }
    }

    void skippedDateIsEmittedOnce()
    {
        const QTimeZone apia("Pacific/Apia"); // 30 December 2011 did not happen
        Instant now = at(u"2011-12-29T00:00:00Z"_s);
        QStringList dates;
        for (int i = 0; i < 3; ++i) {
            now = *nextDue(Daily{QTime(10, 0)}, now, apia);
            dates.append(localDateAt(now, apia).toString(Qt::ISODate));
        }
        QCOMPARE(dates, (QStringList{u"2011-12-29"_s, u"2011-12-31"_s, u"2012-01-01"_s}));
    }

    void ruleWithoutADateIsNeverDue()
    {
        const QTimeZone utc("UTC");
        const Instant now = at(u"2025-01-01T00:00:00Z"_s);
        QVERIFY(!nextDue(Yearly{2, 30, QTime(9, 0)}, now, utc));
        QVERIFY(!nextDue(Weekly{WeekDays(), QTime(9, 0)}, now, utc));
        QVERIFY(!dueAt(BusinessDaysAfter{QDate(2025, 1, 1), 1, QTime(9, 0), WeekDays::all(), {}}, utc));
        QCOMPARE(*nextDue(Yearly{2, 29, QTime(9, 0), LeapDay::Skip}, at(u"2096-03-01T00:00:00Z"_s), utc),
                 at(u"2104-02-29T09:00:00Z"_s));
    }

    void fifthWeekdayIsSkippedWhereThereIsNone()
    {
        const QTimeZone utc("UTC");
        // Mondays of 2025: five in March, then not before June.
        QCOMPARE(*nextDue(MonthlyNth{5, 1, QTime(9, 0)}, at(u"2025-03-31T09:00:00Z"_s), utc),
                 at(u"2025-06-30T09:00:00Z"_s));
    }

    void monthsAreCountedFromTheOriginalDate()
    {
        const QTimeZone utc("UTC");
        QCOMPARE(*dueAt(MonthsAfter{QDate(2025, 1, 31), 1, QTime(9, 0)}, utc), at(u"2025-02-28T09:00:00Z"_s));
        QCOMPARE(*dueAt(MonthsAfter{QDate(2025, 1, 31), 2, QTime(9, 0)}, utc), at(u"2025-03-31T09:00:00Z"_s));
        QCOMPARE(*dueAt(DaysAfter{QDate(2025, 3, 1), -7, QTime(9, 0)}, utc), at(u"2025-02-22T09:00:00Z"_s));
    }

    void businessDaysGoBothWays()
    {
        const WeekDays weekend{6, 7};
        QCOMPARE(addBusinessDays(QDate(2025, 6, 6), 1, weekend, {}), QDate(2025, 6, 9));
        QCOMPARE(addBusinessDays(QDate(2025, 6, 9), -1, weekend, {}), QDate(2025, 6, 6));
        QCOMPARE(addBusinessDays(QDate(2025, 6, 8), 0, weekend, {QDate(2025, 6, 9)}), QDate(2025, 6, 10));
        QCOMPARE(addBusinessDays(QDate(2025, 6, 9), 0, weekend, {}), QDate(2025, 6, 9));
    }

    void catchUpKeepsToItsPolicy()
    {
        const QTimeZone utc("UTC");
        const Instant last = at(u"2025-03-01T09:00:00Z"_s);
        const Instant now = at(u"2025-03-05T10:00:00Z"_s);
        const Daily daily{QTime(9, 0)};
        const auto run = [&](const CatchUp &c) { return missedRuns(daily, c, last, now, utc); };
        QCOMPARE(run({CatchUpPolicy::None, {}, {}}).missed, 4);
        QVERIFY(run({CatchUpPolicy::None, {}, {}}).runNow.isEmpty());
        QCOMPARE(run({CatchUpPolicy::One, {}, {}}).runNow, QList{at(u"2025-03-05T09:00:00Z"_s)});
        QCOMPARE(run({CatchUpPolicy::All, {}, 2}).runNow,
                 (QList{at(u"2025-03-02T09:00:00Z"_s), at(u"2025-03-03T09:00:00Z"_s)}));
        // 25 hours: 4 March 09:00 is exactly as late as allowed.
        QCOMPARE(run({CatchUpPolicy::All, std::chrono::minutes(1500), {}}).runNow,
                 (QList{at(u"2025-03-04T09:00:00Z"_s), at(u"2025-03-05T09:00:00Z"_s)}));
        QVERIFY(run({CatchUpPolicy::One, std::chrono::minutes(59), {}}).runNow.isEmpty());
        QCOMPARE(run({CatchUpPolicy::One, std::chrono::minutes(60), {}}).runNow.size(), 1);
    }

    void slotIsNeverRunAgainWhenTheClockGoesBack()
    {
        const QTimeZone utc("UTC");
        const Instant last = at(u"2025-03-05T09:00:00Z"_s);
        const MissedRuns runs = missedRuns(Daily{QTime(9, 0)}, {}, last, at(u"2025-03-03T00:00:00Z"_s), utc);
        QCOMPARE(runs.missed, 0);
        QVERIFY(runs.runNow.isEmpty());
        QCOMPARE(*runs.next, at(u"2025-03-06T09:00:00Z"_s));
    }

    void longSleepOfAShortIntervalIsNoLoop()
    {
        const QTimeZone utc("UTC");
        const Interval minute{std::chrono::minutes(1), at(u"2000-01-01T00:00:00Z"_s)};
        const Instant last = at(u"2000-01-01T00:00:00Z"_s);
        const Instant now = at(u"2025-01-01T00:00:30Z"_s);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 1000; ++i) {
            const MissedRuns runs =
                missedRuns(minute, {CatchUpPolicy::All, std::chrono::minutes(5), 100}, last, now, utc);
            QCOMPARE(runs.missed, 13150080);
            QCOMPARE(runs.runNow.size(), 5);
        }
        QVERIFY2(timer.elapsed() < 1000, "steps through every slot");
        QCOMPARE(*nextDue(minute, at(u"1999-05-01T00:00:00Z"_s), utc), minute.anchor);
    }

    void wrongFieldIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("kind") << R"({"kind": "hourly"})"_ba << u"kind"_s;
        QTest::newRow("time") << R"({"kind": "daily", "at": "25:00"})"_ba << u"at"_s;
        QTest::newRow("no time") << R"({"kind": "daily"})"_ba << u"at"_s;
        QTest::newRow("weekday") << R"({"kind": "weekly", "at": "09:00", "days": ["MO", "XX"]})"_ba << u"days"_s;
        QTest::newRow("no weekday") << R"({"kind": "weekly", "at": "09:00", "days": []})"_ba << u"days"_s;
        QTest::newRow("day 0") << R"({"kind": "monthly", "at": "09:00", "day": 0})"_ba << u"day"_s;
        QTest::newRow("nth 6") << R"({"kind": "monthly_nth", "at": "09:00", "nth": 6, "weekday": "MO"})"_ba << u"nth"_s;
        QTest::newRow("30 February") << R"({"kind": "yearly", "at": "09:00", "month": 2, "day": 30})"_ba << u"day"_s;
        QTest::newRow("half an interval")
            << R"({"kind": "interval", "every_minutes": 0.5, "anchor": "2025-01-01T00:00:00Z"})"_ba
            << u"every_minutes"_s;
        QTest::newRow("anchor without zone")
            << R"({"kind": "interval", "every_minutes": 5, "anchor": "2025-01-01T00:00:00"})"_ba << u"anchor"_s;
        QTest::newRow("too many days")
            << R"({"kind": "days_after", "date": "2025-01-01", "days": 1e9, "at": "09:00"})"_ba << u"days"_s;
        QTest::newRow("window") << R"({"kind": "daily", "at": "09:00", "then_window": {"windows": [{"from": "9"}]}})"_ba
                                << u"from"_s;
    }

    void wrongFieldIsNamed()
    {
        QFETCH(QByteArray, json);
        const auto rule = ruleFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!rule.has_value());
        QCOMPARE(rule.error().code, ErrorCode::InvalidInput);
        QTEST(rule.error().place, "place");
    }

    void everyKindReadsBack()
    {
        const QTime nine(9, 0, 30);
        const Instant event = at(u"2025-03-08T15:00:00Z"_s);
        const QList<std::variant<RecurringRule, RelativeRule>> kinds{
            RecurringRule(Daily{nine}),
            RecurringRule(Weekly{{1, 4}, nine}),
            RecurringRule(Monthly{-1, nine, ShortMonth::Skip}),
            RecurringRule(MonthlyNth{-1, 5, nine}),
            RecurringRule(Yearly{2, 29, nine, LeapDay::Mar1}),
            RecurringRule(Interval{std::chrono::minutes(15), event}),
            RelativeRule(DaysAfter{QDate(2025, 3, 1), -7, nine}),
            RelativeRule(MonthsAfter{QDate(2025, 1, 31), 2, nine}),
            RelativeRule(BusinessDaysAfter{QDate(2025, 3, 1), 3, nine, {5, 6}, {QDate(2025, 3, 4)}}),
            RelativeRule(OverdueReached{QDate(2025, 3, 1), 7}),
            RelativeRule(CalendarDaysAfterEvent{event, 3}),
            RelativeRule(HoursAfterEvent{event, std::chrono::minutes(90)}),
        };
        for (const auto &kind : kinds) {
            ScheduleRule rule{
                kind,
                {CatchUpPolicy::All, std::chrono::minutes(90), 7},
                event,
                SendWindow{{DayWindow{{1}, std::chrono::hours(8), std::chrono::hours(24)}}, {QDate(2025, 12, 25)}},
                {"Europe/Paris", "Asia/Tokyo"}};
            const auto again = ruleFromJson(toJson(rule));
            QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().place));
            QCOMPARE(*again, rule);
        }
    }

    void holidaysAreThoseOfTheCalendar()
    {
        QCOMPARE(easterSunday(2024), QDate(2024, 3, 31));
        QCOMPARE(easterSunday(2025), QDate(2025, 4, 20));
        QCOMPARE(easterSunday(2026), QDate(2026, 4, 5));
        QCOMPARE(easterSunday(1954), QDate(1954, 4, 18));
        QCOMPARE(easterSunday(2038), QDate(2038, 4, 25));
        const QList<QDate> us = publicHolidays(u"US", 2026);
        for (const QDate date :
             {QDate(2026, 1, 19), QDate(2026, 5, 25), QDate(2026, 7, 3), QDate(2026, 7, 4), QDate(2026, 11, 26)})
            QVERIFY(us.contains(date)); // 4 July 2026 is a Saturday
        QVERIFY(publicHolidays(u"US", 2027).contains(QDate(2027, 12, 31)));
        QVERIFY(publicHolidays(u"FR", 2026).contains(QDate(2026, 5, 14))); // Ascension
        QVERIFY(publicHolidays(u"DE", 2026).isEmpty());
    }
};

QTEST_APPLESS_MAIN(RulesTest)
#include "tst_rules.moc"

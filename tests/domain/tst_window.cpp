#include "domain/schedule/legalhours.h"
#include "domain/schedule/quiethours.h"
#include "domain/schedule/recipienthours.h"
#include "domain/schedule/window.h"
#include "domain/schedule/zonetime.h"

#include <QDateTime>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

Instant at(const QString &iso) { return fromMillis(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch()); }

DayWindow fromTo(WeekDays days, int fromMinute, int toMinute) { return {days, minutes(fromMinute), minutes(toMinute)}; }

bool openInAll(Instant when, const SendWindow &window, const QList<QTimeZone> &zones)
{
    return std::all_of(zones.begin(), zones.end(), [&](const QTimeZone &zone) { return isOpen(when, window, zone); });
}

const QList<QByteArray> zoneIds{"America/New_York", "America/Los_Angeles", "Europe/Berlin",
                                "Europe/Dublin",    "Australia/Lord_Howe", "Asia/Kathmandu",
                                "Pacific/Apia",     "America/Santiago",    "America/Havana",
                                "Antarctica/Troll", "Africa/Casablanca",   "Pacific/Kiritimati"};

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The answer is open, and no quarter of an hour before it is. isOpen reads the wall clock and nothing else.
    void earliestIsOpenAndNothingBeforeIs()
    {
        QRandomGenerator random(7);
        const Instant base = at(u"2025-03-01T00:00:00Z"_s);
        WindowEvaluator evaluator;
        int never = 0;
        for (int i = 0; i < 400; ++i) {
            SendWindow window;
            const int parts = 1 + random.bounded(3);
            for (int p = 0; p < parts; ++p) {
                WeekDays days;
                for (int d = 1; d <= 7; ++d)
                    if (random.bounded(2))
                        days.add(d);
                window.windows.append(fromTo(days, 15 * random.bounded(96), 15 * random.bounded(1, 97)));
            }
            for (int h = random.bounded(4); h > 0; --h)
                window.holidays.append(QDate(2025, 3, 1).addDays(random.bounded(300)));
            std::sort(window.holidays.begin(), window.holidays.end());
            QList<QByteArray> ids;
            QList<QTimeZone> zones;
            for (int z = 1 + random.bounded(3); z > 0; --z) {
                ids.append(zoneIds.at(random.bounded(zoneIds.size())));
                zones.append(QTimeZone(ids.last()));
            }
            const int number = evaluator.add(window);
            for (int q = 0; q < 3; ++q) {
                const Instant from = base + minutes(random.bounded(300 * 24 * 60));
                const auto found = evaluator.earliestAllowed(from, number, ids);
                QCOMPARE(found, earliestAllowed(from, window, zones)); // what is kept changes nothing
                if (!found) {
                    ++never;
                    continue;
                }
                QVERIFY(*found >= from);
                QVERIFY(openInAll(*found, window, zones));
                for (Instant t = from; t < *found; t += minutes(15))
                    QVERIFY(!openInAll(t, window, zones));
                if (*found > from)
                    QVERIFY(!openInAll(*found - seconds(1), window, zones));
            }
        }
        QVERIFY(never < 400);
    }

    void gapOpensLateAndOverlapTwice()
    {
        const QTimeZone newYork("America/New_York");
        const SendWindow night{{fromTo(WeekDays::all(), 150, 200)}, {}}; // 02:30 to 03:20
        QCOMPARE(earliestAllowed(at(u"2025-03-09T06:00:00Z"_s), night, {&newYork, 1}), at(u"2025-03-09T07:00:00Z"_s));
        const SendWindow one{{fromTo(WeekDays::all(), 60, 90)}, {}}; // 01:00 to 01:30
        QCOMPARE(earliestAllowed(at(u"2025-11-02T05:40:00Z"_s), one, {&newYork, 1}), at(u"2025-11-02T06:00:00Z"_s));
    }

    void windowThatNeverOpensIsNoEndlessSearch()
    {
        const QTimeZone berlin("Europe/Berlin");
        const Instant now = at(u"2025-03-01T00:00:00Z"_s);
        QVERIFY(!earliestAllowed(now, SendWindow{}, {&berlin, 1}));
        QVERIFY(
            !earliestAllowed(now, SendWindow{{DayWindow{WeekDays(), {}, std::chrono::hours(1)}}, {}}, {&berlin, 1}));
        WindowEvaluator evaluator;
        const QList<QByteArray> unknown{"Nowhere/At_All"};
        QVERIFY(!evaluator.earliestAllowed(now, evaluator.add(SendWindow{{DayWindow{}}, {}}), unknown));
        const QList<QByteArray> opposite{"Pacific/Auckland", "Europe/London"};
        const int office = evaluator.add(SendWindow{{fromTo(WeekDays::all(), 540, 1080)}, {}});
        QVERIFY(!evaluator.earliestAllowed(at(u"2025-06-01T00:00:00Z"_s), office, opposite));
        QCOMPARE(evaluator.longestOpening(at(u"2025-06-01T00:00:00Z"_s), office, opposite), Millis(0));
    }

    void openDayAndNightIsOpenNow()
    {
        WindowEvaluator evaluator;
        const int always = evaluator.add(SendWindow{{DayWindow{}}, {}});
        const Instant now = at(u"2025-03-09T07:12:13Z"_s);
        QCOMPARE(evaluator.earliestAllowed(now, always, zoneIds), now);
        QCOMPARE(evaluator.earliestAllowed(now, always, {}), now);
        QCOMPARE(evaluator.longestOpening(now, always, zoneIds), Millis(days(8)));
    }

    void clockMayGoBackAndFarAhead()
    {
        const SendWindow window{{fromTo(WeekDays::all(), 480, 1260)}, {}};
        const QList<QByteArray> zone{"Europe/Berlin"};
        WindowEvaluator evaluator;
        const int number = evaluator.add(window);
        for (const QString &iso : {u"2025-06-01T22:00:00Z"_s, u"2025-01-01T22:00:00Z"_s, u"2035-01-01T22:00:00Z"_s,
                                   u"2025-06-01T22:00:00Z"_s}) {
            const QTimeZone berlin(zone.first());
            QCOMPARE(evaluator.earliestAllowed(at(iso), number, zone), earliestAllowed(at(iso), window, {&berlin, 1}));
        }
    }

    void commonOpeningIsMeasured()
    {
        WindowEvaluator evaluator;
        const int day = evaluator.add(SendWindow{{fromTo(WeekDays::all(), 480, 1260)}, {}}); // 8 to 21
        const QList<QByteArray> coasts{"America/New_York", "America/Los_Angeles"};
        QCOMPARE(evaluator.longestOpening(at(u"2025-07-01T00:00:00Z"_s), day, coasts), Millis(std::chrono::hours(10)));
    }

    void zonesWithoutACommonHourGiveWayToTheCapital()
    {
        WindowEvaluator evaluator;
        const Instant now = at(u"2025-07-01T00:00:00Z"_s);
        const int day = evaluator.add(SendWindow{{fromTo(WeekDays::all(), 480, 1260)}, {}});
        const int office = evaluator.add(SendWindow{{fromTo(WeekDays::all(), 540, 1020)}, {}});
        const ZoneIds russia{"Europe/Kaliningrad", "Asia/Kamchatka"}; // ten hours apart
        QCOMPARE(zonesWithCommonHours(evaluator, day, now, russia, u"RU").zones, russia);
        const SendingZones fallen = zonesWithCommonHours(evaluator, office, now, russia, u"RU");
        QCOMPARE(fallen.zones, ZoneIds{"Europe/Moscow"});
        QVERIFY(fallen.fellBack);
        QVERIFY(!zonesWithCommonHours(evaluator, office, now, {}, u"RU").fellBack);
        QCOMPARE(zonesWithCommonHours(evaluator, office, now, {}, u"RU").zones, ZoneIds{"Europe/Moscow"});
        QCOMPARE(zonesWithCommonHours(evaluator, office, now, {}, {}).zones, ZoneIds());
    }

    void differentWindowsMustAllAgree()
    {
        WindowEvaluator evaluator;
        const int law = evaluator.add(SendWindow{{fromTo(WeekDays::all(), 720, 1260)}, {}});
        const int office = evaluator.add(SendWindow{{fromTo(WeekDays::all(), 540, 1080)}, {}});
        const WindowEvaluator::Constraint both[] = {{law, "America/Chicago"}, {office, "America/New_York"}};
        QCOMPARE(evaluator.earliestAllowed(at(u"2025-09-07T12:00:00Z"_s), both), at(u"2025-09-07T17:00:00Z"_s));
        QCOMPARE(evaluator.add(SendWindow{{fromTo(WeekDays::all(), 720, 1260)}, {}}), law);
    }

    void marketingIsQuietAtNightAndNothingElseIs()
    {
        const QTimeZone zone("America/New_York");
        const SendWindow marketing = allowedHours(defaultQuietHours(Category::Marketing));
        QVERIFY(isOpen(at(u"2025-07-01T12:00:00Z"_s), marketing, zone));  // 8:00
        QVERIFY(!isOpen(at(u"2025-07-01T11:59:59Z"_s), marketing, zone)); // 7:59:59
        QVERIFY(!isOpen(at(u"2025-07-02T01:00:00Z"_s), marketing, zone)); // 21:00
        for (Category category : {Category::Transactional, Category::Authentication})
            QVERIFY(isOpen(at(u"2025-07-02T05:00:00Z"_s), allowedHours(defaultQuietHours(category)), zone));
    }

    void quietHoursWithinADayLeaveTheRest()
    {
        const SendWindow siesta = allowedHours({true, QTime(13, 0), QTime(16, 0)});
        const QTimeZone utc("UTC");
        QVERIFY(isOpen(at(u"2025-07-01T12:59:00Z"_s), siesta, utc));
        QVERIFY(!isOpen(at(u"2025-07-01T13:00:00Z"_s), siesta, utc));
        QVERIFY(!isOpen(at(u"2025-07-01T15:59:00Z"_s), siesta, utc));
        QVERIFY(isOpen(at(u"2025-07-01T16:00:00Z"_s), siesta, utc));
        QVERIFY(isOpen(at(u"2025-07-01T03:00:00Z"_s), siesta, utc));
        const SendWindow night = allowedHours({true, QTime(0, 0), QTime(6, 0)});
        QVERIFY(!isOpen(at(u"2025-07-01T05:00:00Z"_s), night, utc));
        QVERIFY(isOpen(at(u"2025-07-01T23:59:00Z"_s), night, utc));
    }

    void lawsOfAddressAndAreaCodeBothHold()
    {
        const LegalHoursTable table = LegalHoursTable::builtIn();
        const auto names = [&](QStringView country, QStringView address, QStringView number) {
            QStringList result;
            for (const LegalHours &row : table.forPerson(country, address, number))
                result.append(row.subdivision);
            return result;
        };
        QCOMPARE(names(u"US", u"TX", u"TX"), QStringList{u"TX"_s});
        QCOMPARE(names(u"US", u"TX", u"FL"), (QStringList{u"TX"_s, u"FL"_s}));
        QCOMPARE(names(u"US", u"CA", {}), QStringList{QString()}); // no law of its own: the federal one
        QCOMPARE(names(u"US", {}, {}), QStringList{anyPlace.toString()});
        QCOMPARE(names(u"FR", {}, {}), QStringList{QString()});
        QVERIFY(names(u"DE", {}, {}).isEmpty());
    }

    void legalHoursReadBack()
    {
        const LegalHoursTable table = LegalHoursTable::builtIn();
        const auto again = LegalHoursTable::fromJson(table.toJson());
        QVERIFY(again.has_value());
        QCOMPARE(again->rows(), table.rows());
        QJsonArray broken = table.toJson();
        broken[1] = QJsonObject{{u"country"_s, u"US"_s}};
        QCOMPARE(LegalHoursTable::fromJson(broken).error().place, u"row 2"_s);
    }

    void texanSundayBeginsAtNoonAndFrenchHolidaysAreKept()
    {
        const LegalHoursTable table = LegalHoursTable::builtIn();
        const QTimeZone chicago("America/Chicago");
        const SendWindow texas = toWindow(table.forPerson(u"US", u"TX", {}).first(), QDate(2025, 9, 7));
        QCOMPARE(earliestAllowed(at(u"2025-09-07T14:30:00Z"_s), texas, {&chicago, 1}), at(u"2025-09-07T17:00:00Z"_s));
        const QTimeZone paris("Europe/Paris");
        const SendWindow france = toWindow(table.forPerson(u"FR", {}, {}).first(), QDate(2025, 6, 9));
        QCOMPARE(earliestAllowed(at(u"2025-06-09T08:00:00Z"_s), france, {&paris, 1}), at(u"2025-06-10T06:00:00Z"_s));
    }
};

QTEST_APPLESS_MAIN(WindowTest)
#include "tst_window.moc"

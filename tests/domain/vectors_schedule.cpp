#include "domain/schedule/rulesjson.h"
#include "domain/schedule/zonetime.h"
#include "domain/vectorfiles.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

Instant instant(const QJsonValue &value)
{
    return fromMillis(QDateTime::fromString(value.toString(), Qt::ISODate).toMSecsSinceEpoch());
}

QString utc(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).toString(Qt::ISODate); }

} // namespace

class ScheduleVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rule_data()
    {
        QTest::addColumn<QJsonObject>("v");
        for (const VectorCase &c : loadVectors(u"schedule"_s))
            QTest::newRow(c.rowName().constData()) << c.value;
    }

    void rule()
    {
        QFETCH(QJsonObject, v);
        const QJsonObject json = v[u"rule"].toObject();
        const QTimeZone zone(v[u"tz"].toString().toLatin1());
        QVERIFY(zone.isValid());
        if (json[u"kind"] == u"window"_s)
            window(v, json, zone);
        else
            schedule(v, json, zone);
    }

private:
    static void compareDue(const QJsonObject &v, std::optional<Instant> due)
    {
        QCOMPARE(due ? utc(*due) : QString(), v[u"next_due"].toString());
    }

    static void window(const QJsonObject &v, const QJsonObject &json, const QTimeZone &zone)
    {
        const auto window = windowFromJson(json);
        QVERIFY(window.has_value());
        QList<QTimeZone> zones;
        for (const QJsonValue &each : json[u"zones"].toArray())
            zones.append(QTimeZone(each.toString().toLatin1()));
        if (zones.isEmpty())
            zones.append(zone);
        compareDue(v, earliestAllowed(instant(v[u"now"]), *window, zones));
    }

    static void schedule(const QJsonObject &v, const QJsonObject &json, const QTimeZone &zone)
    {
        const auto rule = ruleFromJson(json);
        QVERIFY2(rule.has_value(), rule ? "" : qPrintable(rule.error().place));
        QCOMPARE(ruleFromJson(toJson(*rule)), rule);
        const Instant now = instant(v[u"now"]);
        const auto due = dueInWindow(*rule, now, zone);
        compareDue(v, due ? std::optional(*due) : std::nullopt);
        if (const auto *recurring = std::get_if<RecurringRule>(&rule->when); recurring && rule->lastRun) {
            const MissedRuns runs = missedRuns(*recurring, rule->catchUp, *rule->lastRun, now, zone);
            if (!rule->thenWindow)
                compareDue(v, runs.next);
            if (v.contains(u"missed"))
                QCOMPARE(runs.missed, v[u"missed"].toInteger());
            if (v.contains(u"run_now"))
                QCOMPARE(runs.runNow.size(), v[u"run_now"].toInteger());
        }
        if (const auto *relative = std::get_if<RelativeRule>(&rule->when)) {
            if (v.contains(u"late"))
                QCOMPARE(*dueAt(*relative, zone) < now, v[u"late"].toBool());
            if (const auto *overdue = std::get_if<OverdueReached>(relative); overdue && v.contains(u"overdue_days_now"))
                QCOMPARE(overdueDays(overdue->due, now, zone), v[u"overdue_days_now"].toInteger());
        }
    }
};

QTEST_APPLESS_MAIN(ScheduleVectors)
#include "vectors_schedule.moc"

#include "domain/schedule/rulesjson.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

using namespace std::chrono;

constexpr std::array<QStringView, 7> dayNames{u"MO", u"TU", u"WE", u"TH", u"FR", u"SA", u"SU"};
constexpr int mostDays = 36600; // a hundred years: what a rule may count

// Reads fields and keeps the name of the first that is wrong, so that a rule reads like its list of fields.
class Fields
{
public:
    explicit Fields(const QJsonObject &json) : m_json(json) {}

    [[nodiscard]] const QString &wrong() const { return m_wrong; }
    [[nodiscard]] bool has(QStringView name) const { return m_json.contains(name); }

    int number(QStringView name, int least, int most)
    {
        const double value = m_json.value(name).toDouble(qQNaN());
        return check(name, value >= least && value <= most && value == std::floor(value)) ? static_cast<int>(value)
                                                                                          : least;
    }
    Millis hours(QStringView name)
    {
        const double value = m_json.value(name).toDouble(qQNaN());
        return Millis(check(name, std::abs(value) <= mostDays * 24) ? qRound64(value * 3'600'000) : 0);
    }
    QDate date(QStringView name)
    {
        const QDate value = QDate::fromString(m_json.value(name).toString(), Qt::ISODate);
        check(name, value.isValid());
        return value;
    }
    QTime time(QStringView name)
    {
        const QTime value = QTime::fromString(m_json.value(name).toString(), Qt::ISODate);
        check(name, value.isValid());
        return value;
    }
    Instant instant(QStringView name)
    {
        const QString text = m_json.value(name).toString();
        const QDateTime value = QDateTime::fromString(text, Qt::ISODateWithMs);
        // Without Z or an offset it would be read in the machine's zone.
        return check(name, value.isValid() && value.timeSpec() != Qt::LocalTime) ? fromMillis(value.toMSecsSinceEpoch())
                                                                                 : Instant{};
    }
    // Since midnight; "24:00" is allowed.
    seconds clock(QStringView name)
    {
        if (m_json.value(name).toString() == u"24:00")
            return std::chrono::hours(24);
        return seconds(time(name).msecsSinceStartOfDay() / 1000);
    }
    int weekday(QStringView name) { return dayNumber(name, m_json.value(name).toString()); }
    WeekDays days(QStringView name)
    {
        WeekDays result;
        for (const QJsonValue &each : m_json.value(name).toArray())
            if (const int day = dayNumber(name, each.toString()); day > 0)
                result.add(day);
        check(name, m_json.value(name).isArray());
        return result;
    }
    QList<QDate> dates(QStringView name)
    {
        QList<QDate> result;
        for (const QJsonValue &each : m_json.value(name).toArray()) {
            result.append(QDate::fromString(each.toString(), Qt::ISODate));
            check(name, result.last().isValid());
        }
        std::sort(result.begin(), result.end());
        return result;
    }
    // The index of the word; 0 when the field is missing.
    int word(QStringView name, std::initializer_list<QStringView> words)
    {
        if (!has(name))
            return 0;
        const auto found = std::find(words.begin(), words.end(), QStringView(m_json.value(name).toString()));
        return check(name, found != words.end()) ? static_cast<int>(found - words.begin()) : 0;
    }
    bool check(QStringView name, bool right)
    {
        if (!right && m_wrong.isEmpty())
            m_wrong = name.toString();
        return right;
    }

private:
    int dayNumber(QStringView name, const QString &text)
    {
        const auto found = std::find(dayNames.begin(), dayNames.end(), QStringView(text));
        return check(name, found != dayNames.end()) ? static_cast<int>(found - dayNames.begin()) + 1 : 0;
    }

    const QJsonObject &m_json;
    QString m_wrong;
};

std::optional<std::variant<RecurringRule, RelativeRule>> readWhen(const QString &kind, Fields &f)
{
    if (kind == u"daily" || kind == u"daily_catch_up")
        return RecurringRule(Daily{f.time(u"at")});
    if (kind == u"weekly") {
        Weekly rule{f.days(u"days"), f.time(u"at")};
        f.check(u"days", !rule.days.isEmpty());
        return RecurringRule(rule);
    }
    if (kind == u"monthly") {
        Monthly rule{f.number(u"day", -1, 31), f.time(u"at"),
                     static_cast<ShortMonth>(f.word(u"missing", {u"clamp", u"skip"}))};
        f.check(u"day", rule.day != 0);
        return RecurringRule(rule);
    }
    if (kind == u"monthly_nth") {
        MonthlyNth rule{f.number(u"nth", -1, 5), f.weekday(u"weekday"), f.time(u"at")};
        f.check(u"nth", rule.nth != 0);
        return RecurringRule(rule);
    }
    if (kind == u"yearly") {
        Yearly rule{f.number(u"month", 1, 12), f.number(u"day", 1, 31), f.time(u"at"),
                    static_cast<LeapDay>(f.word(u"feb29", {u"feb28", u"mar1", u"skip"}))};
        f.check(u"day", QDate(2024, rule.month, rule.day).isValid());
        return RecurringRule(rule);
    }
    if (kind == u"interval")
        return RecurringRule(Interval{minutes(f.number(u"every_minutes", 1, mostDays * 1440)), f.instant(u"anchor")});
    if (kind == u"days_after")
        return RelativeRule(DaysAfter{f.date(u"date"), f.number(u"days", -mostDays, mostDays), f.time(u"at")});
    if (kind == u"months_after")
        return RelativeRule(MonthsAfter{f.date(u"date"), f.number(u"months", -1200, 1200), f.time(u"at")});
    if (kind == u"business_days_after") {
        BusinessDaysAfter rule{f.date(u"date"), f.number(u"days", -mostDays, mostDays), f.time(u"at"), WeekDays{6, 7},
                               f.dates(u"holidays")};
        if (f.has(u"weekend"))
            rule.weekend = f.days(u"weekend");
        return RelativeRule(rule);
    }
    if (kind == u"overdue_reached")
        return RelativeRule(OverdueReached{f.date(u"due"), f.number(u"days", -mostDays, mostDays)});
    if (kind == u"calendar_days_after_event")
        return RelativeRule(CalendarDaysAfterEvent{f.instant(u"event"), f.number(u"days", -mostDays, mostDays)});
    if (kind == u"hours_after_event")
        return RelativeRule(HoursAfterEvent{f.instant(u"event"), f.hours(u"hours")});
    return std::nullopt;
}

tl::unexpected<Error> wrongField(const QString &name)
{
    return fail(ErrorCode::InvalidInput, u"the rule's field is missing or not allowed: "_s + name, name);
}

QString text(QTime time) { return time.toString(time.second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s); }

QString text(seconds sinceMidnight)
{
    return sinceMidnight == hours(24)
               ? u"24:00"_s
               : text(QTime::fromMSecsSinceStartOfDay(static_cast<int>(sinceMidnight.count()) * 1000));
}

QString text(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).toString(Qt::ISODateWithMs); }

QJsonArray toArray(WeekDays days)
{
    QJsonArray result;
    for (int day = 1; day <= 7; ++day)
        if (days.contains(day))
            result.append(dayNames[static_cast<size_t>(day - 1)].toString());
    return result;
}

QJsonArray toArray(const QList<QDate> &dates)
{
    QJsonArray result;
    for (const QDate date : dates)
        result.append(date.toString(Qt::ISODate));
    return result;
}

QJsonObject object(const Daily &r) { return {{u"kind"_s, u"daily"_s}, {u"at"_s, text(r.at)}}; }
QJsonObject object(const Weekly &r)
{
    return {{u"kind"_s, u"weekly"_s}, {u"days"_s, toArray(r.days)}, {u"at"_s, text(r.at)}};
}
QJsonObject object(const Monthly &r)
{
    return {{u"kind"_s, u"monthly"_s},
            {u"day"_s, r.day},
            {u"at"_s, text(r.at)},
            {u"missing"_s, r.missing == ShortMonth::Clamp ? u"clamp"_s : u"skip"_s}};
}
QJsonObject object(const MonthlyNth &r)
{
    return {{u"kind"_s, u"monthly_nth"_s},
            {u"nth"_s, r.nth},
            {u"at"_s, text(r.at)},
            {u"weekday"_s, dayNames[static_cast<size_t>(r.weekday - 1)].toString()}};
}
QJsonObject object(const Yearly &r)
{
    const QString feb29 = r.feb29 == LeapDay::Feb28 ? u"feb28"_s : r.feb29 == LeapDay::Mar1 ? u"mar1"_s : u"skip"_s;
    return {
        {u"kind"_s, u"yearly"_s}, {u"month"_s, r.month}, {u"day"_s, r.day}, {u"at"_s, text(r.at)}, {u"feb29"_s, feb29}};
}
QJsonObject object(const Interval &r)
{
    return {{u"kind"_s, u"interval"_s},
            {u"every_minutes"_s, static_cast<qint64>(r.every.count())},
            {u"anchor"_s, text(r.anchor)}};
}
QJsonObject object(const DaysAfter &r)
{
    return {{u"kind"_s, u"days_after"_s},
            {u"date"_s, r.date.toString(Qt::ISODate)},
            {u"days"_s, r.days},
            {u"at"_s, text(r.at)}};
}
QJsonObject object(const MonthsAfter &r)
{
    return {{u"kind"_s, u"months_after"_s},
            {u"date"_s, r.date.toString(Qt::ISODate)},
            {u"months"_s, r.months},
            {u"at"_s, text(r.at)}};
}
QJsonObject object(const BusinessDaysAfter &r)
{
    return {{u"kind"_s, u"business_days_after"_s},
            {u"date"_s, r.date.toString(Qt::ISODate)},
            {u"days"_s, r.days},
            {u"at"_s, text(r.at)},
            {u"weekend"_s, toArray(r.weekend)},
            {u"holidays"_s, toArray(r.holidays)}};
}
QJsonObject object(const OverdueReached &r)
{
    return {{u"kind"_s, u"overdue_reached"_s}, {u"due"_s, r.due.toString(Qt::ISODate)}, {u"days"_s, r.days}};
}
QJsonObject object(const CalendarDaysAfterEvent &r)
{
    return {{u"kind"_s, u"calendar_days_after_event"_s}, {u"event"_s, text(r.event)}, {u"days"_s, r.days}};
}
QJsonObject object(const HoursAfterEvent &r)
{
    return {{u"kind"_s, u"hours_after_event"_s},
            {u"event"_s, text(r.event)},
            {u"hours"_s, static_cast<double>(r.after.count()) / 3'600'000}};
}

} // namespace

Result<SendWindow> windowFromJson(const QJsonObject &json)
{
    SendWindow window;
    Fields all(json);
    window.holidays = all.dates(u"holidays");
    all.check(u"windows", json.value(u"windows").isArray());
    for (const QJsonValue &each : json.value(u"windows").toArray()) {
        const QJsonObject part = each.toObject();
        Fields f(part);
        DayWindow hours{WeekDays::all(), f.clock(u"from"), f.clock(u"to")};
        if (f.has(u"days"))
            hours.days = f.days(u"days");
        if (!f.wrong().isEmpty())
            return wrongField(f.wrong());
        window.windows.append(hours);
    }
    if (!all.wrong().isEmpty())
        return wrongField(all.wrong());
    return window;
}

QJsonObject toJson(const SendWindow &window)
{
    QJsonArray windows;
    for (const DayWindow &each : window.windows)
        windows.append(
            QJsonObject{{u"days"_s, toArray(each.days)}, {u"from"_s, text(each.from)}, {u"to"_s, text(each.to)}});
    return {{u"windows"_s, windows}, {u"holidays"_s, toArray(window.holidays)}};
}

Result<ScheduleRule> ruleFromJson(const QJsonObject &json)
{
    Fields f(json);
    const auto when = readWhen(json.value(u"kind").toString(), f);
    if (!when)
        return wrongField(u"kind"_s);
    ScheduleRule rule;
    rule.when = *when;
    const int policy = f.word(u"catch_up", {u"one", u"none", u"all"});
    rule.catchUp.policy = policy == 1 ? CatchUpPolicy::None : policy == 2 ? CatchUpPolicy::All : CatchUpPolicy::One;
    if (f.has(u"max_late_minutes"))
        rule.catchUp.maxLate = minutes(f.number(u"max_late_minutes", 0, mostDays * 1440));
    if (f.has(u"max_catch_up"))
        rule.catchUp.maxRuns = f.number(u"max_catch_up", 0, 1'000'000);
    if (f.has(u"last_run"))
        rule.lastRun = f.instant(u"last_run");
    if (f.has(u"then_window")) {
        const QJsonObject then = json.value(u"then_window").toObject();
        auto window = windowFromJson(then);
        if (!window)
            return tl::unexpected(window.error());
        rule.thenWindow = std::move(*window);
        for (const QJsonValue &zone : then.value(u"zones").toArray())
            rule.windowZones.append(zone.toString().toLatin1());
        if (rule.windowZones.isEmpty() && then.contains(u"tz"))
            rule.windowZones.append(then.value(u"tz").toString().toLatin1());
    }
    if (!f.wrong().isEmpty())
        return wrongField(f.wrong());
    return rule;
}

QJsonObject toJson(const ScheduleRule &rule)
{
    QJsonObject json = std::visit(
        [](const auto &kind) { return std::visit([](const auto &r) { return object(r); }, kind); }, rule.when);
    const CatchUpPolicy policy = rule.catchUp.policy;
    json[u"catch_up"_s] = policy == CatchUpPolicy::None  ? u"none"_s
                          : policy == CatchUpPolicy::One ? u"one"_s
                                                         : u"all"_s;
    if (rule.catchUp.maxLate)
        json[u"max_late_minutes"_s] = static_cast<qint64>(rule.catchUp.maxLate->count());
    if (rule.catchUp.maxRuns)
        json[u"max_catch_up"_s] = *rule.catchUp.maxRuns;
    if (rule.lastRun)
        json[u"last_run"_s] = text(*rule.lastRun);
    if (rule.thenWindow) {
        QJsonObject then = toJson(*rule.thenWindow);
        QJsonArray zones;
        for (const QByteArray &zone : rule.windowZones)
            zones.append(QString::fromLatin1(zone));
        then[u"zones"_s] = zones;
        json[u"then_window"_s] = then;
    }
    return json;
}

Result<Instant> dueInWindow(const ScheduleRule &rule, Instant now, const QTimeZone &zone)
{
    const auto *recurring = std::get_if<RecurringRule>(&rule.when);
    auto due = recurring ? nextDue(*recurring, now, zone) : dueAt(std::get<RelativeRule>(rule.when), zone);
    if (due && rule.thenWindow) {
        WindowEvaluator evaluator;
        const int window = evaluator.add(*rule.thenWindow);
        due = evaluator.earliestAllowed(*due, window, rule.windowZones.isEmpty() ? QList{zone.id()} : rule.windowZones);
    }
    if (!due)
        return fail(ErrorCode::NotFound, u"the rule is never due"_s);
    return *due;
}

} // namespace domain

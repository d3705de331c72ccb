#include "domain/schedule/legalhours.h"
#include "domain/schedule/holidays.h"
#include "domain/schedule/rulesjson.h"

#include <QJsonObject>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

// Whole hours; 0 to 0 is closed.
struct Hours
{
    int from;
    int to;
};

struct Row
{
    const char *country;
    const char *subdivision;
    Hours weekdays;
    Hours saturday;
    Hours sunday;
    bool closedOnHolidays;
    int mostPerDay;
    const char *source;
};

constexpr Hours closed{0, 0};
constexpr const char *federal = "47 CFR 64.1200(c)(1)";
constexpr const char *compiled = "state windows compiled from two tables of July and November 2025";
constexpr const char *cautious = "strictest common hours for a person whose state is not known";
constexpr const char *florida = "Fla. Stat. 501.059 and 501.616; notes on FL, OK and WA of 2025";
constexpr const char *texas = "Texas SB 140, in force since 1 September 2025";
constexpr const char *virginia = "Virginia SB 1339; consent lifts the hours";
constexpr const char *unchecked = "general knowledge, not checked again";
constexpr const char *garbled = "sources contradict each other: the strictest reading";
constexpr const char *french = "networks' rules for marketing SMS: the narrower ones (some allow 8 to 22)";
constexpr const char *indian = "TRAI TCCCPR 2018: promotional and service-explicit, Indian time; operators answer 651";

constexpr Row builtInRows[] = {
    {"US", "", {8, 21}, {8, 21}, {8, 21}, false, 0, federal},
    {"US", "*", {9, 20}, {9, 20}, {12, 20}, false, 3, cautious},
    {"US", "AL", {8, 20}, {8, 20}, closed, true, 0, compiled},
    {"US", "CT", {9, 20}, {9, 20}, {9, 20}, false, 0, compiled},
    {"US", "FL", {8, 20}, {8, 20}, {8, 20}, false, 3, florida},
    {"US", "KY", {10, 21}, {10, 21}, {10, 21}, false, 0, compiled},
    {"US", "LA", {8, 20}, {8, 20}, closed, true, 0, compiled},
    {"US", "MA", {8, 20}, {8, 20}, {8, 20}, false, 0, compiled},
    {"US", "MD", {8, 20}, {8, 20}, {8, 20}, false, 3, compiled},
    {"US", "MI", {9, 21}, {9, 21}, {9, 21}, false, 0, compiled},
    {"US", "MN", {9, 21}, {9, 21}, {9, 21}, false, 0, compiled},
    {"US", "MS", {8, 20}, {8, 20}, closed, false, 0, compiled},
    {"US", "NJ", {8, 20}, {8, 20}, {8, 20}, false, 0, compiled},
    {"US", "NM", {9, 21}, {9, 21}, {9, 21}, false, 0, compiled},
    {"US", "NV", {9, 20}, {9, 20}, {9, 20}, false, 0, compiled},
    {"US", "OK", {8, 20}, {8, 20}, {8, 20}, false, 3, florida},
    {"US", "PA", {8, 21}, {9, 12}, closed, true, 0, garbled},
    {"US", "RI", {9, 18}, {10, 17}, closed, true, 0, garbled},
    {"US", "SD", {9, 21}, {9, 21}, closed, false, 0, unchecked},
    {"US", "TX", {9, 21}, {9, 21}, {12, 21}, false, 0, texas},
    {"US", "UT", {8, 21}, {8, 21}, closed, true, 0, unchecked},
    {"US", "VA", {8, 21}, {8, 21}, {8, 21}, false, 0, virginia},
    {"US", "WA", {8, 20}, {8, 20}, {8, 20}, false, 0, florida},
    {"FR", "", {8, 20}, {10, 18}, closed, true, 0, french},
    {"IN", "", {10, 21}, {10, 21}, {10, 21}, false, 0, indian},
};
constexpr QDate asOf() { return QDate::fromJulianDay(2461042); } // 1 January 2026

QList<DayWindow> windowsOf(const Row &row)
{
    QList<DayWindow> windows;
    const auto add = [&windows](WeekDays days, Hours hours) {
        if (hours.to > hours.from)
            windows.append({days, std::chrono::hours(hours.from), std::chrono::hours(hours.to)});
    };
    add({1, 2, 3, 4, 5}, row.weekdays);
    add({6}, row.saturday);
    add({7}, row.sunday);
    return windows;
}

} // namespace

LegalHoursTable LegalHoursTable::builtIn()
{
    QList<LegalHours> all;
    for (const Row &row : builtInRows)
        all.append({QString::fromLatin1(row.country), QString::fromLatin1(row.subdivision), windowsOf(row),
                    row.closedOnHolidays, row.mostPerDay, QString::fromLatin1(row.source), asOf()});
    return LegalHoursTable(std::move(all));
}

Result<LegalHoursTable> LegalHoursTable::fromJson(const QJsonArray &rows)
{
    QList<LegalHours> all;
    for (const QJsonValue &each : rows) {
        const QJsonObject json = each.toObject();
        const auto window = windowFromJson(json);
        LegalHours row;
        row.country = json[u"country"].toString();
        row.subdivision = json[u"subdivision"].toString();
        row.closedOnHolidays = json[u"closed_on_holidays"].toBool();
        row.mostPerDay = json[u"most_per_day"].toInt();
        row.source = json[u"source"].toString();
        row.asOf = QDate::fromString(json[u"as_of"].toString(), Qt::ISODate);
        if (!window || row.country.size() != 2 || row.mostPerDay < 0 || !row.asOf.isValid())
            return fail(ErrorCode::InvalidInput, u"a row of the legal hours is not complete"_s,
                        u"row %1"_s.arg(all.size() + 1));
        row.windows = window->windows;
        all.append(row);
    }
    return LegalHoursTable(std::move(all));
}

QJsonArray LegalHoursTable::toJson() const
{
    QJsonArray result;
    for (const LegalHours &row : m_rows) {
        QJsonObject json = domain::toJson(SendWindow{row.windows, {}});
        json.remove(u"holidays");
        json[u"country"] = row.country;
        json[u"subdivision"] = row.subdivision;
        json[u"closed_on_holidays"] = row.closedOnHolidays;
        json[u"most_per_day"] = row.mostPerDay;
        json[u"source"] = row.source;
        json[u"as_of"] = row.asOf.toString(Qt::ISODate);
        result.append(json);
    }
    return result;
}

const LegalHours *LegalHoursTable::find(QStringView country, QStringView subdivision) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const LegalHours &row) {
        return row.country == country && row.subdivision == subdivision;
    });
    return found == m_rows.end() ? nullptr : &*found;
}

QList<LegalHours> LegalHoursTable::forPerson(QStringView country, QStringView ofAddress, QStringView ofNumber) const
{
    QList<LegalHours> result;
    const auto add = [&](QStringView subdivision) {
        const LegalHours *row = find(country, subdivision);
        if (!row) // no rule of its own: the country's
            row = find(country, {});
        if (row && !result.contains(*row))
            result.append(*row);
    };
    if (ofAddress.isEmpty() && ofNumber.isEmpty())
        add(anyPlace);
    if (!ofAddress.isEmpty())
        add(ofAddress);
    if (!ofNumber.isEmpty())
        add(ofNumber);
    return result;
}

SendWindow toWindow(const LegalHours &hours, QDate around)
{
    SendWindow window{hours.windows, {}};
    if (hours.closedOnHolidays)
        window.holidays =
            publicHolidays(hours.country, around.year()) + publicHolidays(hours.country, around.year() + 1);
    return window;
}

} // namespace domain

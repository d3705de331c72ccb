#pragma once

#include "domain/core/result.h"
#include "domain/schedule/window.h"

#include <QJsonArray>
#include <QString>

namespace domain {

/// Hours outside which a law (or the networks of a country) forbid marketing messages, by the recipient's clock. A row
/// of data with its source and date, meant to be looked over and changed by the workspace's owner; no legal advice.
struct LegalHours
{
    QString country;     ///< ISO 3166 alpha-2
    QString subdivision; ///< ISO 3166-2 without the country: "TX". Empty: the rest of the country. anyPlace: unknown
    QList<DayWindow> windows;
    bool closedOnHolidays = false;
    int mostPerDay = 0; ///< messages to one person on one subject in 24 hours; 0: no such limit
    QString source;
    QDate asOf;

    friend bool operator==(const LegalHours &, const LegalHours &) = default;
};

/// The subdivision of the row for people of whom only the country is known.
inline constexpr QStringView anyPlace = u"*";

/// All rows, and which of them hold for somebody. A value; any thread may read it.
class LegalHoursTable
{
public:
    explicit LegalHoursTable(QList<LegalHours> rows) : m_rows(std::move(rows)) {}
    /// What the program comes with.
    [[nodiscard]] static LegalHoursTable builtIn();
    /// Errors: InvalidInput, with the row's number as place.
    [[nodiscard]] static Result<LegalHoursTable> fromJson(const QJsonArray &rows);
    [[nodiscard]] QJsonArray toJson() const;

    [[nodiscard]] const QList<LegalHours> &rows() const { return m_rows; }

    /// The rows for a person: that of the address's subdivision and that of the number's area code, both when they
    /// differ, the cautious one when neither is known. None for a country without rows. All must be kept.
    [[nodiscard]] QList<LegalHours> forPerson(QStringView country, QStringView ofAddress, QStringView ofNumber) const;

private:
    [[nodiscard]] const LegalHours *find(QStringView country, QStringView subdivision) const;

    QList<LegalHours> m_rows;
};

/// A row as a window; closed on the country's public holidays of the year of `around` and of the next if it says so.
[[nodiscard]] SendWindow toWindow(const LegalHours &hours, QDate around);

} // namespace domain

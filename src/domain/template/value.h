#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonValue>
#include <QString>

#include <compare>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace domain {

/// One value of a template's data. Immutable and implicitly shared: copying costs a reference count, and a
/// copy may be used in another thread.
class Value
{
public:
    enum class Kind { Missing, Null, None, Bool, Int, Decimal, Text, Date, DateTime, List, Map };
    using List = std::vector<Value>;
    using Map = QHash<QString, Value>;

    Value() = default; ///< missing: the data have no such name
    explicit Value(bool value) : m_data(value) {}
    explicit Value(int value) : m_data(qint64{value}) {}
    explicit Value(qint64 value) : m_data(value) {}
    explicit Value(QString text) : m_data(std::move(text)) {}
    explicit Value(QDate date) : m_data(date) {}
    explicit Value(const QDateTime &wallTime) : m_data(wallTime) {}
    explicit Value(List items);
    explicit Value(Map entries);

    /// A field that exists and is empty of any value; treated like missing.
    [[nodiscard]] static Value null();
    /// The literal `none` of a template: as in Jinja it prints "None" and `default` keeps it.
    [[nodiscard]] static Value none();
    /// "1234.50", "-3", "1e3"; missing if `text` is no number.
    [[nodiscard]] static Value decimal(QStringView text);
    /// JSON as it is; whole numbers become Int, others Decimal from their shortest form, null becomes Null.
    [[nodiscard]] static Value fromJson(const QJsonValue &json);

    [[nodiscard]] Kind kind() const { return static_cast<Kind>(m_data.index()); }
    [[nodiscard]] bool isMissing() const { return m_data.index() <= 1; } ///< missing or null
    [[nodiscard]] bool isNumber() const { return kind() == Kind::Int || kind() == Kind::Decimal; }

    [[nodiscard]] bool toBool() const { return std::get<bool>(m_data); }
    [[nodiscard]] qint64 toInt() const { return std::get<qint64>(m_data); }
    [[nodiscard]] const QString &text() const { return std::get<QString>(m_data); } ///< of kind Text only
    [[nodiscard]] QDate date() const;                                               ///< of a date or a date and time
    [[nodiscard]] QTime time() const; ///< of a date and time, else invalid
    [[nodiscard]] const List &list() const { return *std::get<std::shared_ptr<const List>>(m_data); }
    [[nodiscard]] const Map &map() const { return *std::get<std::shared_ptr<const Map>>(m_data); }
    /// The canonical decimal text (decimal.h) of Int and Decimal.
    [[nodiscard]] QString numberText() const;

    /// The member `name` of a map; missing for anything else.
    [[nodiscard]] Value member(const QString &name) const;
    /// `a.b.c` from here.
    [[nodiscard]] Value path(QStringView dotted) const;

    /// False for missing, none, false, 0, "" and empty lists and maps, as in Python.
    [[nodiscard]] bool isTrue() const;
    /// Equality by value: 1 == 1.0, true == 1, a date equals its ISO text; missing equals nothing.
    [[nodiscard]] bool equals(const Value &other) const;
    /// Order of two numbers, two texts (by code point) or two dates (ISO texts count); unordered otherwise.
    [[nodiscard]] std::partial_ordering compare(const Value &other) const;
    /// Appends what printing gives; false for lists, maps and missing values.
    [[nodiscard]] bool appendTo(QString &out) const;

private:
    struct NullTag
    {};
    struct NoneTag
    {};
    struct DecimalText
    {
        QString text;
    };
    // Order as in Kind. shared_ptr: lists and maps are read by many renderings at once and owned by none of them.
    std::variant<std::monostate, NullTag, NoneTag, bool, qint64, DecimalText, QString, QDate, QDateTime,
                 std::shared_ptr<const List>, std::shared_ptr<const Map>>
        m_data;
};

/// A date, or date and time, in ISO form ("2025-06-01", "2025-06-15 15:05:00", with T, fraction, Z or offset; the
/// wall time as written). Nothing for other kinds, other texts and days that do not exist.
struct StatedTime
{
    QDate date;
    QTime time; ///< invalid if there was none
};
[[nodiscard]] std::optional<StatedTime> wallTimeOf(const Value &value);

} // namespace domain

#include "domain/condition/contactfields.h"
#include "domain/condition/functions.h"
#include "storage/conditions/conditionpayload.h"
#include "storage/conditions/sqlitedialect.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace storage {

using domain::ConditionDatum;
using domain::FieldType;

namespace {

bool isNull(sqlite3_value *value) { return sqlite3_value_type(value) == SQLITE_NULL; }

QByteArrayView utf8Of(sqlite3_value *value)
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return {data, sqlite3_value_bytes(value)};
}
QString textOf(sqlite3_value *value) { return QString::fromUtf8(utf8Of(value)); }

void give(sqlite3_context *context, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_result_text(context, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}
void give(sqlite3_context *context, std::optional<qint64> value)
{
    if (value)
        sqlite3_result_int64(context, *value);
}
void give(sqlite3_context *context, std::optional<double> value)
{
    if (value)
        sqlite3_result_double(context, *value);
}

// A function without a result gives NULL, which is what each does with a NULL.

void lower(sqlite3_context *context, int, sqlite3_value **values)
{
    if (!isNull(values[0]))
        give(context, domain::conditionfunctions::lower(textOf(values[0])));
}

void upper(sqlite3_context *context, int, sqlite3_value **values)
{
    if (!isNull(values[0]))
        give(context, domain::conditionfunctions::upper(textOf(values[0])));
}

void whole(sqlite3_context *context, int, sqlite3_value **values)
{
    if (isNull(values[1]) || isNull(values[2]))
        return;
    give(context, domain::conditionfunctions::calculate(static_cast<domain::Arithmetic>(sqlite3_value_int(values[0])),
                                                        qint64{sqlite3_value_int64(values[1])},
                                                        qint64{sqlite3_value_int64(values[2])}));
}

void number(sqlite3_context *context, int, sqlite3_value **values)
{
    if (isNull(values[1]) || isNull(values[2]))
        return;
    give(context,
         domain::conditionfunctions::calculate(static_cast<domain::Arithmetic>(sqlite3_value_int(values[0])),
                                               sqlite3_value_double(values[1]), sqlite3_value_double(values[2])));
}

void cut(sqlite3_context *context, int, sqlite3_value **values)
{
    if (!isNull(values[0]))
        give(context, domain::conditionfunctions::whole(sqlite3_value_double(values[0])));
}

void addDays(sqlite3_context *context, int, sqlite3_value **values)
{
    if (isNull(values[0]) || isNull(values[1]))
        return;
    const auto date = domain::conditionDate(textOf(values[0]));
    const auto day =
        date ? domain::conditionfunctions::addDays(date->toJulianDay(), sqlite3_value_int64(values[1])) : std::nullopt;
    if (day)
        give(context, QDate::fromJulianDay(*day).toString(Qt::ISODate));
}

/// The first value if it counts as true or is NULL, else the second.
void either(sqlite3_context *context, int, sqlite3_value **values)
{
    const int type = sqlite3_value_type(values[0]);
    const bool isFalse = type == SQLITE_TEXT      ? sqlite3_value_bytes(values[0]) == 0
                         : type == SQLITE_INTEGER ? sqlite3_value_int64(values[0]) == 0
                         : type == SQLITE_FLOAT   ? sqlite3_value_double(values[0]) == 0
                                                  : false;
    sqlite3_result_value(context, values[isFalse ? 1 : 0]);
}

/// Something made once for a statement from its constant argument `index`; null where `make` gives none.
template <class T, class Make>
T *kept(sqlite3_context *context, int index, Make make)
{
    if (auto *known = static_cast<T *>(sqlite3_get_auxdata(context, index)))
        return known;
    auto made = make();
    if (!made)
        return nullptr;
    sqlite3_set_auxdata(context, index, new T(std::move(*made)), [](void *data) { delete static_cast<T *>(data); });
    return static_cast<T *>(sqlite3_get_auxdata(context, index)); // the statement's now; null where memory ran out
}

/// local(UTC milliseconds, zone): wall time.
void local(sqlite3_context *context, int, sqlite3_value **values)
{
    if (isNull(values[0]))
        return;
    const auto *zone =
        kept<QTimeZone>(context, 1, [&] { return std::optional(QTimeZone(textOf(values[1]).toUtf8())); });
    if (!zone)
        return sqlite3_result_error_nomem(context);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(sqlite3_value_int64(values[0]), *zone);
    const ConditionDatum datum = ConditionDatum::ofTime(time);
    if (!datum.isNull)
        give(context, sqliteValue(datum, FieldType::DateTime).toString());
}

/// attribute(JSON object, key, type): a custom attribute read as a type.
void attribute(sqlite3_context *context, int, sqlite3_value **values)
{
    const QByteArrayView json = utf8Of(values[0]);
    if (json.size() <= 2) // {}
        return;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size())).object();
    const auto type = static_cast<FieldType>(sqlite3_value_int(values[2]));
    const ConditionDatum datum = domain::attributeDatum(object.value(textOf(values[1])), type);
    if (datum.isNull)
        return;
    const QVariant value = sqliteValue(datum, type);
    if (value.typeId() == QMetaType::LongLong)
        sqlite3_result_int64(context, value.toLongLong());
    else if (value.typeId() == QMetaType::Double)
        sqlite3_result_double(context, value.toDouble());
    else
        give(context, value.toString());
}

ConditionDatum datumOf(sqlite3_value *value, FieldType type)
{
    if (isNull(value))
        return {};
    switch (type) {
    case FieldType::Whole:
    case FieldType::YesNo:
        return ConditionDatum::ofWhole(sqlite3_value_int64(value));
    case FieldType::Number:
        return ConditionDatum::ofNumber(sqlite3_value_double(value));
    case FieldType::Date:
    case FieldType::DateTime:
        if (const auto time = domain::conditionTime(textOf(value)))
            return type == FieldType::Date ? ConditionDatum::ofDate(time->date()) : ConditionDatum::ofTime(*time);
        return {};
    case FieldType::List:
        return ConditionDatum::ofList(QJsonDocument::fromJson(textOf(value).toUtf8()).toVariant().toStringList());
    case FieldType::Text:
    case FieldType::Any:
        return ConditionDatum::ofText(textOf(value));
    }
    return {};
}

/// condition(payload, field, …): answered in memory, where it is nested too deeply for SQL.
void condition(sqlite3_context *context, int count, sqlite3_value **values)
{
    auto *program = kept<ConditionProgram>(context, 0, [&] { return conditionProgram(textOf(values[0])); });
    if (!program || program->condition.uses().size() != size_t(count - 1))
        return sqlite3_result_error(context, "no condition", -1);
    std::vector<ConditionDatum> record;
    for (size_t i = 0; i < program->condition.uses().size(); ++i)
        record.push_back(datumOf(values[i + 1], program->condition.uses()[i].type));
    const domain::Truth truth = program->condition.evaluate(record, program->time);
    if (truth != domain::Truth::Unknown)
        sqlite3_result_int(context, truth == domain::Truth::True ? 1 : 0);
}

} // namespace

void registerConditionFunctions(sqlite3 *db)
{
    struct Function
    {
        const char *name;
        int arguments;
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    };
    static constexpr Function functions[] = {
        {"helio_lower", 1, lower},         {"helio_upper", 1, upper}, {"helio_whole", 3, whole},
        {"helio_number", 3, number},       {"helio_cut", 1, cut},     {"helio_add_days", 2, addDays},
        {"helio_either", 2, either},       {"helio_local", 2, local}, {"helio_attribute", 3, attribute},
        {"helio_condition", -1, condition}};
    for (const Function &function : functions)
        sqlite3_create_function_v2(db, function.name, function.arguments,
                                   SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, function.call,
                                   nullptr, nullptr, nullptr);
}

} // namespace storage

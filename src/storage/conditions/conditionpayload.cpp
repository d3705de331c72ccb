#include "storage/conditions/conditionpayload.h"

#include "domain/condition/functions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace storage {

using domain::FieldType;

namespace {

const QString timeFormat = u"yyyy-MM-dd HH:mm:ss"_s;

} // namespace

QString conditionPayload(const domain::CompiledCondition &condition, const domain::ConditionTime &time)
{
    QJsonArray fields;
    for (const domain::FieldUse &use : condition.uses())
        fields.append(QJsonArray{use.name, static_cast<int>(use.isAttribute ? FieldType::Any : use.type),
                                 use.emptyIsMissing, use.ignoresCase});
    const QJsonObject payload{{u"text"_s, domain::toExpression(condition.tree())},
                              {u"fields"_s, fields},
                              {u"today"_s, time.today.toString(Qt::ISODate)},
                              {u"now"_s, time.now.toString(timeFormat)}};
    return QString::fromUtf8(QJsonDocument(payload).toJson(QJsonDocument::Compact));
}

std::optional<ConditionProgram> conditionProgram(const QString &payload)
{
    const QJsonObject object = QJsonDocument::fromJson(payload.toUtf8()).object();
    domain::FieldCatalogue fields;
    for (const QJsonValue value : object[u"fields"].toArray()) {
        const QJsonArray field = value.toArray();
        fields.add(
            {field[0].toString(), static_cast<FieldType>(field[1].toInt()), {}, field[2].toBool(), field[3].toBool()});
    }
    auto condition = domain::CompiledCondition::compile(object[u"text"].toString(), fields);
    const auto now = domain::conditionTime(object[u"now"].toString());
    if (!condition || !now)
        return std::nullopt;
    return ConditionProgram{*condition, {QDate::fromString(object[u"today"].toString(), Qt::ISODate), *now}};
}

QVariant sqliteValue(const domain::ConditionDatum &datum, FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Any:
        return datum.text.isNull() ? u""_s : datum.text;
    case FieldType::Whole:
    case FieldType::YesNo:
        return datum.whole;
    case FieldType::Number:
        return datum.number;
    case FieldType::Date:
        return QDate::fromJulianDay(datum.whole).toString(Qt::ISODate);
    case FieldType::DateTime:
        return QDateTime::fromSecsSinceEpoch(datum.whole, Qt::UTC).toString(timeFormat);
    case FieldType::List:
        return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(datum.list)).toJson(QJsonDocument::Compact));
    }
    return {};
}

} // namespace storage

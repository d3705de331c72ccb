#include "domain/condition/evaluator.h"
#include "domain/vectorfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

FieldCatalogue catalogueOf(const QJsonObject &schema)
{
    static const QHash<QString, FieldType> types{{u"text"_s, FieldType::Text},  {u"int"_s, FieldType::Whole},
                                                 {u"num"_s, FieldType::Number}, {u"bool"_s, FieldType::YesNo},
                                                 {u"date"_s, FieldType::Date},  {u"datetime"_s, FieldType::DateTime},
                                                 {u"list"_s, FieldType::List}};
    FieldCatalogue catalogue;
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        if (!types.contains(it->toString()))
            qFatal("unknown type %s", qUtf8Printable(it->toString()));
        catalogue.add({it.key(), types[it->toString()]});
    }
    return catalogue;
}

/// A record of the file: {"$base": another, "set": {…}} or its fields themselves.
QJsonObject recordOf(const QJsonObject &records, const QString &name)
{
    const QJsonObject record = records.value(name).toObject();
    if (!record.contains(u"$base"_s))
        return record;
    QJsonObject fields = recordOf(records, record.value(u"$base"_s).toString());
    const QJsonObject set = record.value(u"set"_s).toObject();
    for (auto it = set.begin(); it != set.end(); ++it)
        fields.insert(it.key(), it.value());
    return fields;
}

ConditionDatum datumOf(const QJsonValue &value, FieldType type)
{
    if (value.isNull() || value.isUndefined())
        return {};
    switch (type) {
    case FieldType::Text:
    case FieldType::Any:
        return ConditionDatum::ofText(value.toString());
    case FieldType::Whole:
        return ConditionDatum::ofWhole(value.toInteger());
    case FieldType::Number:
        return ConditionDatum::ofNumber(value.toDouble());
    case FieldType::YesNo:
        return ConditionDatum::ofWhole(value.isBool() ? value.toBool() : value.toInteger() != 0);
    case FieldType::Date:
        return ConditionDatum::ofDate(QDate::fromString(value.toString(), Qt::ISODate));
    case FieldType::DateTime:
        return ConditionDatum::ofTime(conditionTime(value.toString()).value_or(QDateTime()));
    case FieldType::List:
        return ConditionDatum::ofList(value.toVariant().toStringList());
    }
    return {};
}

/// "text_gen": pieces, each a text and how often it is repeated.
QString textOf(const QJsonObject &value)
{
    if (!value.contains(u"text_gen"_s))
        return value.value(u"text"_s).toString();
    QString text;
    for (const QJsonValue piece : value.value(u"text_gen"_s).toArray()) {
        const QJsonArray pair = piece.toArray();
        text += piece.isArray() ? pair.at(0).toString().repeated(pair.at(1).toInt(1)) : piece.toString();
    }
    return text;
}

} // namespace

class VectorsConditions : public QObject
{
    Q_OBJECT

private:
    static void addCases()
    {
        QTest::addColumn<VectorCase>("vector");
        for (const VectorCase &vector : loadVectors(u"conditions"_s))
            QTest::newRow(vector.rowName().constData()) << vector;
    }

private Q_SLOTS:
    void answersAsTheVectorsSay_data() { addCases(); }
    void answersAsTheVectorsSay()
    {
        QFETCH(VectorCase, vector);
        const FieldCatalogue catalogue = catalogueOf(vector.meta.value(u"schema"_s).toObject());
        const QString notation = vector.value.value(u"notation"_s).toString();
        QVERIFY(notation == u"json" || notation == u"py");
        const QString text = textOf(vector.value);
        const auto parsed =
            notation == u"json" ? parseJsonCondition(text, catalogue) : parseExpression(text, catalogue);
        if (vector.value.value(u"expect"_s).toString() == u"error") {
            QVERIFY2(!parsed, parsed ? qPrintable(toExpression(parsed->tree)) : "");
            QCOMPARE(parsed.error().code, vector.value.value(u"code"_s).toString());
            QCOMPARE(parsed.error().position, vector.value.value(u"pos"_s).toInt());
            if (vector.value.contains(u"pointer"_s))
                QCOMPARE(parsed.error().pointer, vector.value.value(u"pointer"_s).toString());
            return;
        }
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().code + u' ' + parsed.error().message));
        const auto compiled = CompiledCondition::compile(parsed->tree, catalogue);
        QVERIFY(compiled);
        const QJsonObject record =
            recordOf(vector.document.value(u"records"_s).toObject(), vector.value.value(u"record"_s).toString());
        std::vector<ConditionDatum> data;
        for (const FieldUse &use : compiled->uses())
            data.push_back(datumOf(record.value(use.name), use.type));
        const QJsonObject context = vector.meta.value(u"context"_s).toObject();
        const ConditionTime time{QDate::fromString(context.value(u"today"_s).toString(), Qt::ISODate),
                                 conditionTime(context.value(u"now"_s).toString()).value_or(QDateTime())};
        const Truth truth = compiled->evaluate(data, time);
        QCOMPARE(truth == Truth::True, vector.value.value(u"expect"_s).toBool());
        if (vector.value.contains(u"unknown"_s))
            QCOMPARE(truth == Truth::Unknown, vector.value.value(u"unknown"_s).toBool());
    }

    /// What is understood comes back from the expression as the same tree, and from JSON where it has a JSON form.
    void printsWhatItReads_data() { addCases(); }
    void printsWhatItReads()
    {
        QFETCH(VectorCase, vector);
        const FieldCatalogue catalogue = catalogueOf(vector.meta.value(u"schema"_s).toObject());
        const auto parsed = parseCondition(textOf(vector.value), catalogue);
        if (!parsed)
            return;
        const QString expression = toExpression(parsed->tree);
        const auto again = parseExpression(expression, catalogue);
        QVERIFY2(again, qPrintable(expression));
        QVERIFY2(again->tree == parsed->tree, qPrintable(expression));
        const QString json = toJson(parsed->tree, catalogue);
        QVERIFY2(parsed->notation == ConditionNotation::Expression || !json.isEmpty(), qPrintable(expression));
        if (json.isEmpty())
            return;
        const auto fromJson = parseJsonCondition(json, catalogue);
        QVERIFY2(fromJson, qPrintable(json));
        if (parsed->notation == ConditionNotation::Json)
            QVERIFY2(fromJson->tree == parsed->tree, qPrintable(json));
    }
};

QTEST_APPLESS_MAIN(VectorsConditions)
#include "vectors_conditions.moc"

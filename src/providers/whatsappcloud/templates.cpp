#include "providers/whatsappcloud/templates.h"

#include "providers/exchange.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace providers::whatsappcloud {

namespace {

/// What stands between {{ and }}, each once, in the order in which values are given: by number, else as they come.
QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression placeholder(u"\\{\\{\\s*([A-Za-z0-9_]+)\\s*\\}\\}"_s);
    QStringList found;
    for (auto it = placeholder.globalMatch(text); it.hasNext();)
        if (const QString name = it.next().captured(1); !found.contains(name))
            found.append(name);
    const auto isNumber = [](const QString &name) { return name.toInt() > 0; };
    if (std::all_of(found.cbegin(), found.cend(), isNumber))
        std::sort(found.begin(), found.end(), [](const QString &a, const QString &b) { return a.toInt() < b.toInt(); });
    return found;
}

QJsonObject component(const QString &type, const QStringList &values, const QStringList &names)
{
    QJsonArray parameters;
    for (qsizetype i = 0; i < values.size(); ++i) {
        QJsonObject parameter{{u"type"_s, u"text"_s}, {u"text"_s, parameterText(values[i])}};
        if (i < names.size())
            parameter.insert(u"parameter_name"_s, names[i]);
        parameters.append(parameter);
    }
    return {{u"type"_s, type}, {u"parameters"_s, parameters}};
}

} // namespace

std::optional<domain::ProviderTemplate> templateFrom(const QJsonObject &row)
{
    domain::ProviderTemplate result;
    result.id = textOf(row["id"_L1]);
    result.name = row["name"_L1].toString();
    result.language = row["language"_L1].toString();
    if (result.name.isEmpty() || result.language.isEmpty())
        return std::nullopt;
    result.category = row["category"_L1].toString();
    result.state = row["status"_L1].toString();
    if (const QString reason = row["rejected_reason"_L1].toString(); reason != "NONE"_L1)
        result.reason = reason;
    result.named = row["parameter_format"_L1].toString().compare("NAMED"_L1, Qt::CaseInsensitive) == 0;
    result.components = row;
    for (const QJsonValue &value : row["components"_L1].toArray()) {
        const QString type = value["type"_L1].toString().toUpper();
        if (type == "BODY"_L1) {
            result.body = value["text"_L1].toString();
            result.bodyParameters = placeholdersIn(result.body);
        } else if (type == "HEADER"_L1 && value["format"_L1].toString().toUpper() == "TEXT"_L1) {
            result.headerParameters = placeholdersIn(value["text"_L1].toString());
        } else if (type == "BUTTONS"_L1) {
            const QJsonArray buttons = value["buttons"_L1].toArray();
            for (int i = 0; i < buttons.size(); ++i)
                if (!placeholdersIn(buttons[i]["url"_L1].toString()).isEmpty())
                    result.buttonPositions.append(i);
        }
    }
    return result;
}

QJsonObject templateObject(const domain::TemplateUse &use)
{
    QJsonArray components;
    if (!use.headerParameters.isEmpty())
        components.append(component(u"header"_s, use.headerParameters, use.headerNames));
    if (!use.bodyParameters.isEmpty())
        components.append(component(u"body"_s, use.bodyParameters, use.bodyNames));
    for (qsizetype i = 0; i < use.buttonParameters.size(); ++i) {
        QJsonObject button = component(u"button"_s, {use.buttonParameters[i]}, {});
        button.insert(u"sub_type"_s, u"url"_s);
        button.insert(u"index"_s, QString::number(i < use.buttonPositions.size() ? use.buttonPositions[i] : i));
        components.append(button);
    }
    QJsonObject object{{u"name"_s, use.name}, {u"language"_s, QJsonObject{{u"code"_s, use.language}}}};
    if (!components.isEmpty())
        object.insert(u"components"_s, components);
    return object;
}

QString parameterText(const QString &value)
{
    static const QRegularExpression breaks(u"[\\r\\n\\t\\x{2028}\\x{2029}]+"_s);
    static const QRegularExpression manySpaces(u" {5,}"_s);
    QString text = value;
    return text.replace(breaks, u" "_s).replace(manySpaces, u"    "_s);
}

} // namespace providers::whatsappcloud

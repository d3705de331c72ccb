#include "domain/template/providertext.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QString upper(const QJsonValue &value) { return value.toString().toUpper(); }

} // namespace

ProviderText textOf(const ProviderTemplate &known)
{
    ProviderText text;
    text.body = known.body;
    for (const QJsonValue &part : known.components["components"_L1].toArray()) {
        const QString type = upper(part["type"_L1]);
        if (type == "HEADER"_L1 && upper(part["format"_L1]) == "TEXT"_L1)
            text.header = part["text"_L1].toString();
        else if (type == "FOOTER"_L1)
            text.footer = part["text"_L1].toString();
        else if (type == "BUTTONS"_L1)
            for (const QJsonValue &button : part["buttons"_L1].toArray())
                text.buttons << button["text"_L1].toString();
    }
    return text;
}

TemplateObstacle obstacleOf(const ProviderTemplate &known)
{
    if (known.state != "APPROVED"_L1)
        return TemplateObstacle::NotApproved;
    static const QStringList texts{u"HEADER"_s, u"BODY"_s, u"FOOTER"_s, u"BUTTONS"_s};
    for (const QJsonValue &part : known.components["components"_L1].toArray()) {
        const QString type = upper(part["type"_L1]);
        if (!texts.contains(type))
            return TemplateObstacle::NeedsMore;
        if (type == "HEADER"_L1 && upper(part["format"_L1]) != "TEXT"_L1)
            return upper(part["format"_L1]) == "LOCATION"_L1 ? TemplateObstacle::NeedsMore
                                                             : TemplateObstacle::NeedsMedia;
        static const QStringList needy{u"COPY_CODE"_s, u"FLOW"_s, u"CATALOG"_s, u"MPM"_s, u"SPM"_s};
        for (const QJsonValue &button : part["buttons"_L1].toArray())
            if (needy.contains(upper(button["type"_L1])))
                return TemplateObstacle::NeedsMore;
    }
    return TemplateObstacle::None;
}

QString filledText(const QString &text, const QStringList &names, const QStringList &values)
{
    static const QRegularExpression placeholder(u"\\{\\{\\s*([A-Za-z0-9_]+)\\s*\\}\\}"_s);
    QString filled;
    qsizetype from = 0;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString value = values.value(names.indexOf(match.captured(1)));
        filled += QStringView(text).sliced(from, match.capturedStart() - from);
        filled += value.isEmpty() ? match.captured() : value;
        from = match.capturedEnd();
    }
    return filled.append(QStringView(text).sliced(from));
}

ProviderText filledText(const ProviderTemplate &known, const ProviderContent &values)
{
    ProviderText text = textOf(known);
    text.header = filledText(text.header, known.headerParameters, values.header);
    text.body = filledText(text.body, known.bodyParameters, values.body);
    return text;
}

} // namespace domain

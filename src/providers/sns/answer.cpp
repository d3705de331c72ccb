#include "providers/sns/answer.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace providers::sns {

QString Answer::text(QStringView name) const
{
    for (const auto &[element, content] : texts)
        if (element == name)
            return content;
    return {};
}

QStringList Answer::allTexts(QStringView name) const
{
    QStringList found;
    for (const auto &[element, content] : texts)
        if (element == name)
            found.append(content);
    return found;
}

QString Answer::entry(QStringView key) const
{
    for (qsizetype i = 0; i + 1 < texts.size(); ++i)
        if (texts[i].first == u"key" && texts[i].second == key && texts[i + 1].first == u"value")
            return texts[i + 1].second;
    return {};
}

std::optional<Answer> answerFrom(const QByteArray &body)
{
    QXmlStreamReader reader(body);
    Answer answer;
    QString content;
    bool isLeaf = false;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            if (answer.root.isEmpty())
                answer.root = reader.name().toString();
            content.clear();
            isLeaf = true;
            break;
        case QXmlStreamReader::Characters:
            content += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            if (isLeaf)
                answer.texts.emplaceBack(reader.name().toString(), content);
            isLeaf = false;
            break;
        default:
            break;
        }
    }
    return reader.hasError() ? std::nullopt : std::optional(answer);
}

ErrorBody errorFrom(const domain::HttpResponse &response)
{
    ErrorBody error;
    if (const auto answer = answerFrom(response.body); answer && answer->root == u"ErrorResponse")
        error = {answer->text(u"Code"), answer->text(u"Message")};
    if (error.message.isEmpty())
        error.message = error.code.isEmpty() ? u"HTTP %1"_s.arg(response.status) : error.code;
    return error;
}

} // namespace providers::sns

#include "domain/provider/frappesettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

tl::unexpected<Error> wrong(const QString &reason, const QString &place)
{
    return fail(ErrorCode::InvalidInput, reason, place);
}

/// The record wherever the document has it.
QJsonObject recordIn(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array().first().toObject();
    QJsonObject object = document.object();
    for (const auto &key : {"data"_L1, "message"_L1})
        if (object[key].isObject())
            object = object[key].toObject();
    if (object["docs"_L1].isArray())
        object = object["docs"_L1].toArray().first().toObject();
    return object;
}

/// Frappe writes its check boxes as 0 and 1.
bool isChecked(const QJsonValue &value) { return value.toBool(value.toInt(value.toString().toInt()) != 0); }

bool isSecret(const QString &name, const QString &value)
{
    static const QRegularExpression secret(u"pass|^pwd$|secret|token|key|auth|^user(name)?$|^hash$|^cookie$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return !value.isEmpty() && secret.match(name).hasMatch();
}

QString literal(QString text) { return text.replace(u"{"_s, u"{{"_s).replace(u"}"_s, u"}}"_s); }

/// "Bearer abc" keeps its scheme in sight.
QString schemeOf(const QString &value)
{
    static const QRegularExpression scheme(u"^(Basic|Bearer|Token|AccessKey|App|Key|ApiKey) "_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return scheme.match(value).captured(0);
}

QString nameFor(const QString &parameter, const QHash<QString, QString> &taken)
{
    QString name;
    for (const QChar c : parameter.toLower())
        name += (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') ? c : QChar(u'_');
    while (taken.contains(name))
        name += u'_';
    return name.left(60);
}

} // namespace

Result<FrappeImport> frappeSettingsFrom(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return wrong(error.errorString(), u"offset %1"_s.arg(error.offset));
    const QJsonObject record = recordIn(document);
    const auto text = [&record](QLatin1String key) { return record[key].toString().trimmed(); };
    for (const auto &key : {"sms_gateway_url"_L1, "message_parameter"_L1, "receiver_parameter"_L1})
        if (text(key).isEmpty())
            return wrong(u"required"_s, key);
    QUrl url(text("sms_gateway_url"_L1), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith("http"_L1))
        return wrong(u"format"_s, u"sms_gateway_url"_s);

    FrappeImport made;
    const auto keep = [&made](const QString &name, const QString &value) {
        if (!isSecret(name, value))
            return literal(value);
        const QString scheme = schemeOf(value);
        const QString secret = nameFor(name, made.secrets);
        made.secrets.insert(secret, value.sliced(scheme.size()));
        made.preset.secretNames << secret;
        return literal(scheme) + u"{secret:"_s + secret + u'}';
    };
    QJsonObject headers{{u"Accept"_s, u"text/plain, text/html, */*"_s}};
    QJsonObject parameters;
    bool isJson = false;
    const QJsonArray rows = record["parameters"_L1].toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString name = rows[i]["parameter"_L1].toString().trimmed();
        const QString value = rows[i]["value"_L1].toVariant().toString();
        if (name.isEmpty())
            return wrong(u"required"_s, u"parameters[%1].parameter"_s.arg(i));
        if (!isChecked(rows[i]["header"_L1])) {
            parameters.insert(name, keep(name, value));
            continue;
        }
        const bool isType = name.compare("content-type"_L1, Qt::CaseInsensitive) == 0;
        isJson |= isType && value.trimmed().startsWith("application/json"_L1);
        headers.insert(name, keep(name, value));
    }
    // What stood in the URL's query may be a secret as well.
    const auto inUrl = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    const bool isPost = isChecked(record["use_post"_L1]);
    QString address = url.adjusted(QUrl::RemoveQuery).toString(QUrl::FullyEncoded);
    QStringList query;
    for (const auto &[name, value] : inUrl)
        query << QString::fromLatin1(QUrl::toPercentEncoding(name)) + u'=' +
                     (isSecret(name, value) ? keep(name, value)
                                            : literal(QString::fromLatin1(QUrl::toPercentEncoding(value))));
    if (!query.isEmpty())
        address += u'?' + query.join(u'&');

    made.preset.kind = u"http"_s;
    made.preset.name = url.host();
    made.preset.settings = {{u"url"_s, address},
                            {u"method"_s, isPost || isJson ? u"POST"_s : u"GET"_s},
                            {u"bodyFormat"_s, isJson   ? u"json"_s
                                              : isPost ? u"form"_s
                                                       : u"query"_s},
                            {u"receiverParameter"_s, text("receiver_parameter"_L1)},
                            {u"messageParameter"_s, text("message_parameter"_L1)},
                            {u"sender"_s, text("sms_sender_name"_L1)},
                            {u"parameters"_s, parameters},
                            {u"headers"_s, headers}};
    if (url.scheme() == u"http")
        made.warnings << u"insecure"_s;
    made.warnings << u"no_receipts"_s;
    return made;
}

} // namespace domain

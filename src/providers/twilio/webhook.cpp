#include "providers/twilio/webhook.h"

#include "providers/signing.h"
#include "providers/twilio/record.h"

#include <QMap>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace providers::twilio {

namespace {

constexpr int mostMedia = 10;

/// Names in byte order, each with its values de-duplicated and sorted.
QByteArray signedForm(const Form &form)
{
    QMap<QByteArray, QMap<QByteArray, bool>> fields;
    for (const auto &[name, text] : form)
        fields[name.toUtf8()].insert(text.toUtf8(), true);
    QByteArray out;
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        for (auto one = field->cbegin(); one != field->cend(); ++one)
            out += field.key() + one.key();
    return out;
}

/// A URL cut by hand: QUrl would normalise what has to stay as it was signed.
struct UrlParts
{
    QString scheme;    ///< with "://"
    QString authority; ///< without the port
    QString port;      ///< with ':', or empty
    QString rest;      ///< from the path on
};

std::optional<UrlParts> partsOf(const QString &url)
{
    const qsizetype scheme = url.indexOf("://"_L1);
    if (scheme < 0)
        return std::nullopt;
    const qsizetype start = scheme + 3;
    qsizetype end = start;
    while (end < url.size() && url[end] != u'/' && url[end] != u'?' && url[end] != u'#')
        ++end;
    UrlParts parts{url.first(start), url.sliced(start, end - start), {}, url.sliced(end)};
    const qsizetype host = parts.authority.lastIndexOf(u'@') + 1;
    const qsizetype bracket = parts.authority.lastIndexOf(u']'); // IPv6
    const qsizetype colon = parts.authority.lastIndexOf(u':');
    if (colon >= host && colon > bracket) {
        parts.port = parts.authority.sliced(colon);
        parts.authority.truncate(colon);
    }
    return parts;
}

/// Percent-encodes in the query what some senders leave bare.
QString withQueryReencoded(const QString &url)
{
    const qsizetype query = url.indexOf(u'?');
    if (query < 0)
        return url;
    const QByteArray kept = "!$&()*+,-./:;=?@_~%[]"_ba;
    return url.first(query + 1) + QString::fromLatin1(QUrl::toPercentEncoding(url.sliced(query + 1), kept, "'"_ba));
}

QSet<QString> variantsOf(QString url)
{
    if (const qsizetype fragment = url.indexOf(u'#'); fragment >= 0)
        url.truncate(fragment);
    QSet<QString> variants{url};
    if (const auto parts = partsOf(url)) {
        const QString defaultPort = parts->scheme.startsWith("https"_L1, Qt::CaseInsensitive) ? u":443"_s : u":80"_s;
        variants.insert(parts->scheme + parts->authority + parts->rest);
        if (parts->port.isEmpty())
            variants.insert(parts->scheme + parts->authority + defaultPort + parts->rest);
    }
    for (const QString &variant : QSet(variants))
        variants.insert(withQueryReencoded(variant));
    return variants;
}

} // namespace

bool signatureMatches(const QString &authToken, const QString &url, const Form &form, const QByteArray &body,
                      const QByteArray &signature)
{
    if (authToken.isEmpty() || signature.isEmpty())
        return false;
    const QByteArray bodyHash = QUrlQuery(QUrl(url)).queryItemValue(u"bodySHA256"_s).toLatin1().toLower();
    const bool bodyBound = !bodyHash.isEmpty() && form.isEmpty();
    if (bodyBound && !equalInConstantTime(bodyHash, sha256Hex(body)))
        return false;
    // A body that neither the form nor a hash covers is not signed at all.
    if (!bodyBound && form.isEmpty() && !body.isEmpty())
        return false;
    const QByteArray fields = signedForm(form);
    bool matched = false;
    for (const QString &variant : variantsOf(url)) {
        const QByteArray expected =
            hmac(QCryptographicHash::Sha1, authToken.toUtf8(), variant.toUtf8() + fields).toBase64();
        matched |= equalInConstantTime(expected, signature);
    }
    return matched;
}

std::optional<std::variant<domain::StatusReport, domain::InboundMessage>>
eventFromForm(const Form &form, const QString &reference, domain::Instant receivedAt)
{
    Record record;
    record.sid = value(form, u"MessageSid");
    if (!isMessageSid(record.sid))
        return std::nullopt;
    record.from = value(form, u"From");
    record.to = value(form, u"To");
    record.created = receivedAt;
    record.status = value(form, u"MessageStatus");
    if (!record.status.isEmpty() && record.status != u"received" && record.status != u"receiving") {
        record.errorCode = value(form, u"ErrorCode").toInt();
        record.errorMessage = value(form, u"ErrorMessage");
        domain::StatusReport report = statusReport(record);
        report.reference = reference;
        return report;
    }
    record.body = value(form, u"Body");
    if (record.from.isEmpty())
        return std::nullopt;
    domain::InboundMessage message = inboundMessage(record);
    const int media = std::min(value(form, u"NumMedia").toInt(), mostMedia);
    for (int i = 0; i < media; ++i)
        if (const QString url = value(form, u"MediaUrl%1"_s.arg(i)); !url.isEmpty())
            message.media.append(url);
    // With advanced opt-out the words are the account's own; then only Twilio knows what it did.
    if (const QString type = value(form, u"OptOutType"); !type.isEmpty()) {
        message.providerOptIn.reset();
        if (type == u"STOP")
            message.providerOptIn = false;
        else if (type == u"START")
            message.providerOptIn = true;
    }
    return message;
}

} // namespace providers::twilio

#include "providers/sns/sigv4.h"

#include "providers/signing.h"

#include <QDateTime>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::sigv4 {

namespace {

constexpr auto timeStampFormat = "yyyyMMdd'T'HHmmss'Z'"_L1;

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return providers::hmac(QCryptographicHash::Sha256, key, message);
}

/// Without dot segments and repeated slashes, then encoded.
QByteArray canonicalPath(const QByteArray &path)
{
    QByteArrayList kept;
    for (const QByteArray &segment : path.split('/')) {
        if (segment == "..") {
            if (!kept.isEmpty())
                kept.removeLast();
        } else if (!segment.isEmpty() && segment != ".") {
            kept.append(segment);
        }
    }
    const bool isFolder = path.endsWith('/') || path.endsWith("/.") || path.endsWith("/..");
    const QByteArray normal = '/' + kept.join('/') + (isFolder && !kept.isEmpty() ? "/" : "");
    return normal.toPercentEncoding("/");
}

/// Names and values encoded one way whatever way they came, then sorted.
QByteArray canonicalQuery(const QByteArray &query)
{
    const auto encoded = [](const QByteArray &part) {
        return QByteArray::fromPercentEncoding(part).toPercentEncoding();
    };
    QList<std::pair<QByteArray, QByteArray>> fields;
    for (const QByteArray &field : query.split('&')) {
        if (field.isEmpty())
            continue;
        const qsizetype equals = field.indexOf('=');
        fields.emplaceBack(encoded(field.first(equals < 0 ? field.size() : equals)),
                           equals < 0 ? QByteArray() : encoded(field.sliced(equals + 1)));
    }
    std::sort(fields.begin(), fields.end());
    QByteArrayList joined;
    for (const auto &[name, value] : std::as_const(fields))
        joined.append(name + '=' + value);
    return joined.join('&');
}

/// Lower-case names in order; the values of one name joined in the order in which they came.
QMap<QByteArray, QByteArray> canonicalHeaders(const domain::HttpHeaders &headers)
{
    QMap<QByteArray, QByteArray> canonical;
    for (const auto &[name, value] : headers) {
        QByteArray &all = canonical[name.toLower()];
        if (!all.isNull())
            all += ',';
        all += value.simplified();
    }
    return canonical;
}

QByteArray scopeText(const QByteArray &date, const Scope &scope)
{
    return date + '/' + scope.region + '/' + scope.service + "/aws4_request";
}

} // namespace

QByteArray timeStamp(domain::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(domain::toMillis(at), Qt::UTC).toString(timeStampFormat).toLatin1();
}

std::optional<domain::Instant> instantFromTimeStamp(const QByteArray &text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), timeStampFormat);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(domain::fromMillis(time.toMSecsSinceEpoch())) : std::nullopt;
}

QByteArray hostOf(const QByteArray &url)
{
    const qsizetype start = url.indexOf("://") + 3;
    const qsizetype end = url.indexOf('/', start);
    return url.sliced(start, (end < 0 ? url.size() : end) - start);
}

QByteArray targetOf(const QByteArray &url)
{
    const qsizetype slash = url.indexOf('/', url.indexOf("://") + 3);
    return slash < 0 ? "/"_ba : url.sliced(slash);
}

QByteArray canonicalRequest(const QByteArray &method, const QByteArray &target, const domain::HttpHeaders &headers,
                            const QByteArray &body)
{
    const qsizetype mark = target.indexOf('?');
    const QByteArray path = mark < 0 ? target : target.first(mark);
    const QByteArray query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    const auto canonical = canonicalHeaders(headers);
    QByteArray text = method + '\n' + canonicalPath(path) + '\n' + canonicalQuery(query) + '\n';
    for (auto header = canonical.cbegin(); header != canonical.cend(); ++header)
        text += header.key() + ':' + header.value() + '\n';
    return text + '\n' + canonical.keys().join(';') + '\n' + sha256Hex(body);
}

QByteArray stringToSign(const QByteArray &canonicalRequest, const QByteArray &timeStamp, const Scope &scope)
{
    return "AWS4-HMAC-SHA256\n" + timeStamp + '\n' + scopeText(timeStamp.first(8), scope) + '\n' +
           sha256Hex(canonicalRequest);
}

QByteArray signingKey(const QByteArray &secret, const QByteArray &date, const Scope &scope)
{
    QByteArray key = hmac("AWS4" + secret, date);
    for (const QByteArray &part : {scope.region, scope.service, "aws4_request"_ba})
        key = hmac(key, part);
    return key;
}

QByteArray authorization(const QByteArray &method, const QByteArray &target, const domain::HttpHeaders &headers,
                         const QByteArray &body, const Credentials &credentials, const Scope &scope)
{
    const auto canonical = canonicalHeaders(headers);
    const QByteArray time = canonical.value("x-amz-date"_ba);
    Q_ASSERT(time.size() == 16 && canonical.contains("host"_ba));
    const QByteArray date = time.first(8);
    const QByteArray text = stringToSign(canonicalRequest(method, target, headers, body), time, scope);
    return "AWS4-HMAC-SHA256 Credential=" + credentials.keyId + '/' + scopeText(date, scope) +
           ", SignedHeaders=" + canonical.keys().join(';') +
           ", Signature=" + hmac(signingKey(credentials.secret, date, scope), text).toHex();
}

} // namespace providers::sigv4

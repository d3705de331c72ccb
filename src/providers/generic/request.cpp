#include "providers/generic/request.h"

#include "providers/sns/sigv4.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace providers::generic {

namespace {

QByteArray fieldsOf(const QList<NamedTemplate> &fields, const Values &values)
{
    QByteArray out;
    for (const auto &[name, value] : fields) {
        if (value.isLeftOut(values))
            continue;
        if (!out.isEmpty())
            out += '&';
        out += QUrl::toPercentEncoding(name) + '=' + value.rendered(values, Place::Field);
    }
    return out;
}

void addQuery(QByteArray &url, const QByteArray &query)
{
    if (query.isEmpty())
        return;
    if (!url.contains('?'))
        url += '?';
    else if (!url.endsWith('?') && !url.endsWith('&'))
        url += '&';
    url += query;
}

/// Undefined: left out.
QJsonValue jsonOf(const JsonNode &node, const Values &values)
{
    switch (node.kind) {
    case JsonNode::Kind::Literal:
        return node.literal;
    case JsonNode::Kind::Text:
        return node.text.isLeftOut(values) ? QJsonValue(QJsonValue::Undefined) : node.text.json(values);
    case JsonNode::Kind::Array: {
        QJsonArray array;
        for (const auto &[name, member] : node.members)
            if (const QJsonValue value = jsonOf(member, values); !value.isUndefined())
                array.append(value);
        return array;
    }
    case JsonNode::Kind::Object: {
        QJsonObject object;
        for (const auto &[name, member] : node.members)
            if (const QJsonValue value = jsonOf(member, values); !value.isUndefined())
                object.insert(name, value);
        return object;
    }
    }
    Q_UNREACHABLE();
}

QByteArray jsonBody(const JsonNode &node, const Values &values)
{
    const QJsonValue value = jsonOf(node, values);
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

/// RFC 7578; the boundary is drawn from what it surrounds and stands nowhere in it.
QByteArray multipartBody(const QList<NamedTemplate> &fields, const Values &values, QByteArray &boundary)
{
    QList<std::pair<QByteArray, QByteArray>> parts;
    QByteArray all;
    for (const auto &[name, value] : fields) {
        if (value.isLeftOut(values))
            continue;
        QByteArray quoted = name.toUtf8();
        quoted.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        parts.append({quoted, value.rendered(values, Place::Text)});
        all += parts.last().second;
    }
    do
        boundary =
            "heliograph-" + QCryptographicHash::hash(all + boundary, QCryptographicHash::Sha256).toHex().left(32);
    while (all.contains(boundary));
    QByteArray body;
    for (const auto &[name, value] : std::as_const(parts))
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    return body + "--" + boundary + "--\r\n";
}

Place placeOf(const QByteArray &contentType)
{
    return contentType.contains("xml") ? Place::Xml : contentType.contains("urlencoded") ? Place::Url : Place::Text;
}

QCryptographicHash::Algorithm algorithmOf(Signature::Hash hash)
{
    switch (hash) {
    case Signature::Hash::HmacSha1:
        return QCryptographicHash::Sha1;
    case Signature::Hash::HmacSha256:
    case Signature::Hash::Sha256:
        return QCryptographicHash::Sha256;
    case Signature::Hash::HmacSha512:
        return QCryptographicHash::Sha512;
    case Signature::Hash::Md5:
        return QCryptographicHash::Md5;
    }
    Q_UNREACHABLE();
}

} // namespace

domain::HttpRequest requestFrom(const RequestShape &shape, const Auth &auth, const Values &values)
{
    domain::HttpRequest request;
    request.method = shape.method;
    request.timeout = shape.timeout;
    request.url = shape.url.rendered(values, Place::Url);
    addQuery(request.url, fieldsOf(shape.query, values));
    bool hasType = false;
    bool hasAccept = false;
    for (const auto &[name, value] : shape.headers) {
        if (value.isLeftOut(values))
            continue;
        request.headers.emplaceBack(name.toUtf8(), value.rendered(values, Place::Header));
        hasType |= name.compare("content-type"_L1, Qt::CaseInsensitive) == 0;
        hasAccept |= name.compare("accept"_L1, Qt::CaseInsensitive) == 0;
    }
    if (!hasAccept)
        request.headers.emplaceBack("Accept"_ba, "*/*"_ba);
    QByteArray type;
    switch (shape.body) {
    case RequestShape::Body::None:
        break;
    case RequestShape::Body::Form:
        type = "application/x-www-form-urlencoded"_ba;
        request.body = fieldsOf(shape.form, values);
        break;
    case RequestShape::Body::Json:
        type = "application/json"_ba;
        request.body = jsonBody(shape.json, values);
        break;
    case RequestShape::Body::Raw:
        type = shape.contentType;
        request.body = shape.raw.rendered(values, placeOf(shape.contentType));
        break;
    case RequestShape::Body::Multipart: {
        QByteArray boundary;
        request.body = multipartBody(shape.form, values, boundary);
        type = "multipart/form-data; boundary=" + boundary;
        break;
    }
    }
    if (!type.isEmpty() && !hasType)
        request.headers.emplaceBack("Content-Type"_ba, type);
    if (auth.type == Auth::Type::Basic)
        request.basicAuth =
            auth.user.rendered(values, Place::Header) + ':' + auth.password.rendered(values, Place::Header);
    return request;
}

void setQueryItem(QByteArray &url, const QString &name, const QString &value)
{
    const QByteArray wanted = QUrl::toPercentEncoding(name);
    const qsizetype mark = url.indexOf('?');
    QList<QByteArray> items = mark < 0 ? QList<QByteArray>{} : url.sliced(mark + 1).split('&');
    items.removeIf([&](const QByteArray &item) { return item.isEmpty() || item.startsWith(wanted + '='); });
    items << wanted + '=' + QUrl::toPercentEncoding(value);
    url = (mark < 0 ? url : url.first(mark)) + '?' + items.join('&');
}

QByteArray digest(Signature::Hash hash, bool base64, const QByteArray &key, const QByteArray &text)
{
    const QByteArray raw = hash <= Signature::Hash::HmacSha512
                               ? QMessageAuthenticationCode::hash(text, key, algorithmOf(hash))
                               : QCryptographicHash::hash(text, algorithmOf(hash));
    return base64 ? raw.toBase64() : raw.toHex();
}

void addSignature(domain::HttpRequest &request, const Signature &signature, const Values &values, domain::Instant now)
{
    const qint64 seconds = domain::toMillis(now) / 1000;
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    const QUrl url(QString::fromUtf8(request.url));
    QByteArray made;
    const Values here = [&](const QString &name) -> QString {
        if (name == u"now_unix")
            return QString::number(seconds);
        if (name == u"now_iso")
            return time.toString(Qt::ISODate);
        if (name == u"method")
            return QString::fromLatin1(request.method);
        if (name == u"url")
            return QString::fromUtf8(request.url);
        if (name == u"path")
            return url.path(QUrl::FullyEncoded);
        if (name == u"query")
            return url.query(QUrl::FullyEncoded);
        if (name == u"body")
            return QString::fromUtf8(request.body);
        if (name == u"signature")
            return QString::fromLatin1(made);
        if (name == u"nonce") // no two requests of ours have the same moment and the same reference
            return QString::fromLatin1(
                QCryptographicHash::hash(QByteArray::number(domain::toMillis(now)) + request.url + request.body,
                                         QCryptographicHash::Sha256)
                    .toHex()
                    .left(32));
        return values(name);
    };
    made = digest(signature.hash, signature.base64, signature.key.rendered(here, Place::Text),
                  signature.string.rendered(here, Place::Text));
    for (const auto &[name, value] : signature.headers)
        request.headers.emplaceBack(name.toUtf8(), value.rendered(here, Place::Header));
    addQuery(request.url, fieldsOf(signature.query, here));
}

void addAmazonSignature(domain::HttpRequest &request, const Auth &auth, const Values &values, domain::Instant now)
{
    request.headers.emplaceBack("X-Amz-Date"_ba, sigv4::timeStamp(now));
    domain::HttpHeaders signedHeaders = request.headers;
    signedHeaders.emplaceBack("Host"_ba, sigv4::hostOf(request.url));
    const sigv4::Credentials credentials{auth.user.rendered(values, Place::Header),
                                         auth.password.rendered(values, Place::Header)};
    request.headers.emplaceBack("Authorization"_ba,
                                sigv4::authorization(request.method, sigv4::targetOf(request.url), signedHeaders,
                                                     request.body, credentials, {auth.region, auth.service}));
}

} // namespace providers::generic

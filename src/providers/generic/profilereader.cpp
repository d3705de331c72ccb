#include "providers/generic/profilereader.h"

#include "providers/generic/urlrule.h"

using namespace Qt::StringLiterals;

namespace providers::generic {

namespace {

const QStringList &signingNames()
{
    static const QStringList names{u"method"_s,   u"url"_s,     u"path"_s,  u"query"_s,    u"body"_s,
                                   u"now_unix"_s, u"now_iso"_s, u"nonce"_s, u"signature"_s};
    return names;
}

/// Parameters and headers in which a secret would stand in the clear.
bool isSecretName(const QString &name)
{
    static const QRegularExpression secret(
        u"^(proxy-)?authorization\\z|^cookie\\z|pass(wd|word|phrase)?\\z|^pwd\\z|secret|token|api[-_]?key|auth[-_]?key|"
        "access[-_]?key"_s,
        QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch();
}

} // namespace

void ProfileReader::readVariables(const QJsonObject &byName)
{
    for (auto it = byName.constBegin(); it != byName.constEnd(); ++it) {
        ObjectReader variable(it->toObject(), u"settings."_s + it.key(), m_problems);
        const int type = variable.word(u"type"_s, {u"text"_s, u"number"_s, u"boolean"_s, u"url"_s, u"format"_s});
        const bool required = variable.boolean(u"required"_s, false);
        const QString otherwise = asText(variable.value(u"default"_s));
        (void)variable.text(u"help"_s);
        const QStringList choices = variable.texts(u"choices"_s);
        QString given = asText(m_settings.value(it.key()));
        if (given.isEmpty())
            given = otherwise;
        if (given.isEmpty() && required)
            m_problems.append({it.key(), u"required"_s});
        bool isNumber = true;
        if (type == 1 && !given.isEmpty())
            (void)given.toDouble(&isNumber);
        if (!isNumber || (type == 4 && !given.isEmpty() && !choices.contains(given)))
            m_problems.append({it.key(), u"format"_s});
        if (type == 3 && !given.isEmpty())
            while (given.endsWith(u'/'))
                given.chop(1);
        profile.variables.insert(it.key(), given);
    }
}

void ProfileReader::checkNames(const Template &text, const QString &place, const QStringList &names)
{
    const QStringList used = text.names();
    for (const QString &name : used) {
        const bool known = name.startsWith("secret:"_L1) ? profile.secrets.contains(name.sliced(7))
                                                         : names.contains(name) || profile.variables.contains(name);
        if (!known)
            m_problems.append({place, name.startsWith("secret:"_L1) ? u"secret"_s : u"template"_s});
    }
}

void ProfileReader::checkFields(const QList<NamedTemplate> &fields, const QString &place, const QStringList &names)
{
    for (const NamedTemplate &field : fields) {
        checkNames(field.value, place + u'.' + field.name, names);
        const bool isLiteral = field.value.names().isEmpty() && !field.value.isEmpty();
        if (isLiteral && isSecretName(field.name))
            m_problems.append({place + u'.' + field.name, u"secret"_s});
    }
}

void ProfileReader::checkHeaders(const QList<NamedTemplate> &headers, const QString &place, const QStringList &names)
{
    static const QRegularExpression token(u"^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}\\z"_s);
    static const QStringList ours{u"host"_s, u"content-length"_s, u"transfer-encoding"_s, u"connection"_s};
    checkFields(headers, place, names);
    for (const NamedTemplate &header : headers) {
        const QString at = place + u'.' + header.name;
        if (!token.match(header.name).hasMatch() || ours.contains(header.name.toLower()))
            m_problems.append({at, u"format"_s});
        const QByteArray literal = header.value.rendered([](const QString &) { return QString(); }, Place::Text);
        if (std::any_of(literal.cbegin(), literal.cend(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }))
            m_problems.append({at, u"format"_s});
        if (header.value.hasBare(u"text") || header.value.hasBare(u"subject"))
            m_problems.append({at, u"unsafe"_s}); // any character may stand in there
    }
}

JsonNode ProfileReader::jsonNode(const QJsonValue &value, const QString &place, const QStringList &names)
{
    JsonNode node;
    if (value.isString()) {
        auto text = Template::parse(value.toString());
        if (!text) {
            m_problems.append({place, u"template"_s});
            return node;
        }
        checkNames(*text, place, names);
        node.kind = JsonNode::Kind::Text;
        node.text = *std::move(text);
    } else if (value.isArray()) {
        node.kind = JsonNode::Kind::Array;
        int index = 0;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &one : array)
            node.members.emplace_back(QString(), jsonNode(one, u"%1[%2]"_s.arg(place).arg(index++), names));
    } else if (value.isObject()) {
        node.kind = JsonNode::Kind::Object;
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            if (isSecretName(it.key()) && it->isString() && !it->toString().isEmpty() && !it->toString().contains(u'{'))
                m_problems.append({place + u'.' + it.key(), u"secret"_s});
            node.members.emplace_back(it.key(), jsonNode(*it, place + u'.' + it.key(), names));
        }
    } else {
        node.literal = value;
    }
    return node;
}

RequestShape ProfileReader::request(const QJsonObject &json, const QString &place, QStringList names)
{
    static const QStringList methods{u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s};
    ObjectReader from(json, place, m_problems);
    RequestShape shape;
    const bool hasBody = from.has(u"form"_s) || from.has(u"json"_s) || from.has(u"raw"_s) || from.has(u"multipart"_s);
    shape.method = methods.value(from.has(u"method"_s) ? from.word(u"method"_s, methods) : hasBody ? 1 : 0).toLatin1();

    QString url = from.text(u"url"_s);
    if (url.isEmpty())
        from.problem(u"url"_s, u"required"_s);
    // A variable at the beginning is where the gateway is: put in as it stands, then judged like any other URL.
    for (auto it = profile.variables.cbegin(); it != profile.variables.cend(); ++it)
        if (const QString start = u'{' + it.key() + u'}'; url.startsWith(start) && !it->isEmpty())
            url = QString(*it).replace(u"{"_s, u"{{"_s).replace(u"}"_s, u"}}"_s) + url.sliced(start.size());
    if (auto parsed = Template::parse(url)) {
        shape.url = *std::move(parsed);
        checkNames(shape.url, from.at(u"url"_s), names);
        const QString problem =
            url.isEmpty() ? QString() : urlProblem(shape.url, m_settings[u"allowPlainHttp"].toBool());
        if (!problem.isEmpty())
            from.problem(u"url"_s, problem);
        static const QRegularExpression item(u"[?&]([^=&{}]+)=[^&{}]+(?=&|\\z)"_s);
        for (auto it = item.globalMatch(url); it.hasNext();)
            if (isSecretName(it.next().captured(1)))
                from.problem(u"url"_s, u"secret"_s);
    } else {
        from.problem(u"url"_s, u"template"_s);
    }
    shape.query = from.templates(u"query"_s);
    checkFields(shape.query, from.at(u"query"_s), names);
    shape.headers = from.templates(u"headers"_s);
    checkHeaders(shape.headers, from.at(u"headers"_s), names);
    int bodies = 0;
    if (from.has(u"form"_s) || from.has(u"multipart"_s)) {
        const bool isForm = from.has(u"form"_s);
        const QString key = isForm ? u"form"_s : u"multipart"_s;
        shape.body = isForm ? RequestShape::Body::Form : RequestShape::Body::Multipart;
        shape.form = from.templates(key);
        checkFields(shape.form, from.at(key), names);
        bodies += from.has(u"form"_s) && from.has(u"multipart"_s) ? 2 : 1;
    }
    if (from.has(u"json"_s)) {
        shape.body = RequestShape::Body::Json;
        shape.json = jsonNode(from.value(u"json"_s), from.at(u"json"_s), names);
        ++bodies;
    }
    if (from.has(u"raw"_s)) {
        shape.body = RequestShape::Body::Raw;
        shape.raw = from.textTemplate(u"raw"_s);
        checkNames(shape.raw, from.at(u"raw"_s), names);
        const QString type = from.text(u"content_type"_s, u"text/plain; charset=utf-8"_s);
        static const QRegularExpression media(
            u"^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+( *; *[A-Za-z0-9_-]+=[^\\x00-\\x1f]+)*\\z"_s);
        if (!media.match(type).hasMatch())
            from.problem(u"content_type"_s, u"format"_s);
        shape.contentType = type.toUtf8();
        ++bodies;
    }
    if (bodies > 1 || (bodies == 1 && shape.method == "GET"))
        m_problems.append({place, u"body"_s});
    shape.timeout = domain::Millis{from.number(u"timeout_ms"_s, 30'000, 1'000, 120'000)};
    (void)from.number(u"max_redirects"_s, 0, 0, 0); // a redirect would carry the secrets elsewhere
    return shape;
}

void ProfileReader::readAuth(const QJsonObject &json)
{
    if (json.isEmpty())
        return;
    ObjectReader from(json, u"auth"_s, m_problems);
    const int type = from.word(u"type"_s, {u"none"_s, u"basic"_s, u"signature"_s, u"sigv4"_s});
    if (type == 1 || type == 3) {
        profile.auth.type = type == 1 ? Auth::Type::Basic : Auth::Type::Amazon;
        profile.auth.user = from.textTemplate(u"user"_s);
        profile.auth.password = from.textTemplate(u"password"_s);
        checkNames(profile.auth.user, u"auth.user"_s, {});
        checkNames(profile.auth.password, u"auth.password"_s, {});
        if (profile.auth.password.names().isEmpty())
            from.problem(u"password"_s, u"secret"_s);
        for (const auto &[key, field] :
             {std::pair{u"region"_s, &profile.auth.region}, std::pair{u"service"_s, &profile.auth.service}}) {
            if (type != 3)
                continue;
            *field = from.text(key).toLatin1();
            if (field->isEmpty())
                from.problem(key, u"required"_s);
        }
    } else if (type == 2) {
        profile.auth.type = Auth::Type::Signed;
        Signature &s = profile.auth.signature;
        s.hash = Signature::Hash(
            from.word(u"hash"_s, {u"hmac_sha1"_s, u"hmac_sha256"_s, u"hmac_sha512"_s, u"md5"_s, u"sha256"_s}));
        s.base64 = from.word(u"encoding"_s, {u"hex"_s, u"base64"_s}) == 1;
        s.key = from.textTemplate(u"key"_s);
        s.string = from.textTemplate(u"string"_s);
        s.headers = from.templates(u"headers"_s);
        s.query = from.templates(u"query"_s);
        const bool isKeyed = s.hash <= Signature::Hash::HmacSha512;
        if (isKeyed && s.key.names().isEmpty())
            from.problem(u"key"_s, u"secret"_s);
        checkNames(s.key, u"auth.key"_s, {});
        checkNames(s.string, u"auth.string"_s, signingNames());
        checkHeaders(s.headers, u"auth.headers"_s, signingNames());
        checkFields(s.query, u"auth.query"_s, signingNames());
    }
}

void ProfileReader::read(const QJsonObject &json)
{
    ObjectReader from(json, {}, m_problems);
    profile.name = from.text(u"name"_s);
    (void)from.number(u"version"_s, 1, 1, 1);
    const QStringList words = from.has(u"channel"_s) ? from.texts(u"channel"_s) : QStringList{u"sms"_s};
    for (const QString &word : words) {
        if (const auto channel = domain::channelFromText(word))
            profile.channels << *channel;
        else
            from.problem(u"channel"_s, u"format"_s);
    }
    profile.secrets = from.texts(u"secrets"_s);
    readVariables(from.object(u"settings"_s));
    const QJsonObject send = from.object(u"send"_s);
    if (send.isEmpty())
        from.problem(u"send"_s, u"required"_s);
    // One request for the only channel, or one for each under its name.
    for (const domain::Channel channel : std::as_const(profile.channels)) {
        const QString name = domain::toText(channel);
        if (send.value(name).isObject())
            profile.sends.insert(channel, request(send.value(name).toObject(), u"send."_s + name, messageNames()));
        else if (!send.isEmpty())
            profile.sends.insert(channel, request(send, u"send"_s, messageNames()));
    }
    readAuth(from.object(u"auth"_s));
    readSuccess(from.objects(u"success"_s));
    readExtract(from.object(u"extract"_s));
    readFailures(from.objects(u"errors"_s));
    readStatusMap(from.object(u"status_map"_s));
    readPoll(from.object(u"poll"_s));
    readReconcile(from.value(u"reconcile"_s));
    readWebhook(from.object(u"webhook"_s));
    readBalance(from.object(u"balance"_s));
    if (from.has(u"test"_s))
        profile.test = request(from.object(u"test"_s), u"test"_s, {});
    ObjectReader limits(from.object(u"limits"_s), u"limits"_s, m_problems);
    profile.mostPerSecond = static_cast<int>(limits.number(u"rate_per_s"_s, 0, 1, 10'000));
    profile.mostInFlight = static_cast<int>(limits.number(u"concurrency"_s, 0, 1, 5'000));
    profile.mostSegments = static_cast<int>(limits.number(u"max_segments"_s, 0, 1, 10));
}

const QStringList &messageNames()
{
    static const QStringList names{
        u"to_e164"_s,    u"to_digits"_s,     u"to_national"_s, u"from"_s,         u"text"_s,     u"subject"_s, u"ref"_s,
        u"message_id"_s, u"text_ucs2_hex"_s, u"attempt_id"_s,  u"callback_url"_s, u"segments"_s, u"encoding"_s};
    return names;
}

ReadProfile readProfile(const QJsonObject &json, const QJsonObject &settings)
{
    ReadProfile read;
    ProfileReader reader(settings, read.problems);
    reader.read(json);
    read.profile = std::move(reader.profile);
    return read;
}

} // namespace providers::generic

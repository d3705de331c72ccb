#include "providers/generic/settings.h"

#include "providers/generic/generic.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace providers::generic {

using domain::ConfigProblem;
using domain::ProviderField;

namespace {

using Type = ProviderField::Type;

QList<ProviderField> fields()
{
    return {
        {u"channel"_s, Type::Choice, false, false, u"sms"_s, {}, {u"sms"_s, u"whatsapp"_s, u"email"_s}},
        {u"url"_s, Type::Url, false, false, {}, u"https://sms.example.net/v1/send"_s},
        {u"method"_s, Type::Choice, false, false, u"POST"_s, {}, {u"POST"_s, u"GET"_s, u"PUT"_s}},
        {u"bodyFormat"_s,
         Type::Choice,
         false,
         false,
         u"form"_s,
         {},
         {u"form"_s, u"query"_s, u"json"_s, u"raw"_s, u"multipart"_s}},
        {u"receiverParameter"_s, Type::Text, false, false, u"to"_s, u"to"_s},
        {u"numberFormat"_s, Type::Choice, false, false, u"e164"_s, {}, {u"e164"_s, u"digits"_s, u"national"_s}},
        {u"messageParameter"_s, Type::Text, false, false, u"text"_s, u"text"_s},
        {u"sender"_s, Type::Text, false, false, {}, u"ACME"_s},
        {u"senderParameter"_s, Type::Text, false, false, {}, u"from"_s},
        {u"auth"_s, Type::Choice, false, false, u"none"_s, {}, {u"none"_s, u"basic"_s, u"bearer"_s, u"header"_s}},
        {u"authUser"_s, Type::Text, false, false, {}, {}},
        {u"authHeader"_s, Type::Text, false, false, {}, u"X-Api-Key"_s},
        {u"secret"_s, Type::Secret, false, false, {}, {}},
        {u"parameters"_s, Type::NameValue, false, false, {}, u"apikey: {secret:secret}"_s},
        {u"headers"_s, Type::NameValue, false, true, {}, u"X-Client: {ref}"_s},
        {u"bodyTemplate"_s, Type::LongText, false, true, {}, u"{\"to\": \"{to_e164}\", \"text\": \"{text}\"}"_s},
        {u"contentType"_s, Type::Text, false, true, {}, u"text/xml; charset=utf-8"_s},
        {u"idPath"_s, Type::Text, false, false, {}, u"$.id"_s},
        {u"successPath"_s, Type::Text, false, true, {}, u"$.status"_s},
        {u"successValues"_s, Type::Text, false, true, {}, u"queued, accepted"_s},
        {u"successPattern"_s, Type::Text, false, true, {}, u"^0: Accepted"_s},
        {u"errorCodePath"_s, Type::Text, false, true, {}, u"$.error.code"_s},
        {u"errorTextPath"_s, Type::Text, false, true, {}, u"$.error.message"_s},
        {u"errorWords"_s, Type::NameValue, false, true, {}, u"1051: opted_out"_s},
        {u"statusUrl"_s, Type::Url, false, true, {}, u"https://sms.example.net/v1/messages/{provider_id}"_s},
        {u"statusPath"_s, Type::Text, false, true, {}, u"$.status"_s},
        {u"statusWords"_s, Type::NameValue, false, true, {}, u"dlvrd: delivered"_s},
        {u"balanceUrl"_s, Type::Url, false, true, {}, u"https://sms.example.net/v1/balance"_s},
        {u"balancePath"_s, Type::Text, false, true, {}, u"$.balance"_s},
        {u"balanceCurrency"_s, Type::Text, false, true, {}, u"EUR"_s},
        {u"webhookUrl"_s, Type::Url, false, true, {}, {}},
        {u"allowPlainHttp"_s, Type::Boolean, false, true, {}, {}},
        {u"profile"_s, Type::LongText, false, true, {}, {}},
    };
}

/// What stands in a field, or at first in it.
QString fieldText(const QJsonObject &settings, const QString &key)
{
    static const QList<ProviderField> all = fields();
    const QString given = asText(settings.value(key)).trimmed();
    if (!given.isEmpty())
        return given;
    const auto it =
        std::find_if(all.cbegin(), all.cend(), [&key](const ProviderField &field) { return field.key == key; });
    return it == all.cend() ? QString() : it->initial;
}

/// Names and values as the window and the command line give them; numbers count as texts.
QJsonObject namesAndValues(const QJsonObject &settings, const QString &key, QList<ConfigProblem> &problems)
{
    const QJsonValue given = settings.value(key);
    if (!given.isUndefined() && !given.isObject())
        problems.append({key, u"format"_s});
    return given.toObject();
}

/// "429" under "http:", a pattern under "text:", else the gateway's own code.
QJsonArray errorRules(const QJsonObject &words)
{
    QJsonArray rules;
    for (auto it = words.constBegin(); it != words.constEnd(); ++it) {
        QJsonObject rule{{u"class"_s, *it}};
        if (it.key().startsWith("http:"_L1))
            rule.insert(u"http"_s, it.key().sliced(5));
        else if (it.key().startsWith("text:"_L1))
            rule.insert(u"text"_s, it.key().sliced(5));
        else
            rule.insert(u"code"_s, it.key());
        rules.append(rule);
    }
    return rules;
}

void setBody(QJsonObject &send, const QJsonObject &settings, const QJsonObject &parameters,
             QList<ConfigProblem> &problems)
{
    const QString format = fieldText(settings, u"bodyFormat"_s);
    const QString body = fieldText(settings, u"bodyTemplate"_s);
    if (format == u"raw") {
        send.insert(u"raw"_s, body);
        send.insert(u"query"_s, parameters);
        if (const QString type = fieldText(settings, u"contentType"_s); !type.isEmpty())
            send.insert(u"content_type"_s, type);
        if (body.isEmpty())
            problems.append({u"bodyTemplate"_s, u"required"_s});
        return;
    }
    if (format != u"json" || body.isEmpty()) {
        send.insert(format, parameters);
        return;
    }
    // A template is JSON itself, so that a value can only ever fill a text of it.
    const QJsonDocument json = QJsonDocument::fromJson(body.toUtf8());
    if (json.isObject())
        send.insert(u"json"_s, json.object());
    else if (json.isArray())
        send.insert(u"json"_s, json.array());
    else
        problems.append({u"bodyTemplate"_s, u"format"_s});
}

ConfigProblem inFields(const FieldProfile &made, const ConfigProblem &problem)
{
    for (const auto &[place, field] : made.fieldOf)
        if (problem.field.startsWith(place))
            return {field, problem.reason};
    return problem;
}

struct AccountProfile
{
    Profile profile;
    QList<ConfigProblem> problems;
};

AccountProfile accountProfile(const QJsonObject &settings)
{
    if (const QString text = settings.value("profile"_L1).toString().trimmed(); !text.isEmpty()) {
        const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
        if (!json.isObject())
            return {{}, {{u"profile"_s, u"format"_s}}};
        ReadProfile read = readProfile(json.object(), settings);
        for (ConfigProblem &problem : read.problems)
            if (!read.profile.variables.contains(problem.field))
                problem.field.prepend("profile."_L1);
        return {std::move(read.profile), std::move(read.problems)};
    }
    const FieldProfile made = profileFromFields(settings);
    ReadProfile read = readProfile(made.profile, settings);
    QList<ConfigProblem> problems = made.problems;
    for (const ConfigProblem &problem : std::as_const(read.problems))
        problems << inFields(made, problem);
    return {std::move(read.profile), problems};
}

std::unique_ptr<domain::Provider> makeGeneric(const domain::ProviderConfig &config)
{
    return std::make_unique<Generic>(accountProfile(config.settings).profile, config);
}

} // namespace

QStringList secretNamesIn(const QJsonValue &value)
{
    static const QRegularExpression name(u"\\{secret:([A-Za-z0-9_.-]{1,64})"_s);
    QStringList names;
    const auto add = [&names](const QStringList &more) {
        for (const QString &one : more)
            if (!names.contains(one))
                names << one;
    };
    if (value.isString()) {
        auto it = name.globalMatch(value.toString());
        while (it.hasNext())
            add({it.next().captured(1)});
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &one : array)
            add(secretNamesIn(one));
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &one : object)
            add(secretNamesIn(one));
    }
    return names;
}

FieldProfile profileFromFields(const QJsonObject &settings)
{
    FieldProfile made;
    const auto field = [&settings](const QString &key) { return fieldText(settings, key); };
    static const QHash<QString, QString> numbers{
        {u"e164"_s, u"{to_e164}"_s}, {u"digits"_s, u"{to_digits}"_s}, {u"national"_s, u"{to_national}"_s}};
    for (const QString &key : {u"numberFormat"_s, u"bodyFormat"_s, u"auth"_s}) {
        const QList<ProviderField> all = fields();
        for (const ProviderField &one : all)
            if (one.key == key && !one.choices.contains(field(key)))
                made.problems.append({key, u"format"_s});
    }
    if (!made.problems.isEmpty())
        return made;

    QJsonObject parameters = namesAndValues(settings, u"parameters"_s, made.problems);
    QJsonObject headers = namesAndValues(settings, u"headers"_s, made.problems);
    const bool hasTemplate = !field(u"bodyTemplate"_s).isEmpty();
    if (!hasTemplate) {
        parameters.insert(field(u"receiverParameter"_s), numbers.value(field(u"numberFormat"_s)));
        parameters.insert(field(u"messageParameter"_s), u"{text}"_s);
        if (!field(u"senderParameter"_s).isEmpty())
            parameters.insert(field(u"senderParameter"_s), u"{from?}"_s);
    }
    const QString auth = field(u"auth"_s);
    QJsonObject &profile = made.profile;
    if (auth == u"basic") {
        profile.insert(
            u"auth"_s,
            QJsonObject{{u"type"_s, auth}, {u"user"_s, u"{authUser}"_s}, {u"password"_s, u"{secret:secret}"_s}});
        if (field(u"authUser"_s).isEmpty())
            made.problems.append({u"authUser"_s, u"required"_s});
    } else if (auth == u"bearer") {
        headers.insert(u"Authorization"_s, u"Bearer {secret:secret}"_s);
    } else if (auth == u"header") {
        headers.insert(field(u"authHeader"_s), u"{secret:secret}"_s);
        if (field(u"authHeader"_s).isEmpty())
            made.problems.append({u"authHeader"_s, u"required"_s});
    }
    QJsonObject send{{u"url"_s, field(u"url"_s)}, {u"method"_s, field(u"method"_s)}, {u"headers"_s, headers}};
    setBody(send, settings, parameters, made.problems);
    profile.insert(u"channel"_s, field(u"channel"_s));
    profile.insert(u"settings"_s, QJsonObject{{u"sender"_s, QJsonObject{}}, {u"authUser"_s, QJsonObject{}}});
    profile.insert(u"send"_s, send);

    QJsonObject success{{u"http"_s, u"2xx"_s}};
    if (const QString path = field(u"successPath"_s); !path.isEmpty()) {
        QJsonArray values;
        const QStringList words = field(u"successValues"_s).split(u',', Qt::SkipEmptyParts);
        for (const QString &word : words)
            values << word.trimmed();
        success.insert(u"json"_s, QJsonObject{{path, values}});
    }
    if (const QString pattern = field(u"successPattern"_s); !pattern.isEmpty())
        success.insert(u"regex"_s, pattern);
    profile.insert(u"success"_s, QJsonArray{success});

    QJsonObject extract;
    for (const auto &[key, name] : {std::pair{u"idPath"_s, u"id"_s}, std::pair{u"errorCodePath"_s, u"error_code"_s},
                                    std::pair{u"errorTextPath"_s, u"error_text"_s}})
        if (!field(key).isEmpty())
            extract.insert(name, field(key));
    profile.insert(u"extract"_s, extract);
    profile.insert(u"errors"_s, errorRules(namesAndValues(settings, u"errorWords"_s, made.problems)));
    profile.insert(u"status_map"_s, namesAndValues(settings, u"statusWords"_s, made.problems));
    // Whoever may send may ask: the same headers.
    if (const QString url = field(u"statusUrl"_s); !url.isEmpty())
        profile.insert(u"poll"_s, QJsonObject{{u"one"_s, QJsonObject{{u"url"_s, url}, {u"headers"_s, headers}}},
                                              {u"status"_s, field(u"statusPath"_s)}});
    if (const QString url = field(u"balanceUrl"_s); !url.isEmpty())
        profile.insert(u"balance"_s, QJsonObject{{u"url"_s, url},
                                                 {u"headers"_s, headers},
                                                 {u"amount"_s, field(u"balancePath"_s)},
                                                 {u"currency"_s, u'=' + field(u"balanceCurrency"_s)}});
    profile.insert(u"secrets"_s, QJsonArray::fromStringList(secretNamesIn(profile)));

    made.fieldOf = {{u"send.url"_s, u"url"_s},
                    {u"send.method"_s, u"method"_s},
                    {u"send.headers"_s, u"headers"_s},
                    {u"send.raw"_s, u"bodyTemplate"_s},
                    {u"send.content_type"_s, u"contentType"_s},
                    {u"send.json"_s, hasTemplate ? u"bodyTemplate"_s : u"parameters"_s},
                    {u"send."_s, u"parameters"_s},
                    {u"send"_s, u"bodyFormat"_s},
                    {u"success[0].regex"_s, u"successPattern"_s},
                    {u"success"_s, u"successPath"_s},
                    {u"extract.id"_s, u"idPath"_s},
                    {u"extract.error_code"_s, u"errorCodePath"_s},
                    {u"extract.error_text"_s, u"errorTextPath"_s},
                    {u"errors"_s, u"errorWords"_s},
                    {u"status_map"_s, u"statusWords"_s},
                    {u"poll.status"_s, u"statusPath"_s},
                    {u"poll"_s, u"statusUrl"_s},
                    {u"balance.amount"_s, u"balancePath"_s},
                    {u"balance.currency"_s, u"balanceCurrency"_s},
                    {u"balance"_s, u"balanceUrl"_s},
                    {u"auth"_s, u"auth"_s}};
    return made;
}

QList<ConfigProblem> problems(const domain::ProviderConfig &config)
{
    AccountProfile account = accountProfile(config.settings);
    for (const QString &name : std::as_const(account.profile.secrets))
        if (config.secrets.value(name).isEmpty())
            account.problems.append({name, u"required"_s});
    return account.problems;
}

const Registration &registration()
{
    static const Registration made{{u"http"_s,
                                    u"HTTP gateway"_s,
                                    {domain::Channel::Sms, domain::Channel::WhatsApp, domain::Channel::Email},
                                    fields(),
                                    5,
                                    4},
                                   problems,
                                   makeGeneric};
    return made;
}

} // namespace providers::generic

#pragma once

#include "providers/factory.h"

#include <QJsonArray>
#include <QJsonDocument>

// The gateways of generic_http.md, section 5, as accounts of the kind "http", and answers as they would give them.

namespace fixture {

using namespace Qt::StringLiterals;
using namespace domain;

inline ProviderConfig gateway(const QJsonObject &settings, const QHash<QString, QString> &secrets = {})
{
    ProviderConfig config;
    config.kind = u"http"_s;
    config.settings = settings;
    config.secrets = secrets;
    return config;
}

inline ProviderConfig profiled(const QByteArray &profile, const QHash<QString, QString> &secrets = {},
                               QJsonObject settings = {})
{
    settings.insert(u"profile"_s, QString::fromUtf8(profile));
    return gateway(settings, secrets);
}

inline QString problemsOf(const ProviderConfig &config)
{
    QStringList all;
    const auto found = providers::Factory().problems(config);
    for (const ConfigProblem &problem : found)
        all << problem.field + u": "_s + problem.reason;
    return all.join(u"; ");
}

/// Null where the configuration has problems; they are printed.
inline std::unique_ptr<Provider> made(const ProviderConfig &config)
{
    if (const QString problems = problemsOf(config); !problems.isEmpty())
        qWarning("%s", qPrintable(problems));
    auto provider = providers::Factory().make(config);
    return provider ? *std::move(provider) : nullptr;
}

inline HttpResponse answered(int status, const QByteArray &body, const QByteArray &tag = {})
{
    HttpResponse response;
    response.reached = Reached::ResponseComplete;
    response.status = status;
    response.body = body;
    response.tag = tag;
    return response;
}

inline HttpResponse broken(Reached reached)
{
    HttpResponse response;
    response.reached = reached;
    response.error = u"broke off"_s;
    return response;
}

inline SendRequest greeting(const QString &body = u"Grüße & <Dank> \"50 %\""_s)
{
    SendRequest message;
    message.reference = u"01JD0000000000000000000042"_s;
    message.message = MessageId{42};
    message.to = u"+442079460958"_s;
    message.body = body;
    return message;
}

inline QByteArray headerOf(const HttpRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

inline const QByteArray composedExample = R"({"name":"Example Gateway","channel":"sms",
 "settings":{"sender":{"type":"text","required":true}},"secrets":["api_key"],
 "send":{"method":"POST","url":"https://sms.example.net/v1/send","headers":{"Authorization":"Bearer {secret:api_key}"},
   "json":{"to":"{to_e164}","from":"{sender}","text":"{text}","client_id":"{attempt_id}","dlr":"{callback_url?}"},"timeout_ms":20000},
 "success":[{"http":"2xx","json":{"$.status":["queued","accepted"]}}],
 "extract":{"id":"$.id","price":"$.cost.amount","currency":"$.cost.currency","error_code":"$.error.code","error_text":"$.error.message"},
 "errors":[{"http":[429],"class":"throttled"},{"code":["OPTOUT","1051"],"class":"opted_out"},{"code":["BADNUM"],"class":"permanent_recipient"}],
 "status_map":{"queued":"submitted","sent":"sent","dlvrd":"delivered","undeliv":"failed","expired":"expired"},
 "poll":{"one":{"method":"GET","url":"https://sms.example.net/v1/messages/{provider_id}"},"status":"$.status","min_interval_s":60,"give_up_after_h":72},
 "reconcile":{"by_ref":{"method":"GET","url":"https://sms.example.net/v1/messages?client_id={attempt_id}","items":"$.items[*]","id":"$.id"}},
 "limits":{"rate_per_s":5,"concurrency":2,"max_segments":6}})";

inline ProviderConfig example(QJsonObject settings = {{u"sender"_s, u"ACME"_s}})
{
    return profiled(composedExample, {{u"api_key"_s, u"k3y"_s}}, std::move(settings));
}

} // namespace fixture

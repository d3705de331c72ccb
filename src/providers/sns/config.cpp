#include "providers/baseurl.h"
#include "providers/sns/sns.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace providers::sns {

namespace {

bool matches(const QString &text, const QRegularExpression &pattern) { return pattern.match(text).hasMatch(); }

} // namespace

bool isSenderId(const QString &text)
{
    static const QRegularExpression pattern(u"^(?=.*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9-]{1,9})[A-Za-z0-9]\\z"_s);
    return matches(text, pattern);
}

bool isOriginationNumber(const QString &text)
{
    static const QRegularExpression pattern(u"^\\+?[0-9]{5,14}\\z"_s);
    return matches(text, pattern);
}

QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config)
{
    static const QRegularExpression region(u"^[a-z]{2}(-[a-z]+){1,3}-[0-9]\\z"_s);
    static const QRegularExpression keyId(u"^[A-Za-z0-9_]{11,128}\\z"_s);
    static const QRegularExpression price(u"^[0-9]{1,4}(\\.[0-9]{1,5})?\\z"_s);
    static const QRegularExpression dltId(u"^[A-Za-z0-9-]{1,50}\\z"_s);
    const auto setting = [&config](QLatin1String key) { return config.settings.value(key).toString(); };

    QList<domain::ConfigProblem> found;
    const auto require = [&](QLatin1String key, bool good) {
        if (setting(key).isEmpty())
            found.append({key, u"required"_s});
        else if (!good)
            found.append({key, u"format"_s});
    };
    const auto requireFormat = [&](QLatin1String key, bool good) {
        if (!setting(key).isEmpty() && !good)
            found.append({key, u"format"_s});
    };
    require("region"_L1, matches(setting("region"_L1), region));
    require("accessKeyId"_L1, matches(setting("accessKeyId"_L1), keyId));
    if (config.secrets.value(u"secretAccessKey"_s).isEmpty())
        found.append({u"secretAccessKey"_s, u"required"_s});
    requireFormat("senderId"_L1, isSenderId(setting("senderId"_L1)));
    requireFormat("originationNumber"_L1, isOriginationNumber(setting("originationNumber"_L1)));
    requireFormat("maxPrice"_L1, matches(setting("maxPrice"_L1), price));
    requireFormat("entityId"_L1, matches(setting("entityId"_L1), dltId));
    requireFormat("templateId"_L1, matches(setting("templateId"_L1), dltId));
    if (const QString url = setting("baseUrl"_L1); !url.isEmpty())
        if (const QString problem = baseUrlProblem(url); !problem.isEmpty())
            found.append({u"baseUrl"_s, problem});
    return found;
}

const Registration &registration()
{
    using Type = domain::ProviderField::Type;
    static const Registration sns{
        {u"sns"_s,
         u"Amazon SNS"_s,
         {domain::Channel::Sms},
         {{.key = u"region"_s, .required = true, .initial = {}, .example = u"eu-west-1"_s},
          {.key = u"accessKeyId"_s, .required = true, .initial = {}, .example = u"AKIAIOSFODNN7EXAMPLE"_s},
          {.key = u"secretAccessKey"_s, .type = Type::Secret, .required = true, .initial = {}, .example = {}},
          {.key = u"senderId"_s, .initial = {}, .example = u"ACME"_s},
          {.key = u"originationNumber"_s, .initial = {}, .example = u"+12025550143"_s},
          {.key = u"maxPrice"_s, .initial = {}, .example = u"0.05"_s},
          {.key = u"sessionToken"_s, .type = Type::Secret, .advanced = true, .initial = {}, .example = {}},
          {.key = u"firehoseKey"_s, .type = Type::Secret, .advanced = true, .initial = {}, .example = {}},
          {.key = u"entityId"_s, .advanced = true, .initial = {}, .example = u"1001234567890123456"_s},
          {.key = u"templateId"_s, .advanced = true, .initial = {}, .example = u"1007123456789012345"_s},
          {.key = u"baseUrl"_s,
           .type = Type::Url,
           .advanced = true,
           .initial = {},
           .example = u"https://sns.eu-west-1.amazonaws.com"_s}},
         20, // what SNS delivers in a second by default (sns.md, section 5)
         32},
        problems,
        [](const domain::ProviderConfig &config) -> std::unique_ptr<domain::Provider> {
            return std::make_unique<Sns>(config);
        }};
    return sns;
}

} // namespace providers::sns

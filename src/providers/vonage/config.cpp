#include "providers/checks.h"
#include "providers/encoding.h"
#include "providers/vonage/signature.h"
#include "providers/vonage/vonage.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace providers::vonage {

QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config)
{
    static const QRegularExpression key(u"^[0-9a-zA-Z]{8}\\z"_s);
    static const QRegularExpression number(u"^\\+?[1-9][0-9]{2,14}\\z"_s); // short codes are numbers here
    QList<domain::ConfigProblem> found;
    addCommonProblems(found, config, registration().kind);
    const QString apiKey = config.settings.value("apiKey"_L1).toString();
    if (!apiKey.isEmpty() && !key.match(apiKey).hasMatch())
        found.append({u"apiKey"_s, u"format"_s});
    const QString from = config.settings.value("from"_L1).toString();
    if (!from.isEmpty() && !number.match(from).hasMatch() && !isSenderName(from))
        found.append({u"from"_s, u"format"_s});
    if (config.settings.value("signRequests"_L1).toVariant().toBool() &&
        config.secrets.value(u"signatureSecret"_s).isEmpty())
        found.append({u"signatureSecret"_s, u"required"_s});
    return found;
}

const Registration &registration()
{
    using Type = domain::ProviderField::Type;
    static const Registration vonage{
        {u"vonage"_s,
         u"Vonage"_s,
         {domain::Channel::Sms},
         {{.key = u"apiKey"_s, .required = true, .initial = {}, .example = u"abcd1234"_s},
          {.key = u"apiSecret"_s, .type = Type::Secret, .required = true, .initial = {}, .example = {}},
          {.key = u"from"_s, .required = true, .initial = {}, .example = u"+12025550143"_s},
          {.key = u"signatureSecret"_s, .type = Type::Secret, .advanced = true, .initial = {}, .example = {}},
          {.key = u"signatureMethod"_s,
           .type = Type::Choice,
           .advanced = true,
           .initial = u"sha256"_s,
           .example = {},
           .choices = signatureMethods()},
          {.key = u"signRequests"_s, .type = Type::Boolean, .advanced = true, .initial = {}, .example = {}},
          {.key = u"webhookUrl"_s,
           .type = Type::Url,
           .advanced = true,
           .initial = {},
           .example = u"https://hooks.example.net/vonage"_s},
          {.key = u"baseUrl"_s,
           .type = Type::Url,
           .advanced = true,
           .initial = u"https://rest.nexmo.com"_s,
           .example = {}},
          {.key = u"reportsUrl"_s,
           .type = Type::Url,
           .advanced = true,
           .initial = u"https://api.nexmo.com"_s,
           .example = {}}}},
        problems,
        [](const domain::ProviderConfig &config) -> std::unique_ptr<domain::Provider> {
            return std::make_unique<Vonage>(config);
        }};
    return vonage;
}

} // namespace providers::vonage

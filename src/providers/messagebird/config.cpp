#include "providers/checks.h"
#include "providers/encoding.h"
#include "providers/messagebird/messagebird.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace providers::messagebird {

QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config)
{
    static const QRegularExpression key(u"^[A-Za-z0-9_-]{8,128}\\z"_s);
    static const QRegularExpression number(u"^\\+?[1-9][0-9]{2,16}\\z"_s); // short codes are numbers here
    QList<domain::ConfigProblem> found;
    addCommonProblems(found, config, registration().kind);
    const QString from = config.settings.value("from"_L1).toString();
    if (!from.isEmpty() && !number.match(from).hasMatch() && !isSenderName(from, u"&.-_"))
        found.append({u"from"_s, u"format"_s});
    const QString accessKey = config.secrets.value(u"accessKey"_s);
    if (!accessKey.isEmpty() && !key.match(accessKey).hasMatch())
        found.append({u"accessKey"_s, u"format"_s});
    return found;
}

const Registration &registration()
{
    using Type = domain::ProviderField::Type;
    static const Registration messagebird{
        {u"messagebird"_s,
         u"MessageBird"_s,
         {domain::Channel::Sms},
         {{.key = u"accessKey"_s, .type = Type::Secret, .required = true, .initial = {}, .example = {}},
          {.key = u"from"_s, .required = true, .initial = {}, .example = u"+31612345678"_s},
          {.key = u"signingKey"_s, .type = Type::Secret, .advanced = true, .initial = {}, .example = {}},
          {.key = u"webhookUrl"_s,
           .type = Type::Url,
           .advanced = true,
           .initial = {},
           .example = u"https://hooks.example.net/messagebird"_s},
          {.key = u"baseUrl"_s,
           .type = Type::Url,
           .advanced = true,
           .initial = u"https://rest.messagebird.com"_s,
           .example = {}}}},
        problems,
        [](const domain::ProviderConfig &config) -> std::unique_ptr<domain::Provider> {
            return std::make_unique<MessageBird>(config);
        }};
    return messagebird;
}

} // namespace providers::messagebird

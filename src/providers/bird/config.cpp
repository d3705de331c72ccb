#include "providers/bird/bird.h"
#include "providers/checks.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace providers::bird {

QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config)
{
    static const QRegularExpression key(u"^bk_[a-z0-9]+_[A-Za-z0-9_-]+\\z"_s);
    QList<domain::ConfigProblem> found;
    addCommonProblems(found, config, registration().kind);
    const auto requireFormat = [&found](const QString &field, const QString &text, bool good) {
        if (!text.isEmpty() && !good)
            found.append({field, u"format"_s});
    };
    const QString apiKey = config.secrets.value(u"apiKey"_s);
    requireFormat(u"apiKey"_s, apiKey, key.match(apiKey).hasMatch());
    const QString from = config.settings.value("from"_L1).toString();
    requireFormat(u"from"_s, from, isNumber(from) || isShortCode(from) || isSenderName(from, u"-_"));
    const QString secret = config.secrets.value(u"webhookSecret"_s);
    requireFormat(u"webhookSecret"_s, secret, !webhookKey(secret).isEmpty());
    return found;
}

const Registration &registration()
{
    using Type = domain::ProviderField::Type;
    static const Registration bird{
        {u"bird"_s,
         u"Bird"_s,
         {domain::Channel::Sms},
         {{.key = u"apiKey"_s, .type = Type::Secret, .required = true, .initial = {}, .example = {}},
          {.key = u"from"_s, .required = true, .initial = {}, .example = u"+12025550143"_s},
          {.key = u"webhookSecret"_s, .type = Type::Secret, .advanced = true, .initial = {}, .example = {}},
          {.key = u"baseUrl"_s,
           .type = Type::Url,
           .advanced = true,
           .initial = {},
           .example = u"https://eu1.platform.bird.com"_s}}},
        problems,
        [](const domain::ProviderConfig &config) -> std::unique_ptr<domain::Provider> {
            return std::make_unique<Bird>(config);
        }};
    return bird;
}

} // namespace providers::bird

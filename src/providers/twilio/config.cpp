#include "providers/checks.h"
#include "providers/twilio/twilio.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace providers::twilio {

namespace {

bool matches(const QString &text, const QRegularExpression &pattern) { return pattern.match(text).hasMatch(); }

} // namespace

QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config)
{
    static const QRegularExpression accountSid(u"^AC[0-9a-fA-F]{32}\\z"_s);
    static const QRegularExpression serviceSid(u"^MG[0-9a-fA-F]{32}\\z"_s);
    static const QRegularExpression keySid(u"^SK[0-9a-fA-F]{32}\\z"_s);
    const auto setting = [&config](QLatin1String key) { return config.settings.value(key).toString(); };

    QList<domain::ConfigProblem> found;
    const auto requireFormat = [&](QLatin1String key, bool good) {
        if (!setting(key).isEmpty() && !good)
            found.append({key, u"format"_s});
    };
    addCommonProblems(found, config, registration().kind);
    requireFormat("accountSid"_L1, matches(setting("accountSid"_L1), accountSid));
    if (setting("from"_L1).isEmpty() && setting("messagingServiceSid"_L1).isEmpty() &&
        setting("whatsAppFrom"_L1).isEmpty())
        found.append({u"from"_s, u"required"_s});
    const QString from = setting("from"_L1);
    requireFormat("from"_L1, isNumber(from) || isShortCode(from) || isSenderName(from, u"&+_-"));
    requireFormat("whatsAppFrom"_L1, isNumber(setting("whatsAppFrom"_L1)));
    requireFormat("messagingServiceSid"_L1, matches(setting("messagingServiceSid"_L1), serviceSid));
    requireFormat("apiKeySid"_L1, matches(setting("apiKeySid"_L1), keySid));
    const QString secret = setting("apiKeySid"_L1).isEmpty() ? u"authToken"_s : u"apiKeySecret"_s;
    if (config.secrets.value(secret).isEmpty())
        found.append({secret, u"required"_s});
    return found;
}

const Registration &registration()
{
    using Type = domain::ProviderField::Type;
    static const Registration twilio{
        {u"twilio"_s,
         u"Twilio"_s,
         {domain::Channel::Sms, domain::Channel::WhatsApp},
         {{.key = u"accountSid"_s, .required = true, .initial = {}, .example = u"AC0123456789abcdef0123456789abcdef"_s},
          {.key = u"authToken"_s, .type = Type::Secret, .initial = {}, .example = {}},
          {.key = u"from"_s, .initial = {}, .example = u"+12025550143"_s},
          {.key = u"messagingServiceSid"_s, .initial = {}, .example = u"MG0123456789abcdef0123456789abcdef"_s},
          {.key = u"whatsAppFrom"_s, .initial = {}, .example = u"+14155238886"_s},
          {.key = u"apiKeySid"_s, .advanced = true, .initial = {}, .example = u"SK0123456789abcdef0123456789abcdef"_s},
          {.key = u"apiKeySecret"_s, .type = Type::Secret, .advanced = true, .initial = {}, .example = {}},
          {.key = u"webhookUrl"_s,
           .type = Type::Url,
           .advanced = true,
           .initial = {},
           .example = u"https://hooks.example.net/twilio"_s},
          {.key = u"baseUrl"_s,
           .type = Type::Url,
           .advanced = true,
           .initial = u"https://api.twilio.com"_s,
           .example = {}}},
         10,
         16,
         domain::BeyondWindow::NamedTemplate},
        problems,
        [](const domain::ProviderConfig &config) -> std::unique_ptr<domain::Provider> {
            return std::make_unique<Twilio>(config);
        }};
    return twilio;
}

} // namespace providers::twilio

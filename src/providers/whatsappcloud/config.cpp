#include "providers/baseurl.h"
#include "providers/whatsappcloud/whatsappcloud.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace providers::whatsappcloud {

QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config)
{
    static const QRegularExpression id(u"^[0-9]{5,20}\\z"_s);
    static const QRegularExpression version(u"^v[0-9]{1,3}\\.[0-9]\\z"_s);
    const auto setting = [&config](QLatin1String key) { return config.settings.value(key).toString(); };

    QList<domain::ConfigProblem> found;
    for (const auto key : {"phoneNumberId"_L1, "wabaId"_L1}) {
        if (setting(key).isEmpty())
            found.append({key, u"required"_s});
        else if (!id.match(setting(key)).hasMatch())
            found.append({key, u"format"_s});
    }
    if (config.secrets.value(u"accessToken"_s).isEmpty())
        found.append({u"accessToken"_s, u"required"_s});
    // A webhook needs both: one to be let in by Meta, the other to know Meta by.
    const bool hasSecret = !config.secrets.value(u"appSecret"_s).isEmpty();
    const bool hasToken = !config.secrets.value(u"verifyToken"_s).isEmpty();
    if (hasSecret != hasToken)
        found.append({hasSecret ? u"verifyToken"_s : u"appSecret"_s, u"required"_s});
    if (!setting("apiVersion"_L1).isEmpty() && !version.match(setting("apiVersion"_L1)).hasMatch())
        found.append({u"apiVersion"_s, u"format"_s});
    if (const QString url = setting("baseUrl"_L1); !url.isEmpty())
        if (const QString problem = baseUrlProblem(url); !problem.isEmpty())
            found.append({u"baseUrl"_s, problem});
    return found;
}

const Registration &registration()
{
    using Type = domain::ProviderField::Type;
    static const Registration whatsapp{
        {u"whatsapp_cloud"_s,
         u"WhatsApp Cloud"_s,
         {domain::Channel::WhatsApp},
         {{.key = u"phoneNumberId"_s, .required = true, .initial = {}, .example = u"106540352242922"_s},
          {.key = u"wabaId"_s, .required = true, .initial = {}, .example = u"102290129340398"_s},
          {.key = u"accessToken"_s, .type = Type::Secret, .required = true, .initial = {}, .example = {}},
          {.key = u"appSecret"_s, .type = Type::Secret, .initial = {}, .example = {}},
          {.key = u"verifyToken"_s, .type = Type::Secret, .initial = {}, .example = {}},
          {.key = u"apiVersion"_s, .advanced = true, .initial = u"v25.0"_s, .example = {}},
          {.key = u"baseUrl"_s,
           .type = Type::Url,
           .advanced = true,
           .initial = u"https://graph.facebook.com"_s,
           .example = {}}},
         80, // a number's throughput at first (whatsapp_cloud.md, section 6)
         64,
         domain::BeyondWindow::ListedTemplate},
        problems,
        [](const domain::ProviderConfig &config) -> std::unique_ptr<domain::Provider> {
            return std::make_unique<WhatsAppCloud>(config);
        }};
    return whatsapp;
}

} // namespace providers::whatsappcloud

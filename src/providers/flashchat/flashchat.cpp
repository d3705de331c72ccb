#include "providers/flashchat/flashchat.h"

#include "providers/checks.h"
#include "providers/exchange.h"
#include "providers/generic/answers.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace providers::flashchat {

namespace {

using Type = domain::ProviderField::Type;

generic::Profile read(const QJsonObject &profile, const QJsonObject &settings)
{
    return generic::readProfile(profile, settings).profile;
}

std::unique_ptr<domain::Provider> makeFlashChat(const domain::ProviderConfig &config)
{
    return std::make_unique<FlashChat>(config);
}

} // namespace

FlashChat::FlashChat(const domain::ProviderConfig &config)
    : Generic(read(profileFor(config.settings), config.settings), config),
      m_code(read(codeProfile(config.settings), config.settings)),
      m_codeCheck(read(codeCheckProfile(config.settings), config.settings))
{}

domain::HttpRequest FlashChat::sendRequest(const domain::SendRequest &message) const
{
    if (!message.codeValidity)
        return Generic::sendRequest(message);
    const auto channel = m_code.sends.contains(message.channel) ? message.channel : domain::Channel::Sms;
    return request(m_code.sends.value(channel), {{u"to_e164"_s, message.to},
                                                 {u"text"_s, message.body},
                                                 {u"expire"_s, QString::number(message.codeValidity->count())}});
}

domain::Outcome FlashChat::outcome(const domain::SendRequest &message, const domain::HttpResponse &response) const
{
    return message.codeValidity ? generic::outcomeOf(m_code, response) : Generic::outcome(message, response);
}

domain::Evidence FlashChat::evidence(const domain::Doubt &doubt, const std::vector<domain::HttpResponse> &pages,
                                     const QSet<QString> &boundIds) const
{
    if (doubt.body.contains(domain::codePlace))
        return domain::Inconclusive{u"the order of a one-time code cannot be found again"_s};
    return Generic::evidence(doubt, pages, boundIds);
}

domain::HttpRequest FlashChat::codeCheckRequest(const QString &code) const
{
    return request(m_codeCheck.sends.value(domain::Channel::Sms), {{u"text"_s, code}});
}

domain::Result<bool> FlashChat::codeChecked(const domain::HttpResponse &response) const
{
    if (response.reached != domain::Reached::ResponseComplete)
        return domain::fail(domain::ErrorCode::Network, response.error);
    const QJsonObject body = objectIn(response.body);
    for (const QJsonValue &valid : {body[u"valid"], body[u"data"][u"valid"]})
        if (valid.isBool())
            return valid.toBool();
    const QString status = textOf(body[u"status"]);
    if (response.status == 200 && status == u"200")
        return true;
    // The product's own word for 'that is not the code'; a refusal of the credentials is another thing.
    if (status == u"400" || status == u"404")
        return false;
    return domain::fail(domain::ErrorCode::Provider,
                        u"HTTP %1: %2"_s.arg(response.status).arg(body[u"message"].toString()));
}

const Registration &registration()
{
    static const Registration made{
        {u"flashchat"_s,
         u"FlashChat"_s,
         {domain::Channel::Sms, domain::Channel::WhatsApp},
         {
             {u"secret"_s, Type::Secret, true, false, {}, {}},
             {u"interface"_s, Type::Choice, false, false, u"zender"_s, {}, {u"zender"_s, u"app"_s}},
             {u"mode"_s, Type::Choice, false, false, u"devices"_s, {}, {u"devices"_s, u"credits"_s}},
             {u"device"_s, Type::Text, false, false, {}, u"00000000-0000-0000-d57d-f30cb6a89289"_s},
             {u"sim"_s, Type::Choice, false, false, u"1"_s, {}, {u"1"_s, u"2"_s}},
             {u"gateway"_s, Type::Text, false, false, {}, u"3"_s},
             {u"account"_s, Type::Text, false, false, {}, {}},
             {u"webhookSignature"_s,
              Type::Choice,
              false,
              true,
              u"none"_s,
              {},
              {u"none"_s, u"field"_s, u"hex"_s, u"base64"_s}},
             {u"webhookSecret"_s, Type::Secret, false, true, {}, {}},
             {u"baseUrl"_s, Type::Url, false, true, u"https://flashchat.xyz/api"_s, {}},
             {u"profile"_s, Type::LongText, false, true, {}, {}},
         },
         1, // a telephone's own speed
         2},
        problems,
        makeFlashChat};
    return made;
}

QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config)
{
    QList<domain::ConfigProblem> found;
    addCommonProblems(found, config, registration().kind);
    const QString own = config.settings[u"profile"].toString().trimmed();
    if (!own.isEmpty() && !QJsonDocument::fromJson(own.toUtf8()).isObject())
        found.append({u"profile"_s, u"format"_s});
    if (!found.isEmpty())
        return found;
    const QJsonObject profile = profileFor(config.settings);
    if (profile[u"send"].toObject().isEmpty()) {
        const bool isByCredits = config.settings[u"mode"].toString() == u"credits";
        return {{isByCredits ? u"gateway"_s : u"device"_s, u"required"_s}};
    }
    const generic::ReadProfile read = generic::readProfile(profile, config.settings);
    for (domain::ConfigProblem problem : read.problems) {
        if (!read.profile.variables.contains(problem.field))
            problem.field.prepend("profile."_L1);
        found.append(problem);
    }
    for (const QString &name : read.profile.secrets)
        if (config.secrets.value(name).isEmpty() && name != u"secret")
            found.append({name, u"required"_s});
    return found;
}

} // namespace providers::flashchat

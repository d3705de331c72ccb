#pragma once

#include "providers/generic/generic.h"

namespace providers::flashchat {

/// A one-time code that FlashChat itself makes, sends and checks.
struct CodeOrder
{
    domain::Channel channel = domain::Channel::Sms;
    QString to;   ///< E.164
    QString text; ///< with {{otp}} where the code is to stand
    std::chrono::seconds validity{300};
};

/// FlashChat (flashchat.md): two guesses at its interface as profiles of the generic gateway, "zender" and "app", both
/// of which a person may replace by a profile of their own. Texts go without { | }, which the product would take for
/// a choice of texts.
/// settings: interface, baseUrl, mode, device, gateway, sim, account, webhookSignature, profile. secrets: secret,
/// webhookSecret.
class FlashChat : public generic::Generic
{
public:
    /// `config` has no problems().
    explicit FlashChat(const domain::ProviderConfig &config);

    [[nodiscard]] domain::HttpRequest codeRequest(const CodeOrder &order) const;
    /// As for a message; the id names the order.
    [[nodiscard]] domain::Outcome codeOutcome(const domain::HttpResponse &response) const;
    [[nodiscard]] domain::HttpRequest codeCheckRequest(const QString &code) const;
    /// Whether the code was the one. Network or Provider where the answer says neither.
    [[nodiscard]] domain::Result<bool> codeChecked(const domain::HttpResponse &response) const;

private:
    generic::Profile m_code;
    generic::Profile m_codeCheck;
};

[[nodiscard]] const Registration &registration();
[[nodiscard]] QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config);

/// The profile an account works by; for a person to start from when writing their own.
[[nodiscard]] QJsonObject profileFor(const QJsonObject &settings);
[[nodiscard]] QJsonObject codeProfile(const QJsonObject &settings);
[[nodiscard]] QJsonObject codeCheckProfile(const QJsonObject &settings);

} // namespace providers::flashchat

#pragma once

#include "providers/generic/generic.h"

namespace providers::flashchat {

/// FlashChat (flashchat.md): two guesses at its interface as profiles of the generic gateway, "zender" and "app", both
/// of which a person may replace by a profile of their own. Texts go without { | }, which the product would take for
/// a choice of texts.
/// settings: interface, baseUrl, mode, device, gateway, sim, account, webhookSignature, profile. secrets: secret,
/// webhookSecret.
class FlashChat : public generic::Generic, public domain::CodeTranslator
{
public:
    /// `config` has no problems().
    explicit FlashChat(const domain::ProviderConfig &config);

    [[nodiscard]] const domain::CodeTranslator *codes() const override { return this; }

    /// An order for a one-time code goes another way than a message; the id names the order.
    [[nodiscard]] domain::HttpRequest sendRequest(const domain::SendRequest &message) const override;
    [[nodiscard]] domain::Outcome outcome(const domain::SendRequest &message,
                                          const domain::HttpResponse &response) const override;
    /// The lists show a code's text with the code in it: an order that is in doubt cannot be found there.
    [[nodiscard]] domain::Evidence evidence(const domain::Doubt &doubt, const std::vector<domain::HttpResponse> &pages,
                                            const QSet<QString> &boundIds) const override;

    [[nodiscard]] domain::HttpRequest codeCheckRequest(const QString &code) const override;
    [[nodiscard]] domain::Result<bool> codeChecked(const domain::HttpResponse &response) const override;
    /// Both interfaces ask for the code alone.
    [[nodiscard]] bool checksWhose() const override { return false; }

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

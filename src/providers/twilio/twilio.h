#pragma once

#include "providers/registration.h"

namespace providers::twilio {

/// Twilio for SMS and WhatsApp (twilio.md).
/// settings: accountSid; from and/or messagingServiceSid; whatsAppFrom; baseUrl (default https://api.twilio.com);
/// apiKeySid; webhookUrl. secrets: authToken, or with apiKeySid apiKeySecret.
class Twilio : public domain::Provider
{
public:
    /// `config` must have no problems().
    explicit Twilio(const domain::ProviderConfig &config);

    [[nodiscard]] domain::ProviderCapabilities capabilities() const override;

    [[nodiscard]] domain::HttpRequest sendRequest(const domain::SendRequest &message) const override;
    [[nodiscard]] domain::Outcome outcome(const domain::SendRequest &message,
                                          const domain::HttpResponse &response) const override;

    [[nodiscard]] domain::HttpRequest statusRequest(const QString &providerMessageId) const override;
    /// NotFound where Twilio has no such message, Network where no whole answer came, Provider otherwise.
    [[nodiscard]] domain::Result<domain::StatusReport> status(const domain::HttpResponse &response) const override;

    /// Without a date filter: DateSent hides what was never sent (twilio.md, section 7).
    [[nodiscard]] domain::HttpRequest listRequest(domain::Instant since) const override;
    [[nodiscard]] domain::Result<domain::ListPage> listPage(const domain::HttpResponse &response,
                                                            domain::Instant since) const override;

    [[nodiscard]] domain::Instant doubtSince(const domain::Doubt &doubt) const override;
    [[nodiscard]] domain::HttpRequest doubtRequest(const domain::Doubt &doubt) const override;
    [[nodiscard]] domain::Evidence evidence(const domain::Doubt &doubt, const std::vector<domain::HttpResponse> &pages,
                                            const QSet<QString> &boundIds) const override;

    /// The account, then its balance (which sub-accounts do not have).
    [[nodiscard]] std::vector<domain::HttpRequest> testRequests() const override;
    [[nodiscard]] domain::ConnectionReport
    testReport(const std::vector<domain::HttpResponse> &responses) const override;

    /// With the auth token alone: replays are harmless, as every event is idempotent.
    [[nodiscard]] domain::Result<void> verifyWebhook(const domain::WebhookRequest &request,
                                                     domain::Instant now) const override;
    [[nodiscard]] domain::Result<domain::WebhookEvents> webhook(const domain::WebhookRequest &request,
                                                                domain::Instant now) const override;

private:
    [[nodiscard]] domain::HttpRequest get(const QByteArray &url) const;

    QByteArray m_host;    ///< scheme://host[:port]
    QByteArray m_account; ///< m_host/2010-04-01/Accounts/AC…
    QByteArray m_basicAuth;
    QString m_authToken; ///< signs webhooks; empty where only an API key is known
    QString m_from;
    QString m_messagingServiceSid;
    QString m_whatsAppFrom; ///< E.164; empty: no WhatsApp
    QString m_webhookUrl;   ///< public; statuses are sent there, with our reference in the query
};

[[nodiscard]] const Registration &registration();
[[nodiscard]] QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config);

} // namespace providers::twilio

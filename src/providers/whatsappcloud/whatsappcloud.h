#pragma once

#include "providers/registration.h"

namespace providers::whatsappcloud {

/// WhatsApp through Meta's Cloud API (whatsapp_cloud.md). Who has not written within 24 hours can be sent an approved
/// template alone; what became of a message is told by webhook and cannot be asked, so that a doubt stays one until a
/// webhook or a person settles it.
/// settings: phoneNumberId, wabaId; apiVersion (v25.0), baseUrl (https://graph.facebook.com).
/// secrets: accessToken; appSecret and verifyToken for the webhook.
class WhatsAppCloud : public domain::Provider
{
public:
    /// `config` must have no problems().
    explicit WhatsAppCloud(const domain::ProviderConfig &config);

    [[nodiscard]] domain::ProviderCapabilities capabilities() const override;

    [[nodiscard]] domain::HttpRequest sendRequest(const domain::SendRequest &message) const override;
    [[nodiscard]] domain::Outcome outcome(const domain::SendRequest &message,
                                          const domain::HttpResponse &response) const override;

    // None of these is offered; see capabilities().
    [[nodiscard]] domain::HttpRequest statusRequest(const QString &providerMessageId) const override;
    [[nodiscard]] domain::Result<domain::StatusReport> status(const domain::HttpResponse &response) const override;
    [[nodiscard]] domain::HttpRequest listRequest(domain::Instant since) const override;
    [[nodiscard]] domain::Result<domain::ListPage> listPage(const domain::HttpResponse &response,
                                                            domain::Instant since) const override;
    [[nodiscard]] domain::Instant doubtSince(const domain::Doubt &doubt) const override;
    [[nodiscard]] domain::HttpRequest doubtRequest(const domain::Doubt &doubt) const override;
    [[nodiscard]] domain::Evidence evidence(const domain::Doubt &doubt, const std::vector<domain::HttpResponse> &pages,
                                            const QSet<QString> &boundIds) const override;

    /// The number with its quality and limits, then one template of the business account: each id has to be right.
    [[nodiscard]] std::vector<domain::HttpRequest> testRequests() const override;
    [[nodiscard]] domain::ConnectionReport
    testReport(const std::vector<domain::HttpResponse> &responses) const override;

    /// The handshake by its verify token, an event by its signature under the app's secret.
    [[nodiscard]] domain::Result<void> verifyWebhook(const domain::WebhookRequest &request,
                                                     domain::Instant now) const override;
    [[nodiscard]] domain::Result<domain::WebhookEvents> webhook(const domain::WebhookRequest &request,
                                                                domain::Instant now) const override;

    [[nodiscard]] domain::HttpRequest templatesRequest() const override;
    [[nodiscard]] domain::Result<domain::TemplatePage>
    templatesPage(const domain::HttpResponse &response) const override;

private:
    [[nodiscard]] domain::HttpRequest get(const QByteArray &url) const;

    QByteArray m_host;
    QByteArray m_api; ///< m_host/v25.0
    QString m_phoneNumberId;
    QString m_wabaId;
    QByteArray m_accessToken;
    QByteArray m_appSecret;
    QString m_verifyToken;
};

[[nodiscard]] QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config);
[[nodiscard]] const Registration &registration();

} // namespace providers::whatsappcloud

#pragma once

#include "providers/registration.h"

namespace providers::vonage {

/// Vonage's SMS API, with the Reports API for what became of messages (vonage.md).
/// settings: apiKey; from; signatureMethod; signRequests; webhookUrl; baseUrl; reportsUrl.
/// secrets: apiSecret; signatureSecret for webhooks and for an account that requires signed requests.
class Vonage : public domain::Provider
{
public:
    /// `config` must have no problems().
    explicit Vonage(const domain::ProviderConfig &config);

    [[nodiscard]] domain::ProviderCapabilities capabilities() const override;

    /// Signs a send where the account requires it.
    void sign(domain::HttpRequest &request, domain::Instant now) const override;

    /// The reference goes along with the number of parts (domain/message/parts.h), each of which has its own receipt.
    [[nodiscard]] domain::HttpRequest sendRequest(const domain::SendRequest &message) const override;
    /// HTTP 200 says nothing: each part has a status of its own. A message of which some parts were refused is
    /// accepted and has failed, and is never sent again.
    [[nodiscard]] domain::Outcome outcome(const domain::SendRequest &message,
                                          const domain::HttpResponse &response) const override;

    [[nodiscard]] domain::HttpRequest statusRequest(const QString &providerMessageId) const override;
    [[nodiscard]] domain::Result<domain::StatusReport> status(const domain::HttpResponse &response) const override;

    /// Days of at most 24 hours from `since` until the answer's own time, inbound first, then outbound.
    [[nodiscard]] domain::HttpRequest listRequest(domain::Instant since) const override;
    [[nodiscard]] domain::Result<domain::ListPage> listPage(const domain::HttpResponse &response,
                                                            domain::Instant since) const override;

    [[nodiscard]] domain::Instant doubtSince(const domain::Doubt &doubt) const override;
    [[nodiscard]] domain::HttpRequest doubtRequest(const domain::Doubt &doubt) const override;
    /// By our reference, which is exact. Absence counts from a quarter of an hour on: records come late.
    [[nodiscard]] domain::Evidence evidence(const domain::Doubt &doubt, const std::vector<domain::HttpResponse> &pages,
                                            const QSet<QString> &boundIds) const override;

    /// The balance.
    [[nodiscard]] std::vector<domain::HttpRequest> testRequests() const override;
    [[nodiscard]] domain::ConnectionReport
    testReport(const std::vector<domain::HttpResponse> &responses) const override;

    [[nodiscard]] domain::Result<void> verifyWebhook(const domain::WebhookRequest &request,
                                                     domain::Instant now) const override;
    [[nodiscard]] domain::Result<domain::WebhookEvents> webhook(const domain::WebhookRequest &request,
                                                                domain::Instant now) const override;

private:
    [[nodiscard]] domain::HttpRequest reports(const QByteArray &query) const;
    [[nodiscard]] domain::HttpRequest window(bool inbound, domain::Instant from) const;

    QByteArray m_host;
    QByteArray m_reportsHost;
    QString m_apiKey;
    QString m_apiSecret;
    QByteArray m_signatureSecret;
    QString m_signatureMethod;
    QString m_from;
    QString m_webhookUrl;
    bool m_signsRequests = false;
};

[[nodiscard]] const Registration &registration();
[[nodiscard]] QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config);

} // namespace providers::vonage

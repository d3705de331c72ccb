#pragma once

#include "providers/registration.h"

namespace providers::messagebird {

/// MessageBird's older interface at rest.messagebird.com, for SMS (messagebird.md, A).
/// settings: from; baseUrl; webhookUrl. secrets: accessKey; signingKey for webhooks.
class MessageBird : public domain::Provider
{
public:
    /// `config` must have no problems().
    explicit MessageBird(const domain::ProviderConfig &config);

    [[nodiscard]] domain::ProviderCapabilities capabilities() const override;

    /// To one recipient, so that there is one id, one price and one status.
    [[nodiscard]] domain::HttpRequest sendRequest(const domain::SendRequest &message) const override;
    [[nodiscard]] domain::Outcome outcome(const domain::SendRequest &message,
                                          const domain::HttpResponse &response) const override;

    [[nodiscard]] domain::HttpRequest statusRequest(const QString &providerMessageId) const override;
    [[nodiscard]] domain::Result<domain::StatusReport> status(const domain::HttpResponse &response) const override;

    /// The whole list, newest first, in both directions: filters by time or recipient are not documented for sure,
    /// and one that is ignored or misread would hide what is looked for.
    [[nodiscard]] domain::HttpRequest listRequest(domain::Instant since) const override;
    [[nodiscard]] domain::Result<domain::ListPage> listPage(const domain::HttpResponse &response,
                                                            domain::Instant since) const override;

    [[nodiscard]] domain::Instant doubtSince(const domain::Doubt &doubt) const override;
    [[nodiscard]] domain::HttpRequest doubtRequest(const domain::Doubt &doubt) const override;
    /// By our reference, which is exact.
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
    [[nodiscard]] domain::HttpRequest get(const QByteArray &path) const;
    [[nodiscard]] domain::HttpRequest page(qint64 offset) const;

    QByteArray m_host;
    QByteArray m_authorization;
    QByteArray m_signingKey;
    QString m_from;
    QString m_webhookUrl;
};

[[nodiscard]] const Registration &registration();
[[nodiscard]] QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config);

} // namespace providers::messagebird

#pragma once

#include "providers/registration.h"

namespace providers::bird {

/// Bird, MessageBird's successor, for SMS (messagebird.md, B).
/// settings: from; baseUrl (default: of the key's region); secrets: apiKey; webhookSecret.
class Bird : public domain::Provider
{
public:
    /// `config` must have no problems().
    explicit Bird(const domain::ProviderConfig &config);

    [[nodiscard]] domain::ProviderCapabilities capabilities() const override;

    /// With the reference as Idempotency-Key: however often it arrived, it is sent once.
    [[nodiscard]] domain::HttpRequest sendRequest(const domain::SendRequest &message) const override;
    [[nodiscard]] domain::Outcome outcome(const domain::SendRequest &message,
                                          const domain::HttpResponse &response) const override;

    [[nodiscard]] domain::HttpRequest statusRequest(const QString &providerMessageId) const override;
    [[nodiscard]] domain::Result<domain::StatusReport> status(const domain::HttpResponse &response) const override;

    [[nodiscard]] domain::HttpRequest listRequest(domain::Instant since) const override;
    [[nodiscard]] domain::Result<domain::ListPage> listPage(const domain::HttpResponse &response,
                                                            domain::Instant since) const override;

    [[nodiscard]] domain::Instant doubtSince(const domain::Doubt &doubt) const override;
    [[nodiscard]] domain::HttpRequest doubtRequest(const domain::Doubt &doubt) const override;
    /// By our reference in the message's metadata, which is exact.
    [[nodiscard]] domain::Evidence evidence(const domain::Doubt &doubt, const std::vector<domain::HttpResponse> &pages,
                                            const QSet<QString> &boundIds) const override;

    /// One row of the list: there is no balance to ask for.
    [[nodiscard]] std::vector<domain::HttpRequest> testRequests() const override;
    [[nodiscard]] domain::ConnectionReport
    testReport(const std::vector<domain::HttpResponse> &responses) const override;

    /// Standard Webhooks: at most five minutes from `now`, any of the signatures named.
    [[nodiscard]] domain::Result<void> verifyWebhook(const domain::WebhookRequest &request,
                                                     domain::Instant now) const override;
    [[nodiscard]] domain::Result<domain::WebhookEvents> webhook(const domain::WebhookRequest &request,
                                                                domain::Instant now) const override;

    /// The suppressions of this account's own sender; those of others stop nothing here.
    [[nodiscard]] domain::HttpRequest optOutsRequest() const override;
    [[nodiscard]] domain::Result<domain::OptOutPage> optOutsPage(const domain::HttpResponse &response) const override;

private:
    [[nodiscard]] domain::HttpRequest get(const QByteArray &url) const;

    QByteArray m_host;
    QByteArray m_messages; ///< m_host/v1/sms/messages
    QByteArray m_authorization;
    QByteArray m_webhookKey; ///< decoded
    QString m_from;
};

/// "v1," and the signature of a webhook's parts, for one who knows the decoded key.
[[nodiscard]] QByteArray webhookSignature(const QByteArray &key, const QByteArray &id, const QByteArray &timestamp,
                                          const QByteArray &body);
/// The key in "whsec_…", with or without that beginning; empty where it is no base64.
[[nodiscard]] QByteArray webhookKey(const QString &secret);

[[nodiscard]] const Registration &registration();
[[nodiscard]] QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config);

} // namespace providers::bird

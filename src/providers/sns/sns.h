#pragma once

#include "providers/encoding.h"
#include "providers/registration.h"
#include "providers/sns/sigv4.h"

namespace providers::sns {

/// Amazon SNS for SMS by direct publish (sns.md). Amazon can be asked of no message what became of it, and keeps no
/// list of them: accepted is all there is to know unless a delivery stream brings the log's records here, and a doubt
/// stays one until a person decides. What it does keep is the list of numbers that opted out, to which a publish is
/// accepted all the same. settings: region, accessKeyId; senderId, originationNumber, maxPrice (USD a message),
/// entityId, templateId (India); baseUrl (default https://sns.REGION.amazonaws.com). secrets: secretAccessKey;
/// sessionToken; firehoseKey, with which a stream of Amazon Data Firehose comes.
class Sns : public domain::Provider
{
public:
    /// `config` must have no problems().
    explicit Sns(const domain::ProviderConfig &config);

    [[nodiscard]] domain::ProviderCapabilities capabilities() const override;
    void sign(domain::HttpRequest &request, domain::Instant now) const override;

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

    /// The account's SMS settings, then the first page of its opt-outs: the rights a campaign needs besides Publish.
    [[nodiscard]] std::vector<domain::HttpRequest> testRequests() const override;
    [[nodiscard]] domain::ConnectionReport
    testReport(const std::vector<domain::HttpResponse> &responses) const override;

    [[nodiscard]] domain::HttpRequest optOutsRequest() const override;
    [[nodiscard]] domain::Result<domain::OptOutPage> optOutsPage(const domain::HttpResponse &response) const override;

    [[nodiscard]] domain::Result<void> verifyWebhook(const domain::WebhookRequest &request,
                                                     domain::Instant now) const override;
    [[nodiscard]] domain::Result<domain::WebhookEvents> webhook(const domain::WebhookRequest &request,
                                                                domain::Instant now) const override;

private:
    [[nodiscard]] domain::HttpRequest ask(const QString &action, const Form &parameters = {}) const;

    QByteArray m_url;
    sigv4::Credentials m_credentials;
    QByteArray m_sessionToken;
    QByteArray m_firehoseKey;
    sigv4::Scope m_scope;
    QString m_senderId;
    QString m_originationNumber;
    QString m_maxPrice;
    QString m_entityId;
    QString m_templateId;
};

[[nodiscard]] QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config);
[[nodiscard]] const Registration &registration();

/// A sender id: 3 to 11 letters, digits and hyphens, at least one a letter, no hyphen at either end.
[[nodiscard]] bool isSenderId(const QString &text);
/// A number of one's own: 5 to 14 digits, with or without '+'.
[[nodiscard]] bool isOriginationNumber(const QString &text);

} // namespace providers::sns

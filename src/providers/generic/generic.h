#pragma once

#include "providers/generic/profile.h"
#include "providers/registration.h"

namespace providers::generic {

/// Any gateway that a Profile describes (generic_http.md). The kind "http" makes the profile from its settings
/// (settings.h); FlashChat brings its own.
class Generic : public domain::Provider
{
public:
    /// `profile` was read without problems; `config` gives the secrets and the callback's URL.
    Generic(Profile profile, const domain::ProviderConfig &config);

    [[nodiscard]] domain::ProviderCapabilities capabilities() const override;
    void sign(domain::HttpRequest &request, domain::Instant now) const override;

    [[nodiscard]] domain::HttpRequest sendRequest(const domain::SendRequest &message) const override;
    [[nodiscard]] domain::Outcome outcome(const domain::SendRequest &message,
                                          const domain::HttpResponse &response) const override;

    [[nodiscard]] domain::HttpRequest statusRequest(const QString &providerMessageId) const override;
    /// The id stands in the response's tag. NotFound, Network or Provider.
    [[nodiscard]] domain::Result<domain::StatusReport> status(const domain::HttpResponse &response) const override;

    /// The profile's lists one after the other; which and where stands in the tag.
    [[nodiscard]] domain::HttpRequest listRequest(domain::Instant since) const override;
    [[nodiscard]] domain::Result<domain::ListPage> listPage(const domain::HttpResponse &response,
                                                            domain::Instant since) const override;

    [[nodiscard]] domain::Instant doubtSince(const domain::Doubt &doubt) const override;
    [[nodiscard]] domain::HttpRequest doubtRequest(const domain::Doubt &doubt) const override;
    [[nodiscard]] domain::Evidence evidence(const domain::Doubt &doubt, const std::vector<domain::HttpResponse> &pages,
                                            const QSet<QString> &boundIds) const override;

    /// The balance, the profile's own test request or the list; where there is none of them, whether anybody answers.
    [[nodiscard]] std::vector<domain::HttpRequest> testRequests() const override;
    [[nodiscard]] domain::ConnectionReport
    testReport(const std::vector<domain::HttpResponse> &responses) const override;

    [[nodiscard]] domain::Result<void> verifyWebhook(const domain::WebhookRequest &request,
                                                     domain::Instant now) const override;
    [[nodiscard]] domain::Result<domain::WebhookEvents> webhook(const domain::WebhookRequest &request,
                                                                domain::Instant now) const override;

    /// Any request of a profile with the account's own values, for what is no message (one-time codes).
    [[nodiscard]] domain::HttpRequest request(const RequestShape &shape, const QHash<QString, QString> &values) const;
    [[nodiscard]] const Profile &profile() const { return m_profile; }

private:
    [[nodiscard]] QString ownValue(const QString &name) const;
    [[nodiscard]] domain::HttpRequest listRequest(qsizetype list, domain::Instant since) const;
    [[nodiscard]] std::optional<domain::HttpRequest> nextPage(const ListShape &list, qsizetype index,
                                                              const domain::HttpResponse &response, bool isEmpty,
                                                              bool isAllOld, domain::Instant since) const;

    Profile m_profile;
    QHash<QString, QString> m_secrets;
    QString m_callbackUrl;
};

} // namespace providers::generic

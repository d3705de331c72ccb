#pragma once

#include "domain/provider/provider.h"
#include "providers/registration.h"

namespace providers::smtp {

/// E-mail over a submission server (smtp.md), with a mailbox that bounces and complaints are read from.
/// settings: host, port, security (tls, starttls, none), user; fromAddress, fromName, replyTo; bounceAddress, verp;
/// unsubscribeAddress; caFile, helloName; imapHost, imapPort, imapSecurity, imapUser, imapFolder.
/// secrets: password, accessToken, imapPassword.
class Smtp : public domain::Provider, public domain::MailTranslator
{
public:
    /// `config` must have no problems().
    explicit Smtp(const domain::ProviderConfig &config);

    [[nodiscard]] domain::ProviderCapabilities capabilities() const override;
    [[nodiscard]] const domain::MailTranslator *mail() const override { return this; }

    [[nodiscard]] domain::Result<domain::MailRequest> mailRequest(const domain::SendRequest &message,
                                                                  domain::Instant now) const override;
    [[nodiscard]] domain::Outcome outcome(const domain::SendRequest &message,
                                          const domain::MailResponse &response) const override;
    [[nodiscard]] domain::MailRequest testRequest() const override;
    [[nodiscard]] domain::ConnectionReport testReport(const domain::MailResponse &response) const override;
    [[nodiscard]] std::optional<domain::MailboxRequest> mailboxRequest(const domain::MailboxCursor &cursor,
                                                                       domain::Instant since) const override;
    [[nodiscard]] domain::ListPage mailRead(const QByteArray &mail, domain::Instant now) const override;

    // Nothing of it goes over HTTP.
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
    [[nodiscard]] domain::Evidence evidence(const domain::Doubt &doubt, const std::vector<domain::HttpResponse> &pages,
                                            const QSet<QString> &boundIds) const override;
    [[nodiscard]] std::vector<domain::HttpRequest> testRequests() const override;
    [[nodiscard]] domain::ConnectionReport
    testReport(const std::vector<domain::HttpResponse> &responses) const override;

private:
    [[nodiscard]] QString senderDomain() const;
    /// "REFERENCE@shop.example": what Message-ID holds and the message is known by. The same however often it is
    /// tried, so that a receiver who got it after all can tell that the next one is no other.
    [[nodiscard]] QString messageIdOf(const domain::SendRequest &message) const;
    [[nodiscard]] QByteArray returnPathFor(const QString &reference) const;
    [[nodiscard]] QByteArrayList unsubscribeUris(const domain::SendRequest &message) const;
    /// Ours, from whatever a report names: envelope id, Message-ID, the address it came to.
    [[nodiscard]] QString referenceIn(const struct ReadMail &mail) const;
    [[nodiscard]] bool isForUnsubscribing(const ReadMail &mail) const;
    [[nodiscard]] domain::InboundMessage letterIn(const ReadMail &mail, domain::Instant at) const;

    domain::MailServer m_server;
    std::optional<domain::MailServer> m_mailbox;
    QString m_folder;
    QString m_fromAddress;
    QString m_fromName;
    QString m_replyTo;
    QString m_bounceAddress;
    bool m_verp = false;
    QString m_unsubscribeAddress;
};

[[nodiscard]] QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config);
[[nodiscard]] const Registration &registration();

/// The server a set of fields names: `prefix` is empty or "imap". The port follows from the protection where none is
/// set.
[[nodiscard]] domain::MailServer serverOf(const domain::ProviderConfig &config, const QString &prefix);

} // namespace providers::smtp

#include "providers/smtp/smtp.h"

#include "domain/address/email.h"
#include "domain/message/reference.h"
#include "providers/smtp/htmltext.h"
#include "providers/smtp/mime.h"
#include "providers/smtp/replies.h"
#include "providers/smtp/report.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::smtp {

using domain::ConnectionReport;
using domain::ErrorCode;
using domain::MailEnd;
using domain::MailStep;
using domain::MessageState;

namespace {

constexpr qsizetype mostAttached = 28 * 1024 * 1024; ///< bytes as sent; hardly any server takes more
constexpr qsizetype referenceLength = 26;
constexpr qsizetype longestSubject = 300;
constexpr qsizetype longestLetter = 20'000;

domain::Error notByHttp() { return {ErrorCode::NotFound, u"mail has no such interface"_s, {}}; }

QString normalised(const QJsonValue &address)
{
    return domain::normalisedEmail(address.toString()).value_or(QString());
}

QString domainOf(const QString &address) { return address.sliced(address.lastIndexOf(u'@') + 1); }
QString localOf(const QString &address) { return address.first(std::max<qsizetype>(0, address.lastIndexOf(u'@'))); }

/// The first 26 characters, where they are a reference of ours.
QString referenceAt(const QString &text)
{
    const QString reference = text.left(referenceLength).toUpper();
    return domain::messageOfReference(reference).isValid() ? reference : QString();
}

} // namespace

Smtp::Smtp(const domain::ProviderConfig &config)
    : m_server(serverOf(config, {})), m_folder(config.settings.value("imapFolder"_L1).toString().trimmed()),
      m_fromAddress(normalised(config.settings.value("fromAddress"_L1))),
      m_fromName(config.settings.value("fromName"_L1).toString().trimmed()),
      m_replyTo(normalised(config.settings.value("replyTo"_L1))),
      m_bounceAddress(normalised(config.settings.value("bounceAddress"_L1))),
      m_verp(config.settings.value("verp"_L1).toVariant().toBool()),
      m_unsubscribeAddress(normalised(config.settings.value("unsubscribeAddress"_L1)))
{
    if (m_server.helloName.isEmpty())
        m_server.helloName = senderDomain().toUtf8();
    if (!config.settings.value("imapHost"_L1).toString().trimmed().isEmpty())
        m_mailbox = serverOf(config, u"imap"_s);
}

domain::ProviderCapabilities Smtp::capabilities() const
{
    domain::ProviderCapabilities can;
    can.channels = {domain::Channel::Email};
    return can;
}

QString Smtp::senderDomain() const { return domainOf(m_fromAddress); }

QString Smtp::messageIdOf(const domain::SendRequest &message) const
{
    const QString &reference = message.firstReference.isEmpty() ? message.reference : message.firstReference;
    return reference + u'@' + senderDomain();
}

QByteArray Smtp::returnPathFor(const QString &reference) const
{
    if (m_bounceAddress.isEmpty())
        return m_fromAddress.toUtf8();
    if (!m_verp)
        return m_bounceAddress.toUtf8();
    return (localOf(m_bounceAddress) + u'+' + reference.toLower() + u'@' + domainOf(m_bounceAddress)).toUtf8();
}

QByteArrayList Smtp::unsubscribeUris(const domain::SendRequest &message) const
{
    QByteArrayList uris;
    if (message.unsubscribeUrl.startsWith("https:")) // RFC 8058 knows no other
        uris << message.unsubscribeUrl;
    if (!m_unsubscribeAddress.isEmpty() && !message.unsubscribeToken.isEmpty())
        uris << "mailto:" + QUrl::toPercentEncoding(m_unsubscribeAddress, "@+") +
                    "?subject=" + QUrl::toPercentEncoding(message.unsubscribeToken);
    return uris;
}

domain::Result<domain::MailRequest> Smtp::mailRequest(const domain::SendRequest &message, domain::Instant now) const
{
    qsizetype attached = 0;
    for (const domain::MailAttachment &attachment : message.attachments)
        attached += attachment.encoded.isEmpty() ? attachment.data.size() / 57 * 78 : attachment.encoded.size();
    if (attached > mostAttached)
        return domain::fail(ErrorCode::InvalidInput,
                            u"the attachments have %1 bytes, at most %2 are sent"_s.arg(attached).arg(mostAttached));
    Mail mail;
    mail.fromName = m_fromName;
    mail.fromAddress = message.sender.isEmpty() ? m_fromAddress : message.sender;
    mail.replyTo = m_replyTo;
    mail.to = message.to;
    mail.subject = message.subject;
    mail.text = message.body;
    mail.html = message.html;
    mail.messageId = messageIdOf(message).toUtf8();
    mail.inReplyTo = message.inReplyTo.toUtf8();
    for (const QString &id : message.mailsBefore)
        mail.references << id.toUtf8();
    mail.date = now;
    mail.isBulk = message.category == domain::Category::Marketing;
    mail.unsubscribe = unsubscribeUris(message);
    mail.attachments = message.attachments;
    auto content = mailContent(mail);
    if (!content)
        return tl::unexpected(content.error());
    domain::MailRequest request;
    request.server = m_server;
    request.sender = returnPathFor(message.reference);
    request.recipient = message.to.toUtf8();
    request.envelopeId = message.reference.toUtf8();
    request.content = std::move(content->content);
    request.rest = std::move(content->rest);
    return request;
}

domain::Outcome Smtp::outcome(const domain::SendRequest &message, const domain::MailResponse &response) const
{
    return outcomeOf(response, messageIdOf(message));
}

domain::MailRequest Smtp::testRequest() const
{
    domain::MailRequest request;
    request.server = m_server;
    request.sender = m_bounceAddress.isEmpty() ? m_fromAddress.toUtf8() : m_bounceAddress.toUtf8();
    return request;
}

ConnectionReport Smtp::testReport(const domain::MailResponse &response) const
{
    using Verdict = ConnectionReport::Verdict;
    ConnectionReport report;
    if (response.code > 0)
        report.providerWords = QString::number(response.code) + u' ';
    report.providerWords += response.text;
    const auto verdict = [&response]() -> Verdict {
        const bool isLost = response.end == MailEnd::Lost;
        switch (response.step) {
        case MailStep::Name:
            return Verdict::NameNotFound;
        case MailStep::Connect:
            return Verdict::NetworkFailed;
        case MailStep::Tls:
            return Verdict::TlsFailed;
        case MailStep::Greeting:
            return isLost ? Verdict::NetworkFailed : Verdict::Unexpected;
        case MailStep::Login:
            return isLost ? Verdict::NetworkFailed : Verdict::CredentialsRefused;
        default:
            break;
        }
        if (isLost)
            return Verdict::NetworkFailed;
        if (response.end == MailEnd::Replied && response.code >= 200 && response.code < 300)
            return Verdict::Works;
        if (response.code == 530 || response.code == 538)
            return Verdict::CredentialsRefused;
        return response.code >= 500 ? Verdict::SenderRefused : Verdict::Unexpected;
    };
    report.verdict = verdict();
    if (report.verdict == Verdict::Works)
        report.providerWords.clear();
    return report;
}

std::optional<domain::MailboxRequest> Smtp::mailboxRequest(const domain::MailboxCursor &cursor,
                                                           domain::Instant since) const
{
    if (!m_mailbox)
        return std::nullopt;
    domain::MailboxRequest request;
    request.server = *m_mailbox;
    request.folder = m_folder;
    request.cursor = cursor;
    request.since = since;
    return request;
}

QString Smtp::referenceIn(const ReadMail &mail) const
{
    if (const QString reference = referenceAt(mail.envelopeId); !reference.isEmpty())
        return reference;
    if (const QString reference = referenceAt(mail.originalMessageId); !reference.isEmpty())
        return reference;
    const QString beginning = localOf(m_bounceAddress) + u'+';
    for (const QString &to : mail.to)
        if (!m_bounceAddress.isEmpty() && to.startsWith(beginning, Qt::CaseInsensitive))
            if (const QString reference = referenceAt(to.sliced(beginning.size())); !reference.isEmpty())
                return reference;
    return {};
}

bool Smtp::isForUnsubscribing(const ReadMail &mail) const
{
    return !m_unsubscribeAddress.isEmpty() && !mail.isAutomatic &&
           std::any_of(mail.to.cbegin(), mail.to.cend(), [this](const QString &to) {
               return domain::normalisedEmail(to).value_or(QString()).compare(m_unsubscribeAddress,
                                                                              Qt::CaseInsensitive) == 0;
           });
}

domain::InboundMessage Smtp::letterIn(const ReadMail &mail, domain::Instant at) const
{
    domain::InboundMessage letter;
    letter.isLetter = true;
    letter.providerMessageId = mail.messageId;
    letter.channel = domain::Channel::Email;
    letter.from = mail.from;
    letter.to = m_fromAddress;
    letter.subject = mail.subject.left(longestSubject);
    letter.body = withoutQuotation(mail.text).left(longestLetter);
    letter.at = at;
    letter.mailsBefore = mail.references;
    if (!mail.inReplyTo.isEmpty() && !letter.mailsBefore.contains(mail.inReplyTo))
        letter.mailsBefore << mail.inReplyTo;
    // The one it answers, else the last of ours before that.
    QStringList ids{mail.inReplyTo};
    std::reverse_copy(mail.references.cbegin(), mail.references.cend(), std::back_inserter(ids));
    for (const QString &id : std::as_const(ids))
        if (id.endsWith(u'@' + senderDomain(), Qt::CaseInsensitive))
            if (letter.reference = referenceAt(id); !letter.reference.isEmpty())
                break;
    return letter;
}

domain::ListPage Smtp::mailRead(const QByteArray &bytes, domain::Instant now) const
{
    const ReadMail mail = readMail(bytes);
    domain::ListPage page;
    const domain::Instant at = mail.date > 0 ? domain::Instant(std::chrono::seconds(mail.date)) : now;
    if (mail.kind == ReadMail::Kind::Delivery) {
        for (const Delivery &delivery : mail.deliveries) {
            domain::StatusReport report;
            report.providerMessageId = mail.originalMessageId;
            report.reference = referenceIn(mail);
            report.code = delivery.status;
            report.text = delivery.diagnostic;
            report.at = at;
            if (delivery.action == u"delivered") {
                report.state = MessageState::Delivered;
            } else if (delivery.action == u"relayed" || delivery.action == u"expanded") {
                report.state = MessageState::Sent;
            } else if (delivery.action == u"failed") {
                report.state = MessageState::Undelivered;
                setFailure(report, ruleForStatus(delivery.status, delivery.diagnostic));
            } else {
                continue; // delayed: still on its way
            }
            page.statuses << report;
        }
        return page;
    }
    const bool isComplaint = mail.kind == ReadMail::Kind::Complaint;
    if (!isComplaint && !isForUnsubscribing(mail)) {
        if (!mail.isAutomatic && !mail.from.isEmpty() && mail.from != m_fromAddress && !mail.text.isEmpty())
            page.inbound << letterIn(mail, at);
        return page;
    }
    domain::InboundMessage inbound;
    inbound.providerMessageId = mail.messageId;
    inbound.channel = domain::Channel::Email;
    inbound.from = isComplaint ? mail.complainant : mail.from;
    inbound.to = isComplaint ? m_fromAddress : m_unsubscribeAddress;
    inbound.body = isComplaint ? u"Complaint: %1"_s.arg(mail.feedbackType) : mail.subject;
    inbound.at = at;
    inbound.providerOptIn = false;
    inbound.reference = isComplaint ? referenceIn(mail) : QString();
    inbound.unsubscribeToken = isComplaint ? QString() : mail.subject.trimmed();
    page.inbound << inbound;
    return page;
}

// ---- nothing of it goes over HTTP

domain::HttpRequest Smtp::sendRequest(const domain::SendRequest &) const { return {}; }
domain::Outcome Smtp::outcome(const domain::SendRequest &, const domain::HttpResponse &) const
{
    return domain::NotSent{{}, notByHttp().detail};
}
domain::HttpRequest Smtp::statusRequest(const QString &) const { return {}; }
domain::Result<domain::StatusReport> Smtp::status(const domain::HttpResponse &) const
{
    return tl::unexpected(notByHttp());
}
domain::HttpRequest Smtp::listRequest(domain::Instant) const { return {}; }
domain::Result<domain::ListPage> Smtp::listPage(const domain::HttpResponse &, domain::Instant) const
{
    return tl::unexpected(notByHttp());
}
domain::Instant Smtp::doubtSince(const domain::Doubt &doubt) const { return doubt.startedAt; }
domain::HttpRequest Smtp::doubtRequest(const domain::Doubt &) const { return {}; }
domain::Evidence Smtp::evidence(const domain::Doubt &, const std::vector<domain::HttpResponse> &,
                                const QSet<QString> &) const
{
    return domain::Inconclusive{u"a mail server cannot be asked"_s};
}
std::vector<domain::HttpRequest> Smtp::testRequests() const { return {}; }
ConnectionReport Smtp::testReport(const std::vector<domain::HttpResponse> &) const { return {}; }

} // namespace providers::smtp

#include "providers/generic/generic.h"

#include "domain/address/phone.h"
#include "domain/text/segments.h"
#include "providers/encoding.h"
#include "providers/exchange.h"
#include "providers/generic/answers.h"
#include "providers/generic/request.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace providers::generic {

using domain::ConnectionReport;
using domain::HttpResponse;
using domain::Reached;

namespace {

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text)
        if (c >= u'0' && c <= u'9')
            digits += c;
    return digits;
}

/// A message's values; what costs something is worked out only where the profile asks for it.
QString messageValue(const domain::SendRequest &message, const QString &name)
{
    if (name == u"to_e164")
        return message.to;
    if (name == u"to_digits")
        return digitsOf(message.to);
    if (name == u"to_national")
        return digitsOf(domain::formatNational(message.to));
    if (name == u"text")
        return message.body;
    if (name == u"subject")
        return message.subject;
    if (name == u"ref" || name == u"attempt_id")
        return message.reference;
    if (name == u"message_id")
        return QString::number(message.message.value);
    if (name == u"text_ucs2_hex")
        return QString::fromLatin1(Template::parse(u"{text|ucs2hex}"_s)
                                       ->rendered([&message](const QString &) { return message.body; }, Place::Text));
    if (name == u"segments")
        return QString::number(domain::segmentsOf(message.body));
    if (name == u"encoding")
        return domain::countSegments(message.body).encoding == domain::Encoding::Gsm7 ? u"gsm7"_s : u"ucs2"_s;
    return {};
}

} // namespace

Generic::Generic(Profile profile, const domain::ProviderConfig &config)
    : m_profile(std::move(profile)), m_secrets(config.secrets),
      m_callbackUrl(config.settings.value("webhookUrl"_L1).toString())
{}

QString Generic::ownValue(const QString &name) const
{
    if (name.startsWith("secret:"_L1))
        return m_secrets.value(name.sliced(7));
    if (name == u"callback_url")
        return m_callbackUrl;
    return m_profile.variables.value(name);
}

domain::ProviderCapabilities Generic::capabilities() const
{
    domain::ProviderCapabilities can;
    can.channels = m_profile.channels;
    can.statusById = m_profile.statusOne.has_value();
    for (const ListShape &list : m_profile.lists) {
        can.statusByList |= !list.isInbound;
        can.inboundByList |= list.isInbound;
        can.reportsPrice |= !list.row.price.isEmpty();
    }
    can.canReconcile = m_profile.byReference || m_profile.byMatch;
    can.reportsPrice |= !m_profile.extract.price.isEmpty() || !m_profile.statusRow.price.isEmpty();
    can.hasBalance = m_profile.balance.has_value();
    can.hasWebhook = m_profile.webhook.has_value();
    can.mostPerSecond = m_profile.mostPerSecond;
    can.mostInFlight = m_profile.mostInFlight;
    can.mostSegments = m_profile.mostSegments;
    return can;
}

void Generic::sign(domain::HttpRequest &request, domain::Instant now) const
{
    const Values values = [this](const QString &name) { return ownValue(name); };
    if (m_profile.auth.type == Auth::Type::Signed)
        addSignature(request, m_profile.auth.signature, values, now);
    else if (m_profile.auth.type == Auth::Type::Amazon)
        addAmazonSignature(request, m_profile.auth, values, now);
}

domain::HttpRequest Generic::request(const RequestShape &shape, const QHash<QString, QString> &values) const
{
    return requestFrom(shape, m_profile.auth, [&](const QString &name) {
        const auto it = values.constFind(name);
        return it != values.cend() ? *it : ownValue(name);
    });
}

domain::HttpRequest Generic::sendRequest(const domain::SendRequest &message) const
{
    static const QSet<QString> ofMessage(messageNames().cbegin(), messageNames().cend());
    const RequestShape shape = m_profile.sends.value(message.channel);
    return requestFrom(shape, m_profile.auth, [&](const QString &name) -> QString {
        if (name == u"from")
            return message.sender.isEmpty() ? m_profile.variables.value(u"sender"_s) : message.sender;
        if (name == u"callback_url")
            return message.callbackUrl.isEmpty() ? ownValue(name) : QString::fromUtf8(message.callbackUrl);
        return ofMessage.contains(name) ? messageValue(message, name) : ownValue(name);
    });
}

domain::Outcome Generic::outcome(const domain::SendRequest &, const HttpResponse &response) const
{
    return outcomeOf(m_profile, response);
}

domain::HttpRequest Generic::statusRequest(const QString &providerMessageId) const
{
    domain::HttpRequest asked = request(*m_profile.statusOne, {{u"provider_id"_s, providerMessageId}});
    asked.tag = providerMessageId.toUtf8();
    return asked;
}

domain::Result<domain::StatusReport> Generic::status(const HttpResponse &response) const
{
    if (response.reached != Reached::ResponseComplete)
        return domain::fail(domain::ErrorCode::Network, response.error);
    const Answer answer(response);
    if (response.status < 200 || response.status > 299)
        return domain::fail(response.status == 404 ? domain::ErrorCode::NotFound : domain::ErrorCode::Provider,
                            u"HTTP %1"_s.arg(response.status));
    if (m_profile.statusRow.status.textIn(answer).isEmpty())
        return domain::fail(domain::ErrorCode::Provider, u"there is no status in the answer"_s);
    domain::StatusReport report = reportFrom(m_profile, m_profile.statusRow, answer);
    report.providerMessageId = QString::fromUtf8(response.tag);
    return report;
}

std::vector<domain::HttpRequest> Generic::testRequests() const
{
    if (m_profile.balance)
        return {request(*m_profile.balance, {})};
    if (m_profile.test)
        return {request(*m_profile.test, {})};
    if (!m_profile.lists.isEmpty())
        return {listRequest(0, domain::Instant{})};
    // Nothing that costs nothing is known of this gateway but its name.
    domain::HttpRequest reach;
    const RequestShape send = m_profile.sends.value(m_profile.channels.value(0));
    const QUrl url(QString::fromUtf8(send.url.rendered([](const QString &) { return u"x"_s; }, Place::Url)));
    reach.method = "HEAD"_ba;
    reach.url = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toEncoded() + '/';
    reach.tag = "reach"_ba;
    return {reach};
}

ConnectionReport Generic::testReport(const std::vector<HttpResponse> &responses) const
{
    using Verdict = ConnectionReport::Verdict;
    ConnectionReport report;
    if (responses.size() != 1)
        return report;
    if (const auto unanswered = reportUnanswered(responses))
        return *unanswered;
    const HttpResponse &response = responses[0];
    const Answer answer(response);
    report.providerWords = m_profile.extract.errorText.textIn(answer).left(500);
    const bool isAsked = m_profile.balance || m_profile.test || !m_profile.lists.isEmpty();
    if (!isAsked) {
        report.verdict = Verdict::Works; // as far as can be known without sending
        return report;
    }
    if (response.status == 401 || response.status == 403) {
        report.verdict = Verdict::CredentialsRefused;
        return report;
    }
    // The same words that refuse a message refuse a question.
    const domain::Outcome outcome = outcomeOf(m_profile, response);
    const auto *rejected = std::get_if<domain::Rejected>(&outcome);
    if (rejected && rejected->reason == domain::RejectReason::Configuration) {
        report.verdict = Verdict::CredentialsRefused;
        return report;
    }
    if (m_profile.balance) {
        const auto micros = microsFromDecimal(m_profile.balanceAmount.textIn(answer));
        if (micros)
            report.balance = domain::Money{*micros, m_profile.balanceCurrency.textIn(answer).toUpper()};
        report.verdict = micros ? Verdict::Works : Verdict::Unexpected;
        return report;
    }
    report.verdict = response.status >= 200 && response.status < 300 ? Verdict::Works : Verdict::Unexpected;
    return report;
}

} // namespace providers::generic

#include "providers/generic/answers.h"

#include "providers/encoding.h"
#include "providers/exchange.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::generic {

using domain::HttpResponse;
using domain::MessageState;
using domain::Reached;

namespace {

constexpr qsizetype longestId = 200;
constexpr qsizetype longestWords = 500;

bool contains(const QList<StatusRange> &ranges, int status)
{
    return std::any_of(ranges.cbegin(), ranges.cend(),
                       [status](const StatusRange &range) { return status >= range.from && status <= range.to; });
}

bool isSuccess(const Profile &profile, const Answer &answer)
{
    const int status = answer.response().status;
    if (profile.success.isEmpty())
        return status >= 200 && status < 300;
    return std::any_of(profile.success.cbegin(), profile.success.cend(), [&](const SuccessRule &rule) {
        // A redirect or an error of the server's is never taken for a yes by its text alone.
        const bool statusFits = rule.http.isEmpty() ? status >= 200 && status < 300 : contains(rule.http, status);
        return statusFits && holds(rule.tests, answer) && (!rule.text || rule.text->match(answer.text()).hasMatch());
    });
}

/// The rule for a message or request that failed; empty: the defaults.
std::optional<ErrorRule> ruleFor(const Profile &profile, const HttpResponse &response, const QString &code,
                                 const QString &text)
{
    for (const FailureRule &rule : profile.failures) {
        const bool fits = (rule.network.isEmpty() ? response.reached == Reached::ResponseComplete
                                                  : rule.network.contains(response.reached)) &&
                          (rule.http.isEmpty() || contains(rule.http, response.status)) &&
                          (rule.codes.isEmpty() || rule.codes.contains(code, Qt::CaseInsensitive)) &&
                          (!rule.text || rule.text->match(text.left(longestWords * 4)).hasMatch());
        if (fits)
            return rule.rule;
    }
    return std::nullopt;
}

ErrorRule defaultFor(int status, bool saysWhy)
{
    using domain::Scope;
    if (status == 408 || status == 425 || status == 429)
        return {ErrorClass::Throttled, Scope::Account};
    if ((status >= 300 && status < 400) || status == 401 || status == 403 || status == 407 || status == 404 ||
        status == 405 || status == 410 || status == 501)
        return {ErrorClass::Config, Scope::Account};
    if (status >= 400 && status < 500)
        return {ErrorClass::Message, Scope::Message};
    // The gateway answered in its own words that it did not; with none of them it may have.
    if (status >= 200 && status < 300 && saysWhy)
        return {ErrorClass::Unclear, Scope::Message};
    return {ErrorClass::UnknownOutcome, Scope::Message};
}

std::optional<domain::Millis> pauseFrom(const Profile &profile, const Answer &answer)
{
    bool isNumber = false;
    const double seconds = profile.extract.retryAfter.textIn(answer).toDouble(&isNumber);
    if (isNumber && seconds >= 0 && seconds < 1e6)
        return domain::Millis{static_cast<qint64>(seconds * 1000)};
    return retryAfter(answer.response());
}

std::optional<domain::Money> moneyFrom(const Paths &amount, const Paths &currency, const Answer &answer)
{
    const auto micros = microsFromDecimal(amount.textIn(answer));
    const QString unit = currency.textIn(answer).toUpper();
    return micros && unit.size() == 3 ? std::optional(domain::Money{std::abs(*micros), unit}) : std::nullopt;
}

std::optional<int> countFrom(const Paths &paths, const Answer &answer)
{
    const int count = paths.textIn(answer).toInt();
    return count > 0 && count < 1000 ? std::optional(count) : std::nullopt;
}

domain::Outcome withoutAnswer(const Profile &profile, const HttpResponse &response)
{
    if (const auto rule = ruleFor(profile, response, {}, response.error))
        return refusal(*rule, {}, response.error, std::nullopt);
    if (auto unanswered = outcomeUnanswered(response))
        return *std::move(unanswered);
    return domain::Unknown{response.error};
}

} // namespace

bool holds(const QList<Test> &tests, const Answer &answer)
{
    return std::all_of(tests.cbegin(), tests.cend(), [&answer](const Test &test) {
        const QString found = test.path.textIn(answer);
        return test.values.isEmpty() ? !found.isEmpty() : test.values.contains(found, Qt::CaseInsensitive);
    });
}

domain::Outcome outcomeOf(const Profile &profile, const HttpResponse &response)
{
    if (response.reached != Reached::ResponseComplete)
        return withoutAnswer(profile, response);
    const Answer answer(response);
    if (isSuccess(profile, answer)) {
        domain::Accepted accepted;
        accepted.providerMessageId = profile.extract.id.textIn(answer).left(longestId);
        if (accepted.providerMessageId.isEmpty() && profile.extract.idRequired)
            return domain::Unknown{u"HTTP %1 without the message's id in the answer"_s.arg(response.status)};
        accepted.segments = countFrom(profile.extract.segments, answer);
        accepted.price = moneyFrom(profile.extract.price, profile.extract.currency, answer);
        return accepted;
    }
    QString code = profile.extract.errorCode.textIn(answer).left(longestId);
    QString text = profile.extract.errorText.textIn(answer).left(longestWords);
    const bool saysWhy = !code.isEmpty() || !text.isEmpty();
    const auto rule = ruleFor(profile, response, code, text.isEmpty() ? answer.text() : text);
    if (code.isEmpty())
        code = QString::number(response.status);
    if (text.isEmpty())
        text = u"HTTP %1"_s.arg(response.status);
    return refusal(rule.value_or(defaultFor(response.status, saysWhy)), code, text, pauseFrom(profile, answer));
}

domain::StatusReport reportFrom(const Profile &profile, const RowShape &shape, const Answer &row)
{
    domain::StatusReport report;
    report.providerMessageId = shape.id.textIn(row).left(longestId);
    report.reference = shape.reference.textIn(row).left(longestId);
    report.state = profile.statusMap.value(shape.status.textIn(row).trimmed().toLower(), MessageState::Accepted);
    report.at = timeFrom(shape.time.textIn(row), shape.timeFormat);
    report.price = moneyFrom(shape.price, shape.currency, row);
    report.segments = countFrom(shape.segments, row);
    if (report.state != MessageState::Undelivered && report.state != MessageState::Expired)
        return report;
    report.code = shape.errorCode.textIn(row).left(longestId);
    report.text = shape.errorText.textIn(row).left(longestWords);
    HttpResponse whole; // a late failure has no HTTP status of its own
    whole.reached = Reached::ResponseComplete;
    const bool expired = report.state == MessageState::Expired;
    setFailure(report, ruleFor(profile, whole, report.code, report.text)
                           .value_or(ErrorRule{expired ? ErrorClass::RetryLater : ErrorClass::Unclear,
                                               domain::Scope::Message}));
    return report;
}

std::optional<domain::InboundMessage> inboundFrom(const RowShape &shape, const Answer &row, domain::Channel channel)
{
    domain::InboundMessage message;
    message.from = normalNumber(shape.from.textIn(row));
    message.providerMessageId = shape.id.textIn(row).left(longestId);
    if (message.from.isEmpty() || message.providerMessageId.isEmpty())
        return std::nullopt;
    message.channel = channel;
    message.to = normalNumber(shape.to.textIn(row));
    message.body = shape.text.textIn(row);
    if (const auto at = timeFrom(shape.time.textIn(row), shape.timeFormat))
        message.at = *at;
    return message;
}

std::optional<domain::Instant> timeFrom(const QString &text, const QString &format)
{
    if (text.isEmpty())
        return std::nullopt;
    if (!format.isEmpty()) {
        QDateTime time = QDateTime::fromString(text, format);
        time.setTimeSpec(Qt::UTC);
        return time.isValid() ? std::optional(domain::fromMillis(time.toMSecsSinceEpoch())) : std::nullopt;
    }
    bool isNumber = false;
    if (const double number = text.toDouble(&isNumber); isNumber && number > 0 && number < 1e14)
        return domain::fromMillis(static_cast<qint64>(number >= 1e11 ? number : number * 1000));
    QDateTime time = QDateTime::fromString(
        text.size() > 10 && text[10] == u' ' ? QString(text).replace(10, 1, u"T"_s) : text, Qt::ISODateWithMs);
    if (time.isValid()) {
        if (time.timeSpec() == Qt::LocalTime)
            time.setTimeSpec(Qt::UTC); // says no zone: theirs is not ours
        return domain::fromMillis(time.toMSecsSinceEpoch());
    }
    return instantFromRfc2822(text);
}

QString normalNumber(const QString &text)
{
    QString number;
    for (const QChar c : text)
        if ((c >= u'0' && c <= u'9') || (c == u'+' && number.isEmpty()))
            number += c;
        else if (c != u' ' && c != u'-' && c != u'(' && c != u')' && c != u'.')
            return text; // a name or a short word
    if (number.startsWith("00"_L1))
        number = number.sliced(2);
    if (!number.startsWith(u'+') && number.size() >= 7)
        number.prepend(u'+');
    return number;
}

} // namespace providers::generic

#include "providers/smtp/replies.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace providers::smtp {

using domain::MailEnd;
using domain::MailStep;
using domain::Scope;

namespace {

constexpr domain::Millis greylistWait{5min};
constexpr domain::Millis longestWait{24h};

constexpr ErrorRule throttled{ErrorClass::Throttled, Scope::Account};
constexpr ErrorRule retryLater{ErrorClass::RetryLater, Scope::Message};
constexpr ErrorRule recipient{ErrorClass::Recipient, Scope::Recipient};
constexpr ErrorRule content{ErrorClass::Message, Scope::Message};
constexpr ErrorRule account{ErrorClass::Config, Scope::Account};
constexpr ErrorRule sender{ErrorClass::Config, Scope::Sender};

struct Enhanced
{
    int kind = 0; ///< 2, 4 or 5; 0: there is none
    int subject = 0;
    int detail = 0;
};

Enhanced enhancedIn(QStringView text)
{
    static const QRegularExpression pattern(u"^\\s*([245])\\.([0-9]{1,3})\\.([0-9]{1,3})(?![0-9.])"_s);
    const auto match = pattern.match(text.toString());
    return match.hasMatch()
               ? Enhanced{match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt()}
               : Enhanced{};
}

bool says(QStringView text, const QRegularExpression &words) { return words.match(text.toString()).hasMatch(); }

constexpr auto caseless = QRegularExpression::CaseInsensitiveOption;

bool saysTooFast(QStringView text)
{
    static const QRegularExpression words(u"\\b(rate|too many|too fast|slow(er)?( down)?|throttl\\w*)\\b"_s, caseless);
    return says(text, words);
}

bool saysSpam(QStringView text)
{
    static const QRegularExpression words(
        u"\\b(spam\\w*|virus\\w*|malware|phish\\w*|unsolicited|content (rejected|denied|refused)|message content)\\b"_s,
        caseless);
    return says(text, words);
}

bool saysNobody(QStringView text)
{
    static const QRegularExpression words(u"\\b(recipient address rejected|(user|mailbox|recipient|address)( is)? "
                                          "(unknown|not found|unavailable|disabled|inactive)|unknown (user|recipient|"
                                          "mailbox)|no such (user|recipient|mailbox|address|person)|does(n.t| not) "
                                          "exist|unrouteable address|not a valid (user|mailbox))\\b"_s,
                                          caseless);
    return says(text, words);
}

bool saysSender(QStringView text)
{
    static const QRegularExpression words(
        u"\\b(relay\\w*|sender|unauthenticated|authenticat\\w*|spf|dkim|dmarc|not (owned|permitted|authorized|allowed)"
        "|block ?list\\w*|black ?list\\w*|reputation|reverse dns|ptr)\\b"_s,
        caseless);
    return says(text, words);
}

bool saysFull(QStringView text)
{
    static const QRegularExpression words(u"\\b(full|quota|over ?quota|insufficient storage)\\b"_s, caseless);
    return says(text, words);
}

bool saysTooLarge(QStringView text)
{
    static const QRegularExpression words(u"\\b(too (big|large)|size (limit|exceeds|exceeded)|exceeds \\w* ?size)\\b"_s,
                                          caseless);
    return says(text, words);
}

ErrorRule ruleByStep(MailStep step)
{
    if (step == MailStep::Sender)
        return sender;
    if (step == MailStep::Recipient)
        return recipient;
    return step >= MailStep::Data ? content : account;
}

/// 55x without a code that says it all: what was said, then where.
ErrorRule ruleByWords(QStringView text, MailStep step)
{
    if (saysSpam(text))
        return content;
    if (saysNobody(text))
        return recipient;
    if (saysSender(text))
        return step == MailStep::Sender ? sender : account;
    return ruleByStep(step);
}

ErrorRule ruleForPolicy(const Enhanced &code, QStringView text, MailStep step)
{
    const bool isAuthentication = code.detail == 8 || code.detail == 9 || code.detail == 11 || code.detail == 13;
    const bool isSenderProof = (code.detail >= 20 && code.detail <= 29) || (code.detail >= 500 && code.detail <= 599);
    if (isAuthentication || isSenderProof)
        return account;
    return ruleByWords(text, step);
}

std::optional<ErrorRule> ruleForEnhanced(const Enhanced &code, QStringView text, MailStep step)
{
    switch (code.subject) {
    case 1:
        return code.detail == 7 || code.detail == 8 ? sender : recipient;
    case 2:
        return code.detail == 2 ? retryLater : recipient;
    case 3:
        return code.detail == 4 ? std::optional(content) : std::nullopt;
    case 4:
        return recipient;
    case 5:
        return account;
    case 6:
        return code.detail == 7 ? recipient : content;
    case 7:
        return ruleForPolicy(code, text, step);
    default:
        return std::nullopt;
    }
}

/// "try again in 300 seconds", "in 5 minutes".
domain::Millis hintIn(const QString &text)
{
    static const QRegularExpression pattern(u"\\b([0-9]{1,5}) ?(s|sec|secs|seconds?|m|min|mins|minutes?)\\b"_s,
                                            caseless);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return greylistWait;
    const int number = match.capturedView(1).toInt();
    const domain::Millis hint = match.capturedView(2).startsWith(u'm', Qt::CaseInsensitive)
                                    ? domain::Millis(std::chrono::minutes(number))
                                    : domain::Millis(std::chrono::seconds(number));
    return std::clamp(hint, greylistWait, longestWait);
}

bool saysGreylisted(const domain::MailResponse &response)
{
    static const QRegularExpression words(u"gr[ae]y-?list"_s, caseless);
    return (response.code == 450 || response.code == 451) && says(response.text, words);
}

QString stepName(MailStep step)
{
    switch (step) {
    case MailStep::Name:
        return u"name"_s;
    case MailStep::Connect:
        return u"connect"_s;
    case MailStep::Tls:
        return u"tls"_s;
    case MailStep::Greeting:
        return u"greeting"_s;
    case MailStep::Login:
        return u"login"_s;
    case MailStep::Sender:
        return u"sender"_s;
    case MailStep::Recipient:
        return u"recipient"_s;
    case MailStep::Data:
        return u"data"_s;
    case MailStep::Content:
        return u"content"_s;
    case MailStep::End:
        return u"end"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ErrorRule ruleForReply(int code, QStringView text, MailStep step)
{
    const Enhanced enhanced = enhancedIn(text);
    if (code >= 400 && code < 500) {
        const bool isOfMailbox = enhanced.subject == 1 || enhanced.subject == 2;
        return saysTooFast(text) && !isOfMailbox ? throttled : retryLater;
    }
    if (code < 500 || code > 599)
        return {ErrorClass::Unclear, Scope::Message};
    if (step <= MailStep::Login || code == 530 || code == 534 || code == 535 || code == 538)
        return account;
    if (code == 521 || code == 556)
        return recipient;
    if (enhanced.kind == 5)
        if (const auto rule = ruleForEnhanced(enhanced, text, step))
            return *rule;
    if (code <= 504 || code == 555)
        return account;
    if (code == 552)
        return saysFull(text) && !saysTooLarge(text) ? retryLater : content;
    return ruleByWords(text, step);
}

ErrorRule ruleForStatus(QStringView status, QStringView text)
{
    const Enhanced enhanced = enhancedIn(status);
    if (enhanced.kind == 4)
        return retryLater;
    if (enhanced.kind == 5)
        if (const auto rule = ruleForEnhanced(enhanced, text, MailStep::Recipient))
            return *rule;
    return ruleByWords(text, MailStep::Recipient);
}

domain::Outcome outcomeOf(const domain::MailResponse &response, const QString &messageId)
{
    if (response.isAccepted())
        return domain::Accepted{messageId, 1, std::nullopt, domain::MessageState::Sent};
    const QString code = response.code > 0 ? QString::number(response.code) : stepName(response.step);
    switch (response.end) {
    case MailEnd::Lost:
        if (response.step == MailStep::End)
            return domain::Unknown{response.text};
        return domain::NotSent{code, response.text};
    case MailEnd::Unable:
        if (response.code == 0)
            return refusal(account, code, response.text, std::nullopt);
        break;
    case MailEnd::Replied:
        break;
    }
    if (saysGreylisted(response)) // the next try a moment later would only be turned away again
        return domain::Throttled{hintIn(response.text), Scope::Recipient, code, response.text};
    return refusal(ruleForReply(response.code, response.text, response.step), code, response.text, std::nullopt);
}

} // namespace providers::smtp

#include "providers/errorclass.h"

namespace providers {

using domain::RejectReason;

QString toText(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::Throttled:
        return QStringLiteral("throttled");
    case ErrorClass::RetryLater:
        return QStringLiteral("retry_later");
    case ErrorClass::Recipient:
        return QStringLiteral("permanent_recipient");
    case ErrorClass::Message:
        return QStringLiteral("permanent_message");
    case ErrorClass::Config:
        return QStringLiteral("permanent_config");
    case ErrorClass::OptedOut:
        return QStringLiteral("opted_out");
    case ErrorClass::UnknownOutcome:
        return QStringLiteral("unknown_outcome");
    case ErrorClass::Unclear:
        return QStringLiteral("permanent_unknown");
    }
    Q_UNREACHABLE();
}

ErrorRule ruleForHttpStatus(int status, bool isProviders)
{
    if (status == 429)
        return rules::slowAccount;
    if (status == 401 || status == 402 || status == 403)
        return rules::account;
    if (status == 408 || status >= 500 || status < 300)
        return rules::unknown;
    if (status < 400 || (!isProviders && (status == 404 || status == 405 || status == 407)))
        return rules::account;
    return rules::message;
}

domain::Outcome refusal(ErrorRule rule, const QString &code, const QString &text,
                        std::optional<domain::Millis> retryAfter)
{
    const auto rejected = [&](RejectReason reason) { return domain::Rejected{reason, rule.scope, code, text}; };
    switch (rule.errorClass) {
    case ErrorClass::Throttled:
        return domain::Throttled{retryAfter, rule.scope, code, text};
    case ErrorClass::RetryLater:
        return domain::NotSent{code, text};
    case ErrorClass::Recipient:
        return rejected(RejectReason::Recipient);
    case ErrorClass::Message:
        return rejected(RejectReason::Content);
    case ErrorClass::Config:
        return rejected(RejectReason::Configuration);
    case ErrorClass::OptedOut:
        return rejected(RejectReason::OptedOut);
    case ErrorClass::UnknownOutcome:
        return domain::Unknown{code.isEmpty() ? text : code + QStringLiteral(": ") + text};
    case ErrorClass::Unclear:
        return rejected(RejectReason::Unclear);
    }
    Q_UNREACHABLE();
}

void setFailure(domain::StatusReport &report, ErrorRule rule)
{
    report.repeatable = rule.errorClass == ErrorClass::Throttled || rule.errorClass == ErrorClass::RetryLater;
    switch (rule.errorClass) {
    case ErrorClass::Recipient:
        report.reason = RejectReason::Recipient;
        return;
    case ErrorClass::Message:
        report.reason = RejectReason::Content;
        return;
    case ErrorClass::Config:
        report.reason = RejectReason::Configuration;
        return;
    case ErrorClass::OptedOut:
        report.reason = RejectReason::OptedOut;
        return;
    case ErrorClass::Throttled:
    case ErrorClass::RetryLater:
    case ErrorClass::UnknownOutcome:
    case ErrorClass::Unclear:
        report.reason = RejectReason::Unclear;
        return;
    }
    Q_UNREACHABLE();
}

} // namespace providers

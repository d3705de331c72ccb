#include "domain/provider/outcome.h"

#include <array>

namespace domain {

QString toText(RejectReason reason)
{
    switch (reason) {
    case RejectReason::Recipient:
        return QStringLiteral("recipient");
    case RejectReason::Content:
        return QStringLiteral("content");
    case RejectReason::OptedOut:
        return QStringLiteral("opted_out");
    case RejectReason::Configuration:
        return QStringLiteral("configuration");
    case RejectReason::Unclear:
        return QStringLiteral("unclear");
    }
    Q_UNREACHABLE();
}

std::optional<RejectReason> rejectReasonFromText(QStringView text)
{
    constexpr std::array all{RejectReason::Recipient, RejectReason::Content, RejectReason::OptedOut,
                             RejectReason::Configuration, RejectReason::Unclear};
    for (RejectReason r : all)
        if (text == toText(r))
            return r;
    return std::nullopt;
}

QString outcomeName(const Outcome &outcome)
{
    struct Name
    {
        QString operator()(const Accepted &) const { return QStringLiteral("accepted"); }
        QString operator()(const Rejected &) const { return QStringLiteral("rejected"); }
        QString operator()(const Throttled &) const { return QStringLiteral("throttled"); }
        QString operator()(const NotSent &) const { return QStringLiteral("not_sent"); }
        QString operator()(const Unknown &) const { return QStringLiteral("unknown"); }
    };
    return std::visit(Name{}, outcome);
}

} // namespace domain

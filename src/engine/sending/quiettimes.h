#pragma once

#include "domain/schedule/window.h"
#include "engine/client/settingsmodels.h"

#include <QTimeZone>

namespace engine {

/// The workspace's quiet hours, applied to one recipient at a time. For many questions; one thread.
class QuietTimes
{
public:
    struct Recipient
    {
        domain::Channel channel = domain::Channel::Sms;
        domain::Category category = domain::Category::Marketing;
        QString timeZone; ///< IANA; empty: as the address says
        QString country;
        QString address;
    };

    void setLimits(const SendingLimits &limits);
    [[nodiscard]] bool isEnabledFor(domain::Category category) const;
    /// When the recipient may be written to: `now`, or the end of the quiet hours; nullopt where there is none.
    [[nodiscard]] std::optional<domain::Instant> openAt(const Recipient &recipient, domain::Instant now);

private:
    [[nodiscard]] SendingLimits::Quiet quietFor(domain::Category category) const;
    [[nodiscard]] QList<QByteArray> zonesOf(const Recipient &recipient, int window, domain::Instant now);

    SendingLimits m_limits;
    domain::WindowEvaluator m_windows;
};

} // namespace engine

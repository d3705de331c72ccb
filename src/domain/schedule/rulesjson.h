#pragma once

#include "domain/core/result.h"
#include "domain/schedule/rules.h"
#include "domain/schedule/window.h"

#include <QJsonObject>

namespace domain {

/// A rule as it is stored and exchanged (schedule.md, section 2): when, what is made up, and the window into which the
/// due instant is then pushed.
struct ScheduleRule
{
    std::variant<RecurringRule, RelativeRule> when;
    CatchUp catchUp;
    std::optional<Instant> lastRun; ///< only in what was read; the store keeps it beside the rule
    std::optional<SendWindow> thenWindow;
    QList<QByteArray> windowZones; ///< of thenWindow; empty: the rule's zone

    friend bool operator==(const ScheduleRule &, const ScheduleRule &) = default;
};

/// Errors: InvalidInput, with the field's name as place. A one-off is 'days_after' with 0 days. Any thread.
[[nodiscard]] Result<ScheduleRule> ruleFromJson(const QJsonObject &json);
/// What ruleFromJson reads back to the same rule, every default written out.
[[nodiscard]] QJsonObject toJson(const ScheduleRule &rule);

/// {"windows": [{"days": ["MO"...], "from": "HH:MM", "to": "HH:MM" or "24:00"}], "holidays": ["YYYY-MM-DD"]}; without
/// "days" on all.
[[nodiscard]] Result<SendWindow> windowFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const SendWindow &window);

/// When the rule is due: the first recurring instant later than `now`, or the one instant of a relative rule, moved
/// into its window. Errors: NotFound if it never is, or not within windowHorizon of being due.
[[nodiscard]] Result<Instant> dueInWindow(const ScheduleRule &rule, Instant now, const QTimeZone &zone);

} // namespace domain

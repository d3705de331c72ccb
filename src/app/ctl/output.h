#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace ctl {

/// Exit statuses of heliographctl.
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2 };

/// Prints what a command has to say: aligned text for people, or one JSON value for programs (--json).
class Output
{
public:
    explicit Output(bool json) : m_json(json) {}

    [[nodiscard]] bool json() const { return m_json; }

    /// One thing: "label  value" lines, or the object.
    void object(const QJsonObject &object) const;
    /// A list: a table of `columns` (keys of the rows, also the headings), or an array.
    void table(const QStringList &columns, const QJsonArray &rows) const;
    /// A sentence for people; with --json {"ok": true, …extra}.
    void done(const QString &sentence, const QJsonObject &extra = {}) const;
    /// To standard error: what happened, and where; with --json an object {"error": {code, detail, place}}.
    [[nodiscard]] int failed(const domain::Error &error) const;
    [[nodiscard]] int wrongUsage(const QString &sentence, const QString &usage) const;

private:
    bool m_json;
};

/// An instant as ISO 8601 in UTC; null where there is none.
[[nodiscard]] QJsonValue jsonOf(domain::Instant at);
[[nodiscard]] QJsonValue jsonOf(const std::optional<domain::Instant> &at);
/// "12.34" (exact decimal) for an amount in micro-units.
[[nodiscard]] QString decimalOf(qint64 micros);

} // namespace ctl

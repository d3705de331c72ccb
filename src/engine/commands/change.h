#pragma once

#include "storage/workspace/auditlog.h"

namespace engine {

/// What a command works with. All of it outlives the command; engine thread.
struct CommandContext
{
    storage::Connection &connection;
    const storage::Vault &vault;
    const domain::Clock &clock;
    QString actor; ///< who stands in the audit

    [[nodiscard]] domain::Instant now() const { return clock.now(); }
};

/// The audit's line about a change; holds neither addresses nor secrets.
struct ChangeNote
{
    QString action;
    QString subject;
    QJsonObject before;
    QJsonObject after;
};

/// Makes a change and its audit row in one transaction: both or neither.
template <class T>
[[nodiscard]] domain::Result<T> change(const CommandContext &context,
                                       const std::function<domain::Result<T>(ChangeNote &)> &work)
{
    std::optional<T> value;
    auto done = context.connection.transaction(true, [&]() -> domain::Result<void> {
        ChangeNote note;
        auto made = work(note);
        if (!made)
            return tl::unexpected(made.error());
        value = std::move(*made);
        return storage::AuditLog(context.connection, context.vault)
            .append({0, context.now(), context.actor, note.action, note.subject, note.before, note.after});
    });
    if (!done)
        return tl::unexpected(done.error());
    return std::move(*value);
}

/// The same for a change without a value.
[[nodiscard]] inline domain::Result<void> changeOnly(const CommandContext &context,
                                                     const std::function<domain::Result<void>(ChangeNote &)> &work)
{
    return change<bool>(context,
                        [&](ChangeNote &note) -> domain::Result<bool> {
                            if (auto done = work(note); !done)
                                return tl::unexpected(done.error());
                            return true;
                        })
        .map([](bool) {});
}

} // namespace engine

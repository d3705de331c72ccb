#include "storage/workspace/rehearsalcopy.h"

namespace storage {

using domain::Result;

Result<void> prepareRehearsal(const QString &path, const std::function<bool(const ProviderRecord &)> &canBeRehearsed,
                              domain::Instant now)
{
    auto opened = Connection::open(path, Connection::Access::ReadWrite);
    if (!opened)
        return tl::unexpected(opened.error());
    Connection &connection = **opened;
    return connection.transaction(true, [&]() -> Result<void> {
        if (auto done = connection.run(QStringLiteral("UPDATE message SET look_at = NULL WHERE look_at IS NOT NULL"));
            !done)
            return done;
        ProviderStore store(connection);
        const auto records = store.all();
        if (!records)
            return tl::unexpected(records.error());
        for (const ProviderRecord &record : *records) {
            auto done =
                canBeRehearsed(record) ? store.resume(record.id, now) : store.pause(record.id, notRehearsed, {}, now);
            if (done)
                done = store.setPollCursor(record.id, domain::toMillis(now));
            if (!done)
                return done;
        }
        return {};
    });
}

} // namespace storage

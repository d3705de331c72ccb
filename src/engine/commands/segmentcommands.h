#pragma once

#include "engine/commands/change.h"

namespace engine {

/// Changes to segments. Engine thread.
class SegmentCommands
{
public:
    explicit SegmentCommands(CommandContext context) : m_context(std::move(context)) {}

    /// InvalidInput with the place ("name", or where in the condition), Conflict where the name is taken, NotFound.
    [[nodiscard]] domain::Result<domain::SegmentId> save(domain::SegmentId id, const QString &name,
                                                         const QString &condition, const QString &description);
    /// The same under the next free name: "VIPs (2)".
    [[nodiscard]] domain::Result<domain::SegmentId> duplicate(domain::SegmentId id);
    /// Conflict while campaigns name it; the detail lists them.
    [[nodiscard]] domain::Result<void> remove(domain::SegmentId id);

private:
    CommandContext m_context;
};

} // namespace engine

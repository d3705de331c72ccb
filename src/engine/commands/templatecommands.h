#pragma once

#include "domain/template/templaterecord.h"
#include "engine/commands/change.h"

namespace engine {

/// Changes to templates. Engine thread.
class TemplateCommands
{
public:
    explicit TemplateCommands(CommandContext context) : m_context(std::move(context)) {}

    /// A version for each text that changed. InvalidInput with the place ("name", "language", "body: line 1, column 5",
    /// "subject[de]: …"), Conflict where the name is taken, NotFound.
    [[nodiscard]] domain::Result<domain::TemplateId> save(const domain::TemplateRecord &record, const QString &note);
    [[nodiscard]] domain::Result<void> restoreVersion(domain::TemplateVersionId version);
    [[nodiscard]] domain::Result<void> remove(domain::TemplateId id); ///< Conflict while a campaign is not over
    [[nodiscard]] domain::Result<void> undelete(domain::TemplateId id);

private:
    CommandContext m_context;
};

} // namespace engine

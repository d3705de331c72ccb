#pragma once

#include "engine/client/settingsmodels.h"
#include "engine/commands/change.h"

namespace engine {

/// Changes to the workspace's settings. Engine thread; who keeps a copy of the limits must read them anew.
class SettingsCommands
{
public:
    explicit SettingsCommands(CommandContext context) : m_context(std::move(context)) {}

    /// InvalidInput with the field as the place ("address", "port", "certificate", "key", "public_url").
    [[nodiscard]] domain::Result<void> saveWebhooks(const WebhookSettings &settings);
    /// InvalidInput with the field as the place ("max_attempts" …).
    [[nodiscard]] domain::Result<void> saveLimits(const SendingLimits &limits);
    /// InvalidInput ("name", "country", "time_zone", "currency").
    [[nodiscard]] domain::Result<void> saveWorkspace(const QString &name, const QString &country,
                                                     const QString &timeZone, const QString &currency);

private:
    CommandContext m_context;
};

} // namespace engine

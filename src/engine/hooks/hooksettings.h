#pragma once

#include "engine/client/settingsmodels.h"
#include "engine/hooks/hookserver.h"
#include "storage/core/connection.h"
#include "storage/core/vault.h"
#include "storage/workspace/providerstore.h"

namespace engine {

[[nodiscard]] QJsonObject toJson(const WebhookSettings &settings);
[[nodiscard]] WebhookSettings webhookSettingsFromJson(const QJsonObject &json);
/// The setting "webhooks".
[[nodiscard]] domain::Result<WebhookSettings> readWebhookSettings(storage::Connection &connection);
/// InvalidInput with the field's name ("address", "port", "certificate", "key", "public_url") where one does not fit.
/// Whether the files are there and the port is free shows when it starts.
[[nodiscard]] domain::Result<void> checkWebhookSettings(const WebhookSettings &settings);
[[nodiscard]] HookListen listenOf(const WebhookSettings &settings);

/// The part of an account's webhook address that cannot be guessed: made of the workspace's key, so it is nowhere in
/// the file, and another one for an account that gets a removed one's number.
[[nodiscard]] QByteArray hookToken(const storage::Vault &vault, const storage::ProviderRecord &provider);
/// What the outside calls for this account; with the local address where no public one is set.
[[nodiscard]] QByteArray hookUrl(const WebhookSettings &settings, int port, const storage::Vault &vault,
                                 const storage::ProviderRecord &provider);
/// What stands before /hooks and /u there; never ends in a slash.
[[nodiscard]] QByteArray publicBase(const WebhookSettings &settings, int port);

/// The address of a page where whoever has this address ends messages of `category` (empty: of every category) on
/// `channel`; for the List-Unsubscribe header and the link in an e-mail. Names nobody. Empty where the workspace has
/// no public address.
[[nodiscard]] QByteArray makeUnsubscribeUrl(const WebhookSettings &settings, const storage::Vault &vault,
                                            const QByteArray &addressIndex, domain::Channel channel,
                                            std::optional<domain::Category> category);
[[nodiscard]] QByteArray unsubscribeToken(const storage::Vault &vault, const OptOutClaim &claim);
/// Empty where this workspace did not make the token. Any thread.
[[nodiscard]] std::optional<OptOutClaim> readUnsubscribeToken(const storage::Vault &vault, const QByteArray &token);

} // namespace engine

#pragma once

#include "engine/client/models.h"

namespace gui {

/// What tells an account's webhooks from made-up ones.
enum class HookProof {
    None,          ///< its kind takes no webhooks
    NotSetUp,      ///< the account does not say how they look
    SecretMissing, ///< nothing could be proven: they would all be refused
    Unsigned,      ///< by the address alone, which nobody can guess
    Signed,
};
[[nodiscard]] HookProof hookProof(const engine::ProviderRow &account);
[[nodiscard]] QString proofWord(HookProof proof);
/// What to do about it, or what proves them.
[[nodiscard]] QString proofSentence(const engine::ProviderRow &account);
/// Where at the provider the address is pasted; empty where a kind takes no webhooks.
[[nodiscard]] QString whereToPaste(const QString &kind);

/// "127.0.0.1", "::1": reached from this computer alone.
[[nodiscard]] bool isLoopback(const QString &address);
/// What keeps the way in shut, or a field of its settings from being saved. `problem` is an ErrorCode's word.
[[nodiscard]] QString hookProblem(const QString &problem, const QString &place,
                                  const engine::WebhookSettings &settings);
/// "Taken: 1,204, the last 3 min ago. Refused: 2 …"
[[nodiscard]] QString takenWords(const engine::WebhookStatus::Provider &account, domain::Instant now);
/// Why some were refused and what to look at; empty where none was.
[[nodiscard]] QString refusedWords(const engine::WebhookStatus::Provider &account, domain::Instant now);

} // namespace gui

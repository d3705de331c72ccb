#pragma once

#include "engine/client/commands.h"
#include "engine/commands/change.h"
#include "storage/messages/messagestore.h"

namespace engine {

/// What a person decides about single messages. Engine thread.
class MessageCommands
{
public:
    MessageCommands(CommandContext context, storage::MessageStore &messages, const domain::SendingPolicy &policy)
        : m_context(std::move(context)), m_messages(messages), m_policy(policy)
    {}

    /// Conflict where the message is not in doubt (any more), or shall be sent again though its campaign was cancelled.
    [[nodiscard]] domain::Result<void> decideDoubt(domain::MessageId id, DoubtDecision decision);
    /// Cancels those that still wait; the others are passed over. Conflict where none does.
    [[nodiscard]] domain::Result<void> cancel(const QList<domain::MessageId> &ids);

private:
    [[nodiscard]] domain::Result<int> settle(const QList<domain::MessageId> &ids, const domain::MessageEvent &event);
    [[nodiscard]] domain::Result<void> reopenCampaignOf(domain::MessageId id);
    [[nodiscard]] domain::Result<void> note(const QString &action, const QList<domain::MessageId> &ids,
                                            const QJsonObject &after);

    CommandContext m_context;
    storage::MessageStore &m_messages;
    const domain::SendingPolicy &m_policy;
};

} // namespace engine

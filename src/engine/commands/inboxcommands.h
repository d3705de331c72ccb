#pragma once

#include "engine/client/commands.h"
#include "engine/commands/change.h"
#include "storage/log/conversationlog.h"

namespace engine {

class Engine;

/// Answers to what people wrote, and what of it was read. Engine thread.
class InboxCommands
{
public:
    InboxCommands(CommandContext context, Engine &engine) : m_context(std::move(context)), m_engine(engine) {}

    [[nodiscard]] domain::Result<ReplyWay> wayOf(domain::ConversationId id);
    [[nodiscard]] domain::Result<domain::MessageId> reply(const ConversationReply &reply);
    /// Not in the audit: what somebody has looked at changes nothing for anybody.
    [[nodiscard]] domain::Result<void> setReadTo(domain::ConversationId id, qint64 text);
    [[nodiscard]] domain::Result<void> setAllRead();

private:
    /// Whom a reply goes to, and how.
    struct Standing
    {
        storage::ConversationLogRow conversation;
        QString address;
        QString country;             ///< of a number
        domain::ProviderId provider; ///< that they wrote to; invalid where it cannot be used
        ReplyWay way;
    };
    [[nodiscard]] domain::Result<Standing> standingOf(domain::ConversationId id);
    void judge(Standing &standing);
    [[nodiscard]] domain::Result<void> check(const ConversationReply &reply, const Standing &standing) const;

    CommandContext m_context;
    Engine &m_engine;
};

} // namespace engine

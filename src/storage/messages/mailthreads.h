#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"
#include "storage/core/connection.h"

#include <QStringList>

#include <optional>

namespace storage {

/// What a mail goes on from.
struct MailThread
{
    QString inReplyTo;       ///< the id of the mail it answers
    QStringList mailsBefore; ///< of the whole thread, the oldest first, that one last
};

/// Which mail of ours answers which letter. Engine thread; what writes stands within a transaction of the caller.
class MailThreads
{
public:
    explicit MailThreads(Connection &connection) : m_connection(connection) {}

    /// Of an answer to this text; empty where it is no mail with an id.
    [[nodiscard]] std::optional<MailThread> answering(qint64 text);
    /// What an answer to this text is about: its subject, else that of what a person here wrote there last.
    [[nodiscard]] QString subjectOf(domain::ConversationId conversation, qint64 text);
    [[nodiscard]] domain::Result<void> note(domain::MessageId message, const MailThread &thread);
    /// Empty where it is no answer.
    [[nodiscard]] std::optional<MailThread> of(domain::MessageId message);

private:
    Connection &m_connection;
};

} // namespace storage

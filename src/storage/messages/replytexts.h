#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"
#include "storage/core/connection.h"

namespace storage {

/// The words of what a person here wrote in a conversation, to be looked for. Engine thread, within a transaction of
/// the caller.
class ReplyTexts
{
public:
    explicit ReplyTexts(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] domain::Result<void> add(domain::MessageId message, const QString &body);

private:
    Connection &m_connection;
};

} // namespace storage

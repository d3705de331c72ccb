#include "storage/messages/replytexts.h"

namespace storage {

domain::Result<void> ReplyTexts::add(domain::MessageId message, const QString &body)
{
    return m_connection.statement("INSERT INTO reply_text (rowid, body) VALUES (?, ?)")
        .bind(1, message.value)
        .bind(2, body)
        .exec();
}

} // namespace storage

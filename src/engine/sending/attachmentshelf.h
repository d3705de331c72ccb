#pragma once

#include "domain/provider/mail.h"
#include "domain/template/attachment.h"
#include "storage/core/connection.h"

#include <list>

namespace engine {

/// The files of the mails that leave, read and encoded once while they are used: each mail shares the bytes. What was
/// not used for longest goes when there is more than the bound, but never what the mail at hand needs. Engine thread;
/// owned by TextMaker.
class AttachmentShelf
{
public:
    explicit AttachmentShelf(storage::Connection &connection, qint64 mostBytes = 64 * 1024 * 1024)
        : m_connection(connection), m_mostBytes(mostBytes)
    {}

    /// NotFound and the storage's errors.
    [[nodiscard]] domain::Result<QList<domain::MailAttachment>> take(const QList<domain::TemplateAttachment> &files);
    [[nodiscard]] qint64 bytes() const;
    [[nodiscard]] int reads() const { return m_reads; } ///< from the database, in total

private:
    struct Kept
    {
        QByteArray hash;
        QByteArray encoded;
    };

    [[nodiscard]] domain::Result<QByteArray> encoded(const QByteArray &hash);

    storage::Connection &m_connection;
    qint64 m_mostBytes;
    std::list<Kept> m_kept; ///< the last used first
    int m_reads = 0;
};

} // namespace engine

#pragma once

#include "domain/core/types.h"
#include "domain/template/attachment.h"
#include "storage/core/connection.h"

namespace storage {

/// The files that go with mails: which a template's version or a test mail has, and what is in them, once each. Only
/// content() reads that. Writing is the engine's, within a transaction of the caller.
class AttachmentStore
{
public:
    explicit AttachmentStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] domain::Result<QList<domain::TemplateAttachment>> of(domain::TemplateVersionId version);
    /// Of a version that has none yet. InvalidInput where the content of one is neither there nor given.
    [[nodiscard]] domain::Result<void> add(domain::TemplateVersionId version,
                                           const QList<domain::TemplateAttachment> &files);
    [[nodiscard]] domain::Result<QByteArray> content(const QByteArray &hash); ///< NotFound

    struct TestMail
    {
        QString html;
        QList<domain::TemplateAttachment> files;
    };
    /// What a message has beside its text; nothing where that is all.
    [[nodiscard]] domain::Result<TestMail> testMail(domain::MessageId message);
    [[nodiscard]] domain::Result<void> addTestMail(domain::MessageId message, const TestMail &mail);
    /// Forgets what test mails had that will not be sent any more, and the content nobody has.
    [[nodiscard]] domain::Result<void> forgetTestMails();

private:
    [[nodiscard]] domain::Result<void> keep(const domain::TemplateAttachment &file);
    [[nodiscard]] domain::Result<QList<domain::TemplateAttachment>> read(Statement &s);
    [[nodiscard]] domain::Result<void> write(const char *sql, qint64 owner,
                                             const QList<domain::TemplateAttachment> &files);

    Connection &m_connection;
};

} // namespace storage

#include "storage/templates/attachmentstore.h"

using namespace Qt::StringLiterals;

namespace storage {

using domain::ErrorCode;
using domain::Result;
using domain::TemplateAttachment;

Result<QList<TemplateAttachment>> AttachmentStore::read(Statement &s)
{
    QList<TemplateAttachment> files;
    while (s.next())
        files << TemplateAttachment{s.text(0), s.text(1).toUtf8(), s.blob(2), s.integer(3)};
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return files;
}

Result<QList<TemplateAttachment>> AttachmentStore::of(domain::TemplateVersionId version)
{
    Statement &s = m_connection.statement("SELECT name, type, hash, size FROM template_attachment"
                                          " WHERE version_id = ? ORDER BY position");
    return read(s.bind(1, version.value));
}

Result<void> AttachmentStore::keep(const TemplateAttachment &file)
{
    Statement &known = m_connection.statement("SELECT 1 FROM attachment WHERE hash = ?");
    const bool isThere = known.bind(1, file.hash).next();
    known.finish();
    if (isThere)
        return {};
    if (file.data.isEmpty())
        return domain::fail(ErrorCode::InvalidInput, u"the file's content is missing"_s, u"attachments"_s);
    Statement &s = m_connection.statement("INSERT INTO attachment (hash, size, content) VALUES (?, ?, ?)");
    return s.bind(1, file.hash).bind(2, static_cast<qint64>(file.data.size())).bind(3, file.data).exec();
}

Result<void> AttachmentStore::write(const char *sql, qint64 owner, const QList<TemplateAttachment> &files)
{
    int position = 0;
    for (const TemplateAttachment &file : files) {
        if (auto kept = keep(file); !kept)
            return kept;
        Statement &s = m_connection.statement(sql);
        s.bind(1, owner).bind(2, position++).bind(3, file.name).bind(4, QString::fromUtf8(file.type));
        if (auto done = s.bind(5, file.size).bind(6, file.hash).exec(); !done)
            return done;
    }
    return {};
}

Result<void> AttachmentStore::add(domain::TemplateVersionId version, const QList<TemplateAttachment> &files)
{
    return write("INSERT INTO template_attachment (version_id, position, name, type, size, hash)"
                 " VALUES (?, ?, ?, ?, ?, ?)",
                 version.value, files);
}

Result<QByteArray> AttachmentStore::content(const QByteArray &hash)
{
    Statement &s = m_connection.statement("SELECT content FROM attachment WHERE hash = ?");
    if (!s.bind(1, hash).next())
        return s.failed() ? Result<QByteArray>(tl::unexpected(m_connection.lastError()))
                          : domain::fail(ErrorCode::NotFound, u"the file's content is gone"_s, u"attachments"_s);
    QByteArray content = s.blob(0);
    s.finish();
    return content;
}

Result<AttachmentStore::TestMail> AttachmentStore::testMail(domain::MessageId message)
{
    TestMail mail;
    Statement &s = m_connection.statement("SELECT html FROM test_mail WHERE message_id = ?");
    const bool isThere = s.bind(1, message.value).next();
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    if (!isThere)
        return mail;
    mail.html = s.text(0);
    s.finish();
    Statement &f = m_connection.statement("SELECT name, type, hash, size FROM test_mail_attachment"
                                          " WHERE message_id = ? ORDER BY position");
    auto files = read(f.bind(1, message.value));
    if (!files)
        return tl::unexpected(files.error());
    mail.files = *std::move(files);
    return mail;
}

Result<void> AttachmentStore::addTestMail(domain::MessageId message, const TestMail &mail)
{
    Statement &s = m_connection.statement("INSERT INTO test_mail (message_id, html) VALUES (?, ?)");
    if (auto done = s.bind(1, message.value).bind(2, mail.html).exec(); !done)
        return done;
    return write("INSERT INTO test_mail_attachment (message_id, position, name, type, size, hash)"
                 " VALUES (?, ?, ?, ?, ?, ?)",
                 message.value, mail.files);
}

Result<void> AttachmentStore::forgetTestMails()
{
    // One in doubt may be sent again.
    Statement &gone = m_connection.statement(
        "DELETE FROM test_mail WHERE message_id IN (SELECT t.message_id FROM test_mail t JOIN message m"
        " ON m.id = t.message_id WHERE m.state NOT IN ('planned', 'queued', 'sending', 'uncertain'))");
    if (auto done = gone.exec(); !done)
        return done;
    return m_connection
        .statement("DELETE FROM attachment WHERE NOT EXISTS (SELECT 1 FROM template_attachment t"
                   " WHERE t.hash = attachment.hash) AND NOT EXISTS (SELECT 1 FROM test_mail_attachment t"
                   " WHERE t.hash = attachment.hash)")
        .exec();
}

} // namespace storage

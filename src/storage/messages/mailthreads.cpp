#include "storage/messages/mailthreads.h"

using namespace Qt::StringLiterals;

namespace storage {

namespace {

constexpr qsizetype mostBefore = 30; ///< the first, which names the thread, and the last ones

QStringList idsIn(const QString &text) { return text.split(u' ', Qt::SkipEmptyParts); }

} // namespace

std::optional<MailThread> MailThreads::answering(qint64 text)
{
    Statement &s = m_connection.statement(
        "SELECT provider_message_id, mails_before FROM inbound WHERE id = ? AND channel = 'email'");
    s.bind(1, text);
    std::optional<MailThread> thread;
    if (s.next() && s.text(0).contains(u'@')) {
        thread.emplace();
        thread->inReplyTo = s.text(0);
        thread->mailsBefore = idsIn(s.text(1)) + QStringList{thread->inReplyTo};
        while (thread->mailsBefore.size() > mostBefore)
            thread->mailsBefore.removeAt(1);
    }
    s.finish();
    return thread;
}

QString MailThreads::subjectOf(domain::ConversationId conversation, qint64 text)
{
    Statement &theirs = m_connection.statement("SELECT subject FROM inbound WHERE id = ?");
    theirs.bind(1, text);
    QString subject = theirs.next() ? theirs.text(0) : QString();
    theirs.finish();
    if (!subject.isEmpty())
        return subject;
    Statement &ours = m_connection.statement(
        "SELECT m.subject FROM conversation v JOIN message m ON m.id = v.last_reply_id WHERE v.id = ?");
    ours.bind(1, conversation.value);
    subject = ours.next() ? ours.text(0) : QString();
    ours.finish();
    return subject;
}

domain::Result<void> MailThreads::note(domain::MessageId message, const MailThread &thread)
{
    return m_connection.statement("INSERT INTO mail_answer (message_id, in_reply_to, mails_before) VALUES (?, ?, ?)")
        .bind(1, message.value)
        .bind(2, thread.inReplyTo)
        .bind(3, thread.mailsBefore.join(u' '))
        .exec();
}

std::optional<MailThread> MailThreads::of(domain::MessageId message)
{
    Statement &s = m_connection.statement("SELECT in_reply_to, mails_before FROM mail_answer WHERE message_id = ?");
    s.bind(1, message.value);
    const auto thread = s.next() ? std::optional(MailThread{s.text(0), idsIn(s.text(1))}) : std::nullopt;
    s.finish();
    return thread;
}

} // namespace storage

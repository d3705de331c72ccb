#pragma once

#include "domain/core/types.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>

#include <optional>

namespace domain {

/// How a connection to a mail server is protected. StartTls without the server's STARTTLS is a failure, never plain.
enum class MailSecurity { Tls, StartTls, None };

/// A server for sending (SMTP) or reading (IMAP) mail and how it lets us in. Secrets are in memory only, never logged.
struct MailServer
{
    QString host;
    int port = 465;
    MailSecurity security = MailSecurity::Tls;
    QString user;         ///< empty: without logging in
    QString password;     ///< of the user
    QString accessToken;  ///< set: OAuth 2 in place of the password
    QString caFile;       ///< trusted certificates (PEM) in place of the system's; empty: the system's
    QByteArray helloName; ///< what we call ourselves in EHLO

    friend bool operator==(const MailServer &, const MailServer &) = default;
};

/// A file that goes with a mail.
struct MailAttachment
{
    QString name;
    QByteArray type; ///< "application/pdf"
    QByteArray data;
    QByteArray encoded = {}; ///< base64Lines(data), where several mails share it; `data` is not looked at then

    friend bool operator==(const MailAttachment &, const MailAttachment &) = default;
};

/// Base64 in lines of 76 characters that end in CRLF.
[[nodiscard]] QByteArray base64Lines(const QByteArray &data);

/// One mail to one recipient. The engine's mail transport carries it out once and never repeats it.
/// Without a recipient it only tries the way up to the sender: nothing is sent.
struct MailRequest
{
    MailServer server;
    QByteArray sender;     ///< envelope: where bounces go
    QByteArray recipient;  ///< envelope
    QByteArray envelopeId; ///< ours, comes back in delivery reports; empty: none are asked for
    QByteArray content;    ///< header and body, lines end in CRLF; not dot-stuffed
    /// What follows: in ASCII, lines end in CRLF and none begins with a dot. Mails share what is large in it.
    QByteArrayList rest = {};

    [[nodiscard]] qint64 size() const; ///< in bytes, of what is said
};

/// Where in its dialogue a mail ended, in the order of the steps. Before End nothing can have been accepted.
enum class MailStep {
    Name,     ///< the server's name was not found
    Connect,  ///< no connection
    Tls,      ///< certificate or handshake, or STARTTLS is not offered
    Greeting, ///< the server's greeting and EHLO
    Login,
    Sender,    ///< MAIL
    Recipient, ///< RCPT
    Data,      ///< DATA
    Content,   ///< the text was leaving, its end mark was not
    End,       ///< the end mark left, or may have
};

enum class MailEnd {
    Replied, ///< by the server's reply, in `code` and `text`
    Lost,    ///< the connection dropped or the time was over
    Unable,  ///< we stopped: the server lacks what it takes
};

/// How far a mail got and what ended it.
struct MailResponse
{
    MailStep step = MailStep::Connect;
    MailEnd end = MailEnd::Lost;
    int code = 0; ///< of the reply; 0 where there is none
    QString text; ///< the reply without its code, lines joined by a space; or our own English words for the log
    Millis latency{0};

    [[nodiscard]] bool isAccepted() const
    {
        return step == MailStep::End && end == MailEnd::Replied && code >= 200 && code < 300;
    }
};

/// What was read of a mailbox: everything up to a mail in one of its lives. Empty: nothing yet.
struct MailboxCursor
{
    quint32 validity = 0; ///< UIDVALIDITY; another one means that all numbers are new
    quint32 uid = 0;      ///< the last one read

    friend bool operator==(const MailboxCursor &, const MailboxCursor &) = default;
};

/// Asks for the next mails of a folder, oldest first. Nothing is changed there, no flag set, nothing deleted.
struct MailboxRequest
{
    MailServer server;
    QString folder; ///< empty: INBOX
    MailboxCursor cursor;
    int atMost = 50;
    /// Received before that is skipped where there is no cursor for this life of the folder.
    Instant since{};
};

struct MailboxResponse
{
    /// Empty: read. Else where it failed, in the same words as sending; Login and before.
    std::optional<MailResponse> failure;
    QList<QByteArray> mails; ///< whole, as they lie there; cut after a megabyte
    MailboxCursor cursor;    ///< to go on from
    bool more = false;       ///< there are further mails at once
};

} // namespace domain

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>

namespace providers::smtp {

/// What a delivery report (RFC 3464) says of one recipient.
struct Delivery
{
    QString recipient;  ///< Original-Recipient, else Final-Recipient; without its type
    QString action;     ///< failed, delayed, delivered, relayed, expanded; lower case
    QString status;     ///< "5.1.1"
    QString diagnostic; ///< the remote server's words, without their type
};

/// A mail from the mailbox where bounces arrive, read.
struct ReadMail
{
    enum class Kind {
        Other,     ///< nothing for us: an automatic reply, spam, a person's letter
        Delivery,  ///< deliveries says what became of it
        Complaint, ///< the recipient called it spam (RFC 5965)
    };
    Kind kind = Kind::Other;
    QString messageId; ///< its own, without angle brackets
    QString from;      ///< normal form; empty where there is none
    QString subject;
    QString text; ///< as its writer's reader shows it without pictures: the plain text, else what the HTML says
    int attachments = 0;
    QString inReplyTo;          ///< the mail it answers, without angle brackets
    QStringList references;     ///< the mails before it, oldest first, likewise
    qint64 date = 0;            ///< UTC seconds; 0: unknown
    QStringList to;             ///< every address it was sent to, as far as its header says
    bool isAutomatic = false;   ///< Auto-Submitted and its like, or no return path
    QList<Delivery> deliveries; ///< of a Delivery
    QString envelopeId;         ///< of a Delivery or Complaint: ours
    QString originalMessageId;  ///< of the mail it is about, without angle brackets
    QString complainant;        ///< of a Complaint: the recipient, if it is told
    QString feedbackType;       ///< of a Complaint: "abuse" …
};

/// Reads whatever mail; what is broken in it is left out. Any thread; bounded by the mail's size.
[[nodiscard]] ReadMail readMail(const QByteArray &mail);

} // namespace providers::smtp

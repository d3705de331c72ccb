#pragma once

#include "domain/core/result.h"
#include "domain/provider/provider.h"

namespace providers::smtp {

/// What a mail says, before it is put into its form on the wire.
struct Mail
{
    QString fromName;
    QString fromAddress; ///< normal form, like the other addresses
    QString replyTo;     ///< empty: none
    QString to;
    QString subject;
    QString text;
    QString html;              ///< empty: text alone
    QByteArray messageId;      ///< without angle brackets
    QByteArray inReplyTo;      ///< without angle brackets; empty: it answers none, and nobody wrote it by hand
    QByteArrayList references; ///< likewise
    domain::Instant date{};
    bool isBulk = false;
    QByteArrayList unsubscribe; ///< URIs in the order of preference (RFC 2369); with an https one, one-click (RFC 8058)
    QList<domain::MailAttachment> attachments;
};

/// A mail as it goes over the wire, in pieces as MailRequest has them.
struct MailPieces
{
    QByteArray content;
    QByteArrayList rest;
};

/// Header and body in ASCII (but for addresses that have other letters), lines of at most 998 bytes that end in CRLF.
/// Text comes as quoted-printable or base64 where it needs it, HTML beside it as an alternative, attachments as base64
/// in pieces of their own.
/// Nothing in a value can begin a header of its own. InvalidInput where an address is none. Any thread.
[[nodiscard]] domain::Result<MailPieces> mailContent(const Mail &mail);

} // namespace providers::smtp

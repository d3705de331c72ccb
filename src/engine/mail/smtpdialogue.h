#pragma once

#include "engine/mail/maildialogue.h"
#include "engine/mail/sasl.h"

namespace engine {

/// A server's whole reply.
struct MailReply
{
    int code = 0;
    QString text; ///< without the code, lines joined by a space
};

/// Takes bytes as they come and gives whole replies ("250-a", "250 b": one of two lines).
class SmtpReplies
{
public:
    void add(const QByteArray &bytes) { m_bytes += bytes; }
    /// The next whole one. `broken` is set where what came is no reply, or has no end.
    [[nodiscard]] std::optional<MailReply> next(bool &broken);
    /// The lines of the last one, without their codes.
    [[nodiscard]] const QByteArrayList &lines() const { return m_lines; }

private:
    QByteArray m_bytes;
    QByteArrayList m_lines;
    QByteArrayList m_sofar;
};

/// What a server says of itself in its answer to EHLO.
struct SmtpAbilities
{
    bool eightBit = false;
    bool utf8 = false;
    bool reports = false; ///< DSN
    std::optional<qint64> size;
    QByteArrayList logins;

    /// The lines of the answer, without their codes.
    [[nodiscard]] static SmtpAbilities from(const QByteArrayList &lines);
};

/// Message text as it goes over the wire after DATA: every line ends in CRLF, a dot at its beginning is doubled; the
/// lone dot that ends it follows separately (RFC 5321, 4.5.2).
[[nodiscard]] QByteArray dotStuffed(const QByteArray &content);

/// The client's side of SMTP after EHLO and TLS, for one connection: what to write after each reply, and how a mail
/// ended. Pure but for SCRAM's nonce.
class SmtpDialogue : public MailDialogue
{
public:
    SmtpDialogue(SmtpAbilities abilities, bool encrypted) : m_can(std::move(abilities)), m_isEncrypted(encrypted) {}

    /// Begins a mail: what to write. Empty where it has ended already (`response()`).
    [[nodiscard]] QByteArray begin(const domain::MailRequest &request);

    [[nodiscard]] QByteArray received(const QByteArray &bytes) override;
    [[nodiscard]] QByteArray written() override;
    void lost(const QString &why) override;
    [[nodiscard]] bool isOpen() const override { return m_isOpen; } ///< a mail is on its way
    /// RFC 5321, 4.5.3.2.
    [[nodiscard]] domain::Millis patience() const override;
    [[nodiscard]] QByteArray farewell() const override { return m_isReusable ? "QUIT\r\n" : ""; }

    [[nodiscard]] const domain::MailResponse &response() const { return m_response; }
    /// The connection can take another mail.
    [[nodiscard]] bool isReusable() const { return m_isReusable; }
    /// The server has answered something of the mail that was begun last.
    [[nodiscard]] bool wasHeard() const { return m_wasHeard; }

private:
    enum class Awaits { Nothing, Reset, Login, Sender, Recipient, Data, Writing, End };

    [[nodiscard]] QByteArray replied(const MailReply &reply);
    [[nodiscard]] QByteArray next();
    [[nodiscard]] QByteArray login();
    [[nodiscard]] QByteArray loginReplied(const MailReply &reply);
    [[nodiscard]] QByteArray mailCommand();
    [[nodiscard]] QByteArray recipientCommand() const;
    QByteArray end(domain::MailEnd how, int code, const QString &text);

    SmtpReplies m_replies;
    SmtpAbilities m_can;
    bool m_isEncrypted;
    bool m_isLoggedIn = false;
    bool m_needsReset = false;
    bool m_isOpen = false;
    bool m_isReusable = true;
    bool m_wasHeard = false;
    Awaits m_awaits = Awaits::Nothing;
    std::optional<SaslLogin> m_login;
    domain::MailRequest m_request;
    qsizetype m_piece = 0; ///< of the request's rest, that is being written
    qsizetype m_at = 0;    ///< in it
    domain::MailResponse m_response;
};

} // namespace engine

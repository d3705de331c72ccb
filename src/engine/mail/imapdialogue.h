#pragma once

#include "engine/mail/maildialogue.h"
#include "engine/mail/sasl.h"

namespace engine {

/// Reads the next mails of a folder by IMAP (RFC 3501), read-only: EXAMINE and BODY.PEEK leave no trace, and there is
/// no command here that could delete. Begins at the greeting that has been read already. Pure but for SCRAM's nonce.
class ImapDialogue : public MailDialogue
{
public:
    ImapDialogue(domain::MailboxRequest request, bool encrypted);

    [[nodiscard]] QByteArray begin();
    [[nodiscard]] QByteArray received(const QByteArray &bytes) override;
    void lost(const QString &why) override;
    [[nodiscard]] bool isOpen() const override { return m_awaits != Awaits::Nothing; }
    [[nodiscard]] domain::Millis patience() const override { return domain::Millis{60'000}; }
    [[nodiscard]] QByteArray farewell() const override { return "z LOGOUT\r\n"; }

    [[nodiscard]] const domain::MailboxResponse &response() const { return m_response; }

private:
    enum class Awaits { Nothing, Abilities, Login, Folder, Search, Mails };
    /// One line of the server's with the literals that stood in it.
    struct Line
    {
        QByteArray text;
        QByteArrayList literals;
    };

    [[nodiscard]] std::optional<Line> nextLine();
    [[nodiscard]] QByteArray on(const Line &line);
    void untagged(const Line &line);
    [[nodiscard]] QByteArray completed(bool good, const QString &words);
    [[nodiscard]] QByteArray command(Awaits awaits, const QByteArray &text);
    [[nodiscard]] QByteArray login();
    [[nodiscard]] QByteArray search();
    [[nodiscard]] QByteArray fetch();
    QByteArray fail(domain::MailStep step, domain::MailEnd end, const QString &words);

    domain::MailboxRequest m_request;
    bool m_isEncrypted;
    Awaits m_awaits = Awaits::Nothing;
    int m_tag = 0;
    QByteArray m_bytes;
    Line m_partial;
    qsizetype m_literalLeft = -1; ///< bytes of the literal that is being read; -1: none is
    QByteArrayList m_logins;
    bool m_mayLogin = true;      ///< LOGIN is not disabled
    bool m_takesInitial = false; ///< SASL-IR
    std::optional<SaslLogin> m_login;
    quint32 m_validity = 0;
    quint32 m_nextUid = 0;
    bool m_isNewLife = false;
    QList<quint32> m_uids;
    std::map<quint32, QByteArray> m_mails;
    domain::MailboxResponse m_response;
};

} // namespace engine

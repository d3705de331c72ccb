#pragma once

#include "domain/provider/mail.h"

#include <QByteArrayList>

#include <optional>

namespace engine {

/// One login by SASL, for SMTP and IMAP alike: pure, bytes without their base64. Any thread.
/// RFC 4616 (PLAIN), 2195 (CRAM-MD5), 5802 and 7677 (SCRAM), Google's XOAUTH2; LOGIN by custom.
class SaslLogin
{
public:
    enum class Mechanism { ScramSha256, ScramSha1, XOAuth2, Plain, Login, CramMd5 };

    /// The best of what a server offers ("PLAIN", "SCRAM-SHA-256" …) for what is known of the account: with an access
    /// token XOAUTH2 alone; what shows the password only over an encrypted connection. Empty: none will do.
    [[nodiscard]] static std::optional<Mechanism> choose(const QByteArrayList &offered,
                                                         const domain::MailServer &account, bool encrypted);

    /// 24 characters from the system's random source.
    [[nodiscard]] static QByteArray freshNonce();

    /// `nonce`: printable, unguessable, without a comma; SCRAM alone uses it.
    SaslLogin(Mechanism mechanism, const domain::MailServer &account, QByteArray nonce);

    [[nodiscard]] QByteArray name() const;
    /// What may stand beside the mechanism's name; empty where the server speaks first.
    [[nodiscard]] std::optional<QByteArray> initial() const;
    /// The initial response was not sent along: the first, empty challenge asks for it.
    void awaitPrompt() { m_isPromptAwaited = initial().has_value(); }
    /// The answer to a challenge; empty where it is no sound one, and above all where the server has not proved that
    /// it knows the password too: the login must be given up then.
    [[nodiscard]] std::optional<QByteArray> answer(const QByteArray &challenge);
    /// Whether a 'yes' of the server may be believed: false while its proof is missing.
    [[nodiscard]] bool mayEnd() const { return !m_needsProof; }

private:
    [[nodiscard]] bool isScram() const
    {
        return m_mechanism == Mechanism::ScramSha256 || m_mechanism == Mechanism::ScramSha1;
    }
    [[nodiscard]] std::optional<QByteArray> scramFinal(const QByteArray &serverFirst);

    Mechanism m_mechanism;
    QByteArray m_user;
    QByteArray m_password;
    QByteArray m_token;
    QByteArray m_nonce;
    int m_answers = 0;
    bool m_isPromptAwaited = false;
    bool m_needsProof = false;
    QByteArray m_serverSignature;
};

} // namespace engine

#include "engine/mail/sasl.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

using Mechanism = SaslLogin::Mechanism;

constexpr int mostIterations = 200'000; // a hostile server could keep us busy
constexpr int fewestIterations = 4'096; // RFC 5802, 5.1

struct Offer
{
    Mechanism mechanism;
    QByteArrayView name;
    bool showsPassword;
};

// In the order of preference (smtp.md, section 1).
constexpr std::array offers{Offer{Mechanism::ScramSha256, "SCRAM-SHA-256", false},
                            Offer{Mechanism::ScramSha1, "SCRAM-SHA-1", false},
                            Offer{Mechanism::XOAuth2, "XOAUTH2", true},
                            Offer{Mechanism::Plain, "PLAIN", true},
                            Offer{Mechanism::Login, "LOGIN", true},
                            Offer{Mechanism::CramMd5, "CRAM-MD5", false}};

QByteArray mac(QCryptographicHash::Algorithm hash, const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, hash);
}

QByteArray combined(QByteArray a, const QByteArray &b)
{
    for (qsizetype i = 0; i < a.size(); ++i)
        a[i] = static_cast<char>(a[i] ^ b[i]);
    return a;
}

/// Hi() of RFC 5802: PBKDF2 of one block.
QByteArray salted(QCryptographicHash::Algorithm hash, const QByteArray &password, const QByteArray &salt,
                  int iterations)
{
    QMessageAuthenticationCode code(hash, password);
    QByteArray step = salt + QByteArray("\0\0\0\1", 4);
    QByteArray sum;
    for (int i = 0; i < iterations; ++i) {
        code.reset();
        code.addData(step);
        step = code.result();
        sum = sum.isEmpty() ? step : combined(std::move(sum), step);
    }
    return sum;
}

/// "r=…,s=…,i=…" → the value of one letter.
QByteArray attribute(const QByteArray &message, char letter)
{
    for (const QByteArray &part : message.split(','))
        if (part.size() > 2 && part[0] == letter && part[1] == '=')
            return part.sliced(2);
    return {};
}

} // namespace

std::optional<Mechanism> SaslLogin::choose(const QByteArrayList &offered, const domain::MailServer &account,
                                           bool encrypted)
{
    for (const Offer &offer : offers) {
        const bool isToken = offer.mechanism == Mechanism::XOAuth2;
        if (isToken == account.accessToken.isEmpty() || (offer.showsPassword && !encrypted))
            continue;
        for (const QByteArray &word : offered)
            if (offer.name.compare(word, Qt::CaseInsensitive) == 0)
                return offer.mechanism;
    }
    return std::nullopt;
}

QByteArray SaslLogin::freshNonce()
{
    QByteArray bytes(18, Qt::Uninitialized);
    for (char &c : bytes)
        c = static_cast<char>(QRandomGenerator::system()->generate() & 0xff);
    return bytes.toBase64(QByteArray::Base64UrlEncoding);
}

SaslLogin::SaslLogin(Mechanism mechanism, const domain::MailServer &account, QByteArray nonce)
    : m_mechanism(mechanism), m_user(account.user.toUtf8()), m_password(account.password.toUtf8()),
      m_token(account.accessToken.toUtf8()), m_nonce(std::move(nonce)), m_needsProof(isScram())
{
    if (isScram()) { // what remains of SASLprep (RFC 4013) for names and passwords people use
        m_user = account.user.normalized(QString::NormalizationForm_KC).toUtf8();
        m_password = account.password.normalized(QString::NormalizationForm_KC).toUtf8();
        m_user.replace("=", "=3D").replace(",", "=2C");
    }
}

QByteArray SaslLogin::name() const
{
    for (const Offer &offer : offers)
        if (offer.mechanism == m_mechanism)
            return offer.name.toByteArray();
    Q_UNREACHABLE();
}

std::optional<QByteArray> SaslLogin::initial() const
{
    switch (m_mechanism) {
    case Mechanism::Plain:
        return '\0' + m_user + '\0' + m_password;
    case Mechanism::XOAuth2:
        return "user=" + m_user + "\1auth=Bearer " + m_token + "\1\1";
    case Mechanism::ScramSha256:
    case Mechanism::ScramSha1:
        return "n,,n=" + m_user + ",r=" + m_nonce;
    case Mechanism::Login:
    case Mechanism::CramMd5:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<QByteArray> SaslLogin::answer(const QByteArray &challenge)
{
    if (std::exchange(m_isPromptAwaited, false))
        return initial();
    const int turn = m_answers++;
    switch (m_mechanism) {
    case Mechanism::Plain:
        return std::nullopt; // everything was said
    case Mechanism::XOAuth2:
        return QByteArray(""); // the challenge says what is wrong; the refusal follows
    case Mechanism::Login:
        if (turn > 1)
            return std::nullopt;
        return turn == 0 ? m_user : m_password;
    case Mechanism::CramMd5:
        if (turn > 0)
            return std::nullopt;
        return m_user + ' ' + mac(QCryptographicHash::Md5, m_password, challenge).toHex();
    case Mechanism::ScramSha256:
    case Mechanism::ScramSha1:
        if (turn == 0)
            return scramFinal(challenge);
        if (turn > 1 || m_serverSignature.isEmpty() || challenge != "v=" + m_serverSignature.toBase64())
            return std::nullopt;
        m_needsProof = false;
        return QByteArray("");
    }
    Q_UNREACHABLE();
}

std::optional<QByteArray> SaslLogin::scramFinal(const QByteArray &serverFirst)
{
    const auto hash = m_mechanism == Mechanism::ScramSha256 ? QCryptographicHash::Sha256 : QCryptographicHash::Sha1;
    const QByteArray nonce = attribute(serverFirst, 'r');
    const auto salt =
        QByteArray::fromBase64Encoding(attribute(serverFirst, 's'), QByteArray::AbortOnBase64DecodingErrors);
    const int iterations = attribute(serverFirst, 'i').toInt();
    if (!nonce.startsWith(m_nonce) || nonce.size() == m_nonce.size() || !salt || salt.decoded.isEmpty() ||
        iterations < fewestIterations || iterations > mostIterations)
        return std::nullopt;
    const QByteArray key = salted(hash, m_password, salt.decoded, iterations);
    const QByteArray clientKey = mac(hash, key, "Client Key");
    const QByteArray withoutProof = "c=biws,r=" + nonce;
    const QByteArray signedText = "n=" + m_user + ",r=" + m_nonce + ',' + serverFirst + ',' + withoutProof;
    const QByteArray proof = combined(clientKey, mac(hash, QCryptographicHash::hash(clientKey, hash), signedText));
    m_serverSignature = mac(hash, mac(hash, key, "Server Key"), signedText);
    return withoutProof + ",p=" + proof.toBase64();
}

} // namespace engine

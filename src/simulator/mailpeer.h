#pragma once

#include "simulator/world.h"

#include <QByteArray>

namespace simulator {

/// The server's side of one connection by which mail comes (RFC 5321, RFC 4954), as far as a sender of single mails
/// needs it: lines and contents in, replies out. Everything is taken for whoever it is addressed to; a mailbox that is
/// to fail is refused at RCPT, and whatever else the world's faults want happens when the content has come. Of a mail
/// the subject and the text are kept. Lives in the server's thread.
class MailPeer
{
public:
    static constexpr size_t longestLine = 4096;
    static constexpr size_t longestMail = 16 * 1024 * 1024;

    MailPeer(World &world, const std::vector<Account> &accounts);

    enum class Then { Line, Content, Hang, Drop, Quit };
    struct Step
    {
        std::string words; ///< whole lines; nothing is said with Hang and Drop
        Then then = Then::Line;
        domain::Millis delay{0};
    };

    [[nodiscard]] Step greeting() const;
    /// A command, or the answer to a challenge; without its line's end.
    [[nodiscard]] Step line(std::string_view line);
    /// What came between DATA's reply and the lone dot, dots still doubled. `isTooLong`: it was not kept.
    [[nodiscard]] Step content(std::string_view content, bool isTooLong);
    /// Between two mails.
    [[nodiscard]] bool isIdle() const { return !m_hasSender && m_login == Login::None; }

private:
    enum class Login { None, Plain, User, Password, CramMd5 };

    [[nodiscard]] Step hello(bool isExtended, std::string_view name);
    [[nodiscard]] Step authenticate(std::string_view rest);
    [[nodiscard]] Step loginAnswer(std::string_view encoded);
    [[nodiscard]] Step loggedIn(bool good);
    [[nodiscard]] bool knows(const QByteArray &user, const QByteArray &password) const;
    [[nodiscard]] bool knowsDigest(const QByteArray &answer) const;
    [[nodiscard]] Step sender(std::string_view rest);
    [[nodiscard]] Step recipient(std::string_view rest);
    [[nodiscard]] Step take(std::string_view content);
    void forget();

    World &m_world;
    std::vector<std::string> m_logins; ///< "user:password" of those that may; none: everybody
    bool m_isGreeted = false;
    bool m_isLoggedIn = false;
    Login m_login = Login::None;
    QByteArray m_user;      ///< of AUTH LOGIN
    QByteArray m_challenge; ///< of CRAM-MD5
    bool m_hasSender = false;
    std::string m_sender;
    std::vector<std::string> m_recipients;
};

} // namespace simulator

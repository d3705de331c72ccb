#include "simulator/mailpeer.h"

#include "domain/address/email.h"
#include "providers/smtp/report.h"
#include "simulator/text.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>
#include <cctype>

namespace simulator {

namespace {

constexpr size_t mostRecipients = 100;
constexpr size_t longestText = 60'000; ///< bytes that are kept of what a mail says

bool isWord(std::string_view text, std::string_view word)
{
    return text.size() == word.size() &&
           std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return std::toupper(a) == b; });
}

/// Takes the word at the beginning off.
std::string_view nextWord(std::string_view &text)
{
    const size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return word;
}

/// "FROM:<ann@example.org> SIZE=10" → the address, with the parameters left in `text`. Empty where it is not so
/// written.
std::optional<std::string> pathIn(std::string_view &text, std::string_view keyword)
{
    if (text.size() < keyword.size() || !isWord(text.substr(0, keyword.size()), keyword))
        return std::nullopt;
    text.remove_prefix(keyword.size());
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const size_t end = text.find('>');
    if (text.empty() || text[0] != '<' || end == std::string_view::npos)
        return std::nullopt;
    std::string path(text.substr(1, end - 1));
    text.remove_prefix(end + 1);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return path;
}

QByteArray decoded(std::string_view base64)
{
    return QByteArray::fromBase64(QByteArray(base64.data(), qsizetype(base64.size())));
}

MailPeer::Step say(std::string_view words)
{
    MailPeer::Step step;
    step.words.reserve(words.size() + 2);
    step.words += words;
    step.words += "\r\n";
    return step;
}

/// As it was before its dots were doubled.
QByteArray withoutStuffing(std::string_view content)
{
    QByteArray out;
    out.reserve(qsizetype(content.size()));
    bool isLineStart = true;
    for (const char c : content) {
        if (!isLineStart || c != '.')
            out += c;
        isLineStart = c == '\n';
    }
    return out;
}

/// Whole letters only.
std::string cut(std::string text)
{
    if (text.size() <= longestText)
        return text;
    size_t end = longestText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    text.resize(end);
    return text;
}

} // namespace

MailPeer::MailPeer(World &world, const std::vector<Account> &accounts) : m_world(world)
{
    for (const Account &account : accounts)
        if (account.sid == "smtp")
            m_logins.push_back(account.token);
}

MailPeer::Step MailPeer::greeting() const { return say("220 simulator ESMTP: no mail leaves this machine"); }

MailPeer::Step MailPeer::line(std::string_view line)
{
    if (m_login != Login::None)
        return loginAnswer(line);
    std::string_view rest = line;
    const std::string_view verb = nextWord(rest);
    if (isWord(verb, "EHLO"))
        return hello(true, rest);
    if (isWord(verb, "HELO"))
        return hello(false, rest);
    if (isWord(verb, "AUTH"))
        return authenticate(rest);
    if (isWord(verb, "MAIL"))
        return sender(rest);
    if (isWord(verb, "RCPT"))
        return recipient(rest);
    if (isWord(verb, "DATA")) {
        if (m_recipients.empty())
            return say("503 5.5.1 there is nobody to send it to");
        return {"354 end it with a dot in a line of its own\r\n", Then::Content, {}};
    }
    if (isWord(verb, "RSET")) {
        forget();
        return say("250 2.0.0 forgotten");
    }
    if (isWord(verb, "NOOP"))
        return say("250 2.0.0 here");
    if (isWord(verb, "QUIT"))
        return {"221 2.0.0 good-bye\r\n", Then::Quit, {}};
    if (isWord(verb, "VRFY"))
        return say("252 2.1.5 it is not looked up");
    if (isWord(verb, "STARTTLS"))
        return say("502 5.5.1 there is no TLS within this machine");
    return say("500 5.5.2 this is no command here");
}

MailPeer::Step MailPeer::hello(bool isExtended, std::string_view name)
{
    if (name.empty())
        return say("501 5.5.4 a name is expected");
    m_isGreeted = true;
    forget();
    if (!isExtended)
        return say("250 simulator");
    std::string words = "250-simulator\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"
                        "250-ENHANCEDSTATUSCODES\r\n250-AUTH PLAIN LOGIN CRAM-MD5\r\n250 SIZE ";
    appendNumber(words, qint64(longestMail));
    return say(words);
}

MailPeer::Step MailPeer::authenticate(std::string_view rest)
{
    if (!m_isGreeted || m_isLoggedIn || m_hasSender)
        return say("503 5.5.1 not now");
    const std::string_view mechanism = nextWord(rest);
    if (isWord(mechanism, "PLAIN")) {
        m_login = Login::Plain;
        return rest.empty() ? say("334 ") : loginAnswer(rest == "=" ? std::string_view{} : rest);
    }
    if (isWord(mechanism, "LOGIN")) {
        m_login = Login::User;
        return rest.empty() ? say("334 VXNlcm5hbWU6") : loginAnswer(rest);
    }
    if (isWord(mechanism, "CRAM-MD5")) {
        m_login = Login::CramMd5;
        m_challenge = '<' + QByteArray::number(QRandomGenerator::system()->generate64()) + "@simulator>";
        return say("334 " + m_challenge.toBase64().toStdString());
    }
    return say("504 5.5.4 there is no such way to log in");
}

MailPeer::Step MailPeer::loginAnswer(std::string_view encoded)
{
    const Login login = std::exchange(m_login, Login::None);
    if (encoded == "*")
        return say("501 5.7.0 given up");
    const QByteArray answer = decoded(encoded);
    switch (login) {
    case Login::Plain: {
        const QList<QByteArray> parts = answer.split('\0');
        return loggedIn(parts.size() == 3 && knows(parts[1], parts[2]));
    }
    case Login::User:
        m_user = answer;
        m_login = Login::Password;
        return say("334 UGFzc3dvcmQ6");
    case Login::Password:
        return loggedIn(knows(m_user, answer));
    case Login::CramMd5:
        return loggedIn(knowsDigest(answer));
    case Login::None:
        break;
    }
    return say("500 5.5.2 this is no command here");
}

MailPeer::Step MailPeer::loggedIn(bool good)
{
    m_isLoggedIn = good;
    return say(good ? "235 2.7.0 welcome" : "535 5.7.8 user or password is wrong");
}

bool MailPeer::knows(const QByteArray &user, const QByteArray &password) const
{
    return !user.isEmpty() &&
           (m_logins.empty() || std::ranges::count(m_logins, (user + ':' + password).toStdString()) > 0);
}

// "user digest": the password itself is not shown, so every known one is tried.
bool MailPeer::knowsDigest(const QByteArray &answer) const
{
    const qsizetype space = answer.lastIndexOf(' ');
    if (space < 1)
        return false;
    if (m_logins.empty())
        return true;
    const QByteArray begin = answer.first(space) + ':';
    return std::ranges::any_of(m_logins, [&](const std::string &login) {
        const QByteArray known = QByteArray::fromStdString(login);
        return known.startsWith(begin) &&
               QMessageAuthenticationCode::hash(m_challenge, known.sliced(begin.size()), QCryptographicHash::Md5)
                       .toHex() == answer.sliced(space + 1);
    });
}

MailPeer::Step MailPeer::sender(std::string_view rest)
{
    if (!m_isGreeted || m_hasSender)
        return say("503 5.5.1 not now");
    if (!m_logins.empty() && !m_isLoggedIn)
        return say("530 5.7.0 log in first");
    const auto path = pathIn(rest, "FROM:");
    if (!path)
        return say("501 5.5.4 an address in angle brackets is expected");
    while (!rest.empty()) {
        const std::string_view parameter = nextWord(rest);
        if (parameter.size() > 5 && isWord(parameter.substr(0, 5), "SIZE=") &&
            QByteArray(parameter.data() + 5, qsizetype(parameter.size()) - 5).toULongLong() > longestMail)
            return say("552 5.3.4 this is too long a mail");
    }
    m_hasSender = true;
    m_sender = *path;
    return say("250 2.1.0 from there");
}

MailPeer::Step MailPeer::recipient(std::string_view rest)
{
    if (!m_hasSender)
        return say("503 5.5.1 from whom?");
    const auto path = pathIn(rest, "TO:");
    const auto address = path ? domain::normalisedEmail(QString::fromStdString(*path)) : std::nullopt;
    if (!address)
        return say("553 5.1.3 this is no address");
    if (m_recipients.size() >= mostRecipients)
        return say("452 4.5.3 too many people at once");
    const std::string known = address->toStdString();
    if (m_world.drawFailure(m_world.store.mailbox(known)) != 0)
        return say("550 5.1.1 there is no such mailbox");
    m_recipients.push_back(known);
    return say("250 2.1.5 to there");
}

MailPeer::Step MailPeer::content(std::string_view content, bool isTooLong)
{
    Step step = isTooLong ? say("552 5.3.4 this is too long a mail") : take(content);
    forget();
    return step;
}

MailPeer::Step MailPeer::take(std::string_view content)
{
    Faults &faults = m_world.faults;
    ++m_world.counted.requests;
    ++m_world.counted.sends;
    const domain::Millis delay = m_world.draw(m_world.network.latency) +
                                 (m_world.strikes(faults.slow) ? m_world.draw(faults.slowBy) : domain::Millis{0});
    const auto after = [delay](Step step) {
        step.delay = delay;
        return step;
    };
    const auto refuse = [&](std::string_view words) {
        ++m_world.counted.refused;
        return after(say(words));
    };
    if (m_world.strikes(faults.hang))
        return {{}, Then::Hang, delay};
    if (m_world.strikes(faults.dropBefore))
        return {{}, Then::Drop, delay};
    if (m_world.strikes(faults.tooMany))
        return refuse("451 4.7.1 too much at once, try again later");
    if (m_world.strikes(faults.serverError))
        return refuse("554 5.3.0 the mail cannot be taken");
    const providers::smtp::ReadMail mail = providers::smtp::readMail(withoutStuffing(content));
    const std::string text = cut((mail.subject + QStringLiteral("\n\n") + mail.text).toStdString());
    const std::string reference = mail.messageId.toStdString();
    RowIndex row = noIndex;
    for (const std::string &recipient : m_recipients) {
        World::Accepting message;
        message.account = m_world.accountIndex("smtp");
        message.to = m_world.store.mailbox(recipient);
        message.ours = m_sender;
        message.body = text;
        message.reference = reference;
        message.arrives = true; // who cannot be reached was refused at RCPT
        row = m_world.accept(message);
        if (row == noIndex)
            return refuse("452 4.3.1 it cannot be written down");
    }
    if (m_world.strikes(faults.hangAccepting))
        return {{}, Then::Hang, delay};
    if (m_world.strikes(faults.dropAccepting))
        return {{}, Then::Drop, delay};
    std::string words = "250 2.0.0 taken as ";
    m_world.store.appendSid(words, row);
    return after(say(words));
}

void MailPeer::forget()
{
    m_hasSender = false;
    m_sender.clear();
    m_recipients.clear();
}

} // namespace simulator

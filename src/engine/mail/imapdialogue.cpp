#include "engine/mail/imapdialogue.h"

#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace domain;

namespace engine {

namespace {

constexpr int mostOfAMail = 256 * 1024;             // a report stands before the mail it is about
constexpr qsizetype longestLine = 16 * 1024 * 1024; // a search in a full folder
constexpr qsizetype longestLiteral = 2 * mostOfAMail;

QByteArray quoted(const QString &text)
{
    QByteArray out = "\"";
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c != '\r' && c != '\n')
            out += c;
    }
    return out + '"';
}

/// The number after a word: "… UIDVALIDITY 17] …".
quint32 numberAfter(const QByteArray &text, QByteArrayView word)
{
    const qsizetype at = text.toUpper().indexOf(word);
    if (at < 0)
        return 0;
    qsizetype end = at + word.size();
    while (end < text.size() && text[end] == ' ')
        ++end;
    const qsizetype start = end;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    return text.sliced(start, end - start).toUInt();
}

} // namespace

ImapDialogue::ImapDialogue(MailboxRequest request, bool encrypted)
    : m_request(std::move(request)), m_isEncrypted(encrypted)
{
    m_response.cursor = m_request.cursor;
}

QByteArray ImapDialogue::begin() { return command(Awaits::Abilities, "CAPABILITY"); }

QByteArray ImapDialogue::command(Awaits awaits, const QByteArray &text)
{
    m_awaits = awaits;
    return 'a' + QByteArray::number(++m_tag) + ' ' + text + "\r\n";
}

QByteArray ImapDialogue::received(const QByteArray &bytes)
{
    m_bytes += bytes;
    QByteArray out;
    while (m_awaits != Awaits::Nothing) {
        const auto line = nextLine();
        if (!line)
            break;
        out += on(*line);
    }
    return out;
}

std::optional<ImapDialogue::Line> ImapDialogue::nextLine()
{
    while (true) {
        if (m_literalLeft >= 0) {
            const qsizetype part = std::min(m_literalLeft, m_bytes.size());
            m_partial.literals.last() += m_bytes.first(part);
            m_bytes.remove(0, part);
            m_literalLeft -= part;
            if (m_literalLeft > 0)
                return std::nullopt;
            m_literalLeft = -1;
        }
        const qsizetype end = m_bytes.indexOf("\r\n");
        if (end < 0) {
            if (m_bytes.size() > longestLine)
                lost(u"the server's line has no end"_s);
            return std::nullopt;
        }
        const QByteArray text = m_bytes.first(end);
        m_bytes.remove(0, end + 2);
        m_partial.text += text;
        const qsizetype brace = text.endsWith('}') ? text.lastIndexOf('{') : -1;
        if (brace < 0)
            return std::exchange(m_partial, {});
        bool isNumber = false;
        m_literalLeft = text.sliced(brace + 1, text.size() - brace - 2).toLongLong(&isNumber);
        if (!isNumber || m_literalLeft < 0 || m_literalLeft > longestLiteral) {
            lost(u"the server sent more than was asked for"_s);
            return std::nullopt;
        }
        m_partial.literals << QByteArray();
    }
}

QByteArray ImapDialogue::on(const Line &line)
{
    if (line.text.startsWith("+")) {
        if (m_awaits != Awaits::Login || !m_login)
            return {};
        const auto answer = m_login->answer(QByteArray::fromBase64(line.text.sliced(1).trimmed()));
        return answer
                   ? answer->toBase64() + "\r\n"
                   : fail(MailStep::Login, MailEnd::Unable, u"the server did not prove that it knows the password"_s);
    }
    if (line.text.startsWith("* ")) {
        untagged(line);
        if (line.text.startsWith("* BYE") && m_awaits != Awaits::Nothing)
            return fail(MailStep::Greeting, MailEnd::Lost, QString::fromUtf8(line.text.sliced(2)));
        return {};
    }
    if (!line.text.startsWith('a' + QByteArray::number(m_tag) + ' '))
        return {};
    const QByteArray rest = line.text.sliced(line.text.indexOf(' ') + 1);
    return completed(rest.toUpper().startsWith("OK"), QString::fromUtf8(rest));
}

void ImapDialogue::untagged(const Line &line)
{
    const QByteArray upper = line.text.toUpper();
    if (upper.startsWith("* CAPABILITY ")) {
        m_logins.clear();
        for (const QByteArray &word : upper.sliced(13).split(' ')) {
            if (word.startsWith("AUTH="))
                m_logins << word.sliced(5);
            else if (word == "LOGINDISABLED")
                m_mayLogin = false;
            else if (word == "SASL-IR")
                m_takesInitial = true;
        }
    } else if (upper.startsWith("* OK [UIDVALIDITY")) {
        m_validity = numberAfter(line.text, "UIDVALIDITY");
    } else if (upper.startsWith("* OK [UIDNEXT")) {
        m_nextUid = numberAfter(line.text, "UIDNEXT");
    } else if (upper.startsWith("* SEARCH")) {
        for (const QByteArray &word : line.text.sliced(8).split(' '))
            if (const quint32 uid = word.toUInt(); uid > 0)
                m_uids << uid;
    } else if (m_awaits == Awaits::Mails && upper.contains(" FETCH ") && !line.literals.isEmpty()) {
        if (const quint32 uid = numberAfter(line.text, "UID "); uid > 0)
            m_mails[uid] = line.literals.first();
    }
}

QByteArray ImapDialogue::completed(bool good, const QString &words)
{
    switch (m_awaits) {
    case Awaits::Nothing:
        return {};
    case Awaits::Abilities:
        return good ? login() : fail(MailStep::Greeting, MailEnd::Replied, words);
    case Awaits::Login:
        if (good && m_login && !m_login->mayEnd())
            return fail(MailStep::Login, MailEnd::Unable, u"the server did not prove that it knows the password"_s);
        if (!good)
            return fail(MailStep::Login, MailEnd::Replied, words);
        return command(Awaits::Folder, "EXAMINE " + quoted(m_request.folder.isEmpty() ? u"INBOX"_s : m_request.folder));
    case Awaits::Folder:
        return good ? search() : fail(MailStep::Recipient, MailEnd::Replied, words);
    case Awaits::Search:
        return good ? fetch() : fail(MailStep::Data, MailEnd::Replied, words);
    case Awaits::Mails:
        if (!good)
            return fail(MailStep::Data, MailEnd::Replied, words);
        for (auto &[uid, mail] : m_mails)
            m_response.mails << std::move(mail);
        m_awaits = Awaits::Nothing;
        return {};
    }
    Q_UNREACHABLE();
}

QByteArray ImapDialogue::login()
{
    const auto mechanism = SaslLogin::choose(m_logins, m_request.server, m_isEncrypted);
    if (mechanism) {
        m_login.emplace(*mechanism, m_request.server, SaslLogin::freshNonce());
        QByteArray text = "AUTHENTICATE " + m_login->name();
        if (m_takesInitial)
            if (const auto initial = m_login->initial())
                return command(Awaits::Login, text + ' ' + initial->toBase64());
        // Without it the server asks first, with an empty challenge.
        m_login->awaitPrompt();
        return command(Awaits::Login, text);
    }
    if (m_mayLogin && m_isEncrypted && m_request.server.accessToken.isEmpty())
        return command(Awaits::Login,
                       "LOGIN " + quoted(m_request.server.user) + ' ' + quoted(m_request.server.password));
    return fail(MailStep::Login, MailEnd::Unable, u"the server offers no way to log in that can be used here"_s);
}

QByteArray ImapDialogue::search()
{
    m_isNewLife = m_request.cursor.validity != m_validity || m_validity == 0;
    m_uids.clear();
    if (!m_isNewLife)
        return command(Awaits::Search, "UID SEARCH UID " + QByteArray::number(m_request.cursor.uid + 1) + ":*");
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMillis(m_request.since), QTimeZone::utc()).date();
    return command(Awaits::Search, "UID SEARCH SINCE " + QLocale::c().toString(day, u"d-MMM-yyyy").toLatin1());
}

QByteArray ImapDialogue::fetch()
{
    const quint32 known = m_isNewLife ? 0 : m_request.cursor.uid;
    m_uids.removeIf([known](quint32 uid) { return uid <= known; }); // '*' names the last one whatever its number
    std::sort(m_uids.begin(), m_uids.end());
    m_response.cursor = {m_validity, known};
    m_response.more = m_uids.size() > m_request.atMost;
    if (m_response.more)
        m_uids.resize(m_request.atMost);
    if (m_uids.isEmpty()) {
        if (m_isNewLife && m_nextUid > 0)
            m_response.cursor.uid = m_nextUid - 1; // what is older is none of ours
        m_awaits = Awaits::Nothing;
        return {};
    }
    m_response.cursor.uid = m_uids.last();
    QByteArrayList numbers;
    for (const quint32 uid : std::as_const(m_uids))
        numbers << QByteArray::number(uid);
    return command(Awaits::Mails,
                   "UID FETCH " + numbers.join(',') + " (UID BODY.PEEK[]<0." + QByteArray::number(mostOfAMail) + ">)");
}

void ImapDialogue::lost(const QString &why)
{
    if (m_awaits != Awaits::Nothing)
        fail(m_awaits <= Awaits::Login ? MailStep::Login : MailStep::Data, MailEnd::Lost, why);
}

QByteArray ImapDialogue::fail(MailStep step, MailEnd end, const QString &words)
{
    m_response = {MailResponse{step, end, 0, words, {}}, {}, m_request.cursor, false};
    m_awaits = Awaits::Nothing;
    return {};
}

} // namespace engine

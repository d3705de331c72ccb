#include "engine/mail/smtpdialogue.h"

using namespace Qt::StringLiterals;
using namespace domain;
using namespace std::chrono_literals;

namespace engine {

namespace {

constexpr qsizetype longestReply = 64 * 1024;
constexpr qsizetype pieceAtOnce = 64 * 1024;

bool isAscii(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// xtext of RFC 3461, 4: everything but plain letters as +HH.
QByteArray xtext(const QByteArray &text)
{
    QByteArray out;
    for (const char c : text) {
        if (c > ' ' && c < '\x7f' && c != '+' && c != '=')
            out += c;
        else
            out += '+' + QByteArray(1, c).toHex().toUpper();
    }
    return out;
}

/// Anything that would end the command line, or the address within it.
bool isSoundAddress(const QByteArray &address)
{
    return std::none_of(address.cbegin(), address.cend(), [](char c) {
        return (static_cast<unsigned char>(c) <= ' ') || c == '<' || c == '>' || c == '\x7f';
    });
}

} // namespace

std::optional<MailReply> SmtpReplies::next(bool &broken)
{
    broken = false;
    while (true) {
        const qsizetype end = m_bytes.indexOf('\n');
        if (end < 0) {
            broken = m_bytes.size() > longestReply;
            return std::nullopt;
        }
        QByteArray line = m_bytes.first(end);
        m_bytes.remove(0, end + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        bool isNumber = false;
        const int code = line.first(std::min<qsizetype>(3, line.size())).toInt(&isNumber);
        const char mark = line.size() > 3 ? line[3] : ' ';
        if (!isNumber || code < 200 || code > 599 || (mark != ' ' && mark != '-') ||
            m_sofar.size() * 80 > longestReply) {
            broken = true;
            return std::nullopt;
        }
        m_sofar << line.sliced(std::min<qsizetype>(4, line.size()));
        if (mark == '-')
            continue;
        m_lines = std::exchange(m_sofar, {});
        return MailReply{code, QString::fromUtf8(m_lines.join(' ')).simplified()};
    }
}

SmtpAbilities SmtpAbilities::from(const QByteArrayList &lines)
{
    SmtpAbilities can;
    for (const QByteArray &line : lines) {
        QByteArrayList words = line.simplified().split(' ');
        const QByteArray word = words.takeFirst().toUpper();
        if (word == "8BITMIME")
            can.eightBit = true;
        else if (word == "SMTPUTF8")
            can.utf8 = true;
        else if (word == "DSN")
            can.reports = true;
        else if (word == "SIZE")
            can.size = words.isEmpty() ? 0 : words.first().toLongLong();
        else if (word == "AUTH")
            can.logins += words;
        else if (word.startsWith("AUTH=")) // as old servers write it
            can.logins << word.sliced(5) << words;
    }
    return can;
}

QByteArray dotStuffed(const QByteArray &content)
{
    QByteArray out;
    out.reserve(content.size() + content.size() / 64 + 2);
    bool isLineStart = true;
    for (qsizetype i = 0; i < content.size(); ++i) {
        const char c = content[i];
        if (c == '\r' && i + 1 < content.size() && content[i + 1] == '\n')
            continue;
        if (c == '\n' || c == '\r') { // a lone CR would be read as a line's end by some, and as nothing by others
            out += "\r\n";
            isLineStart = true;
            continue;
        }
        if (isLineStart && c == '.')
            out += '.';
        out += c;
        isLineStart = false;
    }
    if (!isLineStart)
        out += "\r\n";
    return out;
}

QByteArray SmtpDialogue::begin(const MailRequest &request)
{
    Q_ASSERT(!m_isOpen);
    m_request = request;
    m_response = {};
    m_isOpen = true;
    m_wasHeard = false;
    return next();
}

QByteArray SmtpDialogue::received(const QByteArray &bytes)
{
    m_replies.add(bytes);
    QByteArray out;
    bool isBroken = false;
    while (const auto reply = m_replies.next(isBroken)) {
        m_wasHeard = true;
        out += replied(*reply);
    }
    if (isBroken)
        lost(u"what came is no reply of a mail server"_s);
    return out;
}

// The next command, after everything before it went well.
QByteArray SmtpDialogue::next()
{
    if (m_needsReset) {
        m_response.step = MailStep::Sender;
        m_awaits = Awaits::Reset;
        return "RSET\r\n";
    }
    if (!m_isLoggedIn && !m_request.server.user.isEmpty())
        return login();
    m_response.step = MailStep::Sender;
    m_awaits = Awaits::Sender;
    return mailCommand();
}

QByteArray SmtpDialogue::login()
{
    m_response.step = MailStep::Login;
    const auto mechanism = SaslLogin::choose(m_can.logins, m_request.server, m_isEncrypted);
    if (!mechanism)
        return end(MailEnd::Unable, 0,
                   u"the server offers no way to log in that can be used here (%1)"_s.arg(
                       m_can.logins.isEmpty() ? u"none at all"_s : QString::fromUtf8(m_can.logins.join(' '))));
    m_login.emplace(*mechanism, m_request.server, SaslLogin::freshNonce());
    m_awaits = Awaits::Login;
    const auto initial = m_login->initial();
    return "AUTH " + m_login->name() + (initial ? ' ' + initial->toBase64() : QByteArray()) + "\r\n";
}

QByteArray SmtpDialogue::loginReplied(const MailReply &reply)
{
    if (reply.code == 334) {
        const auto answer = m_login->answer(QByteArray::fromBase64(reply.text.toLatin1()));
        if (answer)
            return answer->toBase64() + "\r\n";
        m_isReusable = false;
        return end(MailEnd::Unable, 0, u"the server did not prove that it knows the password"_s);
    }
    if (reply.code < 200 || reply.code > 299) {
        m_isReusable = false;
        return end(MailEnd::Replied, reply.code, reply.text);
    }
    if (!m_login->mayEnd()) {
        m_isReusable = false;
        return end(MailEnd::Unable, 0, u"the server did not prove that it knows the password"_s);
    }
    m_isLoggedIn = true;
    m_login.reset();
    return next();
}

QByteArray SmtpDialogue::mailCommand()
{
    const bool needsUtf8 = !isAscii(m_request.sender) || !isAscii(m_request.recipient);
    if (!isSoundAddress(m_request.sender) || !isSoundAddress(m_request.recipient))
        return end(MailEnd::Unable, 501, u"5.1.3 the address cannot be put into a command"_s);
    if (needsUtf8 && !m_can.utf8) {
        m_response.step = isAscii(m_request.sender) ? MailStep::Recipient : MailStep::Sender;
        return end(MailEnd::Unable, 553, u"5.6.7 the server takes no addresses with letters beyond ASCII"_s);
    }
    if (m_can.size.value_or(0) > 0 && m_request.size() > *m_can.size)
        return end(MailEnd::Unable, 552,
                   u"5.3.4 the mail has %1 bytes, the server takes %2"_s.arg(m_request.size()).arg(*m_can.size));
    QByteArray line = "MAIL FROM:<" + m_request.sender + '>';
    if (m_can.size)
        line += " SIZE=" + QByteArray::number(m_request.size());
    if (m_can.eightBit && !isAscii(m_request.content))
        line += " BODY=8BITMIME";
    if (needsUtf8)
        line += " SMTPUTF8";
    if (m_can.reports && !m_request.envelopeId.isEmpty())
        line += " RET=HDRS ENVID=" + xtext(m_request.envelopeId);
    return line + "\r\n";
}

QByteArray SmtpDialogue::recipientCommand() const
{
    QByteArray line = "RCPT TO:<" + m_request.recipient + '>';
    if (m_can.reports && !m_request.envelopeId.isEmpty()) {
        line += " NOTIFY=FAILURE,DELAY";
        if (isAscii(m_request.recipient))
            line += " ORCPT=rfc822;" + xtext(m_request.recipient);
    }
    return line + "\r\n";
}

QByteArray SmtpDialogue::replied(const MailReply &reply)
{
    const bool good = reply.code >= 200 && reply.code < 300;
    if (reply.code == 421)
        m_isReusable = false; // said at any step: the connection is being closed
    switch (m_awaits) {
    case Awaits::Nothing:
        m_isReusable = false; // nobody asked: a good-bye, or the dialogue is out of step
        return {};
    case Awaits::Reset:
        if (!good) {
            m_isReusable = false;
            return end(MailEnd::Replied, reply.code, reply.text);
        }
        m_needsReset = false;
        return next();
    case Awaits::Login:
        return loginReplied(reply);
    case Awaits::Sender:
        m_needsReset = true;
        if (!good || m_request.recipient.isEmpty())
            return end(MailEnd::Replied, reply.code, reply.text);
        m_response.step = MailStep::Recipient;
        m_awaits = Awaits::Recipient;
        return recipientCommand();
    case Awaits::Recipient:
        if (!good)
            return end(MailEnd::Replied, reply.code, reply.text);
        m_response.step = MailStep::Data;
        m_awaits = Awaits::Data;
        return "DATA\r\n";
    case Awaits::Data:
        if (reply.code != 354) {
            m_isReusable = m_isReusable && !good; // a 'yes' that is none: out of step
            return end(MailEnd::Replied, good ? 554 : reply.code, reply.text);
        }
        m_response.step = MailStep::Content;
        m_awaits = Awaits::Writing;
        m_piece = m_at = 0;
        return dotStuffed(m_request.content);
    case Awaits::Writing: // a reply before the end: the server has had enough, and will take no further command
        m_isReusable = false;
        return end(MailEnd::Replied, good ? 554 : reply.code, reply.text);
    case Awaits::End:
        m_needsReset = !good;
        return end(MailEnd::Replied, reply.code, reply.text);
    }
    Q_UNREACHABLE();
}

QByteArray SmtpDialogue::written()
{
    if (m_awaits != Awaits::Writing)
        return {};
    for (; m_piece < m_request.rest.size(); ++m_piece, m_at = 0) {
        const QByteArray &piece = m_request.rest.at(m_piece);
        if (m_at < piece.size()) // never a copy of the whole: other mails share it
            return piece.mid(std::exchange(m_at, m_at + pieceAtOnce), pieceAtOnce);
    }
    // From here on the server may have taken it, whatever we still hear.
    m_response.step = MailStep::End;
    m_awaits = Awaits::End;
    return ".\r\n";
}

void SmtpDialogue::lost(const QString &why)
{
    m_isReusable = false;
    if (m_isOpen)
        end(MailEnd::Lost, 0, why);
}

QByteArray SmtpDialogue::end(MailEnd how, int code, const QString &text)
{
    m_response.end = how;
    m_response.code = code;
    m_response.text = text;
    m_awaits = Awaits::Nothing;
    m_isOpen = false;
    m_login.reset();
    m_request = {};
    return {};
}

Millis SmtpDialogue::patience() const
{
    switch (m_awaits) {
    case Awaits::End:
        return 10min; // cutting this one short is what makes duplicates
    case Awaits::Writing:
        return 3min;
    case Awaits::Data:
        return 2min;
    case Awaits::Login:
        return 1min;
    default:
        return 5min;
    }
}

} // namespace engine

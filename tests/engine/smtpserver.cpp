#include "engine/smtpserver.h"

using namespace Qt::StringLiterals;

SmtpServer::SmtpServer(Options options) : m_options(std::move(options))
{
    m_server = std::make_unique<ScriptedServer>([this](auto &peer, int connection) { serve(peer, connection); },
                                                m_options.tls, m_options.startTls);
}

QByteArrayList SmtpServer::taken() const
{
    const std::lock_guard lock(m_mutex);
    return m_taken;
}

QByteArrayList SmtpServer::commands() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

void SmtpServer::serve(ScriptedServer::Peer &peer, int connection)
{
    QMap<QByteArray, int> occurrences;
    bool isOver = false;
    const auto does = [&](const QByteArray &step, const QByteArray &usual) {
        const QByteArray wish =
            m_options.mischief ? m_options.mischief(step, connection, ++occurrences[step]) : QByteArray();
        if (wish == "drop" || wish == "reset" || wish == "mute") {
            if (wish == "reset")
                peer.reset();
            else if (wish == "mute")
                peer.waitForClose();
            isOver = true;
            return false;
        }
        const QByteArray reply = wish.isEmpty() ? usual : wish;
        peer.write(reply + "\r\n");
        isOver = reply.startsWith("421");
        return reply == usual;
    };
    does("greeting", "220 test.example ESMTP");
    bool isSafe = m_options.tls && !m_options.startTls;
    while (!isOver) {
        const auto line = peer.readLine();
        if (!line)
            return;
        const QByteArray verb = line->split(' ').first().toUpper();
        {
            const std::lock_guard lock(m_mutex);
            m_commands << (verb == "AUTH" ? line->split(' ').mid(0, 2).join(' ') : *line);
        }
        if (verb == "EHLO") {
            QByteArrayList lines{"test.example"};
            lines += m_options.abilities;
            if (m_options.startTls && !isSafe)
                lines << "STARTTLS";
            if (!m_options.logins.isEmpty())
                lines << "AUTH " + m_options.logins.join(' ');
            QByteArray reply;
            for (qsizetype i = 0; i < lines.size(); ++i)
                reply += (i == 0 ? "" : "\r\n") + (i + 1 < lines.size() ? "250-"_ba : "250 "_ba) + lines[i];
            does("EHLO", reply);
        } else if (verb == "HELO") {
            does("EHLO", "250 test.example");
        } else if (verb == "STARTTLS") {
            if (does("STARTTLS", "220 go ahead"))
                isOver = !(isSafe = peer.startTls());
        } else if (verb == "AUTH") {
            does("AUTH", "235 2.7.0 welcome");
        } else if (verb == "MAIL" || verb == "RCPT" || verb == "RSET" || verb == "NOOP") {
            does(verb, "250 2.0.0 ok");
        } else if (verb == "DATA") {
            if (!does("DATA", "354 go ahead"))
                continue;
            QByteArray content;
            bool isWhole = false;
            while (!isWhole && !isOver) {
                const auto part = peer.readLine();
                if (!part)
                    return;
                isWhole = *part == ".";
                if (!isWhole)
                    content += (part->startsWith('.') ? part->sliced(1) : *part) + "\r\n";
                if (content.size() > 20 && m_options.mischief &&
                    !m_options.mischief("content", connection, 0).isEmpty())
                    does("content", {});
            }
            if (!isWhole)
                return;
            {
                const std::lock_guard lock(m_mutex);
                m_taken << content;
            }
            does("end", "250 2.0.0 Ok: queued");
        } else if (verb == "QUIT") {
            peer.write("221 bye\r\n");
            return;
        } else {
            peer.write("500 what\r\n");
        }
    }
}

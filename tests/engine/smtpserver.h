#pragma once

#include "engine/scriptedserver.h"

#include <QMap>

/// A mail server that keeps what it took and does at one step of the dialogue what a test wants. It counts a mail as
/// taken when its end mark came, whether it said so or not.
class SmtpServer
{
public:
    /// What happens at a step ("greeting", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "content", "end",
    /// "RSET") of a connection (from 1) at its n-th occurrence there (from 1): a reply ("550 5.1.1 no") in place of the
    /// usual one, "drop", "reset", "mute" (says nothing more), or empty: the usual.
    using Mischief = std::function<QByteArray(const QByteArray &step, int connection, int occurrence)>;

    struct Options
    {
        QByteArrayList abilities{"SIZE 100000000", "8BITMIME", "ENHANCEDSTATUSCODES", "DSN"};
        QByteArrayList logins{"PLAIN"};
        Mischief mischief;
        const TestCertificate *tls = nullptr; ///< from the first byte, or after STARTTLS
        bool startTls = false;
    };

    explicit SmtpServer(Options options);

    [[nodiscard]] quint16 port() const { return m_server->port(); }
    [[nodiscard]] int connections() const { return m_server->connections(); }
    /// Contents whose end mark came.
    [[nodiscard]] QByteArrayList taken() const;
    /// Every command line, AUTH without what follows the mechanism.
    [[nodiscard]] QByteArrayList commands() const;

private:
    void serve(ScriptedServer::Peer &peer, int connection);

    Options m_options;
    mutable std::mutex m_mutex;
    QByteArrayList m_taken;
    QByteArrayList m_commands;
    std::unique_ptr<ScriptedServer> m_server; // last: its threads use the rest
};

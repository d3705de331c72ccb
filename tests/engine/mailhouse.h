#pragma once

#include "engine/scriptedserver.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

/// Real mail servers from Debian's packages, on loopback ports of their own, with a folder and a certificate that end
/// with the test: Exim takes mail (STARTTLS and TLS, PLAIN, LOGIN and CRAM-MD5), Dovecot shows what came to
/// shop.example (IMAP; SCRAM-SHA-256 too). Nothing leaves the machine, no service of the system is touched.
///   anybody@shop.example           lies in the mailbox
///   nobody@…                       is refused with 550 5.1.1, later@… put off with 451
///   late-bounce@…                  is taken, and comes back as a bounce
///   whoever else                   is taken and lies in outbox()
/// Login: user "bounces", password "secret".
class MailHouse
{
public:
    MailHouse();
    ~MailHouse();

    /// Both programs are installed.
    [[nodiscard]] static bool isThere();
    /// Empty: both run. Else what went wrong.
    [[nodiscard]] QString start();

    [[nodiscard]] quint16 startTlsPort() const { return m_startTlsPort; }
    [[nodiscard]] quint16 tlsPort() const { return m_tlsPort; }
    [[nodiscard]] quint16 imapPort() const { return m_imapPort; }   ///< STARTTLS
    [[nodiscard]] quint16 imapsPort() const { return m_imapsPort; } ///< TLS
    [[nodiscard]] QString caFile() const { return path(QStringLiteral("cert.pem")); }

    /// Every mail that was let out, whole.
    [[nodiscard]] QByteArrayList outbox() const;
    /// The files of the mailbox, with the flags in their names.
    [[nodiscard]] QStringList mailboxFiles() const;
    /// What the servers wrote down, for when a test fails.
    [[nodiscard]] QByteArray log() const;

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QByteArray eximConfig() const;
    [[nodiscard]] QByteArray dovecotConfig() const;

    QTemporaryDir m_folder;
    QByteArray m_user;
    QByteArray m_group;
    quint16 m_startTlsPort = 0;
    quint16 m_tlsPort = 0;
    quint16 m_imapPort = 0;
    quint16 m_imapsPort = 0;
    QProcess m_exim;
    QProcess m_dovecot;
};

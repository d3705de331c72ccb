#include "engine/mailhouse.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTest>

#include <arpa/inet.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

QString program(const QString &name)
{
    return QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/bin"_s, u"/sbin"_s});
}

bool listens(quint16 port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const bool there = connect(fd, static_cast<sockaddr *>(static_cast<void *>(&address)), sizeof address) == 0;
    close(fd);
    return there;
}

void stop(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(5'000))
        process.kill();
    process.waitForFinished(5'000);
}

} // namespace

bool MailHouse::isThere() { return !program(u"exim4"_s).isEmpty() && !program(u"dovecot"_s).isEmpty(); }

MailHouse::MailHouse() = default;

MailHouse::~MailHouse()
{
    stop(m_exim);
    stop(m_dovecot);
}

void MailHouse::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(name));
    file.write(content);
}

QString MailHouse::start()
{
    // Neither program delivers as root: under root the account that came with the package does it.
    const passwd *account = geteuid() == 0 ? getpwnam("Debian-exim") : getpwuid(geteuid());
    if (!account)
        return u"there is no account to run as"_s;
    m_user = account->pw_name;
    const uid_t uid = account->pw_uid;
    const gid_t gid = account->pw_gid;
    m_group = getgrgid(gid)->gr_name;
    for (quint16 *port : {&m_startTlsPort, &m_tlsPort, &m_imapPort, &m_imapsPort})
        *port = closedPort();
    for (const auto *folder : {u"spool", u"log", u"mail", u"run"})
        QDir(m_folder.path()).mkdir(QStringView(folder).toString());
    const TestCertificate certificate = TestCertificate::forName("IP:127.0.0.1");
    write(u"cert.pem"_s, certificate.certificate);
    write(u"key.pem"_s, certificate.key);
    write(u"exim.conf"_s, eximConfig());
    write(u"dovecot.conf"_s, dovecotConfig());
    if (geteuid() == 0) {
        for (const auto *name : {u"", u"spool", u"log", u"mail", u"cert.pem", u"key.pem"})
            if (chown(qPrintable(path(QStringView(name).toString())), uid, gid) != 0)
                return u"the folder cannot be given to the servers"_s;
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
    }
    for (QProcess *process : {&m_exim, &m_dovecot}) {
        process->setProcessChannelMode(QProcess::MergedChannels);
        process->setStandardOutputFile(path(process == &m_exim ? u"exim.out"_s : u"dovecot.out"_s));
    }
    m_exim.start(program(u"exim4"_s), {u"-C"_s, path(u"exim.conf"_s), u"-bdf"_s, u"-q1m"_s});
    m_dovecot.start(program(u"dovecot"_s), {u"-F"_s, u"-c"_s, path(u"dovecot.conf"_s)});
    const bool allListen = QTest::qWaitFor(
        [this] { return listens(m_startTlsPort) && listens(m_tlsPort) && listens(m_imapPort) && listens(m_imapsPort); },
        30'000);
    return allListen ? QString() : QString::fromUtf8(log());
}

QByteArray MailHouse::log() const
{
    QByteArray all;
    for (const auto *name :
         {u"exim.out", u"log/mainlog", u"log/paniclog", u"log/rejectlog", u"dovecot.out", u"dovecot.log"}) {
        QFile file(path(QStringView(name).toString()));
        if (file.open(QIODevice::ReadOnly))
            all += "---- " + QStringView(name).toUtf8() + '\n' + file.readAll();
    }
    return all;
}

QByteArrayList MailHouse::outbox() const
{
    QByteArrayList mails;
    const QDir folder(path(u"mail/outbox/new"_s));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            mails << file.readAll();
    }
    return mails;
}

QStringList MailHouse::mailboxFiles() const
{
    return QDir(path(u"mail/inbox/new"_s)).entryList(QDir::Files, QDir::Name) +
           QDir(path(u"mail/inbox/cur"_s)).entryList(QDir::Files, QDir::Name);
}

QByteArray MailHouse::eximConfig() const
{
    QByteArray config = R"(
primary_hostname = mail.test.example
spool_directory = FOLDER/spool
log_file_path = FOLDER/log/%slog
pid_file_path = FOLDER/spool/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = PLAINPORT : TLSPORT
tls_on_connect_ports = TLSPORT
tls_advertise_hosts = *
tls_certificate = FOLDER/cert.pem
tls_privatekey = FOLDER/key.pem
exim_user = USER
exim_group = GROUP
never_users =
deliver_drop_privilege = true
smtputf8_advertise_hosts = *
dsn_advertise_hosts = *
trusted_users = USER
admin_groups = GROUP
acl_smtp_rcpt = acl_rcpt
acl_smtp_data = accept
keep_environment =
message_size_limit = 2M
begin acl
acl_rcpt:
  deny local_parts = nobody
       message = 5.1.1 user unknown
  defer local_parts = later
       message = 4.2.1 mailbox busy
  accept authenticated = *
  accept domains = shop.example
  deny message = 5.7.1 relay not permitted
begin routers
late:
  driver = redirect
  local_parts = late-bounce
  data = :fail: 5.1.1 no such user here
  allow_fail
bounces:
  driver = accept
  domains = shop.example
  transport = inbox
all:
  driver = accept
  transport = outbox
begin transports
inbox:
  driver = appendfile
  directory = FOLDER/mail/inbox
  MAILDIR
outbox:
  driver = appendfile
  directory = FOLDER/mail/outbox
  MAILDIR
begin retry
* * F,2h,15m
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${if and{{eq{$auth2}{bounces}}{eq{$auth3}{secret}}}}
  server_set_id = $auth2
  server_advertise_condition = ${if def:tls_in_cipher}
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${if and{{eq{$auth1}{bounces}}{eq{$auth2}{secret}}}}
  server_set_id = $auth1
  server_advertise_condition = ${if def:tls_in_cipher}
cram:
  driver = cram_md5
  public_name = CRAM-MD5
  server_secret = ${if eq{$auth1}{bounces}{secret}fail}
  server_set_id = $auth1
)";
    config.replace("MAILDIR", "maildir_format\n  create_directory\n  envelope_to_add\n  return_path_add\n"
                              "  user = USER\n  group = GROUP");
    config.replace("FOLDER", m_folder.path().toUtf8()).replace("USER", m_user).replace("GROUP", m_group);
    config.replace("PLAINPORT", QByteArray::number(m_startTlsPort)).replace("TLSPORT", QByteArray::number(m_tlsPort));
    return config;
}

QByteArray MailHouse::dovecotConfig() const
{
    QByteArray config = R"(
base_dir = FOLDER/run
state_dir = FOLDER/run
log_path = FOLDER/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <FOLDER/cert.pem
ssl_key = <FOLDER/key.pem
auth_mechanisms = plain login cram-md5 scram-sha-256
mail_location = maildir:FOLDER/mail/inbox
first_valid_uid = 0
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=USER gid=GROUP home=FOLDER/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = PLAINPORT
  }
  inet_listener imaps {
    port = TLSPORT
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
)";
    if (geteuid() != 0)
        config += "default_internal_user = USER\ndefault_internal_group = GROUP\ndefault_login_user = USER\n";
    config.replace("FOLDER", m_folder.path().toUtf8()).replace("USER", m_user).replace("GROUP", m_group);
    config.replace("PLAINPORT", QByteArray::number(m_imapPort)).replace("TLSPORT", QByteArray::number(m_imapsPort));
    return config;
}

#include "domain/address/email.h"
#include "providers/smtp/smtp.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace providers::smtp {

using domain::MailSecurity;

namespace {

/// "port" → "imapPort".
QString fieldName(const QString &prefix, const QString &field)
{
    return prefix.isEmpty() ? field : prefix + field.at(0).toUpper() + field.sliced(1);
}

QString textOf(const domain::ProviderConfig &config, const QString &key)
{
    const QJsonValue value = config.settings.value(key);
    return value.isDouble() ? QString::number(value.toInt()) : value.toString().trimmed();
}

bool isHost(const QString &host)
{
    static const QRegularExpression name(
        u"^(?=.{1,253}\\z)[\\p{L}\\p{N}_]([\\p{L}\\p{N}._-]*[\\p{L}\\p{N}])?\\.?\\z"_s);
    static const QRegularExpression ipv6(u"^\\[[0-9A-Fa-f:.]{2,45}\\]\\z"_s);
    return name.match(host).hasMatch() || ipv6.match(host).hasMatch();
}

bool isLoopback(const QString &host)
{
    static const QRegularExpression loopback(u"^(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])\\z"_s);
    return loopback.match(host).hasMatch();
}

std::optional<MailSecurity> securityOf(const QString &word)
{
    if (word.isEmpty() || word == u"tls")
        return MailSecurity::Tls;
    if (word == u"starttls")
        return MailSecurity::StartTls;
    if (word == u"none")
        return MailSecurity::None;
    return std::nullopt;
}

int usualPort(const QString &prefix, MailSecurity security)
{
    if (prefix == u"imap")
        return security == MailSecurity::Tls ? 993 : 143;
    return security == MailSecurity::Tls ? 465 : security == MailSecurity::StartTls ? 587 : 25;
}

class Checker
{
public:
    explicit Checker(const domain::ProviderConfig &config) : m_config(config) {}
    QList<domain::ConfigProblem> found;

    void say(const QString &field, const QString &reason) { found.append({field, reason}); }
    [[nodiscard]] QString text(const QString &key) const { return textOf(m_config, key); }
    [[nodiscard]] bool hasSecret(const QString &key) const { return !m_config.secrets.value(key).isEmpty(); }

    void address(const QString &key, bool required)
    {
        const QString value = text(key);
        if (value.isEmpty()) {
            if (required)
                say(key, u"required"_s);
        } else if (!domain::normalisedEmail(value)) {
            say(key, u"format"_s);
        }
    }

    void server(const QString &prefix)
    {
        const QString hostKey = fieldName(prefix, u"host"_s);
        const QString host = text(hostKey);
        if (host.isEmpty())
            say(hostKey, u"required"_s);
        else if (!isHost(host))
            say(hostKey, u"format"_s);
        const QString port = text(fieldName(prefix, u"port"_s));
        if (bool isNumber = false; !port.isEmpty() && (port.toInt(&isNumber) < 1 || port.toInt() > 65'535 || !isNumber))
            say(fieldName(prefix, u"port"_s), u"range"_s);
        const auto security = securityOf(text(fieldName(prefix, u"security"_s)));
        if (!security)
            say(fieldName(prefix, u"security"_s), u"format"_s);
        // A password over a line anybody can read is never right; mail alone may stay within the house.
        const bool logsIn = !text(fieldName(prefix, u"user"_s)).isEmpty();
        if (security == MailSecurity::None && logsIn && !isLoopback(host))
            say(fieldName(prefix, u"security"_s), u"insecure"_s);
    }

private:
    const domain::ProviderConfig &m_config;
};

} // namespace

domain::MailServer serverOf(const domain::ProviderConfig &config, const QString &prefix)
{
    const auto text = [&](const QString &field) { return textOf(config, fieldName(prefix, field)); };
    domain::MailServer server;
    server.host = text(u"host"_s);
    server.security = securityOf(text(u"security"_s)).value_or(MailSecurity::Tls);
    server.port = text(u"port"_s).isEmpty() ? usualPort(prefix, server.security) : text(u"port"_s).toInt();
    server.user = text(u"user"_s);
    server.password = config.secrets.value(fieldName(prefix, u"password"_s));
    server.caFile = textOf(config, u"caFile"_s);
    server.helloName = textOf(config, u"helloName"_s).toUtf8();
    // One account at one house: what is not said of the mailbox is as for sending.
    if (prefix == u"imap" && server.user.isEmpty())
        server.user = textOf(config, u"user"_s);
    if (prefix == u"imap" && server.password.isEmpty())
        server.password = config.secrets.value(u"password"_s);
    server.accessToken = config.secrets.value(u"accessToken"_s);
    if (prefix == u"imap" && !config.secrets.value(u"imapPassword"_s).isEmpty())
        server.accessToken.clear();
    return server;
}

QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config)
{
    Checker check(config);
    check.server({});
    if (!check.text(u"user"_s).isEmpty() && !check.hasSecret(u"password"_s) && !check.hasSecret(u"accessToken"_s))
        check.say(u"password"_s, u"required"_s);
    check.address(u"fromAddress"_s, true);
    check.address(u"replyTo"_s, false);
    check.address(u"bounceAddress"_s, false);
    check.address(u"unsubscribeAddress"_s, false);
    if (const QString name = check.text(u"fromName"_s); name.size() > 200)
        check.say(u"fromName"_s, u"format"_s);
    static const QRegularExpression helloName(u"^([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])\\z"_s);
    if (const QString name = check.text(u"helloName"_s); !name.isEmpty() && !helloName.match(name).hasMatch())
        check.say(u"helloName"_s, u"format"_s);
    if (!check.text(u"imapHost"_s).isEmpty()) {
        check.server(u"imap"_s);
        if (check.text(u"imapUser"_s).isEmpty() && check.text(u"user"_s).isEmpty())
            check.say(u"imapUser"_s, u"required"_s);
        else if (serverOf(config, u"imap"_s).password.isEmpty() && serverOf(config, u"imap"_s).accessToken.isEmpty())
            check.say(u"imapPassword"_s, u"required"_s);
    }
    return check.found;
}

const Registration &registration()
{
    using Type = domain::ProviderField::Type;
    static const QStringList securities{u"tls"_s, u"starttls"_s, u"none"_s};
    static const Registration smtp{
        {.key = u"smtp"_s,
         .name = u"SMTP"_s,
         .channels = {domain::Channel::Email},
         .fields =
             {{.key = u"host"_s, .required = true, .initial = {}, .example = u"smtp.example.com"_s},
              {.key = u"security"_s, .type = Type::Choice, .initial = u"tls"_s, .example = {}, .choices = securities},
              {.key = u"port"_s, .type = Type::Number, .initial = {}, .example = u"465"_s},
              {.key = u"user"_s, .initial = {}, .example = u"news@shop.example"_s},
              {.key = u"password"_s, .type = Type::Secret, .initial = {}, .example = {}},
              {.key = u"fromAddress"_s, .required = true, .initial = {}, .example = u"news@shop.example"_s},
              {.key = u"fromName"_s, .initial = {}, .example = u"The Corner Shop"_s},
              {.key = u"replyTo"_s, .initial = {}, .example = u"hello@shop.example"_s},
              {.key = u"unsubscribeAddress"_s, .initial = {}, .example = u"unsubscribe@shop.example"_s},
              {.key = u"bounceAddress"_s, .initial = {}, .example = u"bounce@shop.example"_s},
              {.key = u"verp"_s, .type = Type::Boolean, .advanced = true, .initial = u"false"_s, .example = {}},
              {.key = u"imapHost"_s, .initial = {}, .example = u"imap.example.com"_s},
              {.key = u"imapSecurity"_s,
               .type = Type::Choice,
               .advanced = true,
               .initial = u"tls"_s,
               .example = {},
               .choices = securities},
              {.key = u"imapPort"_s, .type = Type::Number, .advanced = true, .initial = {}, .example = u"993"_s},
              {.key = u"imapUser"_s, .advanced = true, .initial = {}, .example = u"bounce@shop.example"_s},
              {.key = u"imapPassword"_s, .type = Type::Secret, .advanced = true, .initial = {}, .example = {}},
              {.key = u"imapFolder"_s, .advanced = true, .initial = u"INBOX"_s, .example = {}},
              {.key = u"accessToken"_s, .type = Type::Secret, .advanced = true, .initial = {}, .example = {}},
              {.key = u"helloName"_s, .advanced = true, .initial = {}, .example = u"desk.shop.example"_s},
              {.key = u"caFile"_s, .advanced = true, .initial = {}, .example = u"/etc/ssl/certs/shop.pem"_s}},
         .ratePerSecond = 5,
         .inFlight = 2},
        problems,
        [](const domain::ProviderConfig &config) -> std::unique_ptr<domain::Provider> {
            return std::make_unique<Smtp>(config);
        }};
    return smtp;
}

} // namespace providers::smtp

#include "gui/settings/providerwords.h"

#include "gui/kit/formats.h"
#include "gui/settings/providerfieldtable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gui {

using domain::Channel;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::ProviderWords)
};

/// "accountSid" → "Account sid".
QString spelled(const QString &key)
{
    QString words;
    for (const QChar c : key) {
        if (c == u'_' || c == u'-' || c == u'.')
            words += u' ';
        else if (c.isUpper() && !words.isEmpty())
            words += u' ' + c.toLower();
        else
            words += words.isEmpty() ? c.toUpper() : c;
    }
    return words;
}

} // namespace

FieldWords fieldWords(const QString &kind, const QString &key)
{
    const FieldLine *line = fieldLine(kind, key);
    const auto text = [](const char *source) { return source ? Words::tr(source) : QString(); };
    return line ? FieldWords{text(line->label), text(line->help), text(line->format)}
                : FieldWords{spelled(key), {}, {}};
}

QString choiceWords(const QString &key, const QString &choice)
{
    if (key == u"channel")
        if (const auto channel = domain::channelFromText(choice))
            return channelName(*channel);
    const auto is = [&](QLatin1String k, QLatin1String c) {
        return key.endsWith(k, Qt::CaseInsensitive) && choice == c;
    };
    if (is("security"_L1, "tls"_L1))
        return Words::tr("TLS from the start");
    if (is("security"_L1, "starttls"_L1))
        return Words::tr("STARTTLS");
    if (is("security"_L1, "none"_L1))
        return Words::tr("None, within one's own house");
    if (is("auth"_L1, "none"_L1))
        return Words::tr("None, or by the parameters");
    if (is("auth"_L1, "basic"_L1))
        return Words::tr("User and password (Basic)");
    if (is("auth"_L1, "bearer"_L1))
        return Words::tr("Token (Bearer)");
    if (is("auth"_L1, "header"_L1))
        return Words::tr("A header of its own");
    if (is("numberFormat"_L1, "e164"_L1))
        return Words::tr("With + and country code");
    if (is("numberFormat"_L1, "digits"_L1))
        return Words::tr("Country code without +");
    if (is("numberFormat"_L1, "national"_L1))
        return Words::tr("As dialled within the country");
    if (is("bodyFormat"_L1, "form"_L1))
        return Words::tr("Form");
    if (is("bodyFormat"_L1, "query"_L1))
        return Words::tr("In the URL");
    if (is("bodyFormat"_L1, "json"_L1))
        return Words::tr("JSON");
    if (is("bodyFormat"_L1, "raw"_L1))
        return Words::tr("A text of its own");
    if (is("bodyFormat"_L1, "multipart"_L1))
        return Words::tr("Multipart form");
    if (is("interface"_L1, "zender"_L1))
        return Words::tr("The panel's own");
    if (is("interface"_L1, "app"_L1))
        return Words::tr("As its app for ERPNext asks");
    if (is("sim"_L1, "1"_L1))
        return Words::tr("The first");
    if (is("sim"_L1, "2"_L1))
        return Words::tr("The second");
    if (is("mode"_L1, "devices"_L1))
        return Words::tr("By your own phone");
    if (is("mode"_L1, "credits"_L1))
        return Words::tr("By a gateway, paid with credits");
    return choice;
}

QString kindPurpose(const QString &kind)
{
    static const QHash<QString, const char *> purposes{
        {u"twilio"_s, QT_TRANSLATE_NOOP("gui::ProviderWords", "Worldwide carrier, with receipts, prices and replies")},
        {u"messagebird"_s,
         QT_TRANSLATE_NOOP("gui::ProviderWords", "MessageBird accounts of before its change to Bird")},
        {u"bird"_s, QT_TRANSLATE_NOOP("gui::ProviderWords", "MessageBird's successor; never sends a message twice")},
        {u"vonage"_s, QT_TRANSLATE_NOOP("gui::ProviderWords", "Worldwide carrier, formerly Nexmo; the price at once")},
        {u"sns"_s, QT_TRANSLATE_NOOP("gui::ProviderWords", "For those who are with Amazon already; few receipts")},
        {u"whatsapp_cloud"_s,
         QT_TRANSLATE_NOOP("gui::ProviderWords", "WhatsApp from Meta itself, with its approved templates")},
        {u"flashchat"_s, QT_TRANSLATE_NOOP("gui::ProviderWords", "Your own phones as senders, by SMS and WhatsApp")},
        {u"http"_s, QT_TRANSLATE_NOOP("gui::ProviderWords", "Any other gateway that is reached by a web address")},
        {u"smtp"_s, QT_TRANSLATE_NOOP("gui::ProviderWords", "E-mail by your own or your provider's mail server")}};
    const char *purpose = purposes.value(kind);
    return purpose ? Words::tr(purpose) : QString();
}

QString channelName(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return Words::tr("SMS");
    case Channel::WhatsApp:
        return u"WhatsApp"_s;
    case Channel::Email:
        return Words::tr("E-mail");
    }
    Q_UNREACHABLE();
}

QString channelNames(const QList<Channel> &channels)
{
    QStringList names;
    for (const Channel channel : channels)
        names << channelName(channel);
    if (names.size() < 2)
        return names.value(0);
    const QString last = names.takeLast();
    return Words::tr("%1 and %2", "SMS, WhatsApp and E-mail").arg(names.join(u", "_s), last);
}

QString problemSentence(const FieldWords &words, const QString &reason)
{
    if (reason == u"required")
        return Words::tr("This is needed.");
    if (reason == u"insecure")
        return Words::tr("Only a protected connection is safe outside this computer.");
    if (!words.format.isEmpty())
        return words.format;
    if (reason == u"range")
        return Words::tr("This number is out of range.");
    if (reason == u"choice")
        return Words::tr("This is none of the choices.");
    return Words::tr("This does not look right.");
}

QString verdictSentence(const QString &kind, const QString &kindName, const domain::ConnectionReport &report)
{
    using Verdict = domain::ConnectionReport::Verdict;
    static const QHash<QString, const char *> refused{
        {u"twilio"_s,
         QT_TRANSLATE_NOOP("gui::ProviderWords",
                           "Twilio refused the account SID together with this token or key. Copy both again.")},
        {u"vonage"_s, QT_TRANSLATE_NOOP("gui::ProviderWords",
                                        "Vonage refused the API key together with this secret. Copy both again.")},
        {u"sns"_s, QT_TRANSLATE_NOOP("gui::ProviderWords",
                                     "Amazon refused the access key. Copy id and secret again, see that its user may"
                                     " publish to SNS, and that this computer's clock is right.")},
        {u"whatsapp_cloud"_s,
         QT_TRANSLATE_NOOP("gui::ProviderWords",
                           "Meta refused the access token. It may have ended; a system user's token does not.")},
        {u"smtp"_s, QT_TRANSLATE_NOOP("gui::ProviderWords",
                                      "The server refused user and password. Some mail providers want a password of"
                                      " its own for programs.")}};
    switch (report.verdict) {
    case Verdict::Works:
        if (report.balance && report.balance->micros <= 0)
            return Words::tr("The connection works, but there is no credit left: the balance is %1.")
                .arg(money(*report.balance));
        return report.balance ? Words::tr("The connection works. Balance: %1.").arg(money(*report.balance))
                              : Words::tr("The connection works.");
    case Verdict::NameNotFound:
        return Words::tr("There is no server of that name. Look at its spelling and at the network connection.");
    case Verdict::NetworkFailed:
        return Words::tr("%1 could not be reached. Look at the network connection and at the address under Advanced.")
            .arg(kindName);
    case Verdict::TlsFailed:
        return Words::tr("The connection was not safe, so nothing was sent. A proxy may stand in between, or the"
                         " server's certificate is not for its name.");
    case Verdict::CredentialsRefused:
        if (const char *own = refused.value(kind))
            return Words::tr(own);
        return Words::tr("%1 refused the key. Copy it again.").arg(kindName);
    case Verdict::SenderRefused:
        return Words::tr("The account works, but the sender does not belong to it or is not allowed there.");
    case Verdict::Unexpected:
        return Words::tr("Something answered, but not as %1 does. Look at the address under Advanced.").arg(kindName);
    }
    Q_UNREACHABLE();
}

QString removalWords(const engine::ProviderUse &use)
{
    QStringList words;
    if (!use.campaigns.isEmpty())
        words << Words::tr("These campaigns are set to leave by it: %1.").arg(use.campaigns.join(u", "_s));
    if (use.messagesWaiting) {
        words << Words::tr("Messages wait for it, or for its word on what became of them. Switch it off instead: it is "
                           "not asked to send then, and can be removed once nothing waits.");
        return words.join(u' ');
    }
    if (!use.campaigns.isEmpty())
        words << Words::tr("They will leave by another account that fits.");
    if (use.routes > 0)
        words << Words::tr("%Ln routes name it: it is taken out of them, and what has no other account is removed.",
                           nullptr, use.routes);
    words << Words::tr("Its prices and its secrets are deleted. What was sent by it stays in the log.");
    return words.join(u' ');
}

QString senderOf(const QJsonObject &settings)
{
    for (const auto key : {"messagingServiceSid"_L1, "from"_L1, "fromAddress"_L1, "originationNumber"_L1, "senderId"_L1,
                           "sender"_L1, "device"_L1, "account"_L1, "phoneNumberId"_L1})
        if (const QString value = settings.value(key).toString(); !value.isEmpty())
            return value;
    return {};
}

} // namespace gui

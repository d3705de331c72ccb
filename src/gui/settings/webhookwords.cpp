#include "gui/settings/webhookwords.h"

#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/settings/providerwords.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct HookText
{
    Q_DECLARE_TR_FUNCTIONS(gui::HookText)
};

struct Guide
{
    QStringList secrets; ///< that prove a webhook, by their keys
    const char *where;
};

const QHash<QString, Guide> &guides()
{
    static const QHash<QString, Guide> table{
        {u"twilio"_s,
         {{u"authToken"_s},
          QT_TRANSLATE_NOOP("gui::HookText",
                            "Receipts come by themselves: every message names this address. For replies, paste it in "
                            "Twilio's console under Phone Numbers, your number, 'A message comes in'.")}},
        {u"messagebird"_s,
         {{u"signingKey"_s},
          QT_TRANSLATE_NOOP("gui::HookText",
                            "Receipts come by themselves: every message names this address. For replies, paste it in "
                            "MessageBird's dashboard at your number, as the address to forward messages to.")}},
        {u"bird"_s,
         {{u"webhookSecret"_s},
          QT_TRANSLATE_NOOP(
              "gui::HookText",
              "In Bird under Developer, Webhooks: add one with this address and the SMS events. Bird then "
              "shows its secret once.")}},
        {u"vonage"_s,
         {{u"signatureSecret"_s},
          QT_TRANSLATE_NOOP(
              "gui::HookText",
              "Receipts come by themselves: every message names this address. For replies, paste it in "
              "Vonage's dashboard under API settings as the inbound SMS webhook, and switch signing on.")}},
        {u"sns"_s,
         {{u"firehoseKey"_s},
          QT_TRANSLATE_NOOP("gui::HookText",
                            "In Amazon Data Firehose: a stream with the SNS delivery logs as its source and an HTTP "
                            "endpoint with this address and your access key as its destination.")}},
        {u"whatsapp_cloud"_s,
         {{u"appSecret"_s, u"verifyToken"_s},
          QT_TRANSLATE_NOOP(
              "gui::HookText",
              "In Meta's developer pages under WhatsApp, Configuration: as the callback URL, with the "
              "account's verify token. Then subscribe to 'messages'. Without it nothing tells what became "
              "of a message.")}},
        {u"flashchat"_s,
         {{u"webhookSecret"_s}, QT_TRANSLATE_NOOP("gui::HookText", "In your FlashChat panel under Tools, Webhooks.")}},
        {u"http"_s,
         {{},
          QT_TRANSLATE_NOOP("gui::HookText",
                            "Where the gateway asks for the address of delivery receipts, often called "
                            "callback or DLR URL. {callback_url} puts it into each message.")}},
    };
    return table;
}

QJsonObject profileOf(const engine::ProviderRow &account)
{
    return QJsonDocument::fromJson(account.settings.value("profile"_L1).toString().toUtf8()).object();
}

/// Of the two kinds whose accounts describe their webhooks themselves.
HookProof describedProof(const engine::ProviderRow &account)
{
    const QJsonObject profile = profileOf(account);
    QString secret;
    if (!profile.isEmpty()) {
        const QJsonObject webhook = profile.value("webhook"_L1).toObject();
        if (webhook.isEmpty())
            return HookProof::NotSetUp;
        const QJsonObject auth = webhook.value("auth"_L1).toObject();
        if (auth.value("type"_L1).toString() == u"none")
            return HookProof::Unsigned;
        secret = auth.value("secret"_L1).toString(u"secret"_s);
    } else if (account.kind == u"flashchat" && !account.settings.value("webhookSignature"_L1).toString().isEmpty()) {
        secret = u"webhookSecret"_s;
    } else {
        return HookProof::NotSetUp;
    }
    return account.secretNames.contains(secret) ? HookProof::Signed : HookProof::SecretMissing;
}

QString secretLabels(const QString &kind, const QStringList &secrets)
{
    QStringList labels;
    for (const QString &secret : secrets)
        labels << fieldWords(kind, secret).label;
    return labels.join(u", "_s);
}

} // namespace

HookProof hookProof(const engine::ProviderRow &account)
{
    const auto guide = guides().constFind(account.kind);
    if (guide == guides().constEnd())
        return HookProof::None;
    if (account.kind == u"http" || account.kind == u"flashchat")
        return describedProof(account);
    for (const QString &secret : guide->secrets)
        if (!account.secretNames.contains(secret))
            return HookProof::SecretMissing;
    return HookProof::Signed;
}

QString proofWord(HookProof proof)
{
    switch (proof) {
    case HookProof::None:
        return HookText::tr("No webhooks");
    case HookProof::NotSetUp:
        return HookText::tr("Not set up");
    case HookProof::SecretMissing:
        return HookText::tr("Secret missing");
    case HookProof::Unsigned:
        return HookText::tr("Not signed");
    case HookProof::Signed:
        break;
    }
    return HookText::tr("Verified");
}

QString proofSentence(const engine::ProviderRow &account)
{
    const QStringList secrets = guides().value(account.kind).secrets;
    switch (hookProof(account)) {
    case HookProof::None:
        return HookText::tr("This kind of account sends none; what becomes of its messages is learnt otherwise.");
    case HookProof::NotSetUp:
        return account.kind == u"flashchat"
                   ? HookText::tr("Choose in the account, under Advanced, how your panel signs its webhooks.")
                   : HookText::tr("The account's profile does not describe a webhook. Its messages are asked after.");
    case HookProof::SecretMissing:
        return secrets.isEmpty()
                   ? HookText::tr("Nothing tells real ones from made-up ones: they are refused until the account has "
                                  "its secret.")
                   : HookText::tr("Nothing tells real ones from made-up ones: they are refused until the account has "
                                  "this: %1.")
                         .arg(secretLabels(account.kind, secrets));
    case HookProof::Unsigned:
        return HookText::tr("They carry no signature: whoever learns the address can make receipts and replies up.");
    case HookProof::Signed:
        break;
    }
    return secrets.isEmpty() ? HookText::tr("Each one is checked before it is read.")
                             : HookText::tr("Each one is checked before it is read, with: %1.")
                                   .arg(secretLabels(account.kind, secrets));
}

QString whereToPaste(const QString &kind)
{
    const auto guide = guides().constFind(kind);
    return guide == guides().constEnd() ? QString() : HookText::tr(guide->where);
}

bool isLoopback(const QString &address) { return address.startsWith(u"127.") || address == u"::1"; }

QString hookProblem(const QString &problem, const QString &place, const engine::WebhookSettings &settings)
{
    const auto is = [&problem](domain::ErrorCode code) { return problem == domain::errorCodeName(code); };
    if (place == u"port" && is(domain::ErrorCode::Conflict))
        return HookText::tr("Port %1 is taken by another program. Choose another one, or end that program.")
            .arg(settings.port);
    if (place == u"port" && is(domain::ErrorCode::NotAllowed))
        return HookText::tr("The system keeps port %1 for administrators. Choose one from 1024 on.").arg(settings.port);
    if (place == u"port")
        return HookText::tr("A port is a number from 1 to 65535.");
    if (place == u"address")
        return HookText::tr("This is no address of this computer. 0.0.0.0 means all it has.");
    if (place == u"public_url")
        return HookText::tr("An address begins with https:// and has no user name, '?' or '#'.");
    if (place == u"certificate") {
        if (is(domain::ErrorCode::FileMissing))
            return HookText::tr("There is no such file.");
        if (is(domain::ErrorCode::FileNotReadable))
            return HookText::tr("You have no right to read this file.");
        if (is(domain::ErrorCode::Conflict))
            return HookText::tr(
                "This certificate has expired or is not valid yet: no provider would talk to it. Choose "
                "the current one.");
        return settings.certificate.isEmpty()
                   ? HookText::tr("Who reaches this computer from outside needs TLS: choose a certificate.")
                   : HookText::tr("This is no certificate in PEM form.");
    }
    if (place == u"key") {
        if (is(domain::ErrorCode::FileMissing))
            return HookText::tr("There is no such file.");
        if (is(domain::ErrorCode::FileNotReadable))
            return HookText::tr("You have no right to read this file.");
        if (is(domain::ErrorCode::NotAllowed))
            return HookText::tr("Others can read this key. Give its file rights for you alone (chmod 600).");
        if (is(domain::ErrorCode::Conflict))
            return HookText::tr("This is another certificate's key. Choose the one the certificate was made with.");
        return settings.key.isEmpty() ? HookText::tr("A certificate needs its key.")
                                      : HookText::tr("This is no key in PEM form, or it has a passphrase.");
    }
    return reasonPhrase(problem);
}

QString takenWords(const engine::WebhookStatus::Provider &account, domain::Instant now)
{
    if (!account.lastAt)
        return HookText::tr("Nothing was taken yet.");
    return HookText::tr("%1 taken, the last %2.", "webhooks; a time ago")
        .arg(number(account.accepted), relativeTime(*account.lastAt, now));
}

QString refusedWords(const engine::WebhookStatus::Provider &account, domain::Instant now)
{
    QStringList words;
    const qint64 unproven = account.refused - account.unreadable;
    if (unproven > 0)
        words << HookText::tr(
                     "%1 refused because nothing proved them to be the provider's: the secret in the account is "
                     "another than the provider's, the public address here is another than the one it calls, or "
                     "somebody else tried.")
                     .arg(number(unproven));
    if (account.unreadable > 0)
        words << HookText::tr("%1 refused because they were neither a receipt nor a message.")
                     .arg(number(account.unreadable));
    if (!words.isEmpty() && account.lastRefusedAt)
        words << HookText::tr("The last %1.", "refused, a time ago").arg(relativeTime(*account.lastRefusedAt, now));
    return words.join(u' ');
}

} // namespace gui

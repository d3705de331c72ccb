#include "gui/kit/errortext.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(gui::ErrorText)
};

struct Reason
{
    const char *phrase;
    const char *sentence;
};

const QHash<QString, Reason> &reasons()
{
    static const QHash<QString, Reason> table{
        {u"suppressed"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "opted out"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "This person opted out of such messages, so nothing was sent.")}},
        {u"opted_out"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "opted out"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The provider says that this person opted out. They are left out from now on.")}},
        {u"do_not_disturb"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "do not disturb"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "This contact is marked 'do not disturb', so nothing was sent.")}},
        {u"duplicate"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "same text already sent"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The same text went to the same address a short while ago, so it was not sent again.")}},
        {u"frequency_cap"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "too many this hour"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "This address had as many messages in this hour as your limits allow.")}},
        {u"quiet_hours"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "quiet hours"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "It is night where the recipient lives. The message waits until morning.")}},
        {u"expired"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "too old to send"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "The message was not sent in time and is no longer worth sending.")}},
        {u"no_address"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "no address"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "The contact has no address for this channel.")}},
        {u"unusable_address"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "address cannot be used"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "The contact's address cannot get messages on this channel.")}},
        {u"country_not_allowed"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "country not allowed"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The number belongs to a country that your limits do not allow, so nothing was sent.")}},
        {u"channel_off"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "channel is off"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "Sending on this channel is switched off in Settings.")}},
        {u"contact_deleted"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "contact deleted"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "The contact was deleted before the message left.")}},
        {u"missing_value"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "a value is missing"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "A placeholder of the template has no value for this contact.")}},
        {u"window_closed"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "24-hour window closed"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "This person has not written within 24 hours, and WhatsApp then takes an approved template "
                            "alone. The message's template names none, so nothing was sent.")}},
        {u"templates_unknown"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "approved templates not read yet"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The provider's list of approved templates has not been read yet. The message waits for "
                            "it.")}},
        {u"template_missing"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "template unknown to provider"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The provider has no template of that name and language. The message waits; have the "
                            "template approved, or correct its name.")}},
        {u"template_not_approved"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "template not approved"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The provider has not approved this template, or has paused it. The message waits until it "
                            "is approved.")}},
        {u"template_mismatch"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "template takes other values"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The provider's template has another number of placeholders than yours fills. The message "
                            "waits; correct the template.")}},
        {u"messaging_limit"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "daily limit of people reached"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "WhatsApp lets this account write first to a limited number of people within 24 hours, and "
                            "so many have been written to. The message waits until there is room again.")}},
        {u"template_error"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "template error"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "The template could not be filled in for this contact.")}},
        {u"recipient"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "number refused"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "The provider says that this address cannot be reached.")}},
        {u"content"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "text refused"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "The provider or a carrier refused this text.")}},
        {u"configuration"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "account refused"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The provider refused the account, the sender or the country. Sending by it is paused; "
                            "the messages are kept.")}},
        {u"unclear"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "refused"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "The provider refused the message without a reason that is known.")}},
        {u"throttled"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "provider asks to slow down"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The provider asked to slow down. The message is tried again by itself.")}},
        {u"not_sent"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "connection failed"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The request surely did not reach the provider. The message is tried again by itself.")}},
        {u"no_rehearsal"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "not simulated"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "There is no simulation of this account's interface, so it rests during the rehearsal.")}},
        {u"provider_paused"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "provider is paused"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "The provider is paused. The message waits until it is resumed.")}},
        {u"no_answer"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "no answer"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The connection broke before the provider answered, so the message may have been sent. "
                            "The provider's records are looked at; it is not sent again by itself.")}},
        {u"interrupted"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "program ended meanwhile"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The program ended while the message was on its way out, so it may have been sent. "
                            "The provider's records are looked at; it is not sent again by itself.")}},
        {u"unresolved"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "needs your decision"),
          QT_TRANSLATE_NOOP(
              "gui::ErrorText",
              "The provider's records do not tell whether the message was sent. Decide what to do with it.")}},
        {u"several_candidates"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "needs your decision"),
          QT_TRANSLATE_NOOP(
              "gui::ErrorText",
              "Several messages in the provider's records could be this one. Decide what to do with it.")}},
        {u"absent"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "not in the provider's records"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The message is not in the provider's records so far. They are looked at once more.")}},
        {u"proven_absent"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "not in the provider's records"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "The provider's records show that the message never arrived there.")}},
        {u"decided_sent"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "decided: it was sent"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "A person decided that the message was sent.")}},
        {u"decided_again"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "decided: send again"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "A person decided to send the message again.")}},
        {u"given_up"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "given up"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The message was tried as often as your limits allow, or a person gave it up.")}},
        {u"cancelled"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "cancelled"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "A person cancelled the message before it left.")}},
        {u"too_many_segments"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "text too long"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "The text has more segments than your limits allow. It is never shortened by itself.")}},
        {u"empty_text"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "text is empty"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "Filled in for this contact, the template has no text left.")}},
        {u"no_open_hours"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "no time left to send"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "Your quiet hours leave no time at which this person may be messaged.")}},
        {u"paused"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "sending is stopped"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "A person stopped all sending. The message waits until it goes on.")}},
        {u"provider_off"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "provider is switched off"),
          QT_TRANSLATE_NOOP("gui::ErrorText",
                            "No provider that is switched on serves this channel. The message waits.")}},
        {u"inconclusive"_s,
         {QT_TRANSLATE_NOOP("gui::ErrorText", "not found out yet"),
          QT_TRANSLATE_NOOP("gui::ErrorText", "The provider's records do not tell yet. They are looked at again.")}},
    };
    return table;
}

QString named(const domain::Error &error, const QString &with, const QString &without)
{
    return error.place.isEmpty() ? without : with.arg(error.place);
}

} // namespace

QString ErrorWords::all() const
{
    QStringList parts{happened, kept, todo};
    parts.removeAll(QString());
    return parts.join(u' ');
}

ErrorWords wordsFor(const domain::Error &error)
{
    using enum domain::ErrorCode;
    const QString nothing = ErrorText::tr("Nothing was changed.");
    switch (error.code) {
    case InvalidInput:
        return {named(error, ErrorText::tr("The value at '%1' does not fit."), ErrorText::tr("A value does not fit.")),
                nothing, ErrorText::tr("Correct it and try again.")};
    case NotFound:
        return {ErrorText::tr("It does not exist any more."), nothing,
                ErrorText::tr("Someone may have deleted it; the list shows what is there now.")};
    case Conflict:
        return {
            ErrorText::tr("That is not possible as things stand: the name is taken, or something else still uses it."),
            nothing, ErrorText::tr("Choose another name, or finish what uses it first.")};
    case NotAllowed:
        return {ErrorText::tr("You may not do this."), nothing,
                ErrorText::tr("Ask whoever administers this workspace.")};
    case FileMissing:
        return {named(error, ErrorText::tr("There is no file '%1'."), ErrorText::tr("The file does not exist.")),
                {},
                ErrorText::tr("Check whether it was moved or its drive is connected.")};
    case FileNotReadable:
        return {named(error, ErrorText::tr("You have no right to read '%1'."),
                      ErrorText::tr("You have no right to read the file.")),
                nothing, ErrorText::tr("Change the file's rights or choose another file.")};
    case FileNotWritable:
        return {named(error, ErrorText::tr("'%1' cannot be written."), ErrorText::tr("The file cannot be written.")),
                nothing, ErrorText::tr("Change the rights of the file and its folder, or choose another place.")};
    case FileBusy:
        return {ErrorText::tr("Another Heliograph has this workspace open."), nothing,
                ErrorText::tr("Close it there first; a workspace file is used by one program at a time.")};
    case DiskFull:
        return {ErrorText::tr("The disk is full."),
                ErrorText::tr("What was saved before is kept; nothing else was changed."),
                ErrorText::tr("Free some space and try again.")};
    case NotADatabase:
        return {named(error, ErrorText::tr("'%1' is no workspace but some other kind of file."),
                      ErrorText::tr("The file is no workspace but something else.")),
                nothing, ErrorText::tr("Choose another file.")};
    case NotAWorkspace:
        return {ErrorText::tr("The file is a database, but not one of Heliograph's."), nothing,
                ErrorText::tr("Choose another file.")};
    case Damaged:
        return {ErrorText::tr("The workspace file is damaged."), ErrorText::tr("It was left as it is."),
                ErrorText::tr("Open the newest backup instead.")};
    case NewerVersion:
        return {ErrorText::tr("The workspace was written by a newer Heliograph."), nothing,
                ErrorText::tr("Update this program to open it.")};
    case KeyUnavailable:
        return {ErrorText::tr("The system's key store cannot be reached, so the addresses cannot be opened."), nothing,
                ErrorText::tr("Unlock the key store, or give the workspace's passphrase.")};
    case WrongPassphrase:
        return {ErrorText::tr("The passphrase is not the right one."), nothing, ErrorText::tr("Try again.")};
    case Network:
        return {ErrorText::tr("The connection failed."), ErrorText::tr("Nothing was lost; what waits is tried again."),
                ErrorText::tr("Check the network.")};
    case Provider:
        return {error.detail.isEmpty() ? ErrorText::tr("The provider refused.")
                                       : ErrorText::tr("The provider refused: %1").arg(error.detail),
                ErrorText::tr("The messages are kept."), ErrorText::tr("Check the account in Settings.")};
    case Cancelled:
        return {ErrorText::tr("It was cancelled."), nothing, {}};
    case Internal:
        break;
    }
    return {ErrorText::tr("Something failed that should not."), nothing,
            error.detail.isEmpty() ? QString() : ErrorText::tr("Details for a report: %1").arg(error.detail)};
}

QString sentenceFor(const domain::Error &error) { return wordsFor(error).all(); }

QString reasonPhrase(const QString &reason)
{
    if (reason.isEmpty())
        return {};
    const auto found = reasons().constFind(reason);
    if (found != reasons().constEnd())
        return ErrorText::tr(found->phrase);
    for (int code = 0; code <= static_cast<int>(domain::ErrorCode::Internal); ++code)
        if (domain::errorCodeName(static_cast<domain::ErrorCode>(code)) == reason)
            return wordsFor({static_cast<domain::ErrorCode>(code), {}, {}}).happened;
    return QString(reason).replace(u'_', u' ');
}

QString reasonSentence(const QString &reason)
{
    const auto found = reasons().constFind(reason);
    if (found != reasons().constEnd())
        return ErrorText::tr(found->sentence);
    return reason.isEmpty() ? QString() : ErrorText::tr("Reason: %1.").arg(reasonPhrase(reason));
}

} // namespace gui

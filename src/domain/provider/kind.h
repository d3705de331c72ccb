#pragma once

#include "domain/core/types.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace domain {

/// A configured account. `settings` holds what may be shown and stored, `secrets` what came from the key store:
/// it exists in memory only and is never logged.
struct ProviderConfig
{
    ProviderId id;
    QString kind; ///< ProviderKind::key
    QString name;
    QJsonObject settings;
    QHash<QString, QString> secrets;
};

/// A setting that does not fit: the field's key and an English reason code the window words ("required", "format").
struct ConfigProblem
{
    QString field;
    QString reason;
};

/// One thing an account of a kind is set up with. The window words `key` and helps with it by (kind, key); the command
/// line offers it as an option spelt with dashes (accountSid: --account-sid).
struct ProviderField
{
    enum class Type {
        Text,
        Secret, ///< kept in the key store; on the command line from standard input
        Url,
        Number,    ///< in the settings a JSON number
        Boolean,   ///< in the settings a JSON true or false; not there: false
        Choice,    ///< one of `choices`
        LongText,  ///< several lines
        NameValue, ///< in the settings a JSON object of texts
    };
    QString key;
    Type type = Type::Text;
    bool required = false; ///< for every account; what is needed only with others is said by problems()
    bool advanced = false; ///< folded away at first
    QString initial;       ///< what stands there at first; empty settings mean this
    QString example;       ///< how a value looks, shown in the empty field
    QStringList choices = {};
};

/// What leaves for people who have not written to an account of a kind within 24 hours (WhatsApp).
enum class BeyondWindow {
    Text,           ///< the text, as always: there is no such window
    NamedTemplate,  ///< a template kept at the provider, which has to be known by name
    ListedTemplate, ///< the same, and the provider lists them
};

/// A kind of account there is a translator for.
struct ProviderKind
{
    QString key;  ///< "twilio", "messagebird", …: what is stored
    QString name; ///< the company's or product's own, never translated
    QList<Channel> channels;
    QList<ProviderField> fields; ///< in the order in which a person fills them
    double ratePerSecond = 10;   ///< a new account's pace
    int inFlight = 16;
    BeyondWindow beyondWindow = BeyondWindow::Text;
};

} // namespace domain

#include "app/ctl/provideradd.h"

#include "domain/provider/preset.h"
#include "providers/factory.h"

#include <QFile>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

using domain::ProviderField;
using domain::ProviderKind;
using Type = ProviderField::Type;

/// Options of an earlier spelling, and the setting each is for.
constexpr std::pair<QLatin1String, QLatin1String> otherSpellings[]{{"messaging-service"_L1, "messagingServiceSid"_L1}};

const QList<ProviderKind> &kinds()
{
    static const providers::Factory factory;
    return factory.kinds();
}

/// "accountSid" → "account-sid".
QString optionOf(const QString &key)
{
    QString option;
    for (const QChar c : key) {
        if (c.isUpper())
            option += u'-';
        option += c.toLower();
    }
    return option;
}

QStringList namesOf(const QList<ProviderKind> &all)
{
    QStringList names;
    for (const ProviderKind &kind : all)
        names << kind.key;
    return names;
}

std::optional<double> rateOption(Context &context, double otherwise)
{
    if (!context.arguments.has(u"rate"_s))
        return otherwise;
    bool isNumber = false;
    const double rate = context.arguments.value(u"rate"_s).toDouble(&isNumber);
    if (isNumber && rate > 0 && rate <= 1'000'000)
        return rate;
    context.wrongUsage(u"--rate takes messages per second, more than 0"_s);
    return std::nullopt;
}

/// What --preset names, or nothing; empty where it is wrong and the program ends.
std::optional<domain::ProviderPreset> presetOption(Context &context, const ProviderKind &kind)
{
    if (!context.arguments.has(u"preset"_s))
        return domain::ProviderPreset{};
    QFile file(context.arguments.value(u"preset"_s));
    if (!file.open(QIODevice::ReadOnly)) {
        context.fail({domain::ErrorCode::FileNotReadable, file.errorString(), file.fileName()});
        return std::nullopt;
    }
    constexpr qint64 longest = 2 * 1024 * 1024;
    auto preset = domain::presetFrom(file.read(longest));
    if (preset && preset->kind != kind.key) {
        context.wrongUsage(u"the preset is for the kind '%1'"_s.arg(preset->kind));
        return std::nullopt;
    }
    if (!preset) {
        context.fail(preset.error());
        return std::nullopt;
    }
    return *std::move(preset);
}

/// A setting's value from what was given; the error is a sentence for the person.
tl::expected<QJsonValue, QString> valueOf(const ProviderField &field, const QString &option, const QStringList &given)
{
    const QString text = given.constLast();
    if (field.type != Type::NameValue && given.size() > 1)
        return tl::unexpected(u"--%1 is given twice"_s.arg(option));
    switch (field.type) {
    case Type::Text:
    case Type::Secret:
    case Type::Url:
    case Type::Choice:
        return text;
    case Type::LongText: {
        if (!text.startsWith(u'@'))
            return text;
        QFile file(text.sliced(1));
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(u"'%1' cannot be read: %2"_s.arg(file.fileName(), file.errorString()));
        return QString::fromUtf8(file.readAll());
    }
    case Type::Number: {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (!isNumber)
            return tl::unexpected(u"--%1 takes a number"_s.arg(option));
        return number;
    }
    case Type::Boolean:
        if (text == "yes"_L1 || text == "true"_L1)
            return true;
        if (text == "no"_L1 || text == "false"_L1)
            return false;
        return tl::unexpected(u"--%1 takes yes or no"_s.arg(option));
    case Type::NameValue: {
        QJsonObject pairs;
        for (const QString &pair : given) {
            const qsizetype equals = pair.indexOf(u'=');
            if (equals <= 0)
                return tl::unexpected(u"--%1 takes NAME=VALUE"_s.arg(option));
            pairs.insert(pair.first(equals), pair.sliced(equals + 1));
        }
        return pairs;
    }
    }
    Q_UNREACHABLE();
}

/// The settings that were given, by the kind's keys.
tl::expected<QJsonObject, QString> settingsOf(const ProviderKind &kind, const Arguments &arguments)
{
    QJsonObject settings;
    QStringList known{u"name"_s, u"rate"_s, u"in-flight"_s, u"preset"_s};
    for (const ProviderField &field : kind.fields) {
        if (field.type == Type::Secret)
            continue;
        QStringList spellings{optionOf(field.key)};
        for (const auto &[spelling, key] : otherSpellings)
            if (key == field.key)
                spellings << spelling;
        for (const QString &option : std::as_const(spellings)) {
            known << option;
            if (!arguments.has(option))
                continue;
            auto value = valueOf(field, option, arguments.values(option));
            if (!value)
                return tl::unexpected(value.error());
            settings.insert(field.key, *value);
        }
    }
    for (const QString &option : addOptions()) {
        const QString name = option.first(option.indexOf(u'='));
        if (arguments.has(name) && !known.contains(name))
            return tl::unexpected(u"%1 takes no --%2"_s.arg(kind.key, name));
    }
    return settings;
}

/// The secrets of a kind as they come in, line by line.
class Secrets
{
public:
    Secrets(const ProviderKind &kind, const QJsonObject &settings) : m_kind(kind) { m_config.settings = settings; }

    /// The field the next bare line is for: one without which the account cannot be, else the first that is left.
    [[nodiscard]] QString next() const
    {
        if (const QString needed = missing(); !needed.isEmpty())
            return needed;
        for (const ProviderField &field : m_kind.fields)
            if (field.type == Type::Secret && !m_config.secrets.contains(field.key))
                return field.key;
        return {};
    }
    /// A field that is needed and has not come; empty where all have.
    [[nodiscard]] QString missing() const
    {
        domain::ProviderConfig config = m_config;
        config.kind = m_kind.key;
        for (const domain::ConfigProblem &problem : providers::Factory().problems(config))
            if (problem.reason == "required"_L1 && (isSecret(problem.field) || !isField(problem.field)))
                return problem.field; // what is no field is a secret that the settings name themselves
        return {};
    }
    /// False where there is no field left for it.
    [[nodiscard]] bool take(const QString &line)
    {
        const qsizetype equals = line.indexOf(u'=');
        for (const ProviderField &field : m_kind.fields) {
            if (equals <= 0 || field.type != Type::Secret)
                continue;
            const QString name = line.first(equals);
            if (name == field.key || name == optionOf(field.key)) {
                m_config.secrets.insert(field.key, line.sliced(equals + 1));
                return true;
            }
        }
        const QString field = next();
        if (equals > 0 && !isField(field) && line.first(equals) == field) {
            m_config.secrets.insert(field, line.sliced(equals + 1));
            return true;
        }
        if (!field.isEmpty())
            m_config.secrets.insert(field, line);
        return !field.isEmpty();
    }
    [[nodiscard]] bool any() const
    {
        return !missing().isEmpty() ||
               std::any_of(m_kind.fields.cbegin(), m_kind.fields.cend(),
                           [](const ProviderField &field) { return field.type == Type::Secret; });
    }
    [[nodiscard]] const QHash<QString, QString> &all() const { return m_config.secrets; }

private:
    [[nodiscard]] bool isField(const QString &key) const
    {
        return key.contains(u'.') || key.contains(u'[') || // a place in a profile
               std::any_of(m_kind.fields.cbegin(), m_kind.fields.cend(),
                           [&key](const ProviderField &field) { return field.key == key; });
    }
    [[nodiscard]] bool isSecret(const QString &key) const
    {
        return std::any_of(m_kind.fields.cbegin(), m_kind.fields.cend(), [&key](const ProviderField &field) {
            return field.type == Type::Secret && field.key == key;
        });
    }

    const ProviderKind &m_kind;
    domain::ProviderConfig m_config;
};

/// Reads them from standard input; a sentence for the person where they do not fit. A person at a terminal is asked for
/// no more than what is needed.
QString readSecrets(Secrets &secrets)
{
    if (!secrets.any())
        return {};
    constexpr qint64 longestLine = 16 * 1024;
    QFile input;
    const bool isOpen = input.open(stdin, QIODevice::ReadOnly);
    const bool isTerminal = isatty(STDIN_FILENO) != 0;
    while (isOpen && !(isTerminal && secrets.missing().isEmpty())) {
        const QByteArray line = input.readLine(longestLine);
        if (line.isEmpty())
            break;
        if (const QString text = QString::fromUtf8(line).trimmed(); !text.isEmpty() && !secrets.take(text))
            return u"standard input has more lines than there are secrets"_s;
    }
    if (const QString missing = secrets.missing(); !missing.isEmpty())
        return u"the secret '%1' is read from standard input, and there is none"_s.arg(optionOf(missing));
    return {};
}

QString typeOf(const ProviderField &field)
{
    switch (field.type) {
    case Type::Text:
    case Type::Secret:
        return u"TEXT"_s;
    case Type::Url:
        return u"URL"_s;
    case Type::Number:
        return u"NUMBER"_s;
    case Type::Boolean:
        return u"yes|no"_s;
    case Type::Choice:
        return field.choices.join(u'|');
    case Type::LongText:
        return u"TEXT|@FILE"_s;
    case Type::NameValue:
        return u"NAME=VALUE …"_s;
    }
    Q_UNREACHABLE();
}

QString helpOf(const ProviderKind &kind)
{
    QString help = u"%1 (%2)\n"_s.arg(kind.key, kind.name);
    for (const ProviderField &field : kind.fields) {
        const bool isSecret = field.type == Type::Secret;
        QStringList notes;
        if (field.required)
            notes << u"required"_s;
        if (!field.initial.isEmpty())
            notes << u"otherwise "_s + field.initial;
        if (!field.example.isEmpty())
            notes << u"as "_s + field.example;
        help += isSecret ? u"    %1  on standard input"_s.arg(optionOf(field.key))
                         : u"    --%1 %2"_s.arg(optionOf(field.key), typeOf(field));
        help += notes.isEmpty() ? u"\n"_s : u"  ("_s + notes.join(u"; "_s) + u")\n"_s;
    }
    return help;
}

} // namespace

QStringList addOptions()
{
    static const QStringList options = [] {
        QStringList repeated;
        QStringList single{u"name"_s, u"rate"_s, u"in-flight"_s, u"preset"_s};
        for (const auto &[spelling, key] : otherSpellings)
            single << spelling;
        for (const ProviderKind &kind : kinds())
            for (const ProviderField &field : kind.fields)
                if (field.type != Type::Secret)
                    (field.type == Type::NameValue ? repeated : single) << optionOf(field.key);
        QStringList all;
        single.removeDuplicates();
        repeated.removeDuplicates();
        for (const QString &name : std::as_const(repeated))
            all << name + "=*"_L1;
        for (const QString &name : std::as_const(single))
            if (!repeated.contains(name))
                all << name + u'=';
        return all;
    }();
    return options;
}

QString addHelp(const QStringList &plain)
{
    QString help;
    for (const ProviderKind &kind : kinds())
        if (plain.isEmpty() || plain.constFirst() == kind.key)
            help += helpOf(kind);
    return help;
}

void addProvider(Context &context)
{
    const QString key = context.arguments.plain().constFirst();
    const ProviderKind *kind = domain::findKind(kinds(), key);
    if (!kind) {
        context.wrongUsage(u"there is no provider kind '%1'; known: %2"_s.arg(key, namesOf(kinds()).join(u", "_s)));
        return;
    }
    const auto preset = presetOption(context, *kind);
    if (!preset)
        return;
    const auto rate = rateOption(context, preset->ratePerSecond > 0 ? preset->ratePerSecond : kind->ratePerSecond);
    if (!rate)
        return;
    const auto inFlight =
        numberOption(context, u"in-flight"_s, preset->inFlight > 0 ? preset->inFlight : kind->inFlight, 1, 10'000);
    if (!inFlight)
        return;
    const auto settings = settingsOf(*kind, context.arguments);
    if (!settings) {
        context.wrongUsage(settings.error());
        return;
    }
    QJsonObject all = preset->settings;
    for (auto it = settings->begin(); it != settings->end(); ++it)
        all.insert(it.key(), *it);
    Secrets secrets(*kind, all);
    if (const QString problem = readSecrets(secrets); !problem.isEmpty()) {
        context.wrongUsage(problem);
        return;
    }
    engine::ProviderDraft draft;
    draft.kind = kind->key;
    draft.name = context.arguments.value(u"name"_s, preset->name.isEmpty() ? kind->name : preset->name);
    draft.settings = all;
    draft.secrets = secrets.all();
    draft.ratePerSecond = *rate;
    draft.inFlight = *inFlight;
    context.call<domain::ProviderId>(
        [draft](engine::Commands &commands, engine::Reply<domain::ProviderId> done) {
            commands.saveProvider(draft, std::move(done));
        },
        [&context, draft](domain::ProviderId id) {
            context.out.done(u"Added the provider '%1'."_s.arg(draft.name), {{u"id"_s, id.value}});
            context.finish(Done);
        });
}

void listKinds(Context &context)
{
    QJsonArray rows;
    for (const ProviderKind &kind : kinds()) {
        QStringList channels;
        for (const domain::Channel channel : kind.channels)
            channels << domain::toText(channel);
        rows << QJsonObject{{u"kind"_s, kind.key}, {u"name"_s, kind.name}, {u"channels"_s, channels.join(u", "_s)}};
    }
    context.out.table({u"kind"_s, u"name"_s, u"channels"_s}, rows);
    context.finish(Done);
}

} // namespace ctl

#include "gui/contacts/import/importwords.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(gui::ImportWords)
};

struct Pair
{
    const char *word;
    const char *text;
};

constexpr Pair fieldNames[] = {
    {"name", QT_TRANSLATE_NOOP("gui::ImportWords", "Whole name")},
    {"first_name", QT_TRANSLATE_NOOP("gui::ImportWords", "First name")},
    {"last_name", QT_TRANSLATE_NOOP("gui::ImportWords", "Last name")},
    {"company", QT_TRANSLATE_NOOP("gui::ImportWords", "Company")},
    {"phone", QT_TRANSLATE_NOOP("gui::ImportWords", "Phone for texts")},
    {"whatsapp", QT_TRANSLATE_NOOP("gui::ImportWords", "WhatsApp")},
    {"email", QT_TRANSLATE_NOOP("gui::ImportWords", "E-mail")},
    {"external_id", QT_TRANSLATE_NOOP("gui::ImportWords", "Own number")},
    {"tags", QT_TRANSLATE_NOOP("gui::ImportWords", "Tags")},
    {"group", QT_TRANSLATE_NOOP("gui::ImportWords", "Group")},
    {"territory", QT_TRANSLATE_NOOP("gui::ImportWords", "Territory")},
    {"country", QT_TRANSLATE_NOOP("gui::ImportWords", "Country")},
    {"language", QT_TRANSLATE_NOOP("gui::ImportWords", "Language")},
    {"time_zone", QT_TRANSLATE_NOOP("gui::ImportWords", "Time zone")},
    {"kind", QT_TRANSLATE_NOOP("gui::ImportWords", "Person or company")},
    {"vip", QT_TRANSLATE_NOOP("gui::ImportWords", "VIP")},
    {"do_not_disturb", QT_TRANSLATE_NOOP("gui::ImportWords", "Do not disturb")},
    {"lead_source", QT_TRANSLATE_NOOP("gui::ImportWords", "Lead source")},
    {"lead_stage", QT_TRANSLATE_NOOP("gui::ImportWords", "Lead stage")},
    {"loyalty_tier", QT_TRANSLATE_NOOP("gui::ImportWords", "Loyalty tier")},
    {"birthday", QT_TRANSLATE_NOOP("gui::ImportWords", "Birthday")},
    {"anniversary", QT_TRANSLATE_NOOP("gui::ImportWords", "Anniversary")},
    {"customer_since", QT_TRANSLATE_NOOP("gui::ImportWords", "Customer since")},
    {"last_purchase_on", QT_TRANSLATE_NOOP("gui::ImportWords", "Last purchase")},
    {"last_purchase_amount", QT_TRANSLATE_NOOP("gui::ImportWords", "Amount of the last purchase")},
    {"notes", QT_TRANSLATE_NOOP("gui::ImportWords", "Notes")},
};

constexpr Pair rejectTexts[] = {
    {"unclosed_quote", QT_TRANSLATE_NOOP("gui::ImportWords", "A quotation mark in this row is never closed.")},
    {"too_many_cells", QT_TRANSLATE_NOOP("gui::ImportWords", "The row has more cells than the file has columns.")},
    {"no_address",
     QT_TRANSLATE_NOOP("gui::ImportWords", "There is neither a phone number nor an e-mail address to send to.")},
    {"bad_email", QT_TRANSLATE_NOOP("gui::ImportWords", "This is not an e-mail address.")},
    {"bad_date", QT_TRANSLATE_NOOP("gui::ImportWords", "This is not a date.")},
    {"bad_amount", QT_TRANSLATE_NOOP("gui::ImportWords", "This is not an amount.")},
    {"bad_yes_no", QT_TRANSLATE_NOOP("gui::ImportWords", "This is neither yes nor no.")},
    {"bad_country", QT_TRANSLATE_NOOP("gui::ImportWords", "This is not a country's name or two-letter code.")},
    {"bad_language", QT_TRANSLATE_NOOP("gui::ImportWords", "This is not a language's name or code.")},
    {"bad_time_zone", QT_TRANSLATE_NOOP("gui::ImportWords", "This is not a time zone such as Europe/Berlin.")},
    {"bad_kind", QT_TRANSLATE_NOOP("gui::ImportWords", "This is neither person nor company.")},
    {"duplicate_external_id", QT_TRANSLATE_NOOP("gui::ImportWords", "Another contact has this number of your own.")},
    {"empty", QT_TRANSLATE_NOOP("gui::ImportWords", "The number is empty.")},
    {"too_long", QT_TRANSLATE_NOOP("gui::ImportWords", "The number is too long to be one.")},
    {"letters", QT_TRANSLATE_NOOP("gui::ImportWords", "The number has letters in it.")},
    {"several_numbers", QT_TRANSLATE_NOOP("gui::ImportWords", "There are several numbers in one cell.")},
    {"not_a_number", QT_TRANSLATE_NOOP("gui::ImportWords", "This is not a phone number.")},
    {"bad_phone", QT_TRANSLATE_NOOP("gui::ImportWords", "This is not a phone number.")},
    {"invalid_country_code",
     QT_TRANSLATE_NOOP("gui::ImportWords", "The number has no country code, or one that does not exist.")},
    {"too_short", QT_TRANSLATE_NOOP("gui::ImportWords", "The number is too short.")},
    {"long_number", QT_TRANSLATE_NOOP("gui::ImportWords", "The number has too many digits for its country.")},
    {"not_valid", QT_TRANSLATE_NOOP("gui::ImportWords", "There is no such number in its country.")},
    {"local_only", QT_TRANSLATE_NOOP("gui::ImportWords", "The number has no area code.")},
};

} // namespace

const QStringList &importFieldChoices()
{
    static const QStringList fields = [] {
        QStringList result;
        for (const Pair &pair : fieldNames)
            result.append(QString::fromLatin1(pair.word));
        return result;
    }();
    return fields;
}

QString importFieldName(const QString &field)
{
    if (field.startsWith("attribute:"_L1))
        return field.mid(10);
    for (const Pair &pair : fieldNames)
        if (field == QLatin1StringView(pair.word))
            return ImportWords::tr(pair.text);
    return field;
}

QString rejectSentence(const QString &reason)
{
    for (const Pair &pair : rejectTexts)
        if (reason == QLatin1StringView(pair.word))
            return ImportWords::tr(pair.text);
    return QString(reason).replace(u'_', u' ');
}

QString delimiterName(QChar delimiter)
{
    switch (delimiter.unicode()) {
    case u',':
        return ImportWords::tr("Comma");
    case u';':
        return ImportWords::tr("Semicolon");
    case u'\t':
        return ImportWords::tr("Tab");
    case u'|':
        return ImportWords::tr("Vertical bar");
    case u':':
        return ImportWords::tr("Colon");
    default:
        return ImportWords::tr("The character %1").arg(delimiter);
    }
}

QString encodingName(const QString &encoding)
{
    if (encoding == "windows-1252"_L1)
        return ImportWords::tr("Windows (Western Europe)");
    if (encoding == "UTF-16LE"_L1 || encoding == "UTF-16BE"_L1)
        return ImportWords::tr("%1 (Unicode)").arg(encoding);
    return encoding;
}

QString mappingProblem(const QStringList &fields)
{
    QStringList seen;
    bool hasAddress = false;
    for (const QString &field : fields) {
        hasAddress = hasAddress || field == "phone"_L1 || field == "whatsapp"_L1 || field == "email"_L1;
        if (field.isEmpty() || field == "tags"_L1)
            continue;
        if (seen.contains(field))
            return ImportWords::tr("“%1” is chosen for two columns. Keep it for one of them.")
                .arg(importFieldName(field));
        seen.append(field);
    }
    if (!hasAddress)
        return ImportWords::tr("No column is a phone number, a WhatsApp number or an e-mail address. Choose one: "
                               "without it nobody can be messaged.");
    return {};
}

} // namespace gui

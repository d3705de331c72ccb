#include "gui/segments/conditionwords.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gui::ConditionWords)
};

QString knownField(const QString &field)
{
    static const QHash<QString, const char *> names{
        {u"external_id"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Own number")},
        {u"kind"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Person or company")},
        {u"first_name"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "First name")},
        {u"last_name"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Last name")},
        {u"company"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Company")},
        {u"display_name"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Shown as")},
        {u"name"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Shown as")},
        {u"language"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Language")},
        {u"time_zone"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Time zone")},
        {u"country"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Country")},
        {u"group"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Group")},
        {u"territory"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Territory")},
        {u"vip"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "VIP")},
        {u"lead_source"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Lead source")},
        {u"lead_stage"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Lead stage")},
        {u"loyalty_tier"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Loyalty tier")},
        {u"birthday"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Birthday")},
        {u"anniversary"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Anniversary")},
        {u"customer_since"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Customer since")},
        {u"last_purchase_on"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Last purchase")},
        {u"last_purchase"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Last purchase")},
        {u"last_purchase_amount"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Amount of the last purchase")},
        {u"do_not_disturb"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Do not disturb")},
        {u"notes"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Notes")},
        {u"tags"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Tags")},
        {u"tag"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Tags")},
        {u"created_at"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Added")},
        {u"updated_at"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Changed")},
        {u"phone"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Phone for texts")},
        {u"whatsapp"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "WhatsApp")},
        {u"email"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "E-mail")},
        {u"has_phone"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Has a phone for texts")},
        {u"has_sms"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Has a phone for texts")},
        {u"has_whatsapp"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Has WhatsApp")},
        {u"has_email"_s, QT_TRANSLATE_NOOP("gui::ConditionWords", "Has an e-mail address")},
    };
    const char *known = names.value(field);
    return known ? Words::tr(known) : QString();
}

bool isTime(domain::FieldType type) { return type == domain::FieldType::Date || type == domain::FieldType::DateTime; }

/// The sentence for a code; what is named is `name`.
QString sentenceOfCode(const domain::ConditionProblem &problem)
{
    const QString &code = problem.code;
    const QString &name = problem.name;
    if (code == u"E_FIELD")
        return Words::tr("There is no field “%1”.").arg(name);
    if (code == u"E_NAME")
        return Words::tr("“%1” is not known here. Fields begin with doc, as in doc.territory.").arg(name);
    if (code == u"E_FUNC")
        return Words::tr("There is no function “%1”.").arg(name);
    if (code == u"E_ATTR")
        return Words::tr("“%1” cannot stand behind a point here.").arg(name);
    if (code == u"E_OP")
        return Words::tr("There is no test “%1”.").arg(name);
    if (code == u"E_CHAR")
        return name.isEmpty() ? Words::tr("This character has no meaning here.")
                              : Words::tr("“%1” has no meaning here.").arg(name);
    if (code == u"E_STRING")
        return Words::tr("This text in quotes is not closed, or holds an escape that is not known.");
    if (code == u"E_NUMBER")
        return Words::tr("This is not a number.");
    if (code == u"E_END")
        return Words::tr("Something is missing at the end.");
    if (code == u"E_SYNTAX" || code == u"E_JSON")
        return Words::tr("This cannot stand here.");
    if (code == u"E_TYPE")
        return Words::tr("These two cannot be compared: they are of different kinds.");
    if (code == u"E_VALUE")
        return Words::tr("This value does not fit here.");
    if (code == u"E_ARGS")
        return Words::tr("A value is missing or too many between the parentheses.");
    if (code == u"E_DUP")
        return Words::tr("“%1” stands here twice.").arg(name);
    if (code == u"E_LENGTH" || code == u"E_LIMIT" || code == u"E_DEPTH")
        return Words::tr("This condition is too long or too deeply nested.");
    return problem.message;
}

} // namespace

QString fieldWords(const QString &field)
{
    if (const QString known = knownField(field); !known.isEmpty())
        return known;
    QString words = field.section(u'.', -1);
    words.replace(u'_', u' ');
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper();
    return words;
}

QString testWords(domain::RowTest test, domain::FieldType type)
{
    using enum domain::RowTest;
    const bool list = type == domain::FieldType::List;
    switch (test) {
    case Equal:
        return isTime(type) ? Words::tr("is on") : Words::tr("is");
    case NotEqual:
        return isTime(type) ? Words::tr("is not on") : Words::tr("is not");
    case Less:
        return isTime(type) ? Words::tr("is before") : Words::tr("is less than");
    case LessEqual:
        return isTime(type) ? Words::tr("is on or before") : Words::tr("is at most");
    case Greater:
        return isTime(type) ? Words::tr("is after") : Words::tr("is more than");
    case GreaterEqual:
        return isTime(type) ? Words::tr("is on or after") : Words::tr("is at least");
    case Between:
        return Words::tr("is between");
    case OneOf:
        return Words::tr("is one of");
    case NoneOf:
        return Words::tr("is none of");
    case Contains:
        return list ? Words::tr("include") : Words::tr("contains");
    case NotContains:
        return list ? Words::tr("do not include") : Words::tr("does not contain");
    case StartsWith:
        return Words::tr("begins with");
    case EndsWith:
        return Words::tr("ends with");
    case IsEmpty:
        return Words::tr("is empty");
    case IsNotEmpty:
        return Words::tr("is not empty");
    case IsMissing:
        return Words::tr("is not known");
    case IsKnown:
        return Words::tr("is known");
    case Anniversary:
        return Words::tr("has its day in the year");
    }
    Q_UNREACHABLE();
}

QString matchWords(BuilderNode::Match match)
{
    switch (match) {
    case BuilderNode::Match::All:
        return Words::tr("All of these");
    case BuilderNode::Match::Any:
        return Words::tr("Any of these");
    case BuilderNode::Match::None:
        return Words::tr("None of these");
    }
    Q_UNREACHABLE();
}

QString problemWords(const domain::ConditionProblem &problem)
{
    if (problem.code == u"W_TEXT")
        return Words::tr("One text in parentheses is a text, not a list: a comma behind it makes it a list of one.");
    QString words = sentenceOfCode(problem);
    if (!problem.suggestion.isEmpty())
        words += u' ' + Words::tr("Did you mean “%1”?").arg(problem.suggestion);
    return Words::tr("Line %1, column %2: %3").arg(problem.line).arg(problem.column).arg(words);
}

} // namespace gui

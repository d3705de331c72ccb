#include "providers/checks.h"

#include "providers/baseurl.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers {

namespace {

bool isAsciiLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }
bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

} // namespace

bool isNumber(const QString &text)
{
    static const QRegularExpression number(u"^\\+[1-9][0-9]{6,14}\\z"_s);
    return number.match(text).hasMatch();
}

bool isShortCode(const QString &text)
{
    return text.size() >= 3 && text.size() <= 8 && std::ranges::all_of(text, isDigit);
}

bool isSenderName(const QString &text, QStringView others)
{
    constexpr qsizetype longest = 11;
    return text.size() <= longest && std::ranges::any_of(text, isAsciiLetter) &&
           std::ranges::all_of(
               text, [others](QChar c) { return isAsciiLetter(c) || isDigit(c) || c == u' ' || others.contains(c); });
}

void addCommonProblems(QList<domain::ConfigProblem> &found, const domain::ProviderConfig &config,
                       const domain::ProviderKind &kind)
{
    using Type = domain::ProviderField::Type;
    for (const domain::ProviderField &field : kind.fields) {
        const QString text =
            field.type == Type::Secret ? config.secrets.value(field.key) : config.settings.value(field.key).toString();
        if (text.isEmpty()) {
            if (field.required)
                found.append({field.key, u"required"_s});
        } else if (field.type == Type::Url) {
            if (const QString problem = baseUrlProblem(text); !problem.isEmpty())
                found.append({field.key, problem});
        } else if (field.type == Type::Choice && !field.choices.contains(text)) {
            found.append({field.key, u"format"_s});
        }
    }
}

} // namespace providers

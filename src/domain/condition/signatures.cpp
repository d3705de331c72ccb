#include "domain/condition/signatures.h"

using namespace Qt::StringLiterals;

namespace domain::conditionparse {

const QHash<QString, Signature> &functions()
{
    static const QHash<QString, Signature> known{
        {u"getdate"_s, {Function::GetDate, 0, 1, true}},    {u"nowdate"_s, {Function::Today, 0, 0, true}},
        {u"today"_s, {Function::Today, 0, 0, true}},        {u"now_datetime"_s, {Function::Now, 0, 0, true}},
        {u"add_days"_s, {Function::AddDays, 2, 2, true}},   {u"add_months"_s, {Function::AddMonths, 2, 2, true}},
        {u"date_diff"_s, {Function::DateDiff, 2, 2, true}}, {u"flt"_s, {Function::Flt, 1, 1, true}},
        {u"cint"_s, {Function::Cint, 1, 1, true}},          {u"get_datetime"_s, {Function::GetTime, 1, 1, true}},
        {u"len"_s, {Function::Len, 1, 1, false}},           {u"is_anniversary"_s, {Function::Anniversary, 1, 2, false}},
        {u"relative"_s, {Function::Relative, 1, 1, false}},
    };
    return known;
}

const QHash<QString, Signature> &methods()
{
    static const QHash<QString, Signature> known{
        {u"startswith"_s, {Function::StartsWith, 1, 1, false}},
        {u"endswith"_s, {Function::EndsWith, 1, 1, false}},
        {u"lower"_s, {Function::Lower, 0, 0, false}},
        {u"upper"_s, {Function::Upper, 0, 0, false}},
    };
    return known;
}

QString counted(const Signature &signature)
{
    const QString least = QString::number(signature.least);
    const QString most = QString::number(signature.most);
    return (signature.least == signature.most ? most : u"%1 or %2"_s.arg(least, most)) +
           (signature.most == 1 ? u" argument"_s : u" arguments"_s);
}

} // namespace domain::conditionparse

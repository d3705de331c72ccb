#include "storage/conditionmaker.h"

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr FieldType comparable[] = {FieldType::Text, FieldType::Whole,    FieldType::Number,
                                    FieldType::Date, FieldType::DateTime, FieldType::YesNo};

} // namespace

QString ConditionMaker::text()
{
    static const QList<QString> texts{u""_s,        u"a"_s,      u"A"_s,          u"b"_s,       u"ab"_s,    u"0"_s,
                                      u"12"_s,      u"-3.50"_s,  u"Straße"_s,     u"STRASSE"_s, u"ΑΣ"_s,    u"ΑΣ."_s,
                                      u"ΑΣα"_s,     u"İx"_s,     u"ﬀ"_s,          u"～"_s,      u"😀"_s,     u"😀a"_s,
                                      u"e\u0301"_s, u"\u00e9"_s, u"100%_x"_s,     u"it's"_s,    u"\"q\""_s, u"\\"_s,
                                      u"a\nb"_s,    u"\u00a0"_s, u"ǆ"_s,          u"Ünïcode"_s, u"  a "_s,  u"Z"_s,
                                      u"?"_s,       u"$1"_s,     u"2025-06-15"_s, u"a--b"_s};
    return pick(texts);
}

QDate ConditionMaker::date()
{
    static const QList<QDate> dates{QDate(1, 1, 1),     QDate(9999, 12, 31), QDate(2024, 2, 29), QDate(2025, 2, 28),
                                    QDate(2025, 6, 15), QDate(2025, 6, 14),  QDate(1990, 6, 15), QDate(1969, 12, 31),
                                    QDate(2000, 6, 22), QDate(1900, 1, 31)};
    return once(3) ? QDate(1950, 1, 1).addDays(below(30'000)) : pick(dates);
}

QJsonValue ConditionMaker::attribute()
{
    switch (below(9)) {
    case 0:
        return below(2) == 0;
    case 1:
        return below(20) - 5;
    case 2:
        return (below(2000) - 1000) / 8.0;
    case 3:
        return pick(QList<double>{1e15, 1e-7, 123456789012.5, -0.1, 9007199254740992.0, 1e22});
    case 4:
        return pick(
            QList<QString>{u"12"_s, u"+7"_s, u"-3.50"_s, u"1e3"_s, u" 5"_s, u"007"_s, u"1."_s, u"999999999999999"_s});
    case 5:
        return pick(QList<QString>{u"2025-06-15"_s, u"2025-02-29"_s, u"2025-06-15 10:30"_s, u"2025-06-15T10:30:59"_s,
                                   u"2025-06-15 24:00"_s, u"0000-01-01"_s, u"2025-06-15 10:30:60"_s});
    case 6:
        return QJsonValue(QJsonValue::Null);
    default:
        return text();
    }
}

Contact ConditionMaker::contact(int number)
{
    Contact c;
    c.externalId = once(4) ? QString() : u"X%1"_s.arg(number);
    c.kind = once(3) ? Contact::Kind::Company : Contact::Kind::Person;
    c.firstName = text();
    c.lastName = text();
    c.company = text();
    c.language = pick(QList<QString>{u""_s, u"de"_s, u"en"_s});
    c.country = pick(QList<QString>{u""_s, u"DE"_s, u"US"_s});
    c.group = text();
    c.territory = text();
    c.vip = once(2);
    c.leadSource = text();
    c.loyaltyTier = text();
    const auto maybe = [&] { return once(3) ? QDate() : date(); };
    c.birthday = maybe();
    c.anniversary = maybe();
    c.customerSince = maybe();
    c.lastPurchaseOn = maybe();
    if (!once(3))
        c.lastPurchaseMicros = pick(QList<qint64>{0, 1, -2'500'000, 10'000'000'000, 9'999'990'000, 150'500'000,
                                                  9'223'372'036'854'775'807, 3'333'333});
    c.doNotDisturb = once(4);
    c.notes = text();
    for (const QString &key : {u"size"_s, u"joined"_s, u"it's \"k\""_s, u"größe"_s})
        if (!once(4))
            c.attributes.insert(key, attribute());
    for (const QString &tag : {u"vip"_s, u"News"_s, u"größe"_s})
        if (once(2))
            c.tags << tag;
    c.createdAt = fromMillis(qint64{below(2'000'000'000)} * 900 + below(1000));
    c.updatedAt = fromMillis(-qint64{below(1'000'000'000)} * 7 - below(1000));
    return c;
}

Operand ConditionMaker::call(Operand::Kind kind, std::vector<Operand> parts)
{
    Operand made;
    made.kind = kind;
    made.parts = std::move(parts);
    return made;
}

Operand ConditionMaker::constant(FieldType type)
{
    switch (type) {
    case FieldType::Whole:
        return Operand::constant(pick(QList<qint64>{0, 1, 2, 5, -3, 10, 2025, 9'007'199'254'740'993,
                                                    9'223'372'036'854'775'807, -9'223'372'036'854'775'807}));
    case FieldType::Number:
        return Operand::constant(pick(
            QList<double>{0.0, 1.0, -2.5, 0.1, 10000.0, 9999.99, 150.5, 9007199254740992.0, 1e300, -1e-300, 1e19}));
    case FieldType::YesNo:
        return Operand::constant(once(2));
    case FieldType::Date:
        if (once(3))
            return Operand::relativeTo({static_cast<RelativeTime::Base>(once(2) ? 0 : 2 + below(3)), below(800) - 400,
                                        static_cast<RelativeTime::Unit>(below(3))});
        return Operand::constant(date());
    case FieldType::DateTime:
        if (once(3))
            return Operand::relativeTo(
                {RelativeTime::Base::Now, below(200) - 100, static_cast<RelativeTime::Unit>(below(6))});
        if (once(3))
            return call(Operand::Kind::GetTime, {constant(FieldType::Date)});
        return Operand::constant(QDateTime(date(), QTime(below(24), below(60), below(60)), Qt::UTC));
    default:
        return Operand::constant(text());
    }
}

Operand ConditionMaker::field(FieldType type)
{
    static const QHash<FieldType, QStringList> names{
        {FieldType::Text,
         {u"name"_s, u"first_name"_s, u"company"_s, u"group"_s, u"territory"_s, u"kind"_s, u"country"_s, u"notes"_s,
          u"external_id"_s, u"loyalty_tier"_s, u"customer_type"_s}},
        {FieldType::Number, {u"last_purchase_amount"_s}},
        {FieldType::YesNo, {u"vip"_s, u"do_not_disturb"_s, u"sms_enabled"_s, u"has_sms"_s, u"has_email"_s}},
        {FieldType::Date, {u"birthday"_s, u"anniversary"_s, u"customer_since"_s, u"last_purchase_on"_s}},
        {FieldType::DateTime, {u"created_at"_s, u"updated_at"_s}}};
    static const QStringList attributes{u"attributes.size"_s, u"attributes.joined"_s, u"attributes.it's \"k\""_s,
                                        u"attributes.größe"_s, u"attributes.absent"_s};
    if (type == FieldType::Whole || once(6))
        return type == FieldType::Whole ? call(Operand::Kind::ToWhole, {field(FieldType::Number)})
                                        : Operand::ofField(pick(attributes));
    return Operand::ofField(pick(names[type]));
}

Operand ConditionMaker::whole(int depth)
{
    const auto dayOrTime = [&] { return once(3) ? field(FieldType::DateTime) : day(depth - 1); };
    switch (below(8)) {
    case 0:
        return call(Operand::Kind::Length, {once(3) ? Operand::ofField(u"tags"_s) : textOf(depth - 1)});
    case 1: {
        Operand part = call(Operand::Kind::PartOfDate, {dayOrTime()});
        part.datePart = static_cast<DatePart>(below(3));
        return part;
    }
    case 2:
        return call(Operand::Kind::DateDiff, {dayOrTime(), dayOrTime()});
    case 3:
        return call(Operand::Kind::ToWhole, {number(depth - 1)});
    case 4:
        return call(Operand::Kind::Negate, {call(Operand::Kind::Length, {textOf(depth - 1)})});
    case 5:
        return constant(FieldType::Whole);
    default: {
        Operand made = call(Operand::Kind::Calculate, {whole(depth - 1), whole(depth - 1)});
        made.arithmetic =
            pick(QList<Arithmetic>{Arithmetic::Add, Arithmetic::Subtract, Arithmetic::Multiply, Arithmetic::Remainder});
        return depth <= 0 ? Operand::ofField(u"vip"_s) : made;
    }
    }
}

Operand ConditionMaker::number(int depth)
{
    if (depth <= 0)
        return once(3) ? constant(FieldType::Number) : field(FieldType::Number);
    switch (below(5)) {
    case 0:
        return call(Operand::Kind::ToNumber, {number(depth - 1)});
    case 1:
        return call(Operand::Kind::FirstTrue, {number(depth - 1), once(2) ? whole(depth - 1) : number(depth - 1)});
    case 2:
        return once(2) ? field(FieldType::Number) : call(Operand::Kind::Negate, {field(FieldType::Number)});
    default: {
        Operand made =
            call(Operand::Kind::Calculate, {number(depth - 1), once(2) ? whole(depth - 1) : number(depth - 1)});
        made.arithmetic = static_cast<Arithmetic>(below(4));
        return made;
    }
    }
}

Operand ConditionMaker::textOf(int depth)
{
    if (depth <= 0 || once(2))
        return field(FieldType::Text);
    switch (below(4)) {
    case 0:
        return call(Operand::Kind::Lower, {textOf(depth - 1)});
    case 1:
        return call(Operand::Kind::Upper, {textOf(depth - 1)});
    case 2:
        return call(Operand::Kind::FirstTrue, {textOf(depth - 1), constant(FieldType::Text)});
    default:
        return call(Operand::Kind::FirstTrue, {textOf(depth - 1), textOf(depth - 1), textOf(depth - 1)});
    }
}

Operand ConditionMaker::day(int depth)
{
    if (depth <= 0 || once(2))
        return field(FieldType::Date);
    switch (below(4)) {
    case 0:
        return call(Operand::Kind::GetDate, {once(2) ? field(FieldType::DateTime) : day(depth - 1)});
    case 1:
        return call(Operand::Kind::FirstTrue, {day(depth - 1), day(depth - 1)});
    default:
        return call(Operand::Kind::AddDays, {day(depth - 1), whole(depth - 1)});
    }
}

Operand ConditionMaker::operand(FieldType type, int depth)
{
    if (once(4))
        return constant(type);
    switch (type) {
    case FieldType::Text:
        return textOf(depth);
    case FieldType::Whole:
        return whole(depth);
    case FieldType::Number:
        return number(depth);
    case FieldType::Date:
        return day(depth);
    default:
        return field(type);
    }
}

Condition ConditionMaker::comparison(int depth)
{
    const FieldType type = comparable[size_t(below(6))];
    const bool isNumber = type == FieldType::Whole || type == FieldType::Number || type == FieldType::YesNo;
    FieldType other = type;
    if (isNumber)
        other = pick(QList<FieldType>{FieldType::Whole, FieldType::Number, FieldType::YesNo});
    Condition made;
    made.kind = Condition::Kind::Compare;
    made.comparison = static_cast<Comparison>(below(6));
    made.operands = {operand(type, depth), once(2) ? constant(other) : operand(other, depth)};
    if (once(8))
        std::swap(made.operands[0], made.operands[1]);
    return made;
}

Condition ConditionMaker::leaf(int depth)
{
    Condition made;
    made.negated = once(3);
    switch (below(8)) {
    case 0: {
        made.kind = Condition::Kind::IsTrue;
        made.negated = false;
        const FieldType type = comparable[size_t(below(6))];
        made.operands = {once(5) ? Operand::ofField(u"tags"_s) : operand(type, depth)};
        const bool isChoice = made.operands[0].kind == Operand::Kind::FirstTrue; // as a condition it is an 'any of'
        return isChoice ? comparison(depth) : made;
    }
    case 1: {
        made.kind = Condition::Kind::IsNull;
        made.operands = {operand(comparable[size_t(below(6))], depth)};
        return made;
    }
    case 2: {
        made.kind = Condition::Kind::OneOf;
        const FieldType type = comparable[size_t(below(6))];
        const bool isNumber = type == FieldType::Whole || type == FieldType::Number;
        made.operands = {once(4) ? operand(type, depth) : field(type)};
        for (int i = below(5); i > 0; --i)
            made.operands.push_back(once(6)    ? Operand::constant({})
                                    : isNumber ? constant(once(2) ? FieldType::Whole : FieldType::Number)
                                               : constant(type));
        return made;
    }
    case 3:
        made.kind = Condition::Kind::Text;
        made.text = static_cast<TextTest>(below(3));
        made.negated = made.negated && made.text == TextTest::Contains;
        made.operands = {textOf(depth), once(3) ? textOf(depth) : constant(FieldType::Text)};
        return made;
    case 4:
        made.kind = Condition::Kind::Member;
        made.operands = {Operand::ofField(u"tags"_s),
                         once(3) ? textOf(depth)
                                 : Operand::constant(pick(QList<QString>{u"vip"_s, u"NEWS"_s, u"größe"_s, u"GRÖSSE"_s,
                                                                         u"GRÖßE"_s, u"other"_s}))};
        return made;
    case 5:
        made.kind = Condition::Kind::Anniversary;
        made.negated = false;
        made.operands = {once(3) ? field(FieldType::DateTime) : day(depth)};
        made.days = pick(QList<int>{0, 0, 7, -1, 258, 400});
        return made;
    default:
        return comparison(depth);
    }
}

Condition ConditionMaker::condition(int depth)
{
    if (depth <= 0 || once(4))
        return leaf(below(3));
    if (once(4))
        return Condition::negation(condition(depth - 1));
    std::vector<Condition> parts;
    for (int i = once(12) ? 0 : 1 + below(3); i > 0; --i)
        parts.push_back(condition(depth - 1));
    return Condition::group(once(2) ? Condition::Kind::All : Condition::Kind::Any, std::move(parts));
}

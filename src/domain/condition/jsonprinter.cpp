#include "domain/condition/builder.h"
#include "domain/condition/notation.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QString quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

struct Member
{
    QString key;
    QString op; ///< empty: the value stands alone
    QString value;
};

/// Empty texts mean: there is no JSON form.
class Printer
{
public:
    explicit Printer(const FieldCatalogue &fields) : m_fields(fields) {}

    QString object(const Condition &condition)
    {
        if (condition.isEverybody())
            return u"{}"_s;
        if (condition.kind != Condition::Kind::All || rowOf(condition)) {
            const auto only = members(condition);
            return only ? joined(*only) : QString();
        }
        QList<Member> all;
        for (const Condition &part : condition.parts) {
            if (part.isEverybody())
                return list(condition);
            const auto own = part.kind == Condition::Kind::All ? nested(part) : members(part);
            if (!own)
                return {};
            all << *own;
        }
        const QString text = joined(all);
        return text.isEmpty() ? list(condition) : text;
    }

private:
    std::optional<QList<Member>> one(const QString &key, const QString &op, const QString &value)
    {
        if (value.isEmpty())
            return std::nullopt;
        return QList<Member>{{key, op, value}};
    }

    std::optional<QList<Member>> nested(const Condition &all) { return one(u"$and"_s, {}, listOf(all)); }

    std::optional<QList<Member>> members(const Condition &condition)
    {
        if (const auto row = rowOf(condition))
            return rowMembers(*row);
        if (condition.kind == Condition::Kind::Any && condition.parts.empty())
            return one(u"$not"_s, {}, u"{}"_s);
        if (condition.kind == Condition::Kind::Any)
            return one(u"$or"_s, {}, listOf(condition));
        if (condition.kind == Condition::Kind::Not)
            return one(u"$not"_s, {}, object(condition.parts[0]));
        return std::nullopt;
    }

    QString listOf(const Condition &group)
    {
        QStringList parts;
        for (const Condition &part : group.parts) {
            parts << object(part);
            if (parts.last().isEmpty())
                return {};
        }
        return u'[' + parts.join(u", "_s) + u']';
    }

    QString list(const Condition &group)
    {
        const QString parts = listOf(group);
        return parts.isEmpty() ? QString() : u"{\"$and\": "_s + parts + u'}';
    }

    /// One object of all members; empty where a key would stand in it twice.
    static QString joined(const QList<Member> &members)
    {
        QStringList texts;
        QStringList keys;
        for (qsizetype i = 0; i < members.size();) {
            qsizetype end = i + 1;
            while (end < members.size() && members[end].key == members[i].key)
                ++end;
            if (keys.contains(members[i].key))
                return {};
            keys << members[i].key;
            const QString value =
                end - i == 1 && members[i].op.isEmpty() ? members[i].value : tests(members.mid(i, end - i));
            if (value.isEmpty())
                return {};
            texts << quoted(members[i].key) + u": "_s + value;
            i = end;
        }
        return u'{' + texts.join(u", "_s) + u'}';
    }

    static QString tests(const QList<Member> &members)
    {
        QStringList texts;
        QStringList ops;
        for (const Member &member : members) {
            if (member.key.startsWith(u'$'))
                return {};
            const QString op = member.op.isEmpty() ? u"="_s : member.op;
            if (ops.contains(op))
                return {};
            ops << op;
            texts << quoted(op) + u": "_s + member.value;
        }
        return u'{' + texts.join(u", "_s) + u'}';
    }

    std::optional<QList<Member>> rowMembers(const ConditionRow &row)
    {
        static const QHash<RowTest, QString> words{{RowTest::Equal, {}},
                                                   {RowTest::NotEqual, u"!="_s},
                                                   {RowTest::Less, u"<"_s},
                                                   {RowTest::LessEqual, u"<="_s},
                                                   {RowTest::Greater, u">"_s},
                                                   {RowTest::GreaterEqual, u">="_s},
                                                   {RowTest::Between, u"between"_s},
                                                   {RowTest::OneOf, u"in"_s},
                                                   {RowTest::NoneOf, u"not in"_s},
                                                   {RowTest::Contains, u"contains"_s},
                                                   {RowTest::NotContains, u"not contains"_s},
                                                   {RowTest::StartsWith, u"starts_with"_s},
                                                   {RowTest::EndsWith, u"ends_with"_s},
                                                   {RowTest::IsEmpty, u"empty"_s},
                                                   {RowTest::IsNotEmpty, u"empty"_s},
                                                   {RowTest::IsMissing, u"exists"_s},
                                                   {RowTest::IsKnown, u"exists"_s},
                                                   {RowTest::Anniversary, u"anniversary"_s}};
        const auto field = m_fields.find(row.field);
        const FieldType type = field ? field->type : FieldType::Any;
        QStringList values;
        for (const Operand &operand : row.values) {
            values << value(operand, type);
            if (values.last().isEmpty())
                return std::nullopt;
        }
        QString value = values.value(0);
        if (valueCount(row.test) < 0 || row.test == RowTest::Between)
            value = u'[' + values.join(u", "_s) + u']';
        else if (row.test == RowTest::IsEmpty || row.test == RowTest::IsKnown)
            value = u"true"_s;
        else if (row.test == RowTest::IsNotEmpty || row.test == RowTest::IsMissing)
            value = u"false"_s;
        else if (row.test == RowTest::Anniversary)
            value = QString::number(row.days);
        return one(row.field, words.value(row.test), value);
    }

    /// A value beside a field of this type; empty where the notation would read it as something else.
    static QString value(const Operand &operand, FieldType type)
    {
        const Operand &time = operand.kind == Operand::Kind::GetTime ? operand.parts[0] : operand;
        if (time.kind == Operand::Kind::Relative) {
            const bool isMidnight = operand.kind == Operand::Kind::GetTime;
            const bool isRead = time.relative.base != RelativeTime::Base::Now && type == FieldType::DateTime;
            return isMidnight == isRead ? u"{\"$rel\": \"%1\"}"_s.arg(toText(time.relative)) : QString();
        }
        struct Writer
        {
            FieldType type;
            QString operator()(std::monostate) const { return u"null"_s; }
            QString operator()(bool yes) const { return yes ? u"true"_s : u"false"_s; }
            QString operator()(qint64 whole) const { return QString::number(whole); }
            QString operator()(double number) const { return toExpression(Operand::constant(number)); }
            QString operator()(const QString &text) const { return quoted(text); }
            QString operator()(QDate date) const
            {
                return type == FieldType::Date ? quoted(date.toString(Qt::ISODate)) : QString();
            }
            QString operator()(const QDateTime &moment) const
            {
                return type == FieldType::DateTime ? quoted(moment.toString(u"yyyy-MM-dd HH:mm:ss"_s)) : QString();
            }
        };
        return std::visit(Writer{type}, operand.literal);
    }

    const FieldCatalogue &m_fields;
};

} // namespace

QString toJson(const Condition &condition, const FieldCatalogue &fields) { return Printer(fields).object(condition); }

} // namespace domain

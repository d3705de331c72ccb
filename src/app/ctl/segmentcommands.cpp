#include "app/ctl/context.h"
#include "domain/condition/contactfields.h"

using namespace Qt::StringLiterals;

namespace ctl {

namespace {

QJsonObject jsonOf(const engine::SegmentRow &segment)
{
    return {{u"id"_s, segment.id.value},
            {u"name"_s, segment.name},
            {u"condition"_s, segment.condition},
            {u"campaigns"_s, segment.usedByCampaigns}};
}

void listSegments(Context &context)
{
    context.ask([](engine::Queries &queries) { return queries.segments(); },
                [&context](const QList<engine::SegmentRow> &segments) {
                    QJsonArray rows;
                    for (const engine::SegmentRow &segment : segments)
                        rows << jsonOf(segment);
                    context.out.table({u"id"_s, u"name"_s, u"condition"_s, u"campaigns"_s}, rows);
                    context.finish(Done);
                });
}

/// Takes `condition` on: what the workspace has is known, so that a wrong name brings the right one along.
template <class Then>
void withParsed(Context &context, const QString &condition, Then then)
{
    context.ask([](engine::Queries &queries) { return queries.conditionFields(); },
                [&context, condition, then](const domain::FieldCatalogue &fields) {
                    const auto parsed = domain::parseCondition(condition, fields);
                    if (!parsed)
                        context.fail({domain::ErrorCode::InvalidInput, domain::sentenceOf(parsed.error()),
                                      domain::placeOf(parsed.error())});
                    else
                        then(*parsed, fields);
                });
}

void addSegment(Context &context)
{
    const QString name = context.arguments.value(u"name"_s);
    if (name.isEmpty() || (context.arguments.has(u"where"_s) && context.arguments.has(u"condition"_s))) {
        context.wrongUsage(u"segment add needs --name and takes one condition"_s);
        return;
    }
    const QString condition = context.arguments.value(u"where"_s, context.arguments.value(u"condition"_s, u"{}"_s));
    withParsed(context, condition, [&context, name, condition](const domain::ParsedCondition &, const auto &) {
        context.command(
            [name, condition](engine::Commands &commands) { return commands.saveSegment({}, name, condition, {}); },
            [&context, name](domain::SegmentId id) {
                context.out.done(u"Added the segment '%1'."_s.arg(name), {{u"id"_s, id.value}});
                context.finish(Done);
            });
    });
}

void showSegment(Context &context)
{
    const QString name = context.arguments.plain().constFirst();
    context.ask([name](engine::Queries &queries) { return queries.segmentByName(name); },
                [&context](const engine::SegmentRow &segment) {
                    withParsed(context, segment.condition,
                               [&context, segment](const domain::ParsedCondition &parsed, const auto &fields) {
                                   QJsonObject object = jsonOf(segment);
                                   object[u"expression"_s] = domain::toExpression(parsed.tree);
                                   object[u"json"_s] = domain::toJson(parsed.tree, fields);
                                   context.out.object(object);
                                   context.finish(Done);
                               });
                });
}

void countSegment(Context &context)
{
    const QStringList &plain = context.arguments.plain();
    const bool isNamed = !plain.isEmpty();
    if (isNamed == context.arguments.has(u"where"_s)) {
        context.wrongUsage(u"segment count needs the name of a segment or --where"_s);
        return;
    }
    const QString given = isNamed ? plain.constFirst() : context.arguments.value(u"where"_s);
    context.ask(
        [given, isNamed](engine::Queries &queries) -> domain::Result<qint64> {
            engine::ContactQuery query;
            query.condition = given;
            if (isNamed) {
                const auto segment = queries.segmentByName(given);
                if (!segment)
                    return tl::unexpected(segment.error());
                query.condition = segment->condition;
            }
            return queries.contactCount(query);
        },
        [&context](qint64 people) {
            context.out.object({{u"people"_s, people}});
            context.finish(Done);
        });
}

void deleteSegment(Context &context)
{
    const QString name = context.arguments.plain().constFirst();
    context.ask([name](engine::Queries &queries) { return queries.segmentByName(name); },
                [&context](const engine::SegmentRow &segment) {
                    context.command(
                        [id = segment.id](engine::Commands &commands) { return commands.deleteSegment(id); },
                        [&context, segment] {
                            context.out.done(u"Deleted the segment '%1'."_s.arg(segment.name));
                            context.finish(Done);
                        });
                });
}

} // namespace

QList<Command> segmentCommands()
{
    using engine::SessionMode;
    return {
        {{u"segment"_s, u"list"_s}, {}, u"list segments"_s, {}, 0, 0, SessionMode::ReadOnly, listSegments},
        {{u"segment"_s, u"add"_s},
         u"--name NAME [--where CONDITION]"_s,
         u"save a condition over contacts: an expression (doc.territory == 'India') or JSON"_s,
         {u"name="_s, u"where="_s, u"condition="_s},
         0,
         0,
         SessionMode::CommandsOnly,
         addSegment},
        {{u"segment"_s, u"show"_s},
         u"NAME"_s,
         u"show a segment's condition in both notations"_s,
         {},
         1,
         1,
         SessionMode::ReadOnly,
         showSegment},
        {{u"segment"_s, u"count"_s},
         u"NAME | --where CONDITION"_s,
         u"count the people of a segment or condition"_s,
         {u"where="_s},
         0,
         1,
         SessionMode::ReadOnly,
         countSegment},
        {{u"segment"_s, u"delete"_s},
         u"NAME"_s,
         u"delete a segment that no campaign goes to"_s,
         {},
         1,
         1,
         SessionMode::CommandsOnly,
         deleteSegment},
    };
}

} // namespace ctl

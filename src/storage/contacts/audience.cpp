#include "storage/contacts/audience.h"

#include "domain/condition/contactfields.h"
#include "storage/conditions/conditioncompiler.h"
#include "storage/conditions/contactcolumns.h"
#include "storage/conditions/sqlitedialect.h"
#include "storage/core/workspacefile.h"

namespace storage {

using namespace Qt::StringLiterals;
using domain::Condition;
using domain::ErrorCode;
using domain::Operand;
using domain::Result;

namespace {

const QString *textOf(const Operand &operand)
{
    const bool isConstant = operand.kind == Operand::Kind::Constant;
    const QString *text = isConstant ? std::get_if<QString>(&operand.literal) : nullptr;
    return text && !text->isEmpty() ? text : nullptr;
}

/// What an index finds: a tag, a group, a territory.
std::optional<AudienceTerm> termOf(const Condition &condition)
{
    using Kind = AudienceTerm::Kind;
    if (condition.operands.size() != 2 || condition.negated)
        return std::nullopt;
    const QString &field = condition.operands[0].field;
    const QString *text = textOf(condition.operands[1]);
    if (!text)
        return std::nullopt;
    if (condition.kind == Condition::Kind::Member && field == u"tags")
        return AudienceTerm{Kind::Tag, *text};
    if (condition.kind != Condition::Kind::Compare || condition.comparison != domain::Comparison::Equal)
        return std::nullopt;
    if (field == u"group")
        return AudienceTerm{Kind::Group, *text};
    if (field == u"territory")
        return AudienceTerm{Kind::Territory, *text};
    return std::nullopt;
}

void collectTerms(const Condition &condition, Audience &audience)
{
    if (condition.kind == Condition::Kind::All) {
        for (const Condition &part : condition.parts)
            collectTerms(part, audience);
    } else if (auto term = termOf(condition)) {
        audience.terms.append(std::move(*term));
    } else {
        audience.termsSuffice = false;
    }
}

} // namespace

Result<Audience> compileAudience(Connection &connection, const QString &condition, domain::Instant now)
{
    const auto compiled = domain::CompiledCondition::compile(condition, domain::contactFields());
    if (!compiled)
        return domain::fail(ErrorCode::InvalidInput, domain::sentenceOf(compiled.error()),
                            domain::placeOf(compiled.error()));
    Audience audience;
    audience.where = u"c.deleted_at IS NULL"_s;
    if (compiled->tree().isEverybody())
        return audience;
    const auto settings = readWorkspaceSettings(connection);
    if (!settings)
        return tl::unexpected(settings.error());
    const QTimeZone known(settings->timeZone.toUtf8());
    const QTimeZone zone = known.isValid() ? known : QTimeZone::utc();
    const QDateTime wallTime = QDateTime::fromMSecsSinceEpoch(domain::toMillis(now), zone);
    const auto where = compileCondition(*compiled, {wallTime.date(), wallTime}, SqliteDialect(),
                                        SqliteContactColumns(QString::fromUtf8(zone.id())));
    if (!where)
        return tl::unexpected(where.error());
    audience.where.prepend(where->text + u" AND "_s); // the last column is read only where everything else holds
    audience.values = where->values;
    collectTerms(compiled->tree(), audience);
    return audience;
}

} // namespace storage

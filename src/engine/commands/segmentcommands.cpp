#include "engine/commands/segmentcommands.h"

#include "domain/condition/notation.h"
#include "storage/campaigns/segmentstore.h"
#include "storage/contacts/audience.h"

#include <QJsonDocument>

namespace engine {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;
using domain::SegmentId;
using storage::SegmentRecord;

static QJsonObject noted(const SegmentRecord &record)
{
    const bool isJson = domain::notationOf(record.condition) == domain::ConditionNotation::Json;
    return {{u"name"_s, record.name},
            {u"condition"_s, isJson ? QJsonValue(QJsonDocument::fromJson(record.condition.toUtf8()).object())
                                    : QJsonValue(record.condition)},
            {u"description"_s, record.description}};
}

Result<SegmentId> SegmentCommands::save(SegmentId id, const QString &name, const QString &condition,
                                        const QString &description)
{
    SegmentRecord record;
    record.id = id;
    record.name = name.trimmed();
    record.condition = condition.trimmed().isEmpty() ? u"{}"_s : condition.trimmed();
    record.description = description.trimmed();
    if (record.name.isEmpty() || record.name.size() > 120)
        return domain::fail(ErrorCode::InvalidInput, u"a name is 1 to 120 characters long"_s, u"name"_s);
    if (auto audience = storage::compileAudience(m_context.connection, record.condition, m_context.now()); !audience) {
        audience.error().place.prepend(u"condition: "_s);
        return tl::unexpected(audience.error());
    }
    storage::SegmentStore store(m_context.connection);
    return change<SegmentId>(m_context, [&](ChangeNote &note) -> Result<SegmentId> {
        if (id.isValid()) {
            const auto before = store.segment(id);
            if (!before)
                return tl::unexpected(before.error());
            note.before = noted(*before);
        }
        auto saved = store.save(record, m_context.now());
        if (!saved) {
            if (saved.error().code == ErrorCode::Conflict)
                saved.error().place = u"name"_s;
            return saved;
        }
        note.action = id.isValid() ? u"segment.change"_s : u"segment.add"_s;
        note.subject = u"segment:%1"_s.arg(saved->value);
        note.after = noted(record);
        return saved;
    });
}

Result<SegmentId> SegmentCommands::duplicate(SegmentId id)
{
    storage::SegmentStore store(m_context.connection);
    const auto segment = store.segment(id);
    if (!segment)
        return tl::unexpected(segment.error());
    constexpr int longestStem = 110;
    constexpr int mostCopies = 1'000;
    for (int number = 2; number < mostCopies; ++number) {
        const QString name = u"%1 (%2)"_s.arg(segment->name.left(longestStem)).arg(number);
        if (!store.byName(name))
            return save({}, name, segment->condition, segment->description);
    }
    return domain::fail(ErrorCode::Conflict, u"there are too many copies"_s, u"name"_s);
}

Result<void> SegmentCommands::remove(SegmentId id)
{
    storage::SegmentStore store(m_context.connection);
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        const auto before = store.segment(id);
        if (!before)
            return tl::unexpected(before.error());
        const auto campaigns = store.campaignsOf(id);
        if (!campaigns)
            return tl::unexpected(campaigns.error());
        if (!campaigns->isEmpty())
            return domain::fail(ErrorCode::Conflict, u"campaigns go to it: "_s + campaigns->join(u", "_s));
        note = {u"segment.delete"_s, u"segment:%1"_s.arg(id.value), noted(*before), {}};
        return store.remove(id);
    });
}

} // namespace engine

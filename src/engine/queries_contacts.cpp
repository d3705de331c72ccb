#include "engine/client/queries.h"
#include "storage/contacts/contactlist.h"
#include "storage/contacts/contactstore.h"
#include "storage/contacts/timeline.h"
#include "storage/core/workspacefile.h"

namespace engine {

using domain::ContactId;
using domain::Result;

namespace {

storage::ContactOrder orderOf(ContactSort sort)
{
    switch (sort) {
    case ContactSort::Name:
        return storage::ContactOrder::Name;
    case ContactSort::Newest:
        return storage::ContactOrder::Newest;
    case ContactSort::RecentlyChanged:
        return storage::ContactOrder::RecentlyChanged;
    }
    return storage::ContactOrder::Name;
}

Result<storage::ContactFilter> filterOf(storage::Connection &connection, const ContactQuery &query, domain::Instant now)
{
    using Kind = storage::AudienceTerm::Kind;
    storage::ContactFilter filter;
    filter.text = query.text;
    filter.order = orderOf(query.sort);
    if (!query.text.isEmpty()) {
        const auto settings = storage::readWorkspaceSettings(connection);
        if (!settings)
            return tl::unexpected(settings.error());
        filter.defaultCountry = settings->country;
    }
    if (!query.tag.isEmpty())
        filter.terms.append({Kind::Tag, query.tag});
    if (!query.group.isEmpty())
        filter.terms.append({Kind::Group, query.group});
    if (!query.territory.isEmpty())
        filter.terms.append({Kind::Territory, query.territory});
    if (!query.condition.isEmpty()) {
        auto audience = storage::compileAudience(connection, query.condition, now);
        if (!audience)
            return tl::unexpected(audience.error());
        filter.audience = std::move(*audience);
    }
    return filter;
}

ContactRow rowOf(const storage::ContactListRow &r)
{
    return {r.id,        r.externalId, r.name, r.company, r.group,       r.territory, r.country,
            r.phoneTail, r.emailTail,  r.tags, r.vip,     r.phoneUsable, r.createdAt, r.updatedAt};
}

QList<NamedCount> countsOf(const QList<std::pair<QString, qint64>> &pairs)
{
    QList<NamedCount> counts;
    for (const auto &[name, count] : pairs)
        counts.append({name, count});
    return counts;
}

TimelineEntry entryOf(const storage::TimelineRow &r)
{
    return {static_cast<TimelineEntry::Kind>(r.kind), r.id, r.at, r.title, r.text, r.state, r.channel, r.amount};
}

} // namespace

Result<Page<ContactRow>> Queries::contacts(const ContactQuery &query, const QString &cursor, int limit)
{
    const auto filter = filterOf(m_connection, query, m_now);
    if (!filter)
        return tl::unexpected(filter.error());
    return storage::ContactList(m_connection, m_vault)
        .page(*filter, cursor, limit)
        .map([](const storage::ContactListPage &page) {
            Page<ContactRow> result;
            for (const auto &row : page.rows)
                result.rows << rowOf(row);
            result.next = page.next;
            return result;
        });
}

Result<qint64> Queries::contactCount(const ContactQuery &query, qint64 atMost, const Cancellation &cancellation)
{
    const auto filter = filterOf(m_connection, query, m_now);
    if (!filter)
        return tl::unexpected(filter.error());
    return storage::ContactList(m_connection, m_vault).count(*filter, atMost, [&cancellation] {
        return !cancellation.isCancelled();
    });
}

Result<domain::Contact> Queries::contact(ContactId id)
{
    return storage::ContactStore(m_connection, m_vault).contact(id, true);
}

Result<std::optional<ContactId>> Queries::contactByExternalId(const QString &externalId)
{
    return storage::ContactStore(m_connection, m_vault).byExternalId(externalId);
}

Result<Page<TimelineEntry>> Queries::timeline(ContactId id, const QString &cursor, int limit)
{
    return storage::readTimeline(m_connection, id, cursor, limit).map([](const storage::TimelinePage &page) {
        Page<TimelineEntry> result;
        for (const auto &row : page.rows)
            result.rows << entryOf(row);
        result.next = page.next;
        return result;
    });
}

Result<QList<NamedCount>> Queries::tags()
{
    return storage::countContactsBy(m_connection, storage::ContactProperty::Tag).map(countsOf);
}

Result<QList<NamedCount>> Queries::groups()
{
    return storage::countContactsBy(m_connection, storage::ContactProperty::Group).map(countsOf);
}

Result<QList<NamedCount>> Queries::territories()
{
    return storage::countContactsBy(m_connection, storage::ContactProperty::Territory).map(countsOf);
}

Result<QStringList> Queries::attributeNames() { return storage::attributeNames(m_connection); }

} // namespace engine

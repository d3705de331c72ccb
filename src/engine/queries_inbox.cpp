#include "engine/campaignrow.h"
#include "engine/client/queries.h"
#include "storage/core/vault.h"
#include "storage/log/inboxlog.h"

namespace engine {

using domain::Result;

Result<Page<InboxRow>> Queries::inbox(const InboxQuery &query, const QString &cursor, int limit)
{
    storage::InboxFilter filter{query.contact, query.provider, query.channel, query.intent, {}};
    if (!query.address.isEmpty()) {
        const auto index = addressIndexOf(query.address);
        if (!index)
            return tl::unexpected(index.error());
        filter.addressIndex = *index;
    }
    const auto page = storage::InboxLog(m_connection).page(filter, cursor.toLongLong(), limit);
    if (!page)
        return tl::unexpected(page.error());
    NameCache names(m_connection);
    Page<InboxRow> made;
    for (const storage::InboxLogRow &r : page->rows) {
        InboxRow &row = made.rows.emplaceBack();
        row.id = r.id;
        row.contactId = r.contact;
        row.contactName = names.of(r.contact);
        row.address = m_vault.open(r.addressCipher).value_or(QString());
        row.addressTail = r.addressTail;
        row.providerName = names.of(r.provider);
        row.channel = r.channel;
        row.body = r.body;
        row.intent = r.intent;
        row.media = r.media;
        row.receivedAt = r.receivedAt;
        row.seenAt = r.seenAt;
    }
    if (page->next > 0)
        made.next = QString::number(page->next);
    return made;
}

} // namespace engine

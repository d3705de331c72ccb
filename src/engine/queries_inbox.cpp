#include "engine/campaignrow.h"
#include "engine/client/queries.h"
#include "storage/core/vault.h"
#include "storage/log/conversationlog.h"
#include "storage/log/inboxlog.h"
#include "storage/log/messagelog.h"

namespace engine {

using namespace Qt::StringLiterals;
using domain::Result;

namespace {

constexpr int mostFound = 200; // people of a name; whose name is longer is found by more letters
constexpr qsizetype tailLength = 4;
constexpr qsizetype shownBefore = 30; // letters of a text before the word that was looked for
constexpr qsizetype shownAround = 200;

ConversationRow rowOf(const storage::ConversationLogRow &r, NameCache &names, const storage::Vault &vault)
{
    ConversationRow row;
    row.id = r.id;
    row.contactId = r.contact;
    row.contactName = names.of(r.contact);
    row.address = vault.open(r.addressCipher).value_or(QString());
    row.addressTail = r.addressTail;
    row.providerName = names.of(r.provider);
    row.channel = r.channel;
    row.lastText = r.lastText;
    row.lastIsReply = r.lastIsReply;
    row.lastHasMedia = r.lastHasMedia;
    row.lastAt = r.lastAt;
    row.lastInbound = r.lastInbound;
    row.unread = r.unread;
    row.isOptedOut = r.isOptedOut;
    return row;
}

storage::ConversationFilter::Show showOf(ConversationQuery::Show show)
{
    switch (show) {
    case ConversationQuery::Show::All:
        return storage::ConversationFilter::Show::All;
    case ConversationQuery::Show::Unread:
        return storage::ConversationFilter::Show::Unread;
    case ConversationQuery::Show::OptOuts:
        return storage::ConversationFilter::Show::OptOuts;
    }
    Q_UNREACHABLE();
}

/// The text from a little before the first of the words that stands in it.
QString aroundWords(const QString &text, const QString &words)
{
    const QString line = text.simplified();
    qsizetype first = -1;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        if (const qsizetype at = line.indexOf(word, 0, Qt::CaseInsensitive); at >= 0 && (first < 0 || at < first))
            first = at;
    if (first <= shownBefore)
        return line.left(shownAround);
    const qsizetype begin = line.lastIndexOf(u' ', first - shownBefore) + 1;
    return u"…"_s + line.mid(begin > 0 ? begin : first, shownAround);
}

bool isTail(const QString &text)
{
    return text.size() == tailLength &&
           std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

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

Result<Page<ConversationRow>> Queries::conversations(const ConversationQuery &query, const QString &cursor, int limit)
{
    storage::ConversationFilter filter;
    filter.show = showOf(query.show);
    filter.channel = query.channel;
    if (const QString text = query.text.trimmed(); !text.isEmpty()) {
        filter.isSearch = true;
        ContactQuery people;
        people.text = text;
        const auto found = contacts(people, {}, mostFound);
        if (!found)
            return tl::unexpected(found.error());
        for (const ContactRow &person : found->rows)
            filter.contacts << person.id;
        filter.addressIndex = addressIndexOf(text).value_or(QByteArray()); // a name is no address
        if (isTail(text))
            filter.addressTail = u"…"_s + text;
        const auto written = storage::ConversationLog(m_connection).written(text);
        if (!written)
            return tl::unexpected(written.error());
        filter.written = *written;
    }
    const auto page = storage::ConversationLog(m_connection).page(filter, cursor, limit);
    if (!page)
        return tl::unexpected(page.error());
    NameCache names(m_connection);
    Page<ConversationRow> made;
    for (const storage::ConversationLogRow &row : page->rows) {
        made.rows << rowOf(row, names, m_vault);
        const auto hit = filter.written.constFind(row.id.value);
        if (hit == filter.written.cend())
            continue;
        made.rows.last().foundIsReply = hit->isReply;
        made.rows.last().foundText = aroundWords(hit->text, query.text);
    }
    made.next = page->next;
    return made;
}

Result<ConversationRow> Queries::conversation(domain::ConversationId id)
{
    const auto row = storage::ConversationLog(m_connection).conversation(id);
    if (!row)
        return tl::unexpected(row.error());
    NameCache names(m_connection);
    return rowOf(*row, names, m_vault);
}

Result<Page<ThreadEntry>> Queries::thread(domain::ConversationId id, const QString &cursor, int limit)
{
    storage::ConversationLog log(m_connection);
    const auto conversation = log.conversation(id);
    if (!conversation)
        return tl::unexpected(conversation.error());
    const auto page = log.thread(*conversation, cursor, limit);
    if (!page)
        return tl::unexpected(page.error());
    storage::InboxLog texts(m_connection);
    storage::MessageLog messages(m_connection);
    NameCache names(m_connection);
    Page<ThreadEntry> made;
    for (const storage::ThreadRow &row : page->rows) {
        ThreadEntry &entry = made.rows.emplaceBack();
        entry.isInbound = row.isInbound;
        entry.id = row.id;
        entry.at = row.at;
        if (row.isInbound) {
            const auto text = texts.text(row.id);
            if (!text)
                return tl::unexpected(text.error());
            entry.subject = text->subject;
            entry.text = text->body;
            if (!text->writerCipher.isEmpty())
                entry.writer = m_vault.open(text->writerCipher).value_or(QString());
            entry.intent = text->intent;
            entry.media = text->media;
            continue;
        }
        const auto message = messages.message({row.id});
        if (!message)
            return tl::unexpected(message.error());
        entry.subject = message->subject;
        entry.text = message->body;
        entry.state = message->state;
        entry.reason = message->reason;
        entry.origin = message->origin;
        entry.campaignName = names.of(message->campaign);
    }
    made.next = page->next;
    return made;
}

} // namespace engine

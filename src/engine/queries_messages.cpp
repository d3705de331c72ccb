#include "domain/address/email.h"
#include "domain/address/phone.h"
#include "engine/campaignrow.h"
#include "engine/client/queries.h"
#include "storage/core/vault.h"
#include "storage/core/workspacefile.h"
#include "storage/log/messagelog.h"

namespace engine {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace {

MessageRow rowOf(const storage::MessageLogRow &r, NameCache &names)
{
    MessageRow row;
    row.id = r.id;
    row.contactId = r.contact;
    row.contactName = names.of(r.contact);
    row.addressTail = r.addressTail;
    row.campaignName = names.of(r.campaign);
    row.templateName = names.of(r.templateId);
    row.providerName = names.of(r.provider);
    row.channel = r.channel;
    row.category = r.category;
    row.state = r.state;
    row.reason = r.reason;
    row.body = r.body;
    row.segments = r.segments;
    row.attempts = r.attempts;
    row.cost = r.cost;
    row.costIsEstimate = r.costIsEstimate;
    row.createdAt = r.createdAt;
    row.dueAt = r.dueAt;
    row.claimedAt = r.claimedAt;
    row.deliveredAt = r.deliveredAt;
    return row;
}

} // namespace

Result<QByteArray> Queries::addressIndexOf(const QString &typed)
{
    const auto settings = storage::readWorkspaceSettings(m_connection);
    if (!settings)
        return tl::unexpected(settings.error());
    QString normalised = domain::normalisedEmail(typed).value_or(QString());
    if (const auto phone = domain::parsePhone(typed, settings->country))
        normalised = phone->e164;
    if (normalised.isEmpty())
        return domain::fail(ErrorCode::InvalidInput, u"neither a number nor an e-mail address"_s, u"address"_s);
    return m_vault.indexOf(normalised);
}

Result<Page<MessageRow>> Queries::messages(const MessageQuery &query, const QString &cursor, int limit)
{
    storage::MessageFilter filter{query.campaign, query.contact, query.templateId,
                                  query.provider, query.states,  query.channel,
                                  query.from,     query.to,      {}};
    if (!query.address.isEmpty()) {
        const auto index = addressIndexOf(query.address);
        if (!index)
            return tl::unexpected(index.error());
        filter.addressIndex = *index;
    }
    const auto found = storage::MessageLog(m_connection).page(filter, cursor.toLongLong(), limit);
    if (!found)
        return tl::unexpected(found.error());
    NameCache names(m_connection);
    Page<MessageRow> page;
    for (const auto &row : found->rows)
        page.rows << rowOf(row, names);
    if (found->next > 0)
        page.next = QString::number(found->next);
    return page;
}

Result<MessageStory> Queries::story(domain::MessageId id)
{
    storage::MessageLog log(m_connection);
    const auto message = log.message(id);
    if (!message)
        return tl::unexpected(message.error());
    const auto attempts = log.attempts(id);
    if (!attempts)
        return tl::unexpected(attempts.error());
    const auto statuses = log.statuses(id);
    if (!statuses)
        return tl::unexpected(statuses.error());
    NameCache names(m_connection);
    MessageStory story;
    story.row = rowOf(*message, names);
    if (!message->addressCipher.isEmpty()) {
        const auto opened = m_vault.open(message->addressCipher);
        if (!opened)
            return tl::unexpected(opened.error());
        story.address = *opened;
    }
    story.subject = message->subject;
    story.encoding = message->encoding;
    story.origin = message->origin;
    story.errorCode = message->errorCode;
    story.errorText = message->errorText;
    story.providerMessageId = message->providerMessageId;
    story.acceptedAt = message->acceptedAt;
    story.sentAt = message->sentAt;
    story.readAt = message->readAt;
    story.finalAt = message->finalAt;
    story.expiresAt = message->expiresAt;
    story.nextLookAt = message->lookAt;
    for (const auto &a : *attempts)
        story.attempts.append({a.number, names.of(a.provider), a.reference, a.startedAt, a.finishedAt, a.outcome,
                               a.httpStatus, a.latencyMs, a.code, a.detail, a.providerMessageId});
    for (const auto &s : *statuses)
        story.statuses.append({s.at, s.saidAt, s.state, s.source, s.code, s.detail});
    return story;
}

} // namespace engine

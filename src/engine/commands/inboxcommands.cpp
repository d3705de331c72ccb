#include "engine/commands/inboxcommands.h"

#include "domain/address/phone.h"
#include "domain/text/segments.h"
#include "engine/sending/engine.h"
#include "storage/consent/consentstore.h"
#include "storage/consent/conversationstore.h"
#include "storage/messages/mailthreads.h"
#include "storage/messages/replytexts.h"

#include <QRegularExpression>

namespace engine {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Channel;
using domain::ErrorCode;
using domain::fail;
using domain::Instant;
using domain::MessageId;
using domain::Result;

namespace {
constexpr int readAtOnce = 500; // one short transaction

/// "Re: …", once, whoever answered before in whatever program.
QString answerTo(const QString &subject)
{
    static const QRegularExpression answered(u"^\\s*(re|aw|antw|sv)\\s*(\\[[0-9]+\\])?\\s*:\\s*"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    QString bare = subject.trimmed();
    while (bare.contains(answered))
        bare.remove(answered);
    return bare.isEmpty() ? QString() : u"Re: "_s + bare;
}
} // namespace

Result<InboxCommands::Standing> InboxCommands::standingOf(domain::ConversationId id)
{
    Standing standing;
    auto row = storage::ConversationLog(m_context.connection).conversation(id);
    if (!row)
        return tl::unexpected(row.error());
    standing.conversation = *std::move(row);
    auto address = m_context.vault.open(standing.conversation.addressCipher);
    if (!address)
        return tl::unexpected(address.error());
    standing.address = *std::move(address);
    if (standing.conversation.channel != Channel::Email)
        if (const auto phone = domain::parsePhone(standing.address, {}))
            standing.country = phone->country;
    judge(standing);
    return standing;
}

// What the checks before sending would say, in their order, so that nobody writes an answer in vain.
void InboxCommands::judge(Standing &standing)
{
    const storage::ConversationLogRow &row = standing.conversation;
    ReplyWay &way = standing.way;
    const SendingLimits &limits = m_engine.limits();
    if (row.channel == Channel::Email)
        way.subject = answerTo(storage::MailThreads(m_context.connection).subjectOf(row.id, row.lastInbound));
    if (row.channel == Channel::Sms)
        way.maxSegments = limits.maxSegments;
    if (row.channel != Channel::Email && !limits.allows(standing.country)) {
        way.obstacle = u"country_not_allowed"_s;
        return;
    }
    storage::ConsentStore consent(m_context.connection, m_context.vault);
    way.since = consent.suppressedSince(row.addressIndex, row.channel, domain::Category::Transactional);
    if (way.since) {
        way.obstacle = u"suppressed"_s;
        return;
    }
    if (const auto person = m_engine.messages().recipient(row.contact); person && person->doNotDisturb) {
        way.obstacle = u"do_not_disturb"_s;
        return;
    }
    // From the account they wrote to: they know its number, and its window is the one that is open.
    ProviderPool &pool = m_engine.providers();
    ProviderPool::Asked asked;
    asked.channel = row.channel;
    asked.category = domain::Category::Transactional;
    asked.country = standing.country;
    asked.wanted = row.provider;
    const ProviderPool::Entry *entry = pool.route(asked).entry;
    if (const ProviderPool::Entry *own = pool.find(row.provider);
        own && own->isUsable() && own->can.channels.contains(row.channel)) {
        entry = own;
        standing.provider = row.provider;
    }
    if (!entry) {
        way.obstacle = u"no_provider"_s;
        return;
    }
    way.providerName = entry->record.name;
    if (row.channel != Channel::WhatsApp || !entry->can.needsWindow)
        return;
    const auto last = consent.lastInbound(row.addressIndex, row.channel, entry->record.id);
    if (last && m_context.now() < *last + WindowRule::windowLength - WindowRule::margin) {
        way.openUntil = *last + WindowRule::windowLength;
        return;
    }
    way.obstacle = u"window_closed"_s;
    if (last)
        way.since = *last + WindowRule::windowLength;
}

Result<ReplyWay> InboxCommands::wayOf(domain::ConversationId id)
{
    return standingOf(id).map([](const Standing &standing) { return standing.way; });
}

Result<void> InboxCommands::check(const ConversationReply &reply, const Standing &standing) const
{
    if (reply.draft == 0)
        return fail(ErrorCode::InvalidInput, u"required"_s, u"draft"_s);
    if (reply.body.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"required"_s, u"body"_s);
    if (standing.conversation.channel == Channel::Email && reply.subject.trimmed().isEmpty() &&
        standing.way.subject.isEmpty())
        return fail(ErrorCode::InvalidInput, u"required"_s, u"subject"_s);
    if (!standing.way.obstacle.isEmpty())
        return fail(ErrorCode::Conflict, u"it could not leave"_s, standing.way.obstacle);
    if (standing.way.maxSegments > 0 && domain::segmentsOf(reply.body) > standing.way.maxSegments)
        return fail(ErrorCode::InvalidInput, u"too_many_segments"_s, u"body"_s);
    return {};
}

Result<MessageId> InboxCommands::reply(const ConversationReply &reply)
{
    const auto standing = standingOf(reply.conversation);
    if (!standing)
        return tl::unexpected(standing.error());
    storage::MessageStore &messages = m_engine.messages();
    storage::SingleMessage single;
    single.origin = u"manual"_s;
    single.originId = reply.conversation.value;
    single.occurrence = reply.draft;
    single.contact = standing->conversation.contact;
    // Pressed twice, or asked again after an answer that was lost: it is the same text.
    if (const MessageId before = messages.singleOf(single); before.isValid())
        return before;
    if (auto fits = check(reply, *standing); !fits)
        return tl::unexpected(fits.error());
    const Instant now = m_context.now();
    single.channel = standing->conversation.channel;
    single.category = domain::Category::Transactional;
    single.addressCipher = standing->conversation.addressCipher;
    single.addressIndex = standing->conversation.addressIndex;
    single.addressTail = standing->conversation.addressTail;
    single.country = standing->country;
    single.provider = standing->provider;
    if (single.channel == Channel::Email)
        single.subject = reply.subject.trimmed().isEmpty() ? standing->way.subject : reply.subject.trimmed();
    single.body = reply.body;
    single.dueAt = now;
    single.expiresAt = now + std::chrono::hours(m_engine.limits().expiryHours);
    if (standing->way.openUntil)
        single.expiresAt = std::min(*single.expiresAt, *standing->way.openUntil);
    single.day = m_engine.dispatcher().dayOf(now);
    return change<MessageId>(m_context, [&](ChangeNote &note) -> Result<MessageId> {
        const auto added = messages.addWithin(single, now);
        if (!added)
            return added;
        if (auto moved = storage::ConversationStore(m_context.connection).noteReply(reply.conversation, *added, now);
            !moved)
            return tl::unexpected(moved.error());
        if (auto found = storage::ReplyTexts(m_context.connection).add(*added, single.body); !found)
            return tl::unexpected(found.error());
        storage::MailThreads threads(m_context.connection);
        if (const auto thread = threads.answering(standing->conversation.lastInbound))
            if (auto noted = threads.note(*added, *thread); !noted)
                return tl::unexpected(noted.error());
        note = {u"message.reply"_s, u"message:%1"_s.arg(added->value), {}, {{u"channel"_s, toText(single.channel)}}};
        return added;
    });
}

Result<void> InboxCommands::setReadTo(domain::ConversationId id, qint64 text)
{
    return m_context.connection.transaction(
        false, [&] { return storage::ConversationStore(m_context.connection).setReadTo(id, text); });
}

Result<void> InboxCommands::setAllRead()
{
    for (int done = readAtOnce; done == readAtOnce;) {
        const auto work = [&]() -> Result<void> {
            const auto marked = storage::ConversationStore(m_context.connection).setAllRead(readAtOnce);
            if (!marked)
                return tl::unexpected(marked.error());
            done = *marked;
            return {};
        };
        if (auto written = m_context.connection.transaction(false, work); !written)
            return written;
    }
    return {};
}

} // namespace engine

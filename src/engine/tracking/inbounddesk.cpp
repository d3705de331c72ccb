#include "engine/tracking/inbounddesk.h"

#include "domain/consent/keywords.h"
#include "storage/consent/consentstore.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace engine {

using domain::Result;

namespace {

constexpr qsizetype keptAtOnce = 100; // in one transaction

/// For a provider that gives what people write no name: the same text at the same instant is the same message.
QString nameOf(const domain::InboundMessage &message)
{
    const QString whole = message.from + u'\n' + message.to + u'\n' + QString::number(domain::toMillis(message.at)) +
                          u'\n' + message.body;
    return u"own:"_s +
           QString::fromLatin1(QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha256).toHex().first(32));
}

} // namespace

Result<void> InboundDesk::keepOne(domain::ProviderId provider, domain::InboundMessage message)
{
    if (message.providerMessageId.isEmpty())
        message.providerMessageId = nameOf(message);
    if (domain::toMillis(message.at) <= 0) // it does not say when
        message.at = m_services.now();
    storage::ConsentStore store(m_services.connection, m_services.vault);
    const bool out = store.isSuppressed(message.from, message.channel, domain::Category::Marketing);
    const domain::InboundMatch match = domain::matchInbound(message.body, out ? domain::SubscriptionState::OptedOut
                                                                              : domain::SubscriptionState::Subscribed);
    std::optional<bool> optIn = message.providerOptIn;
    if (match.intent == domain::InboundIntent::OptOut)
        optIn = false;
    else if (match.intent == domain::InboundIntent::OptIn && !optIn)
        optIn = true;
    const QString intent = optIn ? (*optIn ? u"opt_in"_s : u"opt_out"_s)
                                 : (match.intent == domain::InboundIntent::Help ? u"help"_s : QString());
    const auto isNew = store.addInbound(provider, message, intent, m_services.now());
    if (!isNew)
        return tl::unexpected(isNew.error());
    if (!*isNew)
        return {};
    m_heard = true;
    if (!optIn)
        return {};
    storage::ConsentEvent event;
    event.at = m_services.now();
    event.address = message.from;
    event.channel = message.channel;
    if (!*optIn && match.marketingOnly)
        event.category = domain::Category::Marketing;
    event.optOut = !*optIn;
    event.source = u"inbound"_s;
    event.evidence = message.body;
    event.contact = store.contactOf(message.from);
    return store.append(event);
}

Result<void> InboundDesk::suppressFirst(storage::MessageStore &messages, const QList<storage::Settlement> &learnt)
{
    const auto people = messages.toldToStop(learnt);
    if (!people)
        return tl::unexpected(people.error());
    if (people->isEmpty())
        return {};
    return m_services.connection.transaction(true, [&]() -> Result<void> {
        storage::ConsentStore store(m_services.connection, m_services.vault);
        for (const storage::ToldToStop &one : *people) {
            const auto address = m_services.vault.open(one.addressCipher);
            if (!address)
                return tl::unexpected(address.error());
            storage::ConsentEvent event;
            event.at = m_services.now();
            event.address = *address;
            event.channel = one.channel;
            event.category = one.category;
            event.source = u"provider"_s;
            event.evidence = one.words;
            event.contact = one.contact;
            if (auto appended = store.append(event); !appended)
                return appended;
        }
        m_heard = true;
        return {};
    });
}

Result<void> InboundDesk::heed(const domain::ConsentChoice &choice)
{
    storage::ConsentStore store(m_services.connection, m_services.vault);
    const domain::Instant at = domain::toMillis(choice.at) > 0 ? choice.at : m_services.now();
    const auto isOld = store.hasSince(choice.address, choice.channel, at);
    if (!isOld)
        return tl::unexpected(isOld.error());
    if (*isOld)
        return {};
    storage::ConsentEvent event;
    event.at = at;
    event.address = choice.address;
    event.channel = choice.channel;
    event.category = choice.category;
    event.optOut = choice.optOut;
    event.source = u"provider"_s;
    event.evidence = choice.words;
    event.contact = store.contactOf(choice.address);
    m_heard = true;
    return store.append(event);
}

bool InboundDesk::keep(domain::ProviderId provider, const QList<domain::InboundMessage> &inbound)
{
    const auto write = [&](qsizetype from, qsizetype count) {
        return m_services.connection.transaction(true, [&]() -> Result<void> {
            for (qsizetype i = from; i < from + count; ++i)
                if (auto kept = keepOne(provider, inbound[i]); !kept)
                    return kept;
            return {};
        });
    };
    bool allKept = true;
    for (qsizetype from = 0; from < inbound.size(); from += keptAtOnce) {
        const qsizetype count = std::min(keptAtOnce, inbound.size() - from);
        if (write(from, count))
            continue;
        // One that cannot be kept must not keep out the others.
        for (qsizetype i = from; i < from + count; ++i) {
            const auto kept = write(i, 1);
            if (kept)
                continue;
            allKept = false;
            qWarning("engine: an inbound message could not be kept: %s", qPrintable(kept.error().detail));
        }
    }
    return allKept;
}

} // namespace engine

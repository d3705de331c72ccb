#include "engine/mail/mailboxreader.h"

#include "engine/hooks/hooksettings.h"
#include "storage/consent/consentstore.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

using domain::Instant;
using domain::Result;

namespace {

constexpr domain::Millis every{60s};
constexpr domain::Millis afterFailure{300s};

} // namespace

MailboxReader::MailboxReader(Services &services, storage::MessageStore &messages, ProviderPool &providers,
                             InboundDesk &inbound)
    : m_services(services), m_messages(messages), m_providers(providers), m_inbound(inbound),
      m_self(std::make_shared<MailboxReader *>(this))
{}

void MailboxReader::work(Instant now)
{
    if (!m_services.mail)
        return;
    std::erase_if(m_mailboxes, [this](const auto &item) {
        const ProviderPool::Entry *entry = m_providers.find(domain::ProviderId{item.first});
        return !item.second.isOpen && (!entry || !entry->isUsable());
    });
    for (auto &[id, entry] : m_providers.entries()) {
        if (!entry.isUsable() || !entry.provider->mail())
            continue;
        const auto known = m_mailboxes.find(id);
        if (known == m_mailboxes.end() || (!known->second.isOpen && known->second.next <= now))
            read(entry, now);
    }
}

void MailboxReader::read(ProviderPool::Entry &entry, Instant now)
{
    const domain::ProviderId id = entry.record.id;
    const auto cursor = storage::ProviderStore(m_services.connection).mailboxCursor(id);
    // Before the account was set up, nothing there can be about what it sent.
    const auto request =
        cursor ? entry.provider->mail()->mailboxRequest(*cursor, entry.record.createdAt) : std::nullopt;
    Mailbox &mailbox = m_mailboxes[id.value];
    mailbox.next = now + every;
    if (!request)
        return;
    mailbox.isOpen = true;
    m_services.mail->read(*request, [self = std::weak_ptr(m_self), id](const domain::MailboxResponse &response) {
        if (const auto alive = self.lock())
            (*alive)->answered(id, response);
    });
}

void MailboxReader::answered(domain::ProviderId id, const domain::MailboxResponse &response)
{
    Mailbox &mailbox = m_mailboxes[id.value];
    mailbox.isOpen = false;
    ProviderPool::Entry *entry = m_providers.find(id);
    if (!entry || !entry->isUsable() || !entry->provider->mail())
        return;
    const Instant now = m_services.now();
    if (response.failure) {
        mailbox.next = now + afterFailure;
        qWarning("engine: the mailbox of '%s' cannot be read: %s", qPrintable(entry->record.name),
                 qPrintable(response.failure->text));
    } else if (const auto kept = keep(*entry, response); !kept) {
        mailbox.next = now + afterFailure;
        qWarning("engine: what came by mail could not be written down: %s", qPrintable(kept.error().detail));
    } else {
        mailbox.next = response.more ? now : now + every;
    }
    if (m_wake)
        m_wake(0);
}

// All of it is written before the cursor moves; what is read twice changes nothing.
Result<void> MailboxReader::keep(ProviderPool::Entry &entry, const domain::MailboxResponse &response)
{
    const domain::ProviderId id = entry.record.id;
    const Instant now = m_services.now();
    QList<storage::Settlement> learnt;
    QList<domain::InboundMessage> inbound;
    for (const QByteArray &mail : response.mails) {
        const domain::ListPage page = entry.provider->mail()->mailRead(mail, now);
        for (const domain::StatusReport &report : page.statuses) {
            storage::Settlement &settlement = learnt.emplaceBack();
            settlement.provider = id;
            settlement.event = domain::StatusLearnt{report};
            settlement.source = domain::EventSource::Poll;
        }
        inbound += page.inbound;
    }
    if (!learnt.isEmpty()) {
        const auto settled = m_messages.settle(learnt, now, m_services.policy);
        if (!settled)
            return tl::unexpected(settled.error());
        for (const storage::Settled &one : *settled)
            m_moved |= one.moved;
    }
    if (auto done = keepPeople(id, inbound); !done)
        return done;
    storage::ProviderStore store(m_services.connection);
    const auto known = store.mailboxCursor(id);
    if (!known || *known == response.cursor)
        return {};
    return m_services.connection.transaction(false, [&] { return store.setMailboxCursor(id, response.cursor); });
}

Result<void> MailboxReader::keepPeople(domain::ProviderId provider, QList<domain::InboundMessage> people)
{
    QList<domain::InboundMessage> written;
    QList<domain::ConsentChoice> choices;
    for (domain::InboundMessage &message : people) {
        if (!message.unsubscribeToken.isEmpty()) {
            choices << choiceIn(message);
            continue;
        }
        if (message.isLetter) {
            if (isForInbox(provider, message))
                written << message;
            continue;
        }
        if (message.from.isEmpty() && !message.reference.isEmpty())
            if (const QByteArray cipher = m_messages.addressOf(provider, message.reference); !cipher.isEmpty())
                message.from = m_services.vault.open(cipher).value_or(QString());
        if (!message.from.isEmpty())
            written << message;
    }
    if (!m_inbound.keep(provider, written))
        return domain::fail(domain::ErrorCode::Internal, u"a complaint"_s);
    if (choices.isEmpty())
        return {};
    return m_services.connection.transaction(true, [&]() -> Result<void> {
        for (const domain::ConsentChoice &choice : std::as_const(choices))
            if (!choice.address.isEmpty())
                if (auto done = m_inbound.heed(choice); !done)
                    return done;
        return {};
    });
}

// An answer belongs to whom we wrote to, whichever address it comes from. Any other letter counts where its writer is
// known here: a mailbox gets much that is not meant for anybody.
bool MailboxReader::isForInbox(domain::ProviderId provider, domain::InboundMessage &letter)
{
    if (!letter.reference.isEmpty()) {
        const QByteArray cipher = m_messages.addressOf(provider, letter.reference);
        const QString answered = cipher.isEmpty() ? QString() : m_services.vault.open(cipher).value_or(QString());
        if (!answered.isEmpty()) {
            if (answered.compare(letter.from, Qt::CaseInsensitive) != 0)
                letter.writer = std::exchange(letter.from, answered);
            return true;
        }
    }
    storage::ConsentStore store(m_services.connection, m_services.vault);
    const QByteArray index = m_services.vault.indexOf(domain::Address{domain::Channel::Email, letter.from});
    return store.contactOf(letter.from).isValid() || !m_messages.index().leftTo(index, Instant{}).isEmpty();
}

domain::ConsentChoice MailboxReader::choiceIn(const domain::InboundMessage &message)
{
    domain::ConsentChoice choice{message.from, domain::Channel::Email, domain::Category::Marketing,
                                 true,         message.body,           message.at};
    const auto claim = readUnsubscribeToken(m_services.vault, message.unsubscribeToken.toLatin1());
    if (!claim || claim->channel != domain::Channel::Email)
        return choice;
    choice.category = claim->category;
    const auto address = storage::ConsentStore(m_services.connection, m_services.vault).addressOf(claim->addressIndex);
    if (address && !address->isEmpty())
        choice.address = *address;
    return choice;
}

std::optional<Instant> MailboxReader::nextWork() const
{
    std::optional<Instant> next;
    for (const auto &[id, mailbox] : m_mailboxes)
        if (!mailbox.isOpen)
            next = next ? std::min(*next, mailbox.next) : mailbox.next;
    return next;
}

bool MailboxReader::isReading() const
{
    return std::any_of(m_mailboxes.cbegin(), m_mailboxes.cend(), [](const auto &item) { return item.second.isOpen; });
}

} // namespace engine

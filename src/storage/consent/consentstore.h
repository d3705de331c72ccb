#pragma once

#include "domain/provider/outcome.h"
#include "storage/core/connection.h"
#include "storage/core/vault.h"

namespace storage {

/// One opt-out or opt-in of an address.
struct ConsentEvent
{
    domain::Instant at{};
    QString address; ///< normal form
    domain::Channel channel = domain::Channel::Sms;
    std::optional<domain::Category> category; ///< empty: every category
    bool optOut = true;
    QString source;   ///< inbound, provider, person, import, link
    QString evidence; ///< the text that said so
    QString actor;
    domain::ContactId contact;
    QByteArray addressIndex; ///< where `address` is not known (any more): Vault::indexOf it
};

/// The append-only ledger, and `suppression`, which is what it says now. Also what people wrote to us. Engine thread
/// for what writes, within a transaction of the caller.
class ConsentStore
{
public:
    ConsentStore(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// An opt-in of every category lifts each category's suppression; one category's lifts only its own, and turns a
    /// suppression of every category into one of the others.
    [[nodiscard]] domain::Result<void> append(const ConsentEvent &event);
    /// Something was decided for this address and channel at that time or after it.
    [[nodiscard]] domain::Result<bool> hasSince(const QString &address, domain::Channel channel, domain::Instant at);
    [[nodiscard]] bool isSuppressed(const QString &address, domain::Channel channel, domain::Category category);
    /// The same of Vault::indexOf an address; without a category: of every one.
    [[nodiscard]] bool isIndexSuppressed(const QByteArray &addressIndex, domain::Channel channel,
                                         std::optional<domain::Category> category);

    /// Since when no message of the category may go there; empty: it may.
    [[nodiscard]] std::optional<domain::Instant> suppressedSince(const QByteArray &addressIndex,
                                                                 domain::Channel channel, domain::Category category);

    /// The id of the first row of the ledger that does not fit the chain; 0 where all do. Reads the whole ledger.
    [[nodiscard]] domain::Result<qint64> firstBroken();

    /// Keeps a message from a person and moves their conversation; false where it was there already.
    [[nodiscard]] domain::Result<bool> addInbound(domain::ProviderId provider, const domain::InboundMessage &message,
                                                  const QString &intent, domain::Instant seenAt);
    /// The address behind an index, from contacts or messages; empty where it is nowhere (any more).
    [[nodiscard]] domain::Result<QString> addressOf(const QByteArray &index);
    /// When what this address wrote last to this account on that channel was received; empty: never.
    [[nodiscard]] std::optional<domain::Instant> lastInbound(const QByteArray &addressIndex, domain::Channel channel,
                                                             domain::ProviderId provider);
    /// A live contact with this address, the oldest; invalid if there is none.
    [[nodiscard]] domain::ContactId contactOf(const QString &address);

private:
    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace storage

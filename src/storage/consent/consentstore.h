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
    QString source;   ///< inbound, provider, person, import
    QString evidence; ///< the text that said so
    QString actor;
    domain::ContactId contact;
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
    [[nodiscard]] bool isSuppressed(const QString &address, domain::Channel channel, domain::Category category);

    /// The id of the first row of the ledger that does not fit the chain; 0 where all do. Reads the whole ledger.
    [[nodiscard]] domain::Result<qint64> firstBroken();

    /// Keeps a message from a person; false where it was there already.
    [[nodiscard]] domain::Result<bool> addInbound(domain::ProviderId provider, const domain::InboundMessage &message,
                                                  const QString &intent, domain::Instant seenAt);
    /// A live contact with this address, the oldest; invalid if there is none.
    [[nodiscard]] domain::ContactId contactOf(const QString &address);

private:
    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace storage

#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"
#include "storage/messages/hashedentries.h"

#include <QList>
#include <QString>

#include <optional>

namespace storage {

class Connection;

/// For a reader, which does not have what is in the engine's memory: SQL that gives the `id` of each message that left
/// to an address, once. `address` is the place holder of its index.
[[nodiscard]] QString leftToSql(const QString &address);

/// Where to find messages by whom they went to and by what their provider calls them. Both are spread at random over
/// an index, so that each message sent would write two pages of 4 kB for its own: what is new is kept in memory and
/// goes into the file's two tables in sorted batches, many to a page. Nothing is lost by that: what is above the mark
/// `message_index.merged_to` is read again from the attempts. Engine thread, over its connection; one for a workspace.
///
/// All it says is where to look: an entry may be stale, or another's of the same hash. The row decides.
class MessageIndex
{
public:
    explicit MessageIndex(Connection &connection, size_t mostInMemory = 32'768);

    /// Reads what is in no table yet. What follows does it itself where nobody did, but only logs an error.
    [[nodiscard]] domain::Result<void> load();

    /// It left: call within the transaction that says so.
    void noteLeft(const QByteArray &addressIndex, domain::Instant claimedAt, domain::MessageId message);
    /// Its provider's answer to this attempt named it: call within the transaction that closes the attempt.
    [[nodiscard]] domain::Result<void> noteNamed(domain::ProviderId provider, const QString &name,
                                                 domain::MessageId message, domain::AttemptId attempt);

    /// Messages that may have left to an address since, each once, in no order.
    [[nodiscard]] QList<domain::MessageId> leftTo(const QByteArray &addressIndex, domain::Instant since);
    /// Messages a provider may call so, oldest first.
    [[nodiscard]] QList<domain::MessageId> named(domain::ProviderId provider, const QString &name);
    /// The same among those in memory only, which costs next to nothing.
    [[nodiscard]] QList<domain::MessageId> lastNamed(domain::ProviderId provider, const QString &name);

    /// Is there enough in memory for a batch, or a batch under way?
    [[nodiscard]] bool wantsMerge() const;
    /// Brings up to so many entries into the tables, in a transaction of its own. Of two messages that a provider
    /// calls the same, the later one stands without that name from then on.
    [[nodiscard]] domain::Result<void> merge(int atMost);

private:
    struct Left
    {
        qint64 hash;
        qint64 claimedAt;
        qint64 message;
    };
    struct Named
    {
        qint64 hash;
        qint64 message;
    };
    /// What is on its way into the tables, in their order.
    struct Batch
    {
        HashedEntries<Left> left;
        HashedEntries<Named> named;
        std::vector<quint32> leftOrder;
        std::vector<quint32> namedOrder;
        size_t leftDone = 0;
        size_t namedDone = 0;
        qint64 mergedTo = 0;
    };
    [[nodiscard]] domain::Result<void> begin();
    [[nodiscard]] domain::Result<void> mergeLeft(const Left &entry);
    [[nodiscard]] domain::Result<void> mergeNamed(const Named &entry);
    void ensureLoaded();

    Connection &m_connection;
    size_t m_most;
    bool m_isLoaded = false;
    qint64 m_mergedTo = 0;
    HashedEntries<Left> m_left;
    HashedEntries<Named> m_named;
    std::optional<Batch> m_batch;
};

} // namespace storage

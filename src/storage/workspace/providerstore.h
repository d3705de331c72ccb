#pragma once

#include "domain/provider/provider.h"
#include "storage/core/connection.h"

namespace storage {

/// A configured provider's row. Secrets are in the key store and never here.
struct ProviderRecord
{
    domain::ProviderId id;
    QString kind;
    QString name;
    QJsonObject settings;
    QList<domain::Channel> channels{domain::Channel::Sms};
    bool enabled = true;
    QString pausedReason; ///< set by the engine on a refusal for configuration; empty: works
    QString pausedDetail;
    std::optional<domain::Instant> pausedAt;
    double ratePerSecond = 10;
    int inFlight = 16;
    int position = 0;       ///< of the routes: the first that fits is used
    bool hasSecret = false; ///< the key store has its secrets
    qint64 pollCursor = 0;  ///< lists were read up to here (UTC milliseconds)
    domain::Instant createdAt{};
    domain::Instant updatedAt{};

    friend bool operator==(const ProviderRecord &, const ProviderRecord &) = default;
};

/// Engine thread for what writes, within a transaction of the caller.
class ProviderStore
{
public:
    explicit ProviderStore(Connection &connection) : m_connection(connection) {}

    /// By position, then id.
    [[nodiscard]] domain::Result<QList<ProviderRecord>> all();
    [[nodiscard]] domain::Result<ProviderRecord> provider(domain::ProviderId id); ///< NotFound
    /// Adds (id invalid; it goes to the end of the routes) or replaces kind, name, settings, channels, enabled, rate,
    /// in-flight limit and hasSecret. Conflict where the name is taken, NotFound.
    [[nodiscard]] domain::Result<domain::ProviderId> save(const ProviderRecord &record, domain::Instant now);
    /// The first of these is asked first; who is not named keeps its place behind them. NotFound, and nothing changed.
    [[nodiscard]] domain::Result<void> setOrder(const QList<domain::ProviderId> &order, domain::Instant now);
    /// Names of the campaigns that leave by it and are not over, drafts too; at most `limit`.
    [[nodiscard]] domain::Result<QStringList> campaignsBy(domain::ProviderId id, int limit);
    /// Does a message wait for it, or for its word, or a campaign that is not over? Reads the whole queue at worst.
    [[nodiscard]] domain::Result<bool> isNeeded(domain::ProviderId id);
    /// Campaigns that are over, and drafts, forget it.
    [[nodiscard]] domain::Result<void> remove(domain::ProviderId id);
    [[nodiscard]] domain::Result<void> pause(domain::ProviderId id, const QString &reason, const QString &detail,
                                             domain::Instant now);
    [[nodiscard]] domain::Result<void> resume(domain::ProviderId id, domain::Instant now);
    /// Moves only forward.
    [[nodiscard]] domain::Result<void> setPollCursor(domain::ProviderId id, qint64 cursor);
    /// How far the mailbox was read in which an e-mail account's bounces arrive.
    [[nodiscard]] domain::Result<domain::MailboxCursor> mailboxCursor(domain::ProviderId id); ///< NotFound
    [[nodiscard]] domain::Result<void> setMailboxCursor(domain::ProviderId id, const domain::MailboxCursor &cursor);

private:
    Connection &m_connection;
};

} // namespace storage

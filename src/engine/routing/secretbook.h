#pragma once

#include "domain/core/keystore.h"
#include "storage/workspace/providerstore.h"

#include <QHash>

namespace engine {

/// The providers' secrets in memory, from the key store and back. Which there are stands in the provider's settings
/// under "secretNames"; the values stand in the key store alone. Engine thread; owned by the engine's core.
class SecretBook
{
public:
    SecretBook(domain::KeyStore &store, QString workspaceUuid);

    /// Reads the secrets of all of them. What cannot be read is left out: the provider's settings do not fit then, and
    /// say so.
    void load(const QList<storage::ProviderRecord> &records, std::function<void()> done);
    /// Calls `then` once what is being read has been: at once where nothing is. A store that asks a person to unlock it
    /// answers after that.
    void whenLoaded(std::function<void()> then);
    [[nodiscard]] bool isLoaded() const { return m_loading == 0; }
    /// Empty where none are known.
    [[nodiscard]] QHash<QString, QString> of(domain::ProviderId id) const { return m_secrets.value(id); }

    /// Writes these; an empty value removes that one. What was written before a failure stays written.
    void write(domain::ProviderId id, const QHash<QString, QString> &secrets,
               std::function<void(domain::Result<void>)> done);
    /// Removes all of a provider's: those named and those in memory.
    void forget(domain::ProviderId id, const QStringList &names, std::function<void(domain::Result<void>)> done);

    [[nodiscard]] static QStringList namesIn(const QJsonObject &settings);
    static void setNames(QJsonObject &settings, const QStringList &names);

private:
    struct Job
    {
        domain::ProviderId id;
        QString name;
        QString value;
    };
    void readNext(std::shared_ptr<QList<Job>> jobs, std::function<void()> done);
    void writeNext(std::shared_ptr<QList<Job>> jobs, std::function<void(domain::Result<void>)> done);

    domain::KeyStore &m_store;
    QString m_uuid;
    QHash<domain::ProviderId, QHash<QString, QString>> m_secrets;
    int m_loading = 0;
    QList<std::function<void()>> m_waiting;
};

} // namespace engine

#pragma once

#include "engine/client/commands.h"
#include "engine/sending/providerpool.h"
#include "storage/workspace/providercopies.h"

#include <QObject>

#include <map>

namespace engine {

/// Keeps the copies of what providers keep: the templates they have approved (each hour) and their own lists of
/// opt-outs (each day), to their last page or not at all. Works without a started engine, for commands. Engine thread;
/// owned by Engine.
class ProviderSync : public QObject
{
    Q_OBJECT

public:
    ProviderSync(Services &services, ProviderPool &providers);

    /// Providers may have changed: what is due is looked at anew.
    void refresh() { m_states.reset(); }
    /// Begins to read what is due.
    [[nodiscard]] domain::Result<void> work(domain::Instant now);
    [[nodiscard]] std::optional<domain::Instant> nextWork(domain::Instant now);
    [[nodiscard]] bool isIdle() const { return m_readings.empty(); }
    /// Reads what this provider keeps now, however fresh the copy is. `done` after the last page; NotFound where it
    /// keeps neither, the provider's words where it refuses.
    void readNow(domain::ProviderId provider, Reply<void> done);

Q_SIGNALS:
    /// A copy is new.
    void changed(engine::Topics topics);

private:
    using Key = std::pair<qint64, storage::ProviderCopy>;
    struct Reading
    {
        std::shared_ptr<const domain::Provider> provider;
        domain::Channel channel = domain::Channel::Sms;
        domain::Instant begunAt{};
        QList<domain::ProviderTemplate> templates;
        std::optional<int> peopleADay;
        int pages = 0;
        QList<Reply<void>> waiting;
    };

    [[nodiscard]] domain::Result<void> readStates();
    [[nodiscard]] std::optional<domain::Instant> dueAt(const Key &key) const;
    void begin(const ProviderPool::Entry &entry, storage::ProviderCopy what);
    void ask(const Key &key, domain::HttpRequest request);
    void answered(const Key &key, const domain::HttpResponse &response);
    /// The next page, or nothing after the last; the error is the provider's or the storage's.
    [[nodiscard]] domain::Result<std::optional<domain::HttpRequest>>
    takeTemplates(const Key &key, Reading &reading, const domain::HttpResponse &response);
    [[nodiscard]] domain::Result<std::optional<domain::HttpRequest>> takeOptOuts(const Key &key, Reading &reading,
                                                                                 const domain::HttpResponse &response);
    void letBack(const Key &key);
    void end(const Key &key, const domain::Result<void> &result);

    Services &m_services;
    ProviderPool &m_providers;
    std::optional<std::map<Key, storage::ProviderCopyState>> m_states; ///< empty: to be read
    std::map<Key, Reading> m_readings;
};

} // namespace engine

#include "engine/sending/providerpool.h"

namespace engine {

using domain::ProviderId;
using domain::Result;

Result<void> ProviderPool::reload()
{
    const auto records = storage::ProviderStore(m_services.connection).all();
    if (!records)
        return tl::unexpected(records.error());
    m_order.clear();
    for (const storage::ProviderRecord &record : *records) {
        m_order << record.id.value;
        Entry &entry = m_entries[record.id.value];
        const Pace::Limits limits{record.ratePerSecond, record.inFlight};
        if (!entry.record.id.isValid())
            entry.pace = Pace(limits, m_services.random);
        else
            entry.pace.setLimits(limits);
        entry.record = record;
        auto made =
            m_services.factory.make({record.id, record.kind, record.name, record.settings, m_services.secrets(record)});
        entry.provider = made ? std::shared_ptr<const domain::Provider>(std::move(*made)) : nullptr;
        entry.can = entry.provider ? entry.provider->capabilities() : domain::ProviderCapabilities{};
    }
    std::erase_if(m_entries, [this](const auto &item) { return !m_order.contains(item.first); });
    return {};
}

ProviderPool::Entry *ProviderPool::route(domain::Channel channel, domain::ProviderId wanted, domain::ProviderId avoided)
{
    const Ticks ticks = m_services.ticks();
    Entry *otherwise = nullptr;
    const auto fits = [&](Entry *entry) {
        if (!entry || !entry->isUsable() || !entry->can.channels.contains(channel))
            return false;
        if (entry->record.id.value != avoided.value && entry->isReachable(ticks))
            return true;
        if (!otherwise || otherwise->record.id.value == avoided.value)
            otherwise = entry;
        return false;
    };
    if (Entry *entry = find(wanted); fits(entry))
        return entry;
    for (const qint64 id : std::as_const(m_order))
        if (Entry *entry = find(ProviderId{id}); fits(entry))
            return entry;
    return otherwise;
}

ProviderPool::Entry *ProviderPool::find(domain::ProviderId id)
{
    const auto it = m_entries.find(id.value);
    return it == m_entries.end() ? nullptr : &it->second;
}

Result<void> ProviderPool::pause(domain::ProviderId id, const QString &reason, const QString &detail)
{
    Entry *entry = find(id);
    if (!entry || !entry->record.pausedReason.isEmpty())
        return {};
    entry->record.pausedReason = reason;
    entry->record.pausedDetail = detail;
    return m_services.connection.transaction(false, [&] {
        return storage::ProviderStore(m_services.connection).pause(id, reason, detail, m_services.now());
    });
}

} // namespace engine

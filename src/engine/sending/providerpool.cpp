#include "engine/sending/providerpool.h"

#include "engine/rehearsal/rehearsal.h"
#include "storage/workspace/routestore.h"

namespace engine {

using domain::ProviderId;
using domain::Result;

Result<void> ProviderPool::reload()
{
    const auto records = storage::ProviderStore(m_services.connection).all();
    if (!records)
        return tl::unexpected(records.error());
    storage::RouteStore store(m_services.connection);
    auto routes = store.routes();
    if (!routes)
        return tl::unexpected(routes.error());
    auto prices = store.prices();
    if (!prices)
        return tl::unexpected(prices.error());
    if (auto loaded = m_detours.load(); !loaded)
        return loaded;
    m_routes = domain::RouteTable(*std::move(routes));
    m_prices = domain::PriceList(*std::move(prices));
    m_order.clear();
    for (const storage::ProviderRecord &record : *records) {
        m_order << record.id.value;
        Entry &entry = m_entries[record.id.value];
        const bool isNew = !entry.record.id.isValid();
        entry.record = record;
        entry.provider = make(record);
        entry.can = entry.provider ? entry.provider->capabilities() : domain::ProviderCapabilities{};
        Pace::Limits limits{record.ratePerSecond, record.inFlight};
        if (entry.can.mostPerSecond > 0 && (limits.perSecond <= 0 || limits.perSecond > entry.can.mostPerSecond))
            limits.perSecond = entry.can.mostPerSecond;
        if (entry.can.mostInFlight > 0 && (limits.inFlight <= 0 || limits.inFlight > entry.can.mostInFlight))
            limits.inFlight = entry.can.mostInFlight;
        if (isNew)
            entry.pace = Pace(limits, m_services.random);
        else
            entry.pace.setLimits(limits);
    }
    std::erase_if(m_entries, [this](const auto &item) { return !m_order.contains(item.first); });
    return {};
}

std::shared_ptr<const domain::Provider> ProviderPool::make(const storage::ProviderRecord &record) const
{
    std::optional<domain::ProviderConfig> config(
        {record.id, record.kind, record.name, record.settings, m_services.secrets(record)});
    if (m_services.stage)
        config = rehearsed(*config, m_services.factory, *m_services.stage);
    if (!config)
        return nullptr;
    auto made = m_services.factory.make(*config);
    return made ? std::shared_ptr<const domain::Provider>(std::move(*made)) : nullptr;
}

ProviderPool::Way ProviderPool::route(const Asked &asked)
{
    const Ticks ticks = m_services.ticks();
    Way otherwise;
    ProviderId passedOver;
    const auto fits = [&](Entry *entry, const QString &sender) {
        if (!entry || !entry->provider || !entry->record.enabled || !entry->can.channels.contains(asked.channel))
            return false;
        if (entry->isUsable() && entry->record.id.value != asked.avoided.value && entry->isReachable(ticks))
            return true;
        if (!passedOver.isValid())
            passedOver = entry->record.id;
        if (!entry->isUsable())
            return false;
        if (!otherwise.entry || otherwise.entry->record.id.value == asked.avoided.value)
            otherwise = {entry, sender, {}};
        return false;
    };
    if (Entry *entry = find(asked.wanted); fits(entry, {}))
        return {entry, {}, {}};
    if (m_routes.hasRoutes(asked.channel)) {
        const QList<domain::Route> ways = m_routes.waysOf(asked.channel, asked.country, asked.category, asked.message);
        for (const domain::Route &way : ways)
            if (Entry *entry = find(way.provider); fits(entry, way.sender))
                return {entry, way.sender, passedOver};
        if (!ways.isEmpty())
            return otherwise; // what is written for a case holds alone
    }
    for (const bool isNamed : {false, true})
        for (const qint64 id : std::as_const(m_order))
            if (m_routes.names(ProviderId{id}, asked.channel) == isNamed)
                if (Entry *entry = find(ProviderId{id}); fits(entry, {}))
                    return {entry, {}, passedOver};
    return otherwise;
}

QList<ProviderPool::Entry *> ProviderPool::waysOf(domain::Channel channel, domain::ProviderId wanted)
{
    const Ticks ticks = m_services.ticks();
    const auto canUse = [channel](Entry *entry) {
        return entry && entry->isUsable() && entry->can.channels.contains(channel);
    };
    if (Entry *entry = find(wanted); canUse(entry) && entry->isReachable(ticks))
        return {entry};
    if (!m_routes.hasRoutes(channel)) {
        Asked asked;
        asked.channel = channel;
        asked.wanted = wanted;
        Entry *entry = route(asked).entry;
        return entry ? QList<Entry *>{entry} : QList<Entry *>{};
    }
    QList<Entry *> ways;
    for (auto &[id, entry] : m_entries)
        if (canUse(&entry))
            ways << &entry;
    return ways;
}

int ProviderPool::room(domain::Channel channel, domain::ProviderId wanted)
{
    const Ticks ticks = m_services.ticks();
    int room = 0;
    const QList<Entry *> ways = waysOf(channel, wanted);
    for (Entry *entry : ways)
        room += entry->room(ticks);
    return room;
}

std::optional<Ticks> ProviderPool::nextRoomAt(domain::Channel channel, domain::ProviderId wanted)
{
    const Ticks ticks = m_services.ticks();
    std::optional<Ticks> next;
    const QList<Entry *> ways = waysOf(channel, wanted);
    for (Entry *entry : ways)
        if (const auto at = entry->pace.nextRoomAt(ticks); at && (!next || *at < *next))
            next = at;
    return next;
}

domain::Money ProviderPool::estimate(const Entry &entry, domain::Channel channel, const QString &country, int segments,
                                     qint64 day) const
{
    if (auto listed = m_prices.estimate(entry.record.id, channel, country, segments, QDate(1970, 1, 1).addDays(day));
        !listed.currency.isEmpty())
        return listed;
    return {static_cast<qint64>(entry.record.settings[u"price_micros"].toDouble()) * segments,
            entry.record.settings[u"price_currency"].toString()};
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

#include "engine/sending/dailyreach.h"

#include "storage/messages/firstcontacts.h"
#include "storage/workspace/settingstore.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

using domain::Instant;

namespace {

constexpr domain::Millis day = 24h;
const QString setting = u"people_a_day"_s; ///< by provider

} // namespace

int DailyReach::limitOf(domain::ProviderId provider)
{
    if (!m_limits) {
        m_limits.emplace();
        const auto kept = storage::SettingStore(m_services.connection).read(setting).value_or(QJsonObject());
        for (auto it = kept.begin(); it != kept.end(); ++it)
            m_limits->insert(it.key().toLongLong(), it->toInt());
    }
    return m_limits->value(provider.value, 0);
}

DailyReach::Reached &DailyReach::reachedBy(domain::ProviderId provider, Instant now)
{
    auto it = m_reached.find(provider.value);
    if (it == m_reached.end()) {
        it = m_reached.insert(provider.value, {});
        const auto before = storage::FirstContacts(m_services.connection).since(provider, now - day);
        if (!before)
            qWarning("engine: whom an account has written to cannot be read: %s", qPrintable(before.error().detail));
        else
            for (const storage::FirstContact &one : *before) {
                it->last.insert(one.addressIndex, one.at);
                it->inOrder.emplace_back(one.at, one.addressIndex);
            }
    }
    for (auto &order = it->inOrder; !order.empty() && order.front().first + day <= now; order.pop_front())
        if (const auto last = it->last.constFind(order.front().second);
            last != it->last.cend() && *last == order.front().first)
            it->last.erase(last);
    return *it;
}

bool DailyReach::mayWriteFirst(domain::ProviderId provider, const QByteArray &addressIndex, Instant now)
{
    const int limit = limitOf(provider);
    if (limit <= 0)
        return true;
    const Reached &reached = reachedBy(provider, now);
    return reached.last.size() < limit || reached.last.contains(addressIndex);
}

void DailyReach::note(domain::ProviderId provider, const QByteArray &addressIndex, Instant now)
{
    if (limitOf(provider) <= 0) {
        m_reached.remove(provider.value); // read from the attempts should there be a limit again
        return;
    }
    Reached &reached = reachedBy(provider, now);
    reached.last.insert(addressIndex, now);
    reached.inOrder.emplace_back(now, addressIndex);
}

domain::Result<void> notePeopleADay(storage::Connection &connection, domain::ProviderId provider, int people)
{
    storage::SettingStore store(connection);
    auto kept = store.read(setting);
    if (!kept)
        return tl::unexpected(kept.error());
    const QString key = QString::number(provider.value);
    if (kept->value(key).toInt() == people)
        return {};
    if (people > 0)
        kept->insert(key, people);
    else
        kept->remove(key);
    return store.write(setting, *kept);
}

} // namespace engine

#include "engine/routing/detours.h"

using namespace std::chrono_literals;

namespace engine {

using domain::Instant;
using domain::ProviderId;
using domain::Result;

namespace {
constexpr auto writeEvery = 500ms;
}

Result<void> Detours::load()
{
    if (std::exchange(m_isLoaded, true))
        return {};
    auto known = storage::DetourStore(m_connection).all();
    if (!known)
        return tl::unexpected(known.error());
    m_known = *std::move(known);
    return {};
}

void Detours::failed(ProviderId provider, bool isDown, Instant now)
{
    const Instant since = m_failingSince.try_emplace(provider.value, now).first->second;
    if (!isDown)
        return;
    storage::ProviderDetour &detour = m_known[provider.value];
    if (detour.downSince)
        return;
    detour.downSince = since;
    m_new.insert(provider.value);
}

void Detours::answered(ProviderId provider)
{
    m_failingSince.erase(provider.value);
    if (m_known.erase(provider.value) > 0)
        m_new.insert(provider.value);
}

void Detours::took(ProviderId provider, ProviderId instead, Instant now)
{
    auto &taken = m_known[provider.value].instead[instead.value];
    if (taken.messages++ == 0)
        taken.since = now;
    m_new.insert(provider.value);
}

Result<bool> Detours::write(Ticks now)
{
    if (m_new.isEmpty() || (m_written && now < *m_written + writeEvery))
        return false;
    m_written = now;
    const auto work = [&]() -> Result<void> {
        storage::DetourStore store(m_connection);
        for (const qint64 id : std::as_const(m_new)) {
            const auto known = m_known.find(id);
            if (auto done = store.write({id}, known == m_known.end() ? storage::ProviderDetour{} : known->second);
                !done)
                return done;
        }
        return {};
    };
    if (auto done = m_connection.transaction(false, work); !done)
        return tl::unexpected(done.error());
    m_new.clear();
    return true;
}

std::optional<Ticks> Detours::nextWrite() const
{
    if (m_new.isEmpty())
        return std::nullopt;
    return m_written ? *m_written + writeEvery : Ticks{};
}

} // namespace engine

#pragma once

#include <atomic>
#include <memory>

namespace engine {

/// Says that nobody waits for an answer any more. Copies share one flag, so that the page that asked keeps one and the
/// work in the reader looks at the other between its pieces; any thread.
class Cancellation
{
public:
    Cancellation() : m_flag(std::make_shared<std::atomic_bool>(false)) {}
    void cancel() { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_flag; // shared_ptr: whoever of the two goes last takes it along
};

} // namespace engine

#pragma once

#include <chrono>

namespace engine {

/// How much one transaction may take on so that it ends within a budget of time, learnt from what the last ones took.
/// A value; engine thread.
class BatchSize
{
public:
    struct Limits
    {
        int least = 1; ///< also where the disk is slow: each transaction waits for it once, however little it writes
        int most = 1;
        std::chrono::milliseconds budget{10};
    };

    BatchSize(int first, Limits limits) : m_limits(limits), m_size(first) {}

    [[nodiscard]] int size() const { return m_size; }
    /// A transaction with so many took so long.
    void took(int done, std::chrono::nanoseconds time);

private:
    Limits m_limits;
    int m_size;
};

} // namespace engine

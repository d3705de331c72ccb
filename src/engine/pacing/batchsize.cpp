#include "engine/pacing/batchsize.h"

#include <algorithm>

namespace engine {

void BatchSize::took(int done, std::chrono::nanoseconds time)
{
    if (done <= 0 || (done < m_size && time <= m_limits.budget))
        return; // a small one says nothing of a large one but that it is not too large
    const double fitting = double(done) * (std::chrono::duration<double>(m_limits.budget) / time);
    m_size =
        static_cast<int>(std::clamp<double>(fitting, m_limits.least, std::min<double>(m_size * 2.0, m_limits.most)));
}

} // namespace engine

#include "gui/frame/page.h"

#include <algorithm>

namespace gui {

domain::Instant PageContext::now() const
{
    if (clock)
        return clock->now();
    return std::chrono::time_point_cast<domain::Millis>(std::chrono::system_clock::now());
}

void PageRegistry::add(PageInfo info)
{
    const auto before = [](const PageInfo &a, const PageInfo &b) {
        return std::pair(a.group, a.position) < std::pair(b.group, b.position);
    };
    m_pages.insert(std::upper_bound(m_pages.begin(), m_pages.end(), info, before), info);
}

const PageInfo *PageRegistry::find(const QString &id) const
{
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [&](const PageInfo &page) { return page.id == id; });
    return found == m_pages.end() ? nullptr : &*found;
}

} // namespace gui

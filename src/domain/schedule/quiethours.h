#pragma once

#include "domain/core/types.h"
#include "domain/schedule/window.h"

#include <QTime>

namespace domain {

/// Hours in which people are left alone, by the recipient's clock: from `from` (quiet) to `to` (open again), over
/// midnight if `to` is earlier. The same time twice means none.
struct QuietHours
{
    bool enabled = false;
    QTime from{21, 0};
    QTime to{8, 0};

    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};

/// On for marketing, off for transactional messages and authentication codes; 21:00 to 8:00.
[[nodiscard]] QuietHours defaultQuietHours(Category category);

/// The hours in which one may send: all that are not quiet, on every day.
[[nodiscard]] SendWindow allowedHours(const QuietHours &quiet);

} // namespace domain

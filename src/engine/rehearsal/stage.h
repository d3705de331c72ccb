#pragma once

#include <QStringList>

namespace engine {

/// Where a rehearsal's messages go.
struct RehearsalStage
{
    QString url;       ///< of the simulator: a kind's interface is reached under "<url>/<kind>"
    QStringList kinds; ///< that it speaks
};

} // namespace engine

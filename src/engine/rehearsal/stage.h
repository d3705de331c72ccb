#pragma once

#include <QStringList>

namespace engine {

/// Where a rehearsal's messages go.
struct RehearsalStage
{
    QString url;       ///< of the simulator: a kind's interface is reached under "<url>/<kind>"
    QStringList kinds; ///< that it speaks
    int mailPort = 0;  ///< on this machine, where it takes mail without TLS; 0: nowhere
};

} // namespace engine

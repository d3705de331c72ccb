#pragma once

#include "engine/client/models.h"

#include <QFrame>

class QVBoxLayout;

namespace gui {

/// 'Main account is not answering; 3,340 messages went by Second account instead since 10:32.'
[[nodiscard]] QString detourSentence(const engine::Detour &detour, domain::Instant now);

/// Which accounts others stand in for, a line and a button for each; hidden where all is well. GUI thread.
class DetourNotice : public QFrame
{
    Q_OBJECT

public:
    explicit DetourNotice(QWidget *parent = nullptr);
    void showDetours(const QList<engine::Detour> &detours, domain::Instant now);

Q_SIGNALS:
    void providerWanted(domain::ProviderId id);

private:
    QVBoxLayout *m_lines;
    QList<domain::ProviderId> m_shown;
};

} // namespace gui

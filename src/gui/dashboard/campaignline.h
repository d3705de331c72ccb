#pragma once

#include "engine/client/models.h"

#include <QFrame>

namespace gui {

class ElidedLabel;
class FigureLabel;
class StatePill;
class ThinProgress;

/// A campaign in a few lines: name, state, a stacked bar of what became of its messages, how far, how fast, how long
/// still. Can be pressed. GUI thread.
class CampaignLine : public QFrame
{
    Q_OBJECT

public:
    explicit CampaignLine(QWidget *parent = nullptr);
    /// `perSecond` 0: unknown (several send at once, or none).
    void showCampaign(const engine::CampaignRow &row, double perSecond);
    [[nodiscard]] domain::CampaignId id() const { return m_id; }

Q_SIGNALS:
    void clicked(domain::CampaignId id);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    domain::CampaignId m_id;
    ElidedLabel *m_name;
    StatePill *m_state;
    ThinProgress *m_bar;
    FigureLabel *m_progress;
    FigureLabel *m_left;
};

} // namespace gui

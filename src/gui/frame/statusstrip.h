#pragma once

#include "engine/client/models.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace gui {

class Dot;
class FigureLabel;

/// The slim line at the bottom: is the engine running, how fast, what waits, what was the last problem. GUI thread.
class StatusStrip : public QFrame
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);
    void showStatus(const engine::EngineStatus &status);
    void setRehearsal(bool on);

Q_SIGNALS:
    void pauseWanted(bool paused);
    void doubtsWanted();
    void problemWanted();

private:
    Dot *m_dot;
    QLabel *m_state;
    FigureLabel *m_rate;
    FigureLabel *m_queue;
    QLabel *m_rehearsal;
    QPushButton *m_pause;
    QPushButton *m_doubts;
    QPushButton *m_problem;
    engine::EngineStatus m_status;
};

} // namespace gui

#pragma once

#include "engine/client/models.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace gui {

class ElidedLabel;
class StatePill;

/// One message in a line: its state, to whom (opens it), its text, and when. Shows another in place, without a new
/// layout of what is around it, so that a list that moves several times a second costs little. GUI thread.
class MessageLine : public QWidget
{
    Q_OBJECT

public:
    explicit MessageLine(QWidget *parent = nullptr);

    void showMessage(const engine::MessageRow &row, domain::Instant now);

Q_SIGNALS:
    void wanted(domain::MessageId id);

private:
    domain::MessageId m_id;
    StatePill *m_state;
    QPushButton *m_who;
    ElidedLabel *m_text;
    QLabel *m_when;
};

} // namespace gui

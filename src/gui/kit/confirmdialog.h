#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace gui {

/// The one question before money is spent or something is deleted: what will happen, with its number, and two buttons
/// that say what they do. Opens with open(), answers by accepted(); deletes itself. GUI thread.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Kind { Spending, Dangerous };

    ConfirmDialog(const QString &question, const QString &consequence, const QString &button, Kind kind,
                  QWidget *parent);
    /// The button stays off until this box is ticked ("I have checked the text").
    void requireTick(const QString &text);
    /// A further button that also closes, with its own answer.
    QPushButton *addChoice(const QString &text);

private:
    QCheckBox *m_tick;
    QPushButton *m_go;
    class QHBoxLayout *m_buttons;
};

} // namespace gui

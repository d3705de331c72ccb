#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace gui {

/// What an empty page shows: one line on what it is for, one on what to do, the button for it and a sample to try.
/// GUI thread.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &iconName, const QString &purpose, const QString &whatToDo, QWidget *parent = nullptr);
    void setTexts(const QString &purpose, const QString &whatToDo);
    QPushButton *setButton(const QString &text);
    QPushButton *setSample(const QString &text);

private:
    QLabel *m_purpose;
    QLabel *m_whatToDo;
    QPushButton *m_button;
    QPushButton *m_sample;
};

} // namespace gui

#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace gui {

/// What a new workspace shows in place of figures: the way to a first campaign, step by step, with what is done ticked.
/// GUI thread.
class FirstSteps : public QWidget
{
    Q_OBJECT

public:
    enum Step { Provider, Contacts, Template, Campaign, StepCount };

    explicit FirstSteps(QWidget *parent = nullptr);

    void setDone(Step step, bool done);

Q_SIGNALS:
    void wanted(gui::FirstSteps::Step step);

private:
    class Mark;
    void addStep(Step step, const QString &title, const QString &text, const QString &button);
    void showNext();

    QGridLayout *m_grid;
    std::array<Mark *, StepCount> m_marks{};
    std::array<QPushButton *, StepCount> m_buttons{};
    std::array<bool, StepCount> m_done{};
};

} // namespace gui

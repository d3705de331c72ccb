#pragma once

#include <QAbstractButton>

namespace gui {

/// A step of a wizard: its number in a ring, or a tick once it is behind one, and its title. GUI thread.
class StepButton : public QAbstractButton
{
    Q_OBJECT

public:
    StepButton(int number, const QString &title, QWidget *parent = nullptr);

    void setPassed(bool passed);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int m_number;
    bool m_passed = false;
};

} // namespace gui

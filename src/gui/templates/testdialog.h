#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gui {

class Field;

/// Asks for a number and shows what goes there. The owner sends on `sendWanted` and says what became of it. GUI thread.
class TestDialog : public QDialog
{
    Q_OBJECT

public:
    TestDialog(const QString &text, const QString &lastNumber, QWidget *parent);
    [[nodiscard]] QString number() const;
    void setBusy(bool busy);
    void showError(const QString &error);

Q_SIGNALS:
    void sendWanted(const QString &number);

private:
    QLineEdit *m_number;
    Field *m_field;
    QPushButton *m_send;
};

} // namespace gui

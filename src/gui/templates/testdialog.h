#pragma once

#include "domain/core/types.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace gui {

class Field;

/// Asks for a number or an e-mail address and shows what goes there. The owner sends on `sendWanted` and says what
/// became of it. GUI thread; deletes itself.
class TestDialog : public QDialog
{
    Q_OBJECT

public:
    /// One of the channels is chosen where there are several; `last` stands in the field at first.
    TestDialog(const QString &text, const QList<domain::Channel> &channels, const QString &last, QWidget *parent);
    /// What goes with an e-mail's text.
    void showBeside(bool html, int files);
    void showError(const QString &error);

Q_SIGNALS:
    void sendWanted(domain::Channel channel, const QString &address);

private:
    [[nodiscard]] QString address() const;
    [[nodiscard]] domain::Channel channel() const;
    void setBusy(bool busy);
    void wordAddress();

    QComboBox *m_channel;
    QLineEdit *m_address;
    Field *m_field;
    Field *m_text;
    QPushButton *m_send;
};

} // namespace gui

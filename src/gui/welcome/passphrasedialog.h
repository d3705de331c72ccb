#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gui {

class Field;

/// Asks for a workspace's passphrase, or for a new one twice. GUI thread; deletes itself.
class PassphraseDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Kind { Existing, New };

    PassphraseDialog(Kind kind, const QString &workspace, QWidget *parent);

    /// The last one did not open it.
    void showWrong();

Q_SIGNALS:
    void entered(const QByteArray &passphrase);

private:
    void finish();

    Kind m_kind;
    QLineEdit *m_first;
    QLineEdit *m_second;
    Field *m_firstField;
    Field *m_secondField;
};

} // namespace gui

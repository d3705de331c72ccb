#pragma once

#include <QDialog>

class QLineEdit;

namespace gui {

/// Asks for the name of a tag. Opens with open(); deletes itself. GUI thread.
class TagDialog : public QDialog
{
    Q_OBJECT

public:
    TagDialog(int contacts, const QStringList &known, QWidget *parent);
    [[nodiscard]] QString tag() const;

private:
    QLineEdit *m_name;
};

} // namespace gui

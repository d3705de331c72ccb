#pragma once

#include "domain/core/types.h"

#include <QDialog>

class QLineEdit;
class QRadioButton;

namespace gui {

class Field;

/// Before a person's consent is changed by hand: of what, and how it became known. Opens with open(), answers by
/// accepted(); deletes itself. GUI thread.
class ConsentDialog : public QDialog
{
    Q_OBJECT

public:
    /// `address` as people read it.
    ConsentDialog(const QString &name, const QString &address, domain::Channel channel, bool optOut, QWidget *parent);

    [[nodiscard]] std::optional<domain::Category> category() const; ///< empty: every category
    [[nodiscard]] QString evidence() const;

    void accept() override;

private:
    QRadioButton *m_everything;
    QRadioButton *m_marketing;
    QLineEdit *m_evidence;
    Field *m_field;
};

} // namespace gui

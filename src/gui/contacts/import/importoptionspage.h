#pragma once

#include "gui/contacts/import/importstate.h"
#include "gui/kit/wizard.h"

class QComboBox;
class QLineEdit;

namespace gui {

/// Step 3: country of the numbers, what happens with contacts that are there already, tags, the file of rejected rows.
/// GUI thread.
class ImportOptionsPage : public WizardPage
{
    Q_OBJECT

public:
    explicit ImportOptionsPage(ImportState &state, QWidget *parent = nullptr);

    void entered() override;
    [[nodiscard]] QList<QPair<QString, QString>> summary() const override;

private:
    void chooseRejects();

    ImportState &m_state;
    QComboBox *m_country;
    QLineEdit *m_tags;
    QLineEdit *m_rejects;
    bool m_rejectsChosen = false;
    bool m_seen = false;
};

} // namespace gui

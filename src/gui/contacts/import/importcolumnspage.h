#pragma once

#include "gui/contacts/import/importstate.h"
#include "gui/kit/wizard.h"

class QComboBox;
class QGridLayout;

namespace gui {

/// Step 2: what each column means. GUI thread.
class ImportColumnsPage : public WizardPage
{
    Q_OBJECT

public:
    explicit ImportColumnsPage(ImportState &state, QWidget *parent = nullptr);

    [[nodiscard]] bool isValid() const override;
    void entered() override;
    [[nodiscard]] QList<QPair<QString, QString>> summary() const override;

private:
    void addRow(int column);
    [[nodiscard]] QString samples(int column) const;
    void showProblem();

    ImportState &m_state;
    QStringList m_shown; ///< the columns the rows were made for
    QLabel *m_remembered;
    QFrame *m_problem;
    QLabel *m_problemText;
    QWidget *m_rows;
    QGridLayout *m_grid;
    QList<QComboBox *> m_boxes;
};

} // namespace gui

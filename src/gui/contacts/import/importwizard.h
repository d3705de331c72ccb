#pragma once

#include "gui/contacts/import/importstate.h"
#include "gui/frame/page.h"
#include "gui/kit/wizard.h"

namespace gui {

class ImportCheckPage;
class ImportColumnsPage;
class ImportFilePage;
class ImportOptionsPage;
class ImportRunPage;

/// From a file to contacts: file, columns, options, check, import, done. GUI thread.
class ImportWizard : public Wizard
{
    Q_OBJECT

public:
    ImportWizard(const PageContext &context, const QString &defaultCountry, QWidget *parent = nullptr);
    /// With an importer of one's own.
    ImportWizard(engine::ContactImporter *importer, const QString &defaultCountry, QWidget *parent = nullptr);

    ~ImportWizard() override;

    [[nodiscard]] ImportFilePage *filePage() const { return m_file; }
    [[nodiscard]] ImportCheckPage *checkPage() const { return m_check; }

    void reject() override;

Q_SIGNALS:
    /// The imported contacts are to be shown; by their tag, if they have one.
    void showWanted(const QString &tag);

protected:
    [[nodiscard]] bool hasWork() const override { return m_state.hasFile() && !isDone(); }

private:
    ImportState m_state;
    ImportFilePage *m_file;
    ImportCheckPage *m_check;
    ImportRunPage *m_run;
};

} // namespace gui

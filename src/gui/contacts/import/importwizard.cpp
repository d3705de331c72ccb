#include "gui/contacts/import/importwizard.h"

#include "engine/client/client.h"
#include "gui/contacts/import/importcheckpage.h"
#include "gui/contacts/import/importcolumnspage.h"
#include "gui/contacts/import/importfilepage.h"
#include "gui/contacts/import/importoptionspage.h"
#include "gui/contacts/import/importrunpage.h"

namespace gui {

namespace {

enum Step { FileStep, ColumnsStep, OptionsStep, CheckStep, RunStep, DoneStep };

} // namespace

ImportWizard::ImportWizard(const PageContext &context, const QString &defaultCountry, QWidget *parent)
    : ImportWizard(context.client ? &context.client->importer() : nullptr, defaultCountry, parent)
{}

ImportWizard::ImportWizard(engine::ContactImporter *importer, const QString &defaultCountry, QWidget *parent)
    : Wizard(tr("Import contacts"), parent)
{
    m_state.importer = importer;
    m_state.plan.defaultCountry = defaultCountry;
    m_file = new ImportFilePage(m_state, this);
    m_check = new ImportCheckPage(m_state, this);
    m_run = new ImportRunPage(m_state, this);
    addPage(m_file);
    addPage(new ImportColumnsPage(m_state, this));
    addPage(new ImportOptionsPage(m_state, this));
    addPage(m_check);
    addPage(m_run);
    addPage(new ImportDonePage(m_state, this));
    setFinish(tr("Show the imported contacts"));
    connect(m_run, &ImportRunPage::succeeded, this, [this] {
        setDone();
        goTo(DoneStep);
    });
    connect(m_run, &ImportRunPage::stopped, this, [this](const QString &why) {
        goTo(CheckStep);
        m_check->showNotice(why);
    });
    connect(this, &Wizard::finishWanted, this, [this] {
        Q_EMIT showWanted(m_state.plan.addTags.value(0));
        accept();
    });
}

ImportWizard::~ImportWizard()
{
    hide(); // the pages end what they do while the state they share is still there
    if (m_run->isRunning())
        m_state.importer->cancel();
}

void ImportWizard::reject()
{
    if (m_run->isRunning()) {
        m_state.importer->cancel(); // back to the check, which says so
        return;
    }
    m_check->stop();
    Wizard::reject();
}

} // namespace gui

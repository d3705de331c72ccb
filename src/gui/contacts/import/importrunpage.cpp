#include "gui/contacts/import/importrunpage.h"

#include "gui/contacts/import/importcounts.h"
#include "gui/contacts/import/importprogressview.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

ImportRunPage::ImportRunPage(ImportState &state, QWidget *parent)
    : WizardPage(tr("Import"), parent), m_state(state), m_progress(new ImportProgressView)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_progress);
    QLabel *words =
        makeLabel(tr("The contacts appear all at once at the end. “Cancel” leaves everything as it was before."),
                  TextRole::Secondary);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addStretch(1);
    if (m_state.importer)
        connect(m_state.importer, &engine::ContactImporter::progress, this,
                [this](const engine::ImportProgress &progress) {
                    if (m_running)
                        m_progress->show(progress);
                });
}

void ImportRunPage::entered()
{
    if (!m_state.importer || m_running || m_state.done)
        return;
    m_running = true;
    m_progress->begin(tr("Importing %1 contacts").arg(number(m_state.checked ? touchedBy(*m_state.checked) : 0)));
    engine::ImportPlan plan = m_state.plan;
    plan.dryRun = false;
    m_state.importer->start(plan, this, [this](const domain::Result<engine::ImportReport> &report) {
        m_running = false;
        if (report) {
            m_state.done = *report;
            Q_EMIT edited();
            Q_EMIT succeeded();
            return;
        }
        Q_EMIT edited();
        Q_EMIT stopped(report.error().code == domain::ErrorCode::Cancelled
                           ? tr("The import was cancelled. No contact was added or changed.")
                           : tr("Nothing was imported. %1").arg(sentenceFor(report.error())));
    });
    Q_EMIT edited();
}

ImportDonePage::ImportDonePage(ImportState &state, QWidget *parent)
    : WizardPage(tr("Done"), parent), m_state(state), m_head(makeLabel({}, TextRole::Section)),
      m_counts(new ImportCounts), m_rejectsPath(makeLabel({}, TextRole::Secondary)),
      m_openRejects(new QPushButton(tr("Open the rejected rows")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_head);
    column->addWidget(m_counts);
    column->addSpacing(space::s);
    m_rejectsPath->setWordWrap(true);
    m_rejectsPath->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_rejectsPath);
    m_openRejects->setObjectName(u"openRejects"_s);
    m_openRejects->setAutoDefault(false);
    column->addWidget(m_openRejects, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_openRejects, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_state.done->rejectsPath)); });
}

void ImportDonePage::entered()
{
    if (!m_state.done)
        return;
    const engine::ImportReport &report = *m_state.done;
    m_head->setText(tr("%1 contacts imported").arg(number(touchedBy(report))));
    m_counts->show(report, true);
    const bool hasFile = !report.rejectsPath.isEmpty();
    m_rejectsPath->setText(
        tr("Correct them in this file and import it again: %1").arg(QDir::toNativeSeparators(report.rejectsPath)));
    m_rejectsPath->setVisible(hasFile);
    m_openRejects->setVisible(hasFile);
}

} // namespace gui

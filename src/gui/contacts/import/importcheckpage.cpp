#include "gui/contacts/import/importcheckpage.h"

#include "gui/contacts/import/importcounts.h"
#include "gui/contacts/import/importprogressview.h"
#include "gui/contacts/import/importwords.h"
#include "gui/kit/datatable.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

ImportCheckPage::ImportCheckPage(ImportState &state, QWidget *parent)
    : WizardPage(tr("Check"), parent), m_state(state), m_progress(new ImportProgressView),
      m_stop(new QPushButton(tr("Stop checking"))), m_notice(makeLabel({}, TextRole::Body)), m_result(new QWidget),
      m_counts(new ImportCounts), m_rejectsHead(makeLabel({}, TextRole::Section)),
      m_table(new DataTable(u"importRejects"_s)), m_model(nullptr)
{
    const auto column = [](const QString &id, const QString &title, int width, std::function<Cell(const Line &)> cell) {
        Column<Line> result;
        result.id = id;
        result.title = title;
        result.width = width;
        result.cell = std::move(cell);
        return result;
    };
    const auto cell = [](const QString &text, bool quiet = false) {
        Cell result;
        result.text = text;
        result.tip = text;
        result.quiet = quiet;
        return result;
    };
    QList<Column<Line>> columns{
        column(u"row"_s, tr("Row"), 60, [cell](const Line &l) { return cell(number(l.reject.row)); }),
        column(u"column"_s, tr("Column"), 84, [cell](const Line &l) { return cell(l.reject.column); }),
        column(u"value"_s, tr("Value"), 112, [cell](const Line &l) { return cell(l.reject.value, true); }),
        column(u"reason"_s, tr("Reason"), 240, [cell](const Line &l) { return cell(rejectSentence(l.reject.reason)); }),
    };
    columns[0].isNumber = true;
    columns[3].stretches = true;
    m_model = new RowsModel<Line>(
        columns, [](const Line &line) { return line.number; }, this);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(space::m);
    m_notice->setWordWrap(true);
    m_notice->setObjectName(u"importNotice"_s);
    m_stop->setAutoDefault(false);
    m_stop->setObjectName(u"stopCheck"_s);
    all->addWidget(m_notice);
    all->addWidget(m_progress);
    all->addWidget(m_stop, 0, Qt::AlignLeft);
    all->addWidget(m_result, 1);
    all->addStretch(0);
    auto *result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->setSpacing(space::m);
    result->addWidget(m_counts);
    result->addSpacing(space::s);
    result->addWidget(m_rejectsHead);
    result->addWidget(m_table, 1);
    m_table->setAccessibleName(tr("Rows that cannot be imported"));
    m_table->setTableModel(m_model);
    for (QWidget *hidden : {static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_progress),
                            static_cast<QWidget *>(m_stop), m_result})
        hidden->hide();
    connect(m_stop, &QPushButton::clicked, this, &ImportCheckPage::stop);
    if (m_state.importer)
        connect(m_state.importer, &engine::ContactImporter::progress, this,
                [this](const engine::ImportProgress &progress) {
                    if (m_running)
                        m_progress->show(progress);
                });
}

bool ImportCheckPage::isValid() const { return !m_running && m_state.isChecked() && touchedBy(*m_state.checked) > 0; }

void ImportCheckPage::entered()
{
    if (!m_state.isChecked() && !m_running)
        start();
}

void ImportCheckPage::start()
{
    if (!m_state.importer)
        return;
    m_running = true;
    m_notice->hide();
    m_result->hide();
    m_progress->begin(tr("Checking every row; nothing is imported yet"));
    m_progress->setVisible(true);
    m_stop->show();
    engine::ImportPlan dry = m_state.plan;
    dry.dryRun = true;
    dry.rejectsPath.clear(); // written once, by the import itself
    m_state.importer->start(dry, this, [this, key = m_state.planKey()](const auto &report) { finished(key, report); });
    Q_EMIT edited();
}

void ImportCheckPage::stop()
{
    if (m_running && m_state.importer)
        m_state.importer->cancel();
}

void ImportCheckPage::hideEvent(QHideEvent *event)
{
    stop(); // what was checked may be changed on another step
    WizardPage::hideEvent(event);
}

void ImportCheckPage::finished(const QString &key, const domain::Result<engine::ImportReport> &report)
{
    m_running = false;
    m_progress->setVisible(false);
    m_stop->hide();
    if (report) {
        m_state.checkedKey = key;
        showReport(*report);
    } else if (report.error().code == domain::ErrorCode::Cancelled && isVisible()) {
        showNotice(tr("The check was stopped. Go back to change something, or leave the import."));
    } else if (report.error().code != domain::ErrorCode::Cancelled) {
        showNotice(sentenceFor(report.error()));
    }
    if (isVisible() && !m_state.isChecked() && report)
        start(); // another plan meanwhile
    Q_EMIT edited();
}

void ImportCheckPage::showNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void ImportCheckPage::showReport(const engine::ImportReport &report)
{
    m_state.checked = report;
    if (m_state.checkedKey.isEmpty())
        m_state.checkedKey = m_state.planKey();
    showNotice(touchedBy(report) > 0 ? QString() : tr("There is nothing in this file to import."));
    m_counts->show(report, false);
    QList<Line> lines;
    for (const auto &reject : report.firstRejects)
        lines.append({lines.size() + 1, reject});
    m_model->setRows(lines);
    const bool some = !lines.isEmpty();
    m_rejectsHead->setText(report.rejected > lines.size()
                               ? tr("The first %1 rows that cannot be imported").arg(number(lines.size()))
                               : tr("Rows that cannot be imported"));
    m_rejectsHead->setVisible(some);
    m_table->setVisible(some);
    m_result->show();
    Q_EMIT edited();
}

QString ImportCheckPage::nextText() const
{
    return isValid() ? tr("Import %Ln contacts", nullptr, static_cast<int>(touchedBy(*m_state.checked))) : tr("Import");
}

QString ImportCheckPage::sentence() const
{
    if (!isValid())
        return {};
    const engine::ImportReport &report = *m_state.checked;
    QString words = tr("%Ln contacts are added", nullptr, static_cast<int>(report.added));
    words = report.updated > 0 ? tr("%1, %2 updated.").arg(words, number(report.updated)) : words + u'.';
    if (report.rejected > 0 && !m_state.plan.rejectsPath.isEmpty())
        words += u' ' + tr("%Ln rows go to the file of rejected rows.", nullptr, static_cast<int>(report.rejected));
    return words;
}

QList<QPair<QString, QString>> ImportCheckPage::summary() const
{
    if (!m_state.isChecked())
        return {};
    return {{tr("Rows"), number(m_state.checked->rows)}, {tr("Rejected"), number(m_state.checked->rejected)}};
}

} // namespace gui

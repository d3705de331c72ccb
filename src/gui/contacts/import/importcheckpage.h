#pragma once

#include "gui/contacts/import/importstate.h"
#include "gui/kit/rowsmodel.h"
#include "gui/kit/wizard.h"

namespace gui {

class DataTable;
class ImportCounts;
class ImportProgressView;

/// Step 4: a dry run that counts, and the first rows that cannot be taken, each with its reason. GUI thread.
class ImportCheckPage : public WizardPage
{
    Q_OBJECT

public:
    explicit ImportCheckPage(ImportState &state, QWidget *parent = nullptr);

    void showReport(const engine::ImportReport &report);
    /// What became of an import that was cancelled or failed.
    void showNotice(const QString &text);

    [[nodiscard]] bool isValid() const override;
    void entered() override;
    [[nodiscard]] QString nextText() const override;
    [[nodiscard]] QString sentence() const override;
    [[nodiscard]] QList<QPair<QString, QString>> summary() const override;
    /// Ends a dry run that still goes on.
    void stop();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void start();
    void finished(const QString &key, const domain::Result<engine::ImportReport> &report);

    struct Line
    {
        qint64 number = 0;
        engine::ImportReport::Reject reject;
    };

    ImportState &m_state;
    bool m_running = false;
    ImportProgressView *m_progress;
    QPushButton *m_stop;
    QLabel *m_notice;
    QWidget *m_result;
    ImportCounts *m_counts;
    QLabel *m_rejectsHead;
    DataTable *m_table;
    RowsModel<Line> *m_model;
};

} // namespace gui

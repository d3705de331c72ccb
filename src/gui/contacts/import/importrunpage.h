#pragma once

#include "gui/contacts/import/importstate.h"
#include "gui/kit/wizard.h"

namespace gui {

class ImportProgressView;

/// Step 5: the import itself. Begins as it is entered; all or nothing. GUI thread.
class ImportRunPage : public WizardPage
{
    Q_OBJECT

public:
    explicit ImportRunPage(ImportState &state, QWidget *parent = nullptr);

    [[nodiscard]] bool isValid() const override { return m_state.done.has_value(); }
    [[nodiscard]] bool mayLeave() const override { return !m_running; }
    [[nodiscard]] bool onlyByNext() const override { return true; }
    void entered() override;
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void succeeded();
    /// Nothing was changed; in words.
    void stopped(const QString &why);

private:
    ImportState &m_state;
    bool m_running = false;
    ImportProgressView *m_progress;
};

/// Step 6: what was imported, and where to go from here.
class ImportDonePage : public WizardPage
{
    Q_OBJECT

public:
    explicit ImportDonePage(ImportState &state, QWidget *parent = nullptr);
    void entered() override;

private:
    ImportState &m_state;
    QLabel *m_head;
    class ImportCounts *m_counts;
    QLabel *m_rejectsPath;
    QPushButton *m_openRejects;
};

} // namespace gui

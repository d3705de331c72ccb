#pragma once

#include "gui/contacts/import/importstate.h"
#include "gui/kit/wizard.h"

class QCheckBox;
class QComboBox;
class QTableWidget;

namespace gui {

/// Step 1: which file, and is it read rightly? GUI thread.
class ImportFilePage : public WizardPage
{
    Q_OBJECT

public:
    explicit ImportFilePage(ImportState &state, QWidget *parent = nullptr);

    void setFile(const QString &path);
    void showPreview(const engine::ImportPreview &preview);
    void showProblem(const domain::Error &error);

    [[nodiscard]] bool isValid() const override { return m_state.hasFile(); }
    [[nodiscard]] QList<QPair<QString, QString>> summary() const override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void chooseFile();
    void readAgain();
    void ask(const std::optional<engine::FileFormat> &wanted);

    ImportState &m_state;
    QString m_path;
    quint64 m_question = 0;
    QPushButton *m_choose;
    QLabel *m_file;
    QLabel *m_problem;
    QWidget *m_reading;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QCheckBox *m_header;
    QTableWidget *m_preview;
};

} // namespace gui

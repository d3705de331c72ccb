#pragma once

#include "engine/client/models.h"
#include "gui/frame/page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;
class QVBoxLayout;

namespace gui {

class Field;
class Form;

/// Name, country, time zone and currency of the workspace; its file and its backup. GUI thread.
class WorkspaceSection : public QWidget
{
    Q_OBJECT

public:
    explicit WorkspaceSection(QWidget *parent = nullptr);
    /// Replaces the fields unless a person is changing them.
    void showWorkspace(const engine::WorkspaceInfo &info);
    void showError(const domain::Error &error);
    void saved();
    [[nodiscard]] engine::WorkspaceInfo workspace() const;
    [[nodiscard]] bool isChanged() const;

Q_SIGNALS:
    void saveWanted();
    void backupWanted();

private:
    void edited();

    engine::WorkspaceInfo m_shown;
    Form *m_form;
    QLineEdit *m_name;
    QComboBox *m_country;
    QComboBox *m_zone;
    QLineEdit *m_currency;
    QLabel *m_file;
    QPushButton *m_save;
};

/// Quiet hours and limits. GUI thread.
class LimitsSection : public QWidget
{
    Q_OBJECT

public:
    explicit LimitsSection(QWidget *parent = nullptr);
    void showLimits(const engine::SendingLimits &limits);
    void showError(const domain::Error &error);
    void saved();
    [[nodiscard]] engine::SendingLimits limits() const;
    [[nodiscard]] bool isChanged() const;

Q_SIGNALS:
    void saveWanted();

private:
    struct QuietRow
    {
        QCheckBox *on = nullptr;
        QTimeEdit *from = nullptr;
        QTimeEdit *to = nullptr;
    };
    QuietRow addQuiet(const QString &id, const QString &text);
    void edited();

    engine::SendingLimits m_shown;
    Form *m_form;
    QuietRow m_marketing;
    QuietRow m_transactional;
    QSpinBox *m_cap;
    QSpinBox *m_marketingCap;
    QSpinBox *m_window;
    QSpinBox *m_attempts;
    QSpinBox *m_expiry;
    QSpinBox *m_segmentsMarketing;
    QSpinBox *m_segments;
    QSpinBox *m_attached;
    QPushButton *m_save;
};

/// What a rehearsal is, and the switch. GUI thread.
class RehearsalSection : public QWidget
{
    Q_OBJECT

public:
    explicit RehearsalSection(QWidget *parent = nullptr);
    void showWorkspace(const engine::WorkspaceInfo &info);

Q_SIGNALS:
    void changeWanted(bool on);

private:
    QLabel *m_state;
    QPushButton *m_switch;
    bool m_isOn = false;
};

/// Language and appearance: kept in the settings of the program, not of the workspace. GUI thread.
class AppearanceSection : public QWidget
{
    Q_OBJECT

public:
    explicit AppearanceSection(const PageContext &context, QWidget *parent = nullptr);
};

} // namespace gui

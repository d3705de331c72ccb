#pragma once

#include "engine/client/commands.h"

#include <QDialog>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace gui {

class Form;

/// Edits a copy of a Twilio account. The owner checks, tries and saves the draft and tells what came of it. A secret
/// that is kept is never shown; an empty field keeps it. GUI thread.
class ProviderDialog : public QDialog
{
    Q_OBJECT

public:
    /// `existing` without a valid id: a new account.
    ProviderDialog(const engine::ProviderRow &existing, QWidget *parent);
    [[nodiscard]] engine::ProviderDraft draft() const;
    /// Of the draft as it stands; empty: it may be saved and tried.
    void showProblems(const QList<domain::ConfigProblem> &problems);
    void showReport(const domain::ConnectionReport &report);
    void showError(const domain::Error &error);

Q_SIGNALS:
    void edited();
    void testWanted();
    void saveWanted();

private:
    void addAdvanced();

    engine::ProviderRow m_existing;
    Form *m_form;
    QLineEdit *m_name;
    QLineEdit *m_account;
    QLineEdit *m_token;
    QLineEdit *m_keySid;
    QLineEdit *m_keySecret;
    QLineEdit *m_from;
    QLineEdit *m_service;
    QLineEdit *m_baseUrl;
    QDoubleSpinBox *m_rate;
    QSpinBox *m_inFlight;
    QLabel *m_result;
    QPushButton *m_test;
    QPushButton *m_save;
};

} // namespace gui

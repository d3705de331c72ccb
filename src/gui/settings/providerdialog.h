#pragma once

#include "engine/client/commands.h"

#include <QDialog>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace gui {

class AccountField;
class Form;

/// Edits a copy of an account of one kind: the fields of that kind, the common ones first, the others folded away. The
/// owner checks, tries and saves the draft and tells what came of it. GUI thread; deletes itself.
class ProviderDialog : public QDialog
{
    Q_OBJECT

public:
    /// `account` without a valid id: a new one. `secretsOf`: it is a copy, and begins with the secrets of that one.
    ProviderDialog(const domain::ProviderKind &kind, const engine::ProviderRow &account, domain::ProviderId secretsOf,
                   QWidget *parent);
    [[nodiscard]] engine::ProviderDraft draft() const;
    /// Of the draft as it stands; empty: it may be saved and tried.
    void showProblems(const QList<domain::ConfigProblem> &problems);
    void showReport(const domain::ConnectionReport &report);
    void showError(const domain::Error &error);
    void showAdvanced(bool shown);

Q_SIGNALS:
    void edited();
    void testWanted();
    void saveWanted();

private:
    void addFields();
    void addPace();
    QWidget *scrolledForms();
    QWidget *buttonRow();
    [[nodiscard]] QString keptWords(const QString &secret) const;
    void showWords(const QString &words, bool isGood);

    domain::ProviderKind m_kind;
    engine::ProviderRow m_account;
    domain::ProviderId m_secretsOf;
    Form *m_form;
    QPushButton *m_fold;
    Form *m_advanced;
    QLineEdit *m_name;
    QList<AccountField *> m_fields;
    QDoubleSpinBox *m_rate;
    QSpinBox *m_inFlight;
    QLabel *m_result;
    QPushButton *m_test;
    QPushButton *m_save;
    bool m_saysProblems = false; ///< the line at the bottom, of what has no field
};

} // namespace gui

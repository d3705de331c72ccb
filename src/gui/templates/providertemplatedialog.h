#pragma once

#include "gui/kit/rowsmodel.h"
#include "gui/templates/templateaccounts.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace gui {

class DataTable;
class Field;

/// The templates an account keeps, to choose one of; for an account that lists none, its name. What is fetched
/// meanwhile is shown as it comes. GUI thread; deletes itself.
class ProviderTemplateDialog : public QDialog
{
    Q_OBJECT

public:
    ProviderTemplateDialog(const QList<TemplateAccount> &accounts, domain::ProviderContent current,
                           std::function<domain::Instant()> now, QWidget *parent);
    void showAccounts(const QList<TemplateAccount> &accounts);

Q_SIGNALS:
    void fetchWanted(domain::ProviderId id);
    /// The template, with as many texts as it takes: those there were before, as far as there are.
    void chosen(const domain::ProviderContent &content);

private:
    QWidget *buildList();
    QWidget *buildNamed();
    QWidget *buildButtons();
    void showAccount();
    void showSelected();
    void filter();
    void accept() override;
    [[nodiscard]] const TemplateAccount *account() const;
    [[nodiscard]] const domain::ProviderTemplate *selected() const;

    QList<TemplateAccount> m_accounts;
    domain::ProviderContent m_current;
    std::function<domain::Instant()> m_now;
    RowsModel<domain::ProviderTemplate> *m_model;
    QComboBox *m_account;
    Field *m_accountField;
    QStackedWidget *m_ways;
    QLineEdit *m_search;
    DataTable *m_table;
    QLabel *m_none;
    QStackedWidget *m_content;
    QLabel *m_fetched;
    QPushButton *m_fetch;
    QLabel *m_problem;
    QLabel *m_details;
    QLineEdit *m_name;
    QPushButton *m_use;
};

} // namespace gui

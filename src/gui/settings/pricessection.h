#pragma once

#include "domain/provider/pricelist.h"
#include "engine/client/models.h"
#include "gui/kit/rowsmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace gui {

class DataTable;

/// What the accounts charge: a list that is imported or written by hand, looked through, saved as a file and thinned
/// out. GUI thread.
class PricesSection : public QWidget
{
    Q_OBJECT

public:
    explicit PricesSection(QWidget *parent = nullptr);
    /// `today` decides which of several prices holds.
    void showPrices(const QList<domain::Price> &prices, const QList<engine::ProviderRow> &providers, QDate today);
    /// Of the file that was to be imported; empty: none.
    void showProblem(const QString &problem);

Q_SIGNALS:
    void importWanted();
    void exampleWanted();
    void exportWanted();
    void addWanted();
    void editWanted(const domain::Price &price);
    void removeWanted(const QList<domain::Price> &prices);

private:
    enum class Validity { Now, Later, Past };
    struct Line
    {
        qint64 id = 0;
        domain::Price price;
        QString account;
        Validity validity = Validity::Now;
    };

    void buildHead(class QVBoxLayout &column);
    void buildFilter(class QVBoxLayout &column);
    void buildTable(class QVBoxLayout &column);
    [[nodiscard]] static QList<Column<Line>> columns();
    [[nodiscard]] QList<Line> lines() const;
    [[nodiscard]] QList<domain::Price> selected() const;
    void fillAccounts();
    void refilter();
    void selectionChanged();

    QList<domain::Price> m_prices;
    QList<engine::ProviderRow> m_providers;
    QDate m_today;
    RowsModel<Line> *m_model;
    DataTable *m_table;
    QLineEdit *m_search;
    QComboBox *m_account;
    QLabel *m_count;
    QLabel *m_problem;
    QPushButton *m_import;
    QPushButton *m_more;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QWidget *m_list;
    QWidget *m_none;
};

} // namespace gui

#pragma once

#include "gui/kit/rowsmodel.h"
#include "gui/settings/routerules.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace gui {

class DataTable;
class RouteTry;

/// Which account sends what: the rules with what is left to the accounts' order, a try, and the countries messages may
/// go to at all. GUI thread.
class RoutesSection : public QWidget
{
    Q_OBJECT

public:
    explicit RoutesSection(QWidget *parent = nullptr);
    void showRoutes(const QList<domain::Route> &routes, const QList<engine::ProviderRow> &providers);
    void showAllowedCountries(const QStringList &countries);
    [[nodiscard]] QList<RouteRule> rules() const { return m_rules; }
    [[nodiscard]] const QList<engine::ProviderRow> &providers() const { return m_providers; }
    [[nodiscard]] const QStringList &allowedCountries() const { return m_allowed; }
    [[nodiscard]] RouteTry *tryIt() const { return m_try; }

Q_SIGNALS:
    void addWanted();
    void editWanted(const gui::RouteRule &rule);
    void removeWanted(const gui::RouteRule &rule);
    void countriesWanted();
    void providersWanted();

private:
    struct Line
    {
        qint64 id = 0;
        std::optional<RouteRule> rule; ///< empty: what is left of a channel
        QString messages;
        QString ways;
    };

    void buildTable(class QVBoxLayout &column);
    void buildCountries(class QVBoxLayout &column);
    [[nodiscard]] static QList<Column<Line>> columns();
    [[nodiscard]] std::optional<RouteRule> selected() const;
    void selectionChanged();

    QList<domain::Route> m_routes;
    QList<RouteRule> m_rules;
    QList<engine::ProviderRow> m_providers;
    QStringList m_allowed;
    RowsModel<Line> *m_model;
    DataTable *m_table;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QWidget *m_list;
    QWidget *m_none;
    RouteTry *m_try;
    QLabel *m_countries;
};

} // namespace gui

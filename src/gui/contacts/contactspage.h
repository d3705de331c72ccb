#pragma once

#include "gui/contacts/contacteditor.h"
#include "gui/frame/page.h"
#include "gui/kit/pagedmodel.h"

class QFrame;
class QLabel;
class QMenu;
class QStackedWidget;
class QTimer;

namespace gui {

class ContactActions;
class ContactDetail;
class ContactFilter;
class DataTable;
class DetailSplit;
class EmptyState;
class PageHeader;

/// The contacts: a table of any length with filters, one contact beside it, and what can be done with them. GUI
/// thread.
class ContactsPage : public Page
{
    Q_OBJECT

public:
    /// All that the panel shows of one contact.
    struct Whole
    {
        domain::Contact contact;
        QList<engine::OptOut> optOuts;
        engine::Page<engine::TimelineEntry> timeline;
    };

    explicit ContactsPage(const PageContext &context, QWidget *parent = nullptr);

    void showRows(const QList<engine::ContactRow> &rows);
    void showCount(qint64 count);
    void showContact(const Whole &whole);
    void showHints(const QList<engine::NamedCount> &tags, const QList<engine::NamedCount> &groups,
                   const QList<engine::NamedCount> &territories);
    void showQuery(const engine::ContactQuery &query);

    void activated() override;
    void newHere() override;
    void filter() override;
    /// A contact's id, a ContactQuery, "new" or "import".
    void open(const QVariant &what) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildTable();
    void buildSelectionBar();
    void buildDetail();
    void listen();
    void fetch(const QString &cursor, int limit, PagedModel<engine::ContactRow>::Answer then);
    void fetchCount();
    void fetchHints();
    void fetchContact(domain::ContactId id);
    void fetchEarlier();
    void askAgain();
    void questionChanged();
    void showSort();
    void showEmpty();
    void showSelection();
    void openRow(const QModelIndex &index);
    void editSelected();
    void editContact(domain::ContactId id);
    void chooseCondition(const QString &condition);
    void importContacts();
    void openImport(const QString &country);
    void fillMenu(QMenu &menu);
    void fillTagMenu(QMenu &menu, bool remove);
    [[nodiscard]] QList<domain::ContactId> selected() const;

    PageHeader *m_header;
    ContactFilter *m_filter;
    QStackedWidget *m_stack;
    DataTable *m_table;
    QFrame *m_selectionBar;
    QLabel *m_selectionText;
    EmptyState *m_empty;
    EmptyState *m_noneFound;
    ContactDetail *m_detail;
    DetailSplit *m_split;
    PagedModel<engine::ContactRow> *m_model;
    ContactActions *m_actions;
    QTimer *m_refresh;
    ContactHints m_hints;
    QString m_currency;
    domain::ContactId m_open;
    QString m_earlier; ///< cursor of the timeline
    bool m_asked = false;
};

} // namespace gui

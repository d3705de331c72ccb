#pragma once

#include "engine/client/commands.h"
#include "gui/frame/page.h"
#include "gui/kit/pagedmodel.h"

class QStackedWidget;

namespace gui {

class DataTable;
class DetailSplit;
class EmptyState;
class MessageDetail;
class MessageFilter;
class PageHeader;
class Refresher;

/// The log of messages with filters, and a message's whole story beside it. GUI thread.
class MessagesPage : public Page
{
    Q_OBJECT

public:
    explicit MessagesPage(const PageContext &context, QWidget *parent = nullptr);

    void showRows(const QList<engine::MessageRow> &rows);
    void showStory(const engine::MessageStory &story);
    void showCampaigns(const QList<engine::CampaignRow> &campaigns);
    void showQuery(const engine::MessageQuery &query);

    void activated() override;
    void filter() override;
    /// A MessageQuery, a message's id, or "doubts".
    void open(const QVariant &what) override;

private:
    [[nodiscard]] PagedModel<engine::MessageRow> *makeModel();
    [[nodiscard]] Refresher *makeRefresher();
    void buildDetail();
    void fetch(const QString &cursor, int limit, PagedModel<engine::MessageRow>::Answer then);
    void fetchStory(domain::MessageId id);
    void fetchCampaigns();
    void askAgain();
    void showEmpty();
    void openRow(const QModelIndex &index);
    void cancel(const QList<domain::MessageId> &ids);
    void decide(domain::MessageId id, engine::DoubtDecision decision, const QString &done);
    void confirmSendAgain(domain::MessageId id);
    void fillMenu(QMenu &menu, const QModelIndexList &rows);
    [[nodiscard]] QList<domain::MessageId> cancellable(const QModelIndexList &rows) const;

    PageHeader *m_header;
    MessageFilter *m_filter;
    QStackedWidget *m_stack;
    DataTable *m_table;
    EmptyState *m_empty;
    EmptyState *m_noneFound;
    MessageDetail *m_detail;
    DetailSplit *m_split;
    PagedModel<engine::MessageRow> *m_model;
    Refresher *m_refresher;
    domain::MessageId m_open;
    bool m_asked = false;
};

} // namespace gui

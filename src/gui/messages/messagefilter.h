#pragma once

#include "engine/client/models.h"
#include "gui/kit/filterbar.h"

namespace gui {

/// The filter bar over the message table: turns chips and menus into a MessageQuery. GUI thread.
class MessageFilter : public FilterBar
{
    Q_OBJECT

public:
    explicit MessageFilter(QWidget *parent = nullptr);

    [[nodiscard]] const engine::MessageQuery &query() const { return m_query; }
    /// Shows it as chips; no signal.
    void setQuery(const engine::MessageQuery &query);
    /// Names for the menu 'Campaign'.
    void setCampaigns(const QList<QPair<domain::CampaignId, QString>> &campaigns);
    /// Only messages of this contact, shown under that name.
    void setContact(domain::ContactId id, const QString &name);
    void setToday(const QDate &today) { m_today = today; }

Q_SIGNALS:
    void queryChanged(const engine::MessageQuery &query);

private:
    void change(const std::function<void(engine::MessageQuery &)> &edit);
    void showChips();
    void fillStates(QMenu &menu);
    void fillChannels(QMenu &menu);
    void fillCampaigns(QMenu &menu);
    void fillPeriods(QMenu &menu);
    [[nodiscard]] QString periodText() const;

    engine::MessageQuery m_query;
    QList<QPair<domain::CampaignId, QString>> m_campaigns;
    QString m_contactName;
    QDate m_today = QDate::currentDate();
};

} // namespace gui

#pragma once

#include "engine/client/models.h"
#include "gui/kit/filterbar.h"

namespace gui {

/// The filter bar of the contacts: search, tag, group, territory, a segment or a condition of one's own. GUI thread.
class ContactFilter : public FilterBar
{
    Q_OBJECT

public:
    explicit ContactFilter(QWidget *parent = nullptr);

    [[nodiscard]] const engine::ContactQuery &query() const { return m_query; }
    void setQuery(const engine::ContactQuery &query); ///< without signal
    /// Anything but the order.
    [[nodiscard]] bool isFiltering() const;
    void setSort(engine::ContactSort sort);
    void setTag(const QString &tag);
    void setCondition(const QString &condition);

    /// What the menus offer, with how many contacts have it.
    void setTags(const QList<engine::NamedCount> &tags) { m_tags = tags; }
    void setGroups(const QList<engine::NamedCount> &groups) { m_groups = groups; }
    void setTerritories(const QList<engine::NamedCount> &territories) { m_territories = territories; }

    void setSegments(const QList<engine::SegmentRow> &segments);

Q_SIGNALS:
    /// A condition is to be made or changed.
    void conditionWanted(const QString &condition);
    void queryChanged(const engine::ContactQuery &query);

private:
    using Part = QString engine::ContactQuery::*;
    void change(const std::function<void(engine::ContactQuery &)> &edit);
    void showChips();
    void fillSegments(QMenu &menu);
    void fillMenu(QMenu &menu, const QList<engine::NamedCount> &values, Part part);

    engine::ContactQuery m_query;
    QList<engine::NamedCount> m_tags;
    QList<engine::NamedCount> m_groups;
    QList<engine::NamedCount> m_territories;
    QList<engine::SegmentRow> m_segments;
};

} // namespace gui

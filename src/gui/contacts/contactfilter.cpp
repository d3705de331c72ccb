#include "gui/contacts/contactfilter.h"

#include "gui/kit/formats.h"

#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr qsizetype longMenu = 12; // from here on one types to find a value
}

ContactFilter::ContactFilter(QWidget *parent) : FilterBar(parent)
{
    setSearchHint(tr("Name, company, number or e-mail"));
    addFilter(u"tag"_s, tr("Tag"), [this](QMenu &menu) { fillMenu(menu, m_tags, &engine::ContactQuery::tag); });
    addFilter(u"group"_s, tr("Group"), [this](QMenu &menu) { fillMenu(menu, m_groups, &engine::ContactQuery::group); });
    addFilter(u"territory"_s, tr("Territory"),
              [this](QMenu &menu) { fillMenu(menu, m_territories, &engine::ContactQuery::territory); });
    addFilter(u"condition"_s, tr("Segment"), [this](QMenu &menu) { fillSegments(menu); });
    connect(this, &FilterBar::searchChanged, this,
            [this](const QString &text) { change([&](engine::ContactQuery &query) { query.text = text; }); });
    connect(this, &FilterBar::chipRemoved, this, [this](const QString &id) {
        change([&](engine::ContactQuery &query) {
            if (id == "tag"_L1)
                query.tag.clear();
            else if (id == "group"_L1)
                query.group.clear();
            else if (id == "territory"_L1)
                query.territory.clear();
            else
                query.condition.clear();
        });
    });
    connect(this, &FilterBar::cleared, this, [this] {
        setSearchText({});
        change([](engine::ContactQuery &query) {
            const engine::ContactSort sort = query.sort;
            query = {};
            query.sort = sort;
        });
    });
}

void ContactFilter::change(const std::function<void(engine::ContactQuery &)> &edit)
{
    engine::ContactQuery edited = m_query;
    edit(edited);
    if (edited == m_query)
        return;
    m_query = edited;
    showChips();
    Q_EMIT queryChanged(m_query);
}

void ContactFilter::setQuery(const engine::ContactQuery &query)
{
    m_query = query;
    setSearchText(query.text);
    showChips();
}

bool ContactFilter::isFiltering() const
{
    engine::ContactQuery everybody;
    everybody.sort = m_query.sort;
    return m_query != everybody;
}

void ContactFilter::setSort(engine::ContactSort sort)
{
    change([sort](engine::ContactQuery &query) { query.sort = sort; });
}

void ContactFilter::setTag(const QString &tag)
{
    change([&](engine::ContactQuery &query) { query.tag = tag; });
}

void ContactFilter::showChips()
{
    setChip(u"tag"_s, tr("Tag"), m_query.tag);
    setChip(u"group"_s, tr("Group"), m_query.group);
    setChip(u"territory"_s, tr("Territory"), m_query.territory);
    QString name;
    if (!m_query.condition.isEmpty()) {
        name = tr("a condition");
        for (const engine::SegmentRow &segment : std::as_const(m_segments))
            if (segment.condition == m_query.condition)
                name = segment.name;
    }
    setChip(u"condition"_s, tr("Segment"), name);
}

void ContactFilter::setCondition(const QString &condition)
{
    change([&](engine::ContactQuery &query) { query.condition = condition; });
}

void ContactFilter::setSegments(const QList<engine::SegmentRow> &segments)
{
    m_segments = segments;
    showChips();
}

void ContactFilter::fillSegments(QMenu &menu)
{
    for (const engine::SegmentRow &segment : std::as_const(m_segments))
        menu.addAction(QString(segment.name).replace(u'&', u"&&"_s), this,
                       [this, condition = segment.condition] { setCondition(condition); });
    if (!m_segments.isEmpty())
        menu.addSeparator();
    menu.addAction(tr("A condition of your own…"), this, [this] { Q_EMIT conditionWanted(m_query.condition); });
}

void ContactFilter::fillMenu(QMenu &menu, const QList<engine::NamedCount> &values, Part part)
{
    if (values.isEmpty()) {
        menu.addAction(tr("None yet"))->setEnabled(false);
        return;
    }
    if (values.size() > longMenu) {
        auto *field = new QLineEdit(&menu);
        field->setPlaceholderText(tr("Find"));
        field->setAccessibleName(tr("Find a value"));
        auto *holder = new QWidgetAction(&menu);
        holder->setDefaultWidget(field);
        menu.addAction(holder);
        connect(field, &QLineEdit::textChanged, &menu, [&menu](const QString &text) {
            for (QAction *action : menu.actions())
                if (action->data().isValid())
                    action->setVisible(action->data().toString().contains(text, Qt::CaseInsensitive));
        });
        connect(field, &QLineEdit::returnPressed, &menu, [&menu] {
            for (QAction *action : menu.actions())
                if (action->data().isValid() && action->isVisible()) {
                    menu.close();
                    action->trigger();
                    return;
                }
        });
        QMetaObject::invokeMethod(field, qOverload<>(&QWidget::setFocus), Qt::QueuedConnection);
    }
    for (const engine::NamedCount &value : values) {
        QAction *action =
            menu.addAction(u"%1\t%2"_s.arg(QString(value.name).replace(u'&', u"&&"_s), number(value.count)));
        action->setData(value.name);
        connect(action, &QAction::triggered, this,
                [this, part, name = value.name] { change([&](engine::ContactQuery &query) { query.*part = name; }); });
    }
}

} // namespace gui

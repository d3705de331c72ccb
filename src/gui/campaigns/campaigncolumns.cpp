#include "gui/campaigns/campaigncolumns.h"

#include "gui/campaigns/campaignwords.h"
#include "gui/dashboard/dashboardfigures.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/kit/tones.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

using Row = engine::CampaignRow;

struct CampaignTable
{
    Q_DECLARE_TR_FUNCTIONS(gui::CampaignTable)
};

Cell figureCell(qint64 value, bool meaningful)
{
    Cell cell;
    cell.text = meaningful ? number(value) : QString();
    cell.quiet = value == 0;
    cell.sortBy = value;
    return cell;
}

bool hasMessages(const Row &row) { return row.counts.total() > 0; }

Cell nameCell(const Row &row)
{
    Cell cell;
    cell.text = row.campaign.name.isEmpty() ? CampaignTable::tr("Untitled campaign") : row.campaign.name;
    cell.strong = true;
    return cell;
}

Cell stateCell(const Row &row)
{
    Cell cell;
    cell.text = wordFor(row.campaign.state);
    cell.tone = toneOf(row.campaign.state);
    cell.sortBy = static_cast<int>(row.campaign.state);
    return cell;
}

Cell plain(const QString &text)
{
    Cell cell;
    cell.text = text;
    cell.quiet = true;
    return cell;
}

Cell progressCell(const Row &row)
{
    Cell cell;
    const double share = handledShare(row);
    cell.sortBy = share;
    if (!hasMessages(row))
        return cell;
    const FamilyCounts counts = familiesOf(row.counts);
    cell.text = QLocale().toString(share < 1 ? std::min(99, static_cast<int>(share * 100)) : 100) + u" %"_s;
    cell.progress = share;
    cell.tip = CampaignTable::tr("%1 of %2 messages handled")
                   .arg(number(counts.total() - counts.waiting), number(counts.total()));
    return cell;
}

Cell costCell(const Row &row)
{
    Cell cell;
    cell.text = row.counts.cost.micros == 0 ? QString() : money(row.counts.cost);
    cell.sortBy = row.counts.cost.micros;
    QStringList others;
    for (const domain::Money &other : row.counts.otherCosts)
        others.append(money(other));
    if (!others.isEmpty())
        cell.tip = CampaignTable::tr("and %1").arg(others.join(u", "_s));
    return cell;
}

Cell startCell(const Row &row, domain::Instant now)
{
    const auto at = row.campaign.state == domain::CampaignState::Scheduled || !row.campaign.launchedAt
                        ? (row.campaign.startAt ? row.campaign.startAt : row.campaign.launchedAt)
                        : row.campaign.launchedAt;
    Cell cell;
    cell.quiet = true;
    cell.sortBy = at ? domain::toMillis(*at) : qint64(0);
    if (at) {
        cell.text = relativeTime(*at, now);
        cell.tip = exactTime(*at);
    }
    return cell;
}

} // namespace

QList<Column<engine::CampaignRow>> campaignColumns(std::function<domain::Instant()> now)
{
    QList<Column<Row>> columns;
    const auto add = [&](const QString &id, const QString &title, int width,
                         std::function<Cell(const Row &)> cell) -> Column<Row> & {
        columns.append({id, title, width, std::move(cell)});
        columns.last().sortable = true;
        return columns.last();
    };
    const auto addFigure = [&](const QString &id, const QString &title, int width,
                               std::function<Cell(const Row &)> cell) -> Column<Row> & {
        Column<Row> &column = add(id, title, width, std::move(cell));
        column.isNumber = true;
        return column;
    };
    using enum domain::CampaignState;
    add(u"name"_s, CampaignTable::tr("Name"), 190, nameCell).stretches = true;
    QStringList states;
    for (const auto state : {Draft, Scheduled, Sending, Paused, Completed, Cancelled})
        states.append(wordFor(state));
    add(u"state"_s, CampaignTable::tr("State"), pillColumnWidth(states), stateCell);
    add(u"progress"_s, CampaignTable::tr("Progress"), 104, progressCell);
    addFigure(u"recipients"_s, CampaignTable::tr("Recipients"), 100,
              [](const Row &row) { return figureCell(row.counts.total(), hasMessages(row)); });
    addFigure(u"delivered"_s, CampaignTable::tr("Delivered"), 96,
              [](const Row &row) { return figureCell(familiesOf(row.counts).delivered, hasMessages(row)); });
    addFigure(u"failed"_s, CampaignTable::tr("Failed"), 76,
              [](const Row &row) { return figureCell(familiesOf(row.counts).failed, hasMessages(row)); });
    addFigure(u"doubt"_s, CampaignTable::tr("In doubt"), 92,
              [](const Row &row) { return figureCell(familiesOf(row.counts).doubt, hasMessages(row)); });
    addFigure(u"cost"_s, CampaignTable::tr("Cost"), 84, costCell);
    add(u"start"_s, CampaignTable::tr("Start"), 104, [now](const Row &row) { return startCell(row, now()); });
    add(u"template"_s, CampaignTable::tr("Template"), 130, [](const Row &row) { return plain(row.templateName); });
    add(u"audience"_s, CampaignTable::tr("Audience"), 120, [](const Row &row) {
        return plain(row.campaign.segmentId.isValid() ? row.segmentName : CampaignTable::tr("Everybody"));
    });
    add(u"channel"_s, CampaignTable::tr("Channel"), 90, [](const Row &row) {
        return plain(wordFor(row.campaign.channel));
    }).hidden = true;
    // failed, cost and doubt give way before what a campaign is about, template and audience before these
    static const QHash<QString, int> importance{
        {u"failed"_s, 2}, {u"cost"_s, 1}, {u"doubt"_s, 0}, {u"template"_s, -1}, {u"audience"_s, -2}};
    for (Column<Row> &column : columns)
        column.importance = importance.value(column.id, 3);
    return columns;
}

} // namespace gui

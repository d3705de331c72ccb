#include "gui/messages/messagecolumns.h"

#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/kit/tones.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct MessageTable
{
    Q_DECLARE_TR_FUNCTIONS(gui::MessageTable)
};

using Row = engine::MessageRow;

Cell stateCell(const Row &row)
{
    Cell cell;
    cell.text = wordFor(row.state);
    cell.tone = toneOf(row.state);
    cell.tip = reasonSentence(row.reason);
    return cell;
}

Cell recipientCell(const Row &row)
{
    Cell cell;
    cell.text = row.contactName.isEmpty() ? row.addressTail : row.contactName;
    cell.secondary = row.contactName.isEmpty() ? QString() : row.addressTail;
    cell.strong = true;
    return cell;
}

Cell textCell(const Row &row)
{
    Cell cell;
    const QString reason = reasonPhrase(row.reason);
    const bool tellsReason =
        !reason.isEmpty() && row.state != domain::MessageState::Delivered && row.state != domain::MessageState::Read;
    if (row.body.isEmpty()) {
        cell.text = row.templateName;
        cell.quiet = true;
    } else {
        cell.text = row.body;
    }
    if (tellsReason) {
        cell.secondary = cell.text;
        cell.text = reason;
        cell.quiet = false;
    }
    cell.tip = row.body;
    return cell;
}

Cell timeCell(domain::Instant at, domain::Instant now)
{
    Cell cell;
    cell.text = relativeTime(at, now);
    cell.tip = exactTime(at);
    cell.quiet = true;
    return cell;
}

Cell plain(const QString &text, bool quiet = true)
{
    Cell cell;
    cell.text = text;
    cell.quiet = quiet;
    return cell;
}

} // namespace

QList<Column<engine::MessageRow>> messageColumns(std::function<domain::Instant()> now)
{
    QList<Column<Row>> columns;
    const auto add = [&](const QString &id, const QString &title, int width,
                         std::function<Cell(const Row &)> cell) -> Column<Row> & {
        columns.append({id, title, width, std::move(cell)});
        return columns.last();
    };
    QStringList states;
    for (const domain::MessageState state : domain::allMessageStates)
        states.append(wordFor(state));
    add(u"state"_s, MessageTable::tr("State"), pillColumnWidth(states), stateCell);
    add(u"recipient"_s, MessageTable::tr("Recipient"), 180, recipientCell);
    add(u"text"_s, MessageTable::tr("Text"), 130, textCell).stretches = true;
    add(u"campaign"_s, MessageTable::tr("Campaign"), 130, [](const Row &row) {
        return plain(row.campaignName);
    }).importance = -1;
    columns.last().most = 220;
    add(u"template"_s, MessageTable::tr("Template"), 150, [](const Row &row) {
        return plain(row.templateName);
    }).hidden = true;
    add(u"channel"_s, MessageTable::tr("Channel"), 100, [](const Row &row) {
        return plain(wordFor(row.channel));
    }).hidden = true;
    add(u"category"_s, MessageTable::tr("Category"), 120, [](const Row &row) {
        return plain(wordFor(row.category));
    }).hidden = true;
    add(u"provider"_s, MessageTable::tr("Provider"), 120, [](const Row &row) {
        return plain(row.providerName);
    }).hidden = true;
    auto &attempts = add(u"attempts"_s, MessageTable::tr("Attempts"), 90,
                         [](const Row &row) { return plain(number(row.attempts)); });
    attempts.isNumber = true;
    attempts.hidden = true;
    auto &segments = add(u"segments"_s, MessageTable::tr("Segments"), 90,
                         [](const Row &row) { return plain(row.segments > 0 ? number(row.segments) : QString()); });
    segments.isNumber = true;
    segments.hidden = true;
    add(u"cost"_s, MessageTable::tr("Cost"), 84, [](const Row &row) {
        Cell cell = plain(row.cost.micros == 0 && row.costIsEstimate ? QString() : money(row.cost));
        if (row.costIsEstimate && !cell.text.isEmpty())
            cell.tip = MessageTable::tr("An estimate by your price list; the provider's own price may follow.");
        return cell;
    }).isNumber = true;
    add(u"created"_s, MessageTable::tr("Written"), 120, [now](const Row &row) {
        return timeCell(row.createdAt, now());
    }).importance = 1;
    add(u"due"_s, MessageTable::tr("Due"), 120, [now](const Row &row) { return timeCell(row.dueAt, now()); }).hidden =
        true;
    return columns;
}

} // namespace gui

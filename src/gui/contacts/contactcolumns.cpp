#include "gui/contacts/contactcolumns.h"

#include "gui/kit/choices.h"
#include "gui/kit/formats.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct ContactTable
{
    Q_DECLARE_TR_FUNCTIONS(gui::ContactTable)
};

using Row = engine::ContactRow;

Cell nameCell(const Row &row)
{
    Cell cell;
    cell.text = row.name;
    cell.secondary = row.vip ? ContactTable::tr("VIP") : QString();
    cell.strong = true;
    return cell;
}

Cell phoneCell(const Row &row)
{
    Cell cell;
    cell.text = row.phoneTail;
    if (row.phoneTail.isEmpty() || row.phoneUsable)
        return cell;
    cell.quiet = true;
    cell.secondary = ContactTable::tr("no texts");
    cell.tip = ContactTable::tr("This number cannot get text messages.");
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

Cell quiet(const QString &text)
{
    Cell cell;
    cell.text = text;
    cell.quiet = true;
    return cell;
}

Cell plain(const QString &text)
{
    Cell cell;
    cell.text = text;
    return cell;
}

} // namespace

QList<Column<engine::ContactRow>> contactColumns(std::function<domain::Instant()> now)
{
    QList<Column<Row>> columns;
    const auto add = [&](const QString &id, const QString &title, int width, std::function<Cell(const Row &)> cell) {
        Column<Row> column;
        column.id = id;
        column.title = title;
        column.width = width;
        column.cell = std::move(cell);
        column.sortable = contactSortOf(id).has_value();
        columns.append(std::move(column));
    };
    add(u"name"_s, ContactTable::tr("Name"), 180, nameCell);
    columns.last().stretches = true;
    add(u"company"_s, ContactTable::tr("Company"), 150, [](const Row &row) { return plain(row.company); });
    add(u"group"_s, ContactTable::tr("Group"), 104, [](const Row &row) { return plain(row.group); });
    add(u"territory"_s, ContactTable::tr("Territory"), 104, [](const Row &row) { return plain(row.territory); });
    add(u"phone"_s, ContactTable::tr("Phone"), 140, phoneCell);
    columns.last().importance = 2;
    add(u"email"_s, ContactTable::tr("E-mail"), 150, [](const Row &row) { return plain(row.emailTail); });
    columns.last().importance = 1;
    add(u"tags"_s, ContactTable::tr("Tags"), 150, [](const Row &row) {
        Cell cell = plain(row.tags.join(u", "_s));
        cell.tip = row.tags.size() > 1 ? row.tags.join(u'\n') : QString();
        return cell;
    });
    add(u"changed"_s, ContactTable::tr("Changed"), 112,
        [now](const Row &row) { return timeCell(row.updatedAt, now()); });
    add(u"added"_s, ContactTable::tr("Added"), 112, [now](const Row &row) { return timeCell(row.createdAt, now()); });
    columns.last().hidden = true;
    add(u"country"_s, ContactTable::tr("Country"), 120, [](const Row &row) { return quiet(countryName(row.country)); });
    columns.last().hidden = true;
    add(u"id"_s, ContactTable::tr("Own number", "the business's own id of a contact"), 110,
        [](const Row &row) { return quiet(row.externalId); });
    columns.last().hidden = true;
    return columns;
}

std::optional<engine::ContactSort> contactSortOf(const QString &columnId)
{
    if (columnId == "name"_L1)
        return engine::ContactSort::Name;
    if (columnId == "changed"_L1)
        return engine::ContactSort::RecentlyChanged;
    if (columnId == "added"_L1)
        return engine::ContactSort::Newest;
    return std::nullopt;
}

QString contactColumnOf(engine::ContactSort sort)
{
    switch (sort) {
    case engine::ContactSort::Name:
        return u"name"_s;
    case engine::ContactSort::RecentlyChanged:
        return u"changed"_s;
    case engine::ContactSort::Newest:
        return u"added"_s;
    }
    return {};
}

} // namespace gui

#include "gui/templates/templatecolumns.h"

#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/kit/tones.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using engine::TemplateRow;

namespace gui {

namespace {

struct Titles
{
    Q_DECLARE_TR_FUNCTIONS(gui::TemplateColumns)
};

Tone toneOf(domain::Category category)
{
    switch (category) {
    case domain::Category::Marketing:
        return Tone::Doubt;
    case domain::Category::Transactional:
        return Tone::OnTheWay;
    case domain::Category::Authentication:
        return Tone::Accent;
    }
    return Tone::Neutral;
}

Cell text(const QString &words, bool quiet = false)
{
    Cell cell;
    cell.text = words;
    cell.quiet = quiet;
    return cell;
}

Cell count(qint64 value)
{
    Cell cell;
    cell.text = value == 0 ? u"–"_s : number(value);
    cell.sortBy = value;
    cell.quiet = value == 0;
    return cell;
}

Cell name(const TemplateRow &row)
{
    Cell cell;
    cell.text = row.name;
    cell.secondary = row.active ? row.purpose : Titles::tr("inactive");
    cell.tip = row.purpose;
    cell.icon = iconNameFor(row.channel);
    cell.strong = true;
    return cell;
}

} // namespace

QList<Column<TemplateRow>> templateColumns(std::function<domain::Instant()> now)
{
    using enum domain::Category;
    QStringList categories;
    for (const auto category : {Marketing, Transactional, Authentication})
        categories.append(wordFor(category));
    QList<Column<TemplateRow>> columns;
    columns.append({u"name"_s, Titles::tr("Name"), 200, name, false, true});
    columns.append({u"channel"_s, Titles::tr("Channel"), 90,
                    [](const TemplateRow &row) { return text(wordFor(row.channel), true); }, false, true});
    columns.append({u"category"_s, Titles::tr("Category"), pillColumnWidth(categories),
                    [](const TemplateRow &row) {
                        Cell cell = text(wordFor(row.category));
                        cell.tone = toneOf(row.category);
                        return cell;
                    },
                    false, true});
    columns.append({u"text"_s, Titles::tr("Text"), 160,
                    [](const TemplateRow &row) {
                        Cell cell = text(QString(row.preview).simplified(), true);
                        cell.tip = row.preview;
                        return cell;
                    },
                    false, false, false, true});
    columns.append({u"version"_s, Titles::tr("Version"), 88, [](const TemplateRow &row) { return count(row.version); },
                    true, true});
    columns.append({u"languages"_s, Titles::tr("Languages"), 100,
                    [](const TemplateRow &row) {
                        QStringList tags = row.languages;
                        tags.replaceInStrings(QRegularExpression(u"^$"_s), Titles::tr("default"));
                        return text(tags.join(u", "_s), true);
                    },
                    false, false});
    columns.append(
        {u"sent"_s, Titles::tr("Sent"), 80, [](const TemplateRow &row) { return count(row.sent); }, true, true});
    columns.append({u"delivered"_s, Titles::tr("Delivered"), 104,
                    [](const TemplateRow &row) {
                        Cell cell = count(row.delivered);
                        if (row.sent > 0)
                            cell.tip = percent(row.delivered, row.sent);
                        return cell;
                    },
                    true, true});
    columns.append({u"changed"_s, Titles::tr("Changed"), 112,
                    [now = std::move(now)](const TemplateRow &row) {
                        Cell cell = text(relativeTime(row.updatedAt, now()), true);
                        cell.tip = exactTime(row.updatedAt);
                        cell.sortBy = domain::toMillis(row.updatedAt);
                        return cell;
                    },
                    false, true});
    for (Column<TemplateRow> &column : columns)
        column.importance = column.id == "version"_L1 || column.id == "languages"_L1 ? 0
                            : column.id == "channel"_L1 || column.id == "changed"_L1 ? 1
                                                                                     : 2;
    return columns;
}

} // namespace gui

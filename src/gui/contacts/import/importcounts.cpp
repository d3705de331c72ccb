#include "gui/contacts/import/importcounts.h"

#include "gui/kit/card.h"
#include "gui/kit/figures.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QGridLayout>

namespace gui {

namespace {
int plural(qint64 count) { return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max())); }
} // namespace

ImportCounts::ImportCounts(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::s);
    m_grid->setVerticalSpacing(space::xs);
    m_grid->setColumnStretch(2, 1);
}

void ImportCounts::show(const engine::ImportReport &report, bool done)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    struct Line
    {
        qint64 count;
        Tone tone;
        QString words;
        bool always;
    };
    const QList<Line> lines{
        {report.added, Tone::Delivered,
         done ? tr("new contacts were added", nullptr, plural(report.added))
              : tr("new contacts will be added", nullptr, plural(report.added)),
         true},
        {report.updated, Tone::OnTheWay,
         done ? tr("contacts that were there already were updated", nullptr, plural(report.updated))
              : tr("contacts that are there already will be updated", nullptr, plural(report.updated)),
         false},
        {report.unchanged, Tone::Waiting,
         tr("contacts are there already, with nothing new", nullptr, plural(report.unchanged)), false},
        {report.skipped, Tone::Skipped,
         done ? tr("contacts that were there already were left as they are", nullptr, plural(report.skipped))
              : tr("contacts that are there already will be left as they are", nullptr, plural(report.skipped)),
         false},
        {report.rejected, Tone::Failed,
         done ? tr("rows could not be imported", nullptr, plural(report.rejected))
              : tr("rows cannot be imported", nullptr, plural(report.rejected)),
         true},
    };
    int row = 0;
    QStringList all;
    for (const Line &line : lines) {
        if (line.count == 0 && !line.always)
            continue;
        auto *figure = new FigureLabel(TextRole::Section, this);
        figure->setText(number(line.count));
        m_grid->addWidget(new Dot(line.count > 0 ? line.tone : Tone::Neutral, this), row, 0);
        m_grid->addWidget(figure, row, 1, Qt::AlignRight);
        m_grid->addWidget(makeLabel(line.words, TextRole::Body, this), row, 2);
        all.append(number(line.count) + u' ' + line.words);
        ++row;
    }
    setAccessibleName(all.join(u'\n'));
}

} // namespace gui

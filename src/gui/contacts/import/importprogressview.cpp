#include "gui/contacts/import/importprogressview.h"

#include "gui/kit/figures.h"
#include "gui/kit/formats.h"
#include "gui/kit/thinprogress.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

ImportProgressView::ImportProgressView(QWidget *parent)
    : QWidget(parent), m_what(makeLabel({}, TextRole::Section, this)), m_bar(new ThinProgress(this)),
      m_figures(new FigureLabel(TextRole::Secondary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_what);
    column->addWidget(m_bar);
    column->addWidget(m_figures);
}

void ImportProgressView::begin(const QString &what)
{
    m_what->setText(what);
    m_bar->setShare(0);
    m_figures->setText({});
    m_since.start();
}

void ImportProgressView::show(const engine::ImportProgress &progress)
{
    if (progress.bytesTotal > 0)
        m_bar->setShare(static_cast<double>(progress.bytesDone) / static_cast<double>(progress.bytesTotal));
    const qint64 elapsed = m_since.isValid() ? m_since.elapsed() : 0;
    m_figures->setText(importProgressText(progress, std::chrono::milliseconds(elapsed)));
    m_figures->setAccessibleName(m_figures->text());
}

QString importProgressText(const engine::ImportProgress &progress, std::chrono::milliseconds elapsed)
{
    QStringList parts{ImportProgressView::tr("%1 rows").arg(number(progress.rows))};
    // the first second says little about the rest
    if (elapsed >= std::chrono::seconds(1)) {
        const qint64 perSecond = progress.rows * 1000 / elapsed.count();
        parts.append(ImportProgressView::tr("%1 a second").arg(number(perSecond)));
        if (progress.bytesDone > 0 && progress.bytesDone < progress.bytesTotal) {
            const double left = static_cast<double>(elapsed.count()) *
                                static_cast<double>(progress.bytesTotal - progress.bytesDone) /
                                static_cast<double>(progress.bytesDone);
            const auto whole = std::chrono::seconds(static_cast<qint64>(left / 1000) + 1);
            parts.append(ImportProgressView::tr("%1 left").arg(duration(whole)));
        }
    }
    if (progress.bytesTotal > 0 && progress.bytesDone >= progress.bytesTotal)
        parts.append(ImportProgressView::tr("putting them in order"));
    if (progress.rejected > 0)
        parts.append(ImportProgressView::tr("%1 rejected").arg(number(progress.rejected)));
    return parts.join(u" · "_s);
}

} // namespace gui

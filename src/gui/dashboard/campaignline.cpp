#include "gui/dashboard/campaignline.h"

#include "gui/dashboard/dashboardfigures.h"
#include "gui/kit/elidedlabel.h"
#include "gui/kit/figures.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/kit/thinprogress.h"
#include "gui/kit/tones.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace gui {

CampaignLine::CampaignLine(QWidget *parent)
    : QFrame(parent), m_name(new ElidedLabel({}, this)), m_state(new StatePill(this)), m_bar(new ThinProgress(this)),
      m_progress(new FigureLabel(TextRole::Caption, this)), m_left(new FigureLabel(TextRole::Caption, this))
{
    setProperty("kind", u"line-button"_s);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::xs + 2);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_name, 1);
    head->addWidget(m_state);
    column->addLayout(head);
    column->addWidget(m_bar);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_progress, 1);
    foot->addWidget(m_left);
    column->addLayout(foot);
}

void CampaignLine::showCampaign(const engine::CampaignRow &row, double perSecond)
{
    m_id = row.campaign.id;
    const FamilyCounts counts = familiesOf(row.counts);
    const qint64 total = counts.total();
    const qint64 done = total - counts.waiting;
    m_name->setText(row.campaign.name);
    m_state->setState(wordFor(row.campaign.state), toneOf(row.campaign.state));
    QList<ThinProgress::Part> parts;
    for (const Tone tone : {Tone::Delivered, Tone::OnTheWay, Tone::Doubt, Tone::Failed, Tone::Skipped})
        parts.append({tone, total > 0 ? static_cast<double>(counts.of(tone)) / static_cast<double>(total) : 0});
    m_bar->setParts(parts);
    m_progress->setText(row.campaign.expanded ? tr("%1 of %2 handled").arg(number(done), number(total))
                                              : tr("%1 handled, recipients are still added").arg(number(done)));
    QString left;
    if (row.campaign.state == domain::CampaignState::Sending && perSecond > 0.05 && counts.waiting > 0) {
        const auto time =
            std::chrono::seconds(static_cast<qint64>(static_cast<double>(counts.waiting) / perSecond) + 1);
        left = tr("%1 · %2 left").arg(rate(perSecond), duration(time));
    }
    m_left->setText(left);
    setAccessibleName(u"%1, %2, %3 %4"_s.arg(m_name->text(), m_state->word(), m_progress->text(), left).trimmed());
}

void CampaignLine::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked(m_id);
}

void CampaignLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT clicked(m_id);
    else
        QFrame::keyPressEvent(event);
}

} // namespace gui

#include "gui/frame/statusstrip.h"

#include "gui/kit/card.h"
#include "gui/kit/errortext.h"
#include "gui/kit/figures.h"
#include "gui/kit/formats.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int stripHeight = 30;
} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QFrame(parent), m_dot(new Dot(Tone::Skipped, this)), m_state(new QLabel(this)),
      m_rate(new FigureLabel(TextRole::Caption, this)), m_queue(new FigureLabel(TextRole::Caption, this)),
      m_rehearsal(makeLabel(tr("Rehearsal"), TextRole::Warning, this)), m_pause(new QPushButton(this)),
      m_doubts(new QPushButton(this)), m_problem(new QPushButton(this))
{
    setObjectName(u"statusStrip"_s);
    setAccessibleName(tr("Engine status"));
    setFixedHeight(stripHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, 0, space::m, 0);
    row->setSpacing(space::s);
    row->addWidget(m_rehearsal);
    row->addWidget(m_dot);
    row->addWidget(m_state);
    row->addWidget(m_pause);
    row->addSpacing(space::m);
    row->addWidget(m_rate);
    row->addSpacing(space::m);
    row->addWidget(m_queue);
    row->addStretch(1);
    row->addWidget(m_doubts);
    row->addWidget(m_problem);
    for (QPushButton *button : {m_pause, m_doubts, m_problem})
        makeLink(button);
    m_pause->setObjectName(u"pauseSending"_s);
    for (FigureLabel *label : {m_rate, m_queue})
        label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT pauseWanted(!m_status.paused); });
    connect(m_doubts, &QPushButton::clicked, this, &StatusStrip::doubtsWanted);
    connect(m_problem, &QPushButton::clicked, this, &StatusStrip::problemWanted);
    m_rehearsal->hide();
    showStatus({});
}

void StatusStrip::setRehearsal(bool on) { m_rehearsal->setVisible(on); }

void StatusStrip::showStatus(const engine::EngineStatus &status)
{
    m_status = status;
    const bool sending = status.running && !status.paused && (status.sentPerSecond > 0 || status.inFlight > 0);
    if (!status.running) {
        m_dot->setTone(Tone::Skipped);
        m_state->setText(tr("Engine is not running"));
    } else if (status.paused) {
        m_dot->setTone(Tone::Doubt);
        m_state->setText(status.inFlight > 0 ? tr("Stopping: %Ln answers are awaited", nullptr, status.inFlight)
                                             : tr("Sending is stopped"));
    } else {
        m_dot->setTone(sending ? Tone::OnTheWay : Tone::Delivered);
        m_state->setText(sending ? tr("Sending") : tr("Ready"));
    }
    m_pause->setVisible(status.running);
    m_pause->setText(status.paused ? tr("Resume") : tr("Stop sending"));
    m_rate->setText(rate(status.sentPerSecond));
    m_rate->setVisible(sending && status.sentPerSecond >= 0.05);
    m_queue->setText(status.queued >= engine::EngineStatus::mostCounted
                         ? tr("%1 and more waiting").arg(number(status.queued))
                         : tr("%1 waiting").arg(number(status.queued)));
    m_queue->setVisible(status.queued > 0);
    m_doubts->setText(tr("%1 in doubt").arg(number(status.uncertain)));
    m_doubts->setToolTip(tr("Show the messages that may or may not have been sent"));
    m_doubts->setVisible(status.uncertain > 0);
    m_problem->setText(tr("Problem: %1").arg(reasonPhrase(status.lastProblem)));
    m_problem->setToolTip(status.lastProblemDetail);
    m_problem->setVisible(!status.lastProblem.isEmpty());
}

} // namespace gui

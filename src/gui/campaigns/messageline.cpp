#include "gui/campaigns/messageline.h"

#include "gui/kit/elidedlabel.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/kit/tones.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace gui {

namespace {

constexpr int stateWidth = 112;
constexpr int timeWidth = 96;

} // namespace

MessageLine::MessageLine(QWidget *parent)
    : QWidget(parent), m_state(new StatePill), m_who(new QPushButton), m_text(new ElidedLabel),
      m_when(makeLabel({}, TextRole::Caption))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::m);
    auto *place = new QWidget;
    place->setFixedWidth(stateWidth);
    auto *pill = new QHBoxLayout(place);
    pill->setContentsMargins(0, 0, 0, 0);
    pill->addWidget(m_state);
    pill->addStretch(1);
    line->addWidget(place);
    makeLink(m_who);
    m_who->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_who, &QPushButton::clicked, this, [this] { Q_EMIT wanted(m_id); });
    line->addWidget(m_who, 1);
    setRole(m_text, TextRole::Secondary);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_text->setMinimumWidth(0);
    line->addWidget(m_text, 2);
    m_when->setFixedWidth(timeWidth);
    m_when->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line->addWidget(m_when);
}

void MessageLine::showMessage(const engine::MessageRow &row, domain::Instant now)
{
    m_id = row.id;
    m_state->setState(wordFor(row.state), toneOf(row.state));
    const QString name = row.contactName.isEmpty() ? row.addressTail : row.contactName;
    m_who->setText(name);
    m_who->setAccessibleName(tr("Open the message to %1, %2").arg(name, wordFor(row.state)));
    m_text->setText(row.body.simplified());
    m_when->setText(relativeTime(row.createdAt, now));
}

} // namespace gui

#include "gui/settings/sections.h"
#include "gui/theme/theme.h"

using namespace Qt::StringLiterals;

namespace gui {

RehearsalSection::RehearsalSection(QWidget *parent)
    : QWidget(parent), m_state(makeLabel({}, TextRole::Body)), m_switch(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(makeLabel(tr("Rehearsal"), TextRole::Section));
    QLabel *words =
        makeLabel(tr("A rehearsal sends everything to simulated phones and mailboxes, on a copy of the workspace: "
                     "campaigns, test messages, replies and opt-outs. Nothing of it reaches your customers, costs "
                     "money or counts "
                     "later, and what is changed meanwhile is thrown away at its end."),
                  TextRole::Secondary);
    for (QLabel *label : {words, m_state}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_switch->setObjectName(u"switchRehearsal"_s);
    m_switch->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    column->addWidget(m_switch);
    column->addStretch(1);
    connect(m_switch, &QPushButton::clicked, this, [this] { Q_EMIT changeWanted(!m_isOn); });
    showWorkspace({});
}

void RehearsalSection::showWorkspace(const engine::WorkspaceInfo &info)
{
    m_isOn = info.isRehearsal;
    m_switch->setEnabled(!info.isDemo);
    m_switch->setText(m_isOn ? tr("End the rehearsal…") : tr("Begin a rehearsal…"));
    m_state->setText(info.isDemo ? tr("The demo sends to simulated phones anyway.")
                     : m_isOn    ? tr("A rehearsal is on.")
                                 : tr("What is sent now reaches people."));
}

} // namespace gui

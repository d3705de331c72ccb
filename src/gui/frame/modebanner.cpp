#include "gui/frame/modebanner.h"

#include "gui/theme/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

ModeBanner::ModeBanner(QWidget *parent)
    : QFrame(parent), m_words(makeLabel({}, TextRole::Body, this)), m_phones(new QPushButton(tr("Show phones"), this)),
      m_end(new QPushButton(tr("End the rehearsal"), this))
{
    setObjectName(u"modeBanner"_s);
    setAccessibleName(tr("What is sent does not reach real people"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::xs, space::m, space::xs);
    row->setSpacing(space::m);
    m_words->setWordWrap(true);
    row->addWidget(m_words, 1);
    m_phones->setObjectName(u"showPhones"_s);
    m_end->setObjectName(u"endRehearsal"_s);
    row->addWidget(m_phones);
    row->addWidget(m_end);
    connect(m_phones, &QPushButton::clicked, this, &ModeBanner::phonesWanted);
    connect(m_end, &QPushButton::clicked, this, &ModeBanner::endWanted);
    setMode(Mode::Real);
}

void ModeBanner::setMode(Mode mode)
{
    m_mode = mode;
    setVisible(mode != Mode::Real);
    m_end->setVisible(mode == Mode::Rehearsal);
    m_words->setText(mode == Mode::Rehearsal
                         ? tr("Rehearsal: nothing reaches your customers. Everything is sent to simulated phones and "
                              "mailboxes.")
                         : tr("Demo: the people are made up, and messages go to simulated phones."));
    setProperty("kind", mode == Mode::Rehearsal ? u"rehearsal"_s : u"hint-line"_s);
    repolish(this);
    for (QWidget *child :
         {static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_phones), static_cast<QWidget *>(m_end)})
        repolish(child);
}

} // namespace gui

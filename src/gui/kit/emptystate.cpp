#include "gui/kit/emptystate.h"

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QVBoxLayout>

namespace gui {

EmptyState::EmptyState(const QString &iconName, const QString &purpose, const QString &whatToDo, QWidget *parent)
    : QWidget(parent), m_purpose(makeLabel(purpose, TextRole::Section, this)),
      m_whatToDo(makeLabel(whatToDo, TextRole::Secondary, this)), m_button(new QPushButton(this)),
      m_sample(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xxl, space::xxl, space::xxl, space::xxl);
    column->setSpacing(space::s);
    auto *picture = new QLabel(this);
    picture->setPixmap(icon(iconName).pixmap(48, 48));
    column->addStretch(2);
    column->addWidget(picture, 0, Qt::AlignHCenter);
    column->addSpacing(space::xs);
    for (QLabel *label : {m_purpose, m_whatToDo}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setFixedWidth(440);
        auto *row = new QHBoxLayout; // an aligned item of a column is not asked for its height at this width
        row->addStretch(1);
        row->addWidget(label);
        row->addStretch(1);
        column->addLayout(row);
    }
    column->addSpacing(space::s);
    makePrimary(m_button);
    makeLink(m_sample);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addWidget(m_sample, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_button->hide();
    m_sample->hide();
}

void EmptyState::setTexts(const QString &purpose, const QString &whatToDo)
{
    m_purpose->setText(purpose);
    m_whatToDo->setText(whatToDo);
}

QPushButton *EmptyState::setButton(const QString &text)
{
    m_button->setText(text);
    m_button->show();
    return m_button;
}

QPushButton *EmptyState::setSample(const QString &text)
{
    m_sample->setText(text);
    m_sample->show();
    return m_sample;
}

} // namespace gui

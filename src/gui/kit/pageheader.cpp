#include "gui/kit/pageheader.h"

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gui {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_title(makeLabel(title, TextRole::Title, this)),
      m_count(makeLabel({}, TextRole::Secondary, this)), m_more(new QToolButton(this)), m_menu(new QMenu(this))
{
    m_row->setContentsMargins(space::xl, space::l, space::xl, space::s);
    m_row->setSpacing(space::s);
    m_title->setObjectName(u"pageTitle"_s);
    m_count->setObjectName(u"pageCount"_s);
    m_row->addWidget(m_title);
    m_row->addWidget(m_count, 0, Qt::AlignBottom);
    m_count->setContentsMargins(0, 0, 0, 5); // on the title's base line
    m_row->addStretch(1);
    m_row->addWidget(m_more);
    m_more->setIcon(icon(u"overflow-menu"_s));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->hide();
    setMinimumHeight(size::control + space::l + space::s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PageHeader::setTitle(const QString &title) { m_title->setText(title); }

void PageHeader::setCount(const QString &count)
{
    m_count->setText(count);
    m_count->setVisible(!count.isEmpty());
}

QPushButton *PageHeader::setPrimary(const QString &text)
{
    if (!m_primary) {
        m_primary = new QPushButton(this);
        m_primary->setObjectName(u"primaryAction"_s);
        makePrimary(m_primary);
        m_row->insertWidget(m_row->indexOf(m_more), m_primary);
    }
    m_primary->setText(text);
    return m_primary;
}

QPushButton *PageHeader::addButton(const QString &text, const QString &iconName)
{
    auto *button = new QPushButton(text, this);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    m_row->insertWidget(m_row->indexOf(m_primary ? static_cast<QWidget *>(m_primary) : m_more), button);
    return button;
}

QAction *PageHeader::addMenuAction(const QString &text, const QString &iconName)
{
    m_more->show();
    return m_menu->addAction(iconName.isEmpty() ? QIcon() : icon(iconName), text);
}

void PageHeader::addWidget(QWidget *widget) { m_row->insertWidget(2, widget); }

} // namespace gui

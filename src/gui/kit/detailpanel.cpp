#include "gui/kit/detailpanel.h"

#include "gui/kit/card.h"
#include "gui/kit/statepill.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gui {

DetailPanel::DetailPanel(QWidget *parent)
    : QWidget(parent), m_title(makeLabel({}, TextRole::Section, this)),
      m_subtitle(makeLabel({}, TextRole::Secondary, this)), m_pill(new StatePill(this)), m_headRow(new QHBoxLayout),
      m_actions(new QHBoxLayout), m_facts(new QGridLayout), m_body(new QVBoxLayout), m_scroll(new QScrollArea(this))
{
    setObjectName(u"detailPanel"_s);
    setFixedWidth(size::detailWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0); // the left border
    column->setSpacing(0);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::l, space::m, space::s, space::m);
    head->setSpacing(space::s);
    m_headRow->setSpacing(space::s);
    auto *close = new QToolButton(this);
    close->setIcon(closeIcon());
    close->setAccessibleName(tr("Close the details"));
    close->setToolTip(tr("Close (Esc)"));
    close->setObjectName(u"closeDetail"_s);
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &DetailPanel::closed);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setFocusPolicy(Qt::NoFocus);
    m_title->setWordWrap(true);
    m_subtitle->setWordWrap(true);
    m_headRow->addWidget(m_title, 1);
    m_headRow->addWidget(m_pill);
    m_headRow->addWidget(close, 0, Qt::AlignTop);
    head->addLayout(m_headRow);
    head->addWidget(m_subtitle);
    head->addLayout(m_actions);
    m_actions->setSpacing(space::s);
    m_actions->addStretch(1);
    column->addLayout(head);
    column->addWidget(makeLine(this));

    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *content = new QVBoxLayout(inner);
    content->setContentsMargins(space::l, space::l, space::l, space::l);
    content->setSpacing(space::l);
    m_facts->setHorizontalSpacing(space::l);
    m_facts->setVerticalSpacing(space::m);
    m_facts->setColumnStretch(0, 1);
    m_facts->setColumnStretch(1, 1);
    content->addLayout(m_facts);
    content->addLayout(m_body);
    m_body->setSpacing(space::m);
    content->addStretch(1);
    m_scroll->setWidget(inner);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);
    m_subtitle->hide();
    m_pill->hide();
}

void DetailPanel::setHead(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    setAccessibleName(title);
}

void DetailPanel::setState(const QString &word, int tone)
{
    m_pill->setState(word, static_cast<Tone>(tone));
    m_pill->setVisible(!word.isEmpty());
}

StatePill *DetailPanel::addPill()
{
    auto *pill = new StatePill(this);
    pill->hide();
    m_headRow->insertWidget(m_headRow->indexOf(m_pill) + 1, pill);
    return pill;
}

void DetailPanel::addAction(QWidget *button) { m_actions->insertWidget(m_actions->count() - 1, button); }

void DetailPanel::clearFacts()
{
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        if (QLayout *pair = item->layout()) {
            while (QLayoutItem *part = pair->takeAt(0)) {
                delete part->widget();
                delete part;
            }
        }
        delete item;
    }
    m_factRow = 0;
    m_factColumn = 0;
}

void DetailPanel::addFact(const QString &name, const QString &value, const QString &tip, bool wide)
{
    if (value.isEmpty())
        return;
    if (wide && m_factColumn == 1) {
        ++m_factRow;
        m_factColumn = 0;
    }
    auto *pair = new QVBoxLayout;
    pair->setSpacing(2);
    pair->addWidget(makeLabel(name, TextRole::Caption));
    QLabel *words = makeLabel(value, TextRole::Body);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setToolTip(tip);
    words->setAccessibleName(name + u": "_s + value);
    pair->addWidget(words);
    pair->addStretch(1);
    m_facts->addLayout(pair, m_factRow, m_factColumn, 1, wide ? 2 : 1);
    if (wide || m_factColumn == 1) {
        ++m_factRow;
        m_factColumn = 0;
    } else {
        m_factColumn = 1;
    }
}

void DetailPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void DetailPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(palette());
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, 0, 1, height()), t.border);
}

DetailSplit::DetailSplit(QWidget *content, DetailPanel *panel, QWidget *parent)
    : QWidget(parent), m_content(content), m_panel(panel)
{
    m_content->setParent(this);
    m_panel->setParent(this);
    m_panel->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(m_panel, &DetailPanel::closed, this, &DetailSplit::close);
}

void DetailSplit::open()
{
    m_panel->show();
    m_panel->raise();
    arrange();
}

void DetailSplit::close()
{
    if (m_panel->isHidden())
        return;
    const bool hadFocus = m_panel->isAncestorOf(QWidget::focusWidget());
    m_panel->hide();
    arrange();
    if (hadFocus)
        m_content->setFocus();
    Q_EMIT closed();
}

bool DetailSplit::isOpen() const { return !m_panel->isHidden(); }

void DetailSplit::resizeEvent(QResizeEvent *) { arrange(); }

void DetailSplit::showEvent(QShowEvent *) { arrange(); }

void DetailSplit::arrange()
{
    const bool beside = isOpen() && window()->width() >= size::overlayBelow;
    const int panelWidth = std::min(size::detailWidth, width());
    m_content->setGeometry(0, 0, beside ? width() - panelWidth : width(), height());
    m_panel->setGeometry(width() - panelWidth, 0, panelWidth, height());
}

} // namespace gui

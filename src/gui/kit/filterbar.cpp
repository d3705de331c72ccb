#include "gui/kit/filterbar.h"

#include "gui/kit/flowlayout.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QLineEdit>
#include <QMenu>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int pauseMs = 180; // a filter asks once one has stopped typing
constexpr int searchWidth = 280;
constexpr int widestSearch = 440;
constexpr int searchIcons = 64; // the glass, the cross and the frame
} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent), m_row(new FlowLayout(this)), m_search(new QLineEdit(this)), m_pause(new QTimer(this)),
      m_clear(new QPushButton(tr("Clear all"), this))
{
    m_row->setContentsMargins(space::xl, 0, space::xl, space::m);
    m_row->addWidget(m_search);
    m_row->addWidget(m_clear);
    m_search->setObjectName(u"search"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setFixedWidth(searchWidth);
    m_search->hide();
    makeLink(m_clear);
    m_clear->setObjectName(u"clearFilters"_s);
    m_clear->hide();
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        showClear();
        m_pause->start();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_pause->stop();
        Q_EMIT searchChanged(searchText());
    });
    connect(m_pause, &QTimer::timeout, this, [this] { Q_EMIT searchChanged(searchText()); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        setSearchText({});
        Q_EMIT cleared();
    });
}

void FilterBar::setSearchHint(const QString &hint)
{
    m_search->setPlaceholderText(hint);
    m_search->setAccessibleName(hint);
    m_search->setFixedWidth(
        std::clamp(m_search->fontMetrics().horizontalAdvance(hint) + searchIcons, searchWidth, widestSearch));
    m_search->setVisible(!hint.isEmpty());
}

QString FilterBar::searchText() const { return m_search->text().trimmed(); }

void FilterBar::setSearchText(const QString &text)
{
    const QSignalBlocker quiet(m_search);
    m_pause->stop();
    m_search->setText(text);
    showClear();
}

void FilterBar::focusSearch()
{
    if (m_search->isHidden()) {
        if (!m_buttons.isEmpty())
            m_row->itemAt(1)->widget()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QPushButton *FilterBar::addFilter(const QString &id, const QString &name, std::function<void(QMenu &)> fill)
{
    auto *button = new QPushButton(name, this);
    button->setObjectName(u"filter-"_s + id);
    button->setAccessibleName(tr("Filter by %1").arg(name));
    button->setProperty("kind", u"filter"_s);
    repolish(button);
    auto *menu = new QMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [menu, fill = std::move(fill)] {
        menu->clear();
        fill(*menu);
    });
    button->setMenu(menu);
    m_row->insertWidget(m_row->indexOf(m_clear), button);
    m_buttons.insert(id, button);
    return button;
}

void FilterBar::setChip(const QString &id, const QString &name, const QString &value)
{
    QPushButton *button = m_buttons.value(id);
    if (value.isEmpty()) {
        if (QPushButton *chip = m_chips.take(id)) {
            const bool hadFocus = chip->hasFocus();
            chip->deleteLater();
            chip->hide();
            if (button)
                button->show();
            if (button && hadFocus)
                button->setFocus();
        }
        showClear();
        return;
    }
    QPushButton *&chip = m_chips[id];
    if (!chip) {
        chip = new QPushButton(this);
        chip->setObjectName(u"chip-"_s + id);
        chip->setProperty("kind", u"chip"_s);
        chip->setIcon(closeIcon());
        chip->setIconSize({12, 12});
        chip->setLayoutDirection(Qt::RightToLeft); // the cross stands behind the words
        repolish(chip);
        connect(chip, &QPushButton::clicked, this, [this, id] { Q_EMIT chipRemoved(id); });
        m_row->insertWidget(m_row->indexOf(button ? button : m_clear), chip);
        if (button)
            button->hide();
    }
    chip->setText(tr("%1: %2", "name and value of an active filter").arg(name, value));
    chip->setAccessibleName(tr("Remove the filter %1: %2").arg(name, value));
    chip->setToolTip(tr("Remove this filter"));
    showClear();
}

void FilterBar::addAtEnd(QWidget *widget) { m_row->addWidget(widget); }

void FilterBar::showClear() { m_clear->setVisible(!m_chips.isEmpty() || !m_search->text().isEmpty()); }

} // namespace gui

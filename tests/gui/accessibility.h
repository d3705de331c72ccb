#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QTableView>
#include <QWidget>

// What every page's test asks of its widgets.

namespace checks {

[[nodiscard]] inline QString describe(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + QStringLiteral(" '") + widget->objectName() + u'\'';
}

/// Focusable controls that a screen reader or the accessibility bus could not name. A button's or box's own text
/// counts.
[[nodiscard]] inline QStringList unnamedControls(const QWidget &page)
{
    QStringList unnamed;
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&page))
            continue;
        if (qobject_cast<QScrollArea *>(widget) || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue; // parts of Qt's own widgets
        if (widget->focusProxy())
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
            unnamed.append(describe(widget));
    }
    return unnamed;
}

/// Labels and buttons whose text does not fit the room they have. Elided labels say '…' by themselves.
[[nodiscard]] inline QStringList cutTexts(const QWidget &page)
{
    QStringList cut;
    for (QLabel *label : page.findChildren<QLabel *>()) {
        if (!label->isVisibleTo(&page) || label->text().isEmpty() || label->inherits("gui::ElidedLabel"))
            continue;
        const QSize room = label->contentsRect().size() + QSize(1, 1);
        const bool wraps = label->wordWrap();
        const int needed = wraps ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if ((!wraps && label->sizeHint().width() > room.width() + label->contentsMargins().left()) ||
            needed > label->height() + 1)
            cut.append(describe(label) + QStringLiteral(": ") + label->text());
    }
    for (QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
        if (!button->isVisibleTo(&page) || button->text().isEmpty() ||
            button->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
            continue;
        if (button->fontMetrics().horizontalAdvance(button->text().remove(u'&')) > button->width())
            cut.append(describe(button) + QStringLiteral(": ") + button->text());
    }
    for (QTableView *table : page.findChildren<QTableView *>()) {
        const QHeaderView *header = table->horizontalHeader();
        if (!table->isVisibleTo(&page) || !table->model() || !header->isVisibleTo(&page))
            continue;
        for (int i = 0; i < header->count(); ++i) {
            const QString title = table->model()->headerData(i, Qt::Horizontal).toString();
            if (!table->isColumnHidden(i) && header->fontMetrics().horizontalAdvance(title) > header->sectionSize(i))
                cut.append(describe(table) + QStringLiteral(": ") + title);
        }
    }
    for (QTabBar *bar : page.findChildren<QTabBar *>())
        if (bar->isVisibleTo(&page) && bar->sizeHint().width() > bar->width())
            cut.append(describe(bar));
    return cut;
}

/// Labels, buttons and fields that lie over one another.
[[nodiscard]] inline QStringList overlaps(const QWidget &page)
{
    QList<QWidget *> leaves;
    for (QWidget *widget : page.findChildren<QWidget *>())
        if (widget->isVisibleTo(&page) && (qobject_cast<QLabel *>(widget) || qobject_cast<QAbstractButton *>(widget) ||
                                           qobject_cast<QLineEdit *>(widget)))
            leaves.append(widget);
    QStringList found;
    for (qsizetype i = 0; i < leaves.size(); ++i)
        for (qsizetype j = i + 1; j < leaves.size(); ++j) {
            QWidget *a = leaves.at(i);
            QWidget *b = leaves.at(j);
            if (a->isAncestorOf(b) || b->isAncestorOf(a))
                continue;
            const auto seen = [&page](QWidget *w) {
                const QRect shown = w->visibleRegion().boundingRect();
                return QRect(w->mapTo(&page, shown.topLeft()), shown.size());
            };
            if (!seen(a).intersected(seen(b)).isEmpty())
                found.append(describe(a) + QStringLiteral(" and ") + describe(b));
        }
    return found;
}

/// What Tab reaches, in its order, starting at the page's first control.
[[nodiscard]] inline QList<QWidget *> tabOrder(QWidget &page)
{
    QList<QWidget *> reached;
    QWidget *at = page.nextInFocusChain();
    for (int guard = 0; at && at != &page && guard < 5000; ++guard, at = at->nextInFocusChain())
        if ((at->focusPolicy() & Qt::TabFocus) && at->isVisibleTo(&page) && at->isEnabled() && page.isAncestorOf(at))
            reached.append(at);
    return reached;
}

/// Buttons and fields one can click but not reach by Tab.
[[nodiscard]] inline QStringList unreachable(QWidget &page)
{
    const QList<QWidget *> order = tabOrder(page);
    QStringList missing;
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&page) || !widget->isEnabled() ||
            widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        if (button && button->autoExclusive())
            continue; // Tab stops at the chosen one of a group, arrows reach the others
        const bool control = button || qobject_cast<QLineEdit *>(widget);
        const bool inside =
            widget->parentWidget() &&
            (widget->parentWidget()->inherits("QLineEdit") || widget->parentWidget()->inherits("QAbstractSpinBox") ||
             widget->parentWidget()->inherits("QTableView") || widget->parentWidget()->inherits("QTabBar"));
        if (control && !inside && !order.contains(widget))
            missing.append(describe(widget));
    }
    return missing;
}

} // namespace checks

#pragma once

#include <QWidget>

class QLineEdit;
class QMenu;
class QPushButton;
class QTimer;

namespace gui {

class FlowLayout;

/// Search field, buttons that offer a filter, a chip for each active filter, and 'clear all'. Knows texts, not
/// queries: the page turns its signals into a question. GUI thread.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// What the search field finds, as its placeholder and accessible name; empty hides it.
    void setSearchHint(const QString &hint);
    [[nodiscard]] QString searchText() const;
    void setSearchText(const QString &text); ///< without signal
    void focusSearch();

    /// A button "State", "Channel" … with a menu, which is filled by `fill` each time it opens.
    QPushButton *addFilter(const QString &id, const QString &name, std::function<void(QMenu &)> fill);
    /// Shows the chip "State: Delivered"; replaces the button of the same id. Empty `value` removes the chip.
    void setChip(const QString &id, const QString &name, const QString &value);
    [[nodiscard]] QStringList activeChips() const { return m_chips.keys(); }
    /// A widget at the right end, e.g. a sort order.
    void addAtEnd(QWidget *widget);

Q_SIGNALS:
    /// A moment after the last key, or at once with Enter.
    void searchChanged(const QString &text);
    /// The chip's cross or Del was pressed on it; it is still there until setChip removes it.
    void chipRemoved(const QString &id);
    void cleared();

private:
    void showClear();

    FlowLayout *m_row;
    QLineEdit *m_search;
    QTimer *m_pause;
    QPushButton *m_clear;
    QHash<QString, QPushButton *> m_buttons;
    QMap<QString, QPushButton *> m_chips;
};

} // namespace gui

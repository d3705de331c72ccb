#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace gui {

/// Head of a page: title with a count, at the right one primary action and a menu with the others. GUI thread.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// "1,204" beside the title; empty hides it.
    void setCount(const QString &count);
    /// The primary action; its text is what it does. Owned by the header.
    QPushButton *setPrimary(const QString &text);
    /// A further button left of the primary one.
    QPushButton *addButton(const QString &text, const QString &iconName = {});
    /// The menu at the very right; shown once something is in it.
    QAction *addMenuAction(const QString &text, const QString &iconName = {});
    /// A widget between title and buttons.
    void addWidget(QWidget *widget);

private:
    QHBoxLayout *m_row;
    QLabel *m_title;
    QLabel *m_count;
    QPushButton *m_primary = nullptr;
    QToolButton *m_more;
    QMenu *m_menu;
};

} // namespace gui

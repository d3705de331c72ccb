#pragma once

#include "gui/frame/page.h"

#include <QFrame>

class QButtonGroup;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace gui {

class SidebarButton;

/// The pages by group, with the workspace's name and menu on top and a switch that folds it to icons. Up and Down go
/// from page to page. GUI thread.
class Sidebar : public QFrame
{
    Q_OBJECT

public:
    Sidebar(const PageRegistry &pages, QWidget *parent = nullptr);

    void setWorkspace(const QString &name, bool demo);
    void setCurrent(const QString &pageId);
    void setBadge(const QString &pageId, qint64 number);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    [[nodiscard]] QMenu *workspaceMenu() const { return m_menu; }

Q_SIGNALS:
    void chosen(const QString &pageId);
    void collapsedChanged(bool collapsed);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    SidebarButton *m_workspace;
    SidebarButton *m_fold;
    QMenu *m_menu;
    QButtonGroup *m_group;
    QList<SidebarButton *> m_buttons;
    bool m_collapsed = false;
    bool m_showing = false; ///< what is current, not what is chosen
};

} // namespace gui

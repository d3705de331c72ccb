#include "gui/frame/sidebar.h"

#include "gui/kit/formats.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

/// An icon, a word and a number, painted so that the three stand in the same place on every line.
class SidebarButton : public QToolButton
{
    Q_OBJECT

public:
    SidebarButton(const QString &id, const QString &title, const QIcon &picture, QWidget *parent)
        : QToolButton(parent), m_id(id), m_title(title)
    {
        setIcon(picture);
        setIconSize({size::icon, size::icon});
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFixedHeight(size::control);
        setTitle(title);
    }

    [[nodiscard]] QString id() const { return m_id; }
    void setTitle(const QString &title)
    {
        m_title = title;
        name();
    }
    void setStrong() { m_strong = true; }
    void setBadge(qint64 number)
    {
        m_badge = number;
        name();
        update();
    }
    void setCollapsed(bool collapsed)
    {
        m_collapsed = collapsed;
        setToolTip(collapsed ? m_title : QString());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokensOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF ground = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(hasFocus() ? QPen(t.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? t.accentTint : underMouse() || isDown() ? t.hover() : QColor(Qt::transparent));
        painter.drawRoundedRect(ground, size::radius, size::radius);
        const int left = m_collapsed ? (width() - iconSize().width()) / 2 : space::m - 2;
        const QRect picture(left, (height() - iconSize().height()) / 2, iconSize().width(), iconSize().height());
        icon().paint(&painter, picture, Qt::AlignCenter, QIcon::Normal, isChecked() ? QIcon::On : QIcon::Off);
        if (m_collapsed) {
            if (m_badge > 0) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(t.of(Tone::Doubt));
                painter.drawEllipse(QRectF(picture.right() - 1, picture.top() - 3, 7, 7));
            }
            return;
        }
        QFont font = fontFor(TextRole::Body);
        font.setWeight(isChecked() || m_strong ? QFont::DemiBold : QFont::Normal);
        QRect words(picture.right() + 1 + space::m - 2, 0, 0, height());
        words.setRight(width() - space::s);
        if (m_badge > 0) {
            painter.setFont(fontFor(TextRole::Caption));
            painter.setPen(t.of(Tone::Doubt));
            const QString badge = number(m_badge);
            painter.drawText(words, int(Qt::AlignRight | Qt::AlignVCenter), badge);
            words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(badge) - space::s);
        }
        painter.setFont(font);
        painter.setPen(isChecked() || m_strong || underMouse() ? t.text : t.secondary);
        painter.drawText(words, int(Qt::AlignLeft | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(m_title, Qt::ElideRight, words.width()));
    }

private:
    void name()
    {
        setAccessibleName(m_badge > 0 ? u"%1 (%2)"_s.arg(m_title, number(m_badge)) : m_title);
        setToolTip(m_collapsed ? m_title : QString());
    }

    QString m_id;
    QString m_title;
    qint64 m_badge = 0;
    bool m_collapsed = false;
    bool m_strong = false;
};

Sidebar::Sidebar(const PageRegistry &pages, QWidget *parent)
    : QFrame(parent), m_workspace(new SidebarButton({}, u"Heliograph"_s, brandIcon(), this)),
      m_fold(new SidebarButton({}, tr("Fold the sidebar"), icon(u"sidebar-collapse-left"_s), this)),
      m_menu(new QMenu(this)), m_group(new QButtonGroup(this))
{
    setObjectName(u"sidebar"_s);
    setAccessibleName(tr("Pages"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::m, space::s + 1, space::s);
    column->setSpacing(2);
    m_workspace->setStrong();
    m_workspace->setIconSize({20, 20});
    m_workspace->setFixedHeight(size::row);
    m_workspace->setMenu(m_menu);
    m_workspace->setPopupMode(QToolButton::InstantPopup);
    m_workspace->setObjectName(u"workspaceMenu"_s);
    column->addWidget(m_workspace);
    column->addSpacing(space::s);
    m_group->setExclusive(true);
    std::optional<PageGroup> group;
    for (const PageInfo &page : pages.pages()) {
        if (group && *group != page.group)
            column->addSpacing(space::m);
        group = page.group;
        auto *button = new SidebarButton(page.id, page.title, icon(page.iconName), this);
        button->setObjectName(u"nav-"_s + page.id);
        button->setCheckable(true);
        m_group->addButton(button);
        m_buttons.append(button);
        column->addWidget(button);
        // not clicked: the accessibility bus toggles it
        connect(button, &QToolButton::toggled, this, [this, id = page.id](bool on) {
            if (on && !m_showing)
                Q_EMIT chosen(id);
        });
    }
    column->addStretch(1);
    m_fold->setObjectName(u"foldSidebar"_s);
    column->addWidget(m_fold);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        setCollapsed(!m_collapsed);
        Q_EMIT collapsedChanged(m_collapsed);
    });
    setCollapsed(false);
}

void Sidebar::setWorkspace(const QString &name, bool demo)
{
    m_workspace->setTitle(demo ? tr("%1 (demo)", "name of the workspace").arg(name) : name);
    m_workspace->update();
}

void Sidebar::setCurrent(const QString &pageId)
{
    m_showing = true;
    for (SidebarButton *button : std::as_const(m_buttons))
        button->setChecked(button->id() == pageId);
    m_showing = false;
}

void Sidebar::setBadge(const QString &pageId, qint64 number)
{
    for (SidebarButton *button : std::as_const(m_buttons))
        if (button->id() == pageId)
            button->setBadge(number);
}

void Sidebar::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? size::sidebarCollapsed : size::sidebar);
    m_workspace->setCollapsed(collapsed);
    m_fold->setTitle(collapsed ? tr("Unfold the sidebar") : tr("Fold the sidebar"));
    m_fold->setIcon(icon(collapsed ? u"sidebar-expand-left"_s : u"sidebar-collapse-left"_s));
    m_fold->setCollapsed(collapsed);
    for (SidebarButton *button : std::as_const(m_buttons))
        button->setCollapsed(collapsed);
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    auto *focused = qobject_cast<SidebarButton *>(focusWidget());
    const qsizetype at = m_buttons.indexOf(focused);
    if (step == 0 || at < 0) {
        QFrame::keyPressEvent(event);
        return;
    }
    const qsizetype next = std::clamp<qsizetype>(at + step, 0, m_buttons.size() - 1);
    m_buttons.at(next)->setFocus(Qt::TabFocusReason);
}

} // namespace gui

#include "sidebar.moc"

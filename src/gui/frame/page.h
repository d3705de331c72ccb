#pragma once

#include "domain/core/types.h"

#include <QVariant>
#include <QWidget>

#include <functional>

class QSettings;

namespace domain {
struct Error;
}
namespace engine {
class EngineClient;
}

namespace gui {

class Theme;

/// What a page may ask of the window around it.
class Shell
{
public:
    virtual ~Shell() = default;
    /// Goes to a page ("contacts", "messages" …) and hands it `what` (see Page::open).
    virtual void openPage(const QString &id, const QVariant &what = {}) = 0;
    /// One line about what was done; with Undo where it can be undone.
    virtual void toast(const QString &text, std::function<void()> undo = {}) = 0;
    /// A failure, in words.
    virtual void showError(const domain::Error &error) = 0;
    /// Begins or ends a rehearsal, after asking.
    virtual void changeRehearsal(bool on) { Q_UNUSED(on) }
};

/// What every page gets. All borrowed; they outlive the pages. `client` is null where a page is fed by hand (tests,
/// screenshots without a workspace).
struct PageContext
{
    engine::EngineClient *client = nullptr;
    Shell *shell = nullptr;
    QSettings *settings = nullptr;
    Theme *theme = nullptr;
    const domain::Clock *clock = nullptr;

    /// The clock's now, or the system's where there is no clock.
    [[nodiscard]] domain::Instant now() const;
};

/// Groups of the sidebar, from top to bottom.
enum class PageGroup { Overview, Audience, Content, Sending, Insight, System };

/// A screen of the window. Fetching and showing are apart: `show…(value)` functions take values, so that a page works
/// without an engine. GUI thread.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(PageContext context, QWidget *parent = nullptr) : QWidget(parent), m_context(std::move(context)) {}

    /// It became the visible page: ask for what it shows.
    virtual void activated() {}
    /// Ctrl+N: the page's primary action.
    virtual void newHere() {}
    /// Ctrl+F: puts the focus into the search field.
    virtual void filter() {}
    /// Shows one thing (an id as qlonglong, or a value of the page's own type).
    virtual void open(const QVariant &what) { Q_UNUSED(what) }
    /// False keeps the page: it asks the person about unsaved changes itself, then calls `go` if they agree.
    [[nodiscard]] virtual bool mayLeave(std::function<void()> go)
    {
        Q_UNUSED(go)
        return true;
    }

Q_SIGNALS:
    /// A number beside the page's name in the sidebar (0 hides it), e.g. messages in doubt.
    void badgeChanged(qint64 number);

protected:
    [[nodiscard]] const PageContext &context() const { return m_context; }
    [[nodiscard]] engine::EngineClient *client() const { return m_context.client; }
    [[nodiscard]] domain::Instant now() const { return m_context.now(); }

private:
    PageContext m_context;
};

/// How a page is offered: made when it is first visited.
struct PageInfo
{
    QString id;
    QString title;    ///< as in the sidebar
    QString iconName; ///< of the icon theme
    PageGroup group = PageGroup::Overview;
    int position = 0; ///< within the group
    QString newText;  ///< what Ctrl+N does here ("New campaign"); empty: nothing
    std::function<Page *(const PageContext &, QWidget *parent)> make;
};

/// All pages that exist, in the sidebar's order. Value; made by `allPages()`.
class PageRegistry
{
public:
    void add(PageInfo info);
    [[nodiscard]] const QList<PageInfo> &pages() const { return m_pages; }
    [[nodiscard]] const PageInfo *find(const QString &id) const;

private:
    QList<PageInfo> m_pages;
};

/// The program's pages. A new page adds its line in pages.cpp.
[[nodiscard]] PageRegistry allPages();

} // namespace gui

#pragma once

#include "gui/settings/routerules.h"

#include <QObject>

namespace gui {

class RoutesSection;
struct PageContext;

/// Keeps the section of the routes fresh and does what a person wants there. GUI thread; owned by the page.
class RouteActions : public QObject
{
    Q_OBJECT

public:
    /// Borrows the context and the section, over whose window its dialogs open.
    RouteActions(const PageContext &context, RoutesSection *section);
    void fetch();

private:
    void edit(const RouteRule &rule);
    void save(const RouteRule &before, const RouteRule &after, class RouteDialog *dialog);
    void remove(const RouteRule &rule);
    /// The one in the other's place, among the routes as they are now.
    void put(const RouteRule &before, const RouteRule &after, std::function<void(domain::Result<void>)> then);
    void changeCountries();
    void saveCountries(const QStringList &countries);
    void explain();
    void told(const domain::Result<void> &result, const QString &words, std::function<void()> undo = {});

    const PageContext &m_context;
    RoutesSection *m_section;
};

} // namespace gui

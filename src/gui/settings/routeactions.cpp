#include "gui/settings/routeactions.h"

#include "engine/client/client.h"
#include "gui/frame/page.h"
#include "gui/settings/countriesdialog.h"
#include "gui/settings/routedialog.h"
#include "gui/settings/routessection.h"
#include "gui/settings/routetry.h"

using namespace Qt::StringLiterals;
using domain::Result;
using domain::Route;

namespace gui {

namespace {

struct Shown
{
    QList<Route> routes;
    QList<engine::ProviderRow> providers;
    QStringList countries;
};

Result<Shown> readShown(engine::Queries &queries)
{
    auto routes = queries.routes();
    auto providers = queries.providers();
    auto limits = queries.limits();
    if (!routes)
        return tl::unexpected(routes.error());
    if (!providers)
        return tl::unexpected(providers.error());
    if (!limits)
        return tl::unexpected(limits.error());
    return Shown{*routes, *providers, limits->allowedCountries};
}

} // namespace

RouteActions::RouteActions(const PageContext &context, RoutesSection *section)
    : QObject(section), m_context(context), m_section(section)
{
    connect(section, &RoutesSection::addWanted, this, [this] { edit({}); });
    connect(section, &RoutesSection::editWanted, this, &RouteActions::edit);
    connect(section, &RoutesSection::removeWanted, this, &RouteActions::remove);
    connect(section, &RoutesSection::countriesWanted, this, &RouteActions::changeCountries);
    connect(section->tryIt(), &RouteTry::asked, this, &RouteActions::explain);
}

void RouteActions::fetch()
{
    if (m_context.client)
        m_context.client->ask(readShown, this, [this](const Result<Shown> &shown) {
            if (!shown)
                return;
            m_section->showRoutes(shown->routes, shown->providers);
            m_section->showAllowedCountries(shown->countries);
        });
}

void RouteActions::edit(const RouteRule &rule)
{
    QList<RouteRule> others = m_section->rules();
    if (!rule.ways.isEmpty())
        others.removeOne(rule);
    auto *dialog = new RouteDialog(rule, others, m_section->providers(), m_section->window());
    connect(dialog, &RouteDialog::saveWanted, this, [this, rule, dialog] { save(rule, dialog->rule(), dialog); });
    dialog->open();
}

void RouteActions::save(const RouteRule &before, const RouteRule &after, RouteDialog *dialog)
{
    put(before, after, [this, shown = QPointer(dialog)](const Result<void> &done) {
        if (!done && shown)
            return shown->showError(done.error());
        if (shown)
            shown->accept();
        told(done, tr("Route saved. It holds for every message from now on."));
    });
}

void RouteActions::remove(const RouteRule &rule)
{
    put(rule, {}, [this, rule](const Result<void> &done) {
        const QString words =
            tr("The route for %1 was removed.").arg(caseWords(rule.channel, rule.countries, rule.category));
        told(done, words, [this, rule] {
            put({}, rule, [this](const Result<void> &back) { told(back, tr("The route is back.")); });
        });
    });
}

void RouteActions::put(const RouteRule &before, const RouteRule &after, std::function<void(Result<void>)> then)
{
    if (!m_context.client)
        return;
    m_context.client->ask([](engine::Queries &queries) { return queries.routes(); }, this,
                          [this, before, after, then = std::move(then)](const Result<QList<Route>> &now) {
                              if (!now)
                                  return then(tl::unexpected(now.error()));
                              m_context.client->command(
                                  [routes = replaced(*now, before, after)](engine::Commands &commands) {
                                      return commands.saveRoutes(routes);
                                  },
                                  this, then);
                          });
}

void RouteActions::changeCountries()
{
    auto *dialog = new CountriesDialog(m_section->allowedCountries(), m_section->window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] { saveCountries(dialog->countries()); });
    dialog->open();
}

void RouteActions::saveCountries(const QStringList &countries)
{
    if (!m_context.client)
        return;
    // The other limits stay as they are now.
    m_context.client->ask(
        [](engine::Queries &queries) { return queries.limits(); }, this,
        [this, countries](const Result<engine::SendingLimits> &limits) {
            if (!limits)
                return told(tl::unexpected(limits.error()), {});
            engine::SendingLimits changed = *limits;
            changed.allowedCountries = countries;
            m_context.client->command(
                [changed](engine::Commands &commands) { return commands.saveLimits(changed); }, this,
                [this](const Result<void> &done) { told(done, tr("The countries you send to are saved.")); });
        });
}

void RouteActions::explain()
{
    if (m_context.client)
        m_context.client->ask([question = m_section->tryIt()->question()](
                                  engine::Queries &queries) { return queries.explainRoute(question); },
                              this,
                              [this](const Result<engine::RouteExplanation> &answer) {
                                  if (answer)
                                      m_section->tryIt()->showAnswer(*answer);
                                  else
                                      m_section->tryIt()->showError(answer.error());
                              });
}

void RouteActions::told(const Result<void> &result, const QString &words, std::function<void()> undo)
{
    fetch();
    if (!m_context.shell)
        return;
    if (result)
        m_context.shell->toast(words, std::move(undo));
    else
        m_context.shell->showError(result.error());
}

} // namespace gui

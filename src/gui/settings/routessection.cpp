#include "gui/settings/routessection.h"

#include "gui/kit/card.h"
#include "gui/kit/choices.h"
#include "gui/kit/datatable.h"
#include "gui/kit/emptystate.h"
#include "gui/settings/routetry.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int mostRows = 12;     // before the table scrolls by itself
constexpr int headerHeight = 33; // with the line under it
constexpr qint64 defaultIds = -10;

} // namespace

QList<Column<RoutesSection::Line>> RoutesSection::columns()
{
    QList<Column<Line>> columns;
    columns.append({u"messages"_s, tr("Messages"), 260, [](const Line &line) {
                        Cell cell;
                        cell.text = cell.tip = line.messages;
                        cell.strong = line.rule.has_value();
                        cell.quiet = !line.rule;
                        return cell;
                    }});
    columns.last().importance = 10;
    columns.last().most = 420;
    columns.append({u"ways"_s, tr("Sent by"), 200, [](const Line &line) {
                        Cell cell;
                        cell.text = cell.tip = line.ways;
                        cell.quiet = !line.rule;
                        return cell;
                    }});
    columns.last().stretches = true;
    return columns;
}

RoutesSection::RoutesSection(QWidget *parent)
    : QWidget(parent), m_model(new RowsModel<Line>(
                           columns(), [](const Line &line) { return line.id; }, this)),
      m_table(new DataTable(u"routes"_s)), m_add(new QPushButton(tr("Add a route"))),
      m_edit(new QPushButton(tr("Edit"))), m_remove(new QPushButton(tr("Remove"))), m_list(new QWidget),
      m_none(new EmptyState(u"network-server"_s, tr("Routes say which account sends which messages."),
                            tr("First add the accounts your business has: then they can be told apart by country, "
                               "channel and category."))),
      m_try(new RouteTry), m_countries(makeLabel({}, TextRole::Body))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Routes"), TextRole::Section), 1);
    m_add->setObjectName(u"addRoute"_s);
    makePrimary(m_add);
    head->addWidget(m_add);
    column->addLayout(head);
    connect(m_add, &QPushButton::clicked, this, &RoutesSection::addWanted);
    column->addWidget(m_none);
    column->addWidget(m_list);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(space::l);
    buildTable(*list);
    list->addWidget(m_try);
    buildCountries(*column);
    column->addStretch(1);
    connect(static_cast<EmptyState *>(m_none)->setButton(tr("Add an account")), &QPushButton::clicked, this,
            &RoutesSection::providersWanted);
    showRoutes({}, {});
    showAllowedCountries({});
}

void RoutesSection::buildTable(QVBoxLayout &column)
{
    QLabel *words = makeLabel(tr("The closest route holds alone: one for a country and a category comes before one for "
                                 "a country, that before one for a category, and that before one for the channel."),
                              TextRole::Secondary);
    words->setWordWrap(true);
    column.addWidget(words);
    auto *card = new Card;
    card->setFlush();
    m_table->setAccessibleName(tr("Routes"));
    m_table->setTableModel(m_model);
    card->body()->addWidget(m_table);
    column.addWidget(card);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    m_edit->setObjectName(u"editRoute"_s);
    m_remove->setObjectName(u"removeRoute"_s);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    column.addLayout(buttons);
    const auto edit = [this] {
        if (const auto rule = selected())
            Q_EMIT editWanted(*rule);
    };
    const auto remove = [this] {
        if (const auto rule = selected())
            Q_EMIT removeWanted(*rule);
    };
    connect(m_table, &DataTable::opened, this, edit);
    connect(m_table, &DataTable::removeWanted, this, remove);
    connect(m_table, &DataTable::selectionEdited, this, &RoutesSection::selectionChanged);
    connect(m_edit, &QPushButton::clicked, this, edit);
    connect(m_remove, &QPushButton::clicked, this, remove);
    m_table->setMenu([this, edit, remove](QMenu &menu, const QModelIndexList &) {
        if (!selected())
            return;
        menu.addAction(tr("Edit"), this, edit);
        menu.addAction(tr("Remove"), this, remove);
    });
}

void RoutesSection::buildCountries(QVBoxLayout &column)
{
    auto *card = new Card(tr("Countries you send to"));
    m_countries->setObjectName(u"allowedCountries"_s);
    m_countries->setWordWrap(true);
    card->body()->addWidget(m_countries);
    auto *change = new QPushButton(tr("Change…"));
    change->setObjectName(u"changeCountries"_s);
    change->setAccessibleName(tr("Change the countries you send to"));
    change->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    card->body()->addWidget(change);
    connect(change, &QPushButton::clicked, this, &RoutesSection::countriesWanted);
    column.addWidget(card);
}

void RoutesSection::showRoutes(const QList<domain::Route> &routes, const QList<engine::ProviderRow> &providers)
{
    if (routes != m_routes || providers != m_providers)
        m_try->forget(); // what was answered
    m_routes = routes;
    m_providers = providers;
    m_rules = rulesOf(routes);
    QList<Line> lines;
    const auto add = [&](qint64 id, const std::optional<RouteRule> &rule, const QString &messages,
                         const QString &ways) {
        lines << Line{id, rule, messages, ways};
    };
    for (const auto channel : {domain::Channel::Sms, domain::Channel::WhatsApp, domain::Channel::Email}) {
        for (qsizetype i = 0; i < m_rules.size(); ++i)
            if (const RouteRule &rule = m_rules[i]; rule.channel == channel)
                add(i + 1, rule, caseWords(channel, rule.countries, rule.category), wayWords(rule.ways, providers));
        const QList<domain::Route> ways = defaultWays(channel, routes, providers);
        if (!ways.isEmpty() && hasDefault(channel, routes))
            add(defaultIds - static_cast<int>(channel), std::nullopt, caseWords(channel, {}, {}),
                tr("By the accounts' order: %1").arg(wayWords(ways, providers)));
    }
    m_model->setRows(lines);
    const int shown = std::clamp(static_cast<int>(lines.size()), 1, mostRows);
    m_table->setFixedHeight(shown * size::row + headerHeight);
    m_none->setVisible(providers.isEmpty());
    m_list->setVisible(!providers.isEmpty());
    m_add->setEnabled(!providers.isEmpty());
    selectionChanged();
}

void RoutesSection::showAllowedCountries(const QStringList &countries)
{
    m_allowed = countries;
    QStringList names;
    for (const QString &country : countries)
        names << countryName(country);
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    m_countries->setText(
        names.isEmpty() ? tr("Every country. Where you know which ones your customers live in, name them: a mistyped "
                             "number abroad then costs nothing.")
                        : tr("%1. Numbers of other countries are never written to.").arg(names.join(u", "_s)));
}

std::optional<RouteRule> RoutesSection::selected() const
{
    const QList<qint64> ids = m_table->selectedIds();
    const int row = ids.size() == 1 ? m_model->rowOf(ids.first()) : -1;
    return row < 0 ? std::nullopt : m_model->rowAt(row).rule;
}

void RoutesSection::selectionChanged()
{
    m_edit->setEnabled(selected().has_value());
    m_remove->setEnabled(selected().has_value());
}

} // namespace gui

#include "gui/settings/pricessection.h"

#include "gui/kit/card.h"
#include "gui/kit/choices.h"
#include "gui/kit/datatable.h"
#include "gui/kit/emptystate.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/kit/tones.h"
#include "gui/settings/routetry.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr qsizetype mostShown = 5'000;
constexpr int leastHeight = 220;
const QDate always(1970, 1, 1);

qint64 keyOf(const domain::Price &price)
{
    const size_t hash = qHashMulti(0, price.provider.value, static_cast<int>(price.channel), price.country,
                                   price.validFrom.toJulianDay());
    return static_cast<qint64>(hash);
}

} // namespace

QList<Column<PricesSection::Line>> PricesSection::columns()
{
    QList<Column<Line>> columns;
    const auto add = [&](const QString &id, const QString &title, int width, int importance,
                         std::function<void(const Line &, Cell &)> fill) {
        columns.append({id, title, width, [fill = std::move(fill)](const Line &line) {
                            Cell cell;
                            fill(line, cell);
                            return cell;
                        }});
        columns.last().sortable = true;
        columns.last().importance = importance;
    };
    add(u"account"_s, tr("Account"), 140, 5, [](const Line &line, Cell &cell) {
        cell.text = cell.tip = line.account;
        cell.strong = true;
    });
    columns.last().stretches = true;
    add(u"channel"_s, tr("Channel"), 90, 2,
        [](const Line &line, Cell &cell) { cell.text = wordFor(line.price.channel); });
    add(u"country"_s, tr("Country"), 140, 4, [](const Line &line, Cell &cell) {
        cell.text = line.price.country.isEmpty() ? tr("All others", "countries") : countryName(line.price.country);
        cell.quiet = line.price.country.isEmpty();
        cell.tip = cell.text;
    });
    add(u"price"_s, tr("Price"), 176, 4, [](const Line &line, Cell &cell) {
        cell.text = priceWords(line.price);
        cell.sortBy = line.price.amount.micros;
    });
    columns.last().isNumber = true;
    const QStringList words{tr("Holds"), tr("Later"), tr("Past")};
    add(u"state"_s, tr("State"), pillColumnWidth(words), 1, [words](const Line &line, Cell &cell) {
        cell.text = words[static_cast<int>(line.validity)];
        cell.tone = line.validity == Validity::Now     ? Tone::Delivered
                    : line.validity == Validity::Later ? Tone::Waiting
                                                       : Tone::Skipped;
        cell.sortBy = static_cast<int>(line.validity);
    });
    add(u"from"_s, tr("Valid from"), 110, 0, [](const Line &line, Cell &cell) {
        cell.text = line.price.validFrom <= always ? tr("Always") : dateText(line.price.validFrom);
        cell.quiet = line.price.validFrom <= always;
        cell.sortBy = line.price.validFrom.toJulianDay();
    });
    return columns;
}

PricesSection::PricesSection(QWidget *parent)
    : QWidget(parent), m_model(new RowsModel<Line>(
                           columns(), [](const Line &line) { return line.id; }, this)),
      m_table(new DataTable(u"prices"_s)), m_search(new QLineEdit), m_account(new QComboBox),
      m_count(makeLabel({}, TextRole::Secondary)), m_problem(makeLabel({}, TextRole::Error)),
      m_import(new QPushButton(tr("Import a price list"))), m_more(new QPushButton(tr("More"))),
      m_add(new QPushButton(tr("Add a price"))), m_edit(new QPushButton(tr("Edit"))),
      m_remove(new QPushButton(tr("Remove"))), m_list(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    buildHead(*column);
    m_problem->setObjectName(u"priceProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    auto *none = new EmptyState(
        u"view-financial-list"_s, tr("A price list tells what a campaign will cost before it is sent."),
        tr("Most providers offer theirs as a file. Without one, estimates go by what messages have cost so far; what "
           "the provider reports for a message takes the estimate's place either way."));
    auto *button = none->setButton(tr("Import a price list"));
    connect(button, &QPushButton::clicked, this, &PricesSection::importWanted);
    auto *sample = none->setSample(tr("Save an example file"));
    connect(sample, &QPushButton::clicked, this, &PricesSection::exampleWanted);
    m_none = none;
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(space::m);
    buildFilter(*list);
    buildTable(*list);
    column->addStretch(0);
    showPrices({}, {}, {});
}

void PricesSection::buildHead(QVBoxLayout &column)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(makeLabel(tr("Prices"), TextRole::Section), 1);
    m_more->setObjectName(u"morePrices"_s);
    m_more->setAccessibleName(tr("More with prices"));
    auto *menu = new QMenu(m_more);
    menu->addAction(tr("Save as a file…"), this, &PricesSection::exportWanted);
    menu->addAction(tr("Save an example file…"), this, &PricesSection::exampleWanted);
    m_more->setMenu(menu);
    m_import->setObjectName(u"importPrices"_s);
    makePrimary(m_import);
    connect(m_import, &QPushButton::clicked, this, &PricesSection::importWanted);
    m_add->setObjectName(u"addPrice"_s);
    connect(m_add, &QPushButton::clicked, this, &PricesSection::addWanted);
    head->addWidget(m_more);
    head->addWidget(m_add);
    head->addWidget(m_import);
    column.addLayout(head);
}

void PricesSection::buildFilter(QVBoxLayout &column)
{
    QLabel *words =
        makeLabel(tr("What a message is expected to cost. The price of its country comes before that of all "
                     "others; what the provider reports takes the estimate's place."),
                  TextRole::Secondary);
    words->setWordWrap(true);
    column.addWidget(words);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_search->setObjectName(u"searchPrices"_s);
    m_search->setPlaceholderText(tr("Search a country or account"));
    m_search->setAccessibleName(tr("Search a country or account"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_account->setObjectName(u"priceAccount"_s);
    m_account->setAccessibleName(tr("Prices of this account"));
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_account->setMinimumContentsLength(14);
    row->addWidget(m_search, 2);
    row->addWidget(m_account, 1);
    row->addWidget(m_count);
    column.addLayout(row);
    connect(m_search, &QLineEdit::textChanged, this, &PricesSection::refilter);
    connect(m_account, &QComboBox::currentIndexChanged, this, &PricesSection::refilter);
}

void PricesSection::buildTable(QVBoxLayout &column)
{
    auto *card = new Card;
    card->setFlush();
    m_table->setAccessibleName(tr("Prices"));
    m_table->setTableModel(m_model);
    m_table->setMinimumHeight(leastHeight);
    card->body()->addWidget(m_table);
    column.addWidget(card, 1);
    auto *buttons = new QHBoxLayout;
    m_edit->setObjectName(u"editPrice"_s);
    m_remove->setObjectName(u"removePrices"_s);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    column.addLayout(buttons);
    const auto remove = [this] {
        if (const QList<domain::Price> prices = selected(); !prices.isEmpty())
            Q_EMIT removeWanted(prices);
    };
    const auto edit = [this] {
        if (const QList<domain::Price> prices = selected(); prices.size() == 1)
            Q_EMIT editWanted(prices.first());
    };
    connect(m_edit, &QPushButton::clicked, this, edit);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT editWanted(m_model->rowAt(index.row()).price);
    });
    connect(m_remove, &QPushButton::clicked, this, remove);
    connect(m_table, &DataTable::removeWanted, this, remove);
    connect(m_table, &DataTable::selectionEdited, this, &PricesSection::selectionChanged);
    m_table->setMenu([this, edit, remove](QMenu &menu, const QModelIndexList &rows) {
        if (rows.size() == 1)
            menu.addAction(tr("Edit"), this, edit);
        if (!rows.isEmpty())
            menu.addAction(tr("Remove"), this, remove);
    });
}

void PricesSection::showPrices(const QList<domain::Price> &prices, const QList<engine::ProviderRow> &providers,
                               QDate today)
{
    const bool isSame = prices == m_prices && providers == m_providers && today == m_today;
    if (isSame && !prices.isEmpty())
        return;
    m_prices = prices;
    m_providers = providers;
    m_today = today;
    m_none->setVisible(prices.isEmpty());
    m_list->setVisible(!prices.isEmpty());
    m_import->setVisible(!prices.isEmpty());
    m_add->setEnabled(!providers.isEmpty());
    m_more->setVisible(!prices.isEmpty());
    fillAccounts();
    refilter();
}

void PricesSection::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void PricesSection::fillAccounts()
{
    const QSignalBlocker blocker(m_account);
    const QVariant chosen = m_account->currentData();
    m_account->clear();
    m_account->addItem(tr("All accounts"), qint64(0));
    for (const engine::ProviderRow &provider : std::as_const(m_providers))
        if (std::any_of(m_prices.cbegin(), m_prices.cend(),
                        [&provider](const domain::Price &price) { return price.provider == provider.id; }))
            m_account->addItem(provider.name, provider.id.value);
    m_account->setCurrentIndex(std::max(0, m_account->findData(chosen)));
}

/// All of them; of several for the same account, channel and country the last that has begun holds.
QList<PricesSection::Line> PricesSection::lines() const
{
    QHash<qint64, QString> names;
    for (const engine::ProviderRow &provider : m_providers)
        names.insert(provider.id.value, provider.name);
    const auto undated = [](domain::Price price) {
        price.validFrom = always;
        return keyOf(price);
    };
    QHash<qint64, QDate> latest;
    for (const domain::Price &price : m_prices)
        if (QDate &day = latest[undated(price)];
            price.validFrom <= m_today && (!day.isValid() || day < price.validFrom))
            day = price.validFrom;
    QList<Line> lines;
    for (const domain::Price &price : m_prices) {
        const Validity validity = price.validFrom > m_today                         ? Validity::Later
                                  : price.validFrom == latest.value(undated(price)) ? Validity::Now
                                                                                    : Validity::Past;
        lines << Line{keyOf(price), price, names.value(price.provider.value), validity};
    }
    // by account, channel and country, all others last
    const auto key = [](const Line &line) {
        const bool isOthers = line.price.country.isEmpty();
        return std::tuple(line.account, line.price.channel, isOthers,
                          isOthers ? QString() : countryName(line.price.country), line.price.validFrom);
    };
    std::stable_sort(lines.begin(), lines.end(), [&](const Line &a, const Line &b) { return key(a) < key(b); });
    return lines;
}

void PricesSection::refilter()
{
    const QString wanted = m_search->text().trimmed();
    const domain::ProviderId account{m_account->currentData().toLongLong()};
    QList<Line> found = lines();
    found.removeIf([&](const Line &line) {
        const bool isIn = wanted.isEmpty() || line.account.contains(wanted, Qt::CaseInsensitive) ||
                          countryName(line.price.country).contains(wanted, Qt::CaseInsensitive) ||
                          line.price.country.compare(wanted, Qt::CaseInsensitive) == 0;
        return !isIn || (account.isValid() && line.price.provider != account);
    });
    const qsizetype count = found.size();
    m_count->setText(count > mostShown         ? tr("The first %1 of %2").arg(number(mostShown), number(count))
                     : count < m_prices.size() ? tr("%1 of %2", "prices").arg(number(count), number(m_prices.size()))
                                               : tr("%Ln prices", nullptr, static_cast<int>(count)));
    if (count > mostShown)
        found.resize(mostShown);
    m_model->setRows(found);
    selectionChanged();
}

QList<domain::Price> PricesSection::selected() const
{
    QList<domain::Price> prices;
    for (const qint64 id : m_table->selectedIds())
        if (const int row = m_model->rowOf(id); row >= 0)
            prices << m_model->rowAt(row).price;
    return prices;
}

void PricesSection::selectionChanged()
{
    const qsizetype count = m_table->selectedIds().size();
    m_remove->setEnabled(count > 0);
    m_edit->setEnabled(count == 1);
}

} // namespace gui

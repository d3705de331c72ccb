#include "gui/settings/priceactions.h"

#include "engine/client/client.h"
#include "gui/frame/page.h"
#include "gui/kit/files.h"
#include "gui/settings/pricedialog.h"
#include "gui/settings/priceimportdialog.h"
#include "gui/settings/pricessection.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using domain::Price;
using domain::Result;

namespace gui {

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024;

struct Shown
{
    QList<Price> prices;
    QList<engine::ProviderRow> providers;
};

Result<Shown> readShown(engine::Queries &queries)
{
    auto prices = queries.prices();
    auto providers = queries.providers();
    if (!prices)
        return tl::unexpected(prices.error());
    if (!providers)
        return tl::unexpected(providers.error());
    return Shown{*prices, *providers};
}

Result<PriceImport> readFile(engine::Queries &queries, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(file.exists() ? domain::ErrorCode::FileNotReadable : domain::ErrorCode::FileMissing,
                            file.errorString(), path);
    const auto there = readShown(queries);
    if (!there)
        return tl::unexpected(there.error());
    return checkPriceFile(file.read(largestFile + 1), there->providers, there->prices);
}

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return domain::fail(domain::ErrorCode::FileNotWritable, file.errorString(), path);
    return {};
}

} // namespace

PriceActions::PriceActions(const PageContext &context, PricesSection *section)
    : QObject(section), m_context(context), m_section(section)
{
    connect(section, &PricesSection::importWanted, this, &PriceActions::chooseFile);
    connect(section, &PricesSection::exampleWanted, this, &PriceActions::saveExample);
    connect(section, &PricesSection::exportWanted, this, &PriceActions::saveAll);
    connect(section, &PricesSection::addWanted, this, [this] { edit({}); });
    connect(section, &PricesSection::editWanted, this, &PriceActions::edit);
    connect(section, &PricesSection::removeWanted, this, &PriceActions::remove);
}

void PriceActions::fetch()
{
    if (m_context.client)
        m_context.client->ask(readShown, this, [this](const Result<Shown> &shown) {
            if (shown)
                m_section->showPrices(shown->prices, shown->providers,
                                      QDateTime::fromMSecsSinceEpoch(domain::toMillis(m_context.now())).date());
        });
}

void PriceActions::chooseFile()
{
    auto *dialog = new QFileDialog(m_section->window(), tr("Import a price list"), filesFolder(),
                                   tr("Price lists (*.csv *.txt *.tsv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PriceActions::importFile);
    dialog->open();
}

void PriceActions::importFile(const QString &path)
{
    if (m_context.client)
        m_context.client->ask([path](engine::Queries &queries) { return readFile(queries, path); }, this,
                              [this, path](const Result<PriceImport> &checked) {
                                  m_section->showProblem(checked ? QString() : priceFileError(checked.error()));
                                  if (checked)
                                      ask(path, *checked);
                              });
}

void PriceActions::ask(const QString &path, const PriceImport &checked)
{
    auto *dialog = new PriceImportDialog(QFileInfo(path).fileName(), checked, m_section->window());
    connect(dialog, &PriceImportDialog::rejectedWanted, this, [this, dialog, checked] {
        saveTo(tr("Save the rows that do not fit"), tr("rejected prices.csv", "a file's name"), dialog,
               [checked](engine::Queries &) -> Result<QByteArray> { return rejectedRows(checked); });
    });
    connect(dialog, &PriceImportDialog::importWanted, this, [this, dialog, prices = checked.prices] {
        m_context.client->command([prices](engine::Commands &commands) { return commands.savePrices(prices); }, this,
                                  [this, count = prices.size(), shown = QPointer(dialog)](const Result<void> &done) {
                                      if (!done && shown)
                                          return shown->showError(done.error());
                                      if (shown)
                                          shown->accept();
                                      told(done, tr("%Ln prices imported. Estimates go by them from now on.", nullptr,
                                                    static_cast<int>(count)));
                                  });
    });
    dialog->open();
}

void PriceActions::saveTo(const QString &title, const QString &name, QWidget *over,
                          std::function<Result<QByteArray>(engine::Queries &)> make)
{
    auto *dialog = new QFileDialog(over, title, QDir(filesFolder()).filePath(name), tr("Price lists (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, make](const QString &path) {
        if (!m_context.client)
            return;
        m_context.client->ask(
            [make, path](engine::Queries &queries) -> Result<void> {
                const auto content = make(queries);
                return content ? writeFile(path, *content) : Result<void>(tl::unexpected(content.error()));
            },
            this,
            [this, path](const Result<void> &done) {
                told(done, tr("Written to %1.").arg(QDir::toNativeSeparators(path)));
            });
    });
    dialog->open();
}

void PriceActions::saveExample()
{
    saveTo(tr("Save an example of a price list"), tr("example price list.csv", "a file's name"), m_section->window(),
           [](engine::Queries &queries) -> Result<QByteArray> {
               const auto providers = queries.providers();
               const auto workspace = queries.workspace();
               if (!providers)
                   return tl::unexpected(providers.error());
               if (!workspace)
                   return tl::unexpected(workspace.error());
               return examplePriceFile(*providers, workspace->country, workspace->currency);
           });
}

void PriceActions::saveAll()
{
    saveTo(tr("Save the prices"), tr("price list.csv", "a file's name"), m_section->window(),
           [](engine::Queries &queries) -> Result<QByteArray> {
               const auto shown = readShown(queries);
               if (!shown)
                   return tl::unexpected(shown.error());
               return priceFileFor(shown->prices, shown->providers);
           });
}

// Against what there is now: the list on the screen may be older.
void PriceActions::edit(const Price &price)
{
    if (!m_context.client)
        return;
    m_context.client->ask(
        [](engine::Queries &queries) -> Result<std::pair<Shown, QString>> {
            const auto shown = readShown(queries);
            const auto workspace = queries.workspace();
            if (!shown)
                return tl::unexpected(shown.error());
            return std::pair(*shown, workspace ? workspace->currency : QString());
        },
        this,
        [this, price](const Result<std::pair<Shown, QString>> &read) {
            if (!read)
                return told(tl::unexpected(read.error()), {});
            Price begun = price;
            if (begun.amount.currency.isEmpty())
                begun.amount.currency = read->second.isEmpty() ? u"USD"_s : read->second;
            open(begun, read->first.prices, read->first.providers);
        });
}

void PriceActions::open(const Price &price, const QList<Price> &prices, const QList<engine::ProviderRow> &providers)
{
    auto *dialog = new PriceDialog(price, prices, providers, m_section->window());
    connect(dialog, &PriceDialog::saveWanted, this, [this, dialog, price] { save(dialog, price); });
    dialog->open();
}

void PriceActions::save(PriceDialog *dialog, const Price &before)
{
    const bool isNew = !before.validFrom.isValid();
    const Price made = dialog->price();
    const auto replaced = dialog->replaced();
    QList<Price> gone; // what is not overwritten by its like
    if (!isNew &&
        !(Price{made.provider, made.channel, made.country, before.unit, before.amount, made.validFrom} == before))
        gone << before;
    m_context.client->command(
        [made, gone](engine::Commands &commands) -> Result<void> {
            if (auto saved = commands.savePrices({made}); !saved || gone.isEmpty())
                return saved;
            return commands.removePrices(gone);
        },
        this,
        [this, shown = QPointer(dialog), made, before, isNew, replaced](const Result<void> &done) {
            if (!done && shown)
                return shown->showError(done.error());
            if (shown)
                shown->accept();
            QList<Price> back;
            if (!isNew)
                back << before;
            if (replaced)
                back << *replaced;
            told(done, isNew ? tr("The price is added.") : tr("The price is changed."),
                 [this, made, back] { swap({made}, back, tr("The price is as it was.")); });
        });
}

void PriceActions::swap(const QList<Price> &gone, const QList<Price> &made, const QString &words)
{
    if (m_context.client)
        m_context.client->command(
            [gone, made](engine::Commands &commands) -> Result<void> {
                auto done = commands.removePrices(gone);
                return !done || made.isEmpty() ? done : commands.savePrices(made);
            },
            this, [this, words](const Result<void> &done) { told(done, words); });
}

void PriceActions::remove(const QList<Price> &prices)
{
    if (m_context.client)
        m_context.client->command(
            [prices](engine::Commands &commands) { return commands.removePrices(prices); }, this,
            [this, prices](const Result<void> &done) {
                told(done, tr("%Ln prices removed.", nullptr, static_cast<int>(prices.size())), [this, prices] {
                    put(prices, tr("%Ln prices are back.", nullptr, static_cast<int>(prices.size())));
                });
            });
}

void PriceActions::put(const QList<Price> &prices, const QString &words)
{
    if (m_context.client)
        m_context.client->command([prices](engine::Commands &commands) { return commands.savePrices(prices); }, this,
                                  [this, words](const Result<void> &done) { told(done, words); });
}

void PriceActions::told(const Result<void> &result, const QString &words, std::function<void()> undo)
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

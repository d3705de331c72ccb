#pragma once

#include "domain/provider/pricelist.h"
#include "engine/client/models.h"

#include <QObject>

class QWidget;

namespace engine {
class Queries;
}

namespace gui {

class PricesSection;
struct PageContext;
struct PriceImport;

/// Keeps the section of the prices fresh and does what a person wants there; files are read and written off the GUI
/// thread. GUI thread; owned by the page.
class PriceActions : public QObject
{
    Q_OBJECT

public:
    /// Borrows the context and the section, over whose window its dialogs open.
    PriceActions(const PageContext &context, PricesSection *section);
    void fetch();
    /// Reads the file and asks about what is in it.
    void importFile(const QString &path);

private:
    void chooseFile();
    void ask(const QString &path, const PriceImport &checked);
    void saveTo(const QString &title, const QString &name, QWidget *over,
                std::function<domain::Result<QByteArray>(engine::Queries &)> make);
    void saveExample();
    void saveAll();
    void edit(const domain::Price &price);
    void open(const domain::Price &price, const QList<domain::Price> &prices,
              const QList<engine::ProviderRow> &providers);
    void save(class PriceDialog *dialog, const domain::Price &before);
    /// In one go: `gone` are no more, `made` are there.
    void swap(const QList<domain::Price> &gone, const QList<domain::Price> &made, const QString &words);
    void remove(const QList<domain::Price> &prices);
    void put(const QList<domain::Price> &prices, const QString &words);
    void told(const domain::Result<void> &result, const QString &words, std::function<void()> undo = {});

    const PageContext &m_context;
    PricesSection *m_section;
};

} // namespace gui

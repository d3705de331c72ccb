#include "app/shots/shooter.h"

#include "gui/kit/datatable.h"
#include "gui/settings/pricedialog.h"
#include "gui/settings/priceimportdialog.h"
#include "gui/settings/providerdialog.h"
#include "gui/settings/settingspage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace app {

void Shooter::addSettings()
{
    for (const QString &section : {u"workspace"_s, u"providers"_s, u"routes"_s, u"prices"_s, u"webhooks"_s, u"limits"_s,
                                   u"rehearsal"_s, u"appearance"_s})
        add(u"settings-"_s + section, [this, section] { window().openPage(u"settings"_s, section); });
    add(
        u"settings-kinds"_s,
        [this] {
            window().openPage(u"settings"_s, u"providers"_s);
            press(u"addProvider"_s);
        },
        [] { return QApplication::activeModalWidget() != nullptr; });
    for (const domain::ProviderKind &kind : m_desktop.kinds())
        for (const bool advanced : {false, true})
            add(u"settings-provider-"_s + kind.key + (advanced ? u"-advanced"_s : QString()), [this, kind, advanced] {
                closeDialogs();
                engine::ProviderRow fresh;
                fresh.kind = kind.key;
                fresh.name = kind.name;
                auto *dialog = new gui::ProviderDialog(kind, fresh, {}, &window());
                dialog->showAdvanced(advanced);
                dialog->open();
            });
    go(u"settings-providers-closed"_s, [] { closeDialogs(); });
}

void Shooter::addRoutes()
{
    add(u"settings-routes-try"_s, [this] {
        window().openPage(u"settings"_s, u"routes"_s);
        window().findChild<QLineEdit *>(u"tryTo"_s)->setText(u"+49 151 23456789"_s);
        press(u"tryRoute"_s);
    });
    add(
        u"settings-route"_s,
        [this] {
            window().findChild<gui::DataTable *>(u"routes"_s)->selectRow(0);
            press(u"editRoute"_s);
        },
        [] { return QApplication::activeModalWidget() != nullptr; });
    add(
        u"settings-countries"_s,
        [this] {
            closeDialogs();
            press(u"changeCountries"_s);
        },
        [] { return QApplication::activeModalWidget() != nullptr; });
    go(u"settings-routes-closed"_s, [] { closeDialogs(); });
}

void Shooter::addPrices()
{
    add(u"settings-prices-import"_s, [this] {
        window().openPage(u"settings"_s, u"prices"_s);
        const QByteArray file = "provider,channel,country,unit,price,currency\n"
                                "Nobody,sms,GB,segment,0.04,USD\n"
                                "Simulated phones,sms,DE,segment,\"0,08\",USD\n";
        const auto checked = gui::checkPriceFile(file, {}, {});
        (new gui::PriceImportDialog(u"price list.csv"_s, *checked, &window()))->open();
    });
    add(
        u"settings-price"_s,
        [this] {
            closeDialogs();
            press(u"addPrice"_s);
        },
        opened<gui::PriceDialog>());
    add(u"settings-price-wrong"_s, with<gui::PriceDialog>([this](gui::PriceDialog &dialog) {
            for (const QString &name : {u"priceDialogAmount"_s, u"priceDialogCurrency"_s, u"priceDialogFrom"_s})
                dialog.findChild<QLineEdit *>(name)->setText(u"much"_s);
            press(u"savePrice"_s);
        }));
    go(u"settings-price-closed"_s, [] { closeDialogs(); });
}

void Shooter::addWebhooks()
{
    const auto type = [this](const QString &field, const QString &text) {
        window().findChild<QLineEdit *>(field)->setText(text);
    };
    add(u"settings-webhooks-direct"_s, [this] {
        window().openPage(u"settings"_s, u"webhooks"_s);
        window().findChild<QComboBox *>(u"hookMode"_s)->setCurrentIndex(1);
    });
    // A file that is no certificate: the server says so by itself.
    add(
        u"settings-webhooks-error"_s,
        [this, type] {
            type(u"public_url"_s, u"https://hooks.example.com:8787"_s);
            for (const QString &field : {u"certificate"_s, u"key"_s})
                type(field, m_wish.scratch + u"/customers.csv"_s);
            press(u"switchWebhooks"_s);
        },
        [beats = 0]() mutable { return ++beats > 30; });
    go(
        u"settings-webhooks-off"_s, [this, type] { press(u"switchWebhooks"_s); },
        [beats = 0]() mutable { return ++beats > 10; });
    go(
        u"settings-webhooks-closed"_s,
        [this, type] {
            for (const QString &field : {u"public_url"_s, u"certificate"_s, u"key"_s})
                type(field, {});
            window().findChild<QComboBox *>(u"hookMode"_s)->setCurrentIndex(0);
            press(u"saveWebhooks"_s);
        },
        [beats = 0]() mutable { return ++beats > 10; });
}

} // namespace app

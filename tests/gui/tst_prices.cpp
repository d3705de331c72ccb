#include "gui/accessibility.h"
#include "gui/kit/datatable.h"
#include "gui/settings/pricedialog.h"
#include "gui/settings/pricefile.h"
#include "gui/settings/priceimportdialog.h"
#include "gui/settings/pricessection.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;
using domain::Channel;
using domain::Price;

namespace {

const QDate always(1970, 1, 1);
const QDate today(2026, 11, 21);
constexpr char heading[] = "provider,channel,country,unit,price,currency,valid_from\n";

QList<engine::ProviderRow> accounts()
{
    const auto account = [](qint64 id, const QString &name, const QList<Channel> &channels) {
        engine::ProviderRow row;
        row.id = {id};
        row.kind = u"twilio"_s;
        row.name = name;
        row.channels = channels;
        return row;
    };
    return {account(1, u"Main, account"_s, {Channel::Sms}), account(2, u"Other"_s, {Channel::Sms, Channel::WhatsApp})};
}

Price price(qint64 provider, const QString &country, qint64 micros, QDate from = always, Channel channel = Channel::Sms,
            Price::Unit unit = Price::Unit::Segment)
{
    return {{provider}, channel, country, unit, {micros, u"EUR"_s}, from};
}

QList<Price> list()
{
    return {price(1, u"DE"_s, 79'900), price(1, u"DE"_s, 70'000, QDate(2026, 6, 1)),
            price(1, u"DE"_s, 90'000, QDate(2027, 1, 1)), price(1, {}, 100'000),
            price(2, u"GB"_s, 46'000, always, Channel::WhatsApp, Price::Unit::Message)};
}

QStringList texts(const QTableView &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        texts << table.model()->index(row, column).data().toString();
    return texts;
}

} // namespace

class TestPrices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsLookedAtBeforeAnythingIsImported()
    {
        const QByteArray csv = QByteArray(heading) + "\"main, account\",sms,DE,segment,0.07,EUR,\n" // takes one's place
                               + "Other,whatsapp,,message,0.05,EUR,2027-01-01\n" + "Nobody,sms,GB,segment,0.04,EUR,\n" +
                               "Other,email,,message,0.01,EUR,\n" + "Other,sms,XX,segment,0.04,EUR,\n" +
                               "Other,sms,GB,segment,\"0,04\",EUR,\n" + "Other,whatsapp,,message,0.06,EUR,2027-01-01\n";
        const auto checked = checkPriceFile(csv, accounts(), list());
        QVERIFY(checked);
        QCOMPARE(checked->prices,
                 (QList<Price>{price(1, u"DE"_s, 70'000),
                               price(2, {}, 50'000, QDate(2027, 1, 1), Channel::WhatsApp, Price::Unit::Message)}));
        QCOMPARE(checked->replaced, 1);
        QStringList found;
        for (const domain::PriceFault &fault : checked->faults)
            found << u"%1 %2 %3"_s.arg(fault.row).arg(fault.column, fault.reason);
        QCOMPARE(found, (QStringList{u"4 provider unknown"_s, u"5 channel offered"_s, u"6 country unknown"_s,
                                     u"7 price format"_s, u"8  twice"_s}));
    }

    void rejectedRowsAreCorrectedAndImportedAgain()
    {
        const QByteArray csv = "provider;channel;country;unit;price;currency\n"
                               "Other;sms;GB;segment;0,04;EUR\n"
                               "\"Main, account\";sms;FR;piece;0.07;EUR\n";
        const auto first = checkPriceFile(csv, accounts(), {});
        QVERIFY(first && first->prices.isEmpty());
        QByteArray file = rejectedRows(*first);
        QVERIFY2(file.contains("number with a point"), file.constData());
        file.replace("0,04", "0.04");
        const auto second = checkPriceFile(file, accounts(), {});
        QVERIFY(second);
        QCOMPARE(second->prices, QList<Price>{price(2, u"GB"_s, 40'000)});
        QCOMPARE(second->faults.size(), 1);
        file = rejectedRows(*second); // with one reason before each row, not two
        QCOMPARE(file.count("problem"), 1);
        QCOMPARE(file.split('\n').at(1).count("unit is"), 1);
        file.replace(";piece;", ";segment;");
        QCOMPARE(checkPriceFile(file, accounts(), {})->prices, QList<Price>{price(1, u"FR"_s, 70'000)});
    }

    void whatIsWrongWithAFileAsAWholeIsSaid()
    {
        const auto words = [](const QByteArray &csv) {
            return priceFileError(checkPriceFile(csv, accounts(), {}).error());
        };
        QVERIFY(words("provider,colour\n").contains(u"'colour'"));
        QVERIFY(words("provider,channel,unit,price\n").contains(u"'currency'"));
        QVERIFY(words(QByteArray(17 * 1024 * 1024, 'x')).contains(u"16 MB"));
    }

    void savedFilesAndExamplesCanBeImported()
    {
        const auto again = checkPriceFile(priceFileFor(list(), accounts()), accounts(), list());
        QVERIFY(again && again->faults.isEmpty());
        QCOMPARE(again->prices, list());
        QCOMPARE(again->replaced, list().size());
        const auto example = checkPriceFile(examplePriceFile(accounts(), u"DE"_s, u"EUR"_s), accounts(), {});
        QVERIFY(example && example->faults.isEmpty());
        QCOMPARE(example->prices.size(), 6); // each account's channels: a country and all others
        QVERIFY(!examplePriceFile({}, u"DE"_s, {}).isEmpty());
    }

    void ofSeveralPricesTheOneThatHoldsIsMarked()
    {
        PricesSection section;
        section.showPrices(list(), accounts(), today);
        const auto *table = section.findChild<DataTable *>();
        QCOMPARE(texts(*table, 4), (QStringList{u"Past"_s, u"Holds"_s, u"Later"_s, u"Holds"_s, u"Holds"_s}));
        QCOMPARE(texts(*table, 2)[3], u"All others"_s);
        QVERIFY(texts(*table, 3)[4].contains(u"0.0460 a message"));
        QCOMPARE(texts(*table, 5)[0], u"Always"_s);
    }

    void theListIsSearchedAndThinnedOut()
    {
        PricesSection section;
        section.showPrices(list(), accounts(), today);
        section.show();
        auto *table = section.findChild<DataTable *>();
        auto *remove = section.findChild<QPushButton *>(u"removePrices"_s);
        auto *search = section.findChild<QLineEdit *>(u"searchPrices"_s);
        QTest::keyClicks(search, u"germ"_s);
        QCOMPARE(table->model()->rowCount(), 3);
        search->setText(u"gb"_s); // by its code
        QCOMPARE(texts(*table, 0), QStringList{u"Other"_s});
        search->clear();
        auto *account = section.findChild<QComboBox *>(u"priceAccount"_s);
        account->setCurrentIndex(account->findText(u"Main, account"_s));
        QCOMPARE(table->model()->rowCount(), 4);
        QVERIFY(!remove->isEnabled());
        QSignalSpy removed(&section, &PricesSection::removeWanted);
        table->selectAll();
        QVERIFY(remove->isEnabled());
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.first().first().value<QList<Price>>().size(), 4); // what is seen, not the other account's
    }

    void anEmptyListSaysWhatItIsFor()
    {
        PricesSection section;
        section.showPrices({}, accounts(), today);
        section.show();
        QVERIFY(!section.findChild<DataTable *>()->isVisible());
        QSignalSpy example(&section, &PricesSection::exampleWanted);
        QSignalSpy wanted(&section, &PricesSection::importWanted);
        for (QPushButton *button : section.findChildren<QPushButton *>())
            if (button->isVisible())
                button->click();
        QCOMPARE(example.size(), 1);
        QCOMPARE(wanted.size(), 1);
        section.showProblem(u"The first line has no column 'price'."_s);
        QVERIFY(section.findChild<QLabel *>(u"priceProblem"_s)->isVisible());
    }

    void theDialogSaysWhatWillHappen()
    {
        const QByteArray csv =
            QByteArray(heading) + "Other,sms,GB,segment,0.04,EUR,\nNobody,sms,GB,segment,0.04,EUR,\n";
        const auto checked = checkPriceFile(csv, accounts(), {});
        auto *dialog = new PriceImportDialog(u"list.csv"_s, *checked, nullptr);
        dialog->show();
        QSignalSpy wanted(dialog, &PriceImportDialog::importWanted);
        auto *go = dialog->findChild<QPushButton *>(u"confirmImport"_s);
        QVERIFY(go->text().contains(u'1'));
        QCOMPARE(texts(*dialog->findChild<DataTable *>(), 1), QStringList{u"There is no account of this name."_s});
        go->click();
        go->click(); // once is enough
        QCOMPARE(wanted.size(), 1);
        dialog->showError({domain::ErrorCode::DiskFull, {}, {}});
        QVERIFY(go->isEnabled());
        delete dialog;
        const auto none = checkPriceFile(QByteArray(heading) + "Nobody,sms,GB,segment,0.04,EUR,\n", accounts(), {});
        dialog = new PriceImportDialog(u"list.csv"_s, *none, nullptr);
        QVERIFY(!dialog->findChild<QPushButton *>(u"confirmImport"_s)->isEnabled());
        delete dialog;
    }

    void anAmountIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("micros"); // -1: none
        QTest::newRow("point") << u"0.0079"_s << qint64(7'900);
        QTest::newRow("comma") << u" 0,05 "_s << qint64(50'000);
        QTest::newRow("whole") << u"12"_s << qint64(12'000'000);
        QTest::newRow("nothing") << u"0"_s << qint64(0);
        QTest::newRow("six places") << u"0.000001"_s << qint64(1);
        QTest::newRow("seven places") << u"0.0000001"_s << qint64(-1);
        QTest::newRow("negative") << u"-1"_s << qint64(-1);
        QTest::newRow("thousands") << u"1,000.00"_s << qint64(-1);
        QTest::newRow("half") << u"0."_s << qint64(-1);
        QTest::newRow("words") << u"free"_s << qint64(-1);
    }
    void anAmountIsReadAsItIsTyped()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, micros);
        QCOMPARE(microsTyped(text).value_or(-1), micros);
    }

    void aPriceIsWrittenByHand()
    {
        Price begun;
        begun.amount.currency = u"EUR"_s;
        auto *dialog = new PriceDialog(begun, list(), accounts(), nullptr);
        dialog->show();
        QSignalSpy wanted(dialog, &PriceDialog::saveWanted);
        auto *save = dialog->findChild<QPushButton *>(u"savePrice"_s);
        auto *amount = dialog->findChild<QLineEdit *>(u"priceDialogAmount"_s);
        auto *currency = dialog->findChild<QLineEdit *>(u"priceDialogCurrency"_s);
        auto *from = dialog->findChild<QLineEdit *>(u"priceDialogFrom"_s);
        auto *note = dialog->findChild<QLabel *>(u"priceNote"_s);
        const auto says = [&](const QString &words) {
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                if (label->isVisible() && label->text().contains(words))
                    return true;
            return false;
        };
        save->click();
        QVERIFY(says(u"A price is needed"_s));
        QTest::keyClicks(amount, u"0.0a"_s);
        QVERIFY(says(u"with at most six places"_s)); // while it is typed
        amount->selectAll();
        QTest::keyClicks(amount, u"0,051"_s);
        QVERIFY(!says(u"with at most six places"_s));
        currency->selectAll();
        QTest::keyClicks(currency, u"us1"_s);
        QVERIFY(says(u"A currency has three letters"_s));
        currency->selectAll();
        QTest::keyClicks(currency, u"usd"_s);
        QCOMPARE(currency->text(), u"USD"_s);
        from->setText(u"32 May"_s);
        save->click();
        QVERIFY(says(u"This is no date"_s));
        QCOMPARE(wanted.size(), 0);
        from->setText(u"2027-01-01"_s);
        auto *country = dialog->findChild<QComboBox *>(u"priceDialogCountry"_s);
        QVERIFY(!note->isVisible());
        country->setCurrentIndex(country->findData(u"DE"_s));
        QVERIFY(note->isVisible()); // that case has one from that day on
        QCOMPARE(dialog->replaced(), price(1, u"DE"_s, 90'000, QDate(2027, 1, 1)));
        save->click();
        QCOMPARE(wanted.size(), 1);
        Price made = price(1, u"DE"_s, 51'000, QDate(2027, 1, 1));
        made.amount.currency = u"USD"_s;
        QCOMPARE(dialog->price(), made);
        delete dialog;
    }

    void aPriceIsChanged()
    {
        const Price before = list().last(); // WhatsApp to Britain, of the other account
        auto *dialog = new PriceDialog(before, list(), accounts(), nullptr);
        dialog->show();
        QCOMPARE(dialog->price(), before);
        QVERIFY(!dialog->replaced());
        auto *account = dialog->findChild<QComboBox *>(u"priceDialogAccount"_s);
        auto *channel = dialog->findChild<QComboBox *>(u"priceDialogChannel"_s);
        QCOMPARE(channel->count(), 2);
        account->setCurrentIndex(0); // has SMS alone
        QCOMPARE(channel->count(), 1);
        QCOMPARE(dialog->price().channel, Channel::Sms);
        QCOMPARE(dialog->price().country, u"GB"_s);
        QCOMPARE(checks::unnamedControls(*dialog), QStringList());
        QCOMPARE(checks::unreachable(*dialog), QStringList());
        QCOMPARE(checks::cutTexts(*dialog).join(u"\n"_s), QString());
        delete dialog;
    }

    void aRowIsOpenedForEditing()
    {
        PricesSection section;
        section.showPrices(list(), accounts(), today);
        section.show();
        auto *table = section.findChild<DataTable *>();
        auto *edit = section.findChild<QPushButton *>(u"editPrice"_s);
        QSignalSpy edited(&section, &PricesSection::editWanted);
        QVERIFY(!edit->isEnabled());
        table->selectRow(3);
        edit->click();
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited.first().first().value<Price>(), price(1, {}, 100'000));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(edited.size(), 2);
        table->selectAll();
        QVERIFY(!edit->isEnabled());
    }

    void everythingHasANameAndFits_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 900;
        QTest::newRow("narrow") << 500;
    }

    void everythingHasANameAndFits()
    {
        QFETCH(const int, width);
        for (const QList<Price> &prices : {list(), QList<Price>()}) {
            PricesSection section;
            section.showPrices(prices, accounts(), today);
            section.showProblem(u"The first line has no column 'price'. The columns are: provider, channel."_s);
            section.resize(width, 700);
            section.show();
            QVERIFY(QTest::qWaitForWindowExposed(&section));
            QCOMPARE(checks::unnamedControls(section), QStringList());
            QCOMPARE(checks::unreachable(section), QStringList());
            QCOMPARE(checks::cutTexts(section).join(u"\n"_s), QString());
        }
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const Theme theme(application);
    TestPrices test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_prices.moc"

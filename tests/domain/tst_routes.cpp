#include "domain/provider/pricelist.h"
#include "domain/provider/route.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

/// Which way a message goes, and what it is expected to cost there.
class RoutesTest : public QObject
{
    Q_OBJECT

    static Route way(qint64 provider, const QString &country = {}, std::optional<Category> category = {},
                     int position = 0, int weight = 1)
    {
        return {Channel::Sms, country, category, position, weight, ProviderId{provider}, {}};
    }

    static QList<qint64> providersOf(const QList<Route> &routes)
    {
        QList<qint64> ids;
        for (const Route &route : routes)
            ids << route.provider.value;
        return ids;
    }

private Q_SLOTS:
    void theClosestCaseHoldsAlone_data()
    {
        QTest::addColumn<QString>("country");
        QTest::addColumn<int>("category");
        QTest::addColumn<QList<qint64>>("providers");
        QTest::newRow("country and category") << u"GB"_s << int(Category::Marketing) << QList<qint64>{4};
        QTest::newRow("country") << u"GB"_s << int(Category::Transactional) << QList<qint64>{3};
        QTest::newRow("category") << u"FR"_s << int(Category::Marketing) << QList<qint64>{2};
        QTest::newRow("neither") << u"FR"_s << int(Category::Transactional) << QList<qint64>{1, 5};
        QTest::newRow("no country") << QString() << int(Category::Transactional) << QList<qint64>{1, 5};
    }

    void theClosestCaseHoldsAlone()
    {
        QFETCH(const QString, country);
        QFETCH(const int, category);
        const RouteTable table({way(5, {}, {}, 1), way(1), way(2, {}, Category::Marketing), way(3, u"GB"_s),
                                way(4, u"GB"_s, Category::Marketing)});
        QTEST(providersOf(table.waysOf(Channel::Sms, country, Category(category), MessageId{7})), "providers");
        QVERIFY(table.waysOf(Channel::Email, country, Category(category), MessageId{7}).isEmpty());
    }

    void equalsShareByWeightAndTheSameMessageAlwaysGoesTheSameWay()
    {
        const RouteTable table({way(1, {}, {}, 0, 3), way(2, {}, {}, 0, 1), way(3, {}, {}, 1, 100)});
        QHash<qint64, int> first;
        for (qint64 id = 1; id <= 10'000; ++id) {
            const auto ways = table.waysOf(Channel::Sms, u"GB"_s, Category::Marketing, MessageId{id});
            QCOMPARE(ways.size(), 3);
            QCOMPARE(ways[2].provider.value, 3);
            QCOMPARE(providersOf(table.waysOf(Channel::Sms, u"GB"_s, Category::Marketing, MessageId{id})),
                     providersOf(ways));
            ++first[ways[0].provider.value];
        }
        QVERIFY2(std::abs(first[1] - 7'500) < 200, qPrintable(QString::number(first[1])));
    }

    void twoSendersOfOneAccountAreTwoWays()
    {
        Route a = way(1);
        a.sender = u"+441"_s;
        Route b = way(1);
        b.sender = u"+442"_s;
        const RouteTable table({a, b});
        int firstA = 0;
        for (qint64 id = 1; id <= 1'000; ++id)
            firstA += table.waysOf(Channel::Sms, {}, Category::Marketing, MessageId{id})[0].sender == a.sender;
        QVERIFY(firstA > 400 && firstA < 600);
    }

    void thePriceOfTheDayAndTheCountryHolds_data()
    {
        QTest::addColumn<QString>("country");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("its own") << u"GB"_s << QDate(2026, 11, 20) << qint64(80'000);
        QTest::newRow("before it changed") << u"GB"_s << QDate(2026, 1, 1) << qint64(60'000);
        QTest::newRow("all others, by the message") << u"FR"_s << QDate(2026, 11, 20) << qint64(50'000);
        QTest::newRow("before the first") << u"FR"_s << QDate(2019, 1, 1) << qint64(0);
    }

    void thePriceOfTheDayAndTheCountryHolds()
    {
        QFETCH(const QString, country);
        QFETCH(const QDate, day);
        const ProviderId one{1};
        const PriceList list({{one, Channel::Sms, u"GB"_s, Price::Unit::Segment, {30'000, u"EUR"_s}, QDate(2020, 1, 1)},
                              {one, Channel::Sms, u"GB"_s, Price::Unit::Segment, {40'000, u"EUR"_s}, QDate(2026, 6, 1)},
                              {one, Channel::Sms, {}, Price::Unit::Message, {50'000, u"EUR"_s}, QDate(2020, 1, 1)}});
        const Money estimate = list.estimate(one, Channel::Sms, country, 2, day);
        QTEST(estimate.micros, "micros");
        QCOMPARE(estimate.currency.isEmpty(), estimate.micros == 0);
        QVERIFY(list.estimate(ProviderId{2}, Channel::Sms, country, 2, day).currency.isEmpty());
    }

    void aPriceFileIsRead()
    {
        const auto lines = priceLinesFrom("\xef\xbb\xbfprovider;channel;country;unit;price;currency;valid_from\r\n"
                                          "\"Twilio; UK\";sms;gb;segment;0.0405;usd;2026-06-01\r\n"
                                          "\r\n"
                                          "Other;whatsapp;;message;0,1;eur;\r\n");
        QVERIFY(!lines);
        QCOMPARE(lines.error().place, u"row 4, column price"_s);
        const auto good = priceLinesFrom("price,provider,channel,unit,currency\n1,Twilio,SMS,message,EUR\n");
        QVERIFY(good);
        QCOMPARE(good->size(), 1);
        QCOMPARE(good->first().price.amount, (Money{1'000'000, u"EUR"_s}));
        QCOMPARE(good->first().price.validFrom, QDate(1970, 1, 1));
    }

    void whatIsWrongInAPriceFileIsNamed_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *text, const char *place) {
            QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(place);
        };
        row(",sms,GB,segment,0.1,EUR,", "row 2, column provider");
        row("A,pigeon,GB,segment,0.1,EUR,", "row 2, column channel");
        row("A,sms,GBR,segment,0.1,EUR,", "row 2, column country");
        row("A,sms,GB,word,0.1,EUR,", "row 2, column unit");
        row("A,sms,GB,segment,-1,EUR,", "row 2, column price");
        row("A,sms,GB,segment,0.1234567,EUR,", "row 2, column price");
        row("A,sms,GB,segment,5000,EUR,", "row 2, column price");
        row("A,sms,GB,segment,0.1,EURO,", "row 2, column currency");
        row("A,sms,GB,segment,0.1,EUR,tomorrow", "row 2, column valid_from");
        row("A,sms,GB", "row 2");
    }

    void whatIsWrongInAPriceFileIsNamed()
    {
        QFETCH(const QByteArray, row);
        const auto lines = priceLinesFrom("provider,channel,country,unit,price,currency,valid_from\n" + row + '\n');
        QVERIFY(!lines);
        QTEST(lines.error().place, "place");
    }

    void whatFitsIsReadBesideWhatDoesNot()
    {
        const auto file = readPriceFile("problem;provider;channel;country;unit;price;currency;valid_from\n"
                                        ";Twilio;sms;GB;segment;0.04;EUR;\n"
                                        "\"a decimal; point\";\"T; 2\";sms;DE;segment;0,08;EUR;\n"
                                        ";Twilio;sms\n"
                                        ";Twilio;sms;FR;segment;0.07;EUR;2026-06-01\n");
        QVERIFY(file);
        QCOMPARE(file->lines.size(), 2);
        QCOMPARE(file->lines[0].row, 2);
        QCOMPARE(file->lines[1].price.country, u"FR"_s);
        QCOMPARE(file->faults, (QList<PriceFault>{{3, u"price"_s, u"format"_s,
                                                   u"\"a decimal; point\";\"T; 2\";sms;DE;segment;0,08;EUR;"_s},
                                                  {4, {}, u"columns"_s, u";Twilio;sms"_s}}));
        QCOMPARE(readPriceFile("provider,channel,unit,price\n").error().place, u"row 1, column currency"_s);
        QCOMPARE(readPriceFile("provider,colour\n").error().place, u"row 1, column colour"_s);
    }

    void aWrittenPriceFileReadsTheSame()
    {
        QList<PriceLine> lines;
        const auto add = [&](const QString &name, Channel channel, const QString &country, Price::Unit unit,
                             qint64 micros, QDate day) {
            lines << PriceLine{name, {{}, channel, country, unit, {micros, u"EUR"_s}, day}, 0, {}};
        };
        add(u"Twilio"_s, Channel::Sms, u"GB"_s, Price::Unit::Segment, 40'500, QDate(1970, 1, 1));
        add(u"A \"big\", old; one"_s, Channel::WhatsApp, {}, Price::Unit::Message, 1, QDate(2026, 12, 31));
        add(u"Mail"_s, Channel::Email, {}, Price::Unit::Message, 999'000'000, QDate(2027, 1, 1));
        const auto read = priceLinesFrom(priceFileOf(lines));
        QVERIFY(read);
        QCOMPARE(read->size(), lines.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QCOMPARE((*read)[i].provider, lines[i].provider);
            QCOMPARE((*read)[i].price, lines[i].price);
        }
    }
};

QTEST_APPLESS_MAIN(RoutesTest)
#include "tst_routes.moc"

#include "sources/contacts/fields.h"
#include "sources/contacts/rowmapper.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sources;

class RowMapperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersAreRecognised_data()
    {
        QTest::addColumn<QStringList>("headers");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("english") << QStringList{u"First Name"_s, u"Surname"_s, u"Mobile Phone"_s, u"E-mail address"_s,
                                                u"Shoe size"_s}
                                 << QStringList{u"first_name"_s, u"last_name"_s, u"phone"_s, u"email"_s, u""_s};
        QTest::newRow("german") << QStringList{u"Kunden-Nr."_s, u"Vorname"_s, u"Nachname"_s,
                                               u"Handy"_s,      u"E-Mail"_s,  u"Geburtsdatum"_s}
                                << QStringList{u"external_id"_s, u"first_name"_s, u"last_name"_s,
                                               u"phone"_s,       u"email"_s,      u"birthday"_s};
        QTest::newRow("french") << QStringList{u"Prénom"_s, u"Société"_s, u"Téléphone"_s, u"Date de naissance"_s}
                                << QStringList{u"first_name"_s, u"company"_s, u"phone"_s, u"birthday"_s};
        QTest::newRow("each once") << QStringList{u"Phone"_s, u"Mobile"_s, u"Email"_s}
                                   << QStringList{u"phone"_s, u""_s, u"email"_s};
        QTest::newRow("our own") << QStringList{u"external_id"_s, u"last_purchase_amount"_s, u"attribute:size"_s}
                                 << QStringList{u"external_id"_s, u"last_purchase_amount"_s, u"attribute:size"_s};
    }
    void headersAreRecognised()
    {
        QFETCH(QStringList, headers);
        QFETCH(QStringList, expected);
        QCOMPARE(guessFields(headers), expected);
        for (const QString &field : expected)
            QVERIFY(isImportField(field));
    }

    void aFirstRowOfDataIsNoHeader()
    {
        QVERIFY(looksLikeHeader({u"Name"_s, u"Phone"_s}));
        QVERIFY(!looksLikeHeader({u"Ana Díaz"_s, u"+34 600 000 000"_s}));
        QVERIFY(!looksLikeHeader({u"Ana"_s, u"ana@example.com"_s}));
    }

    void datesAreReadAsTheCountryWritesThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("dayFirst");
        QTest::addColumn<QDate>("monthFirst");
        const auto row = [](const char *text, QDate dayFirst, QDate monthFirst) {
            QTest::newRow(text) << QString::fromUtf8(text) << dayFirst << monthFirst;
        };
        row("2025-04-03", {2025, 4, 3}, {2025, 4, 3});
        row("2025-04-03 10:00:00", {2025, 4, 3}, {2025, 4, 3});
        row("03/04/2025", {2025, 4, 3}, {2025, 3, 4});
        row("3.4.2025", {2025, 4, 3}, {2025, 4, 3});
        row("13/04/2025", {2025, 4, 13}, {2025, 4, 13});
        row("04/13/2025", {2025, 4, 13}, {2025, 4, 13});
        row("3 April 1985", {1985, 4, 3}, {1985, 4, 3});
        row("Apr 3, 2025", {2025, 4, 3}, {2025, 4, 3});
        row("3. März 2025", {2025, 3, 3}, {2025, 3, 3});
        row("03/04/85", {1985, 4, 3}, {1985, 3, 4});
        row("31.02.2025", {}, {});
        row("2025-13-01", {}, {});
        row("soon", {}, {});
        row("12", {}, {});
        row("0000-00-00", {}, {});
    }
    void datesAreReadAsTheCountryWritesThem()
    {
        QFETCH(QString, text);
        QFETCH(QDate, dayFirst);
        QFETCH(QDate, monthFirst);
        QCOMPARE(parseDateCell(text, DateOrder::DayFirst).value_or(QDate()), dayFirst);
        QCOMPARE(parseDateCell(text, DateOrder::MonthFirst).value_or(QDate()), monthFirst);
    }

    void amounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("micros"); // -1: refused
        const auto row = [](const char *text, qint64 micros) {
            QTest::newRow(text) << QString::fromUtf8(text) << micros;
        };
        row("1234.5", 1'234'500'000);
        row("1,234.50", 1'234'500'000);
        row("1.234,50 €", 1'234'500'000);
        row("1 234,5", 1'234'500'000);
        row("$1,234", 1'234'000'000);
        row("0,125", 125'000);
        row("12,50", 12'500'000);
        row("-7.25", -7'250'000);
        row("1.234.567", 1'234'567'000'000);
        row("abc", -1);
        row("", -1);
        row("12#3", -1);
    }
    void amounts()
    {
        QFETCH(QString, text);
        QFETCH(qint64, micros);
        QCOMPARE(parseAmountCell(text).value_or(-1), micros);
    }

    void aRowBecomesAContact()
    {
        engine::ImportPlan plan;
        plan.fields = {u"external_id"_s, u"name"_s,     u"phone"_s, u"email"_s,          u"country"_s,
                       u"tags"_s,        u"birthday"_s, u"vip"_s,   u"attribute:size"_s, u"last_purchase_amount"_s,
                       u"language"_s,    u"time_zone"_s};
        plan.defaultCountry = u"US"_s;
        plan.addTags = {u"imported"_s};
        const RowMapper mapper(plan, plan.fields);
        const auto mapped = mapper.map(
            {2,
             {u"C-1"_s, u" Díaz, Ana "_s, u"07911 123456"_s, u" Ana@Example.COM "_s, u"United Kingdom"_s,
              u"gold; new"_s, u"1990-02-28"_s, u"yes"_s, u"L"_s, u"12.50"_s, u"Spanish"_s, u"Europe/London"_s},
             {}});
        QVERIFY(mapped);
        QCOMPARE(mapped->externalId, u"C-1"_s);
        QCOMPARE(mapped->firstName, u"Ana"_s);
        QCOMPARE(mapped->lastName, u"Díaz"_s);
        QCOMPARE(mapped->displayName, u"Ana Díaz"_s);
        QCOMPARE(mapped->addresses.size(), 2);
        QCOMPARE(mapped->addresses[0].value, u"+447911123456"_s);
        QVERIFY(mapped->addresses[0].usable);
        QCOMPARE(mapped->addresses[1].value, u"Ana@example.com"_s);
        QCOMPARE(mapped->country, u"GB"_s);
        QCOMPARE(mapped->tags, (QStringList{u"gold"_s, u"imported"_s, u"new"_s}));
        QCOMPARE(mapped->birthday, QDate(1990, 2, 28));
        QVERIFY(mapped->vip);
        QCOMPARE(mapped->attributes.value(u"size"_s).toString(), u"L"_s);
        QCOMPARE(mapped->lastPurchaseMicros, std::optional<qint64>(12'500'000));
        QCOMPARE(mapped->language, u"es"_s);
    }

    void badCellsAreNamed_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QStringList &cells, const char *column, const char *reason) {
            QTest::newRow(name) << cells << QString::fromUtf8(column) << QString::fromUtf8(reason);
        };
        row("letters", {u"A"_s, u"212 555 0123 mobile"_s}, "Phone", "letters");
        row("two numbers", {u"A"_s, u"212-555-0123 / 212-555-0124"_s}, "Phone", "several_numbers");
        row("email", {u"A"_s, {}, u"a@b"_s}, "Mail", "bad_email");
        row("date", {u"A"_s, u"2125550123"_s, {}, u"31.02.2020"_s}, "Born", "bad_date");
        row("nothing to send to", {u"A"_s}, "", "no_address");
        row("too many", {u"A"_s, u"2125550123"_s, {}, {}, {}, u"?"_s}, "Column 6", "too_many_cells");
        row("country", {u"A"_s, u"2125550123"_s, {}, {}, u"Atlantis"_s}, "Land", "bad_country");
    }
    void badCellsAreNamed()
    {
        QFETCH(QStringList, cells);
        QFETCH(QString, column);
        QFETCH(QString, reason);
        engine::ImportPlan plan;
        plan.fields = {u"name"_s, u"phone"_s, u"email"_s, u"birthday"_s, u"country"_s};
        plan.defaultCountry = u"US"_s;
        const RowMapper mapper(plan, {u"Name"_s, u"Phone"_s, u"Mail"_s, u"Born"_s, u"Land"_s});
        const auto mapped = mapper.map({7, cells, {}});
        QVERIFY(!mapped);
        QCOMPARE(mapped.error().row, 7);
        QCOMPARE(mapped.error().column, column);
        QCOMPARE(mapped.error().reason, reason);
    }

    void aLandLineIsKeptButNotSentTo()
    {
        engine::ImportPlan plan;
        plan.fields = {u"phone"_s};
        plan.defaultCountry = u"DE"_s;
        const auto mapped = RowMapper(plan, {u"Tel"_s}).map({2, {u"030 901820"_s}, {}});
        QVERIFY(mapped);
        QVERIFY(!mapped->addresses[0].usable);
        QCOMPARE(mapped->addresses[0].unusableReason, u"not_mobile"_s);
    }
};

QTEST_APPLESS_MAIN(RowMapperTest)
#include "tst_rowmapper.moc"

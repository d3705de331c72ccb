#include "domain/address/phone.h"
#include "domain/address/timezones.h"

#include <phonenumbers/phonenumberutil.h>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace domain;
using namespace Qt::StringLiterals;
using Util = i18n::phonenumbers::PhoneNumberUtil;

namespace {

// What the library says without any short cut of ours: E.164, country and validity.
QString plainAnswer(const QString &input, const QString &region)
{
    const Util *util = Util::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    if (util->Parse(input.toStdString(), region.isEmpty() ? "ZZ" : region.toStdString(), &number) !=
            Util::NO_PARSING_ERROR ||
        !util->IsValidNumber(number))
        return {};
    std::string e164, country;
    util->Format(number, Util::E164, &e164);
    util->GetRegionCodeForNumber(number, &country);
    return QString::fromStdString(e164 + ' ' + (country == "001" ? "" : country));
}

QString ourAnswer(const QString &input, const QString &region)
{
    const auto number = parsePhone(input, region);
    return number ? number->e164 + u' ' + number->country : QString();
}

} // namespace

class PhoneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badInputHasItsReason_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("region");
        QTest::addColumn<PhoneProblem>("problem");
        const auto row = [](const char *name, const QString &input, PhoneProblem problem,
                            const QString &region = u"US"_s) { QTest::newRow(name) << input << region << problem; };
        row("nothing", u""_s, PhoneProblem::Empty);
        row("spaces", u"  \t "_s, PhoneProblem::Empty);
        row("only invisible characters", u"\u200b\u200e"_s, PhoneProblem::Empty);
        row("65 characters", u"+1"_s + QString(63, u'5'), PhoneProblem::TooLong);
        row("characters that grow when normalised", QString(20, QChar(0xFDFA)), PhoneProblem::TooLong);
        row("words", u"not a number"_s, PhoneProblem::NotANumber);
        row("a plus", u"+"_s, PhoneProblem::NotANumber);
        row("a remark", u"212 555 0199 (mobile)"_s, PhoneProblem::Letters);
        row("a vanity number", u"1-800-FLOWERS"_s, PhoneProblem::Letters);
        row("letters after the extension", u"212 555 0199 x45 home"_s, PhoneProblem::Letters);
        row("a marker without digits", u"212 555 0199 ext"_s, PhoneProblem::Letters);
        row("Cyrillic letters", u"212 555 0199 дом"_s, PhoneProblem::Letters);
        row("two with a slash", u"212-555-0199 / 212-555-0100"_s, PhoneProblem::SeveralNumbers);
        row("two with a comma", u"212-555-0199, 212-555-0100"_s, PhoneProblem::SeveralNumbers);
        row("two with a semicolon", u"212-555-0199;212-555-0100"_s, PhoneProblem::SeveralNumbers);
        row("two with or", u"212-555-0199 or 212-555-0100"_s, PhoneProblem::SeveralNumbers);
        row("two with plus", u"+12125550199 +12125550100"_s, PhoneProblem::SeveralNumbers);
        row("two lines", u"212-555-0199\n212-555-0100"_s, PhoneProblem::SeveralNumbers);
        row("no country", u"2125550123"_s, PhoneProblem::InvalidCountryCode, QString());
        row("a made-up country", u"2125550123"_s, PhoneProblem::InvalidCountryCode, u"XX"_s);
        row("a made-up calling code", u"+999 123 456"_s, PhoneProblem::InvalidCountryCode);
        row("too short", u"12345"_s, PhoneProblem::TooShort);
        row("too long", u"+1 212 555 01234"_s, PhoneProblem::LongNumber);
        row("a local number", u"555-0123"_s, PhoneProblem::LocalOnly);
        row("no such area", u"+1 112 555 0123"_s, PhoneProblem::NotValid);
        row("a NUL inside", u"212\0005550123"_s, PhoneProblem::NotANumber);
    }

    void badInputHasItsReason()
    {
        QFETCH(QString, input);
        QFETCH(QString, region);
        QFETCH(PhoneProblem, problem);
        const auto number = parsePhone(input, region);
        QVERIFY(!number.has_value());
        QCOMPARE(toText(number.error()), toText(problem));
    }

    void untidyInputIsRead_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("e164");
        QTest::addColumn<QString>("extension");
        const auto row = [](const char *name, const QString &input, const QString &region, const QString &e164,
                            const QString &extension = {}) {
            QTest::newRow(name) << input << region << e164 << extension;
        };
        row("full width", u"＋１２１２５５５０１２３"_s, QString(), u"+12125550123"_s);
        row("direction marks", u"\u202a+1 212 555 0123\u202c"_s, QString(), u"+12125550123"_s);
        row("no-break spaces", u"+1\u00a0212\u00a0555\u20110123"_s, QString(), u"+12125550123"_s);
        row("tel", u"tel:+1-212-555-0123"_s, QString(), u"+12125550123"_s);
        row("TEL with extension", u"TEL:+1-212-555-0123;ext=45"_s, QString(), u"+12125550123"_s, u"45"_s);
        row("ext.", u"(212) 555-0123 ext. 45"_s, u"US"_s, u"+12125550123"_s, u"45"_s);
        row("x", u"212.555.0123x7"_s, u"US"_s, u"+12125550123"_s, u"7"_s);
        row("extension after a comma", u"212-555-0123, Extension 1234"_s, u"US"_s, u"+12125550123"_s, u"1234"_s);
        row("extension in brackets", u"212-555-0123 (ext 9)"_s, u"US"_s, u"+12125550123"_s, u"9"_s);
        row("a slash after the area code", u"030/23125000"_s, u"DE"_s, u"+493023125000"_s);
        row("a country in small letters", u"030 23125 000"_s, u"de"_s, u"+493023125000"_s);
        row("Arabic digits", u"٠٥٠ ١٢٣ ٤٥٦٧"_s, u"AE"_s, u"+971501234567"_s);
        row("Mexico's old mobile prefix", u"+52 1 55 1234 5678"_s, QString(), u"+525512345678"_s);
        row("Italy's zero", u"+39 06 1234 5678"_s, QString(), u"+390612345678"_s);
        row("of no country", u"+800 1234 5678"_s, u"US"_s, u"+80012345678"_s);
    }

    void untidyInputIsRead()
    {
        QFETCH(QString, input);
        QFETCH(QString, region);
        QFETCH(QString, e164);
        const auto number = parsePhone(input, region);
        QVERIFY2(number.has_value(), number ? "" : qPrintable(toText(number.error())));
        QCOMPARE(number->e164, e164);
        QTEST(number->extension, "extension");
        if (!number->extension.isEmpty())
            QCOMPARE(number->sms, SmsReach::No);
    }

    void numberBelongsToItsCountry_data()
    {
        QTest::addColumn<QString>("e164");
        QTest::addColumn<QString>("country");
        QTest::newRow("Guernsey") << u"+447911123456"_s << u"GG"_s;
        QTest::newRow("Isle of Man") << u"+447624123456"_s << u"IM"_s;
        QTest::newRow("Jersey") << u"+441534123456"_s << u"JE"_s;
        QTest::newRow("Kazakhstan") << u"+77011234567"_s << u"KZ"_s;
        QTest::newRow("Puerto Rico") << u"+17875550123"_s << u"PR"_s;
        QTest::newRow("Canada") << u"+14165550123"_s << u"CA"_s;
        QTest::newRow("none") << u"+80012345678"_s << QString();
    }

    void numberBelongsToItsCountry()
    {
        QFETCH(QString, e164);
        const auto number = parsePhone(e164, {});
        QVERIFY(number.has_value());
        QTEST(number->country, "country");
    }

    // The short cut for North America must not change one answer. Seeded, so a failure comes again.
    void shortCutsAgreeWithTheLibrary()
    {
        QRandomGenerator random(20221012);
        const QStringList regions{u"US"_s, u"CA"_s, u"JM"_s, u"AG"_s, u"BB"_s, u"VG"_s, u"DE"_s, u"MX"_s, QString()};
        const QStringList forms{u"%1"_s,  u"+1%1"_s,    u"1%1"_s,    u"+%1"_s,
                                u"(%1"_s, u"+1 (%1)"_s, u"011 %1"_s, u"+1-%1."_s};
        int valid = 0;
        for (int i = 0; i < 20000; ++i) {
            const int length = random.bounded(8) == 0 ? 6 + random.bounded(7) : 10;
            QString digits;
            for (int d = 0; d < length; ++d)
                digits += QChar(u'0' + random.bounded(10));
            if (i % 2 == 0)
                digits.replace(
                    0, qMin<qsizetype>(6, digits.size()),
                    QStringList{u"212555"_s, u"416555"_s, u"876555"_s, u"800555"_s, u"268464"_s, u"900234"_s}.at(
                        random.bounded(6)));
            const QString input = forms.at(random.bounded(forms.size())).arg(digits);
            const QString region = regions.at(random.bounded(regions.size()));
            const QString wanted = plainAnswer(input, region);
            valid += wanted.isEmpty() ? 0 : 1;
            QVERIFY2(ourAnswer(input, region) == wanted, qPrintable(input + u" in "_s + region));
        }
        QVERIFY(valid > 3000);
    }

    void hostileInputCostsNothing()
    {
        QElapsedTimer timer;
        timer.start();
        const QString endless(10'000'000, u'1');
        QCOMPARE(parsePhone(endless, u"US").error(), PhoneProblem::TooLong);
        QVERIFY2(timer.elapsed() < 1000, "the length is not looked at first");
    }

    void shortCodesAndEmergencyNumbersAreKnown()
    {
        QVERIFY(isShortCode(u"611", u"US"));
        QVERIFY(!isShortCode(u"+12125550123", u"US"));
        QVERIFY(isEmergencyNumber(u"911", u"US"));
        QVERIFY(isEmergencyNumber(u"112", u"DE"));
        QVERIFY(!isEmergencyNumber(u"212 555 0123", u"US"));
    }

    void everyZoneOfTheTablesIsKnownToQt()
    {
        QSet<QByteArray> zones;
        for (char16_t a = u'A'; a <= u'Z'; ++a)
            for (char16_t b = u'A'; b <= u'Z'; ++b)
                for (const QByteArray &zone : zonesOfCountry(QString(QChar(a)) + QChar(b)))
                    zones.insert(zone);
        QVERIFY(zones.size() > 380);
        for (const QByteArray &zone : std::as_const(zones))
            QVERIFY2(QTimeZone(zone).isValid(), zone.constData());
    }

    void zonesFollowTheLongestPrefix()
    {
        QCOMPARE(zonesOfNumber(u"+12125550123"), ZoneIds{"America/New_York"});
        QCOMPARE(zonesOfNumber(u"+16025550123"), (ZoneIds{"America/Denver", "America/Phoenix"}));
        QCOMPARE(zonesOfNumber(u"+18005551212").size(), 42);
        QCOMPARE(zonesOfNumber(u"555"), ZoneIds());
    }

    void placelessAmericanNumbersTakeTheMainland()
    {
        QCOMPARE(sendingZones(*parsePhone(u"+18005551212", {})), mainlandZones());
        QCOMPARE(sendingZones(*parsePhone(u"+18765550123", {})), ZoneIds{"America/Jamaica"});
        QCOMPARE(sendingZones(*parsePhone(u"+12125550123", {})), ZoneIds{"America/New_York"});
        QCOMPARE(sendingZones(*parsePhone(u"+493023125000", {})), ZoneIds{"Europe/Berlin"});
    }

    void countriesHaveTheirCapitalsZone()
    {
        QCOMPARE(capitalZone(u"us"), "America/New_York"_ba);
        QCOMPARE(capitalZone(u"AU"), "Australia/Sydney"_ba);
        QCOMPARE(capitalZone(u"RU"), "Europe/Moscow"_ba);
        QCOMPARE(capitalZone(u"DE"), "Europe/Berlin"_ba);
        QCOMPARE(capitalZone(u"XX"), QByteArray());
        QCOMPARE(zonesOfCountry(u"in"), ZoneIds{"Asia/Kolkata"});
    }
};

QTEST_APPLESS_MAIN(PhoneTest)
#include "tst_phone.moc"

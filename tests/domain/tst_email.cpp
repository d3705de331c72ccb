#include "domain/address/address.h"
#include "domain/address/email.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

class EmailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressIsNormalised_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const QString &input, const QString &wanted) {
            QTest::newRow(name) << input << wanted;
        };
        row("plain", u"ann@example.com"_s, u"ann@example.com"_s);
        row("spaces around", u"  ann@example.com\n"_s, u"ann@example.com"_s);
        row("the domain's case goes, the local part's stays", u"Ann.Lee@Example.COM"_s, u"Ann.Lee@example.com"_s);
        row("plus and signs", u"a+b_c-d'e!#$%&*/=?^`{|}~@x-y.example"_s, u"a+b_c-d'e!#$%&*/=?^`{|}~@x-y.example"_s);
        row("an international domain", u"info@Bücher.example"_s, u"info@xn--bcher-kva.example"_s);
        row("a domain in ACE form", u"info@xn--bcher-kva.example"_s, u"info@xn--bcher-kva.example"_s);
        row("an international local part, composed", u"jo\u0308rg@example.com"_s, u"jörg@example.com"_s);
        row("Hindi", u"संपर्क@उदाहरण.भारत"_s, u"संपर्क@xn--p1b6ci4b4b3a.xn--h2brj9c"_s);
        row("full-width dot in the domain", u"a@例え。テスト"_s, u"a@xn--r8jz45g.xn--zckzah"_s);
        row("64 bytes before the @", QString(64, u'a') + u"@b.example"_s, QString(64, u'a') + u"@b.example"_s);
    }

    void addressIsNormalised()
    {
        QFETCH(QString, input);
        const auto email = normalisedEmail(input);
        QVERIFY(email.has_value());
        QTEST(*email, "wanted");
        QCOMPARE(normalisedEmail(*email), email); // a second time changes nothing
    }

    void badAddressIsRefused_data()
    {
        QTest::addColumn<QString>("input");
        const auto row = [](const char *name, const QString &input) { QTest::newRow(name) << input; };
        row("empty", u""_s);
        row("no @", u"ann.example.com"_s);
        row("nothing before", u"@example.com"_s);
        row("nothing after", u"ann@"_s);
        row("two @", u"a@b@example.com"_s);
        row("no dot in the domain", u"ann@localhost"_s);
        row("an address literal", u"ann@[192.0.2.1]"_s);
        row("a number for a domain", u"ann@192.0.2.1"_s);
        row("a space inside", u"ann lee@example.com"_s);
        row("a no-break space", u"ann\u00a0lee@example.com"_s);
        row("a zero-width space", u"ann\u200blee@example.com"_s);
        row("a quoted local part", u"\"ann lee\"@example.com"_s);
        row("with a name", u"Ann <ann@example.com>"_s);
        row("two addresses", u"ann@example.com, bob@example.com"_s);
        row("a dot first", u".ann@example.com"_s);
        row("a dot last", u"ann.@example.com"_s);
        row("two dots", u"ann..lee@example.com"_s);
        row("two dots in the domain", u"ann@example..com"_s);
        row("a dot at the end", u"ann@example.com."_s);
        row("a hyphen first", u"ann@-example.com"_s);
        row("an underscore in the domain", u"ann@ex_ample.com"_s);
        row("65 bytes before the @", QString(65, u'a') + u"@b.example"_s);
        row("33 two-byte letters before the @", QString(33, u'ä') + u"@b.example"_s);
        row("a label of 64", u"a@"_s + QString(64, u'b') + u".example"_s);
        row("255 in all", QString(64, u'a') + u'@' + (QString(61, u'b') + u'.').repeated(3) + u"exam"_s);
        row("a line break", u"ann@example.com\r\nbcc: x@example.com"_s);
        row("a megabyte", QString(1'000'000, u'a') + u"@example.com"_s);
    }

    void badAddressIsRefused()
    {
        QFETCH(QString, input);
        QVERIFY(!normalisedEmail(input).has_value());
    }

    void domainIsShownInItsOwnLetters()
    {
        QCOMPARE(displayEmail(u"jörg@example.com"), u"jörg@example.com"_s);
        QCOMPARE(displayEmail(u"no address"), u"no address"_s);
    }

    void oneKeyForALineWhateverTheChannel()
    {
        const QByteArray sms = addressKeyText({Channel::Sms, u"+12125550123"_s});
        QCOMPARE(sms, "v1|tel|+12125550123"_ba);
        QCOMPARE(addressKeyText({Channel::WhatsApp, u"+12125550123"_s}), sms);
        QCOMPARE(addressKeyText({Channel::Email, u"Ann@example.com"_s}),
                 addressKeyText({Channel::Email, u"ann@example.com"_s}));
        QVERIFY(addressKeyText({Channel::Email, u"ann@example.com"_s}) !=
                addressKeyText({Channel::Email, u"bob@example.com"_s}));
    }

    void maskShowsLittle()
    {
        QCOMPARE(maskedAddress({Channel::Sms, u"+12125550123"_s}), u"…0123"_s);
        QCOMPARE(maskedAddress({Channel::Email, u"ann@example.com"_s}), u"a…@example.com"_s);
        QCOMPARE(maskedAddress({Channel::Email, QString()}), u"…"_s);
    }
};

QTEST_APPLESS_MAIN(EmailTest)
#include "tst_email.moc"

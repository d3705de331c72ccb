#include "domain/address/digitpattern.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

class DigitPatternTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patternsMatchAsRegularExpressionsDo_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern :
             {"[2-9]\\d{9}|3\\d{6}", "(?:1\\d|[2-5])\\d{2}", "0?(?:(11|2(?:2[13])?)15)?9?", "00", "([457]\\d{6})$|1",
              "1{2,3}2{0,2}3?", "(?:12){2}3*", "4+5", "[0-35-9\\d]", "1(?:2|3(?:4|5{2}){1,2})|", "\\d{3,}", "12$"})
            QTest::newRow(pattern) << QString::fromLatin1(pattern);
    }

    void patternsMatchAsRegularExpressionsDo()
    {
        QFETCH(QString, pattern);
        const std::string both[] = {pattern.toStdString(), "1"};
        const auto compiled = DigitPatterns::compile(both);
        QVERIFY(compiled.has_value());
        const QRegularExpression whole(u"^(?:"_s + pattern + u")$"_s);
        QRandomGenerator random(5);
        for (int i = 0; i < 5000; ++i) {
            QString text;
            for (int d = random.bounded(12); d > 0; --d)
                text += QChar(u'0' + random.bounded(random.bounded(2) ? 6 : 10));
            const auto found = compiled->match(text.toStdString());
            QVERIFY2(whole.match(text).hasMatch() == ((found.whole & 1U) != 0), qPrintable(text));
            // Some beginning matches: tried one by one, as an expression stops at the first alternative.
            bool begins = false;
            for (qsizetype length = 1; length <= text.size() && !pattern.contains(u'$'); ++length)
                begins = begins || whole.match(text.left(length)).hasMatch();
            if (!pattern.contains(u'$'))
                QVERIFY2(begins == ((found.start & 1U) != 0), qPrintable(text));
            QCOMPARE((found.start & 2U) != 0, text.startsWith(u'1'));
        }
    }

    void whatIsNotKnownIsRefused_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        for (const char *pattern :
             {"(?=1)2", "(?!1)2", "1.", "a", "[1-", "[3-1]", "(1", "1)", "1{", "1{3,2}", "\\w", "1{999}", "*"})
            QTest::newRow(pattern) << QByteArray(pattern);
        QTest::newRow("too large") << "(?:\\d{60}){60}"_ba.repeated(30);
        QTest::newRow("too deep") << "("_ba.repeated(1000) + "1" + ")"_ba.repeated(1000);
    }

    void whatIsNotKnownIsRefused()
    {
        QFETCH(QByteArray, pattern);
        const std::string one[] = {pattern.toStdString()};
        QVERIFY(!DigitPatterns::compile(one));
    }

    void nothingMatchesNothing()
    {
        const std::string none[] = {"", ""};
        QVERIFY(!DigitPatterns::compile(none));
        const std::string one[] = {"", "12"};
        QCOMPARE(DigitPatterns::compile(one)->match("12").whole, 2U);
        QCOMPARE(DigitPatterns::compile(one)->match("").whole, 0U);
    }
};

QTEST_APPLESS_MAIN(DigitPatternTest)
#include "tst_digitpattern.moc"

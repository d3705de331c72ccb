#include "domain/template/channeltext.h"
#include "domain/template/decimal.h"
#include "domain/template/highlight.h"
#include "domain/template/lint.h"
#include "domain/template/localeformat.h"
#include "domain/template/notation.h"
#include "domain/template/suggest.h"
#include "domain/template/variants.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using Kind = TemplateTokenKind;

namespace {

QString codesOf(const QString &source, const LintContext &context, TemplateNotation notation = TemplateNotation::Jinja)
{
    const auto compiled = CompiledTemplate::compile(source, notation);
    if (!compiled)
        return compiled.error().code;
    QStringList codes;
    for (const TemplateProblem &problem : lint(*compiled, context))
        codes.append(u"%1@%2"_s.arg(problem.code).arg(problem.position));
    return codes.join(u' ');
}

QString randomSource(QRandomGenerator &random)
{
    static constexpr QStringView pieces[] = {u"{{", u"}}",  u"{%",     u"%}", u"{#",   u"#}", u"{", u"}", u" ",
                                             u"\n", u"raw", u"endraw", u"if", u"name", u".",  u"|", u"(", u"\"",
                                             u"'",  u"\\",  u"12.",    u":",  u",.2f", u"😀",  u"-", u"*", u"%"};
    QString source;
    for (int length = random.bounded(20); length > 0; --length)
        source += pieces[random.bounded(static_cast<int>(std::size(pieces)))];
    return source;
}

} // namespace

class TestTemplateTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensNameWhatTheyAre()
    {
        const QString source = u"Hi {{- a.b|upper(\"x\", 1) }}{% if not a %}{# c #}{% raw %}{{{% endraw %}"_s;
        QStringList words;
        for (const TemplateToken &token : tokenise(source, TemplateNotation::Jinja)) {
            if (token.kind != Kind::Space)
                words.append(u"%1:%2"_s.arg(static_cast<int>(token.kind)).arg(source.sliced(token.from, token.length)));
        }
        const auto n = [](Kind kind, const char16_t *text) {
            return u"%1:%2"_s.arg(static_cast<int>(kind)).arg(QString::fromUtf16(text));
        };
        QCOMPARE(words,
                 QStringList({n(Kind::Text, u"Hi "),        n(Kind::Delimiter, u"{{-"), n(Kind::Variable, u"a"),
                              n(Kind::Operator, u"."),      n(Kind::Variable, u"b"),    n(Kind::Operator, u"|"),
                              n(Kind::Filter, u"upper"),    n(Kind::Operator, u"("),    n(Kind::String, u"\"x\""),
                              n(Kind::Operator, u","),      n(Kind::Number, u"1"),      n(Kind::Operator, u")"),
                              n(Kind::Delimiter, u"}}"),    n(Kind::Delimiter, u"{%"),  n(Kind::Keyword, u"if"),
                              n(Kind::Keyword, u"not"),     n(Kind::Variable, u"a"),    n(Kind::Delimiter, u"%}"),
                              n(Kind::Comment, u"{# c #}"), n(Kind::Delimiter, u"{%"),  n(Kind::Keyword, u"raw"),
                              n(Kind::Delimiter, u"%}"),    n(Kind::Raw, u"{{"),        n(Kind::Delimiter, u"{%"),
                              n(Kind::Keyword, u"endraw"),  n(Kind::Delimiter, u"%}")}));
    }

    void anOpenPlaceholderEndsWithItsLine()
    {
        const auto tokens = tokenise(u"{{ na\nnext line", TemplateNotation::Jinja);
        QCOMPARE(tokens.back().kind, Kind::Text);
        QCOMPARE(tokens.back().from, 5);
    }

    void braceTokensNameWhatTheyAre()
    {
        const auto tokens = tokenise(u"a{{{x:,.2f}}b", TemplateNotation::Brace);
        const std::vector<TemplateToken> expected{
            {0, 1, Kind::Text},       {1, 2, Kind::Escape},   {3, 1, Kind::Delimiter},
            {4, 1, Kind::Variable},   {5, 1, Kind::Operator}, {6, 4, Kind::Format},
            {10, 1, Kind::Delimiter}, {11, 1, Kind::Error},   {12, 1, Kind::Text}};
        QCOMPARE(tokens, expected);
    }

    void tokensCoverEverySourceWithoutAGap()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 20000; ++round) {
            const QString source = randomSource(random);
            for (const auto notation : {TemplateNotation::Jinja, TemplateNotation::Brace, TemplateNotation::Plain}) {
                int at = 0;
                for (const TemplateToken &token : tokenise(source, notation)) {
                    QCOMPARE(token.from, at);
                    QVERIFY(token.length > 0);
                    at += token.length;
                }
                QCOMPARE(at, static_cast<int>(source.size()));
            }
        }
    }

    void notationIsGuessed()
    {
        QCOMPARE(guessNotation(u"Hi {{ name }}"), TemplateNotation::Jinja);
        QCOMPARE(guessNotation(u"{% if x %}"), TemplateNotation::Jinja);
        QCOMPARE(guessNotation(u"Hi {name}, {total:,.2f}"), TemplateNotation::Brace);
        QCOMPARE(guessNotation(u"Hi { name } {0} {}"), TemplateNotation::Plain);
        QCOMPARE(guessNotation(u"Hi"), TemplateNotation::Plain);
    }

    void conversionKeepsTheText_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<TemplateNotation>("from");
        QTest::addColumn<TemplateNotation>("to");
        QTest::addColumn<QString>("expected");
        constexpr auto J = TemplateNotation::Jinja;
        constexpr auto B = TemplateNotation::Brace;
        constexpr auto P = TemplateNotation::Plain;
        QTest::newRow("names") << u"Hi {{ a.b }}, {x}!"_s << J << B << u"Hi {a.b}, {{x}}!"_s;
        QTest::newRow("comments go") << u"a{# c #}b\n"_s << J << B << u"ab"_s;
        QTest::newRow("doubled braces") << u"{{a}} {b}"_s << B << J << u"{a} {{ b }}"_s;
        QTest::newRow("brace before a name") << u"{{{b}}}"_s << B << J << u"{{ \"{\" }}{{ b }}}"_s;
        QTest::newRow("opening in the text") << u"{{{{ %}}}} {{%"_s << B << J << u"{{ \"{\" }}{ %}} {{ \"{\" }}%"_s;
        QTest::newRow("line break at the end") << u"a\n"_s << B << J << u"a\n\n"_s;
        QTest::newRow("plain") << u"{{ x }}"_s << P << B << u"{{{{ x }}}}"_s;
        QTest::newRow("plain to jinja") << u"{{ x }}"_s << P << J << u"{{ \"{\" }}{ x }}"_s;
        QTest::newRow("constant to plain") << u"{% raw %}{{ x }}{% endraw %}"_s << J << P << u"{{ x }}"_s;
        QTest::newRow("format") << u"{x:,.2f}"_s << B << J << u"{{ x|number(2) }}"_s;
        QTest::newRow("filter") << u"a {{ x|upper }}"_s << J << B << u"E_SYNTAX@2"_s;
        QTest::newRow("condition") << u"{% if x %}{% endif %}"_s << J << B << u"E_SYNTAX@0"_s;
        QTest::newRow("placeholder to plain") << u"{x}"_s << B << P << u"E_SYNTAX@0"_s;
        QTest::newRow("reserved name") << u"{not}"_s << B << J << u"E_SYNTAX@0"_s;
        QTest::newRow("broken") << u"{"_s << B << J << u"E_END@0"_s;
    }

    void conversionKeepsTheText()
    {
        QFETCH(QString, source);
        QFETCH(TemplateNotation, from);
        QFETCH(TemplateNotation, to);
        const auto converted = convertNotation(source, from, to);
        QTEST(converted ? converted->source : u"%1@%2"_s.arg(converted.error().code).arg(converted.error().position),
              "expected");
    }

    void convertedTemplatesRenderTheSame()
    {
        QRandomGenerator random(11);
        int converted = 0;
        const Value data(Value::Map{{u"name"_s, Value(u"{{ Ana }}"_s)}});
        for (int round = 0; round < 20000; ++round) {
            const QString source = randomSource(random);
            for (const auto &[from, to] : {std::pair(TemplateNotation::Jinja, TemplateNotation::Brace),
                                          std::pair(TemplateNotation::Brace, TemplateNotation::Jinja),
                                          std::pair(TemplateNotation::Plain, TemplateNotation::Jinja),
                                          std::pair(TemplateNotation::Plain, TemplateNotation::Brace)}) {
                const auto result = convertNotation(source, from, to);
                if (!result || !result->changes.isEmpty())
                    continue;
                const auto before = CompiledTemplate::compile(source, from);
                const auto after = CompiledTemplate::compile(result->source, to);
                QVERIFY2(after, qPrintable(source + u" -> "_s + result->source));
                QCOMPARE(after->variables(), before->variables());
                const auto textBefore = before->render(data, {});
                const auto textAfter = after->render(data, {});
                QCOMPARE(textAfter.has_value(), textBefore.has_value());
                if (textBefore)
                    QCOMPARE(*textAfter, *textBefore);
                ++converted;
            }
        }
        QVERIFY(converted > 10000);
    }

    void changedFormatsAreTold()
    {
        const auto converted = convertNotation(u"a {x:.2f}"_s, TemplateNotation::Brace, TemplateNotation::Jinja);
        QVERIFY(converted);
        QCOMPARE(converted->changes.size(), 1);
        QCOMPARE(converted->changes[0].code, u"W_FORMAT"_s);
        QCOMPARE(converted->changes[0].position, 2);
    }

    void languagesFallBack()
    {
        const QStringList available{QString(), u"de"_s, u"de-CH"_s, u"pt_BR"_s};
        QCOMPARE(pickVariant(available, u"de-CH"_s), 2);
        QCOMPARE(pickVariant(available, u"de-AT"_s), 1);
        QCOMPARE(pickVariant(available, u"DE_at_x"_s), 1);
        QCOMPARE(pickVariant(available, u"pt-br"_s), 3);
        QCOMPARE(pickVariant(available, u"fr"_s), 0);
        QCOMPARE(pickVariant(available, QString()), 0);
        QCOMPARE(pickVariant({u"en"_s, u"de"_s}, u"fr"_s), 0);
        QCOMPARE(pickVariant({}, u"fr"_s), -1);
    }

    void placeholdersInLinksNeedEncoding()
    {
        QCOMPARE(codesOf(u"https://x.y/?q={{ a }}&b={{ c|urlencode }}/{{ d }}"_s, {}),
                 u"W_URLENCODE@15 W_URLENCODE@43"_s);
        QCOMPARE(codesOf(u"see www.x.y/{{ a }} or {{ b }}/{{ c }}"_s, {}), u"W_URLENCODE@12"_s);
        QCOMPARE(codesOf(u"https://x.y/a{{ b }} 1={{ c }}"_s, {}), QString());
        QCOMPARE(codesOf(u"https://x.y/{a}"_s, {}, TemplateNotation::Brace), u"W_URLENCODE@12"_s);
    }

    void reservedWordsAreNotToBeAskedFor()
    {
        QCOMPARE(codesOf(u"Reply YES to confirm"_s, {}), u"W_RESERVED@6"_s);
        QCOMPARE(codesOf(u"To drop it, text back \"CANCEL\"."_s, {}), u"W_RESERVED@23"_s);
        QCOMPARE(codesOf(u"reply with yes"_s, {}), u"W_RESERVED@11"_s);
        QCOMPARE(codesOf(u"Text us by the end of May"_s, {}), QString());
        QCOMPARE(codesOf(u"Reply STOP to opt out, HELP for help"_s, {}), QString());
        QCOMPARE(codesOf(u"YES, we are open. The END is near."_s, {}), QString());
        QCOMPARE(codesOf(u"{{}} reply END"_s, {}, TemplateNotation::Brace), u"W_RESERVED@11"_s);
    }

    void marketingMustSayHowToStop()
    {
        const LintContext marketing{.category = Category::Marketing};
        QCOMPARE(codesOf(u"Sale!"_s, marketing), u"W_OPT_OUT@5"_s);
        for (const QString &way : {u"Reply STOP to opt out"_s, u"Abmelden: {{ x }}"_s, u"se désabonner"_s,
                                   u"Responde BAJA"_s, u"{{ unsubscribe_url }}"_s})
            QCOMPARE(codesOf(way, marketing), QString());
        QCOMPARE(codesOf(u"Sale!"_s, {.category = Category::Transactional}), QString());
    }

    void theSenderMustBeNamed()
    {
        const LintContext context{.brand = u"Acme"_s, .brandVariables = {u"company.name"_s}};
        QCOMPARE(codesOf(u"Your order is ready"_s, context), u"W_BRAND@0"_s);
        QCOMPARE(codesOf(u"ACME: your order is ready"_s, context), QString());
        QCOMPARE(codesOf(u"{{ company.name }}: your order is ready"_s, context), QString());
    }

    void otherWarningsHaveTheirPlace()
    {
        QCOMPARE(codesOf(u"see https://bit.ly/x or rabbit.ly/x"_s, {}), u"W_SHORTENER@12"_s);
        QCOMPARE(codesOf(u"a\u2068b\u2069"_s, {}), u"W_DIRECTION@1 W_DIRECTION@3"_s);
        QCOMPARE(codesOf(u"x{{ none }}"_s, {}), u"W_NONE@1"_s);
        QCOMPARE(codesOf(u"<a href=\"javascript:x\"><a href=\"{{ url }}\"><a href='mailto:{{ m }}'>"_s,
                         {.channel = Channel::Email}),
                 u"W_SCHEME@9 W_SCHEME@32"_s);
    }

    void samplesAreMeasured()
    {
        const QStringList sms{QString(160, u'a'), QString(700, u'a')};
        LintContext context{.category = Category::Marketing, .samples = {sms.data(), 1}};
        QCOMPARE(codesOf(u"STOP"_s, context), QString());
        context.samples = {sms.data(), 2};
        QCOMPARE(codesOf(u"STOP"_s, context), u"W_SEGMENTS@0"_s);
        context.mostSegments = 5;
        QCOMPARE(codesOf(u"STOP"_s, context), QString());
        const QStringList whatsApp{QString(1025, u'a')};
        QCOMPARE(codesOf(u"STOP"_s, {.channel = Channel::WhatsApp, .samples = {whatsApp.data(), 1}}), u"W_LENGTH@0"_s);
    }

    void languagesWriteAmountsTheirWay_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("expected");
        QTest::newRow("en-US") << u"en-US"_s << u"-5"_s << u"USD"_s << u"-$5.00"_s;
        QTest::newRow("en-GB") << u"en_GB"_s << u"-5"_s << u"GBP"_s << u"-£5.00"_s;
        QTest::newRow("pt-BR") << u"pt-BR"_s << u"-5"_s << u"BRL"_s << u"-R$\u00a05,00"_s;
        QTest::newRow("es-ES") << u"es-ES"_s << u"1234567.5"_s << u"EUR"_s << u"1.234.567,50\u00a0€"_s;
        QTest::newRow("es-ES small") << u"es-ES"_s << u"1234.5"_s << u"EUR"_s << u"1234,50\u00a0€"_s;
        QTest::newRow("de-CH") << u"de-CH"_s << u"1234567.5"_s << u"CHF"_s << u"CHF\u00a01'234'567.50"_s;
        QTest::newRow("de-AT") << u"de-AT"_s << u"1234.5"_s << u"EUR"_s << u"€\u00a01.234,50"_s;
        QTest::newRow("en-IN") << u"en-IN"_s << u"1234567.5"_s << u"INR"_s << u"₹12,34,567.50"_s;
        QTest::newRow("fr-FR") << u"fr-FR"_s << u"1234567.5"_s << u"EUR"_s << u"1\u202f234\u202f567,50\u00a0€"_s;
        QTest::newRow("ja-JP") << u"ja-JP"_s << u"1234567.5"_s << u"JPY"_s << u"\uffe51,234,568"_s;
        QTest::newRow("unknown language") << u"xx"_s << u"1234.5"_s << u"EUR"_s << u"€1,234.50"_s;
        QTest::newRow("unknown region") << u"de-NA"_s << u"1234.5"_s << u"NAD"_s << u"1.234,50\u00a0NAD"_s;
        QTest::newRow("code in front") << u"en-US"_s << u"-1.005"_s << u"CHF"_s << u"-CHF\u00a01.01"_s;
        QTest::newRow("three decimals") << u"en-US"_s << u"1"_s << u"KWD"_s << u"KWD\u00a01.000"_s;
    }

    void languagesWriteAmountsTheirWay()
    {
        QFETCH(QString, locale);
        QFETCH(QString, amount);
        QFETCH(QString, code);
        QTEST(localeformat::currency(amount, code, locale), "expected");
    }

    void decimalsAreExact_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("zeros") << u"+001200.500"_s << u"1200.5"_s;
        QTest::newRow("point first") << u".5"_s << u"0.5"_s;
        QTest::newRow("point last") << u"5."_s << u"5"_s;
        QTest::newRow("negative zero") << u"-0.000"_s << u"0"_s;
        QTest::newRow("exponent up") << u"1.25e3"_s << u"1250"_s;
        QTest::newRow("exponent down") << u"-125E-4"_s << u"-0.0125"_s;
        QTest::newRow("far exponent") << u"1e999999999"_s << QString();
        QTest::newRow("two points") << u"1.2.3"_s << QString();
        QTest::newRow("word") << u"12a"_s << QString();
        QTest::newRow("nothing") << u""_s << QString();
        QTest::newRow("too long") << QString(401, u'1') << QString();
    }

    void decimalsAreExact()
    {
        QFETCH(QString, text);
        QTEST(decimal::canonical(text).value_or(QString()), "canonical");
    }

    void decimalsRoundAndCompareByValue()
    {
        QCOMPARE(decimal::rounded(u"0.125", 2), u"0.13"_s);
        QCOMPARE(decimal::rounded(u"-0.125", 2), u"-0.13"_s);
        QCOMPARE(decimal::rounded(u"999.995", 2), u"1000.00"_s);
        QCOMPARE(decimal::rounded(u"0.4999", 0), u"0"_s);
        QCOMPARE(decimal::rounded(u"7", 3), u"7.000"_s);
        QVERIFY(decimal::compare(u"10", u"9") > 0);
        QVERIFY(decimal::compare(u"-10", u"-9") < 0);
        QVERIFY(decimal::compare(u"0.5", u"0.45") > 0);
        QVERIFY(decimal::compare(u"0.5", u"0.51") < 0);
        QVERIFY(decimal::compare(u"-1", u"1") < 0);
        QVERIFY(decimal::compare(u"12.5", u"12.5") == 0);
    }

    void namesAreSuggestedForSlips()
    {
        const QStringList names{u"first_name"_s, u"territory"_s, u"total"_s};
        QCOMPARE(nearestName(u"teritory", names), u"territory"_s);
        QCOMPARE(nearestName(u"First_Nmae", names), u"first_name"_s);
        QCOMPARE(nearestName(u"colour", names), QString());
        QCOMPARE(nearestName(QString(1000, u'x'), names), QString());
    }

    void spreadsheetCellsAreNoFormulas()
    {
        QCOMPARE(channeltext::csvCell(u"=1+1"_s), u"'=1+1"_s);
        QCOMPARE(channeltext::csvCell(u"\tx"_s), u"'\tx"_s);
        QCOMPARE(channeltext::csvCell(u"a=1"_s), u"a=1"_s);
    }
};

QTEST_APPLESS_MAIN(TestTemplateTools)
#include "tst_templatetools.moc"

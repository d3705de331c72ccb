#include "domain/template/filters.h"
#include "domain/template/localeformat.h"
#include "domain/template/template.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

Value sampleData()
{
    const Value soap(Value::Map{{u"name"_s, Value(u"Soap"_s)}, {u"qty"_s, Value(2)}});
    const Value towel(Value::Map{{u"name"_s, Value(u"Towel"_s)}, {u"qty"_s, Value(1)}});
    return Value(Value::Map{
        {u"name"_s, Value(u"Ana"_s)},
        {u"empty"_s, Value(QString())},
        {u"city"_s, Value::null()},
        {u"flag"_s, Value(true)},
        {u"qty"_s, Value(3)},
        {u"total"_s, Value::decimal(u"1234.50")},
        {u"tie"_s, Value::decimal(u"2.675")},
        {u"born"_s, Value(QDate(1990, 2, 28))},
        {u"at"_s, Value(QDateTime(QDate(2025, 6, 15), QTime(0, 5), Qt::UTC))},
        {u"tags"_s, Value(Value::List{Value(u"vip"_s), Value(u"new"_s)})},
        {u"items"_s, Value(Value::List{soap, towel})},
        {u"none_left"_s, Value(Value::List{})},
        {u"company"_s, Value(Value::Map{{u"name"_s, Value(u"Acme"_s)}})},
        {u"odos"_s, Value(u"ΟΔΟΣ ΣΑΣ"_s)},
        {u"smile"_s, Value(u"a😀b"_s)},
        {u"link"_s, Value(u"javascript:alert(1)"_s)},
        {u"site"_s, Value(u"https://x.y"_s)},
        {u"half_scheme"_s, Value(u"java"_s)},
        {u"rest_scheme"_s, Value(u"script:alert(1)"_s)},
    });
}

/// The text, or "code@position".
QString outcome(const QString &source, TemplateNotation notation = TemplateNotation::Jinja,
                const RenderOptions &options = {})
{
    const auto compiled = CompiledTemplate::compile(source, notation);
    const auto describe = [](const TemplateProblem &p) { return u"%1@%2"_s.arg(p.code).arg(p.position); };
    if (!compiled)
        return describe(compiled.error());
    const auto text = compiled->render(sampleData(), options);
    return text ? *text : describe(text.error());
}

QString repeated(const char16_t *piece, int count) { return QString::fromUtf16(piece).repeated(count); }

} // namespace

class TestTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersJinja_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &source, const QString &expected) {
            QTest::newRow(name) << source << expected;
        };
        // values
        row("decimal without trailing zero", u"{{ total }}"_s, u"1234.5"_s);
        row("truth", u"{{ flag }}"_s, u"True"_s);
        row("date", u"{{ born }}"_s, u"1990-02-28"_s);
        row("list cannot be printed", u"x {{ tags }}"_s, u"E_TYPE@5"_s);
        row("map cannot be printed", u"{{ company }}"_s, u"E_TYPE@3"_s);
        row("names are ASCII", u"{{ größe }}"_s, u"E_CHAR@5"_s);
        // logic
        row("or gives the value", u"{{ empty or name|upper }}"_s, u"ANA"_s);
        row("and gives the value", u"{{ name and qty }}"_s, u"3"_s);
        row("both missing points at the last", u"{{ a or bcd }}"_s, u"E_MISSING@8"_s);
        row("not not", u"{% if not not name %}y{% endif %}"_s, u"y"_s);
        row("missing equals nothing", u"{% if x == \"\" or x < 3 or x in tags %}y{% else %}n{% endif %}"_s, u"n"_s);
        row("missing differs from all", u"{% if x != 1 and x not in tags %}y{% endif %}"_s, u"y"_s);
        row("numbers compare by value", u"{% if total == 1234.50 and qty < 3.5 and flag == 1 %}y{% endif %}"_s, u"y"_s);
        row("text and number cannot be ordered", u"{% if name < 3 %}{% endif %}"_s, u"E_TYPE@11"_s);
        row("dates compare with ISO texts", u"{% if born < \"1990-03-01\" %}y{% endif %}"_s, u"y"_s);
        row("in a text", u"{% if \"n\" in name and \"z\" not in name %}y{% endif %}"_s, u"y"_s);
        row("null is none and undefined",
            u"{% if city is none and city is undefined and x is not defined %}y{% endif %}"_s, u"y"_s);
        row("lists in brackets", u"{% if qty in [1, 2, 3,] %}y{% endif %}"_s, u"y"_s);
        row("one comparison only", u"{{ 1 < 2 < 3 }}"_s, u"E_SYNTAX@9"_s);
        // loops
        row("loop variable does not leak", u"{% for i in tags %}{% endfor %}{{ i }}"_s, u"E_MISSING@34"_s);
        row("loop members", u"{% for t in tags %}{{ loop.index0 }}{{ loop.first }}{{ loop.length }}{% endfor %}"_s,
            u"0True21False2"_s);
        row("nested loops",
            u"{% for i in items %}{% for t in tags %}{{ i.qty }}{{ t }}{% endfor %}{{ loop.index }}{% endfor %}"_s,
            u"2vip2new11vip1new2"_s);
        row("loop over nothing", u"{% for t in none_left %}{% else %}none{% endfor %}"_s, u"none"_s);
        row("loop over null", u"{% for t in city %}{% else %}none{% endfor %}"_s, u"none"_s);
        row("text is no list", u"{% for c in name %}{% endfor %}"_s, u"E_TYPE@12"_s);
        row("unknown loop member", u"{% for c in tags %}{{ loop.foo }}{% endfor %}"_s, u"E_ATTR@27"_s);
        row("missing within a loop", u"{% for i in items %}{{ i.price }}{% endfor %}"_s, u"E_MISSING@23"_s);
        row("else of a loop has no variable", u"{% for t in none_left %}{% else %}{{ t }}{% endfor %}"_s,
            u"E_MISSING@37"_s);
        // filters
        row("final sigma", u"{{ odos|lower }} {{ odos|title }}"_s, u"οδος σας Οδος Σας"_s);
        row("sharp s", u"{{ \"straße\"|upper }} {{ \"ßA\"|capitalize }}"_s, u"STRASSE Ssa"_s);
        row("length counts characters", u"{{ smile|length }} {{ smile|last }} {{ smile|first }}"_s, u"3 b a"_s);
        row("truncate keeps characters whole", u"{{ smile|truncate(2, true, \"\", 0) }}"_s, u"a😀"_s);
        row("truncate shorter than its ending", u"{{ name|truncate(2) }}"_s, u"E_ARGS@8"_s);
        row("replace in between", u"{{ \"ab\"|replace(\"\", \"-\") }}"_s, u"-a-b-"_s);
        row("filters take numbers as texts", u"{{ total|replace(\".\", \",\") }}"_s, u"1234,5"_s);
        row("filter of a list", u"{{ tags|upper }}"_s, u"E_TYPE@8"_s);
        row("first of nothing", u"{{ none_left|first }}"_s, u"E_MISSING@3"_s);
        row("filter of a missing value", u"{{ x|upper }}"_s, u"E_MISSING@3"_s);
        row("default behind other filters comes too late", u"{{ x|upper|default(\"y\") }}"_s, u"E_MISSING@3"_s);
        row("number of a text", u"{{ \"12.5\"|number(1) }}"_s, u"12.5"_s);
        row("half away from zero", u"{{ tie|number(2) }} {{ \"-0.005\"|number(2) }} {{ \"999.995\"|number(2) }}"_s,
            u"2.68 -0.01 1,000.00"_s);
        row("no negative zero", u"{{ \"-0.001\"|number(2) }}"_s, u"0.00"_s);
        row("no number", u"{{ name|number }}"_s, u"E_TYPE@8"_s);
        row("currency needs a code", u"{{ total|currency(\"EURO\") }}"_s, u"E_ARGS@9"_s);
        row("no decimals in yen", u"{{ total|currency(\"JPY\") }}"_s, u"¥1,235"_s);
        row("midnight", u"{{ at|date(\"h:mm a hh HH\") }}"_s, u"12:05 AM 12 00"_s);
        row("quotes in a pattern", u"{{ born|date(\"''yy ''' d ''' 'o''clock'\") }}"_s, u"'90 ' d ' o'clock"_s);
        row("day that is none", u"{{ \"2025-02-29\"|date }}"_s, u"E_TYPE@16"_s);
        row("too many arguments", u"{{ name|upper(1) }}"_s, u"E_ARGS@8"_s);
        row("variable as an argument", u"{{ name|default(qty) }}"_s, u"E_SYNTAX@16"_s);
        // structure
        row("stray braces", u"} }} { %} {x}"_s, u"} }} { %} {x}"_s);
        row("braces in a string", u"{{ \"}}\" }}"_s, u"}}"_s);
        row("raw with stripping", u"a {%- raw -%} {{ x }} {%- endraw -%} b"_s, u"a{{ x }}b"_s);
        row("comment with stripping", u"a {#- x -#} b"_s, u"ab"_s);
        row("white space control", u"a {{- name -}} b"_s, u"aAnab"_s);
        row("only the last line break goes", u"x\n\n"_s, u"x\n"_s);
        row("call", u"{{ name() }}"_s, u"E_SYNTAX@7"_s);
        row("subscript", u"{{ tags[0] }}"_s, u"E_SYNTAX@7"_s);
        row("inline if", u"{{ 1 if flag else 2 }}"_s, u"E_SYNTAX@5"_s);
        row("tokens come before structure", u"{% set x = 1 %}"_s, u"E_CHAR@9"_s);
        row("unclosed string", u"{{ \"abc }}"_s, u"E_STRING@3"_s);
        row("unclosed comment", u"a{# b"_s, u"E_END@1"_s);
        row("unclosed raw", u"a{% raw %}b"_s, u"E_END@1"_s);
        row("else twice", u"{% if 1 %}{% else %}{% else %}{% endif %}"_s, u"E_TAG@23"_s);
        row("wrong end", u"{% if 1 %}{% endfor %}"_s, u"E_TAG@13"_s);
        row("stray end", u"a{% endif %}"_s, u"E_TAG@4"_s);
        row("private name", u"{{ _x }}"_s, u"E_ATTR@3"_s);
        row("private loop variable", u"{% for _x in tags %}{% endfor %}"_s, u"E_ATTR@7"_s);
        row("position counts characters", u"😀{{ * }}"_s, u"E_CHAR@4"_s);
        row("position counts CRLF as two", u"a\r\n{{ * }}"_s, u"E_CHAR@6"_s);
    }

    void rendersJinja()
    {
        QFETCH(QString, source);
        QTEST(outcome(source), "expected");
    }

    void rendersBraces_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        QTest::newRow("rounds like the filter") << u"{tie:.2f} {total:,.0f}"_s << u"2.68 1,235"_s;
        QTest::newRow("text is no number") << u"x{name:.2f}"_s << u"E_TYPE@2"_s;
        QTest::newRow("space") << u"{ name}"_s << u"E_SYNTAX@1"_s;
        QTest::newRow("conversion") << u"{name!r}"_s << u"E_SYNTAX@5"_s;
        QTest::newRow("subscript") << u"{tags[0]}"_s << u"E_SYNTAX@5"_s;
        QTest::newRow("alignment") << u"{name:>10}"_s << u"E_SYNTAX@6"_s;
        QTest::newRow("100 decimals") << u"{qty:.100f}"_s << u"E_SYNTAX@8"_s;
        QTest::newRow("no format") << u"{qty:}"_s << u"E_SYNTAX@5"_s;
        QTest::newRow("open in the middle") << u"a {name and more"_s << u"E_END@2"_s;
        QTest::newRow("private") << u"{_x}"_s << u"E_ATTR@1"_s;
        QTest::newRow("percent tags are text") << u"{{% if %}}"_s << u"{% if %}"_s;
    }

    void rendersBraces()
    {
        QFETCH(QString, source);
        QTEST(outcome(source, TemplateNotation::Brace), "expected");
    }

    void plainTextIsNotTouched()
    {
        const QString text = u"{{ x }} {y} {% \r\n"_s;
        QCOMPARE(outcome(text, TemplateNotation::Plain), text);
    }

    void missingValuesFollowThePolicy()
    {
        RenderOptions options;
        options.missing = MissingPolicy::Blank;
        QCOMPARE(outcome(u"[{{ x }}{{ x|upper }}{{ x|upper|d(\"y\") }}]"_s, TemplateNotation::Jinja, options),
                 u"[y]"_s);
        options.missing = MissingPolicy::Keep;
        QCOMPARE(outcome(u"[{{ x|upper }} {{- city }}]"_s, TemplateNotation::Jinja, options),
                 u"[{{ x|upper }}{{- city }}]"_s);
        QCOMPARE(outcome(u"{x:,.2f}"_s, TemplateNotation::Brace, options), u"{x:,.2f}"_s);
    }

    void todayAndNowComeFromTheOptionsOnly()
    {
        RenderOptions options;
        QCOMPARE(outcome(u"{{ today }}"_s), u"E_MISSING@3"_s);
        options.today = QDate(2025, 6, 15);
        options.now = QDateTime(QDate(2025, 6, 15), QTime(9, 30), Qt::UTC);
        QCOMPARE(outcome(u"{{ today|date(\"d MMM\") }} {{ now|date(\"HH:mm\") }}"_s, TemplateNotation::Jinja, options),
                 u"15 Jun 09:30"_s);
    }

    void eachChannelGetsItsForm_data()
    {
        QTest::addColumn<TextTarget>("target");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("sms spaces") << TextTarget::Sms << u"1\u202f234\u00a0€"_s << u"1 234 €"_s;
        QTest::newRow("sms quotes") << TextTarget::Sms << u"“it’s”"_s << u"\"it's\""_s;
        QTest::newRow("sms all or nothing") << TextTarget::Sms << u"“😀”"_s << u"“😀”"_s;
        QTest::newRow("sms control characters") << TextTarget::Sms << u"a\u0001b\r\nc"_s << u"ab\nc"_s;
        QTest::newRow("sms wide yen") << TextTarget::Sms << u"\uffe5100"_s << u"¥100"_s;
        QTest::newRow("whatsapp keeps quotes") << TextTarget::WhatsAppText << u"“a”\u00a0b"_s << u"“a” b"_s;
        QTest::newRow("parameter") << TextTarget::WhatsAppParameter << u" a\t\r\nb      c\n"_s << u"a b    c"_s;
        QTest::newRow("empty parameter") << TextTarget::WhatsAppParameter << u" \n"_s << u"E_MISSING@3"_s;
        QTest::newRow("html") << TextTarget::EmailHtml << u"<a&\"'>"_s << u"&lt;a&amp;&#34;&#39;&gt;"_s;
        QTest::newRow("text") << TextTarget::EmailText << u"<a>\r\n"_s << u"<a>\r\n"_s;
        QTest::newRow("subject") << TextTarget::EmailSubject << u" a\r\nBcc:\u2028 b\t"_s << u"a Bcc: b"_s;
    }

    void eachChannelGetsItsForm()
    {
        QFETCH(TextTarget, target);
        QFETCH(QString, value);
        const auto compiled = CompiledTemplate::compile(u"{{ v }}"_s, TemplateNotation::Jinja);
        const std::vector<Value> data{Value(value)};
        RenderOptions options;
        options.target = target;
        const auto text = compiled->render(std::span<const Value>(data), options);
        QTEST(text ? *text : u"%1@%2"_s.arg(text.error().code).arg(text.error().position), "expected");
    }

    void linksOfMailsKeepToHarmlessSchemes()
    {
        RenderOptions options;
        options.target = TextTarget::EmailHtml;
        const auto html = [&](const QString &source) { return outcome(source, TemplateNotation::Jinja, options); };
        QCOMPARE(html(u"<a href=\"{{ site }}\">"_s), u"<a href=\"https://x.y\">"_s);
        QCOMPARE(html(u"<a href=\"{{ link }}\">"_s), u"E_TYPE@12"_s);
        QCOMPARE(html(u"<a href='{% if flag %}{{ link }}{% endif %}'>"_s), u"E_TYPE@25"_s);
        QCOMPARE(html(u"<a href={{ half_scheme }}{{ rest_scheme }}>"_s), u"E_TYPE@28"_s);
        QCOMPARE(html(u"<p title=\"{{ link }}\">{{ link }}"_s),
                 u"<p title=\"javascript:alert(1)\">javascript:alert(1)"_s);
        QCOMPARE(html(u"<a href=\"https://x.y/{{ link }}\">"_s), u"<a href=\"https://x.y/javascript:alert(1)\">"_s);
    }

    void whatsAppMarkupOfValuesCanBeNeutralised()
    {
        const auto compiled = CompiledTemplate::compile(u"*{{ v }}*"_s, TemplateNotation::Jinja);
        RenderOptions options;
        options.target = TextTarget::WhatsAppText;
        options.neutraliseMarkup = true;
        const std::vector<Value> data{Value(u"a_b"_s)};
        QCOMPARE(*compiled->render(std::span<const Value>(data), options), u"*a_\u200bb*"_s);
    }

    void limitsHold_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        QTest::newRow("longest source") << repeated(u"x", 16384) << repeated(u"x", 16384);
        QTest::newRow("longest source in emoji") << repeated(u"😀", 16384) << repeated(u"😀", 16384);
        QTest::newRow("one more") << repeated(u"x", 16385) << u"E_LENGTH@0"_s;
        QTest::newRow("eight blocks") << repeated(u"{% if 1 %}", 8) + repeated(u"{% endif %}", 8) << QString();
        QTest::newRow("nine blocks") << repeated(u"{% if 1 %}", 9) + repeated(u"{% endif %}", 9) << u"E_DEPTH@80"_s;
        QTest::newRow("parentheses") << u"{{ "_s + repeated(u"(", 9000) << u"E_END@0"_s;
        QTest::newRow("closed parentheses")
            << u"{{ "_s + repeated(u"(", 33) + u"1"_s + repeated(u")", 33) + u" }}"_s << u"E_DEPTH@35"_s;
        QTest::newRow("thousands of filters") << u"{{ name"_s + repeated(u"|trim", 3000) + u" }}"_s << u"Ana"_s;
        QTest::newRow("thousands of nots") << u"{{ "_s + repeated(u"not ", 4001) + u"name }}"_s << u"False"_s;
        QTest::newRow("thousands of ors") << u"{{ name"_s + repeated(u" and qty", 2000) + u" }}"_s << u"3"_s;
        QTest::newRow("output") << u"{{ \"aaaaaaaa\""_s + repeated(u"|replace(\"a\",\"aaaaaaaa\")", 10) + u" }}"_s
                                << u"E_LIMIT@110"_s;
    }

    void limitsHold()
    {
        QFETCH(QString, source);
        QTEST(outcome(source), "expected");
    }

    void roundsOfAllLoopsAreCountedTogether()
    {
        const Value many(Value::List(32, Value(1)));
        const Value data(Value::Map{{u"a"_s, many}});
        const QString twice = u"{% for x in a %}{% for y in a %}.{% endfor %}{% endfor %}"_s; // 32 + 32 * 32
        const auto compiled = CompiledTemplate::compile(twice, TemplateNotation::Jinja);
        const auto text = compiled->render(data, {});
        QVERIFY(!text);
        QCOMPARE(text.error().code, u"E_LIMIT"_s);
        QCOMPARE(text.error().position, 19);
        QCOMPARE(compiled->render(Value(Value::Map{{u"a"_s, Value(Value::List(31, Value(1)))}}), {})->size(), 961);
    }

    void outputIsCountedInCharacters()
    {
        const auto compiled = CompiledTemplate::compile(u"{{ v }}{{ v }}"_s, TemplateNotation::Jinja);
        const std::vector<Value> fits{Value(repeated(u"😀", 32768))};
        const std::vector<Value> tooLong{Value(repeated(u"😀", 32769))};
        QVERIFY(compiled->render(std::span<const Value>(fits), {}));
        const auto text = compiled->render(std::span<const Value>(tooLong), {});
        QVERIFY(!text);
        QCOMPARE(text.error().code, u"E_LIMIT"_s);
        QCOMPARE(text.error().position, 7);
    }

    void workIsBounded()
    {
        const QString source = u"{% for x in a %}{{ v"_s + repeated(u"|upper", 2000) + u"|truncate(3) }}{% endfor %}"_s;
        const auto compiled = CompiledTemplate::compile(source, TemplateNotation::Jinja);
        QVERIFY(compiled);
        const Value data(
            Value::Map{{u"a"_s, Value(Value::List(1000, Value(1)))}, {u"v"_s, Value(repeated(u"x", 60000))}});
        QElapsedTimer timer;
        timer.start();
        const auto text = compiled->render(data, {});
        QVERIFY(!text);
        QCOMPARE(text.error().code, u"E_LIMIT"_s);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    void garbageNeverCrashes()
    {
        static constexpr QStringView pieces[] = {
            u"{{",     u"}}",   u"{%",       u"%}",      u"{#",      u"#}",    u"{",     u"}",     u"-",      u" ",
            u"\n",     u"\r",   u"if",       u"elif",    u"else",    u"endif", u"for",   u"in",    u"endfor", u"raw",
            u"endraw", u"name", u"tags",     u"items",   u"loop",    u".",     u"|",     u"upper", u"(",      u")",
            u"[",      u"]",    u",",        u"\"",      u"'",       u"\\",    u"1",     u"2.5",   u"==",     u"<",
            u"not",    u"and",  u"or",       u"is",      u"defined", u"none",  u"_",     u":",     u",.2f",   u"😀",
            u"é",      u"date", u"truncate", u"default", u"join",    u"*",     u"\u00a0"};
        QRandomGenerator random(20250615);
        for (int round = 0; round < 20000; ++round) {
            QString source;
            for (int length = random.bounded(24); length > 0; --length)
                source += pieces[random.bounded(static_cast<int>(std::size(pieces)))];
            for (const TemplateNotation notation : {TemplateNotation::Jinja, TemplateNotation::Brace}) {
                const auto compiled = CompiledTemplate::compile(source, notation);
                const auto text = compiled ? compiled->render(sampleData(), {})
                                           : tl::expected<QString, TemplateProblem>(tl::unexpect, compiled.error());
                if (text)
                    continue;
                const TemplateProblem &problem = text.error();
                const auto points = source.toUcs4().size();
                QVERIFY2(problem.position >= 0 && problem.position + problem.length <= points, qPrintable(source));
                QVERIFY2(problem.line >= 1 && problem.column >= 1 && !problem.message.isEmpty(), qPrintable(source));
            }
        }
    }

    void problemsHaveLineAndColumn()
    {
        const auto compiled = CompiledTemplate::compile(u"one\r\ntwo\r😀 {{ name|uper }}"_s, TemplateNotation::Jinja);
        QVERIFY(!compiled);
        QCOMPARE(compiled.error().code, u"E_FILTER"_s);
        QCOMPARE(compiled.error().line, 3);
        QCOMPARE(compiled.error().column, 11);
        QCOMPARE(compiled.error().length, 4);
        QCOMPARE(compiled.error().name, u"uper"_s);
        QCOMPARE(compiled.error().hint, u"did you mean 'upper'?"_s);
    }

    void variablesAreListedOnceInOrder()
    {
        const auto compiled = CompiledTemplate::compile(
            u"{{ b }}{{ a.x }}{% for i in items %}{{ i.n }}{{ b }}{{ loop.index }}{% endfor %}{{ i }}"_s,
            TemplateNotation::Jinja);
        QCOMPARE(compiled->variables(), QStringList({u"b"_s, u"a.x"_s, u"items"_s, u"i"_s}));
        QVERIFY(!compiled->isConstant());
        QVERIFY(CompiledTemplate::compile(u"{% if 1 %}a{% endif %}"_s, TemplateNotation::Jinja)->isConstant());
        QVERIFY(CompiledTemplate().isConstant());
        QCOMPARE(CompiledTemplate().render(Value(), {}).value(), QString());
    }

    void unknownVariablesAreFoundWithANearName()
    {
        const auto compiled = CompiledTemplate::compile(u"{{ first_nmae }} {{ company.name }} {{ today }} {{ zzz }}"_s,
                                                        TemplateNotation::Jinja);
        const auto problems = compiled->unknownVariables({u"first_name"_s, u"company"_s});
        QCOMPARE(problems.size(), 2);
        QCOMPARE(problems[0].code, u"E_NAME"_s);
        QCOMPARE(problems[0].position, 3);
        QCOMPARE(problems[0].length, 10);
        QCOMPARE(problems[0].hint, u"did you mean 'first_name'?"_s);
        QCOMPARE(problems[1].name, u"zzz"_s);
        QVERIFY(problems[1].hint.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestTemplate)
#include "tst_template.moc"

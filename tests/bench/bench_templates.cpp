// Template compiles and renders a second and core, as a table: ./dev bench templates

#include "domain/template/template.h"

#include <cstdio>
#include <ctime>
#include <functional>

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

void measure(const char *what, int count, const std::function<qsizetype()> &step)
{
    qsizetype sum = 0; // used, so that nothing is optimised away
    for (int i = 0; i < count / 100; ++i)
        sum += step();
    const std::clock_t start = std::clock(); // of the processor: what a core can do, however busy the machine is
    for (int i = 0; i < count; ++i)
        sum += step();
    const double each = static_cast<double>(std::clock() - start) * (1e9 / CLOCKS_PER_SEC) / count;
    std::printf("%-44s %9d %10.3f us %12.0f /s%s\n", what, count, each / 1000, 1e9 / each, sum == 0 ? " (empty)" : "");
}

struct Case
{
    const char *name;
    QString source;
    TemplateNotation notation = TemplateNotation::Jinja;
    RenderOptions options{};
};

RenderOptions forTarget(TextTarget target, const QString &locale = u"en-US"_s)
{
    RenderOptions options;
    options.target = target;
    options.locale = locale;
    return options;
}

} // namespace

int main()
{
    const Value line(Value::Map{{u"name"_s, Value(u"Soap"_s)}, {u"qty"_s, Value(2)}});
    const Value data(Value::Map{{u"first_name"_s, Value(u"Ana"_s)},
                                {u"order_no"_s, Value(u"SO-0042"_s)},
                                {u"total"_s, Value::decimal(u"1234.50")},
                                {u"due"_s, Value(QDate(2025, 6, 15))},
                                {u"vip"_s, Value(true)},
                                {u"items"_s, Value(Value::List(3, line))}});
    const Case cases[] = {
        {"name", u"Hello {{ first_name }}, your order is ready."_s},
        {"name, braces", u"Hello {first_name}, your order is ready."_s, TemplateNotation::Brace},
        {"name, SMS", u"Hello {{ first_name }}, your order is ready."_s, TemplateNotation::Jinja,
         forTarget(TextTarget::Sms)},
        {"typical SMS",
         u"Hello {{ first_name }}, your order {{ order_no }} of {{ total|currency(\"EUR\") }} is ready."_s,
         TemplateNotation::Jinja, forTarget(TextTarget::Sms)},
        {"typical SMS, de-DE",
         u"Hallo {{ first_name }}, Ihre Bestellung {{ order_no }} zu {{ total|currency(\"EUR\") }} ist da."_s,
         TemplateNotation::Jinja, forTarget(TextTarget::Sms, u"de-DE"_s)},
        {"default and condition",
         u"Dear {{ title|default(\"customer\") }}{% if vip and first_name != \"\" %}, {{ first_name|upper }}{% endif %}!"_s},
        {"date", u"Due {{ due|date(\"d MMMM yyyy\") }}"_s},
        {"loop of three", u"{% for i in items %}{{ loop.index }}. {{ i.name }} x{{ i.qty }}\n{% endfor %}"_s},
        {"mail in HTML", u"<p>Hello {{ first_name }},</p><p>order <b>{{ order_no }}</b> is ready.</p>"_s,
         TemplateNotation::Jinja, forTarget(TextTarget::EmailHtml)},
    };
    std::printf("compile\n");
    for (const Case &c : cases)
        measure(c.name, 100000, [&] { return CompiledTemplate::compile(c.source, c.notation)->source().size(); });
    std::printf("render, values by slot\n");
    for (const Case &c : cases) {
        const CompiledTemplate compiled = *CompiledTemplate::compile(c.source, c.notation);
        const std::vector<Value> values = compiled.valuesFrom(data);
        measure(c.name, 1000000, [&] { return compiled.render(std::span<const Value>(values), c.options)->size(); });
    }
    std::printf("render, values by map\n");
    const CompiledTemplate compiled = *CompiledTemplate::compile(cases[0].source, cases[0].notation);
    measure(cases[0].name, 1000000, [&] { return compiled.render(data, cases[0].options)->size(); });
    return 0;
}

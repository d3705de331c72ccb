// Templates in each notation: compiled, rendered without and with values, converted.

#include "domain/template/notation.h"
#include "domain/template/template.h"
#include "fuzz/fuzz.h"

using namespace Qt::StringLiterals;
using namespace domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    const auto notation = static_cast<TemplateNotation>(input.choice % 3);
    const QString source = input.choice % 16 == 15 ? input.units() : input.text();
    static_cast<void>(guessNotation(source));
    const auto compiled = CompiledTemplate::compile(source, notation);
    if (!compiled) {
        const TemplateProblem &problem = compiled.error();
        REQUIRE(!problem.code.isEmpty() && problem.position >= 0 && problem.position <= source.size());
        REQUIRE(problem.length >= 0 && problem.line >= 1 && problem.column >= 1);
        return 0;
    }
    RenderOptions options;
    options.target = static_cast<TextTarget>(input.choice / 3 % 7);
    options.missing = MissingPolicy::Blank;
    options.today = QDate(2025, 6, 15);
    options.now = QDateTime(options.today, QTime(10, 30));
    const Value item(Value::Map{{u"name"_s, Value(u"Soap <b> 😀"_s)}, {u"qty"_s, Value(2)}});
    const Value samples[] = {Value(),
                             Value(u"Ana & Bob"_s),
                             Value::decimal(u"-1234.50"),
                             Value(true),
                             Value(QDate(2024, 2, 29)),
                             Value(Value::List(4, item)),
                             Value::null(),
                             item};
    for (size_t first = 0; first < 3; ++first) {
        std::vector<Value> values;
        for (qsizetype i = 0; i < compiled->variables().size(); ++i)
            values.push_back(samples[(first * 3 + size_t(i)) % std::size(samples)]);
        static_cast<void>(compiled->render(std::span<const Value>(values), options));
    }
    for (const TemplateNotation other : {TemplateNotation::Jinja, TemplateNotation::Brace, TemplateNotation::Plain})
        if (const auto converted = convertNotation(source, notation, other))
            REQUIRE(CompiledTemplate::compile(converted->source, other));
    return 0;
}

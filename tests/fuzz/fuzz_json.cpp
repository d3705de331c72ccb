// JSON from outside: as a condition, and as the data of a template.

#include "domain/condition/contactfields.h"
#include "domain/template/template.h"
#include "fuzz/fuzz.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    const QString text = input.text();
    const auto parsed = parseCondition(text, contactFields());
    if (parsed && parsed->notation == ConditionNotation::Json) {
        // JSON → tree → expression → tree, and → JSON → tree: the same tree
        const QString json = toJson(parsed->tree, contactFields());
        REQUIRE(!json.isEmpty());
        const auto again = parseJsonCondition(json, contactFields());
        REQUIRE(again ? again->tree == parsed->tree
                      : (again.error().code == u"E_LENGTH" || again.error().code == u"E_DEPTH"));
        const auto expression = parseExpression(toExpression(parsed->tree), contactFields());
        REQUIRE(expression ? expression->tree == parsed->tree
                           : (expression.error().code == u"E_LENGTH" || expression.error().code == u"E_DEPTH"));
    }
    const QJsonDocument document = QJsonDocument::fromJson(input.bytes.toByteArray());
    if (!document.isObject())
        return 0;
    static const auto letter = CompiledTemplate::compile(
        u"{{ name|upper|truncate(5) }} {% for i in items %}{{ loop.index }} {{ i }} {{ i.name|default(\"-\") }}"
        "{% else %}none{% endfor %}{% if a.b > 3 and name != \"x\" %}{{ a.b|number(2) }}{% endif %}"
        "{{ total|currency(\"EUR\") }} {{ due|date(\"d MMMM yyyy\") }} {{ items|join(\", \") }} {{ items|length }}"_s,
        TemplateNotation::Jinja);
    REQUIRE(letter);
    RenderOptions options;
    options.missing = input.choice % 2 ? MissingPolicy::Blank : MissingPolicy::Error;
    options.target = static_cast<TextTarget>(input.choice / 2 % 7);
    static_cast<void>(letter->render(Value::fromJson(document.object()), options));
    return 0;
}

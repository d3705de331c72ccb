#pragma once

#include "domain/template/template.h"

namespace domain {

/// What an imported text probably is: `{{` or `{%` Jinja, else `{name}` brace, else plain.
[[nodiscard]] TemplateNotation guessNotation(QStringView source);

struct ConvertedTemplate
{
    QString source;
    /// Places of the old source that print otherwise than before (number formats): to be shown.
    QList<TemplateProblem> changes{};
};

/// The same template in another notation, its text unchanged for every recipient but for the listed changes. Problem:
/// the source does not compile, or uses something (E_SYNTAX, at its place) that the other notation has not.
[[nodiscard]] tl::expected<ConvertedTemplate, TemplateProblem>
convertNotation(const QString &source, TemplateNotation from, TemplateNotation to);

} // namespace domain

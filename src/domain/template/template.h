#pragma once

#include "domain/template/types.h"
#include "domain/template/value.h"

#include <QStringList>

#include <memory>
#include <span>
#include <tl/expected.hpp>

namespace domain {

namespace templateast {
struct Program;
} // namespace templateast
struct TemplateFault;

/// A template, checked and ready to be rendered any number of times. Immutable and implicitly shared: copies are
/// cheap and every function may be called from any number of threads at once. Rules: facts/templates.md.
class CompiledTemplate
{
public:
    /// The empty template.
    CompiledTemplate();

    /// Checks all that can be checked without data. Problems: every code but E_MISSING and E_TYPE.
    [[nodiscard]] static tl::expected<CompiledTemplate, TemplateProblem> compile(const QString &source,
                                                                                 TemplateNotation notation);

    /// Variables of the data that the template uses, dotted ("company.name"), in order of first use; variables of
    /// loops are not among them. `today` and `now` are, when used; the options supply them if the data do not.
    [[nodiscard]] const QStringList &variables() const;

    /// The text for one recipient. `data` has one value for each of variables(), in that order. Problems: E_MISSING,
    /// E_TYPE, E_LIMIT.
    [[nodiscard]] tl::expected<QString, TemplateProblem> render(std::span<const Value> data,
                                                                const RenderOptions &options) const;
    /// The same with a map of the data, in which the variables are looked up.
    [[nodiscard]] tl::expected<QString, TemplateProblem> render(const Value &map, const RenderOptions &options) const;
    /// The values of variables() out of a map, for render(span) or to see which are missing.
    [[nodiscard]] std::vector<Value> valuesFrom(const Value &map) const;

    /// Whether every recipient gets the same text.
    [[nodiscard]] bool isConstant() const;

    [[nodiscard]] const QString &source() const; ///< as given
    [[nodiscard]] TemplateNotation notation() const;

    /// A problem for each use of a variable that is not among `known` (dotted paths; a known `company` covers
    /// `company.name`), with the nearest name as hint. Code E_NAME. `today` and `now` are always known.
    [[nodiscard]] QList<TemplateProblem> unknownVariables(const QStringList &known) const;

    /// For the checks beside this class (ast.h, fault.h): what was compiled, and a place in it for a person.
    [[nodiscard]] const templateast::Program &program() const;
    [[nodiscard]] TemplateProblem problemAt(const TemplateFault &fault) const;
    [[nodiscard]] QStringView scannedSource() const; ///< what offsets in program() refer to

private:
    struct Data;
    // shared_ptr: rendered by several threads and kept by whoever holds a copy
    std::shared_ptr<const Data> m_d;
};

} // namespace domain

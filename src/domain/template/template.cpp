#include "domain/template/template.h"

#include "domain/template/channeltext.h"
#include "domain/template/evaluator.h"
#include "domain/template/parser.h"
#include "domain/template/suggest.h"

using namespace Qt::StringLiterals;

namespace domain {

struct CompiledTemplate::Data
{
    QString source{};
    QString scanned{}; ///< what offsets in `program` refer to
    TemplateNotation notation = TemplateNotation::Plain;
    templateast::Program program;
    bool isPlainText = true; ///< nothing to evaluate: one text or none

    [[nodiscard]] TemplateProblem problem(const TemplateFault &fault) const
    {
        return located(fault, source, notation == TemplateNotation::Jinja);
    }
};

namespace {

bool isTooLong(const QString &source)
{
    return source.size() > templatelimits::SourceLength && codePointCount(source) > templatelimits::SourceLength;
}

templateast::Program plainProgram(const QString &source)
{
    templateast::Program program;
    if (!source.isEmpty()) {
        program.nodes.push_back(
            {.kind = templateast::NodeKind::Text, .length = static_cast<int>(source.size()), .text = source});
        program.root.push_back(0);
    }
    return program;
}

tl::expected<templateast::Program, TemplateFault> parse(const QString &scanned, TemplateNotation notation)
{
    switch (notation) {
    case TemplateNotation::Jinja:
        return templateast::parseJinja(scanned);
    case TemplateNotation::Brace:
        return templateast::parseBrace(scanned);
    case TemplateNotation::Plain:
        break;
    }
    return plainProgram(scanned);
}

/// Whether `known` has the path or a beginning of it.
bool isKnown(const QString &path, const QSet<QString> &known)
{
    for (qsizetype end = path.size(); end > 0; end = path.lastIndexOf(u'.', end - 1)) {
        if (known.contains(path.first(end)))
            return true;
    }
    return false;
}

} // namespace

CompiledTemplate::CompiledTemplate()
{
    static const auto empty = std::make_shared<const Data>();
    m_d = empty;
}

tl::expected<CompiledTemplate, TemplateProblem> CompiledTemplate::compile(const QString &source,
                                                                          TemplateNotation notation)
{
    auto data = std::make_shared<Data>();
    data->source = source;
    data->notation = notation;
    if (isTooLong(source)) {
        TemplateProblem problem;
        problem.code = u"E_LENGTH"_s;
        problem.message = u"the template is longer than %1 characters"_s.arg(templatelimits::SourceLength);
        return tl::unexpected(std::move(problem));
    }
    data->scanned = notation == TemplateNotation::Jinja ? withLineFeeds(source) : source;
    auto program = parse(data->scanned, notation);
    if (!program)
        return tl::unexpected(data->problem(program.error()));
    data->program = *std::move(program);
    data->program.todaySlot = static_cast<int>(data->program.variables.indexOf(u"today"_s));
    data->program.nowSlot = static_cast<int>(data->program.variables.indexOf(u"now"_s));
    const auto &nodes = data->program.nodes;
    data->isPlainText = nodes.empty() || (nodes.size() == 1 && nodes[0].kind == templateast::NodeKind::Text);
    CompiledTemplate result;
    result.m_d = std::move(data);
    return result;
}

const QStringList &CompiledTemplate::variables() const { return m_d->program.variables; }

tl::expected<QString, TemplateProblem> CompiledTemplate::render(std::span<const Value> data,
                                                                const RenderOptions &options) const
{
    Q_ASSERT(static_cast<qsizetype>(data.size()) >= variables().size());
    if (m_d->isPlainText)
        return channeltext::finished(m_d->program.nodes.empty() ? QString() : m_d->program.nodes[0].text, options);
    auto text = templateast::evaluate(m_d->program, m_d->scanned, data, options);
    if (!text)
        return tl::unexpected(m_d->problem(text.error()));
    QString finished = channeltext::finished(*std::move(text), options);
    if (finished.isEmpty() && options.target == TextTarget::WhatsAppParameter &&
        options.missing == MissingPolicy::Error && !m_d->program.uses.empty()) {
        // WhatsApp refuses an empty parameter
        const templateast::VariableUse &use = m_d->program.uses.front();
        const QString name = m_d->scanned.sliced(use.from, use.length);
        return tl::unexpected(m_d->problem({"E_MISSING", use.from, use.length, u"'%1' is empty"_s.arg(name),
                                            u"WhatsApp takes no empty values"_s, name}));
    }
    return finished;
}

tl::expected<QString, TemplateProblem> CompiledTemplate::render(const Value &map, const RenderOptions &options) const
{
    const std::vector<Value> data = valuesFrom(map);
    return render(std::span<const Value>(data), options);
}

std::vector<Value> CompiledTemplate::valuesFrom(const Value &map) const
{
    std::vector<Value> values;
    values.reserve(static_cast<size_t>(variables().size()));
    for (const QString &name : variables())
        values.push_back(map.path(name));
    return values;
}

bool CompiledTemplate::isConstant() const { return m_d->program.variables.isEmpty(); }

const QString &CompiledTemplate::source() const { return m_d->source; }

TemplateNotation CompiledTemplate::notation() const { return m_d->notation; }

const templateast::Program &CompiledTemplate::program() const { return m_d->program; }

TemplateProblem CompiledTemplate::problemAt(const TemplateFault &fault) const { return m_d->problem(fault); }

QStringView CompiledTemplate::scannedSource() const { return m_d->scanned; }

QList<TemplateProblem> CompiledTemplate::unknownVariables(const QStringList &known) const
{
    QSet<QString> names(known.begin(), known.end());
    names << u"today"_s << u"now"_s;
    QList<TemplateProblem> problems;
    for (const templateast::VariableUse &use : m_d->program.uses) {
        const QString &path = m_d->program.variables[use.slot];
        if (isKnown(path, names))
            continue;
        const QString near = nearestName(path, known);
        problems.append(m_d->problem({"E_NAME", use.from, use.length, u"there is no field '%1'"_s.arg(path),
                                      near.isEmpty() ? QString() : u"did you mean '%1'?"_s.arg(near), path}));
    }
    return problems;
}

} // namespace domain

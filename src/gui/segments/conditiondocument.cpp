#include "gui/segments/conditiondocument.h"

#include <utility>

namespace gui {

namespace {

constexpr size_t mostSteps = 200;
constexpr int oneStepMs = 1'000; ///< keys within this time are undone together

} // namespace

void ConditionDocument::setCatalogue(const domain::FieldCatalogue &fields)
{
    m_fields = fields;
    read();
    Q_EMIT changed({});
}

void ConditionDocument::reset(const QString &stored)
{
    m_past.clear();
    m_future.clear();
    m_joining = false;
    m_now = {};
    m_now.text = stored;
    m_now.face = domain::notationOf(stored) == domain::ConditionNotation::Expression && !stored.trimmed().isEmpty()
                     ? Face::Expression
                     : Face::Json;
    read();
    m_first = m_now;
    Q_EMIT changed({});
}

/// Reads the face that was edited last and has the others follow.
void ConditionDocument::read()
{
    m_problem.reset();
    m_warnings.clear();
    if (m_now.face == Face::Builder) {
        m_complete = gui::isComplete(m_now.root, m_fields);
        if (m_complete)
            m_condition = gui::conditionOf(m_now.root, m_fields);
        return;
    }
    m_complete = true;
    const QString &text = m_now.text;
    const bool isBlank = text.trimmed().isEmpty();
    const auto parsed = isBlank                    ? domain::parseJsonCondition(QStringLiteral("{}"), m_fields)
                        : m_now.face == Face::Json ? domain::parseJsonCondition(text, m_fields)
                                                   : domain::parseExpression(text, m_fields);
    if (!parsed) {
        m_problem = parsed.error();
        return;
    }
    m_warnings = parsed->warnings;
    m_condition = parsed->tree;
    m_now.root = nodeOf(m_condition, m_fields);
}

QString ConditionDocument::text(Face face) const
{
    if (face == m_now.face)
        return m_now.text;
    if (face == Face::Json)
        return domain::toJson(m_condition, m_fields);
    return m_condition.isEverybody() ? QString() : domain::toExpression(m_condition);
}

QString ConditionDocument::stored() const
{
    if (m_now.face != Face::Builder)
        return m_now.text.trimmed().isEmpty() ? QStringLiteral("{}") : m_now.text;
    const QString json = domain::toJson(m_condition, m_fields);
    return json.isEmpty() ? domain::toExpression(m_condition) : json;
}

void ConditionDocument::setRoot(const BuilderNode &root)
{
    State next{Face::Builder, {}, root};
    const bool mayJoin = m_now.face == Face::Builder && sameShape(m_now.root, root);
    take(std::move(next), mayJoin);
}

void ConditionDocument::setText(Face face, const QString &text)
{
    State next{face, text, m_now.root};
    take(std::move(next), m_now.face == face);
}

void ConditionDocument::take(State next, bool mayJoin)
{
    if (next.face == m_now.face && next.text == m_now.text && next.root == m_now.root)
        return;
    const bool joins = mayJoin && m_joining && m_lastChange.isValid() && m_lastChange.elapsed() < oneStepMs;
    if (!joins) {
        m_past.push_back(m_now);
        if (m_past.size() > mostSteps)
            m_past.erase(m_past.begin());
    }
    m_future.clear();
    m_joining = mayJoin;
    m_lastChange.start();
    m_now = std::move(next);
    read();
    Q_EMIT changed(m_now.face);
}

void ConditionDocument::undo()
{
    if (m_past.empty())
        return;
    m_future.push_back(std::exchange(m_now, std::move(m_past.back())));
    m_past.pop_back();
    m_joining = false;
    read();
    Q_EMIT changed({});
}

void ConditionDocument::redo()
{
    if (m_future.empty())
        return;
    m_past.push_back(std::exchange(m_now, std::move(m_future.back())));
    m_future.pop_back();
    m_joining = false;
    read();
    Q_EMIT changed({});
}

} // namespace gui

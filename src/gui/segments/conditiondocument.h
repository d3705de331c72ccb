#pragma once

#include "domain/condition/notation.h"
#include "gui/segments/buildernode.h"

#include <QElapsedTimer>
#include <QObject>

namespace gui {

/// One condition in its three faces: rows to click together, JSON, and an expression. Whichever is edited, the others
/// follow as soon as it can be read. What a person wrote is kept as written; undo goes over all three. GUI thread.
class ConditionDocument : public QObject
{
    Q_OBJECT

public:
    enum class Face { Builder, Json, Expression };
    Q_ENUM(Face)

    using QObject::QObject;

    /// The names there are; texts are read again.
    void setCatalogue(const domain::FieldCatalogue &fields);
    [[nodiscard]] const domain::FieldCatalogue &catalogue() const { return m_fields; }

    /// Begins anew with a stored condition, in whichever notation; empty is everybody. Forgets the history.
    void reset(const QString &stored);

    /// Where the last change was made.
    [[nodiscard]] Face face() const { return m_now.face; }
    [[nodiscard]] const BuilderNode &root() const { return m_now.root; }
    /// What stands in a text face: what was typed there, or the condition written in it. Empty for a JSON face where
    /// the condition has no JSON form.
    [[nodiscard]] QString text(Face face) const;

    void setRoot(const BuilderNode &root);
    void setText(Face face, const QString &text);

    /// Set where the face that was edited last cannot be read.
    [[nodiscard]] const std::optional<domain::ConditionProblem> &problem() const { return m_problem; }
    [[nodiscard]] const QList<domain::ConditionProblem> &warnings() const { return m_warnings; }
    /// No row waits for a value.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// Can be saved and counted.
    [[nodiscard]] bool isValid() const { return !m_problem && m_complete; }
    /// As it is stored; only while isValid().
    [[nodiscard]] QString stored() const;
    /// Differs from what reset() was given.
    [[nodiscard]] bool isChanged() const { return !(m_now == m_first); }

    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    void undo();
    void redo();

Q_SIGNALS:
    /// After every change; `face` is where it came from, or nothing where all have to be shown anew.
    void changed(std::optional<gui::ConditionDocument::Face> face);

private:
    struct State
    {
        Face face = Face::Builder;
        QString text; ///< of a text face
        BuilderNode root;
        friend bool operator==(const State &, const State &) = default;
    };
    void take(State next, bool mayJoin);
    void read();

    domain::FieldCatalogue m_fields;
    State m_first;
    State m_now;
    std::vector<State> m_past;
    std::vector<State> m_future;
    QElapsedTimer m_lastChange;
    bool m_joining = false; ///< the last change may be continued by the next one
    domain::Condition m_condition;
    std::optional<domain::ConditionProblem> m_problem;
    QList<domain::ConditionProblem> m_warnings;
    bool m_complete = true;
};

} // namespace gui

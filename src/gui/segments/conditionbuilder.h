#pragma once

#include "gui/segments/conditiondocument.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace gui {

class ConditionEdit;
class GroupWidget;

/// A condition to look at and change: as rows, as JSON or as an expression, whichever one likes; all in step, with one
/// history. Knows no engine; usable wherever a condition is asked for. GUI thread.
class ConditionBuilder : public QWidget
{
    Q_OBJECT

public:
    explicit ConditionBuilder(QWidget *parent = nullptr);

    [[nodiscard]] ConditionDocument &document() { return m_document; }
    [[nodiscard]] const ConditionDocument &document() const { return m_document; }
    /// Begins anew; shows rows where the condition has some, else the text.
    void showCondition(const QString &stored);
    void showFace(ConditionDocument::Face face);
    [[nodiscard]] ConditionDocument::Face shownFace() const;

Q_SIGNALS:
    /// The condition changed; it may be incomplete or not readable (document().isValid()).
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow(std::optional<ConditionDocument::Face> face);
    void showRows();
    void showWords();

    ConditionDocument m_document;
    QTabBar *m_faces;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    GroupWidget *m_root = nullptr;
    ConditionEdit *m_json;
    ConditionEdit *m_expression;
    QLabel *m_words;
};

} // namespace gui

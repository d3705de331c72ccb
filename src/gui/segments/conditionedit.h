#pragma once

#include "domain/condition/fields.h"
#include "domain/condition/notation.h"

#include <QPlainTextEdit>
#include <QSyntaxHighlighter>

class QCompleter;
class QStringListModel;

namespace gui {

/// Colours texts, numbers, words and fields of a condition. Owned by its document.
class ConditionHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    ConditionHighlighter(QTextDocument *document, domain::ConditionNotation notation);
    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    domain::ConditionNotation m_notation;
    QPalette m_palette;
};

/// Where a condition is written as text: highlighting, completion of the fields' names, an error underlined at its
/// place. Has no history of its own: the document it belongs to undoes over all faces. Tab leaves it. GUI thread.
class ConditionEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ConditionEdit(domain::ConditionNotation notation, QWidget *parent = nullptr);

    void setCatalogue(const domain::FieldCatalogue &fields);
    /// Shows the text without touching the cursor where it is the same.
    void showText(const QString &text);
    void showProblem(const std::optional<domain::ConditionProblem> &problem,
                     const QList<domain::ConditionProblem> &warnings);
    /// Names that fit at the cursor.
    [[nodiscard]] QStringList completionsHere() const;

Q_SIGNALS:
    void undoWanted();
    void redoWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] std::optional<QString> prefixHere() const;
    void complete(bool asked);
    void take(const QString &completion);

    domain::ConditionNotation m_notation;
    ConditionHighlighter *m_highlighter;
    QCompleter *m_completer;
    QStringListModel *m_names;
};

} // namespace gui

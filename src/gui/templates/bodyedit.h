#pragma once

#include "domain/template/types.h"

#include <QPlainTextEdit>
#include <QSyntaxHighlighter>

class QCompleter;
class QStandardItemModel;

namespace gui {

/// Colours a template's source by domain::tokenise. Owned by its document.
class TemplateHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;
    void setNotation(domain::TemplateNotation notation);
    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    [[nodiscard]] QTextCharFormat formatOf(int kind) const;

    domain::TemplateNotation m_notation = domain::TemplateNotation::Jinja;
    QPalette m_palette;
};

/// Where a template's text is written: highlighting, completion of placeholders and filters, an error underlined at
/// its place. Tab leaves the field. GUI thread.
class BodyEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit BodyEdit(QWidget *parent = nullptr);

    void setNotation(domain::TemplateNotation notation);
    /// As high as a field of one line; breaks that are typed or pasted become spaces.
    void setOneLine();
    /// Names with an example each.
    void setPlaceholders(const QList<QPair<QString, QString>> &placeholders);
    /// In code points of the source; an empty list removes the underlines.
    void setProblems(const QList<domain::TemplateProblem> &problems);
    /// Replaces the text so that Ctrl+Z brings the old one back.
    void replaceText(const QString &text);
    void insertPlaceholder(const QString &name);
    /// Names that fit at the cursor, for tests and the popup.
    [[nodiscard]] QStringList completionsHere() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    struct Context
    {
        bool inside = false;
        bool filter = false;
        QString prefix;
    };
    [[nodiscard]] Context contextHere() const;
    void complete(bool asked);
    void take(const QString &completion);

    TemplateHighlighter *m_highlighter;
    QCompleter *m_completer;
    QStandardItemModel *m_names;
    QStandardItemModel *m_filters;
    domain::TemplateNotation m_notation = domain::TemplateNotation::Jinja;
    QList<domain::TemplateProblem> m_problems;
    bool m_isOneLine = false;
};

} // namespace gui

#include "gui/templates/bodyedit.h"

#include "domain/template/filters.h"
#include "domain/template/highlight.h"
#include "gui/templates/previewtext.h"
#include "gui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using domain::TemplateTokenKind;

namespace gui {

void TemplateHighlighter::setNotation(domain::TemplateNotation notation)
{
    if (std::exchange(m_notation, notation) != notation)
        rehighlight();
}

void TemplateHighlighter::setPalette(const QPalette &palette)
{
    m_palette = palette;
    rehighlight();
}

QTextCharFormat TemplateHighlighter::formatOf(int kind) const
{
    const Tokens &t = tokensOf(m_palette);
    QTextCharFormat format;
    switch (static_cast<TemplateTokenKind>(kind)) {
    case TemplateTokenKind::Text:
    case TemplateTokenKind::Space:
        break;
    case TemplateTokenKind::Delimiter:
    case TemplateTokenKind::Variable:
        format.setForeground(t.accent);
        break;
    case TemplateTokenKind::Keyword:
        format.setForeground(t.of(Tone::OnTheWay));
        format.setFontWeight(QFont::DemiBold);
        break;
    case TemplateTokenKind::Filter:
    case TemplateTokenKind::Format:
        format.setForeground(t.of(Tone::OnTheWay));
        break;
    case TemplateTokenKind::String:
    case TemplateTokenKind::Number:
        format.setForeground(t.of(Tone::Delivered));
        break;
    case TemplateTokenKind::Operator:
    case TemplateTokenKind::Escape:
    case TemplateTokenKind::Raw:
        format.setForeground(t.secondary);
        break;
    case TemplateTokenKind::Comment:
        format.setForeground(t.secondary);
        format.setFontItalic(true);
        break;
    case TemplateTokenKind::Error:
        format.setForeground(t.of(Tone::Failed));
        break;
    }
    return format;
}

void TemplateHighlighter::highlightBlock(const QString &)
{
    // A block knows nothing of a tag that began above it, so the whole source is looked at: at most 16,384 characters.
    const QString source = document()->toPlainText();
    const int from = currentBlock().position();
    const int to = from + currentBlock().length();
    for (const domain::TemplateToken &token : domain::tokenise(source, m_notation)) {
        const int first = std::max(token.from, from);
        const int last = std::min(token.from + token.length, to);
        if (first < last)
            setFormat(first - from, last - first, formatOf(int(token.kind)));
    }
}

BodyEdit::BodyEdit(QWidget *parent)
    : QPlainTextEdit(parent), m_highlighter(new TemplateHighlighter(document())), m_completer(new QCompleter(this)),
      m_names(new QStandardItemModel(this)), m_filters(new QStandardItemModel(this))
{
    setObjectName(u"templateBody"_s);
    setTabChangesFocus(true);
    setAccessibleName(tr("Text"));
    m_highlighter->setPalette(palette());
    for (const QString &name : domain::templatefilters::filterNames())
        m_filters->appendRow(new QStandardItem(name));
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setCompletionRole(Qt::UserRole);
    m_completer->popup()->setAccessibleName(tr("Completions"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { take(index.data(Qt::UserRole).toString()); });
    for (int i = 0; i < m_filters->rowCount(); ++i)
        m_filters->item(i)->setData(m_filters->item(i)->text(), Qt::UserRole);
    m_completer->setModel(m_names);
}

void BodyEdit::setNotation(domain::TemplateNotation notation)
{
    m_notation = notation;
    m_highlighter->setNotation(notation);
}

void BodyEdit::setOneLine()
{
    m_isOneLine = true;
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(size::control);
    document()->setDocumentMargin(1); // the style's padding leaves no more
}

// Files are not text: whoever stands behind this field may take them.
bool BodyEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

void BodyEdit::insertFromMimeData(const QMimeData *source)
{
    if (!m_isOneLine)
        return QPlainTextEdit::insertFromMimeData(source);
    static const QRegularExpression breaks(u"[\\r\\n\\t\\x{2028}\\x{2029}]+"_s);
    textCursor().insertText(source->text().replace(breaks, u" "_s));
}

void BodyEdit::setPlaceholders(const QList<QPair<QString, QString>> &placeholders)
{
    m_names->clear();
    for (const auto &[name, example] : placeholders) {
        auto *item = new QStandardItem(example.isEmpty() ? name : name + u"  –  "_s + example.left(40));
        item->setData(name, Qt::UserRole);
        m_names->appendRow(item);
    }
}

void BodyEdit::setProblems(const QList<domain::TemplateProblem> &problems)
{
    m_problems = problems;
    const QString source = toPlainText();
    QList<QTextEdit::ExtraSelection> marks;
    for (const domain::TemplateProblem &problem : problems) {
        int from = utf16Offset(source, problem.position);
        int to = utf16Offset(source, problem.position + std::max(1, problem.length));
        if (from == to && from > 0)
            --from; // the end of the text: its last character shows it
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(from);
        mark.cursor.setPosition(std::min(to, int(source.size())), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(tokensOf(palette()).of(Tone::Failed));
        mark.format.setToolTip(wordsFor(problem));
        marks.append(mark);
    }
    setExtraSelections(marks);
    const bool invalid = !problems.isEmpty();
    if (property("invalid").toBool() != invalid) {
        setProperty("invalid", invalid);
        repolish(this);
    }
}

void BodyEdit::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

void BodyEdit::insertPlaceholder(const QString &name)
{
    if (m_notation == domain::TemplateNotation::Plain)
        return;
    textCursor().insertText(m_notation == domain::TemplateNotation::Brace ? u'{' + name + u'}'
                                                                          : u"{{ "_s + name + u" }}"_s);
    setFocus();
}

BodyEdit::Context BodyEdit::contextHere() const
{
    Context context;
    if (m_notation == domain::TemplateNotation::Plain)
        return context;
    const QString before = toPlainText().left(textCursor().position());
    const bool jinja = m_notation == domain::TemplateNotation::Jinja;
    const qsizetype open =
        jinja ? std::max(before.lastIndexOf(u"{{"_s), before.lastIndexOf(u"{%"_s)) : before.lastIndexOf(u'{');
    const qsizetype closed =
        jinja ? std::max(before.lastIndexOf(u"}}"_s), before.lastIndexOf(u"%}"_s)) : before.lastIndexOf(u'}');
    if (open < 0 || closed > open)
        return context;
    const QString within = before.mid(open + (jinja ? 2 : 1));
    if (within.count(u'"') % 2 == 1 || within.count(u'\'') % 2 == 1)
        return context; // a string is being written
    qsizetype start = within.size();
    const auto belongs = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'.'; };
    while (start > 0 && belongs(within.at(start - 1)))
        --start;
    context.inside = true;
    context.prefix = within.mid(start);
    context.filter = jinja && within.left(start).trimmed().endsWith(u'|');
    return context;
}

QStringList BodyEdit::completionsHere() const
{
    const Context context = contextHere();
    QStringList found;
    if (!context.inside)
        return found;
    const QStandardItemModel *model = context.filter ? m_filters : m_names;
    for (int i = 0; i < model->rowCount(); ++i)
        if (const QString name = model->item(i)->data(Qt::UserRole).toString();
            name.startsWith(context.prefix, Qt::CaseInsensitive))
            found << name;
    return found;
}

void BodyEdit::complete(bool asked)
{
    const Context context = contextHere();
    const QStringList found = completionsHere();
    const bool done = found.size() == 1 && found.first() == context.prefix;
    if (found.isEmpty() || done ||
        (context.prefix.isEmpty() && !asked && !context.filter &&
         !toPlainText().left(textCursor().position()).trimmed().endsWith(u'{'))) {
        m_completer->popup()->hide();
        return;
    }
    QStandardItemModel *model = context.filter ? m_filters : m_names;
    if (m_completer->model() != model)
        m_completer->setModel(model);
    m_completer->setCompletionPrefix(context.prefix);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setWidth(std::max(280, m_completer->popup()->sizeHintForColumn(0) + 32));
    m_completer->complete(place);
}

void BodyEdit::take(const QString &completion)
{
    const Context context = contextHere();
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(context.prefix.size()));
    cursor.insertText(completion);
    const QString after = toPlainText().mid(cursor.position());
    const QString closing = m_notation == domain::TemplateNotation::Brace ? u"}"_s : u" }}"_s;
    const qsizetype nextClose = after.indexOf(closing.trimmed());
    const qsizetype nextOpen = after.indexOf(u'{');
    if (!context.filter && (nextClose < 0 || (nextOpen >= 0 && nextOpen < nextClose))) {
        const int at = cursor.position();
        cursor.insertText(closing);
        cursor.setPosition(at);
        cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, int(closing.size()));
    }
    setTextCursor(cursor);
}

void BodyEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_completer->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Enter:
        case Qt::Key_Return:
        case Qt::Key_Escape:
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            event->ignore(); // the popup takes it
            return;
        default:
            break;
        }
    }
    const bool asked = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (m_isOneLine && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        event->ignore();
        return;
    }
    if (!asked)
        QPlainTextEdit::keyPressEvent(event);
    const bool typed = !event->text().isEmpty() && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (asked || typed)
        complete(asked);
}

void BodyEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter) {
        m_highlighter->setPalette(palette());
        setProblems(QList(m_problems));
    }
}

} // namespace gui

#include "gui/segments/conditionedit.h"

#include "gui/segments/conditionwords.h"
#include "gui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QSet>
#include <QStringListModel>

using namespace Qt::StringLiterals;
using domain::ConditionNotation;

namespace gui {

namespace {

bool belongsToName(QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'$'; }

/// Behind the text in quotes that begins at `from`; the end where it is not closed.
qsizetype endOfString(const QString &text, qsizetype from)
{
    const QChar quote = text.at(from);
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (text.at(i) == u'\\')
            ++i;
        else if (text.at(i) == quote)
            return i + 1;
    }
    return text.size();
}

const QSet<QString> &words()
{
    static const QSet<QString> all{u"and"_s,   u"or"_s,   u"not"_s,  u"in"_s,    u"is"_s,  u"True"_s,
                                   u"False"_s, u"None"_s, u"true"_s, u"false"_s, u"null"_s};
    return all;
}

} // namespace

ConditionHighlighter::ConditionHighlighter(QTextDocument *document, ConditionNotation notation)
    : QSyntaxHighlighter(document), m_notation(notation)
{}

void ConditionHighlighter::setPalette(const QPalette &palette)
{
    m_palette = palette;
    rehighlight();
}

void ConditionHighlighter::highlightBlock(const QString &text)
{
    const Tokens &t = tokensOf(m_palette);
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text.at(i);
        qsizetype end = i + 1;
        QTextCharFormat format;
        if (c == u'"' || c == u'\'') {
            end = endOfString(text, i);
            qsizetype next = end;
            while (next < text.size() && text.at(next).isSpace())
                ++next;
            const bool isKey = m_notation == ConditionNotation::Json && next < text.size() && text.at(next) == u':';
            format.setForeground(isKey ? t.accent : t.of(Tone::Delivered));
        } else if (c.isDigit()) {
            while (end < text.size() && (text.at(end).isLetterOrNumber() || text.at(end) == u'.'))
                ++end;
            format.setForeground(t.of(Tone::Delivered));
        } else if (belongsToName(c)) {
            while (end < text.size() && belongsToName(text.at(end)))
                ++end;
            const QString word = text.mid(i, end - i);
            if (words().contains(word)) {
                format.setForeground(t.of(Tone::OnTheWay));
                format.setFontWeight(QFont::DemiBold);
            } else if (word.startsWith("doc."_L1)) {
                format.setForeground(t.accent);
            } else {
                format.setForeground(t.of(Tone::OnTheWay));
            }
        } else if (!c.isSpace()) {
            format.setForeground(t.secondary);
        }
        setFormat(int(i), int(end - i), format);
        i = end;
    }
}

ConditionEdit::ConditionEdit(ConditionNotation notation, QWidget *parent)
    : QPlainTextEdit(parent), m_notation(notation), m_highlighter(new ConditionHighlighter(document(), notation)),
      m_completer(new QCompleter(this)), m_names(new QStringListModel(this))
{
    const bool json = notation == ConditionNotation::Json;
    setObjectName(json ? u"conditionJson"_s : u"conditionExpression"_s);
    setAccessibleName(json ? tr("Condition as JSON") : tr("Condition as an expression"));
    setPlaceholderText(json ? u"{\"territory\": \"California\", \"vip\": true}"_s
                            : u"doc.territory == \"California\" and doc.vip"_s);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    QFont mono = fontFor(TextRole::Mono);
    setFont(mono);
    m_highlighter->setPalette(palette());
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setModel(m_names);
    m_completer->popup()->setAccessibleName(tr("Completions"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ConditionEdit::take);
}

void ConditionEdit::setCatalogue(const domain::FieldCatalogue &fields)
{
    QStringList names;
    for (const domain::ConditionField &field : fields.fields())
        if (field.isOffered)
            names << (m_notation == ConditionNotation::Json ? field.name : u"doc."_s + field.name);
    if (m_notation == ConditionNotation::Json)
        names << u"$and"_s << u"$or"_s << u"$not"_s;
    else
        for (const char *function : {"getdate(", "today()", "now_datetime()", "add_days(", "date_diff(", "len(",
                                     "is_anniversary(", "flt(", "cint("})
            names << QString::fromLatin1(function);
    m_names->setStringList(names);
}

void ConditionEdit::showText(const QString &text)
{
    if (text == toPlainText())
        return;
    const int at = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(at, int(text.size())));
    setTextCursor(cursor);
}

void ConditionEdit::showProblem(const std::optional<domain::ConditionProblem> &problem,
                                const QList<domain::ConditionProblem> &warnings)
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto add = [&](const domain::ConditionProblem &one, Tone tone) {
        const int size = int(toPlainText().size());
        int from = std::min(one.from, size);
        const int to = std::min(one.from + std::max(1, one.length), size);
        if (from == to && from > 0)
            --from; // the end of the text: its last character shows it
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(from);
        mark.cursor.setPosition(to, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(tokensOf(palette()).of(tone));
        mark.format.setToolTip(problemWords(one));
        marks.append(mark);
    };
    for (const domain::ConditionProblem &warning : warnings)
        add(warning, Tone::Doubt);
    if (problem)
        add(*problem, Tone::Failed);
    setExtraSelections(marks);
    setAccessibleDescription(problem ? problemWords(*problem) : QString());
    if (property("invalid").toBool() != problem.has_value()) {
        setProperty("invalid", problem.has_value());
        repolish(this);
    }
}

std::optional<QString> ConditionEdit::prefixHere() const
{
    const QString before = toPlainText().left(textCursor().position());
    qsizetype open = -1; // of the text in quotes the cursor is in
    for (qsizetype i = 0; i < before.size();) {
        if (before.at(i) != u'"' && before.at(i) != u'\'') {
            ++i;
            continue;
        }
        const qsizetype end = endOfString(before, i);
        const bool closed = end > i + 1 && before.at(end - 1) == before.at(i) && before.at(end - 2) != u'\\';
        if (!closed)
            open = i;
        i = end;
    }
    if (m_notation == ConditionNotation::Json) {
        // A key stands in quotes behind a brace or a comma.
        if (open < 0)
            return std::nullopt;
        const QString led = before.left(open).trimmed();
        if (!led.endsWith(u'{') && !led.endsWith(u','))
            return std::nullopt;
        return before.mid(open + 1);
    }
    if (open >= 0)
        return std::nullopt;
    qsizetype start = before.size();
    while (start > 0 && belongsToName(before.at(start - 1)))
        --start;
    return before.mid(start);
}

QStringList ConditionEdit::completionsHere() const
{
    const auto prefix = prefixHere();
    QStringList found;
    if (prefix)
        for (const QString &name : m_names->stringList())
            if (name.startsWith(*prefix, Qt::CaseInsensitive))
                found << name;
    return found;
}

void ConditionEdit::complete(bool asked)
{
    const auto prefix = prefixHere();
    const QStringList found = completionsHere();
    const bool done = found.size() == 1 && found.first() == *prefix;
    const bool begun = prefix && (!prefix->isEmpty() || m_notation == ConditionNotation::Json);
    if (found.isEmpty() || done || !(asked || begun)) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(*prefix);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setWidth(std::max(240, m_completer->popup()->sizeHintForColumn(0) + 32));
    m_completer->complete(place);
}

void ConditionEdit::take(const QString &completion)
{
    const auto prefix = prefixHere();
    if (!prefix)
        return;
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(prefix->size()));
    cursor.insertText(completion);
    setTextCursor(cursor);
}

void ConditionEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        return Q_EMIT undoWanted();
    if (event->matches(QKeySequence::Redo))
        return Q_EMIT redoWanted();
    if (m_completer->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Enter:
        case Qt::Key_Return:
        case Qt::Key_Escape:
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return event->ignore(); // the popup takes it
        default:
            break;
        }
    }
    const bool asked = event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier);
    if (!asked)
        QPlainTextEdit::keyPressEvent(event);
    if (asked || (!event->text().isEmpty() && event->text().at(0).isPrint()) || event->key() == Qt::Key_Backspace)
        complete(asked);
}

void ConditionEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->setPalette(palette());
}

} // namespace gui

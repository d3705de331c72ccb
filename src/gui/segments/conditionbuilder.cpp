#include "gui/segments/conditionbuilder.h"

#include "gui/segments/conditionedit.h"
#include "gui/segments/conditionwords.h"
#include "gui/segments/groupwidget.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gui {

using Face = ConditionDocument::Face;

ConditionBuilder::ConditionBuilder(QWidget *parent)
    : QWidget(parent), m_faces(new QTabBar), m_undo(new QToolButton), m_redo(new QToolButton),
      m_stack(new QStackedWidget), m_scroll(new QScrollArea),
      m_json(new ConditionEdit(domain::ConditionNotation::Json)),
      m_expression(new ConditionEdit(domain::ConditionNotation::Expression)), m_words(makeLabel({}, TextRole::Error))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::xs);
    m_faces->setObjectName(u"conditionFaces"_s);
    m_faces->setAccessibleName(tr("How the condition is shown"));
    m_faces->setExpanding(false);
    m_faces->setFocusPolicy(Qt::StrongFocus);
    m_faces->addTab(tr("Rows"));
    m_faces->addTab(tr("JSON"));
    m_faces->addTab(tr("Expression"));
    head->addWidget(m_faces, 1);
    const auto button = [head](QToolButton *made, const QString &iconName, const QString &name, const QString &keys) {
        made->setIcon(icon(iconName));
        made->setAccessibleName(name);
        made->setToolTip(name + u" ("_s + keys + u')');
        made->setFocusPolicy(Qt::StrongFocus);
        made->setAutoRaise(true);
        head->addWidget(made);
    };
    button(m_undo, u"edit-undo"_s, tr("Undo"), QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
    button(m_redo, u"edit-redo"_s, tr("Redo"), QKeySequence(QKeySequence::Redo).toString(QKeySequence::NativeText));
    m_undo->setObjectName(u"undoCondition"_s);
    m_redo->setObjectName(u"redoCondition"_s);
    column->addLayout(head);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_json);
    m_stack->addWidget(m_expression);
    column->addWidget(m_stack, 1);
    m_words->setObjectName(u"conditionProblem"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    column->addWidget(m_words);

    connect(m_faces, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_undo, &QToolButton::clicked, &m_document, &ConditionDocument::undo);
    connect(m_redo, &QToolButton::clicked, &m_document, &ConditionDocument::redo);
    for (const auto &[edit, face] : {std::pair(m_json, Face::Json), std::pair(m_expression, Face::Expression)}) {
        connect(edit, &ConditionEdit::undoWanted, &m_document, &ConditionDocument::undo);
        connect(edit, &ConditionEdit::redoWanted, &m_document, &ConditionDocument::redo);
        connect(edit, &QPlainTextEdit::textChanged, this, [this, edit = edit, face = face] {
            if (edit->toPlainText() != m_document.text(face))
                m_document.setText(face, edit->toPlainText());
        });
    }
    connect(&m_document, &ConditionDocument::changed, this, &ConditionBuilder::follow);
    follow({});
}

void ConditionBuilder::showCondition(const QString &stored)
{
    m_document.reset(stored);
    showFace(Face::Builder);
}

void ConditionBuilder::showFace(Face face) { m_faces->setCurrentIndex(int(face)); }

Face ConditionBuilder::shownFace() const { return static_cast<Face>(m_faces->currentIndex()); }

void ConditionBuilder::follow(std::optional<Face> face)
{
    if (!face) {
        m_json->setCatalogue(m_document.catalogue());
        m_expression->setCatalogue(m_document.catalogue());
    }
    // What cannot be read leaves the other faces as they were; only its own shows it.
    const bool readable = m_document.isValid();
    for (const auto &[edit, own] : {std::pair(m_json, Face::Json), std::pair(m_expression, Face::Expression)})
        if (face != own && (readable || !face || m_document.face() == own)) {
            const QSignalBlocker quiet(edit);
            edit->showText(m_document.text(own));
        }
    if (face != Face::Builder && (readable || !face))
        showRows();
    showWords();
    m_undo->setEnabled(m_document.canUndo());
    m_redo->setEnabled(m_document.canRedo());
    if (!face && m_document.problem())
        showFace(m_document.face());
    Q_EMIT changed();
}

void ConditionBuilder::showRows()
{
    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(1, 1, space::s, 1);
    m_root = new GroupWidget(m_document.root(), m_document.catalogue(), true);
    column->addWidget(m_root);
    column->addStretch(1);
    m_scroll->setWidget(inner); // deletes the one before
    const auto take = [this] { m_document.setRoot(m_root->node()); };
    connect(m_root, &GroupWidget::edited, this, take);
    connect(m_root, &GroupWidget::reshaped, this, take);
}

void ConditionBuilder::showWords()
{
    const auto &problem = m_document.problem();
    const bool inText = m_document.face() != Face::Builder;
    for (const auto &[edit, own] : {std::pair(m_json, Face::Json), std::pair(m_expression, Face::Expression)})
        edit->showProblem(m_document.face() == own ? problem : std::nullopt,
                          m_document.face() == own ? m_document.warnings() : QList<domain::ConditionProblem>());
    QString words;
    if (problem && inText)
        words = problemWords(*problem);
    else if (!m_document.isComplete())
        words = tr("A condition has no value yet.");
    else if (!m_document.warnings().isEmpty())
        words = problemWords(m_document.warnings().constFirst());
    setRole(m_words, problem ? TextRole::Error : TextRole::Secondary);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    // With an error in one text the others show what was last understood and wait.
    m_scroll->setEnabled(!problem || !inText);
    m_json->setReadOnly(problem && m_document.face() != Face::Json);
    m_expression->setReadOnly(problem && m_document.face() != Face::Expression);
}

void ConditionBuilder::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        m_document.undo();
    else if (event->matches(QKeySequence::Redo))
        m_document.redo();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gui

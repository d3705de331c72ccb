#include "gui/segments/segmenteditor.h"

#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/segments/audiencepreview.h"
#include "gui/segments/conditionbuilder.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int sideWidth = 240;
constexpr int wideFrom = 1060; ///< from which whom it finds stands beside the condition
constexpr int longestName = 120;
} // namespace

SegmentEditor::SegmentEditor(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_content(new QHBoxLayout), m_name(new QLineEdit), m_description(new QLineEdit),
      m_nameField(new Field(tr("Name"), m_name)), m_builder(new ConditionBuilder),
      m_preview(new AudiencePreview(context.client)), m_error(makeLabel({}, TextRole::Error))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    m_content->setContentsMargins(space::xl, 0, space::xl, space::l);
    m_content->setSpacing(space::xl);
    auto *form = new QVBoxLayout;
    form->setSpacing(space::m);
    m_name->setObjectName(u"segmentName"_s);
    m_name->setMaxLength(longestName);
    m_description->setObjectName(u"segmentDescription"_s);
    m_description->setMaxLength(500);
    auto *names = new QHBoxLayout;
    names->setSpacing(space::l);
    names->addWidget(m_nameField, 2, Qt::AlignTop);
    names->addWidget(new Field(tr("What it is for"), m_description), 3, Qt::AlignTop);
    form->addLayout(names);
    form->addWidget(m_builder, 1);
    m_error->setWordWrap(true);
    m_error->hide();
    form->addWidget(m_error);
    m_content->addLayout(form, 1);
    m_preview->setFixedWidth(sideWidth);
    m_content->addWidget(m_preview);
    column->addLayout(m_content, 1);
    for (QLineEdit *edit : {m_name, m_description})
        connect(edit, &QLineEdit::textChanged, this, &SegmentEditor::edited);
    connect(m_builder, &ConditionBuilder::changed, this, &SegmentEditor::conditionChanged);
    connect(m_preview, &AudiencePreview::listWanted, this, [this] {
        if (m_builder->document().isValid())
            Q_EMIT listWanted(m_builder->document().stored());
    });
}

void SegmentEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= wideFrom;
    m_content->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_content->setSpacing(isWide ? space::xl : space::m);
    m_preview->setStrip(!isWide);
    m_preview->setMinimumWidth(isWide ? sideWidth : 0);
    m_preview->setMaximumWidth(isWide ? sideWidth : QWIDGETSIZE_MAX);
}

QWidget *SegmentEditor::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::l, space::l, space::xl, space::m);
    row->setSpacing(space::s);
    auto *back = new QToolButton(head);
    back->setIcon(icon(u"go-previous"_s));
    back->setAccessibleName(tr("Back to the segments"));
    back->setToolTip(tr("Back (Esc)"));
    back->setObjectName(u"back"_s);
    back->setFocusPolicy(Qt::StrongFocus);
    m_title = makeLabel({}, TextRole::Title, head);
    m_save = new QPushButton(tr("Save"), head);
    m_save->setObjectName(u"saveSegment"_s);
    m_save->setShortcut(QKeySequence::Save);
    makePrimary(m_save);
    connect(back, &QToolButton::clicked, this, &SegmentEditor::backWanted);
    connect(m_save, &QPushButton::clicked, this, &SegmentEditor::saveWanted);
    row->addWidget(back);
    row->addWidget(m_title, 1);
    row->addWidget(m_save);
    return head;
}

void SegmentEditor::showSegment(const engine::SegmentRow &segment)
{
    m_saved = segment;
    m_title->setText(segment.id.isValid() ? segment.name : tr("New segment"));
    m_name->setText(segment.name);
    m_description->setText(segment.description);
    m_nameField->setError({});
    m_error->hide();
    m_builder->showCondition(segment.condition);
    m_savedCondition = m_builder->document().isValid() ? m_builder->document().stored() : segment.condition;
    edited();
    m_name->setFocus(Qt::OtherFocusReason);
}

void SegmentEditor::showSaved(domain::SegmentId id)
{
    m_saved = segment();
    m_saved.id = id;
    m_savedCondition = m_saved.condition;
    m_title->setText(m_saved.name);
    m_nameField->setError({});
    m_error->hide();
    edited();
}

void SegmentEditor::showCatalogue(const domain::FieldCatalogue &fields)
{
    m_builder->document().setCatalogue(fields);
    if (!isChanged() && m_builder->document().isValid())
        m_savedCondition = m_builder->document().stored();
}

void SegmentEditor::showError(const domain::Error &error)
{
    if (error.place == u"name") {
        m_nameField->setError(error.code == domain::ErrorCode::Conflict ? tr("Another segment has this name.")
                                                                        : sentenceFor(error));
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_error->setText(sentenceFor(error));
    m_error->show();
}

engine::SegmentRow SegmentEditor::segment() const
{
    engine::SegmentRow now = m_saved;
    now.name = m_name->text().trimmed();
    now.description = m_description->text().trimmed();
    if (m_builder->document().isValid())
        now.condition = m_builder->document().stored();
    return now;
}

bool SegmentEditor::isChanged() const
{
    const auto &document = m_builder->document();
    return m_name->text().trimmed() != m_saved.name || m_description->text().trimmed() != m_saved.description ||
           !document.isValid() || document.stored() != m_savedCondition;
}

bool SegmentEditor::isValid() const { return !m_name->text().trimmed().isEmpty() && m_builder->document().isValid(); }

void SegmentEditor::edited()
{
    if (!m_name->text().trimmed().isEmpty())
        m_nameField->setError({});
    m_save->setEnabled(isValid() && (isChanged() || !m_saved.id.isValid()));
}

void SegmentEditor::conditionChanged()
{
    m_error->hide();
    const auto &document = m_builder->document();
    m_preview->setCondition(document.isValid() ? std::optional(document.stored()) : std::nullopt);
    edited();
}

void SegmentEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gui

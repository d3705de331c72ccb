#include "gui/segments/groupwidget.h"

#include "domain/condition/notation.h"
#include "gui/kit/elidedlabel.h"
#include "gui/segments/conditionwords.h"
#include "gui/segments/valueedit.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

QToolButton *removeButton(const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(icon(u"edit-delete"_s));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRaise(true);
    return button;
}

} // namespace

RowWidget::RowWidget(const domain::ConditionRow &row, const domain::FieldCatalogue &fields, QWidget *parent)
    : QWidget(parent), m_fields(fields), m_field(new QComboBox), m_test(new QComboBox), m_line(new QHBoxLayout(this))
{
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(space::s);
    m_field->setObjectName(u"conditionField"_s);
    m_field->setAccessibleName(tr("Field"));
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_field->setMinimumContentsLength(14);
    for (const domain::ConditionField &field : fields.fields())
        if (field.isOffered)
            m_field->addItem(fieldWords(field.name), field.name);
    if (m_field->findData(row.field) < 0 && fields.find(row.field))
        m_field->addItem(fieldWords(row.field), row.field); // of an open prefix, or a predecessor's name
    m_test->setObjectName(u"conditionTest"_s);
    m_test->setAccessibleName(tr("Test"));
    m_test->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_test->setMinimumContentsLength(11);
    m_field->setCurrentIndex(std::max(0, m_field->findData(row.field)));
    m_current = fields.find(m_field->currentData().toString()).value_or(domain::ConditionField{});
    showTests();
    if (m_test->findData(int(row.test)) < 0)
        m_test->addItem(testWords(row.test, m_current.type), int(row.test)); // one that is written, though unusual
    m_test->setCurrentIndex(std::max(0, m_test->findData(int(row.test))));
    m_line->addWidget(m_field, 3);
    m_line->addWidget(m_test, 2);
    auto *remove = removeButton(tr("Remove this condition"));
    remove->setObjectName(u"removeCondition"_s);
    m_line->addWidget(remove);
    showValues(row);
    connect(remove, &QToolButton::clicked, this, &RowWidget::removeWanted);
    connect(m_field, &QComboBox::currentIndexChanged, this, [this] {
        m_current = m_fields.find(m_field->currentData().toString()).value_or(domain::ConditionField{});
        showTests();
        showValues({});
        Q_EMIT edited();
    });
    connect(m_test, &QComboBox::currentIndexChanged, this, [this] {
        domain::ConditionRow kept = this->row();
        // What was chosen stays where the new test takes it.
        if (const int wanted = domain::valueCount(kept.test); wanted >= 0 && int(kept.values.size()) > wanted)
            kept.values.resize(size_t(wanted));
        showValues(kept);
        Q_EMIT edited();
    });
}

void RowWidget::showTests()
{
    const QSignalBlocker quiet(m_test);
    m_test->clear();
    for (const domain::RowTest test : domain::testsFor(m_current.type))
        m_test->addItem(testWords(test, m_current.type), int(test));
}

void RowWidget::showValues(const domain::ConditionRow &row)
{
    domain::ConditionRow shown = row;
    shown.field = m_current.name;
    shown.test = static_cast<domain::RowTest>(m_test->currentData().toInt());
    auto *values = new ValuesEdit(m_current, shown);
    if (m_values) {
        delete m_line->replaceWidget(m_values, values);
        m_values->hide();
        m_values->deleteLater();
    } else {
        m_line->insertWidget(2, values, 5);
    }
    m_values = values;
    setTabOrder(m_test, values);
    connect(values, &ValuesEdit::edited, this, &RowWidget::edited);
}

domain::ConditionRow RowWidget::row() const
{
    domain::ConditionRow row;
    row.field = m_current.name;
    row.test = static_cast<domain::RowTest>(m_test->currentData().toInt());
    m_values->readInto(row);
    return row;
}

GroupWidget::GroupWidget(const BuilderNode &node, const domain::FieldCatalogue &fields, bool isRoot, QWidget *parent)
    : QFrame(parent), m_fields(fields), m_match(new QComboBox), m_rows(new QVBoxLayout),
      m_none(makeLabel(isRoot ? tr("No condition: everybody is in.") : tr("No condition yet."), TextRole::Secondary))
{
    setObjectName(isRoot ? u"conditionRoot"_s : u"conditionGroup"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(isRoot ? 0 : space::m, isRoot ? 0 : space::s, 0, isRoot ? 0 : space::s);
    column->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    m_match->setObjectName(u"conditionMatch"_s);
    m_match->setAccessibleName(tr("How the conditions go together"));
    using enum BuilderNode::Match;
    for (const BuilderNode::Match match : {All, Any, None})
        m_match->addItem(matchWords(match), int(match));
    m_match->setCurrentIndex(m_match->findData(int(node.match)));
    head->addWidget(m_match);
    head->addWidget(makeLabel(tr("are true"), TextRole::Secondary));
    head->addStretch(1);
    auto *addRow = new QPushButton(tr("Condition"));
    addRow->setIcon(icon(u"list-add"_s, Tone::Accent));
    addRow->setAccessibleName(tr("Add a condition"));
    addRow->setObjectName(u"addCondition"_s);
    makeLink(addRow);
    auto *addGroup = new QPushButton(tr("Group"));
    addGroup->setIcon(icon(u"list-add"_s, Tone::Accent));
    addGroup->setAccessibleName(tr("Add a group of conditions"));
    addGroup->setObjectName(u"addGroup"_s);
    makeLink(addGroup);
    head->addWidget(addRow);
    head->addWidget(addGroup);
    if (!isRoot) {
        auto *remove = removeButton(tr("Remove this group"));
        remove->setObjectName(u"removeGroup"_s);
        head->addWidget(remove);
        connect(remove, &QToolButton::clicked, this, &GroupWidget::removeWanted);
    }
    column->addLayout(head);
    m_rows->setSpacing(space::s);
    m_rows->addWidget(m_none);
    column->addLayout(m_rows);
    for (const BuilderNode &child : node.children)
        addChild(child);
    connect(m_match, &QComboBox::currentIndexChanged, this, &GroupWidget::edited);
    connect(addRow, &QPushButton::clicked, this, &GroupWidget::startRow);
    connect(addGroup, &QPushButton::clicked, this, [this] {
        BuilderNode group;
        group.match = m_match->currentData().toInt() == int(BuilderNode::Match::Any) ? BuilderNode::Match::All
                                                                                     : BuilderNode::Match::Any;
        addChild(group);
        Q_EMIT reshaped();
    });
}

void GroupWidget::startRow()
{
    BuilderNode child;
    child.kind = BuilderNode::Kind::Row;
    if (!m_fields.fields().empty()) {
        const domain::ConditionField &first = m_fields.fields().front();
        child.row.field = first.name;
        child.row.test = domain::testsFor(first.type).value(0);
    }
    addChild(child);
    if (auto *field = m_children.back().widget->findChild<QComboBox *>(u"conditionField"_s))
        field->setFocus(Qt::OtherFocusReason);
    Q_EMIT reshaped();
}

void GroupWidget::addChild(const BuilderNode &child)
{
    Child made;
    switch (child.kind) {
    case BuilderNode::Kind::Row: {
        auto *row = new RowWidget(child.row, m_fields);
        connect(row, &RowWidget::edited, this, &GroupWidget::edited);
        connect(row, &RowWidget::removeWanted, this, [this, row] { removeChild(row); });
        made.widget = row;
        break;
    }
    case BuilderNode::Kind::Group: {
        auto *group = new GroupWidget(child, m_fields, false);
        connect(group, &GroupWidget::edited, this, &GroupWidget::edited);
        connect(group, &GroupWidget::reshaped, this, &GroupWidget::reshaped);
        connect(group, &GroupWidget::removeWanted, this, [this, group] { removeChild(group); });
        made.widget = group;
        break;
    }
    case BuilderNode::Kind::Expression: {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::s);
        const QString text = domain::toExpression(child.expression);
        auto *words = new ElidedLabel(text);
        words->setToolTip(tr("%1\nThis has no rows; it is changed on the page Expression.").arg(text));
        setRole(words, TextRole::Mono);
        auto *remove = removeButton(tr("Remove this condition"));
        row->addWidget(words, 1);
        row->addWidget(remove);
        connect(remove, &QToolButton::clicked, this, [this, line] { removeChild(line); });
        made.widget = line;
        made.fixed = child;
        break;
    }
    }
    m_rows->addWidget(made.widget);
    m_children.push_back(std::move(made));
    m_none->hide();
}

void GroupWidget::removeChild(QWidget *widget)
{
    std::erase_if(m_children, [widget](const Child &child) { return child.widget == widget; });
    widget->hide();
    widget->deleteLater();
    m_none->setVisible(m_children.empty());
    m_match->setFocus(Qt::OtherFocusReason);
    Q_EMIT reshaped();
}

BuilderNode GroupWidget::node() const
{
    BuilderNode node;
    node.match = static_cast<BuilderNode::Match>(m_match->currentData().toInt());
    for (const Child &child : m_children) {
        if (const auto *row = qobject_cast<const RowWidget *>(child.widget)) {
            BuilderNode made;
            made.kind = BuilderNode::Kind::Row;
            made.row = row->row();
            node.children.push_back(std::move(made));
        } else if (const auto *group = qobject_cast<const GroupWidget *>(child.widget)) {
            node.children.push_back(group->node());
        } else {
            node.children.push_back(child.fixed);
        }
    }
    return node;
}

} // namespace gui

#include "gui/kit/form.h"

#include "gui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int leastBox = 96;
}

Field::Field(const QString &label, QWidget *control, const QString &help, QWidget *parent)
    : QWidget(parent), m_label(makeLabel(label, TextRole::Body, this)), m_control(control),
      m_below(makeLabel({}, TextRole::Caption, this)), m_help(help)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    if (auto *box = qobject_cast<QComboBox *>(m_control); box && box->minimumWidth() == 0)
        box->setMinimumWidth(leastBox); // not as wide as its longest choice: two stand side by side in every language
    column->addWidget(m_label);
    column->addWidget(m_control);
    column->addWidget(m_below);
    m_label->setVisible(!label.isEmpty());
    m_label->setBuddy(m_control);
    m_below->setWordWrap(true);
    if (m_control->accessibleName().isEmpty())
        m_control->setAccessibleName(QString(label).remove(u'&'));
    m_control->installEventFilter(this);
    setError({});
}

void Field::setLabel(const QString &label)
{
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty());
    m_control->setAccessibleName(QString(label).remove(u'&'));
}

void Field::setHelp(const QString &help)
{
    m_help = help;
    setError(m_error);
}

void Field::setError(const QString &error)
{
    m_error = error;
    const QString &shown = error.isEmpty() ? m_help : error;
    setRole(m_below, error.isEmpty() ? TextRole::Caption : TextRole::Error);
    m_below->setText(shown);
    m_below->setVisible(!shown.isEmpty());
    m_control->setAccessibleDescription(shown);
    if (m_control->property("invalid").toBool() != !error.isEmpty()) {
        m_control->setProperty("invalid", !error.isEmpty());
        repolish(m_control);
    }
}

bool Field::hasError() const { return !m_error.isEmpty(); }

void Field::setValidator(std::function<QString()> check) { m_check = std::move(check); }

bool Field::validate()
{
    if (m_check && m_control->isEnabled() && !isHidden())
        setError(m_check());
    return !hasError();
}

bool Field::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && m_check)
        validate();
    return QWidget::eventFilter(watched, event);
}

Form::Form(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setMaximumWidth(size::formWidth);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::l);
    m_column->addStretch(1);
}

void Form::addWidget(QWidget *widget) { m_column->insertWidget(m_column->count() - 1, widget); }

void Form::addSection(const QString &title, const QString &text)
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, m_column->count() > 1 ? space::s : 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(makeLabel(title, TextRole::Section));
    if (!text.isEmpty()) {
        QLabel *words = makeLabel(text, TextRole::Secondary);
        words->setWordWrap(true);
        column->addWidget(words);
    }
    addWidget(head);
}

Field *Form::add(const QString &label, QWidget *control, const QString &help)
{
    auto *field = new Field(label, control, help, this);
    m_fields.append(field);
    addWidget(field);
    return field;
}

void Form::addBeside(const QList<Field *> &fields)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::l);
    for (Field *field : fields) {
        line->addWidget(field, 1, Qt::AlignTop);
        m_fields.append(field);
    }
    addWidget(row);
}

bool Form::validate()
{
    QWidget *first = nullptr;
    for (Field *field : std::as_const(m_fields))
        if (!field->validate() && !first)
            first = field->control();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

void Form::setError(const QString &objectName, const QString &error)
{
    for (Field *field : std::as_const(m_fields))
        if (field->control()->objectName() == objectName)
            field->setError(error);
}

} // namespace gui

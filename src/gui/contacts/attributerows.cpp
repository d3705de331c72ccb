#include "gui/contacts/attributerows.h"

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? AttributeRows::tr("yes") : AttributeRows::tr("no");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.toString();
}

// "0123" and "+49" are no numbers: their zeros and signs mean something.
QJsonValue valueOf(const QString &text, bool wasYesNo)
{
    if (wasYesNo && text.compare(AttributeRows::tr("yes"), Qt::CaseInsensitive) == 0)
        return true;
    if (wasYesNo && text.compare(AttributeRows::tr("no"), Qt::CaseInsensitive) == 0)
        return false;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber && QString::number(number, 'g', 15) == text)
        return number;
    return text;
}

} // namespace

AttributeRows::AttributeRows(const QJsonObject &attributes, const QStringList &known, QWidget *parent)
    : QWidget(parent), m_known(known), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    auto *add = new QPushButton(tr("Add attribute"), this);
    add->setObjectName(u"addAttribute"_s);
    add->setAutoDefault(false);
    makeLink(add);
    m_column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] { addRow({}, {})->setFocus(); });
    for (auto it = attributes.constBegin(); it != attributes.constEnd(); ++it)
        addRow(it.key(), it.value());
}

QLineEdit *AttributeRows::addRow(const QString &name, const QJsonValue &value)
{
    Row row{new QWidget(this), new QLineEdit(name), new QLineEdit(textOf(value)), value.isBool()};
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    auto *remove = new QToolButton(row.widget);
    remove->setIcon(icon(u"edit-delete"_s));
    remove->setAccessibleName(tr("Remove this attribute"));
    remove->setToolTip(tr("Remove this attribute"));
    remove->setFocusPolicy(Qt::StrongFocus);
    row.name->setPlaceholderText(tr("Name"));
    row.name->setAccessibleName(tr("Name of the attribute"));
    row.value->setPlaceholderText(tr("Value"));
    row.value->setAccessibleName(tr("Value of the attribute"));
    if (!m_known.isEmpty())
        row.name->setCompleter(new QCompleter(m_known, row.name));
    line->addWidget(row.name, 2);
    line->addWidget(row.value, 3);
    line->addWidget(remove);
    m_column->insertWidget(m_column->count() - 1, row.widget);
    connect(row.name, &QLineEdit::textEdited, this, &AttributeRows::edited);
    connect(row.value, &QLineEdit::textEdited, this, &AttributeRows::edited);
    connect(remove, &QToolButton::clicked, this, [this, widget = row.widget] {
        m_rows.removeIf([widget](const Row &r) { return r.widget == widget; });
        widget->hide();
        widget->deleteLater();
        Q_EMIT edited();
    });
    m_rows.append(row);
    return row.name;
}

QJsonObject AttributeRows::attributes() const
{
    QJsonObject result;
    for (const Row &row : m_rows) {
        const QString name = row.name->text().simplified();
        const QString value = row.value->text().trimmed();
        if (!name.isEmpty() && !value.isEmpty())
            result.insert(name, valueOf(value, row.wasYesNo));
    }
    return result;
}

} // namespace gui

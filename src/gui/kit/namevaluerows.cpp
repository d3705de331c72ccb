#include "gui/kit/namevaluerows.h"

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gui {

NameValueRows::NameValueRows(const QString &what, QWidget *parent)
    : QWidget(parent), m_what(what), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    auto *add = new QPushButton(tr("Add a line"), this);
    add->setAccessibleName(tr("%1: add a line").arg(what));
    add->setAutoDefault(false);
    makeLink(add);
    m_column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] { addRow({}, {})->setFocus(); });
}

QLineEdit *NameValueRows::addRow(const QString &name, const QString &value)
{
    Row row{new QWidget(this), new QLineEdit(name), new QLineEdit(value)};
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    auto *remove = new QToolButton(row.widget);
    remove->setIcon(icon(u"edit-delete"_s));
    remove->setAccessibleName(tr("%1: remove this line").arg(m_what));
    remove->setToolTip(tr("Remove this line"));
    remove->setFocusPolicy(Qt::StrongFocus);
    row.name->setPlaceholderText(tr("Name"));
    row.name->setAccessibleName(tr("%1: name").arg(m_what));
    row.value->setPlaceholderText(tr("Value"));
    row.value->setAccessibleName(tr("%1: value").arg(m_what));
    line->addWidget(row.name, 2);
    line->addWidget(row.value, 3);
    line->addWidget(remove);
    m_column->insertWidget(m_column->count() - 1, row.widget);
    setTabOrder(row.name, row.value);
    setTabOrder(row.value, remove);
    connect(row.name, &QLineEdit::textChanged, this, &NameValueRows::edited);
    connect(row.value, &QLineEdit::textChanged, this, &NameValueRows::edited);
    connect(remove, &QToolButton::clicked, this, [this, widget = row.widget] {
        m_rows.removeIf([widget](const Row &r) { return r.widget == widget; });
        widget->hide();
        widget->deleteLater();
        Q_EMIT edited();
    });
    m_rows.append(row);
    return row.name;
}

QList<std::pair<QString, QString>> NameValueRows::rows() const
{
    QList<std::pair<QString, QString>> result;
    for (const Row &row : m_rows)
        if (const QString name = row.name->text().trimmed(); !name.isEmpty())
            result.emplaceBack(name, row.value->text());
    return result;
}

} // namespace gui

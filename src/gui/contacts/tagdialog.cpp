#include "gui/contacts/tagdialog.h"

#include "gui/kit/form.h"
#include "gui/theme/theme.h"

#include <QCompleter>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

TagDialog::TagDialog(int contacts, const QStringList &known, QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setMinimumWidth(360);
    setWindowTitle(tr("Add a tag to %Ln contacts", nullptr, contacts));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    m_name->setObjectName(u"tagName"_s);
    m_name->setMaxLength(100);
    auto *completer = new QCompleter(known, m_name);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_name->setCompleter(completer);
    column->addWidget(makeLabel(windowTitle(), TextRole::Section, this));
    column->addWidget(new Field(tr("Tag"), m_name, {}, this));
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *go = new QPushButton(tr("Add tag"), this);
    cancel->setAutoDefault(false);
    go->setDefault(true);
    go->setEnabled(false);
    go->setObjectName(u"confirm"_s);
    makePrimary(go);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(go);
    column->addLayout(buttons);
    connect(m_name, &QLineEdit::textChanged, go, [this, go] { go->setEnabled(!tag().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &QDialog::accept);
    m_name->setFocus();
}

QString TagDialog::tag() const { return m_name->text().remove(u',').simplified(); }

} // namespace gui

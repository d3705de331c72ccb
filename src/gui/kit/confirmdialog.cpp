#include "gui/kit/confirmdialog.h"

#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

ConfirmDialog::ConfirmDialog(const QString &question, const QString &consequence, const QString &button, Kind kind,
                             QWidget *parent)
    : QDialog(parent), m_tick(new QCheckBox(this)), m_go(new QPushButton(button, this)), m_buttons(new QHBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question);
    setMinimumWidth(420);
    setMaximumWidth(560);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    QLabel *head = makeLabel(question, TextRole::Section);
    QLabel *words = makeLabel(consequence, TextRole::Body);
    for (QLabel *label : {head, words}) {
        label->setWordWrap(true);
        label->setMinimumWidth(372);
        column->addWidget(label);
    }
    words->setVisible(!consequence.isEmpty());
    column->addWidget(m_tick);
    column->addSpacing(space::s);
    column->addLayout(m_buttons);
    m_buttons->setSpacing(space::s);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_buttons->addStretch(1);
    m_buttons->addWidget(cancel);
    m_buttons->addWidget(m_go);
    kind == Kind::Dangerous ? makeDangerous(m_go) : makePrimary(m_go);
    m_go->setObjectName(u"confirm"_s);
    m_go->setAutoDefault(false);
    cancel->setDefault(true); // Enter never spends
    m_tick->hide();
    setAccessibleName(question);
    setAccessibleDescription(consequence);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
}

void ConfirmDialog::requireTick(const QString &text)
{
    m_tick->setText(text);
    m_tick->show();
    m_go->setEnabled(m_tick->isChecked());
    connect(m_tick, &QCheckBox::toggled, m_go, &QWidget::setEnabled);
}

QPushButton *ConfirmDialog::addChoice(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    connect(button, &QPushButton::clicked, this, &QDialog::reject);
    return button;
}

} // namespace gui

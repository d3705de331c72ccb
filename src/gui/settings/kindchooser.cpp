#include "gui/settings/kindchooser.h"

#include "gui/kit/choicelist.h"
#include "gui/settings/providerwords.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

KindChooser::KindChooser(const QList<domain::ProviderKind> &kinds, QWidget *parent)
    : QDialog(parent), m_list(new ChoiceList(u"kinds"_s))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add an account"));
    resize(560, 600);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    QLabel *words = makeLabel(tr("Which provider is your account with?"), TextRole::Section);
    column->addWidget(words);
    m_list->setAccessibleName(words->text());
    for (const domain::ProviderKind &kind : kinds)
        m_list->addChoice(kind.name, kindPurpose(kind.key), channelNames(kind.channels))
            ->setData(Qt::UserRole, kind.key);
    column->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *next = new QPushButton(tr("Next"));
    next->setObjectName(u"chooseKind"_s);
    for (QPushButton *button : {cancel, next})
        button->setAutoDefault(false);
    makePrimary(next);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(next);
    column->addLayout(buttons);
    connect(m_list, &QListWidget::itemActivated, this, &KindChooser::take);
    connect(next, &QPushButton::clicked, this, &KindChooser::take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_list->setCurrentRow(0);
    next->setEnabled(m_list->count() > 0);
    m_list->setFocus();
}

void KindChooser::take()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QString kind = item->data(Qt::UserRole).toString();
    accept();
    Q_EMIT chosen(kind);
}

} // namespace gui

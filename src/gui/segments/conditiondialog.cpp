#include "gui/segments/conditiondialog.h"

#include "domain/condition/contactfields.h"
#include "gui/segments/audiencepreview.h"
#include "gui/segments/conditionbuilder.h"
#include "gui/segments/conditionsource.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gui {

ConditionDialog::ConditionDialog(const PageContext &context, const QString &condition, QWidget *parent)
    : QDialog(parent), m_builder(new ConditionBuilder), m_preview(new AudiencePreview(context.client)),
      m_use(new QPushButton(tr("Show these contacts"))), m_keep(new QPushButton(tr("Save as a segment")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Filter contacts"));
    resize(900, 520);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::l);
    auto *content = new QHBoxLayout;
    content->setSpacing(space::xl);
    content->addWidget(m_builder, 1);
    m_preview->setFixedWidth(220);
    content->addWidget(m_preview);
    column->addLayout(content, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto *cancel = new QPushButton(tr("Cancel"));
    for (QPushButton *button : {m_keep, cancel, m_use})
        button->setAutoDefault(false);
    m_use->setObjectName(u"useCondition"_s);
    m_keep->setObjectName(u"keepCondition"_s);
    makePrimary(m_use);
    buttons->addWidget(m_keep);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_use);
    column->addLayout(buttons);
    m_builder->document().setCatalogue(domain::contactFields());
    connect(m_builder, &ConditionBuilder::changed, this, &ConditionDialog::follow);
    m_builder->showCondition(condition);
    askConditionFields(context.client, this,
                       [this](const domain::FieldCatalogue &fields) { m_builder->document().setCatalogue(fields); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    const auto stored = [this] {
        const QString text = m_builder->document().stored();
        return text == u"{}" ? QString() : text;
    };
    const auto use = [this, stored] {
        Q_EMIT chosen(stored());
        accept();
    };
    connect(m_use, &QPushButton::clicked, this, use);
    connect(m_preview, &AudiencePreview::listWanted, this, use);
    connect(m_keep, &QPushButton::clicked, this, [this, stored] {
        Q_EMIT segmentWanted(stored());
        accept();
    });
}

void ConditionDialog::follow()
{
    const auto &document = m_builder->document();
    m_use->setEnabled(document.isValid());
    m_keep->setEnabled(document.isValid());
    m_preview->setCondition(document.isValid() ? std::optional(document.stored()) : std::nullopt);
}

} // namespace gui

#include "gui/campaigns/contentstep.h"

#include "domain/text/segments.h"
#include "gui/kit/choicelist.h"
#include "gui/kit/elidedlabel.h"
#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/kit/tones.h"
#include "gui/templates/phonepicture.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

ContentStep::ContentStep(QWidget *parent)
    : WizardPage(tr("Content"), parent), m_list(new ChoiceList(u"templateList"_s)), m_phone(new PhonePicture),
      m_person(new ElidedLabel), m_size(makeLabel({}, TextRole::Caption)), m_previous(new QPushButton(tr("Previous"))),
      m_another(new QPushButton(tr("Next person")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xl);
    row->addWidget(new Field(tr("Template"), m_list), 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::s);
    m_phone->setHint(tr("Choose a template: its message appears here."));
    right->addWidget(m_phone, 1, Qt::AlignHCenter);
    setRole(m_person, TextRole::Secondary);
    m_person->setAlignment(Qt::AlignHCenter);
    right->addWidget(m_person);
    auto *walk = new QHBoxLayout;
    walk->setSpacing(space::s);
    walk->addWidget(m_previous, 1);
    walk->addWidget(m_another, 1);
    right->addLayout(walk);
    m_size->setWordWrap(true);
    m_size->setMinimumHeight(2 * fontMetrics().height()); // so that the phone keeps its size
    right->addWidget(m_size);
    row->addLayout(right);
    m_previous->setObjectName(u"previousPerson"_s);
    m_another->setObjectName(u"nextPerson"_s);
    m_previous->setAccessibleName(tr("Preview with the previous person"));
    m_another->setAccessibleName(tr("Preview with the next person"));
    setFocusProxy(m_list);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_another, &QPushButton::clicked, this, [this] { step(1); });
    // what is chosen is what is selected: the focus alone makes the first one current
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] {
        if (m_filling || m_list->selectedItems().isEmpty())
            return;
        m_chosen = m_templates.at(m_list->row(m_list->selectedItems().constFirst())).id;
        showRendered({});
        Q_EMIT previewWanted();
        Q_EMIT edited();
    });
    showPerson();
    showRendered({});
}

void ContentStep::showCampaign(const domain::Campaign &campaign)
{
    m_chosen = campaign.templateId;
    fill();
}

void ContentStep::showTemplates(const QList<engine::TemplateRow> &templates)
{
    m_templates.clear();
    for (const engine::TemplateRow &one : templates)
        if (one.active || one.id == m_chosen)
            m_templates.append(one);
    fill();
    Q_EMIT edited();
}

void ContentStep::fill()
{
    m_filling = true;
    m_list->clear();
    for (const engine::TemplateRow &one : std::as_const(m_templates)) {
        QListWidgetItem *item = m_list->addChoice(
            one.name, tr("%1 · %2", "category and text").arg(wordFor(one.category), one.preview.simplified()));
        item->setToolTip(one.preview);
        if (one.id == m_chosen)
            m_list->setCurrentItem(item);
    }
    m_filling = false;
}

void ContentStep::showSender(const QString &name) { m_phone->setSender(name); }

void ContentStep::showPeople(const QList<engine::ContactRow> &people)
{
    m_people = people;
    m_at = 0;
    showPerson();
    Q_EMIT previewWanted();
}

void ContentStep::showPerson()
{
    const bool some = !m_people.isEmpty();
    m_person->setText(some ? tr("as %1 gets it").arg(m_people.at(m_at).name) : tr("no contact to preview with"));
    m_previous->setEnabled(m_people.size() > 1);
    m_another->setEnabled(m_people.size() > 1);
}

void ContentStep::step(int by)
{
    const int count = static_cast<int>(m_people.size());
    if (count == 0)
        return;
    m_at = (m_at + by + count) % count;
    showPerson();
    Q_EMIT previewWanted();
}

void ContentStep::showRendered(const QString &text, const QString &problem)
{
    m_segments = 0;
    m_phone->setText(text);
    m_phone->setStale(!problem.isEmpty());
    setRole(m_size, problem.isEmpty() ? TextRole::Caption : TextRole::Error);
    if (!problem.isEmpty() || text.isEmpty()) {
        m_size->setText(problem);
    } else if (row() && row()->channel != domain::Channel::Sms) {
        m_size->setText(tr("%Ln characters", nullptr, static_cast<int>(text.size())));
    } else {
        const domain::SegmentCount count = domain::countSegments(text);
        m_segments = count.segments;
        m_size->setText(count.encoding == domain::Encoding::Gsm7
                            ? tr("%1, %2", "segments, characters")
                                  .arg(segmentsText(count.segments), tr("%Ln characters", nullptr, count.units))
                            : tr("%1, %2, Unicode", "segments, characters")
                                  .arg(segmentsText(count.segments), tr("%Ln characters", nullptr, count.units)));
    }
    Q_EMIT edited();
}

void ContentStep::apply(domain::Campaign &campaign) const
{
    campaign.templateId = m_chosen;
    if (const engine::TemplateRow *chosen = row()) {
        campaign.channel = chosen->channel;
        campaign.category = chosen->category;
    }
}

domain::ContactId ContentStep::person() const
{
    return m_people.isEmpty() ? domain::ContactId{} : m_people.at(m_at).id;
}

domain::Category ContentStep::category() const { return row() ? row()->category : domain::Category::Marketing; }

const engine::TemplateRow *ContentStep::row() const
{
    for (const engine::TemplateRow &one : m_templates)
        if (one.id == m_chosen)
            return &one;
    return nullptr;
}

QList<QPair<QString, QString>> ContentStep::summary() const
{
    if (!row())
        return {};
    return {{tr("Template"), row()->name},
            {tr("Kind"), tr("%1, %2", "SMS, marketing").arg(wordFor(row()->channel), wordFor(row()->category))},
            {tr("Length"), m_segments > 0 ? segmentsText(m_segments) : QString()}};
}

} // namespace gui

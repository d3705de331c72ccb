#include "gui/campaigns/audiencestep.h"

#include "gui/kit/choicelist.h"
#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

AudienceStep::AudienceStep(QWidget *parent)
    : WizardPage(tr("Audience"), parent), m_name(new QLineEdit), m_list(new ChoiceList(u"audienceList"_s))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    m_name->setObjectName(u"campaignName"_s);
    m_name->setMaxLength(120);
    m_nameField = new Field(tr("Name of the campaign"), m_name, tr("Only you see it, in lists and reports."));
    m_nameField->setValidator(
        [this] { return m_name->text().trimmed().isEmpty() ? tr("Give the campaign a name.") : QString(); });
    column->addWidget(m_nameField);
    column->addWidget(new Field(tr("Who gets it"), m_list,
                                tr("People who opted out or have no usable address are left out by themselves; "
                                   "the review says how many.")),
                      1);
    setFocusProxy(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &WizardPage::edited);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (m_filling || row < 0)
            return;
        m_chosen = row == 0 ? domain::SegmentId{} : m_segments.at(row - 1).id;
        Q_EMIT audienceChanged();
        Q_EMIT edited();
    });
    fill();
}

void AudienceStep::showCampaign(const domain::Campaign &campaign)
{
    m_name->setText(campaign.name);
    m_chosen = campaign.segmentId;
    fill();
}

void AudienceStep::showSegments(const QList<engine::SegmentRow> &segments)
{
    m_segments = segments;
    fill();
}

void AudienceStep::showCount(domain::SegmentId segment, qint64 contacts)
{
    m_counts.insert(segment, contacts);
    fill();
    Q_EMIT edited();
}

void AudienceStep::fill()
{
    m_filling = true;
    m_list->clear();
    const auto add = [this](domain::SegmentId id, const QString &name, const QString &about) {
        QString count;
        if (m_counts.contains(id))
            count = tr("%Ln contacts", nullptr, static_cast<int>(m_counts.value(id)));
        QListWidgetItem *item = m_list->addChoice(name, about, count);
        if (id == m_chosen)
            m_list->setCurrentItem(item);
    };
    add({}, tr("Everybody"), {});
    for (const engine::SegmentRow &segment : std::as_const(m_segments))
        add(segment.id, segment.name, segment.description);
    m_filling = false;
}

void AudienceStep::apply(domain::Campaign &campaign) const
{
    campaign.name = m_name->text().trimmed();
    campaign.segmentId = m_chosen;
}

domain::SegmentId AudienceStep::segment() const { return m_chosen; }

QString AudienceStep::condition() const
{
    for (const engine::SegmentRow &segment : m_segments)
        if (segment.id == m_chosen)
            return segment.condition;
    return {};
}

QString AudienceStep::audienceName() const
{
    for (const engine::SegmentRow &segment : m_segments)
        if (segment.id == m_chosen)
            return segment.name;
    return m_chosen.isValid() ? QString() : tr("Everybody");
}

bool AudienceStep::isValid() const { return !m_name->text().trimmed().isEmpty() && m_counts.value(m_chosen, 1) > 0; }

QList<QPair<QString, QString>> AudienceStep::summary() const
{
    QString audience = audienceName();
    if (m_counts.contains(m_chosen))
        audience += u'\n' + tr("%Ln contacts", nullptr, static_cast<int>(m_counts.value(m_chosen)));
    return {{tr("Name"), m_name->text().trimmed()}, {tr("Audience"), audience}};
}

} // namespace gui

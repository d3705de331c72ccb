#include "gui/campaigns/schedulestep.h"

#include "domain/schedule/zonetime.h"
#include "gui/campaigns/campaignwords.h"
#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gui {

namespace {

QString minuteText(int minute) { return timeOfDay(QTime(minute / 60 % 24, minute % 60)); }

} // namespace

ScheduleStep::ScheduleStep(std::function<domain::Instant()> now, QWidget *parent)
    : WizardPage(tr("Schedule and pace"), parent), m_now(std::move(now)),
      m_atOnce(new QRadioButton(tr("As soon as it is launched"))), m_later(new QRadioButton(tr("At a time"))),
      m_start(new QDateTimeEdit), m_pace(new QSpinBox), m_expires(new QCheckBox(tr("Send nothing after a time"))),
      m_end(new QDateTimeEdit), m_quiet(makeLabel({}, TextRole::Body))
{
    m_atOnce->setObjectName(u"startAtOnce"_s);
    m_later->setObjectName(u"startLater"_s);
    m_start->setObjectName(u"startTime"_s);
    m_pace->setObjectName(u"pace"_s);
    m_expires->setObjectName(u"expires"_s);
    m_end->setObjectName(u"endTime"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *form = new Form;
    column->addWidget(form);
    column->addStretch(1);

    form->addSection(tr("Start"));
    form->addWidget(m_atOnce);
    form->addWidget(m_later);
    for (QDateTimeEdit *edit : {m_start, m_end}) {
        edit->setCalendarPopup(true);
        edit->setTimeSpec(Qt::UTC); // a wall clock of the workspace's zone, without this computer's summer time
        edit->setDisplayFormat(tr("ddd d MMM yyyy", "date in a field") + u"  "_s + timeOfDayFormat());
        edit->setMaximumWidth(280);
    }
    m_startField = form->add(tr("Date and time"), m_start);
    form->addSection(tr("Pace"));
    m_pace->setRange(0, 1'000'000);
    m_pace->setSingleStep(10);
    m_pace->setMaximumWidth(280);
    m_pace->setGroupSeparatorShown(true);
    m_pace->setSpecialValueText(tr("As fast as allowed"));
    m_pace->setSuffix(tr(" a minute", "after a number of messages"));
    form->add(tr("Messages a minute"), m_pace,
              tr("A slower pace leaves time to answer replies, and to stop if something is wrong."));
    form->addSection(tr("End"));
    form->addWidget(m_expires);
    m_endField = form->add(tr("Nothing is sent after"), m_end, tr("What has not left by then expires."));
    auto *hint = new QFrame;
    hint->setProperty("kind", u"hint"_s);
    auto *words = new QVBoxLayout(hint);
    words->setContentsMargins(space::m, space::s, space::m, space::s);
    m_quiet->setWordWrap(true);
    words->addWidget(m_quiet);
    form->addWidget(hint);

    m_startField->setValidator([this] { return m_later->isChecked() ? problem() : QString(); });
    m_endField->setValidator([this] { return m_expires->isChecked() ? problem() : QString(); });
    connect(m_later, &QRadioButton::toggled, this, &ScheduleStep::changed);
    connect(m_expires, &QCheckBox::toggled, this, &ScheduleStep::changed);
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, &ScheduleStep::changed);
    connect(m_end, &QDateTimeEdit::dateTimeChanged, this, &ScheduleStep::changed);
    connect(m_pace, &QSpinBox::valueChanged, this, &ScheduleStep::changed);
    showCampaign({});
    showLimits({}, domain::Category::Marketing);
}

domain::Instant ScheduleStep::instantOf(const QDateTimeEdit &edit) const
{
    return domain::resolveLocal(edit.date(), edit.time(), m_zone);
}

void ScheduleStep::showIn(QDateTimeEdit &edit, domain::Instant at) const
{
    const domain::WallTime wall = domain::wallTimeAt(at, m_zone);
    edit.setDateTime(QDateTime(wall.date, wall.time, Qt::UTC));
}

void ScheduleStep::setZone(const QTimeZone &zone)
{
    if (!zone.isValid() || zone == m_zone)
        return;
    domain::Campaign shown;
    apply(shown);
    m_zone = zone;
    const QString name = QString::fromUtf8(zone.id()).replace(u'_', u' ');
    m_startField->setHelp(tr("In the workspace's time zone, %1.").arg(name));
    showCampaign(shown);
}

void ScheduleStep::showCampaign(const domain::Campaign &campaign)
{
    m_filling = true;
    (campaign.startAt ? m_later : m_atOnce)->setChecked(true);
    const domain::Instant hour = std::chrono::ceil<std::chrono::hours>(m_now() + 5min);
    showIn(*m_start, campaign.startAt.value_or(hour));
    m_pace->setValue(campaign.pacePerMinute);
    m_expires->setChecked(campaign.expiresAt.has_value());
    showIn(*m_end, campaign.expiresAt.value_or(campaign.startAt.value_or(hour) + 24h));
    m_filling = false;
    changed();
}

void ScheduleStep::showLimits(const engine::SendingLimits &limits, domain::Category category)
{
    const engine::SendingLimits::Quiet quiet = category == domain::Category::Marketing ? limits.marketing
                                               : category == domain::Category::Transactional
                                                   ? limits.transactional
                                                   : decltype(limits.marketing){};
    m_quiet->setText(quiet.enabled
                         ? tr("Quiet hours are from %1 to %2 where each recipient lives. Messages that fall into them "
                              "wait until they are over.")
                               .arg(minuteText(quiet.fromMinute), minuteText(quiet.toMinute))
                         : tr("No quiet hours apply to these messages: they leave at any time of the day."));
}

void ScheduleStep::changed()
{
    if (m_filling)
        return;
    m_startField->setVisible(m_later->isChecked());
    m_endField->setVisible(m_expires->isChecked());
    const QString wrong = problem();
    const bool startWrong = m_later->isChecked() && startAt() && *startAt() < m_now();
    m_startField->setError(startWrong ? wrong : QString());
    m_endField->setError(startWrong ? QString() : wrong);
    Q_EMIT edited();
}

std::optional<domain::Instant> ScheduleStep::startAt() const
{
    return m_later->isChecked() ? std::optional(instantOf(*m_start)) : std::nullopt;
}

QString ScheduleStep::problem() const
{
    if (const auto start = startAt(); start && *start < m_now())
        return tr("This time has passed. Choose a later one, or start as soon as it is launched.");
    if (m_expires->isChecked() && instantOf(*m_end) <= startAt().value_or(m_now()))
        return tr("The end must be after the start.");
    return {};
}

void ScheduleStep::apply(domain::Campaign &campaign) const
{
    campaign.startAt = startAt();
    campaign.expiresAt = m_expires->isChecked() ? std::optional(instantOf(*m_end)) : std::nullopt;
    campaign.pacePerMinute = m_pace->value();
}

QList<QPair<QString, QString>> ScheduleStep::summary() const
{
    return {{tr("Start"), startAt() ? wallText(*startAt(), m_now(), m_zone) : tr("at launch")},
            {tr("Pace"), paceText(m_pace->value())},
            {tr("Ends"), m_expires->isChecked() ? wallText(instantOf(*m_end), m_now(), m_zone) : QString()}};
}

} // namespace gui

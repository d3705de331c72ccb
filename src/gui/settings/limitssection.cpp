#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/settings/sections.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

QSpinBox *spin(const QString &name, int least, int most, const QString &atLeast = {})
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setSpecialValueText(atLeast);
    box->setGroupSeparatorShown(true);
    return box;
}

QTime timeOf(int minute) { return QTime(0, 0).addSecs(minute * 60); }
int minuteOf(QTime time) { return time.hour() * 60 + time.minute(); }

} // namespace

LimitsSection::LimitsSection(QWidget *parent)
    : QWidget(parent), m_form(new Form(this)), m_cap(spin(u"perAddressPerHour"_s, 0, 1000, tr("No cap"))),
      m_marketingCap(spin(u"marketingPerDay"_s, 0, 1000, tr("No cap"))),
      m_window(spin(u"duplicateWindowMinutes"_s, 0, 30 * 24 * 60, tr("Off"))),
      m_attempts(spin(u"maxAttempts"_s, 1, 20)), m_expiry(spin(u"expiryHours"_s, 1, 30 * 24)),
      m_segmentsMarketing(spin(u"maxSegmentsMarketing"_s, 1, 10)), m_segments(spin(u"maxSegments"_s, 1, 10)),
      m_attached(spin(u"attachedMegabytes"_s, 1, 25)), m_save(new QPushButton(tr("Save changes")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    m_form->addSection(tr("Quiet hours"), tr("By the clock where the recipient lives. Messages wait until they end; "
                                             "authentication messages never wait."));
    m_marketing = addQuiet(u"marketing"_s, tr("Marketing"));
    m_transactional = addQuiet(u"transactional"_s, tr("Transactional"));
    m_form->addSection(
        tr("Limits"),
        tr("What is over a limit waits until it may leave; the same text twice is left out. The log says why."));
    m_form->addBeside({new Field(tr("Messages in an hour"), m_cap, tr("To one address, of every kind.")),
                       new Field(tr("Marketing in a day"), m_marketingCap, tr("To one address, marketing alone."))});
    m_form->addBeside({new Field(tr("Same text again after"), m_window, tr("To one address.")),
                       new Field(tr("A message expires after"), m_expiry, tr("Where a campaign says nothing."))});
    m_form->addBeside(
        {new Field(tr("Segments of a marketing message"), m_segmentsMarketing, tr("Longer ones are not sent.")),
         new Field(tr("Segments of any message"), m_segments, tr("Carriers drop more than 10."))});
    m_form->addBeside(
        {new Field(tr("Attempts to send a message"), m_attempts, tr("When the provider is busy or away.")),
         new Field(tr("Files of an e-mail"), m_attached, tr("All together, as sent. Many servers take no more."))});
    m_attached->setSuffix(tr(" MB", "after a number"));
    m_window->setSuffix(tr(" minutes", "after a number"));
    m_expiry->setSuffix(tr(" hours", "after a number"));
    makePrimary(m_save);
    m_save->setObjectName(u"saveLimits"_s);
    m_save->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_form->addWidget(m_save);
    for (QSpinBox *box :
         {m_cap, m_marketingCap, m_window, m_attempts, m_expiry, m_segmentsMarketing, m_segments, m_attached})
        connect(box, &QSpinBox::valueChanged, this, &LimitsSection::edited);
    connect(m_save, &QPushButton::clicked, this, &LimitsSection::saveWanted);
    showLimits({});
}

LimitsSection::QuietRow LimitsSection::addQuiet(const QString &id, const QString &text)
{
    QuietRow quiet{new QCheckBox(text), new QTimeEdit, new QTimeEdit};
    quiet.on->setObjectName(id + u"Quiet"_s);
    quiet.from->setAccessibleName(tr("%1: quiet from").arg(text));
    quiet.to->setAccessibleName(tr("%1: quiet until").arg(text));
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    quiet.on->setMinimumWidth(150);
    line->addWidget(quiet.on);
    line->addWidget(makeLabel(tr("from"), TextRole::Secondary));
    line->addWidget(quiet.from);
    line->addWidget(makeLabel(tr("until"), TextRole::Secondary));
    line->addWidget(quiet.to);
    line->addStretch(1);
    m_form->addWidget(row);
    for (QTimeEdit *edit : {quiet.from, quiet.to}) {
        edit->setMinimumWidth(110);
        edit->setDisplayFormat(timeOfDayFormat());
        connect(quiet.on, &QCheckBox::toggled, edit, &QWidget::setEnabled);
        connect(edit, &QTimeEdit::timeChanged, this, &LimitsSection::edited);
    }
    connect(quiet.on, &QCheckBox::toggled, this, &LimitsSection::edited);
    return quiet;
}

void LimitsSection::showLimits(const engine::SendingLimits &limits)
{
    m_shown = limits;
    const auto show = [](const QuietRow &row, const engine::SendingLimits::Quiet &quiet) {
        row.on->setChecked(quiet.enabled);
        row.from->setEnabled(quiet.enabled);
        row.to->setEnabled(quiet.enabled);
        row.from->setTime(timeOf(quiet.fromMinute));
        row.to->setTime(timeOf(quiet.toMinute));
    };
    show(m_marketing, limits.marketing);
    show(m_transactional, limits.transactional);
    m_cap->setValue(limits.perAddressPerHour);
    m_marketingCap->setValue(limits.marketingPerDay);
    m_window->setValue(limits.duplicateWindowMinutes);
    m_attempts->setValue(limits.maxAttempts);
    m_expiry->setValue(limits.expiryHours);
    m_segmentsMarketing->setValue(limits.maxSegmentsMarketing);
    m_segments->setValue(limits.maxSegments);
    m_attached->setValue(limits.attachedMegabytes);
    edited();
}

engine::SendingLimits LimitsSection::limits() const
{
    engine::SendingLimits limits = m_shown;
    const auto read = [](const QuietRow &row) {
        return engine::SendingLimits::Quiet{row.on->isChecked(), minuteOf(row.from->time()), minuteOf(row.to->time())};
    };
    limits.marketing = read(m_marketing);
    limits.transactional = read(m_transactional);
    limits.perAddressPerHour = m_cap->value();
    limits.marketingPerDay = m_marketingCap->value();
    limits.duplicateWindowMinutes = m_window->value();
    limits.maxAttempts = m_attempts->value();
    limits.expiryHours = m_expiry->value();
    limits.maxSegmentsMarketing = m_segmentsMarketing->value();
    limits.maxSegments = m_segments->value();
    limits.attachedMegabytes = m_attached->value();
    return limits;
}

bool LimitsSection::isChanged() const { return limits() != m_shown; }

void LimitsSection::saved()
{
    m_shown = limits();
    edited();
}

void LimitsSection::edited() { m_save->setEnabled(isChanged()); }

void LimitsSection::showError(const domain::Error &error)
{
    m_form->setError(error.place.isEmpty() ? u"perAddressPerHour"_s : error.place, sentenceFor(error));
}

} // namespace gui

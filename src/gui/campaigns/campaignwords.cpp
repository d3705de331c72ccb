#include "gui/campaigns/campaignwords.h"

#include "domain/schedule/zonetime.h"
#include "gui/dashboard/dashboardfigures.h"
#include "gui/kit/formats.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct CampaignText
{
    Q_DECLARE_TR_FUNCTIONS(gui::CampaignText)
};

int plural(qint64 count) { return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max())); }

} // namespace

QString messagesText(qint64 count) { return CampaignText::tr("%Ln messages", nullptr, plural(count)); }
QString peopleText(qint64 count) { return CampaignText::tr("%Ln people", nullptr, plural(count)); }
QString launchText(qint64 recipients) { return CampaignText::tr("Send to %Ln people", nullptr, plural(recipients)); }

QString paceText(int perMinute)
{
    return perMinute > 0 ? CampaignText::tr("%1 a minute").arg(number(perMinute))
                         : CampaignText::tr("as fast as allowed");
}

QString wallText(domain::Instant at, domain::Instant now, const QTimeZone &zone)
{
    const domain::WallTime wall = domain::wallTimeAt(at, zone);
    const QLocale locale;
    const QString clock = timeOfDay(wall.time);
    if (wall.date == domain::localDateAt(now, zone))
        return clock;
    return CampaignText::tr("%1 %2", "day and time")
        .arg(locale.toString(wall.date, CampaignText::tr("ddd d MMM", "day in a sentence")), clock);
}

QString reviewSentence(const engine::CampaignReview &review, domain::Instant now, const QTimeZone &zone)
{
    qint64 out = 0;
    for (const engine::LeftOut &left : review.leftOut)
        out += left.people;
    const QString leftOut =
        out > 0 ? u' ' + CampaignText::tr("%Ln people are left out.", nullptr, plural(out)) : QString();
    if (review.recipients == 0)
        return CampaignText::tr("Nobody would get this message.") + leftOut;
    const QString segments = (review.sampled ? CampaignText::tr("about %1").arg(segmentsText(review.segments))
                                             : segmentsText(review.segments));
    const QString size =
        review.cost.currency.isEmpty()
            ? CampaignText::tr("%1, price unknown", "1,377 segments, price unknown").arg(segments)
            : CampaignText::tr("%1, %2", "1,377 segments, about $10.33").arg(segments, money(review.cost, true));
    const QString messages = messagesText(review.messages);
    const bool atOnce = review.startsAt <= now + std::chrono::minutes(1);
    const QString from = wallText(review.startsAt, now, zone);
    QString sentence;
    if (review.endsAt) {
        const QString end = wallText(*review.endsAt, now, zone);
        sentence = atOnce ? CampaignText::tr("Send %1 (%2) from now, done by %3.").arg(messages, size, end)
                          : CampaignText::tr("Send %1 (%2) from %3, done by %4.").arg(messages, size, from, end);
    } else {
        sentence = atOnce ? CampaignText::tr("Send %1 (%2) from now.").arg(messages, size)
                          : CampaignText::tr("Send %1 (%2) from %3.").arg(messages, size, from);
    }
    return sentence + leftOut;
}

CampaignCan campaignCan(const engine::CampaignRow &row)
{
    using enum domain::CampaignState;
    const domain::CampaignState state = row.campaign.state;
    const auto allows = [state](domain::CampaignAction action) {
        return domain::nextCampaignState(state, action).has_value();
    };
    CampaignCan can;
    can.edit = can.remove = can.launch = state == Draft;
    can.pause = allows(domain::CampaignAction::Pause);
    can.resume = allows(domain::CampaignAction::Resume);
    can.cancel = state != Draft && allows(domain::CampaignAction::Cancel);
    if (state == Completed || state == Sending || state == Paused)
        can.retry = familiesOf(row.counts).failed;
    return can;
}

double handledShare(const engine::CampaignRow &row)
{
    const FamilyCounts counts = familiesOf(row.counts);
    if (counts.total() == 0)
        return row.campaign.state == domain::CampaignState::Completed ? 1.0 : 0.0;
    const double share = static_cast<double>(counts.total() - counts.waiting) / static_cast<double>(counts.total());
    return row.campaign.expanded ? share : std::min(share, 0.99);
}

} // namespace gui

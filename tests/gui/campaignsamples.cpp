#include "gui/campaignsamples.h"

#include "gui/samples.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::CampaignState;
using domain::MessageState;

namespace samples {

namespace {

engine::CampaignRow campaign(qint64 id, const QString &name, CampaignState state,
                             const QList<QPair<MessageState, qint64>> &values, qint64 micros)
{
    engine::CampaignRow row;
    row.campaign.id = {id};
    row.campaign.name = name;
    row.campaign.state = state;
    row.campaign.templateId = {1};
    row.campaign.expanded = true;
    row.templateName = u"Check-up reminder"_s;
    for (const auto &[messageState, count] : values)
        row.counts.byState[static_cast<size_t>(messageState)] = count;
    row.counts.cost = {micros, micros > 0 ? u"USD"_s : QString()};
    return row;
}

} // namespace

QList<engine::CampaignRow> campaigns()
{
    QList<engine::CampaignRow> rows{
        campaign(7, u"Winter check-up reminder"_s, CampaignState::Sending,
                 {{MessageState::Delivered, 1204},
                  {MessageState::Sent, 96},
                  {MessageState::Accepted, 41},
                  {MessageState::Queued, 2310},
                  {MessageState::Uncertain, 3},
                  {MessageState::Undelivered, 14},
                  {MessageState::Skipped, 37}},
                 11'850'000),
        campaign(8, u"Returning customers in the north-east territory, second wave"_s, CampaignState::Paused,
                 {{MessageState::Delivered, 310}, {MessageState::Queued, 905}, {MessageState::Uncertain, 3}},
                 2'480'000),
        campaign(9, u"Black Friday early access"_s, CampaignState::Scheduled, {}, 0),
        campaign(10, u"Season's greetings"_s, CampaignState::Draft, {}, 0),
        campaign(6, u"Autumn opening hours"_s, CampaignState::Completed,
                 {{MessageState::Delivered, 1861}, {MessageState::Undelivered, 22}, {MessageState::Skipped, 64}},
                 14'900'000),
        campaign(5, u"Flu vaccination"_s, CampaignState::Cancelled,
                 {{MessageState::Delivered, 120}, {MessageState::Cancelled, 640}}, 948'000),
    };
    rows[0].campaign.launchedAt = now() - 8min;
    rows[0].campaign.pacePerMinute = 600;
    rows[1].campaign.launchedAt = now() - 3h;
    rows[1].campaign.segmentId = {2};
    rows[1].segmentName = u"North-east"_s;
    rows[2].campaign.startAt = now() + 5h;
    rows[4].campaign.launchedAt = now() - 24h * 20;
    rows[5].campaign.launchedAt = now() - 24h * 41;
    return rows;
}

engine::CampaignReview review()
{
    engine::CampaignReview r;
    r.recipients = 1204;
    r.messages = 1204;
    r.segments = 1377;
    r.longestSegments = 2;
    r.cost = {10'330'000, u"USD"_s};
    r.leftOut = {{u"suppressed"_s, 21}, {u"no_address"_s, 11}, {u"unusable_address"_s, 5}};
    r.parts = {{u"Twilio"_s, u"US"_s, 1150, 1310, {9'820'000, u"USD"_s}},
               {u"Twilio"_s, u"CA"_s, 54, 67, {510'000, u"USD"_s}}};
    r.startsAt = domain::fromMillis(QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC).toMSecsSinceEpoch());
    r.endsAt = r.startsAt + 21min;
    for (const QString &name : {u"Ann"_s, u"Bashir"_s, u"Chloé"_s})
        r.samples.append(u"Hi %1, it is time for your winter check-up. Book online at clinic.example/book or call us. "
                         u"Reply STOP to opt out."_s.arg(name));
    return r;
}

engine::WorkspaceInfo workspace()
{
    engine::WorkspaceInfo info;
    info.name = u"Harbour Clinic"_s;
    info.country = u"US"_s;
    info.timeZone = u"America/New_York"_s;
    info.currency = u"USD"_s;
    info.contacts = 1241;
    return info;
}

QList<engine::SegmentRow> segments()
{
    engine::SegmentRow regulars;
    regulars.id = {1};
    regulars.name = u"Regular patients"_s;
    engine::SegmentRow territory;
    territory.id = {2};
    territory.name = u"North-east"_s;
    return {regulars, territory};
}

QList<engine::TemplateRow> templateRows()
{
    QList<engine::TemplateRow> rows;
    const auto add = [&](qint64 id, const QString &name, domain::Category category, bool active) {
        engine::TemplateRow row;
        row.id = {id};
        row.name = name;
        row.category = category;
        row.active = active;
        rows.append(row);
    };
    add(1, u"Check-up reminder"_s, domain::Category::Transactional, true);
    add(2, u"Black Friday"_s, domain::Category::Marketing, true);
    add(3, u"Old greeting"_s, domain::Category::Marketing, false);
    return rows;
}

QList<engine::ContactRow> people()
{
    QList<engine::ContactRow> rows;
    for (const QString &name : {u"Ann Whitfield"_s, u"Bashir Qureshi"_s}) {
        engine::ContactRow row;
        row.id = {rows.size() + 1};
        row.name = name;
        rows.append(row);
    }
    return rows;
}

} // namespace samples

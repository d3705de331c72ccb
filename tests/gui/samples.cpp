#include "gui/samples.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace samples {

using domain::MessageState;

namespace {

domain::MessageCounts counts(const QList<QPair<MessageState, qint64>> &values, qint64 segments, qint64 micros)
{
    domain::MessageCounts result;
    for (const auto &[state, count] : values)
        result.byState[static_cast<size_t>(state)] = count;
    result.segments = segments;
    result.cost = {micros, u"USD"_s};
    return result;
}

engine::CampaignRow campaign(qint64 id, const QString &name, domain::CampaignState state,
                             const QList<QPair<MessageState, qint64>> &values)
{
    engine::CampaignRow row;
    row.campaign.id = {id};
    row.campaign.name = name;
    row.campaign.state = state;
    row.campaign.expanded = true;
    row.counts = counts(values, 0, 0);
    return row;
}

} // namespace

domain::Instant now()
{
    return domain::fromMillis(QDateTime(QDate(2026, 11, 21), QTime(10, 20), Qt::UTC).toMSecsSinceEpoch());
}

engine::Dashboard dashboard()
{
    engine::Dashboard d;
    d.currency = u"USD"_s;
    d.contacts = 2000;
    d.today = counts({{MessageState::Delivered, 1204},
                      {MessageState::Sent, 96},
                      {MessageState::Queued, 2310},
                      {MessageState::Undelivered, 14},
                      {MessageState::Rejected, 3},
                      {MessageState::Skipped, 37}},
                     1500, 11'850'000);
    d.last30 = counts({{MessageState::Delivered, 18'412},
                       {MessageState::Sent, 96},
                       {MessageState::Accepted, 41},
                       {MessageState::Queued, 2310},
                       {MessageState::Undelivered, 211},
                       {MessageState::Rejected, 58},
                       {MessageState::Uncertain, 3},
                       {MessageState::Skipped, 640}},
                      21'930, 173'247'000);
    const QDate today(2026, 11, 21);
    const int shape[30] = {320, 410,  380, 900, 150, 60,  440, 520, 480,  1310, 610, 180, 70,  530, 560,
                           540, 1180, 640, 190, 90,  610, 580, 720, 1650, 700,  210, 80,  640, 690, 1204};
    for (int i = 0; i < 30; ++i) {
        engine::DayCounts day;
        day.day = today.addDays(i - 29);
        day.delivered = shape[i];
        day.failed = shape[i] / 70;
        day.skipped = shape[i] / 28;
        day.costMicros = shape[i] * 8000LL;
        d.days.append(day);
    }
    d.days.last().onTheWay = 137;
    d.days.last().waiting = 610;
    d.days.last().doubt = 3;
    d.active = {campaign(7, u"Winter check-up reminder"_s, domain::CampaignState::Sending,
                         {{MessageState::Delivered, 1204},
                          {MessageState::Sent, 96},
                          {MessageState::Accepted, 41},
                          {MessageState::Queued, 2310},
                          {MessageState::Undelivered, 14},
                          {MessageState::Skipped, 37}}),
                campaign(8, u"Returning customers in the north-east territory, second wave"_s,
                         domain::CampaignState::Paused,
                         {{MessageState::Delivered, 310}, {MessageState::Queued, 905}, {MessageState::Uncertain, 3}})};
    auto next = campaign(9, u"Black Friday early access"_s, domain::CampaignState::Scheduled, {});
    next.campaign.startAt = now() + 5h;
    auto later = campaign(10, u"Season's greetings"_s, domain::CampaignState::Scheduled, {});
    later.campaign.startAt = now() + std::chrono::hours(24 * 12);
    d.scheduled = {next, later};
    d.optOuts30 = 42;
    d.uncertain = 3;
    engine::ProviderRow twilio;
    twilio.id = {1};
    twilio.name = u"Twilio"_s;
    engine::ProviderRow other;
    other.id = {2};
    other.name = u"Twilio Canada"_s;
    other.pausedReason = u"configuration"_s;
    other.pausedDetail = u"20003 Authenticate"_s;
    d.providers = {twilio, other};
    return d;
}

engine::EngineStatus status()
{
    engine::EngineStatus s;
    s.running = true;
    s.sentPerSecond = 9.8;
    s.queued = 2310;
    s.inFlight = 12;
    s.uncertain = 3;
    s.lastProblem = u"configuration"_s;
    s.lastProblemDetail = u"Twilio Canada: 20003 Authenticate"_s;
    return s;
}

QList<engine::MessageRow> messages(int count)
{
    static const QStringList names{u"Ann Whitfield"_s, u"Bashir Qureshi"_s,     u"Chloé Martin"_s,
                                   u"Daniel Okafor"_s, u"Eleni Papadopoulou"_s, u"Farah Haddad"_s,
                                   u"Grace Liu"_s,     u"Henrik Sørensen"_s,    u"Ines García Fernández"_s,
                                   u"Jörg Müller"_s};
    static const QList<MessageState> states{MessageState::Queued,    MessageState::Sending,   MessageState::Accepted,
                                            MessageState::Sent,      MessageState::Delivered, MessageState::Delivered,
                                            MessageState::Delivered, MessageState::Read,      MessageState::Undelivered,
                                            MessageState::Rejected,  MessageState::Uncertain, MessageState::Skipped,
                                            MessageState::Cancelled, MessageState::Expired,   MessageState::Planned};
    QList<engine::MessageRow> rows;
    for (int i = 0; i < count; ++i) {
        engine::MessageRow row;
        row.id = {1000 - i};
        row.contactId = {i + 1};
        row.contactName = names.at(i % names.size());
        row.addressTail = u"…%1"_s.arg(1234 + i * 37 % 8000, 4, 10, QChar(u'0'));
        row.campaignName = i % 4 == 3 ? QString() : u"Winter check-up reminder"_s;
        row.templateName = u"Check-up reminder"_s;
        row.providerName = u"Twilio"_s;
        row.category = domain::Category::Transactional;
        row.state = states.at(i % states.size());
        row.createdAt = now() - std::chrono::minutes(i * i * 3) - 20s;
        row.dueAt = row.createdAt;
        if (row.state == MessageState::Queued)
            row.reason = u"quiet_hours"_s;
        if (row.state == MessageState::Skipped)
            row.reason = u"suppressed"_s;
        if (row.state == MessageState::Rejected)
            row.reason = u"recipient"_s;
        if (row.state == MessageState::Uncertain)
            row.reason = u"no_answer"_s;
        if (row.state != MessageState::Queued && row.state != MessageState::Planned &&
            row.state != MessageState::Skipped) {
            row.body =
                u"Hi %1, it is time for your winter check-up. Book online at clinic.example/book or call us. Reply STOP to opt out."_s
                    .arg(row.contactName.section(u' ', 0, 0));
            row.segments = 1;
            row.attempts = 1;
            row.cost = {7900, u"USD"_s};
            row.claimedAt = row.createdAt + 2s;
        }
        if (row.state == MessageState::Delivered || row.state == MessageState::Read) {
            row.costIsEstimate = false;
            row.deliveredAt = row.createdAt + 5s;
        }
        rows.append(row);
    }
    return rows;
}

engine::MessageStory deliveredStory()
{
    engine::MessageStory story;
    story.row = messages().at(5);
    story.row.attempts = 2;
    story.address = u"+12125550134"_s;
    story.encoding = u"gsm7"_s;
    story.origin = u"campaign"_s;
    story.providerMessageId = u"SM3f2a9c41d7e84b0f9a61c2b85d7e0f13"_s;
    const domain::Instant start = *story.row.claimedAt;
    story.attempts = {
        {1,
         u"Twilio"_s,
         u"01HF"_s,
         start,
         start + 5s,
         u"throttled"_s,
         429,
         180,
         u"20429"_s,
         u"Too Many Requests"_s,
         {}},
        {2,
         u"Twilio"_s,
         u"01HG"_s,
         start + 9s,
         start + 9320ms,
         u"accepted"_s,
         201,
         320,
         {},
         {},
         story.providerMessageId},
    };
    story.statuses = {
        {start + 12s, start + 11s, MessageState::Sent, u"poll"_s, {}, {}},
        {start + 30s, start + 14s, MessageState::Delivered, u"poll"_s, {}, {}},
    };
    story.row.deliveredAt = start + 14s;
    return story;
}

engine::MessageStory doubtfulStory()
{
    engine::MessageStory story;
    story.row = messages().at(10);
    story.row.reason = u"unresolved"_s;
    story.address = u"+12125550139"_s;
    story.encoding = u"gsm7"_s;
    story.origin = u"campaign"_s;
    const domain::Instant start = *story.row.claimedAt;
    story.attempts = {{1,
                       u"Twilio"_s,
                       u"01HF"_s,
                       start,
                       start + 30s,
                       u"unknown"_s,
                       0,
                       30'000,
                       {},
                       u"Connection reset by peer"_s,
                       {}}};
    story.statuses = {{start + 95s, std::nullopt, MessageState::Uncertain, u"reconciliation"_s, {}, {}}};
    return story;
}

engine::MessageStory waitingStory()
{
    engine::MessageStory story;
    story.row = messages().at(0);
    story.row.dueAt = now() + 3h;
    story.address = u"+12125550131"_s;
    story.origin = u"campaign"_s;
    story.expiresAt = now() + 72h;
    return story;
}

} // namespace samples

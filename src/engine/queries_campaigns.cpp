#include "domain/text/segments.h"
#include "engine/campaignrow.h"
#include "engine/client/queries.h"
#include "engine/counterday.h"
#include "engine/routing/pricing.h"
#include "engine/sending/limits.h"
#include "engine/sending/quiettimes.h"
#include "engine/sending/windowrule.h"
#include "storage/campaigns/audiencestats.h"
#include "storage/campaigns/campaignstore.h"
#include "storage/campaigns/segmentstore.h"
#include "storage/contacts/contactstore.h"
#include "storage/core/workspacefile.h"
#include "storage/messages/messagestore.h"
#include "storage/templates/templatestore.h"

#include <algorithm>
#include <cmath>

namespace engine {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace {

constexpr int sampleSize = 500;
constexpr int shownSamples = 10;

/// What the rendered sample says of the whole.
struct SampleFigures
{
    qint64 rendered = 0;
    qint64 segments = 0;
    int longest = 0;
    qint64 withoutText = 0; ///< a value is missing
    QStringList texts;
    QString problem;
    qint64 quiet = 0; ///< may not be written to at the start
    std::optional<domain::Instant> firstOpen;
    domain::Instant lastOpen{};
};

QuietTimes::Recipient recipientOf(const domain::Contact &person, const domain::TemplateRecord &record)
{
    QuietTimes::Recipient recipient{record.channel, record.category, person.timeZone, person.country, {}};
    for (const domain::ContactAddress &address : person.addresses)
        if (address.channel == record.channel)
            recipient.address = address.value;
    return recipient;
}

} // namespace

Result<QList<CampaignRow>> Queries::campaigns()
{
    const auto all = storage::CampaignStore(m_connection).all();
    if (!all)
        return tl::unexpected(all.error());
    QList<CampaignRow> rows;
    for (const domain::Campaign &campaign : *all) {
        auto row = campaignRow(m_connection, campaign);
        if (!row)
            return tl::unexpected(row.error());
        rows << std::move(*row);
    }
    return rows;
}

Result<CampaignRow> Queries::campaign(domain::CampaignId id)
{
    return storage::CampaignStore(m_connection).campaign(id).and_then([this](const domain::Campaign &campaign) {
        return campaignRow(m_connection, campaign);
    });
}

Result<CampaignRow> Queries::campaignByName(const QString &name)
{
    const auto campaign = storage::CampaignStore(m_connection).byName(name);
    if (!campaign)
        return tl::unexpected(campaign.error());
    auto row = campaignRow(m_connection, *campaign);
    const bool isBeingWritten = campaign->launchedAt && !campaign->expanded && campaign->retryRound == 0 &&
                                campaign->state != domain::CampaignState::Cancelled;
    if (!row || !isBeingWritten)
        return row;
    const auto audience =
        storage::compileAudience(m_connection, campaign->audience, campaign->launchedAt.value_or(m_now));
    if (!audience)
        return tl::unexpected(audience.error());
    const auto planned =
        storage::AudienceStats(m_connection)
            .behind(*audience, storage::MessageStore(m_connection).expandedTo(campaign->id), campaign->launchedAt);
    if (!planned)
        return tl::unexpected(planned.error());
    row->counts.byState[static_cast<size_t>(domain::MessageState::Planned)] = *planned;
    return row;
}

Result<CampaignReview> Queries::review(const domain::Campaign &campaign)
{
    QString condition = u"{}"_s;
    if (campaign.segmentId.isValid()) {
        const auto segment = storage::SegmentStore(m_connection).segment(campaign.segmentId);
        if (!segment)
            return tl::unexpected(segment.error());
        condition = segment->condition;
    }
    const auto audience = storage::compileAudience(m_connection, condition, m_now);
    if (!audience)
        return tl::unexpected(audience.error());
    const auto record = storage::TemplateStore(m_connection).record(campaign.templateId);
    if (!record)
        return tl::unexpected(record.error());
    storage::AudienceStats stats(m_connection);
    const auto groups = stats.groups(*audience, record->channel, record->category);
    if (!groups)
        return tl::unexpected(groups.error());

    const auto limits = this->limits();
    if (!limits)
        return tl::unexpected(limits.error());
    CampaignReview review;
    QHash<QString, qint64> leftOut;
    QList<CountryPart> byCountry;
    for (const storage::AudienceGroup &group : *groups) {
        if (!group.leftOut.isEmpty()) {
            leftOut[group.leftOut] += group.people;
        } else if (record->channel != domain::Channel::Email && !limits->allows(group.country)) {
            leftOut[u"country_not_allowed"_s] += group.people;
        } else {
            review.recipients += group.people;
            byCountry << CountryPart{group.country, group.people};
        }
    }

    SampleFigures figures;
    const auto people = stats.sample(*audience, record->channel, sampleSize);
    if (!people)
        return tl::unexpected(people.error());
    review.startsAt = std::max(campaign.startAt.value_or(m_now), m_now);
    QuietTimes quiet;
    quiet.setLimits(*limits);
    storage::ContactStore contacts(m_connection, m_vault);
    for (const domain::ContactId id : *people) {
        const auto person = contacts.contact(id, quiet.isEnabledFor(record->category));
        if (!person)
            return tl::unexpected(person.error());
        const auto text = renderFor(*record, {}, *person);
        if (!text) {
            if (text.error().code != ErrorCode::InvalidInput)
                return tl::unexpected(text.error());
            ++figures.withoutText;
            if (figures.problem.isEmpty())
                figures.problem = text.error().detail +
                                  (text.error().place.isEmpty() ? QString() : u" ("_s + text.error().place + u')');
            continue;
        }
        if (quiet.isEnabledFor(record->category))
            if (const auto open = quiet.openAt(recipientOf(*person, *record), review.startsAt);
                open && *open > review.startsAt) {
                ++figures.quiet;
                figures.firstOpen = std::min(figures.firstOpen.value_or(*open), *open);
                figures.lastOpen = std::max(figures.lastOpen, *open);
            }
        const int segments = record->channel == domain::Channel::Sms ? domain::segmentsOf(*text) : 1;
        ++figures.rendered;
        figures.segments += segments;
        figures.longest = std::max(figures.longest, segments);
        if (figures.texts.size() < shownSamples)
            figures.texts << *text;
    }
    review.sampled = review.recipients > people->size();
    review.firstProblem = figures.problem;
    review.samples = figures.texts;
    review.longestSegments = figures.longest;
    if (figures.withoutText > 0 && !people->isEmpty()) {
        // Those whose text cannot be made are skipped when they are about to leave.
        const auto missing =
            qint64(std::llround(double(figures.withoutText) / double(people->size()) * double(review.recipients)));
        leftOut[u"missing_value"_s] += missing;
        review.recipients -= missing;
    }
    review.messages = review.recipients;
    const double perMessage = figures.rendered > 0 ? double(figures.segments) / double(figures.rendered) : 0;
    review.segments = qint64(std::llround(perMessage * double(review.messages)));
    for (auto it = leftOut.cbegin(); it != leftOut.cend(); ++it)
        review.leftOut << LeftOut{it.key(), it.value()};
    std::sort(review.leftOut.begin(), review.leftOut.end(),
              [](const LeftOut &a, const LeftOut &b) { return a.people > b.people; });

    const auto price = stats.pricePerSegment(record->channel);
    if (!price)
        return tl::unexpected(price.error());
    const auto settings = storage::readWorkspaceSettings(m_connection);
    if (!settings)
        return tl::unexpected(settings.error());
    const QDate day = QDate(1970, 1, 1).addDays(dayOf(m_now, settings->timeZone));
    const auto ways = priced(m_connection, record->channel, record->category, campaign.providerId, byCountry,
                             perMessage, *price, day);
    if (!ways)
        return tl::unexpected(ways.error());
    review.parts = ways->parts;
    review.costs = ways->costs;
    if (review.costs.size() == 1)
        review.cost = review.costs.first();
    double perSecond = ways->perSecond;
    if (campaign.pacePerMinute > 0)
        perSecond = std::min(perSecond, campaign.pacePerMinute / 60.0);
    const auto takes = [perSecond](qint64 messages) {
        return domain::Millis(std::llround(double(messages) / perSecond * 1000));
    };
    if (figures.rendered > 0)
        review.quiet = qint64(std::llround(double(figures.quiet) / double(figures.rendered) * double(review.messages)));
    review.quietUntil = figures.firstOpen;
    review.kinds = ways->kinds;
    if (const auto done = judgeWindow(review, campaign, *record, *audience, *limits); !done)
        return tl::unexpected(done.error());
    if (perSecond > 0) {
        review.endsAt = review.startsAt + takes(review.messages);
        if (review.quiet > 0) // at worst they all wait for the last opening
            review.endsAt = std::max(*review.endsAt, figures.lastOpen + takes(review.quiet));
    }
    return review;
}

Result<void> Queries::judgeWindow(CampaignReview &review, const domain::Campaign &campaign,
                                  const domain::TemplateRecord &record, const storage::Audience &audience,
                                  const SendingLimits &limits)
{
    const auto lacks = [](const domain::TemplateVersion &text) { return text.provider.name.isEmpty(); };
    review.lacksProviderTemplate = record.channel == domain::Channel::WhatsApp && !record.current.isEmpty() &&
                                   lacks(record.current.first()); // which the others fall back on
    if (!review.lacksProviderTemplate || !std::all_of(record.current.cbegin(), record.current.cend(), lacks))
        return {};
    const auto open = storage::AudienceStats(m_connection)
                          .wroteSince(audience, record.channel, record.category,
                                      review.startsAt - WindowRule::windowLength, campaign.providerId);
    if (!open)
        return tl::unexpected(open.error());
    qint64 inside = 0;
    for (const storage::AudienceGroup &group : *open)
        inside += limits.allows(group.country) ? group.people : 0;
    review.outsideWindow = std::max<qint64>(0, review.recipients - inside);
    return {};
}

} // namespace engine

#include "storage/campaigns/campaignstore.h"

namespace storage {

using namespace Qt::StringLiterals;
using domain::Campaign;
using domain::CampaignId;
using domain::CampaignState;
using domain::ErrorCode;
using domain::Instant;
using domain::Result;

namespace {

std::optional<Instant> instantOf(const Statement &s, int column)
{
    return s.isNull(column) ? std::nullopt : std::optional(domain::fromMillis(s.integer(column)));
}

Statement &bindInstant(Statement &s, int position, std::optional<Instant> at)
{
    return at ? s.bind(position, domain::toMillis(*at)) : s.bindNull(position);
}

template <class Id>
Statement &bindId(Statement &s, int position, Id id)
{
    return id.isValid() ? s.bind(position, id.value) : s.bindNull(position);
}

Campaign campaignOf(const Statement &s)
{
    Campaign c;
    c.id = CampaignId{s.integer(0)};
    c.name = s.text(1);
    c.channel = domain::channelFromText(s.text(2)).value_or(domain::Channel::Sms);
    c.category = domain::categoryFromText(s.text(3)).value_or(domain::Category::Marketing);
    c.templateId = domain::TemplateId{s.integer(4)};
    c.segmentId = domain::SegmentId{s.integer(5)};
    c.audience = s.text(6);
    c.state = domain::campaignStateFromText(s.text(7)).value_or(CampaignState::Paused);
    c.versionId = domain::TemplateVersionId{s.integer(8)};
    c.providerId = domain::ProviderId{s.integer(9)};
    c.startAt = instantOf(s, 10);
    c.expiresAt = instantOf(s, 11);
    c.pacePerMinute = static_cast<int>(s.integer(12));
    c.expanded = s.integer(13) != 0;
    c.retryRound = static_cast<int>(s.integer(14));
    c.createdAt = domain::fromMillis(s.integer(15));
    c.launchedAt = instantOf(s, 16);
    c.completedAt = instantOf(s, 17);
    c.updatedAt = domain::fromMillis(s.integer(18));
    return c;
}

Result<QList<Campaign>> rowsOf(Connection &connection, Statement &s)
{
    QList<Campaign> campaigns;
    while (s.next())
        campaigns << campaignOf(s);
    if (s.failed())
        return tl::unexpected(connection.lastError());
    return campaigns;
}

Result<Campaign> oneOf(Connection &connection, Statement &s)
{
    if (!s.next())
        return s.failed() ? Result<Campaign>(tl::unexpected(connection.lastError()))
                          : Result<Campaign>(domain::fail(ErrorCode::NotFound, u"no such campaign"_s));
    Campaign campaign = campaignOf(s);
    s.finish();
    return campaign;
}

Result<void> movedOne(Statement &s)
{
    if (auto done = s.exec(); !done)
        return done;
    if (s.changes() != 1)
        return domain::fail(ErrorCode::Conflict, u"the campaign is not in the state this was asked for"_s);
    return {};
}

// The columns of campaignOf, in its order.
#define CAMPAIGN_COLUMNS                                                                                               \
    "id, name, channel, category, template_id, segment_id, audience, state, version_id, provider_id, start_at,"        \
    " expires_at, pace_per_minute, expanded, retry_round, created_at, launched_at, completed_at, updated_at"

} // namespace

Result<QList<Campaign>> CampaignStore::all()
{
    return rowsOf(m_connection, m_connection.statement("SELECT " CAMPAIGN_COLUMNS " FROM campaign ORDER BY id DESC"));
}

Result<QList<Campaign>> CampaignStore::inState(CampaignState state)
{
    Statement &s = m_connection.statement("SELECT " CAMPAIGN_COLUMNS
                                          " FROM campaign WHERE state = ? ORDER BY coalesce(start_at, 0), id");
    return rowsOf(m_connection, s.bind(1, domain::toText(state)));
}

Result<Campaign> CampaignStore::campaign(CampaignId id)
{
    Statement &s = m_connection.statement("SELECT " CAMPAIGN_COLUMNS " FROM campaign WHERE id = ?");
    return oneOf(m_connection, s.bind(1, id.value));
}

Result<Campaign> CampaignStore::byName(const QString &name)
{
    Statement &s = m_connection.statement("SELECT " CAMPAIGN_COLUMNS " FROM campaign WHERE name = ?");
    return oneOf(m_connection, s.bind(1, name));
}

static void bindDraft(Statement &s, const Campaign &draft, Instant now)
{
    s.bind(1, draft.name).bind(2, domain::toText(draft.channel)).bind(3, domain::toText(draft.category));
    bindId(s, 4, draft.templateId);
    bindId(s, 5, draft.segmentId);
    bindId(s, 6, draft.providerId);
    bindInstant(s, 7, draft.startAt);
    bindInstant(s, 8, draft.expiresAt);
    s.bind(9, draft.pacePerMinute).bind(10, domain::toMillis(now));
}

Result<CampaignId> CampaignStore::add(const Campaign &draft, Instant now)
{
    Statement &s = m_connection.statement(
        "INSERT INTO campaign (name, channel, category, template_id, segment_id, provider_id, start_at, expires_at,"
        " pace_per_minute, updated_at, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)");
    bindDraft(s, draft, now);
    if (auto done = s.exec(); !done)
        return tl::unexpected(done.error());
    return CampaignId{m_connection.lastInsertId()};
}

Result<void> CampaignStore::saveDraft(const Campaign &draft, Instant now)
{
    Statement &s = m_connection.statement(
        "UPDATE campaign SET name = ?1, channel = ?2, category = ?3, template_id = ?4, segment_id = ?5, provider_id ="
        " ?6, start_at = ?7, expires_at = ?8, pace_per_minute = ?9, updated_at = ?10 WHERE id = ?11 AND state ="
        " 'draft'");
    bindDraft(s, draft, now);
    return movedOne(s.bind(11, draft.id.value));
}

Result<void> CampaignStore::removeDraft(CampaignId id)
{
    Statement &s = m_connection.statement("DELETE FROM campaign WHERE id = ? AND state = 'draft'");
    return movedOne(s.bind(1, id.value));
}

Result<void> CampaignStore::move(CampaignId id, CampaignState from, CampaignState to, Instant now)
{
    const bool ends = to == CampaignState::Completed || to == CampaignState::Cancelled;
    Statement &s = m_connection.statement(
        ends ? "UPDATE campaign SET state = ?1, updated_at = ?2, completed_at = ?2 WHERE id = ?3 AND state = ?4"
             : "UPDATE campaign SET state = ?1, updated_at = ?2, completed_at = NULL WHERE id = ?3 AND state = ?4");
    return movedOne(
        s.bind(1, domain::toText(to)).bind(2, domain::toMillis(now)).bind(3, id.value).bind(4, domain::toText(from)));
}

Result<void> CampaignStore::launch(CampaignId id, CampaignState to, const QString &audience,
                                   domain::TemplateVersionId version, Instant now)
{
    Statement &s = m_connection.statement("UPDATE campaign SET state = ?1, updated_at = ?2, launched_at = ?2, audience"
                                          " = ?3, version_id = ?4 WHERE id = ?5 AND state = 'draft'");
    s.bind(1, domain::toText(to)).bind(2, domain::toMillis(now)).bind(3, audience);
    bindId(s, 4, version);
    return movedOne(s.bind(5, id.value));
}

Result<int> CampaignStore::startRetryRound(CampaignId id, CampaignState from, Instant now)
{
    Statement &s = m_connection.statement(
        "UPDATE campaign SET state = 'sending', updated_at = ?1, completed_at = NULL, retry_round = retry_round + 1,"
        " expanded = 0, expanded_to = 0 WHERE id = ?2 AND state = ?3");
    if (auto done = movedOne(s.bind(1, domain::toMillis(now)).bind(2, id.value).bind(3, domain::toText(from))); !done)
        return tl::unexpected(done.error());
    return campaign(id).map([](const Campaign &c) { return c.retryRound; });
}

#undef CAMPAIGN_COLUMNS

} // namespace storage

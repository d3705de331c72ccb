#include "engine/campaignrow.h"

#include "storage/log/counterreader.h"
#include "storage/log/names.h"

namespace engine {

using storage::Named;

QString NameCache::name(QHash<qint64, QString> &cache, int kind, qint64 id)
{
    if (id <= 0)
        return {};
    const auto it = cache.constFind(id);
    if (it != cache.constEnd())
        return *it;
    return *cache.insert(id, storage::nameOf(m_connection, static_cast<Named>(kind), id));
}

QString NameCache::of(domain::TemplateId id) { return name(m_templates, static_cast<int>(Named::Template), id.value); }
QString NameCache::of(domain::CampaignId id) { return name(m_campaigns, static_cast<int>(Named::Campaign), id.value); }
QString NameCache::of(domain::SegmentId id) { return name(m_segments, static_cast<int>(Named::Segment), id.value); }
QString NameCache::of(domain::ProviderId id) { return name(m_providers, static_cast<int>(Named::Provider), id.value); }
QString NameCache::of(domain::ContactId id) { return name(m_contacts, static_cast<int>(Named::Contact), id.value); }

domain::Result<CampaignRow> campaignRow(storage::Connection &connection, const domain::Campaign &campaign)
{
    NameCache names(connection);
    return storage::CounterReader(connection).ofCampaign(campaign.id).map([&](const domain::MessageCounts &counts) {
        return CampaignRow{campaign, names.of(campaign.templateId), names.of(campaign.segmentId), counts};
    });
}

} // namespace engine

#pragma once

#include "engine/client/models.h"

namespace storage {
class Connection;
}

namespace engine {

/// A campaign as lists show it: with the names of what it uses and its counts (from the counters).
[[nodiscard]] domain::Result<CampaignRow> campaignRow(storage::Connection &connection,
                                                      const domain::Campaign &campaign);

/// Names of templates, campaigns, segments, providers and contacts by id, each read once; empty where there is none.
class NameCache
{
public:
    explicit NameCache(storage::Connection &connection) : m_connection(connection) {}
    [[nodiscard]] QString of(domain::TemplateId id);
    [[nodiscard]] QString of(domain::CampaignId id);
    [[nodiscard]] QString of(domain::SegmentId id);
    [[nodiscard]] QString of(domain::ProviderId id);
    [[nodiscard]] QString of(domain::ContactId id);

private:
    QString name(QHash<qint64, QString> &cache, int kind, qint64 id);

    storage::Connection &m_connection;
    QHash<qint64, QString> m_templates, m_campaigns, m_segments, m_providers, m_contacts;
};

} // namespace engine

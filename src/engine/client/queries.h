#pragma once

#include "domain/condition/fields.h"
#include "engine/client/cancellation.h"
#include "engine/client/models.h"

namespace storage {
struct Audience;
class Connection;
class Vault;
} // namespace storage

namespace engine {

/// Everything that can be read. Lives in a reader thread for one piece of work; each function is one or a few short
/// queries whose time does not grow with the table. Errors: NotFound where an id is named, else those of the storage.
class Queries
{
public:
    Queries(storage::Connection &connection, const storage::Vault &vault, domain::Instant now);

    [[nodiscard]] domain::Result<WorkspaceInfo> workspace();
    [[nodiscard]] domain::Result<Dashboard> dashboard(int days = 30);
    /// storage::checkRecords: Damaged where a record is not what was written. The one that reads everything.
    [[nodiscard]] domain::Result<void> checkRecords();

    [[nodiscard]] domain::Result<Page<ContactRow>> contacts(const ContactQuery &query, const QString &cursor,
                                                            int limit);
    /// Stops counting at `atMost` (returned then), so that it answers at once.
    [[nodiscard]] domain::Result<qint64> contactCount(const ContactQuery &query, qint64 atMost = 100'000'000,
                                                      const Cancellation &cancellation = {});
    [[nodiscard]] domain::Result<domain::Contact> contact(domain::ContactId id); ///< addresses opened
    [[nodiscard]] domain::Result<std::optional<domain::ContactId>> contactByExternalId(const QString &externalId);
    [[nodiscard]] domain::Result<Page<TimelineEntry>> timeline(domain::ContactId id, const QString &cursor, int limit);
    [[nodiscard]] domain::Result<QList<OptOut>> optOuts(domain::ContactId id);
    [[nodiscard]] domain::Result<QList<NamedCount>> tags();
    [[nodiscard]] domain::Result<QList<NamedCount>> groups();
    [[nodiscard]] domain::Result<QList<NamedCount>> territories();
    /// Keys of custom attributes in use, for completion and mapping.
    [[nodiscard]] domain::Result<QStringList> attributeNames();

    [[nodiscard]] domain::Result<QList<SegmentRow>> segments();
    [[nodiscard]] domain::Result<SegmentRow> segment(domain::SegmentId id);
    [[nodiscard]] domain::Result<SegmentRow> segmentByName(const QString &name);
    /// Names of the campaigns that go to a segment: why it cannot be deleted.
    [[nodiscard]] domain::Result<QStringList> campaignsOf(domain::SegmentId id);
    /// What may stand in a condition, with the groups, territories, tags and attributes that occur. With it a condition
    /// is parsed where it is edited (domain/condition/notation.h).
    [[nodiscard]] domain::Result<domain::FieldCatalogue> conditionFields();
    /// Counts whom a condition means and reads the first of them. InvalidInput with the place; Cancelled soon after
    /// the caller no longer wants it.
    [[nodiscard]] domain::Result<SegmentPreview> previewSegment(const QString &condition, int sampleRows,
                                                                const Cancellation &cancellation = {});

    [[nodiscard]] domain::Result<QList<TemplateRow>> templates();
    [[nodiscard]] domain::Result<domain::TemplateRecord> templateRecord(domain::TemplateId id);
    [[nodiscard]] domain::Result<domain::TemplateRecord> templateByName(const QString &name);
    [[nodiscard]] domain::Result<QList<domain::TemplateVersion>>
    templateVersions(domain::TemplateId id); ///< newest first
    /// The text a contact would get, as it would leave (placeholders, channel's rules, smart encoding). An empty body:
    /// the record's own in the contact's language.
    /// Fails with InvalidInput and the place for a template error or a missing value.
    [[nodiscard]] domain::Result<QString> render(const domain::TemplateRecord &record, const QString &body,
                                                 domain::ContactId contact);
    /// What a segment has cost on a channel so far; currency empty where nothing is known. For estimates.
    [[nodiscard]] domain::Result<domain::Money> pricePerSegment(domain::Channel channel);
    /// Names that may stand in placeholders for a contact, with an example each.
    [[nodiscard]] domain::Result<QList<QPair<QString, QString>>> placeholders(domain::ContactId example);

    [[nodiscard]] domain::Result<QList<CampaignRow>> campaigns();
    [[nodiscard]] domain::Result<CampaignRow> campaign(domain::CampaignId id);
    /// Counts as planned whose message is not written yet, which looks at each of them.
    [[nodiscard]] domain::Result<CampaignRow> campaignByName(const QString &name);
    /// What launching this campaign (saved or not) now would do. Long audiences are sampled; see CampaignReview.
    [[nodiscard]] domain::Result<CampaignReview> review(const domain::Campaign &campaign);

    [[nodiscard]] domain::Result<Page<MessageRow>> messages(const MessageQuery &query, const QString &cursor,
                                                            int limit);
    [[nodiscard]] domain::Result<MessageStory> story(domain::MessageId id);

    /// Newest first, in the order of their arrival here.
    [[nodiscard]] domain::Result<Page<InboxRow>> inbox(const InboxQuery &query, const QString &cursor, int limit);
    /// The last written first.
    [[nodiscard]] domain::Result<Page<ConversationRow>> conversations(const ConversationQuery &query,
                                                                      const QString &cursor, int limit);
    [[nodiscard]] domain::Result<ConversationRow> conversation(domain::ConversationId id);
    /// What came and what left, newest first.
    [[nodiscard]] domain::Result<Page<ThreadEntry>> thread(domain::ConversationId id, const QString &cursor, int limit);

    [[nodiscard]] domain::Result<QList<ProviderRow>> providers(); ///< in the order in which they are asked
    [[nodiscard]] domain::Result<QList<ProviderHealth>> providerHealth();
    [[nodiscard]] domain::Result<ProviderUse> providerUse(domain::ProviderId id);
    [[nodiscard]] domain::Result<QList<domain::Route>> routes();
    [[nodiscard]] domain::Result<QList<domain::Price>> prices();
    /// Which way such a message would go now, and why. InvalidInput where `to` is no number.
    [[nodiscard]] domain::Result<RouteExplanation> explainRoute(const RouteQuestion &question);
    /// The templates the provider keeps, as last read.
    [[nodiscard]] domain::Result<ProviderTemplateList> providerTemplates(domain::ProviderId id);
    [[nodiscard]] domain::Result<SendingLimits> limits();
    [[nodiscard]] domain::Result<WebhookStatus> webhooks();

private:
    /// InvalidInput (place "address") for what is neither a number nor an e-mail address.
    [[nodiscard]] domain::Result<QByteArray> addressIndexOf(const QString &typed);
    [[nodiscard]] domain::Result<QString> renderFor(const domain::TemplateRecord &record, const QString &body,
                                                    const domain::Contact &person);
    /// Whom a WhatsApp text without a provider's template does not reach.
    [[nodiscard]] domain::Result<void> judgeWindow(CampaignReview &review, const domain::Campaign &campaign,
                                                   const domain::TemplateRecord &record,
                                                   const storage::Audience &audience, const SendingLimits &limits);

    storage::Connection &m_connection;
    const storage::Vault &m_vault;
    domain::Instant m_now;
};

} // namespace engine

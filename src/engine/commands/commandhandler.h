#pragma once

#include "engine/commands/campaigncommands.h"
#include "engine/commands/codecommands.h"
#include "engine/commands/contactcommands.h"
#include "engine/commands/inboxcommands.h"
#include "engine/commands/messagecommands.h"
#include "engine/commands/providercommands.h"
#include "engine/commands/routecommands.h"
#include "engine/commands/segmentcommands.h"
#include "engine/commands/settingscommands.h"
#include "engine/commands/templatecommands.h"
#include "engine/importing/contactimportsink.h"

namespace engine {

class Engine;

/// The Commands of an open workspace: hands each to the class of its subject and tells the engine what changed.
/// Engine thread; owned by SendingCore.
class CommandHandler final : public Commands
{
public:
    struct Parts
    {
        CommandContext context;
        Engine &engine;
        ProviderCommands::Parts providers;
    };
    explicit CommandHandler(Parts parts);

    [[nodiscard]] domain::Result<domain::ContactId> saveContact(const domain::Contact &contact) override;
    [[nodiscard]] domain::Result<void> deleteContacts(const QList<domain::ContactId> &ids) override;
    [[nodiscard]] domain::Result<void> restoreContacts(const QList<domain::ContactId> &ids) override;
    [[nodiscard]] domain::Result<void> tagContacts(const QList<domain::ContactId> &ids, const QStringList &add,
                                                   const QStringList &remove) override;
    [[nodiscard]] domain::Result<void> setConsent(domain::ContactId contact, domain::Channel channel,
                                                  std::optional<domain::Category> category, bool optOut,
                                                  const QString &evidence) override;
    [[nodiscard]] ImportSink &importSink() override { return m_import; }
    [[nodiscard]] domain::Result<domain::SegmentId> saveSegment(domain::SegmentId id, const QString &name,
                                                                const QString &condition,
                                                                const QString &description) override;
    [[nodiscard]] domain::Result<domain::SegmentId> duplicateSegment(domain::SegmentId id) override;
    [[nodiscard]] domain::Result<void> deleteSegment(domain::SegmentId id) override;
    [[nodiscard]] domain::Result<domain::TemplateId> saveTemplate(const domain::TemplateRecord &record,
                                                                  const QString &note) override;
    [[nodiscard]] domain::Result<void> restoreTemplateVersion(domain::TemplateVersionId version) override;
    [[nodiscard]] domain::Result<void> deleteTemplate(domain::TemplateId id) override;
    [[nodiscard]] domain::Result<void> undeleteTemplate(domain::TemplateId id) override;
    [[nodiscard]] domain::Result<domain::CampaignId> saveCampaign(const domain::Campaign &draft) override;
    [[nodiscard]] domain::Result<void> launchCampaign(domain::CampaignId id) override;
    [[nodiscard]] domain::Result<void> pauseCampaign(domain::CampaignId id) override;
    [[nodiscard]] domain::Result<void> resumeCampaign(domain::CampaignId id) override;
    [[nodiscard]] domain::Result<void> cancelCampaign(domain::CampaignId id) override;
    [[nodiscard]] domain::Result<qint64> retryFailed(domain::CampaignId id) override;
    [[nodiscard]] domain::Result<domain::CampaignId> duplicateCampaign(domain::CampaignId id) override;
    [[nodiscard]] domain::Result<void> deleteDraft(domain::CampaignId id) override;
    void sendTest(const TestMessage &message, Reply<domain::MessageId> done) override;
    void sendCode(const CodeOrder &order, Reply<domain::MessageId> done) override;
    void checkCode(const CodeCheck &check, Reply<CodeVerdict> done) override;
    [[nodiscard]] domain::Result<void> decideDoubt(domain::MessageId id, DoubtDecision decision) override;
    [[nodiscard]] domain::Result<void> cancelMessages(const QList<domain::MessageId> &ids) override;
    [[nodiscard]] domain::Result<ReplyWay> replyWay(domain::ConversationId id) override;
    [[nodiscard]] domain::Result<domain::MessageId> reply(const ConversationReply &reply) override;
    [[nodiscard]] domain::Result<void> setReadTo(domain::ConversationId id, qint64 text) override;
    [[nodiscard]] domain::Result<void> setAllRead() override;
    void saveProvider(const ProviderDraft &draft, Reply<domain::ProviderId> done) override;
    void removeProvider(domain::ProviderId id, Reply<void> done) override;
    [[nodiscard]] domain::Result<void> orderProviders(const QList<domain::ProviderId> &order) override;
    [[nodiscard]] domain::Result<void> resumeProvider(domain::ProviderId id) override;
    void testProvider(const ProviderDraft &draft, Reply<domain::ConnectionReport> done) override;
    [[nodiscard]] const QList<domain::ProviderKind> &providerKinds() const override { return m_providers.kinds(); }
    void readProviderLists(domain::ProviderId id, Reply<void> done) override;
    [[nodiscard]] QList<domain::ConfigProblem> providerProblems(const ProviderDraft &draft) override;
    [[nodiscard]] domain::Result<void> saveWebhooks(const WebhookSettings &settings) override;
    [[nodiscard]] domain::Result<void> saveRoutes(const QList<domain::Route> &routes) override;
    [[nodiscard]] domain::Result<void> savePrices(const QList<domain::Price> &prices) override;
    [[nodiscard]] domain::Result<void> removePrices(domain::ProviderId provider) override;
    [[nodiscard]] domain::Result<void> removePrices(const QList<domain::Price> &prices) override;
    [[nodiscard]] domain::Result<void> saveLimits(const SendingLimits &limits) override;
    [[nodiscard]] domain::Result<void> saveWorkspace(const QString &name, const QString &country,
                                                     const QString &timeZone, const QString &currency) override;
    [[nodiscard]] domain::Result<void> setPaused(bool paused) override;
    [[nodiscard]] domain::Result<void> backup(const QString &path) override;
    [[nodiscard]] domain::Result<void> fillDemo(domain::ProviderId provider) override;

private:
    /// The result; where it is one, the engine and the pages hear of it.
    template <class T>
    domain::Result<T> told(domain::Result<T> result, Topics topics);

    CommandContext m_context;
    Engine &m_engine;
    ContactCommands m_contacts;
    SegmentCommands m_segments;
    TemplateCommands m_templates;
    SettingsCommands m_settings;
    CampaignCommands m_campaigns;
    MessageCommands m_messages;
    InboxCommands m_inbox;
    CodeCommands m_codes;
    ProviderCommands m_providers;
    RouteCommands m_routes;
    ContactImportSink m_import;
};

} // namespace engine

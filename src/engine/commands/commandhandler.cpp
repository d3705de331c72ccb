#include "engine/commands/commandhandler.h"

#include "engine/demo/democontent.h"
#include "engine/rehearsal/rehearsal.h"
#include "engine/sending/engine.h"
#include "storage/core/workspacefile.h"

namespace engine {

using namespace Qt::StringLiterals;
using domain::Result;

CommandHandler::CommandHandler(Parts parts)
    : m_context(parts.context), m_engine(parts.engine), m_contacts(m_context), m_segments(m_context),
      m_templates(m_context), m_settings(m_context), m_campaigns(m_context),
      m_messages(m_context, parts.engine.messages(), parts.engine.services().policy), m_inbox(m_context, parts.engine),
      m_codes(parts.providers), m_providers(std::move(parts.providers)), m_routes(m_context), m_import(m_context)
{
    QObject::connect(&m_import, &ContactImportSink::contactsChanged, &m_engine,
                     [this] { m_engine.refresh(Topic::Contacts); });
}

template <class T>
Result<T> CommandHandler::told(Result<T> result, Topics topics)
{
    if (result)
        m_engine.refresh(topics);
    return result;
}

Result<domain::ContactId> CommandHandler::saveContact(const domain::Contact &contact)
{
    return told(m_contacts.save(contact), Topic::Contacts);
}
Result<void> CommandHandler::deleteContacts(const QList<domain::ContactId> &ids)
{
    return told(m_contacts.remove(ids), Topic::Contacts);
}
Result<void> CommandHandler::restoreContacts(const QList<domain::ContactId> &ids)
{
    return told(m_contacts.restore(ids), Topic::Contacts);
}

Result<void> CommandHandler::tagContacts(const QList<domain::ContactId> &ids, const QStringList &add,
                                         const QStringList &remove)
{
    return told(m_contacts.tag(ids, add, remove), Topic::Contacts);
}

Result<void> CommandHandler::setConsent(domain::ContactId contact, domain::Channel channel,
                                        std::optional<domain::Category> category, bool optOut, const QString &evidence)
{
    return told(m_contacts.setConsent(contact, channel, category, optOut, evidence),
                Topics(Topic::Contacts) | Topic::Consent);
}

Result<domain::SegmentId> CommandHandler::saveSegment(domain::SegmentId id, const QString &name,
                                                      const QString &condition, const QString &description)
{
    return told(m_segments.save(id, name, condition, description), Topic::Segments);
}

Result<domain::SegmentId> CommandHandler::duplicateSegment(domain::SegmentId id)
{
    return told(m_segments.duplicate(id), Topic::Segments);
}

Result<void> CommandHandler::deleteSegment(domain::SegmentId id)
{
    return told(m_segments.remove(id), Topic::Segments);
}

Result<domain::TemplateId> CommandHandler::saveTemplate(const domain::TemplateRecord &record, const QString &note)
{
    return told(m_templates.save(record, note), Topic::Templates);
}

Result<void> CommandHandler::restoreTemplateVersion(domain::TemplateVersionId version)
{
    return told(m_templates.restoreVersion(version), Topic::Templates);
}

Result<void> CommandHandler::deleteTemplate(domain::TemplateId id)
{
    return told(m_templates.remove(id), Topic::Templates);
}
Result<void> CommandHandler::undeleteTemplate(domain::TemplateId id)
{
    return told(m_templates.undelete(id), Topic::Templates);
}
Result<domain::CampaignId> CommandHandler::saveCampaign(const domain::Campaign &draft)
{
    return told(m_campaigns.save(draft), Topic::Campaigns);
}
Result<void> CommandHandler::launchCampaign(domain::CampaignId id)
{
    return told(m_campaigns.launch(id), Topic::Campaigns);
}
Result<void> CommandHandler::pauseCampaign(domain::CampaignId id)
{
    return told(m_campaigns.pause(id), Topic::Campaigns);
}
Result<void> CommandHandler::resumeCampaign(domain::CampaignId id)
{
    return told(m_campaigns.resume(id), Topic::Campaigns);
}
Result<void> CommandHandler::cancelCampaign(domain::CampaignId id)
{
    return told(m_campaigns.cancel(id), Topic::Campaigns);
}
Result<qint64> CommandHandler::retryFailed(domain::CampaignId id)
{
    return told(m_campaigns.retryFailed(id), Topic::Campaigns);
}
Result<domain::CampaignId> CommandHandler::duplicateCampaign(domain::CampaignId id)
{
    return told(m_campaigns.duplicate(id), Topic::Campaigns);
}
Result<void> CommandHandler::deleteDraft(domain::CampaignId id)
{
    return told(m_campaigns.removeDraft(id), Topic::Campaigns);
}

void CommandHandler::sendTest(const TestMessage &message, Reply<domain::MessageId> done)
{
    done(told(m_providers.sendTest(message), Topic::Messages));
}

void CommandHandler::sendCode(const CodeOrder &order, Reply<domain::MessageId> done)
{
    m_codes.send(order, [this, done = std::move(done)](const Result<domain::MessageId> &queued) {
        done(told(queued, Topic::Messages));
    });
}

void CommandHandler::checkCode(const CodeCheck &check, Reply<CodeVerdict> done)
{
    m_codes.check(check, std::move(done));
}

Result<void> CommandHandler::decideDoubt(domain::MessageId id, DoubtDecision decision)
{
    return told(m_messages.decideDoubt(id, decision), Topics(Topic::Messages) | Topic::Campaigns);
}

Result<void> CommandHandler::cancelMessages(const QList<domain::MessageId> &ids)
{
    return told(m_messages.cancel(ids), Topics(Topic::Messages) | Topic::Campaigns);
}

Result<ReplyWay> CommandHandler::replyWay(domain::ConversationId id) { return m_inbox.wayOf(id); }
Result<domain::MessageId> CommandHandler::reply(const ConversationReply &reply)
{
    return told(m_inbox.reply(reply), Topics(Topic::Messages) | Topic::Inbox);
}
Result<void> CommandHandler::setReadTo(domain::ConversationId id, qint64 text)
{
    return told(m_inbox.setReadTo(id, text), Topic::Inbox);
}
Result<void> CommandHandler::setAllRead() { return told(m_inbox.setAllRead(), Topic::Inbox); }

void CommandHandler::saveProvider(const ProviderDraft &draft, Reply<domain::ProviderId> done)
{
    m_providers.save(draft, std::move(done));
}
void CommandHandler::removeProvider(domain::ProviderId id, Reply<void> done)
{
    m_providers.remove(id, std::move(done));
}
Result<void> CommandHandler::orderProviders(const QList<domain::ProviderId> &order) { return m_providers.order(order); }
Result<void> CommandHandler::resumeProvider(domain::ProviderId id)
{
    return told(m_providers.resume(id), Topic::Providers);
}
void CommandHandler::testProvider(const ProviderDraft &draft, Reply<domain::ConnectionReport> done)
{
    m_providers.test(draft, std::move(done));
}
Result<void> CommandHandler::saveRoutes(const QList<domain::Route> &routes)
{
    return told(m_routes.saveRoutes(routes), Topics(Topic::Providers) | Topic::Settings);
}
Result<void> CommandHandler::savePrices(const QList<domain::Price> &prices)
{
    return told(m_routes.savePrices(prices), Topics(Topic::Providers) | Topic::Settings);
}
Result<void> CommandHandler::removePrices(domain::ProviderId provider)
{
    return told(m_routes.removePrices(provider), Topics(Topic::Providers) | Topic::Settings);
}
Result<void> CommandHandler::removePrices(const QList<domain::Price> &prices)
{
    return told(m_routes.removePrices(prices), Topics(Topic::Providers) | Topic::Settings);
}
void CommandHandler::readProviderLists(domain::ProviderId id, Reply<void> done)
{
    m_providers.whenReady([this, id, done = std::move(done)] { m_engine.sync().readNow(id, done); });
}

QList<domain::ConfigProblem> CommandHandler::providerProblems(const ProviderDraft &draft)
{
    return m_providers.problems(draft);
}
Result<void> CommandHandler::saveWebhooks(const WebhookSettings &settings)
{
    return told(m_settings.saveWebhooks(settings), Topic::Settings);
}

Result<void> CommandHandler::saveLimits(const SendingLimits &limits)
{
    return told(m_settings.saveLimits(limits), Topic::Settings);
}

Result<void> CommandHandler::saveWorkspace(const QString &name, const QString &country, const QString &timeZone,
                                           const QString &currency)
{
    return told(m_settings.saveWorkspace(name, country, timeZone, currency), Topic::Settings);
}

Result<void> CommandHandler::setPaused(bool paused) { return m_engine.setPaused(paused); }
Result<void> CommandHandler::backup(const QString &path)
{
    if (isRehearsalPath(m_context.connection.path())) // it would be taken for one of the workspace
        return domain::fail(domain::ErrorCode::Conflict, u"a rehearsal is on: end it first"_s);
    return m_context.connection.backupTo(path);
}

Result<void> CommandHandler::fillDemo(domain::ProviderId provider)
{
    const auto settings = storage::readWorkspaceSettings(m_context.connection);
    if (!settings)
        return tl::unexpected(settings.error());
    if (!settings->isDemo)
        return domain::fail(domain::ErrorCode::Conflict, u"only a demo workspace is filled with made-up people"_s);
    return told(engine::fillDemo(m_context.connection, m_context.vault, provider, m_context.now(), settings->timeZone),
                Topics(Topic::Contacts) | Topic::Segments | Topic::Templates | Topic::Campaigns | Topic::Messages |
                    Topic::Settings);
}

} // namespace engine

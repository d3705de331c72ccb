#include "gui/campaigns/campaignwizard.h"

#include "engine/client/client.h"
#include "gui/campaigns/audiencestep.h"
#include "gui/campaigns/campaignwords.h"
#include "gui/campaigns/contentstep.h"
#include "gui/campaigns/reviewstep.h"
#include "gui/campaigns/schedulestep.h"
#include "gui/kit/errortext.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int previewPeople = 20;
}

CampaignWizard::CampaignWizard(const PageContext &context, const domain::Campaign &draft, QWidget *parent)
    : Wizard(draft.id.isValid() ? tr("Edit campaign") : tr("New campaign"), parent), m_context(context), m_draft(draft),
      m_audience(new AudienceStep), m_content(new ContentStep),
      m_schedule(new ScheduleStep([context] { return context.now(); })), m_review(new ReviewStep),
      m_save(addFootButton(tr("Save as draft")))
{
    setObjectName(u"campaignWizard"_s);
    m_save->setObjectName(u"saveDraft"_s);
    addPage(m_audience);
    addPage(m_content);
    addPage(m_schedule);
    addPage(m_review);
    m_audience->showCampaign(draft);
    m_content->showCampaign(draft);
    m_schedule->showCampaign(draft);
    m_save->setEnabled(!draft.name.isEmpty());
    connect(m_audience, &AudienceStep::audienceChanged, this, &CampaignWizard::fetchPeople);
    connect(m_audience, &WizardPage::edited, this, [this] { m_save->setEnabled(!campaign().name.isEmpty()); });
    connect(m_content, &ContentStep::previewWanted, this, &CampaignWizard::fetchPreview);
    connect(m_content, &WizardPage::edited, this, [this] { m_schedule->showLimits(m_limits, m_content->category()); });
    connect(m_review, &ReviewStep::reviewWanted, this, &CampaignWizard::fetchReview);
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(this, &Wizard::finishWanted, this, [this] { save(true); });
    setFinish(tr("Send"));
    if (m_context.client)
        fetchChoices();
}

domain::Campaign CampaignWizard::campaign() const
{
    domain::Campaign entered = m_draft;
    m_audience->apply(entered);
    m_content->apply(entered);
    m_schedule->apply(entered);
    return entered;
}

bool CampaignWizard::hasWork() const
{
    const domain::Campaign entered = campaign();
    return entered.name != m_draft.name || entered.templateId != m_draft.templateId ||
           entered.segmentId != m_draft.segmentId || entered.startAt != m_draft.startAt ||
           entered.expiresAt != m_draft.expiresAt || entered.pacePerMinute != m_draft.pacePerMinute;
}

void CampaignWizard::showWorkspace(const engine::WorkspaceInfo &workspace)
{
    if (const QTimeZone zone(workspace.timeZone.toUtf8()); zone.isValid())
        m_zone = zone;
    m_schedule->setZone(m_zone);
    m_content->showSender(workspace.name);
    m_review->showSender(workspace.name);
    m_audience->showCount({}, workspace.contacts);
}

void CampaignWizard::showLimits(const engine::SendingLimits &limits)
{
    m_limits = limits;
    m_schedule->showLimits(limits, m_content->category());
}

void CampaignWizard::showReview(const engine::CampaignReview &review)
{
    m_review->showReview(review, m_context.now(), m_zone);
    setFinish(review.recipients > 0 ? launchText(review.recipients) : tr("Send"));
}

void CampaignWizard::failed(const domain::Error &error)
{
    setBusy(false);
    if (current() == 3)
        m_review->showProblem(sentenceFor(error));
    else if (m_context.shell)
        m_context.shell->showError(error);
}

void CampaignWizard::fetchChoices()
{
    engine::EngineClient &client = *m_context.client;
    client.ask([](engine::Queries &queries) { return queries.workspace(); }, this,
               [this](const domain::Result<engine::WorkspaceInfo> &answer) {
                   if (answer)
                       showWorkspace(*answer);
               });
    client.command(
        [](engine::Commands &commands) -> domain::Result<QList<domain::ProviderKind>> {
            return commands.providerKinds();
        },
        this,
        [this](const domain::Result<QList<domain::ProviderKind>> &answer) {
            if (answer)
                m_review->showKinds(*answer);
        });
    client.ask([](engine::Queries &queries) { return queries.limits(); }, this,
               [this](const domain::Result<engine::SendingLimits> &answer) {
                   if (answer)
                       showLimits(*answer);
               });
    client.ask([](engine::Queries &queries) { return queries.templates(); }, this,
               [this](const domain::Result<QList<engine::TemplateRow>> &answer) {
                   if (!answer)
                       return failed(answer.error());
                   m_content->showTemplates(*answer);
                   fetchPreview();
               });
    client.ask([](engine::Queries &queries) { return queries.segments(); }, this,
               [this](const domain::Result<QList<engine::SegmentRow>> &answer) {
                   if (!answer)
                       return failed(answer.error());
                   m_audience->showSegments(*answer);
                   fetchPeople();
                   for (const engine::SegmentRow &segment : *answer)
                       m_context.client->ask(
                           [condition = segment.condition](engine::Queries &queries) {
                               engine::ContactQuery query;
                               query.condition = condition;
                               return queries.contactCount(query);
                           },
                           this,
                           [this, id = segment.id](const domain::Result<qint64> &count) {
                               if (count)
                                   m_audience->showCount(id, *count);
                           });
               });
}

void CampaignWizard::fetchPeople()
{
    if (!m_context.client)
        return;
    engine::ContactQuery query;
    query.condition = m_audience->condition();
    m_context.client->ask([query](engine::Queries &queries) { return queries.contacts(query, {}, previewPeople); },
                          this,
                          [this](const domain::Result<engine::Page<engine::ContactRow>> &people) {
                              if (people)
                                  m_content->showPeople(people->rows);
                          });
}

void CampaignWizard::fetchPreview()
{
    const domain::TemplateId id = m_content->templateId();
    const domain::ContactId person = m_content->person();
    if (!m_context.client || !id.isValid() || !person.isValid())
        return;
    m_context.client->ask(
        [id, person](engine::Queries &queries) -> domain::Result<QString> {
            const auto record = queries.templateRecord(id);
            if (!record)
                return tl::unexpected(record.error());
            return queries.render(*record, {}, person);
        },
        this,
        [this, id, person](const domain::Result<QString> &text) {
            if (m_content->templateId() != id || m_content->person() != person)
                return; // another one was chosen meanwhile
            if (text)
                m_content->showRendered(*text);
            else
                m_content->showRendered({}, sentenceFor(text.error()));
        });
}

void CampaignWizard::fetchReview()
{
    if (!m_context.client)
        return;
    m_review->showWaiting();
    const quint64 question = ++m_question;
    m_context.client->ask([wanted = campaign()](engine::Queries &queries) { return queries.review(wanted); }, this,
                          [this, question](const domain::Result<engine::CampaignReview> &review) {
                              if (question != m_question)
                                  return;
                              if (review)
                                  showReview(*review);
                              else
                                  m_review->showProblem(sentenceFor(review.error()));
                          });
}

void CampaignWizard::save(bool thenLaunch)
{
    if (!m_context.client)
        return;
    setBusy(true);
    m_context.client->command(
        [wanted = campaign()](engine::Commands &commands) { return commands.saveCampaign(wanted); }, this,
        [this, thenLaunch](const domain::Result<domain::CampaignId> &id) {
            if (!id)
                return failed(id.error());
            m_draft = campaign();
            m_draft.id = *id; // a second try changes this draft and makes no other
            if (thenLaunch)
                return launch(*id);
            Q_EMIT saved(*id);
            accept();
        });
}

void CampaignWizard::launch(domain::CampaignId id)
{
    m_context.client->command([id](engine::Commands &commands) { return commands.launchCampaign(id); }, this,
                              [this, id](const domain::Result<void> &done) {
                                  if (!done)
                                      return failed(done.error());
                                  Q_EMIT launched(id, m_review->review() ? m_review->review()->recipients : 0);
                                  accept();
                              });
}

} // namespace gui

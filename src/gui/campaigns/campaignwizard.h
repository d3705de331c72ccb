#pragma once

#include "gui/frame/page.h"
#include "gui/kit/wizard.h"

#include "engine/client/models.h"

#include <QTimeZone>

namespace gui {

class AudienceStep;
class ContentStep;
class ReviewStep;
class ScheduleStep;

/// From an audience to a launched campaign, or to a draft: Audience, Content, Schedule and pace, Review. Reopens
/// drafts. Asks the engine for what its steps show; works from fed values where there is none. GUI thread.
class CampaignWizard : public Wizard
{
    Q_OBJECT

public:
    CampaignWizard(const PageContext &context, const domain::Campaign &draft, QWidget *parent = nullptr);

    void showWorkspace(const engine::WorkspaceInfo &workspace);
    void showLimits(const engine::SendingLimits &limits);
    void showReview(const engine::CampaignReview &review);
    [[nodiscard]] AudienceStep &audience() { return *m_audience; }
    [[nodiscard]] ContentStep &content() { return *m_content; }
    [[nodiscard]] ScheduleStep &schedule() { return *m_schedule; }
    [[nodiscard]] ReviewStep &review() { return *m_review; }
    /// The campaign as it is entered.
    [[nodiscard]] domain::Campaign campaign() const;

Q_SIGNALS:
    void saved(domain::CampaignId draft);
    void launched(domain::CampaignId id, qint64 recipients);

protected:
    [[nodiscard]] bool hasWork() const override;

private:
    void fetchChoices();
    void fetchPeople();
    void fetchPreview();
    void fetchReview();
    void save(bool launch);
    void launch(domain::CampaignId id);
    void failed(const domain::Error &error);

    PageContext m_context;
    domain::Campaign m_draft;
    QTimeZone m_zone = QTimeZone::utc();
    engine::SendingLimits m_limits;
    AudienceStep *m_audience;
    ContentStep *m_content;
    ScheduleStep *m_schedule;
    ReviewStep *m_review;
    QPushButton *m_save;
    quint64 m_question = 0; ///< of the review; an answer to an older one is dropped
};

} // namespace gui

#pragma once

#include "domain/provider/kind.h"
#include "engine/client/models.h"
#include "gui/kit/wizard.h"

#include <QTimeZone>

class QGridLayout;

namespace gui {

class Card;
class PhonePicture;

/// What launching would do: the one sentence, who is left out and why, the price by provider and country, some texts
/// as they would leave, and what stands in the way. GUI thread.
class ReviewStep : public WizardPage
{
    Q_OBJECT

public:
    explicit ReviewStep(QWidget *parent = nullptr);

    void showSender(const QString &name);
    /// What accounts of each kind do outside WhatsApp's window; without it nothing is said of that.
    void showKinds(const QList<domain::ProviderKind> &kinds);
    void showWaiting();
    void showReview(const engine::CampaignReview &review, domain::Instant now, const QTimeZone &zone);
    /// A failure in words, in place of the review.
    void showProblem(const QString &words);

    [[nodiscard]] const std::optional<engine::CampaignReview> &review() const { return m_review; }
    [[nodiscard]] bool isValid() const override;
    void entered() override;
    [[nodiscard]] QList<QPair<QString, QString>> summary() const override;

Q_SIGNALS:
    void reviewWanted();

private:
    void showWindow();
    void showFigures();
    void showSample();
    void fill(Card *card, const QList<QStringList> &rows);

    std::optional<engine::CampaignReview> m_review;
    QLabel *m_sentence;
    QLabel *m_zone; ///< whose clock the sentence means, where it is not this computer's
    QFrame *m_problem;
    QLabel *m_problemText;
    QFrame *m_window;
    QLabel *m_windowText;
    QList<domain::ProviderKind> m_kinds;
    QFrame *m_quiet;
    QLabel *m_quietText;
    QWidget *m_details;
    Card *m_leftOut;
    Card *m_parts;
    PhonePicture *m_phone;
    QLabel *m_place;
    QPushButton *m_previous;
    QPushButton *m_following;
    QLabel *m_note;
    int m_at = 0;
};

} // namespace gui

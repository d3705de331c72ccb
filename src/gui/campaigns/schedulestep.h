#pragma once

#include "engine/client/models.h"
#include "gui/kit/wizard.h"

#include <QTimeZone>

class QCheckBox;
class QDateTimeEdit;
class QRadioButton;
class QSpinBox;

namespace gui {

class Field;

/// When the campaign starts, how fast it goes and when it stops. Times are those of the workspace's zone. GUI thread.
class ScheduleStep : public WizardPage
{
    Q_OBJECT

public:
    /// `now` is asked for each check.
    explicit ScheduleStep(std::function<domain::Instant()> now, QWidget *parent = nullptr);

    void setZone(const QTimeZone &zone);
    void showCampaign(const domain::Campaign &campaign);
    /// What the quiet hours mean for messages of this category.
    void showLimits(const engine::SendingLimits &limits, domain::Category category);

    void apply(domain::Campaign &campaign) const;
    [[nodiscard]] std::optional<domain::Instant> startAt() const; ///< empty: at launch
    [[nodiscard]] QString problem() const;                        ///< why it does not fit, in words
    [[nodiscard]] bool isValid() const override { return problem().isEmpty(); }
    [[nodiscard]] QList<QPair<QString, QString>> summary() const override;

private:
    void changed();
    [[nodiscard]] domain::Instant instantOf(const QDateTimeEdit &edit) const;
    void showIn(QDateTimeEdit &edit, domain::Instant at) const;

    std::function<domain::Instant()> m_now;
    QTimeZone m_zone = QTimeZone::utc();
    QRadioButton *m_atOnce;
    QRadioButton *m_later;
    QDateTimeEdit *m_start;
    Field *m_startField;
    QSpinBox *m_pace;
    QCheckBox *m_expires;
    QDateTimeEdit *m_end;
    Field *m_endField;
    QLabel *m_quiet;
    bool m_filling = false;
};

} // namespace gui

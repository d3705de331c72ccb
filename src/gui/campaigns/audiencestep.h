#pragma once

#include "engine/client/models.h"
#include "gui/kit/wizard.h"

class QLineEdit;

namespace gui {

class ChoiceList;
class Field;

/// Name of the campaign and who gets it: everybody, or a segment. GUI thread.
class AudienceStep : public WizardPage
{
    Q_OBJECT

public:
    explicit AudienceStep(QWidget *parent = nullptr);

    void showCampaign(const domain::Campaign &campaign);
    void showSegments(const QList<engine::SegmentRow> &segments);
    /// How many contacts fit; the invalid id: everybody.
    void showCount(domain::SegmentId segment, qint64 contacts);

    void apply(domain::Campaign &campaign) const;
    [[nodiscard]] domain::SegmentId segment() const;
    /// The chosen segment's condition (JSON); empty: everybody.
    [[nodiscard]] QString condition() const;

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QList<QPair<QString, QString>> summary() const override;

Q_SIGNALS:
    void audienceChanged();

private:
    void fill();
    [[nodiscard]] QString audienceName() const;

    QLineEdit *m_name;
    Field *m_nameField;
    ChoiceList *m_list;
    QList<engine::SegmentRow> m_segments;
    QHash<domain::SegmentId, qint64> m_counts;
    domain::SegmentId m_chosen;
    bool m_filling = false;
};

} // namespace gui

#pragma once

#include "engine/client/models.h"
#include "gui/kit/wizard.h"

namespace gui {

class ChoiceList;
class ElidedLabel;
class PhonePicture;

/// Which template is sent, with its text as one of the audience would read it. GUI thread.
class ContentStep : public WizardPage
{
    Q_OBJECT

public:
    explicit ContentStep(QWidget *parent = nullptr);

    void showCampaign(const domain::Campaign &campaign);
    void showTemplates(const QList<engine::TemplateRow> &templates); ///< only those in use are offered
    void showSender(const QString &name);
    /// People of the audience to preview with.
    void showPeople(const QList<engine::ContactRow> &people);
    /// The chosen template's text for the person that is looked at, or why there is none.
    void showRendered(const QString &text, const QString &problem = {});

    void apply(domain::Campaign &campaign) const;
    [[nodiscard]] domain::TemplateId templateId() const { return m_chosen; }
    [[nodiscard]] domain::ContactId person() const;
    [[nodiscard]] domain::Category category() const;

    [[nodiscard]] bool isValid() const override { return row() != nullptr; }
    [[nodiscard]] QList<QPair<QString, QString>> summary() const override;

Q_SIGNALS:
    /// Another template or another person: the text is wanted.
    void previewWanted();

private:
    [[nodiscard]] const engine::TemplateRow *row() const;
    void step(int by);
    void fill();
    void showPerson();

    ChoiceList *m_list;
    PhonePicture *m_phone;
    ElidedLabel *m_person;
    QLabel *m_size;
    QPushButton *m_previous;
    QPushButton *m_another;
    QList<engine::TemplateRow> m_templates;
    QList<engine::ContactRow> m_people;
    domain::TemplateId m_chosen;
    int m_at = 0;
    int m_segments = 0;
    bool m_filling = false;
};

} // namespace gui

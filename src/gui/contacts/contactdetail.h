#pragma once

#include "domain/contact/contact.h"
#include "engine/client/models.h"
#include "gui/kit/detailpanel.h"

class QPushButton;

namespace gui {

class ConsentRows;
class Timeline;

/// The panel with one contact: what is known, their consent, and everything that happened with them. GUI thread.
class ContactDetail : public DetailPanel
{
    Q_OBJECT

public:
    explicit ContactDetail(QWidget *parent = nullptr);

    void showContact(const domain::Contact &contact, const QString &currency, domain::Instant now);
    void showOptOuts(const QList<engine::OptOut> &optOuts, domain::Instant now);
    /// The newest entries, or with `append` the following ones; `more`: there are older ones.
    void showTimeline(const QList<engine::TimelineEntry> &entries, bool more, bool append, domain::Instant now);

    [[nodiscard]] const domain::Contact &contact() const { return m_contact; }
    /// The address of the channel as people read it; empty if there is none.
    [[nodiscard]] QString addressText(domain::Channel channel) const;

Q_SIGNALS:
    void editWanted();
    void removeWanted();
    void messagesWanted();
    void consentChangeWanted(domain::Channel channel, bool optOut);
    void messageWanted(qint64 messageId);
    void moreWanted();

private:
    void showFacts(const QString &currency, domain::Instant now);
    void addAddressFact(const QString &name, domain::Channel channel);

    domain::Contact m_contact;
    QList<engine::TimelineEntry> m_entries;
    StatePill *m_quietPill;
    QWidget *m_consentHead;
    ConsentRows *m_consent;
    QLabel *m_noStory;
    Timeline *m_timeline;
    QPushButton *m_more;
};

} // namespace gui

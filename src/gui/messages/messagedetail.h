#pragma once

#include "engine/client/models.h"
#include "gui/kit/detailpanel.h"

class QFrame;
class QLabel;
class QPushButton;

namespace gui {

class Timeline;

/// The panel with one message's whole story and what can be done about it. GUI thread.
class MessageDetail : public DetailPanel
{
    Q_OBJECT

public:
    explicit MessageDetail(QWidget *parent = nullptr);

    void showStory(const engine::MessageStory &story, domain::Instant now);
    [[nodiscard]] domain::MessageId id() const { return m_story.row.id; }

Q_SIGNALS:
    void contactWanted(domain::ContactId id);
    void cancelWanted(domain::MessageId id);
    /// A person settles a doubt.
    void wasSentWanted(domain::MessageId id);
    void sendAgainWanted(domain::MessageId id);
    void giveUpWanted(domain::MessageId id);

private:
    void showFacts(domain::Instant now);

    engine::MessageStory m_story;
    QPushButton *m_contact;
    QPushButton *m_cancel;
    QFrame *m_doubt;
    QLabel *m_doubtText;
    QFrame *m_bubble;
    QLabel *m_body;
    Timeline *m_timeline;
};

} // namespace gui

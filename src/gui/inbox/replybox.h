#pragma once

#include "engine/client/commands.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace gui {

/// Where an answer is written: keeps the draft of each conversation, counts segments as one types, and says why there
/// can be no answer. Ctrl+Enter sends. GUI thread.
class ReplyBox : public QFrame
{
    Q_OBJECT

public:
    explicit ReplyBox(QWidget *parent = nullptr);

    /// Puts the draft of the conversation in place of that of the one before.
    void setConversation(domain::ConversationId id, domain::Channel channel);
    void setWay(const engine::ReplyWay &way, domain::Instant now);
    /// The answer to replyWanted. Sent: the draft of that conversation goes.
    void setSent(domain::ConversationId id);
    void setFailed(domain::ConversationId id, const QString &words);

Q_SIGNALS:
    void replyWanted(const engine::ConversationReply &reply);
    void providersWanted();

private:
    struct Draft
    {
        QString body;
        QString subject;
        qint64 number = 0; ///< of this text, whatever becomes of the sending
    };

    void build();
    void keep();
    void check();
    void send();
    [[nodiscard]] QString facts() const;

    QFrame *m_notice;
    QLabel *m_why;
    QPushButton *m_providers;
    QLineEdit *m_subject;
    QPlainTextEdit *m_text;
    QLabel *m_facts;
    QLabel *m_route;
    QLabel *m_problem;
    QPushButton *m_send;
    QHash<qint64, Draft> m_drafts; ///< by conversation
    domain::ConversationId m_conversation;
    domain::Channel m_channel = domain::Channel::Sms;
    engine::ReplyWay m_way;
    bool m_isKnown = false;           ///< whether it can be answered
    domain::ConversationId m_sending; ///< invalid: nothing is on its way to the engine
};

} // namespace gui

#pragma once

#include "simulator/webhooks.h"

#include <functional>

namespace simulator {

/// The control interface below /_sim/ (server.h lists it), for tests and a window. Lives in the server's thread.
class Control
{
public:
    /// `faultsChanged` is called after every change of the faults.
    Control(World &world, Webhooks &webhooks, std::function<void()> faultsChanged, std::function<quint16()> mailPort);

    void answer(const Question &question, Reply &reply);

private:
    void phones(const Question &question, Reply &reply) const;
    void setPhone(const Question &question, Reply &reply);
    void messages(const Question &question, Reply &reply) const;
    void phoneReplies(const Question &question, Reply &reply);
    void setWebhook(const Question &question, Reply &reply);
    void webhook(Reply &reply) const;

    World &m_world;
    Webhooks &m_webhooks;
    std::function<void()> m_faultsChanged;
    std::function<quint16()> m_mailPort;
};

} // namespace simulator

#pragma once

#include "simulator/reply.h"
#include "simulator/world.h"

#include <string_view>

namespace simulator {

struct Question
{
    std::string_view method;
    std::string_view path;  ///< without the query
    std::string_view query; ///< as it came
    std::string_view authorization;
    std::string_view body;
};

/// Twilio's REST interface over a World (twilio.md): messages, account and balance. Fills a Reply that keeps its
/// buffers, so that a send allocates next to nothing. Lives in the server's thread.
class TwilioApi
{
public:
    TwilioApi(World &world, std::vector<Account> accounts);

    void answer(const Question &question, Reply &reply);

private:
    [[nodiscard]] bool knows(std::string_view sid, std::string_view authorization);
    void send(quint16 account, const Question &question, Reply &reply);
    void list(quint16 account, const Question &question, Reply &reply);
    void one(quint16 account, std::string_view sid, Reply &reply) const;
    void balance(quint16 account, Reply &reply) const;
    void accountItself(quint16 account, Reply &reply) const;
    /// Whether a fault decided the reply, before anything was accepted.
    [[nodiscard]] bool failsBefore(Reply &reply);
    void failAfter(Reply &reply);

    World &m_world;
    std::vector<Account> m_accounts;
    std::string m_knownAuthorization; ///< the header last found good, and for which account
    std::string m_knownSid;
    struct Fields
    {
        std::string to, from, service, body, validity;
    } m_fields; ///< kept for their capacity
};

/// {"code":…,"message":…} with that HTTP status.
void setError(Reply &reply, int status, int code, std::string_view message);

} // namespace simulator

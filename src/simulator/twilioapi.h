#pragma once

#include "simulator/dialect.h"

#include <string_view>

namespace simulator {

/// Twilio's REST interface over a World (twilio.md): messages, account and balance. Also answers without the prefix.
class TwilioApi : public Dialect
{
public:
    TwilioApi(World &world, std::vector<Account> accounts);

    [[nodiscard]] std::string_view name() const override { return "twilio"; }
    [[nodiscard]] bool isSend(const Question &question) const override { return question.method == "POST"; }
    void answer(const Question &question, Reply &reply) override;
    void setTrouble(Reply &reply, Trouble trouble) const override;
    [[nodiscard]] std::vector<Hook> hooks(RowIndex index, domain::Instant at, const HookTarget &target) const override;

private:
    [[nodiscard]] bool knows(std::string_view sid, std::string_view authorization);
    void send(quint16 account, const Question &question, Reply &reply);
    void list(quint16 account, const Question &question, Reply &reply);
    void one(quint16 account, std::string_view sid, Reply &reply) const;
    void balance(quint16 account, Reply &reply) const;
    void accountItself(quint16 account, Reply &reply) const;

    std::vector<Account> m_accounts;
    std::string m_knownAuthorization; ///< the header last found good, and for which account
    std::string m_knownSid;
    struct Fields
    {
        std::string to, from, service, body, validity, content, variables, callback;
    } m_fields; ///< kept for their capacity
};

/// {"code":…,"message":…} with that HTTP status.
void setError(Reply &reply, int status, int code, std::string_view message);

} // namespace simulator

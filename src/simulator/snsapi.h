#pragma once

#include "simulator/dialect.h"

#include <vector>

namespace simulator {

/// Amazon SNS's query interface over a World (sns.md): publish, the list of opt-outs, the account's SMS settings. An
/// account is its access key id; where accounts are given their secret has to have signed the request, else every
/// well-formed signature is taken. Whoever has opted out gets nothing though the publish is accepted, as there. Its
/// webhooks are the delivery log's records as a stream of Amazon Data Firehose posts them, the secret its access key.
class SnsApi : public Dialect
{
public:
    SnsApi(World &world, std::vector<Account> accounts);

    [[nodiscard]] std::string_view name() const override { return "sns"; }
    [[nodiscard]] bool isSend(const Question &question) const override;
    void answer(const Question &question, Reply &reply) override;
    void setTrouble(Reply &reply, Trouble trouble) const override;
    [[nodiscard]] std::vector<Hook> hooks(RowIndex index, domain::Instant at, const HookTarget &target) const override;

private:
    /// Says what is wrong with the signature in `reply` and returns false; else fills m_keyId.
    [[nodiscard]] bool isSigned(const Question &question, Reply &reply);
    void publish(Reply &reply);
    void listOptedOut(Reply &reply) const;
    void checkOptedOut(Reply &reply) const;
    void optIn(Reply &reply);

    [[nodiscard]] std::string_view field(std::string_view name) const;
    /// Of the message attribute of that name; empty if absent.
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
    /// Under which an account's opt-outs stand, whatever the sender.
    [[nodiscard]] std::string listName() const { return "sns:" + m_keyId; }
    [[nodiscard]] std::string messageIdOf(RowIndex row) const;
    [[nodiscard]] bool isOptedOut(quint64 number) const;

    std::vector<Account> m_accounts;
    std::string m_keyId;
    std::vector<std::pair<std::string, std::string>> m_fields; ///< of the request in hand, decoded
};

} // namespace simulator

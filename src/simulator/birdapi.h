#pragma once

#include "simulator/carrierdialect.h"

#include <unordered_map>

namespace simulator {

/// Bird's interface over a World (messagebird.md, B): messages with idempotency keys, their list, suppressions, events.
class BirdApi final : public CarrierDialect
{
public:
    BirdApi(World &world, std::vector<Account> accounts) : CarrierDialect(world, std::move(accounts)) {}

    [[nodiscard]] std::string_view name() const override { return "bird"; }
    [[nodiscard]] bool isSend(const Question &question) const override { return question.method == "POST"; }
    void answer(const Question &question, Reply &reply) override;
    void setTrouble(Reply &reply, Trouble trouble) const override;
    [[nodiscard]] std::vector<Hook> hooks(RowIndex index, domain::Instant at, const HookTarget &target) const override;

private:
    void send(quint16 account, const Question &question, Reply &reply);
    void list(quint16 account, const Question &question, Reply &reply) const;
    void suppressions(quint16 account, const Question &question, Reply &reply) const;
    [[nodiscard]] QJsonObject message(RowIndex index, domain::Instant at) const;
    [[nodiscard]] QString idOf(RowIndex index) const;
    [[nodiscard]] RowIndex rowOf(std::string_view id) const;

    struct Sent
    {
        quint64 run = 0; ///< of the store: keys of before a reset are forgotten
        RowIndex row = 0;
        size_t content = 0;
    };
    std::unordered_map<std::string, Sent> m_sent; ///< by idempotency key
};

} // namespace simulator

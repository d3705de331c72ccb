#pragma once

#include "simulator/carrierdialect.h"

namespace simulator {

/// MessageBird's older interface over a World (messagebird.md, A): messages, their list, the balance, status reports.
class MessageBirdApi final : public CarrierDialect
{
public:
    MessageBirdApi(World &world, std::vector<Account> accounts) : CarrierDialect(world, std::move(accounts)) {}

    [[nodiscard]] std::string_view name() const override { return "messagebird"; }
    [[nodiscard]] bool isSend(const Question &question) const override { return question.method == "POST"; }
    void answer(const Question &question, Reply &reply) override;
    void setTrouble(Reply &reply, Trouble trouble) const override;
    [[nodiscard]] std::vector<Hook> hooks(RowIndex index, domain::Instant at, const HookTarget &target) const override;

private:
    void send(quint16 account, const Question &question, Reply &reply);
    void list(quint16 account, const Question &question, Reply &reply) const;
    [[nodiscard]] QJsonObject message(RowIndex index, domain::Instant at) const;
};

} // namespace simulator

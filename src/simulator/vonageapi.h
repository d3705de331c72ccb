#pragma once

#include "simulator/carrierdialect.h"

namespace simulator {

/// Vonage's SMS API with its balance and the Reports API over a World (vonage.md). Every part of a message has an id,
/// a record and a receipt of its own; all of them share the message's fate.
class VonageApi final : public CarrierDialect
{
public:
    VonageApi(World &world, std::vector<Account> accounts) : CarrierDialect(world, std::move(accounts)) {}

    [[nodiscard]] std::string_view name() const override { return "vonage"; }
    [[nodiscard]] bool isSend(const Question &question) const override { return question.method == "POST"; }
    void answer(const Question &question, Reply &reply) override;
    void setTrouble(Reply &reply, Trouble trouble) const override;
    [[nodiscard]] std::vector<Hook> hooks(RowIndex index, domain::Instant at, const HookTarget &target) const override;

private:
    void send(const Question &question, Reply &reply);
    void records(const Question &question, Reply &reply) const;
    [[nodiscard]] bool knows(std::string_view key, std::string_view secret) const;
    [[nodiscard]] quint16 accountOfKey(std::string_view key) const { return accountOf(key); }
    [[nodiscard]] QJsonObject record(RowIndex index, int part, domain::Instant at, bool withText) const;
    [[nodiscard]] QString idOf(RowIndex index, int part) const;
};

} // namespace simulator

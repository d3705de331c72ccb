#pragma once

#include "simulator/dialect.h"

#include <unordered_map>

namespace simulator {

/// FlashChat as flashchat.md describes it, in both guesses: the product's own paths (/send/sms with a form, answers
/// with a status in the body) and those of its app (/send-sms with JSON and a bearer token). WhatsApp messages are
/// kept as sent by "whatsapp:<account>", SMS as sent by "sim<n>". The secret "wrong" is refused; a text with braces
/// is taken for spintax, as there.
class FlashChatApi : public Dialect
{
public:
    explicit FlashChatApi(World &world) : Dialect(world) {}

    [[nodiscard]] std::string_view name() const override { return "flashchat"; }
    [[nodiscard]] bool isSend(const Question &question) const override { return question.path.starts_with("/send"); }
    void answer(const Question &question, Reply &reply) override;
    void setTrouble(Reply &reply, Trouble trouble) const override;
    [[nodiscard]] std::vector<Hook> hooks(RowIndex index, domain::Instant at, const HookTarget &target) const override;

private:
    using Parameters = std::unordered_map<std::string, std::string>;
    void send(const Question &question, const Parameters &parameters, bool isApp, Reply &reply);
    void list(std::string_view name, const Parameters &parameters, Reply &reply) const;

    std::string m_code; ///< of the last one-time code sent
    domain::Instant m_codeUntil{};
};

} // namespace simulator

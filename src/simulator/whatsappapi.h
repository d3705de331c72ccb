#pragma once

#include "simulator/dialect.h"

#include <QJsonObject>

#include <vector>

namespace simulator {

/// Meta's Cloud API for WhatsApp over a World (whatsapp_cloud.md): messages, the number, the templates. Who has not
/// written to the number within 24 hours gets approved templates alone. An account is a phone-number id with its access
/// token; where none are given every token is taken. Of its templates order_shipped, hello_world and
/// appointment_reminder are approved; spring_offer is paused, winter_offer rejected.
class WhatsAppApi : public Dialect
{
public:
    WhatsAppApi(World &world, std::vector<Account> accounts);

    [[nodiscard]] std::string_view name() const override { return "whatsapp_cloud"; }
    [[nodiscard]] bool isSend(const Question &question) const override { return question.method == "POST"; }
    void answer(const Question &question, Reply &reply) override;
    void setTrouble(Reply &reply, Trouble trouble) const override;

    [[nodiscard]] std::vector<Hook> hooks(RowIndex index, domain::Instant at, const HookTarget &target) const override;
    [[nodiscard]] std::optional<Handshake> handshake(const HookTarget &target) const override;

    /// The id a message has at Meta.
    [[nodiscard]] static std::string wamidOf(const World &world, RowIndex row);

private:
    [[nodiscard]] bool knows(std::string_view authorization) const;
    void send(std::string_view phoneNumberId, const Question &question, Reply &reply);
    void templates(const Question &question, Reply &reply) const;
    /// The text a person sees; empty with the refusal in `reply` where the message cannot be sent.
    [[nodiscard]] std::string textOf(const QJsonObject &message, std::string_view phoneNumberId, quint64 to,
                                     Reply &reply) const;
    [[nodiscard]] bool isWindowOpen(std::string_view phoneNumberId, quint64 to) const;

    [[nodiscard]] quint16 accountOf(std::string_view phoneNumberId) const;

    std::vector<Account> m_accounts;
};

} // namespace simulator

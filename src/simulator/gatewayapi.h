#pragma once

#include "simulator/dialect.h"

#include <unordered_map>

namespace simulator {

/// A gateway like the many that exist: takes a send with its parameters in the query, a form or JSON, under the usual
/// names, and answers in JSON, plain text or XML as the path says: /http/send, /http/text/send, /http/xml/send. Then
/// /http/messages/ID, /http/messages?client_id=…, /http/messages?page=N and /http/balance, all in JSON. The token or
/// password "wrong" is refused.
class GatewayApi : public Dialect
{
public:
    explicit GatewayApi(World &world) : Dialect(world) {}

    [[nodiscard]] std::string_view name() const override { return "http"; }
    [[nodiscard]] bool isSend(const Question &question) const override { return question.path.ends_with("/send"); }
    void answer(const Question &question, Reply &reply) override;
    void setTrouble(Reply &reply, Trouble trouble) const override;

private:
    void send(const Question &question, Reply &reply);
    void list(const Question &question, Reply &reply) const;

    std::unordered_map<std::string, RowIndex> m_references; ///< by the sender's own name for a message
};

/// Names and values of a request, wherever they stand: query, form, or a flat JSON object.
[[nodiscard]] std::unordered_map<std::string, std::string> parametersOf(const Question &question);
/// "+4420…", "4420…" and "004420…" alike; empty for anything else.
[[nodiscard]] std::optional<quint64> looseNumber(std::string_view text);

} // namespace simulator

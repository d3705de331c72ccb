#pragma once

#include "simulator/hook.h"
#include "simulator/reply.h"
#include "simulator/world.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace simulator {

struct Question
{
    std::string_view method;
    std::string_view path;  ///< without the query, and without the dialect's own prefix
    std::string_view query; ///< as it came
    std::string_view authorization;
    std::string_view body;
    /// The value of any header by its name; empty if absent.
    std::function<std::string_view(std::string_view name)> header;
    std::string_view target; ///< as it came, with prefix and query: what signatures are made over
};

/// One provider's interface over the World, reached under "/<name>/…". Fills a Reply that keeps its buffers, so that a
/// send allocates next to nothing. Lives in the server's thread.
class Dialect
{
public:
    explicit Dialect(World &world) : m_world(world) {}
    virtual ~Dialect() = default;
    Dialect(const Dialect &) = delete;
    Dialect &operator=(const Dialect &) = delete;

    /// The kind's key, as in ProviderKind: "twilio".
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Whether it is a send, which counts as in flight and which faults meet without `questions`.
    [[nodiscard]] virtual bool isSend(const Question &question) const = 0;
    virtual void answer(const Question &question, Reply &reply) = 0;

    enum class Trouble { TooManyInFlight, TooMany, Server };
    /// Says so in this provider's words.
    virtual void setTrouble(Reply &reply, Trouble trouble) const = 0;

    /// The webhooks this provider sends when a row comes to what it is at `at`: none for a dialect without any.
    [[nodiscard]] virtual std::vector<Hook> hooks(RowIndex /*index*/, domain::Instant /*at*/,
                                                  const HookTarget & /*target*/) const
    {
        return {};
    }
    /// What a target is asked before it gets webhooks; none for a dialect that does not ask.
    [[nodiscard]] virtual std::optional<Handshake> handshake(const HookTarget & /*target*/) const
    {
        return std::nullopt;
    }

protected:
    /// Whether a fault decided the reply, before anything was accepted.
    [[nodiscard]] bool failsBefore(Reply &reply);
    /// After something was accepted.
    void failAfter(Reply &reply);

    World &m_world;
};

} // namespace simulator

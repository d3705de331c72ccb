#pragma once

#include "simulator/dialect.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <queue>

namespace simulator {

/// Sends the providers' webhooks as what they tell of comes about: a message handed to the network, its end, a text
/// from a person. Off for every kind until it has a target. Over plain HTTP and a few kept connections a kind; what is
/// not answered with 2xx is sent again a few times, then given up. Lives in the server's thread.
class Webhooks
{
public:
    /// `dialectOf` gives the dialect of a kind, or null.
    Webhooks(boost::asio::io_context &context, World &world,
             std::function<const Dialect *(std::string_view)> dialectOf);
    ~Webhooks();
    Webhooks(const Webhooks &) = delete;
    Webhooks &operator=(const Webhooks &) = delete;

    /// An empty URL switches the kind's webhooks off. False where the URL is none of plain HTTP or the kind is unknown.
    /// Where the kind asks its receiver first, what happens waits for the answer.
    [[nodiscard]] bool setTarget(const std::string &kind, const HookTarget &target);
    /// After the simulated time was moved on.
    void arm();
    void stop();

    [[nodiscard]] qint64 delivered() const { return m_delivered; } ///< answered with 2xx
    [[nodiscard]] qint64 givenUp() const { return m_givenUp; }
    /// Kinds whose receiver does not exist, is being asked, said yes, or did not.
    enum class State { Off, Asked, On, Refused };
    [[nodiscard]] State stateOf(std::string_view kind) const;
    [[nodiscard]] std::vector<std::pair<std::string, State>> states() const;

private:
    class Carrier; ///< one connection
    struct Due
    {
        domain::Instant at;
        RowIndex row = 0;
        bool operator>(const Due &other) const { return at > other.at; }
    };
    struct Parcel
    {
        Hook hook;
        int tries = 0;
    };
    struct Kind
    {
        HookTarget target;
        State state = State::On;
        std::string host;
        std::string port;
        std::string path;
        std::deque<Parcel> waiting;
        std::vector<std::shared_ptr<Carrier>> carriers;
    };

    void watch(RowIndex row);
    void tell();
    void ask(const std::string &kind, const Handshake &handshake);
    void dispatch(Kind &kind);
    void ended(Kind &kind, Parcel parcel, bool taken);

    boost::asio::io_context &m_context;
    World &m_world;
    std::function<const Dialect *(std::string_view)> m_dialectOf;
    boost::asio::steady_timer m_timer;
    std::map<std::string, Kind, std::less<>> m_kinds;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    qint64 m_delivered = 0;
    qint64 m_givenUp = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< handlers that outlive this see it false
};

} // namespace simulator

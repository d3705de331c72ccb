#pragma once

#include "simulator/logfile.h"
#include "simulator/options.h"
#include "simulator/store.h"

#include <functional>
#include <queue>
#include <random>
#include <unordered_map>

namespace simulator {

/// A row's state at an instant, in Twilio's words.
struct RowState
{
    std::string_view status;
    int errorCode = 0;
    bool isFinal = false;
    bool isBilled = false;
    std::optional<domain::Instant> sent;
    domain::Instant updated{};
};

/// The accounts, the network and its phones: what has been accepted and what becomes of it. Lives in the server's
/// thread. Nothing runs by itself: what a message is at an instant follows from when it was accepted and from the
/// fate drawn then, so that millions cost no timers.
class World
{
public:
    explicit World(const Options &options);

    [[nodiscard]] domain::Instant now() const;
    /// Moves the simulated time on; deliveries and replies of that time have then happened.
    void advance(domain::Millis by) { m_ahead += by; }
    /// Lets phones reply whose time has come. Called before anything is read.
    void settle();

    struct Accepting
    {
        quint16 account = 0;
        quint64 to = 0;
        std::string_view ours;    ///< number or name; may be empty with a service
        std::string_view service; ///< SID; may be empty
        std::string_view body;
        int segments = 1;
        std::optional<std::chrono::seconds> validity;
        int failure = 0;                 ///< it is known already that it will fail so; 0: as the network draws it
        std::string_view reference = {}; ///< the sender's own
        bool arrives = false;            ///< the network lets it through
    };
    /// The new row, or noIndex if the log could not be written (then nothing was accepted).
    [[nodiscard]] RowIndex accept(const Accepting &message);
    /// Whether this phone wrote to that name in the last 24 hours (WhatsApp's window).
    [[nodiscard]] bool wroteLately(quint64 phone, std::string_view ours) const;
    /// 21610: this phone told this sender to stop.
    [[nodiscard]] bool isOptedOut(quint64 to, std::string_view ours, std::string_view service) const;

    /// A phone writes. `to` empty: to whoever wrote to it last. False if it then has nobody to answer.
    bool reply(quint64 from, std::string_view to, std::string_view body);

    /// The number under which whoever is written so has a phone or a mailbox; empty where it is neither.
    [[nodiscard]] std::optional<quint64> personNamed(std::string_view text);
    /// Every later message to this phone fails with the code; 0: as the network draws it.
    void setFailure(quint64 phone, int code);
    [[nodiscard]] int failureOf(quint64 phone) const;
    /// How the next message to this phone fails: the code; 0: it is delivered.
    [[nodiscard]] int drawFailure(quint64 to);

    [[nodiscard]] RowState stateOf(const Row &row, domain::Instant at) const;
    /// Mail costs nothing.
    [[nodiscard]] qint64 priceOf(const Row &row) const
    {
        return Store::isMailbox(store.phoneAt(row.phone).number) ? 0 : network.priceMicros * row.segments;
    }

    /// The index under which an account's rows stand.
    [[nodiscard]] quint16 accountIndex(std::string_view sid);
    [[nodiscard]] const std::string &accountAt(quint16 index) const { return m_accounts[index]; }
    [[nodiscard]] qint64 balanceOf(quint16 account) const { return network.balanceMicros - m_spent[account]; }

    [[nodiscard]] bool strikes(Fault &fault);
    [[nodiscard]] domain::Millis draw(const Span &span);

    [[nodiscard]] Statistics statistics();
    /// Forgets messages, phones and counts; network and faults stay.
    void clear();
    /// False if a log was asked for and could not be opened.
    [[nodiscard]] bool hasLog() const { return !m_wantsLog || m_log.isOpen(); }

    NetworkOptions network;
    Faults faults;
    Store store;
    Statistics counted; ///< what is counted as it happens
    /// Called for every new row where somebody wants to know (webhooks do).
    std::function<void(RowIndex)> rowAdded;

private:
    struct PendingReply
    {
        domain::Instant at;
        RowIndex to = 0;
        bool operator>(const PendingReply &other) const { return at > other.at; }
    };
    void addInbound(const Row &answered, std::string_view to, std::string_view body, domain::Instant at);
    [[nodiscard]] bool writeLog(const Row &row, std::string_view body);
    [[nodiscard]] double chance() { return std::generate_canonical<double, 53>(m_random); }

    std::mt19937_64 m_random;
    domain::Millis m_ahead{0};
    std::unordered_map<quint64, int> m_failures; ///< phones that always fail
    std::vector<std::string> m_accounts;
    std::vector<qint64> m_spent;
    std::priority_queue<PendingReply, std::vector<PendingReply>, std::greater<>> m_replies;
    bool m_wantsLog;
    LogFile m_log;
    std::string m_line;
};

} // namespace simulator

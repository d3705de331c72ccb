#include "simulator/webhooks.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <optional>

namespace simulator {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr size_t carriersAtMost = 4;
constexpr int triesAtMost = 4;
constexpr std::chrono::milliseconds firstPause{200};
constexpr std::chrono::seconds patience{10};

/// Its kind stands before the colon, or alone; Twilio's accounts are their SIDs.
std::string_view kindOf(std::string_view account)
{
    return account.starts_with("AC") ? std::string_view("twilio") : account.substr(0, account.find(':'));
}

} // namespace

/// Carries one parcel after the other to its kind's host.
class Webhooks::Carrier : public std::enable_shared_from_this<Carrier>
{
public:
    Carrier(asio::io_context &context, std::string host, std::string port)
        : m_resolver(context), m_stream(context), m_host(std::move(host)), m_port(std::move(port))
    {}

    [[nodiscard]] bool isBusy() const { return m_done.has_value(); }

    /// What came back: 2xx is yes.
    struct Answer
    {
        bool isTaken = false;
        std::string body = {};
    };
    void carry(const Hook &hook, const std::string &path, std::function<void(const Answer &)> done)
    {
        m_done = std::move(done);
        m_request = {http::string_to_verb(hook.method), (hook.path.empty() ? path : hook.path) + hook.query, 11};
        m_request.set(http::field::host, m_host + ':' + m_port);
        for (const auto &[name, value] : hook.headers)
            m_request.set(name, value);
        m_request.body() = hook.body;
        m_request.prepare_payload();
        if (m_isConnected)
            return write();
        m_resolver.async_resolve(m_host, m_port, [self = shared_from_this()](error_code error, auto found) {
            if (error)
                return self->end({});
            self->m_stream.expires_after(patience);
            self->m_stream.async_connect(found, [self](error_code failed, const auto &) {
                if (failed)
                    return self->end({});
                self->m_isConnected = true;
                self->write();
            });
        });
    }
    void close()
    {
        error_code ignored;
        m_stream.socket().close(ignored);
        m_isConnected = false;
    }

private:
    void write()
    {
        m_stream.expires_after(patience);
        http::async_write(m_stream, m_request, [self = shared_from_this()](error_code error, size_t) {
            if (error)
                return self->end({});
            self->m_response = {};
            http::async_read(self->m_stream, self->m_buffer, self->m_response, [self](error_code failed, size_t) {
                const bool isTaken = !failed && self->m_response.result_int() / 100 == 2;
                const bool keep = !failed && self->m_response.keep_alive();
                self->end({isTaken, self->m_response.body()}, keep);
            });
        });
    }
    void end(const Answer &answer, bool keep = false)
    {
        if (!keep) {
            close();
            m_buffer.clear();
        }
        if (const auto done = std::exchange(m_done, std::nullopt))
            (*done)(answer);
    }

    asio::ip::tcp::resolver m_resolver;
    boost::beast::tcp_stream m_stream;
    std::string m_host;
    std::string m_port;
    boost::beast::flat_buffer m_buffer;
    http::request<http::string_body> m_request;
    http::response<http::string_body> m_response;
    std::optional<std::function<void(const Answer &)>> m_done;
    bool m_isConnected = false;
};

Webhooks::Webhooks(asio::io_context &context, World &world, std::function<const Dialect *(std::string_view)> dialectOf)
    : m_context(context), m_world(world), m_dialectOf(std::move(dialectOf)), m_timer(context)
{}

Webhooks::~Webhooks() { *m_alive = false; }

bool Webhooks::setTarget(const std::string &kind, const HookTarget &target)
{
    const Dialect *dialect = m_dialectOf(kind);
    if (!dialect)
        return false;
    if (target.url.empty()) {
        m_kinds.erase(kind);
        return true;
    }
    constexpr std::string_view scheme = "http://";
    if (!target.url.starts_with(scheme))
        return false;
    const std::string rest = target.url.substr(scheme.size());
    const size_t slash = rest.find('/');
    const std::string authority = rest.substr(0, slash);
    const size_t colon = authority.find(':');
    Kind wanted;
    wanted.target = target;
    if (wanted.target.publicUrl.empty())
        wanted.target.publicUrl = target.url;
    wanted.host = authority.substr(0, colon);
    wanted.port = colon == std::string::npos ? "80" : authority.substr(colon + 1);
    wanted.path = slash == std::string::npos ? "/" : rest.substr(slash);
    if (wanted.host.empty() || wanted.port.empty())
        return false;
    const auto handshake = dialect->handshake(wanted.target);
    if (handshake)
        wanted.state = State::Asked;
    m_kinds[kind] = std::move(wanted);
    m_world.rowAdded = [this](RowIndex row) { watch(row); };
    if (handshake)
        ask(kind, *handshake);
    return true;
}

void Webhooks::ask(const std::string &kind, const Handshake &handshake)
{
    Kind &asked = m_kinds[kind];
    asked.carriers.push_back(std::make_shared<Carrier>(m_context, asked.host, asked.port));
    asked.carriers.back()->carry(
        handshake.question, asked.path,
        [this, alive = m_alive, kind, carrier = std::weak_ptr(asked.carriers.back()),
         expected = handshake.answer](const Carrier::Answer &answer) {
            const auto one = *alive ? m_kinds.find(kind) : m_kinds.end();
            if (!*alive || one == m_kinds.end() ||
                std::ranges::find(one->second.carriers, carrier.lock()) == one->second.carriers.end())
                return; // of a target set before
            one->second.state = answer.isTaken && answer.body == expected ? State::On : State::Refused;
            if (one->second.state == State::Refused)
                one->second.waiting.clear();
            dispatch(one->second);
        });
}

Webhooks::State Webhooks::stateOf(std::string_view kind) const
{
    const auto one = m_kinds.find(kind);
    return one == m_kinds.end() ? State::Off : one->second.state;
}

std::vector<std::pair<std::string, Webhooks::State>> Webhooks::states() const
{
    std::vector<std::pair<std::string, State>> states;
    for (const auto &[name, kind] : m_kinds)
        states.emplace_back(name, kind.state);
    return states;
}

void Webhooks::watch(RowIndex row)
{
    const Row &added = m_world.store.rows()[row];
    if (!m_kinds.contains(kindOf(m_world.accountAt(added.account))))
        return;
    if (added.inbound) {
        m_due.push({added.created, row});
    } else {
        m_due.push({added.created + domain::Millis{added.sentAfter}, row});
        if (added.finalAfter > added.sentAfter)
            m_due.push({added.created + domain::Millis{added.finalAfter}, row});
    }
    arm();
}

void Webhooks::arm()
{
    if (m_due.empty())
        return;
    m_timer.expires_after(std::max(m_due.top().at - m_world.now(), domain::Millis{0}));
    m_timer.async_wait([this, alive = m_alive](error_code error) {
        if (!error && *alive)
            tell();
    });
}

void Webhooks::tell()
{
    m_world.settle(); // what people answer is told as well
    const domain::Instant now = m_world.now();
    while (!m_due.empty() && m_due.top().at <= now) {
        const Due due = m_due.top();
        m_due.pop();
        if (due.row >= m_world.store.rows().size())
            continue; // of before a reset
        const auto kind = m_kinds.find(kindOf(m_world.accountAt(m_world.store.rows()[due.row].account)));
        if (kind == m_kinds.end() || kind->second.state == State::Refused)
            continue;
        for (Hook &hook : m_dialectOf(kind->first)->hooks(due.row, due.at, kind->second.target))
            kind->second.waiting.push_back({std::move(hook)});
        dispatch(kind->second);
    }
    arm();
}

void Webhooks::dispatch(Kind &kind)
{
    while (kind.state == State::On && !kind.waiting.empty()) {
        auto free = std::ranges::find_if(kind.carriers, [](const auto &one) { return !one->isBusy(); });
        if (free == kind.carriers.end()) {
            if (kind.carriers.size() >= carriersAtMost)
                return;
            kind.carriers.push_back(std::make_shared<Carrier>(m_context, kind.host, kind.port));
            free = std::prev(kind.carriers.end());
        }
        auto parcel = std::make_shared<Parcel>(std::move(kind.waiting.front()));
        kind.waiting.pop_front();
        ++parcel->tries;
        (*free)->carry(
            parcel->hook, kind.path,
            [this, alive = m_alive, carrier = std::weak_ptr(*free), parcel](const Carrier::Answer &answer) {
                if (!*alive)
                    return;
                for (auto &[name, one] : m_kinds)
                    if (std::ranges::find(one.carriers, carrier.lock()) != one.carriers.end())
                        return ended(one, std::move(*parcel), answer.isTaken);
            });
    }
}

void Webhooks::ended(Kind &kind, Parcel parcel, bool taken)
{
    m_delivered += taken;
    if (!taken && parcel.tries >= triesAtMost)
        ++m_givenUp;
    if (!taken && parcel.tries < triesAtMost) {
        auto pause = std::make_shared<asio::steady_timer>(m_context, firstPause * (1 << parcel.tries));
        pause->async_wait([this, alive = m_alive, pause, url = kind.target.url,
                           again = std::make_shared<Parcel>(std::move(parcel))](error_code) {
            if (!*alive)
                return;
            for (auto &[name, one] : m_kinds)
                if (one.target.url == url) {
                    one.waiting.push_back(std::move(*again));
                    return dispatch(one);
                }
        });
    }
    dispatch(kind);
}

void Webhooks::stop()
{
    *m_alive = false;
    m_alive = std::make_shared<bool>(true);
    m_timer.cancel();
    for (auto &[name, kind] : m_kinds)
        for (const auto &carrier : kind.carriers)
            carrier->close();
    m_kinds.clear();
    m_due = {};
    m_world.rowAdded = nullptr;
}

} // namespace simulator

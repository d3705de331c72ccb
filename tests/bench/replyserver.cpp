#include "bench/replyserver.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

namespace {

constexpr std::string_view takenBody =
    R"({"account_sid": "AC00000000000000000000000000000001", "api_version": "2010-04-01", "body": "Hello, your order )"
    R"(has been shipped and arrives tomorrow.", "date_created": "Thu, 24 Aug 2023 05:01:45 +0000", "date_sent": null, )"
    R"("date_updated": "Thu, 24 Aug 2023 05:01:45 +0000", "direction": "outbound-api", "error_code": null, )"
    R"("error_message": null, "from": "+15005550006", "num_media": "0", "num_segments": "1", "price": null, )"
    R"("price_unit": "USD", "messaging_service_sid": null, "sid": "SM00000000000000000000000000000000", "status": )"
    R"("queued", "subresource_uris": {"media": "/2010-04-01/Accounts/AC0/Messages/SM0/Media.json"}, "tags": null, )"
    R"("to": "+12125550100", "uri": "/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/SM0.json"})";
constexpr std::string_view listBody =
    R"({"end": 0, "first_page_uri": "", "messages": [], "next_page_uri": null, "page": 0, "page_size": 1000})";

std::string answerOf(std::string_view status, std::string_view body)
{
    return "HTTP/1.1 " + std::string(status) +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           std::string(body);
}

class Server
{
public:
    Server(int listener, std::chrono::milliseconds latency) : m_listener(listener), m_latency(latency)
    {
        watch(m_listener);
        watch(m_timer);
        m_idAt = m_taken.find("SM0000") + 2;
    }

    [[noreturn]] void run()
    {
        std::array<epoll_event, 512> events;
        while (true) {
            const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), -1);
            for (int i = 0; i < count; ++i) {
                const int fd = events[static_cast<size_t>(i)].data.fd;
                if (fd == m_listener)
                    take();
                else if (fd == m_timer)
                    answerDue();
                else
                    read(fd);
            }
        }
    }

private:
    struct Later
    {
        std::chrono::steady_clock::time_point at;
        int fd = -1;
        bool isList = false;
    };

    void watch(int fd) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
    }

    void take()
    {
        const int peer = accept(m_listener, nullptr, nullptr);
        if (peer < 0)
            return;
        const int on = 1;
        setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (m_open.size() <= static_cast<size_t>(peer))
            m_open.resize(static_cast<size_t>(peer) + 1);
        m_open[static_cast<size_t>(peer)].clear();
        watch(peer);
    }

    void read(int fd)
    {
        const ssize_t bytes = recv(fd, m_buffer.data(), m_buffer.size(), 0);
        if (bytes <= 0) {
            close(fd);
            return;
        }
        std::string &kept = m_open[static_cast<size_t>(fd)];
        std::string_view request(m_buffer.data(), static_cast<size_t>(bytes));
        if (!kept.empty()) {
            kept.append(request);
            request = kept;
        }
        if (!isWhole(request)) {
            if (kept.empty())
                kept = request;
            return;
        }
        const bool isList = request.starts_with("GET");
        kept.clear();
        if (m_latency.count() == 0) {
            answer(fd, isList);
            return;
        }
        m_later.push_back({std::chrono::steady_clock::now() + m_latency, fd, isList});
        if (m_later.size() == 1)
            setTimer();
    }

    static bool isWhole(std::string_view request)
    {
        const size_t end = request.find("\r\n\r\n");
        if (end == std::string_view::npos)
            return false;
        constexpr std::string_view name = "\r\nContent-Length: ";
        for (size_t at = request.find("\r\n"); at < end; at = request.find("\r\n", at + 2))
            if (strncasecmp(request.data() + at, name.data(), name.size()) == 0)
                return request.size() >= end + 4 + std::strtoul(request.data() + at + name.size(), nullptr, 10);
        return true;
    }

    void answer(int fd, bool isList)
    {
        if (!isList) {
            // Ids in no order, as providers give them: a random sequence without repetition.
            constexpr std::string_view digits = "0123456789abcdef";
            quint64 mixed = ++m_count * 0x9E3779B97F4A7C15ULL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
            mixed ^= mixed >> 27;
            for (size_t i = 0; i < 16; ++i, mixed >>= 4)
                m_taken[m_idAt + i] = digits[mixed & 15];
        }
        const std::string &text = isList ? m_list : m_taken;
        send(fd, text.data(), text.size(), MSG_NOSIGNAL);
    }

    void answerDue()
    {
        quint64 times = 0;
        (void)!::read(m_timer, &times, sizeof times);
        const auto now = std::chrono::steady_clock::now();
        while (!m_later.empty() && m_later.front().at <= now) {
            answer(m_later.front().fd, m_later.front().isList);
            m_later.pop_front();
        }
        setTimer();
    }

    void setTimer() const
    {
        if (m_later.empty())
            return;
        const auto wait =
            std::chrono::duration_cast<std::chrono::nanoseconds>(m_later.front().at - std::chrono::steady_clock::now());
        const auto ns = std::max<std::int64_t>(1, wait.count());
        itimerspec spec{};
        spec.it_value.tv_sec = ns / 1'000'000'000;
        spec.it_value.tv_nsec = ns % 1'000'000'000;
        timerfd_settime(m_timer, 0, &spec, nullptr);
    }

    int m_listener;
    std::chrono::milliseconds m_latency;
    int m_epoll = epoll_create1(EPOLL_CLOEXEC);
    int m_timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
    std::vector<std::string> m_open; ///< by socket: what came of a request that is not whole yet
    std::deque<Later> m_later;
    std::string m_taken = answerOf("201 Created", takenBody);
    std::string m_list = answerOf("200 OK", listBody);
    size_t m_idAt = 0;
    quint64 m_count = static_cast<quint64>(getpid()) << 32; ///< other ids than another server's
    std::array<char, 65536> m_buffer{};
};

} // namespace

ReplyServer::ReplyServer(std::chrono::milliseconds latency)
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *plain = static_cast<sockaddr *>(static_cast<void *>(&address));
    socklen_t length = sizeof address;
    if (bind(listener, plain, length) != 0 || listen(listener, 4096) != 0 || getsockname(listener, plain, &length) != 0)
        std::abort();
    m_port = ntohs(address.sin_port);
    m_process = fork();
    if (m_process < 0)
        std::abort();
    if (m_process == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        Server(listener, latency).run();
    }
    close(listener);
}

ReplyServer::~ReplyServer()
{
    kill(m_process, SIGKILL);
    waitpid(m_process, nullptr, 0);
}

} // namespace bench

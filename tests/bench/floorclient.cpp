#include "bench/floorclient.h"

#include <curl/curl.h>

#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <vector>

namespace bench {

namespace {

std::chrono::duration<double> threadCpu()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::duration<double>(double(time.tv_sec) + double(time.tv_nsec) * 1e-9);
}

size_t swallow(char *, size_t size, size_t count, void *) { return size * count; }

/// curl_multi over epoll, as a program would drive it from an event loop.
class FloorClient
{
public:
    explicit FloorClient(const FloorOptions &options) : m_options(options)
    {
        m_epoll = epoll_create1(EPOLL_CLOEXEC);
        m_multi = curl_multi_init();
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &FloorClient::socketChanged);
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &FloorClient::timerChanged);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
        curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, long{options.inFlight});
        m_headers = curl_slist_append(m_headers, "Expect:");
        m_transfers.resize(size_t(options.inFlight));
        for (Transfer &transfer : m_transfers)
            prepare(transfer);
    }
    ~FloorClient()
    {
        for (Transfer &transfer : m_transfers)
            curl_easy_cleanup(transfer.easy);
        curl_multi_cleanup(m_multi);
        curl_slist_free_all(m_headers);
        close(m_epoll);
    }
    FloorClient(const FloorClient &) = delete;
    FloorClient &operator=(const FloorClient &) = delete;

    FloorResult run()
    {
        const auto start = std::chrono::steady_clock::now();
        const auto cpuStart = threadCpu();
        for (Transfer &transfer : m_transfers)
            next(transfer);
        int running = 1;
        while (running > 0) {
            std::array<epoll_event, 256> events{};
            const int count = epoll_wait(m_epoll, events.data(), int(events.size()), m_timeout);
            if (count == 0)
                curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
            for (int i = 0; i < count; ++i) {
                const auto bits = events[size_t(i)].events;
                const int action = (bits & EPOLLIN ? CURL_CSELECT_IN : 0) | (bits & EPOLLOUT ? CURL_CSELECT_OUT : 0) |
                                   (bits & (EPOLLERR | EPOLLHUP) ? CURL_CSELECT_ERR : 0);
                curl_multi_socket_action(m_multi, events[size_t(i)].data.fd, action, &running);
            }
            if (collect() > 0)
                running = 1;
        }
        m_result.elapsed = std::chrono::steady_clock::now() - start;
        m_result.cpu = threadCpu() - cpuStart;
        return m_result;
    }

private:
    struct Transfer
    {
        CURL *easy = nullptr;
        QByteArray body;
    };

    void prepare(Transfer &transfer)
    {
        transfer.easy = curl_easy_init();
        curl_easy_setopt(transfer.easy, CURLOPT_URL, m_options.url.constData());
        curl_easy_setopt(transfer.easy, CURLOPT_USERPWD, m_options.userPass.constData());
        curl_easy_setopt(transfer.easy, CURLOPT_HTTPHEADER, m_headers);
        curl_easy_setopt(transfer.easy, CURLOPT_WRITEFUNCTION, &swallow);
        curl_easy_setopt(transfer.easy, CURLOPT_PRIVATE, &transfer);
        curl_easy_setopt(transfer.easy, CURLOPT_NOSIGNAL, 1L);
    }

    /// Starts the transfer's next message; false if none is left.
    bool next(Transfer &transfer)
    {
        if (m_started == m_options.messages)
            return false;
        const QByteArray number = QByteArray::number(qint64{15'551'000'000} + ++m_started);
        transfer.body = "To=%2B" + number + "&From=%2B15005550006&Body=Hello%20" + number +
                        "%2C%20your%20order%20has%20been%20shipped%20and%20arrives%20tomorrow.";
        curl_easy_setopt(transfer.easy, CURLOPT_POSTFIELDSIZE, long(transfer.body.size()));
        curl_easy_setopt(transfer.easy, CURLOPT_POSTFIELDS, transfer.body.constData());
        curl_multi_add_handle(m_multi, transfer.easy);
        return true;
    }

    /// Counts what has ended and starts the next; how many were started.
    int collect()
    {
        int started = 0;
        int left = 0;
        while (CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            CURL *easy = message->easy_handle;
            long status = 0;
            const bool good = message->data.result == CURLE_OK;
            curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
            ++(good && status == 201 ? m_result.answered : m_result.other);
            Transfer *transfer = nullptr;
            curl_easy_getinfo(easy, CURLINFO_PRIVATE, &transfer);
            curl_multi_remove_handle(m_multi, easy);
            started += next(*transfer);
        }
        return started;
    }

    static int socketChanged(CURL *, curl_socket_t socket, int what, void *self, void *known)
    {
        auto *client = static_cast<FloorClient *>(self);
        if (what == CURL_POLL_REMOVE) {
            epoll_ctl(client->m_epoll, EPOLL_CTL_DEL, socket, nullptr);
            curl_multi_assign(client->m_multi, socket, nullptr);
            return 0;
        }
        epoll_event event{};
        event.events = (what & CURL_POLL_IN ? EPOLLIN : 0U) | (what & CURL_POLL_OUT ? EPOLLOUT : 0U);
        event.data.fd = socket;
        epoll_ctl(client->m_epoll, known == nullptr ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, &event);
        curl_multi_assign(client->m_multi, socket, client);
        return 0;
    }

    static int timerChanged(CURLM *, long timeout, void *self)
    {
        static_cast<FloorClient *>(self)->m_timeout = int(timeout);
        return 0;
    }

    FloorOptions m_options;
    FloorResult m_result;
    CURLM *m_multi = nullptr;
    curl_slist *m_headers = nullptr;
    std::vector<Transfer> m_transfers;
    std::int64_t m_started = 0;
    int m_epoll = -1;
    int m_timeout = -1;
};

} // namespace

FloorResult runFloorClient(const FloorOptions &options)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    return FloorClient(options).run();
}

} // namespace bench

// Requests a second through HttpClient and through a bare libcurl multi loop, against the same server in the same run,
// and the processor time of each (this process without the server).
#include "bench/stallmeter.h"
#include "engine/http/httpclient.h"

#include <QCoreApplication>

#include <array>
#include <csignal>
#include <cstdio>

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

const QByteArray body = "To=%2B12125550123&From=%2B15005550006&Body=" + QByteArray(120, 'x');
const QByteArray reply = "{\"sid\": \"SM" + QByteArray(32, 'a') + "\", \"status\": \"queued\", \"error_code\": null}";

int listenSomewhere(quint16 &port)
{
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *plain = static_cast<sockaddr *>(static_cast<void *>(&address));
    socklen_t length = sizeof address;
    if (bind(fd, plain, length) != 0 || listen(fd, 4096) != 0 || getsockname(fd, plain, &length) != 0)
        std::abort();
    port = ntohs(address.sin_port);
    return fd;
}

/// Answers whatever came as soon as a whole request is there; knows nothing else of HTTP.
[[noreturn]] void serve(int listener)
{
    const QByteArray answer = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " +
                              QByteArray::number(reply.size()) + "\r\n\r\n" + reply;
    const int epoll = epoll_create1(0);
    const auto watch = [epoll](int fd) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
    };
    watch(listener);
    std::array<epoll_event, 512> events;
    std::array<char, 65536> buffer;
    std::array<qsizetype, 65536> got{};
    qsizetype whole = 0; // every request of a run is as long as the first
    while (true) {
        const int count = epoll_wait(epoll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int fd = events[static_cast<size_t>(i)].data.fd;
            if (fd == listener) {
                const int peer = accept(listener, nullptr, nullptr);
                const int on = 1;
                setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                got[static_cast<size_t>(peer)] = 0;
                watch(peer);
                continue;
            }
            const ssize_t bytes = recv(fd, buffer.data(), buffer.size(), 0);
            if (bytes <= 0) {
                close(fd);
                continue;
            }
            qsizetype &have = got[static_cast<size_t>(fd)];
            have += bytes;
            const QByteArrayView text(buffer.data(), bytes);
            if (whole == 0 || have < whole) {
                const qsizetype end = text.indexOf("\r\n\r\n");
                if (end < 0 || text.size() < end + 4 + body.size())
                    continue;
                whole = end + 4 + body.size();
            }
            have = 0;
            send(fd, answer.constData(), static_cast<size_t>(answer.size()), MSG_NOSIGNAL);
        }
    }
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval &t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

struct Figures
{
    double perSecond = 0;
    double cpuMicros = 0; ///< a request
    int failed = 0;
};

Figures bare(const QByteArray &url, int requests, int parallel)
{
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, static_cast<long>(parallel));
    curl_slist *headers = curl_slist_append(nullptr, "Content-Type: application/x-www-form-urlencoded");
    headers = curl_slist_append(headers, "Authorization: Basic QUMxOnNlY3JldA==");
    std::vector<CURL *> handles;
    for (int i = 0; i < parallel; ++i) {
        CURL *easy = curl_easy_init();
        curl_easy_setopt(easy, CURLOPT_URL, url.constData());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.constData());
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
        curl_easy_setopt(
            easy, CURLOPT_WRITEFUNCTION, +[](char *, size_t a, size_t b, void *) { return a * b; });
        handles.push_back(easy);
    }
    QElapsedTimer timer;
    timer.start();
    const double cpu = cpuSeconds();
    int begun = 0;
    Figures figures;
    for (CURL *easy : handles)
        if (begun++ < requests)
            curl_multi_add_handle(multi, easy);
    int done = 0;
    while (done < requests) {
        int running = 0;
        curl_multi_perform(multi, &running);
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
            CURL *easy = message->easy_handle;
            figures.failed += message->data.result != CURLE_OK;
            ++done;
            curl_multi_remove_handle(multi, easy);
            if (begun++ < requests)
                curl_multi_add_handle(multi, easy);
        }
        if (done < requests)
            curl_multi_poll(multi, nullptr, 0, 100, nullptr);
    }
    figures.perSecond = requests / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
    figures.cpuMicros = (cpuSeconds() - cpu) / requests * 1e6;
    for (CURL *easy : handles)
        curl_easy_cleanup(easy);
    curl_multi_cleanup(multi);
    curl_slist_free_all(headers);
    return figures;
}

Figures through(const QByteArray &url, int requests, int parallel, double &stallMs)
{
    engine::HttpClientOptions options;
    options.connectionsPerHost = parallel;
    engine::HttpClient client(options);
    domain::HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.basicAuth = "AC1:secret";
    request.body = body;
    int begun = 0;
    int done = 0;
    Figures figures;
    QElapsedTimer timer;
    StallMeter stall;
    std::function<void(domain::HttpResponse)> next = [&](const domain::HttpResponse &response) {
        figures.failed += response.status != 201;
        if (begun < requests) {
            ++begun;
            client.send(request, next);
        }
        if (++done == requests)
            QCoreApplication::quit();
    };
    timer.start();
    stall.start();
    const double cpu = cpuSeconds();
    for (; begun < std::min(parallel, requests); ++begun)
        client.send(request, next);
    QCoreApplication::exec();
    figures.perSecond = requests / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
    figures.cpuMicros = (cpuSeconds() - cpu) / requests * 1e6;
    stall.stop();
    stallMs = stall.longestMs();
    return figures;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    quint16 port = 0;
    const int listener = listenSomewhere(port);
    const pid_t server = fork();
    if (server == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        serve(listener);
    }
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(port) + "/2010-04-01/Accounts/AC1/Messages.json";
    int worst = 100;
    for (const int parallel : {16, 128, 512}) {
        constexpr int requests = 40'000;
        bare(url, requests / 10, parallel); // warm-up
        const Figures plain = bare(url, requests, parallel);
        double stallMs = 0;
        const Figures ours = through(url, requests, parallel, stallMs);
        const int percent = static_cast<int>(100 * ours.perSecond / plain.perSecond);
        worst = std::min(worst, percent);
        std::printf("http, %3d at once: %6.0f a second, %4.1f us CPU each, longest stall %.1f ms, %d failed; "
                    "bare libcurl %6.0f a second, %4.1f us; %d %%\n",
                    parallel, ours.perSecond, ours.cpuMicros, stallMs, ours.failed + plain.failed, plain.perSecond,
                    plain.cpuMicros, percent);
    }
    kill(server, SIGKILL);
    waitpid(server, nullptr, 0);
    return worst >= 50 ? 0 : 1; // of a loop that knows nothing but libcurl
}

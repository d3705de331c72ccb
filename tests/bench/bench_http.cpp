// Requests a second through HttpClient and through a bare libcurl multi loop, against the same server in the same run,
// and the processor time of each (this process without the server).
#include "bench/figures.h"
#include "bench/floorclient.h"
#include "bench/replyserver.h"
#include "bench/stallmeter.h"
#include "engine/http/httpclient.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

const QByteArray body =
    "To=%2B15551000001&From=%2B15005550006&Body=Hello%2015551000001%2C%20your%20order%20has%20been%20"
    "shipped%20and%20arrives%20tomorrow."; // as long as floorclient's

struct Figures
{
    double perSecond = 0;
    double cpuMicros = 0; ///< a request
    int failed = 0;
};

Figures bare(const QByteArray &url, int requests, int parallel)
{
    bench::FloorOptions options;
    options.url = url;
    options.userPass = "AC1:secret";
    options.messages = requests;
    options.inFlight = parallel;
    const bench::FloorResult result = bench::runFloorClient(options);
    return {result.perSecond(), result.cpu.count() * 1e6 / requests, static_cast<int>(result.other)};
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
    const double cpu = bench::cpuSeconds();
    for (; begun < std::min(parallel, requests); ++begun)
        client.send(request, next);
    QCoreApplication::exec();
    figures.perSecond = requests / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
    figures.cpuMicros = (bench::cpuSeconds() - cpu) / requests * 1e6;
    stall.stop();
    stallMs = stall.longestMs();
    return figures;
}

} // namespace

int main(int argc, char **argv)
{
    const bench::ReplyServer server;
    QCoreApplication app(argc, argv);
    const QByteArray url = server.url() + "/2010-04-01/Accounts/AC1/Messages.json";
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
    return worst >= 50 ? 0 : 1; // of a loop that knows nothing but libcurl
}

// Accepted messages per second of the simulator with N kept-alive connections, against a bare libcurl client.
// bench_simulator [MESSAGES] [LATENCY_MS]
#include "bench/figures.h"
#include "bench/floorclient.h"
#include "simulator/server.h"

#include <cstdio>
#include <cstdlib>

namespace {

constexpr char account[] = "AC00000000000000000000000000000000";

} // namespace

int main(int argc, char **argv)
{
    const qint64 messages = argc > 1 ? std::atoll(argv[1]) : 200'000;
    const qint64 latency = argc > 2 ? std::atoll(argv[2]) : 0;
    bool all = true;
    for (const int connections : {1, 16, 64, 512}) {
        simulator::Options options;
        options.network.latency = {domain::Millis{latency}, domain::Millis{latency}};
        simulator::Server server(options);
        if (!server.start())
            return 1;
        bench::FloorOptions floor;
        floor.url = server.url().toLatin1() + "/2010-04-01/Accounts/" + account + "/Messages.json";
        floor.userPass = QByteArray(account) + ":token";
        floor.messages = messages;
        floor.inFlight = connections;
        const double cpuBefore = bench::cpuSeconds();
        const bench::FloorResult result = bench::runFloorClient(floor);
        const double serverCpu = bench::cpuSeconds() - cpuBefore - result.cpu.count();
        const simulator::Statistics statistics = server.statistics();
        std::printf("%4d connections: %8.0f accepted/s; CPU of each: server %5.1f us, client %5.1f us; %lld failed, "
                    "%.0f MB resident\n",
                    connections, result.perSecond(), serverCpu * 1e6 / double(messages),
                    result.cpu.count() * 1e6 / double(messages), static_cast<long long>(result.other),
                    bench::residentMegabytes());
        std::fflush(stdout);
        all &= result.answered == messages && statistics.accepted == messages && statistics.phonesMoreThanOnce == 0;
    }
    return all ? 0 : 1;
}

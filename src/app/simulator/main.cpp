#include "app/simulator/arguments.h"
#include "simulator/server.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

namespace {

int complain(const domain::Error &error, int exitStatus)
{
    std::fprintf(stderr, "heliograph-simulator: %s%s%s\n", qPrintable(error.place), error.place.isEmpty() ? "" : ": ",
                 qPrintable(error.detail));
    return exitStatus;
}

} // namespace

int main(int argc, char **argv)
{
    // Before any thread is made, so that all of them leave the signals to the wait below.
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);

    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("heliograph-simulator"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HELIOGRAPH_VERSION));
    auto options = app::simulatorOptions(QCoreApplication::arguments());
    if (!options)
        return complain(options.error(), 2);

    simulator::Server server(*std::move(options));
    if (const auto port = server.start(); !port)
        return complain(port.error(), 1);
    std::printf("listening on %s\n", qPrintable(server.url()));
    std::printf("mail on 127.0.0.1:%d\n", int(server.mailPort()));
    std::fflush(stdout);

    int received = 0;
    sigwait(&ending, &received);
    server.stop();
    return 0;
}

// Webhooks while a campaign runs: the real program sends through the simulator, and 1,000 events a second come in on 64
// connections, each with Twilio's signature. Prints the answers' latency from the moment an event was due, the memory,
// and the campaign's rate with and without; at the end every message must stand where the last event put it.
// bench_hooks [recipients [events a second [messages a second]]]          The exit status is 1 when an event is lost or
// a limit is missed.

#include "app/programs.h"
#include "app/twiliocallback.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int connections = 64;
constexpr double latencyLimitMs = 50;
bool missed = false;

[[noreturn]] void die(const QString &why)
{
    std::fprintf(stderr, "bench_hooks: %s\n", qPrintable(why));
    std::exit(2);
}

/// Sends what it is given at a steady pace and measures from when it was due.
class Caller
{
public:
    Caller(quint16 port, double perSecond) : m_perSecond(perSecond)
    {
        for (int i = 0; i < connections; ++i) {
            Line &line = m_lines.emplace_back();
            line.fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_in to{};
            to.sin_family = AF_INET;
            to.sin_port = htons(port);
            to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            if (::connect(line.fd, reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0)
                die(u"nobody takes webhooks"_s);
            const int one = 1;
            ::setsockopt(line.fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        }
        m_clock.start();
    }
    ~Caller()
    {
        for (const Line &line : m_lines)
            ::close(line.fd);
    }
    Q_DISABLE_COPY_MOVE(Caller)

    /// Whether one more is due now; counts it.
    bool isDue()
    {
        const double now = double(m_clock.nsecsElapsed()) / 1e9;
        if (m_next > now)
            return false;
        m_dueAt = m_next;
        // What there was nothing to say about is not made up for.
        m_next = std::max(m_next + 1 / m_perSecond, now - 0.2);
        return true;
    }
    void say(const QByteArray &request)
    {
        Line *free = nullptr;
        while (!(free = freeLine()))
            hear(1);
        if (::send(free->fd, request.constData(), size_t(request.size()), MSG_NOSIGNAL) != request.size())
            die(u"a connection broke"_s);
        free->since = m_dueAt;
        free->busy = true;
        ++said;
    }
    void hear(int patienceMs)
    {
        std::vector<pollfd> waiting;
        for (const Line &line : m_lines)
            waiting.push_back({line.fd, POLLIN, 0});
        if (::poll(waiting.data(), waiting.size(), patienceMs) <= 0)
            return;
        for (size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i].revents == 0)
                continue;
            char answer[2048];
            const ssize_t n = ::recv(m_lines[i].fd, answer, sizeof answer, 0);
            if (n <= 12)
                die(u"a connection ended"_s);
            const bool kept = answer[9] == '2';
            if (!kept)
                std::printf("  %.*s\n", int(std::min<ssize_t>(n, 40)), answer);
            refused += !kept;
            ++heard;
            latencies.push_back((double(m_clock.nsecsElapsed()) / 1e9 - m_lines[i].since) * 1e3);
            m_lines[i].busy = false;
        }
    }
    [[nodiscard]] double seconds() const { return double(m_clock.elapsed()) / 1e3; }

    qint64 said = 0;
    qint64 heard = 0;
    qint64 refused = 0;
    std::vector<double> latencies;

private:
    struct Line
    {
        int fd = -1;
        double since = 0;
        bool busy = false;
    };
    /// In turn, so that none is idle for long.
    Line *freeLine()
    {
        for (size_t i = 0; i < m_lines.size(); ++i)
            if (Line &line = m_lines[m_turn++ % m_lines.size()]; !line.busy)
                return &line;
        return nullptr;
    }
    std::vector<Line> m_lines;
    size_t m_turn = 0;
    double m_perSecond;
    double m_next = 0;
    double m_dueAt = 0;
    QElapsedTimer m_clock;
};

class Run : public apptest::Programs
{
public:
    using Programs::Programs;

    void must(const QStringList &arguments)
    {
        if (const auto ended = control(arguments); ended.code != 0)
            die(arguments.join(u' ') + u": "_s + ended.said);
    }
    /// New rows of the simulator's log: ids it gave.
    QByteArrayList newIds()
    {
        if (!m_log.isOpen()) {
            m_log.setFileName(path(u"sim.log"_s));
            if (!m_log.open(QIODevice::ReadOnly))
                return {};
        }
        m_rest += m_log.readAll();
        QByteArrayList ids;
        for (qsizetype end; (end = m_rest.indexOf('\n')) >= 0; m_rest.remove(0, end + 1))
            ids << m_rest.first(end).split('\t').value(1);
        return ids;
    }
    [[nodiscard]] double senderMegabytes() const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_sender->processId()));
        if (status.open(QIODevice::ReadOnly))
            for (const QByteArray &line : status.readAll().split('\n'))
                if (line.startsWith("VmHWM:"))
                    return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
        return 0;
    }
    void stopSender()
    {
        m_sender->terminate();
        m_sender->waitForFinished(60'000);
    }

private:
    QFile m_log;
    QByteArray m_rest;
};

apptest::Plan planOf(int recipients, double messagesPerSecond)
{
    apptest::Plan plan;
    plan.recipients = recipients;
    plan.ratePerSecond = messagesPerSecond;
    plan.inFlight = 256;
    plan.network = {u"--latency"_s, u"20-60"_s, u"--delivery"_s, u"86400000-86400000"_s}; // receipts by webhook alone
    return plan;
}

/// The campaign alone; messages a second between the first and the last that the simulator took.
double rateAlone(const apptest::Plan &plan)
{
    Run run(plan);
    const int recipients = plan.recipients;
    if (const QString problem = run.prepare(); !problem.isEmpty())
        die(problem);
    run.startSender();
    qsizetype taken = run.newIds().size();
    while (taken == 0)
        taken += run.newIds().size();
    QElapsedTimer timer;
    timer.start();
    while (taken < recipients && timer.elapsed() < 600'000) {
        usleep(2'000);
        taken += run.newIds().size();
    }
    run.stopSender();
    return double(taken) * 1e3 / double(timer.elapsed());
}

void judge(const char *what, double value, double limit)
{
    missed = missed || value > limit;
    std::printf("%-46s %10.1f (at most %.1f)%s\n", what, value, limit, value > limit ? "   MISSED" : "");
}

double percentile(std::vector<double> &sorted, double p)
{
    return sorted.empty() ? 0 : sorted[std::min(sorted.size() - 1, size_t(double(sorted.size()) * p))];
}

void together(const apptest::Plan &plan, double perSecond, double alone)
{
    Run run(plan);
    const int recipients = plan.recipients;
    if (const QString problem = run.prepare(); !problem.isEmpty())
        die(problem);
    const quint16 port = 18'787;
    const QString base = u"http://127.0.0.1:%1"_s.arg(port);
    run.must({u"webhooks"_s, u"enable"_s, u"--port"_s, QString::number(port), u"--public-url"_s, base});
    run.startSender();
    QByteArray url;
    for (int i = 0; i < 200 && url.isEmpty(); ++i) {
        usleep(100'000);
        const QJsonObject status = run.ask({u"webhooks"_s, u"status"_s});
        if (status["state"_L1] == "listening"_L1)
            url = status["providers"_L1][0]["url"_L1].toString().toLatin1();
    }
    if (url.isEmpty())
        die(u"the program does not listen"_s);

    Caller caller(port, perSecond);
    QByteArrayList known = run.newIds();
    qsizetype next = 0, repeated = 0;
    const double begin = caller.seconds();
    const qsizetype before = known.size();
    double sentBy = 0;
    // Each message's 'delivered'; while there is none left to tell of, an earlier one's again, and 'sent', which is
    // late.
    while (next < recipients) {
        known += run.newIds();
        if (sentBy == 0 && known.size() >= recipients)
            sentBy = caller.seconds();
        if (caller.seconds() > 900)
            die(u"the campaign does not end"_s);
        while (!known.isEmpty() && next < recipients && caller.isDue()) {
            const bool isNew = next < known.size();
            qsizetype &one = isNew ? next : repeated;
            caller.say(
                apptest::twilioCallback(url, known[one % known.size()], isNew || one % 2 == 0 ? "delivered" : "sent"));
            ++one;
            caller.hear(0);
        }
        caller.hear(1);
    }
    while (caller.heard < caller.said)
        caller.hear(100);
    const double took = caller.seconds() - begin;
    const double with = double(recipients - before) / (sentBy - begin);
    std::sort(caller.latencies.begin(), caller.latencies.end());
    const double memory = run.senderMegabytes();
    usleep(3'000'000); // what came before its send was answered is tried again after two seconds
    run.stopSender();

    const qint64 delivered = run.show()["delivered"_L1].toInteger();
    std::printf("events                                         %10lld in %.1f s: %.0f/s\n",
                static_cast<long long>(caller.heard), took, double(caller.heard) / took);
    std::printf("answered within, ms: median %.1f, 95 %% %.1f, longest %.1f\n", percentile(caller.latencies, 0.5),
                percentile(caller.latencies, 0.95), caller.latencies.back());
    judge("answered within, ms: 99 %", percentile(caller.latencies, 0.99), latencyLimitMs);
    judge("events refused", double(caller.refused), 0);
    judge("events lost", double(recipients - delivered), 0);
    judge("most memory of the program, MB", memory, 150);
    std::printf("campaign alone %.0f/s, with the events %.0f/s (%.0f %%)\n", alone, with, with / alone * 100);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList given = QCoreApplication::arguments().mid(1);
    const int recipients = given.value(0, u"30000"_s).toInt();
    const double perSecond = given.value(1, u"1000"_s).toDouble();
    const apptest::Plan plan = planOf(recipients, given.value(2, u"10000"_s).toDouble());
    std::printf("%d recipients, %.0f events a second\n", recipients, perSecond);
    const double alone = rateAlone(plan);
    together(plan, perSecond, alone);
    return missed ? 1 : 0;
}

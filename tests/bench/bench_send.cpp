// Durable sending by the real program (window, engine, HTTP, workspace file on disk) beside what a bare libcurl client
// reaches against the same server in the same run; then at a latency of 100 ms; then a campaign of a million. Prints
// each figure beside its limit; the exit status is 1 when one is missed.
// bench_send [--quick] [--rounds N] [--in-flight N]      --quick leaves the million out

#include "app/desktop/desktop.h"
#include "app/programs.h"
#include "bench/figures.h"
#include "bench/floorclient.h"
#include "bench/replyserver.h"
#include "bench/stallmeter.h"
#include "gui/theme/theme.h"
#include "storage/core/connection.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSettings>
#include <QTimeZone>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Result;

namespace {

constexpr int groupSize = 50'000;
constexpr int million = 1'000'000;
constexpr double wantedRatio = 0.60;
constexpr double wantedOfLatency = 0.90;
constexpr double stallLimitMs = 50;
constexpr double memoryLimitMb = 150;
constexpr auto farAway = 100ms;
bool missed = false;

[[noreturn]] void die(const QString &why)
{
    std::fprintf(stderr, "bench_send: %s\n", qPrintable(why));
    std::exit(2);
}

void judge(const char *what, double value, const char *unit, double limit, bool atLeast)
{
    const bool isMissed = atLeast ? value < limit : value > limit;
    missed = missed || isMissed;
    std::printf("%-60s %10.1f %s (%s %.0f)%s\n", what, value, unit, atLeast ? "at least" : "at most", limit,
                isMissed ? "   MISSED" : "");
    std::fflush(stdout);
}

/// A workspace as a person makes it, with the command line.
class Workspace : public apptest::Programs
{
public:
    Workspace() : Programs({})
    {
        const QProcessEnvironment env = environment();
        for (const QString &name : {u"HELIOGRAPH_PASSPHRASE"_s, u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s,
                                    u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
            qputenv(name.toLatin1().constData(), env.value(name).toUtf8());
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    }

    void make(int contacts, int inFlight, const QByteArray &near, const QByteArray &far)
    {
        must({u"init"_s, u"--name"_s, u"Bench"_s, u"--country"_s, u"US"_s, u"--timezone"_s, u"America/New_York"_s});
        for (const auto &[name, url] : {std::pair{u"near"_s, near}, {u"far"_s, far}})
            must({u"provider"_s, u"add"_s, u"twilio"_s, u"--name"_s, name, u"--account-sid"_s,
                  u"AC00000000000000000000000000000001"_s, u"--from"_s, u"+15005550006"_s, u"--base-url"_s,
                  QString::fromLatin1(url), u"--rate"_s, u"100000"_s, u"--in-flight"_s, QString::number(inFlight)},
                 "0123456789abcdef0123456789abcdef\n");
        QFile people(path(u"people.csv"_s));
        if (!people.open(QIODevice::WriteOnly))
            die(u"no file can be written"_s);
        people.write("External ID,First name,Phone,Group\n");
        for (int i = 0; i < contacts; ++i)
            people.write("C" + QByteArray::number(i) + ",Name" + QByteArray::number(i) + ',' + number(i).toLatin1() +
                         ",G" + QByteArray::number(i / groupSize) + '\n');
        people.close();
        must({u"contacts"_s, u"import"_s, people.fileName()}, {}, 600'000);
        for (const QByteArray text : {"Hello {{ first_name }}, your order has been shipped and arrives tomorrow.",
                                      "Dear {{ first_name }}, our spring offer is waiting. Reply STOP to end."}) {
            const QString name = text.startsWith("Hello") ? u"Shipped"_s : u"Offer"_s;
            if (!write(u"text.txt"_s, text))
                die(u"no file can be written"_s);
            must({u"template"_s, u"add"_s, u"--name"_s, name, u"--channel"_s, u"sms"_s, u"--category"_s, u"marketing"_s,
                  u"--body-file"_s, path(u"text.txt"_s)});
        }
    }

private:
    void must(const QStringList &arguments, const QByteArray &input = {}, int patienceMs = 60'000)
    {
        if (const Ended ended = control(arguments, input, patienceMs); ended.code != 0)
            die(arguments.join(u' ') + u": "_s + ended.said);
    }
};

/// What one campaign did.
struct Sent
{
    double seconds = 0;
    double cpuMicros = 0; ///< a message, of this process
    qint64 messages = 0;
    std::string threads; ///< the same by thread
    [[nodiscard]] double perSecond() const { return double(messages) / seconds; }
};

/// The desktop program with the workspace open, driven as its pages drive it.
class Desk
{
    template <class Work>
    auto ask(Work work)
    {
        using Value = typename decltype(work(std::declval<engine::Queries &>()))::value_type;
        std::optional<Result<Value>> answer;
        m_desktop.client()->ask(work, m_desktop.client(), [&](Result<Value> got) { answer = std::move(got); });
        waitFor([&] { return answer.has_value(); }, 60s);
        if (!*answer)
            die(answer->error().detail);
        return **answer;
    }
    template <class Work>
    auto command(Work work)
    {
        using Answer = decltype(work(std::declval<engine::Commands &>()));
        std::optional<Answer> answer;
        m_desktop.client()->command(work, m_desktop.client(), [&](Answer got) { answer = std::move(got); });
        waitFor([&] { return answer.has_value(); }, 60s);
        if (!*answer)
            die(answer->error().detail);
        if constexpr (!std::is_void_v<typename Answer::value_type>)
            return **answer;
    }
    static void pause(std::chrono::milliseconds time)
    {
        QEventLoop loop;
        QTimer::singleShot(time, &loop, &QEventLoop::quit);
        loop.exec();
    }
    static void waitFor(const std::function<bool()> &isThere, std::chrono::milliseconds patience)
    {
        QElapsedTimer timer;
        timer.start();
        while (!isThere()) {
            if (timer.hasExpired(patience.count()))
                die(u"the program does not answer"_s);
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        }
    }

public:
    Desk(gui::Theme &theme, QSettings &settings, const QString &file) : m_desktop(theme, settings)
    {
        m_desktop.openFile(file);
        waitFor([this] { return m_desktop.window() != nullptr; }, 60s);
        m_desktop.window()->resize(1440, 900);
        m_desktop.window()->show();
        // The quiet hours are asked for each recipient as always, but they are now a minute of the other half of the
        // day.
        engine::SendingLimits limits;
        const int minute = QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("America/New_York")).time().hour() * 60;
        limits.marketing = {true, (minute + 12 * 60) % (24 * 60), (minute + 12 * 60 + 1) % (24 * 60)};
        command([limits](engine::Commands &c) { return c.saveLimits(limits); });
    }

    /// Until the import's last work, the index of names, is done: it is no part of sending.
    static void waitForNames(const QString &file)
    {
        auto db = storage::Connection::open(file, storage::Connection::Access::ReadOnly);
        if (!db)
            die(db.error().detail);
        waitFor(
            [&db] {
                storage::Statement &s = (*db)->statement("SELECT 1 FROM contact_text_pending LIMIT 1");
                const bool isDone = !s.next() && !s.failed();
                s.finish();
                return isDone;
            },
            300s);
    }

    /// Sends a template to a group (-1: everybody) by a provider and waits until every answer is written down.
    Sent send(const QString &name, const QString &templateName, const QString &provider, int group, qint64 recipients)
    {
        domain::Campaign campaign;
        campaign.name = name;
        campaign.templateId = ask([templateName](engine::Queries &q) { return q.templateByName(templateName); }).id;
        for (const engine::ProviderRow &row : ask([](engine::Queries &q) { return q.providers(); }))
            if (row.name == provider)
                campaign.providerId = row.id;
        if (group >= 0)
            campaign.segmentId = command([name, group](engine::Commands &c) {
                return c.saveSegment({}, name, u"{\"group\":\"G%1\"}"_s.arg(group), {});
            });
        const auto id = command([campaign](engine::Commands &c) { return c.saveCampaign(campaign); });
        m_stall.start();
        QElapsedTimer timer;
        timer.start();
        const double cpu = bench::cpuSeconds();
        auto threads = bench::threadSeconds();
        command([id](engine::Commands &c) { return c.launchCampaign(id); });
        // Its progress is looked at all the while (a draft would open its wizard in place of it).
        m_desktop.window()->openPage(u"campaigns"_s, QVariant::fromValue<qlonglong>(id.value));
        domain::MessageCounts counts;
        for (;;) {
            counts = ask([id](engine::Queries &q) { return q.campaign(id); }).counts;
            if (counts.of(domain::MessageState::Accepted) >= recipients)
                break;
            if (counts.of(domain::MessageState::Skipped) + counts.of(domain::MessageState::Uncertain) > 0 ||
                timer.elapsed() > 1'800'000)
                die(u"%1: %2 accepted, %3 skipped, %4 uncertain"_s.arg(name)
                        .arg(counts.of(domain::MessageState::Accepted))
                        .arg(counts.of(domain::MessageState::Skipped))
                        .arg(counts.of(domain::MessageState::Uncertain)));
            pause(20ms);
        }
        m_stall.stop();
        m_longestStallMs = std::max(m_longestStallMs, m_stall.longestMs());
        Sent sent{
            double(timer.nsecsElapsed()) / 1e9, (bench::cpuSeconds() - cpu) * 1e6 / double(recipients), recipients, {}};
        for (const auto &[thread, seconds] : bench::threadSeconds())
            if (const double each = (seconds - threads[thread]) * 1e6 / double(recipients); each >= 0.1)
                sent.threads += u", %1 %2"_s.arg(QString::fromStdString(thread)).arg(each, 0, 'f', 1).toStdString();
        return sent;
    }

    [[nodiscard]] double longestStallMs() const { return m_longestStallMs; }

private:
    app::Desktop m_desktop;
    StallMeter m_stall;
    double m_longestStallMs = 0;
};

Sent floorOf(const QByteArray &url, int messages, int inFlight)
{
    bench::FloorOptions options;
    options.url = url + "/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json";
    options.userPass = "AC00000000000000000000000000000001:0123456789abcdef0123456789abcdef";
    options.messages = messages;
    options.inFlight = inFlight;
    const double cpu = bench::cpuSeconds();
    const bench::FloorResult result = bench::runFloorClient(options);
    if (result.other > 0)
        die(u"the bare client had failures"_s);
    return {result.elapsed.count(), (bench::cpuSeconds() - cpu) * 1e6 / messages, messages, {}};
}

} // namespace

int main(int argc, char **argv)
{
    const bench::ReplyServer near;
    const bench::ReplyServer far(farAway);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    Workspace workspace;
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"heliograph"_s);
    QApplication::setOrganizationName(u"Heliograph"_s);
    QCommandLineParser parser;
    parser.addOptions({{u"quick"_s, {}}, {u"rounds"_s, {}, u"n"_s, u"3"_s}, {u"in-flight"_s, {}, u"n"_s, u"512"_s}});
    parser.process(application);
    const bool quick = parser.isSet(u"quick"_s);
    const int rounds = parser.value(u"rounds"_s).toInt();
    const int inFlight = parser.value(u"in-flight"_s).toInt();

    const int contacts = quick ? groupSize * (rounds + 1) : million;
    QElapsedTimer making;
    making.start();
    workspace.make(contacts, inFlight, near.url(), far.url());
    std::printf("%-60s %10.1f s\n", "making the workspace", double(making.elapsed()) / 1e3);

    gui::Theme theme(application);
    QSettings settings;
    Desk desk(theme, settings, workspace.path(u"w.heliograph"_s));
    Desk::waitForNames(workspace.path(u"w.heliograph"_s));
    bench::forgetMostResident();

    floorOf(near.url(), groupSize / 5, inFlight); // warm-up
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        const Sent before = floorOf(near.url(), groupSize, inFlight);
        const Sent ours = desk.send(u"Round %1"_s.arg(round), u"Shipped"_s, u"near"_s, round, groupSize);
        const Sent after = floorOf(near.url(), groupSize, inFlight);
        const double bare = (before.perSecond() + after.perSecond()) / 2;
        ratios.push_back(ours.perSecond() / bare);
        std::printf("round %d, %d at once: %7.0f messages/s; bare libcurl %7.0f/s; %.0f %%\n"
                    "  processor time a message: %.1f us%s; bare libcurl %.1f us\n",
                    round + 1, inFlight, ours.perSecond(), bare, 100 * ratios.back(), ours.cpuMicros,
                    ours.threads.c_str(), (before.cpuMicros + after.cpuMicros) / 2);
        std::fflush(stdout);
    }
    judge("durable sending beside bare libcurl, median", 100 * bench::median(ratios), "%", 100 * wantedRatio, true);

    const double most = inFlight / std::chrono::duration<double>(farAway).count();
    const Sent slow = desk.send(u"Far away"_s, u"Shipped"_s, u"far"_s, rounds, groupSize);
    std::printf("at 100 ms latency: %.0f messages/s\n", slow.perSecond());
    judge("at 100 ms latency, of what is possible", 100 * slow.perSecond() / most, "%", 100 * wantedOfLatency, true);

    if (!quick) {
        const Sent all = desk.send(u"Everybody"_s, u"Offer"_s, u"near"_s, -1, million);
        std::printf("a campaign of 1,000,000: %.0f s, %.0f messages/s (%.1f us of processor each)\n", all.seconds,
                    all.perSecond(), all.cpuMicros);
    }
    judge("the window's longest stall", desk.longestStallMs(), "ms", stallLimitMs, false);
    judge("most resident memory", bench::mostResidentMegabytes(), "MB", memoryLimitMb, false);
    return missed ? 1 : 0;
}

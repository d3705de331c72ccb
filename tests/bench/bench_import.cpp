// A CSV file of 1,000,000 contacts through the program's own importer into a new workspace: seconds, most memory, and
// how long a click waited at most meanwhile (the engine's longest piece). The exit status is 1 when a limit is missed.
// bench_import [ROWS]

#include "app/composition/composition.h"
#include "bench/figures.h"
#include "bench/people.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Result;

namespace {

constexpr double secondsLimit = 30;
constexpr double memoryLimitMb = 150;
constexpr double clickLimitMs = 20;

/// Clicks again and again, as a person would, and keeps how long the engine took to do something that takes no time.
class Clicks : public QObject
{
public:
    /// Ends with its own end: an answer that comes later is nobody's.
    explicit Clicks(engine::EngineClient &client) : m_client(client) { click(); }
    /// Since the last question.
    [[nodiscard]] double takeLongestMs() { return std::exchange(m_longestMs, 0); }

private:
    void click()
    {
        m_timer.start();
        m_client.command([](engine::Commands &) { return Result<void>(); }, this,
                         [this](const Result<void> &) {
                             m_longestMs = std::max(m_longestMs, double(m_timer.nsecsElapsed()) / 1e6);
                             QTimer::singleShot(1ms, this, [this] { click(); });
                         });
    }

    engine::EngineClient &m_client;
    QElapsedTimer m_timer;
    double m_longestMs = 0;
};

bool writePeople(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("Customer ID,First name,Last name,Company,Mobile,E-mail,Group,Territory,Tags\n");
    for (int i = 1; i <= rows; ++i) {
        const domain::Contact c = bench::contactOf(i);
        const QStringList cells{c.externalId,
                                c.firstName,
                                c.lastName,
                                c.company,
                                c.addresses.first().value,
                                c.addresses.size() > 1 ? c.addresses.last().value : QString(),
                                c.group,
                                c.territory,
                                c.tags.join(u';')};
        file.write(cells.join(u',').toUtf8() + '\n');
    }
    return true;
}

int judge(const char *what, double value, const char *unit, double limit)
{
    std::printf("%-44s %10.1f %s (at most %.0f)%s\n", what, value, unit, limit, value > limit ? "   MISSED" : "");
    std::fflush(stdout);
    return value > limit;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    QTemporaryDir folder;
    const QString path = folder.filePath(u"people.csv"_s);
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // the key lies in a file sealed with a passphrase
    if (!writePeople(path, rows))
        return 2;
    const app::Composition composition;
    const auto session = composition.makeSession();
    std::unique_ptr<Clicks> clicks;
    QElapsedTimer timer;
    int missed = 0;
    const auto end = [&](int code) {
        clicks.reset();
        session->close(5s, [code] { QCoreApplication::exit(code); });
    };
    const auto imported = [&](const Result<engine::ImportReport> &report) {
        if (!report || report->added != rows) {
            std::fprintf(stderr, "bench_import: %s\n", report ? "rows are missing" : qPrintable(report.error().detail));
            end(2);
            return;
        }
        std::printf("%lld contacts\n", static_cast<long long>(report->added));
        missed += judge("import", double(timer.nsecsElapsed()) / 1e9, "s", secondsLimit);
        missed += judge("most memory", bench::mostResidentMegabytes(), "MB", memoryLimitMb);
        missed += judge("a click's longest wait", clicks->takeLongestMs(), "ms", clickLimitMs);
        QTimer::singleShot(5s, session.get(), [&] {
            missed += judge("and while the text index is filled", clicks->takeLongestMs(), "ms", clickLimitMs);
            end(missed > 0);
        });
    };
    session->create(folder.filePath(u"w.heliograph"_s),
                    {{}, u"Bench"_s, u"US"_s, u"America/New_York"_s, u"USD"_s, false}, QByteArray("bench"),
                    engine::SessionMode::CommandsOnly, [&](const Result<void> &made) {
                        if (!made) {
                            std::fprintf(stderr, "bench_import: %s\n", qPrintable(made.error().detail));
                            QCoreApplication::exit(2);
                            return;
                        }
                        session->importer().preview(
                            path, std::nullopt, session.get(), [&](const Result<engine::ImportPreview> &preview) {
                                engine::ImportPlan plan;
                                plan.path = path;
                                plan.format = preview.value_or(engine::ImportPreview{}).format;
                                plan.fields = preview.value_or(engine::ImportPreview{}).guessedFields;
                                plan.defaultCountry = u"US"_s;
                                clicks = std::make_unique<Clicks>(*session);
                                bench::forgetMostResident();
                                timer.start();
                                session->importer().start(plan, session.get(), imported);
                            });
                    });
    return QCoreApplication::exec();
}

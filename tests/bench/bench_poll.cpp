// What polling costs: 100,000 messages of which nothing final is known yet, sent over the last 72 hours, their
// statuses asked for by the real schedule over HTTP from a simulated provider. First the processor time of this process
// while nothing else goes on, then the send rate of campaigns with and without these open messages, in turns. Prints
// each figure beside its limit; the exit status is 1 when one is missed.
// bench_poll [--open N] [--seconds N] [--rounds N] [--recipients N]

#include "app/programs.h"
#include "bench/figures.h"
#include "bench/floorclient.h"
#include "domain/message/reference.h"
#include "engine/http/httpthread.h"
#include "engine/sending/engine.h"
#include "engine/systemclock.h"
#include "providers/factory.h"
#include "storage/core/workspacefile.h"
#include "storage/messagefixture.h"
#include "storage/messages/messagestore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;
using namespace storage;

namespace {

constexpr double cpuLimit = 2;      ///< % of a core
constexpr double slowdownLimit = 5; ///< %
constexpr int hours = 72;           ///< over which the open messages were sent; after them they are given up
constexpr int inFlight = 64;
const QString account = u"AC00000000000000000000000000000001"_s;
const QString token = u"0123456789abcdef0123456789abcdef"_s;
bool missed = false;

[[noreturn]] void die(const QString &why)
{
    std::fprintf(stderr, "bench_poll: %s\n", qPrintable(why));
    std::exit(2);
}

void judge(const char *what, double value, const char *unit, double limit)
{
    const bool isMissed = value > limit;
    missed = missed || isMissed;
    std::printf("%-60s %10.2f %s (at most %.0f)%s\n", what, value, unit, limit, isMissed ? "   MISSED" : "");
    std::fflush(stdout);
}

/// The provider, a process of its own; what it is sent before its time is moved on is as old as that.
class FarProvider
{
public:
    FarProvider()
    {
        m_process.start(apptest::Programs::program(u"heliograph-simulator"_s),
                        {u"--age"_s, QString::number(hours * 3'600) + u's', u"--delivery"_s, u"999999s"_s});
        if (!m_process.waitForReadyRead())
            die(u"the simulator does not start"_s);
        m_url = QString::fromLatin1(m_process.readLine()).trimmed().section(u' ', 2);
    }
    ~FarProvider()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] QString url() const { return m_url; }

    void take(int messages) const
    {
        bench::FloorOptions options;
        options.url = (m_url + u"/2010-04-01/Accounts/%1/Messages.json"_s.arg(account)).toLatin1();
        options.userPass = (account + u':' + token).toLatin1();
        options.messages = messages;
        if (bench::runFloorClient(options).answered != messages)
            die(u"the simulator does not take messages"_s);
    }
    void advance(Millis by) const
    {
        (void)ask("POST", "/_sim/advance", R"({"ms":)" + QByteArray::number(qint64(by.count())) + '}');
    }
    [[nodiscard]] qint64 requests() const { return ask("GET", "/_sim/statistics")[u"requests"].toInteger(); }

private:
    [[nodiscard]] QJsonObject ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const
    {
        QTcpSocket socket;
        socket.connectToHost(QUrl(m_url).host(), quint16(QUrl(m_url).port()));
        socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QByteArray answer;
        while (socket.waitForReadyRead(60'000) || socket.bytesAvailable() > 0)
            answer += socket.readAll();
        return QJsonDocument::fromJson(answer.sliced(answer.indexOf("\r\n\r\n") + 4)).object();
    }

    QProcess m_process;
    QString m_url;
};

void waitFor(const std::function<bool()> &isThere, std::chrono::milliseconds patience)
{
    QElapsedTimer timer;
    timer.start();
    while (!isThere()) {
        if (timer.hasExpired(patience.count()))
            die(u"the engine does not come to an end"_s);
        QEventLoop loop;
        QTimer::singleShot(20ms, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

void pause(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// A workspace file, and what the command line's engine is made of.
class Workspace
{
public:
    Workspace(const QString &path, const FarProvider &provider, int people)
        : m_file(*WorkspaceFile::create(
              path, {{}, u"Bench"_s, u"US"_s, u"UTC"_s, u"USD"_s, false}, Vault::randomKey())),
          m_people(people)
    {
        fixture::mustRun(db(), u"INSERT INTO setting VALUES ('limits', '{\"per_address_per_hour\":0,"
                               "\"quiet_transactional\":{\"enabled\":false}}')"_s);
        const QByteArray settings =
            QJsonDocument(
                QJsonObject{{u"accountSid"_s, account}, {u"from"_s, u"+15005550006"_s}, {u"baseUrl"_s, provider.url()}})
                .toJson(QJsonDocument::Compact);
        auto &s = db().statement("INSERT INTO provider (id, kind, name, settings, rate_per_second, in_flight,"
                                 " created_at, updated_at) VALUES (1, 'twilio', 'P', ?, 0, ?, 0, 0)");
        s.bind(1, QString::fromUtf8(settings)).bind(2, inFlight);
        const auto done = db().transaction(false, [&]() -> Result<void> {
            if (auto made = s.exec(); !made)
                return made;
            for (int i = 1; i <= people; ++i)
                if (auto added = addPerson(i); !added)
                    return added;
            return {};
        });
        if (!done)
            die(done.error().detail);
    }

    /// One of the campaigns of the last days: every message accepted under the next of `ids`, in the order of time.
    void addPast(QStringList::const_iterator &ids, int messages, qint64 campaign)
    {
        addCampaign(campaign, u"completed"_s);
        MessageStore store(db());
        CampaignPlan plan;
        plan.campaign.value = campaign;
        plan.templateId.value = plan.version.value = campaign;
        plan.dueAt = m_clock.now();
        for (qint64 after = 0;;) {
            const auto step = store.planNext(plan, after, 500);
            if (!step)
                die(step.error().detail);
            if (step->finished)
                break;
            after = step->reached;
        }
        fixture::mustRun(db(), u"DELETE FROM message WHERE campaign_id = %1 AND contact_id > %2"_s.arg(campaign).arg(
                                   messages));
        for (;;) {
            const auto due = store.due(2, CampaignId{campaign}, m_clock.now(), 500);
            if (!due || due->isEmpty())
                break;
            QList<Claim> claims;
            for (const DueMessage &one : *due) {
                Claim &claim = claims.emplaceBack();
                claim.message = one.id;
                claim.counted = one.counted;
                claim.number = one.attempts + 1;
                claim.addressIndex = one.addressIndex;
                claim.provider.value = 1;
                claim.reference = attemptReference(m_clock.now(), one.id, 1);
                claim.body = u"Your order is on its way."_s;
                claim.textHash = QByteArray(16, char('a' + campaign));
                claim.encoding = u"gsm7"_s;
                claim.segments = 1;
            }
            if (!store.claim(claims, {}, m_clock.now(), {}))
                die(u"nothing can be claimed"_s);
            QList<Settlement> answers;
            for (const Claim &claim : std::as_const(claims)) {
                Settlement &answer = answers.emplaceBack();
                answer.message = claim.message;
                answer.provider = claim.provider;
                answer.attempt = claim.attempt;
                answer.event = Answered{Accepted{*ids++, {}, {}, MessageState::Accepted}, 0.5};
                answer.httpStatus = 201;
            }
            if (!store.settle(answers, m_clock.now(), {}))
                die(u"nothing can be settled"_s);
        }
    }

    /// Gives each open message its age, and forgets when it is looked at next.
    void age(qint64 open)
    {
        const qint64 now = toMillis(m_clock.now());
        fixture::mustRun(db(), u"CREATE TEMP TABLE open (id INTEGER PRIMARY KEY, age INTEGER);"
                               "INSERT INTO open SELECT id, %1 * (1.0 - (row_number() OVER (ORDER BY id) - 0.5) / %2)"
                               " FROM message WHERE state = 'accepted';"
                               "UPDATE message SET accepted_at = %3 - (SELECT age FROM open WHERE open.id = message.id)"
                               " WHERE id IN (SELECT id FROM open)"_s.arg(hours * 3'600'000)
                                   .arg(open)
                                   .arg(now));
        m_agedAt = now;
        close();
    }
    /// Each is due at some time within its interval, as it would be after days; those past 72 hours no more. Or
    /// (`isFar`) the same is written, but none is due today.
    void open(bool isFar = false)
    {
        constexpr qint64 today = 24 * 3'600'000;
        SendingPolicy policy;
        QList<std::pair<qint64, qint64>> due;
        auto &ages = db().statement("SELECT id, age FROM open");
        const qint64 now = toMillis(m_clock.now());
        while (ages.next()) {
            const Instant accepted = fromMillis(m_agedAt - ages.integer(1));
            if (const auto next = nextStatusLook(MessageState::Accepted, accepted, fromMillis(now), 1, policy))
                due.emplaceBack(ages.integer(0),
                                now + (isFar ? today : 0) +
                                     QRandomGenerator::global()->bounded(qMax(qint64(1), toMillis(*next) - now)));
        }
        m_due = 0;
        const auto done = db().transaction(false, [&]() -> Result<void> {
            auto &s = db().statement("UPDATE message SET look_at = ? WHERE id = ?");
            for (const auto &[id, at] : due) {
                if (auto set = s.bind(1, at).bind(2, id).exec(); !set)
                    return set;
                ++m_due;
            }
            return {};
        });
        if (!done)
            die(done.error().detail);
        fixture::mustRun(db(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        if (m_engine)
            m_engine->refresh(engine::Topic::Messages);
    }
    void close() { fixture::mustRun(db(), u"UPDATE message SET look_at = NULL WHERE look_at IS NOT NULL"_s); }

    void start()
    {
        m_engine = std::make_unique<engine::Engine>(
            engine::Services{db(),
                             m_file.vault(),
                             m_clock,
                             m_factory,
                             m_http,
                             [](const ProviderRecord &) { return QHash<QString, QString>{{u"authToken"_s, token}}; },
                             [] { return QRandomGenerator::global()->generateDouble(); },
                             [] { return engine::Ticks(std::chrono::steady_clock::now().time_since_epoch()); },
                             {}});
        m_engine->start();
    }

    struct Sent
    {
        double perSecond = 0;
        double cpuMicros = 0; ///< each, of this process
    };
    Sent send(qint64 campaign)
    {
        QElapsedTimer timer;
        timer.start();
        const double cpu = bench::cpuSeconds();
        addCampaign(campaign, u"sending"_s);
        m_engine->refresh(engine::Topic::Campaigns);
        const QString accepted = u"SELECT coalesce(sum(messages), 0) FROM counter WHERE campaign_id = %1"
                                 " AND state = 'accepted'"_s.arg(campaign);
        waitFor([&] { return fixture::number(db(), accepted) == m_people; }, 600s);
        return {m_people * 1e9 / double(timer.nsecsElapsed()), (bench::cpuSeconds() - cpu) * 1e6 / m_people};
    }

    /// Looked at since then, and those that should have been a minute ago and were not.
    [[nodiscard]] qint64 looks() { return fixture::number(db(), u"SELECT sum(looks) FROM message"_s); }
    [[nodiscard]] qint64 late()
    {
        return fixture::number(
            db(), u"SELECT count(*) FROM message WHERE look_at < %1"_s.arg(toMillis(m_clock.now()) - 60'000));
    }
    [[nodiscard]] qint64 due() const { return m_due; }

private:
    [[nodiscard]] Connection &db() const { return m_file.connection(); }

    Result<void> addPerson(int i)
    {
        const QString number = apptest::Programs::number(i);
        auto &c = db().statement("INSERT INTO contact (id, display_name, first_name, created_at, updated_at)"
                                 " VALUES (?, ?, ?, 0, 0)");
        auto &a = db().statement("INSERT INTO contact_address (contact_id, channel, address_cipher, address_index,"
                                 " address_tail, country) VALUES (?, 'sms', ?, ?, '…', 'US')");
        c.bind(1, i).bind(2, u"Person %1"_s.arg(i)).bind(3, u"Name%1"_s.arg(i));
        a.bind(1, i).bind(2, m_file.vault().seal(number)).bind(3, m_file.vault().indexOf(number));
        auto made = c.exec();
        return made ? a.exec() : made;
    }
    void addCampaign(qint64 id, const QString &state)
    {
        fixture::mustRun(
            db(), u"INSERT INTO template (id, name, channel, category, created_at, updated_at)"
                  " VALUES (%1, 'T%1', 'sms', 'transactional', 0, 0);"
                  "INSERT INTO template_version (id, template_id, number, body, created_at)"
                  " VALUES (%1, %1, 1, 'Hello {{ first_name }}, this is number %1 of what we have for you.', 0);"
                  "INSERT INTO campaign (id, name, channel, category, template_id, version_id, state, launched_at,"
                  " created_at, updated_at) VALUES (%1, 'C%1', 'sms', 'transactional', %1, %1, '%2', %3, 0, 0)"_s
                      .arg(id)
                      .arg(state)
                      .arg(toMillis(m_clock.now())));
    }

    WorkspaceFile m_file;
    int m_people;
    engine::SystemClock m_clock;
    providers::Factory m_factory;
    engine::HttpThread m_http;
    std::unique_ptr<engine::Engine> m_engine;
    qint64 m_agedAt = 0;
    qint64 m_due = 0;
};

/// The provider's ids of everything it has taken, oldest first.
QStringList idsAt(const FarProvider &provider, qsizetype expected)
{
    ProviderConfig config;
    config.kind = u"twilio"_s;
    config.settings = {{u"accountSid"_s, account}, {u"from"_s, u"+15005550006"_s}, {u"baseUrl"_s, provider.url()}};
    config.secrets = {{u"authToken"_s, token}};
    const auto twilio = *providers::Factory().make(config);
    engine::HttpThread http;
    QStringList ids;
    std::optional<HttpRequest> next = twilio->listRequest({});
    while (next) {
        std::optional<HttpResponse> response;
        http.send(*std::exchange(next, {}), [&](const HttpResponse &got) { response = got; });
        waitFor([&] { return response.has_value(); }, 60s);
        const auto page = twilio->listPage(*response, {});
        if (!page)
            die(page.error().detail);
        for (const StatusReport &report : page->statuses)
            ids << report.providerMessageId;
        next = page->next;
    }
    if (ids.size() != expected)
        die(u"the provider lists %1 messages"_s.arg(ids.size()));
    std::reverse(ids.begin(), ids.end());
    return ids;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"open"_s, {}, u"n"_s, u"100000"_s},
                       {u"seconds"_s, {}, u"n"_s, u"90"_s},
                       {u"rounds"_s, {}, u"n"_s, u"7"_s},
                       {u"recipients"_s, {}, u"n"_s, u"25000"_s}});
    parser.process(application);
    const int open = parser.value(u"open"_s).toInt();
    const int rounds = parser.value(u"rounds"_s).toInt();
    const int people = parser.value(u"recipients"_s).toInt();
    const auto seconds = std::chrono::seconds{parser.value(u"seconds"_s).toInt()};

    const FarProvider provider;
    for (int hour = 0, sent = 0; hour < hours; ++hour) {
        const int until = int(qint64(open) * (hour + 1) / hours);
        provider.take(until - sent);
        sent = until;
        provider.advance(1h);
    }
    const QStringList ids = idsAt(provider, open);
    QTemporaryDir folder;
    Workspace workspace(folder.filePath(u"w.heliograph"_s), provider, people);
    qint64 campaign = 0;
    auto next = ids.cbegin();
    for (int left = open; left > 0; left -= people)
        workspace.addPast(next, qMin(left, people), ++campaign);
    workspace.age(open);
    workspace.open();
    std::printf("%lld open messages of the last %d hours, %d recipients a campaign\n",
                static_cast<long long>(workspace.due()), hours, people);
    std::fflush(stdout);
    workspace.start();

    pause(15s); // the first list, the first statements
    const qint64 requests = provider.requests();
    const qint64 looks = workspace.looks();
    QElapsedTimer timer;
    timer.start();
    const double cpu = bench::cpuSeconds();
    auto threads = bench::threadSeconds();
    pause(seconds);
    const double wall = double(timer.elapsed()) / 1e3;
    const double used = bench::cpuSeconds() - cpu;
    std::printf("%.0f s: %.1f requests/s, %.1f messages looked at/s;", wall,
                double(provider.requests() - requests) / wall, double(workspace.looks() - looks) / wall);
    for (const auto &[thread, all] : bench::threadSeconds())
        if (const double share = 100 * (all - threads[thread]) / wall; share >= 0.05)
            std::printf(" %s %.2f %%", thread.c_str(), share);
    std::printf("\n");
    judge("polling while nothing else goes on, of a core", 100 * used / wall, "%", cpuLimit);
    judge("looked at more than a minute late", double(workspace.late()), "messages", 0);

    std::vector<double> slower;
    std::vector<double> dearer;
    workspace.close();
    (void)workspace.send(++campaign); // warm-up
    for (int round = 0; round < rounds; ++round) {
        Workspace::Sent with;
        Workspace::Sent without;
        for (const bool isOpen : {round % 2 == 0, round % 2 != 0}) {
            workspace.close();
            workspace.open(!isOpen);
            pause(2s);
            (isOpen ? with : without) = workspace.send(++campaign);
        }
        slower.push_back(100 * (1 - with.perSecond / without.perSecond));
        dearer.push_back(100 * (with.cpuMicros / without.cpuMicros - 1));
        std::printf("round %d: %.0f messages/s with them, %.0f without; %.1f and %.1f us of processor each\n",
                    round + 1, with.perSecond, without.perSecond, with.cpuMicros, without.cpuMicros);
        std::fflush(stdout);
    }
    judge("processor time a message is higher by, median", bench::median(dearer), "%", slowdownLimit);
    judge("the send rate is lower by, median", bench::median(slower), "%", slowdownLimit);
    return missed ? 1 : 0;
}

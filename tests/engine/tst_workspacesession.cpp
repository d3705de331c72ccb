#include "engine/workspacesession.h"

#include "engine/fakes.h"
#include "engine/http/transport.h"
#include "engine/systemclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace engine;

namespace {

/// What happened in the engine's thread, for looking at from the test's.
struct Journal
{
    std::atomic<bool> started = false;
    std::atomic<bool> stopped = false;
    std::atomic<bool> destroyed = false;
    std::atomic<QThread *> thread = nullptr;
    bool neverStops = false;
};

class FakeCore : public EngineCore
{
public:
    FakeCore(Journal &journal, const EngineParts &parts) : m_journal(journal), m_parts(parts) {}
    ~FakeCore() override { m_journal.destroyed = true; }

    // Nobody looks into it: the tests ask for the thread and the order alone.
    Commands &commands() override { return *static_cast<Commands *>(static_cast<void *>(m_place.data())); }
    void start() override
    {
        m_journal.started = true;
        m_journal.thread = QThread::currentThread();
        m_parts.changes.note(Topic::Contacts);
        EngineStatus status;
        status.running = true;
        Q_EMIT statusChanged(status);
        Q_EMIT idle();
    }
    void stop(std::function<void()> done) override
    {
        m_journal.stopped = true;
        if (!m_journal.neverStops)
            done();
    }

private:
    Journal &m_journal;
    EngineParts m_parts;
    alignas(Commands) std::array<std::byte, sizeof(Commands)> m_place{};
};

/// Fits where a store in another thread would be owned.
class SharedStore : public KeyStore
{
public:
    explicit SharedStore(QMap<QString, QByteArray> &secrets) : m_secrets(secrets) { m_store.secrets = secrets; }
    void read(const QString &key, std::function<void(Result<QByteArray>)> done) override { m_store.read(key, done); }
    void write(const QString &key, const QByteArray &secret, std::function<void(Result<void>)> done) override
    {
        m_store.write(key, secret, done);
        m_secrets = m_store.secrets;
    }
    void remove(const QString &key, std::function<void(Result<void>)> done) override
    {
        m_store.remove(key, done);
        m_secrets = m_store.secrets;
    }

private:
    QMap<QString, QByteArray> &m_secrets;
    fakes::MemoryKeyStore m_store;
};

class NoProviders : public ProviderFactory
{
public:
    const QList<domain::ProviderKind> &kinds() const override
    {
        static const QList<domain::ProviderKind> none;
        return none;
    }
    QList<ConfigProblem> problems(const ProviderConfig &) const override { return {}; }
    Result<std::unique_ptr<Provider>> make(const ProviderConfig &) const override { return fail(ErrorCode::NotFound); }
};

} // namespace

class WorkspaceSessionTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QMap<QString, QByteArray> m_secrets;
    Journal m_journal;
    SystemClock m_clock;
    NoProviders m_providers;

    SessionParts parts()
    {
        SessionParts made;
        made.room.findKeyStore = [this](const QString &, const auto &, bool, QObject *context, const auto &found) {
            QMetaObject::invokeMethod(
                context, [this, found] { found(std::unique_ptr<KeyStore>(new SharedStore(m_secrets))); },
                Qt::QueuedConnection);
        };
        made.room.makeTransport = [] { return std::make_unique<fakes::ScriptedTransport>(); };
        made.room.makeCore = [this](const EngineParts &given) { return std::make_unique<FakeCore>(m_journal, given); };
        made.room.providers = &m_providers;
        made.room.clock = &m_clock;
        return made;
    }
    static std::optional<Result<void>> opened(WorkspaceSession &session, const QString &path,
                                              SessionMode mode = SessionMode::Engine)
    {
        std::optional<Result<void>> answer;
        session.open(path, std::nullopt, mode, [&](Result<void> result) { answer = std::move(result); });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 10'000) ? answer : std::nullopt;
    }
    static bool closed(WorkspaceSession &session, Millis grace = Millis{5000})
    {
        bool isClosed = false;
        session.close(grace, [&] { isClosed = true; });
        return QTest::qWaitFor([&] { return isClosed; }, 10'000);
    }
    static ErrorCode codeOf(const std::optional<Result<void>> &answer)
    {
        return answer && !*answer ? answer->error().code : ErrorCode::Internal;
    }
    QString path() const { return m_folder.filePath(u"a.heliograph"_s); }

private Q_SLOTS:
    void init()
    {
        m_journal.started = m_journal.stopped = m_journal.destroyed = false;
        m_journal.neverStops = false;
        m_secrets.clear();
        QFile::remove(path());
        WorkspaceSession session(parts());
        std::optional<Result<void>> answer;
        session.create(path(), {{}, u"Shop"_s, u"US"_s, u"America/New_York"_s, u"USD"_s, false}, std::nullopt,
                       SessionMode::CommandsOnly, [&](Result<void> result) { answer = std::move(result); });
        QVERIFY(!answer);
        QTRY_VERIFY(answer);
        QVERIFY2(answer->has_value(), answer->has_value() ? "" : qPrintable(answer->error().detail));
        QVERIFY(!m_journal.started);
        QVERIFY(closed(session));
        QVERIFY(m_journal.destroyed);
        QCOMPARE(m_secrets.size(), 1);
        QVERIFY(m_secrets.firstKey().endsWith(u"/workspace-key"_s));
        m_journal.destroyed = m_journal.stopped = false;
    }

    void questionsAreAnsweredByReadersInTheAskersThread()
    {
        WorkspaceSession session(parts());
        QStringList names;
        QSet<QThread *> readers;
        const auto ask = [&] {
            session.ask(
                [](Queries &queries) -> Result<std::pair<QString, QThread *>> {
                    const auto info = queries.workspace();
                    if (!info)
                        return tl::unexpected(info.error());
                    return std::pair(info->name, QThread::currentThread());
                },
                this,
                [&](const Result<std::pair<QString, QThread *>> &result) {
                    QCOMPARE(QThread::currentThread(), thread());
                    names << (result ? result->first : result.error().detail);
                    readers << (result ? result->second : nullptr);
                });
        };
        ask(); // waits until it is open
        QCOMPARE(codeOf(opened(session, path())), ErrorCode::Internal);
        for (int i = 0; i < 50; ++i)
            ask();
        QTRY_COMPARE(names.size(), 51);
        QCOMPARE(names.count(u"Shop"_s), 51);
        QVERIFY(!readers.contains(thread()) && !readers.contains(m_journal.thread));
        QCOMPARE(readers.size(), 2);
        QVERIFY(closed(session));
    }

    void commandsRunInOrderInTheEnginesThread()
    {
        WorkspaceSession session(parts());
        QList<int> order;
        QThread *where = nullptr;
        const auto command = [&](int number) {
            session.command(
                [number](Commands &) {
                    return Result<std::pair<int, QThread *>>{{number, QThread::currentThread()}};
                },
                this,
                [&](const Result<std::pair<int, QThread *>> &result) {
                    order << result->first;
                    where = result->second;
                });
        };
        command(0);
        command(1);
        QVERIFY(opened(session, path()).value_or(fail(ErrorCode::Internal)));
        for (int i = 2; i < 20; ++i)
            command(i);
        QTRY_COMPARE(order.size(), 20);
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
        QCOMPARE(where, m_journal.thread);
        QVERIFY(where != thread());
        QVERIFY(closed(session));
    }

    void whatChangesIsSaid()
    {
        WorkspaceSession session(parts());
        QSignalSpy changed(&session, &EngineClient::changed);
        QSignalSpy status(&session, &EngineClient::statusChanged);
        QSignalSpy idle(&session, &WorkspaceSession::idle);
        QVERIFY(opened(session, path()).value_or(fail(ErrorCode::Internal)));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(changed[0][0].value<Topics>() == Topics(Topic::Contacts));
        QTRY_COMPARE(status.size(), 1);
        QVERIFY(session.status().running);
        QTRY_COMPARE(idle.size(), 1);
        QVERIFY(closed(session));
    }

    void anAnswerToSomeoneGoneIsDropped()
    {
        WorkspaceSession session(parts());
        QVERIFY(opened(session, path()).value_or(fail(ErrorCode::Internal)));
        int answers = 0;
        auto context = std::make_unique<QObject>();
        session.ask([](Queries &queries) { return queries.workspace(); }, context.get(),
                    [&](const auto &) { ++answers; });
        context.reset();
        session.ask([](Queries &queries) { return queries.workspace(); }, this, [&](const auto &) { answers += 10; });
        session.ask([](Queries &queries) { return queries.workspace(); }, this, [&](const auto &) { answers += 10; });
        QTRY_COMPARE(answers, 20);
        QVERIFY(closed(session));
    }

    void aCommandOfAMomentDoesNotTurnTheEngineAway()
    {
        WorkspaceSession command(parts());
        QVERIFY(opened(command, path(), SessionMode::CommandsOnly).value_or(fail(ErrorCode::Internal)));
        QTimer::singleShot(300, &command, [&] { command.close(std::chrono::seconds(5), [] {}); });
        WorkspaceSession engine(parts());
        QVERIFY(opened(engine, path()).value_or(fail(ErrorCode::Internal)));
    }

    void asMuchIsStartedAsTheModeSays()
    {
        {
            WorkspaceSession session(parts());
            QVERIFY(opened(session, path(), SessionMode::CommandsOnly).value_or(fail(ErrorCode::Internal)));
            QVERIFY(closed(session));
            QVERIFY(!m_journal.started);
        }
        WorkspaceSession engine(parts());
        QVERIFY(opened(engine, path()).value_or(fail(ErrorCode::Internal)));
        QTRY_VERIFY(m_journal.started);
        WorkspaceSession second(parts());
        QCOMPARE(codeOf(opened(second, path())), ErrorCode::FileBusy);
        WorkspaceSession reader(parts());
        QVERIFY(opened(reader, path(), SessionMode::ReadOnly).value_or(fail(ErrorCode::Internal)));
        QString name;
        reader.ask([](Queries &queries) { return queries.workspace(); }, this,
                   [&](const Result<WorkspaceInfo> &info) { name = info ? info->name : info.error().detail; });
        QTRY_COMPARE(name, u"Shop"_s);
    }

    void aCommandWhereOnlyReadingIsPossibleIsAnswered()
    {
        WorkspaceSession session(parts());
        QStringList ran;
        QList<ErrorCode> answers;
        const auto answer = [&](const Result<void> &result) {
            answers << (result ? ErrorCode::Internal : result.error().code);
        };
        const auto command = [&] {
            session.command(
                [&](Commands &) {
                    ran << u"command"_s;
                    return Result<void>();
                },
                this, answer);
            session.call<void>([&](Commands &, const Reply<void> &) { ran << u"call"_s; }, this, answer);
        };
        command(); // waits until it is open
        QVERIFY(opened(session, path(), SessionMode::ReadOnly).value_or(fail(ErrorCode::Internal)));
        command();
        QTRY_COMPARE(answers.size(), 4);
        QCOMPARE(answers.count(ErrorCode::NotAllowed), 4);
        QCOMPARE(ran, QStringList());
    }

    void closingIsAnsweredHoweverOften()
    {
        WorkspaceSession session(parts());
        QCOMPARE(codeOf(opened(session, m_folder.filePath(u"nothing"_s))), ErrorCode::FileMissing);
        QVERIFY(closed(session)); // the failed opening has closed it
        WorkspaceSession twice(parts());
        QVERIFY(opened(twice, path()).value_or(fail(ErrorCode::Internal)));
        int closings = 0;
        twice.close(Millis{5'000}, [&] { ++closings; });
        twice.close(Millis{5'000}, [&] { ++closings; });
        QTRY_COMPARE(closings, 2);
    }

    void openingIsAnsweredThoughItIsClosedMeanwhile()
    {
        WorkspaceSession session(parts());
        std::optional<Result<void>> answer;
        int answers = 0;
        session.open(path(), std::nullopt, SessionMode::Engine, [&](Result<void> result) {
            answer = std::move(result);
            ++answers;
        });
        QVERIFY(closed(session));
        QTRY_VERIFY(answer);
        QCOMPARE(codeOf(answer), ErrorCode::Cancelled);
        QCOMPARE(answers, 1);
    }

    void whyItDoesNotOpenIsSaid()
    {
        {
            WorkspaceSession session(parts());
            QCOMPARE(codeOf(opened(session, m_folder.filePath(u"nothing"_s))), ErrorCode::FileMissing);
        }
        {
            const auto kept = std::exchange(m_secrets, {});
            WorkspaceSession session(parts());
            QCOMPARE(codeOf(opened(session, path())), ErrorCode::KeyUnavailable);
            m_secrets = kept;
        }
        {
            WorkspaceSession session(parts());
            m_secrets.first() = QByteArray(32, 'x');
            QCOMPARE(codeOf(opened(session, path())), ErrorCode::WrongPassphrase);
            m_secrets.first() = "short";
        }
        WorkspaceSession session(parts());
        QCOMPARE(codeOf(opened(session, path())), ErrorCode::Damaged);
        QVERIFY(!m_journal.started);
    }

    void aFileThatExistsIsNotMadeAgain()
    {
        WorkspaceSession session(parts());
        std::optional<Result<void>> answer;
        session.create(path(), {}, std::nullopt, SessionMode::Engine, [&](Result<void> result) { answer = result; });
        QTRY_VERIFY(answer);
        QCOMPARE(codeOf(answer), ErrorCode::Conflict);
        QCOMPARE(m_secrets.size(), 1);
    }

    void closingWaitsNoLongerThanItsGrace()
    {
        m_journal.neverStops = true;
        WorkspaceSession session(parts());
        QVERIFY(opened(session, path()).value_or(fail(ErrorCode::Internal)));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(closed(session, Millis{200}));
        QVERIFY(timer.elapsed() >= 190 && timer.elapsed() < 5000);
        QVERIFY(m_journal.stopped && m_journal.destroyed);
    }

    void destructionAloneEndsItToo()
    {
        {
            WorkspaceSession session(parts());
            QVERIFY(opened(session, path()).value_or(fail(ErrorCode::Internal)));
            session.ask([](Queries &queries) { return queries.workspace(); }, this, [](const auto &) {});
        }
        QVERIFY(m_journal.stopped && m_journal.destroyed);
        WorkspaceSession again(parts()); // its lock is gone
        QVERIFY(opened(again, path()).value_or(fail(ErrorCode::Internal)));
        {
            WorkspaceSession untouched(parts());
        }
    }
};

QTEST_GUILESS_MAIN(WorkspaceSessionTest)
#include "tst_workspacesession.moc"

#include "engine/cloudrig.h"
#include "engine/commands/codecommands.h"
#include "engine/fakes.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;
using engine::CodeVerdict;

namespace {

const QString ann = u"+12125550134"_s;
const QString ben = u"+12135550188"_s;
const QString theCode = u"271828"_s; ///< the simulator's

template <class T>
struct Awaited
{
    std::optional<Result<T>> result;
    engine::Reply<T> reply()
    {
        return [this](Result<T> given) { result = std::move(given); };
    }
    Result<T> wait()
    {
        if (!QTest::qWaitFor([this] { return result.has_value(); }, cloud::patienceMs))
            qFatal("no answer");
        return *result;
    }
};

struct ShiftedClock final : Clock
{
    [[nodiscard]] Instant now() const override { return system.now() + ahead; }
    engine::SystemClock system;
    Millis ahead{0};
};

struct CodesRig
{
    CodesRig(const QString &path, const simulator::Server &server, const QString &interface)
        : w(path, u"flashchat"_s,
            {{u"baseUrl"_s, QString(server.url() + u"/flashchat"_s)},
             {u"interface"_s, interface},
             {u"device"_s, u"d1"_s},
             {u"account"_s, u"1"_s}},
            {{u"secret"_s, u"k3y"_s}}),
          secrets(keys, u"w"_s)
    {
        bool isKept = false;
        secrets.write(ProviderId{1}, {{u"secret"_s, u"k3y"_s}}, [&](const Result<void> &) { isKept = true; });
        if (!QTest::qWaitFor([&] { return isKept; }))
            qFatal("no secret");
        w.start();
    }

    Result<MessageId> send(const QString &to, const QString &text = {}, std::chrono::seconds validity = 300s,
                           Channel channel = Channel::Sms)
    {
        Awaited<MessageId> sent;
        codes.send({channel, to, text, validity, {}}, sent.reply());
        return sent.wait();
    }
    /// Sent and taken.
    bool arrives(const QString &to, std::chrono::seconds validity = 300s)
    {
        const auto id = send(to, {}, validity);
        return id && QTest::qWaitFor(
                         [&] {
                             return fixture::number(*w.db, u"SELECT count(*) FROM message WHERE id = %1 AND state IN"
                                                           " ('accepted', 'sent', 'delivered')"_s.arg(id->value)) == 1;
                         },
                         cloud::patienceMs);
    }
    Result<CodeVerdict> check(const QString &to, const QString &code)
    {
        Awaited<CodeVerdict> checked;
        codes.check({Channel::Sms, to, code}, checked.reply());
        return checked.wait();
    }

    cloud::Workspace w;
    ShiftedClock clock;
    fakes::MemoryKeyStore keys;
    engine::SecretBook secrets;
    engine::CodeCommands codes{{{*w.db, w.vault, clock, u"Ann"_s},
                                w.http,
                                w.factory,
                                secrets,
                                [] {},
                                [this] { w.engine->refresh(engine::Topic::Messages); },
                                {},
                                nullptr}};
};

} // namespace

/// One-time codes through the engine and FlashChat's two interfaces.
class CodesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<simulator::Server> m_server;
    std::unique_ptr<CodesRig> m;

    void begin(const QString &interface)
    {
        m_server = std::make_unique<simulator::Server>();
        QVERIFY(m_server->start());
        m = std::make_unique<CodesRig>(m_folder.filePath(QString::number(++m_files)), *m_server, interface);
    }

private Q_SLOTS:
    void cleanup()
    {
        m.reset();
        m_server.reset();
    }

    void aCodeIsSentAndVerifiedOnce_data()
    {
        QTest::addColumn<QString>("interface");
        QTest::newRow("zender") << u"zender"_s;
        QTest::newRow("app") << u"app"_s;
    }
    void aCodeIsSentAndVerifiedOnce()
    {
        QFETCH(const QString, interface);
        begin(interface);
        // Who wants no advertising, and no messages at all, wants to log in all the same.
        storage::ConsentStore consent(*m->w.db, m->w.vault);
        storage::ConsentEvent out;
        out.at = m->clock.now();
        out.address = ann;
        out.category = Category::Marketing;
        out.optOut = true;
        out.source = u"inbound"_s;
        QVERIFY(m->w.db->transaction(true, [&] { return consent.append(out); }).has_value());
        QCOMPARE(m->check(ann, theCode).error().code, ErrorCode::NotFound);
        QVERIFY(m->arrives(ann));
        QCOMPARE(m_server->messages().size(), 1);
        QVERIFY(m_server->messages().first().body.contains(theCode));
        QCOMPARE(m->check(ann, u"111111"_s).value(), CodeVerdict::Wrong);
        QCOMPARE(m->check(ann, theCode).value(), CodeVerdict::Right);
        QCOMPARE(m->check(ann, theCode).value(), CodeVerdict::Used);
        // Evidence and price like any message's; the code stands nowhere.
        QCOMPARE(fixture::number(*m->w.db, u"SELECT count(*) FROM attempt WHERE outcome = 'accepted'"_s), 1);
        QCOMPARE(fixture::text(*m->w.db, u"SELECT category || ' ' || body FROM message"_s),
                 u"authentication Your code: {{otp}}"_s);
        QCOMPARE(fixture::number(*m->w.db, u"SELECT count(*) FROM audit WHERE action LIKE 'code.%'"_s), 2);
        m->w.engine.reset();
        QFile file(m_folder.filePath(QString::number(m_files)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(theCode.toLatin1()));
    }

    void aCodeIsGoodForItsTimeAndAFewTries()
    {
        begin(u"zender"_s);
        QVERIFY(m->arrives(ann, 60s));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m->check(ann, u"111111"_s).value(), CodeVerdict::Wrong);
        QCOMPARE(m->check(ann, theCode).value(), CodeVerdict::TooManyTries);
        QVERIFY(m->arrives(ann, 60s)); // another one
        m->clock.ahead = 61s;
        QCOMPARE(m->check(ann, theCode).value(), CodeVerdict::Expired);
        QCOMPARE(fixture::number(*m->w.db, u"SELECT sum(tries) FROM one_time_code"_s), 5); // nobody was asked then
    }

    // FlashChat asks for the code alone: with two of them open, one person's would pass for the other's.
    void onePersonsCodeAtATimeIsOpen()
    {
        begin(u"zender"_s);
        QVERIFY(m->arrives(ann, 60s));
        const auto refused = m->send(ben);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().place, u"open_code"_s);
        QVERIFY(m->arrives(ann, 60s)); // the same person may ask again
        QCOMPARE(m->check(ann, theCode).value(), CodeVerdict::Right);
        m->clock.ahead = 61s; // the first of the two is over
        QVERIFY(m->send(ben).has_value());
    }

    void whatCannotBeSentIsRefused_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("place");
        QTest::newRow("no number") << u"nobody"_s << QString() << 300 << u"to"_s;
        QTest::newRow("no place") << ann << u"Your code"_s << 300 << u"text"_s;
        QTest::newRow("two places") << ann << u"{{otp}} {{otp}}"_s << 300 << u"text"_s;
        QTest::newRow("a choice of texts") << ann << u"{{otp}} {a|b}"_s << 300 << u"text"_s;
        QTest::newRow("too short") << ann << QString() << 10 << u"expire"_s;
        QTest::newRow("too long") << ann << QString() << 7200 << u"expire"_s;
    }
    void whatCannotBeSentIsRefused()
    {
        QFETCH(const QString, to);
        QFETCH(const QString, text);
        QFETCH(const int, seconds);
        QFETCH(const QString, place);
        begin(u"zender"_s);
        const auto refused = m->send(to, text, std::chrono::seconds(seconds));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QCOMPARE(refused.error().place, place);
        QCOMPARE(fixture::number(*m->w.db, u"SELECT count(*) FROM message"_s), 0);
    }

    // An order whose answer is lost is not looked for in the lists, where it could not be found, and not sent again.
    void anOrderInDoubtIsNotRepeated()
    {
        begin(u"zender"_s);
        simulator::Faults faults;
        faults.dropAccepting.next = 1;
        m_server->setFaults(faults);
        QVERIFY(m->send(ann).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(fixture::text(*m->w.db, u"SELECT state FROM message"_s), u"uncertain"_s,
                                  cloud::patienceMs);
        const auto provider =
            m->w.factory.make({{1}, u"flashchat"_s, {}, {{u"device"_s, u"d1"_s}}, {{u"secret"_s, u"k3y"_s}}});
        QVERIFY(provider.has_value());
        Doubt doubt;
        doubt.to = ann;
        doubt.body = u"Your code: {{otp}}"_s;
        QVERIFY(std::holds_alternative<Inconclusive>((*provider)->evidence(doubt, {}, {})));
        QCOMPARE(m_server->statistics().accepted, 1);
        QCOMPARE(m->check(ann, theCode).value(), CodeVerdict::Right); // it may well have come
    }

    void whereNoAccountCanNoneIsOrdered()
    {
        m_server = std::make_unique<simulator::Server>();
        QVERIFY(m_server->start());
        m = std::make_unique<CodesRig>(m_folder.filePath(QString::number(++m_files)), *m_server, u"zender"_s);
        fixture::mustRun(*m->w.db, u"UPDATE provider SET enabled = 0"_s);
        QCOMPARE(m->send(ann).error().code, ErrorCode::NotAllowed);
    }
};

QTEST_GUILESS_MAIN(CodesTest)
#include "tst_codes.moc"

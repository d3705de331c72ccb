#include "hookrig.h"

#include <QFile>
#include <QTest>
#include <QThread>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hookrig;

namespace {

/// Of this process, in KiB.
qint64 residentKib()
{
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * (sysconf(_SC_PAGESIZE) / 1024);
}

} // namespace

class WebhookServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProvenEventIsAnsweredAsTheProviderWantsOnceItIsKept()
    {
        Rig rig;
        const QByteArray answer = rig.ask(Rig::request("SM1"));
        QCOMPARE(statusOf(answer), 200);
        QVERIFY(answer.contains("Content-Type: text/xml\r\n"));
        QVERIFY(answer.endsWith("\r\n\r\n<Response/>"));
        QCOMPARE(rig.sink.ids(), QStringList{u"SM1"_s});
    }

    void aConnectionCarriesManyRequestsAlsoAllAtOnce()
    {
        Rig rig;
        Wire wire(rig.port);
        QByteArray all;
        for (int i = 0; i < 50; ++i)
            all += Rig::request("SM" + QByteArray::number(i));
        wire.say(all);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(statusOf(wire.hear()), 200);
        QCOMPARE(rig.sink.ids().size(), 50);
        QCOMPARE(rig.sink.ids().last(), u"SM49"_s);
    }

    void aBodyInPiecesIsReadWhole()
    {
        Rig rig;
        Wire wire(rig.port);
        QByteArray request = Rig::request("SM-in-pieces");
        request.replace("Content-Length: 12\r\n\r\nSM-in-pieces",
                        "Transfer-Encoding: chunked\r\n\r\n5\r\nSM-in\r\n7\r\n-pieces\r\n0\r\n\r\n");
        for (const char c : std::as_const(request))
            QVERIFY(wire.say(QByteArray(1, c)));
        QCOMPARE(statusOf(wire.hear()), 200);
        QCOMPARE(rig.sink.ids(), QStringList{u"SM-in-pieces"_s});
    }

    void whoeverAsksWhetherToGoOnIsTold()
    {
        Rig rig;
        Wire wire(rig.port);
        const QByteArray request = Rig::request("SM1", "Expect: 100-continue\r\n");
        wire.say(request.chopped(3));
        QCOMPARE(statusOf(wire.hear()), 100);
        wire.say("SM1");
        QCOMPARE(statusOf(wire.hear()), 200);
    }

    void aWrongSignatureIsRefusedAndNeverReachesTheEngine()
    {
        Rig rig;
        QByteArray forged = Rig::request("SM1");
        forged.replace("\r\n\r\nSM1", "\r\n\r\nSM2");
        QCOMPARE(statusOf(rig.ask(forged)), 403);
        QByteArray unsigned_ = Rig::request("SM1");
        unsigned_.replace("X-Sign", "X-Song");
        QCOMPARE(statusOf(rig.ask(unsigned_)), 403);
        QVERIFY(QTest::qWaitFor([&] { return rig.sink.refusedCount() == 2; }));
        QVERIFY(rig.sink.ids().isEmpty());
    }

    void whatCannotBeReadIsRefusedAndWhatSaysNothingIsAnswered()
    {
        Rig rig;
        QCOMPARE(statusOf(rig.ask(Rig::request("nonsense"))), 400);
        QCOMPARE(statusOf(rig.ask(Rig::request("nothing"))), 200);
        QVERIFY(rig.sink.ids().isEmpty());
        QVERIFY(QTest::qWaitFor([&] { return rig.sink.unreadableCount() == 1; }));
        QCOMPARE(rig.sink.refusedCount(), 0);
    }

    void whatIsNotKeptIsAskedForAgain()
    {
        Rig rig;
        rig.sink.setMood(Sink::Mood::Refuse);
        const QByteArray answer = rig.ask(Rig::request("SM1"));
        QCOMPARE(statusOf(answer), 503);
        QVERIFY(answer.contains("Retry-After: "));
    }

    void anEngineThatDoesNotAnswerIsNotWaitedForForever()
    {
        api::Limits limits;
        limits.answer = 300ms;
        limits.unanswered = 2;
        Rig rig(limits);
        rig.sink.setMood(Sink::Mood::Wait);
        QCOMPARE(statusOf(rig.ask(Rig::request("SM1"))), 503);
        QCOMPARE(statusOf(rig.ask(Rig::request("SM2"))), 503);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(statusOf(rig.ask(Rig::request("SM3"))), 503); // no place left to wait
        QVERIFY(timer.elapsed() < 250);
        QCOMPARE(rig.sink.ids().size(), 2);
        rig.server->answer({1, 2}, true); // too late is no harm
        rig.sink.setMood(Sink::Mood::Keep);
        QCOMPARE(statusOf(rig.ask(Rig::request("SM4"))), 200);
    }

    void whoComesBeforeTheAccountsAreKnownWaitsForThem()
    {
        const engine::SystemClock clock;
        Sink sink;
        const auto server = api::makeWebhookServer(clock);
        sink.server = server.get();
        const quint16 port = server->start({u"127.0.0.1"_s, 0, {}, {}}, sink).value();
        Wire early(port);
        early.say(Rig::request("SM1"));
        QCOMPARE(early.hear(100), QByteArray());
        server->setRoutes(Rig::routes());
        QCOMPARE(statusOf(early.hear()), 200);
    }

    void nothingElseIsThere_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target :
             {"/", "/hooks/7", "/hooks/7/", "/hooks/7/secret-pat", "/hooks/7/secret-path/", "/hooks/7/secret-pathx",
              "/hooks/07/secret-path", "/hooks/8/secret-path", "/hooks//secret-path", "/hooks/7/secret-path/../x",
              "//hooks/7/secret-path", "/u/", "/u/bad", "/u/good/", "/HOOKS/7/secret-path", "/hooks/7/%73ecret-path"})
            QTest::newRow(target) << QByteArray(target);
    }
    void nothingElseIsThere()
    {
        QFETCH(QByteArray, target);
        Rig rig;
        QCOMPARE(statusOf(rig.ask(Rig::request("SM1", {}, target))), 404);
        QVERIFY(rig.sink.ids().isEmpty());
    }

    // RFC 9112: what two servers in a row could read differently is not served at all.
    void whatIsMalformedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray post = "POST /hooks/7/secret-path HTTP/1.1\r\n";
        const auto row = [](const char *name, const QByteArray &request, int status) {
            QTest::newRow(name) << request << status;
        };
        row("no HTTP", "hello\r\n\r\n", 400);
        row("TLS to a plain port", QByteArray::fromHex("16030100c8010000c40303") + QByteArray(200, 'x'), 400);
        row("no host", post + "Content-Length: 0\r\n\r\n", 400);
        row("two hosts", post + "Host: a\r\nHost: b\r\nContent-Length: 0\r\n\r\n", 400);
        row("two lengths", post + "Host: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nSM1x", 400);
        row("the same length twice", post + "Host: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nSM1", 400);
        row("a list of lengths", post + "Host: a\r\nContent-Length: 3, 3\r\n\r\nSM1", 400);
        row("a negative length", post + "Host: a\r\nContent-Length: -1\r\n\r\n", 400);
        row("a signed length", post + "Host: a\r\nContent-Length: +3\r\n\r\nSM1", 400);
        row("a length and chunks", post + "Host: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400);
        row("chunks and a length", post + "Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
            400);
        row("another coding", post + "Host: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501);
        row("two codings", post + "Host: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
        row("chunked twice",
            post + "Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("chunks in HTTP/1.0", "POST /hooks/7/secret-path HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400);
        row("a space before a colon", post + "Host: a\r\nContent-Length : 3\r\n\r\nSM1", 400);
        row("a bare line feed", "POST /hooks/7/secret-path HTTP/1.1\nHost: a\n\n", 400);
        row("a NUL in a header", post + QByteArray("Host: a\0b\r\n\r\n", 12), 400);
        row("no length", post + "Host: a\r\n\r\n", 411);
        row("another version", "POST /hooks/7/secret-path HTTP/1.9\r\nHost: a\r\nContent-Length: 0\r\n\r\n", 400);
        row("an absolute target", "POST http://a/hooks/7/secret-path HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
            400);
        row("an asterisk", "POST * HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", 400);
        row("a fragment", "POST /hooks/7/secret-path#x HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", 400);
        row("another method", "DELETE /hooks/7/secret-path HTTP/1.1\r\nHost: a\r\n\r\n", 405);
        row("a proxy's method", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("another expectation", post + "Host: a\r\nExpect: miracles\r\nContent-Length: 0\r\n\r\n", 417);
        row("a long header", post + "Host: a\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n", 431);
        row("many headers", post + QByteArray("X: y\r\n").repeated(5'000) + "\r\n", 431);
        row("a bad chunk",
            Rig::request("SM1").replace("Content-Length: 3\r\n\r\nSM1",
                                        "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nSM1"),
            400);
    }
    void whatIsMalformedIsRefused()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        Rig rig;
        Wire wire(rig.port);
        // A second request behind it must never be served: that is how one is smuggled past another server.
        wire.say(request + Rig::request("SM-smuggled"));
        QCOMPARE(statusOf(wire.hear()), status);
        QVERIFY(wire.ends(5'000));
        QVERIFY(rig.sink.ids().isEmpty());
        QCOMPARE(statusOf(rig.ask(Rig::request("SM-honest"))), 200);
    }

    void aBodyOverTheLimitIsRefusedBeforeItComes()
    {
        Rig rig;
        Wire wire(rig.port);
        wire.say("POST /hooks/7/secret-path HTTP/1.1\r\nHost: a\r\nContent-Length: 1073741824\r\n\r\n");
        QCOMPARE(statusOf(wire.hear()), 413);
    }

    void aGigabyteInChunksIsCutOffAndCostsNoMemory()
    {
        Rig rig;
        QCOMPARE(statusOf(rig.ask(Rig::request("warm"))), 200);
        const qint64 before = residentKib();
        Wire wire(rig.port);
        wire.say("POST /hooks/7/secret-path HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'x') + "\r\n";
        qint64 said = 0;
        while (said < 1'073'741'824 && wire.say(chunk))
            said += 0x10000;
        QVERIFY2(said < 1'073'741'824, "all of it was taken");
        QVERIFY2(residentKib() - before < 16 * 1024, QByteArray::number(residentKib() - before).constData());
        QCOMPARE(statusOf(rig.ask(Rig::request("SM1"))), 200);
        QCOMPARE(rig.sink.ids().size(), 2);
    }

    void whoIsSlowIsCut_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("silent") << QByteArray();
        QTest::newRow("in its head") << QByteArray("POST /hooks/7/secret-path HT");
        QTest::newRow("in its body") << Rig::request("SM1").chopped(1);
    }
    void whoIsSlowIsCut()
    {
        QFETCH(QByteArray, beginning);
        api::Limits limits;
        limits.head = limits.body = 200ms;
        Rig rig(limits);
        Wire wire(rig.port);
        wire.say(beginning);
        QVERIFY(wire.ends(5'000));
    }

    // A byte now and then does not buy more time.
    void whoTricklesIsCut()
    {
        api::Limits limits;
        limits.head = 400ms;
        Rig rig(limits);
        Wire wire(rig.port);
        QElapsedTimer timer;
        timer.start();
        bool isCut = false;
        while (!isCut && timer.elapsed() < 10'000)
            isCut = !wire.say("x") || wire.ends(50);
        QVERIFY(isCut);
        QVERIFY(timer.elapsed() < 5'000);
    }

    void honestClientsAreAnsweredAmongTenThousandHalfOpenOnes()
    {
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
        const int half = int(qMin<rlim_t>(10'000, files.rlim_cur - 2'000));
        Rig rig;
        QCOMPARE(statusOf(rig.ask(Rig::request("warm"))), 200);
        const qint64 before = residentKib();
        std::vector<Wire> attackers;
        attackers.reserve(size_t(half));
        qint64 slowest = 0;
        for (int i = 0; i < half; ++i) {
            attackers.emplace_back(rig.port);
            QVERIFY(attackers.back().isOpen());
            attackers.back().say("POST /hooks/7/secret-path HTTP/1.1\r\nHost: ");
            if (i % 500 != 0)
                continue;
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(statusOf(rig.ask(Rig::request("SM" + QByteArray::number(i)))), 200);
            slowest = qMax(slowest, timer.elapsed());
        }
        const qint64 grown = residentKib() - before;
        qInfo("%d half-open connections: slowest honest answer %lld ms, %lld KiB more", half, slowest, grown);
        QVERIFY(slowest < 1'000);
#ifndef __SANITIZE_ADDRESS__ // which surrounds every piece of memory and keeps it when it is freed
        QVERIFY(grown < 32 * 1024);
#endif
    }

    void theEvidenceOfAnOptOutIsWhoSentIt()
    {
        Rig rig;
        const QByteArray answer = rig.ask("POST /u/good HTTP/1.1\r\nHost: x\r\nUser-Agent: Mail\tPro\r\n"
                                          "Content-Length: 26\r\n\r\nList-Unsubscribe=One-Click");
        QCOMPARE(statusOf(answer), 200);
        QVERIFY(answer.contains("You will get no more of these e-mails from Bread &amp; Butter."));
        QCOMPARE(rig.sink.optOuts(), QByteArrayList{"index One-click unsubscribe by the mail program (Mail Pro)"});
    }

    void lookingAtAnUnsubscribeLinkChangesNothing()
    {
        Rig rig;
        const QByteArray page = rig.ask("GET /u/good HTTP/1.1\r\nHost: x\r\nAccept-Language: de-AT, en;q=0.5\r\n\r\n");
        QCOMPARE(statusOf(page), 200);
        QVERIFY(page.contains("<html lang=\"de\">"));
        QVERIFY(page.contains("<form method=\"post\">"));
        QVERIFY(page.contains("Content-Security-Policy: default-src 'none'"));
        Wire wire(rig.port);
        wire.say("HEAD /u/good HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QVERIFY(wire.ends(5'000));
        QVERIFY(rig.sink.optOuts().isEmpty());
    }

    void whatCannotListenSaysWhy()
    {
        Rig rig;
        Sink sink;
        const auto other = api::makeWebhookServer(rig.clock);
        const auto place = [&](const engine::HookListen &listen) {
            const auto started = other->start(listen, sink);
            return started ? u"it listens"_s
                           : domain::errorCodeName(started.error().code) + u' ' + started.error().place;
        };
        QCOMPARE(place({u"127.0.0.1"_s, rig.port, {}, {}}), u"Conflict port"_s);
        QCOMPARE(place({u"0.0.0.0"_s, 0, {}, {}}), u"NotAllowed certificate"_s);
        QCOMPARE(place({u"::"_s, 0, {}, {}}), u"NotAllowed certificate"_s);
        QCOMPARE(place({u"localhost"_s, 0, {}, {}}), u"InvalidInput address"_s);
        QCOMPARE(place({u"127.0.0.1"_s, 0, {}, {}}), u"it listens"_s);
    }

    void itCanBeStoppedAndStartedAgainWhileRequestsAreOpen()
    {
        Rig rig;
        rig.sink.setMood(Sink::Mood::Wait);
        Wire waiting(rig.port), half(rig.port), silent(rig.port);
        waiting.say(Rig::request("SM1"));
        half.say("POST /hooks");
        QVERIFY(QTest::qWaitFor([&] { return !rig.sink.ids().isEmpty(); }));
        rig.server->stop();
        QVERIFY(waiting.ends(5'000));
        QVERIFY(half.ends(5'000));
        QVERIFY(silent.ends(5'000));
        QCOMPARE(rig.server->start({u"127.0.0.1"_s, rig.port, {}, {}}, rig.sink).value(), rig.port);
    }
};

QTEST_GUILESS_MAIN(WebhookServerTest)
#include "tst_webhookserver.moc"

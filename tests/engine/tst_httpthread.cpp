#include "engine/http/httpthread.h"

#include "engine/scriptedserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace engine;

namespace {

HttpRequest post(const QByteArray &url, const QByteArray &body = "To=1")
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.body = body;
    return request;
}

const QByteArray created = "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok";

} // namespace

class HttpThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestIsMadeOnceAndAnsweredOnceInTheThreadThatAsked()
    {
        ScriptedServer server([](auto &peer, int) {
            while (peer.readRequest())
                peer.write(created);
        });
        constexpr int count = 300;
        HttpThread client;
        QList<int> answers(count, 0);
        int elsewhere = 0;
        for (int i = 0; i < count; ++i)
            client.send(post(server.url(), "n=" + QByteArray::number(i) + '.'), [&, i](const HttpResponse &response) {
                answers[i] += response.status == 201 && response.body == "ok";
                elsewhere += QThread::currentThread() != thread();
            });
        QCOMPARE(client.inFlight(), count);
        QTRY_COMPARE(client.inFlight(), 0);
        QCOMPARE(answers, QList<int>(count, 1));
        QCOMPARE(elsewhere, 0);
        QCOMPARE(server.requests().size(), count);
    }

    void anExchangeIsMadeAndReadInTheOtherThreadAndEndsInThisOne()
    {
        ScriptedServer server([](auto &peer, int) {
            while (peer.readRequest())
                peer.write(created);
        });
        HttpThread client;
        std::atomic<int> here = 0;
        int ended = 0;
        for (int i = 0; i < 100; ++i)
            client.exchange({[&] {
                                 here += QThread::currentThread() == thread();
                                 return post(server.url());
                             },
                             [&](const HttpResponse &response) -> Outcome {
                                 here += QThread::currentThread() == thread();
                                 return Accepted{QString::fromUtf8(response.body), {}, {}};
                             }},
                            [&](const Outcome &outcome, int status, Millis) {
                                ended += QThread::currentThread() == thread() && status == 201 &&
                                         std::get<Accepted>(outcome).providerMessageId == u"ok";
                            });
        QTRY_COMPARE(ended, 100);
        QCOMPARE(here.load(), 0);
        QCOMPARE(client.inFlight(), 0);
    }

    void anExchangeThatIsCancelledIsReadAsOne()
    {
        ScriptedServer server([](auto &peer, int) {
            peer.readRequest();
            peer.waitForClose();
        });
        HttpThread client;
        QList<Reached> read;
        int ended = 0;
        const auto ask = [&] {
            client.exchange({[&] { return post(server.url()); },
                             [&](const HttpResponse &response) -> Outcome {
                                 if (QThread::currentThread() == thread()) // the other may read it as well
                                     read << response.reached;
                                 return Unknown{response.error};
                             }},
                            [&](const Outcome &, int, Millis) { ++ended; });
        };
        ask();
        QTRY_COMPARE(server.requests().size(), 1);
        ask(); // not handed over yet
        client.cancelAll();
        QCOMPARE(ended, 2);
        std::sort(read.begin(), read.end());
        QCOMPARE(read, (QList<Reached>{Reached::NotConnected, Reached::RequestPartial}));
        QTest::qWait(50);
        QCOMPARE(ended, 2);
    }

    void aCallbackMaySendTheNext()
    {
        ScriptedServer server([](auto &peer, int) {
            while (peer.readRequest())
                peer.write(created);
        });
        HttpThread client;
        int answered = 0;
        std::function<void(HttpResponse)> again = [&](const HttpResponse &) {
            if (++answered < 20)
                client.send(post(server.url()), again);
        };
        client.send(post(server.url()), again);
        QTRY_COMPARE(answered, 20);
    }

    void cancelEndsEachAtOnceAndOnce()
    {
        ScriptedServer server([](auto &peer, int) {
            peer.readRequest();
            peer.waitForClose();
        });
        HttpThread client;
        QList<Reached> ends;
        const auto note = [&](const HttpResponse &response) { ends << response.reached; };
        client.send(post(server.url()), note);
        QTRY_COMPARE(server.requests().size(), 1);
        client.cancelAll();
        QCOMPARE(ends, QList{Reached::RequestPartial}); // it was on the wire: nobody may call it unsent
        client.send(post(server.url()), note);          // has not left this thread
        client.cancelAll();
        QCOMPARE(ends, (QList{Reached::RequestPartial, Reached::NotConnected}));
        QCOMPARE(client.inFlight(), 0);
        bool alive = false; // what the other thread says of them later is dropped
        client.send(post("http://127.0.0.1:1"), [&](const HttpResponse &) { alive = true; });
        QTRY_VERIFY(alive);
        QCOMPARE(ends.size(), 2);
    }

    void nothingIsCalledAfterItsEnd()
    {
        ScriptedServer server([](auto &peer, int) {
            peer.readRequest();
            peer.waitForClose();
        });
        int calls = 0;
        {
            HttpThread client;
            client.send(post(server.url()), [&](const HttpResponse &) { ++calls; });
            QTRY_COMPARE(server.requests().size(), 1);
            client.send(post(server.url()), [&](const HttpResponse &) { ++calls; });
        }
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
    }
};

QTEST_GUILESS_MAIN(HttpThreadTest)
#include "tst_httpthread.moc"

#include "engine/http/httpclient.h"

#include "engine/scriptedserver.h"

#include <QTemporaryFile>
#include <QTest>

#include <curl/curl.h>

using namespace Qt::StringLiterals;
using namespace domain;
using engine::HttpClient;
using engine::HttpClientOptions;

namespace {

HttpRequest post(const QByteArray &url, const QByteArray &body = "To=%2B15005550006&Body=hello")
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = body;
    request.timeout = Millis{5000};
    return request;
}

HttpRequest get(const QByteArray &url)
{
    HttpRequest request;
    request.url = url;
    request.timeout = Millis{5000};
    return request;
}

HttpResponse carryOut(HttpClient &client, HttpRequest request)
{
    std::optional<HttpResponse> answer;
    int calls = 0;
    client.send(std::move(request), [&](HttpResponse response) {
        answer = std::move(response);
        ++calls;
    });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
        qFatal("no answer");
    if (calls != 1)
        qFatal("answered more than once");
    return *answer;
}

const QByteArray large(4 * 1024 * 1024, 'x');

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerComesWhole()
    {
        ScriptedServer server([](auto &peer, int) {
            peer.readRequest();
            peer.answer(201, "{\"sid\": \"SM1\"}", "X-One: a\r\nRetry-After:  7 \r\nx-one: b\r\n");
        });
        HttpClient client;
        HttpRequest request = post(server.url("/Messages.json?a=b"));
        request.headers.emplace_back("X-Mine", "yes");
        request.basicAuth = "AC1:secret";
        const HttpResponse answer = carryOut(client, request);
        QCOMPARE(answer.reached, Reached::ResponseComplete);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.body, "{\"sid\": \"SM1\"}"_ba);
        QCOMPARE(answer.header("retry-after"), "7"_ba);
        QCOMPARE(answer.header("X-ONE"), "a"_ba);
        QVERIFY(answer.error.isEmpty());
        QVERIFY(answer.latency >= Millis{0});

        const QByteArray sent = server.requests().value(0);
        QVERIFY2(sent.startsWith("POST /Messages.json?a=b HTTP/1.1\r\n"), sent);
        QVERIFY2(sent.contains("\r\nAuthorization: Basic " + "AC1:secret"_ba.toBase64() + "\r\n"), sent);
        QVERIFY2(sent.contains("\r\nX-Mine: yes\r\n"), sent);
        QCOMPARE(sent.count("Content-Type:"), 1);
        QVERIFY2(!sent.contains("Expect:"), sent);
        QVERIFY2(sent.endsWith("\r\n\r\nTo=%2B15005550006&Body=hello"), sent);
    }

    void methodsAndBodiesArriveAsAsked_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("get") << "GET"_ba
                             << ""_ba;
        QTest::newRow("post") << "POST"_ba
                              << "abc"_ba;
        QTest::newRow("post without body") << "POST"_ba
                                           << ""_ba;
        QTest::newRow("put") << "PUT"_ba
                             << "abc"_ba;
        QTest::newRow("delete") << "DELETE"_ba
                                << ""_ba;
        QTest::newRow("post with zero bytes") << "POST"_ba << QByteArray("a\0b", 3);
        QTest::newRow("large post") << "POST"_ba << large;
    }
    void methodsAndBodiesArriveAsAsked()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        ScriptedServer server([](auto &peer, int) {
            while (peer.readRequest())
                peer.answer(200, "ok");
        });
        HttpClient client;
        HttpRequest request = get(server.url());
        request.method = method;
        request.body = body;
        QCOMPARE(carryOut(client, post(server.url())).status, 200); // the handle is used again
        QCOMPARE(carryOut(client, request).status, 200);
        const QByteArray sent = server.requests().value(1);
        QVERIFY2(sent.startsWith(method + " / HTTP/1.1\r\n"), sent);
        QCOMPARE(sent.sliced(sent.indexOf("\r\n\r\n") + 4), body);
    }

    void connectionsAreKept()
    {
        ScriptedServer server([](auto &peer, int) {
            while (peer.readRequest())
                peer.answer(200, "ok");
        });
        HttpClient client;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(carryOut(client, post(server.url())).status, 200);
        QCOMPARE(server.connections(), 1);
        QCOMPARE(server.requests().size(), 5);
    }

    void aRequestOnADroppedKeptConnectionIsMadeOnce_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("reset");
        QTest::addColumn<bool>("tls");
        for (const bool tls : {false, true})
            for (const bool reset : {false, true})
                for (const auto &[method, body] : {std::pair{"POST"_ba, "a=b"_ba},
                                                   {"POST"_ba, ""_ba},
                                                   {"POST"_ba, QByteArray(200'000, 'y')},
                                                   {"PUT"_ba, "abc"_ba},
                                                   {"GET"_ba, ""_ba}})
                    QTest::addRow("%s %d bytes, %s, %s", method.constData(), int(body.size()),
                                  reset ? "reset" : "closed", tls ? "TLS" : "plain")
                        << method << body << reset << tls;
    }
    void aRequestOnADroppedKeptConnectionIsMadeOnce()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        QFETCH(bool, reset);
        QFETCH(bool, tls);
        const TestCertificate certificate = TestCertificate::forName("IP:127.0.0.1");
        ScriptedServer server(
            [&](auto &peer, int connection) {
                peer.readRequest();
                peer.answer(200, "ok");
                if (connection == 1) {
                    peer.readRequest();
                    if (reset)
                        peer.reset();
                    return;
                }
                while (peer.readRequest())
                    peer.answer(200, "twice");
            },
            tls ? &certificate : nullptr);
        QTemporaryFile ca;
        QVERIFY(ca.open());
        ca.write(certificate.certificate);
        ca.flush();
        HttpClientOptions options;
        options.caFile = ca.fileName().toUtf8();
        HttpClient client(options);
        QCOMPARE(carryOut(client, post(server.url(), "first")).status, 200);

        HttpRequest request = post(server.url(), body);
        request.method = method;
        const HttpResponse answer = carryOut(client, request);
        QCOMPARE(answer.reached, Reached::RequestWritten);
        QCOMPARE(answer.status, 0);
        QVERIFY(!answer.error.isEmpty());
        QCOMPARE(server.requests().size(), 2); // the first, and this one once

        QCOMPARE(carryOut(client, post(server.url(), "third")).status, 200); // the way is open again
        QCOMPARE(server.requests().size(), 3);
    }

    // Why the client must see to it: libcurl left alone asks twice.
    void libcurlAloneRepeats()
    {
        ScriptedServer server([&](auto &peer, int connection) {
            peer.readRequest();
            peer.answer(200, "ok");
            peer.readRequest();
            if (connection > 1)
                peer.answer(200, "twice");
        });
        CURL *curl = curl_easy_init();
        curl_easy_setopt(curl, CURLOPT_URL, server.url().constData());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, "a=b");
        curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
        curl_easy_setopt(
            curl, CURLOPT_WRITEFUNCTION, +[](char *, size_t a, size_t b, void *) { return a * b; });
        QCOMPARE(curl_easy_perform(curl), CURLE_OK);
        QCOMPARE(curl_easy_perform(curl), CURLE_OK);
        curl_easy_cleanup(curl);
        QCOMPARE(server.requests().size(), 3);
    }

    void howFarARequestGot_data()
    {
        QTest::addColumn<ScriptedServer::Script>("script");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QList<Reached>>("allowed");
        QTest::addColumn<int>("status");
        using Script = ScriptedServer::Script;
        using List = QList<Reached>;
        const QByteArray small = "a=b";

        // How far the kernel had come when the other side went away is a race.
        QTest::newRow("closed at once") << Script([](auto &, int) {}) << small
                                        << List{Reached::RequestPartial, Reached::RequestWritten} << 0;
        QTest::newRow("reset at once") << Script([](auto &peer, int) { peer.reset(); }) << small
                                       << List{Reached::NotConnected, Reached::RequestPartial, Reached::RequestWritten}
                                       << 0;
        QTest::newRow("reset within the request") << Script([](auto &peer, int) {
            peer.readSome(1000);
            peer.reset();
        }) << large << List{Reached::RequestPartial}
                                                  << 0;
        QTest::newRow("closed after the request")
            << Script([](auto &peer, int) { peer.readRequest(); }) << small << List{Reached::RequestWritten} << 0;
        QTest::newRow("reset after the request") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.reset();
        }) << small << List{Reached::RequestWritten}
                                                 << 0;
        QTest::newRow("half a status line") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.write("HTTP/1.1 2");
        }) << small << List{Reached::RequestWritten, Reached::ResponsePartial}
                                            << 0;
        QTest::newRow("only an interim answer") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.write("HTTP/1.1 100 Continue\r\n\r\n");
        }) << small << List{Reached::RequestWritten}
                                                << 0;
        QTest::newRow("half a header") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.write("HTTP/1.1 201 Created\r\nContent-");
        }) << small << List{Reached::ResponsePartial}
                                       << 201;
        QTest::newRow("half a body") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.write("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"sid\": ");
        }) << small << List{Reached::ResponsePartial}
                                     << 201;
        QTest::newRow("half a chunk") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.write("HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc");
        }) << small << List{Reached::ResponsePartial}
                                      << 500;
        QTest::newRow("not HTTP") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.write("SSH-2.0-OpenSSH_9.2\r\n");
        }) << small << List{Reached::ResponsePartial}
                                  << 0;
        QTest::newRow("answered before the request was read") << Script([](auto &peer, int) {
            peer.readSome(100);
            peer.answer(413, "too large", "Connection: close\r\n");
            peer.waitForClose();
        }) << large << List{Reached::ResponseComplete, Reached::ResponsePartial}
                                                              << 413;
        QTest::newRow("body until the end of the connection") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.write("HTTP/1.0 200 OK\r\n\r\nall of it");
        }) << small << List{Reached::ResponseComplete} << 200;
        QTest::newRow("chunks and a trailer") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-After: a\r\n\r\n");
        }) << small << List{Reached::ResponseComplete}
                                              << 200;
        QTest::newRow("interim answer, then the real one") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.write("HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 204 None\r\n\r\n");
        }) << small << List{Reached::ResponseComplete} << 204;
    }
    void howFarARequestGot()
    {
        QFETCH(ScriptedServer::Script, script);
        QFETCH(QByteArray, body);
        QFETCH(QList<Reached>, allowed);
        QFETCH(int, status);
        ScriptedServer server(script);
        HttpClient client;
        const HttpResponse answer = carryOut(client, post(server.url(), body));
        QVERIFY2(allowed.contains(answer.reached), qPrintable(u"%1: %2"_s.arg(int(answer.reached)).arg(answer.error)));
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.error.isEmpty(), answer.reached == Reached::ResponseComplete);
        QCOMPARE(server.connections(), 1);
    }

    void timeOutsSayHowFarItGot_data()
    {
        QTest::addColumn<ScriptedServer::Script>("script");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Reached>("reached");
        using Script = ScriptedServer::Script;
        QTest::newRow("request not read") << Script([](auto &peer, int) {
            peer.readSome(10);
            std::this_thread::sleep_for(std::chrono::milliseconds(400));
        }) << QByteArray(64 * 1024 * 1024, 'x')
                                          << Reached::RequestPartial;
        QTest::newRow("no answer") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.waitForClose();
        }) << "a=b"_ba << Reached::RequestWritten;
        QTest::newRow("half an answer") << Script([](auto &peer, int) {
            peer.readRequest();
            peer.write("HTTP/1.1 201 Created\r\nContent-Length: 10\r\n\r\nabc");
            peer.waitForClose();
        }) << "a=b"_ba << Reached::ResponsePartial;
    }
    void timeOutsSayHowFarItGot()
    {
        QFETCH(ScriptedServer::Script, script);
        QFETCH(QByteArray, body);
        QFETCH(Reached, reached);
        ScriptedServer server(script);
        HttpClient client;
        HttpRequest request = post(server.url(), body);
        request.timeout = Millis{200};
        const HttpResponse answer = carryOut(client, request);
        QCOMPARE(answer.reached, reached);
        QVERIFY2(answer.error.contains(u"timed out"_s, Qt::CaseInsensitive), qPrintable(answer.error));
        QVERIFY(answer.latency >= Millis{190});
    }

    void whatNeverGotAConnectionHadNoEffect()
    {
        HttpClient client;
        HttpRequest request = post("http://nobody.invalid/");
        const HttpResponse nobody = carryOut(client, request);
        QCOMPARE(nobody.reached, Reached::NotConnected);
        QVERIFY(nobody.nameUnknown);
        request.url = "http://127.0.0.1:" + QByteArray::number(closedPort()) + "/";
        const HttpResponse closed = carryOut(client, request);
        QCOMPARE(closed.reached, Reached::NotConnected);
        QVERIFY(!closed.nameUnknown);
        request.url = "https://127.0.0.1:" + QByteArray::number(closedPort()) + "/";
        QCOMPARE(carryOut(client, request).reached, Reached::NotConnected);
        request.url = "file:///etc/passwd";
        QCOMPARE(carryOut(client, request).reached, Reached::NotConnected);
        request.url = "no address at all";
        QCOMPARE(carryOut(client, request).reached, Reached::NotConnected);

        const DeafPort deaf;
        request.url = deaf.url();
        request.timeout = Millis{200};
        const HttpResponse answer = carryOut(client, request);
        QCOMPARE(answer.reached, Reached::NotConnected);
        QVERIFY2(answer.error.contains(u"timed out"_s, Qt::CaseInsensitive), qPrintable(answer.error));
        request.url.replace("http:", "https:");
        QCOMPARE(carryOut(client, request).reached, Reached::NotConnected);
    }

    void certificatesAreChecked()
    {
        const TestCertificate right = TestCertificate::forName("IP:127.0.0.1");
        const TestCertificate other = TestCertificate::forName("DNS:elsewhere.test");
        const auto script = [](auto &peer, int) {
            if (peer.readRequest())
                peer.answer(200, "ok");
        };
        ScriptedServer server(script, &right);
        ScriptedServer elsewhere(script, &other);
        ScriptedServer plain([](auto &peer, int) { peer.readSome(100); });
        ScriptedServer mute([](auto &peer, int) { peer.waitForClose(); });

        HttpClient strict;
        HttpResponse answer = carryOut(strict, post(server.url()));
        QCOMPARE(answer.reached, Reached::TlsFailed);
        QVERIFY2(answer.error.contains(u"certificate"_s), qPrintable(answer.error));
        QVERIFY(server.requests().isEmpty());

        QTemporaryFile ca;
        QVERIFY(ca.open());
        ca.write(right.certificate + other.certificate);
        ca.flush();
        HttpClientOptions options;
        options.caFile = ca.fileName().toUtf8();
        HttpClient trusting(options);
        QCOMPARE(carryOut(trusting, post(server.url())).status, 200);
        answer = carryOut(trusting, post(elsewhere.url()));
        QCOMPARE(answer.reached, Reached::TlsFailed);
        QVERIFY2(answer.error.contains(u"127.0.0.1"_s), qPrintable(answer.error)); // names whom it was meant for
        QVERIFY(elsewhere.requests().isEmpty());

        QCOMPARE(carryOut(trusting, post(plain.url().replace("http:", "https:"))).reached, Reached::TlsFailed);
        HttpRequest request = post(mute.url().replace("http:", "https:"));
        request.timeout = Millis{200};
        QCOMPARE(carryOut(trusting, request).reached, Reached::TlsFailed);
    }

    void answersAreBounded()
    {
        ScriptedServer server([](auto &peer, int connection) {
            peer.readRequest();
            if (connection == 1)
                peer.answer(200, QByteArray(100'001, 'x'));
            else if (connection == 2)
                peer.answer(200, "",
                            "X: " + QByteArray(60'000, 'x') + "\r\n" + QByteArray("Y: y\r\n").repeated(60'000));
            else
                peer.answer(200, QByteArray(100'000, 'x'));
        });
        HttpClientOptions options;
        options.maxBodyBytes = 100'000;
        HttpClient client(options);
        HttpResponse answer = carryOut(client, get(server.url()));
        QCOMPARE(answer.reached, Reached::ResponsePartial);
        QVERIFY2(answer.error.contains(u"larger"_s), qPrintable(answer.error));
        answer = carryOut(client, get(server.url()));
        QCOMPARE(answer.reached, Reached::ResponsePartial);
        QVERIFY2(answer.error.contains(u"larger"_s), qPrintable(answer.error));
        QCOMPARE(carryOut(client, get(server.url())).body.size(), 100'000);
    }

    void noRedirectAndNoCookie()
    {
        ScriptedServer server([](auto &peer, int) {
            while (peer.readRequest())
                peer.answer(302, "", "Location: /elsewhere\r\nSet-Cookie: a=b\r\n");
        });
        HttpClient client;
        QCOMPARE(carryOut(client, post(server.url())).status, 302);
        QCOMPARE(carryOut(client, post(server.url())).status, 302);
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(!server.requests().join().toLower().contains("cookie"));
        QVERIFY(!server.requests().join().contains("elsewhere"));
    }

    void aHeaderCannotBringAnother()
    {
        ScriptedServer server([](auto &peer, int) {
            while (peer.readRequest())
                peer.answer(200, "");
        });
        HttpClient client;
        HttpRequest request = post(server.url());
        request.headers.emplace_back("X-Name", "a\r\nX-Evil: b");
        const HttpResponse answer = carryOut(client, request);
        QCOMPARE(answer.reached, Reached::NotConnected);
        QVERIFY(!answer.error.contains(u"Evil"_s));
        QVERIFY(server.requests().isEmpty());
        QCOMPARE(carryOut(client, post(server.url())).status, 200);
        QVERIFY(!server.requests().value(0).contains("Evil"));
    }

    void headersAndCredentialsOfOneRequestDoNotReachTheNext()
    {
        ScriptedServer server([](auto &peer, int) {
            while (peer.readRequest())
                peer.answer(200, "");
        });
        HttpClient client;
        HttpRequest request = post(server.url());
        request.headers.emplace_back("X-Mine", "yes");
        request.basicAuth = "AC1:secret";
        QCOMPARE(carryOut(client, request).status, 200);
        QCOMPARE(carryOut(client, get(server.url())).status, 200);
        const QByteArray second = server.requests().value(1);
        QVERIFY2(!second.contains("X-Mine") && !second.contains("Authorization") && !second.contains("Content-"),
                 second);
    }

    void manyAtOnceKeepTheLimitsAndAllComeBack()
    {
        ScriptedServer server([](auto &peer, int) {
            while (peer.readRequest())
                peer.answer(200, "ok");
        });
        HttpClientOptions options;
        options.connectionsPerHost = 40;
        HttpClient client(options);
        int answered = 0;
        bool withinSend = false;
        for (int i = 0; i < 3000; ++i) {
            withinSend = true;
            client.send(post(server.url()), [&](const HttpResponse &response) {
                QVERIFY(!withinSend);
                QCOMPARE(response.status, 200);
                ++answered;
            });
            withinSend = false;
        }
        QCOMPARE(client.inFlight(), 3000);
        QTRY_COMPARE_WITH_TIMEOUT(answered, 3000, 30'000);
        QCOMPARE(client.inFlight(), 0);
        QCOMPARE(server.requests().size(), 3000);
        QVERIFY2(server.connections() <= 40, qPrintable(QString::number(server.connections())));
    }

    void anAnswerMayAskAgain()
    {
        ScriptedServer server([](auto &peer, int) {
            while (peer.readRequest())
                peer.answer(200, "ok");
        });
        HttpClient client;
        int answered = 0;
        std::function<void(HttpResponse)> again = [&](const HttpResponse &) {
            if (++answered < 50)
                client.send(post(server.url()), again);
        };
        client.send(post(server.url()), again);
        QTRY_COMPARE_WITH_TIMEOUT(answered, 50, 10'000);
    }

    void cancelSaysHowFarEachGot()
    {
        ScriptedServer server([](auto &peer, int) {
            peer.readRequest();
            peer.waitForClose();
        });
        HttpClientOptions options;
        options.connectionsPerHost = 1;
        HttpClient client(options);
        QList<Reached> ends;
        for (int i = 0; i < 2; ++i)
            client.send(post(server.url()), [&](const HttpResponse &response) { ends << response.reached; });
        QTRY_COMPARE(server.requests().size(), 1);
        client.cancelAll();
        QCOMPARE(ends, (QList{Reached::RequestWritten, Reached::NotConnected}));
        QCOMPARE(client.inFlight(), 0);
    }

    void nothingIsCalledAfterItsEnd()
    {
        ScriptedServer server([](auto &peer, int) {
            peer.readRequest();
            peer.waitForClose();
        });
        int calls = 0;
        {
            HttpClient client;
            client.send(post(server.url()), [&](const HttpResponse &) { ++calls; });
            QTRY_COMPARE(server.requests().size(), 1);
            client.send(post(server.url()), [&](const HttpResponse &) { ++calls; });
        }
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"

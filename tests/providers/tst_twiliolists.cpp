#include "providers/encoding.h"
#include "providers/twiliofixture.h"

#include <QTest>

using namespace fixture;

namespace {

Doubt doubt() { return {u"01ARZ3"_s, u"+15005550010"_s, {}, u"Order SO-1042 shipped"_s, noon}; }

} // namespace

/// Status, lists, doubts and the connection test.
class TwilioListsTest : public QObject
{
    Q_OBJECT

    const std::unique_ptr<Provider> m_twilio = make(workingConfig());

private Q_SLOTS:
    // status and lists

    void aStatusCarriesStatePriceAndReason_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("repeatable");
        QTest::newRow("accepted") << u"accepted"_s << 0 << u"accepted"_s << QString() << false;
        QTest::newRow("scheduled") << u"scheduled"_s << 0 << u"accepted"_s << QString() << false;
        QTest::newRow("sending") << u"sending"_s << 0 << u"accepted"_s << QString() << false;
        QTest::newRow("word of tomorrow") << u"teleported"_s << 0 << u"accepted"_s << QString() << false;
        QTest::newRow("sent") << u"sent"_s << 0 << u"sent"_s << QString() << false;
        QTest::newRow("delivered") << u"delivered"_s << 0 << u"delivered"_s << QString() << false;
        QTest::newRow("read") << u"read"_s << 0 << u"read"_s << QString() << false;
        QTest::newRow("canceled") << u"canceled"_s << 0 << u"cancelled"_s << QString() << false;
        QTest::newRow("off") << u"undelivered"_s << 30003 << u"undelivered"_s << u"unclear"_s << true;
        QTest::newRow("dead number") << u"undelivered"_s << 30005 << u"undelivered"_s << u"recipient"_s << false;
        QTest::newRow("spam") << u"undelivered"_s << 30007 << u"undelivered"_s << u"content"_s << false;
        QTest::newRow("suspended") << u"failed"_s << 30002 << u"undelivered"_s << u"configuration"_s << false;
        QTest::newRow("opted out") << u"failed"_s << 21610 << u"undelivered"_s << u"opted_out"_s << false;
        QTest::newRow("too late") << u"undelivered"_s << 30036 << u"expired"_s << u"unclear"_s << true;
        QTest::newRow("no reason given") << u"failed"_s << 0 << u"undelivered"_s << u"unclear"_s << false;
    }

    void aStatusCarriesStatePriceAndReason()
    {
        QFETCH(const QString, status);
        QFETCH(const int, code);
        QFETCH(const bool, repeatable);
        QJsonObject changes{{u"status"_s, status},
                            {u"price"_s, u"-0.00750"_s},
                            {u"num_segments"_s, u"2"_s},
                            {u"date_updated"_s, rfc2822(noon + std::chrono::seconds{5})}};
        if (code != 0)
            changes[u"error_code"_s] = code;
        const auto report = m_twilio->status(answer(200, json(row(changes))));
        QVERIFY(report);
        QCOMPARE(report->providerMessageId, sid);
        QTEST(toText(report->state), "state");
        QTEST(report->reason ? toText(*report->reason) : QString(), "reason");
        QCOMPARE(report->repeatable, repeatable);
        QCOMPARE(report->code, code == 0 ? QString() : QString::number(code));
        QCOMPARE(report->price, (Money{7500, u"USD"_s}));
        QCOMPARE(report->segments, 2);
        QCOMPARE(report->at, noon + std::chrono::seconds{5});
    }

    void aStatusThatCannotBeReadIsAFailure()
    {
        QCOMPARE(m_twilio->status(answer(404, errorBody(20404, 404))).error().code, ErrorCode::NotFound);
        QCOMPARE(m_twilio->status(answer(500, "oops")).error().code, ErrorCode::Provider);
        QCOMPARE(m_twilio->status(answer(200, "{}")).error().code, ErrorCode::Provider);
        QCOMPARE(m_twilio->status(HttpResponse{}).error().code, ErrorCode::Network);
        QVERIFY(m_twilio->statusRequest(sid).url.endsWith("/Messages/SM11111111111111111111111111111111.json"));
    }

    void aListHasStatusesAndInboundAndFollowsItsNextPage()
    {
        QVERIFY(m_twilio->listRequest(noon).url.endsWith("/Messages.json?PageSize=1000"));
        const QJsonObject inbound = row({{u"sid"_s, u"SM22222222222222222222222222222222"_s},
                                         {u"direction"_s, u"inbound"_s},
                                         {u"status"_s, u"received"_s},
                                         {u"from"_s, u"+15005550010"_s},
                                         {u"to"_s, u"+15005550006"_s},
                                         {u"body"_s, u" stop\n"_s}});
        const auto list =
            m_twilio->listPage(page({row(), inbound, QJsonObject{}}, u"/2010-04-01/x?Page=1&PageToken=PA%2B1"_s), noon);
        QVERIFY(list);
        QCOMPARE(list->statuses.size(), 1);
        QCOMPARE(list->inbound.size(), 1);
        QCOMPARE(list->inbound.first().from, u"+15005550010"_s);
        QCOMPARE(list->inbound.first().at, noon);
        QCOMPARE(list->inbound.first().providerOptIn, false);
        QVERIFY(list->next);
        QCOMPARE(list->next->url, "https://api.twilio.com/2010-04-01/x?Page=1&PageToken=PA%2B1"_ba);
        QVERIFY(!list->next->basicAuth.isEmpty());
    }

    void aListEndsWhereEverythingIsOlder()
    {
        const QJsonArray rows{row({{u"date_created"_s, rfc2822(noon - std::chrono::minutes{10})}})};
        QVERIFY(!m_twilio->listPage(page(rows, u"/next"_s), noon)->next);
        QVERIFY(m_twilio->listPage(page(rows, u"/next"_s), noon - std::chrono::hours{1})->next);
        QVERIFY(!m_twilio->listPage(page(rows), noon - std::chrono::hours{1})->next);
    }

    void credentialsNeverFollowAPageToAnotherHost()
    {
        QVERIFY(!m_twilio->listPage(page({row()}, u"https://evil.example/next"_s), noon));
        QVERIFY(!m_twilio->listPage(page({row()}, u"https://api.twilio.com.evil.example/"_s), noon));
        QVERIFY(m_twilio->listPage(page({row()}, u"https://api.twilio.com/next"_s), noon)->next);
    }

    void onlyWordsThatStandAloneOptOut_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("meaning");
        for (const char *word : {"STOP", "stopall", " Unsubscribe", "CANCEL", "End", "quit", "REVOKE", "OPTOUT\n"})
            QTest::newRow(word) << QString::fromLatin1(word) << u"out"_s;
        for (const char *word : {"START", " yes ", "UnStop"})
            QTest::newRow(word) << QString::fromLatin1(word) << u"in"_s;
        for (const char *word : {"HELP", "info", "please do not stop", "", "stop it", "STOP."})
            QTest::newRow(word) << QString::fromLatin1(word) << u"nothing"_s;
    }

    void onlyWordsThatStandAloneOptOut()
    {
        QFETCH(const QString, body);
        const auto list = m_twilio->listPage(page({row({{u"direction"_s, u"inbound"_s}, {u"body"_s, body}})}), noon);
        const auto optIn = list->inbound.first().providerOptIn;
        QTEST((!optIn ? u"nothing"_s : *optIn ? u"in"_s : u"out"_s), "meaning");
    }

    // doubts

    void aDoubtIsLookedForByRecipientAlone()
    {
        QVERIFY(m_twilio->doubtRequest(doubt()).url.endsWith("/Messages.json?To=%2B15005550010&PageSize=200"));
        QCOMPARE(m_twilio->doubtSince(doubt()), noon - std::chrono::hours{24});
    }

    void evidenceIsWeighed_data()
    {
        QTest::addColumn<QJsonArray>("rows");
        QTest::addColumn<QString>("verdict");
        const auto later = [](int seconds) { return rfc2822(noon + std::chrono::seconds{seconds}); };
        const QString other = u"SM22222222222222222222222222222222"_s;
        QTest::newRow("nothing there") << QJsonArray{} << u"absent"_s;
        QTest::newRow("one match") << QJsonArray{row()} << u"found"_s;
        QTest::newRow("the same row on two pages") << QJsonArray{row(), row()} << u"found"_s;
        QTest::newRow("two matches") << QJsonArray{row(), row({{u"sid"_s, other}})} << u"several"_s;
        QTest::newRow("our clock a little ahead") << QJsonArray{row({{u"date_created"_s, later(-100)}})} << u"found"_s;
        QTest::newRow("our clock far ahead") << QJsonArray{row({{u"date_created"_s, later(-7200)}})} << u"several"_s;
        QTest::newRow("two days old") << QJsonArray{row({{u"date_created"_s, later(-172'800)}})} << u"absent"_s;
        QTest::newRow("accepted late") << QJsonArray{row({{u"date_created"_s, later(600)}})} << u"found"_s;
        QTest::newRow("no date") << QJsonArray{row({{u"date_created"_s, QJsonValue::Null}})} << u"several"_s;
        QTest::newRow("another text") << QJsonArray{row({{u"body"_s, u"Hello"_s}})} << u"absent"_s;
        QTest::newRow("text withheld") << QJsonArray{row({{u"body"_s, u""_s}})} << u"several"_s;
        QTest::newRow("trial account")
            << QJsonArray{row({{u"body"_s, u"Sent from your Twilio trial account - Order SO-1042 shipped"_s}})}
            << u"found"_s;
        QTest::newRow("another sender") << QJsonArray{row({{u"from"_s, u"+15005550009"_s}})} << u"absent"_s;
        QTest::newRow("another recipient") << QJsonArray{row({{u"to"_s, u"+15005550011"_s}})} << u"absent"_s;
        QTest::newRow("inbound") << QJsonArray{row({{u"direction"_s, u"inbound"_s}})} << u"absent"_s;
        QTest::newRow("bound to another attempt")
            << QJsonArray{row({{u"sid"_s, u"SM33333333333333333333333333333333"_s}})} << u"absent"_s;
    }

    void evidenceIsWeighed()
    {
        QFETCH(const QJsonArray, rows);
        const Evidence evidence = m_twilio->evidence(doubt(), {page(rows)}, {u"SM33333333333333333333333333333333"_s});
        QTEST(verdict(evidence), "verdict");
        if (const auto *found = std::get_if<Found>(&evidence))
            QCOMPARE(found->report.providerMessageId, sid);
    }

    void anIncompleteListProvesNothing_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("no page") << 0;
        QTest::newRow("not read to its end") << 1;
        QTest::newRow("an error") << 2;
        QTest::newRow("garbage") << 3;
        QTest::newRow("broke off") << 4;
    }

    void anIncompleteListProvesNothing()
    {
        QFETCH(const int, which);
        HttpResponse broken = page({});
        broken.reached = Reached::ResponsePartial;
        const std::vector<std::vector<HttpResponse>> cases{
            {}, {page({}, u"/next"_s)}, {page({}), answer(500, "oops")}, {answer(200, "{\"message\":[]}")}, {broken}};
        QCOMPARE(verdict(m_twilio->evidence(doubt(), cases[size_t(which)], {})), u"inconclusive"_s);
    }

    void aServiceIsRecognisedByItsOwnId()
    {
        ProviderConfig config = workingConfig();
        const QString service = u"MG0123456789abcdef0123456789abcdef"_s;
        config.settings = {{u"accountSid"_s, accountSid}, {u"messagingServiceSid"_s, service}};
        const auto twilio = make(config);
        QCOMPARE(verdict(twilio->evidence(doubt(), {page({row()})}, {})), u"absent"_s);
        const QJsonArray rows{row({{u"messaging_service_sid"_s, service}, {u"from"_s, QJsonValue::Null}})};
        QCOMPARE(verdict(twilio->evidence(doubt(), {page(rows)}, {})), u"found"_s);
    }

    // test connection

    void aConnectionIsJudged_data()
    {
        using enum ConnectionReport::Verdict;
        QTest::addColumn<HttpResponse>("account");
        QTest::addColumn<HttpResponse>("balance");
        QTest::addColumn<int>("verdict");
        const HttpResponse good = answer(200, "{\"sid\":\"AC0\",\"status\":\"active\"}");
        const HttpResponse money = answer(200, "{\"balance\":\"12.34\",\"currency\":\"USD\"}");
        const HttpResponse refused = answer(401, errorBody(20003, 401));
        HttpResponse noTls;
        noTls.reached = Reached::TlsFailed;
        QTest::newRow("works") << good << money << int(Works);
        QTest::newRow("sub-account") << good << answer(404, errorBody(20404, 404)) << int(Works);
        QTest::newRow("restricted key") << refused << money << int(Works);
        QTest::newRow("wrong token") << refused << refused << int(CredentialsRefused);
        QTest::newRow("wrong account") << answer(404, errorBody(20404, 404)) << answer(404, errorBody(20404, 404))
                                       << int(CredentialsRefused);
        QTest::newRow("suspended") << answer(200, "{\"sid\":\"AC0\",\"status\":\"suspended\"}") << money
                                   << int(Unexpected);
        QTest::newRow("not Twilio") << answer(200, "<html>") << answer(200, "<html>") << int(Unexpected);
        QTest::newRow("no network") << HttpResponse{} << HttpResponse{} << int(NetworkFailed);
        QTest::newRow("no TLS") << noTls << noTls << int(TlsFailed);
    }

    void aConnectionIsJudged()
    {
        QFETCH(const HttpResponse, account);
        QFETCH(const HttpResponse, balance);
        QFETCH(const int, verdict);
        QCOMPARE(m_twilio->testRequests().size(), 2U);
        const ConnectionReport report = m_twilio->testReport({account, balance});
        QCOMPARE(int(report.verdict), verdict);
        if (balance.body.contains("12.34") && verdict == int(ConnectionReport::Verdict::Works))
            QCOMPARE(report.balance, (Money{12'340'000, u"USD"_s}));
    }

    // numbers

    void datesAreReadInEveryFormOfTheirStandards_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("millis"); // -1: none
        QTest::newRow("as Twilio writes it") << u"Fri, 20 Nov 2026 12:00:00 +0000"_s << toMillis(noon);
        QTest::newRow("GMT") << u"Fri, 20 Nov 2026 12:00:00 GMT"_s << toMillis(noon);
        QTest::newRow("offset") << u"Fri, 20 Nov 2026 14:00:00 +0200"_s << toMillis(noon);
        QTest::newRow("without weekday") << u"20 Nov 2026 12:00:00 +0000"_s << toMillis(noon);
        QTest::newRow("leap day") << u"Tue, 29 Feb 2028 00:00:01 +0000"_s << qint64{1'835'395'201'000};
        QTest::newRow("no such day") << u"Mon, 29 Feb 2027 00:00:01 +0000"_s << qint64{-1};
        QTest::newRow("no such month") << u"Fri, 20 Nxv 2026 12:00:00 +0000"_s << qint64{-1};
        QTest::newRow("no number") << u"Fri, 2x Nov 2026 12:00:00 +0000"_s << qint64{-1};
        QTest::newRow("nothing") << QString() << qint64{-1};
    }

    void datesAreReadInEveryFormOfTheirStandards()
    {
        QFETCH(const QString, text);
        const auto instant = providers::instantFromRfc2822(text);
        QTEST(instant ? toMillis(*instant) : qint64{-1}, "millis");
    }

    void decimalsBecomeMicros_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("micros");
        QTest::newRow("price") << u"-0.00750"_s << u"-7500"_s;
        QTest::newRow("whole") << u"12"_s << u"12000000"_s;
        QTest::newRow("point first") << u".5"_s << u"500000"_s;
        QTest::newRow("rounded up") << u"0.0000005"_s << u"1"_s;
        QTest::newRow("rounded down") << u"0.00000049"_s << u"0"_s;
        QTest::newRow("nothing") << u""_s << QString();
        QTest::newRow("sign only") << u"-"_s << QString();
        QTest::newRow("comma") << u"1,5"_s << QString();
        QTest::newRow("exponent") << u"1e3"_s << QString();
        QTest::newRow("two points") << u"1.2.3"_s << QString();
        QTest::newRow("too large") << u"99999999999999999"_s << QString();
    }

    void decimalsBecomeMicros()
    {
        QFETCH(const QString, text);
        const auto micros = providers::microsFromDecimal(text);
        QTEST(micros ? QString::number(*micros) : QString(), "micros");
    }

private:
    static QString verdict(const Evidence &evidence)
    {
        struct Name
        {
            QString operator()(const Found &) const { return u"found"_s; }
            QString operator()(const Absent &) const { return u"absent"_s; }
            QString operator()(const SeveralCandidates &) const { return u"several"_s; }
            QString operator()(const Inconclusive &) const { return u"inconclusive"_s; }
        };
        return std::visit(Name{}, evidence);
    }
};

QTEST_APPLESS_MAIN(TwilioListsTest)
#include "tst_twiliolists.moc"

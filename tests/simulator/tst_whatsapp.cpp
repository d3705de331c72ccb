// The translator and the simulated provider must mean the same: each is the other's check.
#include "providers/factory.h"
#include "simulator/carryout.h"
#include "simulator/server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;

class SimulatedWhatsAppTest : public QObject
{
    Q_OBJECT

    static std::unique_ptr<Provider> providerFor(const simulator::Server &server, const QString &token = u"token"_s)
    {
        ProviderConfig config;
        config.kind = u"whatsapp_cloud"_s;
        config.settings = {{u"phoneNumberId"_s, u"106540352242922"_s},
                           {u"wabaId"_s, u"102290129340398"_s},
                           {u"baseUrl"_s, server.url() + u"/whatsapp_cloud"_s}};
        config.secrets = {{u"accessToken"_s, token}};
        return providers::Factory().make(config).value();
    }

    static SendRequest messageTo(const QString &to, const std::optional<TemplateUse> &use = {})
    {
        SendRequest message;
        message.reference = u"ref-1"_s;
        message.channel = Channel::WhatsApp;
        message.to = to;
        message.body = u"Grüße, 你好"_s;
        message.providerTemplate = use;
        return message;
    }

    static TemplateUse use(const QString &name, const QStringList &header, const QStringList &body,
                           const QStringList &buttons, const QString &language = u"en_US"_s)
    {
        return {name, language, header, body, {}, {}, buttons, {}};
    }

    static Outcome send(const Provider &provider, const SendRequest &message)
    {
        return provider.outcome(message, carryOut(provider, provider.sendRequest(message)));
    }

    static QString seen(const Outcome &outcome)
    {
        const QString name = outcomeName(outcome);
        if (const auto *rejected = std::get_if<Rejected>(&outcome))
            return name + u' ' + rejected->code;
        if (const auto *throttled = std::get_if<Throttled>(&outcome))
            return name + u' ' + throttled->code;
        return name;
    }

private Q_SLOTS:
    void aTextNeedsAnOpenWindow()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto whatsapp = providerFor(server);
        const QString phone = u"+15551000001"_s;
        QCOMPARE(seen(send(*whatsapp, messageTo(phone))), u"rejected 131047"_s);
        QVERIFY(server.reply(phone, u"Hi"_s, u"106540352242922"_s));
        const Outcome outcome = send(*whatsapp, messageTo(phone));
        QVERIFY(std::get_if<Accepted>(&outcome));
        QVERIFY(std::get<Accepted>(outcome).providerMessageId.startsWith(u"wamid."_s));
        QCOMPARE(server.messages().first().body, u"Grüße, 你好"_s);
        server.advance(23h);
        QCOMPARE(seen(send(*whatsapp, messageTo(phone))), u"accepted"_s);
        server.advance(1h);
        QCOMPARE(seen(send(*whatsapp, messageTo(phone))), u"rejected 131047"_s);
    }

    void aTemplateGoesAnyTime_data()
    {
        QTest::addColumn<QStringList>("header");
        QTest::addColumn<QStringList>("body");
        QTest::addColumn<QStringList>("buttons");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const QStringList none;
        QTest::newRow("plain") << none << none << none << u"hello_world"_s << u"accepted"_s;
        QTest::newRow("values") << QStringList{u"SO-1"_s} << QStringList{u"Ada"_s, u"SO-1"_s} << QStringList{u"SO-1"_s}
                                << u"order_shipped"_s << u"accepted"_s;
        QTest::newRow("a value missing") << QStringList{u"SO-1"_s} << QStringList{u"Ada"_s} << QStringList{u"SO-1"_s}
                                         << u"order_shipped"_s << u"rejected 132000"_s;
        QTest::newRow("unknown") << none << none << none << u"nobody_knows"_s << u"rejected 132001"_s;
        QTest::newRow("paused") << none << none << none << u"spring_offer"_s << u"rejected 132015"_s;
        QTest::newRow("rejected") << none << none << none << u"winter_offer"_s << u"rejected 132001"_s;
    }
    void aTemplateGoesAnyTime()
    {
        QFETCH(const QStringList, header);
        QFETCH(const QStringList, body);
        QFETCH(const QStringList, buttons);
        QFETCH(const QString, name);
        simulator::Server server;
        QVERIFY(server.start());
        QTEST(seen(send(*providerFor(server), messageTo(u"+15551000001"_s, use(name, header, body, buttons)))),
              "expected");
    }

    void theTemplateListSaysWhatEachTakes()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto whatsapp = providerFor(server);
        const auto page = whatsapp->templatesPage(carryOut(*whatsapp, whatsapp->templatesRequest()));
        QVERIFY(page && page->next);
        QCOMPARE(page->templates.size(), 6);
        const auto last = whatsapp->templatesPage(carryOut(*whatsapp, *page->next));
        QVERIFY(last && !last->next);
        QCOMPARE(last->peopleADay, 2'000);
        // Filled as the list says, each approved one goes out, and reads as the list says.
        int sent = 0;
        for (const ProviderTemplate &one : page->templates) {
            const auto values = [](const QStringList &names) { return QStringList(names.size(), u"value"_s); };
            TemplateUse filled = use(one.name, values(one.headerParameters), values(one.bodyParameters),
                                     QStringList(one.buttonPositions.size(), u"value"_s), one.language);
            filled.buttonPositions = one.buttonPositions;
            if (one.named)
                filled.bodyNames = one.bodyParameters;
            const bool isAccepted = seen(send(*whatsapp, messageTo(u"+15551000001"_s, filled))) == u"accepted";
            QCOMPARE(isAccepted, one.state == u"APPROVED");
            sent += isAccepted;
        }
        QCOMPARE(sent, 4);
        QCOMPARE(server.messages()[1].body, u"Dear value, your order value is on its way."_s);
        QCOMPARE(server.messages()[3].body, u"Dear value, we expect you on value."_s);
    }

    void aTokenIsAskedFor()
    {
        simulator::Options options;
        options.accounts = {{"106540352242922", "good"}};
        simulator::Server server(options);
        QVERIFY(server.start());
        const auto hello = messageTo(u"+15551000001"_s, use(u"hello_world"_s, {}, {}, {}));
        QCOMPARE(seen(send(*providerFor(server, u"bad"_s), hello)), u"rejected 190"_s);
        QCOMPARE(seen(send(*providerFor(server, u"good"_s), hello)), u"accepted"_s);
        for (const auto &[token, verdict] : {std::pair{u"bad"_s, ConnectionReport::Verdict::CredentialsRefused},
                                             {u"good"_s, ConnectionReport::Verdict::Works}}) {
            const auto whatsapp = providerFor(server, token);
            std::vector<HttpResponse> responses;
            for (const HttpRequest &request : whatsapp->testRequests())
                responses.push_back(carryOut(*whatsapp, request));
            QCOMPARE(int(whatsapp->testReport(responses).verdict), int(verdict));
        }
    }

    void everyFaultHasItsOutcome_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("expected");
        QTest::newRow("drop before") << 0 << u"unknown"_s;
        QTest::newRow("drop after accepting") << 1 << u"unknown"_s;
        QTest::newRow("429") << 2 << u"throttled 130429"_s;
        QTest::newRow("500 before") << 3 << u"unknown"_s;
        QTest::newRow("500 after accepting") << 4 << u"unknown"_s;
    }
    void everyFaultHasItsOutcome()
    {
        QFETCH(const int, which);
        simulator::Server server;
        QVERIFY(server.start());
        simulator::Faults faults;
        simulator::Fault *const all[]{&faults.dropBefore, &faults.dropAccepting, &faults.tooMany, &faults.serverError,
                                      &faults.serverErrorAccepting};
        all[which]->next = 1;
        server.setFaults(faults);
        QTEST(seen(send(*providerFor(server), messageTo(u"+15551000001"_s, use(u"hello_world"_s, {}, {}, {})))),
              "expected");
    }
};

QTEST_GUILESS_MAIN(SimulatedWhatsAppTest)
#include "tst_whatsapp.moc"

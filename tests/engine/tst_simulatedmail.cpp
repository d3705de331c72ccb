#include "engine/cloudrig.h"
#include "engine/mail/mailclient.h"
#include "engine/rehearsal/rehearsal.h"

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

/// An account at a house that does not exist: who asks it in earnest gets nowhere.
const QJsonObject account{{u"host"_s, u"mail.invalid"_s},
                          {u"security"_s, u"starttls"_s},
                          {u"user"_s, u"news"_s},
                          {u"fromAddress"_s, u"news@shop.example"_s},
                          {u"imapHost"_s, u"imap.invalid"_s}};
const QHash<QString, QString> secrets{{u"password"_s, u"planted"_s}};

engine::RehearsalStage stageOf(const simulator::Server &server)
{
    return {server.url(), server.kinds(), server.mailPort()};
}

} // namespace

Q_DECLARE_METATYPE(simulator::Fault simulator::Faults::*)

/// A mail account in a rehearsal: the real translator, the real client and the engine against the simulator.
class SimulatedMailTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void theAccountsTestWorksThere()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const providers::Factory factory;
        const auto config = engine::rehearsed({{1}, u"smtp"_s, {}, account, secrets}, factory, stageOf(server));
        QVERIFY(config);
        const auto smtp = factory.make(*config);
        QVERIFY(smtp.has_value());
        engine::MailClient client;
        std::optional<ConnectionReport> report;
        client.send((*smtp)->mail()->testRequest(),
                    [&](const MailResponse &response) { report = (*smtp)->mail()->testReport(response); });
        QTRY_VERIFY_WITH_TIMEOUT(report, cloud::patienceMs);
        QVERIFY2(report->verdict == ConnectionReport::Verdict::Works, qPrintable(report->providerWords));
        QCOMPARE(server.statistics().accepted, 0);
    }

    void faultsBecomeOutcomes_data()
    {
        using simulator::Faults;
        QTest::addColumn<simulator::Fault Faults::*>("fault");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("accepted");
        QTest::newRow("nothing") << static_cast<simulator::Fault Faults::*>(nullptr) << u"accepted"_s << 1;
        QTest::newRow("4xx") << &Faults::tooMany << u"not_sent"_s << 0;
        QTest::newRow("5xx") << &Faults::serverError << u"rejected"_s << 0;
        QTest::newRow("closed before") << &Faults::dropBefore << u"unknown"_s << 0;
        QTest::newRow("closed after") << &Faults::dropAccepting << u"unknown"_s << 1;
        QTest::newRow("silent before") << &Faults::hang << u"unknown"_s << 0;
        QTest::newRow("silent after") << &Faults::hangAccepting << u"unknown"_s << 1;
    }
    void faultsBecomeOutcomes()
    {
        QFETCH(simulator::Fault simulator::Faults::*, fault);
        QFETCH(const QString, outcome);
        QFETCH(const int, accepted);
        simulator::Server server;
        QVERIFY(server.start());
        if (fault) {
            simulator::Faults faults;
            (faults.*fault).next = 1;
            server.setFaults(faults);
        }
        const providers::Factory factory;
        const auto config = engine::rehearsed({{1}, u"smtp"_s, {}, account, secrets}, factory, stageOf(server));
        QVERIFY(config);
        const auto smtp = factory.make(*config);
        QVERIFY(smtp.has_value());
        engine::MailClientOptions options;
        options.patience = Millis{500};
        engine::MailClient client(options);
        SendRequest message;
        message.reference = u"01JABCDEFGHJKMNPQRSTVWXYZ0"_s;
        message.channel = Channel::Email;
        message.to = u"ann@customer.example"_s;
        message.subject = u"Grüße"_s;
        message.body = u".Ein Punkt\nam Anfang"_s;
        message.html = u"<p>anders</p>"_s;
        const auto request = (*smtp)->mail()->mailRequest(message, fromMillis(1'795'000'000'000));
        QVERIFY(request.has_value());
        std::optional<Outcome> got;
        client.send(*request, [&](const MailResponse &response) { got = (*smtp)->mail()->outcome(message, response); });
        QTRY_VERIFY_WITH_TIMEOUT(got, cloud::patienceMs);
        struct Name
        {
            QString operator()(const Accepted &) const { return u"accepted"_s; }
            QString operator()(const Rejected &) const { return u"rejected"_s; }
            QString operator()(const Throttled &) const { return u"throttled"_s; }
            QString operator()(const NotSent &) const { return u"not_sent"_s; }
            QString operator()(const Unknown &) const { return u"unknown"_s; }
        };
        QCOMPARE(std::visit(Name{}, *got), outcome);
        QCOMPARE(server.messages().size(), accepted);
        if (accepted > 0)
            QCOMPARE(server.messages().first().body, u"Grüße\n\n.Ein Punkt\nam Anfang"_s);
    }

    // A campaign to mailboxes in a rehearsal: each gets its mail once, and who has no mailbox is refused.
    void aCampaignOfMailIsRehearsed()
    {
        constexpr int people = 60;
        simulator::Server server;
        QVERIFY(server.start());
        for (int i = 1; i <= 3; ++i)
            server.setFailure(cloud::Workspace::addressOf(i, Channel::Email), 30005);
        cloud::Workspace w(m_folder.filePath(u"w.sqlite"_s), u"smtp"_s, account, secrets);
        w.addPeople(people, Channel::Email);
        engine::RehearsalMail mail(std::make_unique<engine::MailClient>(), server.mailPort());
        w.stage = stageOf(server);
        w.mail = &mail;
        TemplateRecord text = w.textOf(Channel::Email, u"Hello {{ first_name }}"_s);
        fixture::mustRun(*w.db, u"UPDATE template_version SET subject = 'For {{ first_name }}'"_s);
        w.start();
        const qint64 campaign = w.addCampaign(text);
        QTRY_COMPARE_WITH_TIMEOUT(w.count(campaign, u"state IN ('accepted', 'sent', 'rejected')"_s), people,
                                  cloud::patienceMs);
        QCOMPARE(w.count(campaign, u"state = 'rejected' AND reason = 'recipient'"_s), 3);
        QCOMPARE(server.statistics().accepted, people - 3);
        QCOMPARE(server.statistics().phonesMoreThanOnce, 0);
        QCOMPARE(server.messages().first().body.section(u'\n', 0, 0).left(8), u"For Name"_s);
        w.engine.reset();
    }
};

QTEST_GUILESS_MAIN(SimulatedMailTest)
#include "tst_simulatedmail.moc"

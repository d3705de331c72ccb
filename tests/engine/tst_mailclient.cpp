#include "engine/mail/mailclient.h"

#include "engine/smtpserver.h"
#include "providers/smtp/replies.h"

#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using engine::MailClient;
using engine::MailClientOptions;

namespace {

MailServer serverAt(quint16 port, MailSecurity security = MailSecurity::None)
{
    MailServer server;
    server.host = u"127.0.0.1"_s;
    server.port = port;
    server.security = security;
    server.helloName = "desk.shop.example";
    return server;
}

MailRequest mailTo(const MailServer &server, const QByteArray &recipient = "ann@customer.example")
{
    MailRequest request;
    request.server = server;
    request.sender = "bounce@shop.example";
    request.recipient = recipient;
    request.envelopeId = "01HF=7+X";
    request.content = "Subject: x\r\n\r\n.dots\r\n.\r\nend\r\n";
    return request;
}

MailResponse carryOut(MailClient &client, MailRequest request)
{
    std::optional<MailResponse> answer;
    int calls = 0;
    client.send(std::move(request), [&](MailResponse response) {
        answer = std::move(response);
        ++calls;
    });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
        qFatal("no answer");
    if (calls != 1)
        qFatal("answered more than once");
    return *answer;
}

QString outcomeOf(const MailResponse &response) { return outcomeName(providers::smtp::outcomeOf(response, u"id"_s)); }

qsizetype countOf(const SmtpServer &server, const QByteArray &beginning)
{
    const QByteArrayList commands = server.commands();
    return std::count_if(commands.cbegin(), commands.cend(),
                         [&](const QByteArray &command) { return command.startsWith(beginning); });
}

const TestCertificate &certificate()
{
    static const TestCertificate made = TestCertificate::forName("IP:127.0.0.1");
    return made;
}

/// The certificate as the file a person would name.
QString trustedFile()
{
    static QTemporaryFile file;
    if (!file.isOpen() && file.open()) {
        file.write(certificate().certificate);
        file.flush();
    }
    return file.fileName();
}

// More than the sockets' buffers take: the end mark cannot leave while the other side does not read.
const QByteArray large = "Subject: large\r\n\r\n" + QByteArray("0123456789abcdef\r\n").repeated(1'500'000);

} // namespace

class MailClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFollowsArrivesInItsOrderAndIsCounted()
    {
        SmtpServer server({});
        MailClient client;
        MailRequest request = mailTo(serverAt(server.port()));
        QByteArray large;
        for (int i = 0; i < 5000; ++i)
            large += QByteArray::number(i).rightJustified(76, 'a') + "\r\n";
        request.rest = {large, "--x\r\n", {}, "last\r\n"};
        const qint64 size = request.size();
        QVERIFY(carryOut(client, request).isAccepted());
        QCOMPARE(server.taken(), QByteArrayList{request.content + large + "--x\r\nlast\r\n"});
        QCOMPARE(size, server.taken().first().size());
        QVERIFY(server.commands().value(1).contains(" SIZE=" + QByteArray::number(size)));
    }

    void aMailArrivesWhole()
    {
        SmtpServer server({});
        MailClient client;
        const MailResponse answer = carryOut(client, mailTo(serverAt(server.port())));
        QVERIFY(answer.isAccepted());
        QCOMPARE(answer.text, u"2.0.0 Ok: queued"_s);
        QCOMPARE(server.taken(), QByteArrayList{mailTo({}).content});
        QCOMPARE(server.commands().value(0), "EHLO desk.shop.example"_ba);
        QCOMPARE(server.commands().value(1), "MAIL FROM:<bounce@shop.example> SIZE=29 RET=HDRS ENVID=01HF+3D7+2BX"_ba);
        QCOMPARE(server.commands().value(2),
                 "RCPT TO:<ann@customer.example> NOTIFY=FAILURE,DELAY ORCPT=rfc822;ann@customer.example"_ba);
        QCOMPARE(server.commands().value(3), "DATA"_ba);
        QCOMPARE(client.inFlight(), 0);
    }

    void manyMailsShareAFewConnections()
    {
        SmtpServer server({});
        MailClientOptions options;
        options.mailsPerConnection = 10;
        MailClient client(options);
        int done = 0;
        for (int i = 0; i < 40; ++i)
            client.send(mailTo(serverAt(server.port())), [&](const MailResponse &response) {
                QVERIFY(response.isAccepted());
                ++done;
            });
        QTRY_COMPARE(done, 40);
        QCOMPARE(server.taken().size(), 40);
        QVERIFY(server.connections() >= 4 && server.connections() <= 5); // two at a time, not always evenly used
    }

    void aConnectionThatWasClosedWhileIdleCostsNothing()
    {
        SmtpServer::Options options;
        // The first connection says good-bye as soon as its mail is taken, the second drops at the next MAIL.
        options.mischief = [](const QByteArray &step, int connection, int n) -> QByteArray {
            if (step == "MAIL" && connection == 1 && n == 2)
                return "drop";
            return {};
        };
        SmtpServer server(options);
        MailClient client;
        QVERIFY(carryOut(client, mailTo(serverAt(server.port()))).isAccepted());
        QVERIFY(carryOut(client, mailTo(serverAt(server.port()))).isAccepted());
        QCOMPARE(server.connections(), 2);
        QCOMPARE(server.taken().size(), 2);
    }

    void aFreshConnectionThatDropsIsNotTriedAgain()
    {
        SmtpServer::Options options;
        options.mischief = [](const QByteArray &step, int, int) { return step == "MAIL" ? "drop"_ba : QByteArray(); };
        SmtpServer server(options);
        MailClient client;
        const MailResponse answer = carryOut(client, mailTo(serverAt(server.port())));
        QCOMPARE(answer.step, MailStep::Sender);
        QCOMPARE(answer.end, MailEnd::Lost);
        QTest::qWait(50); // a second try would come now
        QCOMPARE(server.connections(), 1);
    }

    // 4xx, 5xx and a dropped connection at each step of the dialogue: the right outcome, and nobody mailed twice.
    void eachStepCanFail_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("taken");
        const auto add = [](const QByteArray &step, const QByteArray &what, const QString &outcome, int taken = 0) {
            QTest::addRow("%s: %s", step.constData(), what.constData()) << step << what << outcome << taken;
        };
        for (const QByteArray &step : {"greeting"_ba, "EHLO"_ba, "AUTH"_ba, "MAIL"_ba, "RCPT"_ba, "DATA"_ba}) {
            add(step, "421 4.3.2 closing", u"not_sent"_s);
            add(step, "451 4.3.0 later", u"not_sent"_s);
            add(step, "drop", u"not_sent"_s);
            add(step, "reset", u"not_sent"_s);
            add(step, "mute", u"not_sent"_s);
        }
        add("greeting", "554 5.3.2 not today", u"rejected"_s);
        add("AUTH", "535 5.7.8 wrong", u"rejected"_s);
        add("AUTH", "454 4.7.0 later", u"not_sent"_s);
        add("MAIL", "553 5.1.8 not yours", u"rejected"_s);
        add("MAIL", "452 4.7.0 too many messages", u"throttled"_s);
        add("RCPT", "550 5.1.1 nobody", u"rejected"_s);
        add("RCPT", "450 4.7.1 Greylisted, try again in 300 seconds", u"throttled"_s);
        add("DATA", "554 5.6.0 no", u"rejected"_s);
        add("DATA", "250 what", u"rejected"_s);
        add("content", "drop", u"not_sent"_s);
        add("content", "reset", u"not_sent"_s);
        add("content", "421 4.3.2 closing", u"not_sent"_s);
        add("end", "451 4.3.0 later", u"not_sent"_s, 1);
        add("end", "421 4.7.0 too many, slow down", u"throttled"_s, 1);
        add("end", "554 5.7.1 spam", u"rejected"_s, 1);
        add("end", "552 5.3.4 too big", u"rejected"_s, 1);
        add("end", "drop", u"unknown"_s, 1);
        add("end", "reset", u"unknown"_s, 1);
        add("end", "mute", u"unknown"_s, 1);
        add("end", "nonsense", u"unknown"_s, 1);
    }

    void eachStepCanFail()
    {
        QFETCH(const QByteArray, step);
        QFETCH(const QByteArray, what);
        QFETCH(const QString, outcome);
        QFETCH(const int, taken);
        for (const bool encrypted : {false, true}) {
            SmtpServer::Options options;
            options.mischief = [=](const QByteArray &at, int, int) { return at == step ? what : QByteArray(); };
            options.tls = encrypted ? &certificate() : nullptr;
            options.logins = encrypted ? QByteArrayList{"PLAIN"} : QByteArrayList{"CRAM-MD5"};
            SmtpServer server(options);
            MailClientOptions quick;
            quick.openTimeout = Millis{1500};
            quick.patience = Millis{1500};
            MailClient client(quick);
            MailRequest request = mailTo(serverAt(server.port(), encrypted ? MailSecurity::Tls : MailSecurity::None));
            request.server.caFile = trustedFile();
            request.server.user = u"news"_s;
            request.server.password = u"planted"_s;
            request.content = step == "content" ? large : request.content;
            const MailResponse answer = carryOut(client, request);
            QVERIFY2(outcomeOf(answer) == outcome, qPrintable(outcomeOf(answer) + u' ' + answer.text));
            QTest::qWait(20); // a second try would come now
            QCOMPARE(server.connections(), 1);
            QCOMPARE(server.taken().size(), taken);
            QVERIFY(countOf(server, "MAIL FROM") <= 1);
        }
    }

    void afterARefusalTheConnectionGoesOn()
    {
        SmtpServer::Options options;
        options.mischief = [](const QByteArray &step, int, int n) {
            return step == "RCPT" && n == 1 ? "550 5.1.1 nobody"_ba : QByteArray();
        };
        SmtpServer server(options);
        MailClient client;
        QCOMPARE(outcomeOf(carryOut(client, mailTo(serverAt(server.port())))), u"rejected"_s);
        QVERIFY(carryOut(client, mailTo(serverAt(server.port()))).isAccepted());
        QCOMPARE(server.connections(), 1);
        QVERIFY(server.commands().contains("RSET"));
    }

    void aMailThatCannotBeTakenIsNotBegun()
    {
        SmtpServer::Options options;
        options.abilities = {"SIZE 20"};
        SmtpServer server(options);
        MailClient client;
        QCOMPARE(outcomeOf(carryOut(client, mailTo(serverAt(server.port())))), u"rejected"_s);
        MailRequest letters = mailTo(serverAt(server.port()), u"jörg@customer.example"_s.toUtf8());
        letters.content = "x\r\n";
        const MailResponse answer = carryOut(client, letters);
        QCOMPARE(answer.step, MailStep::Recipient);
        const auto outcome = providers::smtp::outcomeOf(answer, {});
        QVERIFY(std::holds_alternative<Rejected>(outcome));
        QCOMPARE(std::get<Rejected>(outcome).reason, RejectReason::Recipient);
        letters.recipient = "a@b.example>\r\nRCPT TO:<evil@c.example";
        QCOMPARE(carryOut(client, letters).end, MailEnd::Unable);
        QVERIFY(countOf(server, "MAIL") == 0);
    }

    void lettersGoWhereTheyAreTaken()
    {
        SmtpServer::Options options;
        options.abilities = {"SMTPUTF8", "8BITMIME"};
        SmtpServer server(options);
        MailClient client;
        QVERIFY(carryOut(client, mailTo(serverAt(server.port()), u"jörg@customer.example"_s.toUtf8())).isAccepted());
        QCOMPARE(server.commands().value(1), "MAIL FROM:<bounce@shop.example> SMTPUTF8"_ba);
        QCOMPARE(server.commands().value(2), u"RCPT TO:<jörg@customer.example>"_s.toUtf8());
    }

    void tlsComesFirstOrNotAtAll_data()
    {
        QTest::addColumn<MailSecurity>("security");
        QTest::addColumn<bool>("offered");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<bool>("works");
        QTest::newRow("STARTTLS") << MailSecurity::StartTls << true << true << true;
        QTest::newRow("STARTTLS stripped") << MailSecurity::StartTls << false << true << false;
        QTest::newRow("STARTTLS, unknown certificate") << MailSecurity::StartTls << true << false << false;
        QTest::newRow("TLS") << MailSecurity::Tls << true << true << true;
        QTest::newRow("TLS, unknown certificate") << MailSecurity::Tls << true << false << false;
    }

    void tlsComesFirstOrNotAtAll()
    {
        QFETCH(const MailSecurity, security);
        QFETCH(const bool, offered);
        QFETCH(const bool, trusted);
        QFETCH(const bool, works);
        SmtpServer::Options options;
        options.tls = &certificate();
        options.startTls = security == MailSecurity::StartTls;
        if (!offered) {
            options.tls = nullptr;
            options.startTls = false;
        }
        SmtpServer server(options);
        MailClient client;
        MailRequest request = mailTo(serverAt(server.port(), security));
        request.server.user = u"news"_s;
        request.server.password = u"planted"_s;
        if (trusted)
            request.server.caFile = trustedFile();
        const MailResponse answer = carryOut(client, request);
        QCOMPARE(answer.isAccepted(), works);
        if (works) {
            QVERIFY(server.commands().contains("AUTH PLAIN"));
            return;
        }
        QCOMPARE(answer.step, MailStep::Tls);
        QCOMPARE(answer.end, MailEnd::Unable);
        QVERIFY2(answer.text.contains(offered ? u"certificate"_s : u"STARTTLS"_s), qPrintable(answer.text));
        QVERIFY2(countOf(server, "AUTH") == 0, "the password must not leave");
        QVERIFY(server.taken().isEmpty());
    }

    void aCertificateOfAnotherNameIsRefused()
    {
        const TestCertificate other = TestCertificate::forName("DNS:mail.other.example");
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(other.certificate);
        file.flush();
        SmtpServer::Options options;
        options.tls = &other;
        SmtpServer server(options);
        MailClient client;
        MailRequest request = mailTo(serverAt(server.port(), MailSecurity::Tls));
        request.server.caFile = file.fileName();
        const MailResponse answer = carryOut(client, request);
        QCOMPARE(answer.step, MailStep::Tls);
        QCOMPARE(answer.end, MailEnd::Unable);
        QVERIFY(server.commands().isEmpty());
    }

    void whereNobodyIsTheStepSaysSo()
    {
        MailClient client;
        MailRequest request = mailTo(serverAt(closedPort()));
        QCOMPARE(carryOut(client, request).step, MailStep::Connect);
        request.server.host = u"nobody.invalid"_s;
        QCOMPARE(carryOut(client, request).step, MailStep::Name);
    }

    void aServerThatDoesNotLeaveUsDoesNotHoldTheThread()
    {
        SmtpServer::Options options; // no STARTTLS, and no answer to libcurl's QUIT either
        ScriptedServer server([](auto &peer, int) {
            peer.write("220 hello\r\n");
            peer.readLine();
            peer.write("250 test.example\r\n");
            peer.waitForClose();
        });
        MailClient client;
        QElapsedTimer longest;
        longest.start();
        qint64 worst = 0;
        QTimer pulse;
        connect(&pulse, &QTimer::timeout, this, [&] { worst = std::max(worst, longest.restart()); });
        pulse.start(10);
        QCOMPARE(carryOut(client, mailTo(serverAt(server.port(), MailSecurity::StartTls))).step, MailStep::Tls);
        worst = std::max(worst, longest.elapsed());
        QVERIFY2(worst < 1'500, qPrintable(QString::number(worst)));
    }

    void aTestStopsAtTheSender()
    {
        SmtpServer server({});
        MailClient client;
        MailRequest request = mailTo(serverAt(server.port()), {});
        request.content.clear();
        const MailResponse answer = carryOut(client, request);
        QCOMPARE(answer.step, MailStep::Sender);
        QCOMPARE(answer.code, 250);
        QVERIFY(countOf(server, "RCPT") == 0);
        QVERIFY(countOf(server, "DATA") == 0);
    }

    void cancellingSaysHowFarEachGot()
    {
        SmtpServer::Options options;
        options.mischief = [](const QByteArray &step, int, int) { return step == "end" ? "mute"_ba : QByteArray(); };
        SmtpServer server(options);
        MailClient client;
        QList<MailResponse> answers;
        for (int i = 0; i < 3; ++i)
            client.send(mailTo(serverAt(server.port())), [&](const MailResponse &r) { answers << r; });
        QTRY_COMPARE(server.taken().size(), 2);
        client.cancelAll();
        QCOMPARE(answers.size(), 3);
        QStringList outcomes;
        for (const MailResponse &answer : answers)
            outcomes << outcomeOf(answer);
        outcomes.sort();
        QCOMPARE(outcomes, (QStringList{u"not_sent"_s, u"unknown"_s, u"unknown"_s}));
        QCOMPARE(client.inFlight(), 0);
        QCOMPARE(client.connections(), 0);
    }

    void idleConnectionsAreClosed()
    {
        SmtpServer server({});
        MailClientOptions options;
        options.longestIdle = Millis{100};
        MailClient client(options);
        QVERIFY(carryOut(client, mailTo(serverAt(server.port()))).isAccepted());
        QTRY_COMPARE(client.connections(), 0);
        QTRY_VERIFY(server.commands().contains("QUIT"));
    }
};

QTEST_GUILESS_MAIN(MailClientTest)
#include "tst_mailclient.moc"

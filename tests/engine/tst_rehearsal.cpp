#include "engine/rehearsal/rehearsal.h"

#include "engine/fakes.h"
#include "providers/factory.h"
#include "storage/workspace/providerstore.h"
#include "storage/workspace/rehearsalcopy.h"
#include "storage/workspacefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace engine;

/// A rehearsal: a copy beside the workspace that sends to simulated providers.
class RehearsalTest : public QObject
{
    Q_OBJECT

    const providers::Factory m_factory;

    static constexpr qint64 now = 1'800'000'000'000;

    static void add(WorkspaceFixture &w, const QString &kind)
    {
        storage::ProviderRecord record;
        record.kind = record.name = kind;
        VERIFY_RESULT(storage::ProviderStore(w.db()).save(record, {}));
    }
    static void addCampaign(WorkspaceFixture &w, const QString &state)
    {
        VERIFY_RESULT(
            w.db().run(u"INSERT INTO template (id, name, channel, category, created_at, updated_at)"
                       " VALUES (1, 'T', 'sms', 'marketing', 0, 0);"
                       "INSERT INTO campaign (name, channel, category, template_id, state, created_at, updated_at)"
                       " VALUES ('Spring', 'sms', 'marketing', 1, '%1', 0, 0)"_s.arg(state)));
    }

private Q_SLOTS:
    void anAccountGoesToTheStageWithoutItsSecrets()
    {
        const providers::Factory factory;
        ProviderConfig account{{3}, u"twilio"_s, u"Main"_s, {}, {{u"authToken"_s, u"0123456789abcdef"_s}}};
        account.settings = {{u"accountSid"_s, u"AC"_s + QString(32, u'a')},
                            {u"from"_s, u"+15005550006"_s},
                            {u"baseUrl"_s, u"https://api.twilio.com"_s}};
        const RehearsalStage stage{u"http://127.0.0.1:4711"_s, {u"twilio"_s}};
        const auto made = rehearsed(account, factory, stage);
        QVERIFY(made);
        QCOMPARE(made->settings.value("baseUrl"_L1).toString(), u"http://127.0.0.1:4711/twilio"_s);
        QCOMPARE(made->settings.value("from"_L1), account.settings.value("from"_L1));
        QCOMPARE(made->secrets.keys(), account.secrets.keys());
        QVERIFY(!made->secrets.value(u"authToken"_s).contains(u"0123"_s));
        QVERIFY(factory.make(*made)); // the stand-ins pass for secrets
        ProviderConfig own = account; // of its own interface nobody knows where it leads
        own.settings.insert(u"profile"_s, u"{}"_s);
        QVERIFY(!rehearsed(own, factory, stage));
        account.kind = u"smtp"_s;
        QVERIFY(!rehearsed(account, factory, stage));
    }

    void aMailAccountSendsToTheStageAndReadsNoMailbox()
    {
        const providers::Factory factory;
        const ProviderConfig account{{3},
                                     u"smtp"_s,
                                     u"Mail"_s,
                                     {{u"host"_s, u"smtp.shop.example"_s},
                                      {u"security"_s, u"starttls"_s},
                                      {u"user"_s, u"news"_s},
                                      {u"fromAddress"_s, u"news@shop.example"_s},
                                      {u"caFile"_s, u"/etc/shop.pem"_s},
                                      {u"imapHost"_s, u"imap.shop.example"_s}},
                                     {{u"password"_s, u"planted"_s}, {u"accessToken"_s, u"token9"_s}}};
        const RehearsalStage stage{u"http://127.0.0.1:4711"_s, {u"twilio"_s}, 2525};
        const auto made = rehearsed(account, factory, stage);
        QVERIFY(made);
        for (const QString &secret : made->secrets)
            QVERIFY(!secret.contains(u"planted"_s) && !secret.contains(u"token9"_s));
        const auto provider = factory.make(*made);
        VERIFY_RESULT(provider);
        const MailServer server = (*provider)->mail()->testRequest().server;
        QCOMPARE(server.host, u"127.0.0.1"_s);
        QCOMPARE(server.port, 2525);
        QCOMPARE(server.security, MailSecurity::None);
        QCOMPARE(server.user, u"news"_s);
        QVERIFY(server.caFile.isEmpty());
        QVERIFY(server.accessToken.isEmpty());
        QVERIFY(!(*provider)->mail()->mailboxRequest({}, {}));
    }

    void noMailLeavesButToTheStage()
    {
        struct Recorder final : MailTransport
        {
            QStringList seen;
            void send(MailRequest request, Sent) override { seen << request.server.host; }
            void read(MailboxRequest request, Read) override { seen << request.server.host; }
            void cancelAll() override {}
            [[nodiscard]] int inFlight() const override { return 0; }
        };
        auto recorder = std::make_unique<Recorder>();
        const QStringList &seen = recorder->seen;
        RehearsalMail mail(std::move(recorder), 2525);
        QList<MailEnd> ends;
        const auto send = [&](const QString &host, int port) {
            MailRequest request;
            request.server.host = host;
            request.server.port = port;
            mail.send(request, [&](const MailResponse &response) { ends << response.end; });
        };
        send(u"smtp.shop.example"_s, 2525);
        send(u"127.0.0.1"_s, 25);
        MailboxRequest mailbox;
        mailbox.server.host = u"127.0.0.1"_s;
        mailbox.server.port = 2525;
        bool isRefused = false;
        mail.read(mailbox, [&](const MailboxResponse &response) { isRefused = response.failure.has_value(); });
        QVERIFY(ends.isEmpty()); // never from within the call
        QCOMPARE(mail.inFlight(), 3);
        QTRY_COMPARE(ends, (QList<MailEnd>{MailEnd::Unable, MailEnd::Unable}));
        QTRY_VERIFY(isRefused);
        QVERIFY(seen.isEmpty());
        send(u"127.0.0.1"_s, 2525);
        QCOMPARE(seen, QStringList{u"127.0.0.1"_s});
    }

    void whatTellsTheKindOfAKeyIsKept()
    {
        const providers::Factory factory;
        const ProviderConfig account{{3}, u"twilio"_s, {}, {}, {{u"authToken"_s, u"bk_eu1_Secret9"_s}}};
        const auto made = rehearsed(account, factory, {u"http://127.0.0.1:1"_s, {u"twilio"_s}});
        QVERIFY(made);
        QCOMPARE(made->secrets.value(u"authToken"_s), u"bk_eu1_AAAAAAA"_s);
    }

    void theCopyIsFitAndTheWorkspaceIsUntouched()
    {
        WorkspaceFixture w;
        add(w, u"twilio"_s);
        add(w, u"smtp"_s);
        VERIFY_RESULT(w.db().run(u"INSERT INTO message (origin, origin_id, occurrence, contact_id, channel, category,"
                                 " priority, due_at, day, created_at, provider_id, state, look_at)"
                                 " VALUES ('test', 7, 0, 1, 'sms', 'marketing', 2, 0, 0, 0, 1, 'accepted', 5)"_s));
        QCOMPARE(fileOf(w.path()), w.path());
        VERIFY_RESULT(beginRehearsal(w.db(), m_factory, {u"http://127.0.0.1:1"_s, {u"twilio"_s}}, fromMillis(now)));
        const QString copy = rehearsalPathOf(w.path());
        QCOMPARE(fileOf(w.path()), copy);
        QCOMPARE(workspaceOf(copy), w.path());
        QVERIFY(!QFile::exists(copy + u".part"_s));
        QVERIFY(!QFile::exists(copy + u"-wal"_s));
        QCOMPARE(w.number(u"SELECT look_at FROM message"_s), 5);
        QCOMPARE(w.number(u"SELECT count(*) FROM provider WHERE paused_reason <> ''"_s), 0);

        auto opened = storage::WorkspaceFile::open(copy, QByteArray(32, 'k'), storage::Connection::Access::ReadWrite);
        VERIFY_RESULT(opened);
        storage::Connection &db = opened->connection();
        const auto records = storage::ProviderStore(db).all().value();
        QCOMPARE(records.at(0).pausedReason, QString());
        QCOMPARE(records.at(0).pollCursor, now);
        QCOMPARE(records.at(1).pausedReason, storage::notRehearsed);
        auto &looks = db.statement("SELECT count(*) FROM message WHERE look_at IS NOT NULL");
        QVERIFY(looks.next());
        QCOMPARE(looks.integer(0), 0);
        looks.finish();
        QCOMPARE(beginRehearsal(db, m_factory, {}, fromMillis(now)).error().code, ErrorCode::Conflict);
    }

    void itDoesNotBeginWhileSomethingIsOnItsWay_data()
    {
        QTest::addColumn<QString>("campaign");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("begins");
        QTest::newRow("a campaign is being sent") << u"sending"_s << QString() << false;
        QTest::newRow("a campaign is paused") << u"paused"_s << QString() << true;
        QTest::newRow("a campaign is over") << u"completed"_s << QString() << true;
        QTest::newRow("an answer is awaited") << QString() << u"sending"_s << false;
        QTest::newRow("a receipt is awaited") << QString() << u"accepted"_s << true;
    }
    void itDoesNotBeginWhileSomethingIsOnItsWay()
    {
        QFETCH(QString, campaign);
        QFETCH(QString, message);
        QFETCH(bool, begins);
        WorkspaceFixture w;
        if (!campaign.isEmpty())
            addCampaign(w, campaign);
        if (!message.isEmpty())
            VERIFY_RESULT(w.db().run(
                u"INSERT INTO message (origin, origin_id, occurrence, contact_id, channel, category, priority, due_at,"
                " day, created_at, state) VALUES ('test', 7, 0, 1, 'sms', 'marketing', 2, 0, 0, 0, '%1')"_s.arg(
                    message)));
        if (message == u"sending")
            VERIFY_RESULT(w.db().run(u"INSERT INTO attempt (message_id, number, provider_id, reference, started_at)"
                                     " VALUES (1, 1, 1, 'R', 0)"_s));
        const auto begun = beginRehearsal(w.db(), m_factory, {}, fromMillis(now));
        QCOMPARE(begun.has_value(), begins);
        QCOMPARE(QFile::exists(rehearsalPathOf(w.path())), begins);
        if (!begins) {
            QCOMPARE(begun.error().code, ErrorCode::Conflict);
            QCOMPARE(begun.error().place, campaign.isEmpty() ? QString() : u"Spring"_s);
        }
    }

    void nobodyIsAskedButTheStage()
    {
        auto scripted = std::make_unique<fakes::ScriptedTransport>();
        const auto &asked = scripted->asked;
        RehearsalTransport transport(std::move(scripted), {u"http://127.0.0.1:4711"_s, {}});
        QList<Reached> answers;
        const auto ask = [&](const QByteArray &url) {
            HttpRequest request;
            request.url = url;
            transport.send(request, [&](const HttpResponse &response) { answers << response.reached; });
        };
        ask("https://api.twilio.com/2010-04-01/x");
        ask("http://127.0.0.1:47110/twilio/x"); // another port
        QVERIFY(answers.isEmpty());             // never from within the call
        QCOMPARE(transport.inFlight(), 2);
        QTRY_COMPARE(answers.size(), 2);
        QCOMPARE(answers, (QList<Reached>{Reached::NotConnected, Reached::NotConnected}));
        QVERIFY(asked.isEmpty());
        ask("http://127.0.0.1:4711/twilio/x");
        QCOMPARE(asked.size(), 1);
        ask("https://api.twilio.com/x");
        transport.cancelAll();
        QVERIFY(answers.size() >= 3);
        QTRY_COMPARE(transport.inFlight(), 0);
    }

    void secretsChangedInARehearsalStayInIt()
    {
        fakes::MemoryKeyStore real;
        real.secrets = {{u"a"_s, "1"}, {u"b"_s, "2"}};
        RehearsalKeyStore keys(real);
        int answers = 0;
        const auto read = [&](const QString &key) {
            Result<QByteArray> got = fail(ErrorCode::Network);
            const int before = answers;
            keys.read(key, [&](const Result<QByteArray> &answer) {
                got = answer;
                ++answers;
            });
            if (answers != before)
                qFatal("answered within the call");
            if (!QTest::qWaitFor([&] { return answers > before; }))
                qFatal("no answer");
            return got;
        };
        keys.write(u"a"_s, "9", [&](const Result<void> &) {});
        keys.remove(u"b"_s, [&](const Result<void> &) {});
        QCOMPARE(read(u"a"_s).value(), "9"_ba);
        QCOMPARE(read(u"b"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(real.secrets.value(u"a"_s), "1"_ba);
        QCOMPARE(real.secrets.size(), 2);
    }
};

QTEST_GUILESS_MAIN(RehearsalTest)
#include "tst_rehearsal.moc"

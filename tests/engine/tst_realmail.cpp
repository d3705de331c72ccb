#include "engine/mail/mailclient.h"

#include "domain/message/reference.h"
#include "engine/mailhouse.h"
#include "providers/smtp/smtp.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using engine::MailClient;
using providers::smtp::Smtp;

/// The whole way through real servers: Exim and Dovecot (see MailHouse).
class RealMailTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<MailHouse> m_house;
    const Instant m_now = fromMillis(1'795'000'000'000);
    quint32 m_chance = 0;

    ProviderConfig config(bool startTls = true) const
    {
        ProviderConfig made;
        made.kind = u"smtp"_s;
        made.settings = {{u"host"_s, u"127.0.0.1"_s},
                         {u"port"_s, startTls ? m_house->startTlsPort() : m_house->tlsPort()},
                         {u"security"_s, startTls ? u"starttls"_s : u"tls"_s},
                         {u"user"_s, u"bounces"_s},
                         {u"fromAddress"_s, u"news@shop.example"_s},
                         {u"fromName"_s, u"Müllers Laden"_s},
                         {u"bounceAddress"_s, u"bounce@shop.example"_s},
                         {u"verp"_s, true},
                         {u"unsubscribeAddress"_s, u"bye@shop.example"_s},
                         {u"imapHost"_s, u"127.0.0.1"_s},
                         {u"imapPort"_s, startTls ? m_house->imapPort() : m_house->imapsPort()},
                         {u"imapSecurity"_s, startTls ? u"starttls"_s : u"tls"_s},
                         {u"caFile"_s, m_house->caFile()}};
        made.secrets = {{u"password"_s, u"secret"_s}};
        return made;
    }

    SendRequest messageTo(const QString &to)
    {
        SendRequest made;
        made.reference = attemptReference(m_now, MessageId{7}, ++m_chance);
        made.message = MessageId{7};
        made.channel = Channel::Email;
        made.to = to;
        made.subject = u"Grüße aus Köln"_s;
        made.body = u"Liebe Ann,\n.ein Punkt am Anfang\n.\nBis Montag"_s;
        made.html = u"<p>Liebe Ann</p>"_s;
        return made;
    }

    MailResponse deliver(MailClient &client, const Smtp &smtp, const SendRequest &message) const
    {
        std::optional<MailResponse> answer;
        const auto request = smtp.mailRequest(message, m_now);
        if (!request)
            qFatal("no mail");
        client.send(*request, [&](MailResponse response) { answer = std::move(response); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
            qFatal("no answer");
        return *answer;
    }

    /// What arrived of a message: names in a mail folder do not tell the order within a second.
    [[nodiscard]] QByteArray lastOf(const SendRequest &message) const
    {
        for (const QByteArray &mail : m_house->outbox())
            if (mail.contains("Message-Id: <" + message.reference.toUtf8()))
                return mail;
        return {};
    }

    static MailboxResponse read(MailClient &client, const Smtp &smtp, const MailboxCursor &cursor)
    {
        std::optional<MailboxResponse> answer;
        const Instant longAgo = fromMillis(1'000'000'000'000);
        client.read(*smtp.mailboxRequest(cursor, longAgo),
                    [&](MailboxResponse response) { answer = std::move(response); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
            qFatal("no answer");
        return *answer;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!MailHouse::isThere())
            QSKIP("exim4 and dovecot are not installed (./dev test installs them)");
        m_house = std::make_unique<MailHouse>();
        const QString trouble = m_house->start();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void cleanup()
    {
        if (m_house && QTest::currentTestFailed())
            qInfo("%s", m_house->log().constData());
    }

    void aMailIsTaken_data()
    {
        QTest::addColumn<bool>("startTls");
        QTest::newRow("STARTTLS") << true;
        QTest::newRow("TLS") << false;
    }

    void aMailIsTaken()
    {
        QFETCH(const bool, startTls);
        const Smtp smtp(config(startTls));
        MailClient client;
        const qsizetype before = m_house->outbox().size();
        const SendRequest message = messageTo(u"ann@customer.example"_s);
        const MailResponse answer = deliver(client, smtp, message);
        QVERIFY2(answer.isAccepted(), qPrintable(answer.text));
        const auto accepted = std::get<Accepted>(smtp.outcome(message, answer));
        QCOMPARE(accepted.providerMessageId, message.reference + u"@shop.example"_s);
        QCOMPARE(accepted.state, MessageState::Sent);
        QTRY_COMPARE_WITH_TIMEOUT(m_house->outbox().size(), before + 1, 20'000);
        const QByteArray mail = lastOf(message);
        QVERIFY(mail.contains("Return-path: <bounce+" + message.reference.toLower().toUtf8() + "@shop.example>"));
        QVERIFY(mail.contains("Envelope-to: ann@customer.example"));
        QVERIFY(mail.contains("Message-Id: <" + message.reference.toUtf8() + "@shop.example>"));
        QVERIFY2(mail.contains("<p>Liebe Ann</p>"), mail);
        QVERIFY2(mail.contains("\n.ein Punkt am Anfang\n.\nBis Montag\n"), mail);
    }

    void filesArriveByteForByte()
    {
        const Smtp smtp(config());
        MailClient client;
        const qsizetype before = m_house->outbox().size();
        QByteArray picture; // every byte, with what mail could stumble over
        for (int i = 0; i < 300'000; ++i)
            picture += static_cast<char>((static_cast<quint32>(i) * 7919U) >> 3);
        const QByteArray text = "\n.\n..\r\n.\r\rFrom here\0\r\n"_ba;
        SendRequest message = messageTo(u"ann@customer.example"_s);
        message.attachments = {{u"Bild ä.png"_s, "image/png", picture},
                               {u"odd.bin"_s, "application/x-odd", {}, base64Lines(text)}};
        const MailResponse answer = deliver(client, smtp, message);
        QVERIFY2(answer.isAccepted(), qPrintable(answer.text));
        QTRY_COMPARE_WITH_TIMEOUT(m_house->outbox().size(), before + 1, 20'000);
        const QByteArray mail = lastOf(message);
        const auto fileOf = [&](const QByteArray &type) {
            const qsizetype head = mail.indexOf("Content-Type: " + type);
            const qsizetype body = mail.indexOf("\n\n", head) + 2;
            QByteArray letters = mail.sliced(body, mail.indexOf("\n--=_", body) - body);
            return QByteArray::fromBase64(letters.replace("\n", ""), QByteArray::AbortOnBase64DecodingErrors);
        };
        QCOMPARE(fileOf("image/png"), picture);
        QCOMPARE(fileOf("application/x-odd"), text);
        QVERIFY(mail.contains("''Bild%20"));
        QVERIFY2(mail.contains("<p>Liebe Ann</p>"), mail);
    }

    void manyMailsAreTakenOnceEach()
    {
        const Smtp smtp(config());
        MailClient client;
        const qsizetype before = m_house->outbox().size();
        constexpr int many = 60;
        int taken = 0;
        for (int i = 0; i < many; ++i)
            client.send(*smtp.mailRequest(messageTo(u"person%1@customer.example"_s.arg(i)), m_now),
                        [&](const MailResponse &response) { taken += response.isAccepted() ? 1 : 0; });
        QTRY_COMPARE_WITH_TIMEOUT(taken, many, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_house->outbox().size(), before + many, 60'000);
        QSet<QByteArray> ids;
        for (const QByteArray &mail : m_house->outbox())
            if (mail.contains("Envelope-to: person"))
                ids << mail.mid(mail.indexOf("Message-Id: <"), 60);
        QCOMPARE(ids.size(), many);
    }

    void aWrongPasswordIsSaid()
    {
        ProviderConfig wrong = config();
        wrong.secrets[u"password"_s] = u"guessed"_s;
        const Smtp smtp(wrong);
        MailClient client;
        std::optional<MailResponse> answer;
        client.send(smtp.testRequest(), [&](MailResponse response) { answer = std::move(response); });
        QTRY_VERIFY_WITH_TIMEOUT(answer, 20'000);
        QCOMPARE(answer->step, MailStep::Login);
        QCOMPARE(answer->code, 535);
        QCOMPARE(smtp.testReport(*answer).verdict, ConnectionReport::Verdict::CredentialsRefused);
        const MailboxResponse mailbox = read(client, smtp, {});
        QVERIFY(mailbox.failure);
        QCOMPARE(mailbox.failure->step, MailStep::Login);
    }

    void anUnknownCertificateIsRefused()
    {
        for (const bool startTls : {true, false}) {
            ProviderConfig strange = config(startTls);
            strange.settings.remove(u"caFile"_s);
            const Smtp smtp(strange);
            MailClient client;
            const MailResponse answer = deliver(client, smtp, messageTo(u"ann@customer.example"_s));
            QCOMPARE(answer.step, MailStep::Tls);
            QVERIFY2(answer.text.contains(u"certificate"_s), qPrintable(answer.text));
            const MailboxResponse mailbox = read(client, smtp, {});
            QVERIFY(mailbox.failure);
            QCOMPARE(mailbox.failure->step, MailStep::Tls);
        }
    }

    void theTestOfTheConnectionWorksAndSendsNothing()
    {
        const Smtp smtp(config());
        MailClient client;
        const qsizetype before = m_house->outbox().size();
        std::optional<MailResponse> answer;
        client.send(smtp.testRequest(), [&](MailResponse response) { answer = std::move(response); });
        QTRY_VERIFY_WITH_TIMEOUT(answer, 20'000);
        QCOMPARE(smtp.testReport(*answer).verdict, ConnectionReport::Verdict::Works);
        QCOMPARE(m_house->outbox().size(), before);
    }

    void refusalsAreUnderstood()
    {
        const Smtp smtp(config());
        MailClient client;
        const SendRequest nobody = messageTo(u"nobody@customer.example"_s);
        const auto outcome = smtp.outcome(nobody, deliver(client, smtp, nobody));
        QVERIFY(std::holds_alternative<Rejected>(outcome));
        QCOMPARE(std::get<Rejected>(outcome).reason, RejectReason::Recipient);
        const SendRequest later = messageTo(u"later@customer.example"_s);
        QVERIFY(std::holds_alternative<NotSent>(smtp.outcome(later, deliver(client, smtp, later))));
        SendRequest large = messageTo(u"ann@customer.example"_s);
        large.attachments = {{u"x.bin"_s, "application/octet-stream", QByteArray(3'000'000, 'x')}};
        const auto tooLarge = smtp.outcome(large, deliver(client, smtp, large));
        QVERIFY(std::holds_alternative<Rejected>(tooLarge));
        QCOMPARE(std::get<Rejected>(tooLarge).reason, RejectReason::Content);
        QVERIFY(deliver(client, smtp, messageTo(u"jörg@customer.example"_s)).isAccepted());
    }

    void aBounceComesBackAndIsKnown()
    {
        for (const bool startTls : {true, false}) {
            const Smtp smtp(config(startTls));
            MailClient client;
            const MailboxCursor before = read(client, smtp, {}).cursor;
            const SendRequest message = messageTo(u"late-bounce@customer.example"_s);
            QVERIFY(deliver(client, smtp, message).isAccepted());
            MailboxResponse mailbox;
            QTRY_VERIFY_WITH_TIMEOUT(!(mailbox = read(client, smtp, before)).mails.isEmpty(), 30'000);
            QVERIFY(!mailbox.failure);
            const QStringList files = m_house->mailboxFiles();
            const ListPage page = smtp.mailRead(mailbox.mails.last(), m_now);
            QCOMPARE(page.statuses.size(), 1);
            QCOMPARE(page.statuses.first().reference, message.reference);
            QCOMPARE(page.statuses.first().providerMessageId, message.reference + u"@shop.example"_s);
            QCOMPARE(page.statuses.first().state, MessageState::Undelivered);
            QCOMPARE(page.statuses.first().reason, RejectReason::Recipient);
            // Read once, and nothing has changed there: no flag is set, nothing is gone.
            QVERIFY(mailbox.cursor.uid > before.uid);
            QVERIFY(read(client, smtp, mailbox.cursor).mails.isEmpty());
            QCOMPARE(read(client, smtp, mailbox.cursor).cursor, mailbox.cursor);
            QCOMPARE(m_house->mailboxFiles(), files);
            for (const QString &file : files)
                QVERIFY2(!file.section(u":2,"_s, 1).contains(u'S'), qPrintable(file));
        }
    }

    void anotherLifeOfTheMailboxIsReadAnew()
    {
        const Smtp smtp(config());
        MailClient client;
        const MailboxResponse all = read(client, smtp, {});
        QVERIFY(!all.mails.isEmpty());
        QCOMPARE(read(client, smtp, {all.cursor.validity + 1, 4'000'000'000}).mails.size(), all.mails.size());
    }

    void manyMailsAreReadInPieces()
    {
        const Smtp smtp(config());
        MailClient client;
        const MailboxCursor before = read(client, smtp, {}).cursor;
        constexpr int many = 5;
        for (int i = 0; i < many; ++i)
            QVERIFY(deliver(client, smtp, messageTo(u"bye@shop.example"_s)).isAccepted());
        QTRY_COMPARE_WITH_TIMEOUT(read(client, smtp, before).mails.size(), many, 30'000);
        MailboxRequest request = *smtp.mailboxRequest(before, m_now);
        request.atMost = 2;
        QList<qsizetype> pieces;
        bool more = true;
        while (more) {
            std::optional<MailboxResponse> answer;
            client.read(request, [&](MailboxResponse response) { answer = std::move(response); });
            QTRY_VERIFY_WITH_TIMEOUT(answer, 20'000);
            QVERIFY(!answer->failure);
            pieces << answer->mails.size();
            request.cursor = answer->cursor;
            more = answer->more;
        }
        QCOMPARE(pieces, (QList<qsizetype>{2, 2, 1}));
    }

    void aFolderThatIsNotThereIsSaid()
    {
        ProviderConfig other = config();
        other.settings[u"imapFolder"] = u"Bounces \"x\\"_s;
        MailClient client;
        const MailboxResponse mailbox = read(client, Smtp(other), {});
        QVERIFY(mailbox.failure);
        QCOMPARE(mailbox.failure->step, MailStep::Recipient);
    }
};

QTEST_GUILESS_MAIN(RealMailTest)
#include "tst_realmail.moc"

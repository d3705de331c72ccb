#include "engine/client/queries.h"
#include "engine/commands/inboxcommands.h"
#include "engine/commands/providercommands.h"
#include "engine/enginerig.h"
#include "engine/fakes.h"
#include "engine/mail/mailtransport.h"
#include "engine/sending/attachmentshelf.h"
#include "providers/factory.h"
#include "storage/templates/attachmentstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

/// Keeps mails until the test lets them be answered; the mailbox is what the test puts into it.
class ScriptedMail final : public engine::MailTransport
{
public:
    std::function<MailResponse(const MailRequest &)> script; ///< empty: everything is taken
    QList<MailRequest> seen;
    QByteArrayList mailbox;
    int readings = 0;
    std::optional<MailResponse> mailboxFailure;

    void send(MailRequest request, Sent done) override
    {
        seen << request;
        m_open.push_back([this, request, done] {
            done(script ? script(request) : MailResponse{MailStep::End, MailEnd::Replied, 250, u"ok"_s, {}});
        });
    }
    void read(MailboxRequest request, Read done) override
    {
        ++readings;
        m_openReadings.push_back([this, request, done] {
            MailboxResponse response;
            response.failure = mailboxFailure;
            response.cursor = request.cursor;
            if (!mailboxFailure) {
                response.mails = mailbox.mid(request.cursor.uid);
                response.cursor = {7, static_cast<quint32>(mailbox.size())};
            }
            done(response);
        });
    }
    void cancelAll() override {}
    [[nodiscard]] int inFlight() const override { return static_cast<int>(m_open.size() + m_openReadings.size()); }
    int answerAll() { return answer(m_open) + answerReadings(); }
    int answerReadings() { return answer(m_openReadings); }

private:
    using Open = std::deque<std::function<void()>>;
    static int answer(Open &open)
    {
        const Open now = std::exchange(open, {});
        for (const auto &one : now)
            one();
        return static_cast<int>(now.size());
    }
    Open m_open;
    Open m_openReadings;
};

/// The engine over the real translator for mail.
struct MailRig : rig::Rig
{
    explicit MailRig(const QString &path) : Rig(path)
    {
        fixture::mustRun(
            *db,
            u"UPDATE provider SET kind = 'smtp', name = 'Mail', channels = 'email', in_flight = 2, settings = '{\"host\":\"mail.shop.example\",\"user\":\"news\",\"fromAddress\":\"news@shop.example\", \"fromName\":\"Shop\",\"bounceAddress\":\"bounce@shop.example\",\"imapHost\":\"mail.shop.example\"}'; INSERT INTO template (id, name, channel, category, created_at, updated_at) VALUES (1, 'T', 'email', 'marketing', 0, 0); INSERT INTO template_version (id, template_id, number, subject, body, html, created_at) VALUES (1, 1, 1, 'Hi {{ contact.first_name }}', 'Dear {{ contact.first_name }}', '<p>Dear {{ contact.first_name }}</p>', 0)"_s);
    }

    void addMailPerson(int id, const QString &firstName)
    {
        auto &c = db->statement("INSERT INTO contact (id, display_name, first_name, time_zone, created_at, updated_at)"
                                " VALUES (?, ?, ?, 'America/New_York', 0, 0)");
        c.bind(1, id).bind(2, firstName).bind(3, firstName);
        auto &a = db->statement("INSERT INTO contact_address (contact_id, channel, address_cipher, address_index,"
                                " address_tail) VALUES (?, 'email', ?, ?, '…')");
        a.bind(1, id).bind(2, vault.seal(address(id))).bind(3, vault.indexOf(Address{Channel::Email, address(id)}));
        if (!c.exec() || !a.exec())
            qFatal("no contact");
    }
    static QString address(int id) { return u"p%1@customer.example"_s.arg(id); }

    void startMail()
    {
        engine = std::make_unique<engine::Engine>(
            engine::Services{*db,
                             vault,
                             clock,
                             real,
                             transport,
                             [](const storage::ProviderRecord &) {
                                 return QHash<QString, QString>{{u"password"_s, u"planted"_s}};
                             },
                             [] { return 0.5; },
                             [this] { return engine::Ticks(clock.now().time_since_epoch()); },
                             policy,
                             nullptr,
                             {},
                             &mail});
        engine->start();
    }

    void settleMail()
    {
        for (int quiet = 0, rounds = 0; quiet < 4; ++rounds) {
            if (rounds > 20'000)
                qFatal("it never comes to rest");
            engine->work();
            quiet = mail.answerAll() > 0 ? 0 : quiet + 1;
            clock.advance(Millis{60});
        }
    }
    void passMail(Millis time)
    {
        for (Millis gone{0}; gone < time; gone += Millis{30'000}) {
            clock.advance(Millis{30'000});
            settleMail();
        }
    }

    providers::Factory real;
    ScriptedMail mail;
};

QByteArray bounceOf(const MailRequest &sent, const QByteArray &status)
{
    return "From: <>\r\nTo: " + sent.sender +
           "\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
           "Content-Type: message/delivery-status\r\n\r\nOriginal-Envelope-Id: " +
           sent.envelopeId + "\r\n\r\nFinal-Recipient: rfc822; " + sent.recipient +
           "\r\nAction: failed\r\nStatus: " + status + "\r\nDiagnostic-Code: smtp; no\r\n--b--\r\n";
}

} // namespace

class MailSendingTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<MailRig> m;

    QString text(const QString &sql) const { return fixture::text(*m->db, sql); }

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<MailRig>(m_folder.filePath(u"w%1.sqlite"_s.arg(++m_files)));
        m->addMailPerson(1, u"Ann <b>"_s);
        m->addMailPerson(2, u"Bo"_s);
        m->addCampaign();
    }
    void cleanup() { m.reset(); }

    void aCampaignGoesOutByMailOnceToEach()
    {
        m->startMail();
        m->settleMail();
        QCOMPARE(m->mail.seen.size(), 2);
        const MailRequest first = m->mail.seen.first();
        QCOMPARE(first.recipient, "p1@customer.example"_ba);
        QVERIFY(first.content.contains("Subject: Hi Ann <b>\r\n"));
        QVERIFY(first.content.contains("\r\nDear Ann <b>\r\n"));
        QVERIFY2(first.content.contains("<p>Dear Ann &lt;b&gt;</p>"), first.content);
        QCOMPARE(m->count(u"state = 'sent'"_s), 2);
        QVERIFY(text(u"SELECT provider_message_id FROM message WHERE id = 1"_s).endsWith(u"@shop.example"_s));
        QCOMPARE(text(u"SELECT subject FROM message WHERE id = 1"_s), u"Hi Ann <b>"_s);
        m->passMail(Millis{600'000});
        QCOMPARE(m->mail.seen.size(), 2);
    }

    void filesGoWithEachMailAndAreReadOnce()
    {
        const QByteArray prices(700'000, '\x5a');
        const auto file = domain::attachmentOf(u"prices.pdf"_s, "application/pdf", prices);
        QVERIFY(storage::AttachmentStore(*m->db).add({1}, {file}));
        m->addMailPerson(3, u"Cy"_s);
        m->startMail();
        m->settleMail();
        QCOMPARE(m->mail.seen.size(), 3);
        for (const MailRequest &mail : std::as_const(m->mail.seen)) {
            QVERIFY(mail.content.contains("Content-Type: application/pdf"));
            QVERIFY(mail.content.contains("<p>Dear "));
            QCOMPARE(mail.rest.size(), 2);
            QCOMPARE(mail.rest.first(), base64Lines(prices));
            // the same bytes in memory, not a copy for each
            QCOMPARE(mail.rest.first().constData(), m->mail.seen.first().rest.first().constData());
        }
    }

    void filesThatAreUsedNoMoreMakeRoom()
    {
        storage::AttachmentStore store(*m->db);
        QList<QList<TemplateAttachment>> files;
        for (const char c : {'a', 'b', 'c'})
            files << QList{domain::attachmentOf(u"f"_s, "application/pdf", QByteArray(57'000, c))};
        QVERIFY(store.add({1}, files[0] + files[1] + files[2]));
        engine::AttachmentShelf shelf(*m->db, 2 * sentSize(57'000));
        for (const int one : {0, 1, 0, 1})
            QVERIFY(shelf.take(files[one]));
        QCOMPARE(shelf.reads(), 2);
        QVERIFY(shelf.take(files[2])); // in the place of the first, which was not used for longest
        QCOMPARE(shelf.bytes(), 2 * sentSize(57'000));
        QVERIFY(shelf.take(files[1]));
        QCOMPARE(shelf.reads(), 3);
        QCOMPARE(shelf.take(files[0])->first().encoded, base64Lines(QByteArray(57'000, 'a')));
        QCOMPARE(shelf.reads(), 4);
        QCOMPARE(shelf.take({{u"x"_s, {}, "none", 1}}).error().code, ErrorCode::NotFound);
    }

    void aTestMailIsLikeTheRealOne()
    {
        fixture::mustRun(*m->db, u"DELETE FROM message; DELETE FROM campaign"_s);
        m->startMail();
        fakes::MemoryKeyStore keys;
        engine::SecretBook secrets(keys, u"w"_s);
        engine::ProviderCommands commands{
            {{*m->db, m->vault, m->clock, u"Ann"_s}, m->transport, m->real, secrets, [] {}, [] {}}};
        engine::TestMessage test;
        test.channel = Channel::Email;
        test.to = u"me@shop.example"_s;
        test.subject = u"Prices"_s;
        test.body = u"Dear Ann"_s;
        test.html = u"<p>Dear <b>Ann</b></p>"_s;
        test.attachments = {domain::attachmentOf(u"prices.pdf"_s, "application/pdf", "%PDF-1.7")};
        QVERIFY(commands.sendTest(test));
        m->settleMail();
        QCOMPARE(m->mail.seen.size(), 1);
        const MailRequest mail = m->mail.seen.first();
        QVERIFY(mail.content.contains("Dear Ann"));
        QVERIFY2(mail.content.contains("<p>Dear <b>Ann</b></p>"), mail.content);
        QVERIFY(mail.content.contains("prices.pdf"));
        QCOMPARE(mail.rest.value(0), base64Lines("%PDF-1.7"));
        QCOMPARE(m->count(u"state = 'sent'"_s), 1);
        test.attachments.first().name = u"prices.exe"_s;
        QCOMPARE(commands.sendTest(test).error().place, u"attachments"_s);
        test.attachments.clear();
        test.channel = Channel::Sms;
        test.to = u"+12125550123"_s;
        QCOMPARE(commands.sendTest(test).error().place, u"html"_s);
    }

    void whatWasLostAfterItsEndIsInDoubtAndNeverRepeated()
    {
        m->mail.script = [](const MailRequest &) {
            return MailResponse{MailStep::End, MailEnd::Lost, 0, u"dropped"_s, {}};
        };
        m->startMail();
        m->passMail(Millis{3 * 3'600'000});
        QCOMPARE(m->mail.seen.size(), 2);
        QCOMPARE(m->count(u"state = 'uncertain'"_s), 2);
    }

    void whatWasLostBeforeItsEndIsTriedAgain()
    {
        m->mail.script = [this](const MailRequest &) {
            return m->mail.seen.size() <= 2 ? MailResponse{MailStep::Content, MailEnd::Lost, 0, u"dropped"_s, {}}
                                            : MailResponse{MailStep::End, MailEnd::Replied, 250, u"ok"_s, {}};
        };
        m->startMail();
        m->passMail(Millis{3'600'000});
        QCOMPARE(m->mail.seen.size(), 4);
        QCOMPARE(m->count(u"state = 'sent'"_s), 2);
        // Whoever has got it after all sees that it is the same; what the envelope is known by is the attempt's own.
        QHash<QByteArray, QSet<QByteArray>> ids;
        QSet<QByteArray> envelopes;
        for (const MailRequest &sent : std::as_const(m->mail.seen)) {
            const qsizetype at = sent.content.indexOf("\r\nMessage-Id: <");
            QVERIFY(at > 0);
            ids[sent.recipient] << sent.content.mid(at, sent.content.indexOf('>', at) - at);
            envelopes << sent.envelopeId;
        }
        QCOMPARE(ids.size(), 2);
        for (const auto &of : std::as_const(ids))
            QCOMPARE(of.size(), 1);
        QCOMPARE(envelopes.size(), 4);
    }

    void aRefusedLoginPausesTheAccountAndBurnsNothing()
    {
        m->mail.script = [](const MailRequest &) {
            return MailResponse{MailStep::Login, MailEnd::Replied, 535, u"5.7.8 wrong"_s, {}};
        };
        m->startMail();
        m->passMail(Millis{3'600'000});
        QVERIFY(m->mail.seen.size() <= 2);
        QCOMPARE(text(u"SELECT paused_reason FROM provider"_s), u"configuration"_s);
        QCOMPARE(m->count(u"state = 'queued'"_s), 2);
    }

    void aBounceFailsItsMessage()
    {
        m->startMail();
        m->settleMail();
        m->mail.mailbox << bounceOf(m->mail.seen.first(), "5.1.1") << "From: a@b.example\r\n\r\nhello"_ba;
        m->passMail(Millis{120'000});
        QCOMPARE(m->count(u"state = 'undelivered'"_s), 1);
        QCOMPARE(text(u"SELECT reason FROM message WHERE state = 'undelivered'"_s), u"recipient"_s);
        QCOMPARE(text(u"SELECT mailbox_uid FROM provider"_s), u"2"_s);
        QCOMPARE(text(u"SELECT mailbox_validity FROM provider"_s), u"7"_s);
    }

    // It may be read while the server's answer to the very mail is still on its way, or has never come.
    void aBounceThatIsFasterThanTheAnswerCounts_data()
    {
        QTest::addColumn<bool>("isLost");
        QTest::newRow("the answer comes") << false;
        QTest::newRow("it is lost") << true;
    }
    void aBounceThatIsFasterThanTheAnswerCounts()
    {
        QFETCH(const bool, isLost);
        if (isLost)
            m->mail.script = [](const MailRequest &) {
                return MailResponse{MailStep::End, MailEnd::Lost, 0, u"dropped"_s, {}};
            };
        m->startMail();
        for (int i = 0; i < 200 && m->count(u"state = 'undelivered'"_s) == 0; ++i) {
            m->engine->work();
            if (m->mail.mailbox.isEmpty() && !m->mail.seen.isEmpty())
                m->mail.mailbox << bounceOf(m->mail.seen.first(), "5.1.1");
            m->mail.answerReadings();
            m->clock.advance(Millis{5'000});
        }
        QCOMPARE(m->count(u"state = 'undelivered' AND reason = 'recipient'"_s), 1);
        m->settleMail();
        m->passMail(Millis{600'000});
        QCOMPARE(m->count(u"state = 'undelivered' AND reason = 'recipient'"_s), 1);
        QCOMPARE(m->count(isLost ? u"state = 'uncertain'"_s : u"state = 'sent'"_s), 1);
        QVERIFY(fixture::countersAgree(*m->db));
        // The other mail is in doubt or not, but neither is sent again.
        QCOMPARE(m->mail.seen.size(), 2);
    }

    void aComplaintIsHeededEvenWhereItDoesNotSayWhose()
    {
        m->startMail();
        m->settleMail();
        m->mail.mailbox
            << "From: fbl@p.example\r\nMessage-ID: <c1@p.example>\r\n"
               "Content-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\n"
               "Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n\r\n--b\r\n"
               "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <" +
                   m->mail.seen.last().envelopeId + "@shop.example>\r\n\r\n--b--\r\n";
        m->passMail(Millis{120'000});
        QCOMPARE(text(u"SELECT action FROM consent_event"_s), u"opt_out"_s);
        QCOMPARE(text(u"SELECT channel FROM consent_event"_s), u"email"_s);
        QCOMPARE(text(u"SELECT count(*) FROM inbound"_s), u"1"_s);
        m->addCampaign(2);
        m->passMail(Millis{3'600'000});
        QCOMPARE(m->count(u"campaign_id = 2 AND reason = 'suppressed'"_s), 1);
    }

    void marketingSaysHowToEndIt()
    {
        fixture::mustRun(
            *m->db,
            u"UPDATE provider SET settings = json_set(settings, '$.unsubscribeAddress', 'bye@shop.example'); INSERT INTO setting VALUES ('webhooks', '{\"enabled\":true,\"public_url\":\"https://hooks.shop.example\"}')"_s);
        m->startMail();
        m->settleMail();
        QByteArray head = m->mail.seen.first().content;
        head = head.first(head.indexOf("\r\n\r\n"));
        QVERIFY2(head.contains("List-Unsubscribe: <https://hooks.shop.example/u/"), head);
        QVERIFY(head.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
        const qsizetype at = head.indexOf("?subject=") + 9;
        const QByteArray token = QByteArray::fromPercentEncoding(head.sliced(at, head.indexOf('>', at) - at));
        // Whoever writes, it is the one the mail was for that is meant, and marketing alone.
        m->mail.mailbox << "From: other@elsewhere.example\r\nTo: bye@shop.example\r\nMessage-ID: <u1@e.example>\r\n"
                           "Subject: " +
                               token + "\r\n\r\n";
        m->passMail(Millis{120'000});
        QCOMPARE(text(u"SELECT category FROM consent_event WHERE action = 'opt_out'"_s), u"marketing"_s);
        m->addCampaign(2);
        m->passMail(Millis{3'600'000});
        QCOMPARE(m->count(u"campaign_id = 2 AND reason = 'suppressed' AND contact_id = 1"_s), 1);
        QCOMPARE(m->count(u"campaign_id = 2 AND reason = 'suppressed'"_s), 1);
    }

    // Ann answers from another address, by a program that quotes; what is answered to that goes on the same thread.
    void anAnswerComesIntoItsConversationAndIsAnsweredInItsThread()
    {
        m->startMail();
        m->settleMail();
        const QByteArray content = m->mail.seen.first().content;
        const qsizetype at = content.indexOf("\r\nMessage-Id: <") + 15;
        const QByteArray ours = content.mid(at, content.indexOf('>', at) - at);
        m->mail.mailbox
            << "From: Ann <ann@elsewhere.example>\r\nTo: news@shop.example\r\nMessage-ID: <a1@e.example>\r\n"
               "Subject: AW: Hi Ann\r\nReferences: <root@e.example> <" +
                   ours + ">\r\nIn-Reply-To: <" + ours +
                   ">\r\n\r\nWhen do you open?\r\n\r\nOn Monday Shop wrote:\r\n> Dear Ann\r\n"
            // an answer by its address alone, one from nobody that is known, and an automatic one
            << "From: P2@Customer.Example\r\nMessage-ID: <b1@c.example>\r\nSubject: Hello\r\n\r\nHow are you?\r\n"_ba
            << "From: spam@nowhere.example\r\nMessage-ID: <s1@n.example>\r\n\r\nBuy\r\n"_ba
            << "From: p1@customer.example\r\nMessage-ID: <v1@c.example>\r\nAuto-Submitted: auto-replied\r\n"
               "\r\nI am away\r\n"_ba;
        m->passMail(Millis{120'000});
        engine::Queries queries(*m->db, m->vault, m->clock.now());
        const auto rows = queries.conversations({}, {}, 10).value().rows;
        QCOMPARE(rows.size(), 2);
        const auto ann = rows[0].address == MailRig::address(1) ? rows[0] : rows[1];
        QCOMPARE(ann.address, MailRig::address(1));
        QCOMPARE(ann.lastText, u"When do you open?"_s);
        const auto thread = queries.thread(ann.id, {}, 10).value().rows;
        QCOMPARE(thread.size(), 2);
        QCOMPARE(thread[0].writer, u"ann@elsewhere.example"_s);
        QCOMPARE(thread[0].subject, u"AW: Hi Ann"_s);
        QCOMPARE(queries.conversations({}, {}, 10).value().rows[0].id == ann.id ? rows[1].lastText : rows[0].lastText,
                 u"How are you?"_s);

        engine::InboxCommands commands({*m->db, m->vault, m->clock, u"test"_s}, *m->engine);
        QCOMPARE(commands.wayOf(ann.id)->subject, u"Re: Hi Ann"_s);
        // The first try fails: the second one is the same answer.
        m->mail.seen.clear();
        m->mail.script = [this](const MailRequest &) {
            return m->mail.seen.size() < 2 ? MailResponse{MailStep::Content, MailEnd::Lost, 0, u"dropped"_s, {}}
                                           : MailResponse{MailStep::End, MailEnd::Replied, 250, u"ok"_s, {}};
        };
        QVERIFY(commands.reply({ann.id, u"At nine"_s, {}, 5}));
        m->engine->refresh(engine::Topic::Messages);
        m->passMail(Millis{3'600'000});
        QCOMPARE(m->mail.seen.size(), 2);
        for (const MailRequest &sent : std::as_const(m->mail.seen)) {
            QCOMPARE(sent.recipient, "p1@customer.example"_ba);
            QVERIFY2(sent.content.contains("\r\nSubject: Re: Hi Ann\r\n"), sent.content);
            QVERIFY2(sent.content.contains("\r\nIn-Reply-To: <a1@e.example>\r\n"), sent.content);
            QByteArray unfolded = sent.content;
            unfolded.replace("\r\n ", " ").replace("\r\n\t", " ");
            QVERIFY2(unfolded.contains("References: <root@e.example> <" + ours + "> <a1@e.example>"), sent.content);
            QVERIFY(!sent.content.contains("Auto-Submitted")); // a person wrote it
        }
    }

    void aMailboxThatFailsIsTriedAgainLater()
    {
        m->mail.mailboxFailure = MailResponse{MailStep::Login, MailEnd::Replied, 0, u"no"_s, {}};
        m->startMail();
        QTest::ignoreMessage(QtWarningMsg, "engine: the mailbox of 'Mail' cannot be read: no");
        m->settleMail();
        QCOMPARE(m->mail.readings, 1);
        m->passMail(Millis{240'000});
        QCOMPARE(m->mail.readings, 1);
        m->mail.mailboxFailure.reset();
        m->passMail(Millis{120'000});
        QVERIFY(m->mail.readings > 1);
        QCOMPARE(m->count(u"state = 'sent'"_s), 2);
    }
};

QTEST_GUILESS_MAIN(MailSendingTest)
#include "tst_mailsending.moc"

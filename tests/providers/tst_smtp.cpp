#include "domain/message/reference.h"
#include "providers/smtp/mime.h"
#include "providers/smtp/smtp.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using providers::smtp::Mail;
using providers::smtp::mailContent;
using providers::smtp::Smtp;

namespace {

const Instant now = fromMillis(1'700'000'000'000); // Tue, 14 Nov 2023 22:13:20 UTC

ProviderConfig config()
{
    ProviderConfig made;
    made.kind = u"smtp"_s;
    made.settings = {{u"host"_s, u"mail.shop.example"_s},
                     {u"user"_s, u"news"_s},
                     {u"fromAddress"_s, u"news@shop.example"_s},
                     {u"fromName"_s, u"Müller & Söhne, Köln"_s},
                     {u"replyTo"_s, u"hello@shop.example"_s}};
    made.secrets = {{u"password"_s, u"planted-secret"_s}};
    return made;
}

SendRequest message()
{
    SendRequest made;
    made.reference = attemptReference(now, MessageId{7}, 12345);
    made.message = MessageId{7};
    made.channel = Channel::Email;
    made.to = u"ann@customer.example"_s;
    made.subject = u"Your appointment"_s;
    made.body = u"See you on Monday."_s;
    return made;
}

Mail plain()
{
    Mail mail;
    mail.fromAddress = u"news@shop.example"_s;
    mail.to = u"ann@customer.example"_s;
    mail.subject = u"Hello"_s;
    mail.text = u"Text"_s;
    mail.messageId = "1@shop.example";
    mail.date = now;
    return mail;
}

QByteArray contentOf(const Mail &mail)
{
    const auto content = mailContent(mail);
    if (!content)
        qFatal("no mail: %s", qPrintable(content.error().detail));
    return content->content + content->rest.join();
}

/// A header unfolded; empty where it is not there, "twice" where it is more often.
QByteArray headerOf(const QByteArray &content, const QByteArray &name)
{
    QByteArray head = content.first(content.indexOf("\r\n\r\n") + 2);
    head.replace("\r\n ", " ").replace("\r\n\t", " ");
    QByteArray found;
    for (const QByteArray &line : head.split('\n'))
        if (line.toLower().startsWith(name.toLower() + ':'))
            found = found.isEmpty() ? line.sliced(name.size() + 1).trimmed() : "twice"_ba;
    return found;
}

void checkLines(const QByteArray &content)
{
    QVERIFY(content.endsWith("\r\n"));
    for (const QByteArray &line : content.split('\n')) {
        QVERIFY2(line.isEmpty() || line.endsWith('\r'), line);
        QVERIFY2(line.count('\r') <= 1, line);
        QVERIFY2(line.size() <= 79, line);
    }
}

} // namespace

class SmtpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMailHasItsHeaderAndItsText()
    {
        const Smtp smtp(config());
        const auto request = smtp.mailRequest(message(), now);
        QVERIFY(request);
        QCOMPARE(request->server.host, u"mail.shop.example"_s);
        QCOMPARE(request->server.port, 465);
        QCOMPARE(request->server.helloName, "shop.example"_ba);
        QCOMPARE(request->sender, "news@shop.example"_ba);
        QCOMPARE(request->recipient, "ann@customer.example"_ba);
        QCOMPARE(request->envelopeId, message().reference.toUtf8());
        const QByteArray content = request->content;
        checkLines(content);
        QCOMPARE(headerOf(content, "To"), "ann@customer.example"_ba);
        QCOMPARE(headerOf(content, "Reply-To"), "hello@shop.example"_ba);
        QCOMPARE(headerOf(content, "Subject"), "Your appointment"_ba);
        QCOMPARE(headerOf(content, "Date"), "Tue, 14 Nov 2023 22:13:20 +0000"_ba);
        QCOMPARE(headerOf(content, "Message-Id"), '<' + message().reference.toUtf8() + "@shop.example>");
        QCOMPARE(headerOf(content, "MIME-Version"), "1.0"_ba);
        QCOMPARE(headerOf(content, "Auto-Submitted"), "auto-generated"_ba);
        QCOMPARE(headerOf(content, "List-Unsubscribe"), ""_ba);
        QVERIFY(headerOf(content, "From").endsWith(" <news@shop.example>"));
        QVERIFY(headerOf(content, "From").startsWith("=?"));
        QVERIFY(headerOf(content, "Content-Type").startsWith("text/plain; charset=utf-8"));
        QVERIFY(content.endsWith("\r\n\r\nSee you on Monday.\r\n"));
        QVERIFY(!content.contains("planted-secret"));
    }

    void theSameMailIsTheSameBytes()
    {
        const Smtp smtp(config());
        SendRequest both = message();
        both.html = u"<p>See you</p>"_s;
        QCOMPARE(smtp.mailRequest(both, now)->content, smtp.mailRequest(both, now)->content);
    }

    void htmlStandsBehindTheText()
    {
        Mail mail = plain();
        mail.text = u"Grüße"_s;
        mail.html = u"<p>Grüße</p>"_s;
        const QByteArray content = contentOf(mail);
        checkLines(content);
        QVERIFY(headerOf(content, "Content-Type").startsWith("multipart/alternative; boundary="));
        const qsizetype text = content.indexOf("text/plain");
        const qsizetype html = content.indexOf("text/html");
        QVERIFY(text > 0 && html > text);
        QVERIFY2(content.contains("Gr=C3=BC=C3=9Fe") || content.contains("R3LDvMOfZQ"), content);
    }

    void attachmentsComeLastAndWhole()
    {
        Mail mail = plain();
        mail.html = u"<b>x</b>"_s;
        QByteArray data;
        for (int i = 0; i < 1000; ++i)
            data += static_cast<char>(i * 7);
        mail.attachments = {{u"Rechnung Köln\r\nX: y.pdf"_s, "application/pdf", data},
                            {u"a.txt"_s, "nonsense", "\n.\n"}};
        const QByteArray content = contentOf(mail);
        checkLines(content);
        QVERIFY(headerOf(content, "Content-Type").startsWith("multipart/mixed;"));
        QVERIFY(content.indexOf("multipart/alternative") < content.indexOf("application/pdf"));
        QVERIFY(content.contains("filename*=") && content.contains("''Rechnung%20K"));
        QVERIFY(content.contains("Content-Type: application/octet-stream"));
        QVERIFY(!content.contains("\r\nX: y"));
        QByteArray encoded = data.toBase64();
        QByteArray flat = content;
        flat.replace("\r\n", "");
        QVERIFY(flat.contains(encoded));
    }

    void tooMuchAttachedIsRefused()
    {
        SendRequest large = message();
        large.attachments = {{u"x"_s, "application/zip", QByteArray(22 * 1024 * 1024, 'x')}};
        const auto request = Smtp(config()).mailRequest(large, now);
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::InvalidInput);
    }

    void nothingCanBeginAHeaderOfItsOwn_data()
    {
        QTest::addColumn<QString>("evil");
        QTest::newRow("CRLF") << u"Hi\r\nBcc: all@evil.example"_s;
        QTest::newRow("LF") << u"Hi\nBcc: all@evil.example"_s;
        QTest::newRow("CR") << u"Hi\rBcc: all@evil.example"_s;
        QTest::newRow("folded") << u"Hi\r\n Bcc: all@evil.example"_s;
        QTest::newRow("line separator") << u"Hi\u2028Bcc: all@evil.example"_s;
        QTest::newRow("end of header") << u"Hi\r\n\r\nBcc: all@evil.example"_s;
        QTest::newRow("vertical tab, NUL") << u"Hi\u000b"_s + QChar(0) + u"Bcc: all@evil.example"_s;
    }

    void nothingCanBeginAHeaderOfItsOwn()
    {
        QFETCH(const QString, evil);
        Mail mail = plain();
        mail.subject = evil;
        mail.fromName = evil;
        mail.messageId = evil.toUtf8();
        const QByteArray content = contentOf(mail);
        QVERIFY(headerOf(content, "Bcc").isEmpty());
        QVERIFY(headerOf(content, "Subject").startsWith("Hi"));
        QCOMPARE(content.count("\r\n\r\n"), 1);
        mail = plain();
        mail.to = u"ann@customer.example>\r\nBcc: <all@evil.example"_s;
        QVERIFY(!mailContent(mail));
        mail = plain();
        mail.unsubscribe = {"https://x.example/>\r\nBcc: a@b.example"};
        QVERIFY(!mailContent(mail));
    }

    void longLinesAndDelicateOnesAreEncoded()
    {
        Mail mail = plain();
        mail.text = QString(5000, u'x') + u"\r\nFrom here on\n.\n"_s;
        mail.subject = u"Ein sehr langer Betreff über viele Dinge "_s.repeated(8);
        const QByteArray content = contentOf(mail);
        checkLines(content);
        QVERIFY(!content.contains("\r\nFrom here"));
        for (const QByteArray &word : headerOf(content, "Subject").split(' '))
            QVERIFY2(word.size() <= 75, word);
    }

    void addressesKeepTheirLetters()
    {
        Mail mail = plain();
        mail.to = u"jörg@xn--bcher-kva.example"_s;
        const QByteArray content = contentOf(mail);
        QVERIFY2(headerOf(content, "To").contains(u"jörg@xn--bcher-kva.example"_s.toUtf8()), content);
    }

    void unsubscribingTakesOneClickWhereThereIsALink()
    {
        ProviderConfig with = config();
        SendRequest marketing = message();
        marketing.category = Category::Marketing;
        marketing.unsubscribeToken = u"t0k/e n"_s;
        QByteArray content = Smtp(with).mailRequest(marketing, now)->content;
        QVERIFY(headerOf(content, "List-Unsubscribe").isEmpty());
        with.settings[u"unsubscribeAddress"] = u"bye+x@shop.example"_s;
        content = Smtp(with).mailRequest(marketing, now)->content;
        QCOMPARE(headerOf(content, "List-Unsubscribe"), "<mailto:bye+x@shop.example?subject=t0k%2Fe%20n>"_ba);
        QVERIFY(headerOf(content, "List-Unsubscribe-Post").isEmpty());
        marketing.unsubscribeUrl = "http://127.0.0.1:8080/u/t0k";
        content = Smtp(with).mailRequest(marketing, now)->content;
        QCOMPARE(headerOf(content, "List-Unsubscribe"), "<mailto:bye+x@shop.example?subject=t0k%2Fe%20n>"_ba);
        marketing.unsubscribeUrl = "https://hooks.shop.example/u/t0k";
        content = Smtp(with).mailRequest(marketing, now)->content;
        QCOMPARE(headerOf(content, "List-Unsubscribe"),
                 "<https://hooks.shop.example/u/t0k>, <mailto:bye+x@shop.example?subject=t0k%2Fe%20n>"_ba);
        QCOMPARE(headerOf(content, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click"_ba);
        QCOMPARE(headerOf(content, "Precedence"), "bulk"_ba);
        marketing.unsubscribeToken.clear();
        marketing.unsubscribeUrl.clear();
        content = Smtp(with).mailRequest(marketing, now)->content;
        QVERIFY(headerOf(content, "List-Unsubscribe").isEmpty());
    }

    void bouncesComeToAnAddressThatNamesTheMessage()
    {
        ProviderConfig with = config();
        with.settings[u"bounceAddress"] = u"bounce@shop.example"_s;
        QCOMPARE(Smtp(with).mailRequest(message(), now)->sender, "bounce@shop.example"_ba);
        with.settings[u"verp"] = true;
        const Smtp smtp(with);
        const QByteArray sender = smtp.mailRequest(message(), now)->sender;
        QCOMPARE(sender, "bounce+" + message().reference.toLower().toUtf8() + "@shop.example");
        // A bounce without any of the fields of the standard is known by that address alone.
        const QByteArray bounce = "From: <>\r\nTo: " + sender +
                                  "\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\n"
                                  "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
                                  "Final-Recipient: rfc822; ann@customer.example\r\nAction: FAILED (x)\r\n"
                                  "Status: 5.2.1 (disabled)\r\n--b--\r\n";
        const ListPage page = smtp.mailRead(bounce, now);
        QCOMPARE(page.statuses.size(), 1);
        QCOMPARE(page.statuses.first().reference, message().reference);
        QCOMPARE(page.statuses.first().state, MessageState::Undelivered);
        QCOMPARE(page.statuses.first().reason, RejectReason::Recipient);
        QVERIFY(!page.statuses.first().repeatable);
        QCOMPARE(page.statuses.first().at, now);
    }

    void aComplaintIsAnOptOut()
    {
        const QByteArray report =
            "From: fbl@provider.example\r\nMessage-ID: <c1@provider.example>\r\nDate: Fri, 20 Nov 2026 21:30:00 "
            "+0000\r\n"
            "Content-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\n"
            "Content-Type: text/plain\r\n\r\nThis is an email abuse report.\r\n--b\r\n"
            "Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n"
            "Original-Rcpt-To: <Ann@customer.example>\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
            "Message-ID: <" +
            message().reference.toUtf8() + "@shop.example>\r\nSubject: x\r\n\r\nbody\r\n--b--\r\n";
        const ListPage page = Smtp(config()).mailRead(report, now);
        QVERIFY(page.statuses.isEmpty());
        QCOMPARE(page.inbound.size(), 1);
        const InboundMessage &complaint = page.inbound.first();
        QCOMPARE(complaint.channel, Channel::Email);
        QCOMPARE(complaint.providerOptIn, false);
        QCOMPARE(complaint.from, u"Ann@customer.example"_s);
        QCOMPARE(complaint.reference, message().reference);
        QCOMPARE(complaint.providerMessageId, u"c1@provider.example"_s);
        QCOMPARE(toMillis(complaint.at), 1'795'210'200'000);
    }

    void aMailToTheAddressForItUnsubscribes()
    {
        ProviderConfig with = config();
        with.settings[u"unsubscribeAddress"] = u"bye@shop.example"_s;
        const Smtp smtp(with);
        const QByteArray mail =
            "From: Ann <ann@customer.example>\r\nTo: bye@shop.example\r\nMessage-ID: <u@c.example>\r\n"
            "Subject: t0ken\r\n\r\n\r\n";
        const ListPage page = smtp.mailRead(mail, now);
        QCOMPARE(page.inbound.size(), 1);
        QCOMPARE(page.inbound.first().from, u"ann@customer.example"_s);
        QCOMPARE(page.inbound.first().unsubscribeToken, u"t0ken"_s);
        QCOMPARE(page.inbound.first().providerOptIn, false);
        QVERIFY(smtp.mailRead("Auto-Submitted: auto-replied\r\n" + mail, now).inbound.isEmpty());
        QByteArray elsewhere = mail;
        elsewhere.replace("bye@shop", "hello@shop");
        QVERIFY(smtp.mailRead(elsewhere, now).inbound.isEmpty());
    }

    void aLetterIsReadWithoutWhatItQuotes_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("text");
        const QByteArray plain = "\r\n";
        const QByteArray html = "Content-Type: text/html; charset=utf-8\r\n\r\n";
        QTest::newRow("alone") << plain + "Hello\r\n\r\nAnn\r\n" << u"Hello\n\nAnn"_s;
        QTest::newRow("answer above") << plain + "Yes\r\n\r\nOn Monday Shop wrote:\r\n> Come?\r\n>\r\n> Shop\r\n"
                                      << u"Yes"_s;
        QTest::newRow("two lines of whose") << plain + "Yes\r\n\r\nOn Monday, 3 May\r\nShop wrote:\r\n\r\n> Come?\r\n"
                                            << u"Yes"_s;
        QTest::newRow("answer below") << plain + "> Come?\r\nYes\r\n" << u"> Come?\nYes"_s;
        QTest::newRow("a quotation alone") << plain + "> Come?\r\n" << u"> Come?"_s;
        QTest::newRow("a page")
            << html + "<head><title>t</title><style>p {}</style></head><p>Hello &amp; <b>good</b> day</p>"
                      "<div>M&uuml;ller &#8364;&nbsp;5</div><script>x()</script><!-- no --> a &lt; b"
            << u"Hello & good day\n\nM\u00fcller \u20ac 5\na < b"_s;
        QTest::newRow("a broken page") << html + "a <b & c &unknown; &#xd800; <" << u"a"_s;
    }
    void aLetterIsReadWithoutWhatItQuotes()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, text);
        const Smtp smtp(config());
        const QByteArray head =
            "From: Ann <ann@Customer.Example>\r\nTo: news@shop.example\r\nMessage-ID: <l@c.example>\r\n"
            "Subject: Re: Your appointment\r\n";
        const ListPage page = smtp.mailRead(head + content, now);
        QCOMPARE(page.inbound.size(), 1);
        const InboundMessage &letter = page.inbound.first();
        QVERIFY(letter.isLetter);
        QCOMPARE(letter.body, text);
        QCOMPARE(letter.from, u"ann@customer.example"_s);
        QCOMPARE(letter.subject, u"Re: Your appointment"_s);
        QCOMPARE(letter.providerMessageId, u"l@c.example"_s);
        QVERIFY(letter.reference.isEmpty());
        QVERIFY(smtp.mailRead("Precedence: auto_reply\r\n" + head + content, now).inbound.isEmpty());
        QByteArray own = head + content;
        own.replace("ann@Customer.Example", "news@shop.example");
        QVERIFY(smtp.mailRead(own, now).inbound.isEmpty()); // a copy of ours
    }

    void anAnswerKnowsTheMailOfOursBeforeIt()
    {
        const Smtp smtp(config());
        const QByteArray reference = message().reference.toLatin1();
        const QByteArray head = "From: ann@customer.example\r\nMessage-ID: <l@c.example>\r\n";
        const auto letter = [&](const QByteArray &headers) {
            return smtp.mailRead(head + headers + "\r\nYes\r\n", now).inbound.first();
        };
        const QByteArray ours = '<' + reference + "@shop.example>";
        QCOMPARE(letter("In-Reply-To: " + ours + "\r\n").reference, message().reference);
        QCOMPARE(letter("In-Reply-To: " + ours + "\r\n").mailsBefore,
                 QStringList{message().reference + u"@shop.example"_s});
        const auto later =
            letter("References: <root@c.example> " + ours + "\r\n <x@c.example>\r\nIn-Reply-To: <x@c.example>\r\n");
        QCOMPARE(later.reference, message().reference);
        QCOMPARE(later.mailsBefore,
                 (QStringList{u"root@c.example"_s, message().reference + u"@shop.example"_s, u"x@c.example"_s}));
        QVERIFY(letter("In-Reply-To: <" + reference + "@other.example>\r\n").reference.isEmpty());
    }

    void anIdThatWouldBreakTheHeaderIsLeftOut()
    {
        Mail mail = plain();
        mail.inReplyTo = "a@b";
        mail.references = {"r@b", "evil>\r\nBcc: x@y.example", "a@b"};
        const QByteArray good = contentOf(mail);
        QVERIFY(good.contains("\r\nIn-Reply-To: <a@b>\r\n"));
        QVERIFY(!good.contains("Bcc"));
        QVERIFY(good.contains("<r@b>"));
        QVERIFY(!good.contains("Auto-Submitted"));
        mail.inReplyTo = "a@b>\r\nBcc: x@y.example";
        QVERIFY(!contentOf(mail).contains("Bcc"));
    }

    void whateverElseLiesInTheMailboxSaysNothing_data()
    {
        QTest::addColumn<QByteArray>("mail");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\0\xff\xfe: \r\n\r\n", 9);
        QTest::newRow("holiday") << "Auto-Submitted: auto-replied\r\nFrom: a@b.example\r\n\r\nAway"_ba;
        QTest::newRow("report without a recipient")
            << "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
               "Reporting-MTA: dns; x\r\n--b--\r\n"_ba;
        QByteArray nested = "Content-Type: multipart/mixed; boundary=b0\r\n\r\n";
        for (int i = 1; i < 200; ++i)
            nested += "--b" + QByteArray::number(i - 1) + "\r\nContent-Type: multipart/mixed; boundary=b" +
                      QByteArray::number(i) + "\r\n\r\n";
        QTest::newRow("nested without end") << nested;
        QTest::newRow("only a header") << "From: a@b.example"_ba;
    }

    void whateverElseLiesInTheMailboxSaysNothing()
    {
        QFETCH(const QByteArray, mail);
        const ListPage page = Smtp(config()).mailRead(mail, now);
        QVERIFY(page.statuses.isEmpty());
        QVERIFY(page.inbound.isEmpty());
    }

    void whereAMailEndedDecides_data()
    {
        QTest::addColumn<MailResponse>("response");
        QTest::addColumn<QString>("outcome");
        const auto lost = [](MailStep step) { return MailResponse{step, MailEnd::Lost, 0, u"dropped"_s, {}}; };
        for (const auto step : {MailStep::Name, MailStep::Connect, MailStep::Tls, MailStep::Greeting, MailStep::Login,
                                MailStep::Sender, MailStep::Recipient, MailStep::Data, MailStep::Content})
            QTest::addRow("lost at step %d", static_cast<int>(step)) << lost(step) << u"not_sent"_s;
        QTest::newRow("lost after the end") << lost(MailStep::End) << u"unknown"_s;
        const auto replied = [](MailStep step, int code, const QString &text = {}) {
            return MailResponse{step, MailEnd::Replied, code, text, {}};
        };
        QTest::newRow("accepted") << replied(MailStep::End, 250) << u"accepted"_s;
        QTest::newRow("421 after the end") << replied(MailStep::End, 421, u"4.3.2 closing"_s) << u"not_sent"_s;
        QTest::newRow("greylisted") << replied(MailStep::Recipient, 450, u"4.7.1 Greylisted"_s) << u"throttled"_s;
        QTest::newRow("certificate") << MailResponse{MailStep::Tls, MailEnd::Unable, 0, u"self-signed"_s, {}}
                                     << u"rejected"_s;
        QTest::newRow("greeting refuses") << replied(MailStep::Greeting, 554, u"no"_s) << u"rejected"_s;
        QTest::newRow("250 but not at the end") << replied(MailStep::Sender, 250) << u"rejected"_s;
    }

    void whereAMailEndedDecides()
    {
        QFETCH(const MailResponse, response);
        QFETCH(const QString, outcome);
        QCOMPARE(outcomeName(Smtp(config()).outcome(message(), response)), outcome);
    }

    void theTestNamesTheStepThatFailed_data()
    {
        using Verdict = ConnectionReport::Verdict;
        QTest::addColumn<MailResponse>("response");
        QTest::addColumn<Verdict>("verdict");
        using enum MailStep;
        using enum MailEnd;
        QTest::newRow("name") << MailResponse{Name, Lost, 0, {}, {}} << Verdict::NameNotFound;
        QTest::newRow("refused") << MailResponse{Connect, Lost, 0, {}, {}} << Verdict::NetworkFailed;
        QTest::newRow("certificate") << MailResponse{Tls, Unable, 0, {}, {}} << Verdict::TlsFailed;
        QTest::newRow("not a mail server") << MailResponse{Greeting, Replied, 554, {}, {}} << Verdict::Unexpected;
        QTest::newRow("password") << MailResponse{Login, Replied, 535, {}, {}} << Verdict::CredentialsRefused;
        QTest::newRow("no way in") << MailResponse{Login, Unable, 0, {}, {}} << Verdict::CredentialsRefused;
        QTest::newRow("login needed") << MailResponse{Sender, Replied, 530, {}, {}} << Verdict::CredentialsRefused;
        QTest::newRow("sender") << MailResponse{Sender, Replied, 553, {}, {}} << Verdict::SenderRefused;
        QTest::newRow("busy") << MailResponse{Sender, Replied, 451, {}, {}} << Verdict::Unexpected;
        QTest::newRow("works") << MailResponse{Sender, Replied, 250, {}, {}} << Verdict::Works;
    }

    void theTestNamesTheStepThatFailed()
    {
        QFETCH(const MailResponse, response);
        QFETCH(const ConnectionReport::Verdict, verdict);
        QCOMPARE(Smtp(config()).testReport(response).verdict, verdict);
        QVERIFY(Smtp(config()).testRequest().recipient.isEmpty());
    }

    void settingsAreChecked_data()
    {
        QTest::addColumn<QJsonObject>("changed");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QJsonObject &changed, const QString &problem) {
            QTest::newRow(name) << changed << problem;
        };
        row("fits", {}, {});
        row("no host", {{u"host"_s, u""_s}}, u"host required"_s);
        row("host with a path", {{u"host"_s, u"a.example/x"_s}}, u"host format"_s);
        row("host with letters of its own", {{u"host"_s, u"bücher.example"_s}}, {});
        row("port", {{u"port"_s, 70000}}, u"port range"_s);
        row("port as text", {{u"port"_s, u"2525"_s}}, {});
        row("security", {{u"security"_s, u"ssl"_s}}, u"security format"_s);
        row("password in the clear", {{u"security"_s, u"none"_s}}, u"security insecure"_s);
        row("relay in the house", {{u"security"_s, u"none"_s}, {u"user"_s, u""_s}}, {});
        row("sender", {{u"fromAddress"_s, u"news"_s}}, u"fromAddress format"_s);
        row("hello", {{u"helloName"_s, u"a b\r\nMAIL"_s}}, u"helloName format"_s);
        row("mailbox as for sending", {{u"imapHost"_s, u"imap.shop.example"_s}}, {});
        row("mailbox in the clear",
            {{u"imapHost"_s, u"imap.shop.example"_s}, {u"imapUser"_s, u"b"_s}, {u"imapSecurity"_s, u"none"_s}},
            u"imapSecurity insecure"_s);
    }

    void settingsAreChecked()
    {
        QFETCH(const QJsonObject, changed);
        QFETCH(const QString, problem);
        ProviderConfig with = config();
        for (auto it = changed.begin(); it != changed.end(); ++it)
            with.settings[it.key()] = it.value();
        const auto found = providers::smtp::problems(with);
        if (problem.isEmpty()) {
            QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qPrintable(found.first().field));
            return;
        }
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().field + u' ' + found.first().reason, problem);
    }

    void aPasswordBelongsToAUser()
    {
        ProviderConfig with = config();
        with.secrets.clear();
        QCOMPARE(providers::smtp::problems(with).value(0).field, u"password"_s);
        with.secrets = {{u"accessToken"_s, u"x"_s}};
        QVERIFY(providers::smtp::problems(with).isEmpty());
    }
};

QTEST_APPLESS_MAIN(SmtpTest)
#include "tst_smtp.moc"

#include "simulator/server.h"

#include <QMessageAuthenticationCode>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 10'000;

/// Speaks to the simulator's mail server as bytes.
class Line
{
public:
    explicit Line(const simulator::Server &server)
    {
        m_socket.connectToHost(u"127.0.0.1"_s, server.mailPort());
        if (!m_socket.waitForConnected(patienceMs))
            qFatal("no connection");
    }

    /// The next reply: its code and whole lines; empty where the connection is closed.
    QByteArray reply()
    {
        QByteArray whole;
        while (true) {
            while (!m_socket.canReadLine())
                if (!m_socket.waitForReadyRead(patienceMs))
                    return whole;
            const QByteArray line = m_socket.readLine();
            whole += line;
            if (line.size() < 4 || line[3] != '-')
                return whole.trimmed();
        }
    }
    void write(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0)
            if (!m_socket.waitForBytesWritten(patienceMs))
                return;
    }
    QByteArray ask(const QByteArray &line)
    {
        write(line + "\r\n");
        return reply();
    }
    /// The codes of as many replies.
    QByteArrayList codes(int count)
    {
        QByteArrayList codes;
        while (codes.size() < count)
            codes << reply().left(3);
        return codes;
    }
    bool isClosed()
    {
        return m_socket.state() != QTcpSocket::ConnectedState || m_socket.waitForDisconnected(patienceMs);
    }

private:
    QTcpSocket m_socket;
};

const QByteArray mail = "From: Shop <news@shop.example>\r\nTo: ann@customer.example\r\nSubject: Your order\r\n"
                        "Message-ID: <one@shop.example>\r\n\r\nIt is ready.\r\n..hidden\r\n";
const QByteArray way = "EHLO desk\r\nMAIL FROM:<news@shop.example>\r\nRCPT TO:<ann@customer.example>\r\nDATA\r\n";

} // namespace

Q_DECLARE_METATYPE(simulator::Fault simulator::Faults::*)

/// The simulator's mail server.
class SimulatedMailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMailThatComesAtOnceIsTakenAndShown()
    {
        simulator::Server server;
        QVERIFY(server.start());
        Line line(server);
        line.write(way + mail + ".\r\nNOOP\r\nMAIL FROM:<>\r\nRSET\r\nQUIT\r\n");
        QCOMPARE(line.codes(10),
                 (QByteArrayList{"220", "250", "250", "250", "354", "250", "250", "250", "250", "221"}));
        QVERIFY(line.isClosed());
        const auto taken = server.messages();
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken[0].from, u"news@shop.example"_s);
        QCOMPARE(taken[0].to, u"ann@customer.example"_s);
        QCOMPARE(taken[0].body, u"Your order\n\nIt is ready.\n.hidden"_s);
        QCOMPARE(server.receivedCounts(), (QHash<QString, int>{{u"ann@customer.example"_s, 1}}));
        server.advance(1min);
        QCOMPARE(server.messages()[0].status, u"delivered"_s);
        QCOMPARE(server.statistics().spentMicros, 0);
    }

    void aContentEndsWithItsOwnMarkAlone()
    {
        simulator::Server server;
        QVERIFY(server.start());
        Line line(server);
        line.write(way + ".\r\n"); // empty
        QCOMPARE(line.codes(6).last(), "250"_ba);
        line.write(
            "MAIL FROM:<a@shop.example>\r\nRCPT TO:<ben@customer.example>\r\nDATA\r\nSubject: x\r\n\r\none\n.\ntwo\r");
        line.write("\n.\r");
        line.write("\n");
        QCOMPARE(line.codes(4), (QByteArrayList{"250", "250", "354", "250"}));
        QCOMPARE(server.messages().last().body, u"x\n\none\n.\ntwo"_s.replace(u"\n.\n"_s, u"\n\n"_s));
        QCOMPARE(server.messages().size(), 2);
    }

    void whatIsOutOfPlaceIsRefused_data()
    {
        QTest::addColumn<QByteArrayList>("lines");
        QTest::addColumn<QByteArray>("code");
        const QByteArrayList hello{"EHLO desk"};
        const QByteArrayList from = hello + QByteArrayList{"MAIL FROM:<a@shop.example>"};
        QTest::newRow("no greeting") << QByteArrayList{"MAIL FROM:<a@shop.example>"} << "503"_ba;
        QTest::newRow("no sender") << hello + QByteArrayList{"RCPT TO:<b@customer.example>"} << "503"_ba;
        QTest::newRow("nobody to send to") << from + QByteArrayList{"DATA"} << "503"_ba;
        QTest::newRow("no brackets") << hello + QByteArrayList{"MAIL FROM:a@shop.example"} << "501"_ba;
        QTest::newRow("no address") << from + QByteArrayList{"RCPT TO:<nobody>"} << "553"_ba;
        QTest::newRow("two senders") << from + QByteArrayList{"MAIL FROM:<b@shop.example>"} << "503"_ba;
        QTest::newRow("forgotten") << from + QByteArrayList{"RSET", "RCPT TO:<b@customer.example>"} << "503"_ba;
        QTest::newRow("too long by its own word")
            << hello + QByteArrayList{"MAIL FROM:<a@shop.example> SIZE=99999999"} << "552"_ba;
        QTest::newRow("TLS") << hello + QByteArrayList{"STARTTLS"} << "502"_ba;
        QTest::newRow("nonsense") << hello + QByteArrayList{"SING"} << "500"_ba;
        QTest::newRow("unknown login") << hello + QByteArrayList{"AUTH GSSAPI"} << "504"_ba;
        QTest::newRow("login given up") << hello + QByteArrayList{"AUTH PLAIN", "*"} << "501"_ba;
    }
    void whatIsOutOfPlaceIsRefused()
    {
        QFETCH(const QByteArrayList, lines);
        QFETCH(const QByteArray, code);
        simulator::Server server;
        QVERIFY(server.start());
        Line line(server);
        QCOMPARE(line.reply().left(3), "220"_ba);
        QByteArray last;
        for (const QByteArray &one : lines)
            last = line.ask(one);
        QCOMPARE(last.left(3), code);
        QVERIFY(line.ask("noop").startsWith("250"));
    }

    void onlyWhoIsKnownLogsIn()
    {
        simulator::Options options;
        options.accounts = {{"smtp", "news:right"}};
        simulator::Server server(options);
        QVERIFY(server.start());
        const auto login = [&](const QByteArrayList &lines) {
            Line line(server);
            (void)line.reply();
            (void)line.ask("EHLO desk");
            QByteArray last;
            for (const QByteArray &one : lines)
                last = line.ask(one);
            return last.left(3) + line.ask("MAIL FROM:<a@shop.example>").left(3);
        };
        QCOMPARE(login({}), "530"_ba);
        QCOMPARE(login({"AUTH PLAIN " + "\0news\0right"_ba.toBase64()}), "235250"_ba);
        QCOMPARE(login({"AUTH PLAIN", "\0news\0right"_ba.toBase64()}), "235250"_ba);
        QCOMPARE(login({"AUTH PLAIN " + "\0news\0wrong"_ba.toBase64()}), "535530"_ba);
        QCOMPARE(login({"AUTH LOGIN", "news"_ba.toBase64(), "right"_ba.toBase64()}), "235250"_ba);
        QCOMPARE(login({"AUTH LOGIN " + "news"_ba.toBase64(), "wrong"_ba.toBase64()}), "535530"_ba);
        for (const QByteArray &password : {"right"_ba, "wrong"_ba}) {
            Line line(server);
            (void)line.reply();
            (void)line.ask("EHLO desk");
            const QByteArray challenge = QByteArray::fromBase64(line.ask("AUTH CRAM-MD5").mid(4));
            const QByteArray digest =
                QMessageAuthenticationCode::hash(challenge, password, QCryptographicHash::Md5).toHex();
            QCOMPARE(line.ask(("news " + digest).toBase64()).left(3), password == "right" ? "235"_ba : "535"_ba);
        }
    }

    void whatIsTooMuchEndsWithinBounds()
    {
        simulator::Server server;
        QVERIFY(server.start());
        {
            Line line(server);
            line.write(way + "Subject: long\r\n\r\n");
            const QByteArray block(1024 * 1024, 'x');
            for (int i = 0; i < 17; ++i)
                line.write(block + "\r\n");
            line.write(".\r\nNOOP\r\n");
            QCOMPARE(line.codes(7), (QByteArrayList{"220", "250", "250", "250", "354", "552", "250"}));
        }
        {
            Line line(server);
            (void)line.reply();
            line.write(QByteArray(8192, 'a'));
            QCOMPARE(line.reply().left(3), "500"_ba);
            QVERIFY(line.isClosed());
        }
        QVERIFY(server.messages().isEmpty());
        QTRY_COMPARE(server.statistics().connections, 0);
        std::vector<std::unique_ptr<Line>> lines;
        QByteArrayList greetings;
        for (int i = 0; i < 21; ++i) {
            lines.push_back(std::make_unique<Line>(server));
            greetings << lines.back()->reply().left(3);
        }
        QCOMPARE(greetings.count("220"), 20);
        QCOMPARE(greetings.last(), "421"_ba);
    }

    void aMailboxThatIsToFailTakesNothing()
    {
        simulator::Server server;
        QVERIFY(server.start());
        server.setFailure(u"ann@customer.example"_s, 30005);
        Line line(server);
        line.write(way);
        QCOMPARE(line.codes(5), (QByteArrayList{"220", "250", "250", "550", "503"}));
        server.setFailure(u"ann@customer.example"_s, 0);
        QVERIFY(line.ask("RCPT TO:<Ann@Customer.Example>").startsWith("250"));
    }

    void faultsMeetTheMail_data()
    {
        using simulator::Faults;
        QTest::addColumn<simulator::Fault Faults::*>("fault");
        QTest::addColumn<QByteArray>("code"); // empty: closed
        QTest::addColumn<int>("accepted");
        QTest::newRow("drop before") << &Faults::dropBefore << ""_ba << 0;
        QTest::newRow("drop after accepting") << &Faults::dropAccepting << ""_ba << 1;
        QTest::newRow("for a while") << &Faults::tooMany << "451"_ba << 0;
        QTest::newRow("for good") << &Faults::serverError << "554"_ba << 0;
        QTest::newRow("late") << &Faults::slow << "250"_ba << 1;
    }
    void faultsMeetTheMail()
    {
        QFETCH(simulator::Fault simulator::Faults::*, fault);
        QFETCH(const QByteArray, code);
        QFETCH(const int, accepted);
        simulator::Server server;
        QVERIFY(server.start());
        simulator::Faults faults;
        faults.slowBy = {50ms, 50ms};
        (faults.*fault).next = 1;
        server.setFaults(faults);
        {
            Line line(server);
            line.write(way + mail + ".\r\n");
            QCOMPARE(line.codes(6).last(), code);
        }
        QCOMPARE(server.statistics().accepted, accepted);
        QCOMPARE(server.statistics().faults, 1);
        Line line(server);
        line.write(way + mail + ".\r\n");
        QCOMPARE(line.codes(6).last(), "250"_ba);
    }

    void nobodyListensWhileItRefuses()
    {
        simulator::Server server;
        QVERIFY(server.start());
        Line idle(server);
        (void)idle.reply();
        simulator::Faults faults;
        faults.refuse = true;
        server.setFaults(faults);
        QVERIFY(idle.isClosed());
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, server.mailPort());
        QVERIFY(!socket.waitForConnected(patienceMs));
        server.setFaults({});
        Line again(server);
        QVERIFY(again.reply().startsWith("220"));
    }
};

QTEST_GUILESS_MAIN(SimulatedMailTest)
#include "tst_mail.moc"

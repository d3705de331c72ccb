#include "providers/smtp/replies.h"
#include "providers/smtp/report.h"
#include "providers/smtp/smtp.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace providers;

/// The cases of tests/providers/vectors/test_vectors.json that are about replies and reports; those about the dialogue
/// itself are in tests/engine/vectors_mail.cpp.
class SmtpVectors : public QObject
{
    Q_OBJECT

    static QJsonArray casesOf(QLatin1String group)
    {
        QFile file(QStringLiteral(HELIOGRAPH_SOURCE_DIR "/tests/providers/vectors/test_vectors.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the vector file cannot be read");
        const QJsonArray groups = QJsonDocument::fromJson(file.readAll()).object().value("groups"_L1).toArray();
        for (const QJsonValue &value : groups)
            if (value["id"_L1].toString() == group)
                return value["cases"_L1].toArray();
        qFatal("the vector file has no such group");
    }

    static QString classOf(const domain::StatusReport &report)
    {
        if (report.repeatable)
            return u"retry_later"_s;
        switch (report.reason.value_or(domain::RejectReason::Unclear)) {
        case domain::RejectReason::Recipient:
            return u"permanent_recipient"_s;
        case domain::RejectReason::Content:
            return u"permanent_message"_s;
        case domain::RejectReason::Configuration:
            return u"permanent_config"_s;
        case domain::RejectReason::OptedOut:
            return u"opted_out"_s;
        case domain::RejectReason::Unclear:
            return u"permanent_unknown"_s;
        }
        Q_UNREACHABLE();
    }

private Q_SLOTS:
    void repliesMeanWhatTheySay_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("expected");
        for (const QJsonValue &one : casesOf("smtp-reply-classes"_L1))
            QTest::addRow("%s", qPrintable(one["reply"_L1].toString()))
                << one["reply"_L1].toString() << one["class"_L1].toString();
    }

    void repliesMeanWhatTheySay()
    {
        QFETCH(const QString, reply);
        QFETCH(const QString, expected);
        domain::MailResponse response;
        response.step = domain::MailStep::Recipient;
        response.end = domain::MailEnd::Replied;
        response.code = reply.left(3).toInt();
        response.text = reply.mid(4);
        if (expected == u"unknown_outcome") {
            response.step = domain::MailStep::End;
            response.end = domain::MailEnd::Lost;
            response.code = 0;
        }
        if (expected == u"accepted")
            response.step = domain::MailStep::End;
        const domain::Outcome outcome = smtp::outcomeOf(response, u"id@shop.example"_s);
        if (expected == u"accepted")
            QVERIFY(std::holds_alternative<domain::Accepted>(outcome));
        else if (expected == u"unknown_outcome")
            QVERIFY(std::holds_alternative<domain::Unknown>(outcome));
        else
            QCOMPARE(toText(smtp::ruleForReply(response.code, response.text, response.step).errorClass), expected);
    }

    void reportsSayWhatBecameOfAMail_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &one : casesOf("smtp-dsn"_L1))
            QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }

    void reportsSayWhatBecameOfAMail()
    {
        QFETCH(const QJsonObject, vector);
        const QByteArray bytes = vector["message"_L1].toString().toUtf8();
        const QJsonArray expected = vector["expect"_L1].toArray();
        const smtp::ReadMail mail = smtp::readMail(bytes);
        QCOMPARE(mail.kind, smtp::ReadMail::Kind::Delivery);
        QCOMPARE(mail.deliveries.size(), expected.size());
        domain::ProviderConfig config;
        config.settings = {{u"host"_s, u"localhost"_s}, {u"fromAddress"_s, u"news@sender.example"_s}};
        const domain::ListPage page = smtp::Smtp(config).mailRead(bytes, domain::Instant{});
        QVERIFY(page.inbound.isEmpty());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const QJsonObject want = expected[i].toObject();
            const smtp::Delivery &delivery = mail.deliveries[i];
            QCOMPARE(delivery.recipient, want["recipient"_L1].toString());
            QCOMPARE(delivery.action, want["action"_L1].toString());
            QCOMPARE(delivery.status, want["status"_L1].toString());
            QCOMPARE(mail.envelopeId, want["envelope_id"_L1].toString());
            QCOMPARE(mail.originalMessageId, want["message_id"_L1].toString());
            const QString state = want["normalised"_L1].toString();
            if (state == u"unchanged") {
                QVERIFY(page.statuses.isEmpty());
                continue;
            }
            QCOMPARE(page.statuses.size(), 1);
            const domain::StatusReport &report = page.statuses.first();
            QCOMPARE(report.state == domain::MessageState::Undelivered ? u"failed"_s : domain::toText(report.state),
                     state);
            QCOMPARE(report.providerMessageId, want["message_id"_L1].toString());
            if (want.contains("error_class"_L1))
                QCOMPARE(classOf(report), want["error_class"_L1].toString());
        }
    }
};

QTEST_APPLESS_MAIN(SmtpVectors)
#include "vectors_smtp.moc"

#include "providers/twilio/codes.h"
#include "providers/twilio/record.h"
#include "providers/twilio/webhook.h"
#include "providers/vectorfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace providers;

/// The Twilio cases of tests/providers/vectors/test_vectors.json.
class TwilioVectors : public QObject
{
    Q_OBJECT

    static QJsonArray casesOf(QLatin1String group) { return fixture::vectorGroup(group)["cases"_L1].toArray(); }

    static Form formFrom(const QJsonObject &object)
    {
        Form form;
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it->isArray()) {
                for (const QJsonValue &one : it->toArray())
                    form.emplaceBack(it.key(), one.toString());
            } else {
                form.emplaceBack(it.key(), it->toString());
            }
        }
        return form;
    }

private Q_SLOTS:
    void signaturesAreTakenOrRefusedAsTwilioDoes_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &one : casesOf("twilio-x-twilio-signature"_L1))
            QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }

    void signaturesAreTakenOrRefusedAsTwilioDoes()
    {
        QFETCH(const QJsonObject, vector);
        const bool matched = twilio::signatureMatches(
            u"12345"_s, vector["url_received"_L1].toString(), formFrom(vector["form"_L1].toObject()),
            vector["body"_L1].toString().toUtf8(), vector["signature"_L1].toString().toLatin1());
        QCOMPARE(matched, vector["valid"_L1].toBool());
        QVERIFY(!twilio::signatureMatches(u"12346"_s, vector["url_received"_L1].toString(),
                                          formFrom(vector["form"_L1].toObject()), vector["body"_L1].toString().toUtf8(),
                                          vector["signature"_L1].toString().toLatin1()));
    }

    void webhooksSayWhatTheyMean_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &one : casesOf("webhook-normalisation"_L1))
            if (one["provider"_L1].toString() == u"twilio")
                QTest::addRow("%s", qPrintable(one["name"_L1].toString())) << one.toObject();
    }

    void webhooksSayWhatTheyMean()
    {
        QFETCH(const QJsonObject, vector);
        const QJsonObject expected = vector["expect"_L1].toObject();
        const domain::Instant now = domain::fromMillis(1'795'210'200'000);
        // Through the wire's encoding, as the form would come.
        const Form form = formDecoded(formEncoded(formFrom(vector["payload"_L1].toObject())));
        const auto event = twilio::eventFromForm(form, expected["ref"_L1].toString(), now);
        QVERIFY(event);
        if (expected["event"_L1].toString() == u"inbound") {
            const auto *inbound = std::get_if<domain::InboundMessage>(&*event);
            QVERIFY(inbound);
            QCOMPARE(inbound->at, now);
            if (expected.contains("sender"_L1))
                QCOMPARE(inbound->from, expected["sender"_L1].toString());
            if (expected.contains("channel"_L1))
                QCOMPARE(domain::toText(inbound->channel), expected["channel"_L1].toString());
            QCOMPARE(inbound->providerOptIn == false, expected["opt_out"_L1].toBool());
            QCOMPARE(inbound->providerOptIn == true, expected["opt_in"_L1].toBool());
            return;
        }
        const auto *report = std::get_if<domain::StatusReport>(&*event);
        QVERIFY(report);
        QCOMPARE(fixture::normalised(report->state), expected["status"_L1].toString());
        if (expected.contains("provider_id"_L1))
            QCOMPARE(report->providerMessageId, expected["provider_id"_L1].toString());
        QCOMPARE(report->reference, expected["ref"_L1].toString());
        QCOMPARE(report->code, expected["provider_code"_L1].toString());
        QCOMPARE(report->reason == domain::RejectReason::OptedOut, expected["opt_out"_L1].toBool());
        if (expected.contains("error_class"_L1)) {
            const QString expectedClass = expected["error_class"_L1].toString();
            QCOMPARE(toText(twilio::ruleForLateFailure(report->code.toInt()).errorClass), expectedClass);
            QCOMPARE(report->repeatable, expectedClass == u"retry_later" || expectedClass == u"throttled");
        }
    }
};

QTEST_APPLESS_MAIN(TwilioVectors)
#include "vectors_twilio.moc"

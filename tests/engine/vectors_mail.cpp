#include "engine/mail/sasl.h"
#include "engine/mail/smtpdialogue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::SaslLogin;

/// The cases of tests/providers/vectors/test_vectors.json that are about the dialogue with a mail server.
class MailVectors : public QObject
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

    static domain::MailServer accountOf(const QJsonObject &vector)
    {
        domain::MailServer account;
        account.user = vector["user"_L1].toString();
        account.password = vector["password"_L1].toString();
        account.accessToken = vector["access_token"_L1].toString();
        return account;
    }

private Q_SLOTS:
    void loginsAreAsTheStandardsSay_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue &one : casesOf("smtp-auth"_L1))
            QTest::addRow("%s %s", qPrintable(one["mechanism"_L1].toString()), qPrintable(one["user"_L1].toString()))
                << one.toObject();
    }

    void loginsAreAsTheStandardsSay()
    {
        QFETCH(const QJsonObject, vector);
        const domain::MailServer account = accountOf(vector);
        const QByteArray name = vector["mechanism"_L1].toString().toLatin1();
        const auto mechanism = SaslLogin::choose({name}, account, true);
        QVERIFY(mechanism);
        SaslLogin login(*mechanism, account, vector["client_nonce"_L1].toString().toLatin1());
        QCOMPARE(login.name(), name);
        const auto initial = login.initial();
        if (vector.contains("initial_response"_L1)) {
            QVERIFY(initial);
            QByteArray wanted = QByteArray::fromBase64(vector["initial_response"_L1].toString().toLatin1());
            // Nobody logs in on behalf of another here: where the vector names one, it is the same.
            if (const QByteArray authzid = vector["authzid"_L1].toString().toUtf8(); !authzid.isEmpty())
                wanted = wanted.sliced(authzid.size());
            QCOMPARE(*initial, wanted);
        }
        for (const QJsonValue &turn : vector["dialogue"_L1].toArray()) {
            QVERIFY(!initial);
            const auto answer = login.answer(QByteArray::fromBase64(turn[0].toString().mid(4).toLatin1()));
            QVERIFY(answer);
            QCOMPARE(answer->toBase64(), turn[1].toString().toLatin1());
        }
        if (vector.contains("challenge"_L1)) {
            QVERIFY(!initial);
            const auto answer = login.answer(QByteArray::fromBase64(vector["challenge"_L1].toString().toLatin1()));
            QVERIFY(answer);
            QCOMPARE(answer->toBase64(), vector["response"_L1].toString().toLatin1());
        }
        if (!vector.contains("client_first"_L1)) {
            QVERIFY(login.mayEnd());
            return;
        }
        QCOMPARE(*initial, vector["client_first"_L1].toString().toLatin1());
        const auto last = login.answer(vector["server_first"_L1].toString().toLatin1());
        QVERIFY(last);
        QCOMPARE(*last, vector["client_final"_L1].toString().toLatin1());
        QVERIFY2(!login.mayEnd(), "the server has not proved anything yet");
        SaslLogin cheated = login;
        QVERIFY(!cheated.answer("v=AAAArriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
        QVERIFY(!cheated.mayEnd());
        QCOMPARE(login.answer(vector["server_final"_L1].toString().toLatin1()), QByteArray());
        QVERIFY(login.mayEnd());
    }

    void aPasswordIsShownOverAnEncryptedLineOnly()
    {
        domain::MailServer account;
        account.user = u"u"_s;
        account.password = u"p"_s;
        using enum SaslLogin::Mechanism;
        QVERIFY(!SaslLogin::choose({"PLAIN", "LOGIN"}, account, false));
        QCOMPARE(SaslLogin::choose({"PLAIN", "LOGIN", "CRAM-MD5"}, account, false), CramMd5);
        QCOMPARE(SaslLogin::choose({"LOGIN", "plain", "CRAM-MD5"}, account, true), Plain);
        QCOMPARE(SaslLogin::choose({"LOGIN", "PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256"}, account, true), ScramSha256);
        QVERIFY(!SaslLogin::choose({"XOAUTH2", "GSSAPI"}, account, true));
        account.accessToken = u"t"_s;
        QVERIFY(!SaslLogin::choose({"PLAIN", "LOGIN"}, account, true));
        QVERIFY(!SaslLogin::choose({"XOAUTH2"}, account, false));
        QCOMPARE(SaslLogin::choose({"PLAIN", "XOAUTH2"}, account, true), XOAuth2);
    }

    void dotsAreDoubledAtALinesStart_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("wire");
        for (const QJsonValue &one : casesOf("smtp-dot-stuffing"_L1))
            QTest::addRow("%s", qPrintable(one["name"_L1].toString()))
                << one["body"_L1].toString().toUtf8() << one["wire"_L1].toString().toUtf8();
    }

    void dotsAreDoubledAtALinesStart()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, wire);
        QCOMPARE(engine::dotStuffed(body) + ".\r\n", wire);
    }
};

QTEST_APPLESS_MAIN(MailVectors)
#include "vectors_mail.moc"

#include "providers/exchange.h"
#include "providers/signing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace providers;

/// Keyed hashes and tokens, and what is read alike in every webhook.
class SigningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyedHashIsTheStandards() // RFC 4231, case 2
    {
        QCOMPARE(hmac(QCryptographicHash::Sha256, "Jefe", "what do ya want for nothing?").toHex(),
                 "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"_ba);
        QCOMPARE(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba);
    }

    void aTokenOfOurOwnIsRead()
    {
        const QJsonObject claims{{u"iss"_s, u"a"_s}, {u"exp"_s, 1'625'479'260}};
        const QByteArray token = tokenOf(claims, "key");
        QCOMPARE(claimsOfToken(token, "key"), claims);
        QVERIFY(!claimsOfToken(token, "other"));
        QVERIFY(!claimsOfToken(token, {}));
    }

    void whatIsNoGoodTokenIsRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        const QList<QByteArray> parts = tokenOf({{u"a"_s, 1}}, "key").split('.');
        const auto none = R"({"alg":"none"})"_ba.toBase64(QByteArray::Base64UrlEncoding);
        const auto lower = R"({"alg":"hs256"})"_ba.toBase64(QByteArray::Base64UrlEncoding);
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("two parts") << parts[0] + '.' + parts[1];
        QTest::newRow("four parts") << parts.join('.') + ".x";
        QTest::newRow("algorithm none, unsigned") << none + '.' + parts[1] + '.';
        QTest::newRow("algorithm none, signed") << none + '.' + parts[1] + '.' + parts[2];
        QTest::newRow("algorithm spelt otherwise") << lower + '.' + parts[1] + '.' + parts[2];
        QTest::newRow("claims changed") << parts[0] + '.' + "eyJhIjoyfQ" + '.' + parts[2];
        QTest::newRow("signature cut") << parts[0] + '.' + parts[1] + '.' + parts[2].chopped(4);
        QTest::newRow("no base64") << parts[0] + '.' + parts[1] + ".###";
    }
    void whatIsNoGoodTokenIsRefused()
    {
        QFETCH(const QByteArray, token);
        QVERIFY(!claimsOfToken(token, "key"));
    }

    void fieldsAreFoundWhereverTheyAre_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("query") << "https://a.example/x?id=12345678901234567&text=a+b%2Bc"_ba
                               << ""_ba
                               << ""_ba;
        QTest::newRow("form") << "https://a.example/x"_ba
                              << "application/x-www-form-urlencoded; charset=utf-8"_ba
                              << "id=12345678901234567&text=a+b%2Bc"_ba;
        QTest::newRow("json") << "https://a.example/x#id=1"_ba
                              << "application/json"_ba
                              << R"({"id":12345678901234567,"text":"a b+c","more":{"id":1}})"_ba;
    }
    void fieldsAreFoundWhereverTheyAre()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        const Form fields = fieldsOf({"POST", url, {{"content-type", type}}, body});
        QCOMPARE(fields.size(), 2);
        QCOMPARE(value(fields, u"id"), u"12345678901234567"_s);
        QCOMPARE(value(fields, u"text"), u"a b+c"_s);
    }
};

QTEST_APPLESS_MAIN(SigningTest)
#include "tst_signing.moc"

#include "genericfixture.h"

#include "providers/signing.h"

#include <QTest>

using namespace fixture;

/// The gateways that settings alone must be able to describe (generic_http.md, section 5).
class GenericProfilesTest : public QObject
{
    Q_OBJECT

    const Instant m_now = fromMillis(1'795'210'200'000); // 2026-11-20 21:30:00

    /// Single quotes stand for double ones.
    static ProviderConfig described(QByteArray profile, const QHash<QString, QString> &secrets = {})
    {
        return profiled(profile.replace('\'', '"'), secrets);
    }

private Q_SLOTS:
    void aProviderThatSignsTimeAndBodyIsSigned()
    {
        const auto provider = made(described("{'secrets':['key'],'send':{'url':'https://gw.example.net/send',"
                                             "'json':{'to':'{to_e164}','text':'{text}'}},"
                                             "'auth':{'type':'signature','hash':'hmac_sha256','key':'{secret:key}',"
                                             "'string':'{now_unix}.{body}','headers':{'X-Time':'{now_unix}',"
                                             "'X-Signature':'v1={signature}'},'query':{'nonce':'{nonce}'}}}",
                                             {{u"key"_s, u"k3y"_s}}));
        QVERIFY(provider);
        HttpRequest request = provider->sendRequest(greeting());
        QVERIFY(headerOf(request, "X-Signature").isEmpty());
        provider->sign(request, m_now);
        QCOMPARE(headerOf(request, "X-Time"), "1795210200"_ba);
        const QByteArray expected =
            providers::hmac(QCryptographicHash::Sha256, "k3y", "1795210200." + request.body).toHex();
        QCOMPARE(headerOf(request, "X-Signature"), "v1=" + expected);
        QVERIFY(request.url.contains("?nonce="));
    }

    void amazonsServicesAreSigned()
    {
        const auto provider =
            made(described("{'secrets':['secretKey'],'settings':{'keyId':{'default':'AKIDEXAMPLE'}},"
                           "'send':{'url':'https://sns.eu-west-1.amazonaws.com/','form':{'Action':'Publish',"
                           "'Version':'2010-03-31','PhoneNumber':'{to_e164}','Message':'{text}'}},"
                           "'auth':{'type':'sigv4','region':'eu-west-1','service':'sns','user':'{keyId}',"
                           "'password':'{secret:secretKey}'},"
                           "'extract':{'id':'xml:PublishResponse/PublishResult/MessageId'}}",
                           {{u"secretKey"_s, u"k3y"_s}}));
        QVERIFY(provider);
        HttpRequest request = provider->sendRequest(greeting());
        provider->sign(request, m_now);
        QVERIFY(headerOf(request, "Authorization")
                    .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261120/eu-west-1/sns/aws4_request"));
        QCOMPARE(headerOf(request, "X-Amz-Date"), "20261120T213000Z"_ba);
        const Outcome outcome = provider->outcome(
            greeting(), answered(200, "<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult>"
                                      "</PublishResponse>"));
        QCOMPARE(std::get<Accepted>(outcome).providerMessageId, u"m-1"_s);
    }

    void errorsWithStatus200AreSeen()
    {
        const auto provider =
            made(described("{'secrets':['s'],'send':{'url':'https://rest.example.net/sms/json','form':{'api_secret':"
                           "'{secret:s}','to':'{to_digits}','text':'{text}'}},"
                           "'success':[{'json':{'$.messages[0].status':['0']}}],"
                           "'extract':{'id':'$.messages[0].message-id','error_code':'$.messages[0].status',"
                           "'error_text':'$.messages[0].error-text','price':'$.messages[0].message-price',"
                           "'currency':'=EUR'},"
                           "'errors':[{'code':['1'],'class':'throttled'},{'code':['4'],'class':'permanent_config'}]}",
                           {{u"s"_s, u"k3y"_s}}));
        QVERIFY(provider);
        const auto outcomeOf = [&](const QByteArray &message) {
            QByteArray body = "{'messages':[" + message + "]}";
            return provider->outcome(greeting(), answered(200, body.replace('\'', '"')));
        };
        const Outcome good = outcomeOf("{'status':'0','message-id':'m1','message-price':'0.0333'}");
        QCOMPARE(std::get<Accepted>(good).providerMessageId, u"m1"_s);
        QCOMPARE(std::get<Accepted>(good).price, (Money{33'300, u"EUR"_s}));
        QCOMPARE(outcomeName(outcomeOf("{'status':'1','error-text':'Throttled'}")), u"throttled"_s);
        QCOMPARE(std::get<Rejected>(outcomeOf("{'status':'4','error-text':'Invalid credentials'}")).reason,
                 RejectReason::Configuration);
        QCOMPARE(std::get<Rejected>(outcomeOf("{'status':'99'}")).reason, RejectReason::Unclear);
    }

    void listsAreFollowedByTheirLinksButNeverElsewhere()
    {
        const auto provider = made(described(
            "{'secrets':['t'],'auth':{'type':'basic','user':'AC1','password':'{secret:t}'},"
            "'send':{'url':'https://api.example.net/Messages.json','form':{'To':'{to_e164}','Body':'{text}'}},"
            "'extract':{'id':'$.sid'},'reconcile':'by_match',"
            "'poll':{'list':{'url':'https://api.example.net/Messages.json?PageSize=2','items':'$.messages[*]',"
            "'paging':{'type':'next_link','path':'$.next'},'id':'$.sid','to':'$.to','text':'$.body',"
            "'time':'$.date','status':'$.status','price':'$.price','currency':'$.unit'}}}",
            {{u"t"_s, u"k3y"_s}}));
        QVERIFY(provider);
        const HttpRequest first = provider->listRequest(m_now);
        QCOMPARE(first.basicAuth, "AC1:k3y"_ba);
        const auto pageOf = [&](QByteArray body) {
            return provider->listPage(answered(200, body.replace('\'', '"'), first.tag), m_now);
        };
        const QByteArray row = "{'sid':'m1','to':'+442079460958','body':'hi','status':'delivered','price':'-0.0079',"
                               "'unit':'usd','date':'Fri, 20 Nov 2026 21:30:00 +0000'}";
        const auto page = pageOf("{'messages':[" + row + "],'next':'/Messages.json?PageSize=2&Page=1'}");
        QVERIFY(page && page->next);
        QCOMPARE(page->next->url, "https://api.example.net/Messages.json?PageSize=2&Page=1"_ba);
        QCOMPARE(page->statuses[0].state, MessageState::Delivered);
        QCOMPARE(page->statuses[0].price, (Money{7'900, u"USD"_s}));
        QCOMPARE(page->statuses[0].at, m_now);
        const auto elsewhere = pageOf("{'messages':[" + row + "],'next':'https://evil.example.net/x'}");
        QVERIFY(elsewhere && !elsewhere->next);

        Doubt doubt;
        doubt.to = u"+442079460958"_s;
        doubt.body = u"hi"_s;
        doubt.startedAt = m_now;
        QByteArray whole = "{'messages':[" + row + "]}";
        const HttpResponse answer = answered(200, whole.replace('\'', '"'), first.tag);
        QVERIFY(std::holds_alternative<Found>(provider->evidence(doubt, {answer}, {})));
        QVERIFY(std::holds_alternative<Absent>(provider->evidence(doubt, {answer}, {u"m1"_s})));
        doubt.body = u"something else"_s;
        QVERIFY(std::holds_alternative<Absent>(provider->evidence(doubt, {answer}, {})));
    }

    void theWebhooksFormsAreReadAndTheirSecretIsAsked()
    {
        const auto provider =
            made(described("{'secrets':['hook'],'send':{'url':'https://gw.example.net/'},"
                           "'webhook':{'auth':{'type':'field','name':'token','secret':'hook'},"
                           "'status':{'when':{'$.type':['dlr']},'id':'$.id','status':'$.status','ref':'$.ref'},"
                           "'inbound':{'when':{'$.type':['mo']},'id':'$.id','from':'$.from','text':'$.text'}}}",
                           {{u"hook"_s, u"s3cret"_s}}));
        QVERIFY(provider);
        WebhookRequest request;
        request.method = "POST";
        request.url = "https://hooks.example.net/cb";
        request.body = "type=dlr&id=m1&status=delivered&ref=r1&token=s3cret";
        QVERIFY(provider->verifyWebhook(request, m_now));
        QCOMPARE(provider->webhook(request, m_now)->statuses[0].reference, u"r1"_s);
        request.body = "type=mo&id=m2&from=44+20+7946+0958&text=STOP&token=s3cret";
        const auto events = provider->webhook(request, m_now);
        QVERIFY(events->statuses.isEmpty());
        QCOMPARE(events->inbound[0].from, u"+442079460958"_s);
        QCOMPARE(events->inbound[0].body, u"STOP"_s);
        QCOMPARE(events->inbound[0].at, m_now);
        request.body.replace("s3cret", "s3cre7");
        QVERIFY(!provider->verifyWebhook(request, m_now));
        request.method = "GET";
        QVERIFY(!provider->verifyWebhook(request, m_now));
    }
};

QTEST_APPLESS_MAIN(GenericProfilesTest)
#include "tst_genericprofiles.moc"

#include "engine/client/queries.h"
#include "engine/cloudrig.h"

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace cloud;
using domain::Channel;

class WhatsAppTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_file = 0;

    std::unique_ptr<Workspace> meta(const simulator::Server &server)
    {
        return std::make_unique<Workspace>(m_dir.filePath(u"%1.helio"_s.arg(++m_file)), u"whatsapp_cloud"_s,
                                           QJsonObject{{u"phoneNumberId"_s, u"106540352242922"_s},
                                                       {u"wabaId"_s, u"102290129340398"_s},
                                                       {u"baseUrl"_s, server.url() + u"/whatsapp_cloud"_s}},
                                           QHash<QString, QString>{{u"accessToken"_s, u"token"_s},
                                                                   {u"appSecret"_s, u"app-secret"_s},
                                                                   {u"verifyToken"_s, u"verify"_s}});
    }

    /// One change as Meta posts it.
    static QByteArray change(const QString &field, QJsonObject value)
    {
        value.insert(u"metadata"_s, QJsonObject{{u"display_phone_number"_s, u"15550783881"_s},
                                                {u"phone_number_id"_s, u"106540352242922"_s}});
        const QJsonObject one{{u"field"_s, field}, {u"value"_s, value}};
        const QJsonObject entry{{u"id"_s, u"102290129340398"_s}, {u"changes"_s, QJsonArray{one}}};
        return QJsonDocument(
                   QJsonObject{{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, QJsonArray{entry}}})
            .toJson(QJsonDocument::Compact);
    }

    static QJsonObject status(const QString &id, const QString &reference, const QString &word, int error = 0)
    {
        QJsonObject one{{u"id"_s, id},
                        {u"status"_s, word},
                        {u"timestamp"_s, QString::number(QDateTime::currentSecsSinceEpoch())},
                        {u"biz_opaque_callback_data"_s, reference},
                        {u"pricing"_s, QJsonObject{{u"billable"_s, false}, {u"category"_s, u"utility"_s}}}};
        if (error != 0)
            one.insert(u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, error}, {u"title"_s, u"words"_s}}});
        return one;
    }

    static domain::ProviderContent shipped()
    {
        return {u"order_shipped"_s, u"en_US"_s, {u"SO-1042"_s}, {u"{{ first_name }}"_s, u"SO-1042"_s}, {u"SO-1042"_s}};
    }

private Q_SLOTS:
    void outsideTheWindowATemplateGoesAndInsideTheText()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto w = meta(server);
        w->addPeople(200, Channel::WhatsApp);
        const auto hear = [&](int person) {
            QVERIFY(server.reply(Workspace::number(person), u"Hi"_s, u"106540352242922"_s));
            domain::InboundMessage message;
            message.providerMessageId = u"wamid.in%1"_s.arg(person);
            message.channel = Channel::WhatsApp;
            message.from = Workspace::number(person);
            message.at = w->clock.now();
            QVERIFY(storage::ConsentStore(*w->db, w->vault).addInbound(domain::ProviderId{1}, message, {}, message.at));
        };
        w->start();
        QCOMPARE(w->readLists(), QString()); // the account is known to the simulator now
        for (int person = 1; person <= 20; ++person)
            hear(person);
        const qint64 campaign =
            w->addCampaign(w->textOf(Channel::WhatsApp, u"Hi {{ first_name }}, it left"_s, shipped()));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'accepted'"_s), 200, patienceMs);
        QCOMPARE(w->count(campaign, u"body LIKE 'Hi Name%, it left'"_s), 20);
        QCOMPARE(w->count(campaign, u"body LIKE 'Dear Name%, your order SO-1042 is on its way.'"_s), 180);
        // What each person sees is what our log says they saw.
        QHash<QString, QString> seen;
        for (const simulator::AcceptedMessage &one : server.messages())
            seen.insert(one.to, one.body);
        QCOMPARE(seen.size(), 200);
        QCOMPARE(seen[Workspace::number(7)], u"Hi Name7, it left"_s);
        QCOMPARE(seen[Workspace::number(77)], u"Dear Name77, your order SO-1042 is on its way."_s);
    }

    void theReviewCountsWhomATextAloneDoesNotReach()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto w = meta(server);
        fixture::mustRun(*w->db, u"UPDATE provider SET channels = 'whatsapp'"_s);
        w->addPeople(40, Channel::WhatsApp);
        const auto hear = [&](int person, std::chrono::hours ago) {
            domain::InboundMessage message;
            message.providerMessageId = u"wamid.in%1"_s.arg(person);
            message.channel = Channel::WhatsApp;
            message.from = Workspace::number(person);
            message.at = w->clock.now() - ago;
            QVERIFY(storage::ConsentStore(*w->db, w->vault).addInbound(domain::ProviderId{1}, message, {}, message.at));
        };
        for (int person = 1; person <= 5; ++person)
            hear(person, std::chrono::hours(2));
        hear(6, std::chrono::hours(30));
        const auto reviewOf = [&](const domain::TemplateRecord &text, domain::ProviderId provider = {}) {
            domain::Campaign campaign;
            campaign.templateId = text.id;
            campaign.providerId = provider;
            engine::Queries queries(*w->db, w->vault, w->clock.now());
            return queries.review(campaign).value();
        };
        const auto plain = w->textOf(Channel::WhatsApp, u"Hello"_s);
        const engine::CampaignReview alone = reviewOf(plain);
        QCOMPARE(alone.recipients, 40);
        QVERIFY(alone.lacksProviderTemplate);
        QCOMPARE(alone.outsideWindow, std::optional<qint64>(35));
        QCOMPARE(alone.kinds, QStringList{u"whatsapp_cloud"_s});
        // to another account nobody wrote
        fixture::mustRun(*w->db, u"INSERT INTO provider (id, kind, name, channels, created_at, updated_at)"
                                 " VALUES (2, 'whatsapp_cloud', 'Q', 'whatsapp', 0, 0)"_s);
        QCOMPARE(reviewOf(plain, domain::ProviderId{2}).outsideWindow, std::optional<qint64>(40));
        // with a template of the provider's everybody is reached
        const engine::CampaignReview both = reviewOf(w->textOf(Channel::WhatsApp, u"Hello"_s, shipped()));
        QVERIFY(!both.lacksProviderTemplate && !both.outsideWindow);
        QCOMPARE(both.recipients, 40);
        QVERIFY(!reviewOf(w->textOf(Channel::Sms, u"Hello"_s)).lacksProviderTemplate);
    }

    void noMoreAreWrittenToFirstThanWhatsAppAllows()
    {
        simulator::Options options;
        options.network.messagingLimit = 250;
        simulator::Server server(options);
        QVERIFY(server.start());
        const auto w = meta(server);
        w->addPeople(300, Channel::WhatsApp);
        w->start();
        QCOMPARE(w->readLists(), QString());
        const qint64 campaign = w->addCampaign(w->textOf(Channel::WhatsApp, u"Hello"_s, shipped()));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'queued' AND reason = 'messaging_limit'"_s), 50,
                                  patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'accepted'"_s), 250, patienceMs);
        QCOMPARE(server.statistics().sends, 250);
        // Whoever is one of them may be written to again, and so may who writes; a new start forgets nobody.
        w->engine.reset();
        w->start();
        const QString reached =
            fixture::text(*w->db, u"SELECT contact_id FROM message WHERE state = 'accepted' ORDER BY id LIMIT 1"_s);
        const qint64 second = w->addCampaign(w->textOf(Channel::WhatsApp, u"Hello again"_s, shipped()));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(second, u"state = 'accepted'"_s), 250, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(w->count(second, u"reason = 'messaging_limit'"_s), 50, patienceMs);
        QCOMPARE(w->count(second, u"state = 'accepted' AND contact_id = "_s + reached), 1);
        QCOMPARE(server.statistics().sends, 500);
        // A day later there is room again.
        w->engine.reset();
        fixture::mustRun(*w->db, u"UPDATE attempt SET started_at = started_at - 90000000;"
                                 "UPDATE message SET due_at = 0 WHERE state = 'queued'"_s);
        w->start();
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'accepted'"_s), 300, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(w->count(second, u"state = 'accepted'"_s), 300, patienceMs);
        QCOMPARE(server.statistics().refused, 0);
    }

    void withoutATemplateWhoHasNotWrittenIsLeftOut()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto w = meta(server);
        w->addPeople(3, Channel::WhatsApp);
        const qint64 campaign = w->addCampaign(w->textOf(Channel::WhatsApp, u"Hello"_s));
        w->start();
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'skipped' AND reason = 'window_closed'"_s), 3,
                                  patienceMs);
        QCOMPARE(server.statistics().sends, 0);
    }

    void aTemplateThatCannotGoNowIsWaitedFor_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("reason");
        QTest::newRow("paused") << u"spring_offer"_s << QStringList() << u"template_not_approved"_s;
        QTest::newRow("rejected") << u"winter_offer"_s << QStringList() << u"template_not_approved"_s;
        QTest::newRow("unknown") << u"summer_offer"_s << QStringList() << u"template_missing"_s;
        QTest::newRow("values") << u"hello_world"_s << QStringList{u"x"_s} << u"template_mismatch"_s;
    }
    void aTemplateThatCannotGoNowIsWaitedFor()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, values);
        QFETCH(const QString, reason);
        simulator::Server server;
        QVERIFY(server.start());
        const auto w = meta(server);
        w->addPeople(3, Channel::WhatsApp);
        w->start();
        QCOMPARE(w->readLists(), QString());
        const qint64 campaign =
            w->addCampaign(w->textOf(Channel::WhatsApp, u"Hello"_s, {name, u"en_US"_s, {}, values, {}}));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'queued' AND reason = '%1'"_s.arg(reason)), 3,
                                  patienceMs);
        QCOMPARE(server.statistics().sends, 0);
    }

    void aValueThatIsMissingSkipsThatPersonAlone()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto w = meta(server);
        w->addPeople(3, Channel::WhatsApp);
        fixture::mustRun(*w->db, u"UPDATE contact SET first_name = '' WHERE id = 2"_s);
        w->start();
        QCOMPARE(w->readLists(), QString());
        const qint64 campaign = w->addCampaign(w->textOf(Channel::WhatsApp, u"Hello"_s, shipped()));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'accepted'"_s), 2, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'skipped' AND reason = 'missing_value'"_s), 1,
                                  patienceMs);
    }

    void whatBecameOfMessagesIsToldByWebhook()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto w = meta(server);
        w->addPeople(100, Channel::WhatsApp);
        w->openDoor();
        w->start();
        QCOMPARE(w->readLists(), QString());
        const qint64 campaign = w->addCampaign(w->textOf(Channel::WhatsApp, u"Hello"_s, shipped()));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'accepted'"_s), 100, patienceMs);
        QVERIFY(w->door.isOpen());
        QList<QJsonObject> told;
        auto &s = w->db->statement("SELECT m.contact_id, m.provider_message_id, a.reference FROM message m"
                                   " JOIN attempt a ON a.message_id = m.id");
        while (s.next()) {
            const qint64 person = s.integer(0);
            told << status(s.text(1), s.text(2), u"sent"_s);
            if (person == 1)
                told << status(s.text(1), s.text(2), u"failed"_s, 131050);
            else if (person == 2)
                told << status(s.text(1), s.text(2), u"failed"_s, 131026);
            else
                told << status(s.text(1), s.text(2), u"delivered"_s);
            if (person > 60)
                told << status(s.text(1), s.text(2), u"read"_s) << status(s.text(1), s.text(2), u"read"_s);
        }
        // In any order, several in one request, some twice.
        std::shuffle(told.begin(), told.end(), std::mt19937(1));
        qint64 requests = 0;
        for (qsizetype i = 0; i < told.size(); i += 7, ++requests) {
            QJsonArray some;
            for (const QJsonObject &one : told.mid(i, 7))
                some.append(one);
            QVERIFY(w->door.post(change(u"messages"_s, {{u"statuses"_s, some}}), "app-secret"));
        }
        QTRY_COMPARE_WITH_TIMEOUT(w->door.kept(), requests, patienceMs);
        QCOMPARE(w->count(campaign, u"state = 'read'"_s), 40);
        QCOMPARE(w->count(campaign, u"state = 'delivered'"_s), 58);
        QCOMPARE(w->count(campaign, u"state = 'undelivered' AND reason = 'recipient'"_s), 1);
        QCOMPARE(w->count(campaign, u"state = 'undelivered' AND reason = 'opted_out'"_s), 1);
        QCOMPARE(w->count(campaign, u"cost_source = 'provider' AND cost_micros = 0"_s), 100);
        storage::ConsentStore consents(*w->db, w->vault);
        using domain::Category;
        QVERIFY(consents.isSuppressed(Workspace::number(1), Channel::WhatsApp, Category::Marketing));
        QVERIFY(!consents.isSuppressed(Workspace::number(1), Channel::WhatsApp, Category::Transactional));
        QVERIFY(fixture::countersAgree(*w->db));
    }

    void anotherSecretsWebhookIsNotHeard()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto w = meta(server);
        w->openDoor();
        w->start();
        QTRY_VERIFY_WITH_TIMEOUT(w->door.isOpen(), patienceMs);
        QVERIFY(!w->door.post(change(u"messages"_s, {}), "another"));
    }

    void whoWritesOpensTheWindowAndWhoStopsIsHeard()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto w = meta(server);
        w->addPeople(3, Channel::WhatsApp);
        w->openDoor();
        w->start();
        QCOMPARE(w->readLists(), QString());
        QVERIFY(server.reply(Workspace::number(2), u"Hi"_s, u"106540352242922"_s)); // as the simulated Meta knows it
        const auto wrote = [&](int person, const QString &body) {
            const QJsonObject text{{u"from"_s, Workspace::number(person).mid(1)},
                                   {u"id"_s, u"wamid.in%1"_s.arg(person)},
                                   {u"timestamp"_s, QString::number(QDateTime::currentSecsSinceEpoch())},
                                   {u"type"_s, u"text"_s},
                                   {u"text"_s, QJsonObject{{u"body"_s, body}}}};
            return w->door.post(change(u"messages"_s, {{u"messages"_s, QJsonArray{text}}}), "app-secret");
        };
        QVERIFY(wrote(2, u"Hi"_s) && wrote(3, u"STOP"_s));
        QTRY_COMPARE_WITH_TIMEOUT(w->door.kept(), 2, patienceMs);
        const qint64 campaign = w->addCampaign(w->textOf(Channel::WhatsApp, u"Hello"_s, shipped()));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"state = 'accepted'"_s), 2, patienceMs);
        QCOMPARE(fixture::text(*w->db, u"SELECT body FROM message WHERE contact_id = 2"_s), u"Hello"_s);
        QVERIFY(fixture::text(*w->db, u"SELECT body FROM message WHERE contact_id = 1"_s).startsWith(u"Dear Name1"_s));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"contact_id = 3 AND reason = 'suppressed'"_s), 1, patienceMs);
    }

    void aTemplatePausedByMetaStopsItsMessages()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto w = meta(server);
        w->addPeople(2, Channel::WhatsApp);
        w->openDoor();
        w->start();
        QCOMPARE(w->readLists(), QString());
        QVERIFY(
            w->door.post(change(u"message_template_status_update"_s, {{u"event"_s, u"PAUSED"_s},
                                                                      {u"message_template_name"_s, u"order_shipped"_s},
                                                                      {u"message_template_language"_s, u"en_US"_s}}),
                         "app-secret"));
        QTRY_COMPARE_WITH_TIMEOUT(w->door.kept(), 1, patienceMs);
        const qint64 campaign = w->addCampaign(w->textOf(Channel::WhatsApp, u"Hello"_s, shipped()));
        QTRY_COMPARE_WITH_TIMEOUT(w->count(campaign, u"reason = 'template_not_approved'"_s), 2, patienceMs);
        QCOMPARE(server.statistics().sends, 0);
    }

    void aListThatFailsIsNotedAndTheCopyStays()
    {
        simulator::Server server;
        QVERIFY(server.start());
        const auto w = meta(server);
        w->start();
        QCOMPARE(w->readLists(), QString());
        QCOMPARE(fixture::number(*w->db, u"SELECT count(*) FROM provider_template"_s), 6);
        simulator::Faults faults;
        faults.questions = true;
        faults.serverError.next = 1;
        server.setFaults(faults);
        QVERIFY(w->readLists().startsWith(u"HTTP 500"_s));
        QCOMPARE(fixture::number(*w->db, u"SELECT count(*) FROM provider_template"_s), 6);
        QVERIFY(fixture::text(*w->db, u"SELECT problem FROM provider_copy"_s).startsWith(u"HTTP 500"_s));
        QCOMPARE(w->readLists(), QString());
        QCOMPARE(fixture::text(*w->db, u"SELECT problem FROM provider_copy"_s), QString());
    }
};

QTEST_GUILESS_MAIN(WhatsAppTest)
#include "tst_whatsapp.moc"

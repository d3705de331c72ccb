#include "domain/message/reference.h"
#include "storage/messagefixture.h"
#include "storage/messages/messagestore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;
using namespace storage;
using fixture::number;
using fixture::text;

namespace {

const Instant t0 = fromMillis(1'800'000'000'000);

CampaignPlan planOf(int round = 0)
{
    CampaignPlan plan;
    plan.campaign.value = 1;
    plan.round = round;
    plan.templateId.value = 1;
    plan.version.value = 1;
    plan.dueAt = t0;
    plan.expiresAt = t0 + 72h;
    plan.day = 20'833;
    return plan;
}

} // namespace

class MessageStoreTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Connection> m_db;
    std::unique_ptr<MessageStore> m_store;
    SendingPolicy m_policy;

    void plan(int contacts)
    {
        fixture::peopleAndCampaign(*m_db, contacts);
        qint64 after = 0;
        for (;;) {
            const auto step = m_store->planNext(planOf(), after, 40);
            QVERIFY(step);
            if (step->finished)
                return;
            after = step->reached;
        }
    }

    QList<Claim> claimAll(int limit = 1000)
    {
        QList<Claim> claims;
        const auto due = m_store->due(2, CampaignId{1}, t0, limit);
        for (const DueMessage &d : *due) {
            Claim c;
            c.message = d.id;
            c.counted = d.counted;
            c.provider.value = 7;
            c.reference = attemptReference(t0, d.id, 1);
            c.body = u"Hello"_s;
            c.textHash = "h"_ba;
            c.encoding = u"gsm7"_s;
            c.segments = 2;
            c.estimate = {5'000, u"USD"_s};
            c.day = 20'834;
            c.number = d.attempts + 1;
            c.addressIndex = d.addressIndex;
            claims.append(c);
        }
        if (auto done = m_store->claim(claims, {}, t0, m_policy); !done)
            qFatal("%s", qPrintable(done.error().detail));
        return claims;
    }

    Settlement answerTo(const Claim &c, Outcome outcome) const
    {
        Settlement s;
        s.message = c.message;
        s.provider = c.provider;
        s.attempt = c.attempt;
        s.event = Answered{std::move(outcome), 0.5};
        s.httpStatus = 201;
        s.latency = 12ms;
        return s;
    }

    Settlement statusOf(const QString &providerId, MessageState state) const
    {
        StatusReport r;
        r.providerMessageId = providerId;
        r.state = state;
        Settlement s;
        s.provider.value = 7;
        s.event = StatusLearnt{r};
        s.source = EventSource::Poll;
        return s;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_db = fixture::workspaceDatabase(m_dir->filePath(u"w.db"_s));
        m_store = std::make_unique<MessageStore>(*m_db);
    }
    void cleanup()
    {
        if (m_db)
            QVERIFY(fixture::countersAgree(*m_db));
        m_store.reset();
        m_db.reset();
    }

    void planningTwiceAddsNothing()
    {
        plan(100);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message WHERE state = 'queued'"_s), 100);
        QCOMPARE(number(*m_db, u"SELECT expanded FROM campaign"_s), 1);
        const auto again = m_store->planNext(planOf(), 0, 1000);
        QVERIFY(again);
        QCOMPARE(again->queued, 0);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message"_s), 100);
    }

    void whoCannotBeReachedIsSkippedWithTheReason()
    {
        fixture::peopleAndCampaign(*m_db, 4);
        fixture::mustRun(*m_db, u"DELETE FROM contact_address WHERE contact_id = 1;"
                                "UPDATE contact_address SET usable = 0 WHERE contact_id = 2;"
                                "UPDATE contact SET deleted_at = 1 WHERE id = 3"_s);
        const auto step = m_store->planNext(planOf(), 0, 1000);
        QVERIFY(step);
        QCOMPARE(step->queued, 1);
        QCOMPARE(step->skipped, 2);
        QCOMPARE(text(*m_db, u"SELECT state || ' ' || reason FROM message WHERE contact_id = 1"_s),
                 u"skipped no_address"_s);
        QCOMPARE(text(*m_db, u"SELECT state || ' ' || reason FROM message WHERE contact_id = 2"_s),
                 u"skipped unusable_address"_s);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message WHERE contact_id = 3"_s), 0);
    }

    void theAudienceDecidesWhoGetsAMessage()
    {
        fixture::peopleAndCampaign(*m_db, 10);
        CampaignPlan p = planOf();
        p.audience = {u"c.id % ? = 0"_s, {5}};
        const auto step = m_store->planNext(p, 0, 1000);
        QVERIFY(step);
        QCOMPARE(step->queued, 2);
    }

    void whatIsClaimedIsWrittenBeforeItLeaves()
    {
        plan(3);
        const auto claims = claimAll();
        QCOMPARE(claims.size(), 3);
        QVERIFY(claims[0].attempt.isValid());
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message WHERE state = 'sending' AND provider_id = 7"_s), 3);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM attempt WHERE finished_at IS NULL"_s), 3);
        QCOMPARE(m_store->due(2, CampaignId{1}, t0, 10)->size(), 0);
        // What is not queued any more is not claimed again.
        QList<Claim> again = claims;
        QVERIFY(m_store->claim(again, {}, t0, m_policy));
        QVERIFY(!again[0].attempt.isValid());
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM attempt"_s), 3);
    }

    // What was read as due may have been changed by another program before it is claimed.
    void whatChangedSinceItWasDueIsNotClaimed()
    {
        plan(2);
        const auto due = m_store->due(2, CampaignId{1}, t0, 10);
        QList<Claim> claims(2);
        for (int i = 0; i < 2; ++i) {
            claims[i].message = due->at(i).id;
            claims[i].counted = due->at(i).counted;
            claims[i].provider.value = 7;
            claims[i].reference = attemptReference(t0, due->at(i).id, 1);
            claims[i].day = 20'834;
        }
        claims[0].counted.key.day += 1;
        QVERIFY(m_store->claim(claims, {}, t0, m_policy));
        QVERIFY(!claims[0].attempt.isValid());
        QVERIFY(claims[1].attempt.isValid());
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message WHERE state = 'queued'"_s), 1);
    }

    // The answer to a first attempt is written without reading the row; a status that came before it is not undone.
    void anAnswerAfterAnEarlyStatusKeepsTheStatus()
    {
        plan(2);
        const auto claims = claimAll();
        StatusReport early;
        early.reference = claims[0].reference;
        early.providerMessageId = u"SM1"_s;
        early.state = MessageState::Delivered;
        Settlement status;
        status.provider.value = 7;
        status.event = StatusLearnt{early};
        status.source = EventSource::Webhook;
        QVERIFY(m_store->settle({status}, t0, m_policy));
        QList<Settlement> answers;
        for (const Claim &c : claims) {
            answers.append(answerTo(c, Accepted{u"SM%1"_s.arg(c.message.value), {}, {}}));
            answers.last().claimed = c.counted;
        }
        QCOMPARE(text(*m_db, u"SELECT state FROM message WHERE id = 1"_s), u"delivered"_s);
        QVERIFY(m_store->settle(answers, t0, m_policy));
        QCOMPARE(text(*m_db, u"SELECT state || ' ' || provider_message_id FROM message WHERE id = 1"_s),
                 u"delivered SM1"_s);
        QCOMPARE(text(*m_db, u"SELECT state || ' ' || provider_message_id FROM message WHERE id = 2"_s),
                 u"accepted SM2"_s);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM attempt WHERE outcome = 'accepted'"_s), 2);
        QVERIFY(m_store->settle(answers, t0, m_policy)); // and a second time it says nothing new
    }

    void dueComesInOrderAndNotBeforeItsTime()
    {
        plan(3);
        fixture::mustRun(*m_db, u"UPDATE message SET due_at = due_at + 1 WHERE contact_id = 1;"
                                "UPDATE message SET due_at = due_at - 1 WHERE contact_id = 3"_s);
        const auto due = m_store->due(2, CampaignId{1}, t0, 10);
        QCOMPARE(due->size(), 2);
        QCOMPARE((*due)[0].contact.value, 3);
        QCOMPARE(*m_store->nextDue(2, CampaignId{1}), t0 - 1ms);
        QCOMPARE(m_store->dueCount(2, CampaignId{1}, t0, 100), 2);
    }

    void aSuppressionWrittenAfterPlanningIsSeen()
    {
        plan(2);
        fixture::mustRun(*m_db, u"INSERT INTO suppression SELECT address_index, 'sms', 'marketing', 0, 1"
                                " FROM message WHERE contact_id = 1"_s);
        const auto due = m_store->due(2, CampaignId{1}, t0, 10);
        QVERIFY((*due)[0].suppressed);
        QVERIFY(!(*due)[1].suppressed);
    }

    void anAnswerIsSettledOnce()
    {
        plan(1);
        const auto claims = claimAll();
        const Accepted accepted{u"SM1"_s, 3, Money{7'500, u"USD"_s}, MessageState::Accepted};
        for (int twice = 0; twice < 2; ++twice)
            QVERIFY(m_store->settle({answerTo(claims[0], accepted)}, t0 + 1s, m_policy));
        QCOMPARE(text(*m_db, u"SELECT state || ' ' || provider_message_id || ' ' || segments || ' ' || cost_micros"
                             " || ' ' || cost_source FROM message"_s),
                 u"accepted SM1 3 7500 provider"_s);
        QCOMPARE(text(*m_db, u"SELECT outcome || ' ' || http_status || ' ' || latency_ms FROM attempt"_s),
                 u"accepted 201 12"_s);
        QCOMPARE(number(*m_db, u"SELECT messages * 1000000 + segments * 10000 + cost_micros FROM counter"
                               " WHERE messages <> 0"_s),
                 1'037'500);
        QCOMPARE(*m_store->nextLook(), t0 + 11s);
    }

    void lateAndRepeatedStatusesChangeNothing()
    {
        plan(1);
        const auto claims = claimAll();
        QVERIFY(
            m_store->settle({answerTo(claims[0], Accepted{u"SM1"_s, {}, {}, MessageState::Accepted})}, t0, m_policy));
        for (MessageState state :
             {MessageState::Delivered, MessageState::Sent, MessageState::Undelivered, MessageState::Delivered})
            QVERIFY(m_store->settle({statusOf(u"SM1"_s, state)}, t0 + 5s, m_policy));
        QCOMPARE(text(*m_db, u"SELECT state FROM message"_s), u"delivered"_s);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM status_event"_s), 1);
        QVERIFY(!m_store->nextLook());
        // Nobody's message.
        const auto foreign = m_store->settle({statusOf(u"SM9"_s, MessageState::Delivered)}, t0, m_policy);
        QVERIFY(!(*foreign)[0].message.isValid());
    }

    void aPriceThatComesAfterDeliveryReplacesTheEstimate()
    {
        plan(1);
        const auto claims = claimAll();
        QVERIFY(m_store->settle({answerTo(claims[0], Accepted{u"SM1"_s, {}, {}, MessageState::Accepted}),
                                 statusOf(u"SM1"_s, MessageState::Delivered)},
                                t0, m_policy));
        Settlement priced = statusOf(u"SM1"_s, MessageState::Delivered);
        std::get<StatusLearnt>(priced.event).report.price = Money{8'000, u"EUR"_s};
        QVERIFY(m_store->settle({priced}, t0 + 1min, m_policy));
        QCOMPARE(text(*m_db, u"SELECT state || cost_micros || cost_currency || cost_source FROM message"_s),
                 u"delivered8000EURprovider"_s);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM counter WHERE messages <> 0"_s), 1);
    }

    void anEchoedReferenceFindsTheMessageOfADoubt()
    {
        plan(1);
        const auto claims = claimAll();
        QVERIFY(m_store->settle({answerTo(claims[0], Unknown{u"timed out"_s})}, t0, m_policy));
        QCOMPARE(text(*m_db, u"SELECT state FROM message"_s), u"uncertain"_s);
        Settlement s = statusOf(u"SM1"_s, MessageState::Sent);
        std::get<StatusLearnt>(s.event).report.reference = claims[0].reference;
        QVERIFY(m_store->settle({s}, t0 + 1s, m_policy));
        QCOMPARE(text(*m_db, u"SELECT state || provider_message_id FROM message"_s), u"sentSM1"_s);
    }

    void aMessageOfSeveralPartsIsDeliveredOnceAllAre_data()
    {
        QTest::addColumn<QList<int>>("order");     // of the parts' reports
        QTest::addColumn<QList<int>>("fates");     // of part 1, 2, 3
        QTest::addColumn<QStringList>("expected"); // after each report
        const int good = int(MessageState::Delivered);
        const int bad = int(MessageState::Undelivered);
        const QString sent = u"sent"_s;
        const QString failed = u"undelivered"_s;
        QTest::newRow("in order") << QList{1, 2, 3} << QList{good, good, good}
                                  << QStringList{sent, sent, u"delivered"_s};
        QTest::newRow("repeated") << QList{3, 3, 3, 1, 2} << QList{good, good, good}
                                  << QStringList{sent, sent, sent, sent, u"delivered"_s};
        QTest::newRow("one fails") << QList{3, 2, 1} << QList{good, bad, good} << QStringList{sent, failed, failed};
        QTest::newRow("one fails first") << QList{1, 2, 3} << QList{bad, good, good}
                                         << QStringList{failed, failed, failed};
    }
    void aMessageOfSeveralPartsIsDeliveredOnceAllAre()
    {
        QFETCH(const QList<int>, order);
        QFETCH(const QList<int>, fates);
        QFETCH(const QStringList, expected);
        plan(1);
        const auto claims = claimAll();
        QVERIFY(m_store->settle({answerTo(claims[0], Accepted{u"P1"_s, 3, {}, MessageState::Accepted})}, t0, m_policy));
        for (qsizetype i = 0; i < order.size(); ++i) {
            const auto state = static_cast<MessageState>(fates[order[i] - 1]);
            Settlement s = statusOf(u"P%1"_s.arg(order[i]), state);
            StatusReport &report = std::get<StatusLearnt>(s.event).report;
            report.reference = claims[0].reference + u"-3"_s;
            if (state == MessageState::Undelivered)
                report.reason = RejectReason::Content;
            QVERIFY(m_store->settle({s}, t0 + 1s, m_policy));
            QCOMPARE(text(*m_db, u"SELECT state FROM message"_s), expected[i]);
        }
        QCOMPARE(text(*m_db, u"SELECT provider_message_id FROM message"_s), u"P1"_s);
        QCOMPARE(text(*m_db, u"SELECT reason FROM message"_s),
                 expected.last() == u"undelivered"_s ? u"content"_s : QString());
    }

    void whatACrashLeavesOpenIsInDoubt()
    {
        plan(5);
        (void)claimAll(3);
        const auto lost = m_store->openAttempts(100);
        QCOMPARE(lost->size(), 3);
        QVERIFY(m_store->settle(*lost, t0 + 1h, m_policy));
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message WHERE state = 'uncertain' AND reason = 'interrupted'"_s),
                 3);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message WHERE state = 'queued'"_s), 2);
        QCOMPARE(m_store->openAttempts(100)->size(), 0);
        QCOMPARE(m_store->uncertainCount(100), 3);
        const auto looks = m_store->looksDue(t0 + 1h + 30s, 10);
        QCOMPARE(looks->size(), 3);
        QCOMPARE((*looks)[0].body, u"Hello"_s);
        QCOMPARE((*looks)[0].startedAt, t0);
    }

    void absenceTakesTwoLooksAndThenAPerson()
    {
        plan(1);
        const auto claims = claimAll();
        QVERIFY(m_store->settle({answerTo(claims[0], Unknown{})}, t0, m_policy));
        Settlement look;
        look.message = claims[0].message;
        look.event = DoubtLooked{DoubtFinding::Absent};
        look.source = EventSource::Reconciliation;
        QVERIFY(m_store->settle({look}, t0 + 30s, m_policy));
        QCOMPARE(text(*m_db, u"SELECT state || ' ' || reason FROM message"_s), u"uncertain absent"_s);
        QVERIFY(m_store->settle({look}, t0 + 150s, m_policy));
        QCOMPARE(text(*m_db, u"SELECT state || ' ' || reason FROM message"_s), u"uncertain proven_absent"_s);
        QVERIFY(!m_store->nextLook());
        Settlement decision;
        decision.message = claims[0].message;
        decision.event = DoubtDecided{DoubtAnswer::SendAgain};
        decision.source = EventSource::Person;
        QVERIFY(m_store->settle({decision}, t0 + 1h, m_policy));
        QCOMPARE(text(*m_db, u"SELECT state FROM message"_s), u"queued"_s);
    }

    void onlyFailuresCountAsTries()
    {
        plan(1);
        m_policy.maxAttempts = 2;
        const auto claimAgain = [this] {
            fixture::mustRun(*m_db, u"UPDATE message SET due_at = 0"_s);
            return claimAll().first();
        };
        QVERIFY(m_store->settle({answerTo(claimAgain(), Throttled{})}, t0, m_policy));
        Settlement back = answerTo(claimAgain(), NotSent{});
        back.event = GivenBack{u"paused"_s};
        QVERIFY(m_store->settle({back}, t0, m_policy));
        QVERIFY(m_store->settle({answerTo(claimAgain(), NotSent{})}, t0, m_policy));
        QCOMPARE(text(*m_db, u"SELECT state FROM message"_s), u"queued"_s);
        QCOMPARE(number(*m_db, u"SELECT claimed_at IS NULL FROM message"_s), 1);
        QVERIFY(m_store->settle({answerTo(claimAgain(), NotSent{})}, t0, m_policy));
        QCOMPARE(text(*m_db, u"SELECT state || ' ' || reason FROM message"_s), u"rejected not_sent"_s);
        QCOMPARE(number(*m_db, u"SELECT max(number) FROM attempt"_s), 4);
        m_policy = {};
    }

    void oneProviderIdBelongsToOneMessage()
    {
        plan(2);
        const auto claims = claimAll();
        const Accepted same{u"SM1"_s, {}, {}, MessageState::Accepted};
        QVERIFY(m_store->settle({answerTo(claims[0], same), answerTo(claims[1], same)}, t0, m_policy));
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message WHERE state = 'accepted'"_s), 2);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message WHERE provider_message_id = 'SM1'"_s), 1);
        QCOMPARE(m_store->boundIds(ProviderId{7}, {u"SM1"_s, u"SM2"_s}), QSet<QString>{u"SM1"_s});
    }

    void cancellingEndsWhatWaitsInSteps()
    {
        plan(25);
        (void)claimAll(5);
        QCOMPARE(*m_store->endWaiting(CampaignId{1}, Category::Marketing, CancelAsked{}, t0, 15), 15);
        QCOMPARE(*m_store->endWaiting(CampaignId{1}, Category::Marketing, CancelAsked{}, t0, 15), 5);
        QCOMPARE(*m_store->endWaiting(CampaignId{1}, Category::Marketing, CancelAsked{}, t0, 15), 0);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message WHERE state = 'sending'"_s), 5);
    }

    void aRetryRoundTakesOnlyTheFailed()
    {
        plan(6);
        const auto claims = claimAll();
        QVERIFY(m_store->settle({answerTo(claims[0], Rejected{RejectReason::Recipient, {}, u"21211"_s, u"bad"_s}),
                                 answerTo(claims[1], Unknown{}),
                                 answerTo(claims[2], Accepted{u"SM3"_s, {}, {}, MessageState::Accepted}),
                                 answerTo(claims[3], Accepted{u"SM4"_s, {}, {}, MessageState::Accepted}),
                                 statusOf(u"SM4"_s, MessageState::Undelivered)},
                                t0, m_policy));
        const auto step = m_store->planRetryNext(planOf(1), 0, 1000);
        QCOMPARE(step->queued, 2);
        QCOMPARE(m_store->planRetryNext(planOf(1), 0, 1000)->queued, 0);
        QVERIFY(m_store->planRetryNext(planOf(1), step->reached, 1000)->finished);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message WHERE occurrence = 1 AND contact_id IN (1, 4)"_s), 2);
    }

    void recentMessagesToAnAddressAreSeen()
    {
        plan(1);
        const auto claims = claimAll();
        const QByteArray index = m_store->due(2, CampaignId{1}, t0, 1)->isEmpty()
                                     ? [this] {
                                           auto &s = m_db->statement("SELECT address_index FROM message");
                                           return s.next() ? s.blob(0) : QByteArray();
                                       }()
                                     : QByteArray();
        QCOMPARE(m_store->recentTo(index, t0 - 1h, {}).size(), 1);
        QVERIFY(m_store->recentTo(index, t0 - 1h, {})[0].counts);
        QCOMPARE(m_store->recentTo(index, t0, {}).size(), 0);
        QCOMPARE(m_store->recentTo(index, t0 - 1h, claims[0].message).size(), 0);
        QVERIFY(m_store->settle({answerTo(claims[0], Rejected{})}, t0, m_policy));
        QVERIFY(!m_store->recentTo(index, t0 - 1h, {})[0].counts);
    }

    void aReferenceNamesItsMessage()
    {
        const QString reference = attemptReference(t0, MessageId{123'456'789'012}, 77);
        QCOMPARE(reference.size(), 26);
        QCOMPARE(messageOfReference(reference).value, 123'456'789'012);
        QVERIFY(!messageOfReference(u"not one of ours, though as l"_s).isValid());
    }
};

QTEST_APPLESS_MAIN(MessageStoreTest)
#include "tst_messagestore.moc"

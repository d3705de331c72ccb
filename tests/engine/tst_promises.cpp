#include "engine/client/queries.h"
#include "engine/commands/messagecommands.h"
#include "engine/enginerig.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rig;
using domain::Reached;

/// What a business relies on, watched from outside: who got what, and when.
class PromisesTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Rig> m_rig;

    Rig &sending(int people, const QString &category = u"marketing"_s, int pacePerMinute = 0)
    {
        m_rig->addTemplate(u"Hello {{ first_name }}"_s, category);
        m_rig->addPeople(people);
        m_rig->start();
        m_rig->addCampaign(1, pacePerMinute);
        return *m_rig;
    }

    // What the command does, without its audit row.
    void put(const QString &state, qint64 campaign = 1)
    {
        fixture::mustRun(*m_rig->db, u"UPDATE campaign SET state = '%1' WHERE id = %2"_s.arg(state).arg(campaign));
        m_rig->engine->refresh(engine::Topic::Campaigns);
    }

    void limit(const QString &json)
    {
        fixture::mustRun(*m_rig->db, u"INSERT OR REPLACE INTO setting VALUES ('limits', '%1')"_s.arg(json));
        if (m_rig->engine)
            m_rig->engine->refresh(engine::Topic::Settings);
    }

    [[nodiscard]] int sentBy(qint64 campaign) const
    {
        return static_cast<int>(m_rig->count(u"campaign_id = %1 AND attempts > 0"_s.arg(campaign)));
    }

    void setTime(const QString &iso)
    {
        m_rig->clock.set(domain::fromMillis(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch()));
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_rig = std::make_unique<Rig>(m_dir->filePath(u"w.db"_s));
    }
    void cleanup()
    {
        QVERIFY(fixture::countersAgree(*m_rig->db));
        m_rig.reset();
    }

    // ---- pause, resume, cancel

    void aPauseHoldsAndAResumeLeavesNoGapAndNoDouble()
    {
        Rig &r = sending(600);
        for (int round = 1; round <= 3; ++round) {
            for (int i = 0; i < 4; ++i)
                r.engine->work();
            QCOMPARE(r.transport.inFlight(), 50);
            put(u"paused"_s);
            r.engine->work();
            r.settle(); // what was on its way comes back, and nothing follows
            QCOMPARE(r.transport.sentTo().size(), round * 50);
            QCOMPARE(r.count(u"state = 'accepted'"_s), round * 50);
            QVERIFY(r.engine->dispatcher().isIdle());
            put(u"sending"_s);
        }
        r.settle();
        QVERIFY(r.everybodyOnce(600));
        QCOMPARE(r.count(u"state = 'accepted'"_s), 600);
        QCOMPARE(r.campaignState(), u"completed"_s);
    }

    void aPauseOfEverythingHoldsOverARestart()
    {
        Rig &r = sending(200);
        for (int i = 0; i < 4; ++i)
            r.engine->work();
        QVERIFY(r.engine->setPaused(true));
        r.settle();
        const qsizetype sent = r.transport.sentTo().size();
        QCOMPARE(sent, 50);
        r.engine.reset();
        r.start();
        r.pass(10min);
        QCOMPARE(r.transport.sentTo().size(), sent);
        QVERIFY(r.engine->setPaused(false));
        r.settle();
        QVERIFY(r.everybodyOnce(200));
    }

    void aCancelEndsTheWaitingAndKeepsWhatIsOnItsWay()
    {
        Rig &r = sending(600);
        for (int i = 0; i < 4; ++i)
            r.engine->work();
        put(u"cancelled"_s);
        r.engine->work();
        r.settle();
        QCOMPARE(r.transport.sentTo().size(), 50);
        QCOMPARE(r.count(u"state = 'accepted'"_s), 50);
        QCOMPARE(r.count(u"state = 'cancelled'"_s), r.count(u"1"_s) - 50);
        r.pass(1h);
        QCOMPARE(r.transport.sentTo().size(), 50);
        QCOMPARE(r.campaignState(), u"cancelled"_s);
    }

    void aCancelledMessageThatComesBackToTheQueueEndsToo()
    {
        Rig &r = sending(10);
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "send" ? broken(Reached::NotConnected) : answer(200);
        };
        for (int i = 0; i < 4; ++i)
            r.engine->work();
        put(u"cancelled"_s);
        r.engine->work();
        r.settle(); // now they are refused and wait for another try that must not come
        r.transport.script = {};
        r.pass(2h);
        QCOMPARE(r.count(u"state = 'cancelled'"_s), 10);
        QCOMPARE(r.transport.sentTo().size(), 10);
    }

    void whatAPersonSendsAgainLeavesThoughItsCampaignIsOver()
    {
        Rig &r = sending(2);
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "send" ? broken(Reached::RequestWritten) : answer(200);
        };
        r.settle();
        QCOMPARE(r.campaignState(), u"completed"_s);
        r.transport.script = {};
        engine::MessageCommands commands({*r.db, r.vault, r.clock, u"tester"_s}, r.engine->messages(),
                                         r.engine->services().policy);
        QVERIFY(commands.decideDoubt(domain::MessageId{1}, engine::DoubtDecision::SendAgain));
        r.engine->refresh(engine::Topic::Campaigns);
        r.settle();
        QCOMPARE(r.count(u"id = 1 AND state = 'accepted' AND attempts = 2"_s), 1);
        QCOMPARE(r.count(u"id = 2 AND state = 'uncertain' AND attempts = 1"_s), 1);
        QCOMPARE(r.campaignState(), u"completed"_s);
        put(u"cancelled"_s);
        QCOMPARE(commands.decideDoubt(domain::MessageId{2}, engine::DoubtDecision::SendAgain).error().code,
                 domain::ErrorCode::Conflict);
    }

    // The number a person confirmed is the most that get it.
    void whoIsAddedAfterTheLaunchDoesNotJoin()
    {
        Rig &r = sending(2'000);
        r.engine->work();
        r.engine->work();
        QCOMPARE(fixture::number(*r.db, u"SELECT expanded FROM campaign"_s), 0);
        r.clock.advance(1s);
        r.addPeople(5, 2'001);
        fixture::mustRun(*r.db,
                         u"UPDATE contact SET created_at = %1 WHERE id > 2000"_s.arg(domain::toMillis(r.clock.now())));
        r.settle();
        QVERIFY(r.everybodyOnce(2'000));
        QCOMPARE(r.count(u"1"_s), 2'000);
        QCOMPARE(r.campaignState(), u"completed"_s);
    }

    void whoseMessageIsNotWrittenYetCountsAsPlanned()
    {
        Rig &r = sending(2'000);
        r.engine->work();
        r.engine->work();
        engine::Queries queries(*r.db, r.vault, r.clock.now());
        const domain::MessageCounts counts = queries.campaignByName(u"C1"_s)->counts;
        QCOMPARE(counts.total(), 2'000);
        QCOMPARE(counts.of(domain::MessageState::Planned), 2'000 - r.count(u"1"_s));
        QVERIFY(counts.of(domain::MessageState::Planned) > 0);
        r.settle();
        const domain::MessageCounts after = queries.campaignByName(u"C1"_s)->counts;
        QCOMPARE(after.of(domain::MessageState::Planned), 0);
        QCOMPARE(after.of(domain::MessageState::Accepted), 2'000);
    }

    // ---- a disk that takes nothing

    void nothingLeavesThatCouldNotBeWrittenDown()
    {
        Rig &r = sending(100);
        fixture::mustRun(*r.db, u"CREATE TEMP TRIGGER full BEFORE INSERT ON attempt WHEN NEW.message_id = 30 BEGIN"
                                " SELECT RAISE(ABORT, 'full'); END"_s);
        for (int i = 0; i < 10; ++i) {
            r.engine->work();
            r.transport.answerAll();
            r.clock.advance(1s);
        }
        QCOMPARE(r.transport.sentTo().size(), 0);
        QCOMPARE(fixture::number(*r.db, u"SELECT count(*) FROM attempt"_s), 0);
        fixture::mustRun(*r.db, u"DROP TRIGGER full"_s);
        r.settle();
        QVERIFY(r.everybodyOnce(100));
        QCOMPARE(r.count(u"state = 'accepted' AND attempts = 1"_s), 100);
    }

    void anAnswerThatCouldNotBeWrittenIsWrittenLater()
    {
        Rig &r = sending(100);
        r.engine->work();
        r.engine->work();
        fixture::mustRun(*r.db, u"CREATE TEMP TRIGGER full BEFORE UPDATE ON message WHEN NEW.state = 'accepted' BEGIN"
                                " SELECT RAISE(ABORT, 'full'); END"_s);
        for (int i = 0; i < 10; ++i) {
            r.transport.answerAll();
            r.clock.advance(1s);
            r.engine->work();
        }
        const qsizetype asked = r.transport.sentTo().size();
        QCOMPARE(r.count(u"state = 'sending'"_s), asked);
        QCOMPARE(r.engine->dispatcher().unsettled(), asked);
        fixture::mustRun(*r.db, u"DROP TRIGGER full"_s);
        r.settle();
        QVERIFY(r.everybodyOnce(100));
        QCOMPARE(r.count(u"state = 'accepted' AND attempts = 1"_s), 100);
    }

    // ---- limits

    void noMoreThanFiveAnHourReachOneAddress()
    {
        Rig &r = *m_rig;
        r.addPeople(1);
        r.start();
        for (int i = 1; i <= 7; ++i) {
            r.addTemplate(u"Offer number %1"_s.arg(i), u"marketing"_s, i);
            r.addCampaign(i, 0, u"sending"_s, i);
            r.pass(1min);
        }
        QCOMPARE(r.transport.sentTo().size(), 5);
        QCOMPARE(r.count(u"state = 'queued' AND reason = 'frequency_cap'"_s), 2);
        r.pass(50min);
        QCOMPARE(r.transport.sentTo().size(), 5);
        r.pass(10min);
        QCOMPARE(r.transport.sentTo().size(), 7);
    }

    void noMoreMarketingADayThanTheCapReachesOneAddress()
    {
        limit(u"{\"marketing_per_day\": 2, \"quiet_marketing\": {\"enabled\": false}}"_s);
        Rig &r = *m_rig;
        r.addPeople(1);
        r.start();
        for (int i = 1; i <= 4; ++i) {
            r.addTemplate(u"Offer number %1"_s.arg(i), i == 4 ? u"transactional"_s : u"marketing"_s, i);
            r.addCampaign(i, 0, u"sending"_s, i);
            r.pass(1min);
        }
        QCOMPARE(r.count(u"category = 'marketing' AND attempts = 1"_s), 2);
        QCOMPARE(r.count(u"category = 'transactional' AND attempts = 1"_s), 1);
        r.pass(23h, 30min);
        QCOMPARE(r.count(u"category = 'marketing' AND attempts = 1"_s), 2);
        r.pass(1h, 10min);
        QCOMPARE(r.count(u"category = 'marketing' AND attempts = 1"_s), 3);
    }

    void theSameTextDoesNotComeAgainWithinItsWindow()
    {
        limit(u"{\"duplicate_window_minutes\": 60}"_s);
        Rig &r = sending(3);
        // One of them was refused: what never came is no duplicate.
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.body.startsWith(Rig::number(3).toUtf8()) ? answer(400) : r.transport.usual(q);
        };
        r.settle();
        r.transport.script = {};
        r.addCampaign(2);
        r.settle();
        QCOMPARE(r.count(u"campaign_id = 2 AND state = 'skipped' AND reason = 'duplicate'"_s), 2);
        QCOMPARE(r.count(u"campaign_id = 2 AND state = 'accepted' AND contact_id = 3"_s), 1);
        r.pass(1h);
        r.addCampaign(3);
        r.settle();
        QCOMPARE(r.count(u"campaign_id = 3 AND state = 'accepted'"_s), 3);
    }

    void whoIsReachedAfterAllIsNotTriedAgain()
    {
        limit(u"{\"duplicate_window_minutes\": 0}"_s);
        m_rig->factory.can.statusByList = true;
        Rig &r = sending(2);
        bool late = false;
        r.transport.script = [&](const domain::HttpRequest &q) {
            if (q.url != "list")
                return r.transport.usual(q);
            return answer(200, late ? "status SM1 delivered" : "status SM1 undelivered\nstatus SM2 undelivered");
        };
        r.pass(2min, 5s);
        QCOMPARE(r.count(u"state = 'undelivered'"_s), 2);
        // The failed are tried once more, but a late receipt comes before they leave.
        QVERIFY(r.engine->setPaused(true));
        QVERIFY(r.db->transaction(false, [&]() -> domain::Result<void> {
            const auto round = storage::CampaignStore(*r.db).startRetryRound(
                domain::CampaignId{1}, domain::CampaignState::Completed, r.clock.now());
            return round ? domain::Result<void>() : tl::unexpected(round.error());
        }));
        r.engine->refresh(engine::Topic::Campaigns);
        late = true;
        r.pass(5min, 10s);
        QCOMPARE(r.count(u"contact_id = 1 AND state = 'delivered'"_s), 1);
        QCOMPARE(r.count(u"occurrence = 1 AND state = 'queued'"_s), 2);
        QVERIFY(r.engine->setPaused(false));
        r.settle();
        QCOMPARE(r.count(u"contact_id = 1 AND occurrence = 1 AND state = 'skipped' AND reason = 'duplicate'"_s), 1);
        QCOMPARE(r.count(u"contact_id = 2 AND occurrence = 1 AND attempts = 1"_s), 1);
        QCOMPARE(r.transport.sentTo().size(), 3);
    }

    void twoContactsWithOneTelephoneGetOneMessage()
    {
        Rig &r = *m_rig;
        r.addTemplate(u"The same for all"_s);
        r.addPeople(2);
        fixture::mustRun(*r.db, u"UPDATE contact_address SET (address_cipher, address_index) = (SELECT address_cipher,"
                                " address_index FROM contact_address WHERE contact_id = 1) WHERE contact_id = 2"_s);
        r.start();
        r.addCampaign();
        r.settle();
        QCOMPARE(r.transport.sentTo().size(), 1);
        QCOMPARE(r.count(u"state = 'skipped' AND reason = 'duplicate'"_s), 1);
    }

    void quietHoursAreTheRecipients()
    {
        Rig &r = *m_rig;
        r.addTemplate(u"Offer"_s);
        r.addPeople(1, 1, u"America/New_York"_s);
        r.addPeople(1, 2, u"America/Los_Angeles"_s);
        r.addPeople(1, 3, u"Asia/Tokyo"_s);
        setTime(u"2026-06-11T01:30:00Z"_s); // 21:30 in New York, 18:30 in Los Angeles, 10:30 in Tokyo
        r.start();
        r.addCampaign();
        r.settle();
        QCOMPARE(r.transport.sentTo(), (QStringList{Rig::number(2), Rig::number(3)}));
        QCOMPARE(r.count(u"state = 'queued' AND reason = 'quiet_hours' AND due_at = %1"_s.arg(
                     QDateTime::fromString(u"2026-06-11T12:00:00Z"_s, Qt::ISODate).toMSecsSinceEpoch())),
                 1);
        r.pass(10h, 10min);
        QCOMPARE(r.transport.sentTo().size(), 2);
        r.pass(1h, 10min); // past 8:00 in New York
        QCOMPARE(r.transport.sentTo().size(), 3);
    }

    void transactionalMessagesKnowNoQuietHours()
    {
        setTime(u"2026-06-11T03:00:00Z"_s);
        Rig &r = sending(1, u"transactional"_s);
        r.settle();
        QCOMPARE(r.transport.sentTo().size(), 1);
    }

    void whatExpiredNeverLeaves()
    {
        Rig &r = sending(20, u"marketing"_s, 2);
        fixture::mustRun(*r.db, u"UPDATE campaign SET expires_at = %1"_s.arg(domain::toMillis(r.clock.now() + 5min)));
        r.engine->refresh(engine::Topic::Campaigns);
        r.pass(1h, 10s);
        QVERIFY(r.transport.sentTo().size() >= 8 && r.transport.sentTo().size() <= 12);
        QCOMPARE(r.count(u"state = 'expired'"_s), 20 - r.transport.sentTo().size());
        QCOMPARE(r.campaignState(), u"completed"_s);
    }

    // ---- consent

    void aStopBetweenPlanningAndSendingHolds()
    {
        m_rig->factory.can.inboundByList = true;
        Rig &r = sending(10, u"marketing"_s, 1);
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "list" ? answer(200, "inbound IN1 " + Rig::number(10).toUtf8() + " STOP")
                                   : r.transport.usual(q);
        };
        r.pass(30min, 10s);
        QCOMPARE(r.transport.sentTo().size(), 9);
        QVERIFY(!r.transport.sentTo().contains(Rig::number(10)));
        QCOMPARE(r.count(u"contact_id = 10 AND state = 'skipped' AND reason = 'suppressed'"_s), 1);
        QCOMPARE(fixture::number(*r.db, u"SELECT count(*) FROM consent_event"_s), 1);
    }

    void aStopThatCouldNotBeKeptIsFetchedAgain()
    {
        m_rig->factory.can.inboundByList = true;
        Rig &r = *m_rig;
        fixture::mustRun(*r.db, u"CREATE TEMP TRIGGER full BEFORE INSERT ON inbound BEGIN SELECT RAISE(ABORT, 'full');"
                                " END"_s);
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "list" ? answer(200, "inbound IN1 " + Rig::number(1).toUtf8() + " STOP") : answer(200);
        };
        r.start();
        QTest::ignoreMessage(QtWarningMsg, "engine: an inbound message could not be kept: full");
        r.settle();
        QCOMPARE(r.transport.asked("list"), 1);
        QCOMPARE(fixture::number(*r.db, u"SELECT poll_cursor FROM provider"_s), 0);
        QCOMPARE(fixture::number(*r.db, u"SELECT count(*) FROM suppression"_s), 0);
        fixture::mustRun(*r.db, u"DROP TRIGGER full"_s);
        r.pass(3min, 10s);
        QVERIFY(r.transport.asked("list") >= 2);
        QCOMPARE(fixture::number(*r.db, u"SELECT count(*) FROM suppression"_s), 1);
        QCOMPARE(fixture::number(*r.db, u"SELECT count(*) FROM consent_event"_s), 1); // once, though listed twice
        QVERIFY(fixture::number(*r.db, u"SELECT poll_cursor FROM provider"_s) > 0);
    }

    // ---- lists

    void oneListAnswersForAllThatWait()
    {
        m_rig->factory.can.statusByList = true;
        m_rig->factory.can.statusById = false;
        Rig &r = sending(40);
        r.transport.script = [&](const domain::HttpRequest &q) {
            if (q.url != "list")
                return r.transport.usual(q);
            QByteArray lines;
            for (int i = 1; i <= 40; ++i)
                lines += "status SM" + QByteArray::number(i) + (i % 4 ? " delivered\n" : " undelivered\n");
            return answer(200, lines);
        };
        r.pass(5min, 5s);
        QCOMPARE(r.count(u"state = 'delivered'"_s), 30);
        QCOMPARE(r.count(u"state = 'undelivered'"_s), 10);
        QCOMPARE(r.transport.asked("status"), 0);
        QVERIFY2(r.transport.asked("list") < 20, QByteArray::number(r.transport.asked("list")));
    }

    // A million may have left since the oldest that waits.
    void aListIsReadToItsEndHoweverLong()
    {
        m_rig->factory.can.statusByList = true;
        m_rig->factory.can.inboundByList = true;
        Rig &r = sending(1);
        constexpr int pages = 700;
        r.transport.script = [&](const domain::HttpRequest &q) {
            if (!q.url.startsWith("list"))
                return r.transport.usual(q);
            const int page = q.url.mid(5).toInt();
            QByteArray lines;
            for (int i = 0; i < 20; ++i)
                lines += "status other" + QByteArray::number(page * 20 + i) + " delivered\n";
            if (page < pages)
                return answer(200, lines + "next " + QByteArray::number(page + 1));
            return answer(200, lines + "inbound IN1 " + Rig::number(5).toUtf8() + " STOP\nstatus SM1 delivered");
        };
        r.pass(30s, 10s);
        QCOMPARE(r.count(u"state = 'delivered'"_s), 1);
        QCOMPARE(fixture::number(*r.db, u"SELECT count(*) FROM suppression"_s), 1);
        QVERIFY(fixture::number(*r.db, u"SELECT poll_cursor FROM provider"_s) > 0);
    }

    // ---- routes

    void whatDoesNotGetThroughGoesByAnotherWay()
    {
        fixture::mustRun(*m_rig->db, u"INSERT INTO provider (id, kind, name, rate_per_second, in_flight, position,"
                                     " created_at, updated_at) VALUES (2, 'fake', 'Second', 0, 50, 1, 0, 0)"_s);
        Rig &r = sending(100);
        int asked = 0;
        bool down = true;
        r.transport.script = [&](const domain::HttpRequest &q) {
            if (q.url == "send" && q.body.endsWith("|1")) {
                ++asked;
                if (down)
                    return broken(Reached::NotConnected);
            }
            return r.transport.usual(q);
        };
        r.pass(2min, 1s);
        QCOMPARE(r.count(u"state = 'accepted' AND provider_id = 2"_s), 100);
        QVERIFY(r.count(u"attempts > 2"_s) == 0);
        // What comes later finds out when the first one answers again.
        down = false;
        asked = 0;
        r.addTemplate(u"Once more {{ first_name }}"_s, u"marketing"_s, 2);
        r.addCampaign(2, 60, u"sending"_s, 2);
        r.pass(5min, 1s);
        QCOMPARE(r.count(u"campaign_id = 2 AND state = 'accepted'"_s), 100);
        QVERIFY2(asked > 10, QByteArray::number(asked));
    }

    void aPausedProvidersMessagesGoByAnotherWay()
    {
        fixture::mustRun(*m_rig->db, u"INSERT INTO provider (id, kind, name, rate_per_second, in_flight, position,"
                                     " created_at, updated_at) VALUES (2, 'fake', 'Second', 0, 50, 1, 0, 0)"_s);
        Rig &r = sending(100);
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "send" && q.body.endsWith("|1") ? answer(401) : r.transport.usual(q);
        };
        r.pass(1min, 1s);
        QCOMPARE(r.count(u"state = 'accepted' AND provider_id = 2"_s), 100);
    }

    void aTestMessageGoesByTheProviderItTests()
    {
        fixture::mustRun(*m_rig->db, u"INSERT INTO provider (id, kind, name, rate_per_second, in_flight, position,"
                                     " created_at, updated_at) VALUES (2, 'fake', 'Second', 0, 50, 1, 0, 0)"_s);
        Rig &r = *m_rig;
        r.transport.script = [&](const domain::HttpRequest &q) {
            return q.url == "send" && q.body.endsWith("|1") ? broken(Reached::NotConnected) : r.transport.usual(q);
        };
        r.start();
        storage::SingleMessage test;
        test.origin = u"test"_s;
        test.addressCipher = r.vault.seal(Rig::number(1));
        test.addressIndex = r.vault.indexOf(Rig::number(1));
        test.provider = domain::ProviderId{1};
        test.body = u"A test"_s;
        test.dueAt = r.clock.now();
        QVERIFY(r.engine->messages().add(test, r.clock.now()));
        r.pass(1h, 10s);
        QCOMPARE(r.count(u"state = 'rejected' AND reason = 'not_sent' AND provider_id = 1"_s), 1);
    }

    void whatWaitsForAProviderKeepsNobodyBusy()
    {
        fixture::mustRun(*m_rig->db, u"INSERT INTO provider (id, kind, name, rate_per_second, in_flight, position,"
                                     " paused_reason, created_at, updated_at)"
                                     " VALUES (2, 'fake', 'Second', 0, 50, 1, 'configuration', 0, 0)"_s);
        Rig &r = *m_rig;
        r.start();
        storage::SingleMessage test;
        test.origin = u"test"_s;
        test.addressCipher = r.vault.seal(Rig::number(1));
        test.addressIndex = r.vault.indexOf(Rig::number(1));
        test.provider = domain::ProviderId{2};
        test.body = u"A test"_s;
        test.dueAt = r.clock.now();
        QVERIFY(r.engine->messages().add(test, r.clock.now()));
        r.settle();
        QCOMPARE(r.count(u"state = 'queued'"_s), 1);
        QVERIFY(!r.engine->dispatcher().nextWork(r.clock.now()));
        QVERIFY(r.engine->isIdle());
        fixture::mustRun(*r.db, u"UPDATE provider SET paused_reason = ''"_s);
        r.engine->refresh(engine::Topic::Providers);
        r.settle();
        QCOMPARE(r.count(u"state = 'accepted' AND provider_id = 2"_s), 1);
    }

    // ---- fairness

    void twoCampaignsShareTheRate()
    {
        fixture::mustRun(*m_rig->db, u"UPDATE provider SET rate_per_second = 10"_s);
        Rig &r = sending(300);
        r.addTemplate(u"Other {{ first_name }}"_s, u"marketing"_s, 2);
        r.addCampaign(2, 0, u"sending"_s, 2);
        r.flow(20s, 50ms);
        const int first = sentBy(1);
        const int second = sentBy(2);
        QVERIFY2(first + second > 60 && first + second < 600, QByteArray::number(first + second));
        QVERIFY2(std::abs(first - second) <= (first + second) / 10,
                 QByteArray::number(first) + " and " + QByteArray::number(second));
    }

    void transactionalMessagesGoBeforeMarketing()
    {
        fixture::mustRun(*m_rig->db, u"UPDATE provider SET rate_per_second = 10"_s);
        Rig &r = sending(100);
        r.flow(2s, 50ms);
        const int before = sentBy(1);
        QVERIFY(before > 0 && before < 100);
        r.addTemplate(u"Your order {{ first_name }}"_s, u"transactional"_s, 2);
        r.addCampaign(2, 0, u"sending"_s, 2);
        while (sentBy(2) < 50)
            r.flow(100ms, 50ms);
        QVERIFY2(sentBy(1) <= before + 3, QByteArray::number(sentBy(1) - before));
        r.flow(60s, 50ms);
        QCOMPARE(sentBy(1) + sentBy(2), 200);
    }
};

QTEST_GUILESS_MAIN(PromisesTest)
#include "tst_promises.moc"

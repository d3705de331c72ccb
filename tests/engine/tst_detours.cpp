#include "engine/client/queries.h"
#include "engine/simulatorrig.h"

using namespace Qt::StringLiterals;
using namespace rig;
using domain::Millis;

/// That messages go by another account than theirs is said, with their number, until theirs answers again.
class DetoursTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    std::unique_ptr<Rig> m_rig;
    int m_file = 0;

    engine::Dashboard board()
    {
        return engine::Queries(*m_rig->db, m_rig->vault, m_rig->clock.now()).dashboard().value();
    }
    qint64 number(const QString &sql) const { return fixture::number(*m_rig->db, sql); }
    /// How many left by the second account.
    qint64 bySecond() const
    {
        return number(u"SELECT count(*) FROM message WHERE provider_id = 2 AND accepted_at IS NOT NULL"_s);
    }
    void addSecond()
    {
        fixture::mustRun(*m_rig->db, u"INSERT INTO provider (id, kind, name, rate_per_second, in_flight, position,"
                                     " created_at, updated_at) VALUES (2, 'fake', 'Second account', 0, 50, 1, 0, 0);"
                                     "UPDATE provider SET name = 'Main account' WHERE id = 1"_s);
    }

private Q_SLOTS:
    void init() { m_rig = std::make_unique<Rig>(m_dir.filePath(QString::number(++m_file))); }
    void cleanup() { m_rig.reset(); }

    // Over real sockets: the first network stops to listen in the middle of a campaign, and listens again later.
    void theFirstGoesAndComesBack()
    {
        simulator::Options options;
        options.network.delivery = {Millis{0}, Millis{20}};
        simulator::Server first(options);
        simulator::Server second(options);
        QVERIFY(first.start());
        QVERIFY(second.start());
        addSecond();
        SimulatorRig wire(*m_rig);
        wire.addAccount(1, first);
        wire.addAccount(2, second);
        m_rig->addPeople(300);
        m_rig->addTemplate(u"Hello {{ first_name }}"_s, u"transactional"_s);
        wire.start();
        const auto until = [&](const std::function<bool()> &isSo) { return wire.until(isSo, Millis{200}); };
        m_rig->addCampaign();
        QVERIFY(until([&] { return first.statistics().sends >= 100; }));
        QVERIFY(board().detours.isEmpty());
        const domain::Instant wentAt = m_rig->clock.now();
        wire.setStanding(&first);
        simulator::Faults gone = first.faults();
        gone.refuse = true;
        first.setFaults(gone);
        QVERIFY(until([&] {
            return second.statistics().sends >= 100 && !board().detours.isEmpty() &&
                   board().detours.constFirst().instead.size() == 1;
        }));
        const engine::Detour seen = board().detours.constFirst();
        QCOMPARE(seen.name, u"Main account"_s);
        QVERIFY(!seen.isPaused);
        QVERIFY(seen.since >= wentAt && seen.since <= m_rig->clock.now());
        QCOMPARE(seen.instead.constFirst().name, u"Second account"_s);
        QVERIFY(seen.instead.constFirst().messages > 0);
        QVERIFY(until([&] {
            return number(u"SELECT count(*) FROM message WHERE state = 'queued' OR state = 'sending'"_s) == 0;
        }));
        // What stands there is what left by the other one, each counted once.
        QVERIFY(until([&] { return board().detours.constFirst().instead.constFirst().messages == bySecond(); }));
        gone.refuse = false;
        first.setFaults(gone);
        wire.setStanding(nullptr);
        m_rig->clock.advance(std::chrono::minutes(2)); // so long it is left alone at most
        m_rig->addTemplate(u"Are you there, {{ first_name }}?"_s, u"transactional"_s, 2);
        m_rig->addCampaign(2, 0, u"sending"_s, 2);
        QVERIFY(until([&] { return board().detours.isEmpty(); }));
    }

    void aRestartKeepsItUntilTheFirstAnswers()
    {
        addSecond();
        m_rig->addPeople(40);
        m_rig->addTemplate(u"Hello"_s, u"transactional"_s);
        bool isDown = true;
        m_rig->transport.script = [&](const domain::HttpRequest &request) {
            return isDown && request.body.endsWith("|1") ? broken(domain::Reached::NotConnected)
                                                         : m_rig->transport.usual(request);
        };
        m_rig->start();
        m_rig->addCampaign();
        m_rig->settle();
        m_rig->pass(std::chrono::minutes(10));
        QCOMPARE(bySecond(), 40);
        QCOMPARE(board().detours.size(), 1);
        QCOMPARE(board().detours.constFirst().instead.constFirst().messages, 40);
        const domain::Instant since = board().detours.constFirst().since;
        m_rig->engine.reset();
        m_rig->start();
        m_rig->settle();
        QCOMPARE(board().detours.constFirst().since, since);
        isDown = false;
        m_rig->addTemplate(u"Hello again"_s, u"transactional"_s, 2);
        m_rig->addCampaign(2, 0, u"sending"_s, 2);
        m_rig->settle();
        m_rig->pass(std::chrono::minutes(2));
        QVERIFY(board().detours.isEmpty());
        QCOMPARE(number(u"SELECT count(*) FROM provider_outage"_s) + number(u"SELECT count(*) FROM provider_detour"_s),
                 0);
    }

    void aPausedAccountIsSaidToo()
    {
        addSecond();
        m_rig->addPeople(10);
        m_rig->addTemplate(u"Hello"_s, u"transactional"_s);
        m_rig->start();
        fixture::mustRun(*m_rig->db,
                         u"UPDATE provider SET paused_reason = 'configuration', paused_at = 1 WHERE id = 1"_s);
        m_rig->engine->refresh(engine::Topic::Providers);
        m_rig->addCampaign();
        m_rig->settle();
        m_rig->pass(std::chrono::seconds(2), Millis{500});
        QCOMPARE(board().detours.size(), 1);
        QVERIFY(board().detours.constFirst().isPaused);
        QCOMPARE(board().detours.constFirst().instead.constFirst().messages, 10);
        fixture::mustRun(*m_rig->db, u"UPDATE provider SET paused_reason = '' WHERE id = 1"_s);
        QVERIFY(board().detours.isEmpty());
        // Switched off by a person is no trouble.
        fixture::mustRun(*m_rig->db,
                         u"UPDATE provider SET paused_reason = 'configuration', enabled = 0 WHERE id = 1"_s);
        QVERIFY(board().detours.isEmpty());
    }
};

QTEST_GUILESS_MAIN(DetoursTest)
#include "tst_detours.moc"

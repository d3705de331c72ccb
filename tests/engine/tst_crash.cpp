#include "engine/enginerig.h"

#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rig;
using domain::Reached;

namespace {

constexpr int people = 6;

/// What the provider knows, whatever becomes of the program: whose message it took, under which ids.
struct World
{
    QMap<QString, QStringList> taken;
    QMap<QString, int> asked; ///< requests read, by number

    void read(const QString &to)
    {
        ++asked[to];
        if (takes(to))
            taken[to] << u"SM%1-%2"_s.arg(to).arg(taken[to].size());
    }
    /// 1 is taken, 2 is taken and answered with a 500, 3 and 4 come through the second time only, 5 is lost on the way,
    /// 6 is refused.
    [[nodiscard]] bool takes(const QString &to) const
    {
        const int person = personOf(to);
        return person == 1 || person == 2 || ((person == 3 || person == 4) && asked[to] > 1);
    }
    [[nodiscard]] domain::HttpResponse answerTo(const domain::HttpRequest &request) const
    {
        const QString to = QString::fromUtf8(request.body.split('|').first());
        if (request.url == "send") {
            if (personOf(to) == 6)
                return answer(400, "no such number");
            if (personOf(to) == 5)
                return broken(Reached::RequestWritten);
            if (personOf(to) == 2)
                return answer(500);
            if (!takes(to))
                return personOf(to) == 3 ? answer(429) : broken(Reached::NotConnected);
            return answer(201, taken[to].last().toUtf8());
        }
        QByteArray lines;
        const auto about = [&](const QString &number) {
            for (const QString &id : taken.value(number))
                lines += "status " + id.toUtf8() + " delivered\n";
        };
        if (request.url.startsWith("doubt "))
            about(QString::fromUtf8(request.url.mid(6)));
        else if (request.url.startsWith("status SM"))
            lines = request.url + " delivered";
        return answer(200, lines);
    }
    static int personOf(const QString &to) { return to.right(4).toInt() - 1000; }
};

struct Moment
{
    QString what;
    QString folder;
    World world;
    domain::Instant at{};
};

} // namespace

/// The program dies at every moment a campaign has: after every transaction, and before and after every request is
/// read. Each moment's files are opened by a new engine, over a provider that knows what it knew then.
class CrashTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QList<Moment> m_moments;
    int m_made = 0; ///< folders
    World m_world;
    std::unique_ptr<Rig> m_rig;

    void die(const QString &what)
    {
        Moment moment{what, m_dir.filePath(QString::number(m_made++)), m_world, m_rig->clock.now()};
        QVERIFY(QDir().mkpath(moment.folder));
        for (const QString &suffix : {u""_s, u"-wal"_s})
            QVERIFY(QFile::copy(m_rig->db->path() + suffix, moment.folder + u"/w.db"_s + suffix));
        m_moments << moment;
    }

    // The hook is called after each commit, with no lock held. (It takes the place of the automatic checkpoint.)
    void dieAfterEachTransaction()
    {
        sqlite3_wal_hook(
            static_cast<sqlite3 *>(m_rig->db->nativeHandle()),
            [](void *self, sqlite3 *, const char *, int) {
                static_cast<CrashTest *>(self)->die(u"after a transaction"_s);
                return SQLITE_OK;
            },
            this);
    }

    static void serve(ScriptedTransport &transport, World &world)
    {
        transport.script = [&world](const domain::HttpRequest &request) { return world.answerTo(request); };
        transport.onSend = [&world](const domain::HttpRequest &request) {
            if (request.url == "send")
                world.read(QString::fromUtf8(request.body.split('|').first()));
        };
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_rig = std::make_unique<Rig>(m_dir.filePath(u"w.db"_s));
        Rig &r = *m_rig;
        r.addTemplate(u"Hello {{ first_name }}"_s);
        r.addPeople(people);
        r.start();
        r.addCampaign();
        serve(r.transport, m_world);
        r.transport.onSend = [this](const domain::HttpRequest &request) {
            if (request.url != "send")
                return;
            // The transaction before it was the claim: flushed to the disk (2 is FULL).
            QCOMPARE(fixture::number(*m_rig->db, u"PRAGMA synchronous"_s), 2);
            die(u"claimed, the request not read"_s);
            m_world.read(QString::fromUtf8(request.body.split('|').first()));
            die(u"the request read"_s);
        };
        dieAfterEachTransaction();
        r.pass(10min, 5s);
        QCOMPARE(r.campaignState(), u"completed"_s);
        m_rig.reset();
        QVERIFY(m_moments.size() > 20);
    }

    void everyMomentIsSurvived()
    {
        for (const Moment &moment : std::as_const(m_moments)) {
            const QByteArray where =
                "moment " + QDir(moment.folder).dirName().toLatin1() + ", " + moment.what.toLatin1();
            World world = moment.world;
            Rig r(moment.folder + u"/w.db"_s, false);
            r.clock.set(moment.at + 1s);
            serve(r.transport, world);
            r.start();
            r.settle();
            r.pass(15min, 5s);
            r.pass(2 * 24h, 1h);
            QCOMPARE(r.campaignState(), u"completed"_s);
            QVERIFY2(fixture::countersAgree(*r.db), where);
            QCOMPARE(r.count(u"1"_s), people);
            QCOMPARE(fixture::number(*r.db, u"SELECT count(*) FROM attempt WHERE finished_at IS NULL"_s), 0);
            for (int person = 1; person <= people; ++person) {
                const QStringList ids = world.taken.value(Rig::number(person));
                const QString state =
                    fixture::text(*r.db, u"SELECT state FROM message WHERE contact_id = %1"_s.arg(person));
                const QByteArray who = where + ": person " + QByteArray::number(person) + " is " + state.toLatin1() +
                                       ", taken " + QByteArray::number(ids.size()) + " times, asked " +
                                       QByteArray::number(world.asked.value(Rig::number(person)));
                QVERIFY2(ids.size() <= 1, who);
                // Whoever the provider took is known to be through; whoever it did not is in doubt or refused.
                if (ids.size() == 1)
                    QVERIFY2(state == u"delivered", who);
                else
                    QVERIFY2(state == u"uncertain" || (person == 6 && state == u"rejected"), who);
            }
        }
    }

    void aHalfWrittenAudienceIsWrittenOn()
    {
        constexpr int many = 900;
        m_moments.clear();
        m_rig = std::make_unique<Rig>(m_dir.filePath(u"many.db"_s));
        m_rig->addTemplate(u"Hello {{ first_name }}"_s);
        m_rig->addPeople(many);
        m_rig->start();
        QVERIFY(m_rig->engine->setPaused(true));
        m_rig->addCampaign();
        dieAfterEachTransaction();
        m_rig->settle();
        m_rig.reset();
        int halfWritten = 0;
        for (const Moment &moment : std::as_const(m_moments)) {
            Rig r(moment.folder + u"/w.db"_s, false);
            halfWritten += r.count(u"1"_s) > 0 && r.count(u"1"_s) < many;
            r.clock.set(moment.at + 1s);
            r.start();
            QVERIFY(r.engine->setPaused(false));
            r.settle();
            const QStringList to = r.transport.sentTo();
            QCOMPARE(to.size(), many);
            QCOMPARE(QSet<QString>(to.cbegin(), to.cend()).size(), many);
            QCOMPARE(r.count(u"state = 'accepted'"_s), many);
            QCOMPARE(r.campaignState(), u"completed"_s);
            QVERIFY(fixture::countersAgree(*r.db));
        }
        QVERIFY(halfWritten > 0);
    }
};

QTEST_GUILESS_MAIN(CrashTest)
#include "tst_crash.moc"

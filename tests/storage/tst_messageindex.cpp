#include "storage/core/shorthash.h"
#include "storage/messagefixture.h"
#include "storage/messages/messagestore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;
using namespace storage;
using fixture::number;

namespace {

const Instant t0 = fromMillis(1'800'000'000'000);
constexpr size_t small = 8; ///< entries in memory before they are merged

} // namespace

class MessageIndexTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Connection> m_db;
    std::unique_ptr<MessageIndex> m_index;

    /// A message that left to "a<address>" and has an attempt, which is open without a name.
    MessageId send(int address, const QString &name = {}, Instant at = t0)
    {
        auto &m = m_db->statement(
            "INSERT INTO message (origin, origin_id, occurrence, contact_id, channel, category, priority, state,"
            " address_index, due_at, day, attempts, provider_id, provider_message_id, created_at, claimed_at)"
            " VALUES ('test', 0, (SELECT count(*) FROM message), 0, 'sms', 'marketing', 2, 'sending', ?, 0, 0, 1, 7,"
            " ?, 0, ?)");
        m.bind(1, index(address)).bindOptional(2, name.isEmpty() ? std::nullopt : std::optional(name));
        m.bind(3, toMillis(at));
        require(m.exec());
        const MessageId id{m_db->lastInsertId()};
        auto &a = m_db->statement("INSERT INTO attempt (message_id, number, provider_id, reference, started_at,"
                                  " finished_at) VALUES (?, 1, 7, 'r', ?, ?)");
        a.bind(1, id.value).bind(2, toMillis(at));
        a.bindOptional(3, name.isEmpty() ? std::nullopt : std::optional(toMillis(at)));
        require(a.exec());
        const AttemptId attempt{m_db->lastInsertId()};
        m_index->noteLeft(index(address), at, id);
        if (!name.isEmpty())
            require(m_index->noteNamed(ProviderId{7}, name, id, attempt));
        return id;
    }
    static QByteArray index(int address) { return "a" + QByteArray::number(address); }
    template <class T>
    static void require(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
    }
    void mergeAll()
    {
        for (int i = 0; m_index->wantsMerge() && i < 100; ++i)
            require(m_index->merge(3));
        QVERIFY(!m_index->wantsMerge());
    }
    void restart()
    {
        m_index = std::make_unique<MessageIndex>(*m_db, small);
        require(m_index->load());
    }
    qint64 rows(const char *table) { return number(*m_db, u"SELECT count(*) FROM %1"_s.arg(QLatin1StringView(table))); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_db = fixture::workspaceDatabase(m_dir->filePath(u"w.db"_s));
        restart();
    }
    void cleanup()
    {
        m_index.reset();
        m_db.reset();
    }

    void isFoundFromMemoryFromTheBatchAndFromTheFile()
    {
        QList<MessageId> ids;
        for (int i = 0; i < int(small); ++i)
            ids << send(i, u"SM%1"_s.arg(i));
        const auto allAreFound = [&] {
            for (int i = 0; i < int(small); ++i) {
                QCOMPARE(m_index->leftTo(index(i), t0 - 1ms).size(), 1);
                QCOMPARE(m_index->leftTo(index(i), t0 - 1ms).first().value, ids[i].value);
                QCOMPARE(m_index->named(ProviderId{7}, u"SM%1"_s.arg(i)).size(), 1);
                QCOMPARE(m_index->named(ProviderId{7}, u"SM%1"_s.arg(i)).first().value, ids[i].value);
                QVERIFY(m_index->named(ProviderId{8}, u"SM%1"_s.arg(i)).isEmpty());
            }
        };
        QCOMPARE(rows("message_left"), 0);
        allAreFound();
        QVERIFY(m_index->wantsMerge());
        require(m_index->merge(5)); // a part of it
        QCOMPARE(rows("message_left"), 5);
        allAreFound();
        mergeAll();
        QCOMPARE(rows("message_left"), qint64(small));
        QCOMPARE(rows("message_named"), qint64(small));
        allAreFound();
        restart();
        QVERIFY(m_index->lastNamed(ProviderId{7}, u"SM1"_s).isEmpty()); // not read again
        allAreFound();
    }

    void whatNoTableHasIsReadAgainAfterACrash()
    {
        for (int i = 0; i < 5; ++i)
            send(i, u"SM%1"_s.arg(i));
        restart();
        QCOMPARE(m_index->leftTo(index(3), t0 - 1ms).size(), 1);
        QCOMPARE(m_index->named(ProviderId{7}, u"SM3"_s).size(), 1);
    }

    void aCrashInTheMiddleOfABatchLosesNothing()
    {
        for (int i = 0; i < int(small); ++i)
            send(i, u"SM%1"_s.arg(i));
        require(m_index->merge(5));
        restart();
        mergeAll();
        for (int i = 0; i < int(small); ++i)
            QCOMPARE(m_index->leftTo(index(i), t0 - 1ms).size(), 1);
        QCOMPARE(rows("message_left"), qint64(small));
    }

    void theMarkStaysBelowAnAttemptThatIsOpen()
    {
        send(0, u"SM0"_s);
        const MessageId open = send(1);
        const AttemptId attempt{number(*m_db, u"SELECT id FROM attempt WHERE message_id = %1"_s.arg(open.value))};
        for (int i = 2; i < int(small); ++i)
            send(i, u"SM%1"_s.arg(i));
        mergeAll();
        QCOMPARE(number(*m_db, u"SELECT merged_to FROM message_index"_s), attempt.value - 1);
        // Its answer comes after the batch, and then the crash.
        fixture::mustRun(*m_db, u"UPDATE message SET provider_message_id = 'late' WHERE id = %1"_s.arg(open.value));
        fixture::mustRun(*m_db, u"UPDATE attempt SET finished_at = 1 WHERE id = %1"_s.arg(attempt.value));
        require(m_index->noteNamed(ProviderId{7}, u"late"_s, open, attempt));
        restart();
        QCOMPARE(m_index->named(ProviderId{7}, u"late"_s).size(), 1);
    }

    void aNameThatNoAnswerGaveIsWrittenAtOnce()
    {
        const MessageId id = send(0);
        fixture::mustRun(*m_db, u"UPDATE message SET provider_message_id = 'told' WHERE id = %1"_s.arg(id.value));
        require(m_index->noteNamed(ProviderId{7}, u"told"_s, id, {}));
        QCOMPARE(rows("message_named"), 1);
        restart();
        QCOMPARE(m_index->named(ProviderId{7}, u"told"_s).size(), 1);
    }

    void onlyWhatLeftSinceIsGiven()
    {
        send(0, u"SM0"_s, t0);
        const MessageId later = send(0, u"SM1"_s, t0 + 1h);
        for (int merged = 0; merged < 2; ++merged) {
            QCOMPARE(m_index->leftTo(index(0), t0 - 1ms).size(), 2);
            QCOMPARE(m_index->leftTo(index(0), t0).size(), 1);
            QCOMPARE(m_index->leftTo(index(0), t0).first().value, later.value);
            QVERIFY(m_index->leftTo(index(0), t0 + 1h).isEmpty());
            require(m_index->merge(100));
        }
    }

    void oneNameForTwoMessagesStaysWithTheFirst()
    {
        const MessageId first = send(0, u"same"_s);
        for (int i = 1; i < int(small); ++i)
            send(i, u"SM%1"_s.arg(i));
        mergeAll();
        const MessageId second = send(20, u"same"_s); // memory does not know the first any more
        QVERIFY(m_index->named(ProviderId{7}, u"same"_s).first().value == first.value);
        for (int i = 21; i < 21 + int(small); ++i)
            send(i, u"SM%1"_s.arg(i));
        mergeAll();
        QCOMPARE(m_index->named(ProviderId{7}, u"same"_s).size(), 1);
        QCOMPARE(number(*m_db, u"SELECT count(*) FROM message WHERE provider_message_id = 'same'"_s), 1);
        QCOMPARE(number(*m_db, u"SELECT provider_message_id IS NULL FROM message WHERE id = %1"_s.arg(second.value)),
                 1);
    }

    void aFileOfBeforeIsTakenOver()
    {
        const QList<Migration> all = builtinMigrations();
        const auto created = Connection::create(m_dir->filePath(u"old.db"_s));
        require(created);
        Connection &old = **created;
        require(migrate(old, all.first(3)));
        fixture::mustRun(old, u"INSERT INTO message (id, origin, origin_id, occurrence, contact_id, channel, category,"
                              " priority, state, address_index, due_at, day, provider_id, provider_message_id,"
                              " created_at, claimed_at) VALUES"
                              " (1, 'test', 0, 1, 0, 'sms', 'marketing', 2, 'accepted', x'61', 0, 0, 7, 'SM1', 0, 50),"
                              " (2, 'test', 0, 2, 0, 'sms', 'marketing', 2, 'queued', x'61', 0, 0, 0, NULL, 0, NULL),"
                              " (3, 'test', 0, 3, 0, 'sms', 'marketing', 2, 'sending', x'62', 0, 0, 7, NULL, 0, 60)"_s);
        fixture::mustRun(old, u"INSERT INTO attempt (message_id, number, provider_id, reference, started_at,"
                              " finished_at) VALUES (1, 1, 7, 'r', 50, 51), (3, 1, 7, 'r', 60, NULL)"_s);
        require(migrate(old, all));
        QCOMPARE(number(old, u"SELECT merged_to FROM message_index"_s), 1); // the second is open
        QCOMPARE(number(old, u"SELECT count(*) FROM message_left"_s), 2);
        MessageIndex index(old);
        require(index.load());
        QCOMPARE(index.leftTo("a"_ba, fromMillis(0)), QList<MessageId>{MessageId{1}});
        QCOMPARE(index.leftTo("b"_ba, fromMillis(0)), QList<MessageId>{MessageId{3}});
        QCOMPARE(index.named(ProviderId{7}, u"SM1"_s), QList<MessageId>{MessageId{1}});
    }

    void theFunctionInSqlIsTheSame()
    {
        QCOMPARE(number(*m_db, u"SELECT short_hash('7:SM1')"_s), shortHash("7:SM1"));
        QCOMPARE(number(*m_db, u"SELECT short_hash(x'0001ff')"_s), shortHash(QByteArray("\x00\x01\xff", 3)));
        QCOMPARE(number(*m_db, u"SELECT short_hash(NULL) IS NULL"_s), 1);
        // Kept in files: another program has to find the same. SipHash-2-4 of nothing under a key of zeros.
        QCOMPARE(static_cast<quint64>(shortHash({})), Q_UINT64_C(0x1e924b9d737700d7));
    }
};

QTEST_APPLESS_MAIN(MessageIndexTest)
#include "tst_messageindex.moc"

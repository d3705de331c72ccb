#include "storage/core/connection.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using storage::Connection;

class ConnectionTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    QString path(const QString &name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void whatIsBoundIsRead()
    {
        auto db = Connection::create(path(u"a.db"_s));
        QVERIFY(db);
        QVERIFY((*db)->run(u"CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB, n TEXT) STRICT"_s));
        auto &insert = (*db)->statement("INSERT INTO t VALUES (?, ?, ?, ?, ?)");
        insert.bind(1, qint64(-7)).bind(2, 1.5).bind(3, u"Zoë \0x"_s).bind(4, "\0\1"_ba).bindNull(5);
        QVERIFY(insert.exec());
        QCOMPARE(insert.changes(), 1);
        auto &read = (*db)->statement("SELECT * FROM t");
        QVERIFY(read.next());
        QCOMPARE(read.integer(0), -7);
        QCOMPARE(read.real(1), 1.5);
        QCOMPARE(read.text(2), u"Zoë \0x"_s);
        QCOMPARE(read.blob(3), "\0\1"_ba);
        QVERIFY(read.isNull(4));
        QVERIFY(!read.next());
        QVERIFY(!read.failed());
    }

    void aFailedTransactionLeavesNothing()
    {
        auto db = Connection::create(path(u"b.db"_s));
        QVERIFY((*db)->run(u"CREATE TABLE t (i INTEGER UNIQUE) STRICT"_s));
        const auto result = (*db)->transaction(true, [&]() -> domain::Result<void> {
            if (auto first = (*db)->statement("INSERT INTO t VALUES (1)").exec(); !first)
                return first;
            return (*db)->statement("INSERT INTO t VALUES (1)").exec();
        });
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Conflict);
        auto &count = (*db)->statement("SELECT count(*) FROM t");
        QVERIFY(count.next());
        QCOMPARE(count.integer(0), 0);
    }

    void filesThatCannotBeOpenedSayWhy()
    {
        QCOMPARE(Connection::open(path(u"none.db"_s), Connection::Access::ReadWrite).error().code,
                 ErrorCode::FileMissing);
        QFile text(path(u"text.db"_s));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray("not a database at all, but long enough to have a header\n").repeated(40));
        text.close();
        QCOMPARE(Connection::open(text.fileName(), Connection::Access::ReadWrite).error().code,
                 ErrorCode::NotADatabase);
        QCOMPARE(Connection::create(text.fileName()).error().code, ErrorCode::Conflict);
    }

    void aReaderCannotWrite()
    {
        {
            auto db = Connection::create(path(u"c.db"_s));
            QVERIFY((*db)->run(u"CREATE TABLE t (i INTEGER) STRICT"_s));
        }
        auto reader = Connection::open(path(u"c.db"_s), Connection::Access::ReadOnly);
        QVERIFY(reader);
        QCOMPARE((*reader)->run(u"INSERT INTO t VALUES (1)"_s).error().code, ErrorCode::FileNotWritable);
    }

    void aBackupHoldsTheSameRows()
    {
        auto db = Connection::create(path(u"d.db"_s));
        QVERIFY((*db)->run(u"CREATE TABLE t (i INTEGER) STRICT; INSERT INTO t VALUES (42)"_s));
        QVERIFY((*db)->backupTo(path(u"d-copy.db"_s)));
        auto copy = Connection::open(path(u"d-copy.db"_s), Connection::Access::ReadOnly);
        auto &read = (*copy)->statement("SELECT i FROM t");
        QVERIFY(read.next());
        QCOMPARE(read.integer(0), 42);
        QCOMPARE((*db)->backupTo(path(u"d-copy.db"_s)).error().code, ErrorCode::Conflict);
    }

    void aTransactionWithinAnotherIsAPartOfIt()
    {
        QTemporaryDir dir;
        auto db = Connection::create(dir.filePath(QStringLiteral("parts.db")));
        QVERIFY(db);
        QVERIFY((*db)->run(QStringLiteral("CREATE TABLE t (a INTEGER PRIMARY KEY)")));
        const auto insert = [&](int value) {
            return (*db)->transaction(false, [&, value] {
                auto &s = (*db)->statement("INSERT INTO t (a) VALUES (?)");
                s.bind(1, value);
                return s.exec();
            });
        };
        const auto count = [&] {
            auto &s = (*db)->statement("SELECT count(*) FROM t");
            const qint64 rows = s.next() ? s.integer(0) : -1;
            s.finish();
            return rows;
        };
        QVERIFY((*db)->transaction(true, [&]() -> domain::Result<void> {
            if (auto first = insert(1); !first)
                return first;
            return insert(2);
        }));
        QCOMPARE(count(), 2);
        // Whoever overlooks that a part has failed keeps nothing of the rest either.
        const auto done = (*db)->transaction(true, [&]() -> domain::Result<void> {
            if (auto third = insert(3); !third)
                return third;
            (void)insert(1);
            return {};
        });
        QVERIFY(!done);
        QCOMPARE(done.error().code, domain::ErrorCode::Conflict);
        QCOMPARE(count(), 2);
        QVERIFY(insert(3)); // and the connection goes on
        QCOMPARE(count(), 3);
    }
};

QTEST_APPLESS_MAIN(ConnectionTest)
#include "tst_connection.moc"

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
};

QTEST_APPLESS_MAIN(ConnectionTest)
#include "tst_connection.moc"

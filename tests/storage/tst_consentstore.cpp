#include "storage/consent/consentstore.h"
#include "storage/messagefixture.h"
#include "storage/workspace/recordcheck.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace storage;

class ConsentStoreTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Connection> m_db;
    Vault m_vault{QByteArray(Vault::keyBytes, 'k')};

    void say(bool optOut, std::optional<Category> category = {})
    {
        ConsentStore store(*m_db, m_vault);
        ConsentEvent event;
        event.at = fromMillis(1'800'000'000'000);
        event.address = u"+12125550123"_s;
        event.category = category;
        event.optOut = optOut;
        event.source = u"inbound"_s;
        event.evidence = u"STOP"_s;
        const auto done = m_db->transaction(false, [&] { return store.append(event); });
        QVERIFY(done);
    }
    QString suppressed()
    {
        ConsentStore store(*m_db, m_vault);
        QString all;
        for (const Category c : {Category::Authentication, Category::Transactional, Category::Marketing})
            if (store.isSuppressed(u"+12125550123"_s, Channel::Sms, c))
                all += toText(c).at(0);
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_db = fixture::workspaceDatabase(m_dir->filePath(u"w.db"_s));
    }
    void cleanup() { m_db.reset(); }

    void stopHoldsForEveryCategoryUntilStart()
    {
        QCOMPARE(suppressed(), QString());
        say(true);
        say(true);
        QCOMPARE(suppressed(), u"atm"_s);
        say(false);
        QCOMPARE(suppressed(), QString());
        QCOMPARE(fixture::number(*m_db, u"SELECT count(*) FROM consent_event"_s), 3);
    }

    void aCategoryIsLeftAndJoinedAlone()
    {
        say(true, Category::Marketing);
        QCOMPARE(suppressed(), u"m"_s);
        say(true);
        say(false, Category::Transactional);
        QCOMPARE(suppressed(), u"am"_s);
        say(false);
        QCOMPARE(suppressed(), QString());
    }

    void aChangedLedgerShows_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<qint64>("broken");
        QTest::newRow("untouched") << u"SELECT 1"_s << qint64(0);
        QTest::newRow("action") << u"UPDATE consent_event SET action = 'opt_in' WHERE id = 2"_s << qint64(2);
        QTest::newRow("address") << u"UPDATE consent_event SET address_index = x'00' WHERE id = 1"_s << qint64(1);
        QTest::newRow("evidence") << u"UPDATE consent_event SET evidence = 'yes' WHERE id = 3"_s << qint64(3);
        QTest::newRow("removed") << u"DELETE FROM consent_event WHERE id = 2"_s << qint64(3);
    }
    void aChangedLedgerShows()
    {
        QFETCH(QString, change);
        QFETCH(qint64, broken);
        say(true);
        say(true, Category::Marketing);
        say(false);
        QVERIFY(storage::checkRecords(*m_db, m_vault));
        fixture::mustRun(*m_db, change);
        QCOMPARE(ConsentStore(*m_db, m_vault).firstBroken().value(), broken);
        QCOMPARE(storage::checkRecords(*m_db, m_vault).has_value(), broken == 0);
    }

    void aCounterThatIsWrongShows()
    {
        fixture::mustRun(*m_db, u"INSERT INTO counter VALUES (1, 0, 1, 0, 'sms', 'marketing', 'sent', '', 1, 1, 0)"_s);
        QCOMPARE(storage::checkRecords(*m_db, m_vault).error().code, ErrorCode::Damaged);
    }

    void anInboundMessageIsKeptOnce()
    {
        ConsentStore store(*m_db, m_vault);
        InboundMessage message;
        message.providerMessageId = u"SM7"_s;
        message.from = u"+12125550123"_s;
        message.body = u"STOP"_s;
        QVERIFY(*store.addInbound(ProviderId{1}, message, u"opt_out"_s, fromMillis(5)));
        QVERIFY(!*store.addInbound(ProviderId{1}, message, u"opt_out"_s, fromMillis(6)));
        QCOMPARE(fixture::number(*m_db, u"SELECT count(*) FROM inbound"_s), 1);
    }
};

QTEST_APPLESS_MAIN(ConsentStoreTest)
#include "tst_consentstore.moc"

#include "storage/messagefixture.h"
#include "storage/workspace/routestore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

/// Routes and prices come back as they were written, all of them or none.
class RouteStoreTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::Connection> m_db;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_db = fixture::workspaceDatabase(m_folder->filePath(u"w"_s));
        fixture::mustRun(*m_db, u"INSERT INTO provider (id, kind, name, created_at, updated_at) VALUES"
                                " (1, 'a', 'A', 0, 0), (2, 'b', 'B', 0, 0)"_s);
    }

    void cleanup()
    {
        m_db.reset();
        m_folder.reset();
    }

    void routesComeBackInTheirOrder()
    {
        storage::RouteStore store(*m_db);
        const Route first{Channel::Sms, u"GB"_s, Category::Marketing, 0, 3, ProviderId{2}, u"ACME"_s};
        const Route second{Channel::Sms, u"GB"_s, Category::Marketing, 1, 5, ProviderId{1}, u"+44700"_s};
        QVERIFY(store.replaceRoutes({second, first}));
        QCOMPARE(store.routes().value(), (QList<Route>{first, second}));
        QCOMPARE(store.routesBy(ProviderId{2}).value(), 1);
        QVERIFY(store.replaceRoutes({second}));
        QCOMPARE(store.routes().value(), QList<Route>{second});
        Route general;
        general.channel = Channel::WhatsApp;
        general.provider = ProviderId{1};
        QVERIFY(store.replaceRoutes({general}));
        QCOMPARE(store.routes().value(), QList<Route>{general});
    }

    void whatNamesNobodyIsNotWritten()
    {
        storage::RouteStore store(*m_db);
        Route route;
        route.provider = ProviderId{9};
        QCOMPARE(store.replaceRoutes({route}).error().code, ErrorCode::NotFound);
        route.provider = ProviderId{1};
        QCOMPARE(store.replaceRoutes({route, route}).error().code, ErrorCode::Conflict);
        Price price;
        price.provider = ProviderId{9};
        price.validFrom = QDate(2026, 1, 1);
        QCOMPARE(store.savePrices({price}).error().code, ErrorCode::NotFound);
    }

    void pricesComeBackAndGiveWayToNewerOnes()
    {
        storage::RouteStore store(*m_db);
        const Price old{ProviderId{2}, Channel::WhatsApp, u"DE"_s, Price::Unit::Segment, {7, u"EUR"_s}, {2026, 1, 2}};
        Price changed = old;
        changed.unit = Price::Unit::Message;
        changed.amount = {9, u"USD"_s};
        Price later = old;
        later.validFrom = QDate(2026, 3, 4);
        QVERIFY(store.savePrices({old}));
        QCOMPARE(store.prices().value(), QList<Price>{old});
        QVERIFY(store.savePrices({changed, later}));
        QCOMPARE(store.prices().value(), (QList<Price>{changed, later}));
        QCOMPARE(store.removePrices(ProviderId{2}).value(), 2);
        QVERIFY(store.prices().value().isEmpty());
    }

    void theyGoWithTheirAccount()
    {
        storage::RouteStore store(*m_db);
        Route route;
        route.provider = ProviderId{1};
        QVERIFY(store.replaceRoutes({route}));
        fixture::mustRun(*m_db, u"DELETE FROM provider WHERE id = 1"_s);
        QVERIFY(store.routes().value().isEmpty());
    }
};

QTEST_GUILESS_MAIN(RouteStoreTest)
#include "tst_routestore.moc"

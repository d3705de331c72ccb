#include "storage/consent/provideroptouts.h"
#include "storage/messagefixture.h"
#include "storage/templates/providertemplates.h"
#include "storage/templates/templatestore.h"
#include "storage/workspace/providercopies.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace storage;

class ProviderCopiesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<Connection> m_db;
    Vault m_vault{QByteArray(32, 'k')};
    int m_file = 0;

    static constexpr ProviderId one{1};
    static constexpr ProviderId other{2};

    static ProviderTemplate shipped()
    {
        ProviderTemplate t;
        t.id = u"4711"_s;
        t.name = u"order_shipped"_s;
        t.language = u"en_US"_s;
        t.category = u"UTILITY"_s;
        t.state = u"APPROVED"_s;
        t.reason = u"why"_s;
        t.body = u"Dear {{1}}"_s;
        t.named = true;
        t.headerParameters = QStringList{u"h"_s};
        t.bodyParameters = QStringList{u"1"_s, u"2"_s};
        t.buttonPositions = {1, 3};
        t.components = {{u"name"_s, u"order_shipped"_s}};
        return t;
    }

    void read(const QStringList &list, qint64 begunAt, ProviderId provider = one)
    {
        ProviderOptOuts store(*m_db, m_vault);
        QVERIFY(store.add(provider, Channel::Sms, list, fromMillis(begunAt), fromMillis(begunAt + 1)));
        while (store.letBack(provider, Channel::Sms, fromMillis(begunAt), fromMillis(begunAt + 2), 1).value() > 0) {
        }
    }

    bool isSuppressed(const QString &address)
    {
        return ConsentStore(*m_db, m_vault).isSuppressed(address, Channel::Sms, Category::Transactional);
    }

    void say(const QString &address, bool optOut, const QString &source)
    {
        ConsentEvent event;
        event.address = address;
        event.optOut = optOut;
        event.source = source;
        QVERIFY(ConsentStore(*m_db, m_vault).append(event));
    }

private Q_SLOTS:
    void init()
    {
        m_db = fixture::workspaceDatabase(m_dir.filePath(u"%1.helio"_s.arg(++m_file)));
        fixture::mustRun(*m_db, u"INSERT INTO provider (id, kind, name, created_at, updated_at)"
                                " VALUES (1, 'sns', 'A', 0, 0), (2, 'sns', 'B', 0, 0)"_s);
    }

    void aTemplateComesBackAsItWasKept()
    {
        ProviderTemplates store(*m_db);
        QVERIFY(store.replace(one, {shipped(), shipped()}));
        const auto all = store.all(one);
        QVERIFY(all);
        QCOMPARE(all->size(), 1);
        const ProviderTemplate &t = all->first();
        const ProviderTemplate expected = shipped();
        QCOMPARE(t.id, expected.id);
        QCOMPARE(t.name, expected.name);
        QCOMPARE(t.language, expected.language);
        QCOMPARE(t.category, expected.category);
        QCOMPARE(t.state, expected.state);
        QCOMPARE(t.reason, expected.reason);
        QCOMPARE(t.body, expected.body);
        QCOMPARE(t.named, expected.named);
        QCOMPARE(t.headerParameters, expected.headerParameters);
        QCOMPARE(t.bodyParameters, expected.bodyParameters);
        QCOMPARE(t.buttonPositions, expected.buttonPositions);
        QCOMPARE(t.components, expected.components);
        QVERIFY(store.all(other)->isEmpty());
    }

    void theWholeListReplacesTheCopy()
    {
        ProviderTemplates store(*m_db);
        ProviderTemplate second = shipped();
        second.language = u"de"_s;
        QVERIFY(store.replace(one, {shipped(), second}));
        QVERIFY(store.replace(other, {shipped()}));
        QVERIFY(store.replace(one, {second}));
        QCOMPARE(store.all(one)->size(), 1);
        QCOMPARE(store.all(one)->first().language, u"de"_s);
        QCOMPARE(store.all(other)->size(), 1);
    }

    void anEventChangesWhatItSays()
    {
        ProviderTemplates store(*m_db);
        QVERIFY(store.replace(one, {shipped()}));
        ProviderTemplate event;
        event.name = u"order_shipped"_s;
        event.language = u"en_US"_s;
        event.state = u"PAUSED"_s;
        QVERIFY(store.change(one, {event}));
        QCOMPARE(store.all(one)->first().state, u"PAUSED"_s);
        QCOMPARE(store.all(one)->first().reason, QString());
        QCOMPARE(store.all(one)->first().category, u"UTILITY"_s);
        event.state.clear();
        event.category = u"MARKETING"_s;
        QVERIFY(store.change(one, {event}));
        QCOMPARE(store.all(one)->first().state, u"PAUSED"_s);
        QCOMPARE(store.all(one)->first().category, u"MARKETING"_s);
        event.name = u"unheard_of"_s;
        QVERIFY(store.change(one, {event}));
        QCOMPARE(store.all(one)->size(), 1);
    }

    void aVersionKeepsWhatItIsSentAs()
    {
        TemplateStore store(*m_db);
        TemplateRecord record;
        record.name = u"Shipped"_s;
        record.channel = Channel::WhatsApp;
        TemplateVersion text;
        text.body = u"Your order has left"_s;
        text.provider = {u"order_shipped"_s, u"en_US"_s, {u"a"_s}, {u"b"_s, u"c"_s}, {u"d"_s}};
        record.current = {text};
        record.id = store.save(record, {}, {}, fromMillis(1)).value();
        auto saved = store.record(record.id);
        QCOMPARE(saved->current.size(), 1);
        QCOMPARE(saved->current.first().provider, text.provider);
        QCOMPARE(saved->current.first().number, 1);
        QVERIFY(store.save(*saved, {}, {}, fromMillis(2)));
        QCOMPARE(store.record(record.id)->current.first().number, 1); // nothing changed: no new version
        saved->current.first().provider.body = QStringList{u"b"_s, u"x"_s};
        QVERIFY(store.save(*saved, {}, {}, fromMillis(3)));
        QCOMPARE(store.record(record.id)->current.first().number, 2);
        QVERIFY(store.restore(store.versions(record.id)->last().id, {}, fromMillis(4)));
        QCOMPARE(store.record(record.id)->current.first().provider, text.provider);
    }

    void whoIsOnTheListIsSuppressed()
    {
        read({u"+15005550010"_s, u"+15005550011"_s}, 10);
        QVERIFY(isSuppressed(u"+15005550010"_s) && isSuppressed(u"+15005550011"_s));
        QVERIFY(!isSuppressed(u"+15005550012"_s));
        QCOMPARE(fixture::text(*m_db, u"SELECT DISTINCT source FROM consent_event"_s), u"provider"_s);
        read({u"+15005550010"_s, u"+15005550011"_s}, 20);
        QCOMPARE(fixture::number(*m_db, u"SELECT count(*) FROM consent_event"_s), 2); // said once
    }

    void whoIsGoneFromTheListIsLetBack()
    {
        read({u"+15005550010"_s, u"+15005550011"_s, u"+15005550012"_s}, 10);
        read({u"+15005550011"_s}, 20);
        QVERIFY(!isSuppressed(u"+15005550010"_s) && !isSuppressed(u"+15005550012"_s));
        QVERIFY(isSuppressed(u"+15005550011"_s));
        QCOMPARE(ConsentStore(*m_db, m_vault).firstBroken().value(), 0);
    }

    void whoSaidNoThemselvesStaysOut()
    {
        say(u"+15005550010"_s, true, u"inbound"_s); // before the list knew
        read({u"+15005550010"_s, u"+15005550011"_s}, 10);
        say(u"+15005550011"_s, true, u"inbound"_s); // and after
        read({}, 20);
        QVERIFY(isSuppressed(u"+15005550010"_s));
        QVERIFY(isSuppressed(u"+15005550011"_s));
    }

    void anOlderNoThatWasTakenBackDoesNotCount()
    {
        say(u"+15005550010"_s, true, u"inbound"_s);
        say(u"+15005550010"_s, false, u"person"_s);
        read({u"+15005550010"_s}, 10);
        QVERIFY(isSuppressed(u"+15005550010"_s));
        read({}, 20);
        QVERIFY(!isSuppressed(u"+15005550010"_s));
    }

    void whatTheProviderBlocksCannotBeAllowedHere()
    {
        read({u"+15005550010"_s}, 10);
        say(u"+15005550010"_s, false, u"person"_s);
        QVERIFY(!isSuppressed(u"+15005550010"_s));
        read({u"+15005550010"_s}, 20);
        QVERIFY(isSuppressed(u"+15005550010"_s));
    }

    void whoIsOnAnotherAccountsListStaysOut()
    {
        read({u"+15005550010"_s}, 10, one);
        read({u"+15005550010"_s}, 10, other);
        read({}, 20, one);
        QVERIFY(isSuppressed(u"+15005550010"_s));
        read({}, 20, other);
        QVERIFY(!isSuppressed(u"+15005550010"_s));
    }

    void aCopySaysHowOldItIs()
    {
        ProviderCopies store(*m_db);
        QVERIFY(store.note(one, ProviderCopy::Templates, fromMillis(5)));
        QVERIFY(store.note(one, ProviderCopy::Templates, fromMillis(9), u"HTTP 500"_s));
        QVERIFY(store.note(other, ProviderCopy::OptOuts, fromMillis(7), u"refused"_s));
        const auto all = store.all();
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->first().readAt, fromMillis(5));
        QCOMPARE(all->first().triedAt, fromMillis(9));
        QCOMPARE(all->first().problem, u"HTTP 500"_s);
        QCOMPARE(int(all->first().what), int(ProviderCopy::Templates));
        QCOMPARE(all->last().readAt, std::nullopt);
        QVERIFY(store.note(one, ProviderCopy::Templates, fromMillis(11)));
        QCOMPARE(store.all()->first().problem, QString());
    }

    void aProvidersCopiesGoWithIt()
    {
        QVERIFY(ProviderTemplates(*m_db).replace(one, {shipped()}));
        QVERIFY(ProviderCopies(*m_db).note(one, ProviderCopy::Templates, fromMillis(5)));
        read({u"+15005550010"_s}, 10);
        fixture::mustRun(*m_db, u"DELETE FROM provider WHERE id = 1"_s);
        for (const auto table : {"provider_template"_L1, "provider_copy"_L1, "provider_opt_out"_L1})
            QCOMPARE(fixture::number(*m_db, u"SELECT count(*) FROM "_s + table), 0);
    }
};

QTEST_APPLESS_MAIN(ProviderCopiesTest)
#include "tst_providercopies.moc"

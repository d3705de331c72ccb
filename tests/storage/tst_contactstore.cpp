#include "storage/contacts/contactstore.h"
#include "workspacefixture.h"

using namespace Qt::StringLiterals;
using domain::Channel;
using domain::Contact;
using domain::ContactId;
using domain::ErrorCode;
using domain::fromMillis;
using storage::ContactStore;

namespace {

Contact filled()
{
    Contact c;
    c.externalId = u"C-1"_s;
    c.kind = Contact::Kind::Company;
    c.firstName = u"Zoë"_s;
    c.lastName = u"Ång"_s;
    c.company = u"Café GmbH"_s;
    c.displayName = u"Café Zoë"_s;
    c.language = u"de-AT"_s;
    c.timeZone = u"Europe/Vienna"_s;
    c.country = u"AT"_s;
    c.group = u"Retail"_s;
    c.territory = u"North"_s;
    c.vip = true;
    c.leadSource = u"fair"_s;
    c.leadStage = u"won"_s;
    c.loyaltyTier = u"gold"_s;
    c.birthday = QDate(1980, 2, 29);
    c.anniversary = QDate(2001, 1, 2);
    c.customerSince = QDate(2010, 3, 4);
    c.lastPurchaseOn = QDate(2025, 5, 6);
    c.lastPurchaseMicros = -1'500'000;
    c.doNotDisturb = true;
    c.notes = u"likes\ncoffee"_s;
    c.attributes = {{u"size"_s, 42}, {u"newsletter"_s, true}, {u"pet"_s, u"cat"_s}};
    c.tags = {u"blue"_s, u"red"_s};
    c.addresses = {{Channel::Sms, u"+436641234567"_s, {}, u"AT"_s, u"MOBILE"_s, true, {}},
                   {Channel::WhatsApp, u"+436641234567"_s, {}, u"AT"_s, u"MOBILE"_s, false, u"unreachable"_s},
                   {Channel::Email, u"zoe@cafe.example"_s, {}, {}, {}, true, {}}};
    c.createdAt = fromMillis(11);
    return c;
}

} // namespace

class ContactStoreTest : public QObject
{
    Q_OBJECT

    static qint64 matches(const WorkspaceFixture &w, const QString &words)
    {
        return w.number(u"SELECT count(*) FROM contact_text WHERE contact_text MATCH '%1'"_s.arg(words));
    }
    // Every table kept beside the rows says what the rows say.
    static void verifyLookups(const WorkspaceFixture &w)
    {
        QCOMPARE(w.number(u"SELECT count(*) FROM (SELECT display_name, id FROM contact WHERE deleted_at IS NULL"
                          " EXCEPT SELECT display_name, contact_id FROM contact_name)"_s),
                 0);
        QCOMPARE(w.number(u"SELECT count(*) FROM contact_name"_s),
                 w.number(u"SELECT count(*) FROM contact WHERE deleted_at IS NULL"_s));
        QCOMPARE(w.number(u"SELECT count(*) FROM (SELECT address_index, channel, contact_id FROM contact_address"
                          " EXCEPT SELECT address_index, channel, contact_id FROM address_lookup)"_s),
                 0);
        QCOMPARE(w.number(u"SELECT count(*) FROM address_lookup"_s),
                 w.number(u"SELECT count(*) FROM contact_address"_s));
        QCOMPARE(
            w.number(
                u"SELECT count(*) FROM ("_s +
                u"SELECT 'all', '', (SELECT count(*) FROM contact WHERE deleted_at IS NULL) UNION ALL SELECT 'group',"
                " contact_group, count(*) FROM contact WHERE deleted_at IS NULL AND contact_group <> '' GROUP BY 2 "
                "UNION ALL"
                " SELECT 'territory', territory, count(*) FROM contact WHERE deleted_at IS NULL AND territory <> '' "
                "GROUP BY 2"
                " UNION ALL SELECT 'tag', CAST(tag_id AS TEXT), count(*) FROM contact_tag ct JOIN contact c ON c.id ="
                " ct.contact_id WHERE c.deleted_at IS NULL GROUP BY 2 EXCEPT SELECT * FROM contact_count"_s +
                u')'),
            0);
        QCOMPARE(w.number(u"SELECT count(*) FROM tail_lookup"_s),
                 w.number(u"SELECT count(DISTINCT contact_id || substr(address_tail, -4)) FROM contact_address WHERE"
                          " channel <> 'email'"_s));
    }

private Q_SLOTS:
    void aContactComesBackAsSaved()
    {
        WorkspaceFixture w;
        ContactStore store(w.db(), w.vault());
        Contact c = filled();
        c.id = store.save(c, fromMillis(22)).value();
        c.updatedAt = fromMillis(22);
        c.addresses[0].tail = c.addresses[1].tail = u"…4567"_s;
        c.addresses[2].tail = u"z…@cafe.example"_s;
        const auto read = store.contact(c.id, true);
        VERIFY_RESULT(read);
        QCOMPARE(read->addresses, c.addresses);
        QCOMPARE(*read, c);
        for (auto &address : c.addresses)
            address.value.clear();
        QCOMPARE(store.contact(c.id, false).value(), c);
        verifyLookups(w);
    }

    void anEmptyContactComesBackAsSaved()
    {
        WorkspaceFixture w;
        ContactStore store(w.db(), w.vault());
        Contact c;
        c.id = store.save(c, fromMillis(1)).value();
        c.createdAt = c.updatedAt = fromMillis(1);
        QCOMPARE(store.contact(c.id, true).value(), c);
        VERIFY_RESULT(store.save({}, fromMillis(1))); // no external id is no clash
    }

    void noAddressStandsInTheFileInClear()
    {
        WorkspaceFixture w;
        VERIFY_RESULT(ContactStore(w.db(), w.vault()).save(filled(), fromMillis(1)));
        VERIFY_RESULT(w.db().run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        QFile file(w.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("Café GmbH"));
        QVERIFY(!bytes.contains("6641234"));
        QVERIFY(!bytes.contains("zoe@"));
    }

    void savingAgainReplacesEverything()
    {
        WorkspaceFixture w;
        ContactStore store(w.db(), w.vault());
        Contact c = filled();
        c.id = store.save(c, fromMillis(1)).value();
        Contact other;
        other.id = c.id;
        other.firstName = u"Bo"_s;
        other.addresses = {{Channel::Sms, u"+12125550123"_s, {}, u"US"_s, {}, true, {}}};
        other.tags = {u"green"_s};
        VERIFY_RESULT(store.save(other, fromMillis(5)));
        const Contact read = store.contact(c.id, true).value();
        other.displayName = u"Bo"_s;
        other.createdAt = fromMillis(11);
        other.updatedAt = fromMillis(5);
        other.addresses[0].tail = u"…0123"_s;
        QCOMPARE(read, other);
        verifyLookups(w);
        QCOMPARE(matches(w, u"caf*"_s), 0);
        QCOMPARE(matches(w, u"bo"_s), 1);
        other.id = ContactId{99};
        QCOMPARE(store.save(other, {}).error().code, ErrorCode::NotFound);
    }

    void anAddressWithoutAValueStays()
    {
        WorkspaceFixture w;
        ContactStore store(w.db(), w.vault());
        const ContactId id = store.save(filled(), fromMillis(1)).value();
        Contact listed = store.contact(id, false).value();
        listed.addresses.removeLast();
        VERIFY_RESULT(store.save(listed, fromMillis(2)));
        const Contact read = store.contact(id, true).value();
        QCOMPARE(read.addresses.size(), 2);
        QCOMPARE(read.addresses[0].value, u"+436641234567"_s);
        verifyLookups(w);
    }

    void aContactIsFoundByExternalIdAndByAddress()
    {
        WorkspaceFixture w;
        ContactStore store(w.db(), w.vault());
        const ContactId id = store.save(filled(), fromMillis(1)).value();
        QCOMPARE(store.byExternalId(u"C-1"_s).value(), id);
        QCOMPARE(store.byExternalId(u"c-1"_s).value(), std::nullopt);
        QCOMPARE(store.byAddress(w.vault().indexOf(u"+436641234567")).value(), QList{id});
        QCOMPARE(store.byAddress(w.vault().indexOf(u"ZOE@cafe.example")).value(), QList{id});
        QCOMPARE(store.byAddress(w.vault().indexOf(u"+436641234568")).value(), QList<ContactId>());
        Contact twin;
        twin.externalId = u"C-1"_s;
        QCOMPARE(store.save(twin, {}).error().code, ErrorCode::Conflict);
    }

    void aDeletedContactIsGoneUntilItIsRestored()
    {
        WorkspaceFixture w;
        ContactStore store(w.db(), w.vault());
        const ContactId id = store.save(filled(), fromMillis(1)).value();
        VERIFY_RESULT(store.remove({id, id, ContactId{99}}, fromMillis(2)));
        QCOMPARE(store.contact(id, false).error().code, ErrorCode::NotFound);
        QCOMPARE(store.byExternalId(u"C-1"_s).value(), std::nullopt);
        QCOMPARE(store.byAddress(w.vault().indexOf(u"+436641234567")).value(), QList<ContactId>());
        verifyLookups(w);
        const ContactId twin = store.save(filled(), fromMillis(3)).value(); // its external id is free
        const auto restored =
            w.db().transaction(false, [&] { return store.restore({id}, fromMillis(4)); }); // undone with the rest
        QCOMPARE(restored.error().code, ErrorCode::Conflict);
        VERIFY_RESULT(store.remove({twin}, fromMillis(5)));
        VERIFY_RESULT(store.restore({id, id}, fromMillis(6)));
        QCOMPARE(store.contact(id, true).value().addresses.size(), 3);
        verifyLookups(w);
    }

    void tagsAreAddedAndRemovedInBulk()
    {
        WorkspaceFixture w;
        ContactStore store(w.db(), w.vault());
        const ContactId a = store.save(filled(), fromMillis(1)).value();
        const ContactId b = store.save({}, fromMillis(1)).value();
        VERIFY_RESULT(store.tag({a, b}, {u"RED"_s, u"new"_s}, {u"blue"_s}, fromMillis(9)));
        QCOMPARE(store.contact(a, false).value().tags, (QStringList{u"new"_s, u"red"_s}));
        QCOMPARE(store.contact(b, false).value().tags, (QStringList{u"new"_s, u"red"_s}));
        QCOMPARE(store.contact(b, false).value().updatedAt, fromMillis(9));
        verifyLookups(w);
    }

    void anUnreachableAddressIsMarkedOnItsChannelOnly()
    {
        WorkspaceFixture w;
        ContactStore store(w.db(), w.vault());
        const ContactId id = store.save(filled(), fromMillis(1)).value();
        const QByteArray index = w.vault().indexOf(u"+436641234567");
        VERIFY_RESULT(store.setUsable(index, Channel::Sms, false, u"30006"_s));
        VERIFY_RESULT(store.setUsable(index, Channel::WhatsApp, true, u"ignored"_s));
        const Contact c = store.contact(id, false).value();
        QVERIFY(!c.addresses[0].usable);
        QCOMPARE(c.addresses[0].unusableReason, u"30006"_s);
        QVERIFY(c.addresses[1].usable);
        QCOMPARE(c.addresses[1].unusableReason, QString());
    }

    void namesAreFoundByWordBeginningsWithoutAccents()
    {
        WorkspaceFixture w;
        VERIFY_RESULT(ContactStore(w.db(), w.vault()).save(filled(), fromMillis(1)));
        for (const QString &words : {u"caf*"_s, u"cafe zoe"_s, u"gmb*"_s, u"\"C-1\""_s})
            QCOMPARE(matches(w, words), 1);
        QCOMPARE(matches(w, u"afe*"_s), 0);
    }
};

QTEST_GUILESS_MAIN(ContactStoreTest)
#include "tst_contactstore.moc"

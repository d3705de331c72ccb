#include "storage/contacts/contactimport.h"
#include "storage/contacts/contactstore.h"
#include "storage/contacts/importpublisher.h"
#include "workspacefixture.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace storage;
using domain::Channel;
using domain::Contact;
using domain::fromMillis;

namespace {

Contact person(const QString &externalId, const QString &name, const QString &phone)
{
    Contact c;
    c.externalId = externalId;
    c.firstName = name;
    if (!phone.isEmpty())
        c.addresses = {{Channel::Sms, phone, {}, u"US"_s, u"MOBILE"_s, true, {}}};
    return c;
}

QString phone(int i) { return u"+1212555%1"_s.arg(i, 4, 10, QChar(u'0')); }

} // namespace

class ContactImportTest : public QObject
{
    Q_OBJECT

    static domain::Result<void> publish(const WorkspaceFixture &w)
    {
        if (auto prepared = ImportStage::prepare(w.path()); !prepared)
            return prepared;
        ImportPublisher publisher(w.db(), w.vault());
        if (auto begun = publisher.begin(fromMillis(50)); !begun)
            return begun;
        for (;;) {
            const auto over = publisher.step();
            if (!over)
                return tl::unexpected(over.error());
            if (*over)
                return {};
        }
    }
    // Everything that is kept beside the contacts says what they say.
    static QString disagreement(const WorkspaceFixture &w)
    {
        const QString checks[] = {
            u"SELECT display_name, id FROM contact WHERE deleted_at IS NULL EXCEPT SELECT display_name, contact_id FROM"
            " contact_name"_s,
            u"SELECT display_name, contact_id FROM contact_name EXCEPT SELECT display_name, id FROM contact"_s,
            u"SELECT external_id, id FROM contact WHERE external_id IS NOT NULL EXCEPT SELECT external_id, contact_id"
            " FROM external_lookup"_s,
            u"SELECT external_id, contact_id FROM external_lookup EXCEPT SELECT external_id, id FROM contact"_s,
            u"SELECT address_index, channel, contact_id FROM contact_address EXCEPT SELECT * FROM address_lookup"_s,
            u"SELECT * FROM address_lookup EXCEPT SELECT address_index, channel, contact_id FROM contact_address"_s,
            u"SELECT 'all', '', (SELECT count(*) FROM contact WHERE deleted_at IS NULL) UNION ALL SELECT 'group',"
            " contact_group, count(*) FROM contact WHERE deleted_at IS NULL AND contact_group <> '' GROUP BY 2 UNION "
            "ALL"
            " SELECT 'territory', territory, count(*) FROM contact WHERE deleted_at IS NULL AND territory <> '' GROUP "
            "BY 2"
            " UNION ALL SELECT 'tag', CAST(tag_id AS TEXT), count(*) FROM contact_tag ct JOIN contact c ON c.id ="
            " ct.contact_id WHERE c.deleted_at IS NULL GROUP BY 2 EXCEPT SELECT * FROM contact_count"_s,
            u"SELECT substr(address_tail, -4), contact_id FROM contact_address WHERE channel <> 'email' EXCEPT SELECT *"
            " FROM tail_lookup"_s};
        for (const QString &check : checks)
            if (w.number(u"SELECT count(*) FROM (%1)"_s.arg(check)) != 0)
                return check;
        return {};
    }

private Q_SLOTS:
    void importedContactsComeBackAsGiven()
    {
        WorkspaceFixture w;
        auto import = ContactImport::create(w.db(), w.vault(), ImportPolicy::Skip);
        VERIFY_RESULT(import);
        Contact c = person(u"C-1"_s, u"Zoë"_s, phone(1));
        c.kind = Contact::Kind::Company;
        c.lastName = u"Ång"_s;
        c.company = u"Café"_s;
        c.displayName = u"Shown"_s;
        c.language = u"de"_s;
        c.timeZone = u"Europe/Vienna"_s;
        c.country = u"AT"_s;
        c.group = u"g"_s;
        c.territory = u"t"_s;
        c.vip = true;
        c.leadSource = u"ls"_s;
        c.leadStage = u"lst"_s;
        c.loyaltyTier = u"lt"_s;
        c.birthday = QDate(1980, 2, 29);
        c.anniversary = QDate(2001, 1, 2);
        c.customerSince = QDate(2010, 3, 4);
        c.lastPurchaseOn = QDate(2025, 5, 6);
        c.lastPurchaseMicros = 7;
        c.doNotDisturb = true;
        c.notes = u"n"_s;
        c.attributes = {{u"a"_s, 1}};
        c.tags = {u"blue"_s, u"red"_s};
        c.addresses.append({Channel::Email, u"z@cafe.example"_s, {}, {}, {}, true, {}});
        QCOMPARE((*import)->add(c).value(), ImportOutcome::Added);
        QCOMPARE(w.number(u"SELECT count(*) FROM contact"_s), 0); // nothing before the end
        VERIFY_RESULT((*import)->close());
        VERIFY_RESULT(publish(w));
        const auto id = ContactStore(w.db(), w.vault()).byExternalId(u"C-1"_s).value();
        QVERIFY(id);
        c.id = *id;
        c.createdAt = c.updatedAt = fromMillis(50);
        c.addresses[0].tail = u"…0001"_s;
        c.addresses[1].tail = u"z…@cafe.example"_s;
        QCOMPARE(ContactStore(w.db(), w.vault()).contact(*id, true).value(), c);
        QCOMPARE(disagreement(w), QString());
        QVERIFY(!QFile::exists(ImportStage::pathFor(w.path())));

        ContactStore store(w.db(), w.vault());
        QCOMPARE(w.number(u"SELECT count(*) FROM contact_text WHERE contact_text MATCH 'caf*'"_s), 0);
        QCOMPARE(store.indexPendingText(10).value(), 1);
        QCOMPARE(store.indexPendingText(10).value(), 0);
        QCOMPARE(w.number(u"SELECT count(*) FROM contact_text WHERE contact_text MATCH 'caf*'"_s), 1);
    }

    void duplicatesFollowThePolicy_data()
    {
        QTest::addColumn<ImportPolicy>("policy");
        QTest::addColumn<QList<int>>("outcomes");
        QTest::addColumn<QString>("names");
        // Rows: new; the same id with a last name; the same number with a first name and nothing else; unknown.
        const auto out = [](auto... o) { return QList<int>{static_cast<int>(o)...}; };
        using enum ImportOutcome;
        QTest::newRow("skip") << ImportPolicy::Skip << out(Added, Skipped, Skipped, Added, Skipped) << u"Ann|Kit|Old"_s;
        QTest::newRow("update") << ImportPolicy::Update << out(Added, Updated, Updated, Added, Updated)
                                << u"Bea Lee|Kit|New"_s;
        QTest::newRow("fill") << ImportPolicy::Fill << out(Added, Updated, Unchanged, Added, Unchanged)
                              << u"Ann Lee|Kit|Old"_s;
    }
    void duplicatesFollowThePolicy()
    {
        QFETCH(ImportPolicy, policy);
        QFETCH(QList<int>, outcomes);
        QFETCH(QString, names);
        WorkspaceFixture w;
        ContactStore store(w.db(), w.vault());
        VERIFY_RESULT(store.save(person(u"old"_s, u"Old"_s, phone(9)), fromMillis(1)));
        auto import = ContactImport::create(w.db(), w.vault(), policy).value();
        Contact second = person(u"1"_s, {}, {});
        second.lastName = u"Lee"_s;
        QList<int> seen;
        for (const Contact &c : {person(u"1"_s, u"Ann"_s, phone(1)), second, person({}, u"Bea"_s, phone(1)),
                                 person({}, u"Kit"_s, phone(2)), person({}, u"New"_s, phone(9))})
            seen << static_cast<int>(import->add(c).value());
        QCOMPARE(seen, outcomes);
        VERIFY_RESULT(import->close());
        import.reset();
        VERIFY_RESULT(publish(w));
        QStringList found;
        auto &s = w.db().statement("SELECT c.display_name FROM contact_name n JOIN contact c ON c.id = n.contact_id"
                                   " ORDER BY n.display_name");
        while (s.next())
            found << s.text(0);
        found.sort();
        QStringList wanted = names.split(u'|');
        wanted.sort();
        QCOMPARE(found, wanted);
        QCOMPARE(disagreement(w), QString());
    }

    void anImportThatIsDroppedLeavesNothing()
    {
        WorkspaceFixture w;
        {
            auto import = ContactImport::create(w.db(), w.vault(), ImportPolicy::Update).value();
            for (int i = 0; i < 100; ++i)
                VERIFY_RESULT(import->add(person(QString::number(i), u"x"_s, phone(i))));
        }
        ImportStage::remove(w.path());
        QCOMPARE(w.number(u"SELECT count(*) FROM contact"_s), 0);
        QCOMPARE(w.number(u"SELECT count(*) FROM contact_name"_s), 0);
        QVERIFY(!QFile::exists(ImportStage::pathFor(w.path())));
    }

    void aContactSavedMeanwhileKeepsItsIds()
    {
        WorkspaceFixture w;
        ContactStore store(w.db(), w.vault());
        auto import = ContactImport::create(w.db(), w.vault(), ImportPolicy::Skip).value();
        for (int i = 0; i < 700; ++i)
            VERIFY_RESULT(import->add(person(QString::number(i), u"x"_s, phone(i))));
        VERIFY_RESULT(import->close());
        import.reset();
        VERIFY_RESULT(ImportStage::prepare(w.path()));
        {
            ImportPublisher publisher(w.db(), w.vault());
            VERIFY_RESULT(publisher.begin(fromMillis(2)));
            VERIFY_RESULT(publisher.step());
            const auto mine = store.save(person(u"5"_s, u"Mine"_s, {}), fromMillis(3));
            VERIFY_RESULT(mine);
            while (!publisher.step().value()) {
            }
            QCOMPARE(store.contact(*mine, false).value().firstName, u"Mine"_s);
            QCOMPARE(store.byExternalId(u"5"_s).value(), *mine);
        }
        QCOMPARE(w.number(u"SELECT count(*) FROM contact"_s), 701);
    }

    // Killed at any piece of the publishing, the next opening brings it to its end; killed before, nothing is left.
    void aKilledImportIsWholeOrNothing_data()
    {
        QTest::addColumn<int>("pieces");
        QTest::newRow("while staging") << -2;
        QTest::newRow("when sorted") << -1;
        for (const int pieces : {0, 1, 3, 5, 7, 9, 12})
            QTest::addRow("after piece %d", pieces) << pieces;
    }
    void aKilledImportIsWholeOrNothing()
    {
        QFETCH(int, pieces);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"w.helio"_s);
        const QByteArray key(32, 'k');
        constexpr int many = 1200;
        {
            auto file = WorkspaceFile::create(path, {{}, u"T"_s, u"US"_s, u"UTC"_s, u"USD"_s, false}, key);
            QVERIFY(file);
            VERIFY_RESULT(
                ContactStore(file->connection(), file->vault()).save(person(u"7"_s, u"Before"_s, {}), fromMillis(1)));
        }
        const pid_t child = fork();
        if (child == 0) {
            auto file = WorkspaceFile::open(path, key, Connection::Access::ReadWrite);
            auto import = ContactImport::create(file->connection(), file->vault(), ImportPolicy::Update).value();
            for (int i = 0; i < many; ++i)
                if (!import->add(person(QString::number(i), u"Imported"_s, phone(i))))
                    _exit(1);
            if (pieces == -2)
                raise(SIGKILL);
            (void)import->close();
            import.reset();
            if (!ImportStage::prepare(path))
                _exit(2);
            if (pieces == -1)
                raise(SIGKILL);
            ImportPublisher publisher(file->connection(), file->vault());
            if (!publisher.begin(fromMillis(9)))
                _exit(3);
            for (int i = 0; i < pieces; ++i)
                (void)publisher.step();
            raise(SIGKILL);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        auto file = WorkspaceFile::open(path, key, Connection::Access::ReadWrite);
        QVERIFY(file);
        auto &count = file->connection().statement("SELECT count(*), count(*) FILTER (WHERE first_name = 'Imported')"
                                                   " FROM contact");
        QVERIFY(count.next());
        QCOMPARE(count.integer(0), pieces < 0 ? 1 : many);
        QCOMPARE(count.integer(1), pieces < 0 ? 0 : many);
        count.finish();
        QVERIFY(!QFile::exists(ImportStage::pathFor(path)));
        auto &names = file->connection().statement("SELECT count(*) FROM contact_name");
        QVERIFY(names.next());
        QCOMPARE(names.integer(0), pieces < 0 ? 1 : many);
    }

    void aKeyMapFindsWhatWasPutIn()
    {
        KeyMap map;
        for (quint32 i = 1; i <= 10'000; ++i)
            map.insert(quint64(i) * 7, i);
        map.insert(7, 99);
        QCOMPARE(map.find(7), 1u);
        QCOMPARE(map.find(70'000), 10'000u);
        QCOMPARE(map.find(8), 0u);
        map.insert(0, 5);
        QCOMPARE(map.find(0), 5u);
    }
};

QTEST_GUILESS_MAIN(ContactImportTest)
#include "tst_contactimport.moc"

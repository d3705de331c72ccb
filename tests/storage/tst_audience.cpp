#include "storage/contacts/audience.h"
#include "storage/contacts/contactstore.h"
#include "workspacefixture.h"

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using storage::compileAudience;

class AudienceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConditionMeansThesePeople_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("names");
        QTest::newRow("empty text") << QString() << u"Ann Bob Cid Dee"_s;
        QTest::newRow("everybody") << u"{}"_s << u"Ann Bob Cid Dee"_s;
        QTest::newRow("tag") << u"{\"tags\":{\"contains\":\"red\"}}"_s << u"Ann Bob"_s;
        QTest::newRow("tag without case") << u"{\"tags\":{\"contains\":\"RED\"}}"_s << u"Ann Bob"_s;
        QTest::newRow("unknown tag") << u"{\"tags\":{\"contains\":\"green\"}}"_s << QString();
        QTest::newRow("group") << u"{\"group\":\"Retail\"}"_s << u"Ann Cid"_s;
        QTest::newRow("no group") << u"{\"group\":\"\"}"_s << u"Bob Dee"_s;
        QTest::newRow("territory") << u"{\"territory\":\"North\"}"_s << u"Ann Dee"_s;
        QTest::newRow("both keys") << u"{\"group\":\"Retail\",\"territory\":\"North\"}"_s << u"Ann"_s;
        QTest::newRow("and") << u"{\"$and\":[{\"group\":\"Retail\"},{\"$and\":[{\"tags\":{\"contains\":\"red\"}}]}]}"_s
                             << u"Ann"_s;
        QTest::newRow("empty and") << u"{\"$and\":[]}"_s << u"Ann Bob Cid Dee"_s;
        QTest::newRow("a quote is a value") << u"{\"group\":\"' OR 1=1 --\"}"_s << QString();
    }
    void aConditionMeansThesePeople()
    {
        QFETCH(QString, json);
        QFETCH(QString, names);
        WorkspaceFixture w;
        storage::ContactStore store(w.db(), w.vault());
        struct Person
        {
            QString name, group, territory;
            QStringList tags;
        };
        const QList<Person> people{{u"Ann"_s, u"Retail"_s, u"North"_s, {u"red"_s, u"blue"_s}},
                                   {u"Bob"_s, {}, u"South"_s, {u"red"_s}},
                                   {u"Cid"_s, u"Retail"_s, {}, {}},
                                   {u"Dee"_s, {}, u"North"_s, {}},
                                   {u"Gone"_s, u"Retail"_s, u"North"_s, {u"red"_s}}};
        domain::ContactId last;
        for (const Person &person : people) {
            domain::Contact c;
            c.firstName = person.name;
            c.group = person.group;
            c.territory = person.territory;
            c.tags = person.tags;
            last = store.save(c, {}).value();
        }
        VERIFY_RESULT(store.remove({last}, {}));
        const auto audience = compileAudience(json);
        VERIFY_RESULT(audience);
        auto &s = w.db().statement(u"SELECT c.display_name FROM contact c WHERE %1 ORDER BY 1"_s.arg(audience->where));
        for (int i = 0; i < audience->values.size(); ++i)
            s.bind(i + 1, audience->values[i]);
        QStringList found;
        while (s.next())
            found << s.text(0);
        QVERIFY(!s.failed());
        QCOMPARE(found.join(u' '), names);
    }

    void whatIsNotUnderstoodNamesItsPlace_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("no JSON") << u"{"_s << u"byte 1"_s;
        QTest::newRow("a list") << u"[]"_s << u"byte 0"_s;
        QTest::newRow("unknown field") << u"{\"shoe\":1}"_s << u"shoe"_s;
        QTest::newRow("unknown operator") << u"{\"tags\":{\"starts\":\"a\"}}"_s << u"tags"_s;
        QTest::newRow("no text") << u"{\"group\":5}"_s << u"group"_s;
        QTest::newRow("deep") << u"{\"$and\":[{},{\"territory\":null}]}"_s << u"$and[1].territory"_s;
        QTest::newRow("and of a text") << u"{\"$and\":[\"x\"]}"_s << u"$and[0]"_s;
        QTest::newRow("endless") << u"{\"$and\":[{\"$and\":["_s.repeated(40) + u"]}"_s.repeated(80) << u""_s;
    }
    void whatIsNotUnderstoodNamesItsPlace()
    {
        QFETCH(QString, json);
        QFETCH(QString, place);
        const auto audience = compileAudience(json);
        QVERIFY(!audience);
        QCOMPARE(audience.error().code, ErrorCode::InvalidInput);
        if (!place.isEmpty())
            QCOMPARE(audience.error().place, place);
    }
};

QTEST_GUILESS_MAIN(AudienceTest)
#include "tst_audience.moc"

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
        QTest::newRow("and of everybody") << u"{\"$and\":[{}]}"_s << u"Ann Bob Cid Dee"_s;
        QTest::newRow("or") << u"{\"$or\":[{\"territory\":\"South\"},{\"tags\":{\"contains\":\"blue\"}}]}"_s
                            << u"Ann Bob"_s;
        QTest::newRow("not") << u"{\"$not\":{\"tags\":{\"contains\":\"red\"}}}"_s << u"Cid Dee"_s;
        QTest::newRow("expression") << u"doc.group == 'Retail' and 'red' not in doc.tags"_s << u"Cid"_s;
        QTest::newRow("missing") << u"{\"territory\":{\"exists\":false}}"_s << u"Cid"_s;
        QTest::newRow("one of") << u"{\"group\":{\"in\":[\"Retail\",\"Trade\"]}}"_s << u"Ann Cid"_s;
        QTest::newRow("number of tags") << u"len(doc.tags) == 2"_s << u"Ann"_s;
        QTest::newRow("today") << u"doc.created_at < now_datetime() and add_days(today(), 1) > today()"_s << QString();
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
        const auto audience = compileAudience(w.db(), json, {});
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
        QTest::newRow("no JSON") << u"{"_s << u"line 1, column 2"_s;
        QTest::newRow("a list") << u"[]"_s << u"line 1, column 1"_s;
        QTest::newRow("unknown field") << u"{\"shoe\":1}"_s << u"line 1, column 2"_s;
        QTest::newRow("unknown operator") << u"{\"tags\":{\"starts\":\"a\"}}"_s << u"line 1, column 10"_s;
        QTest::newRow("no text") << u"{\"group\":5}"_s << u"line 1, column 10"_s;
        QTest::newRow("deep") << u"{\"$and\":[{},\n {\"territory\":8}]}"_s << u"line 2, column 15"_s;
        QTest::newRow("and of a text") << u"{\"$and\":[\"x\"]}"_s << u"line 1, column 10"_s;
        QTest::newRow("expression") << u"doc.teritory == 'x'"_s << u"line 1, column 5"_s;
        QTest::newRow("endless") << u"{\"$and\":[{\"$and\":["_s.repeated(40) + u"]}"_s.repeated(80) << u""_s;
    }
    void whatIsNotUnderstoodNamesItsPlace()
    {
        QFETCH(QString, json);
        QFETCH(QString, place);
        WorkspaceFixture w;
        const auto audience = compileAudience(w.db(), json, {});
        QVERIFY(!audience);
        QCOMPARE(audience.error().code, ErrorCode::InvalidInput);
        if (!place.isEmpty())
            QCOMPARE(audience.error().place, place);
    }
};

QTEST_GUILESS_MAIN(AudienceTest)
#include "tst_audience.moc"

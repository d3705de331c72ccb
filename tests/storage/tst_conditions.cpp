#include "storage/conditionmaker.h"
#include "storage/postgresserver.h"

#include "storage/conditions/conditioncompiler.h"
#include "storage/conditions/contactcolumns.h"
#include "storage/conditions/postgresdialect.h"
#include "storage/conditions/sqlitedialect.h"
#include "storage/contacts/contactstore.h"
#include "workspacefixture.h"

#include <QJsonDocument>
#include <QSqlRecord>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr int contacts = 40;
constexpr int trees = 20'000;
constexpr int batch = 40; // conditions a query
const QString zone = u"America/New_York"_s;

char letterOf(Truth truth) { return truth == Truth::Unknown ? '?' : truth == Truth::True ? 'T' : 'f'; }

ConditionTime timeOfRun() { return {QDate(2025, 6, 15), QDateTime(QDate(2025, 6, 15), QTime(10, 30), Qt::UTC)}; }

/// The tables of a workspace that conditions read, as PostgreSQL has them.
const char *const postgresSchema[] = {
    "CREATE TABLE contact (id bigint PRIMARY KEY, external_id text, kind text NOT NULL, first_name text NOT NULL,"
    " last_name text NOT NULL, company text NOT NULL, display_name text NOT NULL, language text NOT NULL,"
    " time_zone text NOT NULL, country text NOT NULL, contact_group text NOT NULL, territory text NOT NULL,"
    " vip smallint NOT NULL, lead_source text NOT NULL, lead_stage text NOT NULL, loyalty_tier text NOT NULL,"
    " birthday date, anniversary date, customer_since date, last_purchase_on date, last_purchase_micros bigint,"
    " do_not_disturb smallint NOT NULL, notes text NOT NULL, attributes jsonb NOT NULL, created_at bigint NOT NULL,"
    " updated_at bigint NOT NULL)",
    "CREATE TABLE tag (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE)",
    "CREATE TABLE contact_tag (contact_id bigint, tag_id bigint, PRIMARY KEY (contact_id, tag_id))",
    "CREATE TABLE contact_address (contact_id bigint, channel text, usable smallint NOT NULL,"
    " PRIMARY KEY (contact_id, channel))"};

QVariant dateText(QDate date) { return date.isValid() ? QVariant(date.toString(Qt::ISODate)) : QVariant(); }

} // namespace

class ConditionsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WorkspaceFixture> m_workspace;
    std::unique_ptr<PostgresServer> m_server;
    QList<Contact> m_contacts;

    void exec(const QString &sql, const QVariantList &values)
    {
        QSqlQuery query(m_server->database());
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("%s", qUtf8Printable(query.lastError().text()));
    }

    void copyToPostgres(const Contact &c)
    {
        exec(u"INSERT INTO contact VALUES "
             u"(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?::date,?::date,?::date,?::date,?,?,?,?::jsonb,"
             "?,?)"_s,
             {c.id.value,
              c.externalId.isEmpty() ? QVariant() : QVariant(c.externalId),
              c.kind == Contact::Kind::Company ? u"company"_s : u"person"_s,
              c.firstName,
              c.lastName,
              c.company,
              displayNameOf(c),
              c.language,
              c.timeZone + u""_s,
              c.country,
              c.group,
              c.territory,
              c.vip ? 1 : 0,
              c.leadSource,
              c.leadStage + u""_s,
              c.loyaltyTier,
              dateText(c.birthday),
              dateText(c.anniversary),
              dateText(c.customerSince),
              dateText(c.lastPurchaseOn),
              c.lastPurchaseMicros ? QVariant(*c.lastPurchaseMicros) : QVariant(),
              c.doNotDisturb ? 1 : 0,
              c.notes,
              QString::fromUtf8(QJsonDocument(c.attributes).toJson(QJsonDocument::Compact)),
              toMillis(c.createdAt),
              toMillis(c.updatedAt)});
        for (const QString &tag : c.tags) {
            exec(u"INSERT INTO tag (name) VALUES (?) ON CONFLICT DO NOTHING"_s, {tag});
            exec(u"INSERT INTO contact_tag SELECT ?, id FROM tag WHERE name = ?"_s, {c.id.value, tag});
        }
        for (const ContactAddress &address : c.addresses)
            exec(u"INSERT INTO contact_address VALUES (?, ?, ?)"_s,
                 {c.id.value, toText(address.channel), address.usable ? 1 : 0});
    }

    static storage::SqlText select(const QList<storage::SqlText> &conditions)
    {
        return storage::sql(u"SELECT % FROM contact c ORDER BY c.id", {storage::joined(conditions, u", "_s)});
    }

    /// For each condition the answers for all contacts, as letters.
    QList<QByteArray> fromSqlite(const QList<storage::SqlText> &conditions)
    {
        const storage::SqlText query = select(conditions);
        QList<QByteArray> answers(conditions.size());
        storage::Statement &s = m_workspace->db().statement(query.text);
        for (qsizetype i = 0; i < query.values.size(); ++i)
            s.bind(static_cast<int>(i) + 1, query.values[i]);
        while (s.next())
            for (int i = 0; i < conditions.size(); ++i)
                answers[i] += letterOf(s.isNull(i) ? Truth::Unknown : s.integer(i) ? Truth::True : Truth::False);
        if (s.failed())
            qFatal("%s", qUtf8Printable(m_workspace->db().lastError().detail));
        return answers;
    }

    QList<QByteArray> fromPostgres(const QList<storage::SqlText> &conditions)
    {
        const storage::SqlText text = select(conditions);
        QList<QByteArray> answers(conditions.size());
        QSqlQuery query(m_server->database());
        query.setForwardOnly(true);
        if (!query.prepare(text.text))
            qFatal("%s\n%s", qUtf8Printable(query.lastError().text()), qUtf8Printable(text.text));
        for (const QVariant &value : text.values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("%s\n%s", qUtf8Printable(query.lastError().text()), qUtf8Printable(text.text));
        while (query.next())
            for (int i = 0; i < conditions.size(); ++i)
                answers[i] += letterOf(query.isNull(i)           ? Truth::Unknown
                                       : query.value(i).toBool() ? Truth::True
                                                                 : Truth::False);
        return answers;
    }

    QByteArray fromMemory(const CompiledCondition &condition)
    {
        QByteArray answers;
        const QTimeZone timeZone(zone.toUtf8());
        for (const Contact &contact : m_contacts)
            answers += letterOf(condition.evaluate(conditionData(contact, condition.uses(), timeZone), timeOfRun()));
        return answers;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PostgresServer>();
        QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
        for (const char *statement : postgresSchema)
            m_server->run(QString::fromLatin1(statement));
        for (const QString &statement : storage::postgresConditionFunctions())
            m_server->run(statement);
        m_workspace = std::make_unique<WorkspaceFixture>();
        storage::ContactStore store(m_workspace->db(), m_workspace->vault());
        ConditionMaker maker(7);
        for (int i = 0; i < contacts; ++i) {
            Contact contact = maker.contact(i);
            if (i % 2 == 0)
                contact.addresses.append(
                    {Channel::Sms, u"+1212555%1"_s.arg(1000 + i), {}, u"US"_s, {}, i % 4 == 0, {}});
            const auto id = store.save(contact, contact.updatedAt);
            VERIFY_RESULT(id);
            auto saved = store.contact(*id, false);
            VERIFY_RESULT(saved);
            m_contacts << *saved;
            copyToPostgres(*saved);
        }
    }

    void cleanupTestCase()
    {
        m_server.reset();
        m_workspace.reset();
    }

    /// What three evaluators say of 20,000 random conditions and random contacts, unknown answers included.
    void memoryAndBothDatabasesAgree()
    {
        ConditionMaker maker(2025);
        QMap<char, qint64> letters;
        for (int done = 0; done < trees; done += batch) {
            QList<CompiledCondition> conditions;
            QList<storage::SqlText> sqlite;
            QList<storage::SqlText> postgres;
            while (conditions.size() < batch) {
                const QString text = toExpression(maker.condition(4));
                const auto compiled = CompiledCondition::compile(text, contactFields());
                QVERIFY2(compiled, compiled ? "" : qPrintable(compiled.error().message + u": "_s + text));
                const auto sqliteText = storage::compileCondition(*compiled, timeOfRun(), storage::SqliteDialect(),
                                                                  storage::SqliteContactColumns(zone));
                VERIFY_RESULT(sqliteText);
                const auto postgresText = storage::compileCondition(*compiled, timeOfRun(), storage::PostgresDialect(),
                                                                    storage::PostgresContactColumns(zone));
                VERIFY_RESULT(postgresText);
                conditions << *compiled;
                sqlite << *sqliteText;
                postgres << *postgresText;
            }
            const QList<QByteArray> fromS = fromSqlite(sqlite);
            const QList<QByteArray> fromP = fromPostgres(postgres);
            for (qsizetype i = 0; i < conditions.size(); ++i) {
                const QByteArray expected = fromMemory(conditions[i]);
                const QString text = toExpression(conditions[i].tree());
                QVERIFY2(fromS[i] == expected,
                         qPrintable(u"%1\n%2\nmemory %3\nSQLite %4"_s.arg(
                             text, sqlite[i].text, QString::fromLatin1(expected), QString::fromLatin1(fromS[i]))));
                QVERIFY2(fromP[i] == expected,
                         qPrintable(u"%1\n%2\nmemory   %3\nPostgres %4"_s.arg(
                             text, postgres[i].text, QString::fromLatin1(expected), QString::fromLatin1(fromP[i]))));
                for (const char letter : expected)
                    ++letters[letter];
            }
        }
        // a generator whose conditions say nothing would prove nothing
        for (const char letter : {'T', 'f', '?'})
            QVERIFY2(letters[letter] > trees * contacts / 20, qPrintable(QString::number(letters[letter])));
    }

    void whatIsLargeOrDeepIsAnsweredAllTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QString groups = u"'vip' in doc.tags"_s;
        QString negations = u"doc.birthday.month == 6"_s;
        QString sums = u"doc.last_purchase_amount"_s;
        QString choices = u"doc.attributes.size"_s;
        for (int i = 0; i < 55; ++i) {
            groups = i % 2 ? u"doc.vip and (%1)"_s.arg(groups) : u"doc.name > 'b' or (%1)"_s.arg(groups);
            sums = u"(%1 * 1.5)"_s.arg(sums);
            if (i < 15)
                negations = u"not (doc.vip and not (%1))"_s.arg(negations);
            if (i < 40)
                choices = u"(%1 + 1 or doc.last_purchase_amount)"_s.arg(choices);
        }
        QStringList terms;
        QStringList items;
        for (int i = 0; i < 1000; ++i) {
            if (i < 700)
                terms << u"doc.name == 'N%1'"_s.arg(i);
            items << u"%1"_s.arg(i * 7);
        }
        QTest::newRow("groups within groups") << groups;
        QTest::newRow("negations") << negations;
        QTest::newRow("a long calculation") << sums + u" > 5"_s;
        QTest::newRow("choices within choices") << choices + u" > 5"_s;
        QTest::newRow("many terms") << terms.join(u" or "_s) + u" or doc.vip"_s;
        QTest::newRow("a list of a thousand") << u"doc.attributes.size not in [%1]"_s.arg(items.join(u", "_s));
    }

    void whatIsLargeOrDeepIsAnsweredAllTheSame()
    {
        QFETCH(QString, text);
        const auto compiled = CompiledCondition::compile(text, contactFields());
        QVERIFY2(compiled, compiled ? "" : qPrintable(compiled.error().code + compiled.error().message));
        const auto sqlite = storage::compileCondition(*compiled, timeOfRun(), storage::SqliteDialect(),
                                                      storage::SqliteContactColumns(zone));
        VERIFY_RESULT(sqlite);
        const auto postgres = storage::compileCondition(*compiled, timeOfRun(), storage::PostgresDialect(),
                                                        storage::PostgresContactColumns(zone));
        VERIFY_RESULT(postgres);
        const QByteArray expected = fromMemory(*compiled);
        QCOMPARE(fromSqlite({*sqlite}).first(), expected);
        QCOMPARE(fromPostgres({*postgres}).first(), expected);
    }

    /// What a person can write comes back as the same tree, from the expression and from JSON where it has that form.
    void everyTreeCanBeWrittenDown()
    {
        ConditionMaker maker(11);
        int asJson = 0;
        for (int i = 0; i < trees; ++i) {
            const QString text = toExpression(maker.condition(4));
            const auto parsed = parseExpression(text, contactFields());
            QVERIFY2(parsed, qPrintable(text));
            const auto again = parseExpression(toExpression(parsed->tree), contactFields());
            QVERIFY2(again && again->tree == parsed->tree, qPrintable(text));
            const QString json = toJson(parsed->tree, contactFields());
            if (json.isEmpty())
                continue;
            ++asJson;
            const auto fromJson = parseJsonCondition(json, contactFields());
            QVERIFY2(fromJson, qPrintable(json + u' ' + (fromJson ? QString() : fromJson.error().message)));
            const auto back = parseExpression(toExpression(fromJson->tree), contactFields());
            QVERIFY2(back && back->tree == fromJson->tree, qPrintable(json));
            QCOMPARE(toJson(fromJson->tree, contactFields()), json);
        }
        QVERIFY(asJson > trees / 20);
    }
};

QTEST_GUILESS_MAIN(ConditionsTest)
#include "tst_conditions.moc"

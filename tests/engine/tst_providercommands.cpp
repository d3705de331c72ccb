#include "engine/commands/providercommands.h"

#include "engine/fakes.h"
#include "providers/factory.h"
#include "storage/workspacefixture.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace engine;

namespace {

const QString accountSid = u"AC"_s + QString(32, u'a');
const QString uuid = u"the-workspace"_s;

ProviderDraft draft()
{
    ProviderDraft made;
    made.kind = u"twilio"_s;
    made.name = u"Main"_s;
    made.settings = {{u"accountSid"_s, accountSid}, {u"from"_s, u"+15005550006"_s}};
    made.secrets = {{u"authToken"_s, u"s3cret"_s}};
    return made;
}

HttpResponse answer(int status, const QByteArray &body)
{
    HttpResponse response;
    response.reached = Reached::ResponseComplete;
    response.status = status;
    response.body = body;
    return response;
}

template <class T>
struct Awaited
{
    std::optional<Result<T>> result;
    Reply<T> reply()
    {
        return [this](Result<T> given) {
            if (result)
                qFatal("answered twice");
            result = std::move(given);
        };
    }
    const Result<T> &wait()
    {
        if (!QTest::qWaitFor([this] { return result.has_value(); }))
            qFatal("no answer");
        return *result;
    }
};

} // namespace

class ProviderCommandsTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        WorkspaceFixture file;
        fakes::TurnedClock clock;
        fakes::MemoryKeyStore keys;
        fakes::ScriptedTransport transport;
        providers::Factory factory;
        SecretBook secrets{keys, uuid};
        int changes = 0;
        int added = 0;
        ProviderCommands commands{{{file.db(), file.vault(), clock, u"Ann"_s},
                                   transport,
                                   factory,
                                   secrets,
                                   [this] { ++changes; },
                                   [this] { ++added; }}};

        Result<ProviderId> save(const ProviderDraft &what)
        {
            Awaited<ProviderId> saved;
            commands.save(what, saved.reply());
            return saved.wait();
        }
        storage::ProviderRecord record(ProviderId id)
        {
            return storage::ProviderStore(file.db()).provider(id).value_or(storage::ProviderRecord{});
        }
    };
    std::unique_ptr<Rig> m;

private Q_SLOTS:
    void init() { m = std::make_unique<Rig>(); }
    void cleanup() { m.reset(); }

    void aNewProviderIsKeptAndItsSecretIsNot()
    {
        const auto id = m->save(draft());
        VERIFY_RESULT(id);
        const auto record = m->record(*id);
        QCOMPARE(record.name, u"Main"_s);
        QVERIFY(record.enabled);
        QCOMPARE(record.channels, QList{Channel::Sms});
        QCOMPARE(SecretBook::namesIn(record.settings), QStringList{u"authToken"_s});
        QCOMPARE(m->keys.secrets.value(providerSecretName(uuid, *id, u"authToken"_s)), "s3cret"_ba);
        QCOMPARE(m->secrets.of(*id).value(u"authToken"_s), u"s3cret"_s);
        QVERIFY(m->changes > 0);
        QFile raw(m->file.path());
        QVERIFY(raw.open(QIODevice::ReadOnly));
        QFile wal(m->file.path() + u"-wal"_s);
        QVERIFY(!wal.exists() || wal.open(QIODevice::ReadOnly));
        QVERIFY(!(raw.readAll() + wal.readAll()).contains("s3cret"));
        QVERIFY(m->file.number(u"SELECT count(*) FROM audit WHERE actor = 'Ann'"_s) > 0);
    }

    void secretsAreThereAfterARestart()
    {
        const auto id = m->save(draft());
        VERIFY_RESULT(id);
        SecretBook fresh(m->keys, uuid);
        QVERIFY(fresh.of(*id).isEmpty());
        bool isLoaded = false;
        fresh.load({m->record(*id)}, [&] { isLoaded = true; });
        QTRY_VERIFY(isLoaded);
        QCOMPARE(fresh.of(*id), m->secrets.of(*id));
    }

    void aCopyBeginsWithTheSecretsOfItsModel()
    {
        const auto id = m->save(draft());
        VERIFY_RESULT(id);
        ProviderDraft copy = draft();
        copy.name = u"Second"_s;
        copy.secrets.clear();
        QCOMPARE(m->commands.problems(copy).size(), 1);
        copy.secretsOf = *id;
        QVERIFY(m->commands.problems(copy).isEmpty());
        const auto second = m->save(copy);
        VERIFY_RESULT(second);
        QCOMPARE(m->secrets.of(*second), m->secrets.of(*id));
        QCOMPARE(m->keys.secrets.value(providerSecretName(uuid, *second, u"authToken"_s)), "s3cret"_ba);
    }

    void theOrderIsKeptAndAudited()
    {
        const auto first = m->save(draft());
        ProviderDraft other = draft();
        other.name = u"Second"_s;
        const auto second = m->save(other);
        VERIFY_RESULT(second);
        VERIFY_RESULT(m->commands.order({*second, *first}));
        QCOMPARE(m->record(*first).position, 1);
        QCOMPARE(m->file.number(u"SELECT count(*) FROM audit WHERE action = 'provider.order'"_s), 1);
        QCOMPARE(m->commands.order({ProviderId{99}}).error().code, ErrorCode::NotFound);
    }

    void withoutNewSecretsTheOldStay()
    {
        const auto id = m->save(draft());
        VERIFY_RESULT(id);
        ProviderDraft changed = draft();
        changed.id = *id;
        changed.name = u"Other"_s;
        changed.secrets.clear();
        VERIFY_RESULT(m->save(changed));
        QCOMPARE(m->record(*id).name, u"Other"_s);
        QCOMPARE(m->secrets.of(*id).value(u"authToken"_s), u"s3cret"_s);
        changed.secrets = {{u"authToken"_s, u"newer"_s}};
        VERIFY_RESULT(m->save(changed));
        QCOMPARE(m->keys.secrets.value(providerSecretName(uuid, *id, u"authToken"_s)), "newer"_ba);
    }

    void whatDoesNotFitIsSaidByField_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"name", "ratePerSecond", "inFlight", "accountSid", "authToken"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void whatDoesNotFitIsSaidByField()
    {
        QFETCH(QString, field);
        ProviderDraft wrong = draft();
        if (field == u"name")
            wrong.name = u"  "_s;
        else if (field == u"ratePerSecond")
            wrong.ratePerSecond = 0;
        else if (field == u"inFlight")
            wrong.inFlight = 0;
        else if (field == u"accountSid")
            wrong.settings.remove(field);
        else
            wrong.secrets.clear();
        const auto saved = m->save(wrong);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
        QCOMPARE(saved.error().place, field);
        QCOMPARE(m->commands.problems(wrong).value(0).field, field);
        QCOMPARE(m->file.number(u"SELECT count(*) FROM provider"_s), 0);
        QVERIFY(m->keys.secrets.isEmpty());
    }

    void aNameIsTakenOnce()
    {
        VERIFY_RESULT(m->save(draft()));
        const auto again = m->save(draft());
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(m->keys.secrets.size(), 1);
    }

    void aKeyStoreThatFailsLeavesNoProvider()
    {
        m->keys.failure = Error{ErrorCode::KeyUnavailable, u"locked"_s, {}};
        const auto saved = m->save(draft());
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::KeyUnavailable);
        QCOMPARE(m->file.number(u"SELECT count(*) FROM provider"_s), 0);
    }

    void aKeyStoreThatFailsLeavesAChangedProviderAsItWas()
    {
        const auto id = m->save(draft());
        VERIFY_RESULT(id);
        m->keys.failure = Error{ErrorCode::KeyUnavailable, u"locked"_s, {}};
        ProviderDraft changed = draft();
        changed.id = *id;
        changed.name = u"Other"_s;
        QVERIFY(!m->save(changed));
        QCOMPARE(m->record(*id).name, u"Main"_s);
        QCOMPARE(m->secrets.of(*id).value(u"authToken"_s), u"s3cret"_s);
    }

    void aProviderThatIsWaitedForStays()
    {
        const auto id = m->save(draft());
        VERIFY_RESULT(id);
        VERIFY_RESULT(m->commands.sendTest({Channel::Sms, u"(212) 555-0123"_s, u"hello"_s, *id}));
        Awaited<void> refused;
        m->commands.remove(*id, refused.reply());
        QVERIFY(!refused.wait());
        QCOMPARE(refused.result->error().code, ErrorCode::Conflict);
        VERIFY_RESULT(m->file.db().run(u"UPDATE message SET state = 'cancelled'"_s));
        Awaited<void> removed;
        m->commands.remove(*id, removed.reply());
        VERIFY_RESULT(removed.wait());
        QCOMPARE(m->file.number(u"SELECT count(*) FROM provider"_s), 0);
        QVERIFY(m->keys.secrets.isEmpty());
        QVERIFY(m->secrets.of(*id).isEmpty());
        Awaited<void> again;
        m->commands.remove(*id, again.reply());
        QCOMPARE(again.wait().error().code, ErrorCode::NotFound);
    }

    void resumingForgetsThePause()
    {
        const auto id = m->save(draft());
        VERIFY_RESULT(id);
        VERIFY_RESULT(m->file.db().transaction(
            false, [&] { return storage::ProviderStore(m->file.db()).pause(*id, u"x"_s, u"y"_s, m->clock.now()); }));
        VERIFY_RESULT(m->commands.resume(*id));
        QVERIFY(m->record(*id).pausedReason.isEmpty());
        QCOMPARE(m->commands.resume(ProviderId{99}).error().code, ErrorCode::NotFound);
    }

    void aDraftIsTriedAsItStands()
    {
        m->transport.answers = {answer(200, "{\"sid\": \"" + accountSid.toLatin1() + "\", \"status\": \"active\"}"),
                                answer(200, "{\"balance\": \"12.50\", \"currency\": \"USD\"}")};
        Awaited<ConnectionReport> tried;
        m->commands.test(draft(), tried.reply());
        VERIFY_RESULT(tried.wait());
        QCOMPARE(tried.result->value().verdict, ConnectionReport::Verdict::Works);
        QCOMPARE(tried.result->value().balance, (Money{12'500'000, u"USD"_s}));
        QCOMPARE(m->transport.asked.size(), 2);
        QVERIFY(m->transport.asked[0].basicAuth.endsWith(":s3cret"));
        QCOMPARE(m->file.number(u"SELECT count(*) FROM provider"_s), 0);
    }

    void aDeadLineEndsTheTrialAtOnce()
    {
        HttpResponse dead;
        dead.error = u"refused"_s;
        m->transport.answers = {dead};
        Awaited<ConnectionReport> tried;
        m->commands.test(draft(), tried.reply());
        VERIFY_RESULT(tried.wait());
        QCOMPARE(tried.result->value().verdict, ConnectionReport::Verdict::NetworkFailed);
        QCOMPARE(m->transport.asked.size(), 1);
        dead.nameUnknown = true;
        m->transport.answers = {dead};
        Awaited<ConnectionReport> again;
        m->commands.test(draft(), again.reply());
        VERIFY_RESULT(again.wait());
        QCOMPARE(again.result->value().verdict, ConnectionReport::Verdict::NameNotFound);
    }

    void aTestMessageIsQueued()
    {
        const auto first = m->commands.sendTest({Channel::Sms, u"(212) 555-0123"_s, u"hello"_s, {}});
        VERIFY_RESULT(first);
        const auto second = m->commands.sendTest({Channel::Sms, u"(212) 555-0123"_s, u"hello"_s, {}});
        VERIFY_RESULT(second); // in the same millisecond
        QCOMPARE(m->added, 2);
        QCOMPARE(m->file.number(u"SELECT count(*) FROM message WHERE state = 'queued' AND origin = 'test' AND body ="
                                " 'hello' AND country = 'US' AND address_tail LIKE '%0123'"_s),
                 2);
        QCOMPARE(m->commands.sendTest({Channel::Sms, u"12"_s, u"hello"_s, {}}).error().place, u"to"_s);
        QCOMPARE(m->commands.sendTest({Channel::Sms, u"+12125550123"_s, u" "_s, {}}).error().place, u"body"_s);
    }
};

QTEST_GUILESS_MAIN(ProviderCommandsTest)
#include "tst_providercommands.moc"

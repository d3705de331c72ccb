#include "engine/client/queries.h"
#include "engine/enginerig.h"
#include "storage/consent/consentstore.h"
#include "storage/templates/providertemplates.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rig;
using domain::MessageState;

namespace {

/// Stands for the server: what the engine asked of it, and the sink it gave.
class FakeHookServer final : public engine::HookServer
{
public:
    domain::Result<quint16> start(const engine::HookListen &where, engine::HookSink &to) override
    {
        ++starts;
        if (refusal)
            return tl::unexpected(*refusal);
        listen = where;
        sink = &to;
        return where.port;
    }
    void stop() override { sink = nullptr; }
    void setRoutes(engine::HookRoutes now) override { routes = std::move(now); }
    void answer(const QList<quint64> &tickets, bool kept) override
    {
        for (const quint64 ticket : tickets)
            if (!isDeaf)
                answers.insert(ticket, kept);
    }

    bool isDeaf = false; ///< what is answered gets nowhere
    int starts = 0;
    std::optional<domain::Error> refusal;
    engine::HookListen listen;
    engine::HookSink *sink = nullptr;
    engine::HookRoutes routes;
    QHash<quint64, bool> answers;
};

domain::StatusReport report(const QString &id, MessageState state, const QString &reference = {})
{
    domain::StatusReport said;
    said.providerMessageId = id;
    said.state = state;
    said.reference = reference;
    return said;
}

domain::InboundMessage text(const QString &id, const QString &body)
{
    domain::InboundMessage message;
    message.providerMessageId = id;
    message.from = Rig::number(1);
    message.body = body;
    message.media = {u"https://media.example/1.jpg"_s};
    return message;
}

} // namespace

class HookDeskTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeHookServer> m_server;
    std::unique_ptr<Rig> m_rig;
    quint64 m_ticket = 0;

    void settings(const QString &json)
    {
        fixture::mustRun(*m_rig->db, u"INSERT INTO setting VALUES ('webhooks', '%1')"
                                     " ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s.arg(json));
        if (m_rig->engine)
            m_rig->engine->refresh(engine::Topic::Settings);
    }

    Rig &listening(int people = 0)
    {
        settings(u"{\"enabled\":true,\"port\":8787,\"public_url\":\"https://hooks.example.com/\"}"_s);
        m_rig->addTemplate(u"Hello {{ first_name }}"_s, u"transactional"_s);
        m_rig->addPeople(qMax(1, people));
        m_rig->start();
        if (people > 0)
            m_rig->addCampaign();
        return *m_rig;
    }

    /// As the server's thread would, and the engine until it is written.
    quint64 deliver(QList<domain::StatusReport> statuses, QList<domain::InboundMessage> inbound = {})
    {
        m_server->sink->deliver(++m_ticket, {domain::ProviderId{1}, std::move(statuses), std::move(inbound), {}, {}});
        return m_ticket;
    }
    bool answered(quint64 ticket)
    {
        QCoreApplication::processEvents();
        m_rig->clock.advance(20ms);
        m_rig->engine->work();
        return m_server->answers.value(ticket, false);
    }
    QString stateOf(int message) const
    {
        return fixture::text(*m_rig->db, u"SELECT state FROM message WHERE id = %1"_s.arg(message));
    }
    qint64 number(const QString &sql) const { return fixture::number(*m_rig->db, sql); }
    engine::WebhookStatus status() const
    {
        return engine::Queries(*m_rig->db, m_rig->vault, m_rig->clock.now()).webhooks().value();
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<FakeHookServer>();
        m_rig = std::make_unique<Rig>(m_dir->filePath(u"w.db"_s));
        m_rig->factory.can.hasWebhook = true;
        m_rig->hooks = m_server.get();
    }
    void cleanup()
    {
        QVERIFY(fixture::countersAgree(*m_rig->db));
        m_rig.reset();
    }

    void nothingListensUntilItIsSwitchedOn()
    {
        m_rig->start();
        QCOMPARE(m_server->starts, 0);
        settings(u"{\"enabled\":true,\"port\":8787}"_s);
        QCOMPARE(m_server->listen.port, 8787);
        QVERIFY(m_server->sink);
        settings(u"{\"enabled\":false}"_s);
        QVERIFY(!m_server->sink);
    }

    void aWayInIsGivenToProvidersOnlyWhereTheOutsideCanUseIt()
    {
        listening();
        engine::ProviderPool::Entry *entry = m_rig->engine->providers().find(domain::ProviderId{1});
        const QByteArray path = "https://hooks.example.com/hooks/1/" + m_server->routes.routes.first().token;
        QCOMPARE(entry->callbackUrl, path);
        QCOMPARE(status().providers.first().url, QString::fromUtf8(path));
        QVERIFY(m_server->routes.routes.first().token.size() >= 22);
        settings(u"{\"enabled\":true,\"port\":8787}"_s);
        QCOMPARE(entry->callbackUrl, QByteArray());
        QVERIFY(status().providers.first().url.startsWith(u"http://127.0.0.1:8787/hooks/1/"));
    }

    void aStatusIsWrittenBeforeItIsAnsweredAndCountedOnce()
    {
        listening(1).settle();
        const quint64 ticket = deliver({report(u"SM1"_s, MessageState::Delivered)});
        QCoreApplication::processEvents();
        QVERIFY(!m_server->answers.contains(ticket));
        QVERIFY(answered(ticket));
        QCOMPARE(stateOf(1), u"delivered"_s);
        QVERIFY(answered(deliver({report(u"SM1"_s, MessageState::Delivered)})));
        QVERIFY(answered(deliver({report(u"SM1"_s, MessageState::Sent)})));
        QCOMPARE(stateOf(1), u"delivered"_s);
        QCOMPARE(number(u"SELECT count(*) FROM status_event WHERE source = 'webhook'"_s), 1);
    }

    void theSameStatusByPollAndByWebhookIsOneEvent()
    {
        m_rig->factory.can.statusByList = true;
        listening(1);
        m_rig->transport.script = [&](const domain::HttpRequest &q) {
            return q.url.startsWith("list") ? answer(200, "status SM1 delivered") : m_rig->transport.usual(q);
        };
        m_rig->settle();
        m_rig->pass(1min, 10s);
        QCOMPARE(stateOf(1), u"delivered"_s);
        QVERIFY(answered(deliver({report(u"SM1"_s, MessageState::Delivered)})));
        QCOMPARE(number(u"SELECT count(*) FROM status_event WHERE state = 'delivered'"_s), 1);
    }

    void aStatusMayBeFasterThanTheAnswerToItsSend()
    {
        listening(1);
        for (int i = 0; i < 5; ++i)
            m_rig->engine->work();
        QCOMPARE(stateOf(1), u"sending"_s);
        const QString reference = fixture::text(*m_rig->db, u"SELECT reference FROM attempt"_s);
        QVERIFY(answered(deliver({report(u"SM1"_s, MessageState::Delivered, reference)})));
        QCOMPARE(stateOf(1), u"delivered"_s);
        m_rig->settle();
        QCOMPARE(stateOf(1), u"delivered"_s);
        QCOMPARE(m_rig->transport.sentTo().size(), 1);
    }

    void anEarlyStatusWithoutAReferenceIsKeptUntilItsMessageIsKnown()
    {
        listening(1);
        for (int i = 0; i < 5; ++i)
            m_rig->engine->work();
        QVERIFY(answered(deliver({report(u"SM1"_s, MessageState::Delivered)})));
        QCOMPARE(stateOf(1), u"sending"_s);
        QCOMPARE(number(u"SELECT count(*) FROM early_status"_s), 1);
        m_rig->settle();
        m_rig->pass(5s, 1s);
        QCOMPARE(stateOf(1), u"delivered"_s);
        QCOMPARE(number(u"SELECT count(*) FROM early_status"_s), 0);
    }

    void whatIsNobodysIsForgottenInTheEnd()
    {
        listening();
        QVERIFY(answered(deliver({report(u"SMstranger"_s, MessageState::Delivered)})));
        QCOMPARE(number(u"SELECT count(*) FROM early_status"_s), 1);
        m_rig->pass(2h);
        QCOMPARE(number(u"SELECT count(*) FROM early_status"_s), 0);
    }

    void whatPeopleWriteIsKeptOnceWithItsMediaAndHeeded()
    {
        listening();
        auto &known = m_rig->db->statement("INSERT INTO address_lookup VALUES (?, 'sms', 1)");
        QVERIFY(known.bind(1, m_rig->vault.indexOf(Rig::number(1))).exec());
        QVERIFY(answered(deliver({}, {text(u"IN1"_s, u"STOP"_s)})));
        QVERIFY(answered(deliver({}, {text(u"IN1"_s, u"STOP"_s)})));
        QCOMPARE(number(u"SELECT count(*) FROM inbound"_s), 1);
        QCOMPARE(fixture::text(*m_rig->db, u"SELECT media FROM inbound"_s), u"[\"https://media.example/1.jpg\"]"_s);
        QCOMPARE(number(u"SELECT contact_id FROM inbound"_s), 1);
        QCOMPARE(number(u"SELECT count(*) FROM consent_event"_s), 1);
        QCOMPARE(number(u"SELECT count(*) FROM suppression"_s), 1);
    }

    void whoToldTheProviderToStopIsSuppressedOnce()
    {
        listening(1).settle();
        domain::StatusReport stopped = report(u"SM1"_s, MessageState::Undelivered);
        stopped.reason = domain::RejectReason::OptedOut;
        stopped.optedOutOf = domain::Category::Marketing;
        QVERIFY(answered(deliver({stopped})));
        QCOMPARE(stateOf(1), u"undelivered"_s);
        storage::ConsentStore store(*m_rig->db, m_rig->vault);
        QVERIFY(store.isSuppressed(Rig::number(1), domain::Channel::Sms, domain::Category::Marketing));
        QVERIFY(!store.isSuppressed(Rig::number(1), domain::Channel::Sms, domain::Category::Transactional));
        QVERIFY(answered(deliver({stopped})));
        QCOMPARE(number(u"SELECT count(*) FROM consent_event"_s), 1);
    }

    void aChoiceInTheProvidersDialogueIsHeededUnlessItIsOld()
    {
        listening();
        domain::ConsentChoice choice;
        choice.address = Rig::number(1);
        choice.words = u"stop"_s;
        choice.at = m_rig->clock.now();
        const auto say = [&] {
            m_server->sink->deliver(++m_ticket, {domain::ProviderId{1}, {}, {}, {choice}, {}});
            return answered(m_ticket);
        };
        QVERIFY(say());
        choice.optOut = false;
        choice.at += 1s;
        QVERIFY(say());
        choice.optOut = true; // the first again
        choice.at -= 1s;
        QVERIFY(say());
        QCOMPARE(number(u"SELECT count(*) FROM consent_event"_s), 2);
        QCOMPARE(number(u"SELECT count(*) FROM suppression"_s), 0);
    }

    void theInboxShowsTheNewestFirstWithWhoWroteIt()
    {
        listening(2);
        for (int i = 1; i <= 5; ++i)
            QVERIFY(answered(deliver({}, {text(u"IN%1"_s.arg(i), i == 2 ? u"STOP"_s : u"text %1"_s.arg(i))})));
        // Only now somebody is known by that number.
        auto &known = m_rig->db->statement("INSERT INTO address_lookup VALUES (?, 'sms', 1)");
        QVERIFY(known.bind(1, m_rig->vault.indexOf(Rig::number(1))).exec());
        engine::Queries queries(*m_rig->db, m_rig->vault, m_rig->clock.now());
        const auto first = queries.inbox({}, {}, 3);
        QVERIFY(first);
        QCOMPARE(first->rows.size(), 3);
        QCOMPARE(first->rows[0].body, u"text 5"_s);
        QCOMPARE(first->rows[0].contactName, u"Person 1"_s);
        QCOMPARE(first->rows[0].address, Rig::number(1));
        QCOMPARE(first->rows[0].media, QStringList{u"https://media.example/1.jpg"_s});
        QCOMPARE(first->rows[0].providerName, u"Fake"_s);
        const auto second = queries.inbox({}, first->next, 3);
        QCOMPARE(second->rows.size(), 2);
        QCOMPARE(second->rows[0].intent, u"opt_out"_s);
        QVERIFY(second->next.isEmpty());
        engine::InboxQuery some;
        some.intent = u"opt_out"_s;
        QCOMPARE(queries.inbox(some, {}, 10)->rows.size(), 1);
        some = {};
        some.contact.value = 2;
        QCOMPARE(queries.inbox(some, {}, 10)->rows.size(), 0);
        some.contact.value = 1;
        QCOMPARE(queries.inbox(some, {}, 10)->rows.size(), 5);
        some = {};
        some.address = u"(212) 555-1001"_s;
        QCOMPARE(queries.inbox(some, {}, 10)->rows.size(), 5);
        some.channel = domain::Channel::WhatsApp;
        QCOMPARE(queries.inbox(some, {}, 10)->rows.size(), 0);
    }

    void aTemplatesNewStateIsKept()
    {
        listening();
        domain::ProviderTemplate known;
        known.id = u"T1"_s;
        known.name = u"order"_s;
        known.language = u"en"_s;
        known.state = u"PENDING"_s;
        storage::ProviderTemplates templates(*m_rig->db);
        QVERIFY(templates.replace(domain::ProviderId{1}, {known}));
        known.state = u"APPROVED"_s;
        m_server->sink->deliver(++m_ticket, {domain::ProviderId{1}, {}, {}, {}, {known}});
        QVERIFY(answered(m_ticket));
        QCOMPARE(templates.all(domain::ProviderId{1})->first().state, u"APPROVED"_s);
    }

    void textsWithoutANameAreKeptOnceEach()
    {
        listening();
        QVERIFY(answered(deliver({}, {text({}, u"one"_s), text({}, u"two"_s)})));
        QVERIFY(answered(deliver({}, {text({}, u"two"_s)})));
        QCOMPARE(number(u"SELECT count(*) FROM inbound"_s), 2);
    }

    // In any order, any number of times, a message ends where the highest of what was said puts it.
    void theFinalStateIsTheHighestSaidInWhateverOrder()
    {
        constexpr int people = 60;
        listening(people).settle();
        const QList<MessageState> words{MessageState::Accepted, MessageState::Sent, MessageState::Undelivered,
                                        MessageState::Delivered, MessageState::Read};
        QRandomGenerator random(4711);
        QHash<QString, MessageState> highest;
        QList<domain::StatusReport> all;
        for (int i = 1; i <= people; ++i) {
            const QString id =
                fixture::text(*m_rig->db, u"SELECT provider_message_id FROM message WHERE id = %1"_s.arg(i));
            highest[id] = MessageState::Accepted;
            for (int n = random.bounded(1, 7); n > 0; --n) {
                const MessageState said = words[random.bounded(words.size())];
                all << report(id, said);
                if (domain::statusRank(said) > domain::statusRank(highest[id]))
                    highest[id] = said;
            }
        }
        for (int round = 0; round < 2; ++round) {
            std::shuffle(all.begin(), all.end(), random);
            for (qsizetype from = 0; from < all.size(); from += 7)
                QVERIFY(answered(deliver(all.mid(from, 7))));
        }
        for (auto it = highest.cbegin(); it != highest.cend(); ++it)
            QCOMPARE(fixture::text(*m_rig->db,
                                   u"SELECT state FROM message WHERE provider_message_id = '%1'"_s.arg(it.key())),
                     domain::toText(*it));
    }

    void whereTheDiskTakesNothingTheProviderIsAskedToComeAgain()
    {
        listening(1).settle();
        fixture::mustRun(*m_rig->db, u"PRAGMA query_only = 1"_s);
        const quint64 ticket = deliver({report(u"SM1"_s, MessageState::Delivered)});
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^engine: "_s));
        QVERIFY(!answered(ticket));
        QVERIFY(m_server->answers.contains(ticket));
        fixture::mustRun(*m_rig->db, u"PRAGMA query_only = 0"_s);
        QVERIFY(answered(deliver({report(u"SM1"_s, MessageState::Delivered)})));
        QCOMPARE(stateOf(1), u"delivered"_s);
    }

    // Written, and the program gone before it could say so: the provider tells it again.
    void aCrashBetweenWritingAndAnsweringLosesAndDoublesNothing()
    {
        listening(1).settle();
        m_server->isDeaf = true;
        QVERIFY(!answered(deliver({report(u"SM1"_s, MessageState::Delivered)}, {text(u"IN1"_s, u"STOP"_s)})));
        m_rig->engine.reset();
        m_server->isDeaf = false;
        m_rig->start();
        QCOMPARE(stateOf(1), u"delivered"_s);
        QVERIFY(answered(deliver({report(u"SM1"_s, MessageState::Delivered)}, {text(u"IN1"_s, u"STOP"_s)})));
        QCOMPARE(number(u"SELECT count(*) FROM status_event WHERE source = 'webhook'"_s), 1);
        QCOMPARE(number(u"SELECT count(*) FROM inbound"_s), 1);
        QCOMPARE(number(u"SELECT count(*) FROM consent_event"_s), 1);
    }

    void whatCannotBeWrittenDoesNotTakeTheOthersWithIt()
    {
        listening(1).settle();
        fixture::mustRun(*m_rig->db, u"CREATE TRIGGER stone BEFORE INSERT ON inbound WHEN new.body = 'stone'"
                                     " BEGIN SELECT raise(ABORT, 'no'); END"_s);
        const quint64 good = deliver({report(u"SM1"_s, MessageState::Delivered)});
        const quint64 bad = deliver({}, {text(u"IN1"_s, u"stone"_s)});
        const quint64 other = deliver({}, {text(u"IN2"_s, u"STOP"_s)});
        for (int i = 0; i < 3; ++i) // together, alone, and what came of it
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^engine: "_s));
        QVERIFY(answered(good));
        QVERIFY(m_server->answers.value(other));
        QVERIFY(m_server->answers.contains(bad) && !m_server->answers.value(bad));
        QCOMPARE(stateOf(1), u"delivered"_s);
        QCOMPARE(status().providers.first().accepted, 0); // noted every few seconds
        m_rig->pass(10s, 5s);
        QCOMPARE(status().providers.first().accepted, 2);
    }

    void whatWasRefusedIsCountedByItsReason()
    {
        listening();
        const domain::Instant begun = m_rig->clock.now();
        m_server->sink->refused(domain::ProviderId{1}, {3, 0});
        m_server->sink->refused(domain::ProviderId{1}, {0, 2});
        QCoreApplication::processEvents();
        m_rig->pass(10s, 1s);
        const engine::WebhookStatus::Provider counted = status().providers.first();
        QCOMPARE(counted.refused, 5);
        QCOMPARE(counted.unreadable, 2);
        QVERIFY(counted.lastRefusedAt && *counted.lastRefusedAt >= begun);
        QVERIFY(!counted.lastAt);
    }

    void manyAtOnceShareTransactions()
    {
        listening(1).settle();
        QList<quint64> tickets;
        for (int i = 0; i < 1'000; ++i)
            tickets << deliver({report(u"SM1"_s, i % 2 ? MessageState::Sent : MessageState::Delivered)});
        QCoreApplication::processEvents();
        m_rig->clock.advance(20ms);
        int rounds = 0;
        for (; m_server->answers.size() < 1'000 && rounds < 20; ++rounds)
            m_rig->engine->work();
        QVERIFY(rounds <= 10);
        for (const quint64 ticket : tickets)
            QVERIFY(m_server->answers.value(ticket));
        m_rig->clock.advance(6s);
        m_rig->engine->work();
        QCOMPARE(status().providers.first().accepted, 1'000);
    }

    void anUnsubscribeLinkEndsWhatItSaysAndLeavesItsEvidence()
    {
        listening();
        const engine::OptOutClaim claim{m_rig->vault.indexOf(Rig::number(1)), domain::Channel::Sms,
                                        domain::Category::Marketing};
        const QByteArray token = engine::unsubscribeToken(m_rig->vault, claim);
        const auto read = m_server->routes.readOptOut(token);
        QVERIFY(read && read->addressIndex == claim.addressIndex && read->category == claim.category);
        for (int twice = 0; twice < 2; ++twice) {
            m_server->sink->optOut(++m_ticket, *read, u"One-click unsubscribe link"_s);
            QVERIFY(answered(m_ticket));
        }
        QCOMPARE(number(u"SELECT count(*) FROM consent_event"_s), 1);
        storage::ConsentStore store(*m_rig->db, m_rig->vault);
        QVERIFY(store.isSuppressed(Rig::number(1), domain::Channel::Sms, domain::Category::Marketing));
        QVERIFY(!store.isSuppressed(Rig::number(1), domain::Channel::Sms, domain::Category::Transactional));
        QCOMPARE(fixture::text(*m_rig->db, u"SELECT evidence FROM consent_event"_s), u"One-click unsubscribe link"_s);
        QCOMPARE(store.firstBroken().value(), 0);
    }

    // Whose records are gone must not come back by the next import.
    void anUnsubscribeLinkHoldsWhereNobodyIsKnownByItAnyMore()
    {
        listening();
        const QString stranger = u"+12125559999"_s;
        m_server->sink->optOut(++m_ticket, {m_rig->vault.indexOf(stranger), domain::Channel::Sms, {}}, u"link"_s);
        QVERIFY(answered(m_ticket));
        storage::ConsentStore store(*m_rig->db, m_rig->vault);
        QVERIFY(store.isSuppressed(stranger, domain::Channel::Sms, domain::Category::Marketing));
        QCOMPARE(store.firstBroken().value(), 0);
    }

    void noTokenButItsOwnIsTaken()
    {
        const QByteArray token =
            engine::unsubscribeToken(m_rig->vault, {QByteArray(16, 'i'), domain::Channel::Email, {}});
        QVERIFY(engine::readUnsubscribeToken(m_rig->vault, token));
        for (qsizetype i = 0; i < token.size(); ++i) {
            QByteArray other = token;
            other[i] = other[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!engine::readUnsubscribeToken(m_rig->vault, other) || other == token, other.constData());
        }
        QVERIFY(!engine::readUnsubscribeToken(storage::Vault(QByteArray(32, 'x')), token));
        QVERIFY(!engine::readUnsubscribeToken(m_rig->vault, {}));
        QVERIFY(!engine::readUnsubscribeToken(m_rig->vault, token + "AAAA"));
    }

    void aPortThatIsTakenIsSaidAndTriedAgain()
    {
        m_server->refusal = domain::Error{domain::ErrorCode::Conflict, u"taken"_s, u"port"_s};
        QTest::ignoreMessage(QtWarningMsg, "engine: webhooks cannot be taken: taken");
        listening();
        m_rig->engine->work();
        QCOMPARE(status().state, engine::WebhookStatus::State::Failed);
        QCOMPARE(status().problem, u"Conflict"_s);
        QCOMPARE(status().problemPlace, u"port"_s);
        m_server->refusal.reset();
        m_rig->pass(2min);
        QCOMPARE(status().state, engine::WebhookStatus::State::Listening);
        QVERIFY(m_server->sink);
    }
};

QTEST_GUILESS_MAIN(HookDeskTest)
#include "tst_hookdesk.moc"

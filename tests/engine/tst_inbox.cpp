#include "engine/client/queries.h"
#include "engine/commands/inboxcommands.h"
#include "engine/simulatorrig.h"
#include "engine/tracking/inbounddesk.h"
#include "storage/consent/consentstore.h"
#include "storage/log/conversationlog.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rig;
using domain::Channel;
using domain::ConversationId;
using domain::ErrorCode;
using domain::Instant;
using domain::MessageState;
using domain::Millis;
using engine::ConversationQuery;
using engine::ConversationRow;

class InboxTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Rig> m_rig;
    std::unique_ptr<engine::InboxCommands> m_commands;
    int m_texts = 0;

    engine::Queries queries() { return {*m_rig->db, m_rig->vault, m_rig->clock.now()}; }

    void start()
    {
        m_rig->start();
        m_commands = std::make_unique<engine::InboxCommands>(
            engine::CommandContext{*m_rig->db, m_rig->vault, m_rig->clock, u"test"_s}, *m_rig->engine);
    }

    /// As every way in does it.
    void hear(int person, const QString &body, Channel channel = Channel::Sms, std::optional<Instant> at = {})
    {
        domain::InboundMessage message;
        message.providerMessageId = u"IN%1"_s.arg(++m_texts);
        message.channel = channel;
        message.from = Rig::number(person);
        message.body = body;
        message.at = at.value_or(m_rig->clock.now());
        engine::InboundDesk desk(m_rig->engine->services());
        QVERIFY(desk.keep(domain::ProviderId{1}, {message}));
        m_rig->clock.advance(1s);
    }

    QList<ConversationRow> shown(const ConversationQuery &query = {})
    {
        return queries().conversations(query, {}, 100).value().rows;
    }
    QStringList texts(const ConversationQuery &query = {})
    {
        QStringList last;
        for (const ConversationRow &row : shown(query))
            last << row.lastText;
        return last;
    }
    ConversationId first() { return shown().constFirst().id; }
    domain::Result<domain::MessageId> answer(const QString &body, qint64 draft = 7)
    {
        return m_commands->reply({first(), body, {}, draft});
    }
    qint64 number(const QString &sql) const { return fixture::number(*m_rig->db, sql); }
    /// address_lookup is the ContactStore's; the rig's people are written past it.
    void know(int person)
    {
        auto &s = m_rig->db->statement("INSERT INTO address_lookup VALUES (?, 'sms', ?)");
        QVERIFY(s.bind(1, m_rig->vault.indexOf(Rig::number(person))).bind(2, person).exec());
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_rig = std::make_unique<Rig>(m_dir->filePath(u"w"_s));
        m_texts = 0;
    }
    void cleanup()
    {
        m_commands.reset();
        m_rig.reset();
        m_dir.reset();
    }

    void whoWroteLastStandsFirst()
    {
        m_rig->addPeople(2);
        know(1);
        start();
        hear(1, u"one"_s);
        hear(3, u"two"_s);
        hear(1, u"three"_s);
        hear(1, u"by another way"_s, Channel::WhatsApp);
        const QList<ConversationRow> rows = shown();
        QCOMPARE(texts(), (QStringList{u"by another way"_s, u"three"_s, u"two"_s}));
        QCOMPARE(rows[1].contactName, u"Person 1"_s);
        QCOMPARE(rows[1].unread, 2);
        QCOMPARE(rows[1].address, Rig::number(1));
        QCOMPARE(rows[1].providerName, u"Fake"_s);
        QVERIFY(!rows[2].contactId.isValid());
        QCOMPARE(rows[2].address, Rig::number(3));
        QVERIFY(queries().conversation(rows[2].id).value() == rows[2]);
        QCOMPARE(queries().conversation({99}).error().code, ErrorCode::NotFound);
        // What comes late stands where it belongs, and is unread all the same.
        hear(3, u"late"_s, Channel::Sms, m_rig->clock.now() - 1h);
        QCOMPARE(texts().constLast(), u"two"_s);
        QCOMPARE(shown().constLast().unread, 2);
    }

    void pagesMeetWithoutGapOrDouble()
    {
        start();
        const Instant at = m_rig->clock.now();
        for (int i = 1; i <= 25; ++i)
            hear(i, QString::number(i), Channel::Sms, at + Millis(i / 4)); // some in the same instant
        QSet<qint64> seen;
        QString cursor;
        int pages = 0;
        do {
            const auto page = queries().conversations({}, cursor, 7);
            QVERIFY(page);
            for (const ConversationRow &row : page->rows)
                seen << row.id.value;
            cursor = page->next;
            ++pages;
        } while (!cursor.isEmpty());
        QCOMPARE(seen.size(), 25);
        QCOMPARE(pages, 4);
    }

    void filtersNarrow()
    {
        m_rig->addPeople(3);
        start();
        hear(1, u"hello"_s);
        hear(2, u"STOP"_s);
        hear(3, u"on the other phone"_s, Channel::WhatsApp);
        ConversationQuery query;
        query.show = ConversationQuery::Show::OptOuts;
        QCOMPARE(texts(query), QStringList{u"STOP"_s});
        QVERIFY(shown(query).constFirst().isOptedOut);
        hear(2, u"a question"_s); // that they are out stays so
        QCOMPARE(texts(query), QStringList{u"a question"_s});
        hear(2, u"START"_s);
        QCOMPARE(texts(query), QStringList());
        query = {};
        query.channel = Channel::WhatsApp;
        QCOMPARE(texts(query), QStringList{u"on the other phone"_s});
        query = {};
        query.text = u"(212) 555-1001"_s;
        QCOMPARE(texts(query), QStringList{u"hello"_s});
        query.text = Rig::number(3).right(4);
        QCOMPARE(texts(query), QStringList{u"on the other phone"_s});
        query.text = u"nobody of that name"_s;
        QCOMPARE(texts(query), QStringList());
        auto &name = m_rig->db->statement("INSERT INTO contact_text (rowid, display_name) VALUES (1, 'Person 1')");
        QVERIFY(name.exec());
        query.text = u"perso"_s;
        QCOMPARE(texts(query), QStringList{u"hello"_s});
    }

    void wordsOfATextFindItsConversation()
    {
        start();
        hear(1, u"When is the delivery? My name is M\u00fcller, and I have waited for it since Monday"_s);
        hear(1, u"Thank you"_s);
        hear(2, u"No DELIVERY yet"_s);
        hear(3, u"Something else"_s);
        QVERIFY(answer(u"It leaves with the next delivery"_s)); // to 3
        ConversationQuery query;
        query.text = u"deliv"_s;
        const auto rows = shown(query);
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows[0].foundIsReply);
        QCOMPARE(rows[0].foundText, u"It leaves with the next delivery"_s);
        QCOMPARE(rows[1].foundText, u"No DELIVERY yet"_s);
        QCOMPARE(rows[2].foundText.left(11), u"When is the"_s);
        QCOMPARE(rows[2].lastText, u"Thank you"_s);
        query.text = u"monday muller"_s; // every word, whatever their order and marks
        QCOMPARE(shown(query).size(), 1);
        QVERIFY2(shown(query).constFirst().foundText.startsWith(u"\u2026"_s), "cut before the word");
        QVERIFY(shown(query).constFirst().foundText.contains(u"Monday"_s));
        query.text = u"very"_s; // only beginnings
        QCOMPARE(shown(query).size(), 0);
        query.text = u"\" OR * -"_s;
        QCOMPARE(shown(query).size(), 0);
        query.text = u"deliv"_s;
        query.show = ConversationQuery::Show::OptOuts;
        QCOMPARE(shown(query).size(), 0);
        QVERIFY(shown().constFirst().foundText.isEmpty()); // nothing was looked for
    }

    void whatWasReadStaysReadAndWhatCameMeanwhileDoesNot()
    {
        start();
        hear(1, u"one"_s);
        hear(1, u"two"_s);
        const ConversationRow seen = shown().constFirst();
        hear(1, u"three"_s);
        hear(2, u"other"_s);
        storage::ConversationLog log(*m_rig->db);
        QCOMPARE(log.unreadCount(100), 2);
        QCOMPARE(log.unreadCount(1), 1);
        QVERIFY(m_commands->setReadTo(seen.id, seen.lastInbound));
        QCOMPARE(queries().conversation(seen.id)->unread, 1);
        ConversationQuery unread;
        unread.show = ConversationQuery::Show::Unread;
        QCOMPARE(texts(unread), (QStringList{u"other"_s, u"three"_s}));
        QVERIFY(m_commands->setAllRead());
        QCOMPARE(texts(unread), QStringList());
        QCOMPARE(log.unreadCount(100), 0);
        // Back to unread: the newest of them.
        const qint64 newest = queries().conversation(seen.id)->lastInbound;
        QVERIFY(m_commands->setReadTo(seen.id, newest - 1));
        QCOMPARE(queries().conversation(seen.id)->unread, 1);
        QCOMPARE(m_commands->setReadTo({99}, 1).error().code, ErrorCode::NotFound);
        m_rig->engine->work();
        QCOMPARE(m_rig->engine->status().unread, 1);
    }

    void aThreadHasBothSidesInTheOrderOfTime()
    {
        m_rig->addPeople(2);
        know(1);
        m_rig->addTemplate(u"Offer for {{ first_name }}"_s, u"transactional"_s);
        start();
        m_rig->addCampaign();
        m_rig->settle();
        hear(1, u"How much?"_s);
        const auto sent = answer(u"Ten dollars"_s);
        QVERIFY(sent);
        QCOMPARE(texts(), QStringList{u"Ten dollars"_s});
        QVERIFY(shown().constFirst().lastIsReply);
        const auto waiting = queries().thread(first(), {}, 10);
        QVERIFY(waiting);
        QCOMPARE(waiting->rows.constFirst().state, MessageState::Queued);
        m_rig->settle();
        hear(1, u"HELP"_s);
        const auto thread = queries().thread(first(), {}, 10).value();
        QCOMPARE(thread.rows.size(), 4);
        QCOMPARE(thread.rows[0].intent, u"help"_s);
        QVERIFY(thread.rows[0].isInbound);
        QCOMPARE(thread.rows[1].text, u"Ten dollars"_s);
        QCOMPARE(thread.rows[1].origin, u"manual"_s);
        QVERIFY(thread.rows[1].state != MessageState::Queued);
        QCOMPARE(thread.rows[2].text, u"How much?"_s);
        QCOMPARE(thread.rows[3].text, u"Offer for Name1"_s);
        QCOMPARE(thread.rows[3].campaignName, u"C1"_s);
        // The same in pages of one.
        QList<engine::ThreadEntry> pieces;
        QString cursor;
        do {
            const auto page = queries().thread(first(), cursor, 1);
            QVERIFY(page);
            pieces << page->rows;
            cursor = page->next;
        } while (!cursor.isEmpty() && pieces.size() < 10);
        QVERIFY(pieces == thread.rows);
    }

    void aReplyLeavesOnceHoweverOftenItIsAsked()
    {
        start();
        hear(1, u"Are you open?"_s);
        const auto one = answer(u"Yes"_s, 11);
        QVERIFY(one);
        QCOMPARE(answer(u"Yes"_s, 11).value(), *one);
        m_rig->settle();
        QCOMPARE(answer(u"Yes"_s, 11).value(), *one);
        m_rig->settle();
        QCOMPARE(m_rig->transport.sentTo(), QStringList{Rig::number(1)});
        QCOMPARE(number(u"SELECT count(*) FROM audit WHERE action = 'message.reply'"_s), 1);
        QCOMPARE(number(u"SELECT count(*) FROM message WHERE category = 'transactional' AND origin = 'manual'"_s), 1);
        // The same words again are meant, and neither are they held back after the fifth.
        for (qint64 draft = 12; draft < 20; ++draft)
            QVERIFY(answer(u"Yes"_s, draft));
        m_rig->settle();
        QCOMPARE(m_rig->transport.sentTo().size(), 9);
        QCOMPARE(answer(u"  "_s, 30).error().place, u"body"_s);
        QCOMPARE(answer(u"Yes"_s, 0).error().place, u"draft"_s);
        QCOMPARE(answer(QString(3000, u'x'), 31).error().detail, u"too_many_segments"_s);
        QCOMPARE(m_commands->reply({{99}, u"Yes"_s, {}, 32}).error().code, ErrorCode::NotFound);
    }

    void whoOptedOutIsNotAnswered()
    {
        m_rig->addPeople(1);
        know(1);
        start();
        hear(1, u"STOP"_s);
        const Instant stopped = m_rig->clock.now() - 1s;
        const auto way = m_commands->wayOf(first());
        QVERIFY(way);
        QCOMPARE(way->obstacle, u"suppressed"_s);
        QCOMPARE(way->since.value(), stopped);
        const auto refused = answer(u"But why?"_s);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().place, u"suppressed"_s);
        QCOMPARE(number(u"SELECT count(*) FROM message"_s), 0);
        hear(1, u"START"_s);
        QCOMPARE(m_commands->wayOf(first())->obstacle, QString());
        // Between the answer and its leaving.
        QVERIFY(answer(u"Welcome back"_s));
        hear(1, u"STOP"_s);
        m_rig->settle();
        QCOMPARE(m_rig->transport.sentTo(), QStringList());
        QCOMPARE(queries().thread(first(), {}, 5)->rows[1].reason, u"suppressed"_s);
        fixture::mustRun(*m_rig->db, u"DELETE FROM suppression; UPDATE contact SET do_not_disturb = 1"_s);
        QCOMPARE(m_commands->wayOf(first())->obstacle, u"do_not_disturb"_s);
    }

    void withoutAnAccountNobodyIsAnswered()
    {
        start();
        hear(1, u"Hello"_s);
        QCOMPARE(m_commands->wayOf(first())->obstacle, QString());
        QCOMPARE(m_commands->wayOf(first())->providerName, u"Fake"_s);
        fixture::mustRun(*m_rig->db, u"UPDATE provider SET enabled = 0"_s);
        m_rig->engine->refresh(engine::Topic::Providers);
        QCOMPARE(m_commands->wayOf(first())->obstacle, u"no_provider"_s);
        QCOMPARE(answer(u"Hello"_s).error().place, u"no_provider"_s);
    }

    void outsideTheWindowNoTextLeavesAndInsideByTheSameAccountAlone()
    {
        m_rig->factory.can.channels << Channel::WhatsApp;
        m_rig->factory.can.needsWindow = true;
        fixture::mustRun(*m_rig->db, u"INSERT INTO provider (id, kind, name, rate_per_second, in_flight, position,"
                                     " created_at, updated_at) VALUES (2, 'fake', 'Other', 0, 50, 1, 0, 0);"
                                     "UPDATE provider SET channels = 'sms,whatsapp'"_s);
        start();
        hear(1, u"Hi"_s, Channel::WhatsApp);
        const Instant wrote = m_rig->clock.now() - 1s;
        QCOMPARE(m_commands->wayOf(first())->openUntil.value(), wrote + 24h);
        // Theirs does not answer: the other account has no window, so the answer waits for this one.
        bool isDown = true;
        m_rig->transport.script = [&](const domain::HttpRequest &request) {
            return isDown ? broken(domain::Reached::NotConnected) : m_rig->transport.usual(request);
        };
        QVERIFY(answer(u"Good morning"_s));
        m_rig->pass(2min, 1s);
        QCOMPARE(number(u"SELECT count(*) FROM message WHERE state = 'queued'"_s), 1);
        isDown = false;
        m_rig->pass(30min);
        QCOMPARE(number(u"SELECT count(*) FROM message WHERE provider_id = 1 AND accepted_at IS NOT NULL"_s), 1);
        QCOMPARE(number(u"SELECT count(DISTINCT provider_id) FROM attempt"_s), 1);
        m_rig->clock.set(wrote + 24h);
        const auto way = m_commands->wayOf(first());
        QCOMPARE(way->obstacle, u"window_closed"_s);
        QCOMPARE(way->since.value(), wrote + 24h);
        QCOMPARE(answer(u"Too late"_s, 8).error().place, u"window_closed"_s);
    }

    void noPageIsReadByWalkingThroughTheTable()
    {
        start();
        using Filter = storage::ConversationFilter;
        QList<Filter> filters(4);
        filters[1].show = Filter::Show::Unread;
        filters[2].show = Filter::Show::OptOuts;
        filters[3].channel = Channel::Sms;
        for (const Filter &filter : std::as_const(filters)) {
            auto &s = m_rig->db->statement(u"EXPLAIN QUERY PLAN "_s + storage::ConversationLog::pageSql(filter));
            QString plan;
            while (s.next())
                plan += s.text(3) + u'\n';
            QVERIFY2(!plan.contains(u"TEMP B-TREE"_s) && !plan.contains(u"SCAN"_s), qPrintable(plan));
        }
    }

    void noThreadIsReadByWalkingThroughTheMessages()
    {
        start();
        auto &s = m_rig->db->statement(u"EXPLAIN QUERY PLAN "_s + storage::ConversationLog::threadSql());
        QString plan;
        while (s.next())
            plan += s.text(3) + u'\n';
        QVERIFY2(!plan.isEmpty() && !plan.contains(u"SCAN message"_s) && !plan.contains(u"SCAN m"_s) &&
                     !plan.contains(u"SCAN p"_s) && !plan.contains(u"SCAN r"_s) && !plan.contains(u"SCAN a"_s),
                 qPrintable(plan));
    }

    void whatCameBeforeThereWereConversationsIsInThem()
    {
        start();
        hear(1, u"one"_s);
        hear(1, u"STOP"_s);
        hear(2, u"two"_s);
        const QList<ConversationRow> before = shown();
        fixture::mustRun(*m_rig->db, u"DROP TABLE conversation; DROP INDEX inbound_in_conversation"_s);
        fixture::mustRun(*m_rig->db, storage::builtinMigrations().at(1).sql);
        QVERIFY(shown().size() == 2);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(shown()[i].lastText, before[i].lastText);
            QCOMPARE(shown()[i].unread, before[i].unread);
            QCOMPARE(shown()[i].lastAt, before[i].lastAt);
        }
        ConversationQuery query;
        query.show = ConversationQuery::Show::OptOuts;
        QCOMPARE(shown(query).size(), 1);
    }

    // The whole way over real sockets: a campaign's text, a phone's answer, ours, and what became of it.
    void aPhoneAnswersAndIsAnsweredOnce()
    {
        simulator::Options options;
        options.network.delivery = {Millis{0}, Millis{20}};
        simulator::Server server(options);
        QVERIFY(server.start());
        SimulatorRig wire(*m_rig);
        wire.addAccount(1, server);
        m_rig->addPeople(1);
        know(1);
        m_rig->addTemplate(u"Your order is ready, {{ first_name }}"_s, u"transactional"_s);
        wire.start();
        engine::InboxCommands commands({*m_rig->db, m_rig->vault, m_rig->clock, u"test"_s}, *m_rig->engine);
        engine::Topics told;
        connect(m_rig->engine.get(), &engine::Engine::changed, this, [&](engine::Topics topics) { told |= topics; });
        const auto until = [&](const std::function<bool()> &isSo) { return wire.until(isSo, Millis{500}); };
        m_rig->addCampaign();
        QVERIFY(until([&] { return server.statistics().sends == 1; }));
        QVERIFY(server.reply(Rig::number(1), u"Can I come at 3?"_s));
        QVERIFY(until([&] { return !shown().isEmpty(); }));
        QCOMPARE(shown().constFirst().contactName, u"Person 1"_s);
        QCOMPARE(shown().constFirst().lastText, u"Can I come at 3?"_s);
        QVERIFY(until([&] { return m_rig->engine->status().unread == 1 && told.testFlag(engine::Topic::Inbox); }));
        const auto sent = commands.reply({first(), u"At 3 it is"_s, {}, 5});
        QVERIFY(sent);
        QCOMPARE(commands.reply({first(), u"At 3 it is"_s, {}, 5}).value(), *sent);
        m_rig->engine->refresh(engine::Topic::Messages);
        QVERIFY(until(
            [&] { return queries().thread(first(), {}, 1)->rows.constFirst().state == MessageState::Delivered; }));
        QCOMPARE(server.statistics().sends, 2);
        QStringList bodies;
        for (const simulator::AcceptedMessage &one : server.messages())
            if (one.to == Rig::number(1))
                bodies << one.body;
        bodies.sort();
        QCOMPARE(bodies, (QStringList{u"At 3 it is"_s, u"Your order is ready, Name1"_s}));
        const auto thread = queries().thread(first(), {}, 10).value();
        QCOMPARE(thread.rows.size(), 3);
    }
};

QTEST_GUILESS_MAIN(InboxTest)
#include "tst_inbox.moc"

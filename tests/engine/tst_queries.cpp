#include "engine/client/queries.h"
#include "storage/campaigns/campaignstore.h"
#include "storage/campaigns/segmentstore.h"
#include "storage/contacts/contactstore.h"
#include "storage/core/workspacefile.h"
#include "storage/log/messagelog.h"
#include "storage/templates/templatestore.h"
#include "storage/workspace/providerstore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Channel;
using domain::Contact;
using domain::ContactId;
using domain::ErrorCode;
using domain::fromMillis;
using domain::MessageState;
using engine::ContactQuery;
using engine::MessageQuery;
using engine::Queries;

namespace {

constexpr qint64 now = 1'763'700'000'000; // 2025-11-21 04:40 UTC, still the 20th in New York
constexpr qint64 dayMs = 86'400'000;

} // namespace

/// One workspace for all: 300 people with messages of ten days.
class QueriesTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    std::optional<storage::WorkspaceFile> m_file;
    std::optional<Queries> m_queries;

    storage::Connection &db() { return m_file->connection(); }
    void run(const QString &sql)
    {
        const auto done = db().run(sql);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }

    static Contact person(int i)
    {
        Contact c;
        c.externalId = u"C-%1"_s.arg(i, 3, 10, QChar(u'0'));
        c.firstName = i % 2 ? u"Zoë"_s : u"Ann"_s;
        c.lastName = u"Berg%1"_s.arg(i % 7);
        c.group = i % 3 ? u"Retail"_s : u"Trade"_s;
        c.territory = i % 10 ? u"North"_s : u"South"_s;
        if (i % 4 == 0)
            c.tags << u"vip"_s;
        c.addresses.append({Channel::Sms, u"+1212555%1"_s.arg(1000 + i), {}, u"US"_s, u"MOBILE"_s, i % 50 != 0, {}});
        if (i % 5 == 0)
            c.addresses.append({Channel::Email, u"p%1@example.org"_s.arg(i), {}, {}, {}, true, {}});
        c.attributes = {{u"size"_s, i}};
        return c;
    }

    template <class Row, class Ask>
    QList<Row> everything(Ask ask, int limit)
    {
        QList<Row> rows;
        QString cursor;
        for (int pages = 0; pages < 1000; ++pages) {
            const auto page = ask(cursor, limit);
            if (!page)
                return {};
            rows += page->rows;
            cursor = page->next;
            if (cursor.isEmpty())
                break;
        }
        return rows;
    }

    // 3,000 messages, ten for each contact, 300 a day; the states go round. Two thirds belong to the campaign.
    void makeMessages()
    {
        run(u"INSERT INTO message (id, origin, origin_id, occurrence, campaign_id, contact_id, template_id, version_id,"
            " channel, category, priority, state, reason, address_cipher, address_index, address_tail, country, due_at,"
            " day, attempts, provider_id, provider_message_id, body, segments, cost_micros, cost_currency, cost_source,"
            " created_at, claimed_at)"
            " WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
            " SELECT i, iif(i % 3, 'campaign', 'manual'), i, 0, iif(i % 3, 1, 0), 1 + i % 300, 1, 1, iif(i % 100 = 0,"
            " 'whatsapp', 'sms'), 'marketing', 2, CASE WHEN i % 500 = 0 THEN 'rejected' WHEN i % 40 = 0 THEN 'skipped'"
            " WHEN i > 2900 THEN 'queued' WHEN i % 7 = 0 THEN 'sent' ELSE 'delivered' END, '', a.address_cipher,"
            " a.address_index, a.address_tail, 'US', %1 + i * 288000, (%1 + i * 288000) / 86400000, 1, 1, 'SM' || i,"
            " 'text ' || i, 1, 7500, 'USD', 'provider', %1 + i * 288000, iif(i > 2900 OR i % 40 = 0, NULL, %1 + i *"
            " 288000) FROM n JOIN contact_address a ON a.contact_id = 1 + i % 300 AND a.channel = 'sms' ORDER BY i"_s
                .arg(now - 10 * dayMs));
        run(u"INSERT INTO counter SELECT day, campaign_id, provider_id, template_id, channel, category, state,"
            " cost_currency, count(*), sum(segments), sum(cost_micros) FROM message GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"_s);
        run(u"INSERT INTO attempt (message_id, number, provider_id, reference, started_at, finished_at, outcome,"
            " http_status, latency_ms, code, detail, provider_message_id) VALUES (6, 1, 1, 'R1', 5, 6, 'throttled', "
            "429,"
            " 12, '20429', 'slow down', NULL), (6, 2, 1, 'R2', 7, NULL, '', 0, 0, '', '', 'SM6')"_s);
        run(u"INSERT INTO status_event (message_id, at, said_at, state, source, code, detail) VALUES (6, 8, 9, 'sent',"
            " 'poll', 'c', 'd')"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto file = storage::WorkspaceFile::create(m_dir.filePath(u"w.helio"_s),
                                                   {{}, u"Shop"_s, u"US"_s, u"America/New_York"_s, u"USD"_s, false},
                                                   QByteArray(32, 'k'));
        QVERIFY(file);
        m_file.emplace(std::move(*file));
        storage::ContactStore contacts(db(), m_file->vault());
        const auto saved = db().transaction(false, [&]() -> domain::Result<void> {
            for (int i = 1; i <= 300; ++i)
                if (auto id = contacts.save(person(i), fromMillis(now - 1000 + (i * 7) % 300)); !id)
                    return tl::unexpected(id.error());
            return contacts.remove({ContactId{300}}, fromMillis(now));
        });
        QVERIFY(saved);
        domain::TemplateRecord t;
        t.name = u"Hello"_s;
        t.current = {{{}, 0, {}, {}, u"Hello {{ first_name }}, size {{ size }}"_s, {}, {}, {}, {}}};
        QVERIFY(storage::TemplateStore(db()).save(t, {}, {}, {}));
        storage::ProviderRecord p;
        p.kind = u"twilio"_s;
        p.name = u"Main"_s;
        QVERIFY(storage::ProviderStore(db()).save(p, {}));
        domain::Campaign c;
        c.name = u"Spring"_s;
        c.templateId = domain::TemplateId{1};
        QVERIFY(storage::CampaignStore(db()).add(c, fromMillis(1)));
        QVERIFY(storage::CampaignStore(db()).launch(domain::CampaignId{1}, domain::CampaignState::Sending, u"{}"_s,
                                                    domain::TemplateVersionId{1}, fromMillis(2)));
        makeMessages();
        m_queries.emplace(db(), m_file->vault(), fromMillis(now));
    }

    void theContactListIsWholeAndInOrder_data()
    {
        QTest::addColumn<ContactQuery>("query");
        QTest::addColumn<int>("count");
        const auto add = [](const char *name, int count, auto set) {
            ContactQuery query;
            set(query);
            QTest::newRow(name) << query << count;
        };
        add("all by name", 299, [](auto &) {});
        add("newest", 299, [](auto &q) { q.sort = engine::ContactSort::Newest; });
        add("changed", 299, [](auto &q) { q.sort = engine::ContactSort::RecentlyChanged; });
        add("group", 99, [](auto &q) { q.group = u"Trade"_s; });
        add("territory", 29, [](auto &q) { q.territory = u"South"_s; });
        add("tag", 74, [](auto &q) { q.tag = u"VIP"_s; });
        add("unknown tag", 0, [](auto &q) { q.tag = u"nobody"_s; });
        add("tag and group, newest", 24, [](auto &q) {
            q.tag = u"vip"_s;
            q.group = u"Trade"_s;
            q.sort = engine::ContactSort::Newest;
        });
        add("condition", 24, [](auto &q) { q.condition = u"{\"group\":\"Trade\",\"tags\":{\"contains\":\"vip\"}}"_s; });
        add("word without accent", 150, [](auto &q) { q.text = u"zoe"_s; });
        add("beginnings of two words", 22, [](auto &q) { q.text = u"zo berg3"_s; });
        add("external id", 1, [](auto &q) { q.text = u"C-017"_s; });
        add("whole number as one writes it", 1, [](auto &q) { q.text = u"(212) 555-1017"_s; });
        add("end of a number", 1, [](auto &q) { q.text = u"551017"_s; });
        add("last four", 1, [](auto &q) { q.text = u"1017"_s; });
        add("e-mail in another case", 1, [](auto &q) { q.text = u"P15@Example.org"_s; });
        add("nobody", 0, [](auto &q) { q.text = u"qqq"_s; });
        add("the deleted one", 0, [](auto &q) { q.text = u"C-300"_s; });
        add("signs only", 0, [](auto &q) { q.text = u"\"*("_s; });
    }
    void theContactListIsWholeAndInOrder()
    {
        QFETCH(ContactQuery, query);
        QFETCH(int, count);
        const auto rows = everything<engine::ContactRow>(
            [&](const QString &cursor, int limit) { return m_queries->contacts(query, cursor, limit); }, 13);
        QCOMPARE(rows.size(), count);
        QCOMPARE(m_queries->contactCount(query).value(), count);
        QCOMPARE(m_queries->contactCount(query, 5).value(), std::min(count, 5));
        QSet<qint64> ids;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            ids << rows[i].id.value;
            if (i == 0)
                continue;
            const auto &a = rows[i - 1];
            const auto &b = rows[i];
            switch (query.sort) {
            case engine::ContactSort::Name:
                QVERIFY(std::pair(a.name.toLower(), a.id) < std::pair(b.name.toLower(), b.id));
                break;
            case engine::ContactSort::Newest:
                QVERIFY(a.id > b.id);
                break;
            case engine::ContactSort::RecentlyChanged:
                QVERIFY(std::pair(a.updatedAt, a.id) > std::pair(b.updatedAt, b.id));
            }
        }
        QCOMPARE(ids.size(), count); // none twice
    }

    void aContactRowShowsWhatTheContactHas()
    {
        ContactQuery query;
        query.text = u"C-100"_s;
        const auto row = m_queries->contacts(query, {}, 10).value().rows.value(0);
        QCOMPARE(row.externalId, u"C-100"_s);
        QCOMPARE(row.name, u"Ann Berg2"_s);
        QCOMPARE(row.group, u"Retail"_s);
        QCOMPARE(row.territory, u"South"_s);
        QCOMPARE(row.tags, QStringList{u"vip"_s});
        QCOMPARE(row.phoneTail, u"…1100"_s);
        QCOMPARE(row.emailTail, u"p…@example.org"_s);
        QVERIFY(!row.phoneUsable);
    }

    void countsByName()
    {
        const auto groups = m_queries->groups().value();
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups[1].name, u"Trade"_s);
        QCOMPARE(groups[1].count, 99);
        QCOMPARE(m_queries->territories().value()[1].count, 29);
        QCOMPARE(m_queries->tags().value()[0].name, u"vip"_s);
        QCOMPARE(m_queries->attributeNames().value(), QStringList{u"size"_s});
    }

    void theLogIsWholeAndNewestFirst_data()
    {
        QTest::addColumn<MessageQuery>("query");
        QTest::addColumn<QString>("where");
        const auto add = [](const char *name, const QString &where, auto set) {
            MessageQuery query;
            set(query);
            QTest::newRow(name) << query << where;
        };
        add("all", u"1"_s, [](auto &) {});
        add("campaign", u"campaign_id = 1"_s, [](auto &q) { q.campaign = domain::CampaignId{1}; });
        add("unknown campaign", u"0"_s, [](auto &q) { q.campaign = domain::CampaignId{9}; });
        add("contact", u"contact_id = 17"_s, [](auto &q) { q.contact = ContactId{17}; });
        add("template", u"template_id = 1"_s, [](auto &q) { q.templateId = domain::TemplateId{1}; });
        add("provider without any", u"0"_s, [](auto &q) { q.provider = domain::ProviderId{2}; });
        add("channel", u"channel = 'whatsapp'"_s, [](auto &q) { q.channel = Channel::WhatsApp; });
        add("delivered", u"state = 'delivered'"_s, [](auto &q) { q.states = {MessageState::Delivered}; });
        add("seldom", u"state IN ('rejected', 'skipped')"_s, [](auto &q) {
            q.states = {MessageState::Rejected, MessageState::Skipped};
        });
        add("seldom and not", u"state IN ('rejected', 'sent')"_s, [](auto &q) {
            q.states = {MessageState::Rejected, MessageState::Sent};
        });
        add("seldom in a campaign", u"state = 'skipped' AND campaign_id = 1"_s, [](auto &q) {
            q.states = {MessageState::Skipped};
            q.campaign = domain::CampaignId{1};
        });
        add("contact and state", u"state = 'delivered' AND contact_id = 17"_s, [](auto &q) {
            q.states = {MessageState::Delivered};
            q.contact = ContactId{17};
        });
        add("three days", u"created_at >= %1 AND created_at < %2"_s.arg(now - 6 * dayMs).arg(now - 3 * dayMs),
            [](auto &q) {
                q.from = fromMillis(now - 6 * dayMs);
                q.to = fromMillis(now - 3 * dayMs);
            });
        add("address", u"contact_id = 17"_s, [](auto &q) { q.address = u"212 555 1017"_s; });
        add("address and state", u"contact_id = 21 AND state = 'queued'"_s, [](auto &q) {
            q.address = u"+12125551021"_s;
            q.states = {MessageState::Queued};
        });
        add("everything at once", u"contact_id = 17 AND campaign_id = 1 AND state = 'delivered' AND channel = 'sms'"_s,
            [](auto &q) {
                q.campaign = domain::CampaignId{1};
                q.contact = ContactId{17};
                q.templateId = domain::TemplateId{1};
                q.provider = domain::ProviderId{1};
                q.states = {MessageState::Delivered};
                q.channel = Channel::Sms;
                q.from = fromMillis(0);
                q.to = fromMillis(now + dayMs);
                q.address = u"+12125551017"_s;
            });
    }
    void theLogIsWholeAndNewestFirst()
    {
        QFETCH(MessageQuery, query);
        QFETCH(QString, where);
        QList<qint64> wanted;
        auto &s = db().statement(u"SELECT id FROM message WHERE %1 ORDER BY id DESC"_s.arg(where));
        while (s.next())
            wanted << s.integer(0);
        QVERIFY(!s.failed());
        const auto rows = everything<engine::MessageRow>(
            [&](const QString &cursor, int limit) { return m_queries->messages(query, cursor, limit); }, 17);
        QList<qint64> found;
        for (const auto &row : rows)
            found << row.id.value;
        QCOMPARE(found, wanted);
    }

    // Five million rows: nothing may be looked at but what an index or a stretch of ids leads to.
    void noFilterLooksAtTheWholeLog_data() { theLogIsWholeAndNewestFirst_data(); }
    void noFilterLooksAtTheWholeLog()
    {
        QFETCH(MessageQuery, query);
        storage::MessageFilter filter{query.campaign, query.contact, query.templateId,
                                      query.provider, query.states,  query.channel,
                                      query.from,     query.to,      {}};
        if (!query.address.isEmpty())
            filter.addressIndex = "x"_ba;
        auto &s = db().statement(u"EXPLAIN QUERY PLAN "_s + storage::MessageLog::stretchSql(filter));
        QStringList plan;
        while (s.next())
            plan << s.text(3);
        QVERIFY2(!s.failed(), qPrintable(db().lastError().detail));
        for (const QString &line : plan)
            QVERIFY2(!line.startsWith(u"SCAN m") && !line.startsWith(u"SCAN w") && !line.startsWith(u"SCAN message"),
                     qPrintable(plan.join(u'\n')));
    }

    void anAddressThatIsNoneIsSaidSo()
    {
        MessageQuery query;
        query.address = u"nonsense"_s;
        const auto page = m_queries->messages(query, {}, 10);
        QCOMPARE(page.error().code, ErrorCode::InvalidInput);
        QCOMPARE(page.error().place, u"address"_s);
    }

    void aMessagesStoryIsWhole()
    {
        const auto story = m_queries->story(domain::MessageId{6});
        QVERIFY(story);
        QCOMPARE(story->address, u"+12125551007"_s);
        QCOMPARE(story->row.contactName, u"Zoë Berg0"_s);
        QCOMPARE(story->row.templateName, u"Hello"_s);
        QCOMPARE(story->row.providerName, u"Main"_s);
        QCOMPARE(story->origin, u"manual"_s);
        QCOMPARE(story->providerMessageId, u"SM6"_s);
        QCOMPARE(story->attempts.size(), 2);
        QCOMPARE(story->attempts[0].outcome, u"throttled"_s);
        QCOMPARE(story->attempts[0].httpStatus, 429);
        QCOMPARE(story->attempts[0].finishedAt, fromMillis(6));
        QCOMPARE(story->attempts[1].finishedAt, std::nullopt);
        QCOMPARE(story->statuses.size(), 1);
        QCOMPARE(story->statuses[0].saidAt, fromMillis(9));
        QCOMPARE(m_queries->story(domain::MessageId{99'999}).error().code, ErrorCode::NotFound);
    }

    void theDashboardAddsUp()
    {
        const auto board = m_queries->dashboard(30);
        QVERIFY(board);
        QCOMPARE(board->days.size(), 30);
        QCOMPARE(board->days.last().day, QDate(2025, 11, 20)); // the workspace's day
        QCOMPARE(board->contacts, 299);
        QCOMPARE(board->active.size(), 1);
        QCOMPARE(board->active[0].campaign.name, u"Spring"_s);
        QCOMPARE(board->active[0].templateName, u"Hello"_s);
        QCOMPARE(board->active[0].counts.total(), 2000);
        QCOMPARE(board->providers.size(), 1);
        qint64 sum = 0;
        qint64 cost = 0;
        for (const auto &day : board->days) {
            sum += day.delivered + day.onTheWay + day.waiting + day.doubt + day.failed + day.skipped;
            cost += day.costMicros;
        }
        QCOMPARE(sum, board->last30.total());
        QCOMPARE(cost, board->last30.cost.micros);
        QVERIFY(sum > 2500); // those due tomorrow by UTC are not today's yet
    }

    void aTemplateIsRenderedForAContact()
    {
        const auto record = m_queries->templateByName(u"hello"_s).value();
        const auto text = m_queries->render(record, record.current[0].body, ContactId{4});
        QCOMPARE(text.value(), u"Hello Ann, size 4"_s);
        const auto missing = m_queries->render(record, u"{{ company }}"_s, ContactId{4});
        QCOMPARE(missing.error().code, ErrorCode::InvalidInput);
        QCOMPARE(missing.error().place, u"line 1, column 4"_s);
        QCOMPARE(m_queries->render(record, u"{% if %}"_s, ContactId{4}).error().code, ErrorCode::InvalidInput);
        const auto names = m_queries->placeholders(ContactId{4}).value();
        QVERIFY(names.contains({u"first_name"_s, u"Ann"_s}));
        QVERIFY(names.contains({u"size"_s, u"4"_s}));
        QVERIFY(names.contains({u"workspace.name"_s, u"Shop"_s}));
        QCOMPARE(
            m_queries->render(record, u"{{ workspace.name }}: {{ contact.attributes.size }}"_s, ContactId{4}).value(),
            u"Shop: 4"_s);
    }

    void templatesCountWhatTheySent()
    {
        const auto rows = m_queries->templates().value();
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows[0].delivered > 1000);
        QVERIFY(rows[0].sent > rows[0].delivered);
        QCOMPARE(rows[0].version, 1);
    }

    void aTimelineIsWholeAndNewestFirst()
    {
        run(u"INSERT INTO inbound (provider_id, provider_message_id, channel, contact_id, address_cipher,"
            " address_index, address_tail, body, received_at, seen_at) VALUES (1, 'IN1', 'sms', 17, x'', x'', '',"
            " 'Thanks', %1, %1)"_s.arg(now - 5 * dayMs));
        run(u"INSERT INTO record (contact_id, kind, external_id, status, dated_on, amount_micros, currency, created_at,"
            " updated_at) VALUES (17, 'Sales Invoice', 'INV-1', 'paid', '2025-11-14', 5000000, 'USD', 1, 1)"_s);
        const auto rows = everything<engine::TimelineEntry>(
            [&](const QString &cursor, int limit) { return m_queries->timeline(ContactId{17}, cursor, limit); }, 3);
        QCOMPARE(rows.size(), 12);
        for (qsizetype i = 1; i < rows.size(); ++i)
            QVERIFY(rows[i - 1].at >= rows[i].at);
        const auto record = std::find_if(
            rows.begin(), rows.end(), [](const auto &row) { return row.kind == engine::TimelineEntry::Kind::Record; });
        QCOMPARE(record->title, u"Sales Invoice INV-1"_s);
        QCOMPARE(record->amount->micros, 5'000'000);
    }

    void theWorkspaceSaysWhatItIs()
    {
        const auto info = m_queries->workspace().value();
        QCOMPARE(info.name, u"Shop"_s);
        QCOMPARE(info.contacts, 299);
        QCOMPARE(info.messages, 3000);
        QVERIFY(info.fileBytes > 0);
    }

    void aReviewKnowsTheQuietHours()
    {
        domain::TemplateRecord t;
        t.name = u"Offer"_s;
        t.category = domain::Category::Marketing;
        t.current = {{{}, 0, {}, {}, u"Hello {{ first_name }}"_s, {}, {}, {}, {}},
                     {{}, 0, u"es"_s, {}, u"Hola {{ first_name }}"_s, {}, {}, {}, {}}};
        domain::Campaign c;
        c.templateId = storage::TemplateStore(db()).save(t, {}, {}, {}).value();
        const auto night = m_queries->review(c).value();
        QVERIFY(night.recipients > 200);
        QCOMPARE(night.quiet, night.recipients); // all of them live in New York, where it is 23:40
        QCOMPARE(night.quietUntil, std::optional(fromMillis(now + 8 * 3600'000LL + 20 * 60'000LL)));
        QVERIFY(night.endsAt > night.quietUntil);
        c.startAt = fromMillis(now + 10 * 3600'000LL);
        const auto morning = m_queries->review(c).value();
        QCOMPARE(morning.quiet, 0);
        QVERIFY(!morning.quietUntil);
        QVERIFY(morning.samples.contains(u"Hello Ann"_s));
        storage::SegmentRecord trade;
        trade.name = u"Trade vip"_s;
        trade.condition = uR"({"group":"Trade","tags":{"contains":"vip"}})"_s;
        c.segmentId = storage::SegmentStore(db()).save(trade, {}).value();
        const auto few = m_queries->review(c);
        QVERIFY2(few, few ? "" : qPrintable(few.error().detail));
        QVERIFY(few->recipients > 0 && few->recipients < morning.recipients);
        QCOMPARE(few->samples.size(), std::min<qsizetype>(10, few->recipients));
        QCOMPARE(m_queries->pricePerSegment(Channel::Sms).value().micros, 7500);
    }

    void everybodyGetsTheirOwnLanguage()
    {
        domain::TemplateRecord t;
        t.current = {{{}, 0, {}, {}, u"default"_s, {}, {}, {}, {}}, {{}, 0, u"pt"_s, {}, u"other"_s, {}, {}, {}, {}}};
        const auto bodyFor = [&](const QString &language) { return domain::versionFor(t, language)->body; };
        QCOMPARE(bodyFor(u"pt-BR"_s), u"other"_s);
        QCOMPARE(bodyFor(u"PT"_s), u"other"_s);
        QCOMPARE(bodyFor(u"en"_s), u"default"_s);
        QCOMPARE(bodyFor({}), u"default"_s);
        QVERIFY(!domain::versionFor({}, u"en"_s));
    }

    void whatBecameOfMessagesStandsBesideTheirProvider()
    {
        run(u"INSERT INTO counter SELECT 1, campaign_id, 9, template_id, channel, category, state, currency, 5, 0, 0"
            " FROM counter LIMIT 1"_s); // long ago
        const auto health = m_queries->providerHealth();
        QVERIFY(health);
        QCOMPARE(health->size(), 1);
        QCOMPARE(health->constFirst().id, domain::ProviderId{1});
        const qint64 delivered = health->constFirst().counts.byState[size_t(domain::MessageState::Delivered)];
        QVERIFY(delivered > 1000); // of the 300 a day
        QVERIFY(delivered < 7 * 300);
        run(u"DELETE FROM counter WHERE provider_id = 9"_s);
        const auto use = m_queries->providerUse(domain::ProviderId{1});
        QVERIFY(use);
        QVERIFY(use->campaigns.isEmpty()); // it runs, by any way
    }

    void aConditionIsCountedAndSampledAsItIsWritten()
    {
        const auto trade = m_queries->previewSegment(u"doc.group == 'Trade' and doc.attributes.size < 30"_s, 3);
        QVERIFY(trade);
        QCOMPARE(trade->people, 9);
        QCOMPARE(trade->sample.size(), 3);
        QCOMPARE(trade->sample.first().group, u"Trade"_s);
        QCOMPARE(m_queries->previewSegment(u"{\"group\": \"Trade\"}"_s, 0)->people, 99);
        QCOMPARE(m_queries->previewSegment(u"doc.name > 'Zzz'"_s, 3)->people, 0);
        const auto wrong = m_queries->previewSegment(u"doc.teritory == 'North'"_s, 3);
        QCOMPARE(wrong.error().code, ErrorCode::InvalidInput);
        QCOMPARE(wrong.error().place, u"line 1, column 5"_s);
        QVERIFY2(wrong.error().detail.contains(u"did you mean `territory`?"_s), qPrintable(wrong.error().detail));
        engine::Cancellation late;
        late.cancel();
        QCOMPARE(m_queries->previewSegment(u"doc.vip"_s, 3, late).error().code, ErrorCode::Cancelled);
    }

    void theFieldsOfAConditionBringWhatTheWorkspaceHas()
    {
        const auto fields = m_queries->conditionFields();
        QVERIFY(fields);
        QCOMPARE(fields->find(u"group"_s)->choices, QStringList({u"Retail"_s, u"Trade"_s}));
        QVERIFY(fields->find(u"tags"_s)->choices.contains(u"vip"_s));
        QCOMPARE(fields->suggestion(u"size"_s), u"attributes.size"_s);
        QCOMPARE(fields->suggestion(u"teritory"_s), u"territory"_s);
    }
};

QTEST_GUILESS_MAIN(QueriesTest)
#include "tst_queries.moc"

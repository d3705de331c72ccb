// What the window asks of a workspace with 1,000,000 contacts and 5,000,000 messages. The workspace is made once (a few
// minutes) and kept in build/bench-data/big.db; --fresh makes it anew,
// --import only measures an import. Prints each figure beside its limit; the exit
// status is 1 when one is over it.

#include "bench/figures.h"
#include "bench/people.h"
#include "engine/client/queries.h"
#include "storage/contacts/contactimport.h"
#include "storage/contacts/contactstore.h"
#include "storage/contacts/importpublisher.h"
#include "storage/core/workspacefile.h"
#include "storage/templates/templatestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace storage;
using domain::Result;

namespace {

constexpr int contactCount = 1'000'000;
constexpr int campaigns = 50;
constexpr int messagesPerCampaign = 100'000;
constexpr int notMerged = 32'768; ///< the latest attempts are looked through: what waits at most to be in the index
constexpr qint64 now = 1'763'700'000'000; // 2025-11-21
constexpr qint64 dayMs = 86'400'000;
const QByteArray key(32, 'b');
bool tooSlow = false;

[[noreturn]] void die(const domain::Error &error)
{
    std::fprintf(stderr, "bench_big: %s (%s)\n", qPrintable(error.detail), qPrintable(error.place));
    std::exit(2);
}

template <class T>
T must(Result<T> result)
{
    if (!result)
        die(result.error());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

void say(const char *what, double value, const char *unit)
{
    std::printf("%-58s %12.2f %s\n", what, value, unit);
    std::fflush(stdout);
}

void importContacts(const WorkspaceFile &file)
{
    Connection &db = file.connection();
    QElapsedTimer watch;
    watch.start();
    auto import = must(ContactImport::create(db, file.vault(), ImportPolicy::Skip));
    qint64 adding = 0;
    for (int i = 1; i <= contactCount; ++i) {
        const domain::Contact c = bench::contactOf(i);
        QElapsedTimer one;
        one.start();
        must(import->add(c));
        adding += one.nsecsElapsed();
    }
    must(import->close());
    import.reset();
    say("import: staging a contact", static_cast<double>(adding) / contactCount / 1000, "us");
    watch.restart();
    double before = bench::cpuSeconds();
    must(ImportStage::prepare(db.path()));
    say("import: sorting, processor", bench::cpuSeconds() - before, "s");
    say("import: sorting (in a thread of its own)", static_cast<double>(watch.elapsed()) / 1000, "s");
    watch.restart();
    before = bench::cpuSeconds();
    double longest = 0;
    {
        ImportPublisher publisher(db, file.vault());
        must(publisher.begin(domain::fromMillis(now - 400 * dayMs)));
        for (bool over = false; !over;) {
            QElapsedTimer piece;
            piece.start();
            over = must(publisher.step());
            if (!over)
                longest = std::max(longest, static_cast<double>(piece.nsecsElapsed()) / 1e6);
        }
    }
    say("import: publishing, processor", bench::cpuSeconds() - before, "s");
    say("import: publishing", static_cast<double>(watch.elapsed()) / 1000, "s");
    say("import: the longest piece", longest, "ms");
    say("import: most memory", bench::mostResidentMegabytes(), "MB");
    watch.restart();
    ContactStore store(db, file.vault());
    longest = 0;
    for (int indexed = 1; indexed > 0;) {
        QElapsedTimer piece;
        piece.start();
        must(db.transaction(false, [&]() -> Result<void> {
            indexed = must(store.indexPendingText(400));
            return {};
        }));
        longest = std::max(longest, static_cast<double>(piece.nsecsElapsed()) / 1e6);
    }
    say("text index in the background", static_cast<double>(watch.elapsed()) / 1000, "s");
    say("text index: the longest piece", longest, "ms");
}

void makeMessages(const WorkspaceFile &file)
{
    Connection &db = file.connection();
    QElapsedTimer watch;
    watch.start();
    must(db.run(u"INSERT INTO provider (id, kind, name, created_at, updated_at) VALUES (1, 'twilio', 'Main', 0, 0),"
                " (2, 'twilio', 'Seldom used', 0, 0)"_s));
    for (int t = 1; t <= 3; ++t) {
        domain::TemplateRecord record;
        record.name = u"Template %1"_s.arg(t);
        record.current = {{{}, 0, {}, {}, u"Hello {{ first_name }}"_s, {}, {}, {}, {}}};
        (void)must(TemplateStore(db).save(record, {}, {}, {}));
    }
    // Filled at once behind the rows: in the order of the rows each would take a page a row.
    QStringList indexes;
    {
        auto &s = db.statement("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('message',"
                               " 'attempt') AND sql IS NOT NULL");
        QStringList names;
        while (s.next()) {
            names << s.text(0);
            indexes << s.text(1);
        }
        for (const QString &name : names)
            must(db.run(u"DROP INDEX "_s + name));
    }
    for (int c = 1; c <= campaigns; ++c) {
        const qint64 at = now - (365 - qint64(c) * 7) * dayMs;
        must(
            db.run(u"INSERT INTO campaign (id, name, channel, category, template_id, state, expanded, created_at,"
                   " launched_at, completed_at, updated_at) VALUES (%1, 'Campaign %1', 'sms', 'marketing', %2, '%3', 1,"
                   " %4, %4, %4, %4)"_s.arg(c)
                       .arg(c == 2 ? 3 : 1 + c % 2)
                       .arg(c == campaigns ? u"sending"_s : u"completed"_s)
                       .arg(at)));
        must(db.transaction(false, [&] {
            return db.run(
                u"INSERT INTO message (origin, origin_id, occurrence, campaign_id, contact_id, template_id, version_id,"
                " channel, category, priority, state, reason, address_cipher, address_index, address_tail, country,"
                " due_at, day, attempts, provider_id, provider_message_id, body, text_hash, encoding, segments,"
                " cost_micros, cost_currency, cost_source, created_at, claimed_at, accepted_at, sent_at, delivered_at,"
                " final_at)"
                " SELECT 'campaign', %1, 0, %1, c.id, %2, %2, 'sms', 'marketing', 2, state, '', a.address_cipher,"
                " a.address_index, a.address_tail, 'US', %3 + n * 100, %3 / 86400000, 1, 1, 'SM' || %1 || '_' || n,"
                " 'Hello, this is the text of a message as it was sent to a person.', x'00', 'gsm7', 1, 7500, 'USD',"
                " 'provider', %3 + n * 100, %3 + n * 100, %3 + n * 100, %3 + n * 100, %3 + n * 100, %3 + n * 100 FROM"
                " (SELECT id, row_number() OVER (ORDER BY id) AS n, CASE WHEN id % 1000 = 7 THEN 'undelivered' WHEN id "
                "%"
                " 500 = 3 THEN 'skipped' WHEN id % 5000 = 9 THEN 'uncertain' WHEN %1 = %5 AND id % 3 = 0 THEN 'queued'"
                " ELSE 'delivered' END AS state FROM contact WHERE id > %4 LIMIT %6) c JOIN contact_address a ON"
                " a.contact_id = c.id AND a.channel = 'sms' ORDER BY n"_s.arg(c)
                    .arg(c == 2 ? 3 : 1 + c % 2)
                    .arg(at)
                    .arg((c % 10) * 100'000)
                    .arg(campaigns)
                    .arg(messagesPerCampaign));
        }));
    }
    must(db.run(u"UPDATE message SET claimed_at = NULL, provider_message_id = NULL WHERE state IN ('queued',"
                " 'skipped')"_s));
    for (const QString &sql : indexes)
        must(db.run(sql));
    must(db.run(u"INSERT INTO attempt (message_id, number, provider_id, reference, started_at, finished_at, outcome)"
                " SELECT id, 1, 1, 'R' || id, created_at, created_at, 'accepted' FROM message WHERE id % 50 = 0"
                " OR id > (SELECT max(id) FROM message) - %1"_s.arg(notMerged)));
    must(db.run(u"INSERT INTO message_left SELECT short_hash(address_index), claimed_at, id FROM message WHERE"
                " claimed_at IS NOT NULL ORDER BY 1, 2, 3;"
                "INSERT INTO message_named SELECT short_hash(provider_id || ':' || provider_message_id), id FROM"
                " message WHERE provider_message_id IS NOT NULL ORDER BY 1, 2;"
                "UPDATE message_index SET merged_to = (SELECT max(id) FROM attempt) - %1"_s.arg(notMerged)));
    must(db.run(
        u"INSERT INTO counter (day, campaign_id, provider_id, template_id, channel, category, state, currency,"
        " messages, segments, cost_micros) SELECT day, campaign_id, provider_id, template_id, channel, category,"
        " state, cost_currency, count(*), sum(segments), sum(cost_micros) FROM message GROUP BY 1, 2, 3, 4, 5, 6,"
        " 7, 8"_s));
    say("making the messages", static_cast<double>(watch.elapsed()) / 1000, "s");
}

template <class Work>
void measure(const char *what, double limitMs, Work work)
{
    work(); // warm
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer watch;
        watch.start();
        work();
        best = std::min(best, static_cast<double>(watch.nsecsElapsed()) / 1e6);
    }
    const bool over = best > limitMs;
    tooSlow = tooSlow || over;
    std::printf("%-58s %12.2f ms   (limit %.0f)%s\n", what, best, limitMs, over ? "   TOO SLOW" : "");
    std::fflush(stdout);
}

void measureContacts(engine::Queries &q)
{
    const auto page = [&q](const engine::ContactQuery &query) {
        return [&q, query] { (void)must(q.contacts(query, {}, 100)); };
    };
    engine::ContactQuery all;
    measure("contacts: first page by name", 100, page(all));
    for (const auto sort : {engine::ContactSort::Newest, engine::ContactSort::RecentlyChanged}) {
        engine::ContactQuery query;
        query.sort = sort;
        measure("contacts: first page in another order", 100, page(query));
    }
    measure("contacts: a page in the middle", 100,
            [&] { (void)must(q.contacts(all, u"n500000:Eva Molinrissen"_s, 100)); });
    const auto with = [](auto set) {
        engine::ContactQuery query;
        set(query);
        return query;
    };
    const std::pair<const char *, engine::ContactQuery> filters[] = {
        {"contacts: group", with([](auto &c) { c.group = u"Group 7"_s; })},
        {"contacts: territory few are in", with([](auto &c) { c.territory = u"Far away"_s; })},
        {"contacts: tag a third has", with([](auto &c) { c.tag = u"newsletter"_s; })},
        {"contacts: tag few have", with([](auto &c) { c.tag = u"rare"_s; })},
        {"contacts: tag and group", with([](auto &c) {
             c.tag = u"rare"_s;
             c.group = u"Group 7"_s;
         })},
        {"contacts: condition", with([](auto &c) {
             c.condition = u"{\"$and\":[{\"group\":\"Group 3\"},{\"tags\":{\"contains\":\"newsletter\"}}]}"_s;
         })},
        {"contacts: a word", with([](auto &c) { c.text = u"berlinmota"_s; })},
        {"contacts: two letters", with([](auto &c) { c.text = u"an"_s; })},
        {"contacts: two words", with([](auto &c) { c.text = u"ann com"_s; })},
        {"contacts: external id", with([](auto &c) { c.text = u"C0500000"_s; })},
        {"contacts: whole number", with([](auto &c) { c.text = u"+1 212 250-0000"_s; })},
        {"contacts: end of a number", with([](auto &c) { c.text = u"500123"_s; })},
        {"contacts: e-mail address", with([](auto &c) { c.text = u"c500000@example.org"_s; })},
        {"contacts: nobody", with([](auto &c) { c.text = u"zzzzzz"_s; })}};
    for (const auto &[name, query] : filters)
        measure(name, 100, page(query));
    measure("contacts: count of all", 100, [&] { (void)must(q.contactCount({})); });
    measure("contacts: count of a tag, up to 100,000", 100,
            [&] { (void)must(q.contactCount(with([](auto &c) { c.tag = u"newsletter"_s; }), 100'000)); });
    measure("contacts: tags, groups, territories", 100, [&] {
        (void)must(q.tags());
        (void)must(q.groups());
        (void)must(q.territories());
    });
    measure("contact", 20, [&] { (void)must(q.contact(domain::ContactId{500'000})); });
    measure("timeline", 100, [&] { (void)must(q.timeline(domain::ContactId{500'000}, {}, 50)); });
}

void measureMessages(engine::Queries &q)
{
    using domain::MessageState;
    const auto with = [](auto set) {
        engine::MessageQuery query;
        set(query);
        return query;
    };
    const std::pair<const char *, engine::MessageQuery> filters[] = {
        {"messages: first page", {}},
        {"messages: campaign", with([](auto &m) { m.campaign = domain::CampaignId{20}; })},
        {"messages: contact", with([](auto &m) { m.contact = domain::ContactId{500'000}; })},
        {"messages: template used long ago", with([](auto &m) { m.templateId = domain::TemplateId{3}; })},
        {"messages: provider without messages", with([](auto &m) { m.provider = domain::ProviderId{2}; })},
        {"messages: delivered", with([](auto &m) { m.states = {MessageState::Delivered}; })},
        {"messages: queued", with([](auto &m) { m.states = {MessageState::Queued}; })},
        {"messages: failed", with([](auto &m) {
             m.states = {MessageState::Undelivered, MessageState::Rejected};
         })},
        {"messages: uncertain", with([](auto &m) { m.states = {MessageState::Uncertain}; })},
        {"messages: read (none)", with([](auto &m) { m.states = {MessageState::Read}; })},
        {"messages: failed and delivered", with([](auto &m) {
             m.states = {MessageState::Undelivered, MessageState::Delivered};
         })},
        {"messages: skipped in a campaign", with([](auto &m) {
             m.campaign = domain::CampaignId{20};
             m.states = {MessageState::Skipped};
         })},
        {"messages: queued in an old campaign (none)", with([](auto &m) {
             m.campaign = domain::CampaignId{20};
             m.states = {MessageState::Queued};
         })},
        {"messages: a week in the past", with([](auto &m) {
             m.from = domain::fromMillis(now - 200 * dayMs);
             m.to = domain::fromMillis(now - 193 * dayMs);
         })},
        {"messages: address", with([](auto &m) { m.address = u"+1 212 250-0000"_s; })},
        {"messages: channel (none)", with([](auto &m) { m.channel = domain::Channel::WhatsApp; })}};
    for (const auto &[name, query] : filters)
        measure(name, 100, [&q, &query = query] { (void)must(q.messages(query, {}, 100)); });
    measure("messages: a page in the middle", 100, [&] { (void)must(q.messages({}, u"2500000"_s, 100)); });
    measure("message's story", 100, [&] { (void)must(q.story(domain::MessageId{2'500'000})); });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString folder = QStringLiteral(HELIOGRAPH_SOURCE_DIR "/build/bench-data");
    const QString path = folder + u"/big.db"_s;
    QDir().mkpath(folder);
    if (app.arguments().contains(u"--fresh"_s))
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s, u".import"_s})
            QFile::remove(path + suffix);
    if (!QFile::exists(path) || app.arguments().contains(u"--import"_s)) {
        const QString part = path + u".part"_s;
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
            QFile::remove(part + suffix);
        {
            const auto file =
                WorkspaceFile::create(part, {{}, u"Big"_s, u"US"_s, u"America/New_York"_s, u"USD"_s, false}, key);
            if (!file)
                die(file.error());
            importContacts(*file);
            if (app.arguments().contains(u"--import"_s))
                return 0;
            makeMessages(*file);
        }
        QFile::rename(part, path);
    }
    say("file", static_cast<double>(QFile(path).size()) / 1e6, "MB");
    measure("open and show the first pages", 500, [&] {
        auto file = WorkspaceFile::open(path, key, Connection::Access::ReadWrite);
        if (!file)
            die(file.error());
        auto reader = must(Connection::open(path, Connection::Access::ReadOnly));
        engine::Queries q(*reader, file->vault(), domain::fromMillis(now));
        (void)must(q.workspace());
        (void)must(q.dashboard());
        (void)must(q.contacts({}, {}, 100));
        (void)must(q.messages({}, {}, 100));
    });
    auto file = WorkspaceFile::open(path, key, Connection::Access::ReadWrite);
    if (!file)
        die(file.error());
    auto reader = must(Connection::open(path, Connection::Access::ReadOnly));
    engine::Queries q(*reader, file->vault(), domain::fromMillis(now));
    measure("dashboard", 20, [&] { (void)must(q.dashboard()); });
    measure("templates with their counts", 20, [&] { (void)must(q.templates()); });
    measureContacts(q);
    measureMessages(q);
    return tooSlow ? 1 : 0;
}

#include "engine/commands/contactcommands.h"
#include "engine/commands/segmentcommands.h"
#include "engine/commands/settingscommands.h"
#include "engine/commands/templatecommands.h"
#include "engine/importing/contactimportsink.h"
#include "engine/sending/limits.h"
#include "storage/campaigns/campaignstore.h"
#include "storage/campaigns/segmentstore.h"
#include "storage/consent/consentstore.h"
#include "storage/contacts/contactstore.h"
#include "storage/core/workspacefile.h"
#include "storage/templates/templatestore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Channel;
using domain::Contact;
using domain::ContactId;
using domain::ErrorCode;
using domain::fromMillis;

namespace {

class FixedClock : public domain::Clock
{
public:
    [[nodiscard]] domain::Instant now() const override { return fromMillis(1000); }
};

struct Workspace
{
    QTemporaryDir dir;
    FixedClock clock;
    domain::Result<storage::WorkspaceFile> file = storage::WorkspaceFile::create(
        dir.filePath(u"w.helio"_s), {{}, u"Shop"_s, u"US"_s, u"America/New_York"_s, u"USD"_s, false},
        QByteArray(32, 'k'));

    [[nodiscard]] storage::Connection &db() const { return file->connection(); }
    [[nodiscard]] engine::CommandContext context() const { return {db(), file->vault(), clock, u"ann"_s}; }
    [[nodiscard]] QList<storage::AuditEntry> audit() const
    {
        return storage::AuditLog(db(), file->vault()).page(0, 100).value();
    }
    [[nodiscard]] Contact contact(ContactId id) const
    {
        return storage::ContactStore(db(), file->vault()).contact(id, true).value_or(Contact{});
    }
};

Contact named(const QString &name)
{
    Contact c;
    c.firstName = name;
    return c;
}

domain::TemplateRecord textOf(const QString &body)
{
    domain::TemplateRecord t;
    t.name = u"Hello"_s;
    t.current = {{{}, 0, {}, {}, body, {}, {}, {}, {}}};
    return t;
}

} // namespace

class CommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aContactIsSavedInNormalFormAndNoted()
    {
        Workspace w;
        engine::ContactCommands commands(w.context());
        Contact c = named(u"  Ann "_s);
        c.country = u"us"_s;
        c.addresses = {{Channel::Sms, u"(212) 555-0123"_s, {}, {}, {}, true, {}},
                       {Channel::Email, u"Ann@EXAMPLE.org"_s, {}, {}, {}, true, {}}};
        const auto id = commands.save(c);
        QVERIFY(id);
        const Contact kept = w.contact(*id);
        QCOMPARE(kept.firstName, u"Ann"_s);
        QCOMPARE(kept.country, u"US"_s);
        QCOMPARE(kept.addresses[0].value, u"+12125550123"_s);
        QCOMPARE(kept.addresses[0].country, u"US"_s);
        QCOMPARE(kept.addresses[1].value, u"Ann@example.org"_s);
        const auto entry = w.audit().value(0);
        QCOMPARE(entry.actor, u"ann"_s);
        QCOMPARE(entry.action, u"contact.add"_s);
        QCOMPARE(entry.subject, u"contact:%1"_s.arg(id->value));
        const QByteArray text = QJsonDocument(entry.after).toJson();
        QVERIFY(text.contains("addresses"));
        QVERIFY(!text.contains("0123") && !text.contains("example"));
    }

    void whatIsWrongHasAPlace_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<Contact>("contact");
        const auto add = [](const char *place, auto set) {
            Contact c = named(u"Ann"_s);
            set(c);
            QTest::newRow(place) << QString::fromLatin1(place) << c;
        };
        add("name", [](Contact &c) { c.firstName.clear(); });
        add("first_name", [](Contact &c) { c.firstName = QString(201, u'x'); });
        add("notes", [](Contact &c) { c.notes = QString(10'001, u'x'); });
        add("country", [](Contact &c) { c.country = u"XX"_s; });
        add("time_zone", [](Contact &c) { c.timeZone = u"Mars/Base"_s; });
        add("language", [](Contact &c) { c.language = u"english please"_s; });
        add("phone", [](Contact &c) { c.addresses = {{Channel::Sms, u"12"_s, {}, {}, {}, true, {}}}; });
        add("whatsapp", [](Contact &c) { c.addresses = {{Channel::WhatsApp, u"abc"_s, {}, {}, {}, true, {}}}; });
        add("email", [](Contact &c) { c.addresses = {{Channel::Email, u"ann at home"_s, {}, {}, {}, true, {}}}; });
        add("attributes", [](Contact &c) { c.attributes = {{u"list"_s, QJsonArray{1}}}; });
    }
    void whatIsWrongHasAPlace()
    {
        QFETCH(QString, place);
        QFETCH(Contact, contact);
        Workspace w;
        const auto saved = engine::ContactCommands(w.context()).save(contact);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
        QCOMPARE(saved.error().place, place);
        QVERIFY(w.audit().isEmpty());
    }

    void anExternalIdIsOnePersons()
    {
        Workspace w;
        engine::ContactCommands commands(w.context());
        Contact c = named(u"Ann"_s);
        c.externalId = u"1"_s;
        c.id = commands.save(c).value();
        QVERIFY(commands.save(c)); // its own
        c.id = {};
        const auto twin = commands.save(c);
        QCOMPARE(twin.error().code, ErrorCode::Conflict);
        QCOMPARE(twin.error().place, u"external_id"_s);
    }

    void manyContactsAreDeletedRestoredAndTagged()
    {
        Workspace w;
        engine::ContactCommands commands(w.context());
        QList<ContactId> ids;
        for (int i = 0; i < 501; ++i)
            ids << commands.save(named(u"p%1"_s.arg(i))).value();
        QVERIFY(commands.tag(ids, {u"new"_s}, {}));
        QCOMPARE(w.contact(ids.last()).tags, QStringList{u"new"_s});
        QVERIFY(commands.remove(ids));
        QCOMPARE(w.contact(ids.first()).firstName, QString());
        QVERIFY(commands.restore(ids));
        QCOMPARE(w.contact(ids.last()).firstName, u"p500"_s);
        QCOMPARE(w.audit().value(0).action, u"contact.restore"_s);
        QCOMPARE(storage::AuditLog(w.db(), w.file->vault()).firstBroken().value(), 0);
    }

    void consentGoesIntoTheLedger()
    {
        Workspace w;
        engine::ContactCommands commands(w.context());
        Contact c = named(u"Ann"_s);
        c.addresses = {{Channel::Sms, u"+12125550123"_s, {}, {}, {}, true, {}}};
        const ContactId id = commands.save(c).value();
        QVERIFY(commands.setConsent(id, Channel::Sms, std::nullopt, true, u"by phone"_s));
        storage::ConsentStore consent(w.db(), w.file->vault());
        QVERIFY(consent.isSuppressed(u"+12125550123"_s, Channel::Sms, domain::Category::Marketing));
        QVERIFY(commands.setConsent(id, Channel::Sms, std::nullopt, false, u"signed"_s));
        QVERIFY(!consent.isSuppressed(u"+12125550123"_s, Channel::Sms, domain::Category::Marketing));
        QCOMPARE(commands.setConsent(id, Channel::Email, std::nullopt, true, {}).error().place, u"channel"_s);
    }

    void aSegmentInUseIsKeptAndSaysByWhom()
    {
        Workspace w;
        engine::SegmentCommands commands(w.context());
        const auto id = commands.save({}, u"VIPs"_s, u"doc.vip and doc.territory == 'North'"_s, {});
        QVERIFY(id);
        const auto text = engine::TemplateCommands(w.context()).save(textOf(u"Hi"_s), {});
        QVERIFY(text);
        domain::Campaign campaign;
        campaign.name = u"Spring"_s;
        campaign.templateId = *text;
        campaign.segmentId = *id;
        QVERIFY(storage::CampaignStore(w.db()).add(campaign, {}));
        const auto removed = commands.remove(*id);
        QCOMPARE(removed.error().code, ErrorCode::Conflict);
        QVERIFY2(removed.error().detail.contains(u"Spring"_s), qPrintable(removed.error().detail));

        const auto copy = commands.duplicate(*id);
        QVERIFY(copy);
        const auto record = storage::SegmentStore(w.db()).segment(*copy).value();
        QCOMPARE(record.name, u"VIPs (2)"_s);
        QCOMPARE(record.condition, u"doc.vip and doc.territory == 'North'"_s); // as it was written
        QVERIFY(commands.remove(*copy));
        QCOMPARE(commands.duplicate(*copy).error().code, ErrorCode::NotFound);
    }

    void segmentsAreCheckedAndNoted()
    {
        Workspace w;
        engine::SegmentCommands commands(w.context());
        const auto id = commands.save({}, u" VIPs "_s, {}, u"d"_s);
        QVERIFY(id);
        QCOMPARE(storage::SegmentStore(w.db()).segment(*id).value().name, u"VIPs"_s);
        QCOMPARE(storage::SegmentStore(w.db()).segment(*id).value().condition, u"{}"_s);
        QCOMPARE(commands.save({}, {}, {}, {}).error().place, u"name"_s);
        QCOMPARE(commands.save({}, u"x"_s, u"{\"shoe\":1}"_s, {}).error().place, u"condition: line 1, column 2"_s);
        QCOMPARE(commands.save({}, u"vips"_s, {}, {}).error().code, ErrorCode::Conflict);
        QCOMPARE(w.audit().size(), 1); // what failed is not noted
        QVERIFY(commands.remove(*id));
        QCOMPARE(commands.remove(*id).error().code, ErrorCode::NotFound);
    }

    void templatesAreCheckedWithThePlaceOfTheMistake()
    {
        Workspace w;
        engine::TemplateCommands commands(w.context());
        const auto id = commands.save(textOf(u"Hi {{ first_name }}"_s), u"n"_s);
        QVERIFY(id);
        auto broken = textOf(u"Hi\n{{ first_name"_s);
        broken.name = u"Other"_s;
        const auto saved = commands.save(broken, {});
        QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
        QVERIFY2(saved.error().place.startsWith(u"body: line 2, column "_s), qPrintable(saved.error().place));
        broken.current[0].body = u" "_s;
        QCOMPARE(commands.save(broken, {}).error().place, u"body"_s);
        QCOMPARE(commands.save(textOf(u"x"_s), {}).error().place, u"name"_s); // taken
        domain::Campaign campaign;
        campaign.name = u"C"_s;
        campaign.templateId = *id;
        QVERIFY(storage::CampaignStore(w.db()).add(campaign, {}));
        QCOMPARE(commands.remove(*id).error().code, ErrorCode::Conflict);
        QVERIFY(storage::CampaignStore(w.db()).removeDraft(domain::CampaignId{1}));
        QVERIFY(commands.remove(*id));
        QVERIFY(commands.undelete(*id));
        auto changed = storage::TemplateStore(w.db()).record(*id).value();
        const auto first = changed.current[0].id;
        changed.current[0].body = u"Bye"_s;
        QVERIFY(commands.save(changed, {}));
        QVERIFY(commands.restoreVersion(first));
        QCOMPARE(storage::TemplateStore(w.db()).record(*id).value().current[0].body, u"Hi {{ first_name }}"_s);
    }

    void settingsAreCheckedAndKept()
    {
        Workspace w;
        engine::SettingsCommands commands(w.context());
        engine::SendingLimits limits;
        limits.maxAttempts = 0;
        QCOMPARE(commands.saveLimits(limits).error().place, u"max_attempts"_s);
        limits = {{false, 1, 2}, {true, 3, 4}, 5, 6, 7, 8, 9, 10, 11, 12, {}};
        QVERIFY(commands.saveLimits(limits));
        QCOMPARE(engine::readLimits(w.db()).value(), limits);
        QVERIFY(commands.saveWorkspace(u"New"_s, u"de"_s, u"Europe/Berlin"_s, u"eur"_s));
        const auto settings = storage::readWorkspaceSettings(w.db()).value();
        QCOMPARE(settings.name, u"New"_s);
        QCOMPARE(settings.country, u"DE"_s);
        QCOMPARE(settings.timeZone, u"Europe/Berlin"_s);
        QCOMPARE(settings.currency, u"EUR"_s);
        QVERIFY(!settings.id.isEmpty());
        QCOMPARE(commands.saveWorkspace(u"New"_s, u"DE"_s, u"Nowhere"_s, u"EUR"_s).error().place, u"time_zone"_s);
        QCOMPARE(commands.saveWorkspace(u"New"_s, u"DE"_s, u"UTC"_s, u"€"_s).error().place, u"currency"_s);
    }

    void anImportIsSeenWhenItIsFinished()
    {
        Workspace w;
        engine::ContactImportSink sink(w.context());
        QSignalSpy changed(&sink, &engine::ContactImportSink::contactsChanged);
        QVERIFY(sink.begin(engine::DuplicatePolicy::Update, false));
        QCOMPARE(sink.begin(engine::DuplicatePolicy::Update, false).error().code, ErrorCode::Conflict);
        QList<Contact> people;
        for (int i = 0; i < 300; ++i) {
            people << named(u"p%1"_s.arg(i));
            people.last().externalId = QString::number(i % 200);
        }
        const auto added = sink.add(people);
        QVERIFY(added);
        QCOMPARE(added->added, 200);
        QCOMPARE(added->updated, 100);
        std::optional<domain::Result<void>> done;
        sink.finish({}, [&](const domain::Result<void> &result) { done = result; });
        QVERIFY(changed.wait());
        QVERIFY(done && done->has_value());
        QCOMPARE(w.audit().value(0).action, u"contacts.import"_s);
        storage::ContactStore store(w.db(), w.file->vault());
        QVERIFY(store.byExternalId(u"199"_s).value());
        QTRY_COMPARE(store.indexPendingText(1).value(), 0); // the names follow by themselves
    }

    void aDryRunAndADiscardedImportLeaveNothing()
    {
        Workspace w;
        engine::ContactImportSink sink(w.context());
        for (const bool dry : {true, false}) {
            QVERIFY(sink.begin(engine::DuplicatePolicy::Skip, dry));
            QCOMPARE(sink.add({named(u"x"_s)})->added, 1);
            if (dry) {
                bool done = false;
                sink.finish({}, [&](const domain::Result<void> &result) { done = result.has_value(); });
                QVERIFY(done);
            } else {
                sink.discard();
            }
        }
        QVERIFY(!QFile::exists(w.db().path() + u".import"_s));
        auto &s = w.db().statement("SELECT count(*) FROM contact");
        QVERIFY(s.next());
        QCOMPARE(s.integer(0), 0);
    }

    void theMappingOfAFileIsRemembered()
    {
        Workspace w;
        engine::ContactImportSink sink(w.context());
        const QStringList columns{u"Name"_s, u"Tel"_s};
        QCOMPARE(sink.rememberedFields(columns).value(), std::nullopt);
        QVERIFY(sink.rememberFields(columns, {u"name"_s, u"phone"_s}));
        QCOMPARE(sink.rememberedFields(columns).value(), (QStringList{u"name"_s, u"phone"_s}));
        QCOMPARE(sink.rememberedFields({u"NameTel"_s}).value(), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"

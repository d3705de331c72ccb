#include "storage/campaigns/campaignstore.h"
#include "storage/campaigns/segmentstore.h"
#include "storage/templates/templatestore.h"
#include "storage/workspace/auditlog.h"
#include "storage/workspace/providerstore.h"
#include "storage/workspace/settingstore.h"
#include "workspacefixture.h"

using namespace Qt::StringLiterals;
using namespace storage;
using domain::Campaign;
using domain::CampaignState;
using domain::Category;
using domain::Channel;
using domain::ErrorCode;
using domain::fromMillis;
using domain::TemplateRecord;

namespace {

TemplateRecord filledTemplate()
{
    TemplateRecord t;
    t.name = u"Reminder"_s;
    t.channel = Channel::WhatsApp;
    t.category = Category::Authentication;
    t.purpose = u"appointment"_s;
    t.description = u"for the desk"_s;
    t.notation = u"brace"_s;
    t.missing = u"blank"_s;
    t.smartEncoding = true;
    t.active = false;
    t.isSystem = true;
    t.current = {{{}, 0, u""_s, u"Subject"_s, u"Hello {name}"_s, {}, {}, {}, {}},
                 {{}, 0, u"de"_s, u"Betreff"_s, u"Hallo {name}"_s, {}, {}, {}, {}}};
    return t;
}

} // namespace

static ProviderRecord providerNamed(const QString &name)
{
    ProviderRecord p;
    p.kind = u"twilio"_s;
    p.name = name;
    return p;
}

class StoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsAreKeptByName()
    {
        WorkspaceFixture w;
        SettingStore settings(w.db());
        QCOMPARE(settings.read(u"limits"_s).value(), QJsonObject());
        VERIFY_RESULT(settings.write(u"limits"_s, {{u"a"_s, 1}}));
        VERIFY_RESULT(settings.write(u"limits"_s, {{u"a"_s, 2}}));
        QCOMPARE(settings.read(u"limits"_s).value(), (QJsonObject{{u"a"_s, 2}}));
        VERIFY_RESULT(settings.remove(u"limits"_s));
        QCOMPARE(settings.readText(u"limits"_s).value(), QByteArray());
    }

    void importMappingsAreRemembered()
    {
        WorkspaceFixture w;
        SettingStore settings(w.db());
        QCOMPARE(settings.importMapping("h"_ba).value(), QByteArray());
        VERIFY_RESULT(settings.rememberImportMapping("h"_ba, "[1]"_ba, fromMillis(1)));
        VERIFY_RESULT(settings.rememberImportMapping("h"_ba, "[2]"_ba, fromMillis(2)));
        QCOMPARE(settings.importMapping("h"_ba).value(), "[2]"_ba);
    }

    void auditRowsComeBackNewestFirst()
    {
        WorkspaceFixture w;
        AuditLog log(w.db(), w.vault());
        AuditEntry first{0, fromMillis(5), u"ann"_s, u"contact.save"_s, u"contact:1"_s, {{u"a"_s, 1}}, {{u"b"_s, 2}}};
        AuditEntry second{0, fromMillis(6), u"bob"_s, u"contact.delete"_s, u"contact:2"_s, {}, {}};
        VERIFY_RESULT(log.append(first));
        VERIFY_RESULT(log.append(second));
        first.id = 1;
        second.id = 2;
        QCOMPARE(log.page(0, 10).value(), (QList{second, first}));
        QCOMPARE(log.page(2, 10).value(), QList{first});
        QCOMPARE(log.of(u"contact:1"_s, 0, 10).value(), QList{first});
    }

    void aTamperedAuditShows_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<qint64>("broken");
        QTest::newRow("untouched") << u"SELECT 1"_s << qint64(0);
        QTest::newRow("changed") << u"UPDATE audit SET actor = 'eve' WHERE id = 2"_s << qint64(2);
        QTest::newRow("removed") << u"DELETE FROM audit WHERE id = 2"_s << qint64(3);
        QTest::newRow("the first removed") << u"DELETE FROM audit WHERE id = 1"_s << qint64(2);
        QTest::newRow("swapped") << u"UPDATE audit SET at = at + 1 WHERE id = 3"_s << qint64(3);
    }
    void aTamperedAuditShows()
    {
        QFETCH(QString, sql);
        QFETCH(qint64, broken);
        WorkspaceFixture w;
        AuditLog log(w.db(), w.vault());
        for (int i = 0; i < 4; ++i)
            VERIFY_RESULT(log.append({0, fromMillis(i), u"ann"_s, u"x"_s, u"y"_s, {}, {}}));
        VERIFY_RESULT(w.db().run(sql));
        QCOMPARE(log.firstBroken().value(), broken);
    }

    void providersComeBackAsSaved()
    {
        WorkspaceFixture w;
        ProviderStore store(w.db());
        ProviderRecord p;
        p.kind = u"twilio"_s;
        p.name = u"Main"_s;
        p.settings = {{u"account_sid"_s, u"AC1"_s}};
        p.channels = {Channel::WhatsApp, Channel::Email};
        p.enabled = false;
        p.ratePerSecond = 2.5;
        p.inFlight = 7;
        p.hasSecret = true;
        const auto id = store.save(p, fromMillis(10));
        VERIFY_RESULT(id);
        p.id = *id;
        p.createdAt = p.updatedAt = fromMillis(10);
        QCOMPARE(store.provider(*id).value(), p);
        QCOMPARE(store.save(providerNamed(u"MAIN"_s), fromMillis(11)).error().code, ErrorCode::Conflict);
        VERIFY_RESULT(store.save(providerNamed(u"Second"_s), fromMillis(11)));
        QCOMPARE(store.all().value().at(1).position, 1);

        VERIFY_RESULT(store.pause(*id, u"credentials"_s, u"20003"_s, fromMillis(20)));
        VERIFY_RESULT(store.setPollCursor(*id, 99));
        VERIFY_RESULT(store.setPollCursor(*id, 50)); // never back
        QCOMPARE(*store.mailboxCursor(*id), domain::MailboxCursor());
        const domain::MailboxCursor mailbox{4'294'967'295, 4'294'967'294};
        VERIFY_RESULT(store.setMailboxCursor(*id, mailbox));
        QCOMPARE(*store.mailboxCursor(*id), mailbox);
        p.pausedReason = u"credentials"_s;
        p.pausedDetail = u"20003"_s;
        p.pausedAt = fromMillis(20);
        p.pollCursor = 99;
        QCOMPARE(store.provider(*id).value(), p);
        VERIFY_RESULT(store.resume(*id, fromMillis(30)));
        QCOMPARE(store.provider(*id).value().pausedReason, QString());
        QCOMPARE(store.provider(*id).value().pausedAt, std::nullopt);
        VERIFY_RESULT(store.remove(*id));
        QCOMPARE(store.provider(*id).error().code, ErrorCode::NotFound);
        QCOMPARE(store.remove(*id).error().code, ErrorCode::NotFound);
    }

    void aProviderIsNeededWhileSomethingWaitsForIt_data()
    {
        QTest::addColumn<QString>("message"); // state, look_at, campaign
        QTest::addColumn<bool>("needed");
        QTest::newRow("asked for") << u"'queued', NULL, 0"_s << true;
        QTest::newRow("of a campaign, by any way") << u"'queued', NULL, 7"_s << false;
        QTest::newRow("on its way") << u"'sending', NULL, 7"_s << true;
        QTest::newRow("receipt awaited") << u"'accepted', 5, 7"_s << true;
        QTest::newRow("receipt given up") << u"'accepted', NULL, 7"_s << false;
        QTest::newRow("doubt looked into") << u"'uncertain', 5, 7"_s << true;
        QTest::newRow("through") << u"'delivered', NULL, 7"_s << false;
    }
    void aProviderIsNeededWhileSomethingWaitsForIt()
    {
        QFETCH(QString, message);
        QFETCH(bool, needed);
        WorkspaceFixture w;
        ProviderStore store(w.db());
        VERIFY_RESULT(store.save(providerNamed(u"One"_s), fromMillis(1)));
        VERIFY_RESULT(w.db().run(u"INSERT INTO message (origin, origin_id, occurrence, contact_id, channel, category,"
                                 " priority, due_at, day, created_at, provider_id, state, look_at, campaign_id)"
                                 " VALUES ('campaign', 7, 0, 1, 'sms', 'marketing', 2, 0, 0, 0, 1, %1);"
                                 "INSERT INTO counter SELECT day, campaign_id, provider_id, template_id, channel,"
                                 " category, state, cost_currency, 1, 0, 0 FROM message;"
                                 "INSERT INTO attempt (message_id, number, provider_id, reference, started_at,"
                                 " finished_at, outcome) SELECT id, 1, provider_id, 'R', 0, iif(state = 'sending',"
                                 " NULL, 1), iif(state = 'sending', '', 'accepted') FROM message"
                                 " WHERE state <> 'queued'"_s.arg(message)));
        QCOMPARE(store.isNeeded(domain::ProviderId{1}).value(), needed);
        QCOMPARE(store.isNeeded(domain::ProviderId{2}).value(), false);
    }

    void providersAreAskedInTheOrderGiven()
    {
        WorkspaceFixture w;
        ProviderStore store(w.db());
        const auto id = [&](const QString &name) { return store.save(providerNamed(name), fromMillis(1)).value(); };
        const domain::ProviderId a = id(u"A"_s), b = id(u"B"_s), c = id(u"C"_s);
        VERIFY_RESULT(store.setOrder({c, a}, fromMillis(2)));
        const QList<ProviderRecord> records = store.all().value();
        QStringList names;
        for (const ProviderRecord &record : records)
            names << record.name;
        QCOMPARE(names, (QStringList{u"C"_s, u"A"_s, u"B"_s}));
        QCOMPARE(store.setOrder({b, domain::ProviderId{99}}, fromMillis(3)).error().code, ErrorCode::NotFound);
        QCOMPARE(store.all().value().at(0).name, u"C"_s);
    }

    void aRemovedProviderIsForgottenByWhatIsNotRunning()
    {
        WorkspaceFixture w;
        ProviderStore store(w.db());
        const auto id = store.save(providerNamed(u"One"_s), fromMillis(1));
        VERIFY_RESULT(id);
        VERIFY_RESULT(w.db().run(
            u"INSERT INTO template (id, name, channel, category, created_at, updated_at)"
            " VALUES (1, 'T', 'sms', 'marketing', 0, 0);"
            "INSERT INTO campaign (name, channel, category, template_id, state, provider_id, created_at, updated_at)"
            " VALUES ('Old', 'sms', 'marketing', 1, 'completed', 1, 0, 0),"
            " ('Next', 'sms', 'marketing', 1, 'draft', 1, 0, 0)"_s));
        QCOMPARE(store.campaignsBy(*id, 5).value(), QStringList{u"Next"_s});
        VERIFY_RESULT(store.remove(*id));
        QCOMPARE(w.number(u"SELECT count(*) FROM campaign WHERE provider_id IS NULL"_s), 2);
    }

    void segmentsComeBackAsSavedAndStayWhileInUse()
    {
        WorkspaceFixture w;
        SegmentStore store(w.db());
        SegmentRecord s{{}, u"VIPs"_s, u"{\"group\":\"x\"}"_s, u"the best"_s, {}, {}, 0};
        s.id = store.save(s, fromMillis(1)).value();
        s.createdAt = s.updatedAt = fromMillis(1);
        QCOMPARE(store.segment(s.id).value(), s);
        s.name = u"Vips"_s;
        VERIFY_RESULT(store.save(s, fromMillis(2)));
        s.updatedAt = fromMillis(2);
        QCOMPARE(store.byName(u"vipS"_s).value(), s);
        QCOMPARE(store.save({{}, u"VIPS"_s, u"{}"_s, {}, {}, {}, 0}, {}).error().code, ErrorCode::Conflict);

        Campaign c;
        c.name = u"C"_s;
        c.templateId = TemplateStore(w.db()).save(filledTemplate(), {}, {}, {}).value();
        c.segmentId = s.id;
        const auto id = CampaignStore(w.db()).add(c, {});
        VERIFY_RESULT(id);
        QCOMPARE(store.all().value().first().usedByCampaigns, 1);
        QCOMPARE(store.remove(s.id).error().code, ErrorCode::Conflict);
        VERIFY_RESULT(CampaignStore(w.db()).removeDraft(*id));
        VERIFY_RESULT(store.remove(s.id));
        QCOMPARE(store.remove(s.id).error().code, ErrorCode::NotFound);
    }

    void campaignsComeBackAsSaved()
    {
        WorkspaceFixture w;
        Campaign c;
        c.name = u"Spring"_s;
        c.channel = Channel::WhatsApp;
        c.category = Category::Transactional;
        c.templateId = TemplateStore(w.db()).save(filledTemplate(), {}, {}, {}).value();
        c.segmentId = SegmentStore(w.db()).save({{}, u"S"_s, u"{}"_s, {}, {}, {}, 0}, {}).value();
        c.providerId = ProviderStore(w.db()).save(providerNamed(u"P"_s), {}).value();
        c.startAt = fromMillis(1000);
        c.expiresAt = fromMillis(2000);
        c.pacePerMinute = 30;
        CampaignStore store(w.db());
        c.id = store.add(c, fromMillis(5)).value();
        c.createdAt = c.updatedAt = fromMillis(5);
        c.audience = u"{}"_s;
        QCOMPARE(store.campaign(c.id).value(), c);
        c.name = u"Summer"_s;
        c.channel = Channel::Email;
        c.category = Category::Marketing;
        c.startAt.reset();
        c.expiresAt.reset();
        c.pacePerMinute = 0;
        c.segmentId = {};
        c.providerId = {};
        c.updatedAt = fromMillis(6);
        VERIFY_RESULT(store.saveDraft(c, fromMillis(6)));
        QCOMPARE(store.byName(u"summer"_s).value(), c);

        const domain::TemplateVersionId version = TemplateStore(w.db()).record(c.templateId).value().current.first().id;
        VERIFY_RESULT(store.launch(c.id, CampaignState::Scheduled, u"{\"group\":\"g\"}"_s, version, fromMillis(7)));
        c.state = CampaignState::Scheduled;
        c.audience = u"{\"group\":\"g\"}"_s;
        c.versionId = version;
        c.launchedAt = c.updatedAt = fromMillis(7);
        QCOMPARE(store.inState(CampaignState::Scheduled).value(), QList{c});
        QCOMPARE(store.saveDraft(c, {}).error().code, ErrorCode::Conflict);
        QCOMPARE(store.removeDraft(c.id).error().code, ErrorCode::Conflict);
        QCOMPARE(store.launch(c.id, CampaignState::Sending, {}, version, {}).error().code, ErrorCode::Conflict);

        VERIFY_RESULT(store.move(c.id, CampaignState::Scheduled, CampaignState::Sending, fromMillis(8)));
        QCOMPARE(store.move(c.id, CampaignState::Scheduled, CampaignState::Cancelled, {}).error().code,
                 ErrorCode::Conflict);
        VERIFY_RESULT(store.move(c.id, CampaignState::Sending, CampaignState::Completed, fromMillis(9)));
        QCOMPARE(store.campaign(c.id).value().completedAt, fromMillis(9));
        QCOMPARE(store.startRetryRound(c.id, CampaignState::Completed, fromMillis(10)).value(), 1);
        const Campaign again = store.campaign(c.id).value();
        QCOMPARE(again.state, CampaignState::Sending);
        QCOMPARE(again.completedAt, std::nullopt);
        QCOMPARE(store.all().value(), QList{again});
    }

    void aTemplateComesBackAsSaved()
    {
        WorkspaceFixture w;
        TemplateStore store(w.db());
        TemplateRecord t = filledTemplate();
        t.id = store.save(t, u"first"_s, u"ann"_s, fromMillis(3)).value();
        TemplateRecord read = store.record(t.id).value();
        QCOMPARE(read.current.size(), 2);
        for (int i = 0; i < 2; ++i) {
            t.current[i].id = read.current[i].id;
            t.current[i].number = 1;
            t.current[i].note = u"first"_s;
            t.current[i].actor = u"ann"_s;
            t.current[i].createdAt = fromMillis(3);
        }
        t.createdAt = t.updatedAt = fromMillis(3);
        QCOMPARE(read, t);
        QCOMPARE(store.byName(u"REMINDER"_s).value(), t);
        QCOMPARE(store.save(filledTemplate(), {}, {}, {}).error().code, ErrorCode::Conflict);
    }

    void onlyAChangedTextMakesAVersionAndARestoreMakesANewOne()
    {
        WorkspaceFixture w;
        TemplateStore store(w.db());
        const auto id = store.save(filledTemplate(), {}, {}, fromMillis(1)).value();
        TemplateRecord t = store.record(id).value();
        const auto firstDefault = t.current[0];
        t.current[0].body = u"Changed {name}"_s;
        VERIFY_RESULT(store.save(t, u"second"_s, u"bob"_s, fromMillis(2)));
        QCOMPARE(store.versions(id).value().size(), 3);
        t = store.record(id).value();
        QCOMPARE(t.current[0].number, 2);
        QCOMPARE(t.current[1].number, 1);

        const auto restored = store.restore(firstDefault.id, u"cid"_s, fromMillis(3));
        VERIFY_RESULT(restored);
        const auto now = store.version(*restored).value();
        QCOMPARE(now.number, 3);
        QCOMPARE(now.body, firstDefault.body);
        QCOMPARE(now.actor, u"cid"_s);
        QCOMPARE(store.version(firstDefault.id).value(), firstDefault);
        QCOMPARE(store.restore(now.id, {}, {}).value(), now.id); // it is the newest already
        QCOMPARE(store.versions(id).value().first(), now);
    }

    void aRemovedLanguageIsGoneAndCanComeBack()
    {
        WorkspaceFixture w;
        TemplateStore store(w.db());
        const auto id = store.save(filledTemplate(), {}, {}, fromMillis(1)).value();
        TemplateRecord t = store.record(id).value();
        const auto german = t.current[1];
        t.current.removeLast();
        VERIFY_RESULT(store.save(t, {}, {}, fromMillis(2)));
        QCOMPARE(store.record(id).value().current.size(), 1);
        VERIFY_RESULT(store.save(t, {}, {}, fromMillis(3))); // once is enough
        QCOMPARE(store.versions(id).value().size(), 3);
        VERIFY_RESULT(store.restore(german.id, {}, fromMillis(4)));
        QCOMPARE(store.record(id).value().current.at(1).body, german.body);
    }

    void aDeletedTemplateIsOutOfListsUntilItIsBack()
    {
        WorkspaceFixture w;
        TemplateStore store(w.db());
        const auto id = store.save(filledTemplate(), {}, {}, fromMillis(1)).value();
        VERIFY_RESULT(store.remove(id, fromMillis(2)));
        QCOMPARE(store.all().value().size(), 0);
        QCOMPARE(store.byName(u"Reminder"_s).error().code, ErrorCode::NotFound);
        VERIFY_RESULT(store.record(id)); // a message still shows it
        VERIFY_RESULT(store.undelete(id, fromMillis(3)));
        QCOMPARE(store.all().value().size(), 1);
    }
};

QTEST_GUILESS_MAIN(StoresTest)
#include "tst_stores.moc"

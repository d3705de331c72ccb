#include "enginerig.h"

#include "engine/client/queries.h"
#include "engine/commands/routecommands.h"
#include "engine/sending/limits.h"
#include "storage/workspace/routestore.h"
#include "storage/workspace/settingstore.h"

#include <QTest>

using namespace rig;
using namespace std::chrono_literals;
using namespace domain;

/// Messages go the way that is written down, by another when it is blocked, and cost what is listed.
class EngineRoutesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Rig> m_rig;

    void addProvider(qint64 id, const QString &name, const QString &extra = u"0, 50"_s)
    {
        fixture::mustRun(*m_rig->db, u"INSERT INTO provider (id, kind, name, rate_per_second, in_flight, position,"
                                     " created_at, updated_at) VALUES (%1, 'fake', '%2', %3, %1, 0, 0)"_s.arg(id)
                                         .arg(name, extra));
    }

    [[nodiscard]] Result<void> save(const QList<Route> &routes)
    {
        engine::RouteCommands commands({*m_rig->db, m_rig->vault, m_rig->clock, u"test"_s});
        auto saved = commands.saveRoutes(routes);
        if (saved && m_rig->engine)
            m_rig->engine->refresh(engine::Topic::Providers);
        return saved;
    }

    static Route way(qint64 provider, int position = 0, int weight = 1, const QString &country = {},
                     const QString &sender = {})
    {
        return {Channel::Sms, country, {}, position, weight, ProviderId{provider}, sender};
    }

    [[nodiscard]] int sentBy(qint64 provider) const
    {
        int count = 0;
        for (const HttpRequest &request : m_rig->transport.seen)
            count += request.url == "send" && request.body.split('|').value(3).toLongLong() == provider;
        return count;
    }

    [[nodiscard]] qint64 acceptedBy(qint64 provider) const
    {
        return m_rig->count(u"state = 'accepted' AND provider_id = %1"_s.arg(provider));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_rig = std::make_unique<Rig>(m_folder->filePath(u"w"_s));
        m_rig->factory.can.statusById = false;
        m_rig->addTemplate(u"Hello {{ first_name }}"_s);
        addProvider(2, u"Second"_s);
    }

    void cleanup()
    {
        m_rig.reset();
        m_folder.reset();
    }

    void weightsShareACampaign()
    {
        m_rig->addPeople(400);
        QVERIFY(save({way(1, 0, 3), way(2, 0, 1)}));
        m_rig->addCampaign();
        m_rig->start();
        m_rig->settle();
        QCOMPARE(acceptedBy(1) + acceptedBy(2), 400);
        QVERIFY2(std::abs(acceptedBy(1) - 300) < 50, qPrintable(QString::number(acceptedBy(1))));
    }

    void aSlowWayDoesNotKeepTheOtherWaiting()
    {
        fixture::mustRun(*m_rig->db, u"UPDATE provider SET rate_per_second = 1 WHERE id = 1"_s);
        m_rig->addPeople(400);
        QVERIFY(save({way(1), way(2)}));
        m_rig->addCampaign();
        m_rig->start();
        m_rig->flow(30s, 50ms);
        QVERIFY2(sentBy(2) > 150, qPrintable(QString::number(sentBy(2))));
        QVERIFY2(sentBy(1) < 45, qPrintable(QString::number(sentBy(1))));
    }

    void theClosestCaseDecidesAndNamesTheSender()
    {
        m_rig->addPeople(10);
        fixture::mustRun(*m_rig->db, u"UPDATE contact_address SET country = 'GB' WHERE contact_id > 5"_s);
        QVERIFY(save({way(1), way(2, 0, 1, u"GB"_s, u"ACME"_s)}));
        m_rig->addCampaign();
        m_rig->start();
        m_rig->settle();
        QCOMPARE(acceptedBy(1), 5);
        QCOMPARE(acceptedBy(2), 5);
        for (const HttpRequest &request : std::as_const(m_rig->transport.seen))
            if (request.url == "send")
                QCOMPARE(request.body.split('|').value(4), request.body.split('|').value(3) == "2" ? "ACME"_ba : ""_ba);
        QCOMPARE(fixture::number(*m_rig->db, u"SELECT count(*) FROM attempt WHERE sender = 'ACME'"_s), 5);
    }

    void anAccountWithoutARouteTakesWhatNoneIsWrittenFor()
    {
        m_rig->addPeople(10);
        QVERIFY(save({way(1, 0, 1, u"GB"_s)}));
        m_rig->addCampaign();
        m_rig->start();
        m_rig->settle();
        QCOMPARE(acceptedBy(2), 10);
    }

    void whatIsWrittenForACaseHoldsAlone()
    {
        m_rig->addPeople(3);
        QVERIFY(save({way(1)}));
        fixture::mustRun(*m_rig->db, u"UPDATE provider SET enabled = 0 WHERE id = 1"_s);
        m_rig->addCampaign();
        m_rig->start();
        m_rig->settle();
        QCOMPARE(m_rig->transport.sentTo().size(), 0);
        QCOMPARE(m_rig->count(u"state = 'queued'"_s), 3);
    }

    void theSecondTakesOverInTheMiddleAndNobodyIsWrittenToTwice_data()
    {
        QTest::addColumn<bool>("byRoutes");
        QTest::newRow("by the accounts' order") << false;
        QTest::newRow("by routes") << true;
    }

    // The first stops answering after 300 of 1,000, with requests on their way to it.
    void theSecondTakesOverInTheMiddleAndNobodyIsWrittenToTwice()
    {
        QFETCH(const bool, byRoutes);
        constexpr int people = 1'000;
        m_rig->addPeople(people);
        if (byRoutes)
            QVERIFY(save({way(1, 0), way(2, 1)}));
        m_rig->addCampaign();
        QHash<QByteArray, int> taken;
        int answered = 0;
        m_rig->transport.script = [&](const HttpRequest &request) {
            if (request.url != "send")
                return answer(200);
            const auto parts = request.body.split('|');
            if (parts[3] == "1" && ++answered > 300)
                return broken(Reached::NotConnected);
            ++taken[parts[0]];
            return answer(201, "SM" + parts[2]);
        };
        m_rig->start();
        m_rig->settle();
        m_rig->pass(10min);
        QCOMPARE(m_rig->count(u"state = 'accepted'"_s), people);
        QCOMPARE(acceptedBy(1), 300);
        QCOMPARE(acceptedBy(2), people - 300);
        QCOMPARE(taken.size(), people);
        QVERIFY(std::all_of(taken.cbegin(), taken.cend(), [](int times) { return times == 1; }));
        // The switch can be seen: an attempt with each, the first with its end.
        const qint64 switched = fixture::number(
            *m_rig->db, u"SELECT count(*) FROM attempt a JOIN attempt b ON b.message_id = a.message_id"
                        " AND b.number = a.number + 1 WHERE a.provider_id = 1 AND a.outcome = 'not_sent'"
                        " AND b.provider_id = 2 AND b.outcome = 'accepted'"_s);
        QVERIFY(switched > 0);
        // Only what was on its way or ready for the next places, and the scouts.
        QVERIFY2(switched < 75, qPrintable(QString::number(switched)));
        QCOMPARE(fixture::number(*m_rig->db, u"SELECT sum(messages) FROM counter WHERE provider_id = 2"
                                             " AND state = 'accepted'"_s),
                 people - 300);
    }

    void aCountryThatIsNotAllowedIsSkippedWithItsReason()
    {
        m_rig->addPeople(4);
        fixture::mustRun(*m_rig->db, u"UPDATE contact_address SET country = 'KP' WHERE contact_id > 3"_s);
        engine::SendingLimits limits;
        limits.marketing.enabled = false;
        limits.allowedCountries = {u"US"_s, u"GB"_s};
        QVERIFY(m_rig->db->transaction(
            false, [&] { return storage::SettingStore(*m_rig->db).write(u"limits"_s, engine::toJson(limits)); }));
        m_rig->addCampaign();
        m_rig->start();
        m_rig->settle();
        QCOMPARE(m_rig->count(u"state = 'accepted'"_s), 3);
        QCOMPARE(m_rig->count(u"state = 'skipped' AND reason = 'country_not_allowed'"_s), 1);
    }

    void thePriceListIsTheEstimateUntilTheProviderSays()
    {
        const QDate day(2026, 1, 1);
        engine::RouteCommands commands({*m_rig->db, m_rig->vault, m_rig->clock, u"test"_s});
        QVERIFY(
            commands.savePrices({{ProviderId{1}, Channel::Sms, u"US"_s, Price::Unit::Segment, {10'000, u"EUR"_s}, day},
                                 {ProviderId{1}, Channel::Sms, {}, Price::Unit::Message, {50'000, u"EUR"_s}, day}}));
        m_rig->addPeople(2);
        fixture::mustRun(*m_rig->db, u"UPDATE contact_address SET country = 'GB' WHERE contact_id = 2"_s);
        m_rig->addCampaign();
        m_rig->start();
        m_rig->engine->work();
        m_rig->engine->work();
        QCOMPARE(fixture::text(*m_rig->db, u"SELECT group_concat(cost_micros || cost_currency || cost_source) FROM"
                                           " (SELECT * FROM message WHERE state = 'sending' ORDER BY contact_id)"_s),
                 u"10000EURestimate,50000EURestimate"_s);
        m_rig->settle();
        QCOMPARE(m_rig->count(u"cost_source = 'provider' AND cost_currency = 'USD'"_s), 2);
    }

    void somePricesAreRemovedAndTheOthersStay()
    {
        const QDate day(2026, 1, 1);
        const auto price = [&](qint64 provider, const QString &country, QDate from) {
            return Price{ProviderId{provider}, Channel::Sms, country, Price::Unit::Segment, {10'000, u"EUR"_s}, from};
        };
        engine::RouteCommands commands({*m_rig->db, m_rig->vault, m_rig->clock, u"test"_s});
        QVERIFY(commands.savePrices(
            {price(1, u"US"_s, day), price(1, u"US"_s, day.addDays(1)), price(1, {}, day), price(2, u"US"_s, day)}));
        Price asked = price(1, u"US"_s, day);
        asked.amount = {99, u"USD"_s}; // what it costs is not what it is known by
        QVERIFY(commands.removePrices({asked, price(2, u"GB"_s, day)}));
        QCOMPARE(engine::Queries(*m_rig->db, m_rig->vault, m_rig->clock.now()).prices().value(),
                 (QList<Price>{price(1, {}, day), price(1, u"US"_s, day.addDays(1)), price(2, u"US"_s, day)}));
        QCOMPARE(fixture::number(*m_rig->db, u"SELECT count(*) FROM audit WHERE action = 'prices.remove'"_s), 1);
        QCOMPARE(commands.removePrices(QList<Price>()).error().place, u"prices"_s);
    }

    void whoRemovesAnAccountIsToldOfItsRoutes()
    {
        QVERIFY(save({way(1, 0, 1, u"GB"_s), way(2, 1, 1, u"GB"_s), way(2, 0, 1, u"DE"_s)}));
        engine::Queries queries(*m_rig->db, m_rig->vault, m_rig->clock.now());
        QCOMPARE(queries.providerUse(ProviderId{1}).value().routes, 1);
        QCOMPARE(queries.providerUse(ProviderId{2}).value().routes, 2);
        fixture::mustRun(*m_rig->db, u"DELETE FROM provider WHERE id = 2"_s);
        QCOMPARE(queries.routes().value(), QList<Route>{way(1, 0, 1, u"GB"_s)});
    }

    void routesThatDoNotFitAreNamed_data()
    {
        QTest::addColumn<Route>("route");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const Route &route, const char *place) {
            QTest::newRow(name) << route << QString::fromLatin1(place);
        };
        row("no weight", way(1, 0, 0), "routes[1].weight");
        row("no position", way(1, -1), "routes[1].position");
        row("no country", way(1, 0, 1, u"XX"_s), "routes[1].country");
        row("small letters", way(1, 0, 1, u"gb"_s), "routes[1].country");
        row("a line break", way(1, 0, 1, {}, u"a\nb"_s), "routes[1].sender");
        row("twice", way(2), "routes[1].provider");
        row("no account", way(9), "routes[1].provider");
        Route mail = way(1);
        mail.channel = Channel::Email;
        row("another channel", mail, "routes[1].provider");
    }

    void routesThatDoNotFitAreNamed()
    {
        QFETCH(const Route, route);
        QVERIFY(save({way(1)}));
        const auto saved = save({way(2), route});
        QVERIFY(!saved);
        QTEST(saved.error().place, "place");
        QCOMPARE(storage::RouteStore(*m_rig->db).routes().value(), QList<Route>{way(1)}); // all or nothing
    }

    void whyAMessageGoesItsWayIsExplained()
    {
        QVERIFY(save({way(1, 0, 3, u"GB"_s), way(2, 0, 1, u"GB"_s), way(1, 1, 1, u"GB"_s, u"ACME"_s)}));
        engine::Queries queries(*m_rig->db, m_rig->vault, m_rig->clock.now());
        engine::RouteQuestion question;
        question.to = u"+44 20 7946 0958"_s;
        auto why = queries.explainRoute(question).value();
        QCOMPARE(why.country, u"GB"_s);
        QVERIFY(why.byRoutes && why.countryAllowed);
        QCOMPARE(why.matchedCountry, u"GB"_s);
        QCOMPARE(why.steps.size(), 3);
        QCOMPARE(why.steps[0].share, 0.75);
        QVERIFY(why.steps[0].isUsed && why.steps[1].isUsed && !why.steps[2].isUsed);

        fixture::mustRun(*m_rig->db, u"UPDATE provider SET paused_reason = 'configuration' WHERE id = 1"_s);
        why = queries.explainRoute(question).value();
        QCOMPARE(why.steps[0].obstacle, u"paused"_s);
        QCOMPARE(why.firstUsed, 1);

        question.to = u"+1 212 555 0100"_s;
        why = queries.explainRoute(question).value();
        QVERIFY(!why.byRoutes);
        QCOMPARE(why.firstUsed, 1); // by their order: the first is paused
        question.to = u"hello"_s;
        QCOMPARE(queries.explainRoute(question).error().place, u"to"_s);
    }
};

QTEST_GUILESS_MAIN(EngineRoutesTest)
#include "tst_routes.moc"

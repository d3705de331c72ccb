#include "domain/message/checks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;
using Kind = Verdict::Kind;

namespace {

const Instant t0 = fromMillis(1'800'000'000'000);

CheckFacts fine()
{
    CheckFacts f;
    f.now = t0;
    f.openAt = t0;
    f.expiresAt = t0 + 1h;
    f.capPerHour = 5;
    return f;
}

struct Case
{
    const char *name;
    void (*change)(CheckFacts &);
    Kind kind;
    const char *reason;
};

const Case cases[]{
    {"engine paused", [](CheckFacts &f) { f.engineOn = false; }, Kind::Hold, "paused"},
    {"channel off", [](CheckFacts &f) { f.channelOn = false; }, Kind::Hold, "channel_off"},
    {"provider off", [](CheckFacts &f) { f.providerOn = false; }, Kind::Hold, "provider_off"},
    {"expires now", [](CheckFacts &f) { f.expiresAt = t0; }, Kind::Expire, "expired"},
    {"no address", [](CheckFacts &f) { f.hasAddress = false; }, Kind::Skip, "no_address"},
    {"unusable address", [](CheckFacts &f) { f.addressUsable = false; }, Kind::Skip, "unusable_address"},
    {"deleted contact", [](CheckFacts &f) { f.contactGone = true; }, Kind::Skip, "contact_deleted"},
    {"country not allowed", [](CheckFacts &f) { f.countryAllowed = false; }, Kind::Skip, "country_not_allowed"},
    {"suppressed", [](CheckFacts &f) { f.suppressed = true; }, Kind::Skip, "suppressed"},
    {"do not disturb", [](CheckFacts &f) { f.doNotDisturb = true; }, Kind::Skip, "do_not_disturb"},
    {"quiet hours", [](CheckFacts &f) { f.openAt = t0 + 2h; }, Kind::Wait, "quiet_hours"},
    {"never open", [](CheckFacts &f) { f.openAt.reset(); }, Kind::Skip, "no_open_hours"},
    {"cap", [](CheckFacts &f) { f.sentLastHour = QList<Instant>(5, t0 - 10min); }, Kind::Wait, "frequency_cap"},
    {"cap of the category",
     [](CheckFacts &f) {
         f.capPerDay = 2;
         f.sentLastDay = QList<Instant>(2, t0 - 10h);
     },
     Kind::Wait, "frequency_cap"},
    {"missing value", [](CheckFacts &f) { f.contentProblem = u"missing_value"_s; }, Kind::Skip, "missing_value"},
    {"duplicate", [](CheckFacts &f) { f.duplicate = true; }, Kind::Skip, "duplicate"},
    {"too long", [](CheckFacts &f) { f.segments = 11; }, Kind::Skip, "too_many_segments"},
};

} // namespace

class ChecksTest : public QObject
{
    Q_OBJECT
    CheckList m_list;

    std::optional<CheckAnswer> firstNo(const CheckFacts &f) const
    {
        auto no = m_list.firstNo(f, false);
        return no ? no : m_list.firstNo(f, true);
    }

private Q_SLOTS:
    void aFineMessagePasses()
    {
        QVERIFY(!firstNo(fine()));
        for (const CheckAnswer &answer : m_list.all(fine()))
            QCOMPARE(answer.verdict.kind, Kind::Pass);
    }

    void eachNoHasItsReason_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(cases)); ++i)
            QTest::newRow(cases[i].name) << i;
    }
    void eachNoHasItsReason()
    {
        QFETCH(int, index);
        CheckFacts f = fine();
        cases[index].change(f);
        const auto no = firstNo(f);
        QVERIFY(no);
        QCOMPARE(no->verdict.kind, cases[index].kind);
        QCOMPARE(no->reason, QString::fromLatin1(cases[index].reason));
        int noes = 0;
        for (const CheckAnswer &answer : m_list.all(f))
            noes += answer.verdict.kind != Kind::Pass;
        QCOMPARE(noes, 1);
    }

    void theEarlierNoDecides()
    {
        for (size_t first = 0; first < std::size(cases); ++first)
            for (size_t second = first + 1; second < std::size(cases); ++second) {
                CheckFacts f = fine();
                cases[second].change(f);
                cases[first].change(f);
                const QString name = firstNo(f)->name;
                CheckFacts alone = fine();
                cases[first].change(alone);
                QCOMPARE(name, firstNo(alone)->name);
            }
    }

    void aPlaceIsFreeWhenTheOldestOfTheNewestIsAnHourOld()
    {
        CheckFacts f = fine();
        f.sentLastHour = {t0 - 1min, t0 - 2min, t0 - 3min, t0 - 4min, t0 - 50min, t0 - 55min};
        QCOMPARE(firstNo(f)->verdict.until, t0 + 10min);
        f.sentLastHour.resize(4);
        QVERIFY(!firstNo(f));
        f.capPerHour = 0;
        f.sentLastHour = QList<Instant>(100, t0);
        QVERIFY(!firstNo(f));
    }

    void aCodeDisturbsWhoAskedForIt()
    {
        CheckFacts f = fine();
        f.doNotDisturb = true;
        f.category = Category::Authentication;
        QVERIFY(!firstNo(f));
    }
};

QTEST_APPLESS_MAIN(ChecksTest)
#include "tst_checks.moc"

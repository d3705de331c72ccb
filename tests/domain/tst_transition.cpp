#include "domain/message/transition.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace std::chrono_literals;
using S = MessageState;

namespace {

const Instant t0 = fromMillis(1'800'000'000'000);

StatusReport report(S state)
{
    StatusReport r;
    r.providerMessageId = u"SM1"_s;
    r.state = state;
    return r;
}

MessageEvent answered(Outcome outcome) { return Answered{std::move(outcome), 0.5}; }

// For each event the states it moves, "from>to"; every other state stays as it is.
struct Rule
{
    const char *name;
    MessageEvent event;
    const char *moves;
};

QList<Rule> rules()
{
    return {
        {"released", Released{}, "planned>queued"},
        {"claimed", Claimed{}, "queued>sending"},
        {"postponed", Postponed{t0 + 1h, u"quiet_hours"_s}, "planned>planned queued>queued"},
        {"postponed past expiry", Postponed{t0 + 48h, u"quiet_hours"_s}, "planned>expired queued>expired"},
        {"refused", Refused{u"suppressed"_s}, "planned>skipped queued>skipped"},
        {"accepted", answered(Accepted{u"SM1"_s, {}, {}, S::Accepted}),
         "queued>accepted sending>accepted uncertain>accepted"},
        {"accepted and sent", answered(Accepted{u"SM1"_s, {}, {}, S::Sent}),
         "queued>sent sending>sent uncertain>sent accepted>sent"},
        {"refused recipient", answered(Rejected{RejectReason::Recipient, {}, {}, {}}), "sending>rejected"},
        {"refused content", answered(Rejected{RejectReason::Content, {}, {}, {}}), "sending>rejected"},
        {"opted out", answered(Rejected{RejectReason::OptedOut, {}, {}, {}}), "sending>rejected"},
        {"unclear refusal", answered(Rejected{RejectReason::Unclear, {}, {}, {}}), "sending>rejected"},
        {"refused configuration", answered(Rejected{RejectReason::Configuration, {}, {}, {}}), "sending>queued"},
        {"throttled", answered(Throttled{5s, {}, {}, {}}), "sending>queued"},
        {"throttled past expiry", answered(Throttled{48h, {}, {}, {}}), "sending>expired"},
        {"not sent", answered(NotSent{}), "sending>queued"},
        {"unknown", answered(Unknown{}), "sending>uncertain"},
        {"given back", GivenBack{u"paused"_s}, "sending>queued"},
        {"attempt lost", AttemptLost{}, "sending>uncertain"},
        {"status accepted", StatusLearnt{report(S::Accepted)}, "queued>accepted sending>accepted uncertain>accepted"},
        {"status sent", StatusLearnt{report(S::Sent)}, "queued>sent sending>sent uncertain>sent accepted>sent"},
        {"status cancelled", StatusLearnt{report(S::Cancelled)},
         "sending>cancelled uncertain>cancelled accepted>cancelled sent>cancelled"},
        {"status expired", StatusLearnt{report(S::Expired)},
         "sending>expired uncertain>expired accepted>expired sent>expired cancelled>expired"},
        {"status undelivered", StatusLearnt{report(S::Undelivered)},
         "sending>undelivered uncertain>undelivered accepted>undelivered sent>undelivered cancelled>undelivered "
         "expired>undelivered"},
        {"status rejected", StatusLearnt{report(S::Rejected)},
         "sending>rejected uncertain>rejected accepted>rejected sent>rejected cancelled>rejected expired>rejected"},
        {"status delivered", StatusLearnt{report(S::Delivered)},
         "queued>delivered sending>delivered uncertain>delivered accepted>delivered sent>delivered "
         "cancelled>delivered expired>delivered undelivered>delivered rejected>delivered"},
        {"status read", StatusLearnt{report(S::Read)},
         "queued>read sending>read uncertain>read accepted>read sent>read cancelled>read expired>read "
         "undelivered>read rejected>read delivered>read"},
        {"status of the queue", StatusLearnt{report(S::Queued)}, ""},
        {"nothing new", StatusUnchanged{}, "accepted>accepted sent>sent"},
        {"nothing ever", StatusUnchanged{true}, "accepted>accepted sent>sent"},
        {"absent", DoubtLooked{DoubtFinding::Absent}, "uncertain>uncertain"},
        {"several", DoubtLooked{DoubtFinding::Several}, "uncertain>uncertain"},
        {"inconclusive", DoubtLooked{DoubtFinding::Inconclusive}, "uncertain>uncertain"},
        {"was sent", DoubtDecided{DoubtAnswer::WasSent}, "uncertain>accepted"},
        {"send again", DoubtDecided{DoubtAnswer::SendAgain}, "uncertain>queued"},
        {"give up", DoubtDecided{DoubtAnswer::GiveUp}, "uncertain>rejected"},
        {"cancel", CancelAsked{}, "planned>cancelled queued>cancelled"},
        {"time ran out", TimeRanOut{}, "planned>expired queued>expired"},
    };
}

Standing standing(S state)
{
    Standing s;
    s.state = state;
    s.expiresAt = t0 + 24h;
    if (statusRank(state) >= 10)
        s.acceptedAt = t0 - 1min;
    return s;
}

} // namespace

class TransitionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairDoesWhatTheTableSays_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<int>("state");
        const auto all = rules();
        for (int r = 0; r < all.size(); ++r)
            for (S state : allMessageStates)
                QTest::addRow("%s, %s", all[r].name, qPrintable(toText(state))) << r << static_cast<int>(state);
    }

    void everyPairDoesWhatTheTableSays()
    {
        QFETCH(int, rule);
        QFETCH(int, state);
        const Rule row = rules()[rule];
        const auto from = static_cast<S>(state);
        const QString start = toText(from) + u'>';
        QString expected;
        for (const QString &move : QString::fromLatin1(row.moves).split(u' ', Qt::SkipEmptyParts))
            if (move.startsWith(start))
                expected = move.mid(start.size());
        const Move move = nextState(standing(from), row.event, t0, {});
        QCOMPARE(move.applies, !expected.isEmpty());
        QCOMPARE(toText(move.state), expected.isEmpty() ? toText(from) : expected);
        if (move.applies && move.state == S::Queued && from == S::Sending)
            QVERIFY(move.dueAt && move.rejoinsQueue);
    }

    /// Whatever the order and however often: the end is the same.
    void statusesMergeByRank()
    {
        QList<S> words{S::Accepted, S::Sent, S::Undelivered, S::Delivered, S::Read};
        std::sort(words.begin(), words.end());
        do {
            Standing s = standing(S::Sending);
            for (int twice = 0; twice < 2; ++twice)
                for (S word : std::as_const(words))
                    s.state = nextState(s, StatusLearnt{report(word)}, t0, {}).state;
            QCOMPARE(s.state, S::Read);
        } while (std::next_permutation(words.begin(), words.end()));
    }

    void nothingButAPersonSendsADoubtAgain()
    {
        for (const Rule &rule : rules())
            if (!std::holds_alternative<DoubtDecided>(rule.event))
                QVERIFY2(nextState(standing(S::Uncertain), rule.event, t0, {}).state != S::Queued, rule.name);
    }

    void backoffDoublesUpToItsCap_data()
    {
        QTest::addColumn<int>("failed");
        QTest::addColumn<double>("jitter");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("first") << 0 << 1.0 << qint64(30'000);
        QTest::newRow("second") << 1 << 1.0 << qint64(60'000);
        QTest::newRow("half") << 2 << 0.5 << qint64(60'000);
        QTest::newRow("never at once") << 0 << 0.0 << qint64(1'000);
        QTest::newRow("capped") << 20 << 1.0 << qint64(3'600'000);
        QTest::newRow("no overflow") << 2'000'000'000 << 1.0 << qint64(3'600'000);
    }
    void backoffDoublesUpToItsCap()
    {
        QFETCH(int, failed);
        QFETCH(double, jitter);
        QFETCH(qint64, ms);
        QCOMPARE(backoff(failed, jitter, {}).count(), ms);
    }

    void triesEndAtTheLimit()
    {
        Standing s = standing(S::Sending);
        s.failedAttempts = 3;
        QCOMPARE(nextState(s, answered(NotSent{}), t0, {}).state, S::Queued);
        s.failedAttempts = 4;
        const Move last = nextState(s, answered(NotSent{}), t0, {});
        QCOMPARE(last.state, S::Rejected);
        QCOMPARE(last.reason, u"not_sent"_s);
        // Being throttled is nobody's failure.
        QCOMPARE(nextState(s, answered(Throttled{}), t0, {}).state, S::Queued);
    }

    void throttlingHonoursWhatTheProviderAsks()
    {
        const Move move = nextState(standing(S::Sending), answered(Throttled{7s, {}, {}, {}}), t0, {});
        QCOMPARE(*move.dueAt, t0 + 7s);
    }

    void aDoubtIsLookedIntoOnSchedule()
    {
        const SendingPolicy policy;
        Standing s = standing(S::Sending);
        QCOMPARE(*nextState(s, answered(Unknown{}), t0, policy).lookAt, t0 + 30s);
        s.state = S::Uncertain;
        const QList<Millis> later{2min, 10min, 1h, 6h, 24h};
        for (int looks = 0; looks < 5; ++looks) {
            s.looks = looks;
            QCOMPARE(*nextState(s, DoubtLooked{DoubtFinding::Inconclusive}, t0, policy).lookAt, t0 + later[looks]);
        }
        s.looks = 5;
        const Move end = nextState(s, DoubtLooked{DoubtFinding::Inconclusive}, t0, policy);
        QVERIFY(!end.lookAt);
        QCOMPARE(end.reason, u"unresolved"_s);
    }

    void absenceIsProvenByTwoLooksAMinuteApart()
    {
        Standing s = standing(S::Uncertain);
        const Move first = nextState(s, DoubtLooked{DoubtFinding::Absent}, t0, {});
        QCOMPARE(first.reason, u"absent"_s);
        QVERIFY(*first.lookAt >= t0 + 60s);
        s.firstAbsentAt = t0;
        s.looks = 1;
        QCOMPARE(nextState(s, DoubtLooked{DoubtFinding::Absent}, t0 + 59s, {}).reason, u"absent"_s);
        const Move proven = nextState(s, DoubtLooked{DoubtFinding::Absent}, t0 + 60s, {});
        QCOMPARE(proven.state, S::Uncertain);
        QCOMPARE(proven.reason, u"proven_absent"_s);
        QVERIFY(!proven.lookAt);
    }

    void theSecondLookComesEvenWhenTheScheduleIsOver()
    {
        Standing s = standing(S::Uncertain);
        s.looks = 5;
        QVERIFY(nextState(s, DoubtLooked{DoubtFinding::Absent}, t0, {}).lookAt.has_value());
    }

    void whoTellsNothingIsNotAskedAgain()
    {
        Standing s = standing(S::Accepted);
        s.acceptedAt = t0;
        QVERIFY(nextState(s, StatusUnchanged{}, t0 + 10s, {}).lookAt.has_value());
        QVERIFY(!nextState(s, StatusUnchanged{true}, t0 + 10s, {}).lookAt.has_value());
    }

    void receiptsArePolledEachMinuteThenRarerThenNoMore()
    {
        const SendingPolicy policy;
        QCOMPARE(*nextStatusLook(S::Accepted, t0, t0, 0, policy), t0 + 10s);
        QCOMPARE(*nextStatusLook(S::Accepted, t0, t0 + 10s, 1, policy), t0 + 70s);
        QCOMPARE(*nextStatusLook(S::Sent, t0, t0 + 1h, 9, policy), t0 + 1h + 10min);
        QCOMPARE(*nextStatusLook(S::Sent, t0, t0 + 5h, 9, policy), t0 + 6h);
        QVERIFY(!nextStatusLook(S::Sent, t0, t0 + 72h, 99, policy));
        QVERIFY(!nextStatusLook(S::Delivered, t0, t0, 0, policy));
    }
};

QTEST_APPLESS_MAIN(TransitionTest)
#include "tst_transition.moc"

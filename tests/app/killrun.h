#pragma once

#include "app/programs.h"
#include "storage/messagefixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

namespace apptest {

using namespace Qt::StringLiterals;

/// What stands in the workspace and in the simulator's log at the end.
struct Figures
{
    int acceptedOnce = 0;
    int acceptedTwice = 0;        ///< or more often
    QMap<QString, qint64> states; ///< of the messages
    int uncertainAccepted = 0;    ///< in doubt in the workspace, in the simulator's log all the same
    QStringList faults;           ///< empty: the promise was kept
};

/// A campaign whose sending program is killed again and again. Every step blocks until it is done.
class Run : public Programs
{
public:
    explicit Run(const Plan &plan) : Programs(plan), m_random(plan.seed) {}

    /// Starts the sender and kills it, as often as planned, and again where the machine was too busy for anything to
    /// leave before. Empty, or what went wrong: one that ended by itself, or a campaign that was over too soon.
    [[nodiscard]] QString killOften()
    {
        int latest = m_plan.latestMs;
        for (int i = 0; i < m_plan.kills; ++i) // a quarter of them while the program still starts
            if (const QString problem = killOnce(i % 4 == 0 ? qMin(300, latest) : latest); !problem.isEmpty())
                return problem;
        QString state = show()[u"state"].toString();
        for (; state == u"scheduled" && latest < 30'000; state = show()[u"state"].toString()) {
            latest *= 2;
            if (const QString problem = killOnce(latest); !problem.isEmpty())
                return problem;
        }
        return state == u"sending" ? QString() : u"after the last kill the campaign was "_s + state;
    }

    /// Lets the command line's engine run until nothing is left to do.
    [[nodiscard]] QString letFinish(int patienceMs)
    {
        const Ended ended = control({u"run"_s, u"--until-idle"_s}, {}, patienceMs);
        return ended.code == 0 ? QString() : u"run --until-idle: "_s + ended.said.right(2'000);
    }

    /// Lets the sender run until every message has had its attempt; what is in doubt then stays so.
    [[nodiscard]] QString letSend(int patienceMs)
    {
        startSender();
        QElapsedTimer timer;
        timer.start();
        for (;;) {
            if (m_sender->waitForFinished(250))
                return u"the program ended by itself: "_s + QString::fromUtf8(m_sender->readAllStandardError());
            const QJsonObject counts = show();
            if (counts[u"state"].toString() == u"completed")
                break;
            if (timer.elapsed() > patienceMs)
                return u"it does not come to an end: "_s + QString::fromUtf8(QJsonDocument(counts).toJson()) +
                       QString::fromUtf8(m_sender->readAllStandardError()).right(2'000);
        }
        m_sender->terminate();
        return m_sender->waitForFinished(15'000) && m_sender->exitCode() == 0 ? QString()
                                                                              : u"it does not stop when asked"_s;
    }

    /// Reads the workspace and the log, and compares.
    [[nodiscard]] Figures figures()
    {
        Figures f;
        const QHash<QString, QStringList> taken = accepted();
        for (int i = 0; i < m_plan.recipients; ++i) {
            const qsizetype times = taken.value(number(i)).size();
            f.acceptedOnce += times == 1;
            f.acceptedTwice += times > 1;
            if (times > 1)
                f.faults << u"%1 got %2 messages: %3"_s.arg(number(i)).arg(times).arg(taken[number(i)].join(u' '));
        }
        auto db = storage::Connection::open(path(u"w.heliograph"_s), storage::Connection::Access::ReadOnly);
        if (!db) {
            f.faults << u"the workspace does not open: "_s + db.error().detail;
            return f;
        }
        compareMessages(**db, taken, f);
        if (!fixture::countersAgree(**db))
            f.faults << u"the counters are not what the messages say"_s;
        if (const qint64 open = fixture::number(**db, u"SELECT count(*) FROM attempt WHERE finished_at IS NULL"_s))
            f.faults << u"%1 attempts are open"_s.arg(open);
        const QJsonObject counts = show();
        for (auto it = f.states.cbegin(); it != f.states.cend(); ++it)
            if (counts[it.key()].toInteger() != *it)
                f.faults << u"campaign show says %1 %2, the messages %3"_s.arg(counts[it.key()].toInteger())
                                .arg(it.key())
                                .arg(*it);
        if (counts[u"recipients"].toInteger() != m_plan.recipients)
            f.faults << u"campaign show says %1 recipients"_s.arg(counts[u"recipients"].toInteger());
        if (const Ended ended = control({u"verify"_s}); ended.code != 0)
            f.faults << u"verify: "_s + ended.said;
        return f;
    }

private:
    // Each contact has one message; one that is through is the very one the simulator took, of one that is in doubt
    // there may be one, and of the others there is none.
    void compareMessages(storage::Connection &db, const QHash<QString, QStringList> &taken, Figures &f) const
    {
        static const QSet<QString> through{u"accepted"_s, u"sent"_s, u"delivered"_s, u"read"_s, u"undelivered"_s};
        QSet<QString> seen;
        auto &s = db.statement("SELECT c.external_id, m.state, coalesce(m.provider_message_id, ''), m.reason"
                               " FROM contact c JOIN message m ON m.contact_id = c.id");
        while (s.next()) {
            const QString who = s.text(0);
            const QString state = s.text(1);
            ++f.states[state];
            if (seen.contains(who))
                f.faults << who + u" has two messages"_s;
            seen.insert(who);
            const QStringList sids = taken.value(number(who.mid(1).toInt()));
            if (state == u"uncertain")
                f.uncertainAccepted += !sids.isEmpty();
            else if (through.contains(state) ? sids != QStringList{s.text(2)} : !sids.isEmpty())
                f.faults << u"%1 is %2 (%3, %4), the simulator took %5"_s.arg(who, state, s.text(3), s.text(2),
                                                                              sids.join(u' '));
            else if (!through.contains(state))
                f.faults << u"%1 was left %2 (%3)"_s.arg(who, state, s.text(3));
        }
        if (seen.size() != m_plan.recipients)
            f.faults << u"%1 of %2 have a message"_s.arg(seen.size()).arg(m_plan.recipients);
    }

    [[nodiscard]] QString killOnce(int latestMs)
    {
        startSender();
        if (m_sender->waitForFinished(m_random.bounded(m_plan.earliestMs, latestMs)))
            return u"the program ended by itself (%1): %2"_s.arg(m_sender->exitCode())
                .arg(QString::fromUtf8(m_sender->readAllStandardError()));
        m_sender->kill(); // SIGKILL
        m_sender->waitForFinished();
        return {};
    }

    QRandomGenerator m_random;
};

} // namespace apptest

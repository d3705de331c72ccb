// The SQL part of sending: plan, claim and settle, in batches of 500, on a real file.

#include "domain/message/reference.h"
#include "storage/messagefixture.h"
#include "storage/messages/messagestore.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace storage;

int main()
{
    constexpr int people = 200'000;
    constexpr int batch = 500;
    QTemporaryDir dir;
    const auto db = fixture::workspaceDatabase(dir.filePath(u"w.db"_s));
    fixture::peopleAndCampaign(*db, people);
    MessageStore store(*db);
    const SendingPolicy policy;
    const Instant now = fromMillis(1'800'000'000'000);

    CampaignPlan plan;
    plan.campaign.value = 1;
    plan.templateId.value = 1;
    plan.version.value = 1;
    plan.dueAt = now;
    QElapsedTimer timer;
    timer.start();
    qint64 worstPlan = 0;
    for (qint64 after = 0;;) {
        QElapsedTimer one;
        one.start();
        const auto step = store.planNext(plan, after, batch);
        if (!step || step->finished)
            break;
        worstPlan = qMax(worstPlan, one.nsecsElapsed());
        after = step->reached;
    }
    std::printf("plan    %8.0f messages/s, longest step %.1f ms\n", people * 1e3 / double(timer.elapsed()),
                double(worstPlan) / 1e6);

    const QString body = u"Dear customer, our spring offer is waiting for you. Reply STOP to end."_s;
    qint64 claimNs = 0, settleNs = 0, readNs = 0, worstClaim = 0, worstSettle = 0, done = 0;
    for (;;) {
        QElapsedTimer t;
        t.start();
        const auto due = store.due(2, CampaignId{1}, now, batch);
        if (!due || due->isEmpty())
            break;
        readNs += t.nsecsElapsed();
        QList<Claim> claims;
        for (const DueMessage &d : *due) {
            Claim &c = claims.emplaceBack();
            c.message = d.id;
            c.provider.value = 1;
            c.reference = attemptReference(now, d.id, 1);
            c.body = body;
            c.textHash = QByteArray(16, 'h');
            c.encoding = u"gsm7"_s;
            c.segments = 1;
            c.estimate = {5000, u"USD"_s};
        }
        t.restart();
        if (!store.claim(claims, {}, now, policy))
            return 1;
        claimNs += t.nsecsElapsed();
        worstClaim = qMax(worstClaim, t.nsecsElapsed());
        QList<Settlement> answers;
        for (const Claim &c : claims) {
            Settlement &s = answers.emplaceBack();
            s.message = c.message;
            s.provider = c.provider;
            s.attempt = c.attempt;
            s.event = Answered{Accepted{u"SM%1"_s.arg(c.message.value, 32), {}, {}, MessageState::Accepted}, 0.5};
            s.httpStatus = 201;
        }
        t.restart();
        if (!store.settle(answers, now, policy))
            return 1;
        settleNs += t.nsecsElapsed();
        worstSettle = qMax(worstSettle, t.nsecsElapsed());
        done += claims.size();
    }
    const auto micros = [done](qint64 ns) { return double(ns) / 1e3 / double(done); };
    std::printf("due     %8.2f us a message\nclaim   %8.2f us a message, longest batch %.1f ms\n", micros(readNs),
                micros(claimNs), double(worstClaim) / 1e6);
    std::printf("settle  %8.2f us a message, longest batch %.1f ms\n", micros(settleNs), double(worstSettle) / 1e6);
    std::printf("claim and settle %8.0f messages/s\n", 1e6 / (micros(claimNs) + micros(settleNs)));
    return 0;
}

#include "domain/campaign/campaign.h"

#include <QTest>

using namespace domain;
using S = CampaignState;
using A = CampaignAction;

class CampaignTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatEachStateAllows_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("action");
        QTest::addColumn<int>("to"); // -1: refused
        const auto row = [](S from, A action, std::optional<S> to) {
            QTest::addRow("%s+%d", qPrintable(toText(from)), int(action))
                << int(from) << int(action) << (to ? int(*to) : -1);
        };
        for (S s : {S::Draft, S::Scheduled, S::Sending, S::Paused, S::Completed, S::Cancelled}) {
            row(s, A::Launch, s == S::Draft ? std::optional(S::Scheduled) : std::nullopt);
            row(s, A::Start, s == S::Scheduled ? std::optional(S::Sending) : std::nullopt);
            row(s, A::Complete, s == S::Sending ? std::optional(S::Completed) : std::nullopt);
            row(s, A::Reopen, s == S::Completed ? std::optional(S::Sending) : std::nullopt);
            row(s, A::Resume, s == S::Paused ? std::optional(S::Scheduled) : std::nullopt);
        }
        row(S::Draft, A::Pause, std::nullopt);
        row(S::Scheduled, A::Pause, S::Paused);
        row(S::Sending, A::Pause, S::Paused);
        row(S::Completed, A::Cancel, std::nullopt);
        row(S::Cancelled, A::Cancel, std::nullopt);
        row(S::Paused, A::Cancel, S::Cancelled);
    }

    void whatEachStateAllows()
    {
        QFETCH(int, from);
        QFETCH(int, action);
        QFETCH(int, to);
        const auto next = nextCampaignState(S(from), A(action));
        QCOMPARE(next ? int(*next) : -1, to);
    }

    void wordsReadBack()
    {
        for (S s : {S::Draft, S::Scheduled, S::Sending, S::Paused, S::Completed, S::Cancelled})
            QCOMPARE(campaignStateFromText(toText(s)), std::optional(s));
        for (MessageState s : allMessageStates)
            QCOMPARE(messageStateFromText(toText(s)), std::optional(s));
    }
};

QTEST_APPLESS_MAIN(CampaignTest)
#include "tst_campaign.moc"

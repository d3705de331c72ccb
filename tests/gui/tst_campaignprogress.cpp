#include "gui/campaigns/campaignprogress.h"
#include "gui/campaigns/messageline.h"
#include "gui/campaignsamples.h"
#include "gui/frame/language.h"
#include "gui/kit/errortext.h"
#include "gui/kit/statepill.h"
#include "gui/kit/tones.h"
#include "gui/samples.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;

/// The page of one campaign, with values as the engine would send them.
class TestCampaignProgress : public QObject
{
    Q_OBJECT
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(qApp));
        m_language = std::make_unique<Language>(u"en"_s);
    }

    void progressShowsItsActionsAndFigures()
    {
        CampaignProgress progress;
        progress.showCampaign(samples::campaigns().at(0), samples::now());
        QVERIFY(!progress.findChild<QPushButton *>(u"pauseCampaign"_s)->isHidden());
        QVERIFY(progress.findChild<QPushButton *>(u"resumeCampaign"_s)->isHidden());
        QCOMPARE(progress.findChild<QPushButton *>(u"retryFailed"_s)->text(), u"Send 14 failed again"_s);
        progress.showCampaign(samples::campaigns().at(1), samples::now());
        QVERIFY(progress.findChild<QPushButton *>(u"pauseCampaign"_s)->isHidden());
        QVERIFY(!progress.findChild<QPushButton *>(u"resumeCampaign"_s)->isHidden());
    }

    // Lines that came and went with each answer cost 40 ms of the window's time four times a second.
    void theNewestMessagesAreShownInPlace()
    {
        CampaignProgress progress;
        progress.resize(1000, 800);
        progress.showCampaign(samples::campaigns().at(0), samples::now());
        QList<engine::MessageRow> rows(9);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            rows[i].id = domain::MessageId{i + 1};
            rows[i].contactName = u"Person %1"_s.arg(i);
            rows[i].state = domain::MessageState::Accepted;
        }
        progress.showMessages(rows, samples::now());
        progress.show();
        const auto lines = progress.findChildren<MessageLine *>();
        QCOMPARE(lines.size(), 6);
        QSignalSpy opened(&progress, &CampaignProgress::messageWanted);
        rows.first().contactName = u"Somebody else"_s;
        rows.first().id = domain::MessageId{77};
        progress.showMessages(rows.mid(0, 2), samples::now());
        QCOMPARE(progress.findChildren<MessageLine *>(), lines);
        QVERIFY(lines.at(1)->isVisible() && !lines.at(2)->isVisible());
        auto *who = lines.first()->findChild<QPushButton *>();
        QCOMPARE(who->text(), u"Somebody else"_s);
        who->click();
        QCOMPARE(opened.constFirst().constFirst().value<domain::MessageId>().value, 77);
        progress.showMessages({}, samples::now());
        QVERIFY(!lines.first()->isVisible());
    }

    void theReasonsFollowTheCampaign()
    {
        CampaignProgress progress;
        progress.showCampaign(samples::campaigns().at(0), samples::now());
        progress.show();
        engine::MessageRow row;
        row.state = domain::MessageState::Skipped;
        row.reason = u"duplicate"_s;
        const auto says = [&](const QString &text) {
            const auto labels = progress.findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(),
                               [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
        };
        const QString phrase = reasonPhrase(row.reason);
        QVERIFY(!says(phrase));
        progress.showReasons({row}, false);
        QTRY_VERIFY(says(phrase));
        progress.showCampaign(samples::campaigns().at(1), samples::now());
        QVERIFY(!says(phrase));
        progress.showReasons({row}, false);
        QTRY_VERIFY(says(phrase));
        progress.showReasons({}, false);
        QVERIFY(!says(phrase));
    }

    void everyStateFitsItsPlace_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("German") << u"de"_s;
    }
    void everyStateFitsItsPlace()
    {
        QFETCH(const QString, language);
        m_language.reset();
        m_language = std::make_unique<Language>(language);
        MessageLine line;
        const auto *pill = line.findChild<StatePill *>();
        for (const domain::MessageState state : domain::allMessageStates) {
            engine::MessageRow row;
            row.state = state;
            line.showMessage(row, samples::now());
            QVERIFY2(pill->parentWidget()->maximumWidth() >= pill->sizeHint().width(), qPrintable(wordFor(state)));
        }
    }
};

QTEST_MAIN(TestCampaignProgress)
#include "tst_campaignprogress.moc"

#include "domain/provider/kind.h"
#include "gui/accessibility.h"
#include "gui/campaigns/audiencestep.h"
#include "gui/campaigns/campaigncolumns.h"
#include "gui/campaigns/campaignspage.h"
#include "gui/campaigns/campaignwizard.h"
#include "gui/campaigns/campaignwords.h"
#include "gui/campaigns/contentstep.h"
#include "gui/campaigns/ratehistory.h"
#include "gui/campaigns/reviewstep.h"
#include "gui/campaigns/schedulestep.h"
#include "gui/campaignsamples.h"
#include "gui/frame/language.h"
#include "gui/kit/datatable.h"
#include "gui/kit/statepill.h"
#include "gui/samples.h"
#include "gui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCampaigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSentenceSaysWhatWillHappen_data();
    void theSentenceSaysWhatWillHappen();
    void theButtonRepeatsTheNumber();
    void whomAWhatsAppTextAloneDoesNotReachIsSaid();
    void statesAllowWhatTheyAllow_data();
    void statesAllowWhatTheyAllow();
    void progressIsFullOnlyWhenAllIsThrough();
    void theModelIsSound();
    void filtersNarrowTheList();
    void ratesComeFromSuccessiveCounts();
    void theWizardCollectsACampaign();
    void aCampaignIsMadeByKeyboardAlone();
    void anotherZonesClockIsNamed();
    void germanTitlesAndStatesFit();
    void aTimeThatHasPassedIsRefused();
    void aReviewWithAProblemCannotBeLaunched();
    void everyControlHasAName();

private:
    PageContext context();

    samples::FixedClock m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
};

void TestCampaigns::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(qApp));
    m_language = std::make_unique<Language>(u"en"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

PageContext TestCampaigns::context()
{
    PageContext c;
    c.clock = &m_clock;
    return c;
}

void TestCampaigns::theSentenceSaysWhatWillHappen_data()
{
    QTest::addColumn<engine::CampaignReview>("review");
    QTest::addColumn<QString>("sentence");
    engine::CampaignReview review = samples::review();
    QTest::newRow("later today") << review
                                 << u"Send 1,204 messages (1,377 segments, about $10.33) from 09:00, done by 09:21. "
                                    u"37 people are left out."_s;
    review.leftOut.clear();
    review.startsAt = samples::now();
    QTest::newRow("now, nobody left out")
        << review << u"Send 1,204 messages (1,377 segments, about $10.33) from now, done by 09:21."_s;
    review.endsAt.reset();
    review.cost = {};
    QTest::newRow("no price, no end") << review << u"Send 1,204 messages (1,377 segments, price unknown) from now."_s;
    review.recipients = review.messages = review.segments = 1;
    review.leftOut = {{u"suppressed"_s, 1}};
    QTest::newRow("one") << review << u"Send 1 message (1 segment, price unknown) from now. 1 person is left out."_s;
    review.recipients = 0;
    QTest::newRow("nobody") << review << u"Nobody would get this message. 1 person is left out."_s;
    review = samples::review();
    review.startsAt += 48h;
    review.endsAt = review.startsAt + 21min;
    review.sampled = true;
    QTest::newRow("another day, sampled")
        << review
        << u"Send 1,204 messages (about 1,377 segments, about $10.33) from Mon 23 Nov 09:00, done by Mon 23 Nov "
           u"09:21. 37 people are left out."_s;
}

void TestCampaigns::theSentenceSaysWhatWillHappen()
{
    QFETCH(engine::CampaignReview, review);
    QTEST(reviewSentence(review, samples::now(), QTimeZone("America/New_York")), "sentence");
}

void TestCampaigns::theButtonRepeatsTheNumber()
{
    QCOMPARE(launchText(1204), u"Send to 1,204 people"_s);
    QCOMPARE(launchText(1), u"Send to 1 person"_s);
}

void TestCampaigns::whomAWhatsAppTextAloneDoesNotReachIsSaid()
{
    ReviewStep step;
    step.show();
    auto *said = step.findChild<QLabel *>(u"reviewWindow"_s);
    engine::CampaignReview review = samples::review();
    const auto show = [&] { step.showReview(review, samples::now(), QTimeZone("America/New_York")); };
    domain::ProviderKind cloud;
    cloud.key = u"whatsapp_cloud"_s;
    cloud.beyondWindow = domain::BeyondWindow::ListedTemplate;
    domain::ProviderKind free;
    free.key = u"flashchat"_s;
    step.showKinds({cloud, free});
    show();
    QVERIFY(!said->isVisible()); // no WhatsApp
    review.lacksProviderTemplate = true;
    review.outsideWindow = 1100;
    review.kinds = {u"flashchat"_s};
    show();
    QVERIFY(!said->isVisible()); // an account without a window
    review.kinds = {u"flashchat"_s, u"whatsapp_cloud"_s};
    show();
    QVERIFY(said->isVisible());
    QVERIFY(
        said->text().startsWith(u"People who have not written in the last 24 hours get nothing: 1,100 of 1,204."_s));
    review.outsideWindow = 0;
    show();
    QVERIFY(!said->isVisible()); // everybody wrote
    review.outsideWindow.reset();
    show();
    QVERIFY(said->isVisible());
    QVERIFY(!said->text().contains(u"1,204"_s));
}

void TestCampaigns::statesAllowWhatTheyAllow_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("allowed");
    QTest::newRow("sending") << 0 << u"pause cancel retry:14"_s;
    QTest::newRow("paused") << 1 << u"resume cancel"_s;
    QTest::newRow("scheduled") << 2 << u"pause cancel"_s;
    QTest::newRow("draft") << 3 << u"edit launch remove"_s;
    QTest::newRow("completed") << 4 << u"retry:22"_s;
    QTest::newRow("cancelled") << 5 << QString();
}

void TestCampaigns::statesAllowWhatTheyAllow()
{
    QFETCH(int, row);
    const CampaignCan can = campaignCan(samples::campaigns().at(row));
    QStringList allowed;
    for (const auto &[possible, word] :
         {std::pair(can.edit, u"edit"_s), std::pair(can.launch, u"launch"_s), std::pair(can.pause, u"pause"_s),
          std::pair(can.resume, u"resume"_s), std::pair(can.cancel, u"cancel"_s), std::pair(can.remove, u"remove"_s)})
        if (possible)
            allowed.append(word);
    if (can.retry > 0)
        allowed.append(u"retry:%1"_s.arg(can.retry));
    QTEST(allowed.join(u' '), "allowed");
}

void TestCampaigns::progressIsFullOnlyWhenAllIsThrough()
{
    engine::CampaignRow row = samples::campaigns().at(4);
    QCOMPARE(handledShare(row), 1.0);
    row.campaign.expanded = false;
    QVERIFY(handledShare(row) < 1.0);
    QVERIFY(handledShare(samples::campaigns().at(0)) < 0.5);
}

void TestCampaigns::theModelIsSound()
{
    RowsModel<engine::CampaignRow> model(campaignColumns([] { return samples::now(); }),
                                         [](const engine::CampaignRow &row) { return row.campaign.id.value; });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<engine::CampaignRow> rows = samples::campaigns();
    model.setRows(rows);
    QCOMPARE(model.rowCount(), 6);
    rows.removeAt(1);
    rows.move(0, 3);
    model.setRows(rows);
    QCOMPARE(model.rowAt(3).campaign.id.value, 7);
    model.sort(0, Qt::AscendingOrder);
    QCOMPARE(model.rowAt(0).campaign.name, u"Autumn opening hours"_s);
}

void TestCampaigns::filtersNarrowTheList()
{
    CampaignsPage page(context());
    page.showRows(samples::campaigns());
    auto *table = page.findChild<DataTable *>();
    auto *search = page.findChild<QLineEdit *>();
    QCOMPARE(table->model()->rowCount(), 6);
    search->setText(u"black"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"Black Friday early access"_s);
}

void TestCampaigns::ratesComeFromSuccessiveCounts()
{
    RateHistory history;
    domain::MessageCounts counts;
    for (int second = 0; second <= 5; ++second) {
        counts.byState[static_cast<size_t>(domain::MessageState::Delivered)] = second * 20;
        counts.byState[static_cast<size_t>(domain::MessageState::Sent)] = second * 10;
        history.add(samples::now() + std::chrono::seconds(second), counts);
        history.add(samples::now() + std::chrono::seconds(second) + 100ms, counts); // too soon: folded
    }
    QCOMPARE(history.points().size(), 5);
    QCOMPARE(history.points().constLast().sent, 30.0);
    QCOMPARE(history.points().constLast().delivered, 20.0);
    QCOMPARE(history.sentPerSecond(), 30.0);
    QCOMPARE(history.timeLeft(301).value(), 11s);
    QVERIFY(!history.timeLeft(0));
    history.clear();
    QVERIFY(!history.timeLeft(10));
}

void TestCampaigns::theWizardCollectsACampaign()
{
    CampaignWizard wizard(context(), {});
    wizard.showWorkspace(samples::workspace());
    wizard.audience().showSegments(samples::segments());
    wizard.content().showTemplates(samples::templateRows());
    wizard.goTo(1);
    QCOMPARE(wizard.current(), 0); // no name yet
    wizard.findChild<QLineEdit *>(u"campaignName"_s)->setText(u" Spring "_s);
    wizard.findChild<QListWidget *>(u"audienceList"_s)->setCurrentRow(2);
    wizard.goTo(1);
    QCOMPARE(wizard.current(), 1);
    auto *templates = wizard.findChild<QListWidget *>(u"templateList"_s);
    QCOMPARE(templates->count(), 2); // what is out of use is not offered
    templates->setCurrentRow(1);
    wizard.goTo(2);
    wizard.findChild<QSpinBox *>(u"pace"_s)->setValue(60);
    wizard.goTo(3);
    QCOMPARE(wizard.current(), 3);
    const domain::Campaign campaign = wizard.campaign();
    QCOMPARE(campaign.name, u"Spring"_s);
    QCOMPARE(campaign.segmentId.value, 2);
    QCOMPARE(campaign.templateId.value, 2);
    QCOMPARE(campaign.category, domain::Category::Marketing);
    QCOMPARE(campaign.pacePerMinute, 60);
    QVERIFY(!campaign.startAt);
    QVERIFY(!wizard.nextButton()->isEnabled());
    wizard.showReview(samples::review());
    QCOMPARE(wizard.nextButton()->text(), u"Send to 1,204 people"_s);
    QVERIFY(wizard.nextButton()->isEnabled());
}

// Enter goes on and presses the button one is on, arrows choose, Tab goes from the steps over the page to the foot; the
// button that sends has to be gone to.
void TestCampaigns::aCampaignIsMadeByKeyboardAlone()
{
    CampaignWizard wizard(context(), {});
    wizard.showWorkspace(samples::workspace());
    wizard.audience().showSegments(samples::segments());
    wizard.content().showTemplates(samples::templateRows());
    wizard.show();
    wizard.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&wizard));
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    const auto tabTo = [&](const QString &name) {
        for (int i = 0; i < 40 && QApplication::focusWidget()->objectName() != name; ++i)
            press(Qt::Key_Tab);
        return QApplication::focusWidget()->objectName() == name;
    };
    QTest::keyClicks(QApplication::focusWidget(), u"Spring"_s);
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"audienceList"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(wizard.current(), 1);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"templateList"_s);
    press(Qt::Key_Down);
    QVERIFY(tabTo(u"wizardBack"_s));
    press(Qt::Key_Return); // back, not on
    QCOMPARE(wizard.current(), 0);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QCOMPARE(wizard.current(), 2);
    QVERIFY(qobject_cast<QRadioButton *>(QApplication::focusWidget())); // where one sees it
    press(Qt::Key_Return); // what is chosen stays so: Enter goes on here too
    QCOMPARE(wizard.current(), 3);
    wizard.goTo(2);
    QVERIFY(tabTo(u"pace"_s));
    press(Qt::Key_Up);
    QVERIFY(tabTo(u"wizardNext"_s));
    press(Qt::Key_Return);
    QCOMPARE(wizard.current(), 3);
    wizard.showReview(samples::review());
    QSignalSpy finished(&wizard, &Wizard::finishWanted);
    QVERIFY(QApplication::focusWidget() != wizard.nextButton()); // one Enter too many sends nothing
    QVERIFY(tabTo(u"nextSample"_s));
    QVERIFY(tabTo(u"wizardNext"_s));
    QCOMPARE(finished.size(), 0);
    press(Qt::Key_Space);
    QCOMPARE(finished.size(), 1);
    wizard.goTo(2);
    wizard.goTo(3);
    wizard.showReview(samples::review());
    press(Qt::Key_Return);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(wizard.campaign().segmentId.value, 2);
    QCOMPARE(wizard.campaign().templateId.value, 2);
    QVERIFY(wizard.campaign().pacePerMinute > 0);
    QStringList missing = checks::unreachable(wizard);
    missing.removeIf([](const QString &one) { return one.contains("StepButton"_L1); }); // arrows go among the steps
    QCOMPARE(missing, QStringList());

    const auto part = [&wizard](const QWidget *at) { // the steps, the page, the foot
        const QPoint place = at->mapTo(&wizard, QPoint());
        return place.y() > wizard.nextButton()->mapTo(&wizard, QPoint()).y() - 8 ? 2 : place.x() < 180 ? 0 : 1;
    };
    QList<int> parts;
    for (const QWidget *at : checks::tabOrder(wizard))
        parts.append(part(at));
    QVERIFY(parts.contains(0) && parts.contains(1));
    const auto first = std::min_element(parts.begin(), parts.end());
    std::rotate(parts.begin(), first, parts.end());
    int changes = 0;
    for (qsizetype i = 1; i < parts.size(); ++i)
        changes += parts.at(i) != parts.at(i - 1);
    QVERIFY(changes <= 3);
}

void TestCampaigns::anotherZonesClockIsNamed()
{
    const int here = QDateTime::fromMSecsSinceEpoch(domain::toMillis(samples::now())).offsetFromUtc();
    ReviewStep step;
    const auto *zone = step.findChild<QLabel *>(u"reviewZone"_s);
    step.showReview(samples::review(), samples::now(), QTimeZone(here));
    QVERIFY(zone->isHidden());
    step.showReview(samples::review(), samples::now(),
                    QTimeZone(here == 20'700 ? "America/New_York" : "Asia/Kathmandu"));
    QVERIFY(!zone->isHidden());
    QVERIFY(zone->text().contains(here == 20'700 ? u"America/New York"_s : u"Asia/Kathmandu"_s));
}

void TestCampaigns::germanTitlesAndStatesFit()
{
    {
        const Language german(u"de"_s);
        CampaignsPage page(context());
        page.resize(816, 600);
        page.showRows(samples::campaigns());
        page.show();
        QCOMPARE(checks::cutTexts(page), QStringList());
        const auto *table = page.findChild<DataTable *>();
        int pills = 0;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const QModelIndex at = table->model()->index(row, column);
                if (!at.data(ToneRole).isValid() || at.data(ProgressRole).isValid())
                    continue;
                ++pills;
                QVERIFY(pillColumnWidth({at.data().toString()}) <= table->columnWidth(column));
            }
        QVERIFY(pills > 3);
    }
    initTestCase(); // the other tests speak English
}

void TestCampaigns::aTimeThatHasPassedIsRefused()
{
    ScheduleStep step([] { return samples::now(); });
    step.setZone(QTimeZone("America/New_York"));
    domain::Campaign campaign;
    campaign.startAt = samples::now() + 2h;
    step.showCampaign(campaign);
    QVERIFY(step.isValid());
    QCOMPARE(step.startAt(), campaign.startAt);
    campaign.startAt = samples::now() - 2h;
    step.showCampaign(campaign);
    QVERIFY(!step.isValid());
    campaign.startAt = samples::now() + 2h;
    campaign.expiresAt = samples::now() + 1h;
    step.showCampaign(campaign);
    QVERIFY(!step.isValid());
}

void TestCampaigns::aReviewWithAProblemCannotBeLaunched()
{
    ReviewStep step;
    QVERIFY(!step.isValid());
    engine::CampaignReview review = samples::review();
    step.showReview(review, samples::now(), QTimeZone::utc());
    QVERIFY(step.isValid());
    review.firstProblem = u"line 1: 'name' has no value"_s;
    step.showReview(review, samples::now(), QTimeZone::utc());
    QVERIFY(!step.isValid());
    QVERIFY(step.findChild<QLabel *>(u"reviewProblem"_s)->text().contains(review.firstProblem));
}

void TestCampaigns::everyControlHasAName()
{
    CampaignsPage page(context());
    page.resize(1200, 800);
    page.showRows(samples::campaigns());
    page.show();
    QCOMPARE(checks::unnamedControls(page), QStringList());
    page.showProgress(samples::campaigns().at(0));
    QCOMPARE(checks::unnamedControls(page), QStringList());
    CampaignWizard wizard(context(), {});
    wizard.show();
    wizard.showReview(samples::review());
    for (QWidget *step : wizard.findChildren<WizardPage *>()) {
        step->show();
        QCOMPARE(checks::unnamedControls(*step), QStringList());
    }
}

QTEST_MAIN(TestCampaigns)
#include "tst_campaigns.moc"

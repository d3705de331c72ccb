#include "gui/accessibility.h"
#include "gui/dashboard/dashboardfigures.h"
#include "gui/dashboard/dashboardpage.h"
#include "gui/dashboard/daychart.h"
#include "gui/frame/commandpalette.h"
#include "gui/frame/mainwindow.h"
#include "gui/frame/sidebar.h"
#include "gui/kit/datatable.h"
#include "gui/kit/detailpanel.h"
#include "gui/kit/timeline.h"
#include "gui/messages/messagefilter.h"
#include "gui/messages/messagespage.h"
#include "gui/messages/storyline.h"
#include "gui/samples.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QListView>
#include <QListWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;

/// The window with its pages, fed by hand.
class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everyPageOpensByItsShortcut();
    void everyControlHasANameAndIsReached_data();
    void everyControlHasANameAndIsReached();
    void nothingIsCut_data();
    void nothingIsCut();
    void paletteFindsAndRuns();
    void sidebarFoldsInANarrowWindow();
    void theWindowComesBackToItsPage();
    void closingWithoutATrayQuits();
    void quittingWhileSendingAsksFirst();
    void enterPressesTheButtonThatHasTheFocus();
    void theDesktopsLightAndDarkAreFollowed();
    void theDashboardKeepsTheFocusWhileFiguresMove();
    void axisHoldsTheLargestDay_data();
    void axisHoldsTheLargestDay();
    void familiesAddUp();
    void chartTellsTheDay();
    void storyTellsEverything();
    void aDoubtOffersThreeAnswers();
    void escapeClosesTheDetail();
    void filtersBecomeAQuestion();

private:
    void feed();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    samples::FixedClock m_clock;
};

void TestFrame::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_theme = std::make_unique<Theme>(*qApp);
}

void TestFrame::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
    PageContext context;
    context.settings = m_settings.get();
    context.theme = m_theme.get();
    context.clock = &m_clock;
    m_window = std::make_unique<MainWindow>(context, allPages());
    m_window->resize(1440, 900);
    m_window->restore();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    feed();
}

void TestFrame::cleanup() { m_window.reset(); }

void TestFrame::feed()
{
    m_window->showStatus(samples::status());
    qobject_cast<DashboardPage *>(m_window->page(u"dashboard"_s))->showDashboard(samples::dashboard());
    auto *messages = qobject_cast<MessagesPage *>(m_window->page(u"messages"_s));
    messages->showRows(samples::messages());
    messages->showStory(samples::doubtfulStory());
}

void TestFrame::everyPageOpensByItsShortcut()
{
    int number = 0;
    const PageRegistry pages = allPages();
    for (const PageInfo &info : pages.pages()) {
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_1 + number), Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), info.id);
        if (++number == 9)
            break;
    }
}

static void eachPage()
{
    QTest::addColumn<QString>("id");
    const PageRegistry pages = allPages();
    for (const PageInfo &info : pages.pages())
        QTest::newRow(qPrintable(info.id)) << info.id;
}

void TestFrame::everyControlHasANameAndIsReached_data() { eachPage(); }

void TestFrame::everyControlHasANameAndIsReached()
{
    QFETCH(QString, id);
    m_window->openPage(id);
    QCOMPARE(checks::unnamedControls(*m_window), QStringList());
    QCOMPARE(checks::unreachable(*m_window), QStringList());
}

void TestFrame::nothingIsCut_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QSize>("size");
    const PageRegistry pages = allPages();
    for (const PageInfo &info : pages.pages())
        for (const QSize &size : {QSize(1440, 900), QSize(1024, 700)})
            QTest::newRow(qPrintable(u"%1 %2"_s.arg(info.id).arg(size.width()))) << info.id << size;
}

void TestFrame::nothingIsCut()
{
    QFETCH(QString, id);
    QFETCH(QSize, size);
    m_window->resize(size);
    m_window->openPage(id);
    QTRY_COMPARE(checks::cutTexts(*m_window), QStringList());
}

void TestFrame::paletteFindsAndRuns()
{
    m_window->openPage(u"dashboard"_s);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    CommandPalette *palette = m_window->commandPalette();
    QVERIFY(palette->isVisible());
    auto *field = palette->findChild<QLineEdit *>(u"paletteField"_s);
    auto *list = palette->findChild<QListView *>();
    QTest::keyClicks(field, u"mess"_s);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Messages"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(m_window->currentPage(), u"messages"_s);

    palette->open();
    QTest::keyClicks(field, u"zzz"_s);
    QTest::keyClick(field, Qt::Key_Return); // nothing there: nothing happens
    QVERIFY(palette->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!palette->isVisible());

    palette->open(); // a section of Settings by its name
    field->clear();
    QTest::keyClicks(field, u"webhoo"_s);
    QTRY_COMPARE(list->model()->index(0, 0).data().toString(), u"Webhooks"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), u"settings"_s);
    QCOMPARE(m_window->findChild<QListWidget *>(u"settingsSections"_s)->currentItem()->text(), u"Webhooks"_s);
}

void TestFrame::sidebarFoldsInANarrowWindow()
{
    auto *sidebar = m_window->findChild<Sidebar *>();
    QCOMPARE(sidebar->width(), size::sidebar);
    m_window->resize(930, 700);
    QTRY_COMPARE(sidebar->width(), size::sidebarCollapsed);
    m_window->resize(1440, 900);
    QTRY_COMPARE(sidebar->width(), size::sidebar);
}

void TestFrame::theWindowComesBackToItsPage()
{
    m_window->openPage(u"messages"_s);
    QCOMPARE(m_settings->value(u"window/page"_s).toString(), u"messages"_s);
    PageContext context;
    context.settings = m_settings.get();
    MainWindow again(context, allPages());
    again.restore();
    QCOMPARE(again.currentPage(), u"messages"_s);
}

void TestFrame::closingWithoutATrayQuits()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitWanted);
    m_window->showStatus({});
    m_window->close();
    QCOMPARE(quit.count(), 1);
    QVERIFY(m_settings->contains(u"window/geometry"_s));
}

void TestFrame::quittingWhileSendingAsksFirst()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitWanted);
    m_window->showStatus(samples::status());
    m_window->close();
    QCOMPARE(quit.count(), 0);
    QVERIFY(m_window->isVisible());
    auto *agree = m_window->findChild<QPushButton *>(u"confirm"_s);
    QVERIFY(agree);
    agree->click();
    QCOMPARE(quit.count(), 1);
}

void TestFrame::enterPressesTheButtonThatHasTheFocus()
{
    auto *nav = m_window->findChild<QAbstractButton *>(u"nav-contacts"_s);
    nav->setFocus();
    QTest::keyClick(nav, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), u"contacts"_s);
}

void TestFrame::theDesktopsLightAndDarkAreFollowed()
{
    QCOMPARE(m_theme->appearance(), Appearance::System);
    const Scheme first = m_theme->scheme();
    const Scheme other = first == Scheme::Light ? Scheme::Dark : Scheme::Light;
    m_theme->setSystemScheme(other);
    QCOMPARE(m_theme->scheme(), other);
    QCOMPARE(schemeOf(m_window->palette()), other);
    m_theme->setAppearance(first == Scheme::Light ? Appearance::Light : Appearance::Dark);
    QCOMPARE(m_theme->scheme(), first); // a choice of one's own comes first
    m_theme->setAppearance(Appearance::System);
    m_theme->setSystemScheme(first);
}

void TestFrame::theDashboardKeepsTheFocusWhileFiguresMove()
{
    m_window->openPage(u"dashboard"_s);
    auto *page = qobject_cast<DashboardPage *>(m_window->page(u"dashboard"_s));
    page->showStatus(samples::status());
    const QList<QPushButton *> before = page->findChildren<QPushButton *>();
    engine::Dashboard moved = samples::dashboard();
    moved.last30.byState[static_cast<size_t>(domain::MessageState::Delivered)] += 5;
    page->showDashboard(moved);
    engine::EngineStatus status = samples::status();
    status.sentPerSecond = 11;
    page->showStatus(status);
    QVERIFY(page->findChildren<QPushButton *>() == before); // the same, not new ones in their place
}

void TestFrame::axisHoldsTheLargestDay_data()
{
    QTest::addColumn<qint64>("largest");
    QTest::addColumn<qint64>("top");
    QTest::newRow("none") << qint64(0) << qint64(2);
    QTest::newRow("one") << qint64(1) << qint64(2);
    QTest::newRow("seven") << qint64(7) << qint64(8);
    QTest::newRow("2,013") << qint64(2013) << qint64(2500);
    QTest::newRow("exactly") << qint64(5000) << qint64(5000);
    QTest::newRow("a million") << qint64(1'000'001) << qint64(1'250'000);
}

void TestFrame::axisHoldsTheLargestDay()
{
    QFETCH(qint64, largest);
    QFETCH(qint64, top);
    QCOMPARE(axisFor(largest).top, top);
}

void TestFrame::familiesAddUp()
{
    domain::MessageCounts counts;
    qint64 n = 1;
    for (const domain::MessageState state : domain::allMessageStates) {
        counts.byState[static_cast<size_t>(state)] = n;
        n *= 2;
    }
    QCOMPARE(familiesOf(counts).total(), counts.total());
}

void TestFrame::chartTellsTheDay()
{
    auto *chart = m_window->findChild<DayChart *>();
    const QString tip = chart->tipFor(29);
    QVERIFY(tip.contains(u"1,204"_s));
    QVERIFY(tip.contains(u"In doubt"_s));
    QVERIFY(!chart->tipFor(0).contains(u"In doubt"_s)); // what did not happen is not named
}

void TestFrame::storyTellsEverything()
{
    const engine::MessageStory story = samples::deliveredStory();
    const QList<TimelineItem> items = storylineOf(story);
    QStringList titles;
    for (const TimelineItem &item : items)
        titles.append(item.title);
    QCOMPARE(titles, (QStringList{u"Written for the campaign Winter check-up reminder"_s, u"All checks passed"_s,
                                  u"Attempt 1: Twilio asked to slow down"_s, u"Attempt 2: Twilio took the message"_s,
                                  u"Sent"_s, u"Delivered"_s}));
    QVERIFY(items.at(2).text.contains(u"Too Many Requests"_s));
    QVERIFY(items.at(2).text.contains(u"20429"_s));
    for (qsizetype i = 1; i < items.size(); ++i)
        QVERIFY(*items.at(i - 1).at <= *items.at(i).at);

    const QList<TimelineItem> waiting = storylineOf(samples::waitingStory());
    QVERIFY(waiting.at(waiting.size() - 2).title.contains(u"quiet hours"_s));
    QVERIFY(waiting.last().hollow);
}

void TestFrame::aDoubtOffersThreeAnswers()
{
    m_window->openPage(u"messages"_s);
    auto *messages = qobject_cast<MessagesPage *>(m_window->page(u"messages"_s));
    for (const QString &name : {u"doubtWasSent"_s, u"doubtSendAgain"_s, u"doubtGiveUp"_s})
        QVERIFY(messages->findChild<QPushButton *>(name)->isVisible());
    messages->showStory(samples::deliveredStory());
    QVERIFY(!messages->findChild<QPushButton *>(u"doubtSendAgain"_s)->isVisible());
}

void TestFrame::escapeClosesTheDetail()
{
    m_window->openPage(u"messages"_s);
    auto *split = m_window->findChild<DetailSplit *>();
    QVERIFY(split->isOpen());
    auto *close = m_window->findChild<QWidget *>(u"closeDetail"_s);
    close->setFocus();
    QTest::keyClick(close, Qt::Key_Escape);
    QVERIFY(!split->isOpen());
}

void TestFrame::filtersBecomeAQuestion()
{
    MessageFilter filter;
    QSignalSpy changed(&filter, &MessageFilter::queryChanged);
    engine::MessageQuery query;
    query.states = {domain::MessageState::Delivered, domain::MessageState::Read};
    query.channel = domain::Channel::Sms;
    filter.setQuery(query);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(filter.activeChips(), (QStringList{u"channel"_s, u"state"_s}));
    QVERIFY(filter.findChild<QPushButton *>(u"chip-state"_s)->text().contains(u"Delivered"_s));
    filter.findChild<QPushButton *>(u"chip-state"_s)->click();
    QCOMPARE(changed.count(), 1);
    QVERIFY(filter.query().states.isEmpty());
    QCOMPARE(filter.query().channel, domain::Channel::Sms);
    filter.findChild<QPushButton *>(u"clearFilters"_s)->click();
    QCOMPARE(filter.query(), engine::MessageQuery{});
}

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"

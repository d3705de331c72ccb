#include "gui/accessibility.h"
#include "gui/dashboard/dashboardpage.h"
#include "gui/dashboard/detournotice.h"
#include "gui/samples.h"

#include <QPushButton>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;

namespace {

class FakeShell : public Shell
{
public:
    QStringList opened;
    void openPage(const QString &id, const QVariant &what) override { opened << id + u'/' + what.toString(); }
    void toast(const QString &, std::function<void()>) override {}
    void showError(const domain::Error &) override {}
};

engine::Detour detour()
{
    engine::Detour made;
    made.provider = {1};
    made.name = u"Main account"_s;
    made.since = samples::now() - std::chrono::minutes(5);
    made.instead.append({u"Second account"_s, 3340});
    return made;
}

} // namespace

class TestDetourNotice : public QObject
{
    Q_OBJECT
    samples::FixedClock m_clock;
    FakeShell m_shell;

private Q_SLOTS:
    void theSentenceSaysWhoWhatAndSinceWhen()
    {
        engine::Detour one = detour();
        const QString since =
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(domain::toMillis(one.since)).time(), u"HH:mm"_s);
        QString words = detourSentence(one, samples::now());
        QVERIFY2(words.startsWith(
                     u"Main account is not answering; 3,340 messages went by Second account instead since "_s) &&
                     words.contains(since),
                 qPrintable(words));
        one.instead.append({u"Third"_s, 2});
        one.isPaused = true;
        words = detourSentence(one, samples::now());
        QVERIFY2(words.startsWith(u"Main account is paused; 3,340 "_s) &&
                     words.contains(u"messages went by Second account and 2 by Third instead since "_s),
                 qPrintable(words));
    }

    void itIsOnTheDashboardWhileItLasts()
    {
        PageContext context;
        context.clock = &m_clock;
        context.shell = &m_shell;
        DashboardPage page(context);
        page.resize(816, 700);
        page.show();
        engine::Dashboard board = samples::dashboard();
        page.showDashboard(board);
        auto *notice = page.findChild<DetourNotice *>();
        QVERIFY(!notice->isVisible());
        board.detours = {detour()};
        page.showDashboard(board);
        QVERIFY(notice->isVisible());
        QTest::qWait(0);
        QCOMPARE(checks::cutTexts(*notice), QStringList());
        QCOMPARE(checks::unnamedControls(*notice), QStringList());
        auto *button = page.findChild<QPushButton *>(u"detourProvider"_s);
        button->setFocus();
        board.detours[0].instead[0].messages = 3341;
        page.showDashboard(board); // the figure moves, the button stays
        QCOMPARE(page.findChild<QPushButton *>(u"detourProvider"_s), button);
        QVERIFY(page.findChild<QLabel *>(u"detourWords"_s)->text().contains(u"3,341"_s));
        button->click();
        QCOMPARE(m_shell.opened, QStringList{u"settings/providers"_s});
        board.detours[0].instead.clear(); // nobody took anything: Health says it
        page.showDashboard(board);
        QVERIFY(!notice->isVisible());
    }
};

int main(int argc, char *argv[])
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    TestDetourNotice test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_detournotice.moc"

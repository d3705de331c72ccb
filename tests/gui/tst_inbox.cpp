#include "gui/accessibility.h"
#include "gui/frame/language.h"
#include "gui/inbox/inboxpage.h"
#include "gui/inbox/inboxwords.h"
#include "gui/inbox/replybox.h"
#include "gui/inbox/threadpane.h"
#include "gui/samples.h"
#include "gui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;
using domain::Channel;
using domain::ConversationId;
using engine::ConversationRow;
using engine::ThreadEntry;

namespace {

class FakeShell : public Shell
{
public:
    QList<std::pair<QString, QVariant>> opened;
    void openPage(const QString &id, const QVariant &what) override { opened.append({id, what}); }
    void toast(const QString &, std::function<void()>) override {}
    void showError(const domain::Error &) override {}
};

ConversationRow row(qint64 id, const QString &name, const QString &text, int unread = 0)
{
    ConversationRow made;
    made.id = {id};
    made.contactId = {name.isEmpty() ? 0 : id};
    made.contactName = name;
    made.address = u"+1212555013%1"_s.arg(id);
    made.providerName = u"Main account"_s;
    made.lastText = text;
    made.lastAt = samples::now() - std::chrono::minutes(id * 7);
    made.lastInbound = 100 + id;
    made.unread = unread;
    return made;
}

QList<ConversationRow> rows()
{
    QList<ConversationRow> made{row(1, u"Ann Miller"_s, u"Can I come at 3?"_s, 2), row(2, {}, u"Who is this?"_s),
                                row(3, u"Bo Åkesson"_s, u"STOP"_s)};
    made[2].isOptedOut = true;
    return made;
}

ThreadEntry theirs(qint64 id, const QString &text, int minutesAgo, const QString &intent = {})
{
    ThreadEntry entry;
    entry.isInbound = true;
    entry.id = id;
    entry.at = samples::now() - std::chrono::minutes(minutesAgo);
    entry.text = text;
    entry.intent = intent;
    return entry;
}

ThreadEntry ours(qint64 id, const QString &text, int minutesAgo, domain::MessageState state)
{
    ThreadEntry entry = theirs(id, text, minutesAgo);
    entry.isInbound = false;
    entry.state = state;
    entry.origin = u"manual"_s;
    return entry;
}

} // namespace

class TestInbox : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    samples::FixedClock m_clock;
    FakeShell m_shell;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<InboxPage> m_page;

    template <class T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    [[nodiscard]] ReplyBox *box() const { return m_page->findChild<ReplyBox *>(); }
    [[nodiscard]] QPlainTextEdit *text() const { return find<QPlainTextEdit>(u"replyText"_s); }
    [[nodiscard]] QPushButton *sendButton() const { return find<QPushButton>(u"sendReply"_s); }
    void choose(const ConversationRow &chosen)
    {
        m_page->showConversation(chosen);
        m_page->showWay({{}, {}, {}, u"Main account"_s, {}, 10});
    }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        PageContext context;
        context.shell = &m_shell;
        context.settings = m_settings.get();
        context.clock = &m_clock;
        m_shell.opened.clear();
        m_page = std::make_unique<InboxPage>(context);
        m_page->resize(1100, 760);
        m_page->show();
        m_page->activateWindow(); // without it no keys
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void everyConversationSaysWhoWhatAndWhetherItIsRead()
    {
        const QAbstractItemModelTester tester(find<QListView>(u"conversations"_s)->model());
        m_page->showRows(rows());
        const auto *model = find<QListView>(u"conversations"_s)->model();
        const auto spoken = [&](int at) { return model->index(at, 0).data(Qt::AccessibleTextRole).toString(); };
        QCOMPARE(model->rowCount(), 3);
        QVERIFY2(spoken(0).startsWith(u"Ann Miller SMS, 2 unread, Can I come at 3?"_s), qPrintable(spoken(0)));
        QVERIFY2(spoken(1).startsWith(u"+1 212-555-0132 SMS, Who is this?"_s), qPrintable(spoken(1)));
        QVERIFY(spoken(2).contains(u"opted out"_s));
        ConversationRow answered = row(4, u"Cy"_s, u"At 3\nit is"_s);
        answered.lastIsReply = true;
        QCOMPARE(previewOf(answered), u"You: At 3 it is"_s);
        answered.lastIsReply = false;
        answered.lastText.clear();
        answered.lastHasMedia = true;
        QCOMPARE(previewOf(answered), u"A picture or file"_s);
    }

    void aThreadHasBothSidesDaysStatesAndWhatWasUnderstood()
    {
        QList<ThreadEntry> thread{theirs(3, u"STOP"_s, 5, u"opt_out"_s),
                                  ours(9, u"At 3 it is"_s, 20, domain::MessageState::Delivered),
                                  ours(8, u"Left"_s, 30, domain::MessageState::Skipped), theirs(2, u"Hi"_s, 60 * 24)};
        thread[2].reason = u"suppressed"_s;
        thread[3].media = {u"https://media.example/1.jpg"_s, u"file:///etc/passwd"_s, u"javascript:alert(1)"_s};
        const QList<Bubble> bubbles = bubblesOf(thread, samples::now());
        QCOMPARE(bubbles.size(), 7); // two days, four texts, and the one link that a browser opens
        QCOMPARE(bubbles[0].kind, Bubble::Kind::Day);
        QCOMPARE(bubbles[1].text, u"Hi"_s);
        QVERIFY(!bubbles[1].isAtRight);
        QCOMPARE(bubbles[2].link, QUrl(u"https://media.example/1.jpg"_s));
        QCOMPARE(bubbles[3].kind, Bubble::Kind::Day);
        QVERIFY(bubbles[4].isAtRight);
        QVERIFY2(bubbles[4].below.endsWith(u"Skipped: opted out"_s), qPrintable(bubbles[4].below));
        QVERIFY(bubbles[5].below.endsWith(u"Delivered"_s));
        QVERIFY(bubbles[5].tone == Tone::Delivered);
        QCOMPARE(bubbles[6].note, u"Understood as opt-out"_s);
        for (const Bubble &bubble : bubbles)
            QVERIFY(!bubble.spoken.isEmpty());
    }

    void aLinkIsOpenedByThePersonAlone()
    {
        m_page->showRows(rows());
        choose(rows()[0]);
        auto *list = find<BubbleList>(u"conversation"_s);
        const QSignalSpy wanted(list, &BubbleList::linkWanted);
        ThreadEntry entry = theirs(1, u"Look"_s, 3);
        entry.media = {u"https://media.example/1.jpg"_s};
        m_page->showThread({entry});
        QCOMPARE(list->count(), 3);
        QCOMPARE(wanted.count(), 0);
        QObject::disconnect(list, &BubbleList::linkWanted, nullptr, nullptr);
        const QSignalSpy asked(list, &BubbleList::linkWanted);
        list->setFocus();
        list->setCurrentRow(2);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->item(2)).topLeft() + QPoint(30, 20));
        QCOMPARE(asked.count(), 2);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->item(1)).topLeft() + QPoint(30, 20));
        QCOMPARE(asked.count(), 2);
    }

    void aReplyCountsItsSegmentsAndLeavesByTheKeyboard()
    {
        m_page->showRows(rows());
        choose(rows()[0]);
        QSignalSpy wanted(box(), &ReplyBox::replyWanted);
        QVERIFY(!sendButton()->isEnabled());
        text()->setFocus();
        QTest::keyClicks(text(), u"At 3 it is"_s);
        QVERIFY(sendButton()->isEnabled());
        auto *facts = find<QLabel>(u"replyFacts"_s);
        QVERIFY2(facts->text().startsWith(u"1 segment"_s) && facts->text().contains(u"150 left"_s),
                 qPrintable(facts->text()));
        text()->setPlainText(QString(200, u'é') + u"漢"_s);
        QVERIFY2(facts->text().startsWith(u"3 segments · Unicode"_s), qPrintable(facts->text()));
        text()->setPlainText(QString(2000, u'x'));
        QVERIFY(!sendButton()->isEnabled());
        QVERIFY(facts->text().contains(u"at most 10"_s));
        text()->setPlainText(u"At 3 it is"_s);
        QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier); // again, before the answer
        QCOMPARE(wanted.count(), 1);
        const auto reply = wanted.first().first().value<engine::ConversationReply>();
        QCOMPARE(reply.body, u"At 3 it is"_s);
        QCOMPARE(reply.conversation, ConversationId{1});
        QVERIFY(reply.draft > 0);
        // What failed is kept, and is the same text when it is tried again.
        box()->setFailed({1}, u"The disk is full."_s);
        QCOMPARE(find<QLabel>(u"replyProblem"_s)->text(), u"The disk is full."_s);
        QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(wanted.last().first().value<engine::ConversationReply>().draft, reply.draft);
        box()->setSent({1});
        QCOMPARE(text()->toPlainText(), QString());
        QTest::keyClicks(text(), u"At 3 it is"_s);
        sendButton()->click();
        QVERIFY(wanted.last().first().value<engine::ConversationReply>().draft != reply.draft);
    }

    void aDraftWaitsInItsConversation()
    {
        m_page->showRows(rows());
        choose(rows()[0]);
        QTest::keyClicks(text(), u"To Ann"_s);
        choose(rows()[1]);
        QCOMPARE(text()->toPlainText(), QString());
        QTest::keyClicks(text(), u"To somebody"_s);
        choose(rows()[0]);
        QCOMPARE(text()->toPlainText(), u"To Ann"_s);
        sendButton()->click();
        choose(rows()[1]);
        box()->setSent({1}); // the answer comes when another is being read
        QCOMPARE(text()->toPlainText(), u"To somebody"_s);
        choose(rows()[0]);
        QCOMPARE(text()->toPlainText(), QString());
    }

    void whoCannotBeAnsweredIsExplained_data()
    {
        QTest::addColumn<QString>("obstacle");
        QTest::addColumn<QString>("words");
        QTest::newRow("opted out") << u"suppressed"_s << u"opted out"_s;
        QTest::newRow("disturbed") << u"do_not_disturb"_s << u"not to be disturbed"_s;
        QTest::newRow("country") << u"country_not_allowed"_s << u"country"_s;
        QTest::newRow("window") << u"window_closed"_s << u"approved template"_s;
        QTest::newRow("account") << u"no_provider"_s << u"Add or resume"_s;
    }
    void whoCannotBeAnsweredIsExplained()
    {
        QFETCH(const QString, obstacle);
        QFETCH(const QString, words);
        m_page->showRows(rows());
        choose(rows()[2]);
        auto *why = find<QLabel>(u"replyObstacle"_s);
        QVERIFY(!why->isVisible());
        m_page->showWay({obstacle, samples::now() - std::chrono::hours(2), {}, {}, {}, 10});
        QVERIFY(why->isVisible());
        QVERIFY2(why->text().contains(words), qPrintable(why->text()));
        QVERIFY(!text()->isEnabled());
        QVERIFY(!sendButton()->isEnabled());
        QCOMPARE(find<QPushButton>(u"openProviders"_s)->isVisible(), obstacle == u"no_provider");
        if (obstacle == u"no_provider") {
            find<QPushButton>(u"openProviders"_s)->click();
            QCOMPARE(m_shell.opened.constLast().first, u"settings"_s);
        }
    }

    void anEMailNeedsASubject()
    {
        ConversationRow mail = row(5, u"Di"_s, u"Hello"_s);
        mail.channel = Channel::Email;
        mail.address = u"di@example.org"_s;
        m_page->showRows({mail});
        choose(mail);
        auto *subject = find<QLineEdit>(u"replySubject"_s);
        QVERIFY(subject->isVisible());
        QTest::keyClicks(text(), u"Hello Di"_s);
        QVERIFY(!sendButton()->isEnabled());
        QTest::keyClicks(subject, u"Your question"_s);
        QVERIFY(sendButton()->isEnabled());
        choose(row(1, u"Ann"_s, u"Hi"_s));
        QVERIFY(!subject->isVisible());
    }

    void theContactIsAClickAway()
    {
        m_page->showRows(rows());
        choose(rows()[0]);
        find<QPushButton>(u"openContact"_s)->click();
        QCOMPARE(m_shell.opened.constLast().first, u"contacts"_s);
        QCOMPARE(m_shell.opened.constLast().second.toLongLong(), 1);
        choose(rows()[1]); // nobody we know
        QVERIFY(!find<QPushButton>(u"openContact"_s)->isVisible());
    }

    void anEmptyInboxSaysHowRepliesArrive()
    {
        m_page->showRows({});
        QPushButton *setUp = nullptr;
        for (QPushButton *button : m_page->findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == u"Set up webhooks")
                setUp = button;
        QVERIFY(setUp);
        setUp->click();
        QCOMPARE(m_shell.opened.constLast(), (std::pair<QString, QVariant>{u"settings"_s, u"webhooks"_s}));
        m_page->showRows(rows());
        QVERIFY(!setUp->isVisible());
    }

    void nothingIsCutOrWithoutAName_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::newRow("wide") << QSize(1232, 800) << u"en"_s;
        QTest::newRow("narrow") << QSize(816, 600) << u"en"_s;
        QTest::newRow("narrow, German") << QSize(816, 600) << u"de"_s;
    }
    void nothingIsCutOrWithoutAName()
    {
        QFETCH(const QSize, size);
        QFETCH(const QString, language);
        const Language spoken(language);
        init();
        m_page->resize(size);
        m_page->showRows(rows());
        choose(rows()[0]);
        m_page->showThread({theirs(1, u"Can I come at 3 instead of 4? The train is late again."_s, 3)});
        QTest::keyClicks(text(), u"Yes"_s);
        QTest::qWait(0);
        QCOMPARE(checks::unnamedControls(*m_page), QStringList());
        QCOMPARE(checks::cutTexts(*m_page), QStringList());
        QVERIFY(checks::overlaps(*m_page).isEmpty());
        const auto *search = m_page->findChild<QLineEdit *>(u"search"_s);
        QVERIFY(search->fontMetrics().horizontalAdvance(search->placeholderText()) < search->width() - 40);
        auto *address = find<QLabel>(u"threadAddress"_s);
        QVERIFY(address->fontMetrics().horizontalAdvance(address->text()) <= address->width()); // the number is read
        m_page->showWay({u"window_closed"_s, samples::now() - std::chrono::hours(2), {}, {}, {}, 10});
        QTest::qWait(0);
        QCOMPARE(checks::cutTexts(*m_page), QStringList());
    }
};

int main(int argc, char *argv[])
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    Theme theme(application);
    theme.setAppearance(Appearance::Light);
    TestInbox test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_inbox.moc"

#include "gui/accessibility.h"
#include "gui/phones/bubbleview.h"
#include "gui/phones/phoneswindow.h"
#include "gui/theme/theme.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;
using domain::Result;

namespace {

PhoneMessage message(int at, const QString &phone, const QString &text, bool isFromPhone = false)
{
    return {QString::number(at),
            phone,
            u"+15005550006"_s,
            text,
            u"delivered"_s,
            isFromPhone,
            domain::fromMillis(1'795'000'000'000 + at * 1000)};
}

/// Answers at once, from a list.
class FakeNetwork : public PhoneNetwork
{
public:
    QList<PhoneMessage> all; ///< newest first
    QStringList written;
    int asked = 0;
    bool refuses = false;

    void messages(const QString &phone, int limit, QObject *, Messages then) override
    {
        ++asked;
        QList<PhoneMessage> found;
        for (const PhoneMessage &one : std::as_const(all))
            if ((phone.isEmpty() || one.phone == phone) && found.size() < limit)
                found << one;
        then(found);
    }
    void reply(const QString &phone, const QString &, const QString &text, QObject *,
               std::function<void(Result<void>)> then) override
    {
        if (refuses) {
            then(domain::fail(domain::ErrorCode::Network, u"gone"_s));
            return;
        }
        written << phone + u": "_s + text;
        all.prepend(message(1000 + int(written.size()), phone, text, true));
        then({});
    }
};

const QString ann = u"+12125550134"_s;
const QString bo = u"+12135550188"_s;

} // namespace

class TestPhones : public QObject
{
    Q_OBJECT

    FakeNetwork m_network;
    std::unique_ptr<PhonesWindow> m_window;

    [[nodiscard]] QListWidget *list() const { return m_window->findChild<QListWidget *>(u"phones"_s); }
    [[nodiscard]] QListWidget *talk() const { return m_window->findChild<QListWidget *>(u"conversation"_s); }
    [[nodiscard]] QLineEdit *field() const { return m_window->findChild<QLineEdit *>(u"phoneReply"_s); }

private Q_SLOTS:
    void init()
    {
        m_network = {};
        m_network.all = {message(3, bo, u"Second"_s), message(2, ann, u"Hello Ann, "_s + QString(300, u'x')),
                         message(1, bo, u"First"_s)};
        m_window = std::make_unique<PhonesWindow>(m_network);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void eachPhoneStandsOnceTheLastWrittenToFirst()
    {
        QCOMPARE(list()->count(), 2);
        QCOMPARE(list()->item(0)->text(), bo);
        QCOMPARE(list()->currentRow(), 0);
        QCOMPARE(talk()->count(), 2);
        QCOMPARE(talk()->item(1)->text(), u"Second"_s); // the newest at the bottom
        list()->setCurrentRow(1);
        QCOMPARE(talk()->count(), 1);
    }

    void theChosenPhoneStaysChosenWhileOthersGetSomething()
    {
        list()->setCurrentRow(1);
        m_network.all.prepend(message(9, bo, u"Third"_s));
        QTRY_COMPARE_WITH_TIMEOUT(list()->item(0)->data(Qt::AccessibleTextRole).toString().contains(u"Third"_s), true,
                                  5000); // it looks by itself
        QCOMPARE(list()->currentItem()->text(), ann);
    }

    void aMailboxShowsItsMailAndAnswersNone()
    {
        m_network.all.prepend(message(8, u"ann@customer.example"_s, u"Your order\n\nIt is ready."_s));
        QTRY_COMPARE_WITH_TIMEOUT(list()->item(0)->text(), u"ann@customer.example"_s, 5000);
        QVERIFY(field()->isEnabled()); // a phone is chosen
        QTest::keyClicks(field(), u"half a line"_s);
        list()->setCurrentRow(0);
        QVERIFY(!field()->isEnabled());
        QVERIFY(!m_window->findChild<QPushButton *>(u"sendReply"_s)->isEnabled());
        QVERIFY(field()->placeholderText().contains(u"mailbox"_s));
        QVERIFY(talk()->item(0)->text().contains(u"It is ready."_s));
        list()->setCurrentRow(1);
        QVERIFY(field()->isEnabled());
    }

    void aPhoneAnswersByKeys()
    {
        auto *send = m_window->findChild<QPushButton *>(u"sendReply"_s);
        QVERIFY(!send->isEnabled());
        QTest::keyClicks(field(), u"STOP"_s);
        QVERIFY(send->isEnabled());
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(m_network.written, QStringList{bo + u": STOP"_s});
        QVERIFY(field()->text().isEmpty());
        QCOMPARE(talk()->item(talk()->count() - 1)->text(), u"STOP"_s);
        m_network.refuses = true;
        QTest::keyClicks(field(), u"again"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(field()->text(), u"again"_s); // nothing is lost
    }

    void hiddenItAsksNothing()
    {
        m_window->hide();
        const int asked = m_network.asked;
        QTest::qWait(1300);
        QCOMPARE(m_network.asked, asked);
    }

    void everythingHasANameAndFits_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("empty");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark, empty") << true << true;
    }
    void everythingHasANameAndFits()
    {
        QFETCH(bool, dark);
        QFETCH(bool, empty);
        Theme theme(*qApp);
        theme.setAppearance(dark ? Appearance::Dark : Appearance::Light);
        if (empty) {
            m_network.all.clear();
            m_window->hide();
            m_window->show();
        }
        QTest::qWait(50);
        QCOMPARE(checks::unnamedControls(*m_window) + checks::cutTexts(*m_window) + checks::unreachable(*m_window),
                 QStringList());
        if (const QString folder = qEnvironmentVariable("HELIOGRAPH_SHOTS"); !folder.isEmpty())
            m_window->grab().save(folder + u"/phones-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    }
};

QTEST_MAIN(TestPhones)
#include "tst_phones.moc"

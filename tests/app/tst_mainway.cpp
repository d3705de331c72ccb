#include "app/desktop/desktop.h"
#include "gui/campaigns/campaignprogress.h"
#include "gui/campaigns/campaignspage.h"
#include "gui/kit/datatable.h"
#include "gui/templates/phonepicture.h"
#include "gui/theme/theme.h"
#include "simulator/server.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::MessageState;

/// The main way through the program, as a person goes it: the real window, the real engine, a simulated provider.
class MainWayTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<gui::Theme> m_theme;
    std::unique_ptr<app::Desktop> m_desktop;

    static constexpr int patience = 20'000;

    /// The dialog in front, or the window.
    [[nodiscard]] QWidget *front() const
    {
        if (QWidget *dialog = QApplication::activeModalWidget())
            return dialog;
        return m_desktop->window() ? static_cast<QWidget *>(m_desktop->window()) : m_desktop->welcome();
    }

    /// What a person sees and can use under that name.
    template <class Widget = QAbstractButton>
    [[nodiscard]] Widget *seen(const QString &name) const
    {
        for (Widget *widget : front()->findChildren<Widget *>(name))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }

    [[nodiscard]] bool press(const QString &name) const
    {
        const auto usable = [&] { return seen(name) && seen(name)->isEnabled(); };
        if (!QTest::qWaitFor(usable, patience))
            return false;
        QTest::mouseClick(seen(name), Qt::LeftButton);
        return true;
    }

    [[nodiscard]] bool type(const QString &name, const QString &text) const
    {
        if (!QTest::qWaitFor([&] { return seen<QLineEdit>(name) != nullptr; }, patience))
            return false;
        seen<QLineEdit>(name)->setFocus();
        seen<QLineEdit>(name)->selectAll();
        QTest::keyClicks(seen<QLineEdit>(name), text);
        return true;
    }

    [[nodiscard]] bool chooseFile(const QString &path) const
    {
        const auto there = [] { return qobject_cast<QFileDialog *>(QApplication::activeModalWidget()) != nullptr; };
        if (!QTest::qWaitFor(there, patience))
            return false;
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
        QMetaObject::invokeMethod(dialog, "accept"); // its completer's popup would take the keys
        return QTest::qWaitFor([&] { return !there(); }, patience);
    }

    [[nodiscard]] gui::CampaignProgress &progress() const
    {
        return qobject_cast<gui::CampaignsPage *>(m_desktop->window()->page(u"campaigns"_s))->progress();
    }
    [[nodiscard]] qint64 count(MessageState state) const
    {
        return progress().row().counts.byState[static_cast<size_t>(state)];
    }
    [[nodiscard]] gui::DataTable *table(const QString &name) const
    {
        return m_desktop->window()->findChild<gui::DataTable *>(name);
    }

    /// Ctrl+N on a page.
    [[nodiscard]] bool newOn(const QString &page) const
    {
        m_desktop->window()->activateWindow();
        if (!QTest::qWaitForWindowActive(m_desktop->window()))
            return false;
        m_desktop->window()->openPage(page);
        QTest::keyClick(m_desktop->window(), Qt::Key_N, Qt::ControlModifier);
        return true;
    }

    /// Ctrl+N on the campaigns' page to 'Send to …'; the audience and the template by their place in the lists.
    [[nodiscard]] bool campaign(const QString &name, int audience, int text, int pace)
    {
        if (!newOn(u"campaigns"_s))
            return false;
        const auto list = [&](const QString &id) { return seen<QListWidget>(id); };
        if (!type(u"campaignName"_s, name) ||
            !QTest::qWaitFor([&] { return list(u"audienceList"_s)->count() > audience; }, patience))
            return false;
        list(u"audienceList"_s)->setFocus();
        for (int i = 0; i < audience; ++i)
            QTest::keyClick(list(u"audienceList"_s), Qt::Key_Down);
        QTest::keyClick(list(u"audienceList"_s), Qt::Key_Return);
        if (!QTest::qWaitFor([&] { return list(u"templateList"_s) && list(u"templateList"_s)->count() > text; },
                             patience))
            return false;
        QTest::keyClick(list(u"templateList"_s), Qt::Key_Home);
        for (int i = 0; i < text; ++i)
            QTest::keyClick(list(u"templateList"_s), Qt::Key_Down);
        QTest::keyClick(list(u"templateList"_s), Qt::Key_Space);
        if (!press(u"wizardNext"_s) || !QTest::qWaitFor([&] { return seen<QSpinBox>(u"pace"_s) != nullptr; }, patience))
            return false;
        seen<QSpinBox>(u"pace"_s)->setValue(pace);
        return press(u"wizardNext"_s) && press(u"wizardNext"_s) &&
               QTest::qWaitFor([&] { return progress().isVisible() && progress().row().campaign.name == name; },
                               patience);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
        qputenv("HELIOGRAPH_PASSPHRASE", "correct horse"); // no key store is asked
        QApplication::setQuitOnLastWindowClosed(false);
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<gui::Theme>(*qobject_cast<QApplication *>(QApplication::instance()));
    }

    void init()
    {
        m_settings->clear();
        m_desktop = std::make_unique<app::Desktop>(*m_theme, *m_settings);
        m_desktop->showWelcome();
    }
    void cleanup()
    {
        const QString pictures = qEnvironmentVariable("HELIOGRAPH_TEST_PICTURES"); // what a failure looked like
        if (QTest::currentTestFailed() && !pictures.isEmpty() && front())
            front()->grab().save(pictures + u'/' + QString::fromLatin1(QTest::currentTestFunction()) + u".png"_s);
        m_desktop.reset();
    }

    void aFirstDemoCampaignIsDeliveredWithinAMinute()
    {
        QElapsedTimer clock;
        clock.start();
        QVERIFY(press(u"demo"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window(), patience);
        QCOMPARE(m_desktop->window()->currentPage(), u"dashboard"_s);
        QVERIFY(campaign(u"First"_s, 4, 1, 0)); // VIP customers, the autumn offer
        QVERIFY(progress().row().counts.total() > 50);
        const auto arrived = [&] { return count(MessageState::Delivered) + count(MessageState::Read); };
        QTRY_VERIFY_WITH_TIMEOUT(arrived() > progress().row().counts.total() * 9 / 10, 60'000);
        QVERIFY2(clock.elapsed() < 60'000, qPrintable(QString::number(clock.elapsed())));

        // the phones got it, and one of them answers
        QVERIFY(press(u"showPhones"_s));
        auto *phones = m_desktop->phones();
        QVERIFY(phones && phones->isVisible());
        auto *list = phones->findChild<QListWidget *>(u"phones"_s);
        auto *conversation = phones->findChild<QListWidget *>(u"conversation"_s);
        QTRY_VERIFY_WITH_TIMEOUT(list->count() > 10 && conversation->count() > 0, patience);
        const int before = conversation->count();
        auto *answer = phones->findChild<QLineEdit *>(u"phoneReply"_s);
        QTest::keyClicks(answer, u"Thank you"_s);
        QTest::keyClick(answer, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(conversation->count() > before, patience);
        QTRY_COMPARE_WITH_TIMEOUT(conversation->item(conversation->count() - 1)->text(), u"Thank you"_s, patience);
        QVERIFY(answer->text().isEmpty());
        phones->close();
        QVERIFY(m_desktop->window()->isVisible());
    }

    void fromACustomersFileToADeliveredMessage()
    {
        simulator::Options network;
        network.network.delivery = {domain::Millis{50}, domain::Millis{200}};
        simulator::Server provider(network);
        QVERIFY(provider.start().has_value());
        QFile file(m_folder.filePath(u"customers.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Name;Mobile\nAnna Miller;(212) 555-0134\nBo Ek;+1 213 555 0188\nCem Ay;3125550143\nDan;none\n");
        file.close();

        // a workspace
        QVERIFY(type(u"name"_s, u"Corner Bakery"_s));
        QVERIFY(press(u"create"_s));
        QVERIFY(chooseFile(m_folder.filePath(u"bakery.heliograph"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window(), patience);
        QTRY_VERIFY(m_desktop->window()->windowTitle().contains(u"Corner Bakery"_s));

        // a provider, tried before it is saved, and a test message by it
        QVERIFY(press(u"firstStep-1"_s)); // what an empty dashboard proposes
        QCOMPARE(m_desktop->window()->currentPage(), u"settings"_s);
        QVERIFY(press(u"addProvider"_s));
        QTRY_VERIFY_WITH_TIMEOUT(seen<QListWidget>(u"kinds"_s), patience);
        QTest::keyClick(seen<QListWidget>(u"kinds"_s), Qt::Key_Return); // Twilio stands first
        QVERIFY(press(u"advanced"_s));
        QVERIFY(type(u"accountSid"_s, u"AC00000000000000000000000000000001"_s));
        QVERIFY(type(u"authToken"_s, u"0123456789abcdef0123456789abcdef"_s));
        QVERIFY(type(u"from"_s, u"+15005550006"_s));
        QVERIFY(type(u"baseUrl"_s, provider.url()));
        QVERIFY(press(u"testConnection"_s));
        QTRY_VERIFY_WITH_TIMEOUT(seen<QLabel>(u"testResult"_s) &&
                                     seen<QLabel>(u"testResult"_s)->text().startsWith(u"The connection works"_s),
                                 patience);
        QVERIFY(press(u"saveProvider"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), patience);
        QVERIFY(press(u"sendTestMessage"_s));
        QVERIFY(type(u"testNumber"_s, u"+12125550199"_s));
        QVERIFY(press(u"sendTest"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), patience);

        // contacts from a file
        m_desktop->window()->openPage(u"contacts"_s);
        QVERIFY(press(u"importContacts"_s));
        QVERIFY(press(u"chooseFile"_s));
        QVERIFY(chooseFile(file.fileName()));
        for (int step = 0; step < 5; ++step) // columns, options, check, import, and to the contacts
            QVERIFY2(press(u"wizardNext"_s), qPrintable(QString::number(step)));
        QTRY_COMPARE_WITH_TIMEOUT(table(u"contacts"_s)->model()->rowCount(), 3, patience);
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(QFile::exists(m_folder.filePath(u"customers-rejected.csv"_s)));

        // a template, seen as one of them gets it
        QVERIFY(newOn(u"templates"_s));
        QVERIFY(type(u"name"_s, u"Fresh bread"_s));
        auto *body = seen<QPlainTextEdit>(u"templateBody"_s);
        QTest::keyClicks(body, u"Hi {{ first_name }}, fresh bread at {{ workspace.name }}."_s);
        auto *phone = m_desktop->window()->findChild<gui::PhonePicture *>();
        QTRY_COMPARE_WITH_TIMEOUT(phone->accessibleDescription(), u"Hi Anna, fresh bread at Corner Bakery."_s,
                                  patience);
        QVERIFY(press(u"saveTemplate"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!seen(u"saveTemplate"_s)->isEnabled(), patience);
        QTest::keyClick(body, Qt::Key_Z, Qt::ControlModifier); // the history outlives the save
        QVERIFY(body->toPlainText() != u"Hi {{ first_name }}, fresh bread at {{ workspace.name }}."_s);
        QTest::keyClick(body, Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(press(u"back"_s));

        // to one a minute, paused, gone on with, and cancelled
        QVERIFY(campaign(u"Slow"_s, 0, 0, 1));
        QVERIFY(press(u"pauseCampaign"_s));
        QTRY_COMPARE_WITH_TIMEOUT(progress().row().campaign.state, domain::CampaignState::Paused, patience);
        QVERIFY(press(u"resumeCampaign"_s));
        QTRY_COMPARE_WITH_TIMEOUT(progress().row().campaign.state, domain::CampaignState::Sending, patience);
        const auto left = [&] { return count(MessageState::Accepted) + count(MessageState::Delivered); };
        QTRY_VERIFY_WITH_TIMEOUT(left() > 0, patience);
        QVERIFY(press(u"cancelCampaign"_s));
        QVERIFY(press(u"confirm"_s));
        QTRY_COMPARE_WITH_TIMEOUT(progress().row().campaign.state, domain::CampaignState::Cancelled, patience);
        QTRY_VERIFY_WITH_TIMEOUT(count(MessageState::Cancelled) > 0, patience);
        const qint64 had = left();
        QCOMPARE(had + count(MessageState::Cancelled), 3);

        // to all again: whoever has it already does not get it twice
        QVERIFY(campaign(u"Bread"_s, 0, 0, 0));
        QTRY_COMPARE_WITH_TIMEOUT(count(MessageState::Delivered), 3 - had, patience);
        QCOMPARE(count(MessageState::Skipped), had);
        QTRY_COMPARE_WITH_TIMEOUT(progress().row().campaign.state, domain::CampaignState::Completed, patience);

        // the whole story of the newest message
        m_desktop->window()->openPage(u"messages"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table(u"messages"_s)->model()->rowCount(), 7, patience);
        QTest::keyClick(table(u"messages"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(seen<QWidget>(u"detailPanel"_s), patience);
    }

    // An account of another kind by its own fields, and a rehearsal in which nothing reaches the provider.
    void anotherKindOfAccountAndARehearsal()
    {
        simulator::Server provider;
        QVERIFY(provider.start().has_value());
        QVERIFY(type(u"name"_s, u"Harbour Clinic"_s));
        QVERIFY(press(u"create"_s));
        QVERIFY(chooseFile(m_folder.filePath(u"harbour.heliograph"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window(), patience);
        const auto open = [&](const QString &section) { m_desktop->window()->openPage(u"settings"_s, section); };
        const auto choose = [&](const QString &kind) {
            if (!press(u"addProvider"_s) ||
                !QTest::qWaitFor([&] { return seen<QListWidget>(u"kinds"_s) != nullptr; }, patience))
                return false;
            auto *list = seen<QListWidget>(u"kinds"_s);
            for (int i = 0; i < list->count(); ++i)
                if (list->item(i)->text() == kind)
                    list->setCurrentRow(i);
            return list->currentItem()->text() == kind && press(u"chooseKind"_s);
        };
        const auto problem = [&](const QString &field) {
            return seen<QLineEdit>(field) && seen<QLineEdit>(field)->property("invalid").toBool();
        };

        open(u"providers"_s);
        QVERIFY(choose(u"Amazon SNS"_s));
        QVERIFY(type(u"region"_s, u"Frankfurt"_s));
        QTRY_VERIFY_WITH_TIMEOUT(problem(u"region"_s), patience); // said at its field, as one types
        QVERIFY(type(u"region"_s, u"eu-central-1"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!problem(u"region"_s), patience);
        QVERIFY(type(u"accessKeyId"_s, u"AKIAIOSFODNN7EXAMPLE"_s));
        QVERIFY(!seen(u"saveProvider"_s)->isEnabled()); // something is missing still
        QVERIFY(type(u"secretAccessKey"_s, u"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"_s));
        QVERIFY(press(u"saveProvider"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), patience);
        QVERIFY(choose(u"Twilio"_s));
        QVERIFY(press(u"advanced"_s));
        QVERIFY(type(u"accountSid"_s, u"AC00000000000000000000000000000001"_s));
        QVERIFY(type(u"authToken"_s, u"0123456789abcdef0123456789abcdef"_s));
        QVERIFY(type(u"from"_s, u"+15005550006"_s));
        QVERIFY(type(u"baseUrl"_s, provider.url()));
        QVERIFY(press(u"saveProvider"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), patience);
        const auto cards = [&] {
            return m_desktop->window()->findChildren<QAbstractButton *>(u"editProvider"_s).size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(cards(), 2, patience);

        const auto banner = [&] { return m_desktop->window()->findChild<QWidget *>(u"modeBanner"_s); };
        QVERIFY(!banner()->isVisible());
        open(u"rehearsal"_s);
        QVERIFY(press(u"switchRehearsal"_s));
        QVERIFY(press(u"confirm"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window() && banner()->isVisible(), patience);
        open(u"providers"_s);
        QTRY_COMPARE_WITH_TIMEOUT(cards(), 2, patience);
        // both kinds are simulated and may be tried
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->window()->findChildren<QAbstractButton *>(u"sendTestMessage"_s).size(), 2,
                                  patience);
        QVERIFY(press(u"sendTestMessage"_s));
        QVERIFY(type(u"testNumber"_s, u"+12125550199"_s));
        QVERIFY(press(u"sendTest"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), patience);
        QVERIFY(press(u"showPhones"_s));
        auto *phones = m_desktop->phones()->findChild<QListWidget *>(u"phones"_s);
        QTRY_COMPARE_WITH_TIMEOUT(phones->count(), 1, patience);
        QCOMPARE(phones->item(0)->text(), u"+12125550199"_s);
        m_desktop->phones()->close();
        QVERIFY(provider.messages().isEmpty());

        QVERIFY(press(u"endRehearsal"_s));
        QVERIFY(press(u"confirm"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window() && !banner()->isVisible(), patience);
        QVERIFY(!QFile::exists(m_folder.filePath(u"harbour.heliograph.rehearsal"_s)));
        open(u"providers"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->window()->findChildren<QAbstractButton *>(u"sendTestMessage"_s).size(), 2,
                                  patience);
        m_desktop->window()->openPage(u"messages"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table(u"messages"_s)->model()->rowCount(), 0, patience);
        QCOMPARE(provider.statistics().sends, 0); // its lists are read as ever
    }
};

QTEST_MAIN(MainWayTest)
#include "tst_mainway.moc"

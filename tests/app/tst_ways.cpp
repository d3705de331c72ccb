#include "app/desktop/desktop.h"
#include "gui/kit/datatable.h"
#include "gui/settings/countrypicker.h"
#include "gui/settings/webhookwords.h"
#include "gui/theme/theme.h"
#include "providers/factory.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Routes, prices and webhooks in Settings, as a person sets them: the real window and engine on the demo workspace.
class WaysTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<gui::Theme> m_theme;
    std::unique_ptr<app::Desktop> m_desktop;

    static constexpr int patience = 30'000;

    [[nodiscard]] gui::MainWindow &window() const { return *m_desktop->window(); }
    [[nodiscard]] QWidget *front() const
    {
        QWidget *dialog = QApplication::activeModalWidget();
        return dialog ? dialog : &window();
    }
    template <class Widget>
    [[nodiscard]] Widget *seen(const QString &name) const
    {
        for (Widget *widget : front()->findChildren<Widget *>(name))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    [[nodiscard]] bool press(const QString &name) const
    {
        const auto usable = [&] {
            const auto *button = seen<QAbstractButton>(name);
            return button && button->isEnabled();
        };
        if (!QTest::qWaitFor(usable, patience))
            return false;
        seen<QAbstractButton>(name)->click();
        return true;
    }
    [[nodiscard]] bool chooseFile(const QString &path) const
    {
        const auto there = [] { return qobject_cast<QFileDialog *>(QApplication::activeModalWidget()) != nullptr; };
        if (!QTest::qWaitFor(there, patience))
            return false;
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
        QMetaObject::invokeMethod(dialog, "accept");
        return QTest::qWaitFor([&] { return !there(); }, patience);
    }
    [[nodiscard]] gui::DataTable *table(const QString &list) const
    {
        const bool isRoutes = list == u"routes";
        for (auto *table : window().findChildren<gui::DataTable *>())
            if (table->accessibleName() == (isRoutes ? u"Routes" : u"Prices"))
                return table;
        return nullptr;
    }
    [[nodiscard]] QStringList texts(const QString &list, int column) const
    {
        QStringList texts;
        const QAbstractItemModel *model = table(list)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, column).data().toString();
        return texts;
    }
    [[nodiscard]] QString answer() const
    {
        QStringList words;
        const auto *shown = seen<QWidget>(u"tryAnswer"_s);
        for (const QLabel *label : shown ? shown->findChildren<QLabel *>() : QList<QLabel *>())
            words << label->text();
        return words.join(u'|');
    }
    [[nodiscard]] static bool isOpen(int port)
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
        return socket.waitForConnected(2'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
        QApplication::setQuitOnLastWindowClosed(false);
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<gui::Theme>(*qobject_cast<QApplication *>(QApplication::instance()));
        m_desktop = std::make_unique<app::Desktop>(*m_theme, *m_settings);
        m_desktop->openDemo();
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window(), patience);
        window().resize(1200, 800);
    }
    void cleanup()
    {
        const QString pictures = qEnvironmentVariable("HELIOGRAPH_TEST_PICTURES"); // what a failure looked like
        if (QTest::currentTestFailed() && !pictures.isEmpty())
            front()->grab().save(pictures + u'/' + QString::fromLatin1(QTest::currentTestFunction()) + u".png"_s);
        while (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
            dialog->done(QDialog::Rejected);
    }
    void cleanupTestCase() { m_desktop.reset(); }

    void thePageAndTheTranslatorsAgreeOnWhatProvesAWebhook_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("settings");
        QTest::addColumn<QStringList>("secrets"); // "name=value"
        QTest::addColumn<QString>("proof");       // of them, the one a webhook is proven by
        const QString sid = u"AC00000000000000000000000000000001"_s;
        const QString key = u"SK00000000000000000000000000000001"_s;
        QTest::newRow("twilio") << u"twilio"_s
                                << QJsonObject{{u"accountSid"_s, sid}, {u"from"_s, u"ACME"_s}, {u"apiKeySid"_s, key}}
                                << QStringList{u"apiKeySecret=x"_s, u"authToken=y"_s} << u"authToken"_s;
        QTest::newRow("messagebird") << u"messagebird"_s << QJsonObject{{u"from"_s, u"ACME"_s}}
                                     << QStringList{u"accessKey=test_gshuPaZoeEG6ovbc8M79w0QyM"_s, u"signingKey=y"_s}
                                     << u"signingKey"_s;
        QTest::newRow("bird") << u"bird"_s << QJsonObject{{u"from"_s, u"ACME"_s}}
                              << QStringList{u"apiKey=bk_eu1_abc"_s, u"webhookSecret=whsec_MDEyMzQ1Njc4OWFiY2RlZg=="_s}
                              << u"webhookSecret"_s;
        QTest::newRow("vonage") << u"vonage"_s
                                << QJsonObject{{u"apiKey"_s, u"abcd1234"_s}, {u"from"_s, u"+14155550101"_s}}
                                << QStringList{u"apiSecret=x"_s, u"signatureSecret=y"_s} << u"signatureSecret"_s;
        QTest::newRow("sns") << u"sns"_s
                             << QJsonObject{{u"region"_s, u"eu-west-1"_s},
                                            {u"accessKeyId"_s, u"AKIAIOSFODNN7EXAMPLE"_s}}
                             << QStringList{u"secretAccessKey=x"_s, u"firehoseKey=y"_s} << u"firehoseKey"_s;
        QTest::newRow("flashchat") << u"flashchat"_s
                                   << QJsonObject{{u"device"_s, u"1"_s}, {u"webhookSignature"_s, u"hex"_s}}
                                   << QStringList{u"secret=x"_s, u"webhookSecret=y"_s} << u"webhookSecret"_s;
    }
    void thePageAndTheTranslatorsAgreeOnWhatProvesAWebhook()
    {
        QFETCH(const QString, kind);
        QFETCH(const QJsonObject, settings);
        QFETCH(const QStringList, secrets);
        QFETCH(const QString, proof);
        const providers::Factory factory;
        for (const bool isThere : {true, false}) {
            engine::ProviderRow row;
            row.kind = kind;
            row.settings = settings;
            domain::ProviderConfig config;
            config.kind = kind;
            config.settings = settings;
            for (const QString &secret : secrets) {
                const QString name = secret.section(u'=', 0, 0);
                if (name == proof && !isThere)
                    continue;
                row.secretNames << name;
                config.secrets.insert(name, secret.section(u'=', 1));
            }
            QCOMPARE(gui::hookProof(row), isThere ? gui::HookProof::Signed : gui::HookProof::SecretMissing);
            const auto made = factory.make(config); // none at all, where it may not be without
            QCOMPARE(made && (*made)->capabilities().hasWebhook, isThere);
        }
    }

    void aRouteIsAddedTriedRemovedAndBroughtBack()
    {
        window().openPage(u"settings"_s, u"routes"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table(u"routes"_s)->model()->rowCount(), 3, patience);
        QVERIFY(press(u"addRoute"_s));
        QTRY_VERIFY(seen<QComboBox>(u"wayProvider"_s));
        auto *countries = front()->findChild<gui::CountryPicker *>();
        QTest::keyClicks(countries->findChild<QLineEdit *>(), u"Germany"_s);
        QTest::keyClick(countries->findChild<QLineEdit *>(), Qt::Key_Return);
        seen<QComboBox>(u"wayProvider"_s)->setCurrentIndex(1);
        QTest::keyClicks(seen<QLineEdit>(u"waySender"_s), u"STUDIO"_s);
        QVERIFY(press(u"saveRoute"_s));
        const QString added = u"SMS · to Germany"_s;
        QTRY_VERIFY_WITH_TIMEOUT(texts(u"routes"_s, 0).contains(added), patience);
        QVERIFY(!QApplication::activeModalWidget());

        seen<QLineEdit>(u"tryTo"_s)->setText(u"+49 151 23456789"_s);
        seen<QComboBox>(u"tryCategory"_s)->setCurrentIndex(1); // transactional
        QVERIFY(press(u"tryRoute"_s));
        QTRY_VERIFY_WITH_TIMEOUT(answer().contains(u"Simulated phones (from STUDIO)"_s), patience);
        QVERIFY2(answer().contains(u"0.0799 a segment"_s) && answer().contains(added), qPrintable(answer()));

        table(u"routes"_s)->setFocus();
        table(u"routes"_s)->selectRow(static_cast<int>(texts(u"routes"_s, 0).indexOf(added)));
        QTest::keyClick(table(u"routes"_s), Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(!texts(u"routes"_s, 0).contains(added), patience);
        QVERIFY(press(u"toastUndo"_s));
        QTRY_VERIFY_WITH_TIMEOUT(texts(u"routes"_s, 0).contains(added), patience);
        QCOMPARE(texts(u"routes"_s, 1)[texts(u"routes"_s, 0).indexOf(added)], u"Simulated phones (from STUDIO)"_s);
    }

    void aCountryThatIsNotAmongThoseAllowedIsNotWrittenTo()
    {
        window().openPage(u"settings"_s, u"routes"_s);
        QVERIFY(press(u"changeCountries"_s));
        front()->findChild<gui::CountryPicker *>()->setCountries({u"US"_s});
        QVERIFY(press(u"saveCountries"_s));
        auto *allowed = seen<QLabel>(u"allowedCountries"_s);
        QTRY_VERIFY_WITH_TIMEOUT(allowed->text().startsWith(u"United States"_s), patience);
        seen<QLineEdit>(u"tryTo"_s)->setText(u"+44 20 7946 0958"_s);
        QVERIFY(press(u"tryRoute"_s));
        QTRY_VERIFY_WITH_TIMEOUT(answer().contains(u"Nothing would be sent"_s), patience);
        // the limits' page does not take it back
        window().openPage(u"settings"_s, u"limits"_s);
        auto *attempts = seen<QSpinBox>(u"maxAttempts"_s);
        attempts->setValue(attempts->value() + 1);
        QVERIFY(press(u"saveLimits"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!seen<QAbstractButton>(u"saveLimits"_s)->isEnabled(), patience);
        window().openPage(u"settings"_s, u"routes"_s);
        QTest::qWait(200);
        QVERIFY(allowed->text().startsWith(u"United States"_s));
    }

    void aPriceListIsImportedAndItsRejectedRowsAreSaved()
    {
        window().openPage(u"settings"_s, u"prices"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table(u"prices"_s)->model()->rowCount(), 11, patience);
        QFile file(m_folder.filePath(u"prices.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("provider;channel;country;unit;price;currency\n"
                   "Simulated phones;sms;NL;segment;0.0888;USD\n"
                   "Simulated phones;sms;US;segment;0.0081;USD\n" // takes another's place
                   "Somebody;sms;US;segment;0.0081;USD\n");
        file.close();
        QVERIFY(press(u"importPrices"_s));
        QVERIFY(chooseFile(file.fileName()));
        QTRY_VERIFY_WITH_TIMEOUT(seen<QAbstractButton>(u"saveRejected"_s), patience);
        QVERIFY(press(u"saveRejected"_s));
        const QString rejected = m_folder.filePath(u"rejected.csv"_s);
        QVERIFY(chooseFile(rejected));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(rejected), patience);
        QVERIFY(press(u"confirmImport"_s));
        QTRY_COMPARE_WITH_TIMEOUT(table(u"prices"_s)->model()->rowCount(), 12, patience);
        const qsizetype at = texts(u"prices"_s, 2).indexOf(u"Netherlands"_s);
        QVERIFY(at >= 0);
        QVERIFY(texts(u"prices"_s, 3)[at].contains(u"0.0888"_s));
        QFile left(rejected);
        QVERIFY(left.open(QIODevice::ReadOnly));
        QCOMPARE(left.readAll().split('\n').at(1).count("Somebody;sms;US"), 1);

        table(u"prices"_s)->selectRow(static_cast<int>(at));
        QTest::keyClick(table(u"prices"_s), Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(table(u"prices"_s)->model()->rowCount(), 11, patience);
        QVERIFY(press(u"toastUndo"_s));
        QTRY_COMPARE_WITH_TIMEOUT(table(u"prices"_s)->model()->rowCount(), 12, patience);

        QFile wrong(m_folder.filePath(u"wrong.csv"_s));
        QVERIFY(wrong.open(QIODevice::WriteOnly));
        wrong.write("country,price\nNL,0.08\n");
        wrong.close();
        QVERIFY(press(u"importPrices"_s));
        QVERIFY(chooseFile(wrong.fileName()));
        QTRY_VERIFY_WITH_TIMEOUT(seen<QLabel>(u"priceProblem"_s), patience);
    }

    void aTakenPortIsSaidAtItsFieldAndAFreeOneListens()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        QTcpServer scout; // a port that is free in a moment
        QVERIFY(scout.listen(QHostAddress::LocalHost));
        const int open = scout.serverPort();
        scout.close();
        window().openPage(u"settings"_s, u"webhooks"_s);
        auto *port = seen<QSpinBox>(u"port"_s);
        auto *state = seen<QLabel>(u"hookState"_s);
        QVERIFY(port && state);
        port->setValue(other.serverPort());
        QVERIFY(press(u"switchWebhooks"_s));
        QTRY_VERIFY_WITH_TIMEOUT(port->property("invalid").toBool(), patience);
        QVERIFY(port->accessibleDescription().contains(u"taken by another program"_s));
        port->setValue(open);
        QVERIFY(press(u"saveWebhooks"_s));
        QTRY_VERIFY_WITH_TIMEOUT(state->text().startsWith(u"Listening on 127.0.0.1, port %1"_s.arg(open)), patience);
        QVERIFY(!port->property("invalid").toBool());
        QVERIFY(isOpen(open));
        seen<QLineEdit>(u"public_url"_s)->setText(u"ftp://x"_s);
        QVERIFY(press(u"saveWebhooks"_s));
        QTRY_VERIFY_WITH_TIMEOUT(seen<QLineEdit>(u"public_url"_s)->property("invalid").toBool(), patience);
        seen<QLineEdit>(u"public_url"_s)->setText(u"https://hooks.example.com"_s);
        QVERIFY(press(u"saveWebhooks"_s));
        QTRY_VERIFY_WITH_TIMEOUT(seen<QLineEdit>(u"hookUrl"_s) &&
                                     seen<QLineEdit>(u"hookUrl"_s)->text().startsWith(u"https://hooks.example.com/"_s),
                                 patience);
        QVERIFY(press(u"switchWebhooks"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!isOpen(open), patience);
        QTRY_VERIFY_WITH_TIMEOUT(state->text().startsWith(u"Nothing listens"_s), patience);
    }
};

QTEST_MAIN(WaysTest)
#include "tst_ways.moc"

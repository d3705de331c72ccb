#include "app/desktop/desktop.h"
#include "gui/accessibility.h"
#include "gui/campaigns/campaignspage.h"
#include "gui/campaigns/campaignwizard.h"
#include "gui/frame/commandpalette.h"
#include "gui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QListWidget>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The program without eyes and without a mouse, on the demo workspace with its engine running.
class AccessibilityTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<gui::Theme> m_theme;
    std::unique_ptr<app::Desktop> m_desktop;

    static constexpr int patience = 30'000;

    [[nodiscard]] gui::MainWindow &window() { return *m_desktop->window(); }

    /// The first element of that role and name that can be seen, from the window in front.
    [[nodiscard]] static QAccessibleInterface *element(QAccessibleInterface *from, QAccessible::Role role,
                                                       const QString &name)
    {
        if (!from || from->state().invisible)
            return nullptr;
        if (from->role() == role && from->text(QAccessible::Name).contains(name))
            return from;
        for (int i = 0; i < from->childCount(); ++i)
            if (QAccessibleInterface *found = element(from->child(i), role, name))
                return found;
        return nullptr;
    }

    [[nodiscard]] QAccessibleInterface *find(QAccessible::Role role, const QString &name)
    {
        QAccessibleInterface *found = nullptr;
        const auto there = [&] {
            QWidget *front = QApplication::activeModalWidget();
            if (!front)
                front = m_desktop->window() ? static_cast<QWidget *>(m_desktop->window()) : m_desktop->welcome();
            found = element(QAccessible::queryAccessibleInterface(front), role, name);
            return found && !found->state().disabled;
        };
        return QTest::qWaitFor(there, patience) ? found : nullptr;
    }

    /// A button, or one of the sidebar, which can be on and off.
    [[nodiscard]] bool press(const QString &name, QAccessible::Role role = QAccessible::Button)
    {
        QAccessibleInterface *button = find(role, name);
        if (!button || !button->actionInterface())
            return false;
        const QStringList offered = button->actionInterface()->actionNames();
        for (const QString &action :
             {QAccessibleActionInterface::pressAction(), QAccessibleActionInterface::toggleAction()})
            if (offered.contains(action)) {
                auto *widget = qobject_cast<QAbstractButton *>(button->object());
                QSignalSpy done(widget, widget->isCheckable() ? &QAbstractButton::toggled : &QAbstractButton::clicked);
                button->actionInterface()->doAction(action); // a button stays down for a moment first
                return done.count() > 0 || done.wait(patience);
            }
        return false;
    }

    void closeDialogs()
    {
        while (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
            dialog->done(QDialog::Rejected);
    }

    void click(const QString &objectName)
    {
        for (QWidget *widget : QApplication::allWidgets())
            if (auto *button = qobject_cast<QAbstractButton *>(widget);
                button && button->objectName() == objectName && button->isVisible()) {
                button->click();
                return;
            }
    }

    void wizard(int step)
    {
        window().openPage(u"campaigns"_s);
        domain::Campaign draft;
        draft.name = u"Spring"_s;
        auto *made = qobject_cast<gui::CampaignsPage *>(window().page(u"campaigns"_s))->edit(draft);
        auto *list = made->findChild<QListWidget *>(u"templateList"_s);
        QTRY_VERIFY_WITH_TIMEOUT(list->count() > 1, patience);
        list->setCurrentRow(1);
        made->goTo(step);
        QTRY_VERIFY_WITH_TIMEOUT(made->nextButton()->isEnabled(), patience);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
        QAccessible::setActive(true);
        QApplication::setQuitOnLastWindowClosed(false);
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<gui::Theme>(*qobject_cast<QApplication *>(QApplication::instance()));
        m_desktop = std::make_unique<app::Desktop>(*m_theme, *m_settings);
        m_desktop->showWelcome();
        QCOMPARE(checks::unnamedControls(*m_desktop->welcome()), QStringList());
        QVERIFY(press(u"Try the demo"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window(), patience);
        window().resize(1024, 700);
    }
    void cleanup()
    {
        const QString pictures = qEnvironmentVariable("HELIOGRAPH_TEST_PICTURES"); // what a failure looked like
        QWidget *front = QApplication::activeModalWidget();
        if (QTest::currentTestFailed() && !pictures.isEmpty())
            (front ? front : &window())
                ->grab()
                .save(pictures + u'/' + QString::fromLatin1(QTest::currentTestFunction()) + u".png"_s);
        closeDialogs();
    }
    void cleanupTestCase() { m_desktop.reset(); }

    // Presses and types through the interfaces alone, as the accessibility bus does.
    void aCampaignIsSentThroughTheInterfaces()
    {
        QVERIFY(press(u"Campaigns"_s, QAccessible::CheckBox));
        QCOMPARE(window().currentPage(), u"campaigns"_s);
        QVERIFY(press(u"New campaign"_s));
        QAccessibleInterface *name = find(QAccessible::EditableText, u"Name of the campaign"_s);
        QVERIFY(name);
        name->setText(QAccessible::Value, u"By ear"_s);
        QVERIFY(press(u"Next"_s));
        QAccessibleInterface *text = find(QAccessible::ListItem, u"Booking confirmation"_s);
        QVERIFY(text);
        QVERIFY(text->parent()->tableInterface());
        text->parent()->tableInterface()->selectRow(text->parent()->indexOfChild(text));
        QVERIFY(press(u"Next"_s));
        QVERIFY(press(u"Next"_s));
        QVERIFY(press(u"Send to "_s));
        QVERIFY(find(QAccessible::Button, u"Cancel campaign"_s));
        QVERIFY(press(u"All campaigns"_s));
    }

    void everyScreenCanBeNamedAndReached_data()
    {
        using Open = std::function<void()>;
        QTest::addColumn<Open>("open");
        const gui::PageRegistry pages = gui::allPages();
        for (const gui::PageInfo &info : pages.pages())
            QTest::newRow(qPrintable(info.id)) << Open([this, id = info.id] { window().openPage(id); });
        const auto add = [](const char *name, Open open) { QTest::newRow(name) << std::move(open); };
        add("palette", [this] { window().commandPalette()->open(); });
        add("contact", [this] {
            window().commandPalette()->close();
            window().openPage(u"contacts"_s, qint64(5));
        });
        add("new contact", [this] { window().openPage(u"contacts"_s, u"new"_s); });
        add("import", [this] {
            window().openPage(u"contacts"_s, u"import"_s);
            QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), patience);
        });
        add("segment", [this] {
            window().openPage(u"segments"_s,
                              QByteArray(R"({"last_purchase_on": {">=": {"$rel": "today-90d"}}, "$or": [)"
                                         R"({"territory": {"in": ["California"]}}, {"last_purchase_amount": )"
                                         R"({"between": [10, 90]}}, {"birthday": {"anniversary": 7}}]})"));
        });
        add("segment, as text", [this] { window().findChild<QTabBar *>(u"conditionFaces"_s)->setCurrentIndex(2); });
        add("template", [this] { window().openPage(u"templates"_s, qint64(1)); });
        add("versions", [this] {
            click(u"templateVersions"_s);
            QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), patience);
        });
        add("test message", [this] { click(u"testTemplate"_s); });
        add("campaign, audience", [this] { wizard(0); });
        add("campaign, content", [this] { wizard(1); });
        add("campaign, schedule", [this] { wizard(2); });
        add("campaign, review", [this] { wizard(3); });
        add("campaign, progress", [this] { window().openPage(u"campaigns"_s, qint64(1)); });
        add("message", [this] { window().openPage(u"messages"_s, qint64(7)); });
        for (const char *section :
             {"workspace", "providers", "routes", "prices", "webhooks", "limits", "rehearsal", "appearance"})
            add(section, [this, section] { window().openPage(u"settings"_s, QString::fromLatin1(section)); });
        add("provider", [this] {
            window().openPage(u"settings"_s, u"providers"_s);
            click(u"addProvider"_s);
            QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), patience);
        });
        add("provider of a kind", [this] {
            click(u"addProvider"_s);
            click(u"chooseKind"_s);
            click(u"advanced"_s);
        });
    }
    void everyScreenCanBeNamedAndReached()
    {
        QFETCH(std::function<void()>, open);
        open();
        QTest::qWait(150); // answers come, layouts settle
        QWidget *front = QApplication::activeModalWidget();
        if (!front)
            front = &window();
        QCOMPARE(checks::unnamedControls(*front), QStringList());
        QCOMPARE(checks::unreachable(*front), QStringList());
        QTRY_COMPARE(checks::cutTexts(*front), QStringList());
    }
};

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"

#include "gui/accessibility.h"
#include "gui/settings/providerdialog.h"
#include "gui/settings/sections.h"
#include "gui/settings/settingspage.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;

namespace {

engine::ProviderRow twilio()
{
    engine::ProviderRow row;
    row.id = {3};
    row.kind = u"twilio"_s;
    row.name = u"Twilio Europe"_s;
    row.settings = {{u"accountSid"_s, u"AC0123"_s}, {u"from"_s, u"+15005550006"_s}};
    row.hasSecret = true;
    row.pausedReason = u"configuration"_s;
    row.pausedDetail = u"20003 Authenticate"_s;
    return row;
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsComeBackAsTheyWereShown();
    void secretsAreNeverShownAndKeptUntilReplaced();
    void aBadFormatIsSaidAtItsFieldAndKeepsSaveOff();
    void appearanceIsKeptAndAppliedAtOnce();
    void changesAreNotLostUnasked();
    void everythingHasANameAndFits_data();
    void everythingHasANameAndFits();
};

void TestSettings::limitsComeBackAsTheyWereShown()
{
    engine::SendingLimits limits;
    limits.marketing = {true, 20 * 60 + 30, 7 * 60};
    limits.transactional = {true, 22 * 60, 6 * 60 + 15};
    limits.perAddressPerHour = 0;
    limits.marketingPerDay = 2;
    limits.duplicateWindowMinutes = 90;
    limits.maxAttempts = 7;
    limits.expiryHours = 12;
    limits.maxSegmentsMarketing = 3;
    limits.maxSegments = 8;
    LimitsSection section;
    section.showLimits(limits);
    QCOMPARE(section.limits(), limits);
    auto *save = section.findChild<QPushButton *>(u"saveLimits"_s);
    QVERIFY(!save->isEnabled());
    section.findChild<QSpinBox *>(u"maxAttempts"_s)->setValue(6);
    QVERIFY(save->isEnabled());
}

void TestSettings::secretsAreNeverShownAndKeptUntilReplaced()
{
    ProviderDialog dialog(twilio(), nullptr);
    auto *token = dialog.findChild<QLineEdit *>(u"authToken"_s);
    QVERIFY(token->text().isEmpty());
    QCOMPARE(token->echoMode(), QLineEdit::Password);
    QVERIFY(dialog.draft().secrets.isEmpty());
    token->setText(u"new"_s);
    QCOMPARE(dialog.draft().secrets, (QHash<QString, QString>{{u"authToken"_s, u"new"_s}}));
    QVERIFY(!dialog.draft().settings.contains(u"authToken"_s));
    QCOMPARE(dialog.draft().settings, twilio().settings);
}

void TestSettings::aBadFormatIsSaidAtItsFieldAndKeepsSaveOff()
{
    ProviderDialog dialog(twilio(), nullptr);
    auto *save = dialog.findChild<QPushButton *>(u"saveProvider"_s);
    auto *account = dialog.findChild<QLineEdit *>(u"accountSid"_s);
    dialog.showProblems({{u"accountSid"_s, u"format"_s}});
    QVERIFY(account->property("invalid").toBool());
    QVERIFY(!save->isEnabled());
    dialog.showProblems({});
    QVERIFY(!account->property("invalid").toBool());
    QVERIFY(save->isEnabled());
}

void TestSettings::appearanceIsKeptAndAppliedAtOnce()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    Theme theme(*qApp);
    PageContext context;
    context.settings = &settings;
    context.theme = &theme;
    AppearanceSection section(context);
    auto *box = section.findChild<QComboBox *>(u"appearance"_s);
    box->setCurrentIndex(2);
    Q_EMIT box->activated(2);
    QCOMPARE(theme.appearance(), Appearance::Dark);
    QCOMPARE(settings.value(u"appearance"_s).toInt(), int(Appearance::Dark));
    auto *language = section.findChild<QComboBox *>(u"language"_s);
    language->setCurrentIndex(language->findData(u"de"_s));
    Q_EMIT language->activated(language->currentIndex());
    QCOMPARE(settings.value(u"language"_s).toString(), u"de"_s);
}

void TestSettings::changesAreNotLostUnasked()
{
    SettingsPage page({});
    page.showWorkspace({u"/x"_s, u"Harbour Clinic"_s, u"US"_s, u"America/New_York"_s, u"USD"_s, false, 1, 1, 4096});
    QVERIFY(page.mayLeave([] {}));
    page.findChild<QLineEdit *>(u"currency"_s)->setText(u"EUR"_s);
    page.showWorkspace({u"/x"_s, u"Other"_s, u"US"_s, u"America/New_York"_s, u"USD"_s, false, 1, 1, 4096});
    QCOMPARE(page.findChild<QLineEdit *>(u"currency"_s)->text(), u"EUR"_s);
    QVERIFY(!page.mayLeave([] {}));
}

void TestSettings::everythingHasANameAndFits_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light, large") << false << QSize(1232, 860);
    QTest::newRow("dark, small") << true << QSize(816, 660);
}

void TestSettings::everythingHasANameAndFits()
{
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    Theme theme(*qApp);
    theme.setAppearance(dark ? Appearance::Dark : Appearance::Light);
    SettingsPage page({});
    page.showWorkspace({u"/home/ann/harbour.heliograph"_s, u"Harbour Clinic"_s, u"US"_s, u"America/New_York"_s,
                        u"USD"_s, false, 1, 1, 4096});
    engine::ProviderRow second = twilio();
    second.id = {4};
    second.name = u"Twilio US"_s;
    second.pausedReason.clear();
    page.showProviders({twilio(), second});
    page.resize(size);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const QString folder = qEnvironmentVariable("HELIOGRAPH_SHOTS");
    QStringList faults;
    const auto look = [&](QWidget &what, const QString &name) {
        for (int i = 0; i < 4; ++i)
            QApplication::sendPostedEvents();
        if (!folder.isEmpty())
            what.grab().save(folder + u'/' + name + (dark ? u"-dark.png"_s : u"-light.png"_s));
        for (const QString &fault : checks::unnamedControls(what) + checks::cutTexts(what) + checks::unreachable(what))
            faults << name + u": "_s + fault;
    };
    for (int i = 0; i < 4; ++i) {
        page.showSection(i);
        look(page, u"settings-%1"_s.arg(i));
    }
    ProviderDialog dialog(twilio(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    dialog.showProblems({{u"accountSid"_s, u"format"_s}});
    dialog.showReport({domain::ConnectionReport::Verdict::CredentialsRefused, {}, u"20003 Authenticate"_s});
    look(dialog, u"settings-provider"_s);
    QCOMPARE(faults.join(u'\n'), QString());
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"

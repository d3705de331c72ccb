#include "gui/kit/namevaluerows.h"
#include "gui/looks.h"
#include "gui/settings/accountfield.h"
#include "gui/settings/kindchooser.h"
#include "gui/settings/providerdialog.h"
#include "gui/settings/providerssection.h"
#include "gui/settings/providerwords.h"
#include "gui/settings/sections.h"
#include "gui/settings/settingspage.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

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
    row.channels = {domain::Channel::Sms};
    row.secretNames = {u"authToken"_s};
    row.pausedReason = u"configuration"_s;
    row.pausedDetail = u"20003 Authenticate"_s;
    return row;
}

using Type = domain::ProviderField::Type;

domain::ProviderField field(const QString &key, Type type, bool advanced = false, const QString &initial = {},
                            const QStringList &choices = {})
{
    domain::ProviderField made;
    made.key = key;
    made.type = type;
    made.advanced = advanced;
    made.initial = initial;
    made.choices = choices;
    return made;
}

domain::ProviderKind twilioKind()
{
    domain::ProviderKind kind;
    kind.key = u"twilio"_s;
    kind.name = u"Twilio"_s;
    kind.channels = {domain::Channel::Sms, domain::Channel::WhatsApp};
    kind.fields = {field(u"accountSid"_s, Type::Text), field(u"authToken"_s, Type::Secret),
                   field(u"from"_s, Type::Text), field(u"baseUrl"_s, Type::Url, true)};
    return kind;
}

/// One field of every type, and one nobody has words for.
domain::ProviderKind everyType()
{
    domain::ProviderKind kind;
    kind.key = u"http"_s;
    kind.name = u"HTTP gateway"_s;
    kind.channels = {domain::Channel::Sms};
    kind.fields = {field(u"url"_s, Type::Url),
                   field(u"numberFormat"_s, Type::Choice, false, u"e164"_s, {u"e164"_s, u"digits"_s}),
                   field(u"port"_s, Type::Number),
                   field(u"secret"_s, Type::Secret),
                   field(u"parameters"_s, Type::NameValue),
                   field(u"allowPlainHttp"_s, Type::Boolean),
                   field(u"profile"_s, Type::LongText, true),
                   field(u"someNewThing"_s, Type::Text, true)};
    return kind;
}

ProviderDialog *makeDialog(const domain::ProviderKind &kind, const engine::ProviderRow &row,
                           domain::ProviderId secretsOf = {})
{
    auto *dialog = new ProviderDialog(kind, row, secretsOf, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsComeBackAsTheyWereShown();
    void secretsAreNeverShownAndKeptUntilReplaced();
    void aKindIsChosenByKeys();
    void everyTypeOfFieldComesBackAsItWasPut();
    void advancedFieldsAreFoldedUntilOneIsWrong();
    void whatIsNeededIsSaidOnceThePersonHasBeenThere();
    void aCopyHasNoIdAndSaysWhoseSecretsItHas();
    void accountsAreOrderedByKeysWithoutLosingTheFocus();
    void whatATestFoundStandsAtItsAccount();
    void aBadFormatIsSaidAtItsFieldAndKeepsSaveOff();
    void whoRemovesAnAccountIsToldWhatUsesIt();
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
    const std::unique_ptr<ProviderDialog> dialog(makeDialog(twilioKind(), twilio()));
    auto *token = dialog->findChild<QLineEdit *>(u"authToken"_s);
    QVERIFY(token->text().isEmpty());
    QVERIFY(!token->placeholderText().isEmpty());
    QCOMPARE(token->echoMode(), QLineEdit::Password);
    QVERIFY(dialog->draft().secrets.isEmpty());
    token->setText(u"new"_s);
    QCOMPARE(dialog->draft().secrets, (QHash<QString, QString>{{u"authToken"_s, u"new"_s}}));
    QVERIFY(!dialog->draft().settings.contains(u"authToken"_s));
    QCOMPARE(dialog->draft().settings, twilio().settings);
}

void TestSettings::aKindIsChosenByKeys()
{
    auto *chooser = new KindChooser({twilioKind(), everyType()}, nullptr);
    QSignalSpy chosen(chooser, &KindChooser::chosen);
    chooser->show();
    QVERIFY(QTest::qWaitForWindowExposed(chooser));
    auto *list = chooser->findChild<QListWidget *>(u"kinds"_s);
    QVERIFY(list->item(0)->data(Qt::AccessibleTextRole).toString().contains(u"SMS and WhatsApp"_s));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"http"_s);
}

void TestSettings::everyTypeOfFieldComesBackAsItWasPut()
{
    engine::ProviderRow row;
    row.kind = u"http"_s;
    row.name = u"Mine"_s;
    const std::unique_ptr<ProviderDialog> empty(makeDialog(everyType(), row));
    QCOMPARE(empty->draft().settings, (QJsonObject{{u"numberFormat"_s, u"e164"_s}}));

    row.settings = {{u"url"_s, u"https://sms.example.net/send"_s},
                    {u"numberFormat"_s, u"digits"_s},
                    {u"port"_s, 587},
                    {u"parameters"_s, QJsonObject{{u"a"_s, u"1"_s}, {u"b"_s, u"two"_s}}},
                    {u"allowPlainHttp"_s, true},
                    {u"profile"_s, u"{\n}"_s},
                    {u"someNewThing"_s, u"x"_s},
                    {u"ofALaterVersion"_s, u"kept"_s}};
    const std::unique_ptr<ProviderDialog> dialog(makeDialog(everyType(), row));
    QCOMPARE(dialog->draft().settings, row.settings);
    const auto control = [&]<class T>(T *, const QString &key) { return dialog->findChild<T *>(key); };
    control(static_cast<QLineEdit *>(nullptr), u"port"_s)->setText(u"many"_s);
    QCOMPARE(dialog->draft().settings.value("port"_L1), QJsonValue(u"many"_s)); // is said to be wrong
    control(static_cast<QLineEdit *>(nullptr), u"port"_s)->clear();
    control(static_cast<QCheckBox *>(nullptr), u"allowPlainHttp"_s)->setChecked(false);
    control(static_cast<QPlainTextEdit *>(nullptr), u"profile"_s)->clear();
    control(static_cast<NameValueRows *>(nullptr), u"parameters"_s)->addRow(u"c"_s, u"3"_s);
    const QJsonObject settings = dialog->draft().settings;
    for (const auto key : {"port"_L1, "allowPlainHttp"_L1, "profile"_L1})
        QVERIFY(!settings.contains(key));
    QCOMPARE(settings.value("parameters"_L1).toObject().value("c"_L1).toString(), u"3"_s);
    QCOMPARE(control(static_cast<QLineEdit *>(nullptr), u"someNewThing"_s)->accessibleName(), u"Some new thing"_s);
}

void TestSettings::advancedFieldsAreFoldedUntilOneIsWrong()
{
    const std::unique_ptr<ProviderDialog> dialog(makeDialog(twilioKind(), twilio()));
    dialog->show();
    auto *url = dialog->findChild<QLineEdit *>(u"baseUrl"_s);
    QVERIFY(!url->isVisible());
    dialog->findChild<QPushButton *>(u"advanced"_s)->click();
    QVERIFY(url->isVisible());
    dialog->findChild<QPushButton *>(u"advanced"_s)->click();
    dialog->showProblems({{u"baseUrl"_s, u"insecure"_s}});
    QVERIFY(url->isVisible());
    QVERIFY(url->property("invalid").toBool());
}

void TestSettings::whatIsNeededIsSaidOnceThePersonHasBeenThere()
{
    engine::ProviderRow fresh;
    fresh.kind = u"twilio"_s;
    fresh.name = u"Twilio"_s;
    const std::unique_ptr<ProviderDialog> dialog(makeDialog(twilioKind(), fresh));
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    const QList<domain::ConfigProblem> problems{{u"accountSid"_s, u"required"_s}, {u"api_key"_s, u"required"_s}};
    dialog->showProblems(problems);
    auto *account = dialog->findChild<QLineEdit *>(u"accountSid"_s);
    QVERIFY(!account->property("invalid").toBool());
    account->setFocus();
    QTest::keyClick(account, Qt::Key_Tab);
    QVERIFY(account->property("invalid").toBool());
    QVERIFY(!dialog->findChild<QPushButton *>(u"saveProvider"_s)->isEnabled());
    // what has no field is said below
    QVERIFY(dialog->findChild<QLabel *>(u"testResult"_s)->text().contains(u"Api key"_s));
    dialog->showProblems({});
    QVERIFY(!account->property("invalid").toBool());
    QVERIFY(!dialog->findChild<QLabel *>(u"testResult"_s)->isVisible());
}

void TestSettings::aCopyHasNoIdAndSaysWhoseSecretsItHas()
{
    engine::ProviderRow copy = twilio();
    copy.id = {};
    const std::unique_ptr<ProviderDialog> dialog(makeDialog(twilioKind(), copy, domain::ProviderId{3}));
    QVERIFY(!dialog->draft().id.isValid());
    QCOMPARE(dialog->draft().secretsOf, domain::ProviderId{3});
    QVERIFY(dialog->draft().secrets.isEmpty());
    QVERIFY(dialog->findChild<QLineEdit *>(u"authToken"_s)->placeholderText().contains(u"copy"_s));
}

void TestSettings::accountsAreOrderedByKeysWithoutLosingTheFocus()
{
    engine::ProviderRow first = twilio();
    engine::ProviderRow second = twilio();
    second.id = {4};
    second.name = u"Second"_s;
    ProvidersSection section;
    section.setKinds({twilioKind()});
    section.showProviders({first, second});
    section.show();
    QVERIFY(QTest::qWaitForWindowActive(&section));
    QSignalSpy order(&section, &ProvidersSection::orderWanted);
    const QList<QToolButton *> downs = section.findChildren<QToolButton *>(u"moveDown"_s);
    QCOMPARE(downs.size(), 2);
    QVERIFY(downs[0]->isEnabled());
    QVERIFY(!downs[1]->isEnabled());
    downs[0]->setFocus();
    QTest::keyClick(downs[0], Qt::Key_Space);
    QCOMPARE(order.size(), 1);
    QCOMPARE(order.at(0).at(0).value<QList<domain::ProviderId>>(), (QList<domain::ProviderId>{{4}, {3}}));
    section.showProviders({second, first});
    QVERIFY(section.focusWidget());
    QCOMPARE(section.focusWidget()->accessibleName(), u"Ask Twilio Europe earlier"_s); // it cannot go further down
}

void TestSettings::whatATestFoundStandsAtItsAccount()
{
    ProvidersSection section;
    section.setKinds({twilioKind()});
    section.showProviders({twilio()});
    engine::ProviderHealth health{{3}, {}};
    health.counts.byState[size_t(domain::MessageState::Delivered)] = 98;
    health.counts.byState[size_t(domain::MessageState::Undelivered)] = 2;
    section.showHealth({health});
    const auto says = [&](const QString &text) {
        for (const QLabel *label : section.findChildren<QLabel *>())
            if (label->text().contains(text))
                return true;
        return false;
    };
    QVERIFY(says(u"100 sent"_s));
    QVERIFY(says(u"98.0 % delivered"_s) || says(u"98% delivered"_s) || says(u"98 % delivered"_s));
    domain::ConnectionReport report;
    report.verdict = domain::ConnectionReport::Verdict::NameNotFound;
    section.showReport({3}, report);
    QVERIFY(says(u"no server of that name"_s));
    report.verdict = domain::ConnectionReport::Verdict::Works;
    report.balance = domain::Money{0, u"USD"_s};
    section.showReport({3}, report);
    QVERIFY(says(u"no credit left"_s));
    section.showProviders({}); // and goes with it
    section.showProviders({twilio()});
    QVERIFY(!says(u"no credit left"_s));
    QVERIFY(section.findChild<QPushButton *>(u"moreOfProvider"_s)->menu()->actions().size() >= 3);
}

void TestSettings::aBadFormatIsSaidAtItsFieldAndKeepsSaveOff()
{
    const std::unique_ptr<ProviderDialog> dialog(makeDialog(twilioKind(), twilio()));
    auto *save = dialog->findChild<QPushButton *>(u"saveProvider"_s);
    auto *account = dialog->findChild<QLineEdit *>(u"accountSid"_s);
    dialog->showProblems({{u"accountSid"_s, u"format"_s}});
    QVERIFY(account->property("invalid").toBool());
    QVERIFY(!save->isEnabled());
    dialog->showProblems({});
    QVERIFY(!account->property("invalid").toBool());
    QVERIFY(save->isEnabled());
}

void TestSettings::whoRemovesAnAccountIsToldWhatUsesIt()
{
    engine::ProviderUse use;
    QVERIFY(!removalWords(use).contains(u"route"));
    use.routes = 3;
    use.campaigns = {u"Spring"_s, u"Autumn"_s};
    const QString words = removalWords(use);
    QVERIFY2(words.contains(u"3 routes"_s) && words.contains(u"Spring, Autumn"_s), qPrintable(words));
    use.messagesWaiting = true; // then it stays, and so do its routes
    QVERIFY(!removalWords(use).contains(u"taken out of them"_s));
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
    page.showWorkspace(
        {u"/x"_s, u"Harbour Clinic"_s, u"US"_s, u"America/New_York"_s, u"USD"_s, false, false, 1, 1, 4096});
    QVERIFY(page.mayLeave([] {}));
    page.findChild<QLineEdit *>(u"currency"_s)->setText(u"EUR"_s);
    page.showWorkspace({u"/x"_s, u"Other"_s, u"US"_s, u"America/New_York"_s, u"USD"_s, false, false, 1, 1, 4096});
    QCOMPARE(page.findChild<QLineEdit *>(u"currency"_s)->text(), u"EUR"_s);
    QVERIFY(!page.mayLeave([] {}));
}

void TestSettings::everythingHasANameAndFits_data() { checks::Looks::addRows(); }

void TestSettings::everythingHasANameAndFits()
{
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    checks::Looks looks(dark);
    SettingsPage page({});
    page.showWorkspace({u"/home/ann/harbour.heliograph"_s, u"Harbour Clinic"_s, u"US"_s, u"America/New_York"_s,
                        u"USD"_s, false, false, 1, 1, 4096});
    engine::ProviderRow second = twilio();
    second.id = {4};
    second.name = u"Twilio US"_s;
    second.pausedReason.clear();
    page.showKinds({twilioKind(), everyType()});
    page.showProviders({twilio(), second});
    page.resize(size);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    for (int i = 0; i < page.findChild<QListWidget *>(u"settingsSections"_s)->count(); ++i) {
        page.showSection(i);
        looks.at(page, u"settings-%1"_s.arg(i));
    }
    for (const domain::ProviderKind &kind : {twilioKind(), everyType()}) {
        const std::unique_ptr<ProviderDialog> dialog(makeDialog(kind, twilio()));
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        dialog->showAdvanced(true);
        dialog->findChild<QLineEdit *>(kind.fields.constFirst().key)->setFocus();
        dialog->showProblems({{u"accountSid"_s, u"format"_s}, {u"url"_s, u"format"_s}});
        dialog->showReport({domain::ConnectionReport::Verdict::CredentialsRefused, {}, u"20003 Authenticate"_s});
        looks.at(*dialog, u"settings-provider-"_s + kind.key);
    }
    auto *chooser = new KindChooser({twilioKind(), everyType()}, nullptr);
    chooser->show();
    QVERIFY(QTest::qWaitForWindowExposed(chooser));
    looks.at(*chooser, u"settings-kinds"_s);
    chooser->close();
    QCOMPARE(looks.faults().join(u'\n'), QString());
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"

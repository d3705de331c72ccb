#include "gui/accessibility.h"
#include "gui/samples.h"
#include "gui/settings/filepathedit.h"
#include "gui/settings/hookcard.h"
#include "gui/settings/webhookssection.h"
#include "gui/settings/webhookwords.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;
using State = engine::WebhookStatus::State;

namespace {

engine::ProviderRow account(qint64 id, const QString &kind, const QStringList &secrets,
                            const QJsonObject &settings = {})
{
    engine::ProviderRow row;
    row.id = {id};
    row.kind = kind;
    row.name = u"My "_s + kind;
    row.secretNames = secrets;
    row.settings = settings;
    return row;
}

QList<engine::ProviderRow> accounts()
{
    return {account(1, u"twilio"_s, {u"authToken"_s}), account(2, u"whatsapp_cloud"_s, {u"appSecret"_s}),
            account(3, u"smtp"_s, {u"password"_s})};
}

engine::WebhookStatus status(bool enabled, State state)
{
    engine::WebhookStatus made;
    made.settings.enabled = enabled;
    made.settings.publicUrl = u"https://hooks.example.com"_s;
    made.state = state;
    made.port = state == State::Listening ? 8787 : 0;
    for (const engine::ProviderRow &row : accounts()) {
        engine::WebhookStatus::Provider one;
        one.id = row.id;
        one.name = row.name;
        one.kind = row.kind;
        one.url = u"https://hooks.example.com/hooks/%1/abcdefghijklmnopqrstuvwx"_s.arg(row.id.value);
        made.providers << one;
    }
    made.providers[0].accepted = 1'204;
    made.providers[0].lastAt = samples::now() - std::chrono::minutes(3);
    made.providers[0].refused = 5;
    made.providers[0].unreadable = 2;
    made.providers[0].lastRefusedAt = samples::now() - std::chrono::hours(2);
    return made;
}

template <class Widget>
Widget *part(QWidget &of, const QString &name)
{
    return of.findChild<Widget *>(name);
}

QString shownText(const QWidget &of)
{
    QStringList words;
    for (const QLabel *label : of.findChildren<QLabel *>())
        if (label->isVisibleTo(&of))
            words << label->text();
    return words.join(u'\n');
}

} // namespace

class TestWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatProvesAWebhookDependsOnTheAccount_data()
    {
        QTest::addColumn<engine::ProviderRow>("row");
        QTest::addColumn<int>("proof");
        const auto row = [](const char *name, const engine::ProviderRow &provider, HookProof proof) {
            QTest::newRow(name) << provider << static_cast<int>(proof);
        };
        const auto profile = [](const char *json) { return QJsonObject{{u"profile"_s, QString::fromLatin1(json)}}; };
        row("twilio", account(1, u"twilio"_s, {u"authToken"_s}), HookProof::Signed);
        row("twilio by an API key", account(1, u"twilio"_s, {u"apiKeySecret"_s}), HookProof::SecretMissing);
        row("messagebird", account(1, u"messagebird"_s, {u"accessKey"_s}), HookProof::SecretMissing);
        row("whatsapp, half", account(1, u"whatsapp_cloud"_s, {u"appSecret"_s}), HookProof::SecretMissing);
        row("whatsapp", account(1, u"whatsapp_cloud"_s, {u"appSecret"_s, u"verifyToken"_s}), HookProof::Signed);
        row("mail", account(1, u"smtp"_s, {u"password"_s}), HookProof::None);
        row("flashchat", account(1, u"flashchat"_s, {u"secret"_s}), HookProof::NotSetUp);
        row("flashchat, signed", account(1, u"flashchat"_s, {u"webhookSecret"_s}, {{u"webhookSignature"_s, u"hex"_s}}),
            HookProof::Signed);
        row("flashchat, no secret", account(1, u"flashchat"_s, {u"secret"_s}, {{u"webhookSignature"_s, u"hex"_s}}),
            HookProof::SecretMissing);
        row("gateway", account(1, u"http"_s, {u"secret"_s}), HookProof::NotSetUp);
        row("gateway, open", account(1, u"http"_s, {}, profile(R"({"webhook":{"auth":{"type":"none"}}})")),
            HookProof::Unsigned);
        row("gateway, signed",
            account(1, u"http"_s, {u"hook"_s}, profile(R"({"webhook":{"auth":{"type":"hmac","secret":"hook"}}})")),
            HookProof::Signed);
        row("gateway, no secret",
            account(1, u"http"_s, {u"secret"_s}, profile(R"({"webhook":{"auth":{"type":"hmac","secret":"hook"}}})")),
            HookProof::SecretMissing);
    }

    void whatProvesAWebhookDependsOnTheAccount()
    {
        QFETCH(const engine::ProviderRow, row);
        QFETCH(const int, proof);
        QCOMPARE(static_cast<int>(hookProof(row)), proof);
        QVERIFY(!proofSentence(row).isEmpty());
        QCOMPARE(whereToPaste(row.kind).isEmpty(), proof == static_cast<int>(HookProof::None));
    }

    void settingsComeBackAsTheyWereShown()
    {
        WebhooksSection section;
        engine::WebhookStatus direct = status(true, State::Listening);
        direct.settings = {
            true, u"192.0.2.7"_s, 8443, u"/etc/tls/chain.pem"_s, u"/etc/tls/key.pem"_s, u"https://hooks.example.com"_s};
        section.showStatus(direct, accounts(), samples::now());
        QCOMPARE(section.settings(), direct.settings);
        QVERIFY(!section.isChanged());
        QVERIFY(!part<QPushButton>(section, u"saveWebhooks"_s)->isEnabled());
        // behind a tunnel nothing of TLS is left, and nobody outside reaches it
        part<QComboBox>(section, u"hookMode"_s)->setCurrentIndex(0);
        QCOMPARE(section.settings().address, u"127.0.0.1"_s);
        QVERIFY(section.settings().certificate.isEmpty() && section.settings().key.isEmpty());
        part<QComboBox>(section, u"hookMode"_s)->setCurrentIndex(1);
        QCOMPARE(section.settings(), direct.settings);
        part<QSpinBox>(section, u"port"_s)->setValue(9000);
        QVERIFY(part<QPushButton>(section, u"saveWebhooks"_s)->isEnabled());
        section.showStatus(direct, accounts(), samples::now()); // a pulse of the engine takes nothing away
        QCOMPARE(section.settings().port, 9000);
    }

    void itIsSwitchedOnWithWhatStandsThere()
    {
        WebhooksSection section;
        section.showStatus(status(false, State::Off), accounts(), samples::now());
        section.show();
        QSignalSpy wanted(&section, &WebhooksSection::saveWanted);
        part<QSpinBox>(section, u"port"_s)->setValue(9001);
        part<QPushButton>(section, u"switchWebhooks"_s)->click();
        QCOMPARE(wanted.size(), 1);
        auto asked = wanted.first().first().value<engine::WebhookSettings>();
        QVERIFY(asked.enabled);
        QCOMPARE(asked.port, 9001);
        section.saved();
        section.showStatus(status(true, State::Listening), accounts(), samples::now());
        QVERIFY(part<QLabel>(section, u"hookState"_s)->text().contains(u"8787"));
        part<QPushButton>(section, u"switchWebhooks"_s)->click();
        QVERIFY(!wanted.last().first().value<engine::WebhookSettings>().enabled);
    }

    void whatKeepsItShutIsSaidAtItsField_data()
    {
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("words");
        QTest::newRow("port") << u"Conflict"_s << u"port"_s << u"taken by another program"_s;
        QTest::newRow("low port") << u"NotAllowed"_s << u"port"_s << u"1024"_s;
        QTest::newRow("no certificate") << u"FileMissing"_s << u"certificate"_s << u"no such file"_s;
        QTest::newRow("not a certificate") << u"InvalidInput"_s << u"certificate"_s << u"PEM"_s;
        QTest::newRow("open key") << u"NotAllowed"_s << u"key"_s << u"chmod 600"_s;
        QTest::newRow("expired") << u"Conflict"_s << u"certificate"_s << u"has expired"_s;
        QTest::newRow("unreadable") << u"FileNotReadable"_s << u"certificate"_s << u"no right to read"_s;
        QTest::newRow("other key") << u"Conflict"_s << u"key"_s << u"another certificate's key"_s;
        QTest::newRow("no key") << u"InvalidInput"_s << u"key"_s << u"no key in PEM form"_s;
        QTest::newRow("address") << u"InvalidInput"_s << u"address"_s << u"no address of this computer"_s;
    }

    void whatKeepsItShutIsSaidAtItsField()
    {
        QFETCH(const QString, problem);
        QFETCH(const QString, place);
        QFETCH(const QString, words);
        WebhooksSection section;
        engine::WebhookStatus failed = status(true, State::Failed);
        failed.settings.certificate = u"/tmp/chain.pem"_s;
        failed.settings.key = u"/tmp/key.pem"_s;
        failed.problem = problem;
        failed.problemPlace = place;
        section.showStatus(failed, accounts(), samples::now());
        section.show();
        QVERIFY(part<QWidget>(section, place)->property("invalid").toBool());
        QVERIFY2(shownText(section).contains(words), qPrintable(shownText(section)));
        engine::WebhookStatus well = failed;
        well.state = State::Listening;
        section.showStatus(well, accounts(), samples::now());
        QVERIFY(!part<QWidget>(section, place)->property("invalid").toBool());
    }

    void whatDoesNotFitIsSaidAtItsField()
    {
        WebhooksSection section;
        section.showStatus(status(false, State::Off), accounts(), samples::now());
        section.show();
        section.showError({domain::ErrorCode::InvalidInput, u"https://…"_s, u"public_url"_s});
        QVERIFY(part<QLineEdit>(section, u"public_url"_s)->property("invalid").toBool());
        part<QPushButton>(section, u"switchWebhooks"_s)->click(); // another try: what was said is not said again
        QVERIFY(!part<QLineEdit>(section, u"public_url"_s)->property("invalid").toBool());
    }

    void eachAccountHasItsAddressToCopyAndItsState()
    {
        WebhooksSection section;
        section.showStatus(status(true, State::Listening), accounts(), samples::now());
        section.show();
        const QList<HookCard *> cards = section.findChildren<HookCard *>();
        QCOMPARE(cards.size(), 2);
        QVERIFY(shownText(section).contains(u"These take no webhooks: My smtp."_s));
        QSignalSpy copied(&section, &WebhooksSection::copied);
        part<QPushButton>(*cards[0], u"copyHookUrl"_s)->click();
        QCOMPARE(copied.size(), 1);
        QCOMPARE(QApplication::clipboard()->text(), status(true, State::Listening).providers[0].url);
        const QString first = shownText(*cards[0]);
        QVERIFY2(first.contains(u"1,204 taken, the last 3 min ago."_s), qPrintable(first));
        QVERIFY2(first.contains(u"3 refused because nothing proved"_s), qPrintable(first));
        QVERIFY2(first.contains(u"2 refused because they were neither"_s), qPrintable(first));
        QSignalSpy edit(&section, &WebhooksSection::editWanted);
        QVERIFY(!part<QPushButton>(*cards[0], u"editHookAccount"_s)->isVisible());
        part<QPushButton>(*cards[1], u"editHookAccount"_s)->click(); // its verify token is missing
        QCOMPARE(edit.first().first().value<engine::ProviderRow>().id.value, 2);
        // an answer later: the same cards, so that the focus stays; an account that is gone goes
        section.showStatus(status(true, State::Listening), {accounts().constFirst()}, samples::now());
        QCOMPARE(section.findChildren<HookCard *>().first(), cards[0]);
        QVERIFY(!cards[1]->isVisible());
    }

    void aLocalAddressIsNotMistakenForAPublicOne()
    {
        WebhooksSection section;
        engine::WebhookStatus local = status(true, State::Listening);
        local.settings.publicUrl.clear();
        section.showStatus(local, accounts(), samples::now());
        QVERIFY(shownText(section).contains(u"Only this computer can call"_s));
        section.showStatus(status(true, State::Listening), accounts(), samples::now());
        QVERIFY(!shownText(section).contains(u"Only this computer can call"_s));
    }

    void everythingHasANameAndFits_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("direct");
        QTest::newRow("wide") << 640 << true;
        QTest::newRow("narrow") << 480 << true;
        QTest::newRow("narrow, behind a tunnel") << 480 << false;
    }

    void everythingHasANameAndFits()
    {
        QFETCH(const int, width);
        QFETCH(const bool, direct);
        WebhooksSection section;
        engine::WebhookStatus shown = status(true, State::Failed);
        shown.problem = u"Conflict"_s;
        shown.problemPlace = u"port"_s;
        section.showStatus(shown, accounts(), samples::now());
        part<QComboBox>(section, u"hookMode"_s)->setCurrentIndex(direct ? 1 : 0);
        section.resize(width, 1400);
        section.show();
        QVERIFY(QTest::qWaitForWindowExposed(&section));
        for (int i = 0; i < 4; ++i)
            QApplication::sendPostedEvents();
        QCOMPARE(checks::unnamedControls(section), QStringList());
        QCOMPARE(checks::unreachable(section), QStringList());
        QCOMPARE(checks::cutTexts(section).join(u"\n"_s), QString());
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const Theme theme(application);
    TestWebhooks test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_webhooks.moc"

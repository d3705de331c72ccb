#include "gui/accessibility.h"
#include "gui/kit/datatable.h"
#include "gui/settings/countrypicker.h"
#include "gui/settings/routedialog.h"
#include "gui/settings/routessection.h"
#include "gui/settings/routetry.h"
#include "gui/settings/routeways.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace gui;
using namespace Qt::StringLiterals;
using domain::Category;
using domain::Channel;
using domain::ProviderId;
using domain::Route;

namespace {

QList<engine::ProviderRow> accounts()
{
    const auto account = [](qint64 id, const QString &name, const QList<Channel> &channels) {
        engine::ProviderRow row;
        row.id = {id};
        row.kind = u"twilio"_s;
        row.name = name;
        row.channels = channels;
        row.settings = {{u"from"_s, u"+1500555000%1"_s.arg(id)}};
        return row;
    };
    return {account(1, u"Main account"_s, {Channel::Sms}), account(2, u"Second account"_s, {Channel::Sms}),
            account(3, u"Both"_s, {Channel::Sms, Channel::WhatsApp}), account(4, u"Mail"_s, {Channel::Email})};
}

Route way(qint64 provider, int position, const QString &country = {}, std::optional<Category> category = {},
          const QString &sender = {}, int weight = 1)
{
    return {Channel::Sms, country, category, position, weight, ProviderId{provider}, sender};
}

QList<Route> german()
{
    return {way(1, 0, u"DE"_s, Category::Marketing, u"HELIO"_s), way(2, 1, u"DE"_s, Category::Marketing)};
}

QStringList texts(const QTableView &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        texts << table.model()->index(row, column).data().toString();
    return texts;
}

QString answerText(const RouteTry &tryIt)
{
    QCoreApplication::processEvents(); // what is new is shown then
    QStringList words;
    for (const QLabel *label : tryIt.findChild<QWidget *>(u"tryAnswer"_s)->findChildren<QLabel *>())
        if (label->isVisibleTo(&tryIt))
            words << label->text();
    return words.join(u'|');
}

template <class Widget>
Widget *part(QWidget &of, const QString &name, int which = 0)
{
    return of.findChildren<Widget *>(name).value(which);
}

} // namespace

class TestRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countriesThatGoTheSameWaysAreOneRule()
    {
        QList<Route> routes = german();
        for (Route route : german()) {
            route.country = u"AT"_s;
            routes << route;
        }
        Route other = way(2, 0, u"FR"_s, Category::Marketing);
        routes << other << way(1, 0, {}, Category::Marketing, u"HELIO"_s);
        const QList<RouteRule> rules = rulesOf(routes);
        QCOMPARE(rules.size(), 3);
        QCOMPARE(rules[0].countries, (QStringList{u"AT"_s, u"DE"_s}));
        QCOMPARE(rules[1].countries, QStringList{u"FR"_s});
        QVERIFY(rules[2].countries.isEmpty());
        QCOMPARE(rules[0].ways.size(), 2);
        const QList<Route> back = routesOf(rules);
        QCOMPARE(back.size(), routes.size());
        for (const Route &route : routes)
            QVERIFY(back.contains(route));
    }

    void theClosestIsListedFirst()
    {
        const QList<RouteRule> rules = rulesOf({way(1, 0), way(1, 0, {}, Category::Marketing), way(1, 0, u"DE"_s),
                                                way(1, 4, u"DE"_s, Category::Marketing)});
        QStringList words;
        for (const RouteRule &rule : rules)
            words << caseWords(rule.channel, rule.countries, rule.category);
        QCOMPARE(words, (QStringList{u"SMS · Marketing · to Germany"_s, u"SMS · to Germany"_s, u"SMS · Marketing"_s,
                                     u"SMS · everything else"_s}));
        QCOMPARE(rules[0].ways.first().position, 0);
    }

    void aRuleTakesThePlaceOfItsOwnAlone()
    {
        QList<Route> routes = german();
        routes << way(2, 0, u"FR"_s);
        RouteRule before = rulesOf(german()).first();
        RouteRule after = before;
        after.countries = {u"CH"_s};
        after.ways = {way(3, 0, {}, Category::Marketing)};
        const QList<Route> now = replaced(routes, before, after);
        QCOMPARE(now, (QList<Route>{way(2, 0, u"FR"_s), way(3, 0, u"CH"_s, Category::Marketing)}));
        QCOMPARE(replaced(now, after, {}), QList<Route>{way(2, 0, u"FR"_s)});
        QCOMPARE(replaced(now, {}, after).size(), 2); // it was there already
        QCOMPARE(takenCountries(after, rulesOf(now)), QStringList{u"CH"_s});
        after.category = {};
        QVERIFY(takenCountries(after, rulesOf(now)).isEmpty());
    }

    void waysAreReadAsASentence()
    {
        QCOMPARE(wayWords(german(), accounts()), u"Main account (from HELIO), then Second account"_s);
        QCOMPARE(wayWords({way(1, 0, {}, {}, {}, 3), way(2, 0), way(3, 1)}, accounts()),
                 u"75 % by Main account and 25 % by Second account, then Both"_s);
        QCOMPARE(countryWords({u"AT"_s, u"DE"_s, u"FR"_s, u"CH"_s}).count(u','), 1);
        QVERIFY(countryWords({u"AT"_s, u"DE"_s, u"FR"_s, u"CH"_s}).contains(u"2"));
    }

    void whatIsLeftToTheAccountsOrderIsARowThatCannotBeRemoved()
    {
        RoutesSection section;
        section.showRoutes(german(), accounts());
        section.show();
        auto *table = section.findChild<DataTable *>();
        QCOMPARE(texts(*table, 0), (QStringList{u"SMS · Marketing · to Germany"_s, u"SMS · everything else"_s,
                                                u"WhatsApp · everything else"_s, u"E-mail · everything else"_s}));
        // those that no route names come first, as the engine asks them
        QVERIFY(texts(*table, 1)[1].endsWith(u"Both, then Main account, then Second account"_s));
        QSignalSpy removed(&section, &RoutesSection::removeWanted);
        QSignalSpy edited(&section, &RoutesSection::editWanted);
        table->selectRow(1);
        QVERIFY(!part<QPushButton>(section, u"removeRoute"_s)->isEnabled());
        QTest::keyClick(table, Qt::Key_Delete);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(removed.size() + edited.size(), 0);
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Delete);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(removed.first().first().value<RouteRule>(), rulesOf(german()).first());
        // a rule for all leaves nothing
        section.showRoutes({way(1, 0)}, accounts());
        QCOMPARE(texts(*table, 0).count(u"SMS · everything else"_s), 1);
        QCOMPARE(texts(*table, 1).first(), u"Main account"_s);
    }

    void countriesAreFoundAndTickedByKeys()
    {
        CountryPicker picker(u"none"_s);
        QSignalSpy edited(&picker, &CountryPicker::edited);
        auto *search = part<QLineEdit>(picker, u"searchCountry"_s);
        QTest::keyClicks(search, u"switz"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(picker.countries(), QStringList{u"CH"_s});
        QVERIFY(search->text().isEmpty());
        QTest::keyClicks(search, u"de"_s); // by its code, too
        auto *list = part<QListWidget>(picker, u"countries"_s);
        int shown = 0;
        for (int i = 0; i < list->count(); ++i)
            shown += list->item(i)->isHidden() ? 0 : 1;
        QVERIFY(shown > 1 && shown < 20);
        picker.setCountries({u"DE"_s, u"AT"_s});
        QCOMPARE(picker.countries(), (QStringList{u"AT"_s, u"DE"_s}));
        QCOMPARE(edited.size(), 1); // by the person alone
    }

    void aRouteComesBackAsItWasShown()
    {
        RouteRule rule = rulesOf(german()).first();
        rule.ways << way(3, 1, {}, Category::Marketing, u"OTHER"_s, 4);
        auto *dialog = new RouteDialog(rule, {}, accounts(), nullptr);
        QCOMPARE(dialog->rule(), rule);
        delete dialog;
    }

    void accountsAreMovedByKeysAndShareByWeight()
    {
        RouteWays ways;
        ways.setProviders(accounts(), Channel::Sms);
        ways.setWays({way(1, 0, {}, {}, u"HELIO"_s), way(2, 1)});
        ways.show();
        QVERIFY(QTest::qWaitForWindowActive(&ways));
        QCOMPARE(part<QLineEdit>(ways, u"waySender"_s, 1)->placeholderText(), u"+15005550002"_s);
        QVERIFY(!part<QSpinBox>(ways, u"wayWeight"_s)->isEnabled());
        auto *second = part<QComboBox>(ways, u"wayProvider"_s, 1);
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(ways.ways(), (QList<Route>{way(2, 0), way(1, 1, {}, {}, u"HELIO"_s)}));
        QVERIFY(second->hasFocus());
        // together: with a weight each
        for (auto *turn : ways.findChildren<QComboBox *>(u"turn"_s))
            if (turn->isEnabled())
                turn->setCurrentIndex(1);
        auto *weight = part<QSpinBox>(ways, u"wayWeight"_s, 0);
        QVERIFY(weight->isEnabled());
        weight->setValue(3);
        QCOMPARE(ways.ways(), (QList<Route>{way(2, 0), way(1, 0, {}, {}, u"HELIO"_s, 3)}));
        part<QPushButton>(ways, u"addWay"_s)->click();
        QCOMPARE(ways.ways().size(), 2); // nobody is chosen yet
        part<QToolButton>(ways, u"removeWay"_s, 1)->click();
        QCOMPARE(ways.ways(), (QList<Route>{way(1, 0, {}, {}, u"HELIO"_s)}));
        ways.setProviders(accounts(), Channel::WhatsApp);
        QVERIFY(ways.ways().isEmpty()); // none of them has it
    }

    void whatWouldNotFitIsSaidBeforeItIsSaved()
    {
        auto *dialog = new RouteDialog({}, rulesOf(german()), accounts(), nullptr);
        dialog->show();
        QSignalSpy saved(dialog, &RouteDialog::saveWanted);
        auto *save = part<QPushButton>(*dialog, u"saveRoute"_s);
        auto *problem = part<QLabel>(*dialog, u"routeProblem"_s);
        save->click();
        QVERIFY(problem->isVisible());
        auto *provider = part<QComboBox>(*dialog, u"wayProvider"_s);
        provider->setCurrentIndex(provider->findText(u"Main account"_s));
        QVERIFY(!problem->isVisible());
        dialog->findChild<CountryPicker *>()->setCountries({u"DE"_s});
        auto *category = part<QComboBox>(*dialog, u"routeCategory"_s);
        category->setCurrentIndex(category->findData(static_cast<int>(Category::Marketing)));
        save->click();
        QCOMPARE(saved.size(), 0); // there is one for Germany and marketing
        category->setCurrentIndex(0);
        save->click();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(routesOf({dialog->rule()}), QList<Route>{way(1, 0, u"DE"_s)});
        dialog->showError({domain::ErrorCode::InvalidInput, u"format"_s, u"routes[0].sender"_s});
        QVERIFY(problem->text().contains(u"64"));
        auto *channel = part<QComboBox>(*dialog, u"routeChannel"_s);
        channel->setCurrentIndex(channel->findData(static_cast<int>(Channel::Email)));
        QVERIFY(dialog->rule().countries.isEmpty()); // a mail goes to no country
        QVERIFY(!dialog->findChild<CountryPicker *>()->isVisible());
        delete dialog;
    }

    void aTrySaysWhoSendsWhyAndForHowMuch()
    {
        RouteTry tryIt;
        QSignalSpy asked(&tryIt, &RouteTry::asked);
        tryIt.show();
        part<QPushButton>(tryIt, u"tryRoute"_s)->click();
        QCOMPARE(asked.size(), 0); // without a number there is nothing to ask
        QTest::keyClicks(part<QLineEdit>(tryIt, u"tryTo"_s), u"+49 151 23456789"_s);
        QTest::keyClick(part<QLineEdit>(tryIt, u"tryTo"_s), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(tryIt.question().to, u"+49 151 23456789"_s);
        engine::RouteExplanation answer;
        answer.country = answer.matchedCountry = u"DE"_s;
        answer.byRoutes = true;
        engine::RouteExplanation::Step first{{1}, u"Main account"_s, u"HELIO"_s, 0, 1, u"paused"_s, false, {}};
        engine::RouteExplanation::Step second{
            {2},
            u"Second account"_s,
            {},
            1,
            1,
            {},
            true,
            domain::Price{{2}, Channel::Sms, u"DE"_s, domain::Price::Unit::Segment, {79'900, u"USD"_s}, QDate(2026, 1, 1)}};
        answer.steps = {first, second};
        answer.firstUsed = 1;
        tryIt.showAnswer(answer);
        const QString words = answerText(tryIt);
        QVERIFY2(words.contains(u"Germany by Second account"_s), qPrintable(words));
        QVERIFY2(words.contains(u"Main account (from HELIO)"_s), qPrintable(words));
        QVERIFY2(words.contains(u"0.0799 a segment"_s), qPrintable(words));
        QVERIFY2(words.contains(u"SMS · to Germany"_s), qPrintable(words));
        answer.countryAllowed = false;
        tryIt.showAnswer(answer);
        QVERIFY(answerText(tryIt).contains(u"Nothing would be sent"_s));
        answer.countryAllowed = true;
        answer.firstUsed = -1;
        tryIt.showAnswer(answer);
        QVERIFY(answerText(tryIt).contains(u"would wait"_s));
        // another question: the old answer would be a lie
        part<QComboBox>(tryIt, u"tryCategory"_s)->setCurrentIndex(1);
        QVERIFY(!part<QWidget>(tryIt, u"tryAnswer"_s)->isVisible());
        tryIt.showError({domain::ErrorCode::InvalidInput, u"format"_s, u"to"_s});
        QVERIFY(part<QLineEdit>(tryIt, u"tryTo"_s)->property("invalid").toBool());
    }

    void withoutAnAccountTheFirstStepIsOffered()
    {
        RoutesSection section;
        section.showRoutes({}, {});
        section.show();
        QVERIFY(!part<QPushButton>(section, u"addRoute"_s)->isEnabled());
        QVERIFY(!section.findChild<DataTable *>()->isVisible());
        section.showAllowedCountries({u"US"_s, u"DE"_s});
        QVERIFY(part<QLabel>(section, u"allowedCountries"_s)->text().startsWith(u"Germany, United States"_s));
    }

    void everythingHasANameAndFits_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 900;
        QTest::newRow("narrow") << 500;
    }

    void everythingHasANameAndFits()
    {
        QFETCH(const int, width);
        RoutesSection section;
        QList<Route> routes = german();
        routes << way(1, 0, {}, Category::Authentication);
        section.showRoutes(routes, accounts());
        section.resize(width, 900);
        section.show();
        QVERIFY(QTest::qWaitForWindowExposed(&section));
        QCOMPARE(checks::unnamedControls(section), QStringList());
        QCOMPARE(checks::unreachable(section), QStringList());
        QCOMPARE(checks::cutTexts(section).join(u"\n"_s), QString());
        auto *dialog = new RouteDialog(rulesOf(german()).first(), {}, accounts(), nullptr);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QCOMPARE(checks::unnamedControls(*dialog), QStringList());
        QCOMPARE(checks::unreachable(*dialog), QStringList());
        QCOMPARE(checks::cutTexts(*dialog), QStringList());
        delete dialog;
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const Theme theme(application);
    TestRoutes test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_routes.moc"

#include "gui/kit/datatable.h"
#include "gui/looks.h"
#include "gui/samples.h"
#include "gui/templates/bodyedit.h"
#include "gui/templates/phonepicture.h"
#include "gui/templates/providertemplatedialog.h"
#include "gui/templates/templateeditor.h"
#include "gui/templates/templatespage.h"
#include "gui/templatesamples.h"
#include "gui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;

namespace {

domain::TemplateRecord reminder(const domain::ProviderContent &content = {})
{
    domain::TemplateRecord r;
    r.id = {7};
    r.name = u"Parcel"_s;
    r.channel = domain::Channel::WhatsApp;
    domain::TemplateVersion version;
    version.body = u"Hi {{ first_name }}, it left."_s;
    version.number = 3;
    version.provider = content;
    r.current = {version};
    return r;
}

domain::ProviderContent shipped(const QStringList &body = {u"{{ first_name }}"_s, u"SO-1042"_s})
{
    return {u"order_shipped"_s, u"en_US"_s, {u"SO-1042"_s}, body, {u"SO-1042"_s}};
}

domain::Contact ann()
{
    domain::Contact contact;
    contact.firstName = u"Ann"_s;
    return contact;
}

template <class T>
T *part(QWidget &within, const QString &name)
{
    T *found = within.findChild<T *>(name);
    return found ? found : (qFatal("no %s", qPrintable(name)), nullptr);
}

} // namespace

class TestProviderTemplates : public QObject
{
    Q_OBJECT

    static void prepare(TemplateEditor &editor, const domain::TemplateRecord &record)
    {
        editor.showContact(ann());
        editor.showPlaceholders({{u"first_name"_s, u"Ann"_s}, {u"last_name"_s, u"Lee"_s}});
        editor.showRecord(record);
        editor.showAccounts({samples::templateAccount()});
        editor.resize(1100, 800);
        editor.show();
        part<QTabBar>(editor, u"mailParts"_s)->setCurrentIndex(2);
    }

private Q_SLOTS:
    void withoutAnAccountTheWayThereIsShown()
    {
        TemplateEditor editor({});
        editor.showRecord(reminder());
        editor.show();
        auto *tabs = part<QTabBar>(editor, u"mailParts"_s);
        QVERIFY(tabs->isVisible() && !tabs->isTabVisible(1));
        tabs->setCurrentIndex(2);
        QSignalSpy wanted(&editor, &TemplateEditor::providersWanted);
        QSignalSpy choosing(&editor, &TemplateEditor::providerTemplateWanted);
        auto *choose = part<QPushButton>(editor, u"chooseTemplate"_s);
        QVERIFY(choose->isVisible());
        choose->click();
        QCOMPARE(wanted.size(), 1);
        editor.showAccounts({samples::templateAccount()});
        choose->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(choosing.size(), 1);
        QVERIFY(!editor.isChanged());
    }

    void theFilledTemplateIsOnThePhone()
    {
        TemplateEditor editor({});
        prepare(editor, reminder(shipped()));
        QVERIFY(!editor.isChanged());
        QCOMPARE(part<QLabel>(editor, u"chosenTemplate"_s)->text(), u"order_shipped"_s);
        auto *phone = editor.findChild<PhonePicture *>();
        QCOMPARE(phone->text(), u"Dear Ann, your order SO-1042 is on its way."_s);
        QVERIFY(phone->accessibleDescription().startsWith(u"Order SO-1042\n"_s));
        QVERIFY(phone->accessibleDescription().endsWith(u"Track it"_s));
        // and the text of the other tab when that is shown
        part<QTabBar>(editor, u"mailParts"_s)->setCurrentIndex(0);
        QCOMPARE(phone->text(), u"Hi Ann, it left."_s);
    }

    void whatIsMissingIsSaidAsOneTypes()
    {
        TemplateEditor editor({});
        prepare(editor, reminder(shipped({{}, {}})));
        auto *problem = part<QLabel>(editor, u"windowProblem"_s);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(u'2'));
        QVERIFY(!editor.isValid());
        auto *first = part<BodyEdit>(editor, u"value1_0"_s);
        auto *second = part<BodyEdit>(editor, u"value1_1"_s);
        first->setPlainText(u"{{ frst_name }}"_s);
        second->setPlainText(u"SO-7"_s);
        editor.updatePreview();
        QVERIFY(!problem->isVisible());
        QVERIFY(first->accessibleDescription().contains(u"first_name"_s)); // the name that was meant
        QCOMPARE(first->extraSelections().size(), 1);
        first->setPlainText(u"{{ first_name"_s);
        editor.updatePreview();
        QVERIFY(problem->isVisible());
        QVERIFY(!editor.isValid());
        first->setPlainText(u"{{ first_name }}"_s);
        editor.updatePreview();
        QVERIFY(editor.isValid() && editor.isChanged());
        QCOMPARE(editor.record().current.first().provider, shipped({u"{{ first_name }}"_s, u"SO-7"_s}));
        // a name completes as in the text
        first->setPlainText(u"{{ las"_s);
        first->moveCursor(QTextCursor::End);
        QCOMPARE(first->completionsHere(), QStringList{u"last_name"_s});
    }

    void aTemplateThatTakesLessNowNamesTheValueTooMany()
    {
        TemplateEditor editor({});
        prepare(editor, reminder(shipped({u"a"_s, u"b"_s, u"c"_s})));
        auto *third = part<BodyEdit>(editor, u"value1_2"_s);
        QVERIFY(!third->accessibleDescription().isEmpty());
        QVERIFY(!part<QLabel>(editor, u"windowProblem"_s)->text().isEmpty());
        third->clear();
        editor.updatePreview();
        QCOMPARE(editor.record().current.first().provider.body, (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(part<QLabel>(editor, u"windowProblem"_s)->text().isEmpty());
    }

    void aListThatComesLateKeepsWhatWasTyped()
    {
        TemplateEditor editor({});
        editor.showRecord(reminder(shipped()));
        part<BodyEdit>(editor, u"value1_1"_s)->setPlainText(u"SO-9"_s);
        editor.showAccounts({samples::templateAccount()});
        QCOMPARE(editor.record().current.first().provider, shipped({u"{{ first_name }}"_s, u"SO-9"_s}));
    }

    void anotherChannelHasNone()
    {
        TemplateEditor editor({});
        prepare(editor, reminder(shipped()));
        part<QComboBox>(editor, u"channel"_s)->setCurrentIndex(0);
        editor.updatePreview();
        QCOMPARE(part<QTabBar>(editor, u"mailParts"_s)->currentIndex(), 0);
        QCOMPARE(editor.record().current.first().provider, domain::ProviderContent());
        part<QComboBox>(editor, u"channel"_s)->setCurrentIndex(1);
        QCOMPARE(editor.record().current.first().provider, shipped());
    }

    void onlyWhatCanBeSentCanBeChosen()
    {
        auto account = samples::templateAccount();
        auto *dialog = new ProviderTemplateDialog(
            {account}, shipped(), [] { return samples::now(); }, nullptr);
        auto *table = dialog->findChild<DataTable *>();
        QAbstractItemModelTester tester(table->model());
        dialog->show();
        auto *use = part<QPushButton>(*dialog, u"useTemplate"_s);
        QVERIFY(use->isEnabled()); // the one there was
        QSignalSpy chosen(dialog, &ProviderTemplateDialog::chosen);
        const auto choose = [&](const QString &name) {
            part<QLineEdit>(*dialog, u"templateSearch"_s)->setText(name);
            QCOMPARE(table->model()->rowCount(), 1);
            table->selectRow(0);
        };
        choose(u"summer_sale"_s);
        QVERIFY(!use->isEnabled());
        QVERIFY(part<QLabel>(*dialog, u"templateDetails"_s)->text().contains(u"rejected"_s));
        choose(u"photo_news"_s);
        QVERIFY(!use->isEnabled());
        choose(u"appointment_tomorrow"_s);
        QVERIFY(use->isEnabled());
        use->click();
        QCOMPARE(chosen.size(), 1);
        const auto content = chosen.first().first().value<domain::ProviderContent>();
        QCOMPARE(content.name, u"appointment_tomorrow"_s);
        QCOMPARE(content.body, QStringList{u"{{ first_name }}"_s}); // what was written is kept as far as it fits
        QVERIFY(content.header.isEmpty() && content.buttons.isEmpty());
    }

    void fetchingSaysHowItGoes()
    {
        auto account = samples::templateAccount();
        auto *dialog = new ProviderTemplateDialog(
            {account}, {}, [] { return samples::now(); }, nullptr);
        dialog->show();
        auto *fetch = part<QPushButton>(*dialog, u"fetchTemplates"_s);
        auto *when = part<QLabel>(*dialog, u"templatesFetched"_s);
        auto *problem = part<QLabel>(*dialog, u"fetchProblem"_s);
        QVERIFY(when->text().contains(u"12 min"_s));
        QSignalSpy wanted(dialog, &ProviderTemplateDialog::fetchWanted);
        fetch->click();
        QCOMPARE(wanted.size(), 1);
        account.isFetching = true;
        dialog->showAccounts({account});
        QVERIFY(!fetch->isEnabled());
        account.isFetching = false;
        account.problem = u"The access token has expired."_s;
        dialog->showAccounts({account});
        QVERIFY(fetch->isEnabled());
        QCOMPARE(problem->text(), account.problem);
        QVERIFY(problem->isVisible());
        delete dialog;
    }

    void anAccountWithoutAListTakesAName()
    {
        TemplateAccount twilio;
        twilio.id = {4};
        twilio.name = u"Twilio"_s;
        auto *dialog = new ProviderTemplateDialog(
            {twilio}, {}, [] { return samples::now(); }, nullptr);
        dialog->show();
        auto *use = part<QPushButton>(*dialog, u"useTemplate"_s);
        QVERIFY(!use->isEnabled());
        part<QLineEdit>(*dialog, u"templateName"_s)->setText(u"HX0123"_s);
        QSignalSpy chosen(dialog, &ProviderTemplateDialog::chosen);
        use->click();
        const auto content = chosen.first().first().value<domain::ProviderContent>();
        QCOMPARE(content.name, u"HX0123"_s);
        QVERIFY(!content.language.isEmpty());

        TemplateEditor editor({});
        editor.showRecord(reminder());
        editor.showAccounts({twilio});
        editor.setProviderContent(content);
        part<QPushButton>(editor, u"addValue"_s)->click();
        QVERIFY(editor.isValid()); // an empty one at the end is none
        QVERIFY(editor.record().current.first().provider.body.isEmpty());
        part<BodyEdit>(editor, u"value1_0"_s)->setPlainText(u"{{ first_name }}"_s);
        QCOMPARE(editor.record().current.first().provider.body, QStringList{u"{{ first_name }}"_s});
    }

    void everythingHasANameAndFits_data() { checks::Looks::addRows(); }

    void everythingHasANameAndFits()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        checks::Looks looks(dark);
        samples::FixedClock clock;
        PageContext context;
        context.clock = &clock;
        TemplatesPage page(context);
        page.resize(size);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.edit(reminder());
        page.editor()->showContact(ann());
        page.editor()->showPlaceholders({{u"first_name"_s, u"Ann"_s}});
        page.editor()->showWorkspace({u"Sunrise Studio"_s, {}, {}, {}});
        part<QTabBar>(page, u"mailParts"_s)->setCurrentIndex(2);
        looks.at(page, u"window-no-account"_s);
        page.accounts().showAccounts({samples::templateAccount()});
        looks.at(page, u"window-nothing"_s);
        page.editor()->setProviderContent(shipped({u"{{ first_name }}"_s, {}}));
        looks.at(page, u"window-chosen"_s);
        page.editor()->setProviderContent({u"gone"_s, u"de"_s, {}, {u"{{ frst_name }}"_s}, {}});
        looks.at(page, u"window-unknown"_s);
        page.accounts().choose(shipped());
        auto *dialog = page.findChild<ProviderTemplateDialog *>();
        looks.at(*dialog, u"window-choose"_s);
        dialog->findChild<DataTable *>()->selectRow(3);
        looks.at(*dialog, u"window-choose-not"_s);
        QCOMPARE(looks.faults().join(u'\n'), QString());
    }
};

QTEST_MAIN(TestProviderTemplates)
#include "tst_providertemplates.moc"

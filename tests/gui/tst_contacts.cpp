#include "gui/contacts/consentdialog.h"
#include "gui/contacts/contactcolumns.h"
#include "gui/contacts/contacteditor.h"
#include "gui/contacts/contactfilter.h"
#include "gui/contacts/contactspage.h"
#include "gui/contacts/contactstory.h"
#include "gui/contacts/import/importcheckpage.h"
#include "gui/contacts/import/importfilepage.h"
#include "gui/contacts/import/importprogressview.h"
#include "gui/contacts/import/importwizard.h"
#include "gui/contacts/import/importwords.h"
#include "gui/contactsamples.h"
#include "gui/fakeimporter.h"
#include "gui/kit/choices.h"
#include "gui/kit/datatable.h"
#include "gui/kit/form.h"
#include "gui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Channel;

namespace {

gui::PageContext fedByHand()
{
    static const contactsamples::FixedClock clock;
    gui::PageContext context;
    context.clock = &clock;
    return context;
}

/// Controls that a screen reader could not name.
QStringList nameless(const QWidget &root)
{
    QStringList result;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isControl =
            button || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
            qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
        const bool ownedByQt = widget->objectName().startsWith("qt_"_L1) || widget->focusPolicy() == Qt::NoFocus ||
                               QByteArrayView(widget->metaObject()->className()).startsWith("QComboBox") ||
                               qobject_cast<const QHeaderView *>(widget);
        if (isControl && !ownedByQt && !widget->isHidden() && widget->accessibleName().isEmpty() &&
            (!button || button->text().isEmpty()))
            result.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    return result;
}

QLineEdit *field(QWidget &root, const QString &name) { return root.findChild<QLineEdit *>(name); }

gui::Field *fieldOf(QWidget &root, const QString &name)
{
    return qobject_cast<gui::Field *>(field(root, name)->parentWidget());
}

} // namespace

class ContactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        new gui::Theme(*qApp, this);
    }

    void aMillionRowsAreReadAsOneScrolls()
    {
        struct Question
        {
            qint64 first;
            int limit;
            gui::PagedModel<engine::ContactRow>::Answer then;
        };
        QList<Question> open;
        const auto answer = [](const Question &question) {
            engine::Page<engine::ContactRow> page;
            for (qint64 id = question.first; id < question.first + question.limit; ++id) {
                engine::ContactRow row;
                row.id = {id};
                row.name = u"Contact %1"_s.arg(id);
                page.rows.append(row);
            }
            page.next = QString::number(question.first + question.limit);
            question.then(page);
        };
        gui::PagedModel<engine::ContactRow> model(
            gui::contactColumns(&contactsamples::now), [](const engine::ContactRow &row) { return row.id.value; },
            [&](const QString &cursor, int limit, auto then) {
                open.append({cursor.isEmpty() ? 1 : cursor.toLongLong(), limit, then});
            });
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.restart();
        QCOMPARE(open.size(), 1);
        answer(open.takeFirst());
        QCOMPARE(model.rowCount(), 100);
        model.fetchMore({});
        QCOMPARE(open.size(), 1); // one question at a time
        answer(open.takeFirst());
        QCOMPARE(model.rowCount(), 200);
        QCOMPARE(model.index(150, 0).data().toString(), u"Contact 151"_s);

        model.fetchMore({});
        const Question stale = open.takeFirst();
        model.restart();
        answer(open.takeFirst());
        answer(stale); // of the question before: dropped
        QCOMPARE(model.rowCount(), 100);
    }

    void thePageShowsRowsOrSaysWhatBelongsThere()
    {
        gui::ContactsPage page(fedByHand());
        page.resize(1200, 700);
        page.show();
        auto *table = page.findChild<gui::DataTable *>(u"contacts"_s);
        page.showRows(contactsamples::rows());
        page.showCount(1'204'567);
        QVERIFY(table->isVisible());
        QCOMPARE(page.findChild<QLabel *>(u"pageCount"_s)->text(), u"1,204,567"_s);
        QCOMPARE(table->model()->rowCount(), 40);
        page.showRows({});
        QVERIFY(!table->isVisible());
    }

    void severalSelectedRowsOfferWhatCanBeDoneWithThem()
    {
        gui::ContactsPage page(fedByHand());
        page.resize(1200, 700);
        page.show();
        page.showRows(contactsamples::rows());
        auto *table = page.findChild<gui::DataTable *>(u"contacts"_s);
        auto *bulk = page.findChild<QPushButton *>(u"bulkDelete"_s);
        table->selectRow(0);
        QVERIFY(!bulk->isVisible());
        table->selectAll();
        QVERIFY(bulk->isVisible());
        QCOMPARE(table->selectedIds().size(), 40);
    }

    void aFilterChangesTheQuestionOnce()
    {
        gui::ContactFilter filter;
        QSignalSpy changed(&filter, &gui::ContactFilter::queryChanged);
        filter.setTag(u"vip"_s);
        filter.setTag(u"vip"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(filter.isFiltering());
        filter.setSort(engine::ContactSort::Newest);
        Q_EMIT filter.cleared();
        QVERIFY(!filter.isFiltering());
        QCOMPARE(filter.query().sort, engine::ContactSort::Newest);
    }

    void theWholeContactStandsInThePanel()
    {
        gui::ContactsPage page(fedByHand());
        page.resize(1200, 700);
        page.show();
        page.showRows(contactsamples::rows());
        page.showContact(contactsamples::whole());
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY(texts.contains(u"+1 212-555-0123"_s));
        QVERIFY(texts.contains(u"United States"_s));
        QVERIFY(texts.contains(u"May be messaged"_s));
        QVERIFY(page.findChild<QPushButton *>(u"optOut-sms"_s));
        QVERIFY(page.findChild<QPushButton *>(u"optIn-email"_s));
        QVERIFY(!page.findChild<QPushButton *>(u"optIn-sms"_s));
    }

    void theStoryTellsEveryKindOfEvent()
    {
        const auto items = gui::storyOf(contactsamples::whole().timeline.rows);
        QCOMPARE(items.size(), 5);
        QCOMPARE(items[0].title, u"Winter check-up reminder"_s);
        QCOMPARE(items[0].id, 41);
        QCOMPARE(items[1].title, u"Replied"_s);
        QCOMPARE(items[1].id, 0);
        QCOMPARE(items[2].title, u"Opted out of E-mail"_s);
        QCOMPARE(items[3].text, u"$149.50 · Paid"_s);
        QCOMPARE(items[4].title, u"Contact added"_s);
    }

    void theEditorGivesBackWhatItGotUntilSomethingIsChanged()
    {
        const domain::Contact contact = contactsamples::whole().contact;
        gui::ContactEditor editor(contact, {u"US"_s, {}, {}, {}, {}});
        auto *save = editor.findChild<QPushButton *>(u"saveContact"_s);
        QCOMPARE(editor.contact(), contact);
        QVERIFY(!save->isEnabled());
        field(editor, u"first_name"_s)->setText(u"Anna"_s);
        QVERIFY(save->isEnabled());
        QCOMPARE(editor.contact().displayName, u"Anna Alvarez"_s);
        field(editor, u"first_name"_s)->setText(u"Ann"_s);
        QVERIFY(!save->isEnabled());
    }

    void theEditorReadsNumbersByTheCountryAndRefusesWhatIsNone()
    {
        gui::ContactEditor editor({}, {u"GB"_s, {}, {}, {}, {}});
        QSignalSpy wanted(&editor, &gui::ContactEditor::saveWanted);
        auto *save = editor.findChild<QPushButton *>(u"saveContact"_s);
        QLineEdit *phone = field(editor, u"phone"_s);
        field(editor, u"first_name"_s)->setText(u"Ann"_s);
        phone->setText(u"12"_s);
        save->click();
        QCOMPARE(wanted.size(), 0);
        QVERIFY(fieldOf(editor, u"phone"_s)->hasError());
        phone->setText(u"07400 123456"_s);
        QVERIFY(!fieldOf(editor, u"phone"_s)->hasError());
        QVERIFY(phone->accessibleDescription().contains(u"+44 7400 123456"_s));
        field(editor, u"email"_s)->setText(u"Ann@Example.COM"_s);
        save->click();
        QCOMPARE(wanted.size(), 1);
        const auto saved = wanted.first().first().value<domain::Contact>();
        QCOMPARE(saved.addresses.size(), 2);
        QCOMPARE(saved.addresses[0].value, u"+447400123456"_s);
        QCOMPARE(saved.addresses[0].country, u"GB"_s);
        QCOMPARE(saved.addresses[1].value, u"Ann@example.com"_s);
    }

    void aFailureStandsBesideItsField()
    {
        gui::ContactEditor editor(contactsamples::whole().contact, {});
        editor.showError({domain::ErrorCode::Conflict, u"taken"_s, {}});
        QVERIFY(fieldOf(editor, u"external_id"_s)->hasError());
        editor.showError({domain::ErrorCode::InvalidInput, u"too long"_s, u"first_name"_s});
        QVERIFY(fieldOf(editor, u"first_name"_s)->hasError());
    }

    void datesAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        QTest::newRow("own form") << u"12 Mar 1984"_s << QDate(1984, 3, 12);
        QTest::newRow("iso") << u"1984-03-12"_s << QDate(1984, 3, 12);
        QTest::newRow("locale") << u"3/12/84"_s << QDate(1984, 3, 12);
        QTest::newRow("this century") << u"3/12/04"_s << QDate(2004, 3, 12);
        QTest::newRow("none") << u"next week"_s << QDate();
        QTest::newRow("no such day") << u"30 Feb 1984"_s << QDate();
    }
    void datesAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QTEST(gui::dateFrom(text), "date");
    }

    void anOptInNeedsAProofAndAnOptOutDoesNot()
    {
        auto *in = new gui::ConsentDialog(u"Ann"_s, u"+1 212"_s, Channel::Sms, false, nullptr);
        in->show();
        in->findChild<QPushButton *>(u"confirm"_s)->click();
        QVERIFY(in->isVisible());
        in->findChild<QLineEdit *>(u"evidence"_s)->setText(u"signed form"_s);
        QSignalSpy accepted(in, &QDialog::accepted);
        in->findChild<QPushButton *>(u"confirm"_s)->click();
        QCOMPARE(accepted.size(), 1);
        auto *out = new gui::ConsentDialog(u"Ann"_s, u"+1 212"_s, Channel::Sms, true, nullptr);
        QCOMPARE(out->category(), std::optional(domain::Category::Marketing));
        out->findChild<QRadioButton *>(u"everything"_s)->setChecked(true);
        QCOMPARE(out->category(), std::optional<domain::Category>());
        QSignalSpy outAccepted(out, &QDialog::accepted);
        out->show();
        out->findChild<QPushButton *>(u"confirm"_s)->click();
        QCOMPARE(outAccepted.size(), 1);
    }

    void columnsNeedAnAddressAndEachFieldOnce()
    {
        QVERIFY(!gui::mappingProblem({u"name"_s, QString()}).isEmpty());
        QVERIFY(gui::mappingProblem({u"name"_s, u"email"_s, u"tags"_s, u"tags"_s}).isEmpty());
        QVERIFY(gui::mappingProblem({u"phone"_s, u"phone"_s}).contains(u"Phone for texts"_s));
    }

    void everyReasonIsASentence_data()
    {
        QTest::addColumn<QString>("reason");
        for (const auto *reason : {"unclosed_quote",  "too_many_cells", "no_address",
                                   "bad_email",       "bad_date",       "bad_amount",
                                   "bad_yes_no",      "bad_country",    "bad_language",
                                   "bad_time_zone",   "bad_kind",       "duplicate_external_id",
                                   "empty",           "too_long",       "letters",
                                   "several_numbers", "not_a_number",   "invalid_country_code",
                                   "too_short",       "long_number",    "not_valid",
                                   "local_only"})
            QTest::newRow(reason) << QString::fromLatin1(reason);
    }
    void everyReasonIsASentence()
    {
        QFETCH(QString, reason);
        QVERIFY(gui::rejectSentence(reason).endsWith(u'.'));
    }

    void progressTellsRowsRateAndTimeLeft()
    {
        const engine::ImportProgress half{500, 1000, 40'000, 12};
        QCOMPARE(gui::importProgressText(half, std::chrono::milliseconds(10)), u"40,000 rows · 12 rejected"_s);
        const QString text = gui::importProgressText(half, std::chrono::seconds(2));
        QVERIFY2(text.contains(u"20,000 a second"_s), qPrintable(text));
        QVERIFY2(text.contains(u" left"_s), qPrintable(text));
    }

    void theWizardGoesFromAFileToContacts()
    {
        FakeImporter importer;
        importer.previewAnswer = contactsamples::preview();
        gui::ImportWizard wizard(&importer, u"US"_s);
        wizard.show();
        auto *next = wizard.nextButton();
        QVERIFY(!next->isEnabled()); // no file yet
        wizard.filePage()->setFile(u"/nowhere/clients.csv"_s);
        QVERIFY(next->isEnabled());
        const auto *preview = wizard.filePage()->findChild<QTableWidget *>();
        QVERIFY(preview->rowCount() > 0 && preview->columnCount() > 1);
        for (int column = 0; column < preview->columnCount(); ++column) { // the words keep apart from their neighbours
            const int words = preview->fontMetrics().horizontalAdvance(preview->item(0, column)->text());
            QVERIFY(preview->columnWidth(column) >= std::min(words + 20, 240));
        }
        next->click();
        auto *mobile = wizard.findChild<QComboBox *>(u"field-1"_s);
        auto *mail = wizard.findChild<QComboBox *>(u"field-2"_s);
        mobile->setCurrentIndex(0);
        QVERIFY(next->isEnabled()); // an e-mail address is left
        mail->setCurrentIndex(0);
        QVERIFY(!next->isEnabled());
        mobile->setCurrentIndex(mobile->findData(u"phone"_s));
        next->click();
        wizard.findChild<QRadioButton *>(u"duplicates-1"_s)->click();
        wizard.findChild<QLineEdit *>(u"importTags"_s)->setText(u"autumn, new "_s);
        next->click();
        QCOMPARE(importer.plans.size(), 1);
        const engine::ImportPlan dry = importer.plans.first();
        QVERIFY(dry.dryRun);
        QVERIFY(dry.rejectsPath.isEmpty());
        QVERIFY(!next->isEnabled());
        importer.answer(contactsamples::report());
        QCOMPARE(next->text(), u"Import 9,793 contacts"_s);
        next->click();
        QCOMPARE(importer.plans.size(), 2);
        const engine::ImportPlan plan = importer.plans.last();
        QVERIFY(!plan.dryRun);
        QCOMPARE(plan.fields, QStringList({u"name"_s, u"phone"_s, QString(), QString()}));
        QCOMPARE(plan.duplicates, engine::DuplicatePolicy::Update);
        QCOMPARE(plan.addTags, QStringList({u"autumn"_s, u"new"_s}));
        QCOMPARE(plan.rejectsPath, u"/nowhere/clients-rejected.csv"_s);
        QCOMPARE(plan.defaultCountry, u"US"_s);
        QVERIFY(!wizard.findChild<QPushButton *>(u"wizardBack"_s)->isEnabled());
        importer.answer(contactsamples::report());
        QVERIFY(wizard.isDone());
        QSignalSpy show(&wizard, &gui::ImportWizard::showWanted);
        next->click();
        QCOMPARE(show.size(), 1);
        QCOMPARE(show.first().first().toString(), u"autumn"_s);
        QVERIFY(!wizard.isVisible());
    }

    void aCancelledImportGoesBackAndSaysThatNothingChanged()
    {
        FakeImporter importer;
        importer.previewAnswer = contactsamples::preview();
        gui::ImportWizard wizard(&importer, u"US"_s);
        wizard.show();
        wizard.filePage()->setFile(u"/nowhere/clients.csv"_s);
        for (int step = 0; step < 3; ++step)
            wizard.nextButton()->click();
        importer.answer(contactsamples::report());
        wizard.nextButton()->click();
        QVERIFY(importer.isRunning());
        wizard.findChild<QPushButton *>(u"wizardCancel"_s)->click();
        QVERIFY(!importer.isRunning());
        QVERIFY(wizard.isVisible());
        QVERIFY(!wizard.isDone());
        QCOMPARE(wizard.current(), 3);
        QVERIFY(wizard.findChild<QLabel *>(u"importNotice"_s)->text().contains(u"No contact was added"_s));
        QVERIFY(wizard.nextButton()->isEnabled()); // the check still holds
    }

    void anotherChoiceIsCheckedAgain()
    {
        FakeImporter importer;
        importer.previewAnswer = contactsamples::preview();
        gui::ImportWizard wizard(&importer, u"US"_s);
        wizard.show();
        wizard.filePage()->setFile(u"/nowhere/clients.csv"_s);
        for (int step = 0; step < 3; ++step)
            wizard.nextButton()->click();
        importer.answer(contactsamples::report());
        QCOMPARE(importer.plans.size(), 1);
        wizard.goTo(2);
        wizard.goTo(3);
        QCOMPARE(importer.plans.size(), 1);
        wizard.goTo(2);
        wizard.findChild<QRadioButton *>(u"duplicates-2"_s)->click();
        wizard.goTo(3);
        QCOMPARE(importer.plans.size(), 2);
        QVERIFY(!wizard.nextButton()->isEnabled());
    }

    void everyControlHasAName()
    {
        gui::ContactsPage page(fedByHand());
        page.showRows(contactsamples::rows());
        page.showContact(contactsamples::whole());
        QVERIFY2(nameless(page).isEmpty(), qPrintable(nameless(page).join(u',')));
        gui::ContactEditor editor(contactsamples::whole().contact, {});
        QVERIFY2(nameless(editor).isEmpty(), qPrintable(nameless(editor).join(u',')));
        FakeImporter importer;
        importer.previewAnswer = contactsamples::preview();
        gui::ImportWizard wizard(&importer, u"US"_s);
        wizard.filePage()->setFile(u"/nowhere/clients.csv"_s);
        wizard.goTo(1);
        QVERIFY2(nameless(wizard).isEmpty(), qPrintable(nameless(wizard).join(u',')));
    }
};

QTEST_MAIN(ContactsTest)
#include "tst_contacts.moc"

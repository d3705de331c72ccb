#include "gui/looks.h"
#include "gui/samples.h"
#include "gui/templates/bodyedit.h"
#include "gui/templates/templateeditor.h"
#include "gui/templates/templatespage.h"
#include "gui/templates/worddiff.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>

using namespace gui;
using namespace Qt::StringLiterals;

namespace {

domain::TemplateRecord record(const QString &body)
{
    domain::TemplateRecord r;
    r.id = {7};
    r.name = u"Reminder"_s;
    r.category = domain::Category::Transactional;
    domain::TemplateVersion version;
    version.body = body;
    version.number = 3;
    r.current = {version};
    return r;
}

domain::Contact ann()
{
    domain::Contact contact;
    contact.firstName = u"Ann"_s;
    contact.lastName = u"Lee"_s;
    return contact;
}

const QList<QPair<QString, QString>> &names()
{
    static const QList<QPair<QString, QString>> all{
        {u"first_name"_s, u"Ann"_s}, {u"last_name"_s, u"Lee"_s}, {u"company"_s, {}}};
    return all;
}

engine::TemplateRow row(qint64 id, const QString &name, domain::Category category, bool active = true)
{
    engine::TemplateRow r;
    r.id = {id};
    r.name = name;
    r.category = category;
    r.preview = u"Hello {{ first_name }}, your appointment is tomorrow at ten."_s;
    r.version = 2;
    r.languages = {QString(), u"de"_s};
    r.active = active;
    r.sent = 1204;
    r.delivered = 1180;
    r.updatedAt = samples::now() - std::chrono::hours(30);
    return r;
}

QList<engine::TemplateRow> rows()
{
    return {row(1, u"Reminder"_s, domain::Category::Transactional),
            row(2, u"Summer sale"_s, domain::Category::Marketing),
            row(3, u"Login code"_s, domain::Category::Authentication, false)};
}

} // namespace

class TestTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesAreOfWords();
    void previewShowsTheContactsText();
    void anErrorStandsAtItsPlace();
    void aMissingValueIsNamed();
    void gsmSpellingLeavesPlaceholdersAlone();
    void completesNamesAndFilters();
    void savesOnlyWhatIsChangedAndValid();
    void aMailHasATextAndHtml();
    void aTextBecomesHtmlWithItsPlaceholders();
    void listFilters();
    void everythingHasANameAndFits_data();
    void everythingHasANameAndFits();
};

void TestTemplates::differencesAreOfWords()
{
    using Kind = DiffPart::Kind;
    const QList<DiffPart> expected{{Kind::Same, u"see you "_s},
                                   {Kind::Removed, u"today"_s},
                                   {Kind::Added, u"tomorrow"_s},
                                   {Kind::Same, u" at ten"_s}};
    QCOMPARE(wordDiff(u"see you today at ten"_s, u"see you tomorrow at ten"_s), expected);
    QCOMPARE(wordDiff({}, u"a b"_s), (QList<DiffPart>{{Kind::Added, u"a b"_s}}));
    QVERIFY(wordDiff({}, {}).isEmpty());
}

void TestTemplates::previewShowsTheContactsText()
{
    const PreviewText p =
        previewOf(record({}), u"Hello {{ first_name|upper }} “now”"_s, {}, ann(), {}, {}, QDateTime());
    QCOMPARE(p.text, u"Hello ANN “now”"_s);
    QCOMPARE(p.diagnosis.now.encoding, domain::Encoding::Ucs2);
    QCOMPARE(p.diagnosis.forcing.size(), size_t{2});
}

void TestTemplates::anErrorStandsAtItsPlace()
{
    TemplateEditor editor({});
    editor.showRecord(record(u"😀 {{ frst_name }}"_s));
    editor.showPlaceholders(names());
    const auto marks = editor.findChild<BodyEdit *>(u"templateBody"_s)->extraSelections();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks.first().cursor.selectedText(), u"frst_name"_s);
    QCOMPARE(editor.findChild<QLabel *>(u"bodyError"_s)->text(),
             u"Line 1, column 6: No contact has “frst_name”. Did you mean “first_name”?"_s);
}

void TestTemplates::aMissingValueIsNamed()
{
    const PreviewText p = previewOf(record({}), u"Hi {{ company }}"_s, {}, ann(), {}, {}, QDateTime());
    QVERIFY(!p.problem);
    QCOMPARE(p.missing, QStringList{u"company"_s});
    QVERIFY(p.text.contains(u"company"_s));
}

void TestTemplates::gsmSpellingLeavesPlaceholdersAlone()
{
    const QString source = u"“Hi” {{ first_name|default(\"“\") }}"_s;
    const PreviewText p = previewOf(record({}), source, {}, ann(), {}, {}, QDateTime());
    QCOMPARE(withGsmSpelling(source, domain::TemplateNotation::Jinja, p.diagnosis.forcing),
             u"\"Hi\" {{ first_name|default(\"“\") }}"_s);
}

void TestTemplates::completesNamesAndFilters()
{
    BodyEdit edit;
    edit.setPlaceholders(names());
    edit.setPlainText(u"Hello fir"_s);
    edit.moveCursor(QTextCursor::End);
    QVERIFY(edit.completionsHere().isEmpty()); // outside a placeholder
    edit.setPlainText(u"Hello {{ fir"_s);
    edit.moveCursor(QTextCursor::End);
    QCOMPARE(edit.completionsHere(), QStringList{u"first_name"_s});
    edit.setPlainText(u"Hello {{ first_name|upp"_s);
    edit.moveCursor(QTextCursor::End);
    QCOMPARE(edit.completionsHere(), QStringList{u"upper"_s});
    edit.setPlainText(u"Hello {{ first_name }} "_s);
    edit.moveCursor(QTextCursor::End);
    QVERIFY(edit.completionsHere().isEmpty());
}

void TestTemplates::savesOnlyWhatIsChangedAndValid()
{
    TemplateEditor editor({});
    auto *save = editor.findChild<QPushButton *>(u"saveTemplate"_s);
    auto *body = editor.findChild<BodyEdit *>(u"templateBody"_s);
    editor.showRecord(record(u"Hello"_s));
    QVERIFY(!editor.isChanged());
    QVERIFY(!save->isEnabled());
    body->replaceText(u"Hello {{ first_name }}"_s);
    QVERIFY(save->isEnabled());
    body->replaceText(u"Hello {{ first_name"_s);
    QVERIFY(!save->isEnabled());
    body->replaceText(u"Hello"_s);
    QVERIFY(!save->isEnabled()); // as it was
    editor.findChild<QLineEdit *>(u"name"_s)->clear();
    QVERIFY(editor.isChanged());
    QVERIFY(!save->isEnabled());
}

void TestTemplates::aMailHasATextAndHtml()
{
    TemplateEditor editor({});
    domain::TemplateRecord mail = record(u"Hello {{ first_name }}"_s);
    mail.channel = domain::Channel::Email;
    mail.current.first().subject = u"For {{ first_name }}"_s;
    editor.showContact(ann());
    editor.showPlaceholders(names());
    editor.showRecord(mail);
    editor.show();
    auto *parts = editor.findChild<QTabBar *>(u"mailParts"_s);
    QVERIFY(parts->isVisible());
    auto *content = editor.findChild<QTextBrowser *>(u"mailContent"_s);
    QCOMPARE(content->toPlainText(), u"Hello Ann"_s);
    QVERIFY(!editor.isChanged());

    // the text is what the HTML begins with, and what a contact's name could break is escaped
    parts->setCurrentIndex(1);
    auto *begin = editor.findChild<QPushButton *>(u"htmlFromText"_s);
    QVERIFY(begin->isVisible());
    begin->click();
    auto *html = editor.findChild<BodyEdit *>(u"htmlBody"_s);
    QCOMPARE(html->toPlainText(), u"<p>Hello {{ first_name }}</p>\n"_s);
    domain::Contact odd = ann();
    odd.firstName = u"<b>Ann"_s;
    editor.showContact(odd);
    editor.updatePreview();
    QVERIFY(!begin->isVisible());
    QCOMPARE(content->toPlainText().trimmed(), u"Hello <b>Ann"_s);
    QVERIFY(editor.isChanged() && editor.isValid());
    QCOMPARE(editor.record().current.first().html, html->toPlainText());
    QCOMPARE(editor.record().current.first().body, u"Hello {{ first_name }}"_s);

    // an error in the HTML is told as one, and nothing can be saved
    html->setPlainText(u"<p>\n{{ first_name"_s);
    editor.updatePreview();
    QVERIFY(editor.findChild<QLabel *>(u"bodyError"_s)->text().startsWith(u"HTML, line 2"_s));
    QVERIFY(!editor.isValid());
    QVERIFY(!editor.findChild<QPushButton *>(u"testTemplate"_s)->isEnabled());

    // only a mail has parts
    editor.findChild<QComboBox *>(u"channel"_s)->setCurrentIndex(0);
    editor.updatePreview();
    QVERIFY(!parts->isVisible());
    QCOMPARE(parts->currentIndex(), 0);
}

void TestTemplates::aTextBecomesHtmlWithItsPlaceholders()
{
    QCOMPARE(htmlFrom(u"Hi {{ a if b < c }},\nR&D\n \n\nYours\n"_s, domain::TemplateNotation::Jinja),
             u"<p>Hi {{ a if b < c }},<br>\nR&amp;D</p>\n<p>Yours</p>\n"_s);
}

void TestTemplates::listFilters()
{
    TemplatesPage page({});
    page.showRows(rows());
    QCOMPARE(page.model().rowCount(), 3);
    page.newHere();
    QVERIFY(page.isEditing());
    QVERIFY(page.mayLeave([] {}));
    page.editor()->findChild<QLineEdit *>(u"name"_s)->setText(u"New"_s);
    QVERIFY(!page.mayLeave([] {})); // it asks
}

void TestTemplates::everythingHasANameAndFits_data() { checks::Looks::addRows(); }

void TestTemplates::everythingHasANameAndFits()
{
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    checks::Looks looks(dark);
    TemplatesPage page({});
    page.resize(size);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    looks.at(page, u"templates-empty"_s);
    page.showRows(rows());
    looks.at(page, u"templates"_s);
    page.edit(record(
        u"Hello {{ first_name }},\n“your appointment” is tomorrow at {{ first_nam }} – reply YES to confirm."_s));
    page.editor()->showContact(ann());
    looks.at(page, u"templates-editor"_s);
    page.editor()->showPlaceholders(names());
    looks.at(page, u"templates-error"_s);
    QCOMPARE(looks.faults().join(u'\n'), QString());
}

QTEST_MAIN(TestTemplates)
#include "tst_templates.moc"

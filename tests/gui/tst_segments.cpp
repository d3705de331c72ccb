#include "domain/condition/contactfields.h"
#include "gui/kit/datatable.h"
#include "gui/segments/audiencepreview.h"
#include "gui/segments/conditionbuilder.h"
#include "gui/segments/conditiondialog.h"
#include "gui/segments/conditionedit.h"
#include "gui/segments/groupwidget.h"
#include "gui/segments/segmenteditor.h"
#include "gui/segments/segmentspage.h"
#include "gui/segments/valueedit.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace gui;
using Face = ConditionDocument::Face;

namespace {

domain::FieldCatalogue fields()
{
    return domain::contactFields({u"shoe_size"_s}, {u"Members"_s, u"Walk-in"_s}, {u"California"_s, u"New York"_s},
                                 {u"newsletter"_s, u"vip"_s});
}

template <class T>
T *find(QWidget &widget, const QString &name, int index = 0)
{
    return widget.findChildren<T *>(name).value(index);
}

/// The widgets of the builder that are shown; replaced ones live until the event loop deletes them.
template <class T>
QList<T *> shown(QWidget &widget, const QString &name)
{
    QCoreApplication::processEvents(); // what came into a layout is shown with the next turn
    QList<T *> found;
    for (T *one : widget.findChildren<T *>(name))
        if (one->isVisibleTo(&widget))
            found << one;
    return found;
}

void choose(QComboBox *box, const QVariant &data)
{
    const int index = box->findData(data);
    QVERIFY2(index >= 0, qPrintable(data.toString()));
    box->setCurrentIndex(index);
}

} // namespace

class SegmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHasRowsComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("json");
        for (const char *json :
             {R"({})", R"({"territory": "California"})", R"({"territory": "California", "vip": true})",
              R"({"$or": [{"group": "Members"}, {"vip": true}]})",
              R"({"$not": {"$or": [{"group": "Members"}, {"vip": true}]}})",
              R"({"last_purchase_on": {"<": {"$rel": "today-90d"}}})",
              R"({"created_at": {">=": {"$rel": "start_of_month"}}})", R"({"created_at": {">=": {"$rel": "now-2h"}}})",
              R"({"last_purchase_amount": {"between": [10, 20.5]}})",
              R"({"territory": {"in": ["California", "New York"]}})", R"({"tags": {"contains": "vip"}})",
              R"({"birthday": {"anniversary": 7}})", R"({"company": {"empty": true}})",
              R"({"last_purchase_on": "2026-03-01", "$or": [{"vip": true}, {"$not": {"country": "US"}}]})",
              R"({"attributes.shoe_size": {">": 42}})"})
            QTest::newRow(json) << QString::fromLatin1(json);
    }
    void whatHasRowsComesBackAsItWas()
    {
        QFETCH(QString, json);
        const auto parsed = domain::parseJsonCondition(json, fields());
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().message));
        const BuilderNode node = nodeOf(parsed->tree, fields());
        QVERIFY(isComplete(node, fields()));
        QCOMPARE(domain::toExpression(gui::conditionOf(node, fields())), domain::toExpression(parsed->tree));

        // Through the widgets, too.
        ConditionBuilder builder;
        builder.document().setCatalogue(fields());
        builder.showCondition(json);
        builder.document().setRoot(builder.document().root());
        const auto *root = builder.findChild<GroupWidget *>(u"conditionRoot"_s);
        QVERIFY(root);
        QCOMPARE(domain::toExpression(gui::conditionOf(root->node(), fields())), domain::toExpression(parsed->tree));
    }

    void theThreeFacesFollowEachOther()
    {
        ConditionBuilder builder;
        builder.document().setCatalogue(fields());
        builder.showCondition(u"{}"_s);
        builder.show();
        auto *json = find<ConditionEdit>(builder, u"conditionJson"_s);
        auto *expression = find<ConditionEdit>(builder, u"conditionExpression"_s);

        find<QPushButton>(builder, u"addCondition"_s)->click();
        QVERIFY(!builder.document().isValid()); // a row without a value
        choose(shown<QComboBox>(builder, u"conditionField"_s).first(), u"territory"_s);
        auto *value = shown<ValuesEdit>(builder, u"conditionValues"_s).first()->findChild<QComboBox *>();
        QVERIFY(value->findText(u"California"_s) >= 0); // what occurs is offered
        value->setEditText(u"California"_s);
        QVERIFY(builder.document().isValid());
        QCOMPARE(json->toPlainText(), uR"({"territory": "California"})"_s);
        QCOMPARE(expression->toPlainText(), uR"(doc.territory == "California")"_s);

        builder.showFace(Face::Expression);
        expression->setPlainText(uR"(doc.territory == "California" and doc.vip)"_s);
        QCOMPARE(shown<QComboBox>(builder, u"conditionField"_s).size(), 0); // another page of the stack is shown
        builder.showFace(Face::Builder);
        QCOMPARE(shown<QComboBox>(builder, u"conditionField"_s).size(), 2);

        json->setPlainText(uR"({"group": "Members"})"_s);
        QCOMPARE(expression->toPlainText(), uR"(doc.group == "Members")"_s);
        QCOMPARE(shown<QComboBox>(builder, u"conditionField"_s).size(), 1);
        QCOMPARE(builder.document().stored(), uR"({"group": "Members"})"_s);
    }

    void anErrorIsUnderlinedInWordsAndHoldsTheOthersStill()
    {
        ConditionBuilder builder;
        builder.document().setCatalogue(fields());
        builder.showCondition(uR"({"group": "Members"})"_s);
        builder.show();
        auto *expression = find<ConditionEdit>(builder, u"conditionExpression"_s);
        builder.showFace(Face::Expression);
        expression->setPlainText(u"doc.vip and\ndoc.teritory == 1"_s);
        QVERIFY(!builder.document().isValid());
        auto *words = find<QLabel>(builder, u"conditionProblem"_s);
        QVERIFY(words->isVisibleTo(&builder));
        QCOMPARE(words->text(), u"Line 2, column 5: There is no field “teritory”. Did you mean “territory”?"_s);
        const auto marks = expression->extraSelections();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.first().cursor.selectedText(), u"teritory"_s);
        QCOMPARE(find<ConditionEdit>(builder, u"conditionJson"_s)->toPlainText(), uR"({"group": "Members"})"_s);
        QVERIFY(find<ConditionEdit>(builder, u"conditionJson"_s)->isReadOnly());
        expression->setPlainText(u"doc.vip"_s);
        QVERIFY(builder.document().isValid());
        QVERIFY(expression->extraSelections().isEmpty());
        QVERIFY(!find<ConditionEdit>(builder, u"conditionJson"_s)->isReadOnly());
    }

    void undoGoesOverAllFaces()
    {
        ConditionBuilder builder;
        builder.document().setCatalogue(fields());
        builder.showCondition(u"{}"_s);
        builder.show();
        auto *undo = find<QToolButton>(builder, u"undoCondition"_s);
        auto *redo = find<QToolButton>(builder, u"redoCondition"_s);
        QVERIFY(!undo->isEnabled());
        auto *json = find<ConditionEdit>(builder, u"conditionJson"_s);
        json->setPlainText(uR"({"vip": true})"_s);
        find<QPushButton>(builder, u"addGroup"_s)->click();
        QVERIFY(undo->isEnabled());
        QCOMPARE(builder.document().root().children.size(), 2u);
        undo->click();
        QCOMPARE(builder.document().root().children.size(), 1u);
        QCOMPARE(builder.document().stored(), uR"({"vip": true})"_s);
        undo->click();
        QCOMPARE(builder.document().stored(), u"{}"_s);
        QVERIFY(!undo->isEnabled());
        redo->click();
        redo->click();
        QVERIFY(!redo->isEnabled());
        QCOMPARE(builder.document().root().children.size(), 2u);
        QTest::keyClick(json, Qt::Key_Z, Qt::ControlModifier); // the texts have no history of their own
        QCOMPARE(builder.document().root().children.size(), 1u);
    }

    void whatHasNoRowIsKeptAsItIs()
    {
        const QString text = uR"(doc.vip and date_diff(today(), doc.last_purchase_on) > doc.last_purchase_amount)"_s;
        ConditionBuilder builder;
        builder.document().setCatalogue(fields());
        builder.showCondition(text);
        QVERIFY2(builder.document().isValid(),
                 qPrintable(builder.document().problem() ? builder.document().problem()->message : QString()));
        QCOMPARE(builder.document().stored(), text); // as it was written
        QCOMPARE(builder.document().root().children.size(), 2u);
        QCOMPARE(builder.document().root().children[1].kind, BuilderNode::Kind::Expression);
        BuilderNode root = builder.document().root();
        root.children.erase(root.children.begin());
        builder.document().setRoot(root);
        QCOMPARE(builder.document().stored(), u"date_diff(today(), doc.last_purchase_on) > doc.last_purchase_amount"_s);
    }

    void listsAreReadAsTheyAreShown_data()
    {
        QTest::addColumn<QStringList>("values");
        QTest::newRow("plain") << QStringList{u"a"_s, u"b c"_s};
        QTest::newRow("comma") << QStringList{u"Miller, Ann"_s, u"x"_s};
        QTest::newRow("quote") << QStringList{u"6\" pipe"_s, u"\"x\""_s};
        QTest::newRow("blanks") << QStringList{u" led"_s, u"trailed "_s};
    }
    void listsAreReadAsTheyAreShown()
    {
        QFETCH(QStringList, values);
        QCOMPARE(listFrom(listText(values)), values);
    }

    void namesAreCompleted()
    {
        ConditionEdit expression(domain::ConditionNotation::Expression);
        expression.setCatalogue(fields());
        expression.setPlainText(u"doc.terr"_s);
        expression.moveCursor(QTextCursor::End);
        QCOMPARE(expression.completionsHere(), QStringList{u"doc.territory"_s});
        expression.setPlainText(u"doc.group == \"doc.terr"_s); // within a text nothing is offered
        expression.moveCursor(QTextCursor::End);
        QVERIFY(expression.completionsHere().isEmpty());
        ConditionEdit json(domain::ConditionNotation::Json);
        json.setCatalogue(fields());
        json.setPlainText(u"{\"vip\": true, \"terr"_s);
        json.moveCursor(QTextCursor::End);
        QCOMPARE(json.completionsHere(), QStringList{u"territory"_s});
        json.setPlainText(u"{\"group\": \"terr"_s);
        json.moveCursor(QTextCursor::End);
        QVERIFY(json.completionsHere().isEmpty());
    }

    void theEditorSavesWhatFitsAndSaysWhatDoesNot()
    {
        SegmentEditor editor(PageContext{});
        editor.showCatalogue(fields());
        editor.showSegment({{}, {}, uR"({"vip": true})"_s, {}, {}, 0});
        editor.show();
        auto *save = find<QPushButton>(editor, u"saveSegment"_s);
        QVERIFY(!save->isEnabled()); // without a name
        find<QLineEdit>(editor, u"segmentName"_s)->setText(u" Best customers "_s);
        QVERIFY(save->isEnabled());
        QSignalSpy wanted(&editor, &SegmentEditor::saveWanted);
        save->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(editor.segment().name, u"Best customers"_s);
        QCOMPARE(editor.segment().condition, uR"({"vip": true})"_s);
        editor.showSaved(domain::SegmentId{7});
        QVERIFY(!editor.isChanged());
        QVERIFY(!save->isEnabled());
        find<ConditionEdit>(editor, u"conditionJson"_s)->setPlainText(u"{\"vip\": "_s);
        QVERIFY(editor.isChanged());
        QVERIFY(!save->isEnabled());
        find<QToolButton>(editor, u"undoCondition"_s)->click();
        QVERIFY(!editor.isChanged());
    }

    void theCountShowsItsShare()
    {
        AudiencePreview preview(nullptr);
        preview.setCondition(u"{}"_s);
        preview.showCount(1'234, 2'468);
        QCOMPARE(find<QLabel>(preview, u"segmentCount"_s)->text(), u"1,234"_s);
        QVERIFY(find<QLabel>(preview, u"segmentCount"_s)->isEnabled());
        preview.setCondition(std::nullopt); // incomplete: what is shown is old
        QVERIFY(!find<QLabel>(preview, u"segmentCount"_s)->isEnabled());
        QVERIFY(!find<QPushButton>(preview, u"showSegmentContacts"_s)->isEnabled());
    }

    void inANarrowWindowTheConditionHasTheRoom()
    {
        SegmentEditor editor(PageContext{});
        editor.showCatalogue(fields());
        editor.showSegment(
            {{}, {}, uR"({"last_purchase_on": {">=": {"$rel": "today-90d"}}, "$or": [{"vip": true}]})"_s, {}, {}, 0});
        editor.resize(816, 560);
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        const auto *sample = find<QListWidget>(editor, u"segmentSample"_s);
        const auto *count = find<QLabel>(editor, u"segmentCount"_s);
        QVERIFY(!sample->isVisible() && count->isVisible());
        for (const QScrollArea *area : editor.findChildren<QScrollArea *>())
            QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
        editor.resize(1232, 760);
        QVERIFY(sample->isVisible());
        QVERIFY(count->mapTo(&editor, QPoint()).x() > editor.builder().mapTo(&editor, QPoint()).x() + 600);
    }

    void thePageListsFiltersAndOpens()
    {
        SegmentsPage page(PageContext{});
        page.resize(1000, 600);
        page.show();
        page.showRows({{domain::SegmentId{1}, u"VIP customers"_s, uR"({"vip": true})"_s, u"For previews"_s, {}, 2},
                       {domain::SegmentId{2}, u"California"_s, uR"({"territory": "California"})"_s, {}, {}, 0}});
        page.showCount(domain::SegmentId{1}, 114);
        auto *table = page.findChild<DataTable *>();
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"114"_s);
        page.edit({domain::SegmentId{1}, u"VIP customers"_s, uR"({"vip": true})"_s, u"For previews"_s, {}, 2});
        QVERIFY(page.isEditing());
        QVERIFY(page.mayLeave([] {}));
        page.open(QByteArray(R"({"group": "Members"})"));
        QCOMPARE(page.editor()->builder().document().stored(), uR"({"group": "Members"})"_s);
    }
};

QTEST_MAIN(SegmentsTest)
#include "tst_segments.moc"

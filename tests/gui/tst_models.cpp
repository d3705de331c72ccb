#include "gui/kit/datatable.h"
#include "gui/kit/pagedmodel.h"
#include "gui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gui;
using namespace Qt::StringLiterals;

namespace {

struct Row
{
    qint64 id = 0;
    QString name;
};

using Model = PagedModel<Row>;

QList<Column<Row>> columns()
{
    const auto nameCell = [](const Row &row) {
        Cell cell;
        cell.text = row.name;
        return cell;
    };
    const auto idCell = [](const Row &row) {
        Cell cell;
        cell.text = QString::number(row.id);
        cell.sortBy = row.id;
        return cell;
    };
    return {{u"name"_s, u"Name"_s, 200, nameCell, false, true}, {u"id"_s, u"Number"_s, 80, idCell, true, true}};
}

QList<Row> range(qint64 first, qint64 last)
{
    QList<Row> rows;
    for (qint64 i = first; i <= last; ++i)
        rows.append({i, u"row %1"_s.arg(i)});
    return rows;
}

QList<qint64> idsOf(const RowsModel<Row> &model)
{
    QList<qint64> ids;
    for (const Row &row : model.rows())
        ids.append(row.id);
    return ids;
}

/// Answers when told to, in any order.
struct SlowSource
{
    struct Question
    {
        QString cursor;
        int limit;
        Model::Answer then;
    };
    QList<Question> open;
    Model::Fetch fetch()
    {
        return [this](const QString &cursor, int limit, Model::Answer then) {
            open.append({cursor, limit, std::move(then)});
        };
    }
    void answer(int which, QList<Row> rows, const QString &next)
    {
        const Question question = open.takeAt(which);
        question.then(engine::Page<Row>{std::move(rows), next});
    }
};

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setRowsMovesAsLittleAsPossible_data();
    void setRowsMovesAsLittleAsPossible();
    void selectionSurvivesARefresh();
    void sortsByTheColumnsKey();
    void pagesAreReadOn();
    void anAnswerToAnOldQuestionIsDropped();
    void aFailureIsTold();
    void refreshReadsAsMuchAsThereWas();
    void copiesVisibleColumnsInTheirOrder();
    void enterOpensAndDeleteAsks();
    void remembersColumns();
    void cutWordsGetTheRoomThereIs();
    void sortsOnlyBySortableColumns();
};

void TestModels::setRowsMovesAsLittleAsPossible_data()
{
    QTest::addColumn<QList<qint64>>("before");
    QTest::addColumn<QList<qint64>>("after");
    QTest::newRow("first rows") << QList<qint64>{} << QList<qint64>{1, 2, 3};
    QTest::newRow("none left") << QList<qint64>{1, 2, 3} << QList<qint64>{};
    QTest::newRow("new at the top") << QList<qint64>{3, 2, 1} << QList<qint64>{5, 4, 3, 2, 1};
    QTest::newRow("gone from the middle") << QList<qint64>{1, 2, 3, 4} << QList<qint64>{1, 4};
    QTest::newRow("turned round") << QList<qint64>{1, 2, 3} << QList<qint64>{3, 2, 1};
    QTest::newRow("all at once") << QList<qint64>{1, 2, 3, 4, 5} << QList<qint64>{9, 5, 8, 1, 3, 7};
    QTest::newRow("others entirely") << QList<qint64>{1, 2} << QList<qint64>{3, 4, 5};
}

void TestModels::setRowsMovesAsLittleAsPossible()
{
    QFETCH(QList<qint64>, before);
    QFETCH(QList<qint64>, after);
    RowsModel<Row> model(columns(), [](const Row &row) { return row.id; });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto rows = [](const QList<qint64> &ids) {
        QList<Row> result;
        for (const qint64 id : ids)
            result.append({id, QString::number(id)});
        return result;
    };
    model.setRows(rows(before));
    QList<QPersistentModelIndex> held;
    for (int i = 0; i < model.rowCount(); ++i)
        held.append(model.index(i, 1));
    model.setRows(rows(after));
    QCOMPARE(idsOf(model), after);
    for (qsizetype i = 0; i < held.size(); ++i) {
        const bool stays = after.contains(before.at(i));
        QCOMPARE(held.at(i).isValid(), stays);
        if (stays)
            QCOMPARE(held.at(i).data(RowIdRole).toLongLong(), before.at(i));
    }
}

void TestModels::selectionSurvivesARefresh()
{
    RowsModel<Row> model(columns(), [](const Row &row) { return row.id; });
    DataTable table(u"test"_s);
    table.setTableModel(&model);
    model.setRows(range(1, 10));
    table.selectId(4);
    QCOMPARE(table.selectedIds(), QList<qint64>{4});
    model.setRows(range(-5, 8)); // six came before it
    QCOMPARE(table.selectedIds(), QList<qint64>{4});
    QCOMPARE(table.currentIndex().row(), 9);
    model.setRows(range(5, 8)); // it is gone
    QVERIFY(!table.selectedIds().contains(4));
}

void TestModels::sortsByTheColumnsKey()
{
    RowsModel<Row> model(columns(), [](const Row &row) { return row.id; });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({{10, u"b"_s}, {9, u"a"_s}, {100, u"c"_s}});
    model.sort(1, Qt::AscendingOrder);
    QCOMPARE(idsOf(model), (QList<qint64>{9, 10, 100})); // as numbers, not as text
    model.sort(0, Qt::DescendingOrder);
    QCOMPARE(idsOf(model), (QList<qint64>{100, 10, 9}));
    model.setRows({{1, u"z"_s}, {2, u"y"_s}});
    QCOMPARE(idsOf(model), (QList<qint64>{1, 2})); // stays in the chosen order
}

void TestModels::pagesAreReadOn()
{
    SlowSource source;
    Model model(
        columns(), [](const Row &row) { return row.id; }, source.fetch());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false);
    model.restart();
    QCOMPARE(source.open.size(), 1);
    QVERIFY(!model.canFetchMore({}));
    source.answer(0, range(1, 100), u"after 100"_s);
    QVERIFY(model.canFetchMore({}));
    QVERIFY(!model.isComplete());
    model.fetchMore({});
    model.fetchMore({}); // only one question at a time
    QCOMPARE(source.open.size(), 1);
    QCOMPARE(source.open.first().cursor, u"after 100"_s);
    source.answer(0, range(101, 150), {});
    QCOMPARE(model.rowCount(), 150);
    QVERIFY(model.isComplete());
    QVERIFY(!model.canFetchMore({}));
}

void TestModels::anAnswerToAnOldQuestionIsDropped()
{
    SlowSource source;
    Model model(
        columns(), [](const Row &row) { return row.id; }, source.fetch());
    model.restart();
    model.restart(); // the filter changed meanwhile
    QCOMPARE(source.open.size(), 2);
    source.answer(1, range(7, 8), {});
    source.answer(0, range(1, 3), {});
    QCOMPARE(idsOf(model), (QList<qint64>{7, 8}));
}

void TestModels::aFailureIsTold()
{
    SlowSource source;
    Model model(
        columns(), [](const Row &row) { return row.id; }, source.fetch());
    domain::ErrorCode told = domain::ErrorCode::Internal;
    model.onFailure([&](const domain::Error &error) { told = error.code; });
    model.restart();
    source.open.takeFirst().then(domain::fail(domain::ErrorCode::Damaged));
    QCOMPARE(told, domain::ErrorCode::Damaged);
    model.restart(); // and one may ask again
    QCOMPARE(source.open.size(), 1);
}

void TestModels::refreshReadsAsMuchAsThereWas()
{
    SlowSource source;
    Model model(
        columns(), [](const Row &row) { return row.id; }, source.fetch());
    model.restart();
    source.answer(0, range(1, 100), u"x"_s);
    model.fetchMore({});
    source.answer(0, range(101, 160), u"y"_s);
    model.refresh();
    QCOMPARE(source.open.first().limit, 200);
    QCOMPARE(source.open.first().cursor, QString());
    QCOMPARE(model.rowCount(), 160); // nothing goes before the answer is here
    source.answer(0, range(0, 180), u"z"_s);
    QCOMPARE(model.rowCount(), 181);
}

void TestModels::copiesVisibleColumnsInTheirOrder()
{
    RowsModel<Row> model(columns(), [](const Row &row) { return row.id; });
    DataTable table(u"test"_s);
    table.setTableModel(&model);
    model.setRows({{1, u"Ann"_s}, {2, u"Bob"_s}});
    table.horizontalHeader()->moveSection(1, 0);
    table.selectAll();
    QTest::keySequence(&table, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), u"1\tAnn\n2\tBob"_s);
    table.setColumnHidden(1, true);
    QTest::keySequence(&table, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), u"Ann\nBob"_s);
}

void TestModels::enterOpensAndDeleteAsks()
{
    RowsModel<Row> model(columns(), [](const Row &row) { return row.id; });
    DataTable table(u"test"_s);
    table.setTableModel(&model);
    QSignalSpy opened(&table, &DataTable::opened);
    QSignalSpy removal(&table, &DataTable::removeWanted);
    QTest::keyClick(&table, Qt::Key_Return);
    QTest::keyClick(&table, Qt::Key_Delete);
    QCOMPARE(opened.count() + removal.count(), 0);
    model.setRows(range(1, 3));
    table.selectId(2);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toModelIndex().data(RowIdRole).toLongLong(), 2);
    QTest::keyClick(&table, Qt::Key_Delete);
    QCOMPARE(removal.count(), 1);
}

void TestModels::remembersColumns()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    RowsModel<Row> model(columns(), [](const Row &row) { return row.id; });
    {
        DataTable table(u"test"_s);
        table.setTableModel(&model);
        table.rememberIn(settings);
        table.setColumnWidth(1, 133);
        table.horizontalHeader()->moveSection(1, 0);
    }
    DataTable table(u"test"_s);
    table.setTableModel(&model);
    table.rememberIn(settings);
    QCOMPARE(table.columnWidth(1), 133);
    QCOMPARE(table.horizontalHeader()->logicalIndex(0), 1);
}

void TestModels::cutWordsGetTheRoomThereIs()
{
    QList<Column<Row>> both = columns();
    both[0].width = 60;
    both[0].most = 300;
    both[1].width = 100;
    both[1].title = u"A title that needs more than that"_s;
    both[1].stretches = true;
    RowsModel<Row> model(both, [](const Row &row) { return row.id; });
    DataTable table(u"test"_s);
    table.setTableModel(&model);
    table.resize(700, 300);
    table.show();
    QVERIFY(table.columnWidth(1) >= table.horizontalHeader()->fontMetrics().horizontalAdvance(both[1].title));
    model.setRows({{1, u"Ann"_s}});
    QTRY_VERIFY(table.columnWidth(0) < 100); // short words need no more
    model.setRows({{2, u"A name that is far longer than sixty pixels"_s}});
    const auto needed = [&table] { return table.itemDelegate()->sizeHint({}, table.model()->index(0, 0)).width(); };
    QTRY_COMPARE(table.columnWidth(0), std::min(needed(), 300));
    QVERIFY(table.columnWidth(0) > 150);
    QVERIFY(table.columnWidth(0) + table.columnWidth(1) <= table.viewport()->width());
    table.resize(300, 300); // no room: the other column keeps what it needs
    QVERIFY(table.columnWidth(0) < needed());
    table.resize(700, 300);
    table.setColumnWidth(0, 90); // by hand: stays so
    table.resize(900, 300);
    QCOMPARE(table.columnWidth(0), 90);
}

void TestModels::sortsOnlyBySortableColumns()
{
    QList<Column<Row>> both = columns();
    both[1].sortable = false;
    RowsModel<Row> model(both, [](const Row &row) { return row.id; });
    DataTable table(u"test"_s);
    table.setTableModel(&model);
    QSignalSpy wanted(&table, &DataTable::sortWanted);
    model.setRows({{1, u"b"_s}, {2, u"a"_s}});
    table.horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    QCOMPARE(idsOf(model), (QList<qint64>{2, 1}));
    table.horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    QCOMPARE(table.horizontalHeader()->sortIndicatorSection(), 0);
    QCOMPARE(wanted.count(), 1);
}

QTEST_MAIN(TestModels)
#include "tst_models.moc"

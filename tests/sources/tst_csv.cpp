#include "sources/csv/csvreader.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sources;

namespace {

QList<CsvRow> readAll(const QByteArray &bytes, QChar delimiter = u',', const QString &encoding = u"UTF-8"_s)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, encoding, delimiter);
    QList<CsvRow> rows;
    CsvRow row;
    while (true) {
        const auto more = reader.next(row);
        if (!more || !*more)
            return rows;
        rows << row;
    }
}

QList<QStringList> cellsOf(const QList<CsvRow> &rows)
{
    QList<QStringList> cells;
    for (const CsvRow &row : rows)
        cells << row.cells;
    return cells;
}

} // namespace

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dialects_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QChar>("delimiter");
        QTest::addColumn<QList<QStringList>>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, QChar delimiter,
                            const QList<QStringList> &expected) {
            QTest::newRow(name) << bytes << delimiter << expected;
        };
        row("plain", "a,b\nc,d\n"_ba, u',', {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}});
        row("no last line end", "a,b\nc,d"_ba, u',', {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}});
        row("crlf and cr", "a,b\r\nc,d\re,f"_ba, u',', {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}, {u"e"_s, u"f"_s}});
        row("quoted line break", "\"a\nb\",c\nd,e"_ba, u',', {{u"a\nb"_s, u"c"_s}, {u"d"_s, u"e"_s}});
        row("doubled quote", "\"say \"\"hi\"\"\",x"_ba, u',', {{u"say \"hi\""_s, u"x"_s}});
        row("delimiter in quotes", "\"a;b\";c"_ba, u';', {{u"a;b"_s, u"c"_s}});
        row("empty cells", ",,\n\"\",x,"_ba, u',', {{{}, {}, {}}, {{}, u"x"_s, {}}});
        row("quote inside a plain cell", "5\" pipe,x"_ba, u',', {{u"5\" pipe"_s, u"x"_s}});
        row("text behind a closing quote", "\"a\"b,c"_ba, u',', {{u"ab"_s, u"c"_s}});
        row("tab", "a\tb c\td"_ba, u'\t', {{u"a"_s, u"b c"_s, u"d"_s}});
        row("blank lines", "a,b\n\n  \nc,d\n"_ba, u',', {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}});
        row("delimiter beyond ASCII", u"a§b§\"c§d\""_s.toUtf8(), u'§', {{u"a"_s, u"b"_s, u"c§d"_s}});
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a,b"_ba,
            u',', {{u"a"_s, u"b"_s}});
        row("empty file", ""_ba, u',', {});
    }

    void dialects()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QChar, delimiter);
        QFETCH(QList<QStringList>, expected);
        QCOMPARE(cellsOf(readAll(bytes, delimiter)), expected);
    }

    void everyEncodingGivesTheSameText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        const QString text = u"name,city\nZoë Müller,Köln – „Süd“ €5\n"_s;
        QTest::newRow("utf-8") << text.toUtf8() << u"UTF-8"_s;
        QTest::newRow("utf-8 with mark") << QByteArray("\xEF\xBB\xBF" + text.toUtf8()) << u"UTF-8"_s;
        const auto utf16 = [&](bool big, bool mark) {
            QStringEncoder encoder(big ? QStringConverter::Utf16BE : QStringConverter::Utf16LE,
                                   mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            return QByteArray(encoder.encode(text));
        };
        QTest::newRow("utf-16le with mark") << utf16(false, true) << u"UTF-16LE"_s;
        QTest::newRow("utf-16le") << utf16(false, false) << u"UTF-16LE"_s;
        QTest::newRow("utf-16be with mark") << utf16(true, true) << u"UTF-16BE"_s;
        QTest::newRow("utf-16be") << utf16(true, false) << u"UTF-16BE"_s;
        QTest::newRow("windows-1252") << "name,city\nZo\xEB M\xFCller,K\xF6ln \x96 \x84S\xFC"
                                         "d\x93 \x80"
                                         "5\n"_ba
                                      << u"windows-1252"_s;
    }

    void everyEncodingGivesTheSameText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        QCOMPARE(detectEncoding(bytes), encoding);
        const QList<QStringList> expected{{u"name"_s, u"city"_s}, {u"Zoë Müller"_s, u"Köln – „Süd“ €5"_s}};
        QCOMPARE(cellsOf(readAll(bytes, u',', encoding)), expected);
    }

    void aSequenceCutByAPieceIsWhole()
    {
        // Three bytes each, so that the reader's pieces cut one in two.
        const QString euros(200'000, u'€');
        const QList<CsvRow> rows = readAll("x," + euros.toUtf8() + "\n");
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].cells[1], euros);
    }

    void anOpenQuoteSpoilsItsLineOnly()
    {
        const QList<CsvRow> rows = readAll("a,b\nc,\"d\ne,f\ng,h\n"_ba);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[1].problem, u"unclosed_quote"_s);
        QCOMPARE(rows[1].number, 2);
        QCOMPARE(rows[2].cells, (QStringList{u"e"_s, u"f"_s}));
        QVERIFY(rows[3].problem.isEmpty());
    }

    void anOpenQuoteBeforeALotOfTextIsFoundOut()
    {
        QByteArray bytes = "a,\"b\n"_ba + QByteArray("x,y\n").repeated(100'000);
        const QList<CsvRow> rows = readAll(bytes);
        QCOMPARE(rows.size(), 100'001);
        QCOMPARE(rows[0].problem, u"unclosed_quote"_s);
        QCOMPARE(rows.last().cells, (QStringList{u"x"_s, u"y"_s}));
    }

    void aFileWithoutLineEndsIsRefused()
    {
        QByteArray bytes(CsvReader::longestRow * 2, 'x');
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer, u"UTF-8"_s, u',');
        CsvRow row;
        const auto result = reader.next(row);
        QVERIFY(!result);
        QCOMPARE(result.error().code, domain::ErrorCode::InvalidInput);
    }

    void rowsCountAsASpreadsheetDoes()
    {
        const QList<CsvRow> rows = readAll("h\n\"two\nlines\"\n\nthird\n"_ba);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1].number, 2);
        QCOMPARE(rows[2].number, 4); // the blank line is row 3
    }

    void delimiterIsFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QChar>("expected");
        QTest::newRow("comma") << "name,phone\nA,1\nB,2\n"_ba << QChar(u',');
        QTest::newRow("semicolon with decimal commas") << "name;sum\nA;1,50\nB;2,25\n"_ba << QChar(u';');
        QTest::newRow("tab") << "name\tphone\nA, B\t1\nC\t2\n"_ba << QChar(u'\t');
        QTest::newRow("bar") << "a|b|c\n1|2|3\n"_ba << QChar(u'|');
        QTest::newRow("one column") << "phone\n1\n2\n"_ba << QChar(u',');
    }

    void delimiterIsFound()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QChar, expected);
        QCOMPARE(detectDelimiter(bytes), expected);
    }

    void anyBytesAreReadWithoutHarm()
    {
        quint32 state = 12345;
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes;
            for (int i = 0; i < 400; ++i) {
                state = state * 1664525U + 1013904223U;
                static constexpr char alphabet[] = "a,\"\n\r;\t\xC3\xA4\x80\xE2\0x";
                bytes += alphabet[(state >> 16) % (sizeof alphabet - 1)];
            }
            const auto rows = readAll(bytes, u',', detectEncoding(bytes));
            qint64 last = 0;
            for (const CsvRow &row : rows) {
                QVERIFY(row.number > last);
                last = row.number;
                QVERIFY(!row.cells.isEmpty());
            }
        }
    }
};

QTEST_APPLESS_MAIN(CsvTest)
#include "tst_csv.moc"

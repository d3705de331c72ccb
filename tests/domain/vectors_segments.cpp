#include "domain/text/segments.h"

#include "domain/vectorfiles.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

class SegmentVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAndSplitsAsTheStandardSays_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const VectorCase &c : loadVectors(u"segments"_s))
            QTest::newRow(c.rowName()) << c.value;
    }

    void countsAndSplitsAsTheStandardSays()
    {
        QFETCH(QJsonObject, vector);
        const QString text = vector.value("text"_L1).toString();
        const QString sent = vector.value("smart"_L1).toBool() ? smartEncoded(text) : text;
        QCOMPARE(sent, vector.value("sent_text"_L1).toString(text));

        const SegmentCount count = countSegments(sent);
        QCOMPARE(count.encoding == Encoding::Gsm7 ? u"GSM-7"_s : u"UCS-2"_s, vector.value("encoding"_L1).toString());
        QCOMPARE(count.units, vector.value("units"_L1).toInt(-1));
        QCOMPARE(count.segments, vector.value("segments"_L1).toInt(-1));
        QCOMPARE(toArray(count.unitBoundaries), vector.value("unit_boundaries"_L1).toArray());
        QCOMPARE(toArray(count.textBoundaries), vector.value("text_boundaries_utf16"_L1).toArray());
        QCOMPARE(toArray(differences(count.unitBoundaries)), vector.value("segment_units"_L1).toArray());
        QCOMPARE(segmentsOf(sent), count.segments);
    }

private:
    static QJsonArray toArray(const std::vector<int> &numbers)
    {
        QJsonArray array;
        for (int n : numbers)
            array.append(n);
        return array;
    }

    static std::vector<int> differences(const std::vector<int> &totals)
    {
        std::vector<int> steps;
        int before = 0;
        for (int total : totals) {
            steps.push_back(total - before);
            before = total;
        }
        return steps;
    }
};

QTEST_APPLESS_MAIN(SegmentVectors)
#include "vectors_segments.moc"

#include "domain/text/worstcase.h"

#include <QRandomGenerator>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

MessagePiece fixedText(const QString &text) { return {text, MessagePiece::fixed}; }
MessagePiece variable(int index) { return {QString(), index}; }

/// The segments of every combination, one after the other.
int worstByTrying(std::span<const MessagePiece> pieces, std::span<const std::vector<QString>> candidates,
                  SmartEncoding smart)
{
    std::vector<std::size_t> at(candidates.size(), 0);
    int worst = 0;
    for (;;) {
        QString text;
        for (const MessagePiece &piece : pieces) {
            const auto v = static_cast<std::size_t>(piece.variable);
            if (piece.variable == MessagePiece::fixed)
                text += piece.text;
            else if (!candidates[v].empty())
                text += candidates[v][at[v]];
        }
        worst = std::max(worst, segmentsOf(smart == SmartEncoding::On ? smartEncoded(text) : text));
        std::size_t v = 0;
        while (v < at.size() && ++at[v] >= candidates[v].size())
            at[v++] = 0;
        if (v == at.size())
            return worst;
    }
}

QString randomValue(QRandomGenerator &random, int longest, bool pairs)
{
    static const QStringList plain{u"a"_s, u"é"_s, u"b"_s, u"’"_s, u"…"_s, u"中"_s};
    static const QStringList paired = plain + QStringList{u"{"_s, QString::fromUcs4(U"\U0001F600", 1)};
    const QStringList &pieces = pairs ? paired : plain;
    const qsizetype kinds = 1 + random.bounded(int(pieces.size()));
    QString value;
    const int length = random.bounded(longest);
    for (int i = 0; i < length; ++i)
        value += pieces[random.bounded(10) == 0 ? random.bounded(int(kinds)) : 0];
    return value;
}

} // namespace

class WorstCaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShortForeignValueCanBeWorseThanALongOne()
    {
        const MessagePiece pieces[] = {fixedText(QString(100, u'x')), variable(0)};
        const std::vector<QString> names[] = {{u"Maximilian Alexander Mustermann"_s, u"Łukasz"_s}};
        const WorstCase worst = worstCaseOf(pieces, names);
        QCOMPARE(worst.count.encoding, Encoding::Ucs2);
        QCOMPARE(worst.count.segments, 2);
        QCOMPARE(worst.chosen, (std::vector<int>{1}));
        QCOMPARE(worst.text, QString(100, u'x') + u"Łukasz"_s);
        QCOMPARE(worst.segmentsAtMost, 2);
    }

    void aLongPlainValueCanBeWorseThanAForeignOne()
    {
        const MessagePiece pieces[] = {variable(0)};
        const std::vector<QString> values[] = {{u"中"_s, QString(200, u'a')}};
        const WorstCase worst = worstCaseOf(pieces, values);
        QCOMPARE(worst.count.segments, 2);
        QCOMPARE(worst.count.encoding, Encoding::Gsm7);
        QCOMPARE(worst.chosen, (std::vector<int>{1}));
    }

    void oneValueStandsWhereverItsVariableStands()
    {
        const MessagePiece pieces[] = {variable(0), fixedText(u"-"_s), variable(0), variable(1)};
        const std::vector<QString> values[] = {{QString(60, u'a')}, {}};
        const WorstCase worst = worstCaseOf(pieces, values);
        QCOMPARE(worst.count.units, 121);
        QCOMPARE(worst.chosen, (std::vector<int>{0, -1}));
    }

    void withoutVariablesItIsTheText()
    {
        const MessagePiece pieces[] = {fixedText(u"“Hi”"_s)};
        QCOMPARE(worstCaseOf(pieces, {}).text, u"\"Hi\""_s);
        QCOMPARE(worstCaseOf(pieces, {}, SmartEncoding::Off).count.encoding, Encoding::Ucs2);
        QCOMPARE(worstCaseOf({}, {}).count.segments, 0);
    }

    void nothingThatCanHappenIsWorse_data()
    {
        QTest::addColumn<bool>("pairs");
        QTest::addColumn<bool>("smart");
        for (bool pairs : {false, true}) {
            for (bool smart : {false, true})
                QTest::addRow("pairs %d, smart %d", pairs, smart) << pairs << smart;
        }
    }
    void nothingThatCanHappenIsWorse()
    {
        QFETCH(bool, pairs);
        QFETCH(bool, smart);
        const SmartEncoding encoding = smart ? SmartEncoding::On : SmartEncoding::Off;
        QRandomGenerator random(pairs ? 21 : 20);
        for (int round = 0; round < 1'000; ++round) {
            std::vector<std::vector<QString>> candidates(3);
            std::vector<std::vector<QString>> kept;
            for (std::vector<QString> &values : candidates) {
                LongestValues longest(encoding);
                const int count = random.bounded(5);
                for (int i = 0; i < count; ++i) {
                    values.push_back(randomValue(random, 120, pairs));
                    longest.add(values.back());
                }
                kept.push_back(longest.values());
            }
            std::vector<MessagePiece> pieces;
            for (int i = 0; i < 5; ++i)
                pieces.push_back(random.bounded(2) ? variable(random.bounded(3))
                                                   : fixedText(randomValue(random, 60, pairs)));

            const WorstCase worst = worstCaseOf(pieces, candidates, encoding);
            const int tried = worstByTrying(pieces, candidates, encoding);
            QCOMPARE(worst.count, countSegments(worst.text));
            QVERIFY(worst.count.segments <= tried);
            QVERIFY(tried <= worst.segmentsAtMost);
            if (!pairs)
                QCOMPARE(worst.count.segments, tried);
            // The few values that were kept are as bad as all of them.
            QCOMPARE(worstCaseOf(pieces, kept, encoding).count.units, worst.count.units);
        }
    }

    void keepsAtMostThreeValues()
    {
        QRandomGenerator random(1);
        LongestValues longest;
        QVERIFY(longest.values().empty());
        for (int i = 0; i < 10'000; ++i)
            longest.add(randomValue(random, 50, true));
        QVERIFY(longest.values().size() <= 3);
        QVERIFY(!longest.values().empty());
    }
};

QTEST_APPLESS_MAIN(WorstCaseTest)
#include "tst_worstcase.moc"

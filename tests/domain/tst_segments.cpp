#include "domain/text/gsm7.h"
#include "domain/text/segmentdoctor.h"
#include "domain/text/segments.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

/// Texts of every mixture: letters, escape pairs, accents, emoji, lone surrogates, controls.
QString randomText(QRandomGenerator &random, int longest)
{
    static const QString pools[] = {u"abc XYZ 019"_s, u"{}[]~|^€\\\f"_s, u"éñüÄßΩ"_s, u"áíçãłœ“”‘’–—…•"_s,
                                    u"中文हिन्दी"_s};
    const int kinds = 1 + random.bounded(7);
    QString text;
    const int length = random.bounded(longest);
    while (text.size() < length) {
        const int kind = random.bounded(kinds);
        if (kind < 5)
            text += pools[kind][random.bounded(pools[kind].size())];
        else if (kind == 5)
            text += QString::fromUcs4(U"\U0001F600", 1);
        else
            text += QChar(static_cast<char16_t>(random.bounded(0x10000)));
    }
    return text;
}

int unitsOf(QStringView part, Encoding encoding)
{
    if (encoding == Encoding::Ucs2)
        return static_cast<int>(part.size());
    return std::accumulate(part.begin(), part.end(), 0, [](int sum, QChar c) { return sum + gsmSeptets(c.unicode()); });
}

bool cutsPair(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at - 1].isHighSurrogate() && text[at].isLowSurrogate();
}

} // namespace

class SegmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alphabetHasItsSizes()
    {
        int basic = 0;
        int extended = 0;
        for (int c = 0; c <= 0xFFFF; ++c) {
            basic += gsmSeptets(static_cast<char16_t>(c)) == 1;
            extended += gsmSeptets(static_cast<char16_t>(c)) == 2;
        }
        QCOMPARE(basic, 127);
        QCOMPARE(extended, 10);
        QVERIFY(!isGsm7(u"\u001B"));
        QVERIFY(!isGsm7(QStringView(u"\0", 1)));
    }

    void partsOfRandomTextsHoldTogether()
    {
        QRandomGenerator random(4711);
        for (int round = 0; round < 20'000; ++round) {
            const QString text = randomText(random, 700);
            const SegmentCount count = countSegments(text);
            QCOMPARE(segmentsOf(text), count.segments);
            QCOMPARE(qsizetype(count.textBoundaries.size()), qsizetype(count.segments));
            QCOMPARE(count.unitBoundaries.size(), count.textBoundaries.size());
            QCOMPARE(count.encoding == Encoding::Gsm7, isGsm7(text));
            const int capacity = count.segments <= 1 ? unitsOfSingle(count.encoding) : unitsOfPart(count.encoding);
            QString joined;
            int units = 0;
            int last = 0;
            for (std::size_t i = 0; i < count.textBoundaries.size(); ++i) {
                const int begin = i == 0 ? 0 : count.textBoundaries[i - 1];
                const QString part = text.mid(begin, count.textBoundaries[i] - begin);
                QVERIFY(!part.isEmpty());
                QVERIFY(!cutsPair(text, begin));
                last = unitsOf(part, count.encoding);
                QVERIFY(last <= capacity);
                units += last;
                QCOMPARE(units, count.unitBoundaries[i]);
                joined += part;
            }
            QCOMPARE(joined, text);
            QCOMPARE(units, count.units);
            QCOMPARE(count.unitsLeftInSegment, capacity - last);
        }
    }

    void whatIsLeftInTheSegmentIsFreeAndOneMoreIsNot()
    {
        QRandomGenerator random(99);
        for (int round = 0; round < 2'000; ++round) {
            const QString text = u"x"_s + randomText(random, 400);
            const SegmentCount count = countSegments(text);
            if (text.back().isHighSurrogate())
                continue;
            QCOMPARE(segmentsOf(text + QString(count.unitsLeftInSegment, u'a')), count.segments);
            QVERIFY(segmentsOf(text + QString(count.unitsLeftInSegment + 1, u'a')) > count.segments);
        }
    }

    void clustersKeptWholeMayCostMore()
    {
        const QString flag = QString::fromUcs4(U"\U0001F1EB\U0001F1F7", 2);
        QCOMPARE(segmentsOf(flag.repeated(33)), 2);
        QCOMPARE(segmentsKeepingClusters(flag.repeated(33)), 3);
        QCOMPARE(segmentsKeepingClusters(flag.repeated(17)), 1);
        QCOMPARE(segmentsKeepingClusters(u"e\u0301"_s.repeated(70)), 3);
        QCOMPARE(segmentsKeepingClusters(QString()), 0);
        // One letter under 80 marks is longer than a part: it is cut inside.
        QCOMPARE(segmentsKeepingClusters(u"a"_s + QString(80, QChar(0x0301))), 2);
        QCOMPARE(segmentsKeepingClusters(QString(134, QChar(0x4E2D))), 2);
    }

    void limitsBlockInsteadOfShortening()
    {
        const SmsLimits marketing = SmsLimits::of(Category::Marketing);
        QCOMPARE(fitOf(u"", marketing), SmsFit::Empty);
        QCOMPARE(fitOf(QString(4 * 153, u'a'), marketing), SmsFit::Fits);
        QCOMPARE(fitOf(QString(4 * 153 + 1, u'a'), marketing), SmsFit::TooManySegments);
        QCOMPARE(fitOf(QString(1530, u'a'), SmsLimits::of(Category::Transactional)), SmsFit::Fits);
        QCOMPARE(fitOf(QString(1601, u'a'), SmsLimits{10, 1600}), SmsFit::TooManyCharacters);
        QCOMPARE(fitOf(QString(1531, u'a'), SmsLimits{255, 100'000}), SmsFit::TooManySegments); // 10 is hard
    }

    void truncationKeepsTheLimitsAndWholeCharacters()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 3'000; ++round) {
            const QString text = randomText(random, 900);
            const SmsLimits limits{1 + random.bounded(4), 10 + random.bounded(600)};
            const QString cut = truncatedToFit(text, limits);
            QVERIFY(cut.size() <= limits.characters);
            QVERIFY(segmentsOf(cut) <= limits.segments);
            if (cut == text)
                continue;
            QVERIFY(cut.endsWith(u"..."));
            const qsizetype kept = cut.size() - 3;
            QCOMPARE(cut.first(kept), text.first(kept));
            QVERIFY(!cutsPair(text, kept));
            // No longer start would have fitted.
            for (qsizetype more = kept + 1; more <= text.size(); ++more) {
                const QString longer = text.first(more) + u"..."_s;
                QVERIFY(cutsPair(text, more) || longer.size() > limits.characters ||
                        segmentsOf(longer) > limits.segments);
            }
        }
        QCOMPARE(truncatedToFit(QString(200, u'a'), {1, 1600}), QString(157, u'a') + u"..."_s);
        // Dropping the one emoji makes room for 157 septets.
        QCOMPARE(truncatedToFit(QString(200, u'a') + u"\u2764"_s, {1, 1600}), QString(157, u'a') + u"..."_s);
        QCOMPARE(truncatedToFit(u"abcd", {1, 2}), QString());
    }

    void textIsNormalisedForSms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("line ends") << u"a\r\nb\rc\n\r\n"_s << u"a\nb\nc\n\n"_s;
        QTest::newRow("composed") << u"cafe\u0301"_s << u"café"_s;
        QTest::newRow("ohm sign is omega") << u"5 \u2126"_s << u"5 Ω"_s;
        QTest::newRow("high surrogate alone") << u"a"_s + QChar(0xD83D) + u"b"_s << u"a\uFFFDb"_s;
        QTest::newRow("low surrogate alone at the end") << u"é"_s + QChar(0xDE00) << u"é\uFFFD"_s;
        QTest::newRow("two high surrogates") << QString(2, QChar(0xD83D)) << u"\uFFFD\uFFFD"_s;
        QTest::newRow("emoji stays") << QString::fromUcs4(U"\U0001F600", 1) << QString::fromUcs4(U"\U0001F600", 1);
    }
    void textIsNormalisedForSms()
    {
        QFETCH(QString, text);
        QTEST(normalisedForSms(text), "expected");
        QCOMPARE(normalisedForSms(normalisedForSms(text)), normalisedForSms(text));
    }

    void smsTextIsSpelledForTheChannel_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("withoutSmart");
        QTest::newRow("price") << u"1\u202F234,50\u00A0€"_s << u"1 234,50 €"_s << u"1 234,50 €"_s;
        QTest::newRow("group sign") << u"1\u2019234 it\u2019s"_s << u"1'234 it's"_s << u"1'234 it\u2019s"_s;
        QTest::newRow("yen") << u"\uFFE5500"_s << u"¥500"_s << u"¥500"_s;
        QTest::newRow("controls") << u"a\u0007b\u001Bc\r\nd\u0000e\u0085"_s << u"abc\nde"_s << u"abc\nde"_s;
        QTest::newRow("a control does not keep the quotes") << u"“a”\u0007"_s << u"\"a\""_s << u"“a”"_s;
        QTest::newRow("tab") << u"a\tb"_s << u"a       b"_s << u"a b"_s;
        QTest::newRow("tab in a text that stays Unicode") << u"中\tb"_s << u"中 b"_s << u"中 b"_s;
        QTest::newRow("quotes kept beside an emoji") << u"“hi” ❤"_s << u"“hi” ❤"_s << u"“hi” ❤"_s;
        QTest::newRow("decomposed tilde") << u"man\u0303ana"_s << u"mañana"_s << u"mañana"_s;
    }
    void smsTextIsSpelledForTheChannel()
    {
        QFETCH(QString, text);
        QTEST(smsText(text), "expected");
        QTEST(smsText(text, {false, false}), "withoutSmart");
    }

    void rupeeBecomesLettersOnlyIfAsked()
    {
        QCOMPARE(smsText(u"₹499"), u"₹499"_s);
        QCOMPARE(smsText(u"₹499", {true, true}), u"Rs.499"_s);
    }

    void wideSpacesAreTwoUnlessOneIsWanted()
    {
        QCOMPARE(smartEncoded(u"a\u3000b\tc"), u"a  b       c"_s);
        QCOMPARE(smartEncoded(u"a\u3000b\tc", WideSpace::One), u"a b       c"_s);
        QCOMPARE(smsText(u"a\u3000b", {true, false, WideSpace::One}), u"a b"_s);
    }

    void smartEncodingIsAllOrNothing()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 5'000; ++round) {
            const QString text = randomText(random, 200);
            const QString encoded = smartEncoded(text);
            QVERIFY(isGsm7(encoded) || encoded == text);
            if (isGsm7(text))
                QCOMPARE(encoded, text);
        }
    }

    void accentsAreDroppedOnlyOutsideTheAlphabet_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("portuguese") << u"Não há promoção amanhã"_s << u"Nao ha promocao amanha"_s;
        QTest::newRow("kept letters") << u"señor é ü ç"_s << u"señor é ü c"_s;
        QTest::newRow("polish") << u"Zażółć gęślą jaźń Łódź"_s << u"Zazòlc gesla jazn Lòdz"_s.replace(u'ò', u'o');
        QTest::newRow("ligatures") << u"cœur Œuvre"_s << u"coeur OEuvre"_s;
        QTest::newRow("mark left alone") << u"q\u0303"_s << u"q"_s;
        QTest::newRow("others untouched") << u"中 ά 😀"_s << u"中 ά 😀"_s;
    }
    void accentsAreDroppedOnlyOutsideTheAlphabet()
    {
        QFETCH(QString, text);
        QTEST(withoutAccents(text), "expected");
    }

    void doctorNamesPlaceReplacementAndGain()
    {
        const QString text = QString(80, u'a') + u"…ok…"_s;
        const SegmentDiagnosis diagnosis = diagnoseSegments(text);
        QCOMPARE(diagnosis.now.segments, 2);
        QCOMPARE(diagnosis.forcing.size(), std::size_t(1));
        const ForcingCharacter &dots = diagnosis.forcing.front();
        QCOMPARE(dots.index, 80);
        QCOMPARE(dots.length, 1);
        QCOMPARE(dots.character, U'…');
        QCOMPARE(dots.replacement, u"..."_s);
        QCOMPARE(dots.kind, Repair::LookAlike);
        QCOMPARE(dots.places, (std::vector<int>{80, 83}));
        QCOMPARE(dots.occurrences, 2);
        QCOMPARE(dots.segmentsSavedAlone, 1);
        QCOMPARE(diagnosis.repaired, QString(80, u'a') + u"...ok..."_s);
        QCOMPARE(diagnosis.segmentsSaved, 1);
        QCOMPARE(withReplacement(text, dots), diagnosis.repaired);
    }

    void doctorGoesAsFarAsAllowed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("furthest");
        QTest::addColumn<QString>("repaired");
        QTest::newRow("look-alike") << u"“a”"_s << int(Repair::LookAlike) << u"\"a\""_s;
        QTest::newRow("accent refused") << u"“á”"_s << int(Repair::LookAlike) << u"“á”"_s;
        QTest::newRow("accent") << u"“á”"_s << int(Repair::Accent) << u"\"a\""_s;
        QTest::newRow("sign refused") << u"₹5 á"_s << int(Repair::Accent) << u"₹5 á"_s;
        QTest::newRow("sign") << u"₹5 á − ² ﬁ ™"_s << int(Repair::Spelling) << u"Rs.5 a - 2 fi TM"_s;
        QTest::newRow("greek capitals") << u"ΑΒΓ"_s << int(Repair::Spelling) << u"ABΓ"_s;
        QTest::newRow("emoji stays, so all stays") << u"“a” 😀"_s << int(Repair::Spelling) << u"“a” 😀"_s;
        QTest::newRow("dearer than before") << u"…"_s.repeated(67) << int(Repair::Spelling) << u"…"_s.repeated(67);
        QTest::newRow("nothing would be left") << u"\u200B"_s << int(Repair::Spelling) << u"\u200B"_s;
        QTest::newRow("already plain") << u"abc"_s << int(Repair::Spelling) << u"abc"_s;
    }
    void doctorGoesAsFarAsAllowed()
    {
        QFETCH(QString, text);
        QFETCH(int, furthest);
        QTEST(diagnoseSegments(text, static_cast<Repair>(furthest)).repaired, "repaired");
    }

    void doctorsTextCountsAsItSays()
    {
        QRandomGenerator random(12);
        for (int round = 0; round < 3'000; ++round) {
            const QString text = randomText(random, 300);
            const SegmentDiagnosis diagnosis = diagnoseSegments(text);
            QCOMPARE(diagnosis.now, countSegments(text));
            QCOMPARE(diagnosis.afterRepair, countSegments(diagnosis.repaired));
            QCOMPARE(diagnosis.segmentsSaved, diagnosis.now.segments - diagnosis.afterRepair.segments);
            QVERIFY(diagnosis.segmentsSaved >= 0);
            QCOMPARE(diagnosis.forcing.empty(), isGsm7(text));
            int before = -1;
            for (const ForcingCharacter &c : diagnosis.forcing) {
                QVERIFY(c.index > before);
                before = c.index;
                QCOMPARE(c.occurrences, int(c.places.size()));
                QCOMPARE(c.hasReplacement, c.kind != Repair::None);
                QVERIFY(isGsm7(c.replacement));
                QCOMPARE(c.segmentsSavedAlone,
                         c.hasReplacement ? diagnosis.now.segments - segmentsOf(withReplacement(text, c)) : 0);
            }
        }
    }
};

QTEST_APPLESS_MAIN(SegmentsTest)
#include "tst_segments.moc"

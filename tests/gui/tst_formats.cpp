#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/kit/tones.h"

#include <QTest>
#include <QTimeZone>

using namespace gui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void writesMoney_data();
    void writesMoney();
    void percentNeverRoundsUpToAll();
    void writesTimesAsPeopleSayThem_data();
    void writesTimesAsPeopleSayThem();
    void writesDurations_data();
    void writesDurations();
    void everyErrorSaysWhatHappened();
    void reasonsAreReadable();
    void everyStateHasAWord();
};

void TestFormats::writesMoney_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("text");
    QTest::newRow("dollars") << qint64(1'034'500'000) << u"USD"_s << u"$1,034.50"_s;
    QTest::newRow("an SMS") << qint64(7'900) << u"USD"_s << u"$0.0079"_s;
    QTest::newRow("nothing") << qint64(0) << u"USD"_s << u"$0.00"_s;
    QTest::newRow("unknown currency") << qint64(5'000'000) << QString() << u"–"_s;
    QTest::newRow("negative") << qint64(-2'500'000) << u"USD"_s << u"-$2.50"_s;
}

void TestFormats::writesMoney()
{
    QFETCH(qint64, micros);
    QFETCH(QString, currency);
    QFETCH(QString, text);
    QCOMPARE(money({micros, currency}), text);
}

void TestFormats::percentNeverRoundsUpToAll()
{
    QCOMPARE(percent(99'999, 100'000), u"99.9 %"_s);
    QCOMPARE(percent(5, 5), u"100.0 %"_s);
    QCOMPARE(percent(0, 0), u"–"_s);
}

void TestFormats::writesTimesAsPeopleSayThem_data()
{
    QTest::addColumn<qint64>("secondsAgo");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << qint64(3) << u"just now"_s;
    QTest::newRow("soon") << qint64(-10) << u"in a moment"_s;
    QTest::newRow("minutes") << qint64(12 * 60) << u"12 min ago"_s;
    QTest::newRow("to come") << qint64(-25 * 60) << u"in 25 min"_s;
    QTest::newRow("hours") << qint64(3 * 3600) << u"3 h ago"_s;
    QTest::newRow("this year") << qint64(40 * 86400) << u"12 Oct"_s;
    QTest::newRow("another year") << qint64(400 * 86400) << u"17 Oct 2025"_s;
}

void TestFormats::writesTimesAsPeopleSayThem()
{
    QFETCH(qint64, secondsAgo);
    QFETCH(QString, text);
    const domain::Instant now = domain::fromMillis(1'795'256'400'000); // 21 November 2026
    QCOMPARE(relativeTime(now - std::chrono::seconds(secondsAgo), now), text);
}

void TestFormats::writesDurations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("ms") << qint64(420) << u"420 ms"_s;
    QTest::newRow("seconds") << qint64(3'240) << u"3.2 s"_s;
    QTest::newRow("minutes") << qint64(4 * 60'000) << u"4 min"_s;
    QTest::newRow("hours") << qint64(130 * 60'000) << u"2 h 10 min"_s;
}

void TestFormats::writesDurations()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(duration(std::chrono::milliseconds(ms)), text);
}

void TestFormats::everyErrorSaysWhatHappened()
{
    for (int code = 0; code <= int(domain::ErrorCode::Internal); ++code) {
        const ErrorWords words = wordsFor({domain::ErrorCode(code), {}, {}});
        QVERIFY(words.happened.endsWith(u'.') || words.happened.endsWith(u':'));
        QVERIFY(!words.all().contains(u'%'));
        QVERIFY(!words.all().contains(u"!"_s) && !words.all().contains(u"lease"_s));
    }
}

void TestFormats::reasonsAreReadable()
{
    QCOMPARE(reasonPhrase(u"suppressed"_s), u"opted out"_s);
    QCOMPARE(reasonPhrase(u"something_new"_s), u"something new"_s);
    QVERIFY(reasonPhrase({}).isEmpty());
    QCOMPARE(reasonPhrase(domain::errorCodeName(domain::ErrorCode::DiskFull)), u"The disk is full."_s);
    QVERIFY(reasonSentence(u"quiet_hours"_s).endsWith(u'.'));
}

void TestFormats::everyStateHasAWord()
{
    QSet<QString> words;
    for (const domain::MessageState state : domain::allMessageStates)
        words.insert(wordFor(state));
    QCOMPARE(words.size(), qsizetype(domain::allMessageStates.size()));
}

QTEST_MAIN(TestFormats)
#include "tst_formats.moc"

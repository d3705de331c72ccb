#include "gui/frame/language.h"
#include "gui/kit/formats.h"
#include "gui/kit/tones.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace gui;
using namespace Qt::StringLiterals;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void englishHasPlurals();
    void germanSpeaksGerman();
    void anUnknownLanguageIsEnglish();
    void placeholdersSurviveTranslation();
};

void TestLanguage::englishHasPlurals()
{
    const Language language(u"en"_s);
    QCOMPARE(segmentsText(1), u"1 segment"_s);
    QCOMPARE(segmentsText(1204), u"1,204 segments"_s);
}

void TestLanguage::germanSpeaksGerman()
{
    const Language language(u"de"_s);
    QCOMPARE(wordFor(domain::MessageState::Delivered), u"Zugestellt"_s);
    QCOMPARE(segmentsText(1), u"1 Segment"_s);
    QCOMPARE(number(1204), u"1.204"_s);
}

void TestLanguage::anUnknownLanguageIsEnglish()
{
    const Language language(u"xx"_s);
    QCOMPARE(language.code(), u"en"_s);
    QCOMPARE(wordFor(domain::MessageState::Delivered), u"Delivered"_s);
}

// '%1' lost in a translation shows as a sentence without its number.
void TestLanguage::placeholdersSurviveTranslation()
{
    QFile file(QStringLiteral(HELIOGRAPH_SOURCE_DIR) + u"/translations/heliograph_de.ts"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    static const QRegularExpression placeholder(u"%L?[0-9n]"_s);
    const auto placeholders = [](const QString &text) {
        QStringList found;
        for (const QRegularExpressionMatch &match : placeholder.globalMatch(text))
            found.append(match.captured());
        found.sort();
        return found;
    };
    QString source;
    int read = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "numerusform"_L1 || xml.name() == "translation"_L1) {
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            if (text.isEmpty() || text.contains(u'\n'))
                continue; // several plural forms at once
            QCOMPARE(placeholders(text), placeholders(source));
            ++read;
        }
    }
    QVERIFY(read > 200);
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"

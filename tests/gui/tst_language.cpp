#include "gui/frame/language.h"
#include "gui/kit/choices.h"
#include "gui/kit/formats.h"
#include "gui/kit/tones.h"

#include <QComboBox>
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
    void countriesAreNamedInTheProgramsLanguage();
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

void TestLanguage::countriesAreNamedInTheProgramsLanguage()
{
    const auto names = [] {
        QComboBox box;
        fillCountries(box, {});
        return std::pair(box.itemText(box.findData(u"GB"_s)), box.itemText(0));
    };
    {
        const Language language(u"de"_s);
        QCOMPARE(countryName(u"DE"_s), u"Deutschland"_s);
        QCOMPARE(countryName(u"GR"_s), u"Griechenland"_s);
        QCOMPARE(names(), std::pair(u"Vereinigtes K\u00f6nigreich"_s, u"Afghanistan"_s));
        QCOMPARE(languageName(u"pt-BR"_s), u"Portugiesisch (Brasilien)"_s);
    }
    const Language language(u"en"_s);
    QCOMPARE(countryName(u"DE"_s), u"Germany"_s);
    QCOMPARE(names().first, u"United Kingdom"_s);
    QCOMPARE(countryName(u"XX"_s), u"XX"_s);
    QCOMPARE(countryName({}), QString());
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

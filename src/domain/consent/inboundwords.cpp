#include "domain/consent/inboundwords.h"

#include <algorithm>

namespace domain {

namespace {

constexpr qsizetype longestText = 2000;
constexpr char32_t stopSign = 0x1F6D1;
constexpr char32_t variationSelector = 0xFE0F;
constexpr char16_t nukta = 0x093C;

bool isAsciiOnly(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c < u'\x80'; });
}

bool isApostrophe(QChar c)
{
    return QStringView(u"'`\u00B4\u2018\u2019\u201B\u02B9\u02BB\u02BC\u2032\uFF07").contains(c);
}

bool isWordCharacter(char32_t c) { return QChar::isLetterOrNumber(c) || QChar::isMark(c); }

char32_t characterAt(QStringView text, qsizetype index)
{
    if (text[index].isHighSurrogate() && index + 1 < text.size() && text[index + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(text[index], text[index + 1]);
    return text[index].unicode();
}

/// Compatibility forms, accents and letter case taken off a text that is not ASCII.
QString foldedUnicode(const QString &text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(apart.size());
    bool afterLatin = false;
    for (QChar c : apart) {
        const bool mark = c.category() == QChar::Mark_NonSpacing;
        if (mark && (afterLatin || c == QChar(nukta)))
            continue;
        if (c.category() == QChar::Other_Format)
            continue;
        if (!mark)
            afterLatin = c.script() == QChar::Script_Latin;
        folded += c;
    }
    return folded;
}

} // namespace

InboundWords::InboundWords(QStringView text)
{
    fold(text.first(std::min(text.size(), longestText)));
    split();
}

void InboundWords::fold(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (QChar c : text) {
        if (c.isSpace())
            plain += u' ';
        else if (isApostrophe(c))
            plain += u'\'';
        else if (c.category() != QChar::Other_Control)
            plain += c;
    }
    m_folded = isAsciiOnly(plain) ? plain.toLower() : foldedUnicode(plain);
    // Apostrophes go after folding, so that an accented letter before one is seen as the letter it is.
    qsizetype kept = 0;
    for (qsizetype i = 0; i < m_folded.size(); ++i) {
        const bool inside =
            i > 0 && i + 1 < m_folded.size() && m_folded.at(i - 1).isLetter() && m_folded.at(i + 1).isLetter();
        if (m_folded.at(i) != u'\'' || !inside)
            m_folded[kept++] = m_folded.at(i);
    }
    m_folded.truncate(kept);
}

void InboundWords::split()
{
    const QStringView text(m_folded);
    bool foreign = false;
    qsizetype begin = -1;
    for (qsizetype i = 0; i < text.size();) {
        const char32_t c = characterAt(text, i);
        const bool part = isWordCharacter(c) && c != variationSelector;
        if (part && begin < 0)
            begin = i;
        if (!part) {
            if (begin >= 0)
                m_words.push_back(text.sliced(begin, i - begin));
            begin = -1;
            m_stopSign = m_stopSign || c == stopSign;
            foreign = foreign || (c != stopSign && c != variationSelector && !QChar::isSpace(c) && !QChar::isPunct(c));
        }
        i += c > 0xFFFF ? 2 : 1;
    }
    if (begin >= 0)
        m_words.push_back(text.sliced(begin));
    m_stopSign = m_stopSign && !foreign && m_words.empty();
}

} // namespace domain

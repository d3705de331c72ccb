#include "domain/template/textcase.h"

#include "domain/template/lexer.h"

namespace domain::textcase {

namespace {

constexpr char16_t CapitalSigma = 0x3a3;
constexpr char16_t FinalSigma = 0x3c2;

/// Neither begins nor ends a word: marks, format characters, apostrophes and the like.
bool isCaseIgnorable(QChar c)
{
    switch (c.category()) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Letter_Modifier:
    case QChar::Symbol_Modifier:
        return true;
    default:
        return QStringView(u"'.:\u00b7\u2018\u2019\u2024\u2027").contains(c);
    }
}

bool isCased(QChar c) { return c.isUpper() || c.isLower() || c.isTitleCase(); }

bool isFinal(QStringView text, qsizetype at)
{
    qsizetype before = at - 1;
    while (before >= 0 && isCaseIgnorable(text[before]))
        --before;
    if (before < 0 || !isCased(text[before]))
        return false;
    qsizetype after = at + 1;
    while (after < text.size() && isCaseIgnorable(text[after]))
        ++after;
    return after >= text.size() || !isCased(text[after]);
}

qsizetype firstLength(QStringView text)
{
    return text.size() > 1 && text[0].isHighSurrogate() && text[1].isLowSurrogate() ? 2 : 1;
}

} // namespace

QString lower(const QString &text)
{
    if (!text.contains(QChar(CapitalSigma)))
        return text.toLower();
    // each final sigma is put in place before the rest is lowered, which leaves it alone
    QString prepared = text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QChar(CapitalSigma) && isFinal(text, i))
            prepared[i] = QChar(FinalSigma);
    }
    return prepared.toLower();
}

QString capitalized(const QString &text)
{
    if (text.isEmpty())
        return text;
    const qsizetype length = firstLength(text);
    const QString first = text.first(length);
    const QString upper = first.toUpper();
    QString result;
    if (upper.size() > length) // one letter becomes several ("ß" -> "Ss"): only the first of them is a capital
        result = upper.first(firstLength(upper)) + upper.sliced(firstLength(upper)).toLower();
    else if (length == 1)
        result = QString(first[0].toTitleCase());
    else
        result = upper;
    const QString all = lower(text); // lowered as a whole: the final sigma looks at what stands before it
    const qsizetype lowered = first.toLower().size();
    return result + all.sliced(qMin(lowered, all.size()));
}

QString titled(const QString &text)
{
    QString result;
    const auto separates = [](QChar c) { return templatelexer::isSpace(c) || QStringView(u"-({[<").contains(c); };
    for (qsizetype at = 0; at < text.size();) {
        if (separates(text[at])) {
            result += text[at++];
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !separates(text[end]))
            ++end;
        const qsizetype first = firstLength(QStringView(text).sliced(at));
        result += text.sliced(at, first).toUpper() + lower(text.sliced(at + first, end - at - first));
        at = end;
    }
    return result;
}

QStringView trimmed(QStringView text)
{
    while (!text.isEmpty() && templatelexer::isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && templatelexer::isSpace(text.back()))
        text.chop(1);
    return text;
}

qsizetype offsetOf(QStringView text, qint64 count)
{
    qsizetype at = 0;
    for (; count > 0 && at < text.size(); --count)
        at += firstLength(text.sliced(at));
    return at;
}

} // namespace domain::textcase

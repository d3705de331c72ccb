#include "domain/text/gsm7.h"
#include "domain/text/gsmspelling.h"
#include "domain/text/segments.h"

#include <algorithm>

namespace domain {

using namespace Qt::StringLiterals;

namespace {

/// Every step below changes nothing of it: printable ASCII and line feeds.
bool isPlainAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u' ' && c < u'\x7F') || c == u'\n'; });
}

/// Line feeds are text.
bool isControl(QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; }

QChar spacedForSms(QChar c, QChar before, QChar after)
{
    switch (c.unicode()) {
    case 0x00A0:
    case 0x202F:
    case 0x2009:
        return u' ';
    case 0xFFE5:
        return QChar(0x00A5);
    case 0x2019: // a group sign between digits; elsewhere smart encoding decides
        return before.isDigit() && after.isDigit() ? QChar(u'\'') : c;
    default:
        return c;
    }
}

} // namespace

QString normalisedForSms(QStringView text)
{
    if (isPlainAscii(text))
        return text.toString();
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (c == u'\r') {
            if (next != u'\n')
                clean += u'\n';
        } else if (c.isHighSurrogate() && next.isLowSurrogate()) {
            clean += c;
            clean += next;
            ++i;
        } else {
            clean += c.isSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
        }
    }
    // Nothing below U+0300 is changed by NFC.
    const bool composed = std::all_of(clean.cbegin(), clean.cend(), [](QChar c) { return c.unicode() < 0x0300; });
    return composed ? clean : clean.normalized(QString::NormalizationForm_C);
}

QString smartEncoded(QStringView text, WideSpace wide)
{
    if (isGsm7(text))
        return text.toString();
    QString encoded;
    encoded.reserve(text.size() + 16);
    for (QChar c : text) {
        if (gsmSeptets(c.unicode()) != 0) {
            encoded += c;
        } else if (const auto spelling = lookAlikeOf(c.unicode())) {
            encoded += wide == WideSpace::One && *spelling == u"  " ? QStringView(u" ") : *spelling;
        } else {
            return text.toString();
        }
    }
    return encoded;
}

QString smsText(QStringView text, SmsSpelling spelling)
{
    if (isPlainAscii(text))
        return text.toString();
    const QString normalised = normalisedForSms(text);
    QString spaced;
    spaced.reserve(normalised.size());
    for (qsizetype i = 0; i < normalised.size(); ++i) {
        const QChar c = normalised.at(i);
        if (c == QChar(0x20B9) && spelling.rupeeAsLetters)
            spaced += u"Rs."_s;
        else
            spaced += spacedForSms(c, i > 0 ? normalised.at(i - 1) : QChar(),
                                   i + 1 < normalised.size() ? normalised.at(i + 1) : QChar());
    }
    // What has no look-alike goes first, lest a stray control keep the whole text from being GSM-7.
    spaced.removeIf([](QChar c) { return isControl(c) && !lookAlikeOf(c.unicode()); });
    QString sent = spelling.smartEncoding ? smartEncoded(spaced, spelling.wideSpace) : spaced;
    sent.replace(u'\t', u' ');
    sent.removeIf(isControl);
    return sent;
}

QString withoutAccents(QStringView text)
{
    if (isGsm7(text))
        return text.toString();
    QString plain;
    plain.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (gsmSeptets(c.unicode()) != 0) {
            plain += c;
            continue;
        }
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) { // no accented letter there
            plain += c;
            plain += text[++i];
            continue;
        }
        const auto bare = unaccentedOf(c.unicode());
        plain += bare ? *bare : QString(c);
    }
    return plain;
}

} // namespace domain

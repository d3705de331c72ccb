#include "domain/text/segments.h"

#include "domain/text/gsm7.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace domain {

using namespace Qt::StringLiterals;

namespace {

bool splitsPair(QStringView text, qsizetype index)
{
    return index > 0 && index < text.size() && text[index - 1].isHighSurrogate() && text[index].isLowSurrogate();
}

int asInt(qsizetype value) { return static_cast<int>(value); }

/// -1 if the text is not GSM-7.
qsizetype septetsOf(QStringView text)
{
    qsizetype units = 0;
    for (QChar c : text) {
        const int septets = gsmSeptets(c.unicode());
        if (septets == 0)
            return -1;
        units += septets;
    }
    return units;
}

/// Parts of a GSM-7 text that does not fit into one message.
int gsmParts(QStringView text)
{
    constexpr int capacity = unitsOfPart(Encoding::Gsm7);
    int parts = 1;
    int used = 0;
    for (QChar c : text) {
        const int septets = gsmSeptets(c.unicode());
        if (used + septets > capacity) {
            ++parts;
            used = 0;
        }
        used += septets;
    }
    return parts;
}

int ucs2Parts(QStringView text)
{
    int parts = 0;
    for (qsizetype at = 0; at < text.size(); ++parts) {
        at = std::min(at + unitsOfPart(Encoding::Ucs2), text.size());
        if (splitsPair(text, at))
            --at;
    }
    return parts;
}

void splitGsm(QStringView text, SegmentCount &count)
{
    constexpr int capacity = unitsOfPart(Encoding::Gsm7);
    int used = 0;
    int total = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int septets = gsmSeptets(text[i].unicode());
        if (used + septets > capacity) {
            count.unitBoundaries.push_back(total);
            count.textBoundaries.push_back(asInt(i));
            used = 0;
        }
        used += septets;
        total += septets;
    }
    count.unitsLeftInSegment = capacity - used;
}

void splitUcs2(QStringView text, SegmentCount &count)
{
    constexpr int capacity = unitsOfPart(Encoding::Ucs2);
    qsizetype begin = 0;
    while (text.size() - begin > capacity) {
        qsizetype end = begin + capacity;
        if (splitsPair(text, end))
            --end;
        count.unitBoundaries.push_back(asInt(end));
        count.textBoundaries.push_back(asInt(end));
        begin = end;
    }
    count.unitsLeftInSegment = capacity - asInt(text.size() - begin);
}

bool keepsLimits(QStringView text, SmsLimits limits)
{
    return text.size() <= limits.characters && segmentsOf(text) <= limits.segments;
}

/// The longest length in [least, most] whose start of the text fits with the dots, or -1. All lengths of the range
/// must share one encoding, so that a longer start never needs fewer parts.
qsizetype longestFitting(QStringView text, qsizetype least, qsizetype most, SmsLimits limits)
{
    const auto fits = [&](qsizetype length) {
        if (splitsPair(text, length))
            --length;
        return keepsLimits(text.first(length).toString() + u"..."_s, limits);
    };
    if (least > most || !fits(least))
        return -1;
    while (least < most) {
        const qsizetype middle = least + (most - least + 1) / 2;
        if (fits(middle))
            least = middle;
        else
            most = middle - 1;
    }
    return splitsPair(text, least) ? least - 1 : least;
}

} // namespace

bool isGsm7(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return gsmSeptets(c.unicode()) != 0; });
}

SegmentCount countSegments(QStringView text)
{
    SegmentCount count;
    if (text.isEmpty())
        return count;
    const qsizetype septets = septetsOf(text);
    count.encoding = septets < 0 ? Encoding::Ucs2 : Encoding::Gsm7;
    count.units = asInt(septets < 0 ? text.size() : septets);
    if (count.units <= unitsOfSingle(count.encoding))
        count.unitsLeftInSegment = unitsOfSingle(count.encoding) - count.units;
    else if (count.encoding == Encoding::Gsm7)
        splitGsm(text, count);
    else
        splitUcs2(text, count);
    count.unitBoundaries.push_back(count.units);
    count.textBoundaries.push_back(asInt(text.size()));
    count.segments = asInt(std::ssize(count.unitBoundaries));
    return count;
}

int segmentsOf(QStringView text)
{
    if (text.isEmpty())
        return 0;
    const qsizetype septets = septetsOf(text);
    if (septets < 0)
        return text.size() <= unitsOfSingle(Encoding::Ucs2) ? 1 : ucs2Parts(text);
    if (septets <= unitsOfSingle(Encoding::Gsm7))
        return 1;
    if (septets == text.size()) { // no escape pair, so nothing is lost at a border
        constexpr int capacity = unitsOfPart(Encoding::Gsm7);
        return asInt((septets + capacity - 1) / capacity);
    }
    return gsmParts(text);
}

int segmentsKeepingClusters(QStringView text)
{
    const qsizetype septets = septetsOf(text);
    if (septets >= 0 || text.size() <= unitsOfSingle(Encoding::Ucs2))
        return segmentsOf(text);
    constexpr qsizetype capacity = unitsOfPart(Encoding::Ucs2);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    int parts = 1;
    qsizetype used = 0;
    qsizetype begin = 0;
    for (qsizetype end = finder.toNextBoundary(); end > begin; end = finder.toNextBoundary()) {
        const QStringView cluster = text.sliced(begin, end - begin);
        if (used + cluster.size() > capacity && used > 0) {
            ++parts;
            used = 0;
        }
        if (cluster.size() > capacity) { // longer than a part: has to be cut inside
            SegmentCount inner;
            splitUcs2(cluster, inner);
            parts += asInt(std::ssize(inner.unitBoundaries));
            used = capacity - inner.unitsLeftInSegment;
        } else {
            used += cluster.size();
        }
        begin = end;
    }
    return parts;
}

SmsLimits SmsLimits::sensible() const { return {std::clamp(segments, 1, 10), std::clamp(characters, 1, 1600)}; }

SmsFit fitOf(QStringView text, SmsLimits limits)
{
    limits = limits.sensible();
    if (text.isEmpty())
        return SmsFit::Empty;
    if (text.size() > limits.characters)
        return SmsFit::TooManyCharacters;
    return segmentsOf(text) > limits.segments ? SmsFit::TooManySegments : SmsFit::Fits;
}

QString truncatedToFit(QStringView text, SmsLimits limits)
{
    limits = limits.sensible();
    if (keepsLimits(text, limits))
        return text.toString();
    const auto forcing = std::find_if(text.begin(), text.end(), [](QChar c) { return gsmSeptets(c.unicode()) == 0; });
    const qsizetype gsmLength = forcing - text.begin();
    // A start that ends before the first foreign character is GSM-7 and may need fewer parts than a shorter one in
    // UCS-2 would: the longer alternative is tried first.
    const qsizetype firstForeign = gsmLength + (splitsPair(text, gsmLength + 1) ? 2 : 1);
    qsizetype length = longestFitting(text, firstForeign, text.size(), limits);
    if (length < 0)
        length = longestFitting(text, 0, gsmLength, limits);
    return length < 0 ? QString() : text.first(length).toString() + u"..."_s;
}

} // namespace domain

#pragma once

#include "domain/core/types.h"

#include <QString>
#include <QStringView>

#include <vector>

// How an SMS is encoded, counted and split: 3GPP TS 23.038 (alphabet) and 23.040 (concatenation with the 8-bit
// reference: 153 septets or 67 UTF-16 units a part). All functions are pure and safe in any thread.

namespace domain {

enum class Encoding { Gsm7, Ucs2 };

/// Units that fit into a message of one part, and into each part of a longer one: septets (GSM-7) or UTF-16 code
/// units (UCS-2).
[[nodiscard]] constexpr int unitsOfSingle(Encoding encoding) { return encoding == Encoding::Gsm7 ? 160 : 70; }
[[nodiscard]] constexpr int unitsOfPart(Encoding encoding) { return encoding == Encoding::Gsm7 ? 153 : 67; }

/// The number of parts is one octet of the header.
inline constexpr int protocolMaxSegments = 255;

struct SegmentCount
{
    Encoding encoding = Encoding::Gsm7;
    int units = 0;                   ///< septets or UTF-16 units, without headers
    int segments = 0;                ///< parts that are sent and paid; 0 for an empty text, which cannot be sent
    int unitsLeftInSegment = 160;    ///< what still fits without a further part
    std::vector<int> unitBoundaries; ///< running total of units at the end of every segment
    std::vector<int> textBoundaries; ///< index (UTF-16) in the text where every segment ends

    friend bool operator==(const SegmentCount &, const SegmentCount &) = default;
};

/// Counts the text exactly as it is: normalisation is a step before this one (normalisedForSms). An escape pair and
/// a surrogate pair stay whole, nothing else does. O(n).
[[nodiscard]] SegmentCount countSegments(QStringView text);

/// countSegments(text).segments without the boundaries: nothing is allocated.
[[nodiscard]] int segmentsOf(QStringView text);

/// True if every code unit is in the alphabet or its extension table.
[[nodiscard]] bool isGsm7(QStringView text);

/// Segments if the sender keeps what a reader sees as one character (a flag, a letter with its marks) whole. Networks
/// bill by segmentsOf; where this is more it may be shown as 'may be billed as'.
[[nodiscard]] int segmentsKeepingClusters(QStringView text);

// ---- Limits

/// What a person set, within what the providers allow.
struct SmsLimits
{
    int segments = 10;     ///< above 10 carriers refuse or drop: sensible() cuts it there
    int characters = 1600; ///< UTF-16 units; the strictest provider's body limit

    [[nodiscard]] static SmsLimits of(Category category) { return {category == Category::Marketing ? 4 : 10, 1600}; }
    [[nodiscard]] SmsLimits sensible() const;
};

enum class SmsFit { Fits, Empty, TooManySegments, TooManyCharacters };

/// Whether the text may be sent under the limits. A text that does not fit is refused, never shortened unasked.
[[nodiscard]] SmsFit fitOf(QStringView text, SmsLimits limits);

/// The longest start of the text which, with "..." behind it, keeps the limits; the text itself if it fits. Cuts
/// between code points only. For a person who asked for it. Empty if not even the dots fit.
[[nodiscard]] QString truncatedToFit(QStringView text, SmsLimits limits);

// ---- Spelling for SMS (smartencoding.cpp)

/// NFC, CRLF and CR to LF, a lone surrogate to U+FFFD: what is counted and what is sent.
[[nodiscard]] QString normalisedForSms(QStringView text);

/// What smart encoding writes for the wide and no-break spaces: the published table's two, or one, which costs less.
enum class WideSpace { Two, One };

/// Look-alikes of GSM characters replaced (271 characters: quotes, dashes, spaces, full width letters …). All or
/// nothing: the untouched text if anything outside GSM-7 would be left. SMS only.
[[nodiscard]] QString smartEncoded(QStringView text, WideSpace wide = WideSpace::Two);

struct SmsSpelling
{
    bool smartEncoding = true;
    bool rupeeAsLetters = false; ///< ₹ forces UCS-2: write "Rs."
    WideSpace wideSpace = WideSpace::Two;
};

/// A rendered text as it goes out by SMS: normalised; no-break and thin spaces as spaces, a typographic apostrophe
/// between digits as ', the full width yen as ¥; then smart encoding; then without control characters except LF (a
/// tab left over becomes a space, so that words do not grow together).
[[nodiscard]] QString smsText(QStringView text, SmsSpelling spelling = {});

/// Accents dropped from what is outside the alphabet (á → a, ł → l, œ → oe), é, ñ, ü and the like kept as they are.
/// Changes spelling: for a person who asked for it, never by itself.
[[nodiscard]] QString withoutAccents(QStringView text);

} // namespace domain

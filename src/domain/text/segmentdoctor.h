#pragma once

#include "domain/text/segments.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace domain {

/// What writing a character otherwise does to the text, from harmless to felt.
enum class Repair {
    None,      ///< there is no GSM-7 spelling
    LookAlike, ///< smart encoding's table: the reader hardly sees it
    Accent,    ///< the letter loses its accent
    Spelling,  ///< another sign, or letters instead of a sign
};

/// One character that forces UCS-2.
struct ForcingCharacter
{
    int index = 0;  ///< UTF-16 index of the first occurrence
    int length = 0; ///< code units: 1, or 2 for a surrogate pair
    char32_t character = 0;
    QString replacement; ///< GSM-7; may be empty: the character is removed
    bool hasReplacement = false;
    Repair kind = Repair::None;
    int occurrences = 0;
    std::vector<int> places; ///< UTF-16 index of every occurrence, ascending
    /// Segments fewer if only this character were replaced, everywhere; below 0 if that costs more. Not worked
    /// out (0) for a text over 1,600 units, which no provider takes.
    int segmentsSavedAlone = 0;
};

struct SegmentDiagnosis
{
    SegmentCount now;
    std::vector<ForcingCharacter> forcing; ///< by first place
    /// The text in GSM-7, or the untouched text where that cannot be reached or would cost more segments.
    QString repaired;
    SegmentCount afterRepair;
    int segmentsSaved = 0; ///< now.segments - afterRepair.segments, never below 0
};

/// Segment doctor: what forces UCS-2, where, how else it could be written and what that would save. Goes as far as
/// `furthest` allows; the person sees the changed text before it is taken. Expects a normalised text
/// (normalisedForSms). Pure; O(n) times the number of different characters in `forcing`
/// (O(n) over 1,600 units).
[[nodiscard]] SegmentDiagnosis diagnoseSegments(QStringView text, Repair furthest = Repair::Spelling);

/// The text with every occurrence of one character replaced (one click in the editor).
[[nodiscard]] QString withReplacement(QStringView text, const ForcingCharacter &character);

} // namespace domain

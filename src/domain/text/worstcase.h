#pragma once

#include "domain/text/segments.h"

#include <QString>
#include <QStringView>

#include <span>
#include <vector>

namespace domain {

/// A piece of a message: fixed text, or the place of a variable's value.
struct MessagePiece
{
    static constexpr int fixed = -1;

    QString text;         ///< if `variable` is fixed
    int variable = fixed; ///< index of the variable
};

enum class SmartEncoding { Off, On };

/// Of all values of one variable those that can make the longest message, at most three: a million values are read
/// once and not kept. Values are taken as they will be printed.
class LongestValues
{
public:
    explicit LongestValues(SmartEncoding smart = SmartEncoding::On) : m_smart(smart) {}

    void add(QStringView value);
    /// Every value added leads to no more units than one of these would. Empty if none was added.
    [[nodiscard]] std::vector<QString> values() const;

private:
    struct Longest
    {
        QString value;
        qsizetype units = -1;

        void take(QStringView candidate, qsizetype candidateUnits);
    };

    SmartEncoding m_smart;
    Longest m_ofAll;     ///< by UTF-16 units
    Longest m_ofGsm;     ///< by septets, of those that leave the message GSM-7
    Longest m_ofForcing; ///< by UTF-16 units, of those that force UCS-2
};

struct WorstCase
{
    QString text;            ///< the message that needs most segments, as it would be sent
    SegmentCount count;      ///< of that text
    std::vector<int> chosen; ///< by variable: index into its candidates; -1 if it has none
    /// No combination needs more. Above count.segments only where pairs lost at a border may add up otherwise.
    int segmentsAtMost = 0;
};

/// The message of the pieces that needs most segments, over all combinations of the candidates: candidates[v] are the
/// values of variable v (an empty list prints nothing). A variable that stands twice has one value. With smart
/// encoding the final text is encoded as smartEncoded does. Linear in the number of candidates: the longest GSM-7
/// message and the longest one with something that forces UCS-2 are compared, not every combination.
[[nodiscard]] WorstCase worstCaseOf(std::span<const MessagePiece> pieces,
                                    std::span<const std::vector<QString>> candidates,
                                    SmartEncoding smart = SmartEncoding::On);

} // namespace domain

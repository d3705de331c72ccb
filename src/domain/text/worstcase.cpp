#include "domain/text/worstcase.h"

#include "domain/text/gsm7.h"
#include "domain/text/gsmspelling.h"

#include <algorithm>
#include <optional>

namespace domain {

namespace {

/// Septets of the text as it would be sent, or nothing if it forces UCS-2.
std::optional<qsizetype> gsmUnitsOf(QStringView text, SmartEncoding smart)
{
    qsizetype units = 0;
    for (QChar c : text) {
        const int septets = gsmSeptets(c.unicode());
        if (septets != 0) {
            units += septets;
            continue;
        }
        const auto spelling = smart == SmartEncoding::On ? lookAlikeOf(c.unicode()) : std::nullopt;
        if (!spelling)
            return std::nullopt;
        for (QChar replacement : *spelling)
            units += gsmSeptets(replacement.unicode());
    }
    return units;
}

/// True if something in the text, as it would be sent in either encoding, must not be cut.
bool hasPairs(QStringView text, SmartEncoding smart)
{
    return std::any_of(text.begin(), text.end(), [&](QChar c) {
        if (c.isSurrogate() || gsmSeptets(c.unicode()) == 2)
            return true;
        const auto spelling = smart == SmartEncoding::On ? lookAlikeOf(c.unicode()) : std::nullopt;
        return spelling && gsmUnitsOf(*spelling, SmartEncoding::Off) != spelling->size();
    });
}

/// What one variable can contribute.
struct Choice
{
    int longest = -1;        ///< by UTF-16 units
    int longestGsm = -1;     ///< by septets; -1: none is GSM-7
    int longestForcing = -1; ///< by UTF-16 units; -1: none forces
    qsizetype occurrences = 0;
    qsizetype forcingLoses = 0; ///< UTF-16 units fewer in the message if the longest forcing value is taken
};

Choice choiceOf(const std::vector<QString> &values, qsizetype occurrences, SmartEncoding smart)
{
    Choice choice;
    choice.occurrences = occurrences;
    qsizetype gsmUnits = -1;
    const auto sizeAt = [&](int index) { return index < 0 ? -1 : values[static_cast<std::size_t>(index)].size(); };
    for (int i = 0; i < static_cast<int>(values.size()); ++i) {
        const auto units = gsmUnitsOf(values[static_cast<std::size_t>(i)], smart);
        if (sizeAt(i) > sizeAt(choice.longest))
            choice.longest = i;
        if (units && *units > gsmUnits) {
            gsmUnits = *units;
            choice.longestGsm = i;
        }
        if (!units && sizeAt(i) > sizeAt(choice.longestForcing))
            choice.longestForcing = i;
    }
    if (choice.longestForcing >= 0)
        choice.forcingLoses = (sizeAt(choice.longest) - sizeAt(choice.longestForcing)) * occurrences;
    return choice;
}

QString joined(std::span<const MessagePiece> pieces, std::span<const std::vector<QString>> candidates,
               const std::vector<int> &chosen)
{
    QString text;
    for (const MessagePiece &piece : pieces) {
        if (piece.variable == MessagePiece::fixed) {
            text += piece.text;
            continue;
        }
        const auto v = static_cast<std::size_t>(piece.variable);
        if (v < chosen.size() && chosen[v] >= 0)
            text += candidates[v][static_cast<std::size_t>(chosen[v])];
    }
    return text;
}

/// What as many units need if every part but the last loses one at its border.
int segmentsAtMostFor(const SegmentCount &count)
{
    if (count.units <= unitsOfSingle(count.encoding))
        return count.segments;
    const int capacity = unitsOfPart(count.encoding) - 1;
    return std::max(count.segments, (count.units + capacity - 1) / capacity);
}

bool isWorse(const SegmentCount &a, const SegmentCount &b)
{
    return a.segments != b.segments ? a.segments > b.segments : a.unitsLeftInSegment < b.unitsLeftInSegment;
}

} // namespace

void LongestValues::Longest::take(QStringView candidate, qsizetype candidateUnits)
{
    if (candidateUnits <= units)
        return;
    units = candidateUnits;
    value = candidate.toString();
}

void LongestValues::add(QStringView value)
{
    m_ofAll.take(value, value.size());
    if (const auto units = gsmUnitsOf(value, m_smart))
        m_ofGsm.take(value, *units);
    else
        m_ofForcing.take(value, value.size());
}

std::vector<QString> LongestValues::values() const
{
    std::vector<QString> values;
    for (const Longest *longest : {&m_ofAll, &m_ofGsm, &m_ofForcing}) {
        if (longest->units >= 0 && std::ranges::find(values, longest->value) == values.end())
            values.push_back(longest->value);
    }
    return values;
}

WorstCase worstCaseOf(std::span<const MessagePiece> pieces, std::span<const std::vector<QString>> candidates,
                      SmartEncoding smart)
{
    std::vector<qsizetype> occurrences(candidates.size(), 0);
    bool fixedForces = false;
    bool pairs = false;
    for (const MessagePiece &piece : pieces) {
        pairs = pairs || hasPairs(piece.text, smart);
        if (piece.variable == MessagePiece::fixed)
            fixedForces = fixedForces || !gsmUnitsOf(piece.text, smart);
        else if (static_cast<std::size_t>(piece.variable) < candidates.size())
            ++occurrences[static_cast<std::size_t>(piece.variable)];
    }
    std::vector<Choice> choices;
    for (std::size_t v = 0; v < candidates.size(); ++v) {
        choices.push_back(choiceOf(candidates[v], occurrences[v], smart));
        pairs =
            pairs || std::ranges::any_of(candidates[v], [&](const QString &value) { return hasPairs(value, smart); });
    }

    std::vector<std::vector<int>> messages;
    const auto isUsed = [](const Choice &c) { return c.occurrences > 0 && c.longest >= 0; };
    // The longest message of GSM-7 values, if there is one.
    if (!fixedForces && std::ranges::none_of(choices, [&](const Choice &c) { return isUsed(c) && c.longestGsm < 0; })) {
        std::vector<int> &gsm = messages.emplace_back();
        for (const Choice &c : choices)
            gsm.push_back(c.longestGsm);
    }
    // The longest message in UCS-2: the longest value everywhere, except where that would leave nothing that forces
    // it; there the one variable gives way whose forcing value costs least.
    const Choice *giving = nullptr;
    for (const Choice &c : choices) {
        if (isUsed(c) && c.longestForcing >= 0 && (!giving || c.forcingLoses < giving->forcingLoses))
            giving = &c;
    }
    if (fixedForces || giving) {
        std::vector<int> &ucs2 = messages.emplace_back();
        for (const Choice &c : choices)
            ucs2.push_back(&c == giving && !fixedForces ? c.longestForcing : c.longest);
    }

    WorstCase worst;
    for (const std::vector<int> &chosen : messages) {
        QString text = joined(pieces, candidates, chosen);
        if (smart == SmartEncoding::On)
            text = smartEncoded(text);
        SegmentCount count = countSegments(text);
        worst.segmentsAtMost = std::max(worst.segmentsAtMost, pairs ? segmentsAtMostFor(count) : count.segments);
        if (worst.chosen.empty() || isWorse(count, worst.count)) {
            worst.text = std::move(text);
            worst.count = std::move(count);
            worst.chosen = chosen;
        }
    }
    for (std::size_t v = 0; v < worst.chosen.size(); ++v) {
        if (!isUsed(choices[v]))
            worst.chosen[v] = -1;
    }
    return worst;
}

} // namespace domain

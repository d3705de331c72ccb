#pragma once

#include <QString>

namespace domain {

/// Limits of both notations, checked before anything else runs. Rule: facts/conditions.md section 1.
namespace conditionlimits {
inline constexpr int length = 16'384; ///< code points of a text
inline constexpr int depth = 64;      ///< parentheses, lists, calls, 'not' and signs; JSON: objects and lists
inline constexpr int items = 1'000;   ///< of a list
inline constexpr int string = 4'096;  ///< code points
inline constexpr int height = 200;    ///< of a calculation's tree, as in 1 + 1 + 1 …
} // namespace conditionlimits

/// Why a condition is not understood. Codes: E_LENGTH E_CHAR E_STRING E_NUMBER E_LIMIT E_DEPTH E_SYNTAX E_END E_NAME
/// E_FUNC E_FIELD E_ATTR E_ARGS E_TYPE E_VALUE E_OP E_DUP E_JSON; as warning W_TEXT (a text where a list was meant).
/// The window words them, `message` is English for the log and the command line.
struct ConditionProblem
{
    QString code;
    int position = 0; ///< 0-based, in code points
    int end = 0;      ///< behind the last code point that is meant; `position` where the text ends too soon
    int from = 0;     ///< the same two as UTF-16 units, for marking it in an editor
    int length = 0;
    int line = 1;   ///< 1-based; LF, CR and CRLF end a line
    int column = 1; ///< 1-based, in code points
    QString message;
    QString hint;       ///< a sentence: "did you mean `territory`?"
    QString name;       ///< the field, function, operator or character meant, if there is one
    QString suggestion; ///< what should stand there instead of `name`, if that is known
    QString pointer;    ///< JSON notation: JSON pointer (RFC 6901) of the key or value, where there is one

    friend bool operator==(const ConditionProblem &, const ConditionProblem &) = default;
};

/// "line 1, column 5", for an Error's place.
[[nodiscard]] QString placeOf(const ConditionProblem &problem);
/// Message and hint as one sentence.
[[nodiscard]] QString sentenceOf(const ConditionProblem &problem);

} // namespace domain

#pragma once

#include "domain/core/types.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

namespace domain {

/// How placeholders are written; stored with each template, since `{{x}}` means opposite things in two of them.
enum class TemplateNotation {
    Jinja, ///< `{{ name|filter }}`, `{% if %}`, `{% for %}`, `{# #}`
    Brace, ///< `{name}`, `{x:,.2f}`, `{{` and `}}` for literal braces
    Plain, ///< no processing at all: braces are text
};

/// What printing a missing value does. Null counts as missing.
enum class MissingPolicy {
    Error, ///< E_MISSING: the message is not sent
    Blank, ///< nothing is printed
    Keep,  ///< the placeholder's source stays: previews and drafts only
};

/// What the rendered text is for: decides escaping of values and mapping of the whole (channeltext.h).
enum class TextTarget { Text, Sms, WhatsAppText, WhatsAppParameter, EmailHtml, EmailText, EmailSubject };

/// A notation by its stored word: jinja, brace, plain; every other word is Jinja, the default.
[[nodiscard]] TemplateNotation notationFromText(QStringView word);

/// Where the body of a message of this channel goes.
[[nodiscard]] TextTarget textTargetOf(Channel channel);

/// Why a template does not compile or render. Codes: E_LENGTH E_END E_CHAR E_STRING E_SYNTAX E_TAG E_FILTER
/// E_ARGS E_ATTR E_NAME E_MISSING E_TYPE E_DEPTH E_LIMIT; the window words them, `message` is English for the log.
struct TemplateProblem
{
    QString code;
    int position = 0; ///< 0-based, in code points of the source as given
    int length = 0;   ///< in code points, at least 1 unless the place is the end of the source
    int line = 1;     ///< 1-based; LF, CR and CRLF end a line
    int column = 1;   ///< 1-based, in code points
    QString message;
    QString hint;
    QString name; ///< the variable, filter, tag or character meant, if there is one

    friend bool operator==(const TemplateProblem &, const TemplateProblem &) = default;
};

/// What a rendering depends on besides the values. Plain data: may be shared by threads.
struct RenderOptions
{
    TextTarget target = TextTarget::Text;
    MissingPolicy missing = MissingPolicy::Error;
    QString locale = QStringLiteral("en-US"); ///< BCP 47 tag of the template's language
    QDate today{};                            ///< value of `today` unless the data have one
    QDateTime now{};               ///< value of `now` unless the data have one; wall time as it is to be shown
    bool smartEncoding = true;     ///< SMS: look-alikes of GSM characters replaced, all or nothing
    bool rupeeAsText = false;      ///< SMS: the rupee sign as "Rs." (the sign forces UCS-2)
    bool neutraliseMarkup = false; ///< WhatsApp text: * _ ~ and backticks of values get a zero-width space
};

namespace templatelimits {
inline constexpr int SourceLength = 16384; ///< code points
inline constexpr int OutputLength = 65536; ///< code points
inline constexpr int LoopRounds = 1000;    ///< of all loops of one rendering together
inline constexpr int BlockDepth = 8;       ///< nested if and for
inline constexpr int ExpressionDepth = 32; ///< nested parentheses and lists
} // namespace templatelimits

} // namespace domain

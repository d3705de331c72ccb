#pragma once

#include "domain/core/types.h"
#include "domain/template/template.h"

#include <span>

namespace domain {

/// What the checks know about a template besides its text.
struct LintContext
{
    Channel channel = Channel::Sms;
    Category category = Category::Transactional;
    QString brand{};                    ///< the business's name; empty: not checked
    QStringList brandVariables{};       ///< variables that print it, such as "company.name"
    std::span<const QString> samples{}; ///< rendered texts of the recipients with the longest values
    int mostSegments = 0;               ///< 0: the usual limit of the category
};

/// Warnings about a template that compiles, in the order of the source; they do not keep anyone from saving. Codes:
/// - W_URLENCODE: a placeholder directly after = / or ? of a URL without `urlencode`
/// - W_SCHEME: an e-mail link with a scheme other than http, https, mailto or tel, or one whose whole address is a
/// value
/// - W_RESERVED: asks to reply with a word that providers take for an opt-out or opt-in (YES, CANCEL, END, QUIT)
/// - W_OPT_OUT: marketing without a word on how to stop it
/// - W_BRAND: nothing names the sender
/// - W_SHORTENER: a link of a public shortener, which carriers block
/// - W_DIRECTION: direction marks in an SMS
/// - W_NONE: prints the word "None"
/// - W_SEGMENTS: the longest sample takes more SMS segments than allowed; W_LENGTH: a WhatsApp body over 1,024
/// characters
[[nodiscard]] QList<TemplateProblem> lint(const CompiledTemplate &source, const LintContext &context);

} // namespace domain

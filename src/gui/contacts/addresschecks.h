#pragma once

#include "domain/address/phone.h"
#include "domain/contact/contact.h"

namespace gui {

/// Why a number cannot be stored, as a sentence that says what to do.
[[nodiscard]] QString phoneProblemText(domain::PhoneProblem problem);
/// "+44 20 7946 0958 · United Kingdom · landline" while one types; empty where it is no number (yet).
[[nodiscard]] QString phoneHint(const QString &text, const QString &country);
/// What is stored for a number or e-mail address as typed; nothing where it is none.
[[nodiscard]] std::optional<domain::ContactAddress> addressFrom(domain::Channel channel, const QString &text,
                                                                const QString &country);

} // namespace gui

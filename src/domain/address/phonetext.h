#pragma once

#include "domain/address/phone.h"

namespace domain {

/// What a person typed into a phone field, made ready for the library: no invisible characters, no 'tel:', and the
/// extension apart. libphonenumber reads letters as the digits of a keypad, so none may get through to it.
struct TypedPhone
{
    QString owned;      ///< holds the text that `number` points into when it had to be normalised
    QStringView number; ///< points into the input or into `owned`
    QString extension;  ///< digits, or empty

    TypedPhone() = default;
    TypedPhone(TypedPhone &&) = default; // QString keeps its buffer when moved
    TypedPhone &operator=(TypedPhone &&) = default;
    Q_DISABLE_COPY(TypedPhone)
};

/// Any thread. The result is valid as long as `input` is. Linear time; at most phoneInputLimit characters.
/// Errors: Empty, TooLong, Letters, SeveralNumbers, NotANumber.
[[nodiscard]] tl::expected<TypedPhone, PhoneProblem> readTypedPhone(QStringView input);

} // namespace domain

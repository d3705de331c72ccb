#pragma once

#include <QString>

#include <optional>

namespace domain {

/// The form in which an e-mail address is stored and sent to: trimmed, the local part as typed in NFC, the domain in
/// lower case and ASCII ('Jörg@Bücher.example' → 'Jörg@xn--bcher-kva.example'). nullopt when it is no address one can
/// send to. Any thread; linear.
/// Rules: RFC 5321 and 6531 without what no customer has: quoted local parts, comments, address literals, and domains
/// without a dot. A local part has at most 64 bytes in UTF-8, a domain 253, the whole 254 (RFC 5321, 4.5.3.1).
[[nodiscard]] std::optional<QString> normalisedEmail(QStringView input);

/// For people: the domain with its own letters again ('Jörg@bücher.example').
[[nodiscard]] QString displayEmail(QStringView normalised);

} // namespace domain

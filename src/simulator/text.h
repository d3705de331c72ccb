#pragma once

#include "domain/core/types.h"

#include <optional>
#include <string>
#include <string_view>

// Small text pieces of the fast path, on std::string so that a buffer can be filled without a copy between.

namespace simulator {

/// Appends `text` as a JSON string with its quotes; UTF-8 stays as it is.
void appendJson(std::string &out, std::string_view text);
void appendNumber(std::string &out, qint64 number);
/// 32 lower-case hexadecimal digits.
void appendHex(std::string &out, quint64 high, quint64 low);
/// "Fri, 20 Nov 2026 21:30:00 +0000".
void appendRfc2822(std::string &out, domain::Instant at);
/// "2026-11-20T21:30:00.123Z".
void appendIso8601(std::string &out, domain::Instant at);
/// Micro-units as a decimal with five places: 7500 → "0.00750".
void appendDecimal(std::string &out, qint64 micros);

[[nodiscard]] std::string percentEncoded(std::string_view text);
/// '+' is a space. A '%' without two digits stays as it is.
void percentDecode(std::string &out, std::string_view text);

/// Calls `use(name, value)` with both still encoded, for each field of a form or query.
template <class Use>
void forEachField(std::string_view form, Use use)
{
    while (!form.empty()) {
        const size_t end = form.find('&');
        const std::string_view field = form.substr(0, end);
        form.remove_prefix(end == std::string_view::npos ? form.size() : end + 1);
        const size_t equals = field.find('=');
        if (!field.empty())
            use(field.substr(0, equals),
                equals == std::string_view::npos ? std::string_view{} : field.substr(equals + 1));
    }
}

/// The last value of that name, decoded; empty if absent.
[[nodiscard]] std::string parameterOf(std::string_view form, std::string_view wanted);

/// 26 digits of "0123456789abcdefghjkmnpqrstvwxyz".
void appendBase32(std::string &out, quint64 high, quint64 low);
/// Both halves; empty where it is none.
[[nodiscard]] std::optional<std::pair<quint64, quint64>> base32In(std::string_view text);

/// "+15005550010" → 15005550010. Empty for anything else than '+' and 7 to 15 digits, the first not 0.
[[nodiscard]] std::optional<quint64> numberFrom(std::string_view text);

/// `text` starts with `prefix` and has 32 hexadecimal digits behind it, nothing more.
[[nodiscard]] bool isSid(std::string_view text, std::string_view prefix);

/// The 16 digits from `position` on as a number; the caller has checked isSid.
[[nodiscard]] quint64 hexAt(std::string_view text, size_t position);

/// "user:password" of "Basic …"; empty if it is none.
[[nodiscard]] std::string basicCredentials(std::string_view header);

/// "2026-11-20" or "2026-11-20T20:00:00Z".
[[nodiscard]] std::optional<domain::Instant> instantFromIso(std::string_view text);

} // namespace simulator

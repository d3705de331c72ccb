#pragma once

#include "domain/provider/preset.h"

#include <QHash>

namespace domain {

/// A Frappe or ERPNext site's "SMS Settings", as an account of the kind "http" that asks its gateway in the same way
/// (generic_http.md, section 1).
struct FrappeImport
{
    ProviderPreset preset;
    QHash<QString, QString> secrets; ///< what stood there in the clear, by the names the settings now use
    QStringList warnings;            ///< "insecure": the gateway is asked over plain HTTP; "no_receipts": always
};

/// The record as JSON: itself, or under "data", "message" or "docs", as the site's interface and exports have it.
/// InvalidInput with the field that is missing or no good.
[[nodiscard]] Result<FrappeImport> frappeSettingsFrom(const QByteArray &json);

} // namespace domain

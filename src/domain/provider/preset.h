#pragma once

#include "domain/core/result.h"
#include "domain/provider/kind.h"

namespace domain {

/// How an account is set up, without what it is secured with: can be shared as a file. Secrets are known by name.
struct ProviderPreset
{
    QString kind;
    QString name;
    QJsonObject settings;
    QStringList secretNames;  ///< what the one who uses it has to bring
    double ratePerSecond = 0; ///< 0: the kind's own
    int inFlight = 0;

    friend bool operator==(const ProviderPreset &, const ProviderPreset &) = default;
};

/// A JSON document: {"format": "heliograph-provider", "version": 1, "kind", "name", "settings", "secrets": [names],
/// "ratePerSecond", "inFlight"}. InvalidInput with the place where a value looks like a secret that stands in the
/// clear (one of `secrets`): such a document is not made.
[[nodiscard]] Result<QByteArray> presetDocument(const ProviderPreset &preset, const QStringList &secrets = {});

/// Reads one back. InvalidInput with the place ("settings.url", "line 3, column 7"); NewerVersion.
[[nodiscard]] Result<ProviderPreset> presetFrom(const QByteArray &document);

} // namespace domain

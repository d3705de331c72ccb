#pragma once

#include "domain/provider/kind.h"

#include <QStringView>

namespace providers {

// What the settings of several kinds must look like.

/// "+15005550006".
[[nodiscard]] bool isNumber(const QString &text);
/// "12345".
[[nodiscard]] bool isShortCode(const QString &text);
/// Up to eleven letters, digits, spaces and `others`, with at least one letter.
[[nodiscard]] bool isSenderName(const QString &text, QStringView others = {});

/// Adds a problem for each setting of that type that is there and is no good URL, and for each required field that is
/// empty.
void addCommonProblems(QList<domain::ConfigProblem> &found, const domain::ProviderConfig &config,
                       const domain::ProviderKind &kind);

} // namespace providers

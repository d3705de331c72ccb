#pragma once

#include "domain/provider/webhook.h"

#include <optional>

namespace providers::whatsappcloud {

/// A row of the template list: its state, its language, and what it takes. Empty where it has no name or language.
[[nodiscard]] std::optional<domain::ProviderTemplate> templateFrom(const QJsonObject &row);

/// "template" of a message: name, language and a component for each part that takes values.
[[nodiscard]] QJsonObject templateObject(const domain::TemplateUse &use);

/// A value as Meta takes it: line breaks and tabs are spaces, never more than four spaces in a row.
[[nodiscard]] QString parameterText(const QString &value);

} // namespace providers::whatsappcloud

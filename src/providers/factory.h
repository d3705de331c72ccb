#pragma once

#include "domain/provider/provider.h"

namespace providers {

/// Makes every provider there is a translator for.
class Factory : public domain::ProviderFactory
{
public:
    [[nodiscard]] const QList<domain::ProviderKind> &kinds() const override;
    [[nodiscard]] QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config) const override;
    [[nodiscard]] domain::Result<std::unique_ptr<domain::Provider>>
    make(const domain::ProviderConfig &config) const override;
};

} // namespace providers

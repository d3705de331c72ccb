#pragma once

#include "domain/provider/provider.h"

namespace providers {

/// A kind's translator, as the factory lists it: what it is set up with, what does not fit, and how it is made.
struct Registration
{
    domain::ProviderKind kind;
    QList<domain::ConfigProblem> (*problems)(const domain::ProviderConfig &config) = nullptr;
    /// `config` has no problems.
    std::unique_ptr<domain::Provider> (*make)(const domain::ProviderConfig &config) = nullptr;
};

} // namespace providers

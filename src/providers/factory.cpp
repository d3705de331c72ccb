#include "providers/factory.h"

#include "providers/twilio/twilio.h"

using namespace Qt::StringLiterals;

namespace providers {

QStringList Factory::kinds() const { return {u"twilio"_s}; }

QList<domain::ConfigProblem> Factory::problems(const domain::ProviderConfig &config) const
{
    if (config.kind == u"twilio")
        return twilio::problems(config);
    return {{u"kind"_s, u"unknown"_s}};
}

domain::Result<std::unique_ptr<domain::Provider>> Factory::make(const domain::ProviderConfig &config) const
{
    if (!kinds().contains(config.kind))
        return domain::fail(domain::ErrorCode::NotFound, u"no provider of kind "_s + config.kind);
    if (const auto found = problems(config); !found.isEmpty())
        return domain::fail(domain::ErrorCode::InvalidInput, found.first().reason, found.first().field);
    return std::make_unique<twilio::Twilio>(config);
}

} // namespace providers

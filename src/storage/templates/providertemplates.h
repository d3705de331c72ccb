#pragma once

#include "domain/provider/webhook.h"
#include "storage/core/connection.h"

namespace storage {

/// The copy of the templates each provider keeps. Engine thread for what writes, within a transaction of the caller.
class ProviderTemplates
{
public:
    explicit ProviderTemplates(Connection &connection) : m_connection(connection) {}

    /// By name, then language.
    [[nodiscard]] domain::Result<QList<domain::ProviderTemplate>> all(domain::ProviderId provider);
    /// The provider's whole list: what is not in it is gone.
    [[nodiscard]] domain::Result<void> replace(domain::ProviderId provider,
                                               const QList<domain::ProviderTemplate> &templates);
    /// What an event said of some: state, reason or category, each where it is said. One that is not known yet is not
    /// added, since the event does not say what it takes.
    [[nodiscard]] domain::Result<void> change(domain::ProviderId provider,
                                              const QList<domain::ProviderTemplate> &templates);

private:
    Connection &m_connection;
};

} // namespace storage

#pragma once

#include "domain/core/types.h"
#include "storage/core/connection.h"

namespace storage {

struct FirstContact
{
    QByteArray addressIndex;
    domain::Instant at{}; ///< the last time
};

/// Whom messages went to that were no answer: nobody had written from there in the 24 hours before.
class FirstContacts
{
public:
    explicit FirstContacts(Connection &connection) : m_connection(connection) {}

    /// By this provider since then, each address once, in the order of their times. Reads every attempt since then:
    /// once, when a program begins.
    [[nodiscard]] domain::Result<QList<FirstContact>> since(domain::ProviderId provider, domain::Instant from);

private:
    /// The first attempt begun then or later, found by halves: their numbers rise with time.
    [[nodiscard]] qint64 firstAttempt(domain::Instant from);

    Connection &m_connection;
};

} // namespace storage

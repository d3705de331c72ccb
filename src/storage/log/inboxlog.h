#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"
#include "storage/core/connection.h"

#include <QStringList>

namespace storage {

/// All set parts must hold.
struct InboxFilter
{
    domain::ContactId contact;
    domain::ProviderId provider;
    std::optional<domain::Channel> channel;
    QString intent;          ///< opt_out, opt_in, help; empty: every one
    QByteArray addressIndex; ///< who wrote; empty: everybody
};

struct InboxLogRow
{
    qint64 id = 0;
    domain::ContactId contact; ///< who has the address now, or had it then; invalid: nobody known
    domain::ProviderId provider;
    domain::Channel channel = domain::Channel::Sms;
    QByteArray addressCipher;
    QString addressTail;
    QString body;
    QString intent;
    QStringList media;
    domain::Instant receivedAt{};
    domain::Instant seenAt{};
    QString subject;         ///< of a mail
    QByteArray writerCipher; ///< who wrote it, where it was another address than the conversation's
};

struct InboxLogPage
{
    QList<InboxLogRow> rows;
    qint64 next = 0; ///< the next page begins below this id; 0 at the end
};

/// What people wrote, in the order of arrival, newest first.
class InboxLog
{
public:
    explicit InboxLog(Connection &connection) : m_connection(connection) {}

    /// `below` 0: from the newest.
    [[nodiscard]] domain::Result<InboxLogPage> page(const InboxFilter &filter, qint64 below, int limit);

    [[nodiscard]] domain::Result<InboxLogRow> text(qint64 id); ///< NotFound

    /// The SQL of a page, for the tests that look at its plan.
    [[nodiscard]] static QString pageSql(const InboxFilter &filter);

private:
    Connection &m_connection;
};

} // namespace storage

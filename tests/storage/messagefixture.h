#pragma once

#include "domain/core/types.h"
#include "storage/core/connection.h"
#include "storage/core/migrations.h"

namespace fixture {

/// An empty workspace file with the newest schema.
inline std::unique_ptr<storage::Connection> workspaceDatabase(const QString &path)
{
    auto connection = storage::Connection::create(path);
    if (!connection || !storage::migrate(**connection, storage::builtinMigrations()))
        qFatal("no workspace at %s", qPrintable(path));
    return std::move(*connection);
}

inline void mustRun(storage::Connection &connection, const QString &sql)
{
    if (auto done = connection.run(sql); !done)
        qFatal("%s in %s", qPrintable(done.error().detail), qPrintable(sql));
}

inline qint64 number(storage::Connection &connection, const QString &sql)
{
    auto &s = connection.statement(sql);
    if (!s.next())
        qFatal("%s in %s", qPrintable(connection.lastError().detail), qPrintable(sql));
    const qint64 value = s.integer(0);
    s.finish();
    return value;
}

inline QString text(storage::Connection &connection, const QString &sql)
{
    auto &s = connection.statement(sql);
    const QString value = s.next() ? s.text(0) : QString();
    s.finish();
    return value;
}

/// Contacts 1 to `count` with a number each (opaque here), and a campaign 1 that is sending template 1, version 1.
inline void peopleAndCampaign(storage::Connection &connection, int count)
{
    mustRun(connection,
            QStringLiteral("INSERT INTO template (id, name, channel, category, created_at, updated_at)"
                           " VALUES (1, 'Offer', 'sms', 'marketing', 0, 0);"
                           "INSERT INTO template_version (id, template_id, number, body, created_at)"
                           " VALUES (1, 1, 1, 'Hello', 0);"
                           "INSERT INTO campaign (id, name, channel, category, template_id, version_id, state,"
                           " created_at, updated_at) VALUES (1, 'Spring', 'sms', 'marketing', 1, 1, 'sending', 0, 0);"
                           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
                           " INSERT INTO contact (id, display_name, first_name, created_at, updated_at)"
                           " SELECT i, 'Person ' || i, 'Person', 0, 0 FROM n;"
                           "INSERT INTO contact_address (contact_id, channel, address_cipher, address_index,"
                           " address_tail, country) SELECT id, 'sms', randomblob(53), randomblob(16), '…0001', 'US'"
                           " FROM contact;")
                .arg(count));
}

/// True where every counter is what the messages say.
inline bool countersAgree(storage::Connection &connection)
{
    return number(connection,
                  QStringLiteral("WITH truth AS (SELECT day, campaign_id, provider_id, template_id, channel, category,"
                                 " state, cost_currency AS currency, count(*) AS messages, sum(segments) AS segments,"
                                 " sum(cost_micros) AS cost_micros FROM message GROUP BY 1, 2, 3, 4, 5, 6, 7, 8)"
                                 " SELECT (SELECT count(*) FROM (SELECT * FROM truth EXCEPT SELECT * FROM counter"
                                 " WHERE messages <> 0)) + (SELECT count(*) FROM (SELECT * FROM counter"
                                 " WHERE messages <> 0 EXCEPT SELECT * FROM truth))")) == 0;
}

} // namespace fixture

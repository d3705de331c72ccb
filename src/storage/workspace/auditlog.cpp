#include "storage/workspace/auditlog.h"

#include <QJsonDocument>

#include <limits>

namespace storage {

using domain::Result;

namespace {

QByteArray jsonOf(const QJsonObject &object)
{
    return object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QList<QByteArray> hashed(qint64 id, qint64 at, const QString &actor, const QString &action, const QString &subject,
                         const QByteArray &before, const QByteArray &after)
{
    return {QByteArray::number(id),
            QByteArray::number(at),
            actor.toUtf8(),
            action.toUtf8(),
            subject.toUtf8(),
            before,
            after};
}

QList<AuditEntry> rowsOf(Statement &s)
{
    QList<AuditEntry> rows;
    while (s.next())
        rows.append({s.integer(0), domain::fromMillis(s.integer(1)), s.text(2), s.text(3), s.text(4),
                     QJsonDocument::fromJson(s.text(5).toUtf8()).object(),
                     QJsonDocument::fromJson(s.text(6).toUtf8()).object()});
    return rows;
}

qint64 below(qint64 before) { return before > 0 ? before : std::numeric_limits<qint64>::max(); }

} // namespace

Result<void> AuditLog::append(const AuditEntry &entry)
{
    qint64 id = 1;
    QByteArray previous;
    Statement &last = m_connection.statement("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1");
    if (last.next()) {
        id = last.integer(0) + 1;
        previous = last.blob(1);
    }
    if (last.failed())
        return tl::unexpected(m_connection.lastError());
    last.finish();
    const QByteArray before = jsonOf(entry.before);
    const QByteArray after = jsonOf(entry.after);
    const qint64 at = domain::toMillis(entry.at);
    return m_connection
        .statement("INSERT INTO audit (id, at, actor, action, subject, before_value, after_value, previous_hash, hash)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(1, id)
        .bind(2, at)
        .bind(3, entry.actor)
        .bind(4, entry.action)
        .bind(5, entry.subject)
        .bindUtf8(6, before)
        .bindUtf8(7, after)
        .bind(8, previous)
        .bind(9, m_vault.chainHash(previous, hashed(id, at, entry.actor, entry.action, entry.subject, before, after)))
        .exec();
}

Result<QList<AuditEntry>> AuditLog::page(qint64 before, int limit)
{
    Statement &s = m_connection.statement("SELECT id, at, actor, action, subject, before_value, after_value FROM audit"
                                          " WHERE id < ? ORDER BY id DESC LIMIT ?");
    s.bind(1, below(before)).bind(2, limit);
    QList<AuditEntry> rows = rowsOf(s);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return rows;
}

Result<QList<AuditEntry>> AuditLog::of(const QString &subject, qint64 before, int limit)
{
    Statement &s = m_connection.statement("SELECT id, at, actor, action, subject, before_value, after_value FROM audit"
                                          " WHERE subject = ? AND id < ? ORDER BY id DESC LIMIT ?");
    s.bind(1, subject).bind(2, below(before)).bind(3, limit);
    QList<AuditEntry> rows = rowsOf(s);
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return rows;
}

Result<qint64> AuditLog::firstBroken()
{
    Statement &s = m_connection.statement("SELECT id, at, actor, action, subject, before_value, after_value,"
                                          " previous_hash, hash FROM audit ORDER BY id");
    QByteArray previous;
    qint64 expected = 1;
    while (s.next()) {
        const qint64 id = s.integer(0);
        const QByteArray hash = m_vault.chainHash(previous, hashed(id, s.integer(1), s.text(2), s.text(3), s.text(4),
                                                                   s.text(5).toUtf8(), s.text(6).toUtf8()));
        if (id != expected || s.blob(7) != previous || s.blob(8) != hash) {
            s.finish();
            return id;
        }
        previous = hash;
        ++expected;
    }
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    return 0;
}

} // namespace storage

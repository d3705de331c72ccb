#include "storage/messages/messageindex.h"

#include "storage/core/connection.h"
#include "storage/core/shorthash.h"

#include <algorithm>
#include <numeric>

namespace storage {

using namespace Qt::StringLiterals;
using domain::Instant;
using domain::MessageId;
using domain::ProviderId;
using domain::Result;
using domain::toMillis;

namespace {

qint64 hashOf(ProviderId provider, const QString &name)
{
    return shortHash(QByteArray::number(provider.value) + ':' + name.toUtf8());
}

template <class Entry, class Less>
std::vector<quint32> orderOf(const std::vector<Entry> &entries, Less less)
{
    std::vector<quint32> order(entries.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return less(entries[a], entries[b]); });
    return order;
}

void addOnce(QList<MessageId> &messages, qint64 id)
{
    const auto isIt = [id](MessageId other) { return other.value == id; };
    if (std::none_of(messages.cbegin(), messages.cend(), isIt))
        messages.append(MessageId{id});
}

} // namespace

QString leftToSql(const QString &address)
{
    return u"SELECT p.id FROM message_left e CROSS JOIN message p ON p.id = e.message_id WHERE e.address_hash ="
           " short_hash(%1) AND p.address_index = %1 AND p.claimed_at IS NOT NULL"
           " UNION SELECT r.id FROM message_index i CROSS JOIN attempt a CROSS JOIN message r ON r.id = a.message_id"
           " WHERE a.id > i.merged_to AND r.address_index = %1 AND r.claimed_at IS NOT NULL"_s.arg(address);
}

MessageIndex::MessageIndex(Connection &connection, size_t mostInMemory) : m_connection(connection), m_most(mostInMemory)
{}

Result<void> MessageIndex::load()
{
    if (m_isLoaded)
        return {};
    auto &mark = m_connection.statement("SELECT merged_to FROM message_index");
    if (!mark.next())
        return tl::unexpected(m_connection.lastError());
    m_mergedTo = mark.integer(0);
    mark.finish();
    m_left = {};
    m_named = {};
    auto &s = m_connection.statement("SELECT a.message_id, a.started_at, m.address_index, m.provider_id,"
                                     " m.provider_message_id FROM attempt a JOIN message m ON m.id = a.message_id"
                                     " WHERE a.id > ? ORDER BY a.id");
    s.bind(1, m_mergedTo);
    while (s.next()) {
        const qint64 message = s.integer(0);
        m_left.add({shortHash(s.blob(2)), s.integer(1), message});
        if (!s.isNull(4))
            m_named.add({hashOf(ProviderId{s.integer(3)}, s.text(4)), message});
    }
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    m_isLoaded = true;
    return {};
}

void MessageIndex::ensureLoaded()
{
    if (auto done = load(); !done)
        qWarning("storage: the index of messages cannot be read: %s", qPrintable(done.error().detail));
}

void MessageIndex::noteLeft(const QByteArray &addressIndex, Instant claimedAt, MessageId message)
{
    ensureLoaded();
    m_left.add({shortHash(addressIndex), toMillis(claimedAt), message.value});
}

Result<void> MessageIndex::noteNamed(ProviderId provider, const QString &name, MessageId message,
                                     domain::AttemptId attempt)
{
    ensureLoaded();
    const Named entry{hashOf(provider, name), message.value};
    if (attempt.isValid() && attempt.value > m_mergedTo && (!m_batch || attempt.value > m_batch->mergedTo)) {
        m_named.add(entry);
        return {};
    }
    return mergeNamed(entry); // no attempt would tell of it after a crash
}

QList<MessageId> MessageIndex::leftTo(const QByteArray &addressIndex, Instant since)
{
    ensureLoaded();
    const qint64 hash = shortHash(addressIndex);
    QList<MessageId> messages;
    auto &s = m_connection.statement("SELECT message_id FROM message_left WHERE address_hash = ? AND claimed_at > ?");
    s.bind(1, hash).bind(2, toMillis(since));
    while (s.next())
        addOnce(messages, s.integer(0));
    const auto add = [&](const Left &entry) {
        if (entry.claimedAt > toMillis(since))
            addOnce(messages, entry.message);
    };
    m_left.each(hash, add);
    if (m_batch)
        m_batch->left.each(hash, add);
    return messages;
}

QList<MessageId> MessageIndex::lastNamed(ProviderId provider, const QString &name)
{
    ensureLoaded();
    const qint64 hash = hashOf(provider, name);
    QList<MessageId> messages;
    const auto add = [&](const Named &entry) { addOnce(messages, entry.message); };
    m_named.each(hash, add);
    if (m_batch)
        m_batch->named.each(hash, add);
    return messages;
}

QList<MessageId> MessageIndex::named(ProviderId provider, const QString &name)
{
    QList<MessageId> messages = lastNamed(provider, name);
    auto &s = m_connection.statement("SELECT message_id FROM message_named WHERE name_hash = ?");
    s.bind(1, hashOf(provider, name));
    while (s.next())
        addOnce(messages, s.integer(0));
    std::sort(messages.begin(), messages.end(), [](MessageId a, MessageId b) { return a.value < b.value; });
    return messages;
}

bool MessageIndex::wantsMerge() const { return m_batch || m_left.size() >= m_most || m_named.size() >= m_most; }

Result<void> MessageIndex::begin()
{
    // An attempt that is open may be named yet: the mark stays below it.
    auto &s = m_connection.statement("SELECT coalesce((SELECT min(id) - 1 FROM attempt WHERE finished_at IS NULL),"
                                     " (SELECT max(id) FROM attempt), 0)");
    if (!s.next())
        return tl::unexpected(m_connection.lastError());
    Batch &batch = m_batch.emplace();
    batch.mergedTo = std::max(m_mergedTo, s.integer(0));
    s.finish();
    batch.left = std::exchange(m_left, {});
    batch.named = std::exchange(m_named, {});
    batch.leftOrder = orderOf(batch.left.entries(), [](const Left &a, const Left &b) {
        return std::tie(a.hash, a.claimedAt, a.message) < std::tie(b.hash, b.claimedAt, b.message);
    });
    batch.namedOrder = orderOf(batch.named.entries(), [](const Named &a, const Named &b) {
        return std::tie(a.hash, a.message) < std::tie(b.hash, b.message);
    });
    return {};
}

Result<void> MessageIndex::mergeLeft(const Left &entry)
{
    auto &s = m_connection.statement("INSERT OR IGNORE INTO message_left (address_hash, claimed_at, message_id)"
                                     " VALUES (?, ?, ?)");
    s.bind(1, entry.hash).bind(2, entry.claimedAt).bind(3, entry.message);
    return s.exec();
}

Result<void> MessageIndex::mergeNamed(const Named &entry)
{
    auto &same = m_connection.statement(
        "SELECT max(o.id, m.id), o.id < m.id FROM message_named n JOIN message o ON o.id = n.message_id"
        " JOIN message m ON m.id = ?2 WHERE n.name_hash = ?1 AND n.message_id <> ?2 AND o.provider_id = m.provider_id"
        " AND o.provider_message_id = m.provider_message_id");
    same.bind(1, entry.hash).bind(2, entry.message);
    if (same.next()) {
        const qint64 later = same.integer(0);
        const bool isThis = same.integer(1) != 0;
        same.finish();
        auto &unname = m_connection.statement("UPDATE message SET provider_message_id = NULL WHERE id = ?");
        unname.bind(1, later);
        if (auto done = unname.exec(); !done || isThis)
            return done;
    }
    auto &s = m_connection.statement("INSERT OR IGNORE INTO message_named (name_hash, message_id) VALUES (?, ?)");
    s.bind(1, entry.hash).bind(2, entry.message);
    return s.exec();
}

Result<void> MessageIndex::merge(int atMost)
{
    ensureLoaded();
    if (!m_batch)
        if (auto begun = begin(); !begun)
            return begun;
    Batch &batch = *m_batch;
    size_t left = batch.leftDone;
    size_t named = batch.namedDone;
    const auto done = m_connection.transaction(false, [&]() -> Result<void> {
        for (int room = atMost; room > 0 && left < batch.leftOrder.size(); --room, ++left)
            if (auto one = mergeLeft(batch.left.entries()[batch.leftOrder[left]]); !one)
                return one;
        for (int room = atMost - static_cast<int>(left - batch.leftDone); room > 0 && named < batch.namedOrder.size();
             --room, ++named)
            if (auto one = mergeNamed(batch.named.entries()[batch.namedOrder[named]]); !one)
                return one;
        if (left < batch.leftOrder.size() || named < batch.namedOrder.size())
            return {};
        auto &mark = m_connection.statement("UPDATE message_index SET merged_to = ?");
        mark.bind(1, batch.mergedTo);
        return mark.exec();
    });
    if (!done)
        return done;
    batch.leftDone = left;
    batch.namedDone = named;
    if (left == batch.leftOrder.size() && named == batch.namedOrder.size()) {
        m_mergedTo = batch.mergedTo;
        m_batch.reset();
    }
    return {};
}

} // namespace storage

#include "storage/consent/consentstore.h"

#include "storage/consent/conversationstore.h"
#include "storage/messages/messageindex.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace storage {

using domain::Category;
using domain::Result;
using domain::toMillis;
using domain::toText;

namespace {

constexpr std::array everyCategory{Category::Authentication, Category::Transactional, Category::Marketing};

Result<void> suppress(Connection &connection, const QByteArray &index, const QString &channel, const QString &category,
                      qint64 since, qint64 event)
{
    return connection
        .statement("INSERT INTO suppression (address_index, channel, category, since, event_id)"
                   " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
        .bind(1, index)
        .bind(2, channel)
        .bind(3, category)
        .bind(4, since)
        .bind(5, event)
        .exec();
}

// What the hash of a row is made over; `words` in the order of its columns.
QList<QByteArray> hashed(qint64 id, qint64 at, const QByteArray &index, const QStringList &words, qint64 contact)
{
    QList<QByteArray> fields{QByteArray::number(id), QByteArray::number(at), index};
    for (const QString &word : words)
        fields << word.toUtf8();
    fields << QByteArray::number(contact);
    return fields;
}

} // namespace

Result<void> ConsentStore::append(const ConsentEvent &event)
{
    const QByteArray index =
        event.address.isEmpty() ? event.addressIndex : m_vault.indexOf(domain::Address{event.channel, event.address});
    const QString channel = toText(event.channel);
    const QString category = event.category ? toText(*event.category) : QString();
    const QString action = event.optOut ? u"opt_out"_s : u"opt_in"_s;
    const qint64 at = toMillis(event.at);
    qint64 id = 1;
    QByteArray previous;
    Statement &last = m_connection.statement("SELECT id, hash FROM consent_event ORDER BY id DESC LIMIT 1");
    if (last.next()) {
        id = last.integer(0) + 1;
        previous = last.blob(1);
    }
    if (last.failed())
        return tl::unexpected(m_connection.lastError());
    last.finish();
    const QList<QByteArray> fields = hashed(
        id, at, index, {channel, category, action, event.source, event.evidence, event.actor}, event.contact.value);
    Statement &s = m_connection.statement(
        "INSERT INTO consent_event (id, at, address_cipher, address_index, address_tail, channel, category, action,"
        " source, evidence, actor, contact_id, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    s.bind(1, id).bind(2, at).bind(3, m_vault.seal(event.address)).bind(4, index);
    s.bind(5, event.address.isEmpty() ? QString() : domain::maskedAddress({event.channel, event.address}))
        .bind(6, channel)
        .bind(7, category);
    s.bind(8, action).bind(9, event.source).bind(10, event.evidence).bind(11, event.actor);
    s.bind(12, event.contact.value).bind(13, previous).bind(14, m_vault.chainHash(previous, fields));
    if (auto done = s.exec(); !done)
        return done;
    if (event.optOut)
        return suppress(m_connection, index, channel, category, at, id);
    if (event.category) {
        // Out of "all" stays out of the others.
        Statement &all =
            m_connection.statement("DELETE FROM suppression WHERE address_index = ? AND channel = ? AND category = ''");
        all.bind(1, index).bind(2, channel);
        if (auto done = all.exec(); !done)
            return done;
        if (all.changes() > 0)
            for (const Category other : everyCategory)
                if (other != *event.category)
                    if (auto done = suppress(m_connection, index, channel, toText(other), at, id); !done)
                        return done;
    }
    return m_connection
        .statement("DELETE FROM suppression WHERE address_index = ?1 AND channel = ?2 AND (?3 = '' OR category = ?3)")
        .bind(1, index)
        .bind(2, channel)
        .bind(3, category)
        .exec();
}

Result<qint64> ConsentStore::firstBroken()
{
    Statement &s = m_connection.statement("SELECT id, at, address_index, channel, category, action, source, evidence,"
                                          " actor, contact_id, previous_hash, hash FROM consent_event ORDER BY id");
    QByteArray previous;
    qint64 expected = 1;
    while (s.next()) {
        const qint64 id = s.integer(0);
        const QByteArray hash = m_vault.chainHash(
            previous, hashed(id, s.integer(1), s.blob(2),
                             {s.text(3), s.text(4), s.text(5), s.text(6), s.text(7), s.text(8)}, s.integer(9)));
        if (id != expected || s.blob(10) != previous || s.blob(11) != hash) {
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

Result<bool> ConsentStore::hasSince(const QString &address, domain::Channel channel, domain::Instant at)
{
    Statement &s = m_connection.statement(
        "SELECT 1 FROM consent_event WHERE address_index = ? AND channel = ? AND at >= ? LIMIT 1");
    s.bind(1, m_vault.indexOf(domain::Address{channel, address})).bind(2, toText(channel)).bind(3, toMillis(at));
    const bool has = s.next();
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    s.finish();
    return has;
}

bool ConsentStore::isSuppressed(const QString &address, domain::Channel channel, Category category)
{
    return isIndexSuppressed(m_vault.indexOf(domain::Address{channel, address}), channel, category);
}

bool ConsentStore::isIndexSuppressed(const QByteArray &addressIndex, domain::Channel channel,
                                     std::optional<Category> category)
{
    Statement &s = m_connection.statement(
        "SELECT 1 FROM suppression WHERE address_index = ? AND channel = ? AND category IN ('', ?)");
    s.bind(1, addressIndex).bind(2, toText(channel)).bind(3, category ? toText(*category) : QString());
    const bool is = s.next();
    s.finish();
    return is;
}

std::optional<domain::Instant> ConsentStore::suppressedSince(const QByteArray &addressIndex, domain::Channel channel,
                                                             Category category)
{
    Statement &s = m_connection.statement("SELECT min(since) FROM suppression WHERE address_index = ? AND channel = ?"
                                          " AND category IN ('', ?)");
    s.bind(1, addressIndex).bind(2, toText(channel)).bind(3, toText(category));
    std::optional<domain::Instant> since;
    if (s.next() && !s.isNull(0))
        since = domain::fromMillis(s.integer(0));
    s.finish();
    return since;
}

Result<bool> ConsentStore::addInbound(domain::ProviderId provider, const domain::InboundMessage &message,
                                      const QString &intent, domain::Instant seenAt)
{
    Statement &s = m_connection.statement(
        "INSERT INTO inbound (provider_id, provider_message_id, channel, contact_id, address_cipher, address_index,"
        " address_tail, body, intent, media, received_at, seen_at, subject, mails_before, writer_cipher)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING");
    s.bind(1, provider.value).bind(2, message.providerMessageId).bind(3, toText(message.channel));
    ConversationStore::Text text;
    text.addressIndex = m_vault.indexOf(domain::Address{message.channel, message.from});
    text.addressTail = domain::maskedAddress({message.channel, message.from});
    text.channel = message.channel;
    text.intent = intent;
    text.receivedAt = message.at;
    text.seenAt = seenAt;
    s.bind(4, contactOf(message.from).value).bind(5, m_vault.seal(message.from)).bind(6, text.addressIndex);
    s.bind(7, text.addressTail).bind(8, message.body).bind(9, intent);
    s.bindUtf8(10, QJsonDocument(QJsonArray::fromStringList(message.media)).toJson(QJsonDocument::Compact));
    s.bind(11, toMillis(message.at)).bind(12, toMillis(seenAt));
    s.bind(13, message.subject).bind(14, message.mailsBefore.join(u' '));
    s.bindOptional(15, message.writer.isEmpty() ? std::nullopt : std::optional(m_vault.seal(message.writer)));
    if (auto done = s.exec(); !done)
        return tl::unexpected(done.error());
    if (s.changes() == 0)
        return false;
    text.id = m_connection.lastInsertId();
    Statement &words = m_connection.statement("INSERT INTO inbound_text (rowid, subject, body) VALUES (?, ?, ?)");
    if (auto done = words.bind(1, text.id).bind(2, message.subject).bind(3, message.body).exec(); !done)
        return tl::unexpected(done.error());
    if (auto done = ConversationStore(m_connection).noteText(text); !done)
        return tl::unexpected(done.error());
    return true;
}

Result<QString> ConsentStore::addressOf(const QByteArray &index)
{
    for (const QString &sql :
         {u"SELECT a.address_cipher FROM address_lookup l JOIN contact_address a"
          " ON a.contact_id = l.contact_id AND a.channel = l.channel WHERE l.address_index = ?1"_s,
          u"SELECT m.address_cipher FROM (%1) x CROSS JOIN message m ON m.id = x.id LIMIT 1"_s.arg(
              leftToSql(u"?1"_s))}) {
        Statement &s = m_connection.statement(sql);
        s.bind(1, index);
        if (s.next()) {
            const QByteArray cipher = s.blob(0);
            s.finish();
            return m_vault.open(cipher);
        }
        if (s.failed())
            return tl::unexpected(m_connection.lastError());
    }
    return QString();
}

std::optional<domain::Instant> ConsentStore::lastInbound(const QByteArray &addressIndex, domain::Channel channel,
                                                         domain::ProviderId provider)
{
    Statement &s = m_connection.statement("SELECT received_at FROM inbound WHERE address_index = ? AND channel = ?"
                                          " AND provider_id = ? ORDER BY id DESC LIMIT 1");
    s.bind(1, addressIndex).bind(2, toText(channel)).bind(3, provider.value);
    std::optional<domain::Instant> at;
    if (s.next())
        at = domain::fromMillis(s.integer(0));
    s.finish();
    return at;
}

domain::ContactId ConsentStore::contactOf(const QString &address)
{
    Statement &s = m_connection.statement(
        "SELECT min(c.id) FROM address_lookup l JOIN contact c ON c.id = l.contact_id AND c.deleted_at IS NULL"
        " WHERE l.address_index = ?");
    s.bind(1, m_vault.indexOf(address));
    const domain::ContactId id{s.next() ? s.integer(0) : 0};
    s.finish();
    return id;
}

} // namespace storage

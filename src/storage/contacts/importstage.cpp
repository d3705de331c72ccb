#include "storage/contacts/importstage.h"

#include "storage/contacts/contactrow.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <unistd.h>

namespace storage {

using namespace Qt::StringLiterals;
using domain::Contact;
using domain::ContactAddress;
using domain::ErrorCode;
using domain::Result;

namespace {

// `staged` has the columns of `contact`; its id is the row's number.
constexpr auto schema =
    "CREATE TABLE staged (id INTEGER PRIMARY KEY, external_id TEXT, kind TEXT, first_name TEXT, last_name TEXT,"
    " company TEXT, display_name TEXT, language TEXT, time_zone TEXT, country TEXT, contact_group TEXT, territory TEXT,"
    " vip INTEGER, lead_source TEXT, lead_stage TEXT, loyalty_tier TEXT, birthday TEXT, anniversary TEXT,"
    " customer_since TEXT, last_purchase_on TEXT, last_purchase_micros INTEGER, do_not_disturb INTEGER, notes TEXT,"
    " attributes TEXT, created_at INTEGER, updated_at INTEGER) STRICT;"
    "CREATE TABLE staged_address (row INTEGER, channel TEXT, address_cipher BLOB, address_index BLOB, address_tail "
    "TEXT,"
    " country TEXT, kind TEXT, PRIMARY KEY (row, channel)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE tag_name (number INTEGER PRIMARY KEY, name TEXT) STRICT;"
    "CREATE TABLE staged_tag (row INTEGER, number INTEGER, PRIMARY KEY (row, number)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE changed (contact_id INTEGER PRIMARY KEY, contact BLOB) STRICT;";

// Nothing here survives a crash, so no journal is kept and nothing is waited for.
constexpr auto fast = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
                      " PRAGMA cache_size = -8000; PRAGMA temp_store = FILE; PRAGMA foreign_keys = OFF";

QJsonObject jsonOf(const Contact &c)
{
    QJsonArray addresses;
    for (const ContactAddress &a : c.addresses)
        addresses.append(QJsonArray{domain::toText(a.channel), a.value, a.country, a.kind, a.usable, a.unusableReason});
    const auto date = [](QDate d) { return d.toString(Qt::ISODate); };
    QJsonObject o{{u"id"_s, c.id.value},
                  {u"external_id"_s, c.externalId},
                  {u"company_kind"_s, c.kind == Contact::Kind::Company},
                  {u"first"_s, c.firstName},
                  {u"last"_s, c.lastName},
                  {u"company"_s, c.company},
                  {u"name"_s, c.displayName},
                  {u"language"_s, c.language},
                  {u"zone"_s, c.timeZone},
                  {u"country"_s, c.country},
                  {u"group"_s, c.group},
                  {u"territory"_s, c.territory},
                  {u"vip"_s, c.vip},
                  {u"source"_s, c.leadSource},
                  {u"stage"_s, c.leadStage},
                  {u"tier"_s, c.loyaltyTier},
                  {u"birthday"_s, date(c.birthday)},
                  {u"anniversary"_s, date(c.anniversary)},
                  {u"since"_s, date(c.customerSince)},
                  {u"purchase_on"_s, date(c.lastPurchaseOn)},
                  {u"quiet"_s, c.doNotDisturb},
                  {u"notes"_s, c.notes},
                  {u"attributes"_s, c.attributes},
                  {u"tags"_s, QJsonArray::fromStringList(c.tags)},
                  {u"addresses"_s, addresses},
                  {u"created"_s, domain::toMillis(c.createdAt)}};
    if (c.lastPurchaseMicros)
        o.insert(u"purchase"_s, QString::number(*c.lastPurchaseMicros));
    return o;
}

Contact contactFrom(const QJsonObject &o)
{
    const auto date = [&o](QStringView key) { return QDate::fromString(o[key].toString(), Qt::ISODate); };
    Contact c;
    c.id = domain::ContactId{o[u"id"].toInteger()};
    c.externalId = o[u"external_id"].toString();
    c.kind = o[u"company_kind"].toBool() ? Contact::Kind::Company : Contact::Kind::Person;
    c.firstName = o[u"first"].toString();
    c.lastName = o[u"last"].toString();
    c.company = o[u"company"].toString();
    c.displayName = o[u"name"].toString();
    c.language = o[u"language"].toString();
    c.timeZone = o[u"zone"].toString();
    c.country = o[u"country"].toString();
    c.group = o[u"group"].toString();
    c.territory = o[u"territory"].toString();
    c.vip = o[u"vip"].toBool();
    c.leadSource = o[u"source"].toString();
    c.leadStage = o[u"stage"].toString();
    c.loyaltyTier = o[u"tier"].toString();
    c.birthday = date(u"birthday");
    c.anniversary = date(u"anniversary");
    c.customerSince = date(u"since");
    c.lastPurchaseOn = date(u"purchase_on");
    if (o.contains(u"purchase"))
        c.lastPurchaseMicros = o[u"purchase"].toString().toLongLong();
    c.doNotDisturb = o[u"quiet"].toBool();
    c.notes = o[u"notes"].toString();
    c.attributes = o[u"attributes"].toObject();
    const QJsonArray tags = o[u"tags"].toArray();
    for (const QJsonValue &tag : tags)
        c.tags << tag.toString();
    const QJsonArray addresses = o[u"addresses"].toArray();
    for (const QJsonValue &value : addresses) {
        const QJsonArray a = value.toArray();
        c.addresses.append({domain::channelFromText(a[0].toString()).value_or(domain::Channel::Sms),
                            a[1].toString(),
                            {},
                            a[2].toString(),
                            a[3].toString(),
                            a[4].toBool(),
                            a[5].toString()});
    }
    c.createdAt = domain::fromMillis(o[u"created"].toInteger());
    return c;
}

} // namespace

QString ImportStage::pathFor(const QString &workspacePath) { return workspacePath + u".import"_s; }

void ImportStage::remove(const QString &workspacePath)
{
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(pathFor(workspacePath) + suffix);
}

Result<std::unique_ptr<ImportStage>> ImportStage::create(const QString &workspacePath, const Vault &vault)
{
    remove(workspacePath);
    auto connection = Connection::create(pathFor(workspacePath));
    if (!connection)
        return tl::unexpected(connection.error());
    for (const char *sql : {fast, schema, "BEGIN"})
        if (auto done = (*connection)->run(QString::fromLatin1(sql)); !done) {
            connection->reset();
            remove(workspacePath);
            return tl::unexpected(done.error());
        }
    return std::unique_ptr<ImportStage>(new ImportStage(std::move(*connection), vault));
}

ImportStage::ImportStage(std::unique_ptr<Connection> connection, const Vault &vault)
    : m_connection(std::move(connection)), m_vault(vault),
      m_addContact(m_connection->statement("INSERT OR REPLACE INTO staged (" CONTACT_COLUMNS(
          "") ") VALUES (?1, ?2, ?3,"
              " ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
              " ?20, ?21, ?22, ?23, ?24, ?25, ?26)")),
      m_addAddress(m_connection->statement("INSERT INTO staged_address (row, channel, address_cipher, address_index,"
                                           " address_tail, country, kind) VALUES (?, ?, ?, ?, ?, ?, ?)")),
      m_addTag(m_connection->statement("INSERT OR IGNORE INTO staged_tag (row, number) VALUES (?, ?)"))
{}

Result<qint64> ImportStage::tagNumber(const QString &name)
{
    const QString key = name.toCaseFolded();
    if (const auto it = m_tags.constFind(key); it != m_tags.constEnd())
        return *it;
    auto added = m_connection->statement("INSERT INTO tag_name (name) VALUES (?)").bind(1, name).exec();
    if (!added)
        return tl::unexpected(added.error());
    return *m_tags.insert(key, m_connection->lastInsertId());
}

Result<void> ImportStage::addParts(quint32 row, const Contact &contact, const QList<QByteArray> &indexes)
{
    for (qsizetype i = 0; i < contact.addresses.size(); ++i) {
        const ContactAddress &a = contact.addresses[i];
        auto added = m_addAddress.bind(1, qint64(row))
                         .bind(2, domain::toText(a.channel))
                         .bind(3, m_vault.seal(a.value))
                         .bind(4, indexes[i])
                         .bind(5, domain::maskedAddress({a.channel, a.value}))
                         .bind(6, a.country)
                         .bind(7, a.kind)
                         .exec();
        if (!added)
            return added;
    }
    for (const QString &tag : contact.tags) {
        const auto number = tagNumber(tag);
        if (!number)
            return tl::unexpected(number.error());
        if (auto added = m_addTag.bind(1, qint64(row)).bind(2, *number).exec(); !added)
            return added;
    }
    return {};
}

Result<quint32> ImportStage::add(const Contact &contact, const QList<QByteArray> &indexes)
{
    const quint32 row = m_rows + 1;
    bindContact(m_addContact, contact);
    if (auto added = m_addContact.bind(1, qint64(row)).exec(); !added)
        return tl::unexpected(added.error());
    if (auto added = addParts(row, contact, indexes); !added)
        return tl::unexpected(added.error());
    m_rows = row;
    return row;
}

Result<void> ImportStage::replace(quint32 row, const Contact &contact, const QList<QByteArray> &indexes)
{
    bindContact(m_addContact, contact);
    if (auto replaced = m_addContact.bind(1, qint64(row)).exec(); !replaced)
        return replaced;
    for (const char *sql : {"DELETE FROM staged_address WHERE row = ?", "DELETE FROM staged_tag WHERE row = ?"})
        if (auto dropped = m_connection->statement(sql).bind(1, qint64(row)).exec(); !dropped)
            return dropped;
    return addParts(row, contact, indexes);
}

Result<Contact> ImportStage::contact(quint32 row)
{
    Statement &s = m_connection->statement("SELECT " CONTACT_COLUMNS("") " FROM staged WHERE id = ?");
    if (!s.bind(1, qint64(row)).next())
        return tl::unexpected(m_connection->lastError());
    Contact contact = readContact(s);
    s.finish();
    Statement &addresses = m_connection->statement("SELECT channel, address_cipher, country, kind FROM staged_address"
                                                   " WHERE row = ? ORDER BY CASE channel WHEN 'sms' THEN 0 WHEN"
                                                   " 'whatsapp' THEN 1 ELSE 2 END");
    addresses.bind(1, qint64(row));
    while (addresses.next()) {
        const auto value = m_vault.open(addresses.blob(1));
        if (!value)
            return tl::unexpected(value.error());
        contact.addresses.append({domain::channelFromText(addresses.text(0)).value_or(domain::Channel::Sms),
                                  *value,
                                  {},
                                  addresses.text(2),
                                  addresses.text(3),
                                  true,
                                  {}});
    }
    Statement &tags = m_connection->statement("SELECT n.name FROM staged_tag t JOIN tag_name n USING (number)"
                                              " WHERE t.row = ? ORDER BY n.name");
    tags.bind(1, qint64(row));
    while (tags.next())
        contact.tags << tags.text(0);
    return contact;
}

Result<bool> ImportStage::hasAddress(quint32 row, const QByteArray &index)
{
    Statement &s = m_connection->statement("SELECT 1 FROM staged_address WHERE row = ? AND address_index = ?");
    const bool has = s.bind(1, qint64(row)).bind(2, index).next();
    if (s.failed())
        return tl::unexpected(m_connection->lastError());
    s.finish();
    return has;
}

Result<void> ImportStage::setChanged(const Contact &contact)
{
    const QByteArray json = QJsonDocument(jsonOf(contact)).toJson(QJsonDocument::Compact);
    return m_connection->statement("INSERT OR REPLACE INTO changed (contact_id, contact) VALUES (?, ?)")
        .bind(1, contact.id.value)
        .bind(2, m_vault.seal(QString::fromUtf8(json)))
        .exec();
}

Result<Contact> openChanged(const Vault &vault, const QByteArray &sealed)
{
    return vault.open(sealed).map(
        [](const QString &json) { return contactFrom(QJsonDocument::fromJson(json.toUtf8()).object()); });
}

Result<std::optional<Contact>> ImportStage::changed(domain::ContactId id)
{
    Statement &s = m_connection->statement("SELECT contact FROM changed WHERE contact_id = ?");
    if (!s.bind(1, id.value).next())
        return s.failed() ? Result<std::optional<Contact>>(tl::unexpected(m_connection->lastError())) : std::nullopt;
    const QByteArray sealed = s.blob(0);
    s.finish();
    return openChanged(m_vault, sealed).map([](Contact c) { return std::optional(std::move(c)); });
}

Result<void> ImportStage::commit() { return m_connection->run(u"COMMIT"_s); }

Result<void> ImportStage::prepare(const QString &workspacePath)
{
    const QString path = pathFor(workspacePath);
    {
        auto connection = Connection::open(path, Connection::Access::ReadWrite);
        if (!connection)
            return tl::unexpected(connection.error());
        for (const char *sql :
             {fast,
              "CREATE TABLE by_name AS SELECT display_name, id AS row FROM staged ORDER BY display_name COLLATE NOCASE,"
              " id",
              "CREATE TABLE by_external AS SELECT external_id, id AS row FROM staged WHERE external_id IS NOT NULL"
              " ORDER BY external_id",
              "CREATE TABLE by_address AS SELECT address_index, channel, row FROM staged_address ORDER BY 1, 2, 3",
              "CREATE TABLE by_tail AS SELECT DISTINCT substr(address_tail, -4) AS tail, row FROM staged_address"
              " WHERE channel <> 'email' ORDER BY 1, 2"})
            if (auto done = (*connection)->run(QString::fromLatin1(sql)); !done)
                return done;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || fsync(file.handle()) != 0)
        return domain::fail(ErrorCode::FileNotWritable, u"the staged contacts do not reach the disk"_s, path);
    return {};
}

} // namespace storage

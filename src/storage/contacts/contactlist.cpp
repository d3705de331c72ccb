#include "storage/contacts/contactlist.h"

#include "domain/address/email.h"
#include "domain/address/phone.h"
#include "storage/contacts/contactstore.h"
#include "storage/core/wordmatch.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace storage {

using namespace Qt::StringLiterals;
using domain::ContactId;
using domain::Result;

namespace {

// Up to this many candidates are fetched and sorted (20 ms); beyond it every fiftieth contact or more fits, and a page
// is found soon along the order.
constexpr qint64 fewAre = 20'000;
constexpr int tailCandidates = 2'000;

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text)
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (!u" +-()./\u00a0"_s.contains(c))
            return {};
    return digits;
}

void bindAll(Statement &s, const QList<QVariant> &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        s.bind(static_cast<int>(i) + 1, values[i]);
}

} // namespace

/// One part of a filter: how to list the ids that meet it, and how to see whether the contact `c` does.
struct ContactList::Driver
{
    QString ids; ///< a SELECT with one column `id`
    QList<QVariant> idValues;
    QString test;
    QList<QVariant> testValues;
    bool isWords = false; ///< full text: cannot be tested cheaply for a single contact
};

struct ContactList::Plan
{
    std::optional<Driver> start; ///< list these ids first
    bool few = false;            ///< … they are few: sort them
    QString where;               ///< what else must hold, over `c`
    QList<QVariant> values;
    bool nobody = false;
};

Result<qint64> ContactList::countUpTo(const Driver &driver, qint64 most)
{
    Statement &s = m_connection.statement(u"SELECT count(*) FROM (%1 LIMIT %2)"_s.arg(driver.ids).arg(most + 1));
    bindAll(s, driver.idValues);
    if (!s.next())
        return tl::unexpected(m_connection.lastError());
    const qint64 count = s.integer(0);
    s.finish();
    return count;
}

// A whole number or address, or the end of a number: as a JSON list of ids; empty where the text is none of them.
Result<QByteArray> ContactList::idsOfAddress(const QString &text, const QString &country)
{
    QJsonArray ids;
    QString normalised;
    if (const auto email = domain::normalisedEmail(text))
        normalised = *email;
    const QString digits = digitsOf(text);
    if (const auto phone =
            digits.isEmpty() ? tl::unexpected(domain::PhoneProblem::Empty) : domain::parsePhone(text, country))
        normalised = phone->e164;
    if (!normalised.isEmpty()) {
        const auto found = ContactStore(m_connection, m_vault).byAddress(m_vault.indexOf(normalised), tailCandidates);
        if (!found)
            return tl::unexpected(found.error());
        for (const ContactId id : *found)
            ids.append(id.value);
    }
    if (ids.isEmpty() && digits.size() >= 4) {
        Statement &s = m_connection.statement(
            "SELECT t.contact_id, a.address_cipher FROM tail_lookup t JOIN contact_address a ON a.contact_id ="
            " t.contact_id WHERE t.tail = ? AND a.channel <> 'email' LIMIT ?");
        s.bind(1, digits.right(4)).bind(2, tailCandidates);
        while (s.next()) {
            const auto number = m_vault.open(s.blob(1));
            if (number && number->endsWith(digits) && (ids.isEmpty() || ids.last() != s.integer(0)))
                ids.append(s.integer(0));
        }
        if (s.failed())
            return tl::unexpected(m_connection.lastError());
    }
    return ids.isEmpty() ? QByteArray() : QJsonDocument(ids).toJson(QJsonDocument::Compact);
}

Result<std::optional<ContactList::Driver>> ContactList::textDriver(const ContactFilter &filter)
{
    const QString text = filter.text.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const auto ids = idsOfAddress(text, filter.defaultCountry);
    if (!ids)
        return tl::unexpected(ids.error());
    Driver driver;
    if (!ids->isEmpty()) {
        driver.ids = u"SELECT value AS id FROM json_each(?)"_s;
        driver.idValues << QString::fromUtf8(*ids);
        return driver;
    }
    const QString match = wordMatch(text);
    driver.ids = match.isEmpty() ? u"SELECT id FROM contact WHERE 0"_s
                                 : u"SELECT rowid AS id FROM contact_text WHERE contact_text MATCH ?"_s;
    if (!match.isEmpty())
        driver.idValues << match;
    driver.isWords = true;
    return driver;
}

Result<ContactList::Plan> ContactList::plan(const ContactFilter &filter)
{
    QList<Driver> drivers;
    auto text = textDriver(filter);
    if (!text)
        return tl::unexpected(text.error());
    if (*text)
        drivers << **text;
    Plan plan;
    for (const AudienceTerm &term : filter.terms + filter.audience.terms) {
        Driver driver;
        if (term.kind == AudienceTerm::Kind::Tag) {
            Statement &s = m_connection.statement("SELECT id FROM tag WHERE name = ?");
            if (!s.bind(1, term.value).next()) {
                plan.nobody = true;
                return plan;
            }
            driver.ids = u"SELECT contact_id AS id FROM contact_tag WHERE tag_id = ?"_s;
            driver.test = u"EXISTS (SELECT 1 FROM contact_tag ct WHERE ct.contact_id = c.id AND ct.tag_id = ?)"_s;
            driver.idValues << s.integer(0);
            s.finish();
        } else {
            const QString column = term.kind == AudienceTerm::Kind::Group ? u"contact_group"_s : u"territory"_s;
            driver.ids = u"SELECT id FROM contact WHERE deleted_at IS NULL AND %1 <> '' AND %1 = ?"_s.arg(column);
            driver.test = u"c.%1 = ?"_s.arg(column);
            driver.idValues << term.value;
        }
        driver.testValues = driver.idValues;
        drivers << driver;
    }

    qint64 smallest = std::numeric_limits<qint64>::max();
    qsizetype start = -1;
    for (qsizetype i = 0; i < drivers.size(); ++i) {
        const auto count = countUpTo(drivers[i], fewAre);
        if (!count)
            return tl::unexpected(count.error());
        if (*count < smallest) {
            smallest = *count;
            start = i;
        }
    }
    plan.few = start >= 0 && smallest <= fewAre;
    if (!plan.few) // words lead, else the order of the list itself does
        start = !drivers.isEmpty() && drivers.first().isWords ? 0 : -1;
    QStringList tests;
    for (qsizetype i = 0; i < drivers.size(); ++i) {
        if (i == start)
            continue;
        const Driver &d = drivers[i];
        tests << (d.test.isEmpty() ? u"c.id IN (%1)"_s.arg(d.ids) : d.test);
        plan.values += d.test.isEmpty() ? d.idValues : d.testValues;
    }
    if (!filter.audience.where.isEmpty() && !filter.audience.termsSuffice) {
        tests << u'(' + filter.audience.where + u')';
        plan.values += filter.audience.values;
    }
    tests << u"c.deleted_at IS NULL"_s; // the last column: read only where everything else holds
    plan.where = tests.join(u" AND "_s);
    if (start >= 0)
        plan.start = drivers[start];
    return plan;
}

namespace {

// "n<id>:<name>", "c<updated>:<id>", "i<id>": where a page begins, behind this key of its order.
struct Key
{
    char order = 0;
    qint64 number = 0;
    QString rest;
};

Key keyOf(const QString &cursor)
{
    if (cursor.isEmpty())
        return {};
    const qsizetype colon = cursor.indexOf(u':');
    const QStringView number = QStringView(cursor).mid(1, colon < 0 ? -1 : colon - 1);
    return {cursor[0].toLatin1(), number.toLongLong(), colon < 0 ? QString() : cursor.mid(colon + 1)};
}

constexpr auto listColumns = "c.id, c.external_id, c.display_name, c.company, c.contact_group, c.territory, c.country,"
                             " c.vip, c.created_at, c.updated_at";

} // namespace

Result<ContactListPage> ContactList::page(const ContactFilter &filter, const QString &cursor, int limit)
{
    const auto planned = plan(filter);
    if (!planned)
        return tl::unexpected(planned.error());
    const Plan &p = *planned;
    ContactListPage page;
    if (p.nobody)
        return page;
    const Key key = keyOf(cursor);
    const bool manyWords = p.start && !p.few;
    QString from;
    QString behind;
    QString order;
    QList<QVariant> values = p.start ? p.start->idValues : QList<QVariant>();
    if (manyWords)
        values << key.number;
    values += p.values;
    char kind = 'n';
    if (p.start)
        from = u"(%1%2) x CROSS JOIN contact c ON c.id = x.id"_s.arg(
            p.start->ids, manyWords ? u" AND rowid > ? ORDER BY rowid"_s : QString());
    if (manyWords) {
        kind = 'i';
        behind = u"1"_s;
        order = u"x.id"_s;
    } else if (filter.order == ContactOrder::Newest) {
        kind = 'i';
        if (!p.start)
            from = u"contact c"_s;
        behind = u"c.id < ?"_s;
        order = u"c.id DESC"_s;
        values << (cursor.isEmpty() ? std::numeric_limits<qint64>::max() : key.number);
    } else if (filter.order == ContactOrder::RecentlyChanged) {
        kind = 'c';
        if (!p.start)
            from = u"contact c INDEXED BY contact_by_change"_s;
        behind = u"(c.updated_at, c.id) < (?, ?)"_s;
        order = u"c.updated_at DESC, c.id DESC"_s;
        values << (cursor.isEmpty() ? std::numeric_limits<qint64>::max() : key.number) << key.rest.toLongLong();
    } else {
        if (!p.start)
            from = u"contact_name n CROSS JOIN contact c ON c.id = n.contact_id"_s;
        const QString name = p.start ? u"c.display_name COLLATE NOCASE, c.id"_s : u"n.display_name, n.contact_id"_s;
        behind = u"(%1) > (?, ?)"_s.arg(name);
        order = name;
        values << key.rest << key.number;
    }
    values << limit;
    Statement &s = m_connection.statement(u"SELECT %1 FROM %2 WHERE %3 AND %4 ORDER BY %5 LIMIT ?"_s.arg(
        QLatin1String(listColumns), from, p.where, behind, order));
    bindAll(s, values);
    while (s.next()) {
        ContactListRow r;
        r.id = ContactId{s.integer(0)};
        r.externalId = s.text(1);
        r.name = s.text(2);
        r.company = s.text(3);
        r.group = s.text(4);
        r.territory = s.text(5);
        r.country = s.text(6);
        r.vip = s.integer(7) != 0;
        r.createdAt = domain::fromMillis(s.integer(8));
        r.updatedAt = domain::fromMillis(s.integer(9));
        page.rows << r;
    }
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    if (page.rows.size() == limit && limit > 0) {
        const ContactListRow &last = page.rows.last();
        if (kind == 'i')
            page.next = u"i%1"_s.arg(last.id.value);
        else if (kind == 'c')
            page.next = u"c%1:%2"_s.arg(domain::toMillis(last.updatedAt)).arg(last.id.value);
        else
            page.next = u"n%1:%2"_s.arg(QString::number(last.id.value), last.name);
    }
    if (auto read = readDetails(page.rows); !read)
        return tl::unexpected(read.error());
    return page;
}

Result<void> ContactList::readDetails(QList<ContactListRow> &rows)
{
    for (ContactListRow &row : rows) {
        Statement &tags = m_connection.statement("SELECT t.name FROM contact_tag ct JOIN tag t ON t.id = ct.tag_id"
                                                 " WHERE ct.contact_id = ? ORDER BY t.name");
        tags.bind(1, row.id.value);
        while (tags.next())
            row.tags << tags.text(0);
        Statement &addresses = m_connection.statement("SELECT channel, address_tail, usable FROM contact_address"
                                                      " WHERE contact_id = ? ORDER BY channel DESC");
        addresses.bind(1, row.id.value);
        while (addresses.next()) { // whatsapp, sms, email: the number for texts wins
            if (addresses.text(0) == u"email") {
                row.emailTail = addresses.text(1);
            } else {
                row.phoneTail = addresses.text(1);
                row.phoneUsable = addresses.integer(2) != 0;
            }
        }
        if (tags.failed() || addresses.failed())
            return tl::unexpected(m_connection.lastError());
    }
    return {};
}

// Of everybody, or of one group, territory or tag: the number that is kept as contacts change.
Result<qint64> ContactList::keptCount(const QList<AudienceTerm> &terms)
{
    Statement &s =
        m_connection.statement("SELECT contacts FROM contact_count WHERE kind = ?1 AND name = iif(?1 = 'tag',"
                               " (SELECT CAST(id AS TEXT) FROM tag WHERE name = ?2), ?2)");
    QString kind = u"all"_s;
    if (!terms.isEmpty())
        kind = terms[0].kind == AudienceTerm::Kind::Tag     ? u"tag"_s
               : terms[0].kind == AudienceTerm::Kind::Group ? u"group"_s
                                                            : u"territory"_s;
    s.bind(1, kind).bind(2, terms.isEmpty() ? QString() : terms[0].value);
    const qint64 count = s.next() ? s.integer(0) : 0;
    if (s.failed())
        return tl::unexpected(m_connection.lastError());
    s.finish();
    return count;
}

Result<qint64> ContactList::countInPieces(const Plan &plan, qint64 atMost, const std::function<bool()> &isWanted)
{
    constexpr qint64 idsAtOnce = 200'000; // some tens of milliseconds
    Statement &last = m_connection.statement("SELECT max(id) FROM contact");
    const qint64 end = last.next() ? last.integer(0) : 0;
    last.finish();
    Statement &s =
        m_connection.statement(u"SELECT count(*) FROM contact c WHERE %1 AND c.id > ? AND c.id <= ?"_s.arg(plan.where));
    qint64 count = 0;
    for (qint64 after = 0; after < end && count < atMost; after += idsAtOnce) {
        if (isWanted && !isWanted())
            return domain::fail(domain::ErrorCode::Cancelled, u"nobody waits for the count"_s);
        bindAll(s, plan.values + QList<QVariant>{after, after + idsAtOnce});
        if (!s.next())
            return tl::unexpected(m_connection.lastError());
        count += s.integer(0);
        s.finish();
    }
    return std::min(count, atMost);
}

Result<qint64> ContactList::count(const ContactFilter &filter, qint64 atMost, const std::function<bool()> &isWanted)
{
    const QList<AudienceTerm> terms = filter.terms + filter.audience.terms;
    if (filter.text.trimmed().isEmpty() && terms.size() <= 1 &&
        (filter.audience.where.isEmpty() || filter.audience.termsSuffice))
        return keptCount(terms).map([atMost](qint64 count) { return std::min(count, atMost); });
    const auto planned = plan(filter);
    if (!planned)
        return tl::unexpected(planned.error());
    if (planned->nobody)
        return 0;
    if (!planned->start)
        return countInPieces(*planned, atMost, isWanted);
    Statement &s = m_connection.statement(
        u"SELECT count(*) FROM (SELECT 1 FROM (%1) x CROSS JOIN contact c ON c.id = x.id WHERE %2 LIMIT ?)"_s.arg(
            planned->start->ids, planned->where));
    bindAll(s, planned->start->idValues + planned->values + QList<QVariant>{atMost});
    if (!s.next())
        return tl::unexpected(m_connection.lastError());
    const qint64 count = s.integer(0);
    s.finish();
    return count;
}

} // namespace storage

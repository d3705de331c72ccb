// The language of messages, one table: what the pure core does a second and core, and a three-term condition counted
// over a million contacts. ./dev bench language [contacts]; the exit status is 1 where a count takes over 100 ms.

#include "domain/address/phone.h"
#include "domain/condition/contactfields.h"
#include "domain/consent/keywords.h"
#include "domain/template/template.h"
#include "domain/text/segments.h"
#include "storage/contacts/audience.h"
#include "storage/contacts/contactlist.h"
#include "storage/core/workspacefile.h"

#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr double mostMillis = 100;
constexpr qint64 now = 1'763'700'000'000; // 2025-11-21
bool isTooSlow = false;

/// Of the processor: what a core can do, however busy the machine is.
double cpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void measure(const char *what, const std::function<qint64()> &once)
{
    constexpr double span = 0.4;
    qint64 sum = 0; // used, so that nothing is optimised away
    qint64 rounds = 0;
    for (int i = 0; i < 50; ++i)
        sum += once();
    const double start = cpuSeconds();
    double spent = 0;
    while (spent < span) {
        for (int i = 0; i < 100; ++i)
            sum += once();
        rounds += 100;
        spent = cpuSeconds() - start;
    }
    std::printf("%-62s %12.0f /s %10.3f us%s\n", what, static_cast<double>(rounds) / spent,
                spent / static_cast<double>(rounds) * 1e6, sum == 0 ? " (empty)" : "");
    std::fflush(stdout);
}

void renders()
{
    struct Case
    {
        const char *name;
        QString source;
        TextTarget target;
    };
    const Case cases[] = {
        {"render: a name, SMS", u"Hello {{ first_name }}, your order is ready."_s, TextTarget::Sms},
        {"render: name, number and amount, SMS",
         u"Hello {{ first_name }}, your order {{ order_no }} of {{ total|currency(\"EUR\") }} is ready."_s,
         TextTarget::Sms},
        {"render: default and condition, SMS",
         u"Dear {{ title|default(\"customer\") }}{% if vip %}, {{ first_name|upper }}{% endif %}!"_s, TextTarget::Sms},
        {"render: mail in HTML", u"<p>Hello {{ first_name }},</p><p>order <b>{{ order_no }}</b> is ready.</p>"_s,
         TextTarget::EmailHtml},
    };
    const Value data(Value::Map{{u"first_name"_s, Value(u"Ana"_s)},
                                {u"order_no"_s, Value(u"SO-0042"_s)},
                                {u"total"_s, Value::decimal(u"1234.50")},
                                {u"vip"_s, Value(true)}});
    for (const Case &c : cases) {
        const auto compiled = CompiledTemplate::compile(c.source, TemplateNotation::Jinja);
        const std::vector<Value> values = compiled->valuesFrom(data);
        RenderOptions options;
        options.target = c.target;
        measure(c.name, [&] { return compiled->render(std::span<const Value>(values), options)->size(); });
    }
    measure("parse: a template",
            [&] { return CompiledTemplate::compile(cases[1].source, TemplateNotation::Jinja)->source().size(); });
}

void texts()
{
    const QString plain = u"Hello Maria, your order 4711 is ready for pickup. Open 9-17."_s;
    const QString foreign = u"Здравствуйте, Мария! Ваш заказ 4711 готов к выдаче. Открыто с 9 до 17 часов, ждём вас."_s;
    measure("segments counted: GSM-7, 60 characters", [&] { return qint64{segmentsOf(plain)}; });
    measure("segments counted: GSM-7, 640 characters",
            [&, text = plain.repeated(12).left(640)] { return qint64{segmentsOf(text)}; });
    measure("segments counted: UCS-2, 88 characters", [&] { return qint64{segmentsOf(foreign)}; });
    measure("read as stop, start or help: a sentence", [] {
        return qint64{classifyInbound(u"please take me off your list", SubscriptionState::Subscribed) ==
                      InboundIntent::OptOut};
    });
    measure("parse: a phone number, international",
            [] { return parsePhone(u"+49 151 23456789"_s, u"US"_s)->e164.size(); });
    measure("parse: a phone number, national", [] { return parsePhone(u"(212) 555-0123"_s, u"US"_s)->e164.size(); });
}

const QString threeTerms =
    u"doc.territory == 'North' and doc.last_purchase_amount >= 10000 and not doc.do_not_disturb"_s;

void conditions()
{
    const FieldCatalogue &fields = contactFields();
    const QString json =
        u"{\"territory\": \"North\", \"last_purchase_amount\": {\">=\": 10000}, \"do_not_disturb\": false}"_s;
    measure("parse: a condition, expression of three terms",
            [&] { return qint64(parseExpression(threeTerms, fields)->tree.parts.size()); });
    measure("parse: a condition, JSON of three terms",
            [&] { return qint64(parseJsonCondition(json, fields)->tree.parts.size()); });
    Contact contact;
    contact.territory = u"North"_s;
    contact.lastPurchaseMicros = 12'000'000'000;
    contact.birthday = QDate(1990, 6, 15);
    contact.firstName = u"Ana"_s;
    contact.tags = {u"newsletter"_s, u"vip"_s};
    contact.attributes = {{u"size"_s, u"42"_s}};
    const ConditionTime time{QDate(2025, 6, 15), QDateTime(QDate(2025, 6, 15), QTime(10, 30), Qt::UTC)};
    const std::pair<const char *, QString> cases[] = {
        {"condition answered: one term", u"doc.territory == 'North'"_s},
        {"condition answered: three terms", threeTerms},
        {"condition answered: text, tag and birthday",
         u"doc.name.lower().startswith('an') and 'vip' in doc.tags and is_anniversary(doc.birthday)"_s},
        {"condition answered: attribute and arithmetic",
         u"doc.attributes.size % 10 == 2 and (doc.last_purchase_amount or 0) / 100 > 20"_s},
    };
    for (const auto &[name, text] : cases) {
        const auto compiled = CompiledCondition::compile(text, fields);
        const std::vector<ConditionDatum> data = conditionData(contact, compiled->uses(), QTimeZone::utc());
        measure(name, [&] { return qint64{compiled->evaluate(data, time) == Truth::True}; });
    }
}

[[noreturn]] void die(const Error &error)
{
    std::fprintf(stderr, "bench_language: %s (%s)\n", qPrintable(error.detail), qPrintable(error.place));
    std::exit(2);
}

/// Contacts as an import leaves them, written straight into the tables that conditions read.
void fill(storage::Connection &db, qint64 contacts)
{
    const QString people =
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
        " INSERT INTO contact (id, external_id, first_name, last_name, company, display_name,"
        " language, time_zone, country, contact_group, territory, vip, birthday, last_purchase_on,"
        " last_purchase_micros, do_not_disturb, attributes, created_at, updated_at)"
        " SELECT i, printf('C%07d', i), 'Anna', 'Berlinmo' || (i * 7 % 9973), 'Company ' || (i % 5000),"
        " 'Anna Berlinmo' || (i * 7 % 9973), 'en', 'Europe/Berlin', 'DE', 'Group ' || (i / 7 % 20),"
        " iif(i * 13 % 4 = 0, 'North', 'Territory ' || (i * 17 % 10)), i % 50 = 0,"
        " date('1950-01-01', (i * 37 % 20000) || ' days'), date('2020-01-01', (i * 11 % 2150) ||"
        " ' days'), iif(i % 3 = 0, NULL, (i * 7919 % 20000) * 1000000), i % 40 = 0,"
        " '{\"size\":\"' || (i % 60) || '\"}', 1700000000000 + i * 1000, 1700000000000 + i * 1000"
        " FROM n"_s.arg(contacts);
    const QStringList statements{
        people, u"INSERT INTO tag (id, name) VALUES (1, 'newsletter')"_s,
        u"INSERT INTO contact_tag SELECT id, 1 FROM contact WHERE id % 3 = 0"_s,
        u"INSERT INTO contact_count SELECT 'all', '', count(*) FROM contact"_s,
        u"INSERT INTO contact_count SELECT 'territory', territory, count(*) FROM contact GROUP BY territory"_s};
    const auto done = db.transaction(false, [&]() -> Result<void> {
        for (const QString &statement : statements)
            if (auto ran = db.run(statement); !ran)
                return ran;
        return {};
    });
    if (!done)
        die(done.error());
}

void count(const storage::WorkspaceFile &file, const QString &condition, bool hasLimit)
{
    constexpr int rounds = 5;
    qint64 people = 0;
    double best = 1e9;
    for (int i = 0; i < rounds; ++i) {
        const double start = cpuSeconds();
        storage::ContactFilter filter;
        auto audience = storage::compileAudience(file.connection(), condition, fromMillis(now));
        if (!audience)
            die(audience.error());
        filter.audience = std::move(*audience);
        const auto counted =
            storage::ContactList(file.connection(), file.vault()).count(filter, std::numeric_limits<qint64>::max());
        if (!counted)
            die(counted.error());
        people = *counted;
        best = std::min(best, (cpuSeconds() - start) * 1000);
    }
    isTooSlow = isTooSlow || (hasLimit && best > mostMillis);
    std::printf("%9.1f ms %9lld people  %s%s\n", best, static_cast<long long>(people), qPrintable(condition),
                hasLimit ? "" : "  (no limit set)");
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 contacts = argc > 1 ? QString::fromLocal8Bit(argv[1]).toLongLong() : 1'000'000;
    renders();
    texts();
    conditions();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"language.helio"_s);
    const QByteArray key(32, 'l');
    {
        const auto made =
            storage::WorkspaceFile::create(path, {{}, u"Bench"_s, u"DE"_s, u"Europe/Berlin"_s, u"EUR"_s, false}, key);
        if (!made)
            die(made.error());
        fill(made->connection(), contacts);
    }
    const auto file = storage::WorkspaceFile::open(path, key, storage::Connection::Access::ReadOnly);
    if (!file)
        die(file.error());
    std::printf("counted over %lld contacts in SQLite, processor, best of 5\n", static_cast<long long>(contacts));
    count(*file, threeTerms, true);
    count(*file,
          u"{\"territory\": \"North\", \"last_purchase_on\": {\">=\": {\"$rel\": \"today-90d\"}}, \"vip\": true}"_s,
          true);
    count(*file, u"doc.group == 'Group 3' and doc.territory == 'North' and doc.birthday > getdate('1980-01-01')"_s,
          true);
    count(*file, u"'newsletter' in doc.tags and doc.vip and doc.territory != 'North'"_s, false);
    count(*file, u"doc.name.lower().endswith('7') and doc.last_purchase_amount / 2 > 100 and doc.vip"_s, false);
    count(*file, u"doc.attributes.size > 40 and doc.vip and doc.country == 'DE'"_s, false);
    return isTooSlow ? 1 : 0;
}

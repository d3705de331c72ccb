#include "app/ctl/context.h"
#include "sources/contacts/fields.h"

#include <QFileInfo>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using domain::ContactId;
using engine::DuplicatePolicy;

namespace ctl {

namespace {

QJsonObject jsonOf(const engine::ContactRow &row)
{
    return {{u"id"_s, row.id.value},     {u"external_id"_s, row.externalId},
            {u"name"_s, row.name},       {u"company"_s, row.company},
            {u"group"_s, row.group},     {u"territory"_s, row.territory},
            {u"country"_s, row.country}, {u"phone"_s, row.phoneTail},
            {u"email"_s, row.emailTail}, {u"tags"_s, QJsonArray::fromStringList(row.tags)}};
}

QString isoDate(QDate date) { return date.isValid() ? date.toString(Qt::ISODate) : QString(); }

QJsonObject jsonOf(const domain::Contact &contact)
{
    QJsonArray addresses;
    for (const domain::ContactAddress &address : contact.addresses)
        addresses << QJsonObject{{u"channel"_s, domain::toText(address.channel)},
                                 {u"address"_s, address.value},
                                 {u"country"_s, address.country},
                                 {u"kind"_s, address.kind},
                                 {u"usable"_s, address.usable},
                                 {u"unusable_reason"_s, address.unusableReason}};
    return {{u"id"_s, contact.id.value},
            {u"external_id"_s, contact.externalId},
            {u"kind"_s, contact.kind == domain::Contact::Kind::Company ? u"company"_s : u"person"_s},
            {u"name"_s, contact.displayName},
            {u"first_name"_s, contact.firstName},
            {u"last_name"_s, contact.lastName},
            {u"company"_s, contact.company},
            {u"language"_s, contact.language},
            {u"time_zone"_s, contact.timeZone},
            {u"country"_s, contact.country},
            {u"group"_s, contact.group},
            {u"territory"_s, contact.territory},
            {u"vip"_s, contact.vip},
            {u"lead_source"_s, contact.leadSource},
            {u"lead_stage"_s, contact.leadStage},
            {u"loyalty_tier"_s, contact.loyaltyTier},
            {u"birthday"_s, isoDate(contact.birthday)},
            {u"anniversary"_s, isoDate(contact.anniversary)},
            {u"customer_since"_s, isoDate(contact.customerSince)},
            {u"last_purchase_on"_s, isoDate(contact.lastPurchaseOn)},
            {u"do_not_disturb"_s, contact.doNotDisturb},
            {u"notes"_s, contact.notes},
            {u"attributes"_s, contact.attributes},
            {u"tags"_s, QJsonArray::fromStringList(contact.tags)},
            {u"addresses"_s, addresses},
            {u"created_at"_s, ctl::jsonOf(contact.createdAt)},
            {u"updated_at"_s, ctl::jsonOf(contact.updatedAt)}};
}

// ---- import ----

std::optional<QString> applyMap(const QStringList &given, const engine::ImportPreview &preview, QStringList &fields)
{
    for (const QString &pair : given) {
        const qsizetype equals = pair.lastIndexOf(u'=');
        if (equals <= 0)
            return u"--map takes COLUMN=FIELD, not '%1'"_s.arg(pair);
        const QString column = pair.left(equals);
        const QString field = pair.mid(equals + 1);
        qsizetype index = preview.columns.indexOf(column);
        if (index < 0)
            for (qsizetype i = 0; i < preview.columns.size() && index < 0; ++i)
                if (preview.columns[i].compare(column, Qt::CaseInsensitive) == 0)
                    index = i;
        bool isNumber = false;
        if (const int number = column.toInt(&isNumber);
            index < 0 && isNumber && number >= 1 && number <= preview.columns.size())
            index = number - 1;
        if (index < 0)
            return u"there is no column '%1'; the file has: %2"_s.arg(column, preview.columns.join(u", "_s));
        if (!field.isEmpty() && !sources::isImportField(field))
            return u"there is no field '%1'; the fields are: %2 and attribute:NAME"_s.arg(
                field, sources::importFields().join(u", "_s));
        for (QString &other : fields)
            if (!field.isEmpty() && other == field)
                other.clear(); // an explicit mapping takes the field from a guess
        fields[index] = field;
    }
    return std::nullopt;
}

void printReport(Context &context, const engine::ImportReport &report, bool dryRun)
{
    QJsonArray reasons;
    for (const engine::NamedCount &reason : report.rejectReasons)
        reasons << QJsonObject{{u"reason"_s, reason.name}, {u"rows"_s, reason.count}};
    const QJsonObject json{
        {u"dry_run"_s, dryRun},           {u"rows"_s, report.rows},           {u"added"_s, report.added},
        {u"updated"_s, report.updated},   {u"unchanged"_s, report.unchanged}, {u"skipped"_s, report.skipped},
        {u"rejected"_s, report.rejected}, {u"rejects"_s, report.rejectsPath}, {u"reasons"_s, reasons}};
    context.out.object(json);
}

void startImport(Context &context, const engine::ImportPreview &preview, engine::ImportPlan plan)
{
    plan.format = preview.format;
    plan.fields = preview.guessedFields;
    if (const auto wrong = applyMap(context.arguments.values(u"map"_s), preview, plan.fields)) {
        context.wrongUsage(*wrong);
        return;
    }
    if (!plan.fields.contains(u"phone"_s) && !plan.fields.contains(u"email"_s) &&
        !plan.fields.contains(u"whatsapp"_s)) {
        context.wrongUsage(
            u"no column is recognised as a phone number or e-mail address; say which with --map COLUMN=phone. The "
            "columns are: %1"_s.arg(preview.columns.join(u", "_s)));
        return;
    }
    QObject::connect(&context.session->importer(), &engine::ContactImporter::progress, &context,
                     [&context](const engine::ImportProgress &progress) {
                         if (!context.out.json() && isatty(fileno(stderr)))
                             std::fprintf(stderr, "\r%lld rows, %lld rejected ", static_cast<long long>(progress.rows),
                                          static_cast<long long>(progress.rejected));
                     });
    context.session->importer().start(plan, &context, [&context, plan](domain::Result<engine::ImportReport> report) {
        if (!context.out.json() && isatty(fileno(stderr)))
            std::fputc('\n', stderr);
        if (!report) {
            context.fail(report.error());
            return;
        }
        printReport(context, *report, plan.dryRun);
        context.finish(Done);
    });
}

void import(Context &context)
{
    engine::ImportPlan plan;
    plan.path = QFileInfo(context.arguments.plain().constFirst()).absoluteFilePath();
    plan.dryRun = context.arguments.has(u"dry-run"_s);
    plan.addTags = context.arguments.values(u"tag"_s);
    if (context.arguments.has(u"rejects"_s))
        plan.rejectsPath = QFileInfo(context.arguments.value(u"rejects"_s)).absoluteFilePath();
    const QString duplicates = context.arguments.value(u"duplicates"_s, u"skip"_s);
    if (duplicates == u"skip")
        plan.duplicates = DuplicatePolicy::Skip;
    else if (duplicates == u"update")
        plan.duplicates = DuplicatePolicy::Update;
    else if (duplicates == u"fill")
        plan.duplicates = DuplicatePolicy::Fill;
    else {
        context.wrongUsage(u"--duplicates takes skip, update or fill"_s);
        return;
    }
    context.ask([](engine::Queries &queries) { return queries.workspace(); },
                [&context, plan](const engine::WorkspaceInfo &workspace) mutable {
                    plan.defaultCountry = context.arguments.value(u"country"_s, workspace.country).toUpper();
                    context.session->importer().preview(
                        plan.path, std::nullopt, &context,
                        [&context, plan](domain::Result<engine::ImportPreview> preview) {
                            if (!preview)
                                context.fail(preview.error());
                            else
                                startImport(context, *preview, plan);
                        });
                });
}

// ---- list, show ----

void printContacts(Context &context, const engine::ContactQuery &query, qsizetype limit)
{
    context.askAll([query](engine::Queries &queries, const QString &cursor,
                           int rows) { return queries.contacts(query, cursor, rows); },
                   limit, [](const engine::ContactRow &row) { return jsonOf(row); },
                   [&context](const QJsonArray &rows) {
                       context.out.table(
                           {u"id"_s, u"external_id"_s, u"name"_s, u"group"_s, u"phone"_s, u"email"_s, u"tags"_s}, rows);
                       context.finish(Done);
                   });
}

void list(Context &context)
{
    engine::ContactQuery query;
    query.text = context.arguments.value(u"search"_s);
    query.tag = context.arguments.value(u"tag"_s);
    query.group = context.arguments.value(u"group"_s);
    query.territory = context.arguments.value(u"territory"_s);
    if (const auto limit = numberOption(context, u"limit"_s, 50, 1, 10'000'000))
        printContacts(context, query, *limit);
}

void showId(Context &context, ContactId id)
{
    context.ask([id](engine::Queries &queries) { return queries.contact(id); },
                [&context](const domain::Contact &contact) {
                    context.out.object(jsonOf(contact));
                    context.finish(Done);
                });
}

void show(Context &context)
{
    const QString word = context.arguments.plain().constFirst();
    context.ask([word](engine::Queries &queries) { return queries.contactByExternalId(word); },
                [&context, word](std::optional<ContactId> found) {
                    bool isNumber = false;
                    const qint64 number = word.toLongLong(&isNumber);
                    if (!found && !isNumber)
                        context.fail({domain::ErrorCode::NotFound, u"no contact with this id"_s, word});
                    else
                        showId(context, found ? *found : ContactId{number});
                });
}

} // namespace

QList<Command> contactCommands()
{
    using engine::SessionMode;
    return {
        {{u"contacts"_s, u"import"_s},
         u"FILE [--map COLUMN=FIELD]… [--duplicates skip|update|fill] [--country CC] [--tag TAG]… [--dry-run] [--rejects FILE]"_s,
         u"bring in a CSV or TSV file"_s,
         {u"map=*"_s, u"duplicates="_s, u"country="_s, u"tag=*"_s, u"dry-run"_s, u"rejects="_s},
         1,
         1,
         SessionMode::CommandsOnly,
         import},
        {{u"contacts"_s, u"list"_s},
         u"[--search TEXT] [--tag TAG] [--group GROUP] [--territory TERRITORY] [--limit N]"_s,
         u"list contacts by name"_s,
         {u"search="_s, u"tag="_s, u"group="_s, u"territory="_s, u"limit="_s},
         0,
         0,
         SessionMode::ReadOnly,
         list},
        {{u"contacts"_s, u"show"_s},
         u"ID"_s,
         u"show a contact, by its number or external id"_s,
         {},
         1,
         1,
         SessionMode::ReadOnly,
         show},
    };
}

} // namespace ctl

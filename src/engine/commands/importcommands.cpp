#include "engine/commands/importcommands.h"

#include "storage/contacts/contactstore.h"
#include "storage/workspace/settingstore.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace engine {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace {

constexpr int namesAtOnce = 500;

storage::ImportPolicy policyOf(DuplicatePolicy policy)
{
    switch (policy) {
    case DuplicatePolicy::Skip:
        return storage::ImportPolicy::Skip;
    case DuplicatePolicy::Update:
        return storage::ImportPolicy::Update;
    case DuplicatePolicy::Fill:
        return storage::ImportPolicy::Fill;
    }
    Q_UNREACHABLE();
}

QByteArray headerHash(const QStringList &columns)
{
    return QCryptographicHash::hash(columns.join(QChar(u'\x1f')).toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

ImportCommands::ImportCommands(CommandContext context, std::function<void()> contactsChanged)
    : m_context(std::move(context)), m_contactsChanged(std::move(contactsChanged))
{
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, [this] { m_publisher ? step() : indexNames(); });
    m_next.start(); // what an earlier run has not put into the text index
}

ImportCommands::~ImportCommands()
{
    if (m_preparing)
        m_preparing->wait();
}

Result<void> ImportCommands::begin(DuplicatePolicy duplicates, bool dryRun)
{
    if (m_running)
        return domain::fail(ErrorCode::Conflict, u"another import is running"_s);
    auto made = storage::ContactImport::create(m_context.connection, m_context.vault, policyOf(duplicates));
    if (!made)
        return tl::unexpected(made.error());
    m_import = std::move(*made);
    m_running = true;
    m_dryRun = dryRun;
    m_counts = {};
    return {};
}

Result<ImportBatchResult> ImportCommands::add(const QList<domain::Contact> &contacts)
{
    if (!m_import)
        return domain::fail(ErrorCode::Conflict, u"no import was begun"_s);
    ImportBatchResult result;
    for (qsizetype i = 0; i < contacts.size(); ++i) {
        const auto outcome = m_import->add(contacts[i]);
        if (!outcome) {
            if (outcome.error().code != ErrorCode::Conflict)
                return tl::unexpected(outcome.error());
            result.rejects << ImportBatchResult::Reject{i, u"duplicate_external_id"_s};
            continue;
        }
        switch (*outcome) {
        case storage::ImportOutcome::Added:
            ++result.added;
            break;
        case storage::ImportOutcome::Updated:
            ++result.updated;
            break;
        case storage::ImportOutcome::Unchanged:
            ++result.unchanged;
            break;
        case storage::ImportOutcome::Skipped:
            ++result.skipped;
            break;
        }
    }
    m_counts.added += result.added;
    m_counts.updated += result.updated;
    return result;
}

void ImportCommands::discard()
{
    if (m_preparing || m_publisher)
        return; // made already
    m_import.reset();
    storage::ImportStage::remove(m_context.connection.path());
    m_running = false;
}

void ImportCommands::finish(std::function<void(double)> progress, std::function<void(Result<void>)> done)
{
    m_progress = std::move(progress);
    m_done = std::move(done);
    if (!m_import) {
        answer(domain::fail(ErrorCode::Conflict, u"no import was begun"_s));
        return;
    }
    const auto closed = m_import->close();
    m_import.reset();
    if (!closed || m_dryRun || m_counts.added + m_counts.updated == 0) {
        storage::ImportStage::remove(m_context.connection.path());
        answer(closed);
        return;
    }
    const auto prepared = std::make_shared<Result<void>>();
    m_preparing.reset(QThread::create(
        [prepared, path = m_context.connection.path()] { *prepared = storage::ImportStage::prepare(path); }));
    connect(m_preparing.get(), &QThread::finished, this, [this, prepared] {
        m_preparing.release()->deleteLater();
        if (*prepared) {
            publish();
            return;
        }
        storage::ImportStage::remove(m_context.connection.path());
        answer(*prepared);
    });
    m_preparing->start();
}

void ImportCommands::publish()
{
    m_publisher = std::make_unique<storage::ImportPublisher>(m_context.connection, m_context.vault);
    if (const auto begun = m_publisher->begin(m_context.now()); !begun) {
        m_publisher.reset();
        storage::ImportStage::remove(m_context.connection.path());
        answer(begun);
        return;
    }
    m_next.start();
}

void ImportCommands::step()
{
    const auto done = m_publisher->step();
    if (!done) {
        // It goes on at the next opening of the file: begun means made.
        m_publisher.reset();
        m_next.stop();
        answer(tl::unexpected(done.error()));
        return;
    }
    if (m_progress)
        m_progress(m_publisher->progress());
    if (!*done)
        return;
    m_publisher.reset();
    m_contactsChanged();
    answer(changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        note = {
            u"contact.import"_s, u"contacts"_s, {}, {{u"added"_s, m_counts.added}, {u"updated"_s, m_counts.updated}}};
        return {};
    }));
}

void ImportCommands::indexNames()
{
    Result<int> indexed = 0;
    const auto done = m_context.connection.transaction(false, [&]() -> Result<void> {
        indexed = storage::ContactStore(m_context.connection, m_context.vault).indexPendingText(namesAtOnce);
        return indexed ? Result<void>{} : tl::unexpected(indexed.error());
    });
    if (done && *indexed > 0)
        return;
    m_next.stop();
    if (!done)
        qWarning("import: names are not searchable yet: %s", qPrintable(done.error().detail));
    else if (m_counts.added > 0)
        m_contactsChanged();
}

void ImportCommands::answer(Result<void> result)
{
    m_running = false;
    m_progress = {};
    if (const auto done = std::exchange(m_done, {}))
        done(std::move(result));
}

Result<void> ImportCommands::rememberFields(const QStringList &columns, const QStringList &fields)
{
    return m_context.connection.transaction(false, [&] {
        return storage::SettingStore(m_context.connection)
            .rememberImportMapping(headerHash(columns),
                                   QJsonDocument(QJsonArray::fromStringList(fields)).toJson(QJsonDocument::Compact),
                                   m_context.now());
    });
}

Result<std::optional<QStringList>> ImportCommands::rememberedFields(const QStringList &columns)
{
    const auto json = storage::SettingStore(m_context.connection).importMapping(headerHash(columns));
    if (!json)
        return tl::unexpected(json.error());
    if (json->isEmpty())
        return std::optional<QStringList>{};
    QStringList fields;
    const QJsonArray array = QJsonDocument::fromJson(*json).array();
    for (const QJsonValue &field : array)
        fields << field.toString();
    return std::optional(fields);
}

} // namespace engine

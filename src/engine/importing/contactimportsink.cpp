#include "engine/importing/contactimportsink.h"

#include "storage/contacts/contactimport.h"
#include "storage/contacts/contactstore.h"
#include "storage/contacts/importpublisher.h"
#include "storage/workspace/settingstore.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>

namespace engine {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace {

constexpr int namesAtOnce = 400; // about 5 ms
constexpr int indexRest = 9;     ///< times as long as a piece took: the rest of the time is for sending and clicks

storage::ImportPolicy policyOf(DuplicatePolicy duplicates)
{
    switch (duplicates) {
    case DuplicatePolicy::Skip:
        return storage::ImportPolicy::Skip;
    case DuplicatePolicy::Update:
        return storage::ImportPolicy::Update;
    case DuplicatePolicy::Fill:
        return storage::ImportPolicy::Fill;
    }
    return storage::ImportPolicy::Skip;
}

QByteArray hashOf(const QStringList &columns)
{
    return QCryptographicHash::hash(columns.join(QChar(0x1f)).toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

ContactImportSink::ContactImportSink(CommandContext context, QObject *parent)
    : QObject(parent), m_context(std::move(context))
{
    // Zero-second timers: a piece whenever the engine has nothing else to do.
    connect(&m_pieces, &QTimer::timeout, this, &ContactImportSink::publishPiece);
    connect(&m_index, &QTimer::timeout, this, &ContactImportSink::indexPiece);
    m_index.setSingleShot(true);
    m_index.start(0);
}

ContactImportSink::~ContactImportSink()
{
    if (m_sorter)
        m_sorter->wait();
    const bool unpublished = m_import || (m_sorter && !m_publisher);
    m_import.reset();
    if (unpublished)
        storage::ImportStage::remove(m_context.connection.path());
}

Result<void> ContactImportSink::begin(DuplicatePolicy duplicates, bool dryRun)
{
    if (m_import || m_done)
        return domain::fail(ErrorCode::Conflict, u"another import is running"_s);
    auto import = storage::ContactImport::create(m_context.connection, m_context.vault, policyOf(duplicates));
    if (!import)
        return tl::unexpected(import.error());
    m_import = std::move(*import);
    m_dryRun = dryRun;
    m_counts = {};
    return {};
}

Result<ImportBatchResult> ContactImportSink::add(const QList<domain::Contact> &contacts)
{
    if (!m_import)
        return domain::fail(ErrorCode::Conflict, u"no import was begun"_s);
    ImportBatchResult result;
    for (const domain::Contact &contact : contacts) {
        const auto outcome = m_import->add(contact);
        if (!outcome)
            return tl::unexpected(outcome.error());
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
    m_counts.unchanged += result.unchanged;
    m_counts.skipped += result.skipped;
    return result;
}

void ContactImportSink::finish(std::function<void(double)> progress, std::function<void(Result<void>)> done)
{
    if (!m_import) {
        done(domain::fail(ErrorCode::Conflict, u"no import was begun"_s));
        return;
    }
    m_progress = std::move(progress);
    m_done = std::move(done);
    const auto closed = m_import->close();
    m_import.reset();
    if (!closed || m_dryRun || m_counts.added + m_counts.updated == 0) {
        storage::ImportStage::remove(m_context.connection.path());
        answer(closed);
        return;
    }
    m_discarded = false;
    m_sorter.reset(QThread::create([this, path = m_context.connection.path()] {
        auto result = storage::ImportStage::prepare(path);
        QMetaObject::invokeMethod(this, [this, result] { prepared(result); });
    }));
    m_sorter->setObjectName(u"import-sorter"_s);
    m_sorter->start();
}

void ContactImportSink::prepared(const Result<void> &result)
{
    m_sorter->wait();
    m_sorter.reset();
    if (!result || m_discarded) {
        storage::ImportStage::remove(m_context.connection.path());
        answer(m_discarded ? Result<void>(domain::fail(ErrorCode::Cancelled, u"the import was stopped"_s)) : result);
        return;
    }
    m_publisher = std::make_unique<storage::ImportPublisher>(m_context.connection, m_context.vault);
    if (auto begun = m_publisher->begin(m_context.now()); !begun) {
        m_publisher.reset();
        storage::ImportStage::remove(m_context.connection.path());
        answer(begun);
        return;
    }
    m_pieces.start(0);
}

void ContactImportSink::publishPiece()
{
    const auto over = m_publisher->step();
    if (over && !*over) {
        if (m_progress)
            m_progress(m_publisher->progress());
        return;
    }
    m_pieces.stop();
    m_publisher.reset(); // after a failure the stage stays: the next opening of the file goes on
    if (over) {
        noteImport();
        m_index.start(0);
        Q_EMIT contactsChanged();
    }
    answer(over.map([](bool) {}));
}

void ContactImportSink::noteImport()
{
    auto noted = changeOnly(m_context, [this](ChangeNote &note) -> Result<void> {
        note.action = u"contacts.import"_s;
        note.subject = u"contacts"_s;
        note.after = {{u"added"_s, m_counts.added}, {u"updated"_s, m_counts.updated}};
        return {};
    });
    if (!noted)
        qWarning("engine: the import is not in the audit: %s", qPrintable(noted.error().detail));
}

void ContactImportSink::answer(const Result<void> &result)
{
    m_progress = {};
    const auto done = std::exchange(m_done, {});
    if (done)
        done(result);
}

void ContactImportSink::discard()
{
    if (m_sorter) {
        m_discarded = true;
        return;
    }
    if (!m_import) // nothing, or being published: too late
        return;
    m_import.reset();
    storage::ImportStage::remove(m_context.connection.path());
}

void ContactImportSink::indexPiece()
{
    int indexed = 0;
    QElapsedTimer timer;
    timer.start();
    const auto done = m_context.connection.transaction(false, [&]() -> Result<void> {
        return storage::ContactStore(m_context.connection, m_context.vault)
            .indexPendingText(namesAtOnce)
            .map([&indexed](int count) { indexed = count; });
    });
    if (done && indexed > 0)
        m_index.start(static_cast<int>(timer.elapsed()) * indexRest);
    if (!done)
        qWarning("engine: names are missing in the text index: %s", qPrintable(done.error().detail));
}

Result<void> ContactImportSink::rememberFields(const QStringList &columns, const QStringList &fields)
{
    const QByteArray json = QJsonDocument(QJsonArray::fromStringList(fields)).toJson(QJsonDocument::Compact);
    return m_context.connection.transaction(false, [&] {
        return storage::SettingStore(m_context.connection)
            .rememberImportMapping(hashOf(columns), json, m_context.now());
    });
}

Result<std::optional<QStringList>> ContactImportSink::rememberedFields(const QStringList &columns)
{
    return storage::SettingStore(m_context.connection)
        .importMapping(hashOf(columns))
        .map([](const QByteArray &json) -> std::optional<QStringList> {
            if (json.isEmpty())
                return std::nullopt;
            QStringList fields;
            const QJsonArray array = QJsonDocument::fromJson(json).array();
            for (const QJsonValue &value : array)
                fields << value.toString();
            return fields;
        });
}

} // namespace engine

#include "sources/contacts/fileimporter.h"

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;
using engine::ImportReport;

namespace sources {

namespace {
constexpr int batchesOnTheirWay = 8; // a few thousand contacts: both threads stay busy, memory stays small
}

struct FileImporter::Run
{
    engine::ImportPlan plan;
    QStringList columns;
    QPointer<QObject> context;
    std::function<void(Result<ImportReport>)> then;
    ImportWorker *worker = nullptr; ///< in the thread; deleted there
    ImportReport counts;
    int onTheirWay = 0;
    bool lastSeen = false;
    bool sinkBegun = false;
    bool ending = false; ///< failed or cancelled: answers that are still to come are dropped
};

FileImporter::FileImporter(engine::EngineClient &client, QObject *parent)
    : engine::ContactImporter(parent), m_client(client), m_threadObject(new QObject)
{
    qRegisterMetaType<ImportBatch>();
    m_thread.setObjectName(u"import"_s);
    m_threadObject->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_threadObject, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
}

FileImporter::~FileImporter()
{
    if (m_run && m_run->worker)
        m_run->worker->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

bool FileImporter::isRunning() const { return m_run != nullptr; }

void FileImporter::preview(const QString &path, const std::optional<engine::FileFormat> &wanted, QObject *context,
                           std::function<void(Result<engine::ImportPreview>)> then)
{
    QMetaObject::invokeMethod(
        m_threadObject, [this, path, wanted, context = QPointer(context), then = std::move(then)] {
            auto made = previewFile(path, wanted);
            QMetaObject::invokeMethod(this, [this, made = std::move(made), context, then]() mutable {
                if (!context)
                    return;
                if (!made || !made->format.hasHeader) {
                    then(std::move(made));
                    return;
                }
                // A person's earlier choice for this header wins over the guess.
                m_client.command(
                    [columns = made->columns](engine::Commands &commands) {
                        return commands.importSink().rememberedFields(columns);
                    },
                    context,
                    [preview = *made, then](Result<std::optional<QStringList>> fields) mutable {
                        if (fields && *fields && (*fields)->size() == preview.columns.size()) {
                            preview.guessedFields = **fields;
                            preview.remembered = true;
                        }
                        then(preview);
                    });
            });
        });
}

void FileImporter::start(const engine::ImportPlan &plan, QObject *context,
                         std::function<void(Result<ImportReport>)> then)
{
    if (m_run) {
        then(domain::fail(ErrorCode::Conflict, u"another import is running"_s));
        return;
    }
    m_run = std::make_unique<Run>();
    m_run->plan = plan;
    m_run->context = context;
    m_run->then = std::move(then);
    m_run->worker = new ImportWorker(plan);
    m_run->worker->moveToThread(&m_thread);
    connect(m_run->worker, &ImportWorker::opened, this, [this](const QStringList &columns) {
        if (!m_run || m_run->ending)
            return;
        m_run->columns = columns;
        begin();
    });
    connect(m_run->worker, &ImportWorker::batchReady, this, &FileImporter::take);
    connect(m_run->worker, &ImportWorker::failed, this, &FileImporter::fail);
    connect(m_run->worker, &ImportWorker::finished, this, [this](const ImportReport &read) {
        if (!m_run || m_run->ending)
            return;
        ImportReport report = read;
        report.added = m_run->counts.added;
        report.updated = m_run->counts.updated;
        report.unchanged = m_run->counts.unchanged;
        report.skipped = m_run->counts.skipped;
        answer(report);
    });
    QMetaObject::invokeMethod(m_run->worker, &ImportWorker::open);
}

void FileImporter::begin()
{
    m_client.command(
        [plan = m_run->plan](engine::Commands &commands) {
            return commands.importSink().begin(plan.duplicates, plan.dryRun);
        },
        this,
        [this](Result<void> begun) {
            if (!m_run)
                return;
            if (!begun) {
                fail(begun.error());
                return;
            }
            m_run->sinkBegun = true;
            if (m_run->ending) {
                fail({ErrorCode::Cancelled, {}, {}});
                return;
            }
            for (int i = 0; i < batchesOnTheirWay; ++i)
                askForMore();
        });
}

void FileImporter::askForMore()
{
    if (m_run->lastSeen)
        return;
    ++m_run->onTheirWay;
    QMetaObject::invokeMethod(m_run->worker, &ImportWorker::readMore);
}

void FileImporter::take(const ImportBatch &batch)
{
    if (!m_run || m_run->ending)
        return;
    Q_EMIT progress(batch.progress);
    if (m_run->lastSeen) { // asked for before the end was known: empty
        settleBatch(batch, engine::ImportBatchResult{});
        return;
    }
    m_run->lastSeen = batch.last;
    m_client.command(
        [contacts = batch.contacts](engine::Commands &commands) { return commands.importSink().add(contacts); }, this,
        [this, rows = batch.rows](Result<engine::ImportBatchResult> result) {
            ImportBatch settled;
            settled.rows = rows;
            settleBatch(settled, result);
        });
}

void FileImporter::settleBatch(const ImportBatch &batch, const Result<engine::ImportBatchResult> &result)
{
    if (!m_run || m_run->ending)
        return;
    if (!result) {
        fail(result.error());
        return;
    }
    m_run->counts.added += result->added;
    m_run->counts.updated += result->updated;
    m_run->counts.unchanged += result->unchanged;
    m_run->counts.skipped += result->skipped;
    if (!result->rejects.isEmpty()) {
        QList<CsvRow> rows;
        QStringList reasons;
        for (const auto &reject : result->rejects) {
            rows << batch.rows[reject.index];
            reasons << reject.reason;
        }
        QMetaObject::invokeMethod(m_run->worker,
                                  [worker = m_run->worker, rows, reasons] { worker->reject(rows, reasons); });
    }
    --m_run->onTheirWay;
    if (!m_run->lastSeen)
        askForMore();
    else if (m_run->onTheirWay == 0)
        finishSink();
}

void FileImporter::finishSink()
{
    m_client.call<void>(
        [](engine::Commands &commands, engine::Reply<void> done) { commands.importSink().finish({}, std::move(done)); },
        this,
        [this](Result<void> finished) {
            if (!m_run)
                return;
            if (!finished) {
                m_run->sinkBegun = false; // what finish() could not do it has taken back itself
                fail(finished.error());
                return;
            }
            m_run->sinkBegun = false;
            if (!m_run->plan.dryRun && m_run->plan.format.hasHeader)
                m_client.command(
                    [columns = m_run->columns, fields = m_run->plan.fields](engine::Commands &commands) {
                        return commands.importSink().rememberFields(columns, fields);
                    },
                    this, [](Result<void>) {}); // a convenience: an import does not fail for it
            QMetaObject::invokeMethod(m_run->worker, &ImportWorker::finish);
        });
}

void FileImporter::cancel()
{
    if (m_run && !m_run->ending)
        fail({ErrorCode::Cancelled, u"the import was stopped; nothing was imported"_s, m_run->plan.path});
}

void FileImporter::fail(const domain::Error &error)
{
    if (!m_run)
        return;
    m_run->ending = true;
    if (!m_run->sinkBegun) {
        answer(tl::unexpected(error));
        return;
    }
    m_client.command(
        [](engine::Commands &commands) -> Result<void> {
            commands.importSink().discard();
            return {};
        },
        this, [this, error](Result<void>) { answer(tl::unexpected(error)); });
}

void FileImporter::answer(Result<ImportReport> result)
{
    const std::unique_ptr<Run> run = std::move(m_run);
    if (!run)
        return;
    run->worker->disconnect(this);
    run->worker->deleteLater();
    if (run->context)
        run->then(std::move(result));
}

} // namespace sources

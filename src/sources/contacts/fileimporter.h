#pragma once

#include "engine/client/client.h"
#include "sources/contacts/importworker.h"

#include <QThread>

namespace sources {

/// Imports CSV and TSV files: a thread of its own reads and maps rows, the engine's thread writes them, this object in
/// between (GUI thread, or the main thread of the command line) keeps a few batches on their way and never waits.
class FileImporter : public engine::ContactImporter
{
    Q_OBJECT

public:
    /// `client` is borrowed and outlives the importer.
    explicit FileImporter(engine::EngineClient &client, QObject *parent = nullptr);
    ~FileImporter() override;

    void preview(const QString &path, const std::optional<engine::FileFormat> &wanted, QObject *context,
                 std::function<void(domain::Result<engine::ImportPreview>)> then) override;
    void start(const engine::ImportPlan &plan, QObject *context,
               std::function<void(domain::Result<engine::ImportReport>)> then) override;
    void cancel() override;
    [[nodiscard]] bool isRunning() const override;

private:
    struct Run;
    void begin();
    void take(const ImportBatch &batch);
    void settleBatch(const ImportBatch &batch, const domain::Result<engine::ImportBatchResult> &result);
    void askForMore();
    void finishSink();
    void fail(const domain::Error &error);
    void answer(domain::Result<engine::ImportReport> result);

    engine::EngineClient &m_client;
    QThread m_thread;        ///< previews and workers
    QObject *m_threadObject; ///< lives in m_thread
    std::unique_ptr<Run> m_run;
};

} // namespace sources

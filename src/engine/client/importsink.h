#pragma once

#include "engine/client/importer.h"

namespace engine {

/// What became of the contacts of one batch.
struct ImportBatchResult
{
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 skipped = 0;
    struct Reject
    {
        qsizetype index = 0; ///< within the batch
        QString reason;
    };
    QList<Reject> rejects;
};

/// Where an import's contacts go: the engine's side of engine::ContactImporter. Engine thread. Nothing is seen of an
/// import before finish(); an import that is discarded, or that the program did not survive, leaves nothing.
class ImportSink
{
public:
    virtual ~ImportSink() = default;

    /// Conflict while another import runs. A dry run counts and writes nothing that stays.
    [[nodiscard]] virtual domain::Result<void> begin(DuplicatePolicy duplicates, bool dryRun) = 0;
    /// In the order of the file; at most a thousand at a time, so that a click is never long behind it.
    [[nodiscard]] virtual domain::Result<ImportBatchResult> add(const QList<domain::Contact> &contacts) = 0;
    /// Makes the contacts visible; answers when that is done. Progress from 0 to 1 through `progress`, engine thread.
    virtual void finish(std::function<void(double)> progress, std::function<void(domain::Result<void>)> done) = 0;
    virtual void discard() = 0;

    /// The fields a person chose for a file with this header, for the next one.
    [[nodiscard]] virtual domain::Result<void> rememberFields(const QStringList &columns,
                                                              const QStringList &fields) = 0;
    [[nodiscard]] virtual domain::Result<std::optional<QStringList>> rememberedFields(const QStringList &columns) = 0;
};

} // namespace engine

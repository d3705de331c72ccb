#pragma once

#include "engine/client/importsink.h"
#include "engine/commands/change.h"

#include <QTimer>

namespace storage {
class ContactImport;
class ImportPublisher;
} // namespace storage

namespace engine {

/// The engine's side of a contact import: stages what comes, sorts it in a thread of its own and publishes it in pieces
/// of about 10 ms between the engine's other work; afterwards puts the new names into the text index in the same way.
/// Engine thread; owned by who answers commands. Also takes up the text index where the last run left it.
class ContactImportSink : public QObject, public ImportSink
{
    Q_OBJECT

public:
    explicit ContactImportSink(CommandContext context, QObject *parent = nullptr);
    ~ContactImportSink() override;

    [[nodiscard]] domain::Result<void> begin(DuplicatePolicy duplicates, bool dryRun) override;
    [[nodiscard]] domain::Result<ImportBatchResult> add(const QList<domain::Contact> &contacts) override;
    void finish(std::function<void(double)> progress, std::function<void(domain::Result<void>)> done) override;
    void discard() override;
    [[nodiscard]] domain::Result<void> rememberFields(const QStringList &columns, const QStringList &fields) override;
    [[nodiscard]] domain::Result<std::optional<QStringList>> rememberedFields(const QStringList &columns) override;

Q_SIGNALS:
    void contactsChanged();

private:
    void prepared(const domain::Result<void> &result);
    void publishPiece();
    void indexPiece();
    void answer(const domain::Result<void> &result);
    void noteImport();

    CommandContext m_context;
    std::unique_ptr<storage::ContactImport> m_import;
    std::unique_ptr<storage::ImportPublisher> m_publisher;
    std::unique_ptr<QThread> m_sorter; ///< prepares the stage
    std::function<void(double)> m_progress;
    std::function<void(domain::Result<void>)> m_done; ///< set from finish() on
    QTimer m_pieces;
    QTimer m_index;
    ImportBatchResult m_counts;
    bool m_dryRun = false;
    bool m_discarded = false; ///< while it is being sorted
};

} // namespace engine

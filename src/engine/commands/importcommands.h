#pragma once

#include "engine/client/importsink.h"
#include "engine/commands/change.h"
#include "storage/contacts/contactimport.h"
#include "storage/contacts/importpublisher.h"

#include <QThread>
#include <QTimer>

namespace engine {

/// Takes an import's contacts into a stage beside the workspace, then publishes it in short pieces. Engine thread;
/// owned by the command handler.
class ImportCommands : public QObject, public ImportSink
{
    Q_OBJECT

public:
    /// `contactsChanged` is called when the contacts are there.
    ImportCommands(CommandContext context, std::function<void()> contactsChanged);
    ~ImportCommands() override;

    [[nodiscard]] domain::Result<void> begin(DuplicatePolicy duplicates, bool dryRun) override;
    [[nodiscard]] domain::Result<ImportBatchResult> add(const QList<domain::Contact> &contacts) override;
    void finish(std::function<void(double)> progress, std::function<void(domain::Result<void>)> done) override;
    void discard() override;
    [[nodiscard]] domain::Result<void> rememberFields(const QStringList &columns, const QStringList &fields) override;
    [[nodiscard]] domain::Result<std::optional<QStringList>> rememberedFields(const QStringList &columns) override;

private:
    void publish();
    void step();
    void indexNames();
    void answer(domain::Result<void> result);

    CommandContext m_context;
    std::function<void()> m_contactsChanged;
    bool m_running = false;
    bool m_dryRun = false;
    ImportBatchResult m_counts;
    std::unique_ptr<storage::ContactImport> m_import;
    std::unique_ptr<storage::ImportPublisher> m_publisher;
    std::unique_ptr<QThread> m_preparing; ///< sorts the stage; touches nothing of ours
    std::function<void(double)> m_progress;
    std::function<void(domain::Result<void>)> m_done;
    QTimer m_next; ///< the next piece, behind whatever else waits for this thread
};

} // namespace engine

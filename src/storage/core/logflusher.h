#pragma once

#include "domain/core/result.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <vector>

namespace storage {

/// Makes what was committed to a write-ahead log reach the disk, in a thread of its own, so that its owner works on while
/// the disk does. One flush at a time; what is asked for meanwhile shares the next. Lives, is called and answers in the
/// connection's thread; destroying it drops the answers.
/// The log is flushed through a descriptor of its own: SQLite keeps no locks on the log (closing one on the database
/// would drop them, and this one never opens that), and flushing is the file's, not the descriptor's.
class LogFlusher : public QObject
{
public:
    using Done = std::function<void(domain::Result<void>)>;

    explicit LogFlusher(const QString &database);
    ~LogFlusher() override;
    Q_DISABLE_COPY_MOVE(LogFlusher)

    /// All commits made before this call are on the disk when `done` is called without an error (FileNotWritable or
    /// DiskFull). Never called from within.
    void flush(Done done);

private:
    class Worker;
    void begin();
    void took(const domain::Result<void> &result);

    std::vector<Done> m_waiting;  ///< for the next flush
    std::vector<Done> m_flushing; ///< for this one
    QThread m_thread;
    Worker *m_worker; ///< lives in m_thread, deleted when that ends
};

} // namespace storage

#pragma once

#include <QString>
#include <QThread>

#include <atomic>

struct sqlite3;

namespace storage {

/// Folds the write-ahead log of a database into its file, in a thread and over a connection of its own: a commit then
/// never waits for megabytes to reach the disk. Belongs to the Connection whose commits it watches, and to its thread.
class LogFolder
{
public:
    /// Takes over from SQLite's own folding on `writer`. Where no second connection can be had, the writer folds
    /// itself.
    LogFolder(sqlite3 *writer, const QString &path, int pages);
    /// Waits for the folding that is under way; the writer has no hook afterwards.
    ~LogFolder();
    LogFolder(const LogFolder &) = delete;
    LogFolder &operator=(const LogFolder &) = delete;

    /// Fold once the log has that many pages of 4 kB.
    void setPages(int pages) { m_pages = pages; }

private:
    class Worker;
    static int committed(void *self, sqlite3 *writer, const char *database, int pagesInLog);
    void look(sqlite3 *writer, int pagesInLog);

    sqlite3 *m_writer;
    int m_pages;
    int m_seen = 0;           ///< pages in the log after the last commit
    bool m_beganAnew = false; ///< since the last folding: nothing of the log is in the file yet
    std::atomic<bool> m_isFolding = false;
    std::atomic<int> m_folded = 0; ///< pages of the log that are in the file already
    QThread m_thread;
    Worker *m_worker; ///< lives in m_thread, deleted when that ends
};

} // namespace storage

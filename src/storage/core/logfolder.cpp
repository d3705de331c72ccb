#include "storage/core/logfolder.h"

#include <QObject>

#include <sqlite3.h>

#include <cstring>

namespace storage {

namespace {

// What was written while the thread folded is folded by the writer, where it is that little (2 MB): the log starts anew
// only when all of it is in the file.
constexpr int littleRest = 500;

/// Pages of the log that are in the file now; -1 where it could not be tried.
int fold(sqlite3 *db)
{
    int inLog = 0;
    int folded = 0;
    const int rc = sqlite3_wal_checkpoint_v2(db, "main", SQLITE_CHECKPOINT_PASSIVE, &inLog, &folded);
    return rc == SQLITE_OK ? folded : -1;
}

} // namespace

class LogFolder::Worker : public QObject
{
public:
    Worker(const QString &path, std::atomic<bool> &isFolding, std::atomic<int> &folded)
        : m_path(path), m_isFolding(isFolding), m_folded(folded)
    {}
    ~Worker() override { sqlite3_close_v2(m_db); }

    void work()
    {
        if (!m_db && sqlite3_open_v2(m_path.toUtf8().constData(), &m_db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                                     nullptr) != SQLITE_OK) {
            sqlite3_close_v2(std::exchange(m_db, nullptr));
            m_folded = -1;
        } else {
            m_folded = fold(m_db);
        }
        m_isFolding = false;
    }

private:
    QString m_path;
    std::atomic<bool> &m_isFolding;
    std::atomic<int> &m_folded;
    sqlite3 *m_db = nullptr;
};

LogFolder::LogFolder(sqlite3 *writer, const QString &path, int pages)
    : m_writer(writer), m_pages(pages), m_worker(new Worker(path, m_isFolding, m_folded))
{
    m_thread.setObjectName(QStringLiteral("log-folder"));
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    sqlite3_wal_hook(writer, &LogFolder::committed, this);
}

LogFolder::~LogFolder()
{
    sqlite3_wal_hook(m_writer, nullptr, nullptr);
    m_thread.quit();
    m_thread.wait();
}

int LogFolder::committed(void *self, sqlite3 *writer, const char *database, int pagesInLog)
{
    if (std::strcmp(database, "main") == 0)
        static_cast<LogFolder *>(self)->look(writer, pagesInLog);
    return SQLITE_OK;
}

void LogFolder::look(sqlite3 *writer, int pagesInLog)
{
    m_beganAnew = m_beganAnew || pagesInLog < m_seen;
    m_seen = pagesInLog;
    if (pagesInLog < m_pages || m_isFolding)
        return;
    const int folded = std::exchange(m_beganAnew, false) ? 0 : m_folded.load();
    if (folded < 0 || pagesInLog - folded <= littleRest) { // below 0: the thread cannot
        fold(writer);
        m_folded = 0;
        return;
    }
    m_isFolding = true;
    QMetaObject::invokeMethod(m_worker, &Worker::work, Qt::QueuedConnection);
}

} // namespace storage

#include "storage/core/logflusher.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace storage {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

class LogFlusher::Worker : public QObject
{
public:
    explicit Worker(const QString &database) : m_log(QFile::encodeName(database + QStringLiteral("-wal"))) {}
    ~Worker() override
    {
        if (m_file >= 0)
            close(m_file);
    }

    [[nodiscard]] Result<void> flush()
    {
        if (m_file < 0)
            m_file = open(m_log.constData(), O_RDONLY | O_CLOEXEC);
        if (m_file >= 0 && fdatasync(m_file) == 0)
            return {};
        const int error = errno;
        const bool full = error == ENOSPC || error == EDQUOT;
        return fail(full ? ErrorCode::DiskFull : ErrorCode::FileNotWritable,
                    QStringLiteral("the log does not reach the disk: %1").arg(QString::fromLocal8Bit(strerror(error))),
                    QFile::decodeName(m_log));
    }

private:
    QByteArray m_log;
    int m_file = -1;
};

LogFlusher::LogFlusher(const QString &database) : m_worker(new Worker(database))
{
    m_thread.setObjectName(QStringLiteral("log-flusher"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

LogFlusher::~LogFlusher()
{
    m_thread.quit();
    m_thread.wait();
}

void LogFlusher::flush(Done done)
{
    m_waiting.push_back(std::move(done));
    if (m_flushing.empty())
        begin();
}

void LogFlusher::begin()
{
    m_flushing = std::exchange(m_waiting, {});
    QMetaObject::invokeMethod(
        m_worker,
        [this, worker = m_worker] {
            auto result = worker->flush();
            QMetaObject::invokeMethod(this, [this, result = std::move(result)] { took(result); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void LogFlusher::took(const Result<void> &result)
{
    const std::vector<Done> flushed = std::exchange(m_flushing, {});
    if (!m_waiting.empty())
        begin();
    for (const Done &done : flushed)
        done(result);
}

} // namespace storage

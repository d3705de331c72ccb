#pragma once

#include "engine/client/queries.h"
#include "storage/core/workspacefile.h"

#include <QObject>

#include <functional>
#include <memory>

namespace engine {

/// A thread that reads: one read-only connection, one piece of work at a time. Everything but the constructor is called
/// in its thread. Owned by the session.
class Reader : public QObject
{
public:
    explicit Reader(const domain::Clock &clock) : m_clock(clock) {}

    [[nodiscard]] domain::Result<void> open(const QString &path, const QByteArray &key);
    void run(const std::function<void(Queries &)> &work);
    void close() { m_file.reset(); }

private:
    const domain::Clock &m_clock;
    std::unique_ptr<storage::WorkspaceFile> m_file;
};

} // namespace engine

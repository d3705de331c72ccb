#include "engine/threads/reader.h"

namespace engine {

domain::Result<void> Reader::open(const QString &path, const QByteArray &key)
{
    auto file = storage::WorkspaceFile::open(path, key, storage::Connection::Access::ReadOnly);
    if (!file)
        return tl::unexpected(file.error());
    m_file = std::make_unique<storage::WorkspaceFile>(std::move(*file));
    return {};
}

void Reader::run(const std::function<void(Queries &)> &work)
{
    if (!m_file)
        return;
    Queries queries(m_file->connection(), m_file->vault(), m_clock.now());
    work(queries);
}

} // namespace engine

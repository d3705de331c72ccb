#include "simulator/logfile.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace simulator {

LogFile::LogFile(const QString &path)
{
    if (!path.isEmpty())
        m_file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

LogFile::~LogFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

bool LogFile::write(std::string_view line) const
{
    // One call a line: lines of several programs on one file do not mix, and nothing waits in a buffer of ours.
    return ::write(m_file, line.data(), line.size()) == ssize_t(line.size());
}

} // namespace simulator

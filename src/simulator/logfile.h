#pragma once

#include <QString>

#include <string_view>

namespace simulator {

/// A file that only grows. What write() has said yes to survives the end of the program, however it ends.
class LogFile
{
public:
    /// An empty path opens nothing.
    explicit LogFile(const QString &path);
    ~LogFile();
    Q_DISABLE_COPY_MOVE(LogFile)

    [[nodiscard]] bool isOpen() const { return m_file >= 0; }
    [[nodiscard]] bool write(std::string_view line) const;

private:
    int m_file = -1;
};

} // namespace simulator

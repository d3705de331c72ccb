#pragma once

#include <QByteArray>

#include <chrono>
#include <sys/types.h>

namespace bench {

/// A provider's server as light as it can be: every POST is a message taken (201 in Twilio's shape, each with an id of
/// its own), every GET an empty list of messages. A process of its own, so that its work is not counted as the
/// client's; ends with this one. Make it before the first thread.
class ReplyServer
{
public:
    /// `latency`: between a whole request and its answer. Aborts where no port can be had.
    explicit ReplyServer(std::chrono::milliseconds latency = {});
    ~ReplyServer();
    ReplyServer(const ReplyServer &) = delete;
    ReplyServer &operator=(const ReplyServer &) = delete;

    /// "http://127.0.0.1:PORT"
    [[nodiscard]] QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_port); }

private:
    quint16 m_port = 0;
    pid_t m_process = -1;
};

} // namespace bench

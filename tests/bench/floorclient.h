#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdint>

namespace bench {

/// What a bare libcurl multi client reaches: the floor against which sending is measured.
struct FloorResult
{
    std::int64_t answered = 0; ///< with status 201
    std::int64_t other = 0;    ///< another status, or a transfer that failed
    std::chrono::duration<double> elapsed{0};
    std::chrono::duration<double> cpu{0}; ///< of the calling thread
    [[nodiscard]] double perSecond() const { return elapsed.count() > 0 ? double(answered) / elapsed.count() : 0; }
};

struct FloorOptions
{
    QByteArray url;      ///< of the Messages.json to post to
    QByteArray userPass; ///< for HTTP Basic
    std::int64_t messages = 100'000;
    int inFlight = 64; ///< transfers at the same time, each over its own kept-alive connection
};

/// Posts `messages` sends, each to its own number and with its own text, and reads every answer. Nothing is parsed
/// and nothing is stored. Blocks the calling thread.
[[nodiscard]] FloorResult runFloorClient(const FloorOptions &options);

} // namespace bench

#pragma once

#include <QtGlobal>

#include <chrono>

namespace api {

/// What one side of a connection may take of us. The times are from a state's beginning, whatever trickles in.
struct Limits
{
    std::size_t connections = 1'000; ///< one more: the one that has been silent for longest goes
    quint32 headerBytes = 16 * 1024;
    quint64 bodyBytes = 1024 * 1024;
    std::chrono::milliseconds handshake{5'000};
    std::chrono::milliseconds head{15'000}; ///< from the last answer to the next request's whole head
    std::chrono::milliseconds body{10'000};
    std::chrono::milliseconds answer{10'000}; ///< for the engine; then 503
    std::chrono::milliseconds write{10'000};
    std::chrono::milliseconds linger{1'000}; ///< to hear out whom we refused,
    quint64 lingerBytes = 4 * 1024 * 1024;   ///< and how much of it
    qsizetype unanswered = 2'000;            ///< requests that wait for the engine; then 503 at once
};

} // namespace api

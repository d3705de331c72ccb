#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>

/// The longest time the event loop of its thread did not turn: what a person would feel as a stall. A timer is due
/// every millisecond; how much later it comes is the stall. Costs about 1 % of a core while it runs.
class StallMeter : public QObject
{
public:
    explicit StallMeter(QObject *parent = nullptr) : QObject(parent), m_timer(this)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(period);
        connect(&m_timer, &QTimer::timeout, this, &StallMeter::tick);
    }

    void start()
    {
        m_longest = std::chrono::microseconds{0};
        m_clock.start();
        m_timer.start();
    }
    /// Counts the stall that lasts until now, too.
    void stop()
    {
        if (m_timer.isActive())
            tick();
        m_timer.stop();
    }
    [[nodiscard]] std::chrono::microseconds longest() const { return m_longest; }
    [[nodiscard]] double longestMs() const { return static_cast<double>(m_longest.count()) / 1000.0; }

private:
    static constexpr std::chrono::milliseconds period{1};

    void tick()
    {
        const std::chrono::nanoseconds since{m_clock.nsecsElapsed()};
        m_clock.restart();
        m_longest = std::max(m_longest, std::chrono::duration_cast<std::chrono::microseconds>(since - period));
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    std::chrono::microseconds m_longest{0};
};

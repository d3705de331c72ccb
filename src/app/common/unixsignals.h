#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace app {

/// SIGINT, SIGTERM and SIGHUP as a Qt signal, in the thread that made it. One for each program.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void stopAsked();

private:
    std::array<int, 2> m_sockets{-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace app

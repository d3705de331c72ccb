#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>

namespace engine {

/// Watches any number of sockets behind one descriptor (epoll), so that the event loop polls one instead of hundreds.
/// One thread; owned by HttpClient.
class SocketWatch : public QObject
{
public:
    enum Wish : unsigned { Nothing = 0, Read = 1, Write = 2, Failed = 4 };

    /// `ready(fd, wishes)` for each socket that has something, then `batchDone()` once.
    SocketWatch(std::function<void(int fd, unsigned ready)> ready, std::function<void()> batchDone);
    ~SocketWatch() override;

    void add(int fd, unsigned wishes);
    void change(int fd, unsigned wishes);
    /// Also for sockets that are closed already.
    void remove(int fd);

private:
    void dispatch();

    std::function<void(int, unsigned)> m_ready;
    std::function<void()> m_batchDone;
    int m_epoll;
    QSocketNotifier m_notifier;
};

} // namespace engine

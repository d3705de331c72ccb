#include "engine/http/socketwatch.h"

#include <array>

#include <sys/epoll.h>
#include <unistd.h>

namespace engine {

namespace {

epoll_event eventFor(int fd, unsigned wishes)
{
    epoll_event event{};
    if (wishes & SocketWatch::Read)
        event.events |= EPOLLIN;
    if (wishes & SocketWatch::Write)
        event.events |= EPOLLOUT;
    event.data.fd = fd;
    return event;
}

} // namespace

SocketWatch::SocketWatch(std::function<void(int, unsigned)> ready, std::function<void()> batchDone)
    : m_ready(std::move(ready)), m_batchDone(std::move(batchDone)), m_epoll(epoll_create1(EPOLL_CLOEXEC)),
      m_notifier(m_epoll, QSocketNotifier::Read)
{
    Q_ASSERT(m_epoll >= 0);
    connect(&m_notifier, &QSocketNotifier::activated, this, &SocketWatch::dispatch);
}

SocketWatch::~SocketWatch()
{
    m_notifier.setEnabled(false);
    close(m_epoll);
}

void SocketWatch::add(int fd, unsigned wishes)
{
    epoll_event event = eventFor(fd, wishes);
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
}

void SocketWatch::change(int fd, unsigned wishes)
{
    epoll_event event = eventFor(fd, wishes);
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, fd, &event);
}

void SocketWatch::remove(int fd) { epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, nullptr); }

void SocketWatch::dispatch()
{
    std::array<epoll_event, 256> events;
    const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<size_t>(i)];
        unsigned ready = Nothing;
        if (event.events & EPOLLIN)
            ready |= Read;
        if (event.events & EPOLLOUT)
            ready |= Write;
        if (event.events & (EPOLLERR | EPOLLHUP))
            ready |= Failed;
        m_ready(event.data.fd, ready);
    }
    m_batchDone();
}

} // namespace engine

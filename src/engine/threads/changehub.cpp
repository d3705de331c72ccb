#include "engine/threads/changehub.h"

namespace engine {

ChangeHub::ChangeHub(domain::Millis pause, QObject *parent)
    : QObject(parent), m_timer(this) // a child moves into the engine's thread with it
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &ChangeHub::flush);
}

void ChangeHub::note(Topics topics)
{
    m_gathered |= topics;
    if (!m_timer.isActive())
        flush();
}

void ChangeHub::flush()
{
    if (!m_gathered)
        return;
    m_timer.start();
    Q_EMIT changed(std::exchange(m_gathered, {}));
}

} // namespace engine

#include "simulator/dialect.h"

namespace simulator {

bool Dialect::failsBefore(Reply &reply)
{
    Faults &faults = m_world.faults;
    if (m_world.strikes(faults.slow))
        reply.delay += m_world.draw(faults.slowBy);
    if (m_world.strikes(faults.hang)) {
        reply.action = Reply::Action::Hang;
        return true;
    }
    if (m_world.strikes(faults.dropBefore)) {
        reply.action = Reply::Action::Drop;
        return true;
    }
    if (m_world.strikes(faults.tooMany)) {
        setTrouble(reply, Trouble::TooMany);
        reply.retryAfterSeconds = faults.retryAfterSeconds.value_or(-1);
        return true;
    }
    if (m_world.strikes(faults.serverError)) {
        setTrouble(reply, Trouble::Server);
        return true;
    }
    return false;
}

void Dialect::failAfter(Reply &reply)
{
    Faults &faults = m_world.faults;
    if (m_world.strikes(faults.hangAccepting))
        reply.action = Reply::Action::Hang;
    else if (m_world.strikes(faults.dropAccepting))
        reply.action = Reply::Action::Drop;
    else if (m_world.strikes(faults.serverErrorAccepting))
        setTrouble(reply, Trouble::Server);
}

} // namespace simulator

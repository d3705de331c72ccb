#pragma once

#include "engine/client/models.h"

#include <QObject>
#include <QTimer>

namespace engine {

/// Gathers 'this may have changed' and passes it on at most four times a second: the first at once, the rest together.
/// Engine thread; owned by the engine's room.
class ChangeHub : public QObject
{
    Q_OBJECT

public:
    explicit ChangeHub(domain::Millis pause = domain::Millis{250}, QObject *parent = nullptr);

    void note(Topics topics);

Q_SIGNALS:
    void changed(engine::Topics topics);

private:
    void flush();

    Topics m_gathered;
    QTimer m_timer;
};

} // namespace engine

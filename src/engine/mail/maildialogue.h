#pragma once

#include "domain/core/types.h"

#include <QByteArray>
#include <QString>

namespace engine {

/// The client's side of one connection's conversation: pure, bytes in, bytes out. Driven by MailLine.
class MailDialogue
{
public:
    virtual ~MailDialogue() = default;

    /// What to write now that these bytes came; may be nothing.
    [[nodiscard]] virtual QByteArray received(const QByteArray &bytes) = 0;
    /// Everything to be written has left: what follows at once, or nothing.
    [[nodiscard]] virtual QByteArray written() { return {}; }
    /// The connection is gone, or the time over.
    virtual void lost(const QString &why) = 0;
    /// Something is asked and not yet answered.
    [[nodiscard]] virtual bool isOpen() const = 0;
    /// How long the other side may take for what is awaited now.
    [[nodiscard]] virtual domain::Millis patience() const = 0;
    /// Said before the connection is closed, if it is still in order.
    [[nodiscard]] virtual QByteArray farewell() const = 0;
};

} // namespace engine

#pragma once

#include "domain/core/result.h"
#include "domain/core/types.h"

#include <QList>
#include <QObject>

#include <functional>

namespace gui {

/// What a made-up phone got or wrote.
struct PhoneMessage
{
    QString id;
    QString phone; ///< its number
    QString other; ///< whom it came from, or whom it was written to
    QString text;
    QString status; ///< the network's word: sent, delivered, failed …
    bool isFromPhone = false;
    domain::Instant at{};

    friend bool operator==(const PhoneMessage &, const PhoneMessage &) = default;
};

/// The made-up phones the window shows. GUI thread, never waits; `app` joins it to the simulator.
class PhoneNetwork
{
public:
    using Messages = std::function<void(domain::Result<QList<PhoneMessage>>)>;

    virtual ~PhoneNetwork() = default;
    /// Newest first; of every phone where `phone` is empty. Answered while `context` lives.
    virtual void messages(const QString &phone, int limit, QObject *context, Messages then) = 0;
    /// The phone writes to `to`, or to whoever wrote to it last.
    virtual void reply(const QString &phone, const QString &to, const QString &text, QObject *context,
                       std::function<void(domain::Result<void>)> then) = 0;
};

} // namespace gui

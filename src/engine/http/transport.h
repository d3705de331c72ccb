#pragma once

#include "domain/provider/http.h"

#include <functional>

namespace engine {

/// Carries requests to the world outside: HttpClient over sockets, tests with scripted answers.
/// Lives in the engine's thread, as do all its callbacks.
class Transport
{
public:
    using Done = std::function<void(domain::HttpResponse)>;

    virtual ~Transport() = default;

    /// Carries the request out at most once: no repeat, no redirect, no cookie. `done` is called exactly once, never
    /// from within send(), with how far the request got. As many requests as the caller likes may be in flight.
    virtual void send(domain::HttpRequest request, Done done) = 0;

    /// Ends every request now: each `done` is called before this returns, with what Reached says of it at this moment.
    virtual void cancelAll() = 0;

    /// Requests whose `done` has not been called yet.
    [[nodiscard]] virtual int inFlight() const = 0;
};

} // namespace engine

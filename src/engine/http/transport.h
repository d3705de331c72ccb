#pragma once

#include "domain/provider/http.h"
#include "domain/provider/outcome.h"

#include <functional>

namespace engine {

/// Carries requests to the world outside: HttpClient over sockets, tests with scripted answers.
/// Lives in the engine's thread, as do all its callbacks.
class Transport
{
public:
    using Done = std::function<void(domain::HttpResponse)>;
    /// What is asked and how the answer reads. Both are called in whichever thread suits the transport, `make` once,
    /// `read` at most twice: they touch nothing that changes.
    struct Exchange
    {
        std::function<domain::HttpRequest()> make;
        std::function<domain::Outcome(const domain::HttpResponse &)> read;
    };
    using Ended = std::function<void(domain::Outcome outcome, int status, domain::Millis latency)>;

    virtual ~Transport() = default;

    /// Carries the request out at most once: no repeat, no redirect, no cookie. `done` is called exactly once, never
    /// from within send(), with how far the request got. As many requests as the caller likes may be in flight.
    virtual void send(domain::HttpRequest request, Done done) = 0;

    /// As send(), with the work on request and answer where it does not keep the engine from the disk.
    virtual void exchange(Exchange exchange, Ended ended)
    {
        domain::HttpRequest request = exchange.make();
        send(std::move(request),
             [read = std::move(exchange.read), ended = std::move(ended)](const domain::HttpResponse &response) {
                 ended(read(response), response.status, response.latency);
             });
    }

    /// Ends every request now: each `done` is called before this returns, with what Reached says of it at this moment.
    virtual void cancelAll() = 0;

    /// Requests whose `done` has not been called yet.
    [[nodiscard]] virtual int inFlight() const = 0;
};

} // namespace engine

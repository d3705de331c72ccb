#pragma once

#include "engine/workspacesession.h"

namespace app {

/// The object graph, top to bottom: which key store, transport, providers, clock, engine and importer a session is made
/// of. What is borrowed lives as long as the program's main function.
class Composition
{
public:
    Composition();
    ~Composition();
    Composition(const Composition &) = delete;
    Composition &operator=(const Composition &) = delete;

    /// A session that is not open yet. GUI thread, or the main thread of the command line.
    [[nodiscard]] std::unique_ptr<engine::WorkspaceSession> makeSession() const;
    [[nodiscard]] const domain::ProviderFactory &providers() const;
    [[nodiscard]] const domain::Clock &clock() const;
    /// Of the simulator that rehearsals send to; empty where none has begun in this program.
    [[nodiscard]] QString rehearsalUrl() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace app

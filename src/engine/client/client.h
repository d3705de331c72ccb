#pragma once

#include "engine/client/commands.h"
#include "engine/client/importer.h"
#include "engine/client/queries.h"

#include <QObject>
#include <QPointer>

#include <any>
#include <functional>
#include <memory>
#include <type_traits>

namespace engine {

/// The window's only way to the engine: lives in the GUI thread, never waits. Work runs elsewhere, the answer comes
/// back to `context`'s thread if `context` still lives. One for each open workspace; owned by `app`.
class EngineClient : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// `work(Queries &) -> Result<T>` in a reader; then `then(Result<T>)`.
    template <class Work, class Then>
    void ask(Work work, QObject *context, Then then)
    {
        postQuery([work = std::move(work), context = QPointer<QObject>(context), then = std::move(then),
                   self = QPointer(this)](Queries &queries) mutable {
            deliver(self, context, std::move(then), work(queries));
        });
    }

    /// `work(Commands &) -> Result<T>` in the engine's thread; then `then(Result<T>)`. NotAllowed, without work, where
    /// the workspace is open for reading alone.
    template <class Work, class Then>
    void command(Work work, QObject *context, Then then)
    {
        postCommand([work = std::move(work), context = QPointer<QObject>(context), then = std::move(then),
                     self = QPointer(this)](const domain::Result<Commands *> &commands) mutable {
            using Answer = decltype(work(**commands));
            deliver(self, context, std::move(then),
                    commands ? work(**commands) : Answer(tl::unexpected(commands.error())));
        });
    }

    /// `work(Commands &, Reply<T>)` in the engine's thread, for what answers later; then `then(Result<T>)`.
    template <class T, class Work, class Then>
    void call(Work work, QObject *context, Then then)
    {
        postCommand([work = std::move(work), context = QPointer<QObject>(context), then = std::move(then),
                     self = QPointer(this)](const domain::Result<Commands *> &commands) mutable {
            const Reply<T> reply(
                [self, context, then](domain::Result<T> result) { deliver(self, context, then, std::move(result)); });
            if (commands)
                work(**commands, reply);
            else
                reply(tl::unexpected(commands.error()));
        });
    }

    /// The import of contact files; lives in the GUI thread and works elsewhere. Owned by the client.
    [[nodiscard]] virtual ContactImporter &importer() = 0;
    /// The last pulse.
    [[nodiscard]] virtual EngineStatus status() const = 0;

Q_SIGNALS:
    void changed(engine::Topics topics);
    void statusChanged(const engine::EngineStatus &status);

protected:
    /// Implementations run these in a reader's or the engine's thread, in order of posting for commands.
    virtual void postQuery(std::function<void(Queries &)> work) = 0;
    /// The error, given in place of the commands: nothing can be changed here.
    virtual void postCommand(std::function<void(domain::Result<Commands *>)> work) = 0;

private:
    // QPointers of objects of the GUI thread are only looked at there: the answer first goes to the client's thread.
    template <class Then, class Value>
    static void deliver(const QPointer<EngineClient> &self, const QPointer<QObject> &context, Then then, Value value)
    {
        if (EngineClient *client = self.data())
            QMetaObject::invokeMethod(
                client,
                [context, then = std::move(then), value = std::move(value)]() mutable {
                    if (context)
                        then(std::move(value));
                },
                Qt::QueuedConnection);
    }
};

} // namespace engine

Q_DECLARE_METATYPE(engine::EngineStatus)

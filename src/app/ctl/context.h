#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/output.h"
#include "engine/workspacesession.h"

#include <QJsonArray>
#include <QObject>

#include <memory>

namespace ctl {

/// One run of heliographctl: the workspace's session, what was asked, and how it ends. Lives in the main thread.
class Context : public QObject
{
    Q_OBJECT

public:
    Context(QString path, Arguments given, Output output, std::optional<QByteArray> secret,
            engine::WorkspaceSession *opened)
        : workspacePath(std::move(path)), arguments(std::move(given)), out(output), passphrase(std::move(secret)),
          session(opened)
    {}

    const QString workspacePath;
    const Arguments arguments;
    const Output out;
    const std::optional<QByteArray> passphrase;
    engine::WorkspaceSession *const session; ///< open, but for `init`

    /// Ends the program with this status, once.
    void finish(int code);
    void fail(const domain::Error &error) { finish(out.failed(error)); }
    void wrongUsage(const QString &sentence) { finish(out.wrongUsage(sentence, {})); }

    /// ask(), command() and call() of the session; `then` gets the value, a failure is printed and ends the program.
    template <class Work, class Then>
    void ask(Work work, Then then)
    {
        session->ask(std::move(work), this, valueOrEnd(std::move(then)));
    }
    template <class Work, class Then>
    void command(Work work, Then then)
    {
        session->command(std::move(work), this, valueOrEnd(std::move(then)));
    }
    template <class T, class Work, class Then>
    void call(Work work, Then then)
    {
        session->call<T>(std::move(work), this, valueOrEnd(std::move(then)));
    }

    /// Reads a list page by page, at most `left` rows; `page(queries, cursor, limit)` reads one in the reader's thread,
    /// `then(rows)` gets them all, each as `json(row)` makes it.
    template <class ReadPage, class Json, class Then>
    void askAll(ReadPage page, qsizetype left, Json json, Then then, const QString &cursor = {},
                std::shared_ptr<QJsonArray> rows = std::make_shared<QJsonArray>())
    {
        constexpr qsizetype pageRows = 500;
        ask([page, cursor,
             limit = int(qMin(left, pageRows))](engine::Queries &queries) { return page(queries, cursor, limit); },
            [this, page, left, json, then = std::move(then), rows](const auto &got) mutable {
                for (const auto &row : got.rows)
                    rows->append(json(row));
                const qsizetype remaining = left - got.rows.size();
                if (!got.next.isEmpty() && remaining > 0)
                    askAll(std::move(page), remaining, std::move(json), std::move(then), got.next, rows);
                else
                    then(*rows);
            });
    }

Q_SIGNALS:
    void finished(int code);

private:
    template <class Then>
    auto valueOrEnd(Then then)
    {
        return [this, then = std::move(then)](auto result) mutable {
            if (!result)
                fail(result.error());
            else if constexpr (std::is_void_v<typename decltype(result)::value_type>)
                then();
            else
                then(std::move(*result));
        };
    }

    bool m_finished = false;
};

/// A command of heliographctl.
struct Command
{
    QStringList words; ///< "campaign", "create"
    QString usage;     ///< what follows the words
    QString purpose;
    QStringList options; ///< as for Arguments::parse
    int plainAtLeast = 0;
    int plainAtMost = 0;
    std::optional<engine::SessionMode> mode; ///< empty: it opens no session
    std::function<void(Context &)> run;
    bool needsWorkspace = true;
    std::function<QString(const QStringList &plain)> help = {}; ///< more than `usage` has room for
};

[[nodiscard]] QList<Command> workspaceCommands();
[[nodiscard]] QList<Command> contactCommands();
[[nodiscard]] QList<Command> segmentCommands();
[[nodiscard]] QList<Command> contentCommands();
[[nodiscard]] QList<Command> campaignCommands();
[[nodiscard]] QList<Command> providerCommands();
[[nodiscard]] QList<Command> presetCommands();
[[nodiscard]] QList<Command> routeCommands();
[[nodiscard]] QList<Command> webhookCommands();
[[nodiscard]] QList<Command> codeCommands();
[[nodiscard]] QList<Command> runCommands();

/// What `health` says of the webhooks.
[[nodiscard]] QJsonObject summaryOf(const engine::WebhookStatus &status);

/// A whole number of at least `least` from an option; prints and ends the program where it is none.
[[nodiscard]] std::optional<int> numberOption(Context &context, const QString &name, int otherwise, int least,
                                              int most);

} // namespace ctl

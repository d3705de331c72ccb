#include "app/common/coredump.h"
#include "app/composition/composition.h"
#include "app/ctl/context.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

using ctl::Command;
using ctl::Output;

QList<Command> allCommands()
{
    return ctl::workspaceCommands() + ctl::providerCommands() + ctl::presetCommands() + ctl::routeCommands() +
           ctl::contactCommands() + ctl::segmentCommands() + ctl::contentCommands() + ctl::campaignCommands() +
           ctl::webhookCommands() + ctl::codeCommands() + ctl::runCommands();
}

void printHelp(std::FILE *stream)
{
    std::fputs("heliographctl -w FILE [--json] [--passphrase-file FILE] COMMAND …\n\n", stream);
    for (const Command &command : allCommands())
        std::fprintf(stream, "  %s %s\n        %s\n", qPrintable(command.words.join(u' ')), qPrintable(command.usage),
                     qPrintable(command.purpose));
    std::fputs("\nWhere no key store is reachable, the workspace's passphrase is read from --passphrase-file or\n"
               "HELIOGRAPH_PASSPHRASE. Exit status: 0 done, 1 failed, 2 wrong usage.\n",
               stream);
}

/// What stands before a command's words.
struct Global
{
    QString workspace;
    bool json = false;
    QString passphraseFile;
    QStringList rest;
    QString problem;
};

// -w, --json and --passphrase-file may stand anywhere.
Global readGlobal(QStringList words)
{
    Global global;
    while (!words.isEmpty()) {
        const QString word = words.takeFirst();
        const auto value = [&](const QString &name) {
            if (words.isEmpty()) {
                global.problem = name + u" needs a value"_s;
                return QString();
            }
            return words.takeFirst();
        };
        if (word == u"--json")
            global.json = true;
        else if (word == u"-w" || word == u"--workspace")
            global.workspace = value(word);
        else if (word.startsWith("--workspace="_L1))
            global.workspace = word.mid(12);
        else if (word == u"--passphrase-file")
            global.passphraseFile = value(word);
        else if (word.startsWith("--passphrase-file="_L1))
            global.passphraseFile = word.mid(18);
        else
            global.rest << word;
    }
    return global;
}

std::optional<QByteArray> passphrase(const Global &global, domain::Error &problem)
{
    if (!global.passphraseFile.isEmpty()) {
        QFile file(global.passphraseFile);
        if (!file.open(QIODevice::ReadOnly)) {
            problem = {file.exists() ? domain::ErrorCode::FileNotReadable : domain::ErrorCode::FileMissing,
                       file.errorString(), global.passphraseFile};
            return std::nullopt;
        }
        QByteArray first = file.readLine(4096);
        while (first.endsWith('\n') || first.endsWith('\r'))
            first.chop(1);
        return first;
    }
    if (qEnvironmentVariableIsSet("HELIOGRAPH_PASSPHRASE"))
        return qgetenv("HELIOGRAPH_PASSPHRASE");
    return std::nullopt;
}

const Command *findCommand(const QList<Command> &commands, const QStringList &words)
{
    const Command *found = nullptr;
    for (const Command &command : commands)
        if (words.mid(0, command.words.size()) == command.words &&
            (!found || command.words.size() > found->words.size()))
            found = &command;
    return found;
}

} // namespace

int main(int argc, char **argv)
{
    app::forbidCoreFiles();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"heliographctl"_s);
    QCoreApplication::setOrganizationName(u"Heliograph"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HELIOGRAPH_VERSION));

    const Global global = readGlobal(QCoreApplication::arguments().mid(1));
    const Output out(global.json);
    if (!global.problem.isEmpty())
        return out.wrongUsage(global.problem, {});
    if (global.rest.value(0) == u"--version") {
        std::printf("heliographctl %s\n", HELIOGRAPH_VERSION);
        return ctl::Done;
    }
    if (global.rest.isEmpty() || global.rest.value(0) == u"help" || global.rest.value(0) == u"--help" ||
        global.rest.value(0) == u"-h") {
        printHelp(global.rest.isEmpty() ? stderr : stdout);
        return global.rest.isEmpty() ? ctl::WrongUsage : ctl::Done;
    }
    const QList<Command> commands = allCommands();
    const Command *command = findCommand(commands, global.rest);
    if (!command)
        return out.wrongUsage(
            u"there is no command '%1'; heliographctl help lists them"_s.arg(global.rest.mid(0, 2).join(u' ')), {});
    const QString usage = u"heliographctl -w FILE "_s + command->words.join(u' ') + u' ' + command->usage;
    const QStringList words = global.rest.mid(command->words.size());
    if (words.contains(u"--help"_s)) {
        std::printf("%s\n    %s\n", qPrintable(usage), qPrintable(command->purpose));
        if (command->help) // a word that is no option names what help is wanted about
            std::printf("\n%s", qPrintable(command->help(words.filter(QRegularExpression(u"^[^-]"_s)))));
        return ctl::Done;
    }
    const auto arguments = ctl::Arguments::parse(words, command->options);
    if (!arguments)
        return out.wrongUsage(arguments.error(), usage);
    if (arguments->plain().size() < command->plainAtLeast || arguments->plain().size() > command->plainAtMost)
        return out.wrongUsage(arguments->plain().size() < command->plainAtLeast
                                  ? u"something is missing"_s
                                  : u"'%1' is too much"_s.arg(arguments->plain().at(command->plainAtMost)),
                              usage);
    if (global.workspace.isEmpty() && command->needsWorkspace)
        return out.wrongUsage(u"which workspace? Name its file with -w FILE"_s, usage);
    domain::Error problem;
    const auto secret = passphrase(global, problem);
    if (!problem.detail.isEmpty())
        return out.failed(problem);

    const app::Composition composition;
    const auto session = composition.makeSession();
    ctl::Context context(QFileInfo(global.workspace).absoluteFilePath(), *arguments, out, secret, session.get());
    QObject::connect(&context, &ctl::Context::finished, &application, [&](int code) {
        constexpr domain::Millis grace{5'000};
        session->close(grace, [code] { QCoreApplication::exit(code); });
    });
    QMetaObject::invokeMethod(
        &context,
        [&] {
            if (!command->mode) {
                command->run(context);
                return;
            }
            session->open(context.workspacePath, context.passphrase, *command->mode, [&](domain::Result<void> opened) {
                if (!opened)
                    context.fail(opened.error());
                else
                    command->run(context);
            });
        },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}

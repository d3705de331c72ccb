#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace apptest {

using namespace Qt::StringLiterals;

struct Plan
{
    int recipients = 500;
    int kills = 8;
    double ratePerSecond = 100;
    int inFlight = 30;
    int earliestMs = 5; ///< of a kill, after the program's start
    int latestMs = 1'500;
    QStringList network; ///< arguments of the simulator
    quint32 seed = 1;
    bool window = false;                                   ///< kill the desktop program instead of `heliographctl run`
    QByteArray token = "0123456789abcdef0123456789abcdef"; ///< the account's, on the provider's standard input
    QString sessionBus; ///< with a key store on it; empty: none, so that a file sealed with a passphrase is made
};

/// The project's programs, each a process of its own as on a person's machine: a simulator, a workspace with a launched
/// campaign "Kill", and what sends it. Every step blocks until it is done.
class Programs
{
public:
    explicit Programs(Plan plan) : m_plan(std::move(plan)) {}
    ~Programs()
    {
        for (QProcess *one : {m_sender.get(), &m_simulator}) {
            if (one && one->state() != QProcess::NotRunning) {
                one->kill();
                one->waitForFinished();
            }
        }
    }

    /// Makes the workspace, starts the simulator and launches the campaign. Empty, or what went wrong.
    [[nodiscard]] QString prepare()
    {
        m_simulator.start(program(u"heliograph-simulator"_s),
                          QStringList{u"--port"_s, u"0"_s, u"--log"_s, path(u"sim.log"_s)} + m_plan.network);
        if (!m_simulator.waitForReadyRead())
            return u"the simulator does not start: "_s + QString::fromUtf8(m_simulator.readAllStandardError());
        const QString url = QString::fromLatin1(m_simulator.readLine()).trimmed().section(u' ', 2);
        m_url = url;
        QByteArray rows = "External ID,First name,Phone\n";
        for (int i = 0; i < m_plan.recipients; ++i)
            rows += "C" + QByteArray::number(i) + ",Name" + QByteArray::number(i) + ',' + number(i).toLatin1() + '\n';
        if (!write(u"people.csv"_s, rows) || !write(u"text.txt"_s, "Hello {{ first_name }}, your order is ready."))
            return u"no file can be written"_s;
        const QList<std::pair<QStringList, QByteArray>> steps{
            {{u"init"_s, u"--name"_s, u"Kill"_s, u"--country"_s, u"US"_s, u"--timezone"_s, u"America/New_York"_s}, {}},
            {{u"provider"_s, u"add"_s, u"twilio"_s, u"--name"_s, u"Sim"_s, u"--account-sid"_s,
              u"AC00000000000000000000000000000001"_s, u"--from"_s, u"+15005550006"_s, u"--base-url"_s, url,
              u"--rate"_s, QString::number(m_plan.ratePerSecond), u"--in-flight"_s, QString::number(m_plan.inFlight)},
             m_plan.token + '\n'},
            {{u"contacts"_s, u"import"_s, path(u"people.csv"_s)}, {}},
            {{u"template"_s, u"add"_s, u"--name"_s, u"Ready"_s, u"--channel"_s, u"sms"_s, u"--category"_s,
              u"transactional"_s, u"--body-file"_s, path(u"text.txt"_s)},
             {}},
            {{u"campaign"_s, u"create"_s, u"--name"_s, u"Kill"_s, u"--template"_s, u"Ready"_s, u"--all"_s,
              u"--launch"_s},
             {}},
        };
        for (const auto &[arguments, input] : steps)
            if (const Ended ended = control(arguments, input); ended.code != 0)
                return arguments.join(u' ') + u": "_s + ended.said;
        return {};
    }

    struct Ended
    {
        int code = -1;
        QString said;
    };

    [[nodiscard]] static QString program(const QString &name) { return QStringLiteral(HELIOGRAPH_BIN_DIR "/") + name; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QString number(int i)
    {
        return u"+1212%1%2"_s.arg(200 + i / 10'000).arg(i % 10'000, 4, 10, QLatin1Char('0'));
    }

    [[nodiscard]] bool write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        env.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        for (const QString &name :
             {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
            env.insert(name, m_folder.path());
        if (m_plan.sessionBus.isEmpty()) {
            env.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
            env.insert(u"HELIOGRAPH_PASSPHRASE"_s, u"kill"_s);
        } else {
            env.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_plan.sessionBus);
            env.remove(u"HELIOGRAPH_PASSPHRASE"_s);
        }
        return env;
    }

    void startSender()
    {
        m_sender = std::make_unique<QProcess>();
        m_sender->setProcessEnvironment(environment());
        const QString file = path(u"w.heliograph"_s);
        if (m_plan.window)
            m_sender->start(program(u"heliograph"_s), {file});
        else
            m_sender->start(program(u"heliographctl"_s), {u"-w"_s, file, u"run"_s});
        m_sender->waitForStarted();
    }

    /// As a person ends it. False where it does not end.
    bool stopSender()
    {
        m_sender->terminate();
        return m_sender->waitForFinished(15'000);
    }

    [[nodiscard]] Ended control(const QStringList &arguments, const QByteArray &input = {}, int patienceMs = 60'000)
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(program(u"heliographctl"_s),
                      QStringList{u"--json"_s, u"-w"_s, path(u"w.heliograph"_s)} + arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(patienceMs)) {
            process.kill();
            process.waitForFinished();
            return {-1, u"not done in time: "_s + QString::fromUtf8(process.readAllStandardError())};
        }
        m_output = process.readAllStandardOutput();
        m_said += m_output;
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardError())};
    }

    /// What a command prints; empty where it fails.
    [[nodiscard]] QJsonObject ask(const QStringList &arguments)
    {
        return control(arguments).code == 0 ? QJsonDocument::fromJson(m_output).object() : QJsonObject();
    }
    [[nodiscard]] QJsonObject show() { return ask({u"campaign"_s, u"show"_s, u"Kill"_s}); }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// What control() was last answered, and everything it was ever answered, on standard output.
    [[nodiscard]] const QByteArray &output() const { return m_output; }
    [[nodiscard]] const QByteArray &saidInAll() const { return m_said; }

    [[nodiscard]] QString simulatorUrl() const { return m_url; }
    /// The ids the simulator gave, by number.
    [[nodiscard]] QHash<QString, QStringList> accepted(const QString &logName = u"sim.log"_s) const
    {
        QHash<QString, QStringList> taken;
        QFile log(path(logName));
        if (log.open(QIODevice::ReadOnly))
            while (!log.atEnd()) {
                const QStringList fields = QString::fromUtf8(log.readLine()).split(u'\t');
                taken[fields.value(3)] << fields.value(1);
            }
        return taken;
    }

protected:
    Plan m_plan;
    std::unique_ptr<QProcess> m_sender;

private:
    QTemporaryDir m_folder;
    QProcess m_simulator;
    QString m_url;
    QByteArray m_output;
    QByteArray m_said;
};

} // namespace apptest

#pragma once

#include "storage/messagefixture.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <memory>

namespace kill {

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
    bool window = false; ///< kill the desktop program instead of `heliographctl run`
};

/// What stands in the workspace and in the simulator's log at the end.
struct Figures
{
    int acceptedOnce = 0;
    int acceptedTwice = 0;        ///< or more often
    QMap<QString, qint64> states; ///< of the messages
    int uncertainAccepted = 0;    ///< in doubt in the workspace, in the simulator's log all the same
    QStringList faults;           ///< empty: the promise was kept
};

/// A campaign from the command line's programs, against a simulator, while the sending one is killed again and again.
/// Everything is a process of its own, as on a person's machine; every step blocks until it is done.
class Run
{
public:
    explicit Run(Plan plan) : m_plan(std::move(plan)), m_random(m_plan.seed) {}
    ~Run()
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
             "0123456789abcdef0123456789abcdef\n"},
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

    /// Starts the sender and kills it, as often as planned. Empty, or what went wrong: one that ended by itself, or a
    /// campaign that was over too soon.
    [[nodiscard]] QString killOften()
    {
        for (int i = 0; i < m_plan.kills; ++i) {
            startSender();
            // A quarter of them while the program still starts.
            const int latest = i % 4 == 0 ? qMin(300, m_plan.latestMs) : m_plan.latestMs;
            if (m_sender->waitForFinished(m_random.bounded(m_plan.earliestMs, latest)))
                return u"kill %1: the program ended by itself (%2): %3"_s.arg(i)
                    .arg(m_sender->exitCode())
                    .arg(QString::fromUtf8(m_sender->readAllStandardError()));
            m_sender->kill(); // SIGKILL
            m_sender->waitForFinished();
        }
        if (show()[u"state"].toString() != u"sending")
            return u"the campaign was over before the last kill"_s;
        return {};
    }

    /// Lets the command line's engine run until nothing is left to do.
    [[nodiscard]] QString letFinish(int patienceMs)
    {
        const Ended ended = control({u"run"_s, u"--until-idle"_s}, {}, patienceMs);
        return ended.code == 0 ? QString() : u"run --until-idle: "_s + ended.said.right(2'000);
    }

    /// Lets the sender run until every message has had its attempt; what is in doubt then stays so.
    [[nodiscard]] QString letSend(int patienceMs)
    {
        startSender();
        QElapsedTimer timer;
        timer.start();
        for (;;) {
            if (m_sender->waitForFinished(250))
                return u"the program ended by itself: "_s + QString::fromUtf8(m_sender->readAllStandardError());
            const QJsonObject counts = show();
            if (counts[u"state"].toString() == u"completed")
                break;
            if (timer.elapsed() > patienceMs)
                return u"it does not come to an end: "_s + QString::fromUtf8(QJsonDocument(counts).toJson()) +
                       QString::fromUtf8(m_sender->readAllStandardError()).right(2'000);
        }
        m_sender->terminate();
        return m_sender->waitForFinished(15'000) && m_sender->exitCode() == 0 ? QString()
                                                                              : u"it does not stop when asked"_s;
    }

    /// Reads the workspace and the log, and compares.
    [[nodiscard]] Figures figures()
    {
        Figures f;
        const QHash<QString, QStringList> taken = accepted();
        for (int i = 0; i < m_plan.recipients; ++i) {
            const qsizetype times = taken.value(number(i)).size();
            f.acceptedOnce += times == 1;
            f.acceptedTwice += times > 1;
            if (times > 1)
                f.faults << u"%1 got %2 messages: %3"_s.arg(number(i)).arg(times).arg(taken[number(i)].join(u' '));
        }
        auto db = storage::Connection::open(path(u"w.heliograph"_s), storage::Connection::Access::ReadOnly);
        if (!db) {
            f.faults << u"the workspace does not open: "_s + db.error().detail;
            return f;
        }
        compareMessages(**db, taken, f);
        if (!fixture::countersAgree(**db))
            f.faults << u"the counters are not what the messages say"_s;
        if (const qint64 open = fixture::number(**db, u"SELECT count(*) FROM attempt WHERE finished_at IS NULL"_s))
            f.faults << u"%1 attempts are open"_s.arg(open);
        const QJsonObject counts = show();
        for (auto it = f.states.cbegin(); it != f.states.cend(); ++it)
            if (counts[it.key()].toInteger() != *it)
                f.faults << u"campaign show says %1 %2, the messages %3"_s.arg(counts[it.key()].toInteger())
                                .arg(it.key())
                                .arg(*it);
        if (counts[u"recipients"].toInteger() != m_plan.recipients)
            f.faults << u"campaign show says %1 recipients"_s.arg(counts[u"recipients"].toInteger());
        if (const Ended ended = control({u"verify"_s}); ended.code != 0)
            f.faults << u"verify: "_s + ended.said;
        return f;
    }

private:
    struct Ended
    {
        int code = -1;
        QString said;
    };

    // Each contact has one message; one that is through is the very one the simulator took, of one that is in doubt
    // there may be one, and of the others there is none.
    void compareMessages(storage::Connection &db, const QHash<QString, QStringList> &taken, Figures &f) const
    {
        static const QSet<QString> through{u"accepted"_s, u"sent"_s, u"delivered"_s, u"read"_s, u"undelivered"_s};
        QSet<QString> seen;
        auto &s = db.statement("SELECT c.external_id, m.state, coalesce(m.provider_message_id, ''), m.reason"
                               " FROM contact c JOIN message m ON m.contact_id = c.id");
        while (s.next()) {
            const QString who = s.text(0);
            const QString state = s.text(1);
            ++f.states[state];
            if (seen.contains(who))
                f.faults << who + u" has two messages"_s;
            seen.insert(who);
            const QStringList sids = taken.value(number(who.mid(1).toInt()));
            if (state == u"uncertain")
                f.uncertainAccepted += !sids.isEmpty();
            else if (through.contains(state) ? sids != QStringList{s.text(2)} : !sids.isEmpty())
                f.faults << u"%1 is %2 (%3, %4), the simulator took %5"_s.arg(who, state, s.text(3), s.text(2),
                                                                              sids.join(u' '));
            else if (!through.contains(state))
                f.faults << u"%1 was left %2 (%3)"_s.arg(who, state, s.text(3));
        }
        if (seen.size() != m_plan.recipients)
            f.faults << u"%1 of %2 have a message"_s.arg(seen.size()).arg(m_plan.recipients);
    }

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
        env.insert(u"HELIOGRAPH_PASSPHRASE"_s, u"kill"_s);
        env.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        for (const QString &name :
             {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
            env.insert(name, m_folder.path());
        env.remove(u"DBUS_SESSION_BUS_ADDRESS"_s); // no key store: the file sealed with the passphrase
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
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardError())};
    }

    [[nodiscard]] QJsonObject show()
    {
        return control({u"campaign"_s, u"show"_s, u"Kill"_s}).code == 0 ? QJsonDocument::fromJson(m_output).object()
                                                                        : QJsonObject();
    }

    /// The ids the simulator gave, by number.
    [[nodiscard]] QHash<QString, QStringList> accepted() const
    {
        QHash<QString, QStringList> taken;
        QFile log(path(u"sim.log"_s));
        if (log.open(QIODevice::ReadOnly))
            while (!log.atEnd()) {
                const QStringList fields = QString::fromUtf8(log.readLine()).split(u'\t');
                taken[fields.value(3)] << fields.value(1);
            }
        return taken;
    }

    Plan m_plan;
    QRandomGenerator m_random;
    QTemporaryDir m_folder;
    QProcess m_simulator;
    std::unique_ptr<QProcess> m_sender;
    QByteArray m_output;
};

} // namespace kill

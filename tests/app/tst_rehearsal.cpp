#include "app/programs.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

apptest::Plan plan()
{
    apptest::Plan made;
    made.recipients = 30;
    made.network = QStringList{u"--delivery"_s, u"0"_s};
    return made;
}

} // namespace

/// A whole rehearsal from the command line, and the real campaign after it.
class RehearsalProgramsTest : public QObject
{
    Q_OBJECT

    static constexpr int patience = 120'000;
    static constexpr int people = 20;

    [[nodiscard]] static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void whatIsRehearsedReachesNobodyAndBlocksNothing()
    {
        apptest::Programs programs(plan());
        QCOMPARE(programs.prepare(), QString());
        const auto done = [&](const QStringList &arguments, const QByteArray &input = {}) {
            return programs.control(arguments, input, patience);
        };
        const QString copy = programs.path(u"w.heliograph.rehearsal"_s);

        // not while a campaign is being sent
        auto refused = done({u"rehearsal"_s, u"on"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY(!QFile::exists(copy));
        QCOMPARE(done({u"campaign"_s, u"pause"_s, u"Kill"_s}).code, 0);
        const QByteArray keys = content(programs.path(u"w.heliograph.keys"_s));

        // the rehearsal: delivered to everybody, but not one request at the provider
        const auto begun = done({u"rehearsal"_s, u"on"_s});
        QVERIFY2(begun.code == 0, qPrintable(begun.said));
        QVERIFY(QFile::exists(copy));
        QCOMPARE(done({u"campaign"_s, u"resume"_s, u"Kill"_s}).code, 0);
        QCOMPARE(done({u"run"_s, u"--until-idle"_s}).code, 0);
        QCOMPARE(programs.show().value("delivered"_L1).toInt(), plan().recipients);
        QVERIFY(programs.accepted().isEmpty());
        // whatever is done to the account meanwhile is undone with it
        QCOMPARE(done({u"provider"_s, u"remove"_s, u"Sim"_s}).code, 0);
        QCOMPARE(done({u"rehearsal"_s, u"off"_s}).code, 0);
        QVERIFY(!QFile::exists(copy));
        QCOMPARE(content(programs.path(u"w.heliograph.keys"_s)), keys);
        QCOMPARE(done({u"rehearsal"_s, u"off"_s}).code, 1);

        // and for real: nobody counts as reached, nobody is left out, everybody gets it once
        QCOMPARE(programs.show().value("delivered"_L1).toInt(), 0);
        QCOMPARE(done({u"campaign"_s, u"resume"_s, u"Kill"_s}).code, 0);
        QCOMPARE(done({u"run"_s, u"--until-idle"_s}).code, 0);
        const QJsonObject shown = programs.show();
        QCOMPARE(shown.value("delivered"_L1).toInt(), plan().recipients);
        QCOMPARE(shown.value("skipped"_L1).toInt(), 0);
        const auto accepted = programs.accepted();
        QCOMPARE(accepted.size(), plan().recipients);
        for (const QStringList &ids : accepted)
            QCOMPARE(ids.size(), 1);
    }

    // The account's own server does not exist: in earnest nothing could leave.
    void mailIsRehearsedLikeAnythingElse()
    {
        apptest::Plan one = plan();
        one.recipients = 1;
        apptest::Programs programs(one);
        QCOMPARE(programs.prepare(), QString());
        QByteArray rows = "External ID,First name,Email\n";
        for (int i = 0; i < people; ++i)
            rows += 'M' + QByteArray::number(i) + ",Ann,ann" + QByteArray::number(i) + "@customer.example\n";
        QVERIFY(programs.write(u"mail.csv"_s, rows));
        QVERIFY(programs.write(u"mail.txt"_s, "Dear {{ first_name }}, it is ready."));
        QVERIFY(programs.write(u"prices.csv"_s, "cut,20\n"));
        QVERIFY(programs.write(u"map.txt"_s, "left, then right"));
        QVERIFY(programs.write(u"setup.exe"_s, "MZ"));
        const QStringList mail{u"template"_s,  u"add"_s,   u"--name"_s,      u"Mail"_s,
                               u"--channel"_s, u"email"_s, u"--category"_s,  u"transactional"_s,
                               u"--subject"_s, u"Ready"_s, u"--body-file"_s, programs.path(u"mail.txt"_s)};
        const auto refused =
            programs.control(mail + QStringList{u"--attach"_s, programs.path(u"setup.exe"_s)}, {}, patience);
        QVERIFY(refused.code != 0);
        QVERIFY2(refused.said.contains(u"setup.exe"_s), qPrintable(refused.said));
        const auto ways = [&](const QList<QStringList> &steps) {
            for (const QStringList &step : steps)
                if (const auto ended = programs.control(step, {}, patience); ended.code != 0)
                    return step.join(u' ') + u": "_s + ended.said;
            return QString();
        };
        QCOMPARE(ways({{u"campaign"_s, u"cancel"_s, u"Kill"_s},
                       {u"provider"_s, u"add"_s, u"smtp"_s, u"--name"_s, u"Mail"_s, u"--host"_s, u"mail.invalid"_s,
                        u"--from-address"_s, u"news@shop.example"_s},
                       {u"contacts"_s, u"import"_s, programs.path(u"mail.csv"_s)},
                       mail + QStringList{u"--attach"_s, programs.path(u"prices.csv"_s), u"--attach"_s,
                                          programs.path(u"map.txt"_s)},
                       {u"campaign"_s, u"create"_s, u"--name"_s, u"Mail"_s, u"--template"_s, u"Mail"_s, u"--all"_s},
                       {u"rehearsal"_s, u"on"_s},
                       {u"campaign"_s, u"launch"_s, u"Mail"_s},
                       {u"run"_s, u"--until-idle"_s}}),
                 QString());
        const QJsonObject shown = programs.ask({u"campaign"_s, u"show"_s, u"Mail"_s});
        QVERIFY2(shown.value("sent"_L1).toInt() == people, QJsonDocument(shown).toJson().constData());
    }
};

QTEST_GUILESS_MAIN(RehearsalProgramsTest)
#include "tst_rehearsal.moc"

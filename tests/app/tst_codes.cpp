#include "app/programs.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

/// One-time codes from the command line.
class CodeProgramsTest : public QObject
{
    Q_OBJECT

    static constexpr int patience = 60'000;

private Q_SLOTS:
    void aCodeIsSentAndVerified()
    {
        apptest::Plan plan;
        plan.recipients = 1;
        plan.network = QStringList{u"--delivery"_s, u"0"_s};
        apptest::Programs programs(plan);
        QCOMPARE(programs.prepare(), QString());
        const auto done = [&](const QStringList &arguments, const QByteArray &input = {}) {
            const auto ended = programs.control(arguments, input, patience);
            return ended.code == 0 ? QString() : u"%1: "_s.arg(ended.code) + ended.said;
        };
        QCOMPARE(done({u"campaign"_s, u"cancel"_s, u"Kill"_s}), QString());
        const QStringList order{u"otp"_s, u"send"_s, u"--to"_s, u"+12125550134"_s};
        QVERIFY(done(order).startsWith(u"1: "_s)); // no account of it
        QCOMPARE(done({u"provider"_s, u"add"_s, u"flashchat"_s, u"--name"_s, u"Flash"_s, u"--device"_s, u"d1"_s,
                       u"--base-url"_s, QString(programs.simulatorUrl() + u"/flashchat"_s)},
                      "k3y\n"),
                 QString());
        QCOMPARE(done(order + QStringList{u"--expire"_s, u"120"_s}), QString());
        const QStringList verify{u"otp"_s, u"verify"_s, u"--to"_s, u"+12125550134"_s};
        QVERIFY(done(verify, "271828\n").startsWith(u"1: "_s)); // it has not left
        programs.startSender();
        QString said;
        for (QDeadlineTimer time(patience); !time.hasExpired() && !programs.output().contains("wrong");) {
            said = done(verify, "111111\n"); // as soon as it has left
            QVERIFY2(said.startsWith(u"1: "_s), qPrintable(said));
        }
        QVERIFY2(programs.output().contains("wrong"), qPrintable(said + QString::fromUtf8(programs.output())));
        QCOMPARE(done(verify, "271828\n"), QString());
        QVERIFY(done(verify, "271828\n").startsWith(u"1: "_s)); // once

        int files = 0;
        QVERIFY(programs.stopSender());
        for (QDirIterator it(programs.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile file(it.next());
            if (file.fileName().endsWith(u"sim.log"_s))
                continue; // the other side's
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("271828"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 1);
    }
};

QTEST_GUILESS_MAIN(CodeProgramsTest)
#include "tst_codes.moc"

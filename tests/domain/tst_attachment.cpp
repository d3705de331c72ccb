#include "domain/provider/mail.h"
#include "domain/template/attachment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

class AttachmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSizeInAMailIsWhatItTakesThere()
    {
        for (const qsizetype size : {1, 2, 3, 56, 57, 58, 114, 1000, 99'999}) {
            const QByteArray data(size, 'x');
            const QByteArray lines = base64Lines(data);
            QCOMPARE(sentSize(size), lines.size());
            for (const QByteArray &line : lines.split('\n'))
                QVERIFY(line.size() <= 77 && (line.isEmpty() || line.endsWith('\r')));
            QByteArray letters = lines;
            QCOMPARE(QByteArray::fromBase64(letters.replace("\r\n", "")), data);
        }
    }

    void aFilesNameIsWithoutItsFolder()
    {
        QCOMPARE(attachmentOf(u"/home/ann/Rechnung 1.pdf"_s, "application/pdf", "x").name, u"Rechnung 1.pdf"_s);
        QVERIFY(attachmentOf(u"a"_s, {}, "x").hash != attachmentOf(u"a"_s, {}, "y").hash);
        QCOMPARE(attachmentOf(u"a"_s, {}, "x"),
                 (TemplateAttachment{u"a"_s, {}, attachmentOf(u"b"_s, {}, "x").hash, 1}));
    }

    void whatCannotGoIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("size");
        QTest::addColumn<std::optional<AttachmentFault>>("fault");
        using enum AttachmentFault;
        using Fault = std::optional<AttachmentFault>;
        QTest::newRow("pdf") << u"a.pdf"_s << 10 << Fault();
        QTest::newRow("no ending") << u"README"_s << 10 << Fault();
        QTest::newRow("called exe") << u"exe"_s << 10 << Fault();
        QTest::newRow("program") << u"setup.EXE"_s << 10 << Fault(Refused);
        QTest::newRow("program in disguise") << u"invoice.pdf.exe"_s << 10 << Fault(Refused);
        QTest::newRow("program with a dot behind it") << u"setup.exe. "_s << 10 << Fault(Refused);
        QTest::newRow("script") << u"a.js"_s << 10 << Fault(Refused);
        QTest::newRow("disk") << u"a.iso"_s << 10 << Fault(Refused);
        QTest::newRow("nothing in it") << u"a.pdf"_s << 0 << Fault(Empty);
        QTest::newRow("no name") << u"  "_s << 10 << Fault(Name);
        QTest::newRow("path") << u"../a.pdf"_s << 10 << Fault(Name);
        QTest::newRow("line break") << u"a\nb.pdf"_s << 10 << Fault(Name);
        QTest::newRow("long") << QString(151, u'a') << 10 << Fault(Name);
        QTest::newRow("twice") << u"FIRST.pdf"_s << 10 << Fault(Twice);
        QTest::newRow("as much as may go") << u"a.pdf"_s << 57 * 11 << Fault();
        QTest::newRow("more") << u"a.pdf"_s << 57 * 12 << Fault(TooMuch);
    }

    void whatCannotGoIsNamed()
    {
        QFETCH(QString, name);
        QFETCH(int, size);
        QFETCH(std::optional<AttachmentFault>, fault);
        const QList<TemplateAttachment> files{{u"first.pdf"_s, "application/pdf", "1", 57},
                                              {name, "application/pdf", "2", size}};
        const auto problem = problemOf(files, 78 * 12);
        QCOMPARE(problem.has_value(), fault.has_value());
        if (fault) {
            QCOMPARE(problem->fault, *fault);
            QCOMPARE(problem->name, name);
        }
    }

    void manyFilesAreTooMany()
    {
        QList<TemplateAttachment> files;
        for (int i = 0; i < attachmentsAtMost; ++i)
            files.append({u"%1.pdf"_s.arg(i), {}, {}, 1});
        QVERIFY(!problemOf(files, 1'000'000));
        files.append({u"x.pdf"_s, {}, {}, 1});
        QCOMPARE(problemOf(files, 1'000'000)->fault, AttachmentFault::TooMany);
    }
};

QTEST_APPLESS_MAIN(AttachmentTest)
#include "tst_attachment.moc"

#include "engine/client/attachmentfile.h"
#include "gui/looks.h"
#include "gui/samples.h"
#include "gui/templates/attachmentbar.h"
#include "gui/templates/templateeditor.h"
#include "gui/templates/versionsdialog.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>

using namespace gui;
using namespace Qt::StringLiterals;

namespace {

domain::TemplateAttachment file(const QString &name, qsizetype size = 300'000)
{
    return domain::attachmentOf(name, "application/pdf", QByteArray(size, name.at(0).toLatin1()));
}

domain::TemplateRecord mail(const QList<domain::TemplateAttachment> &files = {})
{
    domain::TemplateRecord r;
    r.id = {7};
    r.name = u"Prices"_s;
    r.channel = domain::Channel::Email;
    domain::TemplateVersion version;
    version.id = {1};
    version.number = 1;
    version.subject = u"Prices for {{ first_name }}"_s;
    version.body = u"Dear {{ first_name }}"_s;
    version.html = u"<p>Dear {{ first_name }}</p>"_s;
    version.attachments = files;
    r.current = {version};
    return r;
}

/// Remembers what was said and can be undone.
class Listener : public Shell
{
public:
    void openPage(const QString &, const QVariant &) override {}
    void toast(const QString &text, std::function<void()> undo) override
    {
        said << text;
        undone = std::move(undo);
    }
    void showError(const domain::Error &) override {}
    QStringList said;
    std::function<void()> undone;
};

} // namespace

class TestAttachments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreAddedAndRemovedAndComeBack()
    {
        Listener shell;
        PageContext context;
        context.shell = &shell;
        TemplateEditor editor(context);
        editor.showRecord(mail());
        editor.show();
        AttachmentBar &bar = editor.attachments();
        QVERIFY(bar.isVisible());
        bar.add(file(u"a.pdf"_s));
        bar.add(file(u"b.pdf"_s));
        QVERIFY(editor.isChanged() && editor.isValid());
        QCOMPARE(editor.record().current.first().attachments, (QList{file(u"a.pdf"_s), file(u"b.pdf"_s)}));
        editor.updatePreview();
        QVERIFY(editor.findChild<QLabel *>(u"mailFiles"_s)->text().contains(u"a.pdf, b.pdf"_s));
        QVERIFY(bar.findChild<QLabel *>(u"attachmentRoom"_s)->text().contains(u"10"_s));
        editor.findChild<QPushButton *>(u"attachment0"_s)->click();
        QCOMPARE(editor.record().current.first().attachments, QList{file(u"b.pdf"_s)});
        QCOMPARE(shell.said.size(), 1);
        shell.undone();
        QCOMPARE(editor.record().current.first().attachments, (QList{file(u"a.pdf"_s), file(u"b.pdf"_s)}));
        // only a mail has any, and they are not lost when one looks at another channel
        editor.findChild<QComboBox *>(u"channel"_s)->setCurrentIndex(0);
        editor.updatePreview();
        QVERIFY(!bar.isVisible());
        QVERIFY(editor.record().current.first().attachments.isEmpty());
        editor.findChild<QComboBox *>(u"channel"_s)->setCurrentIndex(2);
        QCOMPARE(editor.record().current.first().attachments.size(), 2);
    }

    void whatCannotGoIsRefusedInWords()
    {
        AttachmentBar bar;
        bar.show();
        QSignalSpy edited(&bar, &AttachmentBar::edited);
        auto *problem = bar.findChild<QLabel *>(u"attachmentProblem"_s);
        bar.add(file(u"setup.exe"_s));
        QVERIFY(problem->isVisible() && problem->text().contains(u"setup.exe"_s));
        bar.setMost(1'000'000);
        bar.add(file(u"a.pdf"_s, 700'000));
        QVERIFY(!problem->isVisible());
        bar.add(file(u"b.pdf"_s, 100'000));
        QVERIFY(problem->isVisible() && problem->text().contains(u"b.pdf"_s));
        QCOMPARE(bar.files(), QList{file(u"a.pdf"_s, 700'000)});
        QCOMPARE(edited.size(), 1);
        bar.refuse(u"/x/gone.pdf"_s, {domain::ErrorCode::FileMissing, u"gone"_s, u"/x/gone.pdf"_s});
        QVERIFY(problem->text().contains(u"gone.pdf"_s));
    }

    void filesDroppedOnTheEditorAreAskedFor()
    {
        TemplateEditor editor({});
        editor.showRecord(mail());
        editor.show();
        QSignalSpy wanted(&editor.attachments(), &AttachmentBar::filesWanted);
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(u"/tmp/a.pdf"_s), QUrl(u"https://x.test/b.pdf"_s)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&editor, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({10, 10}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&editor, &event);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toStringList(), QStringList{u"/tmp/a.pdf"_s});
    }

    void aFileIsReadWithItsType()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"list.csv"_s);
        QFile made(path);
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write("a,b\n");
        made.close();
        const auto read = engine::readAttachment(path, 1000);
        QVERIFY(read.has_value());
        QCOMPARE(read->name, u"list.csv"_s);
        QCOMPARE(read->type, "text/csv"_ba);
        QCOMPARE(read->data, "a,b\n"_ba);
        QCOMPARE(engine::readAttachment(path, 5).error().place, u"attachments"_s);
        QCOMPARE(engine::readAttachment(dir.filePath(u"no"_s), 5).error().code, domain::ErrorCode::FileMissing);
    }

    void aTestIsLikeTheRealMail()
    {
        TemplateEditor editor({});
        domain::Contact ann;
        ann.firstName = u"Ann"_s;
        editor.showContact(ann);
        editor.showRecord(mail({file(u"a.pdf"_s)}));
        editor.updatePreview();
        const engine::TestMessage test = editor.testMessage();
        QCOMPARE(test.channel, domain::Channel::Email);
        QCOMPARE(test.subject, u"Prices for Ann"_s);
        QCOMPARE(test.body, u"Dear Ann"_s);
        QCOMPARE(test.html, u"<p>Dear Ann</p>"_s);
        QCOMPARE(test.attachments, QList{file(u"a.pdf"_s)});
    }

    void versionsDifferByTheirFiles()
    {
        domain::TemplateVersion old = mail({file(u"old.pdf"_s)}).current.first();
        VersionsDialog dialog({old}, mail({file(u"new.pdf"_s)}), samples::now(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(dialog.findChild<QPushButton *>(u"restoreVersion"_s)->isEnabled());
        const QString shown = dialog.findChild<QTextBrowser *>()->toPlainText();
        QVERIFY(shown.contains(u"old.pdf"_s) && shown.contains(u"new.pdf"_s));
        VersionsDialog same({old}, mail({file(u"old.pdf"_s)}), samples::now(), nullptr);
        same.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(!same.findChild<QPushButton *>(u"restoreVersion"_s)->isEnabled());
    }

    void everythingHasANameAndFits_data()
    {
        checks::Looks::addRows();
        QTest::newRow("light, low") << false << QSize(816, 580);
    }

    void everythingHasANameAndFits()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        checks::Looks looks(dark);
        TemplateEditor editor({});
        editor.resize(size);
        editor.showRecord(mail());
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        looks.at(editor, u"attachments-none"_s);
        editor.attachments().add(file(u"Price list winter 2026.pdf"_s, 1'200'000));
        editor.attachments().add(file(u"How to find us.png"_s, 80'000));
        editor.attachments().add(file(u"setup.exe"_s));
        editor.updatePreview();
        looks.at(editor, u"attachments"_s);
        const auto *problem = editor.findChild<QLabel *>(u"attachmentProblem"_s);
        QVERIFY(problem->isVisible());
        QCOMPARE(problem->visibleRegion().boundingRect(), problem->rect()); // scrolled to, where there is no room
        QCOMPARE(looks.faults().join(u'\n'), QString());
    }
};

QTEST_MAIN(TestAttachments)
#include "tst_attachments.moc"

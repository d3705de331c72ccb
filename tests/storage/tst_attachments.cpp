#include "storage/messages/messagestore.h"
#include "storage/templates/attachmentstore.h"
#include "storage/templates/templatestore.h"
#include "storage/workspacefixture.h"

using namespace Qt::StringLiterals;
using namespace storage;
using domain::TemplateAttachment;
using domain::TemplateRecord;

namespace {

const QByteArray prices("prices\0\n.\r\n", 11);

TemplateRecord mailWith(const QList<TemplateAttachment> &files)
{
    TemplateRecord record;
    record.name = u"Prices"_s;
    record.channel = domain::Channel::Email;
    domain::TemplateVersion version;
    version.subject = u"S"_s;
    version.body = u"B"_s;
    version.attachments = files;
    record.current = {version};
    return record;
}

} // namespace

class AttachmentsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WorkspaceFixture> w;

    qint64 contents() const { return w->number(u"SELECT count(*) FROM attachment"_s); }

private Q_SLOTS:
    void init() { w = std::make_unique<WorkspaceFixture>(); }

    void everyFieldComesBackAndTheContentIsKeptOnce()
    {
        TemplateStore store(w->db());
        const auto first = domain::attachmentOf(u"Preise ä.pdf"_s, "application/pdf", prices);
        const auto again = domain::attachmentOf(u"copy.txt"_s, "text/plain", prices);
        TemplateRecord record = mailWith({first, again});
        const auto id = store.save(record, {}, {}, domain::fromMillis(1));
        VERIFY_RESULT(id);
        const auto read = store.record(*id).value();
        QCOMPARE(read.current.first().attachments, (QList{first, again}));
        QVERIFY(read.current.first().attachments.first().data.isEmpty());
        QCOMPARE(contents(), 1);
        QCOMPARE(AttachmentStore(w->db()).content(first.hash).value(), prices);
        QCOMPARE(AttachmentStore(w->db()).content("none").error().code, domain::ErrorCode::NotFound);
    }

    void aVersionKeepsItsFilesAndARestoreBringsThemBack()
    {
        TemplateStore store(w->db());
        const auto file = domain::attachmentOf(u"a.pdf"_s, "application/pdf", prices);
        TemplateRecord record = mailWith({file});
        record.id = store.save(record, {}, {}, domain::fromMillis(1)).value();
        record = store.record(record.id).value();
        VERIFY_RESULT(store.save(record, {}, {}, domain::fromMillis(2))); // nothing has changed
        QCOMPARE(store.versions(record.id).value().size(), 1);
        const domain::TemplateVersionId old = record.current.first().id;
        record.current.first().attachments.clear();
        VERIFY_RESULT(store.save(record, {}, {}, domain::fromMillis(3)));
        QCOMPARE(store.versions(record.id).value().size(), 2);
        QVERIFY(store.record(record.id).value().current.first().attachments.isEmpty());
        QCOMPARE(store.version(old).value().attachments, QList{file});
        VERIFY_RESULT(store.restore(old, {}, domain::fromMillis(4)));
        QCOMPARE(store.record(record.id).value().current.first().attachments, QList{file});
        QCOMPARE(contents(), 1);
    }

    void aFileWithoutContentIsRefused()
    {
        auto file = domain::attachmentOf(u"a.pdf"_s, "application/pdf", prices);
        file.data.clear();
        const auto saved = TemplateStore(w->db()).save(mailWith({file}), {}, {}, domain::fromMillis(1));
        QCOMPARE(saved.error().code, domain::ErrorCode::InvalidInput);
    }

    void aTestMailsFilesAreForgottenOnceItHasLeft()
    {
        AttachmentStore files(w->db());
        const auto kept = domain::attachmentOf(u"a.pdf"_s, "application/pdf", prices);
        VERIFY_RESULT(TemplateStore(w->db()).save(mailWith({kept}), {}, {}, domain::fromMillis(1)));
        SingleMessage single;
        single.origin = u"test"_s;
        single.channel = domain::Channel::Email;
        const auto id = MessageStore(w->db()).add(single, domain::fromMillis(1));
        VERIFY_RESULT(id);
        const auto own = domain::attachmentOf(u"own.pdf"_s, "application/pdf", "own");
        VERIFY_RESULT(files.addTestMail(*id, {u"<p>x</p>"_s, {kept, own}}));
        QCOMPARE(contents(), 2);
        VERIFY_RESULT(files.forgetTestMails());
        const auto mail = files.testMail(*id).value();
        QCOMPARE(mail.html, u"<p>x</p>"_s);
        QCOMPARE(mail.files, (QList{kept, own}));
        VERIFY_RESULT(w->db().statement("UPDATE message SET state = 'sent'").exec());
        VERIFY_RESULT(files.forgetTestMails());
        QVERIFY(files.testMail(*id).value().files.isEmpty());
        QCOMPARE(contents(), 1); // the template's
    }
};

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "tst_attachments.moc"

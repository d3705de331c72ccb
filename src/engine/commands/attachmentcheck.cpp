#include "engine/commands/attachmentcheck.h"

using namespace Qt::StringLiterals;

namespace engine {

namespace {

QString detailOf(const domain::AttachmentProblem &problem, qint64 most)
{
    using enum domain::AttachmentFault;
    switch (problem.fault) {
    case Name:
        return u"'%1' is not the name of a file"_s.arg(problem.name);
    case Empty:
        return u"'%1' is empty"_s.arg(problem.name);
    case Refused:
        return u"mail servers refuse files like '%1'"_s.arg(problem.name);
    case Twice:
        return u"there are two files '%1'"_s.arg(problem.name);
    case TooMany:
        return u"more than %1 files"_s.arg(domain::attachmentsAtMost);
    case TooMuch:
        return u"with '%1' all together are more than %2 bytes as sent"_s.arg(problem.name).arg(most);
    }
    Q_UNREACHABLE();
}

} // namespace

domain::Result<void> checkAttachments(const QList<domain::TemplateAttachment> &files, qint64 most)
{
    using domain::ErrorCode;
    if (const auto problem = domain::problemOf(files, most))
        return domain::fail(ErrorCode::InvalidInput, detailOf(*problem, most), u"attachments"_s);
    for (const domain::TemplateAttachment &file : files)
        if (!file.data.isEmpty() && domain::attachmentOf(file.name, file.type, file.data) != file)
            return domain::fail(ErrorCode::InvalidInput, u"'%1' is not what it says"_s.arg(file.name),
                                u"attachments"_s);
    return {};
}

} // namespace engine

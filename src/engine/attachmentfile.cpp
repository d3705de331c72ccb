#include "engine/client/attachmentfile.h"

#include <QFileInfo>
#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace engine {

using domain::ErrorCode;

domain::Result<domain::TemplateAttachment> readAttachment(const QString &path, qint64 most)
{
    const QFileInfo info(path);
    if (!info.exists())
        return domain::fail(ErrorCode::FileMissing, u"there is no such file"_s, path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return domain::fail(ErrorCode::FileNotReadable, file.errorString(), path);
    if (domain::sentSize(file.size()) > most)
        return domain::fail(ErrorCode::InvalidInput, u"the file is too large"_s, u"attachments"_s);
    const QByteArray data = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return domain::fail(ErrorCode::FileNotReadable, file.errorString(), path);
    return domain::attachmentOf(info.fileName(), QMimeDatabase().mimeTypeForFile(info).name().toUtf8(), data);
}

} // namespace engine

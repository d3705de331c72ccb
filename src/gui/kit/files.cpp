#include "gui/kit/files.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace gui {

QString filesFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace gui

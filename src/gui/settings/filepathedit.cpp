#include "gui/settings/filepathedit.h"

#include "gui/kit/files.h"
#include "gui/theme/icons.h"

#include <QAction>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace gui {

FilePathEdit::FilePathEdit(const QString &title, const QString &filter, QWidget *parent) : QLineEdit(parent)
{
    QAction *action = addAction(icon(u"document-open"_s), QLineEdit::TrailingPosition);
    action->setToolTip(tr("Choose the file (Ctrl+O)"));
    action->setShortcut(QKeySequence::Open);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, title, filter] { choose(title, filter); });
}

void FilePathEdit::choose(const QString &title, const QString &filter)
{
    const QString folder = path().isEmpty() ? filesFolder() : QFileInfo(path()).absolutePath();
    auto *dialog = new QFileDialog(window(), title, folder, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &QLineEdit::setText);
    dialog->open();
}

} // namespace gui

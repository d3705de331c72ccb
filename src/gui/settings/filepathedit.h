#pragma once

#include <QLineEdit>

namespace gui {

/// A field for a file's path, with a button within it to choose the file. GUI thread.
class FilePathEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// `title` and `filter` are those of the dialog that chooses.
    FilePathEdit(const QString &title, const QString &filter, QWidget *parent = nullptr);
    [[nodiscard]] QString path() const { return text().trimmed(); }

private:
    void choose(const QString &title, const QString &filter);
};

} // namespace gui

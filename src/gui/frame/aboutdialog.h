#pragma once

#include <QDialog>

namespace gui {

/// Name, version, licence and the libraries the program stands on. Deletes itself. GUI thread.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

/// The keys of the whole program in two columns.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget *parent);
};

} // namespace gui

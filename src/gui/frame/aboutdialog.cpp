#include "gui/frame/aboutdialog.h"

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

void addClose(QDialog *dialog, QVBoxLayout *column)
{
    auto *close = new QPushButton(QDialog::tr("Close"), dialog);
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(close);
    column->addSpacing(space::s);
    column->addLayout(row);
}

QString keys(const QKeySequence &sequence) { return sequence.toString(QKeySequence::NativeText); }

} // namespace

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Heliograph"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::l);
    auto *mark = new QLabel(this);
    mark->setPixmap(brandIcon().pixmap(48, 48));
    head->addWidget(mark);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(makeLabel(u"Heliograph"_s, TextRole::Title));
    names->addWidget(makeLabel(tr("Version %1").arg(QStringLiteral(HELIOGRAPH_VERSION)), TextRole::Secondary));
    head->addLayout(names, 1);
    column->addLayout(head);
    column->addSpacing(space::s);
    const QStringList paragraphs{
        tr("Talks to a business's customers by SMS, WhatsApp and e-mail, from a database of its own."),
        tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."),
        tr("Built on Qt %1, Qt Charts, SQLite, libcurl, libsodium, libphonenumber, QtKeychain, Boost and the Breeze "
           "icons.")
            .arg(QString::fromLatin1(qVersion())),
    };
    for (const QString &text : paragraphs) {
        QLabel *label = makeLabel(text, TextRole::Body);
        label->setWordWrap(true);
        label->setMinimumWidth(380);
        column->addWidget(label);
    }
    addClose(this, column);
}

ShortcutsDialog::ShortcutsDialog(QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->addWidget(makeLabel(tr("Keyboard shortcuts"), TextRole::Section));
    const QList<QPair<QString, QString>> rows{
        {keys(Qt::CTRL | Qt::Key_K), tr("Find anything, or do anything")},
        {tr("%1 to %2").arg(keys(Qt::CTRL | Qt::Key_1), keys(Qt::CTRL | Qt::Key_9)), tr("Go to a page")},
        {keys(Qt::CTRL | Qt::Key_N), tr("New on this page")},
        {keys(Qt::CTRL | Qt::Key_F), tr("Search on this page")},
        {keys(Qt::Key_Return), tr("Open the details of a row")},
        {keys(Qt::Key_Escape), tr("Close the details")},
        {keys(QKeySequence::Copy), tr("Copy the selected rows")},
        {keys(Qt::Key_F2), tr("Rename")},
        {keys(Qt::Key_Delete), tr("Delete, with undo")},
        {keys(Qt::CTRL | Qt::SHIFT | Qt::Key_Period), tr("Stop all sending at once")},
        {keys(Qt::CTRL | Qt::Key_Q), tr("Quit")},
    };
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::xl);
    grid->setVerticalSpacing(space::s);
    for (int i = 0; i < rows.size(); ++i) {
        grid->addWidget(makeLabel(rows.at(i).first, TextRole::Mono), i, 0);
        grid->addWidget(makeLabel(rows.at(i).second, TextRole::Body), i, 1);
    }
    grid->setColumnStretch(1, 1);
    column->addSpacing(space::s);
    column->addLayout(grid);
    addClose(this, column);
}

} // namespace gui

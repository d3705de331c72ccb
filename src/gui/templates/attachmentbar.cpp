#include "gui/templates/attachmentbar.h"

#include "gui/kit/errortext.h"
#include "gui/kit/files.h"
#include "gui/kit/flowlayout.h"
#include "gui/kit/formats.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int longestShown = 36;

QString shownName(const QString &name)
{
    if (name.size() <= longestShown)
        return name;
    const QString ending = QFileInfo(name).suffix();
    return name.left(longestShown - 2 - ending.size()) + u"…"_s + (ending.isEmpty() ? QString() : u'.' + ending);
}

} // namespace

QString wordsFor(const domain::AttachmentProblem &problem, qint64 most)
{
    using enum domain::AttachmentFault;
    const QString &name = problem.name;
    switch (problem.fault) {
    case Name:
        return AttachmentBar::tr(
                   "“%1” is not attached: its name is too long or holds characters no file name may have.")
            .arg(name.left(longestShown));
    case Empty:
        return AttachmentBar::tr("“%1” is not attached: there is nothing in it.").arg(name);
    case Refused:
        return AttachmentBar::tr("“%1” is not attached: mail servers refuse files of this kind, because they can run "
                                 "as programs. Put a PDF or a link in its place.")
            .arg(name);
    case Twice:
        return AttachmentBar::tr("“%1” is not attached: the mail has a file of this name already.").arg(name);
    case TooMany:
        return AttachmentBar::tr("“%1” is not attached: a mail takes %Ln files.", nullptr, domain::attachmentsAtMost)
            .arg(name);
    case TooMuch:
        return AttachmentBar::tr("“%1” is not attached: all files together may have %2 as sent, which is about a third "
                                 "more than on the disk. The limit is in Settings.")
            .arg(name, bytes(most));
    }
    Q_UNREACHABLE();
}

AttachmentBar::AttachmentBar(QWidget *parent)
    : QWidget(parent), m_row(new FlowLayout), m_add(new QPushButton(tr("Attach a file"), this)),
      m_room(makeLabel({}, TextRole::Caption, this)), m_problem(makeLabel({}, TextRole::Error, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_add->setObjectName(u"attachFile"_s);
    m_add->setIcon(icon(u"mail-attachment"_s, Tone::Accent));
    m_add->setToolTip(tr("Or drop files on the editor"));
    makeLink(m_add);
    m_room->setObjectName(u"attachmentRoom"_s);
    m_problem->setObjectName(u"attachmentProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_row->addWidget(m_add);
    m_row->addWidget(m_room);
    column->addLayout(m_row);
    column->addWidget(m_problem);
    connect(m_add, &QPushButton::clicked, this, &AttachmentBar::choose);
    rebuild();
}

void AttachmentBar::setMost(qint64 bytes)
{
    m_most = bytes;
    rebuild();
}

void AttachmentBar::showFiles(const QList<domain::TemplateAttachment> &files)
{
    m_files = files;
    showProblem({});
    rebuild();
}

void AttachmentBar::add(const domain::TemplateAttachment &file)
{
    QList<domain::TemplateAttachment> all = m_files;
    all.append(file);
    if (const auto problem = domain::problemOf(all, m_most)) {
        showProblem(wordsFor(*problem, m_most));
        return;
    }
    m_files = all;
    showProblem({});
    rebuild();
    scrollHere();
    Q_EMIT edited();
}

void AttachmentBar::putBack(const domain::TemplateAttachment &file, qsizetype at)
{
    if (m_files.contains(file))
        return;
    m_files.insert(std::min(at, m_files.size()), file);
    rebuild();
    Q_EMIT edited();
}

void AttachmentBar::refuse(const QString &path, const domain::Error &error)
{
    const QString name = QFileInfo(path).fileName();
    if (error.place == u"attachments")
        showProblem(wordsFor({domain::AttachmentFault::TooMuch, name}, m_most));
    else
        showProblem(tr("“%1” is not attached: %2").arg(name, sentenceFor(error)));
}

void AttachmentBar::choose()
{
    auto *dialog = new QFileDialog(this, tr("Attach files"), filesFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setLabelText(QFileDialog::Accept, tr("Attach"));
    connect(dialog, &QFileDialog::filesSelected, this, &AttachmentBar::filesWanted);
    dialog->open();
}

void AttachmentBar::remove(qsizetype at)
{
    const domain::TemplateAttachment file = m_files.takeAt(at);
    showProblem({});
    rebuild();
    (m_chips.isEmpty() ? m_add : m_chips.at(std::min(at, m_chips.size() - 1)))->setFocus();
    Q_EMIT edited();
    Q_EMIT removed(file, at);
}

void AttachmentBar::rebuild()
{
    for (QPushButton *chip : std::as_const(m_chips)) {
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        const domain::TemplateAttachment &file = m_files.at(i);
        auto *chip =
            new QPushButton(tr("%1, %2", "file and its size").arg(shownName(file.name), bytes(file.size)), this);
        chip->setObjectName(u"attachment%1"_s.arg(i));
        chip->setProperty("kind", u"chip"_s);
        chip->setIcon(closeIcon());
        chip->setIconSize({12, 12});
        chip->setLayoutDirection(Qt::RightToLeft); // the cross stands behind the words
        chip->setAccessibleName(tr("Remove %1 from the mail").arg(file.name));
        chip->setToolTip(chip->accessibleName());
        repolish(chip);
        connect(chip, &QPushButton::clicked, this, [this, i] { remove(i); });
        m_row->insertWidget(int(i), chip);
        chip->show();
        m_chips.append(chip);
    }
    for (qsizetype i = 1; i < m_chips.size(); ++i)
        setTabOrder(m_chips.at(i - 1), m_chips.at(i));
    if (!m_chips.isEmpty())
        setTabOrder(m_chips.last(), m_add);
    m_room->setText(m_files.isEmpty() ? tr("up to %1").arg(bytes(m_most))
                                      : tr("%1 of %2 as sent").arg(bytes(domain::sentSize(m_files)), bytes(m_most)));
    updateGeometry();
}

void AttachmentBar::showProblem(const QString &words)
{
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
    m_add->setAccessibleDescription(words);
    if (!words.isEmpty())
        scrollHere();
}

// What was just attached or refused is seen, also where the form is higher than the window.
void AttachmentBar::scrollHere()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            for (QWidget *above = parentWidget(); above; above = above->parentWidget())
                if (auto *area = qobject_cast<QScrollArea *>(above))
                    return area->ensureWidgetVisible(this, 0, space::s);
        },
        Qt::QueuedConnection);
}

} // namespace gui

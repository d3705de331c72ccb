#pragma once

#include "domain/core/result.h"
#include "domain/template/attachment.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace gui {

class FlowLayout;

/// The files that go with a mail: each with its size and a cross, a button to add some, and how much room is left.
/// Reads nothing itself: the owner answers filesWanted() with add() or refuse(). GUI thread.
class AttachmentBar : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentBar(QWidget *parent = nullptr);

    /// Bytes of all together as sent.
    void setMost(qint64 bytes);
    [[nodiscard]] qint64 most() const { return m_most; }
    void showFiles(const QList<domain::TemplateAttachment> &files);
    [[nodiscard]] const QList<domain::TemplateAttachment> &files() const { return m_files; }
    /// Puts it behind the others, or says why it cannot go with a mail.
    void add(const domain::TemplateAttachment &file);
    /// Back to its place.
    void putBack(const domain::TemplateAttachment &file, qsizetype at);
    /// It could not be read.
    void refuse(const QString &path, const domain::Error &error);
    /// Lets a person choose files.
    void choose();

Q_SIGNALS:
    void edited();
    void filesWanted(const QStringList &paths);
    void removed(const domain::TemplateAttachment &file, qsizetype at);

private:
    void rebuild();
    void remove(qsizetype at);
    void showProblem(const QString &words);
    void scrollHere();

    QList<domain::TemplateAttachment> m_files;
    qint64 m_most = 10'000'000;
    FlowLayout *m_row;
    QPushButton *m_add;
    QList<QPushButton *> m_chips;
    QLabel *m_room;
    QLabel *m_problem;
};

/// Why files cannot go with a mail, in words.
[[nodiscard]] QString wordsFor(const domain::AttachmentProblem &problem, qint64 most);

} // namespace gui

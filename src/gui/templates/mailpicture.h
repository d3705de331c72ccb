#pragma once

#include <QFrame>

class QLabel;
class QTextBrowser;

namespace gui {

/// A mail as its reader's program shows it: subject, sender, and the HTML or the text. Nothing is fetched: pictures on
/// the web stay empty. GUI thread.
class MailPicture : public QFrame
{
    Q_OBJECT

public:
    explicit MailPicture(QWidget *parent = nullptr);

    void setSender(const QString &sender);
    /// `html` is shown where there is some, else `text`.
    void setMail(const QString &subject, const QString &text, const QString &html, const QStringList &files);
    void setStale(bool stale);

private:
    QLabel *m_subject;
    QLabel *m_sender;
    QTextBrowser *m_content;
    QLabel *m_files;
};

} // namespace gui

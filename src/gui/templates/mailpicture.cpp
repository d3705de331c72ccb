#include "gui/templates/mailpicture.h"

#include "gui/theme/theme.h"

#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

/// Shows what it is given and reads nothing else, neither a file nor the web.
class ClosedBrowser : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

MailPicture::MailPicture(QWidget *parent)
    : QFrame(parent), m_subject(makeLabel({}, TextRole::Section, this)),
      m_sender(makeLabel({}, TextRole::Caption, this)), m_content(new ClosedBrowser(this)),
      m_files(makeLabel({}, TextRole::Caption, this))
{
    setProperty("kind", u"card"_s);
    setAccessibleName(tr("Preview of the mail"));
    m_subject->setWordWrap(true);
    m_content->setObjectName(u"mailContent"_s);
    m_content->setAccessibleName(tr("The mail's content"));
    m_content->setFrameShape(QFrame::NoFrame);
    m_content->setOpenLinks(false);
    m_content->document()->setDocumentMargin(space::m);
    m_content->document()->setDefaultStyleSheet(u"a { color: #0f6b7c; }"_s);
    // A mail is written for white paper, whatever the window's colours are.
    QPalette paper = m_content->palette();
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, QColor(0x20, 0x23, 0x28));
    m_content->setPalette(paper);
    m_content->viewport()->setPalette(paper);
    m_content->setStyleSheet(u"QTextBrowser { background: #ffffff; color: #202328; border: 0; }"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::m, space::m, space::m);
    column->setSpacing(space::xs);
    column->addWidget(m_subject);
    column->addWidget(m_sender);
    column->addSpacing(space::xs);
    column->addWidget(m_content, 1);
    m_files->setObjectName(u"mailFiles"_s);
    m_files->setWordWrap(true);
    m_files->setTextFormat(Qt::PlainText);
    m_files->hide();
    column->addWidget(m_files);
}

void MailPicture::setSender(const QString &sender) { m_sender->setText(tr("From %1").arg(sender)); }

void MailPicture::setMail(const QString &subject, const QString &text, const QString &html, const QStringList &files)
{
    m_files->setText(tr("Attached: %1").arg(files.join(u", "_s)));
    m_files->setVisible(!files.isEmpty());
    m_subject->setText(subject.isEmpty() ? tr("(no subject)") : subject);
    if (!html.isEmpty())
        m_content->setHtml(html);
    else if (text.isEmpty())
        m_content->setPlainText(tr("The message appears here as you write."));
    else
        m_content->setPlainText(text);
    setAccessibleDescription(m_content->toPlainText());
}

void MailPicture::setStale(bool stale) { m_content->setEnabled(!stale); }

} // namespace gui

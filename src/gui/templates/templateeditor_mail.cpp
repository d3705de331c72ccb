// What only an e-mail has: its picture, its files, and a test that is like the real one.

#include "gui/templates/templateeditor.h"

#include "gui/templates/attachmentbar.h"
#include "gui/templates/bodyedit.h"
#include "gui/templates/mailpicture.h"

#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTabBar>

namespace gui {

void TemplateEditor::previewMail(const QDateTime &now)
{
    m_htmlPreview = {};
    m_subjectPreview.clear();
    showPart(m_parts->currentIndex());
    if (m_record.channel != domain::Channel::Email)
        return;
    const auto preview = [&](const QString &source, domain::TextTarget target) {
        return previewOf(m_record, source, language(), m_contact, m_workspace, m_known, now, target);
    };
    m_subjectPreview = preview(m_subject->text(), domain::TextTarget::EmailSubject).text;
    if (const QString html = m_html->toPlainText(); !html.trimmed().isEmpty()) {
        m_html->setNotation(domain::notationFromText(m_record.notation));
        m_htmlPreview = preview(html, domain::TextTarget::EmailHtml);
    }
    m_mail->setStale(m_preview.problem || m_htmlPreview.problem);
    QStringList files;
    for (const domain::TemplateAttachment &file : m_attachments->files())
        files << file.name;
    m_mail->setMail(m_subjectPreview, m_preview.text, m_htmlPreview.text, files);
}

engine::TestMessage TemplateEditor::testMessage() const
{
    engine::TestMessage message;
    message.channel = m_record.channel;
    message.body = m_preview.text;
    if (message.channel != domain::Channel::Email)
        return message;
    message.subject = m_subjectPreview;
    message.html = m_htmlPreview.text;
    message.attachments = m_attachments->files();
    return message;
}

void TemplateEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_attachments->isVisible() && event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void TemplateEditor::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty())
        Q_EMIT m_attachments->filesWanted(paths);
    event->acceptProposedAction();
}

} // namespace gui

#include "gui/templates/versionsdialog.h"

#include "gui/kit/choicelist.h"
#include "gui/kit/choices.h"
#include "gui/kit/formats.h"
#include "gui/templates/worddiff.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace gui {

VersionsDialog::VersionsDialog(QList<domain::TemplateVersion> versions, domain::TemplateRecord current,
                               domain::Instant now, QWidget *parent)
    : QDialog(parent), m_versions(std::move(versions)), m_current(std::move(current)),
      m_list(new ChoiceList(u"versionList"_s, this)), m_text(new QTextBrowser(this)),
      m_restore(new QPushButton(tr("Restore this version"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Versions of %1").arg(m_current.name));
    resize(720, 460);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    m_list->setFixedWidth(260);
    m_list->setAccessibleName(tr("Versions"));
    m_text->setAccessibleName(tr("Difference to the text in the editor"));
    m_text->setTabChangesFocus(true);
    row->addWidget(m_list);
    row->addWidget(m_text, 1);
    column->addLayout(row, 1);
    QLabel *legend = makeLabel(tr("Struck through: only in the earlier version. Underlined: only in the text in the "
                                  "editor."),
                               TextRole::Caption, this);
    legend->setWordWrap(true);
    column->addWidget(legend);
    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    m_restore->setAutoDefault(false);
    m_restore->setObjectName(u"restoreVersion"_s);
    buttons->addStretch(1);
    buttons->addWidget(m_restore);
    buttons->addWidget(close);
    column->addLayout(buttons);
    for (const domain::TemplateVersion &version : std::as_const(m_versions)) {
        QString name = tr("Version %1").arg(version.number);
        if (!version.language.isEmpty())
            name = tr("%1, %2", "a version and its language").arg(name, languageName(version.language));
        QStringList words{version.note, version.actor};
        words.removeAll(QString());
        if (words.isEmpty())
            words << version.body.simplified();
        if (version.body.isEmpty())
            words = {tr("language removed")};
        QListWidgetItem *item = m_list->addChoice(name, words.join(u" · "_s), relativeTime(version.createdAt, now));
        item->setToolTip(exactTime(version.createdAt));
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsDialog::showVersion);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        Q_EMIT restoreWanted(m_versions.at(m_list->currentRow()).id);
        accept();
    });
    m_list->setCurrentRow(m_versions.isEmpty() ? -1 : 0);
    m_restore->setEnabled(m_list->currentRow() >= 0 && m_restore->isEnabled());
}

domain::TemplateVersion VersionsDialog::currentOf(const QString &language) const
{
    for (const domain::TemplateVersion &version : m_current.current)
        if (version.language == language)
            return version;
    return {};
}

// The subject, the text, the HTML, the provider's template and the names of the files, one under the other.
QString VersionsDialog::wholeOf(const domain::TemplateVersion &version)
{
    QStringList parts;
    const auto add = [&parts](const QString &title, const QString &text) {
        if (!text.isEmpty())
            parts << (title.isEmpty() ? text : title + u'\n' + text);
    };
    add(tr("Subject"), version.subject);
    add({}, version.body);
    add(tr("HTML"), version.html);
    if (!version.provider.name.isEmpty())
        add(tr("Outside the 24-hour window"),
            (QStringList{version.provider.name + u' ' + version.provider.language} + version.provider.header +
             version.provider.body + version.provider.buttons)
                .join(u'\n'));
    QStringList files;
    for (const domain::TemplateAttachment &file : version.attachments)
        files << tr("%1, %2", "file and its size").arg(file.name, bytes(file.size));
    add(tr("Attached"), files.join(u'\n'));
    return parts.join(u"\n\n"_s);
}

void VersionsDialog::showVersion(int row)
{
    if (row < 0)
        return;
    const domain::TemplateVersion &version = m_versions.at(row);
    const domain::TemplateVersion now = currentOf(version.language);
    const Tokens &t = tokensOf(palette());
    QString html;
    for (const DiffPart &part : wordDiff(wholeOf(version), wholeOf(now))) {
        const QString text = part.text.toHtmlEscaped();
        if (part.kind == DiffPart::Kind::Removed)
            html +=
                u"<span style='color:%1;text-decoration:line-through'>%2</span>"_s.arg(t.of(Tone::Failed).name(), text);
        else if (part.kind == DiffPart::Kind::Added)
            html +=
                u"<span style='color:%1;text-decoration:underline'>%2</span>"_s.arg(t.of(Tone::Delivered).name(), text);
        else
            html += text;
    }
    m_text->setHtml(u"<div style='white-space:pre-wrap'>%1</div>"_s.arg(html));
    m_restore->setEnabled(!version.body.isEmpty() &&
                          (version.subject != now.subject || version.body != now.body || version.html != now.html ||
                           version.provider != now.provider || version.attachments != now.attachments));
}

} // namespace gui

#include "gui/templates/templateeditor.h"

#include "gui/kit/choices.h"
#include "gui/kit/confirmdialog.h"
#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/templates/attachmentbar.h"
#include "gui/templates/bodyedit.h"
#include "gui/templates/mailpicture.h"
#include "gui/templates/phonepicture.h"
#include "gui/templates/textfacts.h"
#include "gui/templates/windowpart.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int previewPauseMs = 120;
constexpr int searchPauseMs = 250;
// Tabs of the text and what is behind them (templateeditor_build.cpp).
constexpr int textPart = 0;
constexpr int htmlPart = 1;
constexpr int windowPart = 2;
constexpr int wideFrom = 980; ///< width of the editor from which its four choices stand in one row

QString tabName(const QString &tag) { return tag.isEmpty() ? TemplateEditor::tr("Default") : languageName(tag); }

void select(QComboBox *box, const QVariant &data) { box->setCurrentIndex(std::max(0, box->findData(data))); }

} // namespace

TemplateEditor::TemplateEditor(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_pause(new QTimer(this)), m_search(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::xl, 0, space::xl, space::l);
    row->setSpacing(space::xl);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(buildForm());
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    row->addWidget(scroll, 1);
    row->addWidget(buildSide());
    column->addLayout(row, 1);
    setAcceptDrops(true);
    m_pause->setSingleShot(true);
    m_pause->setInterval(previewPauseMs);
    connect(m_pause, &QTimer::timeout, this, &TemplateEditor::updatePreview);
    m_search->setSingleShot(true);
    m_search->setInterval(searchPauseMs);
    connect(m_search, &QTimer::timeout, this, [this] { Q_EMIT contactSearched(m_person->currentText().trimmed()); });
}

void TemplateEditor::showRecord(const domain::TemplateRecord &record)
{
    m_showing = true;
    m_record = record;
    if (m_record.current.isEmpty())
        m_record.current.append(domain::TemplateVersion{});
    m_saved = m_record;
    m_title->setText(record.id.isValid() ? record.name : tr("New template"));
    m_versions->setVisible(record.id.isValid());
    m_name->setText(record.name);
    m_purpose->setText(record.purpose);
    select(m_channel, int(record.channel));
    select(m_category, int(record.category));
    select(m_notation, record.notation);
    select(m_missing, record.missing);
    m_smart->setChecked(record.smartEncoding);
    m_active->setChecked(record.active);
    while (m_languages->count() > 0)
        m_languages->removeTab(0);
    for (const domain::TemplateVersion &version : std::as_const(m_record.current))
        m_languages->addTab(tabName(version.language));
    m_note->clear();
    m_showing = false;
    m_nameField->setError({});
    showLanguage(0);
    (record.id.isValid() ? static_cast<QWidget *>(m_body) : m_name)->setFocus(Qt::OtherFocusReason);
}

void TemplateEditor::showSaved(const domain::TemplateRecord &record)
{
    const domain::TemplateRecord typed = this->typed(); // more may have been typed meanwhile
    m_saved = record;
    m_saved.current.clear();
    for (const domain::TemplateVersion &text : typed.current) // in the order of the tabs
        for (const domain::TemplateVersion &version : record.current)
            if (version.language == text.language)
                m_saved.current.append(version);
    m_record = m_saved;
    for (qsizetype i = 0; i < std::min(typed.current.size(), m_record.current.size()); ++i) {
        m_record.current[i].subject = typed.current.at(i).subject;
        m_record.current[i].body = typed.current.at(i).body;
        m_record.current[i].html = typed.current.at(i).html;
        m_record.current[i].provider = typed.current.at(i).provider;
        m_record.current[i].attachments = typed.current.at(i).attachments;
    }
    m_note->clear();
    m_title->setText(record.name);
    m_versions->show();
    m_nameField->setError({});
    edited();
}

void TemplateEditor::showWorkspace(const domain::WorkspaceFacts &workspace)
{
    m_workspace = workspace;
    m_phone->setSender(workspace.name);
    m_mail->setSender(workspace.name);
    updatePreview();
}

void TemplateEditor::showPrice(const domain::Money &perSegment)
{
    m_facts->setPrice(perSegment);
    updatePreview();
}

QString TemplateEditor::note() const { return m_note->text().trimmed(); }

void TemplateEditor::removeLanguage()
{
    if (language().isEmpty())
        return;
    auto *question =
        new ConfirmDialog(tr("Remove the text in %1?").arg(m_languages->tabText(m_tab)),
                          tr("Whoever has this language gets the default text, once the template is saved."),
                          tr("Remove this language"), ConfirmDialog::Kind::Dangerous, this);
    connect(question, &QDialog::accepted, this, [this, tab = m_tab] {
        m_record.current.removeAt(tab);
        m_tab = int(m_record.current.size()); // its text is not kept
        m_showing = true;
        m_languages->removeTab(tab);
        m_showing = false;
        showLanguage(0);
    });
    question->open();
}

void TemplateEditor::fillPlaceholderMenu()
{
    m_insertMenu->clear();
    for (const auto &[name, example] : std::as_const(m_placeholders))
        m_insertMenu->addAction(
            example.isEmpty() ? name : tr("%1  –  %2", "placeholder and example").arg(name, example.left(40)), this,
            [this, inserted = name] {
                if (BodyEdit *edit = text())
                    edit->insertPlaceholder(inserted);
            });
    if (m_insertMenu->isEmpty())
        m_insertMenu->addAction(tr("There is no contact yet."))->setEnabled(false);
}

void TemplateEditor::showLanguage(int tab)
{
    m_showing = true;
    m_tab = std::clamp(tab, 0, int(m_record.current.size()) - 1);
    m_languages->setCurrentIndex(m_tab);
    m_subject->setText(m_record.current.at(m_tab).subject);
    m_body->setPlainText(m_record.current.at(m_tab).body);
    m_html->setPlainText(m_record.current.at(m_tab).html);
    m_window->showContent(m_record.current.at(m_tab).provider);
    m_attachments->showFiles(m_record.current.at(m_tab).attachments);
    m_removeLanguage->setVisible(!language().isEmpty());
    m_showing = false;
    updatePreview();
}

void TemplateEditor::keepBody()
{
    if (m_tab < m_record.current.size())
        keepTyped(m_record.current[m_tab]);
}

void TemplateEditor::keepTyped(domain::TemplateVersion &version) const
{
    version.body = m_body->toPlainText();
    version.html = m_html->toPlainText();
    version.subject = m_subject->text().trimmed();
    version.provider = m_window->content();
    version.attachments = m_attachments->files();
}

void TemplateEditor::addLanguage()
{
    auto *question = new QInputDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Add a language"));
    question->setLabelText(tr("Language tag, for example de or pt-BR. Contacts with this language get this text."));
    question->setOkButtonText(tr("Add"));
    connect(question, &QInputDialog::textValueSelected, this, [this](const QString &typed) {
        static const QRegularExpression tag(u"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"_s);
        const QString wanted = typed.trimmed();
        keepBody();
        for (int i = 0; i < int(m_record.current.size()); ++i)
            if (m_record.current.at(i).language.compare(wanted, Qt::CaseInsensitive) == 0)
                return showLanguage(i);
        if (!tag.match(wanted).hasMatch()) {
            m_error->setText(tr("“%1” is not a language tag.").arg(wanted));
            m_error->show();
            return;
        }
        domain::TemplateVersion version;
        version.language = wanted;
        version.subject = m_record.current.first().subject;
        version.body = m_record.current.first().body;
        version.html = m_record.current.first().html;
        version.attachments = m_record.current.first().attachments;
        m_record.current.append(version);
        m_showing = true;
        m_languages->addTab(tabName(wanted));
        m_showing = false;
        showLanguage(int(m_record.current.size()) - 1);
        m_body->setFocus();
    });
    question->open();
}

void TemplateEditor::edited()
{
    if (m_showing)
        return;
    m_record = typed();
    m_save->setEnabled(isChanged() && isValid());
    m_pause->start();
}

domain::TemplateRecord TemplateEditor::record() const
{
    domain::TemplateRecord now = typed();
    for (domain::TemplateVersion &version : now.current) {
        if (now.channel != domain::Channel::Email) {
            version.html.clear();
            version.attachments.clear();
        }
        if (now.channel != domain::Channel::WhatsApp)
            version.provider = {};
    }
    return now;
}

domain::TemplateRecord TemplateEditor::typed() const
{
    domain::TemplateRecord now = m_record;
    now.name = m_name->text().trimmed();
    now.purpose = m_purpose->text().trimmed();
    now.channel = static_cast<domain::Channel>(m_channel->currentData().toInt());
    now.category = static_cast<domain::Category>(m_category->currentData().toInt());
    now.notation = m_notation->currentData().toString();
    now.missing = m_missing->currentData().toString();
    now.smartEncoding = m_smart->isChecked();
    now.active = m_active->isChecked();
    if (m_tab < now.current.size())
        keepTyped(now.current[m_tab]);
    return now;
}

bool TemplateEditor::isChanged() const { return record() != m_saved; }

bool TemplateEditor::isValid() const
{
    const domain::TemplateRecord now = record();
    const domain::TemplateNotation notation = domain::notationFromText(now.notation);
    const bool needsSubject = now.channel == domain::Channel::Email;
    const auto isGoodValue = [&](const QString &value) {
        return !value.trimmed().isEmpty() && domain::CompiledTemplate::compile(value, notation).has_value();
    };
    const auto good = [&](const domain::TemplateVersion &version) {
        return !version.body.trimmed().isEmpty() && (!needsSubject || !version.subject.isEmpty()) &&
               domain::CompiledTemplate::compile(version.body, notation).has_value() &&
               domain::CompiledTemplate::compile(version.subject, notation).has_value() &&
               domain::CompiledTemplate::compile(version.html, notation).has_value() &&
               std::ranges::all_of(version.provider.header + version.provider.body + version.provider.buttons,
                                   isGoodValue);
    };
    return !now.name.isEmpty() && std::all_of(now.current.cbegin(), now.current.cend(), good);
}

QString TemplateEditor::language() const { return m_record.current.value(m_tab).language; }

void TemplateEditor::updatePreview()
{
    m_pause->stop();
    m_record = typed();
    const bool sms = m_record.channel == domain::Channel::Sms;
    const bool mail = m_record.channel == domain::Channel::Email;
    m_smart->setVisible(sms);
    m_subjectField->setVisible(mail);
    m_attachments->setVisible(mail);
    m_picture->setCurrentWidget(mail ? static_cast<QWidget *>(m_mail) : m_phone);
    showParts();
    const auto notation = domain::notationFromText(m_record.notation);
    m_body->setNotation(notation);
    m_window->setNotation(notation);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(domain::toMillis(m_context.now()));
    m_preview = previewOf(m_record, m_body->toPlainText(), language(), m_contact, m_workspace, m_known, now);
    m_window->updatePreview(m_record, language(), m_contact, m_workspace, m_known, now);
    const bool outside = m_parts->currentIndex() == windowPart;
    m_phone->setStale(!outside && m_preview.problem.has_value());
    m_phone->setMessage(outside ? m_window->message() : domain::ProviderText{{}, m_preview.text, {}, {}});
    m_facts->showPreview(outside ? m_window->preview() : m_preview, sms);
    previewMail(now);
    m_insert->setVisible(m_record.notation != u"plain"_s);
    m_insert->setEnabled(text() != nullptr);
    m_test->setEnabled(!m_preview.problem && !m_htmlPreview.problem && m_preview.missing.isEmpty() &&
                       !m_preview.text.trimmed().isEmpty());
    m_save->setEnabled(isChanged() && isValid());
    showProblems();
}

BodyEdit *TemplateEditor::text() const
{
    const int part = m_parts->currentIndex();
    return part == textPart ? m_body : part == htmlPart ? m_html : m_window->edit();
}

// Which parts the text of this channel has.
void TemplateEditor::showParts()
{
    const bool mail = m_record.channel == domain::Channel::Email;
    const bool whatsApp = m_record.channel == domain::Channel::WhatsApp;
    m_partsRow->setVisible(mail || whatsApp);
    m_parts->setTabText(textPart, whatsApp ? tr("Within the 24-hour window") : tr("Text"));
    m_parts->setTabToolTip(textPart, whatsApp ? tr("Who wrote within the last 24 hours gets this text")
                                              : tr("For mail programs that show no HTML, and for reading aloud"));
    m_parts->setTabVisible(htmlPart, mail);
    m_parts->setTabVisible(windowPart, whatsApp);
    if (!m_parts->isTabVisible(m_parts->currentIndex()))
        m_parts->setCurrentIndex(textPart);
}

void TemplateEditor::showPart(int part)
{
    m_texts->setCurrentIndex(part);
    m_fromText->setVisible(part == htmlPart && m_html->toPlainText().trimmed().isEmpty());
}

void TemplateEditor::showAccounts(const QList<TemplateAccount> &accounts)
{
    m_showing = true; // fields may come anew, and nothing was typed
    m_window->showAccounts(accounts, m_context.now());
    m_showing = false;
    updatePreview();
}

void TemplateEditor::setProviderContent(const domain::ProviderContent &content)
{
    m_window->setContent(content);
    updatePreview();
}

void TemplateEditor::showProblems()
{
    QList<domain::TemplateProblem> problems = m_preview.unknown;
    if (m_preview.problem)
        problems.prepend(*m_preview.problem);
    m_body->setProblems(problems);
    QStringList lines;
    for (const domain::TemplateProblem &problem : std::as_const(problems))
        lines << tr("Line %1, column %2: %3").arg(problem.line).arg(problem.column).arg(wordsFor(problem));
    QList<domain::TemplateProblem> inHtml = m_htmlPreview.unknown;
    if (m_htmlPreview.problem)
        inHtml.prepend(*m_htmlPreview.problem);
    m_html->setProblems(inHtml);
    for (const domain::TemplateProblem &problem : std::as_const(inHtml))
        lines << tr("HTML, line %1, column %2: %3").arg(problem.line).arg(problem.column).arg(wordsFor(problem));
    if (const QString problem = m_window->problem(); !problem.isEmpty() && m_parts->currentIndex() != windowPart)
        lines << tr("Outside the 24-hour window: %1").arg(problem);
    m_error->setText(lines.mid(0, 3).join(u'\n'));
    m_error->setVisible(!lines.isEmpty());
    for (BodyEdit *edit : {m_body, m_html})
        edit->setAccessibleDescription(m_error->text());
}

void TemplateEditor::showPlaceholders(const QList<QPair<QString, QString>> &placeholders)
{
    m_placeholders = placeholders;
    m_known.clear();
    for (const auto &pair : placeholders)
        m_known << domain::spellingsOf(pair.first);
    for (BodyEdit *edit : {m_body, m_html})
        edit->setPlaceholders(placeholders);
    m_window->setPlaceholders(placeholders);
    updatePreview();
}

void TemplateEditor::showContact(const domain::Contact &contact)
{
    m_contact = contact;
    const QString name = domain::displayNameOf(contact);
    m_person->lineEdit()->setText(name);
    updatePreview();
}

void TemplateEditor::showContactChoices(const QList<QPair<domain::ContactId, QString>> &contacts)
{
    const QString typed = m_person->currentText();
    const bool typing = m_person->lineEdit()->hasFocus();
    m_person->clear();
    for (const auto &[id, name] : contacts)
        m_person->addItem(name, id.value);
    m_person->setCurrentIndex(-1);
    m_person->lineEdit()->setText(typed);
    if (typing && !contacts.isEmpty() && isVisible()) {
        m_person->showPopup();
        m_person->lineEdit()->setFocus();
    }
}

void TemplateEditor::showError(const domain::Error &error)
{
    if (error.place == u"name") {
        m_nameField->setError(error.code == domain::ErrorCode::Conflict ? tr("Another template has this name.")
                                                                        : sentenceFor(error));
        m_name->setFocus();
        return;
    }
    m_error->setText(sentenceFor(error));
    m_error->show();
}

void TemplateEditor::arrange()
{
    const int columns = width() >= wideFrom ? 4 : 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_kinds.size(); ++i)
        m_kindGrid->addWidget(m_kinds.at(i), i / columns, i % columns, Qt::AlignTop);
    for (int i = 0; i < m_kinds.size(); ++i)
        m_kindGrid->setColumnStretch(i, i < columns ? 1 : 0);
}

void TemplateEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TemplateEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gui

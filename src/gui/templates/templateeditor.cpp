#include "gui/templates/templateeditor.h"

#include "gui/kit/confirmdialog.h"
#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/kit/tones.h"
#include "gui/templates/bodyedit.h"
#include "gui/templates/phonepicture.h"
#include "gui/templates/textfacts.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int previewPauseMs = 120;
constexpr int searchPauseMs = 250;
constexpr int sideWidth = 316;

QString languageName(const QString &tag)
{
    if (tag.isEmpty())
        return TemplateEditor::tr("Default");
    const QLocale locale(tag);
    return locale.language() == QLocale::C ? tag : u"%1 (%2)"_s.arg(QLocale::languageToString(locale.language()), tag);
}

QComboBox *choice(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    return box;
}

void choose(QComboBox *box, const QVariant &data) { box->setCurrentIndex(std::max(0, box->findData(data))); }

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
    row->addWidget(buildForm(), 1);
    row->addWidget(buildSide());
    column->addLayout(row, 1);
    m_pause->setSingleShot(true);
    m_pause->setInterval(previewPauseMs);
    connect(m_pause, &QTimer::timeout, this, &TemplateEditor::updatePreview);
    m_search->setSingleShot(true);
    m_search->setInterval(searchPauseMs);
    connect(m_search, &QTimer::timeout, this, [this] { Q_EMIT contactSearched(m_person->currentText().trimmed()); });
}

QWidget *TemplateEditor::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::l, space::l, space::xl, space::m);
    row->setSpacing(space::s);
    auto *back = new QToolButton(head);
    back->setIcon(icon(u"go-previous"_s));
    back->setAccessibleName(tr("Back to the templates"));
    back->setToolTip(tr("Back (Esc)"));
    back->setObjectName(u"back"_s);
    back->setFocusPolicy(Qt::StrongFocus);
    connect(back, &QToolButton::clicked, this, &TemplateEditor::backWanted);
    m_title = makeLabel({}, TextRole::Title, head);
    m_versions = new QPushButton(tr("Versions"), head);
    m_test = new QPushButton(tr("Send a test"), head);
    m_save = new QPushButton(tr("Save"), head);
    m_save->setObjectName(u"saveTemplate"_s);
    m_test->setObjectName(u"testTemplate"_s);
    m_versions->setObjectName(u"templateVersions"_s);
    makePrimary(m_save);
    m_save->setShortcut(QKeySequence::Save);
    connect(m_versions, &QPushButton::clicked, this, &TemplateEditor::versionsWanted);
    connect(m_test, &QPushButton::clicked, this, [this] {
        updatePreview();
        Q_EMIT testWanted(m_preview.text);
    });
    connect(m_save, &QPushButton::clicked, this, &TemplateEditor::saveWanted);
    row->addWidget(back);
    row->addWidget(m_title, 1);
    row->addWidget(m_versions);
    row->addWidget(m_test);
    row->addWidget(m_save);
    return head;
}

QWidget *TemplateEditor::buildForm()
{
    auto *form = new QWidget;
    form->setObjectName(u"scrolled"_s);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(1, 0, space::s, 1);
    column->setSpacing(space::m);
    const auto beside = [column](std::initializer_list<Field *> fields) {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::l);
        for (Field *field : fields)
            row->addWidget(field, 1, Qt::AlignTop);
        column->addLayout(row);
    };
    m_name = new QLineEdit(form);
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(120);
    m_purpose = new QLineEdit(form);
    m_purpose->setObjectName(u"purpose"_s);
    m_channel = choice(u"channel"_s, form);
    m_category = choice(u"category"_s, form);
    using enum domain::Channel;
    for (const domain::Channel channel : {Sms, WhatsApp, Email})
        m_channel->addItem(wordFor(channel), int(channel));
    using enum domain::Category;
    for (const domain::Category category : {Marketing, Transactional, Authentication})
        m_category->addItem(wordFor(category), int(category));
    m_notation = choice(u"notation"_s, form);
    m_notation->addItem(u"{{ name }}"_s, u"jinja"_s);
    m_notation->addItem(u"{name}"_s, u"brace"_s);
    m_notation->addItem(tr("None, plain text"), u"plain"_s);
    m_missing = choice(u"missing"_s, form);
    m_missing->addItem(tr("Do not send"), u"error"_s);
    m_missing->addItem(tr("Leave it blank"), u"blank"_s);
    m_nameField = new Field(tr("Name"), m_name, {}, form);
    beside({m_nameField, new Field(tr("Purpose"), m_purpose, {}, form)});
    beside({new Field(tr("Channel"), m_channel, {}, form), new Field(tr("Category"), m_category, {}, form),
            new Field(tr("Placeholders"), m_notation, {}, form),
            new Field(tr("If a value is missing"), m_missing, {}, form)});

    column->addWidget(buildText(), 1);
    column->addWidget(buildFoot());

    connect(m_languages, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_showing)
            return;
        keepBody();
        showLanguage(tab);
    });
    for (QLineEdit *edit : {m_name, m_purpose, m_subject})
        connect(edit, &QLineEdit::textChanged, this, &TemplateEditor::edited);
    for (QComboBox *box : {m_channel, m_category, m_notation, m_missing})
        connect(box, &QComboBox::currentIndexChanged, this, &TemplateEditor::edited);
    connect(m_channel, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT channelChosen(static_cast<domain::Channel>(m_channel->currentData().toInt())); });
    for (QCheckBox *box : {m_smart, m_active})
        connect(box, &QCheckBox::toggled, this, &TemplateEditor::edited);
    connect(m_body, &QPlainTextEdit::textChanged, this, &TemplateEditor::edited);
    return form;
}

QWidget *TemplateEditor::buildText()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *tabs = new QHBoxLayout;
    tabs->setSpacing(space::s);
    m_languages = new QTabBar;
    m_languages->setObjectName(u"languages"_s);
    m_languages->setAccessibleName(tr("Language"));
    m_languages->setExpanding(false);
    m_languages->setFocusPolicy(Qt::StrongFocus);
    m_insert = new QPushButton(tr("Insert a placeholder"));
    m_insert->setObjectName(u"insertPlaceholder"_s);
    m_insertMenu = new QMenu(m_insert);
    m_insert->setMenu(m_insertMenu);
    m_removeLanguage = new QPushButton(tr("Remove this language"));
    m_removeLanguage->setObjectName(u"removeLanguage"_s);
    auto *add = new QPushButton(tr("Add a language"));
    add->setObjectName(u"addLanguage"_s);
    tabs->addWidget(m_languages, 1);
    for (QPushButton *button : {m_insert, m_removeLanguage, add}) {
        makeLink(button);
        tabs->addWidget(button);
    }
    column->addLayout(tabs);
    m_subject = new QLineEdit;
    m_subject->setObjectName(u"subject"_s);
    m_subject->setMaxLength(250);
    m_subjectField = new Field(tr("Subject"), m_subject);
    column->addWidget(m_subjectField);
    m_body = new BodyEdit(part);
    m_body->setMinimumHeight(150);
    column->addWidget(m_body, 1);
    m_error = makeLabel({}, TextRole::Error);
    m_error->setWordWrap(true);
    m_error->setObjectName(u"bodyError"_s);
    column->addWidget(m_error);
    connect(add, &QPushButton::clicked, this, &TemplateEditor::addLanguage);
    connect(m_removeLanguage, &QPushButton::clicked, this, &TemplateEditor::removeLanguage);
    connect(m_insertMenu, &QMenu::aboutToShow, this, &TemplateEditor::fillPlaceholderMenu);
    return part;
}

QWidget *TemplateEditor::buildFoot()
{
    auto *foot = new QWidget;
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *boxes = new QHBoxLayout;
    boxes->setSpacing(space::xl);
    m_smart = new QCheckBox(tr("Write look-alike characters in GSM spelling"));
    m_smart->setObjectName(u"smartEncoding"_s);
    m_active = new QCheckBox(tr("Offered for campaigns"));
    m_active->setObjectName(u"active"_s);
    boxes->addWidget(m_smart);
    boxes->addWidget(m_active);
    boxes->addStretch(1);
    column->addLayout(boxes);
    m_note = new QLineEdit;
    m_note->setObjectName(u"versionNote"_s);
    m_note->setMaxLength(200);
    m_note->setPlaceholderText(tr("What you changed, for the list of versions"));
    m_note->setAccessibleName(m_note->placeholderText());
    column->addWidget(m_note);
    return foot;
}

QWidget *TemplateEditor::buildSide()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(sideWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_person = new QComboBox(side);
    m_person->setObjectName(u"previewContact"_s);
    m_person->setEditable(true);
    m_person->setInsertPolicy(QComboBox::NoInsert);
    m_person->setCompleter(nullptr);
    m_person->lineEdit()->setPlaceholderText(tr("Name or number"));
    m_person->lineEdit()->setAccessibleName(tr("Preview for"));
    column->addWidget(new Field(tr("Preview for"), m_person, {}, side));
    m_phone = new PhonePicture(side);
    column->addWidget(m_phone, 1);
    m_facts = new TextFacts(side);
    auto *scroll = new QScrollArea(side);
    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *lines = new QVBoxLayout(inner);
    lines->setContentsMargins(0, 0, space::s, 0);
    lines->addWidget(m_facts);
    lines->addStretch(1);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(150);
    column->addWidget(scroll, 1);
    connect(m_person->lineEdit(), &QLineEdit::textEdited, m_search, qOverload<>(&QTimer::start));
    connect(m_person, &QComboBox::activated, this, [this](int index) {
        if (const qint64 id = m_person->itemData(index).toLongLong())
            Q_EMIT contactChosen({id});
    });
    connect(m_facts, &TextFacts::gsmSpellingWanted, this, [this] {
        m_body->replaceText(withGsmSpelling(m_body->toPlainText(), domain::notationFromText(m_record.notation),
                                            m_preview.diagnosis.forcing));
        updatePreview();
        m_body->setFocus();
    });
    return side;
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
    choose(m_channel, int(record.channel));
    choose(m_category, int(record.category));
    choose(m_notation, record.notation);
    choose(m_missing, record.missing);
    m_smart->setChecked(record.smartEncoding);
    m_active->setChecked(record.active);
    while (m_languages->count() > 0)
        m_languages->removeTab(0);
    for (const domain::TemplateVersion &version : std::as_const(m_record.current))
        m_languages->addTab(languageName(version.language));
    m_note->clear();
    m_showing = false;
    m_nameField->setError({});
    showLanguage(0);
    (record.id.isValid() ? static_cast<QWidget *>(m_body) : m_name)->setFocus(Qt::OtherFocusReason);
}

void TemplateEditor::showSaved(const domain::TemplateRecord &record)
{
    const domain::TemplateRecord typed = this->record(); // more may have been typed meanwhile
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
            [this, inserted = name] { m_body->insertPlaceholder(inserted); });
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
    m_removeLanguage->setVisible(!language().isEmpty());
    m_showing = false;
    updatePreview();
}

void TemplateEditor::keepBody()
{
    if (m_tab >= m_record.current.size())
        return;
    m_record.current[m_tab].body = m_body->toPlainText();
    m_record.current[m_tab].subject = m_subject->text().trimmed();
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
        version.body = m_record.current.first().body;
        m_record.current.append(version);
        m_showing = true;
        m_languages->addTab(languageName(wanted));
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
    m_record = record();
    m_save->setEnabled(isChanged() && isValid());
    m_pause->start();
}

domain::TemplateRecord TemplateEditor::record() const
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
    if (m_tab < now.current.size()) {
        now.current[m_tab].body = m_body->toPlainText();
        now.current[m_tab].subject = m_subject->text().trimmed();
    }
    return now;
}

bool TemplateEditor::isChanged() const { return record() != m_saved; }

bool TemplateEditor::isValid() const
{
    const domain::TemplateRecord now = record();
    const domain::TemplateNotation notation = domain::notationFromText(now.notation);
    const bool needsSubject = now.channel == domain::Channel::Email;
    const auto good = [&](const domain::TemplateVersion &version) {
        return !version.body.trimmed().isEmpty() && (!needsSubject || !version.subject.isEmpty()) &&
               domain::CompiledTemplate::compile(version.body, notation).has_value() &&
               domain::CompiledTemplate::compile(version.subject, notation).has_value();
    };
    return !now.name.isEmpty() && std::all_of(now.current.cbegin(), now.current.cend(), good);
}

QString TemplateEditor::language() const { return m_record.current.value(m_tab).language; }

void TemplateEditor::updatePreview()
{
    m_pause->stop();
    m_record = record();
    const bool sms = m_record.channel == domain::Channel::Sms;
    m_smart->setVisible(sms);
    m_subjectField->setVisible(m_record.channel == domain::Channel::Email);
    m_insert->setVisible(m_record.notation != u"plain"_s);
    m_body->setNotation(domain::notationFromText(m_record.notation));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(domain::toMillis(m_context.now()));
    m_preview = previewOf(m_record, m_body->toPlainText(), language(), m_contact, m_workspace, m_known, now);
    m_phone->setStale(m_preview.problem.has_value());
    m_phone->setText(m_preview.text);
    m_facts->showPreview(m_preview, sms);
    m_test->setEnabled(!m_preview.problem && m_preview.missing.isEmpty() && !m_preview.text.trimmed().isEmpty());
    m_save->setEnabled(isChanged() && isValid());
    showProblems();
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
    m_error->setText(lines.mid(0, 3).join(u'\n'));
    m_error->setVisible(!lines.isEmpty());
    m_body->setAccessibleDescription(m_error->text());
}

void TemplateEditor::showPlaceholders(const QList<QPair<QString, QString>> &placeholders)
{
    m_placeholders = placeholders;
    m_known.clear();
    for (const auto &pair : placeholders)
        m_known << domain::spellingsOf(pair.first);
    m_body->setPlaceholders(placeholders);
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

void TemplateEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gui

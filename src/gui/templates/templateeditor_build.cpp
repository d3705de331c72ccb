// What the editor is made of; what it does is in templateeditor.cpp.

#include "gui/templates/templateeditor.h"

#include "gui/kit/flowlayout.h"
#include "gui/kit/form.h"
#include "gui/kit/tones.h"
#include "gui/templates/attachmentbar.h"
#include "gui/templates/bodyedit.h"
#include "gui/templates/mailpicture.h"
#include "gui/templates/phonepicture.h"
#include "gui/templates/textfacts.h"
#include "gui/templates/windowpart.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int sideWidth = 316;

QComboBox *choice(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    return box;
}

} // namespace

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
        Q_EMIT testWanted();
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
    m_kinds = {new Field(tr("Channel"), m_channel), new Field(tr("Category"), m_category),
               new Field(tr("Placeholders"), m_notation), new Field(tr("If a value is missing"), m_missing)};
    m_kindGrid = new QGridLayout;
    m_kindGrid->setHorizontalSpacing(space::l);
    m_kindGrid->setVerticalSpacing(space::m);
    column->addLayout(m_kindGrid);
    arrange();
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
    for (BodyEdit *edit : {m_body, m_html})
        connect(edit, &QPlainTextEdit::textChanged, this, &TemplateEditor::edited);
    connect(m_window, &WindowPart::edited, this, &TemplateEditor::edited);
    connect(m_attachments, &AttachmentBar::edited, this, &TemplateEditor::edited);
    connect(m_attachments, &AttachmentBar::removed, this, [this](const domain::TemplateAttachment &file, qsizetype at) {
        if (m_context.shell)
            m_context.shell->toast(tr("“%1” goes with the mail no more.").arg(file.name),
                                   [this, file, at, tab = m_tab] {
                                       if (tab == m_tab)
                                           m_attachments->putBack(file, at);
                                   });
    });
    connect(m_window, &WindowPart::chooseWanted, this, [this] { Q_EMIT providerTemplateWanted(m_window->content()); });
    connect(m_window, &WindowPart::settingsWanted, this, &TemplateEditor::providersWanted);
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
    m_insert = new QPushButton(tr("Placeholder"));
    m_insert->setObjectName(u"insertPlaceholder"_s);
    m_insert->setIcon(icon(u"list-add"_s, Tone::Accent));
    m_insert->setAccessibleName(tr("Insert a placeholder"));
    m_insert->setToolTip(tr("Insert a placeholder (Ctrl+Space completes one)"));
    m_insertMenu = new QMenu(m_insert);
    m_insert->setMenu(m_insertMenu);
    m_removeLanguage = new QPushButton(tr("Remove"));
    m_removeLanguage->setAccessibleName(tr("Remove this language"));
    m_removeLanguage->setToolTip(tr("Remove this language"));
    m_removeLanguage->setObjectName(u"removeLanguage"_s);
    auto *add = new QPushButton(tr("Language"));
    add->setIcon(icon(u"list-add"_s, Tone::Accent));
    add->setAccessibleName(tr("Add a language"));
    add->setToolTip(tr("Add a language"));
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
    column->addWidget(buildParts());
    m_texts = new QStackedWidget(part);
    m_body = new BodyEdit(m_texts);
    m_html = new BodyEdit(m_texts);
    m_html->setObjectName(u"htmlBody"_s);
    m_html->setAccessibleName(tr("HTML of the mail"));
    m_html->setPlaceholderText(tr("Without HTML the mail is sent as plain text."));
    m_texts->addWidget(m_body);
    m_texts->addWidget(m_html);
    m_window = new WindowPart(m_texts);
    m_texts->addWidget(m_window);
    m_texts->setMinimumHeight(64);
    column->addWidget(m_texts, 1);
    m_attachments = new AttachmentBar(part);
    column->addWidget(m_attachments);
    m_error = makeLabel({}, TextRole::Error);
    m_error->setWordWrap(true);
    m_error->setObjectName(u"bodyError"_s);
    column->addWidget(m_error);
    connect(add, &QPushButton::clicked, this, &TemplateEditor::addLanguage);
    connect(m_removeLanguage, &QPushButton::clicked, this, &TemplateEditor::removeLanguage);
    connect(m_insertMenu, &QMenu::aboutToShow, this, &TemplateEditor::fillPlaceholderMenu);
    return part;
}

QWidget *TemplateEditor::buildParts()
{
    m_partsRow = new QWidget;
    auto *row = new QHBoxLayout(m_partsRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_parts = new QTabBar;
    m_parts->setObjectName(u"mailParts"_s);
    m_parts->setAccessibleName(tr("Part of the message"));
    m_parts->setExpanding(false);
    m_parts->setFocusPolicy(Qt::StrongFocus);
    m_parts->addTab(tr("Text"));
    m_parts->addTab(tr("HTML"));
    m_parts->addTab(tr("Outside the 24-hour window"));
    m_parts->setTabToolTip(1, tr("What most mail programs show"));
    m_parts->setTabToolTip(2, tr("Who has not written within the last 24 hours gets a template approved by WhatsApp"));
    m_fromText = new QPushButton(tr("Begin with the text"));
    m_fromText->setObjectName(u"htmlFromText"_s);
    m_fromText->setToolTip(tr("Write the text down as HTML, to be gone on with"));
    makeLink(m_fromText);
    row->addWidget(m_parts, 1);
    row->addWidget(m_fromText);
    connect(m_parts, &QTabBar::currentChanged, this, [this](int part) {
        showPart(part);
        updatePreview();
    });
    connect(m_fromText, &QPushButton::clicked, this, [this] {
        m_html->replaceText(htmlFrom(m_body->toPlainText(), domain::notationFromText(m_record.notation)));
        m_html->setFocus();
    });
    return m_partsRow;
}

QWidget *TemplateEditor::buildFoot()
{
    auto *foot = new QWidget;
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *boxes = new FlowLayout;
    m_smart = new QCheckBox(tr("Write look-alike characters in GSM spelling"));
    m_smart->setObjectName(u"smartEncoding"_s);
    m_active = new QCheckBox(tr("Offered for campaigns"));
    m_active->setObjectName(u"active"_s);
    boxes->addWidget(m_smart);
    boxes->addWidget(m_active);
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
    m_picture = new QStackedWidget(side);
    m_phone = new PhonePicture(m_picture);
    m_mail = new MailPicture(m_picture);
    m_picture->addWidget(m_phone);
    m_picture->addWidget(m_mail);
    column->addWidget(m_picture, 1);
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

} // namespace gui

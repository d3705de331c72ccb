#include "gui/welcome/welcomewindow.h"

#include "gui/kit/card.h"
#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QFileInfo>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int recentShown = 5;

void fillCountries(QComboBox *box)
{
    QMap<QString, QString> byName;
    for (const QLocale &locale :
         QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry)) {
        const QString code = QLocale::territoryToCode(locale.territory());
        if (code.size() == 2)
            byName.insert(QLocale::territoryToString(locale.territory()), code);
    }
    for (auto it = byName.cbegin(); it != byName.cend(); ++it)
        box->addItem(it.key(), it.value());
    const int own = box->findData(QLocale::territoryToCode(QLocale::system().territory()));
    box->setCurrentIndex(own >= 0 ? own : box->findData(u"US"_s));
}

void fillZones(QComboBox *box)
{
    const auto ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids)
        if (id.contains('/') && !id.startsWith("Etc/"))
            box->addItem(QString::fromUtf8(id));
    const int own = box->findText(QString::fromUtf8(QTimeZone::systemTimeZoneId()));
    box->setCurrentIndex(own >= 0 ? own : box->findText(u"America/New_York"_s));
}

void makeSearchable(QComboBox *box)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
}

} // namespace

WelcomeWindow::WelcomeWindow(QWidget *parent)
    : QWidget(parent), m_message(makeLabel({}, TextRole::Error)), m_demo(new QPushButton(tr("Try the demo"))),
      m_recentBox(new QWidget), m_recent(new QVBoxLayout(m_recentBox)), m_body(new QWidget), m_name(new QLineEdit),
      m_country(new QComboBox), m_zone(new QComboBox),
      m_nameField(new Field(tr("Name of the business"), m_name, tr("Shown in the window; templates do not use it.")))
{
    setWindowTitle(tr("Welcome to Heliograph"));
    setObjectName(u"welcome"_s);
    auto *mark = new QLabel;
    mark->setPixmap(windowIcon().isNull() ? QIcon(u":/icons/heliograph.svg"_s).pixmap(56, 56)
                                          : windowIcon().pixmap(56, 56));
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->addWidget(makeLabel(tr("Heliograph"), TextRole::Title));
    words->addWidget(makeLabel(tr("Talk to your customers by SMS, and see what was delivered, what it cost and why."),
                               TextRole::Secondary));
    head->addWidget(mark);
    head->addSpacing(16);
    head->addLayout(words, 1);

    m_message->setWordWrap(true);
    m_message->hide();
    auto *columns = new QHBoxLayout(m_body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(16);
    columns->addWidget(makeStart(), 1);
    columns->addWidget(makeForm(), 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(24);
    layout->addLayout(head);
    layout->addWidget(m_message);
    layout->addWidget(m_body, 1);
    resize(860, 540);
    m_demo->setFocus();
}

QWidget *WelcomeWindow::makeStart()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);

    auto *demo = new Card(tr("See it work"));
    auto *text =
        makeLabel(tr("2,000 made-up customers, their orders and appointments, and a simulated provider. No account is "
                     "needed and nothing leaves this computer."),
                  TextRole::Secondary);
    text->setWordWrap(true);
    demo->body()->addWidget(text);
    makePrimary(m_demo);
    m_demo->setAccessibleName(tr("Try the demo"));
    m_demo->setObjectName(u"demo"_s);
    demo->body()->addWidget(m_demo, 0, Qt::AlignLeft);
    connect(m_demo, &QPushButton::clicked, this, &WelcomeWindow::demoWanted);
    layout->addWidget(demo);

    auto *open = new Card(tr("Open a workspace"));
    m_recent->setContentsMargins(0, 0, 0, 0);
    m_recent->setSpacing(4);
    open->body()->addWidget(m_recentBox);
    auto *file = new QPushButton(tr("Choose a file…"));
    file->setObjectName(u"open"_s);
    open->body()->addWidget(file, 0, Qt::AlignLeft);
    connect(file, &QPushButton::clicked, this, &WelcomeWindow::chooseFile);
    layout->addWidget(open);
    layout->addStretch(1);
    return column;
}

QWidget *WelcomeWindow::makeForm()
{
    auto *card = new Card(tr("Create a workspace"));
    fillCountries(m_country);
    fillZones(m_zone);
    makeSearchable(m_country);
    makeSearchable(m_zone);
    m_name->setObjectName(u"name"_s);
    m_nameField->setValidator(
        [this] { return m_name->text().trimmed().isEmpty() ? tr("Give the workspace a name.") : QString(); });
    card->body()->addWidget(m_nameField);
    card->body()->addWidget(new Field(tr("Country"), m_country,
                                      tr("Phone numbers without a country code are read as numbers of this country.")));
    card->body()->addWidget(new Field(tr("Time zone"), m_zone, tr("Schedules and reports follow this clock.")));
    auto *create = new QPushButton(tr("Create…"));
    create->setObjectName(u"create"_s);
    card->body()->addWidget(create, 0, Qt::AlignLeft);
    card->body()->addStretch(1);
    connect(create, &QPushButton::clicked, this, &WelcomeWindow::create);
    connect(m_name, &QLineEdit::returnPressed, this, &WelcomeWindow::create);
    return card;
}

void WelcomeWindow::setRecent(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int shown = 0;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists() || shown == recentShown)
            continue;
        ++shown;
        auto *button = new QPushButton(info.completeBaseName());
        makeLink(button);
        button->setToolTip(QDir::toNativeSeparators(path));
        button->setAccessibleDescription(path);
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT openWanted(path); });
        m_recent->addWidget(button, 0, Qt::AlignLeft);
    }
    if (shown == 0)
        m_recent->addWidget(makeLabel(tr("The workspaces you open are listed here."), TextRole::Secondary));
}

void WelcomeWindow::setBusy(const QString &text)
{
    m_body->setEnabled(text.isEmpty());
    setRole(m_message, TextRole::Secondary);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void WelcomeWindow::showError(const domain::Error &error)
{
    m_body->setEnabled(true);
    setRole(m_message, TextRole::Error);
    m_message->setText(wordsFor(error).all());
    m_message->show();
}

void WelcomeWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a workspace"), {}, tr("Workspaces (*.heliograph);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &WelcomeWindow::openWanted);
    dialog->open();
}

void WelcomeWindow::create()
{
    if (!m_nameField->validate())
        return;
    NewWorkspace wanted;
    wanted.name = m_name->text().trimmed();
    wanted.country = m_country->currentData().toString();
    wanted.timeZone = m_zone->currentText();
    auto *dialog = new QFileDialog(this, tr("Where to keep the workspace"), {}, tr("Workspaces (*.heliograph)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"heliograph"_s);
    dialog->selectFile(wanted.name + u".heliograph"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, wanted](const QString &path) mutable {
        wanted.path = path;
        Q_EMIT createWanted(wanted);
    });
    dialog->open();
}

} // namespace gui

#include "gui/welcome/welcomewindow.h"

#include "domain/address/timezones.h"
#include "gui/kit/card.h"
#include "gui/kit/choices.h"
#include "gui/kit/errortext.h"
#include "gui/kit/files.h"
#include "gui/kit/form.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int recentShown = 5;

} // namespace

WelcomeWindow::WelcomeWindow(QWidget *parent)
    : QWidget(parent), m_message(makeLabel({}, TextRole::Error)), m_demo(new QPushButton(tr("Try the demo"))),
      m_recentBox(new QWidget), m_recent(new QVBoxLayout(m_recentBox)), m_body(new QWidget), m_name(new QLineEdit),
      m_country(new QComboBox), m_zone(new QComboBox),
      m_nameField(new Field(tr("Name of the business"), m_name, tr("As your customers know it; messages can name it.")))
{
    setWindowTitle(tr("Welcome to Heliograph"));
    setObjectName(u"welcome"_s);
    setWindowIcon(brandIcon());
    auto *mark = new QLabel;
    mark->setPixmap(brandIcon().pixmap(48, 48));
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addWidget(makeLabel(tr("Heliograph"), TextRole::Title));
    words->addWidget(makeLabel(tr("Talk to your customers by SMS, and see what was delivered, what it cost and why."),
                               TextRole::Secondary));
    head->addWidget(mark);
    head->addSpacing(space::l);
    head->addLayout(words, 1);

    m_message->setWordWrap(true);
    m_message->hide();
    auto *columns = new QHBoxLayout(m_body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::l);
    columns->addWidget(makeStart(), 1, Qt::AlignTop);
    columns->addWidget(makeForm(), 1, Qt::AlignTop);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xxl, space::xxl, space::xxl, space::xxl);
    layout->setSpacing(space::xl);
    layout->addLayout(head);
    layout->addWidget(m_message);
    layout->addWidget(m_body, 1);
    resize(880, 560);
    m_demo->setFocus();
}

QWidget *WelcomeWindow::makeStart()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::l);

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
    m_recent->setSpacing(space::xs);
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
    fillCountries(*m_country, {});
    const QString own = QLocale::territoryToCode(QLocale::system().territory());
    choose(*m_country, m_country->findData(own) >= 0 ? own : u"US"_s); // some systems say nothing of theirs
    showZones(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    connect(m_country, &QComboBox::currentIndexChanged, this, [this] { showZones(m_zone->currentData().toString()); });
    m_name->setObjectName(u"name"_s);
    m_country->setObjectName(u"country"_s);
    m_zone->setObjectName(u"time_zone"_s);
    m_nameField->setValidator(
        [this] { return m_name->text().trimmed().isEmpty() ? tr("Give the workspace a name.") : QString(); });
    card->body()->addWidget(m_nameField);
    card->body()->addWidget(new Field(tr("Country"), m_country,
                                      tr("Phone numbers without a country code are read as numbers of this country.")));
    card->body()->addWidget(new Field(tr("Time zone"), m_zone, tr("Schedules and reports follow this clock.")));
    auto *create = new QPushButton(tr("Choose where to keep it…"));
    create->setObjectName(u"create"_s);
    card->body()->addWidget(create, 0, Qt::AlignLeft);
    card->body()->addStretch(1);
    connect(create, &QPushButton::clicked, this, &WelcomeWindow::create);
    connect(m_name, &QLineEdit::returnPressed, this, &WelcomeWindow::create);
    return card;
}

// The country's own zones come first; one of another country does not stay chosen.
void WelcomeWindow::showZones(const QString &wanted)
{
    const QString country = m_country->currentData().toString();
    const domain::ZoneIds near = domain::zonesOfCountry(country);
    fillTimeZones(*m_zone, {}, country);
    const QByteArray capital = domain::capitalZone(country);
    choose(*m_zone, near.isEmpty() || near.contains(wanted.toLatin1()) ? wanted
                    : capital.isEmpty()                                ? QString::fromLatin1(near.constFirst())
                                                                       : QString::fromLatin1(capital));
    if (m_zone->currentIndex() < 0)
        m_zone->setCurrentIndex(0);
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
        button->setObjectName(u"recent"_s);
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
    auto *dialog =
        new QFileDialog(this, tr("Open a workspace"), filesFolder(), tr("Workspaces (*.heliograph);;All files (*)"));
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
    wanted.timeZone = m_zone->currentData().toString();
    auto *dialog =
        new QFileDialog(this, tr("Where to keep the workspace"), filesFolder(), tr("Workspaces (*.heliograph)"));
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

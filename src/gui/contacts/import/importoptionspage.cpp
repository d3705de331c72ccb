#include "gui/contacts/import/importoptionspage.h"

#include "gui/kit/choices.h"
#include "gui/kit/form.h"
#include "gui/theme/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

using engine::DuplicatePolicy;

QString policyName(DuplicatePolicy policy)
{
    switch (policy) {
    case DuplicatePolicy::Skip:
        return ImportOptionsPage::tr("Leave them as they are");
    case DuplicatePolicy::Update:
        return ImportOptionsPage::tr("Update them");
    case DuplicatePolicy::Fill:
        return ImportOptionsPage::tr("Fill their gaps");
    }
    return {};
}

QString policyText(DuplicatePolicy policy)
{
    switch (policy) {
    case DuplicatePolicy::Skip:
        return ImportOptionsPage::tr("The row is left out and counted.");
    case DuplicatePolicy::Update:
        return ImportOptionsPage::tr("What the file says replaces what is there; empty cells change nothing.");
    case DuplicatePolicy::Fill:
        return ImportOptionsPage::tr("What the file says goes only where the contact has nothing yet.");
    }
    return {};
}

} // namespace

ImportOptionsPage::ImportOptionsPage(ImportState &state, QWidget *parent)
    : WizardPage(tr("Options"), parent), m_state(state), m_country(new QComboBox), m_tags(new QLineEdit),
      m_rejects(new QLineEdit)
{
    auto *form = new Form;
    fillCountries(*m_country, tr("None: only numbers that begin with +"));
    m_country->setObjectName(u"defaultCountry"_s);
    form->add(tr("Numbers without + belong to"), m_country, tr("A column with the country wins over this."));

    form->addSection(tr("Contacts that are there already"),
                     tr("Recognised by your own number, else by phone number or e-mail address."));
    auto *group = new QButtonGroup(this);
    for (const DuplicatePolicy policy : {DuplicatePolicy::Skip, DuplicatePolicy::Update, DuplicatePolicy::Fill}) {
        auto *choice = new QWidget;
        auto *lines = new QVBoxLayout(choice);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(0);
        auto *radio = new QRadioButton(policyName(policy));
        radio->setObjectName(u"duplicates-%1"_s.arg(static_cast<int>(policy)));
        radio->setAccessibleDescription(policyText(policy));
        radio->setChecked(policy == m_state.plan.duplicates);
        group->addButton(radio, static_cast<int>(policy));
        QLabel *words = makeLabel(policyText(policy), TextRole::Caption);
        words->setContentsMargins(24, 0, 0, 0); // under the word, not under its circle
        lines->addWidget(radio);
        lines->addWidget(words);
        form->addWidget(choice);
    }
    form->addSection(tr("After the import"));
    m_tags->setObjectName(u"importTags"_s);
    form->add(tr("Tags for every imported contact"), m_tags,
              tr("Several with commas between them. With a tag you find them again."));
    m_rejects->setObjectName(u"rejectsPath"_s);
    auto *beside = new QWidget;
    auto *row = new QHBoxLayout(beside);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setObjectName(u"chooseRejects"_s);
    choose->setAccessibleName(tr("Choose the file for rejected rows"));
    choose->setAutoDefault(false);
    row->addWidget(m_rejects, 1);
    row->addWidget(choose);
    m_rejects->setAccessibleName(tr("File for rejected rows"));
    form->add(tr("Rows that cannot be imported go to"), beside,
              tr("With row number, column and reason, ready to be corrected and imported again. Empty: no such file."));

    auto *scroll = new QScrollArea(this);
    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *holder = new QVBoxLayout(inner);
    holder->setContentsMargins(0, 0, space::m, 0);
    holder->addWidget(form);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    setFocusProxy(m_country);

    connect(m_country, &QComboBox::currentIndexChanged, this, [this] {
        m_state.plan.defaultCountry = m_country->currentData().toString();
        Q_EMIT edited();
    });
    connect(group, &QButtonGroup::idClicked, this, [this](int id) {
        m_state.plan.duplicates = static_cast<DuplicatePolicy>(id);
        Q_EMIT edited();
    });
    connect(m_tags, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_state.plan.addTags.clear();
        for (const QString &part : text.split(u','))
            if (const QString tag = part.simplified(); !tag.isEmpty() && !m_state.plan.addTags.contains(tag))
                m_state.plan.addTags.append(tag);
        Q_EMIT edited();
    });
    connect(m_rejects, &QLineEdit::textEdited, this, [this] { m_rejectsChosen = true; });
    connect(m_rejects, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_state.plan.rejectsPath = QDir::fromNativeSeparators(text.trimmed());
        Q_EMIT edited();
    });
    connect(choose, &QPushButton::clicked, this, &ImportOptionsPage::chooseRejects);
}

void ImportOptionsPage::entered()
{
    if (!std::exchange(m_seen, true))
        choose(*m_country, m_state.plan.defaultCountry);
    if (m_rejectsChosen)
        return;
    const QFileInfo file(m_state.plan.path);
    const QString name = tr("%1-rejected.csv", "name of a file").arg(file.completeBaseName());
    m_rejects->setText(QDir::toNativeSeparators(file.absoluteDir().filePath(name)));
}

void ImportOptionsPage::chooseRejects()
{
    auto *dialog = new QFileDialog(this, tr("File for rejected rows"), m_state.plan.rejectsPath, tr("CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_rejectsChosen = true;
        m_rejects->setText(QDir::toNativeSeparators(path));
    });
    dialog->open();
}

QList<QPair<QString, QString>> ImportOptionsPage::summary() const
{
    if (!m_seen)
        return {};
    return {{tr("Country of numbers"), countryName(m_state.plan.defaultCountry)},
            {tr("Those there already"), policyName(m_state.plan.duplicates)},
            {tr("Tags"), m_state.plan.addTags.join(u", "_s)}};
}

} // namespace gui

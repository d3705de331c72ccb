#include "gui/kit/choices.h"
#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/settings/sections.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gui {

WorkspaceSection::WorkspaceSection(QWidget *parent)
    : QWidget(parent), m_form(new Form(this)), m_name(new QLineEdit), m_country(new QComboBox), m_zone(new QComboBox),
      m_currency(new QLineEdit), m_file(makeLabel({}, TextRole::Secondary)), m_save(new QPushButton(tr("Save changes")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    m_name->setObjectName(u"name"_s);
    m_country->setObjectName(u"country"_s);
    m_zone->setObjectName(u"time_zone"_s);
    m_currency->setObjectName(u"currency"_s);
    fillCountries(*m_country, {});
    fillTimeZones(*m_zone, {}, {});
    m_currency->setMaxLength(3);
    m_form->addSection(tr("Workspace"));
    Field *name = m_form->add(tr("Name"), m_name, tr("Your business, as it appears in the window."));
    name->setValidator([this] { return m_name->text().trimmed().isEmpty() ? tr("A name is needed.") : QString(); });
    m_form->addBeside({new Field(tr("Country"), m_country, tr("For phone numbers without a country code.")),
                       new Field(tr("Time zone"), m_zone, tr("For contacts without one of their own."))});
    Field *currency = m_form->add(tr("Currency"), m_currency, tr("Three letters, for example USD or EUR."));
    currency->setValidator([this] {
        static const QRegularExpression code(u"^[A-Za-z]{3}$"_s);
        return code.match(m_currency->text().trimmed()).hasMatch() ? QString()
                                                                   : tr("A currency has three letters, such as USD.");
    });
    makePrimary(m_save);
    m_save->setObjectName(u"saveWorkspace"_s);
    m_save->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_form->addWidget(m_save);
    m_form->addSection(tr("File"));
    m_file->setWordWrap(true);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form->addWidget(m_file);
    auto *backup = new QPushButton(tr("Back up now"));
    backup->setObjectName(u"backup"_s);
    backup->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_form->addWidget(backup);
    connect(backup, &QPushButton::clicked, this, &WorkspaceSection::backupWanted);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_form->validate())
            Q_EMIT saveWanted();
    });
    for (QLineEdit *edit : {m_name, m_currency})
        connect(edit, &QLineEdit::textChanged, this, &WorkspaceSection::edited);
    for (QComboBox *box : {m_country, m_zone})
        connect(box, &QComboBox::currentIndexChanged, this, &WorkspaceSection::edited);
    showWorkspace({});
}

void WorkspaceSection::showWorkspace(const engine::WorkspaceInfo &info)
{
    m_file->setText(info.path.isEmpty() ? tr("No workspace is open.")
                                        : tr("%1, %2").arg(QDir::toNativeSeparators(info.path), bytes(info.fileBytes)));
    if (isChanged() && !m_shown.path.isEmpty())
        return;
    m_shown = info;
    m_name->setText(info.name);
    choose(*m_country, info.country);
    fillTimeZones(*m_zone, {}, info.country);
    choose(*m_zone, info.timeZone);
    m_currency->setText(info.currency);
    edited();
}

engine::WorkspaceInfo WorkspaceSection::workspace() const
{
    engine::WorkspaceInfo info = m_shown;
    info.name = m_name->text().trimmed();
    info.country = m_country->currentData().toString();
    info.timeZone = m_zone->currentData().toString();
    info.currency = m_currency->text().trimmed().toUpper();
    return info;
}

bool WorkspaceSection::isChanged() const
{
    const engine::WorkspaceInfo now = workspace();
    return now.name != m_shown.name || now.country != m_shown.country || now.timeZone != m_shown.timeZone ||
           now.currency != m_shown.currency;
}

void WorkspaceSection::saved()
{
    m_shown = workspace();
    edited();
}

void WorkspaceSection::edited() { m_save->setEnabled(isChanged()); }

void WorkspaceSection::showError(const domain::Error &error)
{
    m_form->setError(error.place.isEmpty() ? u"name"_s : error.place, sentenceFor(error));
}

} // namespace gui

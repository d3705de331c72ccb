#include "gui/settings/countriesdialog.h"

#include "gui/settings/countrypicker.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

CountriesDialog::CountriesDialog(const QStringList &countries, QWidget *parent)
    : QDialog(parent), m_picker(new CountryPicker(tr("None is chosen: messages may go to every country.")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Countries you send to"));
    resize(460, 420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    QLabel *words = makeLabel(tr("A number of any other country is never written to: that keeps typing errors and "
                                 "fraud from costing money."),
                              TextRole::Secondary);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addWidget(m_picker);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *save = new QPushButton(tr("Save"));
    save->setObjectName(u"saveCountries"_s);
    makePrimary(save);
    for (QPushButton *button : {cancel, save})
        button->setAutoDefault(false);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    m_picker->setCountries(countries);
    m_picker->setFocus();
}

QStringList CountriesDialog::countries() const { return m_picker->countries(); }

} // namespace gui

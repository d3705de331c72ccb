#include "gui/settings/priceimportdialog.h"

#include "gui/kit/card.h"
#include "gui/kit/datatable.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr qsizetype mostShown = 1'000;
constexpr int tableHeight = 240;

QLabel *wrapped(const QString &text, TextRole role)
{
    QLabel *label = makeLabel(text, role);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

PriceImportDialog::PriceImportDialog(const QString &fileName, const PriceImport &checked, QWidget *parent)
    : QDialog(parent), m_problem(wrapped({}, TextRole::Error)), m_import(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import a price list"));
    setMinimumWidth(620);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(wrapped(fileName, TextRole::Section));
    const int count = static_cast<int>(checked.prices.size());
    QString words = count == 0 ? tr("There is no price in it that could be imported.")
                               : tr("%Ln prices can be imported.", nullptr, count);
    if (checked.replaced > 0)
        words += u' ' + tr("%Ln of them take the place of one there is.", nullptr, checked.replaced);
    if (checked.faults.isEmpty() && count > 0)
        words += u' ' + tr("Every row of the file fits.");
    column->addWidget(wrapped(words, TextRole::Body));
    if (!checked.faults.isEmpty())
        addFaults(*column, checked.faults);
    m_problem->hide();
    column->addWidget(m_problem);
    addButtons(*column, checked);
}

void PriceImportDialog::addFaults(QVBoxLayout &column, const QList<domain::PriceFault> &faults)
{
    using Fault = domain::PriceFault;
    column.addWidget(wrapped(tr("%Ln rows do not fit and are left out:", nullptr, static_cast<int>(faults.size())),
                             TextRole::Warning));
    QList<Column<Fault>> columns;
    columns.append({u"row"_s, tr("Row"), 64, [](const Fault &fault) {
                        Cell cell;
                        cell.text = number(fault.row);
                        return cell;
                    }});
    columns.last().isNumber = true;
    columns.last().importance = 10;
    columns.append({u"problem"_s, tr("Problem"), 330, [](const Fault &fault) {
                        Cell cell;
                        cell.text = cell.tip = faultWords(fault);
                        return cell;
                    }});
    columns.last().importance = 9;
    columns.append({u"text"_s, tr("The row"), 160, [](const Fault &fault) {
                        Cell cell;
                        cell.text = cell.tip = fault.text.simplified();
                        cell.quiet = true;
                        return cell;
                    }});
    columns.last().stretches = true;
    auto *table = new DataTable(u"priceFaults"_s);
    auto *model = new RowsModel<Fault>(
        std::move(columns), [](const Fault &fault) { return fault.row; }, table);
    table->setAccessibleName(tr("Rows that do not fit"));
    table->setTableModel(model);
    table->setMinimumHeight(tableHeight);
    model->setRows(faults.first(std::min(faults.size(), mostShown)));
    auto *card = new Card;
    card->setFlush();
    card->body()->addWidget(table);
    column.addWidget(card, 1);
}

void PriceImportDialog::addButtons(QVBoxLayout &column, const PriceImport &checked)
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto *rejected = new QPushButton(tr("Save these rows…"));
    rejected->setObjectName(u"saveRejected"_s);
    rejected->setAccessibleName(tr("Save the rows that do not fit as a file"));
    rejected->setVisible(!checked.faults.isEmpty());
    auto *cancel = new QPushButton(tr("Cancel"));
    m_import->setText(tr("Import %Ln prices", nullptr, static_cast<int>(checked.prices.size())));
    m_import->setObjectName(u"confirmImport"_s);
    m_import->setEnabled(!checked.prices.isEmpty());
    makePrimary(m_import);
    for (QPushButton *button : {rejected, cancel, m_import})
        button->setAutoDefault(false);
    buttons->addWidget(rejected);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_import);
    column.addLayout(buttons);
    connect(rejected, &QPushButton::clicked, this, &PriceImportDialog::rejectedWanted);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, [this] {
        m_import->setEnabled(false);
        Q_EMIT importWanted();
    });
}

void PriceImportDialog::showError(const domain::Error &error)
{
    m_problem->setText(sentenceFor(error));
    m_problem->show();
    m_import->setEnabled(true);
}

} // namespace gui

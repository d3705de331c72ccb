#pragma once

#include "gui/settings/pricefile.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace gui {

/// What importing a price list would do, and the rows that do not fit; the owner imports. GUI thread; deletes itself.
class PriceImportDialog : public QDialog
{
    Q_OBJECT

public:
    PriceImportDialog(const QString &fileName, const PriceImport &checked, QWidget *parent);
    void showError(const domain::Error &error);

Q_SIGNALS:
    void importWanted();
    void rejectedWanted();

private:
    void addFaults(class QVBoxLayout &column, const QList<domain::PriceFault> &faults);
    void addButtons(class QVBoxLayout &column, const PriceImport &checked);

    QLabel *m_problem;
    QPushButton *m_import;
};

} // namespace gui

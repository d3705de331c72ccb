#pragma once

#include "domain/provider/pricelist.h"
#include "engine/client/models.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace gui {

class Field;
class Form;

/// One price by hand: an edited copy, which the owner saves. GUI thread; deletes itself.
class PriceDialog : public QDialog
{
    Q_OBJECT

public:
    /// `edited`: the price that is changed; without a day it only says what a new one begins with. `prices`: all there
    /// are.
    PriceDialog(const domain::Price &edited, const QList<domain::Price> &prices,
                const QList<engine::ProviderRow> &providers, QWidget *parent);
    /// What stands in the fields; only where all of them fit.
    [[nodiscard]] domain::Price price() const;
    /// The price for the same case and day, whose place this one takes; not the edited one.
    [[nodiscard]] std::optional<domain::Price> replaced() const;
    void showError(const domain::Error &error);

Q_SIGNALS:
    void saveWanted();

private:
    void addFields();
    void addButtons();
    void accountChanged();
    void caseChanged();
    [[nodiscard]] QString amountProblem() const;
    [[nodiscard]] QString currencyProblem() const;
    [[nodiscard]] QString dayProblem() const;
    [[nodiscard]] QDate day() const;

    bool m_isNew;
    domain::Price m_edited;
    QList<domain::Price> m_prices;
    QList<engine::ProviderRow> m_providers;
    Form *m_form;
    QComboBox *m_account;
    QComboBox *m_channel;
    QComboBox *m_country;
    QLineEdit *m_amount;
    QComboBox *m_unit;
    QLineEdit *m_currency;
    QLineEdit *m_from;
    Field *m_countryField = nullptr;
    QLabel *m_note;
    QLabel *m_problem;
};

/// "0.0079" and "0,0079" → micro-units; empty where it is no amount, or has more than six places.
[[nodiscard]] std::optional<qint64> microsTyped(const QString &text);

} // namespace gui

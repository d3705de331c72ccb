#include "gui/settings/pricedialog.h"

#include "gui/kit/choices.h"
#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/kit/tones.h"
#include "gui/settings/routetry.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using domain::Channel;
using domain::Price;

namespace gui {

namespace {

constexpr std::array channels{Channel::Sms, Channel::WhatsApp, Channel::Email};
constexpr int places = 6;
const QDate always(1970, 1, 1);

/// "0.0079", in the reader's way.
QString typedOf(qint64 micros)
{
    QString text = QLocale::c().toString(double(micros) / 1'000'000, 'f', places);
    while (text.endsWith(u'0') && text.section(u'.', 1).size() > 2)
        text.chop(1);
    return text.replace(u'.', QLocale().decimalPoint());
}

/// A day to come, as one may type it.
QString dayExample() { return dateText(QDate(QDate::currentDate().year() + 1, 1, 1)); }

bool isSameCase(const Price &a, const Price &b)
{
    return a.provider == b.provider && a.channel == b.channel && a.country == b.country && a.validFrom == b.validFrom;
}

} // namespace

std::optional<qint64> microsTyped(const QString &text)
{
    static const QRegularExpression amount(u"^([0-9]{1,6})(?:[.,]([0-9]{1,6}))?\\z"_s);
    const auto match = amount.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * 1'000'000 + match.captured(2).leftJustified(places, u'0').toLongLong();
}

PriceDialog::PriceDialog(const Price &edited, const QList<Price> &prices, const QList<engine::ProviderRow> &providers,
                         QWidget *parent)
    : QDialog(parent), m_isNew(!edited.validFrom.isValid()), m_edited(edited), m_prices(prices), m_providers(providers),
      m_form(new Form), m_account(new QComboBox), m_channel(new QComboBox), m_country(new QComboBox),
      m_amount(new QLineEdit), m_unit(new QComboBox), m_currency(new QLineEdit), m_from(new QLineEdit),
      m_note(makeLabel({}, TextRole::Secondary)), m_problem(makeLabel({}, TextRole::Error))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_isNew ? tr("Add a price") : tr("Edit the price"));
    setMinimumWidth(520);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    addFields();
    column->addWidget(m_form);
    m_note->setObjectName(u"priceNote"_s);
    m_problem->setObjectName(u"priceDialogProblem"_s);
    for (QLabel *label : {m_note, m_problem}) {
        label->setWordWrap(true);
        label->hide();
        column->addWidget(label);
    }
    column->addStretch(1);
    addButtons();
    accountChanged();
    m_amount->setFocus();
    m_amount->selectAll();
}

void PriceDialog::addFields()
{
    m_account->setObjectName(u"priceDialogAccount"_s);
    m_channel->setObjectName(u"priceDialogChannel"_s);
    m_country->setObjectName(u"priceDialogCountry"_s);
    m_amount->setObjectName(u"priceDialogAmount"_s);
    m_unit->setObjectName(u"priceDialogUnit"_s);
    m_currency->setObjectName(u"priceDialogCurrency"_s);
    m_from->setObjectName(u"priceDialogFrom"_s);
    for (const engine::ProviderRow &provider : std::as_const(m_providers))
        m_account->addItem(provider.name, provider.id.value);
    m_account->setCurrentIndex(std::max(0, m_account->findData(m_edited.provider.value)));
    fillCountries(*m_country, tr("All others", "countries"));
    choose(*m_country, m_edited.country);
    m_unit->addItem(tr("A segment", "what a price is for"), static_cast<int>(Price::Unit::Segment));
    m_unit->addItem(tr("A message", "what a price is for"), static_cast<int>(Price::Unit::Message));
    m_unit->setCurrentIndex(m_unit->findData(static_cast<int>(m_edited.unit)));
    m_amount->setText(m_isNew ? QString() : typedOf(m_edited.amount.micros));
    m_amount->setPlaceholderText(typedOf(7'900));
    m_currency->setText(m_edited.amount.currency);
    m_currency->setMaxLength(3);
    m_from->setText(m_edited.validFrom > always ? dateText(m_edited.validFrom) : QString());
    m_from->setPlaceholderText(tr("Always"));
    m_form->setMaximumWidth(QWIDGETSIZE_MAX);
    m_form->addBeside({new Field(tr("Account"), m_account), new Field(tr("Channel"), m_channel)});
    m_countryField = m_form->add(tr("To this country"), m_country);
    auto *amount = new Field(tr("Price"), m_amount);
    auto *currency = new Field(tr("Currency"), m_currency);
    m_form->addBeside({amount, currency, new Field(tr("For"), m_unit)});
    Field *from = m_form->add(tr("Valid from"), m_from,
                              tr("A date such as %1; empty for a price that always held.").arg(dayExample()));
    amount->setValidator([this] { return amountProblem(); });
    currency->setValidator([this] { return currencyProblem(); });
    from->setValidator([this] { return dayProblem(); });
    connect(m_amount, &QLineEdit::textEdited, this, [this, amount] { amount->setError(amountProblem()); });
    connect(m_currency, &QLineEdit::textEdited, this, [this, currency](const QString &text) {
        const int at = m_currency->cursorPosition();
        m_currency->setText(text.toUpper());
        m_currency->setCursorPosition(at);
        currency->setError(text.size() < 3 && m_currency->hasFocus() ? QString() : currencyProblem());
    });
    connect(m_from, &QLineEdit::textEdited, this, [this, from] {
        if (day().isValid())
            from->setError({}); // half a date is no mistake yet
    });
    connect(m_account, &QComboBox::currentIndexChanged, this, &PriceDialog::accountChanged);
    connect(m_channel, &QComboBox::currentIndexChanged, this, &PriceDialog::caseChanged);
    connect(m_country, &QComboBox::currentIndexChanged, this, &PriceDialog::caseChanged);
    connect(m_from, &QLineEdit::textChanged, this, &PriceDialog::caseChanged);
}

void PriceDialog::addButtons()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *save = new QPushButton(m_isNew ? tr("Add the price") : tr("Save the price"));
    save->setObjectName(u"savePrice"_s);
    makePrimary(save);
    cancel->setAutoDefault(false);
    save->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    static_cast<QVBoxLayout *>(layout())->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this] {
        m_problem->hide();
        if (m_form->validate())
            Q_EMIT saveWanted();
    });
}

void PriceDialog::accountChanged()
{
    const QVariant chosen = m_channel->count() > 0 ? m_channel->currentData() : static_cast<int>(m_edited.channel);
    {
        const QSignalBlocker quiet(m_channel);
        m_channel->clear();
        for (const engine::ProviderRow &provider : std::as_const(m_providers))
            if (provider.id.value == m_account->currentData().toLongLong())
                for (const Channel channel : channels)
                    if (provider.channels.contains(channel))
                        m_channel->addItem(wordFor(channel), static_cast<int>(channel));
        m_channel->setCurrentIndex(std::max(0, m_channel->findData(chosen)));
    }
    caseChanged();
}

void PriceDialog::caseChanged()
{
    const bool isMail = m_channel->currentData().toInt() == static_cast<int>(Channel::Email);
    m_countryField->setVisible(!isMail); // mail has no country
    const auto other = dayProblem().isEmpty() ? replaced() : std::nullopt;
    m_note->setVisible(other.has_value());
    if (other)
        m_note->setText(tr("There is a price for this already, %1. This one takes its place.").arg(priceWords(*other)));
}

QDate PriceDialog::day() const { return m_from->text().trimmed().isEmpty() ? always : dateFrom(m_from->text()); }

QString PriceDialog::amountProblem() const
{
    if (m_amount->text().trimmed().isEmpty())
        return tr("A price is needed; 0 where it costs nothing.");
    return microsTyped(m_amount->text()) ? QString()
                                         : tr("An amount such as %1, with at most six places.").arg(typedOf(7'900));
}

QString PriceDialog::currencyProblem() const
{
    static const QRegularExpression letters(u"^[A-Z]{3}\\z"_s);
    return letters.match(m_currency->text()).hasMatch() ? QString() : tr("A currency has three letters, such as USD.");
}

QString PriceDialog::dayProblem() const
{
    return day().isValid() ? QString() : tr("This is no date; one such as %1 is.").arg(dayExample());
}

Price PriceDialog::price() const
{
    Price made;
    made.provider = domain::ProviderId{m_account->currentData().toLongLong()};
    made.channel = static_cast<Channel>(m_channel->currentData().toInt());
    if (made.channel != Channel::Email)
        made.country = m_country->currentData().toString();
    made.unit = static_cast<Price::Unit>(m_unit->currentData().toInt());
    made.amount = {microsTyped(m_amount->text()).value_or(0), m_currency->text()};
    made.validFrom = day();
    return made;
}

std::optional<Price> PriceDialog::replaced() const
{
    const Price made = price();
    if (!m_isNew && isSameCase(made, m_edited))
        return std::nullopt;
    for (const Price &other : m_prices)
        if (isSameCase(other, made))
            return other;
    return std::nullopt;
}

void PriceDialog::showError(const domain::Error &error)
{
    m_problem->setText(sentenceFor(error));
    m_problem->show();
}

} // namespace gui

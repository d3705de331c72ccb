#include "gui/contacts/contacteditor.h"

#include "domain/address/email.h"
#include "gui/contacts/addresschecks.h"
#include "gui/contacts/attributerows.h"
#include "gui/kit/choices.h"
#include "gui/kit/confirmdialog.h"
#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

using domain::Channel;

const domain::ContactAddress *addressOf(const domain::Contact &contact, Channel channel)
{
    for (const domain::ContactAddress &address : contact.addresses)
        if (address.channel == channel)
            return &address;
    return nullptr;
}

QString shownAddress(const domain::Contact &contact, Channel channel)
{
    const domain::ContactAddress *address = addressOf(contact, channel);
    if (!address)
        return {};
    return channel == Channel::Email ? domain::displayEmail(address->value)
                                     : domain::formatInternational(address->value);
}

QStringList tagsFrom(const QString &text)
{
    QStringList tags;
    for (const QString &part : text.split(u','))
        if (const QString tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags.append(tag);
    tags.sort(Qt::CaseInsensitive);
    return tags;
}

QString sameWord(QString text) { return text.remove(u'_').toLower(); }

} // namespace

ContactEditor::ContactEditor(const domain::Contact &contact, const ContactHints &hints, QWidget *parent)
    : QDialog(parent), m_original(contact), m_hints(hints), m_form(new Form),
      m_problem(makeLabel({}, TextRole::Error, this)), m_save(new QPushButton(tr("Save"), this))
{
    const bool isNew = !contact.id.isValid();
    setWindowTitle(isNew ? tr("New contact") : tr("Edit contact"));
    setObjectName(u"contactEditor"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    resize(size::formWidth + 2 * space::xl + 24, 660);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QLabel *title =
        makeLabel(isNew ? tr("New contact") : tr("Edit %1").arg(contact.displayName), TextRole::Title, this);
    title->setContentsMargins(space::xl, space::l, space::xl, space::m);
    column->addWidget(title);

    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *holder = new QVBoxLayout(inner);
    holder->setContentsMargins(space::xl, space::s, space::xl, space::xl);
    holder->addWidget(m_form);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(scroll, 1);

    auto *foot = new QFrame(this);
    foot->setObjectName(u"wizardFoot"_s);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(space::xl, space::m, space::xl, space::m);
    row->setSpacing(space::s);
    m_problem->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setAutoDefault(false);
    m_save->setObjectName(u"saveContact"_s);
    m_save->setDefault(true);
    makePrimary(m_save);
    row->addWidget(m_problem, 1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addWidget(foot);
    connect(cancel, &QPushButton::clicked, this, &ContactEditor::reject);
    connect(m_save, &QPushButton::clicked, this, &ContactEditor::save);

    addNames();
    addAddresses();
    addBelonging();
    addDates();
    m_form->addSection(tr("Notes and own attributes"));
    m_notes = new QPlainTextEdit(m_original.notes);
    m_notes->setObjectName(u"notes"_s);
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(84);
    m_form->add(tr("Notes"), m_notes);
    m_attributes = new AttributeRows(m_original.attributes, m_hints.attributes);
    m_form->add(tr("Own attributes"), m_attributes, tr("For placeholders and segments, as {shoe_size}."));
    connect(m_notes, &QPlainTextEdit::textChanged, this, &ContactEditor::update);
    connect(m_attributes, &AttributeRows::edited, this, &ContactEditor::update);
    m_atStart = this->contact();
    update();
    findChild<QLineEdit *>(u"first_name"_s)->setFocus();
}

QLineEdit *ContactEditor::line(const QString &objectName, const QString &text, const QStringList &known)
{
    auto *edit = new QLineEdit(text);
    edit->setObjectName(objectName);
    edit->setMaxLength(500);
    if (!known.isEmpty()) {
        auto *completer = new QCompleter(known, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        edit->setCompleter(completer);
    }
    connect(edit, &QLineEdit::textChanged, this, &ContactEditor::update);
    return edit;
}

void ContactEditor::addNames()
{
    m_kind = new QComboBox;
    m_kind->setObjectName(u"kind"_s);
    m_kind->addItem(tr("Person"));
    m_kind->addItem(tr("Company"));
    m_kind->setCurrentIndex(m_original.kind == domain::Contact::Kind::Company ? 1 : 0);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ContactEditor::update);
    m_form->addBeside({new Field(tr("First name"), line(u"first_name"_s, m_original.firstName)),
                       new Field(tr("Last name"), line(u"last_name"_s, m_original.lastName))});
    m_form->addBeside(
        {new Field(tr("Company"), line(u"company"_s, m_original.company)), new Field(tr("Kind"), m_kind)});
    // a name that is made of the others stays so
    const bool made = m_original.displayName == domain::displayNameOf([this] {
                          domain::Contact bare = m_original;
                          bare.displayName.clear();
                          return bare;
                      }());
    m_form->add(tr("Shown as"), line(u"name"_s, made ? QString() : m_original.displayName),
                tr("Empty: first and last name, else the company."));
}

Field *ContactEditor::phoneField(const QString &objectName, const QString &label, Channel channel)
{
    QLineEdit *edit = line(objectName, shownAddress(m_original, channel));
    (channel == Channel::Sms ? m_phone : m_whatsApp) = edit;
    const QString help = tr("With + and the country's code, or as dialled in the country chosen.");
    auto *field = new Field(label, edit, help);
    field->setValidator([this, edit, channel] {
        if (edit->text().trimmed().isEmpty() || edit->text() == shownAddress(m_original, channel))
            return QString();
        const auto number = domain::parsePhone(edit->text(), country());
        return number ? QString() : phoneProblemText(number.error());
    });
    connect(edit, &QLineEdit::textChanged, field, [this, field, edit, help] {
        const QString hint = phoneHint(edit->text(), country());
        field->setHelp(hint.isEmpty() ? help : hint);
        field->setError({});
    });
    return field;
}

void ContactEditor::addAddresses()
{
    m_country = new QComboBox;
    m_country->setObjectName(u"country"_s);
    fillCountries(*m_country, m_hints.defaultCountry.isEmpty()
                                  ? tr("Unknown")
                                  : tr("As the workspace: %1").arg(countryName(m_hints.defaultCountry)));
    choose(*m_country, m_original.country);
    m_language = new QComboBox;
    m_language->setObjectName(u"language"_s);
    fillLanguages(*m_language, tr("Unknown"));
    choose(*m_language, m_original.language);
    m_timeZone = new QComboBox;
    m_timeZone->setObjectName(u"time_zone"_s);
    fillTimeZones(*m_timeZone, tr("As the phone number says"), country());
    choose(*m_timeZone, m_original.timeZone);
    m_form->addSection(tr("Reaching them"));
    m_form->addBeside({new Field(tr("Country"), m_country), new Field(tr("Language"), m_language)});
    Field *phone = phoneField(u"phone"_s, tr("Phone for texts"), Channel::Sms);
    Field *whatsApp = phoneField(u"whatsapp"_s, tr("WhatsApp"), Channel::WhatsApp);
    m_form->addBeside({phone, whatsApp});
    m_email = line(u"email"_s, shownAddress(m_original, Channel::Email));
    auto *email = new Field(tr("E-mail"), m_email);
    email->setValidator([this] {
        const QString text = m_email->text().trimmed();
        return text.isEmpty() || domain::normalisedEmail(text)
                   ? QString()
                   : tr("This is not an e-mail address such as name@example.com.");
    });
    m_form->addBeside({email, new Field(tr("Time zone"), m_timeZone)});
    m_doNotDisturb = new QCheckBox(tr("Do not disturb: nothing is sent to this contact, on any channel"));
    m_doNotDisturb->setObjectName(u"do_not_disturb"_s);
    m_doNotDisturb->setChecked(m_original.doNotDisturb);
    m_form->addWidget(m_doNotDisturb);
    connect(m_doNotDisturb, &QCheckBox::toggled, this, &ContactEditor::update);
    for (QComboBox *box : {m_country, m_language, m_timeZone})
        connect(box, &QComboBox::currentIndexChanged, this, &ContactEditor::update);
    connect(m_country, &QComboBox::currentIndexChanged, this, [this, phone, whatsApp] {
        const QString zone = m_timeZone->currentData().toString();
        const QSignalBlocker quiet(m_timeZone);
        fillTimeZones(*m_timeZone, tr("As the phone number says"), country());
        choose(*m_timeZone, zone);
        for (Field *field : {phone, whatsApp})
            field->validate();
    });
}

void ContactEditor::addBelonging()
{
    m_form->addSection(tr("Sorting them"));
    m_form->addBeside({new Field(tr("Group"), line(u"group"_s, m_original.group, m_hints.groups)),
                       new Field(tr("Territory"), line(u"territory"_s, m_original.territory, m_hints.territories))});
    m_form->add(tr("Tags"), line(u"tags"_s, m_original.tags.join(u", "_s)), tr("Several with commas between them."));
    m_form->addBeside({new Field(tr("Lead source"), line(u"lead_source"_s, m_original.leadSource)),
                       new Field(tr("Lead stage"), line(u"lead_stage"_s, m_original.leadStage))});
    m_form->addBeside({new Field(tr("Loyalty tier"), line(u"loyalty_tier"_s, m_original.loyaltyTier)),
                       new Field(tr("Own number"), line(u"external_id"_s, m_original.externalId),
                                 tr("Your own id of this contact, as in your other system."))});
    m_vip = new QCheckBox(tr("VIP"));
    m_vip->setObjectName(u"vip"_s);
    m_vip->setChecked(m_original.vip);
    m_form->addWidget(m_vip);
    connect(m_vip, &QCheckBox::toggled, this, &ContactEditor::update);
}

Field *ContactEditor::dateField(const QString &objectName, const QString &label, const QDate &date)
{
    QLineEdit *edit = line(objectName, dateText(date));
    edit->setPlaceholderText(dateExample());
    auto *field = new Field(label, edit);
    field->setValidator([edit] {
        if (edit->text().trimmed().isEmpty())
            return QString();
        const QDate read = dateFrom(edit->text());
        if (!read.isValid())
            return tr("This is not a date such as %1.").arg(dateExample());
        edit->setText(dateText(read));
        return QString();
    });
    return field;
}

void ContactEditor::addDates()
{
    m_form->addSection(tr("Dates and purchases"));
    m_form->addBeside({dateField(u"birthday"_s, tr("Birthday"), m_original.birthday),
                       dateField(u"anniversary"_s, tr("Anniversary"), m_original.anniversary)});
    m_form->addBeside({dateField(u"customer_since"_s, tr("Customer since"), m_original.customerSince),
                       dateField(u"last_purchase_on"_s, tr("Last purchase"), m_original.lastPurchaseOn)});
    const QString amount = m_original.lastPurchaseMicros
                               ? QLocale().toString(static_cast<double>(*m_original.lastPurchaseMicros) / 1e6, 'f', 2)
                               : QString();
    auto *field = new Field(tr("Amount of the last purchase"), line(u"last_purchase_amount"_s, amount));
    field->setValidator([this] {
        const QString text = textOf(u"last_purchase_amount"_s);
        bool fits = text.isEmpty();
        if (!fits)
            (void)QLocale().toDouble(text, &fits);
        return fits ? QString() : tr("This is not an amount such as %1.").arg(QLocale().toString(149.5, 'f', 2));
    });
    m_form->addBeside({field, new Field({}, new QWidget)});
}

QString ContactEditor::country() const
{
    const QString chosen = m_country->currentData().toString();
    return chosen.isEmpty() ? m_hints.defaultCountry : chosen;
}

QString ContactEditor::textOf(const QString &objectName) const
{
    return findChild<QLineEdit *>(objectName)->text().trimmed();
}

QDate ContactEditor::dateOf(const QString &objectName) const { return dateFrom(textOf(objectName)); }

// What was not touched keeps all that is known about it (kind, usable).
void ContactEditor::takeAddress(domain::Contact &into, Channel channel, const QLineEdit *field) const
{
    const domain::ContactAddress *before = addressOf(m_original, channel);
    if (before && field->text() == shownAddress(m_original, channel)) {
        into.addresses.append(*before);
        return;
    }
    if (auto address = addressFrom(channel, field->text(), country()))
        into.addresses.append(before && before->value == address->value ? *before : *address);
}

domain::Contact ContactEditor::contact() const
{
    domain::Contact c = m_original;
    c.kind = m_kind->currentIndex() == 1 ? domain::Contact::Kind::Company : domain::Contact::Kind::Person;
    c.firstName = textOf(u"first_name"_s);
    c.lastName = textOf(u"last_name"_s);
    c.company = textOf(u"company"_s);
    c.externalId = textOf(u"external_id"_s);
    c.displayName = textOf(u"name"_s);
    c.country = m_country->currentData().toString();
    c.language = m_language->currentData().toString();
    c.timeZone = m_timeZone->currentData().toString();
    c.addresses.clear();
    takeAddress(c, Channel::Sms, m_phone);
    takeAddress(c, Channel::WhatsApp, m_whatsApp);
    takeAddress(c, Channel::Email, m_email);
    c.group = textOf(u"group"_s);
    c.territory = textOf(u"territory"_s);
    c.tags = tagsFrom(textOf(u"tags"_s));
    c.leadSource = textOf(u"lead_source"_s);
    c.leadStage = textOf(u"lead_stage"_s);
    c.loyaltyTier = textOf(u"loyalty_tier"_s);
    c.vip = m_vip->isChecked();
    c.doNotDisturb = m_doNotDisturb->isChecked();
    c.birthday = dateOf(u"birthday"_s);
    c.anniversary = dateOf(u"anniversary"_s);
    c.customerSince = dateOf(u"customer_since"_s);
    c.lastPurchaseOn = dateOf(u"last_purchase_on"_s);
    bool isAmount = false;
    const double amount = QLocale().toDouble(textOf(u"last_purchase_amount"_s), &isAmount);
    c.lastPurchaseMicros = isAmount ? std::optional(qRound64(amount * 1e6)) : std::nullopt;
    c.notes = m_notes->toPlainText().trimmed();
    c.attributes = m_attributes->attributes();
    if (c.displayName.isEmpty())
        c.displayName = domain::displayNameOf(c);
    if (c.displayName.isEmpty() && !c.addresses.isEmpty())
        c.displayName = c.addresses.first().tail;
    return c;
}

void ContactEditor::update()
{
    if (m_attributes) // all fields are there
        m_save->setEnabled(contact() != m_atStart);
}

void ContactEditor::save()
{
    m_problem->clear();
    if (!m_form->validate())
        return;
    const domain::Contact edited = contact();
    if (edited.displayName.isEmpty()) {
        m_problem->setText(tr("A contact needs a name, a company, a number or an e-mail address."));
        return;
    }
    m_save->setEnabled(false);
    Q_EMIT saveWanted(edited);
}

void ContactEditor::showError(const domain::Error &error)
{
    m_save->setEnabled(true);
    // another contact's id is the only conflict there is
    const QString place =
        error.place.isEmpty() && error.code == domain::ErrorCode::Conflict ? u"external_id"_s : error.place;
    for (Field *field : m_form->fields()) {
        if (place.isEmpty() || sameWord(field->control()->objectName()) != sameWord(place))
            continue;
        field->setError(error.code == domain::ErrorCode::Conflict ? tr("Another contact has this number.")
                                                                  : sentenceFor(error));
        field->control()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_problem->setText(sentenceFor(error));
}

void ContactEditor::reject()
{
    if (contact() == m_atStart) {
        QDialog::reject();
        return;
    }
    auto *question = new ConfirmDialog(tr("Throw away your changes?"), tr("Nothing has been saved yet."),
                                       tr("Throw away"), ConfirmDialog::Kind::Dangerous, this);
    connect(question, &QDialog::accepted, this, [this] { QDialog::reject(); });
    question->open();
}

} // namespace gui

#include "gui/contacts/contactdetail.h"

#include "domain/address/email.h"
#include "domain/address/phone.h"
#include "gui/contacts/consentrows.h"
#include "gui/contacts/contactstory.h"
#include "gui/kit/choices.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/kit/timeline.h"
#include "gui/theme/theme.h"

#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

// "America/New York · 09:05 there"
QString zoneText(const QString &zone, domain::Instant now)
{
    if (zone.isEmpty())
        return {};
    const QTimeZone there(zone.toUtf8());
    const QString name = QString(zone).replace(u'_', u' ');
    if (!there.isValid())
        return name;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(domain::toMillis(now), there);
    return ContactDetail::tr("%1 · %2 there now").arg(name, timeOfDay(time.time()));
}

QString attributeText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? ContactDetail::tr("yes") : ContactDetail::tr("no");
    if (value.isDouble())
        return QLocale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return value.toString();
}

} // namespace

ContactDetail::ContactDetail(QWidget *parent)
    : DetailPanel(parent), m_quietPill(addPill()), m_consentHead(makeLabel(tr("Consent"), TextRole::Section)),
      m_consent(new ConsentRows), m_noStory(makeLabel(tr("Nothing has happened yet."), TextRole::Secondary)),
      m_timeline(new Timeline), m_more(new QPushButton(tr("Show earlier")))
{
    auto *edit = new QPushButton(tr("Edit"), this);
    auto *messages = new QPushButton(tr("Messages"), this);
    auto *remove = new QPushButton(tr("Delete"), this);
    edit->setObjectName(u"editContact"_s);
    messages->setObjectName(u"contactMessages"_s);
    remove->setObjectName(u"deleteContact"_s);
    edit->setToolTip(tr("F2"));
    messages->setAccessibleName(tr("Show the messages to this contact"));
    makeDangerous(remove);
    for (QPushButton *button : {edit, messages, remove})
        addAction(button);
    body()->addWidget(m_consentHead);
    body()->addWidget(m_consent);
    body()->addWidget(makeLabel(tr("Timeline"), TextRole::Section));
    body()->addWidget(m_noStory);
    body()->addWidget(m_timeline);
    body()->addWidget(m_more, 0, Qt::AlignLeft);
    makeLink(m_more);
    m_more->setObjectName(u"earlier"_s);
    m_more->hide();
    connect(edit, &QPushButton::clicked, this, &ContactDetail::editWanted);
    connect(messages, &QPushButton::clicked, this, &ContactDetail::messagesWanted);
    connect(remove, &QPushButton::clicked, this, &ContactDetail::removeWanted);
    connect(m_consent, &ConsentRows::changeWanted, this, &ContactDetail::consentChangeWanted);
    connect(m_timeline, &Timeline::clicked, this, &ContactDetail::messageWanted);
    connect(m_more, &QPushButton::clicked, this, &ContactDetail::moreWanted);
}

void ContactDetail::showContact(const domain::Contact &contact, const QString &currency, domain::Instant now)
{
    if (contact.id != m_contact.id) {
        m_entries.clear();
        m_timeline->setItems({}, now);
        m_noStory->hide();
        m_more->hide();
        m_consent->hide();
    }
    m_contact = contact;
    const QString name = contact.displayName.isEmpty() ? domain::displayNameOf(contact) : contact.displayName;
    setHead(name, contact.company == name ? QString() : contact.company);
    setState(contact.vip ? tr("VIP") : QString(), static_cast<int>(Tone::Accent));
    m_quietPill->setState(tr("Do not disturb"), Tone::Doubt);
    m_quietPill->setVisible(contact.doNotDisturb);
    m_consentHead->setVisible(!contact.addresses.isEmpty());
    showFacts(currency, now);
}

QString ContactDetail::addressText(domain::Channel channel) const
{
    for (const domain::ContactAddress &address : m_contact.addresses)
        if (address.channel == channel) {
            if (address.value.isEmpty())
                return address.tail;
            return channel == domain::Channel::Email ? domain::displayEmail(address.value)
                                                     : domain::formatInternational(address.value);
        }
    return {};
}

void ContactDetail::addAddressFact(const QString &name, domain::Channel channel)
{
    QString text = addressText(channel);
    for (const domain::ContactAddress &address : std::as_const(m_contact.addresses))
        if (address.channel == channel && !address.usable)
            text += u'\n' + (address.unusableReason == "not_mobile"_L1 ? tr("A landline: it gets no texts")
                                                                       : tr("Cannot be messaged"));
    addFact(name, text, {}, channel == domain::Channel::Email);
}

void ContactDetail::showFacts(const QString &currency, domain::Instant now)
{
    clearFacts();
    addAddressFact(tr("Phone"), domain::Channel::Sms);
    addAddressFact(tr("WhatsApp"), domain::Channel::WhatsApp);
    addAddressFact(tr("E-mail"), domain::Channel::Email);
    addFact(tr("Country"), countryName(m_contact.country));
    addFact(tr("Language"), languageName(m_contact.language));
    addFact(tr("Time zone"), zoneText(m_contact.timeZone, now), {}, true);
    addFact(tr("Group"), m_contact.group);
    addFact(tr("Territory"), m_contact.territory);
    addFact(tr("Loyalty tier"), m_contact.loyaltyTier);
    addFact(tr("Lead source"), m_contact.leadSource);
    addFact(tr("Lead stage"), m_contact.leadStage);
    addFact(tr("Birthday"), dateText(m_contact.birthday));
    addFact(tr("Anniversary"), dateText(m_contact.anniversary));
    addFact(tr("Customer since"), dateText(m_contact.customerSince));
    QString purchase = dateText(m_contact.lastPurchaseOn);
    if (m_contact.lastPurchaseMicros && !currency.isEmpty()) {
        const QString amount = money({*m_contact.lastPurchaseMicros, currency});
        purchase = purchase.isEmpty() ? amount : tr("%1 on %2", "amount and date").arg(amount, purchase);
    }
    addFact(tr("Last purchase"), purchase);
    addFact(tr("Own number"), m_contact.externalId);
    for (auto it = m_contact.attributes.constBegin(); it != m_contact.attributes.constEnd(); ++it)
        addFact(it.key(), attributeText(it.value()));
    addFact(tr("Tags"), m_contact.tags.join(u" · "_s), {}, true);
    addFact(tr("Notes"), m_contact.notes, {}, true);
    if (m_contact.createdAt != domain::Instant{})
        addFact(tr("Added"), relativeTime(m_contact.createdAt, now), exactTime(m_contact.createdAt));
    if (m_contact.updatedAt != m_contact.createdAt)
        addFact(tr("Changed"), relativeTime(m_contact.updatedAt, now), exactTime(m_contact.updatedAt));
}

void ContactDetail::showOptOuts(const QList<engine::OptOut> &optOuts, domain::Instant now)
{
    m_consent->show(m_contact, optOuts, now);
}

void ContactDetail::showTimeline(const QList<engine::TimelineEntry> &entries, bool more, bool append,
                                 domain::Instant now)
{
    if (append)
        m_entries.append(entries);
    else
        m_entries = entries;
    m_timeline->setItems(storyOf(m_entries), now);
    m_timeline->setVisible(!m_entries.isEmpty());
    m_noStory->setVisible(m_entries.isEmpty());
    m_more->setVisible(more);
}

} // namespace gui

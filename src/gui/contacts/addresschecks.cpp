#include "gui/contacts/addresschecks.h"

#include "domain/address/address.h"
#include "domain/address/email.h"
#include "gui/kit/choices.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

struct AddressChecks
{
    Q_DECLARE_TR_FUNCTIONS(gui::AddressChecks)
};

QString reachText(const domain::PhoneNumber &number)
{
    using domain::NumberKind;
    if (number.sms == domain::SmsReach::No)
        return AddressChecks::tr("gets no texts");
    if (number.kind == NumberKind::Mobile)
        return AddressChecks::tr("mobile");
    return {};
}

} // namespace

QString phoneProblemText(domain::PhoneProblem problem)
{
    using enum domain::PhoneProblem;
    switch (problem) {
    case None:
    case Empty:
        return {};
    case TooLong:
    case LongNumber:
        return AddressChecks::tr("The number has too many digits.");
    case Letters:
        return AddressChecks::tr("A number has no letters in it.");
    case SeveralNumbers:
        return AddressChecks::tr("There are several numbers here. Keep one.");
    case NotANumber:
        return AddressChecks::tr("This is not a phone number.");
    case InvalidCountryCode:
        return AddressChecks::tr("Begin with + and the country's code, as in +44, or choose the country.");
    case TooShort:
        return AddressChecks::tr("The number is too short.");
    case NotValid:
        return AddressChecks::tr("There is no such number in its country.");
    case LocalOnly:
        return AddressChecks::tr("The area code is missing.");
    }
    return {};
}

QString phoneHint(const QString &text, const QString &country)
{
    const auto number = domain::parsePhone(text, country);
    if (!number)
        return {};
    QStringList words{domain::formatInternational(number->e164)};
    if (!number->country.isEmpty())
        words.append(countryName(number->country));
    words.append(reachText(*number));
    words.removeAll(QString());
    return words.join(u" · "_s);
}

std::optional<domain::ContactAddress> addressFrom(domain::Channel channel, const QString &text, const QString &country)
{
    domain::ContactAddress address;
    address.channel = channel;
    if (channel == domain::Channel::Email) {
        const auto mail = domain::normalisedEmail(text);
        if (!mail)
            return {};
        address.value = *mail;
    } else {
        const auto number = domain::parsePhone(text, country);
        if (!number)
            return {};
        address.value = number->e164;
        address.country = number->country;
        address.kind = domain::toText(number->kind);
        if (channel == domain::Channel::Sms && number->sms == domain::SmsReach::No) {
            address.usable = false;
            address.unusableReason = u"not_mobile"_s;
        }
    }
    address.tail = domain::maskedAddress({channel, address.value});
    return address;
}

} // namespace gui

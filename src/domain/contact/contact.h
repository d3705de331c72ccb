#pragma once

#include "domain/core/types.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

namespace domain {

/// An address as a person may see and use it. In the database it is encrypted; `value` is filled only where a
/// caller asked for it (the detail panel, the sender), else `tail` stands for it in lists.
struct ContactAddress
{
    Channel channel = Channel::Sms;
    QString value;   ///< normal form: E.164 or e-mail address; may be empty, see above
    QString tail;    ///< "…0123", "a…@example.com"
    QString country; ///< ISO alpha-2, of a number
    QString kind;    ///< "mobile", "fixed_line", … ; empty for e-mail
    bool usable = true;
    QString unusableReason;

    friend bool operator==(const ContactAddress &, const ContactAddress &) = default;
};

/// A person or company one may message. A value; ids are 0 before the first save.
struct Contact
{
    enum class Kind { Person, Company };

    ContactId id;
    QString externalId;
    Kind kind = Kind::Person;
    QString firstName;
    QString lastName;
    QString company;
    QString displayName; ///< made from the names where empty
    QString language;    ///< BCP 47
    QString timeZone;    ///< IANA id
    QString country;     ///< ISO alpha-2
    QString group;
    QString territory;
    bool vip = false;
    QString leadSource;
    QString leadStage;
    QString loyaltyTier;
    QDate birthday;
    QDate anniversary;
    QDate customerSince;
    QDate lastPurchaseOn;
    std::optional<qint64> lastPurchaseMicros;
    bool doNotDisturb = false;
    QString notes;
    QJsonObject attributes; ///< custom: text, number, true/false
    QStringList tags;       ///< sorted
    QList<ContactAddress> addresses;
    Instant createdAt{};
    Instant updatedAt{};

    friend bool operator==(const Contact &, const Contact &) = default;
};

/// "First Last", else the company, else the external id.
[[nodiscard]] QString displayNameOf(const Contact &contact);

} // namespace domain

#pragma once

#include "domain/core/types.h"

#include <QByteArray>
#include <QString>

namespace domain {

/// Where a message goes: an E.164 number for SMS and WhatsApp, a normalised e-mail address for e-mail (phone.h,
/// email.h).
struct Address
{
    Channel channel = Channel::Sms;
    QString normalised;

    friend bool operator==(const Address &, const Address &) = default;
};

/// The text that goes into the keyed index (HMAC) of addresses; the same text means 'the same line'. UTF-8, any thread.
///
/// "v1|tel|+12125550123" for SMS and for WhatsApp: one line, so that duplicates are found across both, and a STOP
/// reaches every contact who shares the number. Which channels a suppression covers is a column beside the index,
/// never part of it. "v1|email|jörg@xn--bcher-kva.example" in lower case throughout: no mail system in use tells
/// 'Ann' from 'ann', and an opt-out must not be lost on a capital letter; the address itself keeps its case.
[[nodiscard]] QByteArray addressKeyText(const Address &address);

/// The last four digits of a number, or the first letter and the domain of an e-mail address ("…0123", "a…@b.example"):
/// enough for a person to recognise it in a list, and all of it that may stand in a log. Any thread.
[[nodiscard]] QString maskedAddress(const Address &address);

} // namespace domain

#pragma once

#include "domain/contact/contact.h"

namespace bench {

/// The i-th of as many made-up people as a benchmark wants, always the same; i below 8,000,000.
inline domain::Contact contactOf(int i)
{
    using namespace Qt::StringLiterals;
    static const QStringList first{u"Ann"_s, u"Bob"_s, u"Carla"_s, u"Dieter"_s, u"Eva"_s, u"Frank"_s, u"Gina"_s};
    static const QStringList syllables{u"ber"_s, u"lin"_s, u"mo"_s, u"ta"_s, u"ris"_s, u"kov"_s, u"sen"_s, u"dal"_s};
    const quint32 r = static_cast<quint32>(i) * 2654435761U;
    domain::Contact c;
    c.externalId = u"C%1"_s.arg(i, 7, 10, QChar(u'0'));
    c.firstName = first[static_cast<int>(r % 7)];
    c.lastName = syllables[static_cast<int>((r >> 3) % 8)] + syllables[static_cast<int>((r >> 6) % 8)] +
                 syllables[static_cast<int>((r >> 9) % 8)] + syllables[static_cast<int>((r >> 12) % 8)];
    c.lastName[0] = c.lastName[0].toUpper();
    c.company = u"Company %1"_s.arg(r % 5000);
    c.language = u"en"_s;
    c.country = u"US"_s;
    c.group = u"Group %1"_s.arg(r % 20);
    c.territory = i % 1000 == 0 ? u"Far away"_s : u"Territory %1"_s.arg((r >> 5) % 10);
    if (i % 3 == 0)
        c.tags << u"newsletter"_s;
    if (i % 5000 == 0)
        c.tags << u"rare"_s;
    c.addresses.append({domain::Channel::Sms, u"+1212%1"_s.arg(2'000'000 + i), {}, u"US"_s, u"MOBILE"_s, true, {}});
    if (i % 2 == 0)
        c.addresses.append({domain::Channel::Email, u"c%1@example.org"_s.arg(i), {}, {}, {}, true, {}});
    return c;
}

} // namespace bench

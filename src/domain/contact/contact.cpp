#include "domain/contact/contact.h"

namespace domain {

QString displayNameOf(const Contact &contact)
{
    if (!contact.displayName.isEmpty())
        return contact.displayName;
    const QString person = (contact.firstName + QLatin1Char(' ') + contact.lastName).trimmed();
    if (!person.isEmpty() && contact.kind == Contact::Kind::Person)
        return person;
    if (!contact.company.isEmpty())
        return contact.company;
    return person.isEmpty() ? contact.externalId : person;
}

} // namespace domain

#include "domain/template/types.h"

namespace domain {

TemplateNotation notationFromText(QStringView word)
{
    if (word == u"brace")
        return TemplateNotation::Brace;
    return word == u"plain" ? TemplateNotation::Plain : TemplateNotation::Jinja;
}

TextTarget textTargetOf(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return TextTarget::Sms;
    case Channel::WhatsApp:
        return TextTarget::WhatsAppText;
    case Channel::Email:
        return TextTarget::EmailText;
    }
    return TextTarget::Text;
}

} // namespace domain

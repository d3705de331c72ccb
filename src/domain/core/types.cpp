#include "domain/core/types.h"

namespace domain {

QString toText(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return QStringLiteral("sms");
    case Channel::WhatsApp:
        return QStringLiteral("whatsapp");
    case Channel::Email:
        return QStringLiteral("email");
    }
    Q_UNREACHABLE();
}

QString toText(Category category)
{
    switch (category) {
    case Category::Authentication:
        return QStringLiteral("authentication");
    case Category::Transactional:
        return QStringLiteral("transactional");
    case Category::Marketing:
        return QStringLiteral("marketing");
    }
    Q_UNREACHABLE();
}

std::optional<Channel> channelFromText(QStringView text)
{
    for (Channel c : {Channel::Sms, Channel::WhatsApp, Channel::Email})
        if (text == toText(c))
            return c;
    return std::nullopt;
}

std::optional<Category> categoryFromText(QStringView text)
{
    for (Category c : {Category::Authentication, Category::Transactional, Category::Marketing})
        if (text == toText(c))
            return c;
    return std::nullopt;
}

} // namespace domain

#include "providers/factory.h"

#include "providers/bird/bird.h"
#include "providers/flashchat/flashchat.h"
#include "providers/generic/settings.h"
#include "providers/messagebird/messagebird.h"
#include "providers/smtp/smtp.h"
#include "providers/sns/sns.h"
#include "providers/twilio/twilio.h"
#include "providers/vonage/vonage.h"
#include "providers/whatsappcloud/whatsappcloud.h"

using namespace Qt::StringLiterals;

namespace providers {

namespace {

/// Every kind there is, in the order in which they are offered.
const QList<const Registration *> &registrations()
{
    // clang-format off: a line each
    static const QList<const Registration *> all{
        &twilio::registration(),
        &messagebird::registration(),
        &bird::registration(),
        &vonage::registration(),
        &sns::registration(),
        &whatsappcloud::registration(),
        &flashchat::registration(),
        &generic::registration(),
        &smtp::registration(),
    };
    // clang-format on
    return all;
}

const Registration *find(QStringView kind)
{
    for (const Registration *registration : registrations())
        if (registration->kind.key == kind)
            return registration;
    return nullptr;
}

} // namespace

const QList<domain::ProviderKind> &Factory::kinds() const
{
    static const QList<domain::ProviderKind> kinds = [] {
        QList<domain::ProviderKind> list;
        for (const Registration *registration : registrations())
            list.append(registration->kind);
        return list;
    }();
    return kinds;
}

QList<domain::ConfigProblem> Factory::problems(const domain::ProviderConfig &config) const
{
    const Registration *registration = find(config.kind);
    return registration ? registration->problems(config) : QList<domain::ConfigProblem>{{u"kind"_s, u"unknown"_s}};
}

domain::Result<std::unique_ptr<domain::Provider>> Factory::make(const domain::ProviderConfig &config) const
{
    const Registration *registration = find(config.kind);
    if (!registration)
        return domain::fail(domain::ErrorCode::NotFound, u"no provider of kind "_s + config.kind);
    if (const auto found = registration->problems(config); !found.isEmpty())
        return domain::fail(domain::ErrorCode::InvalidInput, found.first().reason, found.first().field);
    return registration->make(config);
}

} // namespace providers

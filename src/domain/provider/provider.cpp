#include "domain/provider/provider.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

Error notOffered() { return {ErrorCode::NotFound, u"this provider does not offer that"_s, {}}; }

} // namespace

const ProviderKind *findKind(const QList<ProviderKind> &kinds, QStringView key)
{
    for (const ProviderKind &kind : kinds)
        if (kind.key == key)
            return &kind;
    return nullptr;
}

void Provider::sign(HttpRequest & /*request*/, Instant /*now*/) const {}

Result<void> Provider::verifyWebhook(const WebhookRequest & /*request*/, Instant /*now*/) const
{
    return tl::unexpected(Error{ErrorCode::NotAllowed, u"this provider has no webhook"_s, {}});
}

Result<WebhookEvents> Provider::webhook(const WebhookRequest & /*request*/, Instant /*now*/) const
{
    return tl::unexpected(notOffered());
}

HttpRequest Provider::optOutsRequest() const { return {}; }

Result<OptOutPage> Provider::optOutsPage(const HttpResponse & /*response*/) const
{
    return tl::unexpected(notOffered());
}

HttpRequest Provider::templatesRequest() const { return {}; }

Result<TemplatePage> Provider::templatesPage(const HttpResponse & /*response*/) const
{
    return tl::unexpected(notOffered());
}

} // namespace domain

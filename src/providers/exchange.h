#pragma once

#include "domain/provider/provider.h"
#include "providers/encoding.h"

namespace providers {

// What every translator reads alike in answers and webhooks.

/// Where no status came back: NotSent if nothing can have left, else Unknown. Empty where there is one to be read,
/// though the rest of the answer may be missing.
[[nodiscard]] std::optional<domain::Outcome> outcomeUnanswered(const domain::HttpResponse &response);

/// What 'Test connection' says where one of the questions got no whole answer; empty where all did.
[[nodiscard]] std::optional<domain::ConnectionReport>
reportUnanswered(const std::vector<domain::HttpResponse> &responses);

/// The answer's JSON object; empty where it is none.
[[nodiscard]] QJsonObject objectIn(const QByteArray &json);

/// Numbers as they are written, texts as they are, anything else empty: ids of 17 digits stay whole.
[[nodiscard]] QString textOf(const QJsonValue &value);

/// The first header of that name, compared without case; empty if absent.
[[nodiscard]] QByteArray headerIn(const domain::HttpHeaders &headers, QByteArrayView name);

/// What stands behind '?' in a URL, as it came.
[[nodiscard]] QByteArray queryIn(const QByteArray &url);

/// What a webhook carries, wherever it does: the query's parameters, then those of a form or of a flat JSON object.
[[nodiscard]] Form fieldsOf(const domain::WebhookRequest &request);

/// The request's body is a form, by its Content-Type.
[[nodiscard]] bool carriesForm(const domain::WebhookRequest &request);

} // namespace providers

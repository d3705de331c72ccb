#pragma once

#include "domain/provider/webhook.h"

#include <optional>

namespace providers::sns {

/// Whether the request carries the access key the delivery stream was set up with. Nothing else of it is signed: the
/// stream must deliver over TLS.
[[nodiscard]] bool accessKeyMatches(const QByteArray &accessKey, const domain::HttpHeaders &headers);

/// What a stream of Amazon Data Firehose brings from the delivery log: records, each either a line of the log or the
/// batch CloudWatch made of several, decompressed by the stream. With the receipt Firehose waits for. Empty where it
/// is no such request.
[[nodiscard]] std::optional<domain::WebhookEvents> eventsFromFirehose(const QByteArray &body, domain::Instant now);

} // namespace providers::sns

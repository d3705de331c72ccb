#pragma once

#include "domain/provider/outcome.h"

#include <QByteArray>

#include <optional>

namespace providers::sns {

/// One record of the delivery log SNS writes to CloudWatch (sns.md, section 7). SUCCESS counts as delivered, though in
/// many countries it means that the carrier took it; `text` keeps Amazon's words. Empty where it is no such record.
[[nodiscard]] std::optional<domain::StatusReport> reportFromDeliveryRecord(const QByteArray &json);

} // namespace providers::sns

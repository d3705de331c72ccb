#pragma once

#include "api/http/handler.h"
#include "domain/core/types.h"

#include <QString>

namespace api {

/// The pages behind an unsubscribe link, in the reader's language where we speak it (by Accept-Language), else in
/// English. They load nothing, name nobody, and run no script. Pure.
[[nodiscard]] Answer unsubscribeQuestion(const QString &sender, domain::Channel channel, const QByteArray &languages);
[[nodiscard]] Answer unsubscribeDone(const QString &sender, domain::Channel channel, const QByteArray &languages);

} // namespace api

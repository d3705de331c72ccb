#pragma once

#include "domain/core/result.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace api {

/// A server's side of TLS 1.2 and newer with the certificate (PEM, the chain after it) and its key (PEM, without a
/// passphrase). FileMissing and FileNotReadable; NotAllowed where others could read the key; InvalidInput where the
/// files are no such thing or do not belong together. The place is "certificate" or "key".
[[nodiscard]] domain::Result<std::unique_ptr<boost::asio::ssl::context>> tlsContext(const QString &certificate,
                                                                                    const QString &key);

} // namespace api

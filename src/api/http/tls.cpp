#include "api/http/tls.h"

#include <QFile>
#include <QFileInfo>

#include <openssl/ssl.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace api {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr qint64 largestFile = 1024 * 1024;

domain::Result<QByteArray> contentOf(const QString &path, const QString &place)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileMissing, u"there is no such file: "_s + path, place);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, path + u": "_s + file.errorString(), place);
    return file.read(largestFile);
}

/// No provider talks to a server whose certificate does not hold.
domain::Result<void> checkDates(const X509 *certificate, const QString &path)
{
    if (X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0)
        return fail(ErrorCode::Conflict, u"the certificate has expired: "_s + path, u"certificate"_s);
    if (X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0)
        return fail(ErrorCode::Conflict, u"the certificate is not valid yet: "_s + path, u"certificate"_s);
    return {};
}

bool isOfAnother(const error_code &error)
{
    const int reason = ERR_GET_REASON(static_cast<unsigned long>(error.value()));
    return reason == X509_R_KEY_VALUES_MISMATCH || reason == X509_R_KEY_TYPE_MISMATCH;
}

} // namespace

domain::Result<std::unique_ptr<ssl::context>> tlsContext(const QString &certificate, const QString &key)
{
    const auto chain = contentOf(certificate, u"certificate"_s);
    if (!chain)
        return tl::unexpected(chain.error());
    const auto secret = contentOf(key, u"key"_s);
    if (!secret)
        return tl::unexpected(secret.error());
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (QFileInfo(key).permissions() & others)
        return fail(ErrorCode::NotAllowed, u"others can read or change the key; only its owner may: "_s + key,
                    u"key"_s);

    auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS); // idle connections keep no buffers
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION);
    // A key with a passphrase must not wait for somebody to type it.
    context->set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string(); });
    error_code error;
    context->use_certificate_chain({chain->constData(), static_cast<std::size_t>(chain->size())}, error);
    if (error)
        return fail(ErrorCode::InvalidInput, u"not a certificate in PEM: "_s + certificate, u"certificate"_s);
    if (auto held = checkDates(SSL_CTX_get0_certificate(context->native_handle()), certificate); !held)
        return tl::unexpected(held.error());
    context->use_private_key({secret->constData(), static_cast<std::size_t>(secret->size())}, ssl::context::pem, error);
    if (error && !isOfAnother(error))
        return fail(ErrorCode::InvalidInput, u"not a key in PEM without a passphrase: "_s + key, u"key"_s);
    if (error || SSL_CTX_check_private_key(context->native_handle()) != 1)
        return fail(ErrorCode::Conflict, u"the key is another certificate's: "_s + key, u"key"_s);
    return context;
}

} // namespace api

#include "engine/hooks/hooksettings.h"

#include "storage/workspace/settingstore.h"

#include <QUrl>

#include <arpa/inet.h>

using namespace Qt::StringLiterals;

namespace engine {

using domain::ErrorCode;
using domain::Result;

namespace {

constexpr QByteArray::Base64Options urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr char claimVersion = 1;
constexpr char everyCategory = 0x7f;
constexpr qsizetype claimBytes = 3 + storage::Vault::indexBytes;

enum class AddressKind { None, Loopback, Other };

AddressKind kindOf(const QString &address)
{
    const QByteArray text = address.toLatin1();
    in_addr v4{};
    if (inet_pton(AF_INET, text.constData(), &v4) == 1)
        return (ntohl(v4.s_addr) >> 24) == 127 ? AddressKind::Loopback : AddressKind::Other;
    in6_addr v6{};
    if (inet_pton(AF_INET6, text.constData(), &v6) == 1)
        return IN6_IS_ADDR_LOOPBACK(&v6) ? AddressKind::Loopback : AddressKind::Other;
    return AddressKind::None;
}

bool isPublicUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() ||
        text.size() > 300)
        return false;
    // Plain HTTP only where nothing leaves this machine: a rehearsal against the simulator.
    return url.scheme() == u"https" ||
           (url.scheme() == u"http" && (url.host() == u"localhost" || kindOf(url.host()) == AddressKind::Loopback));
}

} // namespace

QJsonObject toJson(const WebhookSettings &s)
{
    return {{u"enabled"_s, s.enabled},         {u"address"_s, s.address}, {u"port"_s, s.port},
            {u"certificate"_s, s.certificate}, {u"key"_s, s.key},         {u"public_url"_s, s.publicUrl}};
}

WebhookSettings webhookSettingsFromJson(const QJsonObject &json)
{
    WebhookSettings s;
    s.enabled = json[u"enabled"].toBool(s.enabled);
    s.address = json[u"address"].toString(s.address);
    s.port = json[u"port"].toInt(s.port);
    s.certificate = json[u"certificate"].toString();
    s.key = json[u"key"].toString();
    s.publicUrl = json[u"public_url"].toString();
    return s;
}

Result<WebhookSettings> readWebhookSettings(storage::Connection &connection)
{
    return storage::SettingStore(connection).read(u"webhooks"_s).map(webhookSettingsFromJson);
}

Result<void> checkWebhookSettings(const WebhookSettings &s)
{
    const AddressKind kind = kindOf(s.address);
    if (kind == AddressKind::None)
        return fail(ErrorCode::InvalidInput, u"an address is a number such as 127.0.0.1"_s, u"address"_s);
    if (s.port < 0 || s.port > 65'535)
        return fail(ErrorCode::InvalidInput, u"1 to 65535"_s, u"port"_s);
    if (s.certificate.isEmpty() != s.key.isEmpty())
        return fail(ErrorCode::InvalidInput, u"a certificate and its key belong together"_s,
                    s.key.isEmpty() ? u"key"_s : u"certificate"_s);
    if (kind == AddressKind::Other && s.certificate.isEmpty())
        return fail(ErrorCode::InvalidInput, u"only loopback is served without a certificate"_s, u"certificate"_s);
    if (!s.publicUrl.isEmpty() && !isPublicUrl(s.publicUrl))
        return fail(ErrorCode::InvalidInput, u"https://… without user, query or fragment"_s, u"public_url"_s);
    return {};
}

HookListen listenOf(const WebhookSettings &settings)
{
    return {settings.address, static_cast<quint16>(settings.port), settings.certificate, settings.key};
}

QByteArray hookToken(const storage::Vault &vault, const storage::ProviderRecord &provider)
{
    return vault
        .tagOf("webhook",
               QByteArray::number(provider.id.value) + ' ' + QByteArray::number(domain::toMillis(provider.createdAt)))
        .toBase64(urlSafe);
}

QByteArray publicBase(const WebhookSettings &settings, int port)
{
    QByteArray base = settings.publicUrl.toUtf8();
    if (base.isEmpty()) {
        const QByteArray address = settings.address.toLatin1();
        base = (settings.certificate.isEmpty() ? "http://" : "https://") +
               (address.contains(':') ? '[' + address + ']' : address) + ':' + QByteArray::number(port);
    }
    while (base.endsWith('/'))
        base.chop(1);
    return base;
}

QByteArray hookUrl(const WebhookSettings &settings, int port, const storage::Vault &vault,
                   const storage::ProviderRecord &provider)
{
    return publicBase(settings, port) + "/hooks/" + QByteArray::number(provider.id.value) + '/' +
           hookToken(vault, provider);
}

QByteArray unsubscribeToken(const storage::Vault &vault, const OptOutClaim &claim)
{
    QByteArray bytes{&claimVersion, 1};
    bytes += static_cast<char>(claim.channel);
    bytes += claim.category ? static_cast<char>(*claim.category) : everyCategory;
    bytes += claim.addressIndex;
    return (bytes + vault.tagOf("unsubscribe", bytes)).toBase64(urlSafe);
}

std::optional<OptOutClaim> readUnsubscribeToken(const storage::Vault &vault, const QByteArray &token)
{
    const auto decoded = QByteArray::fromBase64Encoding(token, urlSafe | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() != claimBytes + storage::Vault::indexBytes)
        return std::nullopt;
    const QByteArray bytes = (*decoded).first(claimBytes);
    if (bytes[0] != claimVersion || !vault.isTagOf((*decoded).sliced(claimBytes), "unsubscribe", bytes))
        return std::nullopt;
    OptOutClaim claim;
    claim.channel = static_cast<domain::Channel>(bytes[1]); // ours: what was written is what there is
    if (bytes[2] != everyCategory)
        claim.category = static_cast<domain::Category>(bytes[2]);
    claim.addressIndex = bytes.sliced(3);
    return claim;
}

QByteArray makeUnsubscribeUrl(const WebhookSettings &settings, const storage::Vault &vault,
                              const QByteArray &addressIndex, domain::Channel channel,
                              std::optional<domain::Category> category)
{
    if (!settings.enabled || settings.publicUrl.isEmpty())
        return {};
    return publicBase(settings, settings.port) + "/u/" + unsubscribeToken(vault, {addressIndex, channel, category});
}

} // namespace engine

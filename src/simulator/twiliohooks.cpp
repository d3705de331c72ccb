#include "providers/encoding.h"
#include "providers/signing.h"
#include "simulator/rowjson.h"
#include "simulator/twilioapi.h"

#include <algorithm>

// Twilio's webhooks: statuses and texts from people, signed with the auth token (twilio.md, section 8).

using namespace Qt::StringLiterals;

namespace simulator {

namespace {

std::string_view pathOf(std::string_view url)
{
    const size_t host = url.find("://");
    const size_t slash = host == std::string_view::npos ? host : url.find('/', host + 3);
    return slash == std::string_view::npos ? std::string_view{} : url.substr(slash);
}

/// Where a message's own callback is to be found behind the tunnel by which `publicUrl` leads to `url`: both end
/// alike, and what is before that end is put in place of the other. Empty where the callback is not behind it.
std::string behindTunnel(std::string_view callback, const HookTarget &target)
{
    const std::string_view inner = pathOf(target.url);
    std::string_view outer = target.publicUrl;
    size_t same = 0;
    const size_t most = std::min(inner.size(), pathOf(outer).size());
    while (same < most && inner[inner.size() - 1 - same] == outer[outer.size() - 1 - same])
        ++same;
    while (same > 0 && inner[inner.size() - same] != '/')
        --same;
    outer.remove_suffix(same);
    if (outer.empty() || !callback.starts_with(outer) || !callback.substr(outer.size()).starts_with('/'))
        return {};
    return std::string(inner.substr(0, inner.size() - same)) + std::string(callback.substr(outer.size()));
}

} // namespace

std::vector<Hook> TwilioApi::hooks(RowIndex index, domain::Instant at, const HookTarget &target) const
{
    const auto text = [](std::string_view view) { return QString::fromUtf8(view.data(), qsizetype(view.size())); };
    const Row &row = m_world.store.rows()[index];
    const RowState state = m_world.stateOf(row, at);
    if (state.status == "queued" || state.status == "accepted")
        return {}; // what the answer to the send said is not told again
    std::string sid;
    m_world.store.appendSid(sid, index);
    const QString ours = text(senderOf(m_world, row));
    const QString channel = ours.startsWith("whatsapp:"_L1) ? u"whatsapp:"_s : QString();
    const QString phone = channel + u'+' + QString::number(m_world.store.phoneAt(row.phone).number);
    providers::Form form{{u"AccountSid"_s, text(m_world.accountAt(row.account))},
                         {u"From"_s, row.inbound ? phone : ours},
                         {u"MessageSid"_s, text(sid)},
                         {u"SmsSid"_s, text(sid)},
                         {u"To"_s, row.inbound ? ours : phone}};
    Hook hook;
    std::string signedUrl = target.publicUrl;
    if (row.inbound) {
        form.emplaceBack(u"Body"_s, text(m_world.store.textOf(row)));
        form.emplaceBack(u"NumMedia"_s, u"0"_s);
    } else {
        form.emplaceBack(u"MessageStatus"_s, text(state.status));
        if (state.errorCode != 0)
            form.emplaceBack(u"ErrorCode"_s, QString::number(state.errorCode));
        if (const std::string_view callback = m_world.store.referenceOf(row); !callback.empty()) {
            hook.path = behindTunnel(callback, target);
            if (!hook.path.empty())
                signedUrl = callback;
        }
    }
    std::sort(form.begin(), form.end());
    QByteArray signedText = QByteArray::fromStdString(signedUrl);
    for (const auto &[name, value] : std::as_const(form))
        signedText += name.toUtf8() + value.toUtf8();
    const auto account = std::ranges::find(m_accounts, m_world.accountAt(row.account), &Account::sid);
    const std::string &token = target.secret.empty() && account != m_accounts.end() ? account->token : target.secret;
    const QByteArray signature =
        providers::hmac(QCryptographicHash::Sha1, QByteArray::fromStdString(token), signedText).toBase64();
    hook.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                    {"X-Twilio-Signature", signature.toStdString()}};
    hook.body = providers::formEncoded(form).toStdString();
    return {hook};
}

} // namespace simulator

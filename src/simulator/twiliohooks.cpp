#include "providers/encoding.h"
#include "providers/signing.h"
#include "simulator/rowjson.h"
#include "simulator/twilioapi.h"

#include <algorithm>

// Twilio's webhooks: statuses and texts from people, signed with the auth token (twilio.md, section 8).

using namespace Qt::StringLiterals;

namespace simulator {

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
    if (row.inbound) {
        form.emplaceBack(u"Body"_s, text(m_world.store.textOf(row)));
        form.emplaceBack(u"NumMedia"_s, u"0"_s);
    } else {
        form.emplaceBack(u"MessageStatus"_s, text(state.status));
        if (state.errorCode != 0)
            form.emplaceBack(u"ErrorCode"_s, QString::number(state.errorCode));
        if (const std::string_view reference = m_world.store.referenceOf(row); !reference.empty())
            hook.query = (target.url.find('?') == std::string::npos ? "?ref=" : "&ref=") + std::string(reference);
    }
    std::sort(form.begin(), form.end());
    QByteArray signedText = QByteArray::fromStdString(target.publicUrl + hook.query);
    for (const auto &[name, value] : std::as_const(form))
        signedText += name.toUtf8() + value.toUtf8();
    const QByteArray signature =
        providers::hmac(QCryptographicHash::Sha1, QByteArray::fromStdString(target.secret), signedText).toBase64();
    hook.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                    {"X-Twilio-Signature", signature.toStdString()}};
    hook.body = providers::formEncoded(form).toStdString();
    return {hook};
}

} // namespace simulator

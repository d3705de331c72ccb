#include "providers/encoding.h"
#include "providers/signing.h"
#include "simulator/carrierdialect.h"
#include "simulator/flashchatapi.h"

#include <QJsonDocument>

// FlashChat's webhooks in both guesses (flashchat.md, section 2): JSON signed in one of two ways, which tells statuses
// and texts, or a form with the secret in it, which tells texts alone.

using namespace Qt::StringLiterals;

namespace simulator {

namespace {

Hook formOf(const QString &id, const QString &phone, const QString &type, const QString &text, qint64 seconds,
            const HookTarget &target)
{
    Hook hook;
    hook.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    hook.body = providers::formEncoded({{u"secret"_s, qtext(target.secret)},
                                        {u"type"_s, type},
                                        {u"data[id]"_s, id},
                                        {u"data[phone]"_s, phone},
                                        {u"data[message]"_s, text},
                                        {u"data[timestamp]"_s, QString::number(seconds)}})
                    .toStdString();
    return hook;
}

Hook jsonOf(const QJsonObject &event, const HookTarget &target)
{
    Hook hook;
    hook.body = QJsonDocument(event).toJson(QJsonDocument::Compact).toStdString();
    const QByteArray digest = providers::hmac(QCryptographicHash::Sha256, QByteArray::fromStdString(target.secret),
                                              QByteArray::fromStdString(hook.body));
    const bool isBase64 = target.scheme == "base64";
    hook.headers = {{"Content-Type", "application/json"},
                    {isBase64 ? "X-Frappe-Webhook-Signature" : "X-FlashChat-Signature",
                     (isBase64 ? digest.toBase64() : digest.toHex()).toStdString()}};
    return hook;
}

} // namespace

std::vector<Hook> FlashChatApi::hooks(RowIndex index, domain::Instant at, const HookTarget &target) const
{
    const Row &row = m_world.store.rows()[index];
    const RowState state = m_world.stateOf(row, at);
    std::string sid;
    m_world.store.appendSid(sid, index);
    const QString id = qtext(sid);
    const QString phone = u'+' + QString::number(m_world.store.phoneAt(row.phone).number);
    const bool isWhatsApp = m_world.store.nameAt(row.ours).starts_with("whatsapp:");
    const QString type = isWhatsApp ? u"whatsapp"_s : u"sms"_s;
    const bool isForm = target.scheme == "field";
    if (row.inbound) {
        const QString text = qtext(m_world.store.textOf(row));
        if (isForm)
            return {formOf(id, phone, type, text, domain::toMillis(row.created) / 1000, target)};
        return {jsonOf({{u"event"_s, u"message_received"_s},
                        {u"message_id"_s, id},
                        {u"from"_s, phone},
                        {u"message"_s, text},
                        {u"type"_s, type},
                        {u"device_id"_s, u"1"_s},
                        {u"received_at"_s, isoOf(row.created)}},
                       target)};
    }
    if (isForm || state.status == "queued")
        return {};
    const QString word = state.errorCode != 0            ? u"failed"_s
                         : state.status == "delivered"   ? u"delivered"_s
                                                          : u"sent"_s;
    QJsonObject event{{u"event"_s, u"message_status_update"_s}, {u"message_id"_s, id}, {u"status"_s, word}};
    if (word == u"delivered")
        event.insert(u"delivered_at"_s, isoOf(state.updated));
    return {jsonOf(event, target)};
}

} // namespace simulator

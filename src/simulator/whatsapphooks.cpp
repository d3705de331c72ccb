#include "providers/signing.h"
#include "simulator/carrierdialect.h"
#include "simulator/text.h"
#include "simulator/whatsappapi.h"

#include <QJsonDocument>

// WhatsApp's webhooks: the question before them, statuses and texts from people, signed with the app's secret
// (whatsapp_cloud.md, section 4).

using namespace Qt::StringLiterals;

namespace simulator {

namespace {

/// Meta's code for what the network's fates call by Twilio's (twilio.md, section 5).
int codeOf(int failure)
{
    switch (failure) {
    case 21610:
    case 63014:
    case 63033:
        return 131050; // stopped marketing
    case 63016:
        return 131047; // outside the window
    case 30003:
    case 30004:
    case 30005:
    case 30006:
    case 63003:
    case 63024:
        return 131026; // cannot be delivered
    case 30007:
    case 63013:
        return 131049; // withheld
    default:
        return 131000;
    }
}

/// As Meta writes JSON: nothing but ASCII, and every slash escaped. The signature is over exactly this.
std::string written(const QJsonObject &object)
{
    const QString json = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    QByteArray out;
    for (const QChar c : json) {
        if (c == u'/')
            out += "\\/";
        else if (c.unicode() < 128)
            out += c.toLatin1();
        else
            out += "\\u" + QByteArray::number(uint(c.unicode()), 16).rightJustified(4, '0');
    }
    return out.toStdString();
}

Hook hookOf(const QJsonObject &value, const HookTarget &target)
{
    const QJsonObject change{{u"field"_s, u"messages"_s}, {u"value"_s, value}};
    const QJsonObject entry{{u"id"_s, u"102290129340398"_s}, {u"changes"_s, QJsonArray{change}}};
    Hook hook;
    hook.body = written({{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, QJsonArray{entry}}});
    const QByteArray signature = providers::hmac(QCryptographicHash::Sha256, QByteArray::fromStdString(target.secret),
                                                 QByteArray::fromStdString(hook.body))
                                     .toHex();
    hook.headers = {{"Content-Type", "application/json"}, {"X-Hub-Signature-256", "sha256=" + signature.toStdString()}};
    return hook;
}

} // namespace

std::vector<Hook> WhatsAppApi::hooks(RowIndex index, domain::Instant at, const HookTarget &target) const
{
    const Row &row = m_world.store.rows()[index];
    const QString person = QString::number(m_world.store.phoneAt(row.phone).number);
    const RowState state = m_world.stateOf(row, at);
    const QString time = QString::number(domain::toMillis(state.updated) / 1000);
    const QString id = QString::fromStdString(wamidOf(m_world, index));
    QJsonObject value{{u"messaging_product"_s, u"whatsapp"_s},
                      {u"metadata"_s, QJsonObject{{u"display_phone_number"_s, u"15550783881"_s},
                                                  {u"phone_number_id"_s, qtext(m_world.store.nameAt(row.ours))}}}};
    if (row.inbound) {
        const QJsonObject contact{{u"profile"_s, QJsonObject{{u"name"_s, u"Phone "_s + person.right(4)}}},
                                  {u"wa_id"_s, person}};
        const QJsonObject message{{u"from"_s, person},
                                  {u"id"_s, id},
                                  {u"timestamp"_s, time},
                                  {u"type"_s, u"text"_s},
                                  {u"text"_s, QJsonObject{{u"body"_s, qtext(m_world.store.textOf(row))}}}};
        value.insert(u"contacts"_s, QJsonArray{contact});
        value.insert(u"messages"_s, QJsonArray{message});
        return {hookOf(value, target)};
    }
    QStringList words;
    if (state.status == "sent")
        words << u"sent"_s;
    else if (state.status == "delivered")
        words << u"delivered"_s;
    else if (state.isFinal)
        words << u"failed"_s;
    constexpr quint64 parts = 1000;
    if (state.status == "delivered" &&
        double(m_world.store.rowToken(index) % parts) < m_world.network.readShare * double(parts))
        words << u"read"_s;
    std::vector<Hook> hooks;
    for (const QString &word : std::as_const(words)) {
        QJsonObject status{{u"id"_s, id}, {u"status"_s, word}, {u"timestamp"_s, time}, {u"recipient_id"_s, person}};
        if (const std::string_view reference = m_world.store.referenceOf(row); !reference.empty())
            status.insert(u"biz_opaque_callback_data"_s, qtext(reference));
        if (word == u"failed")
            status.insert(u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, codeOf(state.errorCode)},
                                                              {u"title"_s, u"Message undeliverable"_s}}});
        else
            status.insert(u"pricing"_s, QJsonObject{{u"billable"_s, true},
                                                    {u"pricing_model"_s, u"PMP"_s},
                                                    {u"type"_s, u"regular"_s},
                                                    {u"category"_s, u"utility"_s}});
        value.insert(u"statuses"_s, QJsonArray{status});
        hooks.push_back(hookOf(value, target));
    }
    return hooks;
}

std::optional<Handshake> WhatsAppApi::handshake(const HookTarget &target) const
{
    if (target.verifyToken.empty())
        return std::nullopt;
    Handshake handshake;
    appendNumber(handshake.answer, qint64(m_world.store.runToken() % 10'000'000'000));
    handshake.question.method = "GET";
    handshake.question.query = "?hub.mode=subscribe&hub.challenge=" + handshake.answer +
                               "&hub.verify_token=" + percentEncoded(target.verifyToken);
    return handshake;
}

} // namespace simulator

#include "app/desktop/simulatedphones.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QUrl>

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace app {

namespace {

gui::PhoneMessage messageIn(const QJsonObject &json)
{
    gui::PhoneMessage message;
    message.isFromPhone = json.value("direction"_L1).toString() == u"inbound";
    message.id = json.value("sid"_L1).toString();
    message.phone = json.value(message.isFromPhone ? "from"_L1 : "to"_L1).toString();
    message.other = json.value(message.isFromPhone ? "to"_L1 : "from"_L1).toString();
    message.text = json.value("body"_L1).toString();
    message.status = json.value("status"_L1).toString();
    const QDateTime at = QDateTime::fromString(json.value("date_created"_L1).toString(), Qt::RFC2822Date);
    message.at = domain::fromMillis(at.toMSecsSinceEpoch());
    return message;
}

} // namespace

void SimulatedPhones::ask(const domain::HttpRequest &request, QObject *context,
                          std::function<void(Result<QByteArray>)> then)
{
    m_client.send(request, [context = QPointer(context), then = std::move(then)](const domain::HttpResponse &response) {
        if (!context)
            return;
        if (response.reached == domain::Reached::ResponseComplete && response.status == 200)
            then(response.body);
        else if (response.reached == domain::Reached::ResponseComplete)
            then(domain::fail(ErrorCode::InvalidInput, QString::fromUtf8(response.body)));
        else
            then(domain::fail(ErrorCode::Network, response.error));
    });
}

void SimulatedPhones::messages(const QString &phone, int limit, QObject *context, Messages then)
{
    domain::HttpRequest request;
    request.url = m_url + "/_sim/messages?limit=" + QByteArray::number(limit);
    if (!phone.isEmpty())
        request.url += "&to=" + QUrl::toPercentEncoding(phone);
    ask(request, context, [then = std::move(then)](const Result<QByteArray> &body) {
        if (!body) {
            then(tl::unexpected(body.error()));
            return;
        }
        QList<gui::PhoneMessage> messages;
        const QJsonArray rows = QJsonDocument::fromJson(*body).object().value("messages"_L1).toArray();
        for (const QJsonValue &row : rows)
            messages << messageIn(row.toObject());
        then(messages);
    });
}

void SimulatedPhones::reply(const QString &phone, const QString &to, const QString &text, QObject *context,
                            std::function<void(Result<void>)> then)
{
    domain::HttpRequest request;
    request.method = "POST";
    request.url = m_url + "/_sim/reply";
    request.headers = {{"Content-Type", "application/json"}};
    request.body =
        QJsonDocument(QJsonObject{{u"from"_s, phone}, {u"to"_s, to}, {u"body"_s, text}}).toJson(QJsonDocument::Compact);
    ask(request, context, [then = std::move(then)](const Result<QByteArray> &body) {
        then(body ? Result<void>() : tl::unexpected(body.error()));
    });
}

} // namespace app
